"""Scorer of coreference chains: MUC, B-cubed, CEAF-e and their mean, the CoNLL figure.

The measures are those of the reference scorer (Pradhan, Luo, Recasens, Hovy, Ng, Strube 2014, "Scoring coreference
partitions of predicted mentions"): MUC after Vilain et al. 1995, B-cubed after Bagga and Baldwin 1998, CEAF after Luo
2005 with his fourth similarity. Mentions in one partition only count as that paper has it.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["CoreferenceScores", "Score", "assignment", "b_cubed", "ceaf_e", "muc", "score"]

Chains = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall as fractions: what is right, of what was found, of what there is."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class CoreferenceScores:
    """The three measures of one pair of partitions."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score

    @property
    def conll(self) -> float:
        """The mean of the three F1 values."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score(key: Iterable[Collection[Hashable]], response: Iterable[Collection[Hashable]]) -> CoreferenceScores:
    """Score a response against the key. Both are partitions into chains; a mention stands in one chain at most."""
    gold, found = [frozenset(c) for c in key if c], [frozenset(c) for c in response if c]
    return CoreferenceScores(muc(gold, found), b_cubed(gold, found), ceaf_e(gold, found))


def muc(key: Chains, response: Chains) -> Score:
    """Links: a chain of n mentions has n - 1, less one for each further piece that the other partition cuts it into."""
    return Score(_links(response, key), _links(key, response))


def _links(chains: Chains, other: Chains) -> float:
    at = _places(other)
    kept = total = 0
    for chain in chains:
        pieces = {at.get(m, m) if m in at else ("alone", m) for m in chain}
        kept += len(chain) - len(pieces)
        total += len(chain) - 1
    return kept / total if total else 0.0


def b_cubed(key: Chains, response: Chains) -> Score:
    """Mentions: for each, the share of its chain that the other partition gives it too; the mean over all."""
    return Score(_overlap(response, key), _overlap(key, response))


def _overlap(chains: Chains, other: Chains) -> float:
    at = _places(other)
    shared = sum(n * n / len(chain) for chain in chains for n in Counter(at[m] for m in chain if m in at).values())
    total = sum(map(len, chains))
    return shared / total if total else 0.0


def ceaf_e(key: Chains, response: Chains) -> Score:
    """Chains: each of one partition is set against one of the other at most, so that their likeness sums to most."""
    best = sum(_best_sum(key, response, component) for component in _components(key, response))
    return Score(best / len(response) if response else 0.0, best / len(key) if key else 0.0)


def _best_sum(key: Chains, response: Chains, component: tuple[list[int], list[int]]) -> float:
    rows, columns = component
    likeness = np.zeros((len(rows), len(columns)))
    at = {m: j for j, c in enumerate(columns) for m in response[c]}
    for i, row in enumerate(rows):
        for j, shared in Counter(at[m] for m in key[row] if m in at).items():
            likeness[i, j] = 2 * shared / (len(key[row]) + len(response[columns[j]]))
    if len(rows) > len(columns):
        likeness = likeness.T
    return float(likeness[np.arange(len(likeness)), assignment(-likeness)].sum())


def _components(key: Chains, response: Chains) -> list[tuple[list[int], list[int]]]:
    """Sets of chains that share mentions, directly or by way of others: no pair across two sets is alike at all."""
    at, rows_of = _places(response), _places(key)
    seen: set[int] = set()
    found = []
    for start in range(len(key)):
        if start in seen:
            continue
        rows, columns, open_rows = {start}, set[int](), [start]
        while open_rows:
            new = {at[m] for m in key[open_rows.pop()] if m in at} - columns
            columns |= new
            more = {rows_of[m] for c in new for m in response[c] if m in rows_of} - rows
            rows |= more
            open_rows.extend(more)
        seen |= rows
        if columns:
            found.append((sorted(rows), sorted(columns)))
    return found


def _places(chains: Chains) -> Mapping[Hashable, int]:
    found: dict[Hashable, int] = {}
    for i, chain in enumerate(chains):
        for mention in chain:
            if mention in found:
                raise ValueError(f"mention in two chains: {mention!r}")
            found[mention] = i
    return found


def assignment(cost: NDArray[np.float64]) -> NDArray[np.int64]:
    """For each row its column, so that the costs sum to least; no more rows than columns.

    The Hungarian method with potentials and shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
    """
    rows, columns = cost.shape
    if rows > columns:
        raise ValueError("more rows than columns")
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.full(columns + 1, rows)  # of each column, its row; the last column is the way in
    for row in range(rows):
        owner[columns] = row
        _augment(cost, owner, row_price, column_price)
    found = np.zeros(rows, np.int64)
    for column in range(columns):
        if owner[column] < rows:
            found[owner[column]] = column
    return found


def _augment(
    cost: NDArray[np.float64],
    owner: NDArray[np.int64],
    row_price: NDArray[np.float64],
    column_price: NDArray[np.float64],
) -> None:
    """Give one more row a column along the cheapest path, and set prices so that no cheaper one is left."""
    rows, columns = cost.shape
    least, came_from = np.full(columns, np.inf), np.zeros(columns, np.int64)
    done = np.zeros(columns + 1, bool)
    column = columns
    while owner[column] < rows:
        done[column] = True
        row = owner[column]
        reduced = cost[row] - row_price[row] - column_price[:columns]
        better = ~done[:columns] & (reduced < least)
        least[better], came_from[better] = reduced[better], column
        open_least = np.where(done[:columns], np.inf, least)
        step = open_least.min()
        row_price[owner[done]] += step
        column_price[done] -= step
        least[~done[:columns]] -= step
        column = int(open_least.argmin())
    while column != columns:
        before = int(came_from[column])
        owner[column] = owner[before]
        column = before
