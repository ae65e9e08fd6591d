"""From scores to well-formed structures: trees, name sequences, roles.

Trees: Chu and Liu 1965, Edmonds 1967 (maximum spanning arborescence), with exactly one root.
Names: Viterbi over BIO tags.
"""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_FORBIDDEN = np.float64(-1e12)


def tree(scores: Floats) -> list[int]:
    """The best tree of an N×(N+1) matrix of arc scores, column 0 being the root.

    Returns for each word the index of its head among the words, -1 for the root's only child. Where the greedy choice
    is a tree already, which is nearly always, no search is done.
    """
    n = len(scores)
    table = scores.astype(np.float64)
    table[np.arange(n), np.arange(1, n + 1)] = _FORBIDDEN  # no word is its own head
    greedy = table.argmax(1) - 1
    if (greedy == -1).sum() == 1 and not _has_cycle(greedy):
        return [int(h) for h in greedy]
    return _best_single_root(table)


def _has_cycle(heads: NDArray[np.int64]) -> bool:
    state = [0] * len(heads)  # 0 unseen, 1 on the path, 2 safe
    for start in range(len(heads)):
        path, at = [], start
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if at >= 0 and state[at] == 1:
            return True
        for seen in path:
            state[seen] = 2
    return False


def _best_single_root(table: NDArray[np.float64]) -> list[int]:
    """The best tree: a toll on the root, dearer than any tree's arcs together, leaves it one child."""
    n = len(table)
    allowed = table[table > _FORBIDDEN]
    square = np.full((n + 1, n + 1), _FORBIDDEN)  # square[child, head]; node 0 is the root
    square[1:] = table
    square[1:, 0] -= n * (allowed.max() - allowed.min()) + 1
    return [head - 1 for head in _arborescence(square)[1:]]


def _arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Chu-Liu-Edmonds on ``scores[child, head]`` with root 0: the head of each node, 0 for the root itself."""
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return [int(h) for h in heads]
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outer = [i for i in range(n) if not inside[i]]
    within = {c: scores[c, heads[c]] for c in cycle}
    new = len(outer)  # the contracted node
    small = np.full((new + 1, new + 1), _FORBIDDEN)
    small[:new, :new] = scores[np.ix_(outer, outer)]
    leave = scores[np.ix_(outer, cycle)]  # an outer child of a head in the cycle
    small[:new, new] = leave.max(1)
    exits = leave.argmax(1)
    enter = scores[np.ix_(cycle, outer)] - np.array([within[c] for c in cycle])[:, None]
    small[new, :new] = enter.max(0)
    entries = enter.argmax(0)
    solved = _arborescence(small)
    result = [int(h) for h in heads]
    for at, node in enumerate(outer[1:], start=1):
        result[node] = cycle[exits[at]] if solved[at] == new else outer[solved[at]]
    result[cycle[entries[solved[new]]]] = outer[solved[new]]
    return result


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """The nodes of one cycle that does not hold the root, or none."""
    colour = [0] * len(heads)
    colour[0] = -1
    for start in range(1, len(heads)):
        at = start
        while colour[at] == 0:
            colour[at] = start
            at = int(heads[at])
        if colour[at] == start:
            found, node = [at], int(heads[at])
            while node != at:
                found.append(node)
                node = int(heads[node])
            return found
    return []


def name_transitions(tags: Sequence[str]) -> NDArray[np.float64]:
    """``[from, to]``: 0 where a tag may follow another, very low where it may not: I needs B or I of its type."""
    table = np.zeros((len(tags), len(tags)))
    for to, tag in enumerate(tags):
        if tag.startswith("I-"):
            table[:, to] = [0.0 if before[2:] == tag[2:] and before != "O" else _FORBIDDEN for before in tags]
    return table


def best_tags(scores: Floats, transitions: NDArray[np.float64], start: NDArray[np.bool_]) -> list[int]:
    """Viterbi: the best valid sequence for N×tags ``scores``; ``start`` marks the tags that may stand first."""
    greedy = scores.argmax(1)
    if start[greedy[0]] and all(transitions[a, b] == 0.0 for a, b in itertools.pairwise(greedy)):
        return [int(t) for t in greedy]
    best = np.where(start, scores[0].astype(np.float64), _FORBIDDEN)
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        paths = best[:, None] + transitions
        back[i] = paths.argmax(0)
        best = paths.max(0) + scores[i]
    at = int(best.argmax())
    sequence = [at]
    for i in range(len(scores) - 1, 0, -1):
        at = int(back[i, at])
        sequence.append(at)
    return sequence[::-1]


def unique_roles(scores: Floats, once: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(label, word) pairs of one predicate from N×(labels+1) ``scores``, label 0 meaning none.

    A label marked in ``once`` (the numbered roles) is given to one word, the one that wants it most; the word that
    loses it takes its next best label.
    """
    table = scores.astype(np.float64).copy()
    # How much a word prefers a label to having no role at all.
    table -= table[:, :1]
    chosen = table.argmax(1)
    while True:
        clash = [
            label for label in np.unique(chosen) if label and once[label] and np.count_nonzero(chosen == label) > 1
        ]
        if not clash:
            return [(int(label), word) for word, label in enumerate(chosen) if label]
        for label in clash:
            holders = np.flatnonzero(chosen == label)
            winner = holders[table[holders, label].argmax()]
            for loser in holders[holders != winner]:
                table[loser, label] = _FORBIDDEN
                chosen[loser] = table[loser].argmax()
