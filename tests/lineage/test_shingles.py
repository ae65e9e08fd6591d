"""Shingles do not depend on case and marks, know what is quoted, and leave fingerprints of what is shared."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lineage.shingles import SIZE, fingerprints, shingles
from tests.strategies import ANY_TEXT, REPORT_LIKE

WORDS = st.lists(
    st.sampled_from(["mule", "Orava", "ford", "salt", "9", "and", "rope", "dusk", "oar", "lamp"]), max_size=40
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ship's master saw two men ashore.", "the ships master saw two men ashore"),
        ("Four-wheeled carts crossed — slowly — the ford.", "FOUR WHEELED CARTS CROSSED SLOWLY THE FORD"),
        ("The captain’s lamp went out at dusk", "The captain's lamp went out at dusk"),
    ],
)
def test_case_marks_and_apostrophes_make_no_difference(one: str, other: str) -> None:
    assert shingles(one).sequence.tolist() == shingles(other).sequence.tolist()


def test_a_text_of_fewer_words_than_a_shingle_has_none() -> None:
    assert len(shingles("three short words")) == 0
    assert len(shingles("now four short words")) == 1


@pytest.mark.parametrize("quoted", ['"{}"', "“{}”", "«{}»"])
def test_what_stands_in_quotation_marks_is_marked(quoted: str) -> None:
    text = "A man in the crowd called " + quoted.format("give us back our salt and rope") + " and then ran off at once"
    marked = shingles(text)
    assert int(marked.quoted.sum()) == 7 - SIZE + 1


def test_a_mark_that_nothing_closes_opens_nothing() -> None:
    assert not shingles('He called: "' + "salt and rope and oar " * 200).quoted.any()


def test_titles_and_figures_make_shingles_of_names() -> None:
    assert shingles("General Orava of the Third Border Brigade").names.all()
    assert not shingles("the mules were led across the ford at dusk").names.any()


@given(WORDS, WORDS, st.lists(st.sampled_from(["x", "y", "z", "v", "w"]), min_size=7, max_size=12))
def test_a_shared_passage_leaves_a_fingerprint_in_both(before: list[str], after: list[str], passage: list[str]) -> None:
    one = fingerprints(shingles(" ".join([*before, *passage])))
    other = fingerprints(shingles(" ".join([*passage, *after])))
    shared = set(shingles(" ".join(passage)).sequence.tolist())
    assert shared & set(one.tolist()) & set(other.tolist())


@given(ANY_TEXT | REPORT_LIKE)
def test_any_text_gives_arrays_of_one_length(text: str) -> None:
    found = shingles(text)
    assert len(found.sequence) == len(found.quoted) == len(found.names)
    assert np.array_equal(found.sequence[found.first], found.distinct)
    assert np.isin(fingerprints(found), found.distinct).all()
