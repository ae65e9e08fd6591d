"""Whom a sanction claim names: in its target's role, or in the list that its sentence goes on with.

A claim's role holds the phrase that its clause has ("nine individuals"). Whom a sentence lists besides ("…, the company
X, and the prison Y", "among them are A, B and C", "whom it identified as A and B") is named as a target too, where the
names follow each other or a word that opens a list. Names that stand elsewhere in the sentence are only ``near``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Claim, Document, Entity, Filler, Ledger, Span
from counterclaim.registers.check_sentences import following, sentence_around
from counterclaim.registers.imposers import imposers
from counterclaim.registers.names.tables import tables

_NO_NAMES = frozenset({"WEAPON", "MONEY", "NORP"})
_PLACES = frozenset({"GPE", "LOC"})
_NEXT = 2  # sentences behind the claim's in which names are still near
_BEYOND = 2  # words beside a mention that may belong to its name
_BESIDE = 60  # characters beside a mention that are looked at
_ROLE = "target"
# What may stand between a name and the next of a list: separators, an article, a few words that say what it is.
_STOP = (
    "of|in|from|for|to|at|by|with|without|who|whom|whose|which|that|than|over|against|on|under|after|before|during|since|until|"
    "because|while|when|where|if|but|not|is|was|are|were|be|been|has|have|had|will|would|said|says|told|it|he|she|they"
)
_SAYS_WHAT = rf"(?:(?!(?:{_STOP})\b)[^\W\d][\w’'.-]*\s+){{0,6}}"
_SEPARATOR = (
    r"(?:[,;:–—]\s*|\b(?:and|or|plus|also|including|namely|notably)\b\s*|\b(?:as well|along|together) (?:as|with)\b\s*)"
)
_ARTICLE = r"(?:(?:the|a|an|its|their|his|her|one|two|three|four|five)\s+)?"
# The rest of a name that its mention cut short, or what belongs to it ("A of the B brigade, C").
_TAIL = r"(?:(?:\s+[\w’'-]+){0,2}|\s+(?:of|from|in|at|for)\s[^,;.]{1,80})\s*(?=[,;])"
_CONNECTED = re.compile(rf"(?:{_TAIL})?\s*{_SEPARATOR}+{_ARTICLE}{_SAYS_WHAT}\Z")
# "A, the head of X, and B": what is said of A may stand between the two.
_APPOSITION = re.compile(rf"\s*,[^,;.]{{1,160}}[,;]\s*{_SEPARATOR}*{_ARTICLE}{_SAYS_WHAT}\Z")
_OPENER = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|identified (?:\w+ )?as|named(?: (?:\w+ )?as)?|namely|such as|are|were)\b\s*:?|:",
    re.IGNORECASE,
)
# What may stand behind a name of a list. Before a verb the name begins a clause of its own: "A, and B condemned it".
_ENDS = re.compile(
    r"[^\W_]|(?:\s+[\w’'-]+){0,2}\s*(?:[,;:.!?)“”\"(—–]|\Z)|\s+(?:and|or|who|whom|whose|which|where|that|of|in|for|from|over|on|with|"
    r"as|at|by|under|after|since|because|to|respectively|also|including)\b"
)
# A sentence that goes on with the names of those just counted: "They are A and B."
_GOES_ON = re.compile(
    rf"\s*(?:They|These|Those|Among (?:them|those)|The (?!{_STOP})[\w-]+(?: [\w-]+)?)\b[^.,;:“\"]{{0,60}}?"
    rf"(?:{_OPENER.pattern})"
)
_OPENED = re.compile(rf"\s*{_ARTICLE}{_SAYS_WHAT}\Z")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)|«[^»]*»")
_PREPOSITION = re.compile(rf"\b(?:{_STOP})\b")
# The word before a name, and the one behind it.
_BEFORE = re.compile(r"([^\W\d_][\w-]*)[ \t]+[“\"]?\Z")
_BEHIND = re.compile(r"[ \t]+([^\W_][\w’'-]*)")
_POSSESSIVE = re.compile(r"['’]s?\s")
_CUT_OFF = re.compile(r"\s+(?:and|or|of|the|in|for)\Z")
_LONGEST_BETWEEN = 400  # characters between two names of one list
_WORD = re.compile(r"[^\W_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sanction claim's sentence; ``spellings`` are what it may be in a list, likeliest first.

    The first ``own`` of them are its own; the others take in words beside it. ``near`` tells that nothing shows it to
    be a target but where it stands.
    """

    text: str
    span: Span
    entity: str | None
    spellings: tuple[str, ...]
    near: bool = False
    own: int = 1

    @property
    def shown(self) -> str:
        """The name for people: as it stands in the report, or in full where only a part of it stands there."""
        full = self.spellings[0]
        return full if self.text in full else self.text


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention of an entity that could stand on a list."""

    span: Span
    entity: Entity


@dataclass(slots=True)
class Targets:
    """Finds the named targets of a ledger's sanction claims."""

    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    places: Mapping[str, Sequence[_Place]]
    sentences: dict[tuple[str, Span], Span] = field(default_factory=dict)

    @classmethod
    def of(cls, ledger: Ledger, claims: Iterable[Claim]) -> "Targets":
        """The finder for some of a ledger's claims: mentions are kept of their documents only."""
        wanted = {claim.document for claim in claims}
        places: dict[str, list[_Place]] = {}
        for entity in ledger.entities:
            if not _is_listable(entity):
                continue
            for document, span in entity.mentions:
                if document in wanted:
                    places.setdefault(document, []).append(_Place(span, entity))
        for found in places.values():
            found.sort(key=lambda place: place.span)
        documents = {d.id: d for d in ledger.documents if d.id in wanted}
        return cls({entity.id: entity for entity in ledger.entities}, documents, places)

    def sentence(self, claim: Claim) -> Span:
        """The sentence that a claim was made in."""
        key = claim.document, claim.evidence.span
        if key not in self.sentences:
            document = self.documents.get(claim.document)
            text = document.text if document else ""
            self.sentences[key] = sentence_around(text, claim.evidence.span) if text else claim.evidence.span
        return self.sentences[key]

    def named(self, claim: Claim) -> tuple[Named, ...]:
        """The names that a claim and its sentence give as targets, in their order."""
        fillers = claim.roles.get(_ROLE, ())
        text, sentence = self._text(claim), self.sentence(claim)
        after = following(text, sentence, 1)
        goes_on = _GOES_ON.match(text, *after)
        places = self._places(claim.document, Span(sentence.start, after.end) if goes_on else sentence, claim)
        found = [place for place in places if any(_heads(place, filler, text) for filler in fillers)]
        for anchor in self._anchors(claim, fillers, found):
            self._follow(text, anchor, places, found)
        if goes_on:
            self._follow(text, (goes_on.end(), True), places, found)
        mentioned = {place.entity.id for place in found}
        named = [_named(place, text) for place in sorted(found, key=lambda place: place.span)]
        return (*named, *self._pointed_at(fillers, mentioned))

    def near(self, claim: Claim) -> tuple[Named, ...]:
        """All names of a claim's sentence and of the two behind it."""
        sentence = self.sentence(claim)
        text = self._text(claim)
        after = following(text, sentence, _NEXT)
        places = self._places(claim.document, Span(sentence.start, after.end), claim)
        return tuple(_named(place, text, near=True) for place in places)

    def _text(self, claim: Claim) -> str:
        document = self.documents.get(claim.document)
        return document.text if document else ""

    def _places(self, document: str, within: Span, claim: Claim) -> list[_Place]:
        """The mentions within a span, but those of who imposes, says or publishes it."""
        places = self.places.get(document, ())
        at = bisect_left(places, within.start, key=lambda place: place.span.start)
        apart = {filler.entity for filler in claim.roles.get("imposer", ())}
        apart |= {link.source.entity for link in claim.attribution if link.source is not None}
        found: list[_Place] = []
        for place in islice(places, at, None):
            if place.span.start >= within.end:
                break
            overlaps = bool(found) and place.span.start < found[-1].span.end
            if place.entity.id not in apart and not overlaps and self._is_called(document, place):
                found.append(place)
        return found

    def _is_called(self, document: str, place: _Place) -> bool:
        """Whether a place is named as a site that is called after it; other names are no places."""
        if place.entity.type not in _PLACES:
            return True
        known = self.documents.get(document)
        if known is None:
            return False
        before = _BEFORE.search(known.text, max(0, place.span.start - _BESIDE), place.span.start)
        behind = _BEHIND.match(known.text, place.span.end)
        return any(word is not None and word[1].lower() in imposers().sites for word in (before, behind))

    def _anchors(self, claim: Claim, fillers: Sequence[Filler], found: Sequence[_Place]) -> Iterator[tuple[int, bool]]:
        """Where a list of names may begin or go on: behind a target, or behind a word that opens one (True)."""
        yield from ((filler.span.end, False) for filler in fillers)
        yield from ((place.span.end, False) for place in found)
        sentence, text = self.sentence(claim), self._text(claim)
        quoted = [match.span() for match in _QUOTED.finditer(text, *sentence)]
        for match in _OPENER.finditer(text, *sentence):
            if not any(start <= match.start() < end for start, end in quoted):
                yield match.end(), True

    def _follow(self, text: str, anchor: tuple[int, bool], places: Sequence[_Place], found: list[_Place]) -> None:
        """Add to ``found`` the names that follow an anchor and each other."""
        end, opened = anchor
        for place in places:
            if place.span.start < end:
                continue
            between = _QUOTED.sub("", text[end : min(place.span.start, end + _LONGEST_BETWEEN)])
            if opened and not _OPENED.match(between):
                return
            if not (opened or _CONNECTED.match(between) or _APPOSITION.match(between)) or not _ENDS.match(
                text, place.span.end
            ):
                continue
            if place not in found:
                found.append(place)
            end, opened = place.span.end, False

    def _pointed_at(self, fillers: Sequence[Filler], mentioned: set[str]) -> Iterator[Named]:
        """Targets that a phrase stands for without naming them ("it", "the company")."""
        for filler in fillers:
            entity = self.entities.get(filler.entity or "")
            if entity is not None and _is_listable(entity) and entity.id not in mentioned:
                mentioned.add(entity.id)
                yield Named(entity.name, filler.span, entity.id, (entity.name,))


def _is_listable(entity: Entity) -> bool:
    """Whether a list of names could have an entity: no thing, no people, no state, nobody who imposes sanctions."""
    named = entity.type not in _NO_NAMES and entity.name not in lexicon().states
    return named and imposers().find(entity.name) is None


def _heads(place: _Place, filler: Filler, text: str) -> bool:
    """Whether a mention is what a filler's phrase is about.

    No preposition stands between it and the phrase's start ("directors of X"), no noun behind it ("an X officer").
    """
    if not filler.span.covers(place.span):
        return False
    if _POSSESSIVE.match(text, place.span.end, filler.span.end):  # "X's wife"
        return False
    if _PREPOSITION.search(text[filler.span.start : place.span.start]):
        return filler.entity == place.entity.id
    behind = _BEHIND.match(text, place.span.end, filler.span.end)
    if behind is None or place.span.end == filler.span.end:
        return True
    word = behind[1].lower()
    return (
        _is_kind(behind[1]) or word in imposers().sites or word in {"and", "or"} or bool(_PREPOSITION.fullmatch(word))
    )


def _named(place: _Place, text: str, *, near: bool = False) -> Named:
    """A mention with the spellings that its name may have: the entity's, its own, and with words beside it."""
    span = _whole(place.span, text)
    own = _CUT_OFF.sub("", " ".join(text[span.start : span.end].split()))
    spellings = dict.fromkeys((place.entity.name, own))
    sure = len(spellings)
    if not near:
        spellings |= dict.fromkeys(_longer(place.span, text))
    return Named(own or place.entity.name, place.span, place.entity.id, tuple(spellings), near, sure)


def _whole(span: Span, text: str) -> Span:
    """A mention with the kind of body that its name ends with, where a tagger cut that off ("X" of "X Services")."""
    end = span.end
    while (behind := _BEHIND.match(text, end)) is not None and _is_kind(behind[1]):
        end = behind.end(1)
    return Span(span.start, end)


def _is_kind(word: str) -> bool:
    """Whether a word is a capitalised kind of body: "Services", "Bank"."""
    return word[0].isupper() and word.lower() in tables().types


def _longer(span: Span, text: str) -> Iterator[str]:
    """The mention with words on either side that no punctuation parts from it, as where a tagger cut a name short."""
    before, behind = text[max(0, span.start - _BESIDE) : span.start], text[span.end : span.end + _BESIDE]
    left = _run(reversed(list(_WORD.finditer(before))), before, backwards=True)
    right = _run(_WORD.finditer(behind), behind, backwards=False)
    name = " ".join(text[span.start : span.end].split())
    for behind_it in range(len(right), -1, -1):
        for before_it in range(len(left) + 1):
            words = (*reversed(left[:before_it]), name, *right[:behind_it])
            if len(words) > 1:
                yield " ".join(words)


def _run(words: Iterable[re.Match[str]], text: str, *, backwards: bool) -> list[str]:
    """At most two words that follow without punctuation, and are no function words."""
    found: list[str] = []
    at = len(text) if backwards else 0
    for word in words:
        gap = text[word.end() : at] if backwards else text[at : word.start()]
        if len(found) == _BEYOND or gap.strip() or (not gap and not found and not backwards):
            break
        if _PREPOSITION.fullmatch(word[0].lower()) or word[0].lower() in {"the", "a", "an", "and", "or"}:
            break
        found.append(word[0])
        at = word.start() if backwards else word.end()
    return found
