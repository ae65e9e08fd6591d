"""Who imposes the sanctions of a claim: its own role, its source, or the claim before it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from counterclaim.records import Claim, Entity, Filler, Proposition
from counterclaim.registers.imposers import Imposer, imposers

_FARTHEST = 1500  # characters between a claim that names no imposer and the one that it takes it from
_ROLE = "imposer"


@dataclass(frozen=True, slots=True)
class Imposed:
    """Who imposes, as far as that has a list; ``note`` says where it comes from, if not from the claim's own words.

    ``taken_from`` is the claim before it that tells of the same sanctions, where that is where it comes from.
    """

    imposers: tuple[Imposer, ...]
    note: str = ""
    taken_from: str | None = None


def imposing(
    claims: Iterable[Claim], propositions: Iterable[Proposition], entities: Mapping[str, Entity]
) -> dict[str, Imposed]:
    """Who imposes what each sanction claim tells of, by the claim's id."""
    by_proposition = {key: dict(p.roles).get(_ROLE, ()) for p in propositions for key in p.claims}
    found: dict[str, Imposed] = {}
    last: Claim | None = None
    for claim in sorted(claims, key=lambda c: (c.document, c.trigger.span.start)):
        own = _own(claim, by_proposition.get(claim.id, ()), entities)
        if imposers().is_elsewhere(claim.evidence.text):
            own = Imposed(())
        if own is None:
            near = last is not None and last.document == claim.document and last.section is claim.section
            close = last is not None and claim.trigger.span.start - last.trigger.span.end <= _FARTHEST
            own = _taken(last.id, found[last.id]) if last is not None and near and close else Imposed(())
        found[claim.id] = own
        last = claim
    return found


def _taken(key: str, before: Imposed) -> Imposed:
    if not before.imposers:
        return Imposed(())
    return Imposed(before.imposers, "who imposes it is taken from the claim before it", before.taken_from or key)


def _own(claim: Claim, shared: Iterable[str], entities: Mapping[str, Entity]) -> Imposed | None:
    """Who imposes by the claim itself; None where it says nothing of that."""
    fillers = claim.roles.get(_ROLE, ())
    if fillers:
        return Imposed(_each(_find(filler, entities) for filler in fillers))
    names = [entities[key].name if key in entities else key for key in shared]
    if names:
        return Imposed(
            _each(imposers().find(name) for name in names), "who imposes it is told by another claim of the same"
        )
    source = claim.attribution[-1].source if claim.attribution else None
    said = _find(source, entities) if source is not None else None
    return None if said is None else Imposed((said,), "who imposes it is taken to be who says so")


def _each(found: Iterable[Imposer | None]) -> tuple[Imposer, ...]:
    return tuple(dict.fromkeys(imposer for imposer in found if imposer is not None))


def _find(filler: Filler, entities: Mapping[str, Entity]) -> Imposer | None:
    return next((i for i in map(imposers().find, _names(filler, entities)) if i is not None), None)


def _names(filler: Filler, entities: Mapping[str, Entity]) -> Iterator[str]:
    entity = entities.get(filler.entity or "")
    if entity is not None:
        yield entity.name
    yield filler.text
