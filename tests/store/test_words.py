"""What the full-text search takes for a word."""

import pytest
from hypothesis import given

from counterclaim.errors import LedgerError
from counterclaim.store.words import Term, key, terms, words
from tests.strategies import ANY_TEXT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway sold 40 tanks.", "norway sold 40 tanks"),
        ("Mojaher-6, Shahed_136", "mojaher 6 shahed 136"),
        ("Café Débats, Łódź", "cafe debats łodz"),
        ("ﬁnal STRASSE Straße", "final strasse strasse"),
        ("e\u0301tat état", "etat etat"),
        ("Тегеран طهران 德黑兰", "тегеран طهران 德黑兰"),
        ("it's U.S. F-16", "it s u s f 16"),
        ("\ud800 \x00 ! —", ""),
    ],
)
def test_words(text: str, found: str) -> None:
    assert " ".join(words(text)) == found
    assert key(text) == found


@given(ANY_TEXT)
def test_words_are_letters_and_digits(text: str) -> None:
    assert all(word.isalnum() for word in words(text))


def test_a_text_beyond_all_measure_is_cut() -> None:
    assert len(words("ab " * 1_000_000)) < 140_000
    assert len(words("坦克 " * 1_000_000)) < 140_000
    assert [len(word) for word in words("x" * 5_000)] == [100]


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("drones Iran", [Term(("drones",)), Term(("iran",))]),
        ('"suicide drones" Iran', [Term(("suicide", "drones")), Term(("iran",))]),
        ("deliver*", [Term(("deliver",), prefix=True)]),
        ("Mojaher-6", [Term(("mojaher", "6"))]),
        ('an "open quotation', [Term(("an",)), Term(("open",)), Term(("quotation",))]),
        ("'); DROP TABLE words; --", [Term(("drop",)), Term(("table",)), Term(("words",))]),
        ("NEAR(a b) OR c", [Term(("near", "a")), Term(("b",)), Term(("or",)), Term(("c",))]),
    ],
)
def test_terms(query: str, asked: list[Term]) -> None:
    assert list(terms(query)) == asked


@pytest.mark.parametrize("query", ["", "  ", '""', "* ! —", "word " * 40])
def test_what_cannot_be_searched_for(query: str) -> None:
    with pytest.raises(LedgerError, match="search"):
        terms(query)
