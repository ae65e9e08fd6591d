"""Figures as reports give them: exact, rounded, bounded, in words; and the date of a happening as a report words it."""

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from benchmarks.generator_things import Count
from counterclaim.records import Bound

_SMALL = "zero one two three four five six seven eight nine ten".split()
_DOZENS, _HUNDREDS, _THOUSANDS = 24, 200, 2000  # the least that the plural can mean
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Worded(NamedTuple):
    """The words of a figure, "" for none, and what they mean."""

    words: str
    figure: Count | None


NONE = Worded("", None)


def figure(rng: Random, number: int, *, exact: bool = False) -> Worded:
    """A wording of ``number`` that holds of it, without a unit as yet; ``exact`` allows no rounding."""
    way = rng.random()
    if exact or way < 0.45:
        return _worded("", number, Bound.EXACT)
    if way < 0.65:
        least = _rounded_down(number)
        return _worded(rng.choice(("more than", "over", "at least")), least, Bound.MIN)
    if way < 0.8:
        return _worded(rng.choice(("about", "some", "around", "nearly")), _rounded(number), Bound.APPROX)
    if way < 0.9:
        return _vague(number)
    return NONE


def money(rng: Random, millions: int) -> Worded:
    """A sum of so many million euros."""
    sort = rng.random()
    words, bound, n = f"{millions}", Bound.EXACT, millions
    if sort < 0.25:
        n = _rounded_down(millions)
        words, bound = f"more than {n}", Bound.MIN
    elif sort < 0.4:
        words, bound = f"about {millions}", Bound.APPROX
    high = None if bound is Bound.MIN else n * 1e6
    whole = f"{words} million euros"
    return Worded(words, Count(0, len(whole), n * 1e6, high, bound, "EUR"))


def _worded(before: str, number: int, bound: Bound) -> Worded:
    digits = _SMALL[number] if number < 10 else f"{number:,}"
    words = f"{before} {digits}" if before else digits
    high = None if bound is Bound.MIN else number
    return Worded(words, Count(0, len(words), number, high, bound, ""))


def _vague(number: int) -> Worded:
    for least, words in ((_THOUSANDS, "thousands of"), (_HUNDREDS, "hundreds of"), (_DOZENS, "dozens of")):
        if number >= least:
            return Worded(words, Count(0, len(words) - 3, least, None, Bound.MIN, ""))
    return _worded("", number, Bound.EXACT)


def _step(number: int) -> int:
    """A round number of about a tenth of ``number``."""
    return max(1, int(10 ** (len(str(number)) - 1)) // (2 if str(number) < "5" else 1))


def _rounded(number: int) -> int:
    step = max(1, _step(number) // 2)
    return max(1, round(number / step) * step)


def _rounded_down(number: int) -> int:
    step = _step(number)
    return max(1, (number - 1) // step * step) if number > 1 else 1


class When(NamedTuple):
    """The words of a time with the preposition before them, and the days that they mean."""

    lead: str
    words: str
    start: str
    end: str


def when(rng: Random, day: date, published: date) -> When:
    """How a report of the day ``published`` words the day of a happening.

    A weekday only where it stays the same for copies of the next day.
    """
    past = (published - day).days
    one = day.isoformat()
    if 0 <= past <= 4:
        return When("on ", _DAYS[day.weekday()], one, one)
    if rng.random() < 0.5:
        return When("on ", f"{day.day} {_MONTHS[day.month - 1]}", one, one)
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return When("in ", f"{_MONTHS[day.month - 1]} {day.year}", first.isoformat(), last.isoformat())


def long_date(day: date) -> str:
    """``4 June 2031``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
