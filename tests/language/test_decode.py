"""From scores to structures: well formed whatever the scores, and the best there is where every choice can be tried."""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from counterclaim.language.decode import Floats, best_tags, name_transitions, tree, unique_roles

SCORES = st.integers(-40, 40).map(lambda quarters: quarters / 4)  # sums are exact, and ties are common
TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
TRANSITIONS = name_transitions(TAGS)
START = np.array([not t.startswith("I-") for t in TAGS])
# One role that stands once, one that may stand often; 0 is none.
ONCE = np.array([False, True, True, False])


def arc_scores(most: int) -> st.SearchStrategy[Floats]:
    """Matrices of arcs for up to ``most`` words."""
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=SCORES))


def rows(width: int, most: int) -> st.SearchStrategy[Floats]:
    """Scores of ``width`` labels for up to ``most`` words."""
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, width), elements=SCORES))


def is_tree(heads: Sequence[int]) -> bool:
    """Whether one word is the root and every word's path upwards ends there."""
    for start in range(len(heads)):
        at = start
        for _ in heads:
            at = heads[at] if at >= 0 else at
        if at >= 0:
            return False
    return list(heads).count(-1) == 1


def arcs_value(scores: Floats, heads: Sequence[int]) -> float:
    """What a tree's arcs add up to."""
    return float(sum(scores[word, head + 1] for word, head in enumerate(heads)))


@pytest.mark.parametrize(
    ("name", "scores", "expected"),
    [
        ("one word is the root, however little it wants to be", [[-9, 9]], [-1]),
        ("the greedy choice is a tree", [[0, 0, 5], [5, 0, 0]], [1, -1]),
        ("no word is its own head", [[1, 9, 0], [0, 2, 9]], [-1, 0]),
        ("of two roots the dearer one gives way", [[5, 0, 1], [6, 3, 0]], [-1, 0]),
        ("a cycle is broken where that costs least", [[0, 0, 9], [3, 9, 0]], [1, -1]),
        ("a cycle of three", [[0, 0, 9, 0], [0, 0, 0, 9], [1, 9, 0, 0]], [1, 2, -1]),
        ("a cycle below the root", [[9, 0, 0, 0], [0, 1, 0, 8], [0, 4, 8, 0]], [-1, 2, 0]),
    ],
)
def test_tree(name: str, scores: list[list[float]], expected: list[int]) -> None:
    assert tree(np.array(scores, np.float32)) == expected


@given(arc_scores(12))
def test_a_tree_has_one_root_and_no_cycle(scores: Floats) -> None:
    assert is_tree(tree(scores))


@given(arc_scores(4))
def test_no_tree_is_better(scores: Floats) -> None:
    n = len(scores)
    best = max(arcs_value(scores, heads) for heads in product(range(-1, n), repeat=n) if is_tree(heads))
    assert arcs_value(scores, tree(scores)) == best


@given(arc_scores(8))
def test_scores_are_left_as_they_were(scores: Floats) -> None:
    before = scores.copy()
    tree(scores)
    assert np.array_equal(scores, before)


def test_a_hundred_words_that_all_want_to_be_root_get_one() -> None:
    scores = np.random.default_rng(7).normal(size=(100, 101)).astype(np.float32)
    scores[:, 0] += 50
    assert is_tree(tree(scores))


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("O", "O", True),
        ("O", "B-PER", True),
        ("O", "I-PER", False),
        ("B-PER", "I-PER", True),
        ("B-PER", "I-ORG", False),
        ("B-PER", "B-PER", True),
        ("I-PER", "I-PER", True),
        ("I-PER", "I-ORG", False),
        ("I-ORG", "O", True),
    ],
)
def test_a_name_goes_on_only_after_its_own_type(before: str, after: str, allowed: bool) -> None:
    assert bool(TRANSITIONS[TAGS.index(before), TAGS.index(after)] == 0) is allowed


def is_valid(tags: Sequence[int]) -> bool:
    """Whether every I follows B or I of its type."""
    named = ["O", *(TAGS[t] for t in tags)]
    return all(before != "O" and before[2:] == tag[2:] for before, tag in pairwise(named) if tag[0] == "I")


def tags_value(scores: Floats, tags: Sequence[int]) -> float:
    """What a sequence's tags add up to."""
    return float(sum(scores[word, tag] for word, tag in enumerate(tags)))


@pytest.mark.parametrize(
    ("name", "wanted", "expected"),
    [
        ("what is valid stays", [{"B-PER": 1}, {"I-PER": 1}, {"O": 1}], "B-PER I-PER O"),
        ("a name that begins inside begins", [{"I-PER": 5, "B-PER": 4}, {"O": 1}], "B-PER O"),
        ("a name keeps its type", [{"B-ORG": 5}, {"I-PER": 4, "I-ORG": 3}], "B-ORG I-ORG"),
        ("unless the other type is much likelier", [{"B-ORG": 5, "B-PER": 4}, {"I-PER": 4, "I-ORG": 1}], "B-PER I-PER"),
    ],
)
def test_best_tags(name: str, wanted: list[dict[str, float]], expected: str) -> None:
    scores = np.array([[word.get(tag, 0) for tag in TAGS] for word in wanted], np.float32)
    assert " ".join(TAGS[t] for t in best_tags(scores, TRANSITIONS, START)) == expected


@given(rows(len(TAGS), 20))
def test_tags_are_valid(scores: Floats) -> None:
    tags = best_tags(scores, TRANSITIONS, START)
    assert len(tags) == len(scores)
    assert is_valid(tags)


@given(rows(len(TAGS), 4))
def test_no_valid_tags_are_better(scores: Floats) -> None:
    found = tags_value(scores, best_tags(scores, TRANSITIONS, START))
    best = max(tags_value(scores, tags) for tags in product(range(len(TAGS)), repeat=len(scores)) if is_valid(tags))
    assert found == best


@pytest.mark.parametrize(
    ("name", "scores", "expected"),
    [
        ("no word wants a role", [[1, 0, 0, 0], [1, 0, 0, 0]], []),
        ("each word has its own", [[0, 5, 0, 0], [0, 0, 5, 0]], [(1, 0), (2, 1)]),
        ("who wants it most has it", [[0, 5, 0, 0], [0, 6, 0, 0]], [(1, 1)]),
        ("most is measured against no role", [[4, 6, 0, 0], [0, 5, 0, 0]], [(1, 1)]),
        ("who loses it takes the next best", [[0, 5, 3, 0], [0, 6, 0, 0]], [(2, 0), (1, 1)]),
        ("and may lose that too", [[0, 5, 3, 1], [0, 6, 0, 0], [0, 0, 4, 0]], [(3, 0), (1, 1), (2, 2)]),
        ("other roles may stand often", [[0, 0, 0, 5], [0, 0, 0, 5]], [(3, 0), (3, 1)]),
    ],
)
def test_unique_roles(name: str, scores: list[list[float]], expected: list[tuple[int, int]]) -> None:
    assert unique_roles(np.array(scores, np.float32), ONCE) == expected


@given(rows(len(ONCE), 10))
def test_a_numbered_role_stands_at_most_once(scores: Floats) -> None:
    given_to = [label for label, _ in unique_roles(scores, ONCE)]
    assert 0 not in given_to
    assert all(given_to.count(int(label)) <= 1 for label in np.flatnonzero(ONCE))


@given(rows(len(ONCE), 10))
def test_words_that_want_different_roles_have_them(scores: Floats) -> None:
    wanted = [int(label) for label in scores.argmax(1)]
    assume(all(wanted.count(int(label)) <= 1 for label in np.flatnonzero(ONCE)))
    assume(all((row == row.max()).sum() == 1 for row in scores))
    assert unique_roles(scores, ONCE) == [(label, word) for word, label in enumerate(wanted) if label]


@given(rows(len(ONCE), 10))
def test_nobody_without_a_numbered_role_wants_it_more_than_its_holder_and_than_what_it_has(scores: Floats) -> None:
    margin = scores.astype(np.float64) - scores[:, :1]
    has = {word: label for label, word in unique_roles(scores, ONCE)}
    for holder, label in has.items():
        for word in range(len(scores)):
            if ONCE[label] and word != holder and margin[word, label] > margin[holder, label]:
                assert margin[word, label] <= margin[word, has.get(word, 0)]
