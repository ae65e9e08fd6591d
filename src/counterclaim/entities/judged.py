"""Entities as people judged them: those that somebody holds to be one are joined, names that are another's set apart.

Judgements come in the order in which they were made, and each one finds what the ones before it have left. An entity is
found by the mention that was in sight when it was judged; its id may have become another one since. What no longer fits
the collection is left out and told, never guessed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.entities.names_written import NamesWritten, Place
from counterclaim.entities.relinking import entitled, relinked
from counterclaim.entities.values import Grouping
from counterclaim.records import (
    Claim,
    Document,
    Entity,
    EntityMerge,
    EntityReference,
    EntitySplit,
    Filler,
    Judgement,
    Span,
    content_id,
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A judgement that could not be followed, and why."""

    judgement: Judgement
    reason: str


def judge(
    found: Grouping, documents: Sequence[Document], judgements: Sequence[Judgement]
) -> tuple[Grouping, tuple[LeftOut, ...]]:
    """What a collection makes of names, with ``judgements`` followed, the first first; and those that could not be."""
    if not judgements:
        return found, ()
    work = _Work(found, documents, judgements)
    left = tuple(LeftOut(judgement, reason) for judgement in judgements if (reason := work.follow(judgement)))
    return work.grouping(), left


class _Work:
    """Entities, claims and open names, as one judgement after the other changes them."""

    def __init__(self, found: Grouping, documents: Sequence[Document], judgements: Iterable[Judgement]) -> None:
        self._texts = {document.id: document.text for document in documents}
        self._order = {document.id: place for place, document in enumerate(documents)}
        self._entities = {entity.id: entity for entity in found.entities}
        self._claims, self._open = list(found.claims), list(found.unresolved)
        self._naming = _naming(self._claims)
        seen = {reference.document for judgement in judgements for reference in _references(judgement)}
        self._holders = {place: e.id for e in found.entities for place in e.mentions if place[0] in seen}
        self._closed: set[Place] = set()  # names that were open, and are not any more

    def follow(self, judgement: Judgement) -> str:
        """Follow a judgement; why not, where it cannot be followed."""
        references = _references(judgement)
        found = [self._entity(reference) for reference in references]
        for reference, entity in zip(references, found, strict=True):
            if entity is None:
                return f"nothing in the reports is held to be {reference.name} ({reference.id}) any more"
        if isinstance(judgement.of, EntitySplit):
            return self._split(judgement, judgement.of, *(e for e in found if e))
        return self._merge(judgement, *(e for e in found if e))

    def grouping(self) -> Grouping:
        """All of it as it stands."""
        if self._closed:
            closed = {place: e.id for e in self._entities.values() for place in e.mentions if place in self._closed}
            for i, claim in enumerate(self._claims):
                self._claims[i] = relinked(claim, _naming_closed(claim.document, closed))
        return Grouping(tuple(self._entities.values()), tuple(self._claims), tuple(self._open))

    def _merge(self, judgement: Judgement, one: Entity, other: Entity) -> str:
        if one.id == other.id:
            return ""  # the reports have come to say so themselves
        names = dict.fromkeys((*one.aliases, other.name, *other.aliases))
        said = _said(judgement, f"“{other.name}” and “{one.name}” merged")
        closed = self._close({other.id: one.id})
        self._entities[one.id] = replace(
            one,
            aliases=tuple(name for name in names if name != one.name),
            mentions=tuple(sorted({*one.mentions, *other.mentions, *closed}, key=self._place)),
            reasons=(*one.reasons, *other.reasons, said),
        )
        del self._entities[other.id]
        self._hold(other.mentions, one.id)
        self._relink(other.id, lambda _, filler: entitled(filler, one.id))
        return ""

    def _split(self, judgement: Judgement, of: EntitySplit, entity: Entity) -> str:
        names = NamesWritten(entity, self._texts)
        name = names.spelled(of.split_name)
        moved = tuple(p for p in entity.mentions if of.document in {None, p[0]} and names.at(p) == name)
        gone = set(moved)
        kept = tuple(place for place in entity.mentions if place not in gone)
        if not moved:
            return f"no mention of {entity.name} ({entity.id}) is written “{name}” any more"
        if not kept:
            return f"every mention of {entity.name} ({entity.id}) is written “{name}”: nothing would be left"
        said = _said(judgement, f"“{name}” split from “{entity.name}”")
        apart = Entity(content_id("e", f"split|{judgement.id}"), entity.type, name, (), moved, (said,))
        first, others = names.without(name, kept)
        self._entities[apart.id] = apart
        self._entities[entity.id] = replace(
            entity, name=first, aliases=others, mentions=kept, reasons=(*entity.reasons, said)
        )
        self._hold(moved, apart.id)
        self._relink(entity.id, _Sides(entity.id, apart.id, moved, kept).linked)
        return ""

    def _entity(self, reference: EntityReference) -> Entity | None:
        """The entity that the mention of a reference belongs to now; where that is gone, the one with its id."""
        holder = self._holders.get((reference.document, reference.span), reference.id)
        return self._entities.get(holder)

    def _hold(self, places: Iterable[Place], entity: str) -> None:
        self._holders.update((place, entity) for place in places if place in self._holders)

    def _place(self, place: Place) -> tuple[int, Span]:
        return self._order.get(place[0], len(self._order)), place[1]

    def _relink(self, entity: str, linked: Callable[[str, Filler], Filler]) -> None:
        """Link anew what claims say of an entity; ``linked`` takes a document and a filler."""
        for i in self._naming.pop(entity, ()):
            document = self._claims[i].document

            def one(_: str, filler: Filler, document: str = document) -> Filler:
                return linked(document, filler) if filler.entity == entity else filler

            self._claims[i] = relinked(self._claims[i], one)
            for named in _entities(self._claims[i]):
                self._naming.setdefault(named, {})[i] = None

    def _close(self, ids: Mapping[str, str]) -> list[Place]:
        """Open names with what their candidates have become; a name that has one candidate left is that one's."""
        still, closed = [], []
        for name in self._open:
            candidates = tuple(dict.fromkeys(ids.get(c, c) for c in name.candidates))
            if len(candidates) == 1 < len(name.candidates):
                closed.append((name.document, name.span))
            else:
                still.append(name if candidates == name.candidates else replace(name, candidates=candidates))
        self._open = still
        self._closed.update(closed)
        return closed


class _Sides:
    """Which of two entities a filler names after a split."""

    def __init__(self, entity: str, apart: str, moved: Iterable[Place], kept: Iterable[Place]) -> None:
        self._entity, self._apart = entity, apart
        self._moved, self._kept = _by_document(moved), _by_document(kept)

    def linked(self, document: str, filler: Filler) -> Filler:
        """The filler with its entity; without one where the document names both and the filler neither ("he")."""
        moved, kept = self._moved.get(document, ()), self._kept.get(document, ())
        if not (moved and kept):
            return entitled(filler, self._apart if moved else self._entity)
        names_moved, names_kept = (any(_overlap(filler.span, span) for span in spans) for spans in (moved, kept))
        if names_moved == names_kept:
            return entitled(filler, None)
        return entitled(filler, self._apart if names_moved else self._entity)


def _references(judgement: Judgement) -> tuple[EntityReference, ...]:
    of = judgement.of
    return (of.entity, of.other) if isinstance(of, EntityMerge) else (of.entity,)


def _said(judgement: Judgement, what: str) -> str:
    return f"{what} by {judgement.by} ({judgement.id}): {judgement.why}"


def _naming(claims: Iterable[Claim]) -> dict[str, dict[int, None]]:
    """The places of the claims whose fillers name each entity."""
    found: dict[str, dict[int, None]] = {}
    for place, claim in enumerate(claims):
        for entity in _entities(claim):
            found.setdefault(entity, {})[place] = None
    return found


def _entities(claim: Claim) -> set[str]:
    """The entities that a claim's fillers name."""
    found: set[str] = set()

    def noted(_: str, filler: Filler) -> Filler:
        if filler.entity is not None:
            found.add(filler.entity)
        return filler

    relinked(claim, noted)
    return found


def _naming_closed(document: str, closed: Mapping[Place, str]) -> Callable[[str, Filler], Filler]:
    """Links the fillers that are names which are not open any more."""

    def linked(_: str, filler: Filler) -> Filler:
        return filler if filler.entity else entitled(filler, closed.get((document, filler.span)))

    return linked


def _by_document(places: Iterable[Place]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for document, span in places:
        found.setdefault(document, []).append(span)
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
