"""Mentions to entities, across documents: one entity a thing, under every name that is surely its.

States under their names, adjectives and seats; persons under spellings of one name; bodies under acronyms and short
forms; weapons under designations. A name that fits two entities is linked to neither, and the ledger says so. In
order: the names of each page (``pages``), of the whole collection (``collection``), the fillers of claims (``links``,
``descriptions``, ``speakers``, ``pronouns``).
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.entities.bodies import bare
from counterclaim.entities.collection import Settled, settle
from counterclaim.entities.descriptions import Describer
from counterclaim.entities.leaders import leaders
from counterclaim.entities.links import ACTING, Linker
from counterclaim.entities.naming import entities as entities_of
from counterclaim.entities.pages import read_names
from counterclaim.entities.pronouns import Page, name_pronouns
from counterclaim.entities.relinking import entitled, relinked
from counterclaim.entities.speakers import name_speakers
from counterclaim.entities.values import Grouping, Open, PageNames, Use
from counterclaim.records import Claim, Document, Filler, NamedSentence, Span, Unresolved

Documents = Sequence[tuple[Document, Sequence[NamedSentence]]]
_DESCRIBED = ACTING | {"source", "target", "person", "via"}


def group(documents: Documents, claims: Iterable[Claim]) -> Grouping:
    """The entities that documents' names make, the claims with their fillers linked, and the names left open.

    A document that comes twice counts once; of two with one id the second one's names are left out.
    """
    once = {document.id: (document, sentences) for document, sentences in reversed(documents)}
    ordered = [once[d] for d in dict.fromkeys(document.id for document, _ in documents)]
    pages = [read_names(document, sentences) for document, sentences in ordered]
    settled = settle(pages)
    linked, opened = _link_all(ordered, pages, settled, claims)
    del pages  # of a large collection, what each step leaves behind would be as much again
    found = entities_of(settled)
    ids = {key: entity.id for key, entity in found.items()}
    done = _finished(linked, ordered, settled, ids, {e.id: e.type for e in found.values()})
    left = [Unresolved(d, *_left(o, ids)) for d in settled.open for o in (*settled.open[d], *opened.get(d, ()))]
    return Grouping(tuple(found.values()), done, tuple(left))


def _finished(
    linked: list[Claim], documents: Documents, settled: Settled, ids: Mapping[str, str], types: Mapping[str, str]
) -> tuple[Claim, ...]:
    """Claims with entities in the place of keys, and with their pronouns read; they take the places of ``linked``."""
    people = frozenset(identity for identity, kind in types.items() if kind == "PER")
    sentences = {document.id: named for document, named in documents}
    for document, places in _by_document(linked).items():
        named = [_with_ids(linked[place], ids) for place in places]
        spoken = name_speakers(named, people)
        if document in sentences:
            page = Page(sentences[document], {u.span: ids[u.key] for u in settled.uses[document]})
            spoken = name_pronouns(spoken, {document: page}, types)
        for place, claim in zip(places, spoken, strict=True):
            linked[place] = claim
    return tuple(linked)


def _by_document(claims: Sequence[Claim]) -> dict[str, list[int]]:
    """The places of each document's claims."""
    found: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        found.setdefault(claim.document, []).append(place)
    return found


def _left(name: Open, ids: Mapping[str, str]) -> tuple[Span, str, tuple[str, ...], str]:
    return name.span, name.text, tuple(ids[c] for c in name.candidates if c in ids), name.reason


def _link_all(
    documents: Documents, pages: Sequence[PageNames], settled: Settled, claims: Iterable[Claim]
) -> tuple[list[Claim], dict[str, list[Open]]]:
    """Claims with keys for entities in their fillers, and descriptions that fit several."""
    used = [(document, settled.uses[document.id]) for document, _ in documents]
    leads = leaders(settled.evidence, used)
    linked = list(claims)
    places = _by_document(linked)
    opened: dict[str, list[Open]] = {}
    for (document, _), page in zip(documents, pages, strict=True):
        links = _Links(document.text, page, settled, leads)
        for place in places.get(document.id, ()):
            linked[place] = links.claim(linked[place])
        links.add_organs(document.id, settled)
        opened[document.id] = list(links.open.values())
    return linked, opened


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a filler stands and in which role: claims share fillers, and each is looked at once."""

    role: str
    span: Span


class _Links:
    """Links the claims of one document."""

    def __init__(self, text: str, page: PageNames, settled: Settled, leads: Mapping[str, str]) -> None:
        self._uses = settled.uses[page.document]
        finals = {
            key: keys[0]
            for key in (*page.evidence, *page.nouns)
            if len(keys := settled.finals(key, page.document)) == 1
        }
        self._linker = Linker(text, leads)
        self._describer = Describer(text, page, self._uses, finals)
        self._known = {use.key for use in self._uses}
        self._seen: dict[_Place, str | None] = {}
        self._organs: dict[Span, Use] = {}
        self.open: dict[Span, Open] = {}

    def claim(self, claim: Claim) -> Claim:
        """The claim with keys in its fillers."""
        return relinked(claim, self._linked)

    def _linked(self, role: str, filler: Filler) -> Filler:
        place = _Place(role, filler.span)
        if place not in self._seen:
            self._seen[place] = self._key(role, filler)
        return entitled(filler, self._seen[place])

    def _key(self, role: str, filler: Filler) -> str | None:
        # Names stand in the order of the text; only those that begin inside the phrase are looked at.
        first = bisect_left(self._uses, filler.span.start, key=_start)
        last = bisect_left(self._uses, filler.span.end, lo=first, key=_start)
        inside = [use for use in self._uses[first:last] if filler.span.covers(use.span)]
        key = self._linker.key(role, filler.span, inside)
        if key is None and role in _DESCRIBED:
            described = self._describer.key(filler)
            if isinstance(described, Open):
                self.open[filler.span] = described
            else:
                key = described
        if key is not None and key not in self._known and not key.startswith("state:"):
            self._organs[filler.span] = Use(filler.span, bare(filler.text), "ORG", key)
        elif key is not None and key not in self._known:
            self._organs.setdefault(filler.span, Use(filler.span, key.removeprefix("state:"), "GPE", key))
        return key

    def add_organs(self, document: str, settled: Settled) -> None:
        """Give organs and states that only fillers name a mention of their own ("the Norwegian defence ministry")."""
        for use in self._organs.values():
            settled.names.add(use.key, use.shown, use.type)
        settled.added[document] = sorted(self._organs.values(), key=lambda u: u.span)


def _with_ids(claim: Claim, ids: Mapping[str, str]) -> Claim:
    return relinked(claim, lambda _, filler: entitled(filler, ids.get(filler.entity or "")))


def _start(use: Use) -> int:
    return use.span.start
