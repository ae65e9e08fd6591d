"""Two people of one name on one list: who is meant is not for the name to say."""

import pytest

from counterclaim.records import Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.screen import screen
from tests.registers.screen_samples import BODY, PERSON, Row, register

HIT, POSSIBLE = Verdict.HIT, Verdict.POSSIBLE


def verdicts(asked: str, *rows: Row, others: tuple[Row, ...] = ()) -> list[Verdict]:
    """The verdicts on the entries of one list, and on those of another one, in the order of their ids."""
    lists = [register(rows), *([register(others, "elsewhere")] if others else ())]
    hits = screen(asked, ScreeningIndex.of(lists), rows[0][1])
    return [hit.verdict for hit in sorted(hits, key=lambda hit: (hit.register, hit.entry))]


@pytest.mark.parametrize(
    ("one", "other", "left"),
    [
        (("Petra Kozyrbasheva", "KZ 1961"), ("Petra Kozyrbasheva", "KZ 1975"), [POSSIBLE, POSSIBLE]),
        (("Petra Kozyrbasheva", "KZ 1961"), ("Petra Kozyrbasheva", "KZ 1962"), [HIT, HIT]),  # one person, listed twice
        (("Petra Kozyrbasheva", "KZ 1961"), ("Petra Kozyrbasheva", "KZ"), [HIT, HIT]),
        (("Petra Kozyrbasheva", "KZ 1961"), ("Pyetra Kozyrbasheva", "KZ 1975"), [HIT, POSSIBLE]),  # fits worse
        (("Petra Olegovna Kozyrbasheva", ""), ("Petra Timurovna Kozyrbasheva", ""), [POSSIBLE, POSSIBLE]),
        (("Petra Olegovna Kozyrbasheva", ""), ("Petra Olehivna Kozyrbasheva", ""), [HIT, HIT]),
    ],
)
def test_two_entries_of_one_list(one: tuple[str, str], other: tuple[str, str], left: list[Verdict]) -> None:
    assert verdicts("Petra Kozyrbasheva", ("1", PERSON, *one), ("2", PERSON, *other)) == left


def test_a_patronymic_in_the_question_tells_who_is_meant() -> None:
    rows: tuple[Row, ...] = (
        ("1", PERSON, "Petra Olegovna Kozyrbasheva", ""),
        ("2", PERSON, "Petra Timurovna Kozyrbasheva", ""),
    )
    assert verdicts("Petra Olegovna Kozyrbasheva", *rows)[0] is HIT
    assert verdicts("Petra Olegovna Kozyrbasheva", *rows)[1:] != [HIT]


def test_entries_of_two_lists_do_not_compete() -> None:
    row: Row = ("1", PERSON, "Petra Kozyrbasheva", "KZ 1961")
    other: Row = ("1", PERSON, "Petra Kozyrbasheva", "KZ 1975")
    assert verdicts("Petra Kozyrbasheva", row, others=(other,)) == [HIT, HIT]


def test_bodies_have_no_namesakes() -> None:
    row: Row = ("1", BODY, "Zamindar Rotor Bureau", "")
    assert verdicts("Zamindar Rotor Bureau", row, ("2", BODY, "Zamindar Rotor Bureau", "")) == [HIT, HIT]


def test_the_reason_names_the_other_entry() -> None:
    rows: tuple[Row, ...] = (
        ("1", PERSON, "Petra Kozyrbasheva", "KZ 1961"),
        ("2", PERSON, "Pyetra Kozyrbasheva", "KZ 1975"),
    )
    worse = screen("Petra Kozyrbasheva", ScreeningIndex.of([register(rows)]), PERSON)[1]
    assert worse.features[-1].note == "1 of the same list, somebody else, fits better: at most possible"
