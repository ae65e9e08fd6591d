"""Armed groups under all their names, and the offices that stand for a state, by name and by pattern."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import LexiconError
from counterclaim.lexicon.actors import (
    ArmedGroup,
    Office,
    armed_groups,
    office,
    offices,
    read_armed_groups,
    read_offices,
)

GROUPS = {"groups": [{"name": "Heath Front", "aliases": ["HF"], "kind": "rebel group", "states": ["Norway", "Sweden"]}]}
OFFICES = {
    "kinds": ["leader", "ministry"],
    "offices": {
        "Norway": {"leader": "Skerry House: the Rock", "ministry": "Harbour Office: Ministry of Fish of Norway"}
    },
    "patterns": {"Ministry of Fish": {"kind": "ministry", "words": ["fish ministry", "Ministry of Fish"]}},
}


def test_a_group_stands_under_all_its_names() -> None:
    found = read_armed_groups(GROUPS)
    assert found["HF"] is found["Heath Front"]
    assert found["HF"] == ArmedGroup("Heath Front", ("HF",), "rebel group", ("Norway", "Sweden"))


DAMAGED_GROUPS: list[tuple[dict[str, Any], str]] = [
    ({"kind": "gang"}, "armed_groups.yaml, Heath Front: no such kind: gang"),
    ({"states": []}, "armed_groups.yaml, Heath Front: no states; name where"),
    ({"states": ["Norland"]}, "Heath Front: no such state: Norland; write its name as in states.yaml"),
    ({"aliases": "HF"}, "Heath Front, aliases: no list: 'HF'"),
    ({"leader": "x"}, "Heath Front: no such key: leader"),
]


@pytest.mark.parametrize(("change", "message"), DAMAGED_GROUPS)
def test_a_damaged_group_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_armed_groups({"groups": [GROUPS["groups"][0] | change]})
    assert message in str(error.value)


DAMAGED_OFFICES: list[tuple[dict[str, Any], str]] = [
    ({"offices": {"Norland": {}}}, "offices.yaml, Norland: no such state"),
    ({"offices": {"Norway": {"club": "Skerry House"}}}, "Norway: no such kind: club; write one of leader, ministry"),
    ({"offices": {"Norway": {"leader": ["Skerry House"]}}}, "Norway, leader: no lines of names"),
    ({"offices": {"Norway": {"leader": "Skerry House: the Rock, , x"}}}, "an empty name in"),
    ({"offices": {"Norway": {"leader": "A: B\nC: B"}}}, "Norway, C: the name B is another entry's already"),
    (
        {"patterns": {"Ministry of Fish": {"kind": "pond", "words": []}}},
        "patterns, Ministry of Fish: no such kind: pond",
    ),
]


@pytest.mark.parametrize(("change", "message"), DAMAGED_OFFICES)
def test_a_damaged_office_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_offices(OFFICES | change)
    assert message in str(error.value)


# a text, and the name, kind and state of the office
NAMED = [
    ("Pentagon", "Pentagon", "ministry", "United States"),
    ("the Pentagon", "Pentagon", "ministry", "United States"),
    ("U.S. Defense Department", "Pentagon", "ministry", "United States"),
    ("Kremlin", "Kremlin", "leader", "Russia"),
    ("the Kremlin", "Kremlin", "leader", "Russia"),
    ("Elysee", "Élysée", "leader", "France"),
    ("White House", "White House", "leader", "United States"),
    ("IRGC", "Islamic Revolutionary Guard Corps", "armed force", "Iran"),
    ("Iran's Revolutionary Guards", "Islamic Revolutionary Guard Corps", "armed force", "Iran"),
    ("Israeli army", "Israel Defense Forces", "armed force", "Israel"),
    ("German armed forces", "Bundeswehr", "armed force", "Germany"),
    ("ISAF", "ISAF", "armed force", "North Atlantic Treaty Organization"),
    ("OFAC", "Office of Foreign Assets Control", "agency", "United States"),
    ("Norwegian defence ministry", "Ministry of Defence of Norway", "ministry", "Norway"),
    ("Norway's Defence Ministry", "Ministry of Defence of Norway", "ministry", "Norway"),
    ("the Ministry of Defense of Norway", "Ministry of Defence of Norway", "ministry", "Norway"),
    ("Seychelles’ coast guard", "Coast guard of Seychelles", "armed force", "Seychelles"),
    ("South Sudanese government", "Government of South Sudan", "government", "South Sudan"),
    ("Government of the Netherlands", "Government of Netherlands", "government", "Netherlands"),
    ("Papua New Guinean parliament", "Parliament of Papua New Guinea", "parliament", "Papua New Guinea"),
]


@pytest.mark.parametrize(("text", "name", "kind", "state"), NAMED)
def test_office(text: str, name: str, kind: str, state: str) -> None:
    found = office(text)
    assert found is not None
    assert (found.name, found.kind, found.state) == (name, kind, state)


@pytest.mark.parametrize(
    "text", ["", "Norway", "Norwegian", "Norwegian salmon", "Defence Ministry", "of Norway", "the"]
)
def test_no_office(text: str) -> None:
    assert office(text) is None


def test_one_office_by_name_and_by_pattern() -> None:
    table = read_offices(OFFICES)
    from counterclaim.lexicon.tables import lexicon

    states = lexicon().states
    assert table.find("Norwegian fish ministry", states) is table.named["Harbour Office"]
    assert table.find("Swedish fish ministry", states) == Office("Ministry of Fish of Sweden", (), "ministry", "Sweden")
    assert table.find("Swedish Harbour Office", states) is None  # a name of its own belongs to its own state


# a name as reports print it; the group, its kind, its first state
SHIPPED = [
    ("Hizbullah", "Hezbollah", "political movement", "Lebanon"),
    ("Ansar Allah", "Houthis", "rebel group", "Yemen"),
    ("PIJ", "Palestinian Islamic Jihad", "political movement", "Palestinian territories"),
    ("Daesh", "Islamic State", "jihadist group", "Iraq"),
    ("Wagner", "Wagner Group", "private military company", "Russia"),
    ("JNIM", "Jama'at Nusrat al-Islam wal-Muslimin", "jihadist group", "Mali"),
    ("M23", "March 23 Movement", "rebel group", "Democratic Republic of the Congo"),
    ("ELN", "National Liberation Army (Colombia)", "rebel group", "Colombia"),
    ("CJNG", "Jalisco New Generation Cartel", "criminal group", "Mexico"),
    ("Fano", "Fano", "militia", "Ethiopia"),
    ("Three Brotherhood Alliance", "Three Brotherhood Alliance", "coalition", "Myanmar"),
]


@pytest.mark.parametrize(("name", "group", "kind", "state"), SHIPPED)
def test_shipped_groups(name: str, group: str, kind: str, state: str) -> None:
    found = armed_groups()[name]
    assert (found.name, found.kind, found.states[0]) == (group, kind, state)


def test_shipped_tables_are_broad() -> None:
    assert len({id(g) for g in armed_groups().values()}) > 300
    assert len({s for g in armed_groups().values() for s in g.states}) > 60
    assert len({o.state for o in offices().named.values()}) > 100


def test_a_name_is_not_an_armed_group_and_an_office() -> None:
    assert not armed_groups().keys() & offices().named.keys()


@given(st.text() | st.lists(st.sampled_from(["Norway", "'s", "of", "the", "army", "Kremlin", "x"])).map(" ".join))
def test_any_text_is_looked_up(text: str) -> None:
    found = office(text)
    assert found is None or found.state
