"""The day a text was published, where the text itself shows it: date lines, and dates run into its first words.

A date inside a sentence is never taken. A line counts as a date line only if nothing but labels, dates, times and marks
is in it; it is scanned part by part, so that the work is linear.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_YEAR = r"(?:19|20)\d\d"
YEAR = rf"(?:Juche\s+\d{{2,3}}\s+)?\(?{_YEAR}\)?"  # Korea's count of years may stand before the common one
_DATE = rf"""(?<![\w/-])(?:
      (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*(?P<month1>{MONTH}),?[\s-]*(?P<year1>{_YEAR})
    | (?P<month5>{MONTH})\s*(?P<day5>\d{{1,2}})(?P<year5>{_YEAR})
    | (?P<month2>{MONTH})\s*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:Juche\s+\d{{2,3}}\s+\()?(?P<year2>{_YEAR})
    | (?P<year3>{_YEAR})(?P<mark3>[-/.])(?P<month3>\d{{1,2}})(?P=mark3)(?P<day3>\d{{1,2}})
    | (?P<first>\d{{1,2}})(?P<mark4>[-/.])(?P<second>\d{{1,2}})(?P=mark4)(?P<year4>{_YEAR}|\d\d)
    )(?!\d|[./-]\d)"""
_ZONE = (
    r"(?:(?:GMT|UTC|BST|CET|CEST|EET|EEST|MSK|IST|PKT|E[SD]?T|C[SD]?T|P[SD]?T|M[SD]T|Z)\b"
    r"(?:\s*[+-]\d{1,2}(?::?\d\d)?)?)"
)
_LABEL = (
    r"(?:(?:first|last|originally)\s+)?(?:published|updated?|modified|posted|issued|released|created|dated?)"
    r"(?:\s+(?:on|at|date|time|of\s+publication))*|(?:publication|release)\s+date|release"
)
# A clock time that has lost its colons, beside a date or a zone.
_HOURS = r"(?<![\w.:])(?:[01]\d|2[0-3])[0-5]\d(?!\d)"
_SECONDS = r"(?<=(?:19|20)\d\d\s)(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d)"
_PART = re.compile(
    rf"""(?P<date>{_DATE})
      | (?P<label>\b(?:{_LABEL})\b)
      | (?P<time>(?:(?<=\d)T|(?<!\d))\d{{1,2}}:\d\d(?::\d\d(?:\.\d{{1,6}})?)?(?:\s*[ap]\.?m\b\.?)?
            (?:\s*{_ZONE}|[+-]\d\d:?\d\d)?
          | \d{{1,2}}(?:\.\d\d)?\s*[ap]\.?m\b\.?(?:\s*{_ZONE})?
          | {_HOURS}(?=\s+\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})
          | {_HOURS}\s*(?:[ap]\.?m\b\.?|{_ZONE})|(?<=\bat\s){_HOURS}(?=\s|$)|{_SECONDS})
      | (?P<weekday>\b{WEEKDAY})
      | (?P<zone>\b{_ZONE})
      | (?P<read>\b\d{{1,2}}[\s-]min(?:ute)?s?(?:\s+read)?\b)
      | (?P<joint>\b(?:on|at|live|local\s+time|hrs?|hours)\b)
      | (?P<gap>[\s,;:|•·@()\[\]/>»–—.-]+)""",
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_LINE = 120
_LONGEST_PARTS = 160
_LONGEST_PART = 60
_PARTS = re.compile(r"\s*[|•·]\s*|\s{3,}|\t+")
_PLACED = re.compile(r"(?P<place>[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+){0,2}),\s+(?P<rest>.*\d.*)")
_FIELD = re.compile(r"(?:title|headline)\s*:\s")  # what a form leaves over the headline
_GLUED_ON = re.compile(r"(?<=(?:19|20)\d\d)[^\W\d_a-z][a-z]+(?=\s)")  # "9 May 2024Four ships"
_HEAD = 1000  # characters of a text in which its date is looked for


class Label(IntEnum):
    """How a date is marked, best first: a date of first publication outdoes one of a later change."""

    PUBLISHED = 0
    BARE = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a text states it. ``first`` and ``second`` are its day and its month where it is ``ordered``, else the
    same in an order that only a number above 12 tells."""

    first: int
    second: int
    year: int
    label: Label
    ordered: bool


def dates_in_line(line: str) -> tuple[Stated, ...]:
    """The dates of a line that holds nothing else; empty for any other line."""
    dates, end = _scan(line) if len(line) <= LONGEST_LINE else ((), 0)
    return dates if end == len(line) else ()


def dates_in_parts(line: str) -> tuple[Stated, ...]:
    """The dates of a line of which they are one part among others ("Sanda | 9 May 2024 | 4 posts", "Sanda, 9 May
    2024"); empty for any other line."""
    dates = dates_in_line(line)
    if dates or not any(c.isdigit() for c in line[-_LONGEST_PARTS:]) or len(line) > _LONGEST_PARTS:
        return dates
    parts = _PARTS.split(line.strip())
    place = _PLACED.fullmatch(line.strip())
    if place and not place["place"].islower():
        return dates_in_line(place["rest"])
    if len(parts) < 2 or any(len(part) > _LONGEST_PART for part in parts):
        return ()
    return tuple(date for part in parts for date in dates_in_line(part))


def run_in(text: str) -> tuple[tuple[Stated, ...], int]:
    """The dates that stand before the first words of a text, and where those begin; none and 0 if there are none.

    A date without a label must be followed by a new sentence: "5 May 2024 Four ships sank", not "5 May 2024 was dry".
    That sentence may be glued to the year.
    """
    start = len(text) - len(text.lstrip())
    head = text[start : start + LONGEST_LINE]
    dates, end = _scan(head, whole=False)
    if not dates:
        return (), 0
    rest = head[end:].lstrip(" \t\n\r.:;|)–—-")
    labelled = any(d.label is not Label.BARE for d in dates)
    glued = head[end : end + 1].isalnum() and not _GLUED_ON.match(head, end)
    opens = not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘«([" or bool(_FIELD.match(rest))
    if glued or not (opens or labelled):
        return (), 0
    marks = re.match(r"[\s,:;.|)–—-]*", head[end:])
    return dates, start + end + (marks.end() if marks else 0)


def _scan(line: str, *, whole: bool = True) -> tuple[tuple[Stated, ...], int]:
    """The dates in the run of date parts that a line begins with, and where the run ends. Where it need not be the
    ``whole`` line, the run ends with its last date or time: what comes after a date may begin the text."""
    found: list[Stated] = []
    label, at, end = Label.BARE, 0, 0
    while match := _PART.match(line, at):
        kind = match.lastgroup
        if match["date"] is not None:
            stated = _stated(match, label)
            if stated is None:
                break
            found.append(stated)
            label = Label.BARE
        elif kind == "label":
            label = Label.UPDATED if re.search(r"(?i)updat|modif|last", match.group()) else Label.PUBLISHED
        at = match.end()
        if match["date"] is not None or kind in {"time", "zone", "read"}:
            end = at
    return tuple(found), at if whole else end


def _stated(match: "re.Match[str]", label: Label) -> Stated | None:
    part = match.groupdict()
    named = next((n for n in "125" if part["day" + n]), None)
    if named:
        day, name, year = (part[k + named] for k in ("day", "month", "year"))
        return Stated(int(day), _MONTHS[name.lower().rstrip(".")], int(year), label, ordered=True)
    if part["year3"]:
        return Stated(int(part["day3"]), int(part["month3"]), int(part["year3"]), label, ordered=True)
    year = int(part["year4"])
    if year < 100:
        if label is Label.BARE:
            return None  # "10/11/12" is no date unless it says so
        year += 2000
    # Dots are written where the day comes first; slashes and hyphens are written both ways.
    return Stated(int(part["first"]), int(part["second"]), year, label, ordered=part["mark4"] == ".")


def published(dates: Iterable[Stated]) -> str | None:
    """The best of the dates that a text states about itself as an ISO date, or None.

    A date whose day and month could be either counts for nothing: a wrong day would spoil whatever is reckoned from it.
    """
    days = [(stated.label, day) for stated in dates if (day := _day(stated))]
    return min(days, key=lambda d: d[0])[1].isoformat() if days else None


def _day(stated: Stated) -> date | None:
    day, month = stated.first, stated.second
    if not stated.ordered:
        if day <= 12 and month <= 12 and day != month:
            return None  # "05/09/2024" is 5 September here and 9 May there
        day, month = max(day, month), min(day, month)
    try:
        return date(stated.year, month, day)
    except ValueError:  # no such day
        return None


def in_head(offset: int) -> bool:
    """Whether a place in a text is near enough to its head for a date there to be the text's own."""
    return offset <= _HEAD
