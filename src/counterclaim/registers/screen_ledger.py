"""Screening of a ledger: every person, organisation and vessel that it names, against all registers."""

from collections.abc import Iterable
from dataclasses import replace

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Entity, EntryKind, Ledger, ScreeningHit, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import Name, Role, parse_name
from counterclaim.registers.screen import best_first, screen
from counterclaim.registers.screen_context import Surroundings
from counterclaim.registers.screen_rules import held_back

__all__ = ["screen_ledger", "with_targets"]

_KINDS = {
    "PER": (EntryKind.PERSON,),
    "ORG": (EntryKind.ORGANISATION,),
    "FAC": (EntryKind.ORGANISATION,),
    "VEHICLE": (EntryKind.SHIP, EntryKind.AIRCRAFT),
}
_OTHERWISE = {"PER": EntryKind.ORGANISATION, "ORG": EntryKind.PERSON}  # what a name of this type may be taken for


def screen_ledger(ledger: Ledger, index: ScreeningIndex) -> tuple[ScreeningHit, ...]:
    """The entries that entities of a ledger may be, in the ledger's order, the best first for each.

    States, their demonyms and weapons are no names of listed parties and are passed over. A hit's ``entity`` is the
    entity's id. The country of the bearer is used where the reports give it right beside the name ("Iranian general
    …") or the name is that of a state's body.
    """
    if not len(index):
        return ()
    surroundings = Surroundings(ledger)
    found: list[ScreeningHit] = []
    for entity in ledger.entities:
        hits = _entity_hits(entity, surroundings.countries(entity), index) if entity.type in _KINDS else ()
        if hits and (letters := surroundings.only_letters(entity)):
            hits = tuple(_of_letters(hit, letters) for hit in hits)
        found += (replace(hit, entity=entity.id) for hit in hits)
    return tuple(found)


def with_targets(hits: Iterable[ScreeningHit], targets: Iterable[ScreeningHit]) -> tuple[ScreeningHit, ...]:
    """The hits of a ledger with those of its sanction claims' targets, which take the place of what is less sure.

    Claims that name one target in different words give one hit, that of the best score.
    """
    held = list(hits)
    sure = {(hit.entity, hit.list_version) for hit in held if hit.verdict is Verdict.HIT}
    added: dict[tuple[str, str, str], ScreeningHit] = {}
    for hit in targets:
        key = (hit.entity, hit.list_version, hit.entry)
        if key[:2] not in sure and (key not in added or hit.score > added[key].score):
            added[key] = hit
    settled = {(hit.entity, hit.list_version) for hit in added.values()}
    return (*(hit for hit in held if (hit.entity, hit.list_version) not in settled), *added.values())


def _entity_hits(entity: Entity, countries: frozenset[str], index: ScreeningIndex) -> tuple[ScreeningHit, ...]:
    names = naming(entity)
    found = best_first(
        hit for name in names for kind in _KINDS[entity.type] for hit in screen(name, index, kind, countries)
    )
    other = _OTHERWISE.get(entity.type)
    if found or other is None:
        return _without_lesser(found)
    # A reader of news mistakes a company for a person, or the reverse, now and then.
    long = [name for name in names if len(name.split()) > 1]
    mistaken = (hit for name in long for hit in screen(name, index, other, countries) if hit.verdict is Verdict.HIT)
    return best_first(_only_possible(hit, entity) for hit in mistaken)


def _without_lesser(hits: tuple[ScreeningHit, ...]) -> tuple[ScreeningHit, ...]:
    """The hits, and possibles only of lists that have no hit: who is listed is not somebody else of that list, too."""
    settled = {hit.list_version for hit in hits if hit.verdict is Verdict.HIT}
    return tuple(hit for hit in hits if hit.verdict is Verdict.HIT or hit.list_version not in settled)


def _of_letters(hit: ScreeningHit, letters: str) -> ScreeningHit:
    """A hit of a name that the report does not write out: two or three letters stand for many names."""
    if hit.verdict is not Verdict.HIT:
        return hit
    return held_back(hit, "short acronym", f"the report has only {letters}, which may stand for others")


def _only_possible(hit: ScreeningHit, entity: Entity) -> ScreeningHit:
    read = "a person" if entity.type == "PER" else "an organisation"
    return held_back(hit, "another kind", f"the report seems to name {read}, the entry is of kind {hit.kind}")


def naming(entity: Entity) -> tuple[str, ...]:
    """The names of an entity that could name it alone: no surname beside a full name, no acronym as an alias."""
    states = lexicon().states
    names = [name for name in dict.fromkeys((entity.name, *entity.aliases)) if name not in states and _proper(name)]
    kind = _KINDS[entity.type][0]
    long = [name for name in names if _full_words(parse_name(name, kind)) > 1]
    own = [name for name in names[:1] if name == entity.name and entity.type != "PER"]
    return tuple(dict.fromkeys((*own, *long))) or tuple(names)


def _full_words(name: Name) -> int:
    return sum(token.role is not Role.INITIAL for token in name.units)


def _proper(name: str) -> bool:
    """Whether a name has a capital or a letter of a script without capitals: "the ministry" has none."""
    return any(letter.isalpha() and not letter.islower() for letter in name)
