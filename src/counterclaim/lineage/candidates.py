"""Which texts are worth comparing, without comparing all with all.

Near-copies by MinHash and bands; parts and rewrites by an inverted index of fingerprints. Both are linear in the number
of texts: of the texts that hold one fingerprint, a few are paired with all others, the rest with the longest and with
their neighbours in time.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from counterclaim.lineage.overlap import placed
from counterclaim.lineage.shingles import Hashes, Shingles, fingerprints

_BANDS, _ROWS, _SEED = 16, 4, 42  # 16 bands of 4: nine in ten pairs at a resemblance of 0.6, all at 0.8
_NEAR = 0.8  # resemblance (shared over all shingles) of near-copies
_ALL_PAIRS = 8  # texts with one fingerprint that are all paired
_MIN_SHARED = 2  # fingerprints that two texts must share


def near_copies(texts: Sequence[Shingles]) -> list[int]:
    """For each text the number of the one that stands for it and its near-copies: the longest, or first, of them."""
    leaders = list(range(len(texts)))
    filled = [n for n, text in enumerate(texts) if len(text)]
    filled.sort(key=lambda n: (-len(texts[n].distinct), n))
    if not filled:
        return leaders
    for bucket in _buckets([texts[n].distinct for n in filled]):
        first = leaders[filled[bucket[0]]]
        for place in bucket[1:]:
            number = filled[place]
            if leaders[number] == number != first and resemblance(texts[first], texts[number]) >= _NEAR:
                leaders[number] = first
    return [_leader(leaders, n) for n in range(len(texts))]


def _buckets(sets: Sequence[Hashes]) -> list[list[int]]:
    """Sets that agree in a band of their MinHash, of two or more, in the order given."""
    ends = np.cumsum([0, *(len(s) for s in sets)])
    rows = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(sets), ends.tolist(), _BANDS * _ROWS, _SEED)
    matrix = np.array(rows.to_rows(), dtype=np.uint64).reshape(len(sets), _BANDS, _ROWS)
    found: list[list[int]] = []
    for band in range(_BANDS):
        _, group = np.unique(matrix[:, band], axis=0, return_inverse=True)
        order = np.argsort(group.reshape(-1), kind="stable")
        cuts = np.flatnonzero(np.diff(group.reshape(-1)[order])) + 1
        found.extend(part.tolist() for part in np.split(order, cuts) if len(part) > 1)
    return found


def _leader(leaders: Sequence[int], number: int) -> int:
    while leaders[number] != number:
        number = leaders[number]
    return number


def resemblance(one: Shingles, other: Shingles) -> float:
    """Shared shingles over all shingles of two texts (Broder 1997)."""
    shared = int(placed(one.distinct, other.distinct)[1].sum())
    return shared / max(1, len(one.distinct) + len(other.distinct) - shared)


def pairs(texts: Iterable[Shingles], days: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers of texts that share passages, the smaller first; ``days`` are the texts' places in time.

    Of each text only its length and fingerprints are kept.
    """
    read = [(len(text), fingerprints(text)) for text in texts]
    if not read:
        return []
    prints = [held for _, held in read]
    count = len(prints)
    holders = np.repeat(np.arange(count), [len(p) for p in prints])
    flat = np.concatenate(prints)
    # Holders of one fingerprint stand together, in order of time.
    times = np.array(days, dtype=np.int64)
    sort = np.lexsort((holders, times[holders], flat))
    flat, holders = flat[sort], holders[sort]
    starts = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1])))
    sizes = np.diff(np.concatenate((starts, [len(flat)])))
    lengths = np.array([length for length, _ in read], dtype=np.int64)
    codes = [_few(holders, starts[sizes == size], size, count) for size in range(2, _ALL_PAIRS + 1)]
    codes += [
        _many(holders[start : start + size], lengths, count)
        for start, size in zip(starts[sizes > _ALL_PAIRS], sizes[sizes > _ALL_PAIRS], strict=True)
    ]
    found, shared = np.unique(np.concatenate(codes), return_counts=True)
    least = np.minimum(_MIN_SHARED, lengths[found // count])
    return [divmod(int(code), count) for code in found[shared >= least]]


def _few(holders: NDArray[np.int64], starts: NDArray[np.int64], size: int, count: int) -> NDArray[np.int64]:
    """Codes of all pairs in the groups of one size."""
    groups = holders[starts[:, None] + np.arange(size)[None, :]]
    one, other = np.triu_indices(size, 1)
    return _codes(groups[:, one].reshape(-1), groups[:, other].reshape(-1), count)


def _many(group: NDArray[np.int64], lengths: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Codes of the pairs of a large group: each text with the next in time, and with the longest."""
    longest = group[np.argmax(lengths[group])]
    others = group[group != longest]
    return np.unique(
        np.concatenate((_codes(group[:-1], group[1:], count), _codes(others, np.full(len(others), longest), count)))
    )


def _codes(one: NDArray[np.int64], other: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    return np.minimum(one, other) * count + np.maximum(one, other)
