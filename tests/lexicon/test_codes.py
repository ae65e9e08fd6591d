"""A frame's codes are of PLOVER and CAMEO, or the file is refused."""

from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.lexicon.codes import Codes, code_books, frame_codes, read_code_books


def test_codes_are_taken_as_they_are() -> None:
    assert frame_codes({"plover": ["AID"], "cameo": ["072", "0332"]}, "f.yaml") == Codes(("AID",), ("072", "0332"))


def test_a_type_of_an_earlier_draft_becomes_what_replaced_it() -> None:
    assert frame_codes({"plover": ["SANCTION", "YIELD"], "cameo": []}, "f.yaml").plover == (
        "SANCTION",
        "CONCEDE",
        "RETREAT",
    )


WRONG: list[tuple[Any, str]] = [
    (None, "f.yaml, codes: missing; write codes"),
    ({"plover": ["GIFT"], "cameo": []}, "PLOVER has no type GIFT; write one of ACCUSE"),
    ({"plover": [], "cameo": ["999"]}, "CAMEO has no code 999"),
    ({"plover": [], "cameo": [72]}, "no text: 72; put quotes"),  # 072 without quotes is a number to YAML
    ({"plover": [], "camoe": []}, "no such key: camoe"),
]


@pytest.mark.parametrize(("codes", "message"), WRONG)
def test_wrong_codes_are_refused(codes: Any, message: str) -> None:
    with pytest.raises(LexiconError) as error:
        frame_codes(codes, "f.yaml")
    assert message in str(error.value)


def test_the_shipped_books_are_whole() -> None:
    books = code_books()
    assert len(books.plover) == 16
    # The code book's own numbers: 20 categories and the codes below them.
    assert sorted(code for code in books.cameo if len(code) == 2) == [f"{n:02}" for n in range(1, 21)]
    assert {"010", "0814", "1056", "155", "176", "1834", "1952", "2042"} <= books.cameo
    assert "1213" not in books.cameo
    for code in books.cameo:  # nobody's parent is missing
        assert len(code) == 2 or code[:-1] in books.cameo


DAMAGED = [
    ({"earlier": {}, "cameo": {}}, "codes.yaml, plover: no mapping"),
    ({"plover": {"AID": "x"}, "earlier": {"GIVE": ["HELP"]}, "cameo": {}}, "earlier, GIVE: no earlier name of HELP"),
    (
        {"plover": {}, "earlier": {}, "cameo": {"07": {"name": "aid", "codes": ["081"]}}},
        "no code of this category: 081",
    ),
    ({"plover": {}, "earlier": {}, "cameo": {"7": {"name": "aid", "codes": []}}}, "no code of this category: 7"),
]


@pytest.mark.parametrize(("content", "message"), DAMAGED)
def test_a_damaged_book_is_refused(content: Any, message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_code_books(content)
    assert message in str(error.value)
