"""Pieces that the rules of the grammar of times are made of, and what resolves a month, a day, a season or a count.

All patterns run over a `Line`: lower-case words with one space between. None holds a repetition inside a repetition.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.claims import calendar
from counterclaim.claims.time_line import Hit, Line, Reading, unresolved
from counterclaim.lexicon.times import time_words

Read = Callable[[Hit], Reading | None]

_TABLE = time_words()
PAST, NEXT = frozenset({"last", "past", "previous"}), frozenset({"next", "coming", "upcoming", "following"})
_FAR = 300  # days; who means a day as far off as that gives its year


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what reads its match; a reader gives None where the words mean something else."""

    pattern: re.Pattern[str]
    read: Read


def rule(*pattern: str) -> Callable[[Read], Rule]:
    """Make a rule of a reader. The pattern, given in pieces, must end where a word ends."""
    return lambda read: Rule(re.compile("(?:" + "".join(pattern) + r")(?= |$)"), read)


def one_of(words: Iterable[str]) -> str:
    """Any of these words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


MONTH = one_of(_TABLE.months) + r"\.?"
WEEKDAY = one_of(_TABLE.weekdays) + r"\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
# "on 24 April, 2000 people": what counts something is no year.
YEAR = rf"(?:1[0-9]|20|21)\d\d(?! {one_of(_TABLE.measures)}(?: |$))"
PART_OF_DAY = one_of(_TABLE.day_parts)
SEASON = one_of(_TABLE.seasons)
UNITS = one_of(_TABLE.unit_of)
ORDINAL = one_of(_TABLE.ordinals)
NUMBER = rf"(?:\d{{1,4}}|{one_of(_TABLE.numbers)})"
VAGUE = "(?:a few|several|a couple of|a couple|many|some|few|a number of|a handful of|dozens of)"
_LOW = rf"(?:(?P<low>{NUMBER}) (?:to|or|-) )?"  # "two to three weeks"
COUNT = rf"(?:(?P<vague>{VAGUE})|{_LOW}(?P<count>{NUMBER}|an?|half an?)(?P<plus> and a half)?)"
# What may stand behind a date: its year, or a word that says which.
TAIL = rf"(?:(?: ,| of| in)? (?P<year>{YEAR})|(?: of)? (?P<when>last|this|next) year)?"


def number_of(text: str) -> int:
    """A number in figures ("7th"), or a number or ordinal in words."""
    figures = "".join(c for c in text if "0" <= c <= "9")
    return int(figures) if figures else _TABLE.numbers.get(text) or _TABLE.ordinals.get(text, 0)


def count_of(hit: Hit) -> float | None:
    """The number of units in a match of ``COUNT``, the higher one of two; None for "several" and the like."""
    text, plus = hit["count"], 0.5 if hit["plus"] or hit["more"] else 0
    if not text:
        return None
    if text.startswith("half"):
        return 0.5
    return plus + (1 if text in {"a", "an"} else number_of(text))


def duration(unit: str, count: float | None) -> str:
    """The ISO 8601 duration: "P2W", "PT16H", "P40Y" for four decades, "P0.5Y"; with X for an unknown count."""
    code = _TABLE.units[unit]
    time, code = ("T", code[1:]) if code.startswith("T") else ("", code)
    if count is None:
        return f"P{time}X{code[-1]}"
    scale = 10 ** (len(code) - 1)  # a decade is ten years, "0Y"
    return f"P{time}{count * scale:.10g}{code[-1]}"


def year_of(hit: Hit) -> int | None:
    """The year that a date's tail gives: a number, or "last year" and the like."""
    if hit["year"]:
        return int(hit["year"])
    if not hit["when"] or hit.published is None:
        return None
    return hit.published.year + {"last": -1, "this": 0, "next": 1}[hit["when"]]


def _anchor(hit: Hit) -> str:
    return "stated" if hit["year"] else "published"


def _ahead(hit: Hit) -> bool:
    return hit["dir"] in NEXT or (hit["dir"] not in PAST and hit.ahead)


def month_reading(hit: Hit, number: int) -> Reading | None:
    """A month with its year, or the month that the sentence's direction and tense mean."""
    year = year_of(hit)
    if year is not None:
        return Reading.of(calendar.month(year, number), _anchor(hit), dated=True)
    if hit.published is None:
        return unresolved(f"XXXX-{number:02}", yearless=(number, None))
    found = Reading.of(calendar.month(_year_of_month(hit, hit.published, number), number), "published")
    return found and replace(found, yearless=(number, None))


def _year_of_month(hit: Hit, published: date, number: int) -> int:
    which, same = hit["dir"], number == published.month
    if which == "this":
        return published.year
    if _ahead(hit):
        return published.year + (number < published.month or (same and which in NEXT))
    return published.year - (number > published.month or (same and which in PAST))


def day_reading(hit: Hit, month: int, number: int) -> Reading | None:
    """A day of a month with its year, or the one that the sentence's direction and tense mean."""
    year = year_of(hit)
    if year is not None:
        return Reading.on(calendar.date_of(year, month, number), _anchor(hit), dated=True)
    if calendar.date_of(2000, month, number) is None:
        return None
    if hit.published is None:
        return unresolved(f"XXXX-{month:02}-{number:02}", yearless=(month, number))
    found = Reading.on(_nearest(hit, hit.published, month, number), "published")
    return found and replace(found, yearless=(month, number))


def _nearest(hit: Hit, published: date, month: int, number: int) -> date | None:
    """The day's last or next return. Without a word such as "last", one that is most of a year off the way the tense
    points is taken on the other side: who means a day so far off says its year."""
    which = hit["dir"]
    if which == "this":
        return calendar.date_of(published.year, month, number)
    around = [calendar.date_of(published.year + step, month, number) for step in range(-8, 9)]  # 29 February is rare
    back = next((d for d in reversed(around) if d and d <= published and not (d == published and which in PAST)), None)
    on = next((d for d in around if d and d >= published and not (d == published and which in NEXT)), None)
    if back is None or on is None:
        return back or on
    if which:
        return on if which in NEXT else back
    if _ahead(hit):
        return back if (on - published).days > _FAR else on
    return on if (published - back).days > _FAR else back


def season_reading(hit: Hit, name: str) -> Reading | None:
    """A season with its year, or the one that the sentence's direction and tense mean."""
    code, opening = _TABLE.seasons[name]
    year, published, which = year_of(hit), hit.published, hit["dir"]
    if year is not None:
        return Reading.of(calendar.season(year, code, opening), _anchor(hit), dated=True)
    if published is None:
        return unresolved(f"XXXX-{code}")
    around = [calendar.season(published.year + step, code, opening) for step in (-2, -1, 0, 1)]
    seasons = [s for s in around if s is not None]
    if which in PAST:
        fitting = [s for s in seasons if s.end < published][-1:]
    elif which == "this":
        now = [s for s in seasons if s.start <= published <= s.end]
        fitting = now or [s for s in seasons if s.start.year == published.year]
    elif _ahead(hit):
        fitting = [s for s in seasons if (s.start if which in NEXT else s.end) >= published][:1]
    else:
        fitting = [s for s in seasons if s.start <= published][-1:]
    return Reading.of(fitting[0], "published") if fitting else unresolved(f"XXXX-{code}")


def is_calendar(word: str) -> bool:
    """Whether a word names a month, a weekday or a season."""
    plain = word.rstrip(".")
    return plain in _TABLE.months or plain in _TABLE.weekdays or plain in _TABLE.seasons


def is_year(line: Line, at: int) -> bool:
    """Whether a number of four figures is a year: what stands around it decides."""
    number, before, after = int(line.word(at)), line.word(at - 1), line.word(at + 1)
    if is_numbered(line, at):
        return False
    if before in _TABLE.before_years:
        return 1000 <= number < 2200 and after not in _TABLE.measures
    if not 1900 <= number < 2100 or before in _TABLE.counting or after in _TABLE.measures:
        return False
    if line.tag(at - 1) in {"NNP", "NNPS"} and not is_calendar(before):
        return False  # part of a name: "Vision 2030"
    if before in {"(", "-", "/", "'s"} or line.tag(at - 1) in {"DT", "PRP$", "POS"}:
        return True
    return line.tag(at + 1) != "NNS" and number % 1000 != 0  # "2015 rifles", "a force of 2000"


def is_numbered(line: Line, at: int) -> bool:
    """Whether a number, or the list of numbers that it ends, stands behind "resolution", "flight" or a designation."""
    for place in range(at - 1, max(-1, at - 13), -1):
        word = line.word(place)
        joins = word in {"and", "or", "no.", "nos."} or (word == "," and line.word(place - 1).isdigit())
        if not joins and not (word.isdigit() and len(word) == 4):
            return word in _TABLE.numbering or bool(_DESIGNATION.fullmatch(word))
    return False


_DESIGNATION = re.compile(r"[a-z]{1,15}-\d[^\s]{0,15}|\d{1,3}[a-z]{1,4}\d{1,4}")  # "su-27", "9m133"
