"""Pronouns in the roles of actors: "Iran denied that it had sold …" gives "it" the entity Iran.

Only two readings are trusted: who is quoted, for what it says of itself; and the one subject before the pronoun, in its
sentence or, failing that, in the one before. Where two could be meant, or somebody without a name is quoted ("the army
denied that it had …"), the pronoun keeps no entity.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Claim, Filler, NamedSentence, Section, Span

_BODIES = frozenset({"it", "its", "itself", "they", "them", "their", "we", "us", "our"})
_PEOPLE = frozenset({"he", "she", "him", "his", "her", "i", "me", "my"})
_SPEAKING = frozenset({"we", "us", "our", "i", "me", "my"})
_OWNING = frozenset({"its", "his", "her", "their"})
_PRONOUNS = _BODIES | _PEOPLE
_TYPES = {"body": frozenset({"GPE", "ORG", "NORP"}), "person": frozenset({"PER"})}
_ACTORS = frozenset(
    (
        "supplier recipient via producer attacker imposer violator provider party agent person target from_place "
        "to_place"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Page:
    """What the pronouns of one document are read against: its sentences in order, and its mentions' entities."""

    sentences: Sequence[NamedSentence]
    entities: Mapping[Span, str]


def name_pronouns(claims: Sequence[Claim], pages: Mapping[str, Page], types: Mapping[str, str]) -> tuple[Claim, ...]:
    """Give pronouns in actors' roles the entity that they stand for.

    ``claims`` are linked claims, ``pages`` are by document id, ``types`` are the entities' types by their id.
    """
    return tuple(_named(claim, pages[claim.document], types) if claim.document in pages else claim for claim in claims)


def _named(claim: Claim, page: Page, types: Mapping[str, str]) -> Claim:
    roles = {}
    for role, fillers in claim.roles.items():
        others = {f.entity for r, fs in claim.roles.items() if r != role for f in fs}
        roles[role] = tuple(
            replace(f, entity=_meant(claim, f, page, types, others)) if _is_open(role, f) else f for f in fillers
        )
    return replace(claim, roles=roles) if roles != dict(claim.roles) else claim


def _is_open(role: str, filler: Filler) -> bool:
    return role in _ACTORS and filler.entity is None and filler.text.lower() in _PRONOUNS


def _meant(claim: Claim, filler: Filler, page: Page, types: Mapping[str, str], others: set[str | None]) -> str | None:
    form = filler.text.lower()
    wanted = _TYPES["person" if form in _PEOPLE else "body"]
    sources = [a.source for a in claim.attribution if a.source is not None and a.source.span != filler.span]
    speaker = sources[-1].entity if sources else None
    if speaker is not None and types.get(speaker) in wanted and speaker not in others:
        return speaker
    if form in _SPEAKING or claim.section is not Section.BODY:
        return None  # "we" is the speaker's side, which nobody has named; headlines have no sentence before
    if speaker is None and sources and sources[-1].text.lower() not in _PRONOUNS:
        return None  # "the army denies that it": most likely the army, and surely nobody named before
    found = _subjects(page, filler.span, wanted, types) - others
    if form in _OWNING and not _named_before(page, filler.span, wanted, types) <= found:
        return None  # "Norway sanctioned Chad after its attack on Mali": either's
    return next(iter(found)) if len(found) == 1 else None


def _subjects(page: Page, span: Span, wanted: frozenset[str], types: Mapping[str, str]) -> set[str | None]:
    """The named subjects before a pronoun in its sentence; where there are none, those of the sentence before."""
    at = bisect_right(page.sentences, span.start, key=_start) - 1
    for index in (at, at - 1):
        if index < 0 or page.sentences[index].section is not Section.BODY:
            break
        before = (m for m in page.sentences[index].mentions if m.subject and m.span.start < span.start)
        found: set[str | None] = {page.entities[m.span] for m in before if m.span in page.entities}
        found = {entity for entity in found if entity is not None and types.get(entity) in wanted}
        if found:
            return found
    return set()


def _named_before(page: Page, span: Span, wanted: frozenset[str], types: Mapping[str, str]) -> set[str | None]:
    """All that is named before a pronoun in its sentence and that it could stand for."""
    at = bisect_right(page.sentences, span.start, key=_start) - 1
    before = (m.span for m in page.sentences[at].mentions if m.span.start < span.start) if at >= 0 else ()
    return {e for e in (page.entities.get(s) for s in before) if e is not None and types.get(e) in wanted}


def _start(sentence: NamedSentence) -> int:
    return sentence.span.start
