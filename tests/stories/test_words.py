"""Words of stories: lower case, no plural endings; and the shipped table of how common they are."""

import pytest
from hypothesis import given

from counterclaim.stories.words import background, stem, words
from tests.strategies import ANY_TEXT


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("sanctions", "sanction"),
        ("companies", "company"),
        ("missiles", "missile"),
        ("strikes", "strike"),
        ("cases", "case"),
        ("virus", "virus"),
        ("press", "press"),
        ("is", "is"),
        ("shoes", "shoes"),  # "-oes" is left alone by Harman's rules
    ],
)
def test_plural_endings_fall(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_come_in_order_without_single_letters_and_signs() -> None:
    assert words("A ship's 40 guns, re-exported!") == ["ship", "40", "gun", "re", "exported"]


@given(ANY_TEXT)
def test_any_text_has_words(text: str) -> None:
    assert all(len(word) > 1 for word in words(text))


def test_the_table_tells_common_words_from_rare_ones() -> None:
    texts, counts = background()
    assert max(counts.values()) <= texts
    assert counts["the"] > counts["government"] > counts["factory"]
    assert "howitzer" not in counts


def test_the_table_lists_words_as_stories_read_them() -> None:
    _, counts = background()
    assert [word for word in counts if words(word) != [word]] == []
