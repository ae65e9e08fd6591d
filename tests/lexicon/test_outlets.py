"""The table of outlets: who published, under all names; a damaged table says what is wrong."""

from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.lexicon.outlets import Outlet, agencies, outlets, read_outlets

CONTENT = {
    "outlets": {
        "Norway": {"independent agency": "Fjord Press: FP, Fjordpress", "newspaper": "Skerry Daily"},
        "international": {"monitor": "Tern Watch"},
    }
}


def test_an_outlet_stands_under_all_its_names() -> None:
    found = read_outlets(CONTENT)
    assert found["FP"] is found["Fjord Press"]
    assert found["FP"] == Outlet("Fjord Press", ("FP", "Fjordpress"), "agency", "Norway", "independent")
    assert found["Skerry Daily"].control is None
    assert found["Tern Watch"].state is None


DAMAGED: list[tuple[Any, str]] = [
    ({"Norway": {"blog": "A"}}, "outlets.yaml, Norway: no such kind: blog; write one of agency"),
    ({"Norway": {"party agency": "A"}}, "outlets.yaml, Norway: no such kind: party agency"),
    ({"Norway": {"agency": ["A"]}}, "outlets.yaml, Norway, agency: no lines of names"),
    ({"Norway": {"agency": "A: B, , C"}}, "outlets.yaml, Norway, agency: an empty name in 'A: B, , C'"),
    ({"Norway": {"agency": "A: B\nC: B"}}, "outlets.yaml, C: the name B is another entry's already"),
    ({"Norway": "A"}, "outlets.yaml, Norway: no mapping"),
    ({"Norland": {}}, "outlets.yaml, Norland: no such state"),
    ({"Norwegian": {}}, "Norwegian: no such state"),  # an adjective is no state's name
    ([], "outlets.yaml, outlets: no mapping"),
]


@pytest.mark.parametrize(("content", "message"), DAMAGED)
def test_a_damaged_table_is_refused(content: Any, message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_outlets({"outlets": content})
    assert message in str(error.value)


# a name as reports credit it; the outlet, its kind, its state, its control
SHIPPED = [
    ("AFP", "Agence France-Presse", "agency", None, None),
    ("AP", "Associated Press", "agency", "United States", "independent"),
    ("IRNA", "Islamic Republic News Agency", "agency", "Iran", "state"),
    ("Tass", "TASS", "agency", "Russia", "state"),
    ("Xinhua", "Xinhua", "agency", "China", "state"),
    ("KCNA", "Korean Central News Agency", "agency", "North Korea", "state"),
    ("SANA", "Syrian Arab News Agency", "agency", "Syria", "state"),
    ("EFE", "EFE", "agency", "Spain", None),
    ("Radio Liberty", "Radio Free Europe/Radio Liberty", "broadcaster", "United States", None),
    ("Bellingcat", "Bellingcat", "website", "Netherlands", "independent"),
    ("ACLED", "Armed Conflict Location and Event Data", "monitor", None, "independent"),
    ("SOHR", "Syrian Observatory for Human Rights", "monitor", "United Kingdom", "independent"),
    ("New Vision", "New Vision", "newspaper", "Uganda", "state"),
]


@pytest.mark.parametrize(("name", "outlet", "kind", "state", "control"), SHIPPED)
def test_shipped_table(name: str, outlet: str, kind: str, state: str | None, control: str | None) -> None:
    found = outlets()[name]
    assert (found.name, found.kind, found.state, found.control) == (outlet, kind, state, control)


def test_agencies_are_the_agencies() -> None:
    assert "Reuters" in agencies()
    assert "Bellingcat" not in agencies()
    assert {outlet.kind for outlet in agencies().values()} == {"agency"}


def test_shipped_table_is_broad() -> None:
    entries = {id(o): o for o in outlets().values()}.values()
    assert len(entries) > 600
    assert len({o.state for o in entries}) > 110
    assert {o.kind for o in entries} == {"agency", "broadcaster", "newspaper", "magazine", "website", "monitor"}
