"""Rules for what the calendar names: days, months, years, quarters, seasons, decades, holidays, weekdays."""

from datetime import date

from counterclaim.claims import calendar
from counterclaim.claims.time_line import NOTHING, Hit, Line, Reading, unresolved
from counterclaim.claims.time_pieces import (
    DAY,
    MONTH,
    NEXT,
    ORDINAL,
    PART_OF_DAY,
    PAST,
    SEASON,
    TAIL,
    WEEKDAY,
    YEAR,
    day_reading,
    is_calendar,
    is_numbered,
    is_year,
    month_reading,
    number_of,
    one_of,
    rule,
    season_reading,
    year_of,
)
from counterclaim.lexicon.times import time_words

_TABLE = time_words()
_LEAD = rf"(?:{WEEKDAY}(?: ,)? )?(?:(?P<dir>last|next|this|past|coming) )?"
_DAYS = rf"(?P<day>{DAY}) (?:-|to|and|or|through) (?P<day2>{DAY})"


def _month_of(hit: Hit) -> int:
    return _TABLE.months[hit["month"].rstrip(".")]


def _days(start: Reading | None, end: Reading | None) -> Reading | None:
    """From one reading to another."""
    if start is None or end is None or start.start is None or end.end is None or start.start > end.end:
        return None
    return Reading("DATE", f"{start.value}/{end.value}", start.start, end.end, start.anchor, "days", dated=start.dated)


@rule(rf"{_LEAD}(?:the )?(?P<day>{DAY}) (?:of )?(?P<month>{MONTH}){TAIL}")
def day_month(hit: Hit) -> Reading | None:
    """ "18 October 2020", "the 7th of May"."""
    return day_reading(hit, _month_of(hit), number_of(hit["day"]))


@rule(rf"{_LEAD}(?P<month>{MONTH}) (?:the )?(?P<day>{DAY}){TAIL}")
def month_day(hit: Hit) -> Reading | None:
    """ "October 18, 2020", "Oct. 7"; not "in March 12 people"."""
    if not hit["year"] and hit.before == "in" and hit.tag_after == "NNS":
        return None
    return day_reading(hit, _month_of(hit), number_of(hit["day"]))


@rule(rf"{_LEAD}(?:the )?{_DAYS} (?:of )?(?P<month>{MONTH}){TAIL}")
def days_month(hit: Hit) -> Reading | None:
    """ "18-20 October 2020", "7 and 8 May"."""
    return _some_days(hit)


@rule(rf"{_LEAD}(?P<month>{MONTH}) {_DAYS}{TAIL}")
def month_days(hit: Hit) -> Reading | None:
    """ "October 18-20, 2020", "May 7 and 8"; not "on October 7 and 12 soldiers"."""
    return None if hit.tag_after.startswith(("NN", "JJ")) and not hit["year"] else _some_days(hit)


def _some_days(hit: Hit) -> Reading | None:
    low, high = number_of(hit["day"]), number_of(hit["day2"])
    start = day_reading(hit, _month_of(hit), low) if low < high else None
    if start is None or start.start is None:
        return start
    return _days(start, Reading.on(calendar.date_of(start.start.year, _month_of(hit), high), "stated"))


@rule(rf"(?:(?P<dir>last|next|this|past|coming) )?(?P<month>{MONTH})(?: '?s)?{TAIL}")
def month_alone(hit: Hit) -> Reading | None:
    """ "last October", "Oct. 2020", "March this year"."""
    at = hit.first + bool(hit["dir"])
    name, plain = hit["month"], not (hit["year"] or hit["dir"] or hit["when"])
    if name.rstrip(".") in _TABLE.capitalised:
        short = len(name) == 3 and name != "may"  # "Jan" alone is a person
        if not hit.line.is_capital(at) or hit.line.tag(at) == "MD":
            return None
        if plain and (short or not _is_date_place(hit.line, at)):
            return None
    if plain and hit.tag_before in {"NNP", "NNPS"} and not is_calendar(hit.before):
        return None  # a surname
    return month_reading(hit, _month_of(hit))


_BEFORE_MONTHS = _TABLE.before_years | {"of", "to", "-", "this", "and", "on", "the", "for", "'s"}


def _is_date_place(line: Line, at: int) -> bool:
    """Whether a name that is also another word stands where a month does: not "the great March for Peace"."""
    before, after = line.word(at - 1), line.word(at + 1)
    if before in _BEFORE_MONTHS:
        return True
    titled = after in {"for", "of", "on"} or line.tag(at + 1) in {"NNP", "MD"} or line.tag(at - 1).startswith("JJ")
    return at > 0 and line.tag(at) == "NNP" and not titled


@rule(r"(?P<year>[12]\d\d\d) ?[-/.] ?(?P<month>\d\d?) ?[-/.] ?(?P<day>\d\d?)(?:t[0-9:.z+]*)?")
def iso_date(hit: Hit) -> Reading | None:
    """ "2020-10-18"."""
    return Reading.on(calendar.date_of(int(hit["year"]), int(hit["month"]), int(hit["day"])), "stated", dated=True)


@rule(r"(?P<a>\d\d?) ?(?P<mark>[/.-]) ?(?P<b>\d\d?) ?(?P=mark) ?(?P<year>(?:[12]\d)?\d\d)")
def slashed_date(hit: Hit) -> Reading | None:
    """ "18/10/2020", "18-10-2020": day first, unless that is no date or the line's dates are month first."""
    year, slash = int(hit["year"]), hit["mark"] == "/"
    if len(hit["year"]) == 2:
        if not slash:
            return None  # a version number
        latest = (hit.published.year if hit.published else 2050) + 10
        year += 2000 if 2000 + year <= latest else 1900
    a, b = int(hit["a"]), int(hit["b"])
    orders = [(b, a), (a, b)] if slash and hit.line.month_first else [(a, b), (b, a)]
    possible = [d for number, month in orders if (d := calendar.date_of(year, month, number))]
    return Reading.on(possible[0], "stated", dated=True) if possible else None


@rule(r"(?:the year )?(?P<year>[12]\d\d\d)")
def year_alone(hit: Hit) -> Reading | None:
    """ "2021", where it is a year and no count, number or designation."""
    return Reading.of(calendar.year(int(hit["year"])), "stated", dated=True) if is_year(hit.line, hit.end - 1) else None


@rule(rf"(?P<year>{YEAR})(?: [-/] |/)(?P<year2>\d\d)")
def years(hit: Hit) -> Reading | None:
    """ "2022-23", "2020/21"."""
    low = int(hit["year"])
    high = low // 100 * 100 + int(hit["year2"])
    if high <= low or is_numbered(hit.line, hit.first):
        return None
    return _days(Reading.of(calendar.year(low), "stated", dated=True), Reading.of(calendar.year(high), "stated"))


@rule(r"(?:the )?(?:(?P<long>1[5-9]\d0|20\d0) ?'?s|(?:(?<=the )|' |')(?P<short>\d0) ?'?s)")
def decade(hit: Hit) -> Reading | None:
    """ "the 1990s", "the '90s"."""
    number = int(hit["long"] or hit["short"])
    first = number if hit["long"] else number + (2000 if number < 30 else 1900)
    return Reading.of(calendar.decade(first), "stated", dated=True)


@rule(rf"(?:the )?(?P<number>\d{{1,2}}(?:st|nd|rd|th)|twenty - first|{ORDINAL})(?: -)? century")
def century(hit: Hit) -> Reading | None:
    """ "the 19th century"."""
    number = 21 if hit["number"] == "twenty - first" else number_of(hit["number"])
    return Reading.of(calendar.century(number), "stated", dated=True) if number else None


@rule(
    rf"(?:(?P<the>the )?(?P<dir>last|past|this|next|coming|this past|this coming|previous) )?(?P<day>{WEEKDAY})",
    rf"(?:(?: of| ,)? (?P<week>last|this|next) week)?(?: (?P<part>{PART_OF_DAY}))?",
)
def weekday(hit: Hit) -> Reading | None:
    """ "on Monday", "Monday night", "last Tuesday", "Friday of last week"."""
    at, name = hit.first + bool(hit["the"]) + len(hit["dir"].split()), hit["day"].rstrip(".")
    if name in _TABLE.capitalised:
        placed = hit["day"].endswith(".") or hit.line.word(at - 1) in {"on", "(", "since", "by", "last"}
        if not placed or not hit.line.is_capital(at):
            return None
    number = _TABLE.weekdays[name]
    kind, code = ("TIME", "T" + _TABLE.day_parts[hit["part"]]) if hit["part"] else ("DATE", "")
    when = hit.published and _weekday(hit, hit.published, number)
    if when is None:
        return unresolved(f"XXXX-WXX-{number + 1}{code}", kind)
    return Reading(kind, when.isoformat() + code, when, when, "published", "day")


def _weekday(hit: Hit, published: date, number: int) -> date | None:
    which, here = hit["dir"], number - published.weekday()
    if hit["week"]:
        return calendar.shifted(published, here + {"last": -7, "this": 0, "next": 7}[hit["week"]])
    if which in {"this", "next"}:  # the one of this week, the one of the week to come
        return calendar.shifted(published, here + (7 if which == "next" else 0))
    if which in PAST or which == "this past":
        return calendar.on_weekday(published, number, ahead=False, same=False)
    if which in NEXT or which == "this coming":
        return calendar.on_weekday(published, number, ahead=True, same=False)
    return calendar.on_weekday(published, number, ahead=hit.ahead)


@rule(
    rf"(?:(?:the )?(?P<dir>last|past|this|next|coming|previous) )?(?P<the>the )?(?P<season>{SEASON})",
    rf"(?:(?: of| ,)? (?P<year>{YEAR})(?: - \d\d(?:\d\d)?)?|(?: of)? (?P<when>last|this|next) year)?",
)
def season(hit: Hit) -> Reading | None:
    """ "last summer", "spring 2022", "in the autumn"; not "after the fall of the city", "the spring offensive"."""
    name = hit["season"]
    if not (hit["dir"] or hit["year"] or hit["when"]):
        clear = hit["the"] or name not in {"fall", "spring"}
        if hit.before not in _TABLE.before_years or hit.after == "of" or not clear:
            return None
        if hit.tag_after == "NN" or hit.line.tag(hit.end - 1).startswith("VB"):
            return None
    return season_reading(hit, name)


_OF_YEAR = (
    rf"(?:(?: of| in)?(?: the year)? (?P<year>{YEAR})|(?: of)? (?P<when>last|this|next) year|(?P<whole> of the year))"
)


@rule(
    r"(?:(?P<the>the )?(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last|final)(?: -)? (?P<what>quarter|half)",
    rf"|(?P<short>[qh][1-4])){_OF_YEAR}?",
)
def quarter_or_half(hit: Hit) -> Reading | None:
    """ "the second quarter of 2020", "Q3 2021", "the first half of last year", "the third quarter"."""
    is_quarter = hit["what"] == "quarter" or hit["short"].startswith("q")
    last = 4 if is_quarter else 2
    number = last if hit["ordinal"] in {"last", "final"} else number_of(hit["short"] or hit["ordinal"])
    make = calendar.quarter if is_quarter else calendar.half
    if number > last:
        return None
    year = hit.published.year if hit["whole"] and hit.published else year_of(hit)
    if year is not None:
        return Reading.of(make(year, number), "stated" if hit["year"] else "published", dated=True)
    if not is_quarter or not hit["the"] or hit["ordinal"] in {"last", "final"}:
        return None  # "in the second half" is of a match
    if hit.published is None:
        return unresolved(f"XXXX-Q{number}")
    current = (hit.published.month + 2) // 3
    step = (number < current) if hit.ahead else -(number > current)
    return Reading.of(calendar.quarter(hit.published.year + step, number), "published")


@rule(
    r"(?:the )?first (?P<count>two|three|four|five|six|seven|eight|nine|ten|\d) months of",
    rf"(?: (?P<year>{YEAR})| (?P<when>last|this|next) year)",
)
def first_months(hit: Hit) -> Reading | None:
    """ "the first six months of 2020"."""
    year = year_of(hit)
    if year is None:
        return unresolved("XXXX")
    period = calendar.months(year, 1, max(1, number_of(hit["count"])), "months", f"{year:04}")
    return Reading.of(period, "stated" if hit["year"] else "published", dated=True)


@rule(
    r"(?:the )?(?:fiscal(?: year)?|financial year|fy) ?-? ?(?P<number>\d{4}|\d\d)",
    r"(?: [-/] \d\d(?:\d\d)?|/\d\d(?:\d\d)?)?",
)
def fiscal_year(hit: Hit) -> Reading | None:
    """ "fiscal year 2021": its days differ from state to state, so that none are given."""
    return unresolved("FY" + ("20" if len(hit["number"]) == 2 else "") + hit["number"])


@rule(
    rf"(?:(?P<dir>last|this|next|past|coming) )?(?P<name>{one_of(_TABLE.holidays)})",
    rf"(?:(?: ,)? (?P<year>{YEAR})|(?: of)? (?P<when>last|this|next) year)?",
)
def holiday(hit: Hit) -> Reading | None:
    """ "Christmas 2020", "New Year's Eve"."""
    named = _TABLE.holidays[hit["name"]]
    if named.year is not None:
        return Reading.on(calendar.date_of(named.year, named.month, named.day), "stated", dated=True)
    return day_reading(hit, named.month, named.day)


@rule(r"(?:aged?|ages) \d{1,3}(?: (?:to|-|and) \d{1,3})?")
def age(hit: Hit) -> Reading | None:
    """ "aged 18 to 40" is no time."""
    return NOTHING if hit.text else None


RULES = (
    day_month,
    month_day,
    days_month,
    month_days,
    month_alone,
    iso_date,
    slashed_date,
    years,
    year_alone,
    decade,
    century,
    weekday,
    season,
    quarter_or_half,
    first_months,
    fiscal_year,
    holiday,
    age,
)
