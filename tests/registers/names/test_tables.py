"""The tables of name matching: what they give, and the errors that name the row that is wrong."""

import copy
from importlib.resources import files
from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.lexicon.reading import load_yaml
from counterclaim.registers.names.tables import read_tables, tables


def shipped() -> tuple[Any, Any]:
    folder = files("counterclaim.registers.names")
    spellings, words = ((folder / name).read_text(encoding="utf-8") for name in ("spellings.yaml", "words.yaml"))
    return load_yaml(spellings, "spellings.yaml"), load_yaml(words, "words.yaml")


def test_families_have_one_main_spelling() -> None:
    table = tables()
    assert table.spellings["mohammed"] == table.spellings["muhamad"] == "muhammad"
    assert table.spellings["ghods"] == table.spellings["quds"] == "quds"
    assert all(table.spellings[main] == main for main in set(table.spellings.values()))


def test_names_that_only_look_alike_have_no_common_spelling() -> None:
    for pair in tables().apart:
        one, other = sorted(pair)
        assert tables().spellings.get(one, one) != tables().spellings.get(other, other)


def test_every_group_of_families_and_relatives_has_a_source() -> None:
    spellings, _ = shipped()
    assert all(group["source"].strip() for key in ("families", "relatives") for group in spellings[key])


def test_words_are_folded() -> None:
    table = tables()
    for word in (*table.types, *table.plain, *table.small, *table.surnames, *table.given, *table.titles):
        assert word == word.casefold()
        assert word.isascii()


DAMAGED: list[tuple[str, Any, str]] = [
    ("families", [{"source": "", "names": "a: b"}], "a group without a source"),
    ("families", [{"source": "x", "names": "kamal: jamal"}], "jamal is a form of jamal already"),
    ("apart", [["ali"]], "no pair of two names"),
    ("kunyas", "abu: aba\numm: aba", "aba is a form of abu already"),
    ("variants", "邓鄧 习", "no pair of ideographs"),
]


@pytest.mark.parametrize(("key", "value", "message"), DAMAGED)
def test_damaged_rows_are_named(key: str, value: Any, message: str) -> None:
    spellings, words = shipped()
    damaged = copy.deepcopy(spellings)
    damaged[key] = value
    with pytest.raises(LexiconError, match=message):
        read_tables(damaged, words)


def test_a_legal_form_is_of_one_class() -> None:
    spellings, words = shipped()
    damaged = {**words, "legal": "limited: ltd\njoint stock: ltd"}
    with pytest.raises(LexiconError, match="ltd is of class limited already"):
        read_tables(spellings, damaged)
