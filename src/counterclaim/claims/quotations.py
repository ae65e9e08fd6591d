"""Quotations over a whole document: where each opens and closes, who speaks it, and what that does to scope.

Marks are read off the text, not off the tree: a quotation may run over sentences and, opened anew, over paragraphs.
Its speaker is whom a cue beside it names; a quotation without one is its neighbour's in the same paragraph, or of the
sentence that leads up to it. What stands inside a quotation is its speaker's, whole, and a cue inside it reaches
no further than its marks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.claims.clause import Clause
from counterclaim.claims.sources import Scoped, carried

_LONGEST = 60  # sentences of one quotation; what opened longer ago was never closed
_SHORTEST = 3  # words besides its marks that a quotation without a cue of its own has: fewer are a term in quotes
_CURLY_OPENERS, _CURLY_CLOSERS, _STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset({'"', "``", "''"})
OPENERS, CLOSERS = _CURLY_OPENERS | _STRAIGHT, _CURLY_CLOSERS | _STRAIGHT
_SINGLE = frozenset("'`’‘")


@dataclass(frozen=True, slots=True)
class Part:
    """The words ``[first, end)`` of one sentence that stand in a quotation, its marks included."""

    sentence: int
    first: int
    end: int

    @property
    def words(self) -> frozenset[int]:
        """The indices of its words."""
        return frozenset(range(self.first, self.end))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double quotation mark over ``width`` words of a sentence, and what its place lets it do."""

    sentence: int
    first: int
    width: int
    opens: bool
    closes: bool


def give_speakers(clauses: Sequence[Clause], found: Sequence[list[Scoped]]) -> list[list[Scoped]]:
    """The attributions of every sentence, with quotations given to their speakers.

    ``found`` are each sentence's own attributions. A quotation with a cue beside it is covered to its marks; the
    sentences of a quotation that have no cue get their speaker without one.
    """
    result = [list(scoped) for scoped in found]
    speaking: set[int] = set()  # the first characters of the cues whose words stand in other sentences
    before: tuple[Part, Scoped] | None = None  # the last part of the quotation before, and its speaker's words
    for quotation in quotations(clauses):
        for part in quotation:
            result[part.sentence] = [_clipped(s, part) for s in result[part.sentence]]
        speaker = (
            _own(result, quotation)
            or _announcing(clauses, result, quotation)
            or _neighbour(clauses, result, quotation, before)
        )
        before = None
        if speaker is not None:
            for part in quotation:
                if not _taken(clauses[part.sentence], result[part.sentence]):
                    _cover(result[part.sentence], part, speaker)
            before = quotation[-1], speaker
            speaking.add(speaker.attribution.cue.span.start)
    kept = [[s for s in scoped if s.content or s.attribution.cue.span.start in speaking] for scoped in result]
    return [sorted(scoped, key=lambda s: -len(s.content)) for scoped in kept]


def quotations(clauses: Sequence[Clause]) -> list[list[Part]]:
    """Every quotation of a document, in order, as the parts of the sentences that it covers."""
    found: list[list[Part]] = []
    open_: list[Part] = []  # the parts of a quotation that its paragraph has not closed
    for first, end in paragraphs(clauses):
        marks = list(_marks(clauses, first, end))
        if open_ and not (marks and _continues(marks[0], first)):
            found.append(_unclosed(open_))
            open_ = []
        start: tuple[int, int] | None = (first, 0) if open_ else None
        for mark in marks:
            if start is None:
                start = (mark.sentence, mark.first) if mark.opens else None
            elif mark.closes and start != (mark.sentence, mark.first):
                found.append(open_ + _parts(clauses, start, (mark.sentence, mark.first + mark.width)))
                open_, start = [], None
        if start is not None:
            open_ += _parts(clauses, start, (end - 1, len(clauses[end - 1].words)))
    return [q for q in [*found, _unclosed(open_)] if 0 < len(q) <= _LONGEST]


def _unclosed(parts: list[Part]) -> list[Part]:
    """What a quotation covers that is never closed: all when it opens a sentence, elsewhere that sentence alone."""
    return parts if not parts or parts[0].first == 0 else parts[:1]


def paragraphs(clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Paragraphs as ranges of sentences: no line break stands between two sentences of one."""
    first = 0
    for s in range(1, len(clauses) + 1):
        if s == len(clauses) or "\n" in _gap(clauses, s):
            yield first, s
            first = s


def _gap(clauses: Sequence[Clause], s: int) -> str:
    """What stands between a sentence and the one before it."""
    return clauses[s].text[clauses[s - 1].parse.sentence.span.end : clauses[s].parse.sentence.span.start]


def _marks(clauses: Sequence[Clause], first: int, end: int) -> Iterator[_Mark]:
    """The double quotation marks of a paragraph: curly, angle, straight, and two single ones side by side."""
    for s in range(first, end):
        words, spans, w = clauses[s].words, clauses[s].spans, 0
        while w < len(words):
            width = 1
            if words[w] in _SINGLE and w + 1 < len(words) and words[w + 1] == words[w]:
                width += spans[w].end == spans[w + 1].start
            if width == 2 or words[w] in OPENERS or words[w] in CLOSERS:
                yield _mark(clauses[s], s, w, width, leads=s == first and w == 0)
            w += width


def _mark(clause: Clause, s: int, w: int, width: int, *, leads: bool) -> _Mark:
    """One mark: curly ones say what they do, straight ones stand on the word that they open or close."""
    text, form = clause.text, clause.words[w]
    start, end = clause.spans[w].start, clause.spans[w + width - 1].end
    after_word = start > 0 and not (text[start - 1].isspace() or text[start - 1] in "([—–-―")
    before_word = end < len(text) and not (text[end].isspace() or text[end] in ".,;:!?)]—–")
    if leads:
        return _Mark(s, w, width, opens=True, closes=False)
    if form in _CURLY_OPENERS:
        return _Mark(s, w, width, opens=True, closes=False)
    if form in _CURLY_CLOSERS:
        return _Mark(s, w, width, opens=False, closes=True)
    return _Mark(s, w, width, opens=before_word and not after_word, closes=after_word or not before_word)


def _continues(mark: _Mark, first: int) -> bool:
    """Whether a paragraph's first mark shows that the quotation before runs on: opened anew, or closed here."""
    return (mark.sentence, mark.first) == (first, 0) or (mark.closes and not mark.opens)


def _parts(clauses: Sequence[Clause], start: tuple[int, int], end: tuple[int, int]) -> list[Part]:
    (first, at), (last, stop) = start, end
    return [
        Part(s, at if s == first else 0, stop if s == last else len(clauses[s].words)) for s in range(first, last + 1)
    ]


def _clipped(scoped: Scoped, part: Part) -> Scoped:
    """An attribution inside a quotation, cut at its marks; any other as it is."""
    if scoped.cue is None or not part.first <= scoped.cue < part.end:
        return scoped
    inside = scoped.content & part.words
    return replace(scoped, content=inside) if inside else scoped


def _own(result: Sequence[list[Scoped]], quotation: list[Part]) -> Scoped | None:
    """The attribution that a quotation belongs to: its cue stands outside, what it covers inside the marks."""
    best: Scoped | None = None
    most = 0
    for part in quotation:
        for scoped in result[part.sentence]:
            outside = scoped.cue is None or not part.first <= scoped.cue < part.end
            shared = len(scoped.content & part.words)
            if outside and shared > most:
                best, most = scoped, shared
    return best


def _announcing(clauses: Sequence[Clause], result: Sequence[list[Scoped]], quotation: list[Part]) -> Scoped | None:
    """A cue without anything that it governs, beside the quotation or in a sentence of its own right after it."""
    for part in quotation:
        for scoped in result[part.sentence]:
            if not scoped.content and scoped.cue is not None and not part.first <= scoped.cue < part.end:
                return scoped
    last = quotation[-1]
    following = last.sentence + 1
    if following >= len(clauses) or last.end < len(clauses[last.sentence].words):
        return None
    near = "\n" not in _gap(clauses, following)
    return next((s for s in result[following] if not s.content and (near or s.cue == 0)), None)  # (0: a dash)


def _neighbour(
    clauses: Sequence[Clause], result: Sequence[list[Scoped]], quotation: list[Part], before: tuple[Part, Scoped] | None
) -> Scoped | None:
    """The speaker of a quotation that no cue stands beside: of the quotation or the speech in the sentence before."""
    part = quotation[0]
    s, words = part.sentence, clauses[part.sentence].words
    if part.first > 0 or part.end - part.first < _SHORTEST + 2 or s == 0:
        return None
    if len(quotation) == 1 and any(w[0].isalnum() for w in words[part.end :]):
        return None  # a title or a term at the head of the writer's own sentence
    previous = clauses[s - 1].words
    if "\n" in _gap(clauses, s):
        # Another paragraph: only what a colon announces, or one more quotation after a whole one.
        if previous and previous[-1] == ":":
            return _reporting(result[s - 1])
        if before is not None and before[0].sentence == s - 1 and before[0].end == len(previous):
            return before[1]
        return None
    if before is not None and before[0].sentence == s - 1:
        return before[1]
    return _reporting(result[s - 1])


def _reporting(scoped: Sequence[Scoped]) -> Scoped | None:
    """Who speaks in a sentence: whoever a colon leaves to speak, or the source of its widest attribution."""
    speaking = [s for s in scoped if not s.loose and s.attribution.source is not None]
    return next((s for s in speaking if not s.content), speaking[0] if speaking else None)


def _taken(clause: Clause, scoped: Sequence[Scoped]) -> bool:
    """Whether a label ("NAME:") gave a sentence to its speaker."""
    return any(s.cue is None or clause.words[s.cue] == ":" for s in scoped)


def _cover(scoped: list[Scoped], part: Part, speaker: Scoped) -> None:
    """Extend the speaker's attribution over a part of a quotation, or add one where the sentence has none."""
    source = speaker.attribution.source
    for i, own in enumerate(scoped):
        outside = own.cue is None or not part.first <= own.cue < part.end
        if outside and own.attribution.source == source and (own.content & part.words or own is speaker):
            scoped[i] = replace(own, content=own.content | part.words, direct=True)
            return
    if any(part.words <= s.content and s.cue not in part.words for s in scoped):
        return
    scoped.insert(0, carried(speaker, part.words))
