"""Dates as registers write them, to ISO. What is no date is no date: nothing is guessed."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

_MONTHS = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<name>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_FORMS = (
    r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})",
    r"(?P<y>\d{4})-(?P<m>\d{2})",
    r"(?P<d>\d{1,2}|dd)/(?P<m>\d{1,2}|mm)/(?P<y>\d{4}|\d{2}(?!\d))",
    rf"(?P<d>\d{{1,2}})[ -]{_MONTH}[ -](?P<y>\d{{4}})",
    rf"{_MONTH}[ -](?P<d>\d{{1,2}}),? (?P<y>\d{{4}})",
    rf"{_MONTH}[ -](?P<y>\d{{4}})",
    r"(?P<y>\d{4})",
)
_PATTERNS = tuple(re.compile(rf"(?<![\w/-]){form}(?![\w/-])", re.IGNORECASE) for form in _FORMS)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")  # (whatever stands behind it: a time, an offset)
_RANGE = re.compile(r"\bto\b|\bbetween\b|\d\s*[-–]\s*\d{4}\b(?!-)", re.IGNORECASE)
_EARLIEST, _LATEST = 1700, 2100
_LONGEST = 300  # characters in which dates of birth are looked for
_WIDEST = 10  # years of a range that is still worth more than nothing


@lru_cache(maxsize=1 << 14)
def day(text: str, *, american: bool = False) -> str | None:
    """The one whole day that a text begins with: "2023-04-28…", "29/06/2012" (or "06/29/2012"), "12-Mar-2024"."""
    written = text.strip()
    iso = _ISO.match(written)
    if iso:
        found = cut_date(*iso.groups()) or ""
    else:
        swapped = re.sub(r"^(\d{1,2})/(\d{1,2})/", r"\2/\1/", written) if american else written
        found = next(_dates(swapped[: len("29 September 2023")]), "")
    return found if len(found) == len("2023-04-28") else None


@lru_cache(maxsize=1 << 14)
def births(text: str) -> tuple[str, ...]:
    """Every date of birth that a text gives, cut to what is known; a range of up to ten years gives each of its years.

    "09 Apr 1967", "Apr 1967", "circa 1967", "1965 to 1967", "dd/mm/1967", "00/04/1967", "1967 or 1969" are all read.
    """
    found = tuple(dict.fromkeys(_dates(text[:_LONGEST])))
    if len(found) == 2 and _RANGE.search(text):
        first, last = sorted(int(one[:4]) for one in found)
        return tuple(str(year) for year in range(first, last + 1)) if last - first <= _WIDEST else ()
    return found


def cut_date(year: str, month: str, on: str) -> str | None:
    """An ISO date of its parts, as far as they are figures and make a date; None without a year."""
    if not year.isdecimal() or not _EARLIEST <= int(year) <= _LATEST:
        return None
    if not month.isdecimal() or not 1 <= int(month) <= 12:
        return f"{int(year)}"
    try:
        return date(int(year), int(month), int(on)).isoformat()
    except ValueError:
        return f"{int(year)}-{int(month):02}"


def _dates(text: str) -> Iterator[str]:
    """The dates of a text in order, each by the fullest form that fits at its place."""
    at = 0
    while True:
        matches = [match for pattern in _PATTERNS if (match := pattern.search(text, at))]
        if not matches:
            return
        match = min(matches, key=lambda match: (match.start(), -match.end()))
        at = match.end()
        parts = match.groupdict()
        month = str(_MONTHS.get((parts.get("name") or "")[:3].lower(), parts.get("m") or ""))
        found = cut_date(parts["y"], month, parts.get("d") or "")
        if found:
            yield found
