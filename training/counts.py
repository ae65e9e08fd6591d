"""Precision, recall and F1 over sets of items: for development scores and for the benchmarks alike."""

from collections.abc import Hashable, Iterable


class Counts:
    """Right, found and wanted items of one kind."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: Iterable[Hashable], wanted: Iterable[Hashable]) -> None:
        """Count one sentence or document."""
        found, wanted = set(found), set(wanted)
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @classmethod
    def total(cls, parts: Iterable["Counts"]) -> "Counts":
        """The counts of several kinds together."""
        summed = cls()
        for part in parts:
            summed.right += part.right
            summed.found += part.found
            summed.wanted += part.wanted
        return summed

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is wanted that was found; 0 where nothing is wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was found or wanted."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0
