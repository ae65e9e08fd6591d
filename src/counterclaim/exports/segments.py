"""A text cut where anything begins or ends in it, so that spans which overlap or nest can be marked without nesting."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.records import Claim, Section, Span

# Evidence of so many claims is told apart in one stretch; the shortest, that is the innermost, come first.
MOST_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which the same claims hold throughout; claims are given by their place in a list.

    ``trigger`` is the claim whose trigger covers it, the innermost of several; ``evidence`` are those whose evidence
    does, innermost first. ``begun`` and ``ended`` are the claims whose trigger begins or ends with this stretch.
    """

    span: Span
    trigger: int | None
    evidence: tuple[int, ...]
    begun: tuple[int, ...]
    ended: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text between blank lines, all of one section."""

    span: Span
    section: Section


def paragraphs(text: str, sections: Sequence[tuple[Span, Section]]) -> Iterator[Paragraph]:
    """The paragraphs of a text, in order; only whitespace is left out.

    ``sections`` gives the section of the sentences, in order; what stands between two of them belongs to the first. A
    line is never cut: what stands before a report's first words ("OSLO —") goes with them.
    """
    starts = [(span.start, section) for span, section in sections]
    at, section = 0, starts[0][1] if starts else Section.BODY
    for block in _blocks(text):
        start, held = block.start, section
        while at < len(starts) and starts[at][0] < block.end:
            cut, section = starts[at]
            line = text.rfind("\n", start, cut) + 1 or start
            if section is not held and (held is Section.FRONT or not text[line:cut].strip()):
                if text[start:line].strip():
                    yield Paragraph(_stripped(text, Span(start, line)), held)
                start, held = line, section
            at += 1
        yield Paragraph(_stripped(text, Span(start, block.end)), held)


def _blocks(text: str) -> Iterator[Span]:
    """Runs of lines that are not blank."""
    start, at = None, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            start = at if start is None else start
        elif start is not None:
            yield Span(start, at)
            start = None
        at += len(line)
    if start is not None:
        yield Span(start, at)


def _stripped(text: str, span: Span) -> Span:
    inside = span.of(text)
    return Span(span.end - len(inside.lstrip()), span.start + len(inside.rstrip()))


def segments(claims: Sequence[Claim], cuts: Sequence[Span], length: int) -> Iterator[list[Segment]]:
    """The segments of each of ``cuts``, which are stretches of a text of ``length`` characters, in order and apart.

    Every claim begins and ends once if there is a cut behind its trigger's start; a trigger that stands between two
    cuts begins with the next one. Near linear in the number of claims.
    """
    triggers = _Cover([_clipped(claim.trigger.span, length) for claim in claims])
    evidence = _Cover([_clipped(claim.evidence.span, length) for claim in claims])
    edges = sorted({*triggers.edges, *evidence.edges, *(edge for cut in cuts for edge in cut)})
    for cut in cuts:
        inside = edges[bisect_left(edges, cut.start) : bisect_right(edges, cut.end)]
        found = []
        for start, end in pairwise(inside):
            begun, over = triggers.move_to(start), triggers.innermost(1)
            evidence.move_to(start)
            found.append(
                Segment(
                    Span(start, end),
                    over[0] if over else None,
                    evidence.innermost(MOST_AT_ONCE),
                    begun,
                    triggers.ending(end),
                )
            )
        yield found


class _Cover:
    """Which of many spans cover a place, as the place moves forward."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = sorted(range(len(spans)), key=lambda i: spans[i].start, reverse=True)
        self._ends = sorted(range(len(spans)), key=lambda i: spans[i].end, reverse=True)
        self._closed = self._ends.copy()
        self._active: list[tuple[int, int]] = []  # (length, place in the list), shortest first

    @property
    def edges(self) -> set[int]:
        """Where any of the spans begins or ends."""
        return {edge for span in self._spans for edge in span}

    def move_to(self, at: int) -> tuple[int, ...]:
        """Go forward to a place; the spans that begin there, or since the place before, are returned."""
        begun = []
        while self._starts and self._spans[self._starts[-1]].start <= at:
            begun.append(self._starts.pop())
            insort(self._active, self._key(begun[-1]))
        while self._ends and self._spans[self._ends[-1]].end <= at:
            key = self._key(self._ends.pop())
            del self._active[bisect_left(self._active, key)]
        return tuple(begun)

    def ending(self, at: int) -> tuple[int, ...]:
        """The spans that end at a place, or since this was last asked."""
        ended = []
        while self._closed and self._spans[self._closed[-1]].end <= at:
            ended.append(self._closed.pop())
        return tuple(ended)

    def innermost(self, most: int) -> tuple[int, ...]:
        """The shortest spans that cover the place."""
        return tuple(i for _, i in self._active[:most])

    def _key(self, i: int) -> tuple[int, int]:
        return (self._spans[i].end - self._spans[i].start, i)


def _clipped(span: Span, length: int) -> Span:
    """A span inside the text, at least one character long where the text is."""
    start = min(max(span.start, 0), max(length - 1, 0))
    return Span(start, min(max(span.end, start + 1), length))
