"""Why documents stand in one story, for people to read."""

from collections.abc import Sequence
from dataclasses import dataclass

_KINDS = {"w": "word", "n": "name", "h": "headline"}


@dataclass(frozen=True, slots=True)
class Shared:
    """A term that both sides have: its kind ("name", "headline" or "word"), and how much of the likeness it gives."""

    kind: str
    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Join:
    """Two stories made one; a document that joins a story is a story of one.

    ``kept`` is the id that goes on, ``gone`` the one that is no more, ``documents`` those of the smaller of the two.
    ``likeness`` is the mean likeness of their documents, ``nearness`` in time what it was multiplied with, ``shared``
    the terms that gave most of it.
    """

    kept: str
    gone: str
    documents: tuple[str, ...]
    likeness: float
    nearness: float
    shared: tuple[Shared, ...]

    @property
    def score(self) -> float:
        """What had to reach the threshold."""
        return self.likeness * self.nearness

    def reason(self) -> str:
        """One line for people."""
        terms = ", ".join(f"{s.term} ({s.kind} {s.weight:.3f})" for s in self.shared)
        return f"alike {self.likeness:.2f} x near in time {self.nearness:.2f} = {self.score:.2f}; shared: {terms}"


def shared(terms: Sequence[tuple[str, float]]) -> tuple[Shared, ...]:
    """Terms with their field's prefix as people read them."""
    return tuple(Shared(_KINDS[term[0]], term[2:], round(weight, 4)) for term, weight in terms)
