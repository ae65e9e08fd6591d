"""What each document has each speaker say: the claims that rest on it, the words, when and through which medium."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.lexicon.outlets import outlets
from counterclaim.lineage.sources import day_of, iso_day
from counterclaim.records import Attribution, Claim, Document, Entity, Filler, Section, Span

_PERSON = "PER"
_AFTER = 80  # characters after a medium or a cue in which the outlet stands that was spoken to
_MOST = 200  # stretches of one speaker's words in one document that are compared
_LONGEST_NAME = 4  # words of an outlet's name that are tried
_WORD = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")


@dataclass(frozen=True, slots=True)
class Saying:
    """One speaker in one document on one occasion, as far as the document tells occasions apart.

    ``claims`` are ids, each with the number of sources in its chain that stand nearer to it than the speaker. ``words``
    are the stretches of text that are attributed, the longest where they overlap. ``day`` is the day on which it was
    said, where the text gives it, ``published`` that of the document. ``media`` are kinds such as "interview".
    ``outlets`` are those to whom it was said or who report it: full names with the names that the text gives them.
    """

    speaker: str
    document: str
    claims: tuple[tuple[str, int], ...]
    words: tuple[str, ...]
    day: int | None
    published: int | None
    media: frozenset[str]
    outlets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """One claim as one speaker's words."""

    claim: Claim
    place: int  # in the chain, from the outermost source

    @property
    def attribution(self) -> Attribution:
        return self.claim.attribution[self.place]

    @property
    def nearer(self) -> int:
        """How many sources of the chain stand nearer to the claim."""
        return len(self.claim.attribution) - 1 - self.place


def sayings(claims: Sequence[Claim], documents: Mapping[str, Document], entities: Sequence[Entity]) -> list[Saying]:
    """The sayings of speakers that are entities. Headlines of other reports are left out, and so are outlets, which
    report what others say, or speak of themselves under all that they print."""
    people = _people(entities)
    mute = {e.id for e in entities if e.type != _PERSON and _outlet(e.name) is not None}
    found: dict[tuple[str, str], list[_Said]] = {}
    for claim in claims:
        if claim.section is Section.RELATED or claim.document not in documents:
            continue
        for place, attribution in enumerate(claim.attribution):
            speaker = _speaker(attribution.source, people.get(claim.document, ()))
            if speaker is not None and speaker not in mute:
                found.setdefault((speaker, claim.document), []).append(_Said(claim, place))
    return [
        _saying(speaker, documents[document], day, part)
        for (speaker, document), said in sorted(found.items(), key=lambda item: item[0])
        for day, part in _occasions(said)
    ]


def _people(entities: Iterable[Entity]) -> dict[str, list[tuple[Span, str]]]:
    """The mentions of people in each document, in order."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        for document, span in entity.mentions if entity.type == _PERSON else ():
            found.setdefault(document, []).append((span, entity.id))
    return {document: sorted(mentions) for document, mentions in found.items()}


def _speaker(source: Filler | None, people: Sequence[tuple[Span, str]]) -> str | None:
    """The entity that speaks: the last person whom the phrase names, or whatever else it is linked to."""
    if source is None:
        return None
    first = bisect_left(people, (Span(source.span.start, source.span.start), ""))
    last = bisect_left(people, (Span(source.span.end, source.span.end), ""))
    named = [identity for span, identity in people[first:last] if source.span.covers(span)]
    return named[-1] if named else source.entity


def _occasions(said: Sequence[_Said]) -> list[tuple[int | None, list[_Said]]]:
    """What a document has one speaker say, by the days that it gives; what has none goes with the only day given."""
    days: dict[int | None, list[_Said]] = {}
    for item in said:
        days.setdefault(_stated_day(item.attribution), []).append(item)
    undated = days.pop(None, [])
    if len(days) == 1:
        ((day, items),) = days.items()
        return [(day, items + undated)]
    return [*sorted(days.items(), key=lambda entry: entry[0] or 0), *([(None, undated)] if undated else [])]


def _stated_day(attribution: Attribution) -> int | None:
    time = attribution.time
    return iso_day(time.start) if time is not None and time.start == time.end else None


def _saying(speaker: str, document: Document, day: int | None, said: Sequence[_Said]) -> Saying:
    spans = _longest(span for item in said for span in _attributed(item.claim))[:_MOST]
    media = {m.text for item in said if (m := item.attribution.medium) is not None}
    return Saying(
        speaker=speaker,
        document=document.id,
        claims=tuple(sorted((item.claim.id, item.nearer) for item in said)),
        words=tuple(span.of(document.text) for span in spans),
        day=day,
        published=day_of(document),
        media=frozenset(medium.casefold() for medium in media if _outlet(medium) is None),
        outlets={full: form for item in said for full, form in _heard(document.text, item)},
    )


def _attributed(claim: Claim) -> Iterable[Span]:
    yield claim.evidence.span
    yield from (filler.span for filler in claim.roles.get("content", ()))


def _longest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or not kept[-1].covers(span):
            kept.append(span)
    return tuple(kept)


def _heard(text: str, said: _Said) -> Iterable[tuple[str, str]]:
    """The outlets to which something was said ("in an interview with AFP", "told Reuters"), or that report it."""
    medium = said.attribution.medium
    named = [a.source.text for a in said.claim.attribution[: said.place] if a.source is not None]
    named += [medium.text] if medium is not None else []
    for name in named:
        full = _outlet(name)
        if full is not None:
            yield full, name
    for span in [said.attribution.cue.span] + ([medium.span] if medium is not None else []):
        stretch = text[span.end : span.end + _AFTER]
        end = _SENTENCE_END.search(stretch)
        yield from _outlets_in(stretch[: end.start()] if end else stretch)


def _outlet(name: str) -> str | None:
    """The full name of an outlet; monitors are none: they speak, and nobody speaks through them."""
    known = outlets().get(name)
    return known.name if known and known.kind != "monitor" else None


def _outlets_in(stretch: str) -> Iterable[tuple[str, str]]:
    """The outlets that a short stretch of text names, the longest name at each place."""
    words = list(_WORD.finditer(stretch))
    place = 0
    while place < len(words):
        count = 1
        for length in range(min(_LONGEST_NAME, len(words) - place), 0, -1):
            form = stretch[words[place].start() : words[place + length - 1].end()]
            full = _outlet(form)
            if full is not None:
                yield full, form
                count = length
                break
        place += count
