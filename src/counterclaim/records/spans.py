"""Spans: half-open character offsets into a document's raw text."""

from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in Unicode code points into the raw text of one document."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that this span covers in ``text``."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def hull(spans: "list[Span]") -> Span:
    """The smallest span that covers all of ``spans``, of which there is at least one."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
