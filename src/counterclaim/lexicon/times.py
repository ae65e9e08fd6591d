"""The words of time expressions, read from ``times.yaml``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.errors import LexiconError
from counterclaim.lexicon.reading import load_table


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day: month and day, and the year where it names one day only."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The tables of ``times.yaml``, all keyed by lower-case forms."""

    months: Mapping[str, int]  # 1 to 12
    weekdays: Mapping[str, int]  # 0, Monday, to 6
    capitalised: frozenset[str]
    units: Mapping[str, str]  # unit -> designator of ISO 8601
    unit_of: Mapping[str, str]  # form, singular or plural -> unit
    day_parts: Mapping[str, str]
    seasons: Mapping[str, tuple[str, int]]  # TIMEX3 code, first month
    holidays: Mapping[str, Holiday]
    references: Mapping[str, str]
    sets: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    ahead: frozenset[str]
    plans: frozenset[str]
    deferring: frozenset[str]
    timetable: frozenset[str]
    numbering: frozenset[str]
    counting: frozenset[str]
    measures: frozenset[str]
    before_years: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The shipped tables, read once. Raises LexiconError."""
    table = load_table("times.yaml")
    if len(table["months"]) != 12 or len(table["weekdays"]) != 7:
        raise LexiconError("times.yaml: there are twelve months and seven weekdays")
    units: dict[str, str] = table["units"]
    return TimeWords(
        months=_numbered(table["months"], 1),
        weekdays=_numbered(table["weekdays"], 0),
        units=units,
        unit_of={form: unit for unit in units for form in (unit, _plural(unit))},
        day_parts=table["day_parts"],
        seasons={name: (code, month) for name, (code, month) in table["seasons"].items()},
        holidays={n: Holiday(h["month"], h["day"], h.get("year")) for h in table["holidays"] for n in h["names"]},
        references={phrase: value for value, phrases in table["references"].items() for phrase in phrases},
        sets=table["sets"],
        numbers=_numbers(table),
        ordinals={word: n for n, word in enumerate(table["ordinals"], start=1)},
        **{name: frozenset(table[name]) for name in _PLAIN},
    )


_PLAIN = (
    "capitalised",
    "ahead",
    "plans",
    "deferring",
    "timetable",
    "numbering",
    "counting",
    "measures",
    "before_years",
)


def _numbered(lists: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    return {name: number for number, names in enumerate(lists, start=first) for name in names}


def _plural(unit: str) -> str:
    return unit[:-1] + "ies" if unit.endswith("y") and unit != "day" else unit + "s"


def _numbers(table: Mapping[str, Any]) -> dict[str, int]:
    ones = {word: n for n, word in enumerate(table["numbers"])}
    tens: dict[str, int] = table["tens"]
    both = {
        f"{t}{dash}{w}": n + ones[w] for t, n in tens.items() for w in table["numbers"][1:10] for dash in (" - ", " ")
    }
    return ones | tens | both
