"""How much of one text stands in another, with shingles weighed by what they show.

What many documents hold (mastheads, "subscribe to", the background that an outlet puts under each of its reports) shows
little, and so do names and quotations; a long run of plain words in common is never chance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.lineage.shingles import SIZE, Flags, Hashes, Shingles

_FREE = 4  # documents that may hold a shingle at full weight; held by twice as many, it counts half
_MANY = 12  # documents that make a shingle a common one: above this the weight falls with the third power
_QUOTED, _NAMES = 0.1, 0.3  # weights of a quoted shingle, and of one made of names
_SHORT, _FULL = 3, 5  # shingles in a run that begins to count, and in one that counts in full
_LEAD = 0.4  # the part of a text that tells its news; background and furniture stand at the end


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share.

    ``share``: part of the shorter one's words that stand in the other, from 0 to 1. ``score``: the same by weight.
    ``lead``: weight of the shared shingles in the first part of either text, quotations left out. ``longest``: words of
    the longest passage.
    """

    share: float
    score: float
    lead: float
    longest: int


class Corpus:
    """The texts that are compared, with how many of them hold each shingle."""

    def __init__(self, texts: Sequence[Shingles]) -> None:
        self._texts = texts
        known, weights = _weigh(texts)
        # Looked up once for each text: the table of all shingles is too large to stay near the processor.
        self._weights = [weights[np.searchsorted(known, text.sequence)] for text in texts]
        self._totals: dict[int, float] = {}

    def overlap(self, one: int, other: int) -> Overlap:
        """What two texts share, given by their numbers."""
        shorter, longer = sorted((one, other), key=lambda n: (len(self._texts[n]), n))
        text, whole = self._texts[shorter], self._texts[longer]
        places, shared = placed(text.sequence, whole.distinct)
        if not shared.any():
            return Overlap(0.0, 0.0, 0.0, 0)
        weights, quoted = self._values(shorter)
        total, lead, longest = 0.0, 0.0, 0
        for start, end in runs(shared):
            length = end - start
            longest = max(longest, length)
            if length < _SHORT:
                continue
            value = float(weights[start:end].sum()) * min(1.0, length / _FULL)
            # A quotation with the words around it that all share, or one that the other embeds without its marks.
            if quoted[start:end].mean() >= 0.5:
                total += _QUOTED * value
                continue
            total += value
            there = whole.first[places[start]] / len(whole)
            lead += value if min(start / len(text), there) < _LEAD else 0.0
        least = min(self._total(shorter), self._total(longer))
        return Overlap(_covered(shared), min(1.0, total / max(1.0, least)), lead, longest + SIZE - 1)

    def _values(self, number: int) -> tuple[NDArray[np.float64], Flags]:
        """Each shingle's weight without regard to quotation, and whether any text quotes it."""
        held = self._weights[number]
        return np.where(self._texts[number].names, _NAMES, 1.0) * np.abs(held), held < 0

    def _total(self, number: int) -> float:
        if number not in self._totals:
            weights, quoted = self._values(number)
            self._totals[number] = float(np.where(quoted, _QUOTED * weights, weights).sum())
        return self._totals[number]


def placed(wanted: Hashes, held: Hashes) -> tuple[NDArray[np.int64], Flags]:
    """For each hash its place among those held, which are sorted and each once, and whether it is there at all.

    ``numpy.isin`` sorts both sides anew, which for texts of a page costs ten times as much.
    """
    if not len(held):
        return np.zeros(len(wanted), dtype=np.int64), np.zeros(len(wanted), dtype=np.bool_)
    places = np.minimum(np.searchsorted(held, wanted), len(held) - 1)
    return places, held[places] == wanted


def _weigh(texts: Sequence[Shingles]) -> tuple[Hashes, NDArray[np.float32]]:
    """Each shingle of the corpus with its weight, below zero where any text quotes it."""
    known, holders = np.unique(_joined(t.distinct for t in texts), return_counts=True)
    weights = np.minimum(1.0, _FREE / holders) * np.square(np.minimum(1.0, _MANY / holders))
    weights = weights.astype(np.float32)
    said = np.unique(_joined(t.sequence[t.quoted] for t in texts))
    weights[np.searchsorted(known, said)] *= -1
    return known, weights


def _joined(parts: Iterable[Hashes]) -> Hashes:
    return np.concatenate([np.zeros(0, dtype=np.uint64), *parts])


def runs(flags: Flags) -> list[tuple[int, int]]:
    """The stretches of set flags, half open."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _covered(shared: Flags) -> float:
    """The part of a text's words that shared shingles cover."""
    words = np.zeros(len(shared) + SIZE - 1, dtype=np.bool_)
    for start, end in runs(shared):
        words[start : end + SIZE - 1] = True
    return float(words.mean())
