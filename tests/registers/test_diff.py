from dataclasses import replace

import pytest

from counterclaim.errors import RegisterError
from counterclaim.records import EntryKind, NameQuality, Register, RegisterEntry, RegisterName, RegisterVersion
from counterclaim.registers.diff import diff

ANN = RegisterEntry("test", "1", EntryKind.PERSON, (RegisterName("Ann Arden"),), "2022-01-01", ("Iran",))
BEN = replace(ANN, id="2", names=(RegisterName("Ben Berg"),))
CID = replace(ANN, id="3", names=(RegisterName("Cid Cole"),))


def version(*entries: RegisterEntry, register: str = "test", day: str = "2022-01-01") -> Register:
    """A register of some entries."""
    return Register(RegisterVersion(register, "A publisher", "test", day * 2, len(entries), day), entries)


def change(**fields: object) -> list[str]:
    """The words for one entry that says otherwise what ``fields`` say."""
    found = diff(version(ANN), version(replace(ANN, **fields)))  # type: ignore[arg-type]
    return list(found.changed[0].changes) if found.changed else []


def test_added_and_removed() -> None:
    found = diff(version(ANN, BEN), version(CID, ANN, day="2023-01-01"))
    assert (found.added, found.removed, found.changed) == ((CID,), (BEN,), ())
    assert (found.old.published, found.new.published) == ("2022-01-01", "2023-01-01")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, []),
        ({"listed": "2022-01-03"}, ["listed: 2022-01-01 → 2022-01-03"]),
        ({"listed": None}, ["listed: 2022-01-01 → none"]),
        ({"kind": EntryKind.ORGANISATION}, ["kind: person → organisation"]),
        (
            {"names": (RegisterName("Ann Ardén"),)},
            ["names: added primary name “Ann Ardén”; removed primary name “Ann Arden”"],
        ),
        (
            {"names": (RegisterName("Ann Arden"), RegisterName("A. A.", NameQuality.WEAK))},
            ["names: added weak alias “A. A.”"],
        ),
        (
            {"names": (RegisterName("Ann Arden", NameQuality.ALIAS),)},
            ["names: “Ann Arden” was primary name, is alias"],
        ),
        ({"programs": ("Iran", "Syria"), "countries": ("SY",)}, ["programs: added Syria", "countries: added SY"]),
        ({"born": ("1967",)}, ["born: added 1967"]),
        ({"identifiers": (("passport", "A1"),)}, ["identifiers: added passport A1"]),
        ({"references": (("un", "7"),)}, ["references: added un 7"]),
        ({"remarks": "General"}, ["remarks: none → “General”"]),
        ({"listed": "2023-01-01", "born": ("1967",)}, ["listed: 2022-01-01 → 2023-01-01", "born: added 1967"]),
    ],
)
def test_changes_field_by_field(fields: dict[str, object], words: list[str]) -> None:
    assert change(**fields) == words


def test_long_remarks_are_cut_and_a_change_behind_the_cut_is_said() -> None:
    one, other = (replace(ANN, remarks="x" * 300 + end) for end in ("y", "z"))
    assert diff(version(one), version(other)).changed[0].changes == (
        "remarks: changed after their first 200 characters",
    )
    assert all(len(words) < 500 for words in change(remarks="x" * 9_000))


def test_a_renumbered_entry_is_a_change() -> None:
    found = diff(version(ANN, BEN), version(replace(ANN, id="10"), BEN))
    assert (found.added, found.removed) == ((), ())
    assert found.changed[0].changes == ("id: 1 → 10",)


def test_entries_alike_are_paired_each_once() -> None:
    found = diff(version(ANN), version(replace(ANN, id="10"), replace(ANN, id="11")))
    assert ([entry.id for entry in found.added], len(found.changed)) == (["11"], 1)


def test_two_registers_cannot_be_compared() -> None:
    with pytest.raises(RegisterError, match=r"test 2022-01-01 .* and other .* are different registers"):
        diff(version(ANN), version(ANN, register="other"))
