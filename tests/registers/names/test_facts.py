"""What countries, births and kinds add or take."""

import pytest

from counterclaim.records import EntryKind
from counterclaim.registers.names import Facts
from counterclaim.registers.names.facts import fact_features

ROWS = [
    (Facts(), []),
    (Facts(countries=(frozenset({"IR"}), frozenset())), []),
    (Facts(countries=(frozenset({"IR", "SY"}), frozenset({"SY"}))), [("country the same", +1)]),
    (Facts(countries=(frozenset({"IR"}), frozenset({"SY"}))), [("country differs", -1)]),
    (Facts(born=(frozenset({"1961"}), frozenset({"1961-04-02"}))), [("born the same", +1)]),
    (Facts(born=(frozenset({"1961-04-02"}), frozenset({"1961-05-02"}))), [("born nearly the same", 0)]),
    (Facts(born=(frozenset({"1961"}), frozenset({"1962"}))), [("born nearly the same", -1)]),
    (Facts(born=(frozenset({"1961"}), frozenset({"1983", "1990"}))), [("born in another year", -1)]),
    (Facts(born=(frozenset({"circa"}), frozenset({"1983"}))), []),
    (Facts(kinds=(EntryKind.PERSON, EntryKind.SHIP)), [("kind differs", -1)]),
    (Facts(kinds=(EntryKind.PERSON, EntryKind.OTHER)), []),
    (Facts(kinds=(EntryKind.PERSON, None)), []),
]


@pytest.mark.parametrize(("known", "expected"), ROWS)
def test_facts(known: Facts, expected: list[tuple[str, int]]) -> None:
    found = [(f.name, (f.value > 0) - (f.value < 0)) for f in fact_features(known)]
    assert found == expected
