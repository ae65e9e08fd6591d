"""Stretches of the calendar: what "the week of that day" or "the second half of that year" covers, in days.

Weeks are those of ISO 8601, Monday to Sunday. Values are those of TIMEX3 (TimeML 1.2.1): "2020-10", "2020-W42",
"2020-Q3", "202X". Nothing here leaves the years 1 to 9999: what would is None.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

FIRST_YEAR: Final = 1
LAST_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class Period:
    """Days ``start`` to ``end``, both included; the unit it is one of; its TIMEX3 value."""

    start: date
    end: date
    unit: str
    value: str


def day(when: date) -> Period:
    """One day."""
    return Period(when, when, "day", when.isoformat())


def date_of(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (31 April)."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def months(year: int, first: int, last: int, unit: str, value: str) -> Period | None:
    """The months ``first`` to ``last``, counted from January of ``year``; counts above 12 run into the next years."""
    start_year, start_month = divmod(year * 12 + first - 1, 12)
    end_year, end_month = divmod(year * 12 + last - 1, 12)
    if not (FIRST_YEAR <= start_year <= end_year <= LAST_YEAR):
        return None
    last_day = calendar.monthrange(end_year, end_month + 1)[1]
    return Period(date(start_year, start_month + 1, 1), date(end_year, end_month + 1, last_day), unit, value)


def month(year: int, number: int) -> Period | None:
    """A calendar month."""
    return months(year, number, number, "month", f"{year:04}-{number:02}")


def quarter(year: int, number: int) -> Period | None:
    """A calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, "quarter", f"{year:04}-Q{number}")


def half(year: int, number: int) -> Period | None:
    """A half of a calendar year, 1 or 2."""
    return months(year, 6 * number - 5, 6 * number, "half", f"{year:04}-H{number}")


def season(year: int, code: str, first: int) -> Period | None:
    """A season of three months; the winter of a year is the one that begins in it."""
    return months(year, first, first + 2, "season", f"{year:04}-{code}")


def year(number: int) -> Period | None:
    """A calendar year."""
    return months(number, 1, 12, "year", f"{number:04}")


def decade(first: int) -> Period | None:
    """The ten years from ``first``: 1990 gives the 1990s."""
    return months(first, 1, 120, "decade", f"{first:04}"[:3] + "X")


def century(number: int) -> Period | None:
    """A century: the 20th is 1901 to 2000. Its TIMEX3 value is the figures its years begin with."""
    return months(100 * number - 99, 1, 1200, "century", f"{number - 1:02}")


def week(when: date) -> Period | None:
    """The ISO week that holds a day."""
    monday, sunday = shifted(when, -when.weekday()), shifted(when, 6 - when.weekday())
    if monday is None or sunday is None:
        return None
    number = when.isocalendar()
    return Period(monday, sunday, "week", f"{number.year:04}-W{number.week:02}")


def weekend(when: date) -> Period | None:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(when)
    return whole and Period(whole.end - timedelta(1), whole.end, "weekend", whole.value + "-WE")


def period_of(unit: str, when: date) -> Period | None:
    """The day, week, weekend, month, quarter, year, decade or century that holds a day; hours count as their day."""
    match unit:
        case "week":
            return week(when)
        case "weekend":
            return weekend(when)
        case "month":
            return month(when.year, when.month)
        case "quarter":
            return quarter(when.year, (when.month + 2) // 3)
        case "year":
            return year(when.year)
        case "decade":
            return decade(when.year // 10 * 10)
        case "century":
            return century((when.year + 99) // 100)
        case _:
            return day(when)


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "hour": 0, "minute": 0, "second": 0}


def moved(when: date, unit: str, count: int) -> date | None:
    """A day so many units later, or earlier where ``count`` is negative: 31 March less a month is 28 February."""
    if unit in _DAYS:
        return shifted(when, count * _DAYS[unit])
    to_year, to_month = divmod(when.year * 12 + when.month - 1 + count * _MONTHS[unit], 12)
    if not FIRST_YEAR <= to_year <= LAST_YEAR:
        return None
    return date(to_year, to_month + 1, min(when.day, calendar.monthrange(to_year, to_month + 1)[1]))


def shifted(when: date, days: int) -> date | None:
    """A day so many days later."""
    try:
        return when + timedelta(days)
    except OverflowError:
        return None


def spanning(periods: Sequence[Period]) -> Period | None:
    """From the first to the last of some periods; None for none. One keeps its value, of two the earlier is named."""
    if not periods:
        return None
    first, last = min(periods, key=lambda p: p.start), max(periods, key=lambda p: p.end)
    return first if first == last else Period(first.start, last.end, "span", first.value)


def third(whole: Period, number: int) -> Period:
    """The early (0), middle (1) or late (2) part of a period, with the value of the whole, as TIMEX3 has it.

    Of a year four months, of a month ten days (the last to its end), of a decade four, three and three years, of
    anything else a third of its days; of a day the day.
    """
    if whole.unit in {"year", "decade"}:
        bounds = (1, 5, 9, 13) if whole.unit == "year" else (1, 49, 85, 121)
        part = months(whole.start.year, bounds[number], bounds[number + 1] - 1, whole.unit, whole.value)
        return part or whole
    if whole.unit == "month":
        cuts = (0, 10, 20, (whole.end - whole.start).days + 1)
    else:
        days = (whole.end - whole.start).days + 1
        cuts = (0, days // 3, days - days // 3, days)
    if cuts[number] >= cuts[number + 1]:
        return whole
    start = whole.start + timedelta(cuts[number])
    return Period(start, whole.start + timedelta(cuts[number + 1] - 1), whole.unit, whole.value)


def half_of(whole: Period, number: int) -> Period:
    """The first or second half of a period: of a year six months, of a month days 1-15 or 16-end, of anything else half
    of its days."""
    if whole.unit == "year":
        return half(whole.start.year, number) or whole
    days = (whole.end - whole.start).days + 1
    middle = whole.start + timedelta(15 if whole.unit == "month" and days > 15 else (days + 1) // 2)
    if days < 2:
        return whole
    start, end = (whole.start, middle - timedelta(1)) if number == 1 else (middle, whole.end)
    return Period(start, end, whole.unit, whole.value)


def on_weekday(when: date, weekday: int, *, ahead: bool, same: bool = True) -> date | None:
    """The nearest such weekday (Monday is 0) before or after a day; the day itself counts where ``same``."""
    step = (weekday - when.weekday()) % 7 if ahead else -((when.weekday() - weekday) % 7)
    if step == 0 and not same:
        step = 7 if ahead else -7
    return shifted(when, step)
