"""Who imposes sanctions, in whose list, and what their counts count."""

from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.records import EntryKind
from counterclaim.registers.imposers import imposers, read_imposers
from tests.registers.told_sanctions import register

# what a report calls it; whose list that is
IMPOSERS = [
    ("Canada", "canada"),
    ("Ottawa", "canada"),
    ("Global Affairs Canada", "canada"),
    ("Britain", "uk"),
    ("London", "uk"),
    ("the British government", "uk"),
    ("United Nations", "un"),
    ("UN Security Council", "un"),
    ("Washington", "ofac"),
    ("US Treasury", "ofac"),
    ("the Treasury", "ofac"),
    ("OFAC", "ofac"),
    ("America’s administration", "ofac"),
    ("EU", "eu"),
    ("Brussels", "eu"),
    ("European Commission", "eu"),
    ("Japan", None),
    ("the West", None),
    ("Canadian rights groups", None),
    ("Ada Brun", None),
    ("", None),
    ("x" * 10_000, None),
]


@pytest.mark.parametrize(("name", "register"), IMPOSERS)
def test_an_imposer_has_a_list(name: str, register: str | None) -> None:
    found = imposers().find(name)
    assert (None if found is None else found.ids[0]) == register


# unit of a count; the kind of entry
UNITS = [
    ("individuals", EntryKind.PERSON),
    ("people", EntryKind.PERSON),
    ("Iranian officials", EntryKind.PERSON),
    ("entities", EntryKind.ORGANISATION),
    ("shipping companies", EntryKind.ORGANISATION),
    ("oil tankers", EntryKind.SHIP),
    ("vessel", EntryKind.SHIP),
    ("rounds of sanctions", None),
    ("drones", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("unit", "kind"), UNITS)
def test_a_unit_counts_a_kind_of_entry(unit: str | None, kind: EntryKind | None) -> None:
    assert imposers().counts(unit) is kind


def test_the_publishers_own_list_goes_before_a_copy_and_the_newest_before_others() -> None:
    canada = imposers().find("Canada")
    assert canada is not None
    copy, old, new = (
        register(name="ca_dfatd_sema_sanctions", published="2025-01-01"),
        register(published="2023-01-01"),
        register(published="2024-01-01"),
    )
    assert canada.among([copy, old, new]) is new
    assert canada.among([copy]) is copy
    assert canada.among([register(name="uk")]) is None


def _table(**changes: Any) -> dict[str, Any]:
    content: dict[str, Any] = {
        "registers": {"Canada": {"name": "Canada's list", "ids": ["canada"]}},
        "extra": {},
        "bodies": [],
        "units": {"person": ["person"]},
        "elsewhere": [],
        "sites": [],
    }
    return content | changes


DAMAGED = [
    ({"registers": {"Norland": {"name": "x", "ids": ["x"]}}}, "imposers.yaml, Norland: no such state or body"),
    ({"registers": {"Canada": {"name": "x", "ids": []}}}, "imposers.yaml, Canada: no ids"),
    ({"extra": {"Japan": ["Tokyo"]}}, "imposers.yaml, extra, Japan: no list of its own"),
    ({"units": {"animal": ["horse"]}}, "imposers.yaml, units, animal: no such kind of entry"),
    ({"units": {"person": ["member"], "ship": ["member"]}}, "member counts person already"),
]


@pytest.mark.parametrize(("changes", "message"), DAMAGED)
def test_a_damaged_table_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_imposers(_table(**changes))
    assert message in str(error.value)
