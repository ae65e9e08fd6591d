"""The scorer of coreference chains, on published examples with their figures worked out by hand."""

from itertools import permutations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.coreference import assignment, b_cubed, ceaf_e, muc, score


def chains(*texts: str) -> list[frozenset[str]]:
    return [frozenset(text) for text in texts]


# The example of Pradhan et al. 2014: e is missing from the response, h and i are not in the key.
KEY, RESPONSE = chains("abc", "defg"), chains("ab", "cd", "fghi")


def test_muc_counts_links_as_the_reference_scorers_paper_does() -> None:
    found = muc(KEY, RESPONSE)
    assert found.recall == pytest.approx((1 + 1) / (2 + 3))
    assert found.precision == pytest.approx((1 + 0 + 1) / (1 + 1 + 3))


def test_b_cubed_counts_mentions_as_the_reference_scorers_paper_does() -> None:
    found = b_cubed(KEY, RESPONSE)
    assert found.recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7)
    assert found.precision == pytest.approx((4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8)
    assert found.f1 == pytest.approx(5 / 11)


def test_ceaf_counts_chains_as_the_reference_scorers_paper_does() -> None:
    found = ceaf_e(KEY, RESPONSE)
    assert found.recall == pytest.approx((0.8 + 0.5) / 2)
    assert found.precision == pytest.approx((0.8 + 0.5) / 3)
    assert round(found.f1, 2) == 0.52


def test_conll_is_the_mean_of_the_three() -> None:
    assert score(KEY, RESPONSE).conll == pytest.approx((0.4 + 5 / 11 + 0.52) / 3)


# The example of Bagga and Baldwin 1998: one link too many, between a small chain and a large one, or between two large.
TRUTH = chains("12345", "67", "89abc")
SMALL_JOINED = chains("12345", "6789abc")
LARGE_JOINED = chains("1234589abc", "67")


@pytest.mark.parametrize(
    ("response", "b_cubed_precision"),
    [(SMALL_JOINED, (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12), (LARGE_JOINED, (10 * 5 / 10 + 2) / 12)],
)
def test_one_wrong_link_costs_muc_the_same_and_b_cubed_by_the_mentions_it_touches(
    response: list[frozenset[str]], b_cubed_precision: float
) -> None:
    assert muc(TRUTH, response).precision == pytest.approx(9 / 10)
    assert muc(TRUTH, response).recall == 1.0
    assert b_cubed(TRUTH, response).precision == pytest.approx(b_cubed_precision)
    assert b_cubed(TRUTH, response).recall == 1.0


def test_singletons_count_for_b_cubed_and_ceaf_but_hold_no_link_for_muc() -> None:
    singles = chains("a", "b")
    assert score(singles, singles).muc.f1 == 0.0
    assert score(singles, singles).b_cubed.f1 == score(singles, singles).ceaf_e.f1 == 1.0


def test_nothing_found_scores_nothing() -> None:
    assert score(KEY, []).conll == 0.0
    assert score([], []).conll == 0.0


def test_a_mention_in_two_chains_is_refused() -> None:
    with pytest.raises(ValueError, match="two chains"):
        score(chains("ab"), chains("ab", "bc"))


def test_the_greedy_choice_is_not_always_the_best() -> None:
    cost = np.array([[1.0, 2.0], [2.0, 9.0]])
    assert assignment(cost).tolist() == [1, 0]


def test_more_rows_than_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="more rows"):
        assignment(np.zeros((3, 2)))


@given(st.integers(1, 4), st.integers(0, 2), st.randoms(use_true_random=False))
def test_no_other_assignment_costs_less(rows: int, more: int, random: Random) -> None:
    cost = np.array([[random.randint(0, 9) for _ in range(rows + more)] for _ in range(rows)], float)
    found = assignment(cost).tolist()
    least = min(sum(cost[i, j] for i, j in enumerate(p)) for p in permutations(range(rows + more), rows))
    assert len(set(found)) == rows
    assert sum(cost[i, j] for i, j in enumerate(found)) == least


@given(st.dictionaries(st.integers(0, 12), st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1))
def test_a_partition_against_itself_is_right_and_swapping_sides_swaps_precision_and_recall(
    placed: dict[int, tuple[int, int]],
) -> None:
    key = [frozenset(m for m, (k, _) in placed.items() if k == chain) for chain in range(5)]
    response = [frozenset(m for m, (_, r) in placed.items() if r == chain) for chain in range(5)]
    there, back = score(key, response), score(response, key)
    assert score(key, key).b_cubed.f1 == pytest.approx(1.0)
    assert score(key, key).ceaf_e.f1 == pytest.approx(1.0)
    for name in ("muc", "b_cubed", "ceaf_e"):
        assert getattr(there, name).precision == pytest.approx(getattr(back, name).recall)
