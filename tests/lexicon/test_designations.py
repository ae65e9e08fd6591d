"""The table of equipment corrects and completes the tagger's names; everything else is left alone."""

import pytest

from counterclaim.lexicon.designations import Designation, Designations, Name, designations

TABLE = Designations(
    {
        "kestrel9": Designation("WEAPON"),
        "kestrel": Designation("WEAPON", common=True),
        "oxcart": Designation("VEHICLE"),
        "ironshore": Designation("WEAPON"),
    },
    {"QX-": "WEAPON", "V-": "VEHICLE"},
    frozenset({"missiles", "guns"}),
)

# words, names that the tagger found, names afterwards
ROWS = [
    ("a Kestrel-9 was seen", [], [("WEAPON", 1, 2)]),  # passed over: added
    ("a Kestrel 9 was seen", [], [("WEAPON", 1, 3)]),  # other spelling, two words
    ("a KESTREL-9 was seen", [("VEHICLE", 1, 2)], [("WEAPON", 1, 2)]),  # wrong type: corrected
    ("the QX-77B flew", [("VEHICLE", 1, 2)], [("WEAPON", 1, 2)]),  # by its prefix
    ("the QX-B flew", [], []),  # a prefix without a figure is none
    ("a kestrel flew", [], []),  # lower case is no designation
    ("Kestrel Mbatha drives", [], []),  # also a common word: not on its own
    ("ten Kestrel missiles", [], [("WEAPON", 1, 2)]),  # … but with a noun of equipment behind it
    ("Kestrel missiles", [("PER", 0, 1)], [("PER", 0, 1)]),  # people stay people
    ("the Iron Shore battery", [("WEAPON", 2, 3)], [("WEAPON", 1, 3)]),  # half found: made whole
    ("the Oxcart 4 Mk2", [("WEAPON", 1, 4)], [("VEHICLE", 1, 4)]),  # longer than the table's: kept, retyped
]


@pytest.mark.parametrize(("text", "found", "settled"), ROWS)
def test_settle(text: str, found: list[Name], settled: list[Name]) -> None:
    assert TABLE.settle(text.split(), found) == settled


# a designation that reports are full of, and its type in the shipped table
SHIPPED = [
    ("Shahed-136", "WEAPON"),
    ("Geran-2", "WEAPON"),
    ("HIMARS", "WEAPON"),
    ("RPG-7", "WEAPON"),
    ("MQ-9", "WEAPON"),
    ("T-72", "VEHICLE"),
    ("Su-35", "VEHICLE"),
]


@pytest.mark.parametrize(("name", "kind"), SHIPPED)
def test_shipped_table(name: str, kind: str) -> None:
    assert designations().settle(["the", name, "arrived"], []) == [(kind, 1, 2)]


def test_shipped_table_leaves_ordinary_words_alone() -> None:
    words = "Javelin Moyo met Patriot supporters near Leopard Rock in Typhoon weather with G7 leaders".split()
    assert designations().settle(words, []) == []
