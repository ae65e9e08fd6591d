"""Entities as people judged them: those that somebody holds to be one are joined, names that are another's set apart.

Judgements come in the order in which they were made, and each one finds what the ones before it have left. An entity is
found by its id; where that has become another one since, by the mention that was in sight when it was judged. What no
longer fits the collection is left out and told, never guessed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.entities.collection import MOST_CANDIDATES
from counterclaim.entities.names_written import NamesWritten, Place, name_key
from counterclaim.entities.relinking import entitled, fillers, relinked
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
    Unresolved,
    split_id,
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
        self._claims = list(found.claims)
        self._naming = _places(map(_named_in, self._claims))
        self._open = dict(enumerate(found.unresolved))
        # A list as long as that was cut: there may be other candidates.
        self._cut = {i for i, name in self._open.items() if len(name.candidates) >= MOST_CANDIDATES}
        self._may_be = _places(name.candidates for name in found.unresolved)
        self._closed: set[Place] = set()  # names that were open, and are not any more
        self._became: dict[str, str] = {}  # entities that are in another one, and in which
        seen = {reference.document for judgement in judgements for reference in _references(judgement)}
        self._holders: dict[Place, list[str]] = {}
        for entity in found.entities:
            for place in entity.mentions:
                if place[0] in seen:
                    self._holders.setdefault(place, []).append(entity.id)

    def follow(self, judgement: Judgement) -> str:
        """Follow a judgement; why not, where it cannot be followed."""
        entities = []
        for reference in _references(judgement):
            entity = self._entity(reference)
            if entity is None:
                return f"nothing in the reports is held to be {reference.name} ({reference.id}) any more"
            entities.append(entity)
        if isinstance(judgement.of, EntitySplit):
            return self._split(judgement, judgement.of, entities[0])
        return self._merge(judgement, *entities)

    def grouping(self) -> Grouping:
        """All of it as it stands."""
        if self._closed:
            closed = {place: e.id for e in self._entities.values() for place in e.mentions if place in self._closed}
            spans = _by_document(closed)
            for i, claim in enumerate(self._claims):
                if claim.document in spans:
                    self._claims[i] = relinked(claim, _naming_closed(claim.document, spans[claim.document], closed))
        return Grouping(tuple(self._entities.values()), tuple(self._claims), tuple(self._open.values()))

    def _merge(self, judgement: Judgement, one: Entity, other: Entity) -> str:
        if one.id == other.id:
            return ""  # the reports have come to say so themselves
        closed = self._close(other.id, one.id)
        written = (name.span.of(self._texts.get(name.document, "")) for name in closed)
        names = dict.fromkeys((*one.aliases, other.name, *other.aliases, *written))
        places = {*one.mentions, *other.mentions, *((name.document, name.span) for name in closed)}
        said = _said(judgement, f"“{other.name}” and “{one.name}” merged")
        self._entities[one.id] = replace(
            one,
            aliases=tuple(name for name in names if name and name != one.name),
            mentions=tuple(sorted(places, key=self._place)),
            reasons=(*one.reasons, *other.reasons, said),
        )
        del self._entities[other.id]
        self._became[other.id] = one.id
        self._relink(other.id, lambda _, filler: entitled(filler, one.id))
        return ""

    def _split(self, judgement: Judgement, of: EntitySplit, entity: Entity) -> str:
        names = NamesWritten(entity, self._texts)
        wanted = name_key(of.split_name)
        moved = tuple(p for p in entity.mentions if of.document in {None, p[0]} and names.at(p) == wanted)
        if not moved:
            return f"no mention of {entity.name} ({entity.id}) is written “{of.split_name}”"
        gone = set(moved)
        kept = tuple(place for place in entity.mentions if place not in gone)
        if not kept and name_key(entity.name) == wanted:
            return f"every mention of {entity.name} ({entity.id}) is written “{of.split_name}”: nothing would be left"
        name, *others = names.spellings(of.split_name) or (of.split_name,)
        said = _said(judgement, f"“{name}” split from “{entity.name}”")
        theirs, its = _reasons_of(entity, {name, *others})
        apart = Entity(split_id(judgement.id), entity.type, name, tuple(others), moved, (*theirs, said))
        self._entities[apart.id] = apart
        if kept:
            first, left = names.without(name, kept)
            reasons = (*(its if name not in {first, *left} else entity.reasons), said)
            self._entities[entity.id] = replace(entity, name=first, aliases=left, mentions=kept, reasons=reasons)
        else:  # it was never what it was taken for
            del self._entities[entity.id]
        self._relink(entity.id, _Sides(entity.id, apart.id, moved, kept).linked)
        return ""

    def _entity(self, reference: EntityReference) -> Entity | None:
        """The entity of a reference: that with its id, that which it was merged into, or that which holds its mention
        under its name. An id says more than a mention: after a split and a merge mentions are elsewhere."""
        entity = self._now(reference.id)
        if entity is not None or reference.apart:
            return entity
        place, key = (reference.document, reference.span), name_key(reference.name)
        holding = (self._now(holder) for holder in self._holders.get(place, ()))
        fitting = {e.id: e for e in holding if e and key in map(name_key, (e.name, *e.aliases))}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _now(self, identity: str) -> Entity | None:
        """The entity that has an id, or that the one with this id was merged into."""
        while identity in self._became:
            identity = self._became[identity]
        return self._entities.get(identity)

    def _place(self, place: Place) -> tuple[int, Span]:
        return self._order.get(place[0], len(self._order)), place[1]

    def _relink(self, entity: str, linked: Callable[[str, Filler], Filler]) -> None:
        """Link anew what claims say of an entity; ``linked`` takes a document and a filler."""
        for i in self._naming.pop(entity, ()):
            document = self._claims[i].document

            def one(_: str, filler: Filler, document: str = document) -> Filler:
                return linked(document, filler) if filler.entity == entity else filler

            self._claims[i] = relinked(self._claims[i], one)
            for named in _named_in(self._claims[i]):
                self._naming.setdefault(named, {})[i] = None

    def _close(self, gone: str, into: str) -> list[Unresolved]:
        """Open names with what a candidate has become; those that have one candidate left are closed, and returned."""
        closed = []
        for i in self._may_be.pop(gone, ()):
            name = self._open.get(i)
            if name is None:
                continue
            candidates = tuple(dict.fromkeys(into if c == gone else c for c in name.candidates))
            self._open[i] = replace(name, candidates=candidates)
            self._may_be.setdefault(into, {})[i] = None
            if len(candidates) == 1 and i not in self._cut:
                closed.append(self._open.pop(i))
        self._closed.update((name.document, name.span) for name in closed)
        return closed


def _places(items: Iterable[Iterable[str]]) -> dict[str, dict[int, None]]:
    """The places of the items that hold each entity, the first first."""
    found: dict[str, dict[int, None]] = {}
    for place, entities in enumerate(items):
        for entity in entities:
            found.setdefault(entity, {})[place] = None
    return found


def _named_in(claim: Claim) -> Iterator[str]:
    """The entities that a claim's fillers name."""
    return (filler.entity for filler in fillers(claim) if filler.entity is not None)


def _reasons_of(entity: Entity, names: set[str]) -> tuple[list[str], list[str]]:
    """The reasons of an entity's names: those that are of ``names`` alone, and those that are not about them."""
    theirs, its = [], []
    for reason in entity.reasons:
        about = {name for name in names if reason.startswith(f"“{name}” and “") or f"” and “{name}”" in reason}
        if not about:
            its.append(reason)
        elif len(about) > 1:
            theirs.append(reason)
    return theirs, its


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
        names_moved, names_kept = (any(filler.span.overlaps(span) for span in spans) for spans in (moved, kept))
        if names_moved == names_kept:
            return entitled(filler, None)
        return entitled(filler, self._apart if names_moved else self._entity)


def _references(judgement: Judgement) -> tuple[EntityReference, ...]:
    of = judgement.of
    return (of.entity, of.other) if isinstance(of, EntityMerge) else (of.entity,)


def _said(judgement: Judgement, what: str) -> str:
    return f"{what} by {judgement.by} ({judgement.id}): {judgement.why}"


def _naming_closed(
    document: str, spans: Sequence[Span], closed: Mapping[Place, str]
) -> Callable[[str, Filler], Filler]:
    """Links the fillers that end in a name which is not open any more ("President Lund")."""

    def linked(_: str, filler: Filler) -> Filler:
        inside = [s for s in spans if filler.span.covers(s) and s.end == filler.span.end]
        return filler if filler.entity or not inside else entitled(filler, closed[document, inside[0]])

    return linked


def _by_document(places: Iterable[Place]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for document, span in places:
        found.setdefault(document, []).append(span)
    return found
