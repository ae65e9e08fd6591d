"""Claims with other entities in their fillers."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from counterclaim.records import Attribution, Claim, Filler


def fillers(claim: Claim) -> Iterator[Filler]:
    """All fillers of a claim that may name an entity."""
    for several in claim.roles.values():
        yield from several
    yield from (a.source for a in claim.attribution if a.source is not None)
    if claim.place is not None:
        yield claim.place


def entitled(filler: Filler, entity: str | None) -> Filler:
    """The filler with an entity; itself where it has that, since most of a collection's fillers name nothing."""
    return filler if filler.entity == entity else replace(filler, entity=entity)


def relinked(claim: Claim, linked: Callable[[str, Filler], Filler]) -> Claim:
    """The claim with what ``linked`` makes of its fillers by their roles; the same claim where nothing changes."""

    def attributed(attribution: Attribution) -> Attribution:
        source = attribution.source
        new = source if source is None else linked("source", source)
        return attribution if new is source else replace(attribution, source=new)

    roles = {role: tuple(linked(role, f) for f in several) for role, several in claim.roles.items()}
    chain = tuple(attributed(a) for a in claim.attribution)
    place = None if claim.place is None else linked("place", claim.place)
    if roles == dict(claim.roles) and chain == claim.attribution and place == claim.place:
        return claim
    return replace(claim, roles=roles, attribution=chain, place=place)
