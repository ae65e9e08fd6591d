"""Nearness in time: full within two days, never nothing, and in between where a date is unknown."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim.stories.dates import day, nearness, together

_DAYS = st.lists(st.one_of(st.none(), st.integers(1, 3_000_000)), min_size=1, max_size=100).map(Counter)


def _near(one: str | None, other: str | None) -> float:
    return nearness(Counter([day(one)]), Counter([day(other)]))


@pytest.mark.parametrize("text", [None, "", "May 2024", "2024-13-01", "2024-02-30", "20xx-01-01", "\ud800"])
def test_what_is_no_date_is_unknown(text: str | None) -> None:
    assert day(text) is None


def test_a_time_of_day_does_not_count() -> None:
    assert day("2024-05-01T23:59:00+02:00") == day("2024-05-01")


def test_two_days_are_as_near_as_one_and_nearness_falls_from_there() -> None:
    gaps = [
        _near("2024-05-01", later) for later in ("2024-05-01", "2024-05-03", "2024-05-17", "2024-07-01", "2034-01-01")
    ]
    assert gaps == [1, 1, pytest.approx(0.8), pytest.approx(0.62, abs=0.01), pytest.approx(0.6)]


def test_an_unknown_date_is_neither_near_nor_far() -> None:
    assert _near("2024-05-01", None) == _near(None, None) == 0.8


@example(Counter([1, 1, 1, 1460]), Counter([741, 742]))
@given(_DAYS, _DAYS)
def test_nearness_has_bounds_and_two_sides(one: Counter[int | None], other: Counter[int | None]) -> None:
    assert 0.6 <= nearness(one, other) <= 1
    assert nearness(one, other) == pytest.approx(nearness(other, one))


@given(_DAYS, _DAYS)
def test_days_are_bounded(one: Counter[int | None], other: Counter[int | None]) -> None:
    assert len(together(one, other)) <= 64
