"""The table of equipment corrects and completes the tagger's names, and says what a designation is."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import LexiconError
from counterclaim.lexicon.designations import Designation, Name, designation, designations, read_designations

CONTENT = {
    "classes": {"gun": "WEAPON", "cart": "VEHICLE", "motor": None},
    "designations": {
        "gun": {
            "Kite Works, Norway": "Kestrel-9: Kestrel, KSTRL 9\nKestrel-12\nIronshore: Wagtail",
            "Norway": "Sandpiper: Sand Piper Two",
            "unknown": "Dunlin\nKS-4 gun\n358 rocket\nKnot vz. 58",
        },
        "cart": {"Kite Works": "Oxcart: Wagtail, Teal-class, KS-4 cart"},
        "motor": {"Plover Motors, Chile": "PM-40"},
    },
    "common": ["Kestrel", "Wagtail"],
    "prefixes": {"gun": ["QX-"], "cart": ["V-"]},
}
TABLE = read_designations(CONTENT, frozenset({"missiles", "guns", "gun"}), frozenset({"spokesman"}))

# words, names that the tagger found, names afterwards
ROWS = [
    ("a Kestrel-9 was seen", [], [("WEAPON", 1, 2)]),  # passed over: added
    ("a Kestrel 9 was seen", [], [("WEAPON", 1, 3)]),  # other spelling, two words
    ("a KESTREL-9 was seen", [("VEHICLE", 1, 2)], [("WEAPON", 1, 2)]),  # wrong type: corrected
    ("ten Kestrel-9s came", [], [("WEAPON", 1, 2)]),  # plural of a name with a figure
    ("ten Ironshores came", [], []),  # a word's plural must be listed
    ("the QX-77B flew", [("VEHICLE", 1, 2)], [("WEAPON", 1, 2)]),  # by its prefix
    ("the QX-B flew", [], []),  # a prefix without a figure is none
    ("a kestrel flew", [], []),  # lower case is no designation
    ("Kestrel Mbatha drives", [], []),  # also a common word: not on its own
    ("ten Kestrel missiles", [], [("WEAPON", 1, 2)]),  # … but with a noun of equipment behind it
    ("the gun Kestrel", [], [("WEAPON", 2, 3)]),  # … or before it
    ("the gun « Kestrel » fired", [], [("WEAPON", 3, 4)]),
    ("four Kestrel and 12 Wagtail", [], [("WEAPON", 1, 2), ("WEAPON", 4, 5)]),  # … or counted
    ("has never seen a Kestrel .", [], [("WEAPON", 4, 5)]),
    ("in 2031 Kestrel left", [], []),  # a year counts nothing
    ("a Kestrel College man", [], []),  # a longer name
    ("a Kestrel spokesman", [], []),
    ("Kestrel missiles", [("PER", 0, 1)], [("PER", 0, 1)]),  # people stay people
    ("a Kestrel", [("ORG", 1, 2)], [("ORG", 1, 2)]),
    ("Kestrel missiles", [("ORG", 0, 1)], [("WEAPON", 0, 1)]),  # what the tagger took for a body
    ("Old Kestrel", [("VEHICLE", 0, 2)], [("VEHICLE", 0, 2)]),  # part of a longer name: says nothing of its type
    ("ten Dunlin arrived", [("PER", 1, 2)], [("WEAPON", 1, 2)]),  # no common word: its neighbours decide
    ("Dunlin said", [("ORG", 0, 1)], [("ORG", 0, 1)]),
    ("a Dunlin spokesman", [("ORG", 1, 2)], [("ORG", 1, 2)]),
    ("Kestrel-9 flew", [("ORG", 0, 1)], [("WEAPON", 0, 1)]),  # its form decides
    ("Kestrel-9 Group", [("ORG", 0, 2)], [("ORG", 0, 2)]),
    ("Sand Piper Two", [("PER", 1, 2)], [("PER", 1, 2)]),
    ("Sand Piper Two", [("WEAPON", 0, 1), ("PER", 1, 3)], [("WEAPON", 0, 3)]),  # two halves of one name
    ("the KS-4 guns", [], [("WEAPON", 1, 2)]),  # a generic end tells which thing, and is no part of the name
    ("the KS-4 cart", [("WEAPON", 1, 2)], [("VEHICLE", 1, 2)]),
    ("three Teal - class boats", [], [("VEHICLE", 1, 2)]),
    ("a 358 rocket", [], [("WEAPON", 1, 2)]),
    ("358 rockets", [], []),  # so many rockets
    ("a Knot vz . 58", [], [("WEAPON", 1, 5)]),
    ("a Kestrel , 9 of them", [], [("WEAPON", 1, 2)]),  # a comma ends a name
    ("worth Kestrel 1 . 2 million", [], []),  # … and so does a full stop behind figures
    ("the Iron Shore battery", [("WEAPON", 2, 3)], [("WEAPON", 1, 3)]),  # half found: made whole
    ("the Oxcart 4 Mk2", [("WEAPON", 1, 4)], [("VEHICLE", 1, 4)]),  # longer than the table's: kept, retyped
    ("the PM-40 motor", [], []),  # neither weapon nor vehicle: no name for the tagger
]


@pytest.mark.parametrize(("text", "found", "settled"), ROWS)
def test_settle(text: str, found: list[Name], settled: list[Name]) -> None:
    assert TABLE.settle(text.split(), found) == settled


# a name, and what the table above knows of it: family, class, maker, state, common
FOUND = [
    ("kstrl9", "Kestrel-9", "gun", "Kite Works", "Norway", False),
    ("Kestrel-9s", "Kestrel-9", "gun", "Kite Works", "Norway", False),
    ("Kestrel", "Kestrel-9", "gun", "Kite Works", "Norway", True),
    ("Wagtail", "Ironshore", "gun", "Kite Works", "Norway", True),  # two families': the first one's
    ("Sandpiper", "Sandpiper", "gun", None, "Norway", False),
    ("Dunlin", "Dunlin", "gun", None, None, False),
    ("Oxcart", "Oxcart", "cart", "Kite Works", None, False),
    ("PM 40", "PM-40", "motor", "Plover Motors", "Chile", False),
    ("QX-5", None, "gun", None, None, False),  # only its beginning is known
]


@pytest.mark.parametrize(("name", "family", "class_name", "maker", "state", "common"), FOUND)
def test_find(
    name: str, family: str | None, class_name: str, maker: str | None, state: str | None, common: bool
) -> None:
    assert TABLE.find(name) == Designation(name, family, class_name, maker, state, common)


@pytest.mark.parametrize("name", ["Turnstone", "QX-B", "", "s", "9"])
def test_find_nothing(name: str) -> None:
    assert TABLE.find(name) is None


DAMAGED: list[tuple[dict[str, Any], str]] = [
    ({"classes": {"gun": "TOOL"}}, "classes, gun: no such type: TOOL"),
    ({"designations": {"sword": {}}}, "designations, sword: no such class; add it to classes"),
    (
        {"designations": {"gun": {"Kite Works, Norwich": "Kestrel-9"}}},
        "no such state: Norwich",
    ),
    ({"designations": {"gun": {"Norway": ["Kestrel-9"]}}}, "gun, Norway: no lines of names"),
    ({"designations": {"gun": {"Norway": "Kestrel-9: K"}}}, "gun, Kestrel-9: no name: 'K'"),
    ({"designations": {"gun": {"Norway": "Kestrel-9\n\nDunlin"}}}, "gun, Norway: an empty name in ''"),
    ({"designations": {"gun": {"Norway": "Dunlin\nAvocet: Dun-lin"}}}, "Dun-lin is a name of Dunlin already"),
    ({"common": ["Wagtail", "Curlew"]}, "common, Curlew: no family has this name"),
    ({"prefixes": {"sword": ["S-"]}}, "prefixes: no such class: sword"),
    ({"prefixes": {"gun": ["V-"], "cart": ["V-"]}}, "V- is of gun already"),
    ({"notes": []}, "no such key: notes"),
]


@pytest.mark.parametrize(("change", "message"), DAMAGED)
def test_a_damaged_table_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_designations(CONTENT | change, frozenset())
    assert message in str(error.value)


# a designation that reports are full of: its type, family, class, maker and state in the shipped table
SHIPPED = [
    ("Shahed-136", "WEAPON", "Shahed-136", "loitering munition", "Shahed Aviation Industries", "Iran"),
    ("Geran-2", "WEAPON", "Shahed-136", "loitering munition", "Shahed Aviation Industries", "Iran"),
    ("Mojaher-6", "WEAPON", "Mohajer-6", "combat drone", "Qods Aviation Industries", "Iran"),
    ("TB-2", "WEAPON", "Bayraktar TB2", "combat drone", "Baykar", "Turkey"),
    ("HIMARS", "WEAPON", "M142 HIMARS", "multiple rocket launcher", "Lockheed Martin", "United States"),
    ("RPG-7", "WEAPON", "RPG-7", "shoulder-fired rocket launcher", "Bazalt", "Russia"),
    ("MQ-9", "WEAPON", None, "combat drone", None, None),
    ("Kornet-EM", "WEAPON", "Kornet", "anti-tank missile", "KBP Instrument Design Bureau", "Russia"),
    ("HQ-9BE", "WEAPON", "HQ-9", "surface-to-air missile system", None, "China"),
    ("K9A1", "WEAPON", "K9 Thunder", "howitzer", "Hanwha Aerospace", "South Korea"),
    ("FARDC", None, None, None, None, None),
    ("T-72", "VEHICLE", "T-72", "main battle tank", None, "Soviet Union"),
    ("Su-35", "VEHICLE", "Su-35", "fighter aircraft", "Sukhoi", "Russia"),
    ("C-390", "VEHICLE", "C-390 Millennium", "transport aircraft", "Embraer", "Brazil"),
    ("Casspir", "VEHICLE", "Casspir", "armoured vehicle", "Denel", "South Africa"),
    ("Type 054A/P", "VEHICLE", "Type 054A", "warship", "China State Shipbuilding Corporation", "China"),
    ("Rotax 912", None, "Rotax 912", "engine", "BRP-Rotax", "Austria"),
]


@pytest.mark.parametrize(("name", "kind", "family", "class_name", "maker", "state"), SHIPPED)
def test_shipped_table(
    name: str, kind: str | None, family: str | None, class_name: str | None, maker: str | None, state: str | None
) -> None:
    words = ["the", *name.split(), "arrived"]
    assert designations().settle(words, []) == ([] if kind is None else [(kind, 1, len(words) - 1)])
    found = designation(name)
    if class_name is None:
        assert found is None
    else:
        assert found is not None
        assert (found.family, found.class_name, found.state) == (family, class_name, state)
        assert maker is None or found.maker == maker


def test_shipped_table_is_broad() -> None:
    families = {id(f): f for f in designations().families.values()}.values()
    assert len(families) > 2500
    assert len({f.state for f in families}) > 60
    assert {f.class_name for f in families} >= {
        "mortar",
        "radar",
        "submarine",
        "pistol",
        "truck",
        "electronic warfare system",
    }


def test_shipped_table_leaves_ordinary_words_alone() -> None:
    for text in (
        "Javelin Moyo met Patriot supporters near Leopard Rock in Typhoon weather with G7 leaders",
        "MI6 read the Caesar Act ; Zuzana sent Eitan a copy",
    ):
        assert designations().settle(text.split(), []) == []


def test_shipped_table_tells_things_from_bodies() -> None:
    words = "a Patriot spokesman saw a Patriot , two Caesar guns and M107 shells".split()
    assert designations().settle(words, []) == [("WEAPON", 5, 6), ("WEAPON", 8, 9), ("WEAPON", 11, 12)]


@given(st.lists(st.text(min_size=1), max_size=12))
def test_any_words_are_settled_in_order_and_inside(words: list[str]) -> None:
    settled = designations().settle(words, [])
    assert all(0 <= first < end <= len(words) for _, first, end in settled)
    assert all(a[2] <= b[1] for a, b in pairwise(settled))
