"""Stretches of the calendar."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims import calendar
from counterclaim.lexicon.times import time_words


def test_calendar() -> None:
    assert calendar.moved(date(2023, 3, 31), "month", -1) == date(2023, 2, 28)
    assert calendar.moved(date(1, 1, 1), "day", -1) is None
    assert calendar.week(date(2024, 12, 31)) == calendar.Period(
        date(2024, 12, 30), date(2025, 1, 5), "week", "2025-W01"
    )
    assert calendar.week(date(9999, 12, 31)) is None
    assert calendar.third(calendar.day(date(2023, 5, 9)), 0) == calendar.day(date(2023, 5, 9))
    assert calendar.half_of(calendar.day(date(2023, 5, 9)), 2) == calendar.day(date(2023, 5, 9))
    assert calendar.date_of(2023, 2, 29) is None


@given(st.dates(), st.integers(0, 6), st.booleans())
def test_the_nearest_weekday_is_within_a_week(when: date, number: int, ahead: bool) -> None:
    found = calendar.on_weekday(when, number, ahead=ahead)
    if found is not None:
        assert found.weekday() == number
        assert 0 <= ((found - when).days if ahead else (when - found).days) < 7


@given(st.dates(date(100, 1, 1), date(9900, 1, 1)), st.sampled_from(sorted(time_words().units)))
def test_a_period_holds_its_day(when: date, unit: str) -> None:
    period = calendar.period_of(unit, when)
    assert period is not None
    assert period.start <= when <= period.end
    thirds = [calendar.third(period, number) for number in range(3)]
    assert period.start <= thirds[0].start
    assert thirds[2].end <= period.end
