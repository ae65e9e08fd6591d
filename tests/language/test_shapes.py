"""Shapes: what an uncased vocabulary forgets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.shapes import DIGITS, LOWER, MIXED, SHAPES, TITLE, UPPER, shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("port", LOWER),
        ("é", LOWER),
        ("n't", LOWER),
        ("e-mail", LOWER),
        (",", LOWER),
        ("$", LOWER),
        ("🚢", LOWER),
        ("日本", LOWER),
        ("أوسلو", LOWER),
        ("\ud800", LOWER),
        ("", LOWER),
        ("Port", TITLE),
        ("Österreich", TITLE),
        ("A", TITLE),
        ("A.", TITLE),
        ("O'Dara", TITLE),
        ("Non-state", TITLE),
        ("NATO", UPPER),
        ("UK", UPPER),
        ("U.S.", UPPER),
        ("7", DIGITS),
        ("5,000", DIGITS),
        ("12:30", DIGITS),
        ("½", LOWER),
        ("²", DIGITS),
        ("F-16", MIXED),
        ("9M133", MIXED),
        ("1990s", MIXED),
        ("McTarn", MIXED),
        ("iPort", MIXED),
        ("al-Sanda", MIXED),
    ],
)
def test_shape_of_a_word(word: str, expected: int) -> None:
    assert shape(word) == expected


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_word_has_one_of_the_shapes(word: str) -> None:
    assert shape(word) in range(SHAPES)


@given(st.text(alphabet="abcdefgh", min_size=2))
def test_the_case_of_letters_decides(word: str) -> None:
    assert [shape(w) for w in (word.lower(), word.title(), word.upper())] == [LOWER, TITLE, UPPER]
