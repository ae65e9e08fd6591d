"""Rules for what is told from another day: last week, two years ago, the past months; durations, sets, clock times."""

import math
from dataclasses import replace
from datetime import date

from counterclaim.claims import calendar
from counterclaim.claims.time_line import NOTHING, Hit, Reading, unresolved
from counterclaim.claims.time_pieces import (
    COUNT,
    NEXT,
    NUMBER,
    PART_OF_DAY,
    UNITS,
    WEEKDAY,
    count_of,
    duration,
    number_of,
    one_of,
    rule,
)
from counterclaim.lexicon.times import time_words

_TABLE = time_words()
_ABOUT_WORDS = "more than|less than|nearly|about|almost|over|some|around|just over|just under|just|at least|roughly"
_ABOUT = f"(?:(?P<about>{_ABOUT_WORDS}) )?"
_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}
_CLOCK_UNITS = {"hour": 24, "minute": 24 * 60, "second": 24 * 3600}  # how many make a day


@rule(rf"{_ABOUT}{COUNT}(?: -)? {UNITS}(?: -)? (?:olds?|of age)|{UNITS}(?: -)? olds?")
def age(hit: Hit) -> Reading | None:
    """ "13-year-old" is no time."""
    return NOTHING if hit.text else None


@rule(
    r"(?:(?P<more>the day before) yesterday|(?P<later>the day after) tomorrow",
    rf"|(?:(?:earlier|later) )?(?P<day>yesterday|today|tomorrow))(?: (?P<part>{PART_OF_DAY}))?",
)
def deictic(hit: Hit) -> Reading | None:
    """ "yesterday", "tomorrow morning", "the day after tomorrow"."""
    days = -2 if hit["more"] else 2 if hit["later"] else {"yesterday": -1, "today": 0, "tomorrow": 1}[hit["day"]]
    return _near_day(hit.published, days, hit["part"])


@rule(rf"this (?P<part>{PART_OF_DAY})|(?P<tonight>tonight)|last (?P<last>night|evening)|(?P<over>overnight)")
def part_of_day(hit: Hit) -> Reading | None:
    """ "this morning", "tonight", "last night"; "overnight" is the night to the publication date."""
    if hit["part"] or hit["tonight"]:
        return _near_day(hit.published, 0, hit["part"] or "night")
    found = _near_day(hit.published, -1, hit["last"] or "night")
    return replace(found, end=hit.published) if hit["over"] and found.start else found


def _near_day(published: date | None, days: int, part: str) -> Reading:
    """A day so many days from the publication date, or a part of it."""
    kind, code = ("TIME", "T" + _TABLE.day_parts[part]) if part else ("DATE", "")
    when = published and calendar.shifted(published, days)
    if when is None:
        return unresolved("XXXX-XX-XX" + code, kind)
    return Reading(kind, when.isoformat() + code, when, when, "published", "day")


@rule(r"(?P<dir>last|this|next|the current) (?P<unit>week|weekend|month|quarter|year|decade|century)")
def calendar_unit(hit: Hit) -> Reading | None:
    """ "last week" is Monday to Sunday of the week before; "this month" the whole month."""
    unit, step = hit["unit"], {"last": -1, "this": 0, "next": 1, "the current": 0}[hit["dir"]]
    if hit["dir"] != "this" and hit.before == "the":
        return None  # "the last year" runs back from the day
    if hit.published is None:
        return unresolved(_UNKNOWN.get(unit, "XXXX"))
    when = calendar.moved(hit.published, unit, step)
    return None if when is None else Reading.of(calendar.period_of(unit, when), "published")


@rule("the weekend")
def the_weekend(hit: Hit) -> Reading | None:
    """The last weekend that has begun by the publication date, or the next one where the sentence looks ahead."""
    if hit.published is None:
        return unresolved(_UNKNOWN["weekend"])
    back = hit.published.weekday() < 5 and not hit.ahead
    when = calendar.shifted(hit.published, -7 if back else 0)
    return None if when is None else Reading.of(calendar.weekend(when), "published")


@rule(
    r"(?P<the>the |these )?(?P<this>this )?",
    r"(?P<dir>last|past|previous|preceding|next|coming|upcoming|following|recent) ",
    rf"(?:{COUNT} )?(?P<unit>{UNITS})(?P<more> and a half)?",
)
def rolling(hit: Hit) -> Reading | None:
    """ "the past two weeks" up to the publication date, "the coming months" from it. "recent months" has no first day,
    "the coming months" no last."""
    which, unit = hit["dir"], _TABLE.unit_of[hit["unit"]]
    counted, plural = bool(hit["count"] or hit["vague"]), hit["unit"] not in _TABLE.units
    if not counted and not plural:
        if unit == "day" or which in {"previous", "preceding", "following", "recent"}:
            return None
        if not (hit["the"] or hit["this"]) and which not in {"past", "coming"}:
            return None
    count = None if plural and not counted else count_of(hit) if counted else 1
    value = duration(unit, count)
    if hit.published is None or hit.after == "of" or which in {"previous", "preceding", "following"}:
        return unresolved(value, "DURATION")
    ahead = which in NEXT
    far = None if count is None else _far(hit.published, unit, count if ahead else -count)
    start, end = (hit.published, far) if ahead else (far, hit.published)
    return Reading("DURATION", value, start, end, "published", unit)


def _far(day: date, unit: str, count: float) -> date | None:
    """A day so many units off; hours are rounded up to days, half years are six months. None for other halves."""
    if unit in _CLOCK_UNITS:
        return calendar.shifted(day, int(math.copysign(math.ceil(abs(count) / _CLOCK_UNITS[unit]), count)))
    unit, count = _whole(unit, count)
    return calendar.moved(day, unit, int(count)) if count == int(count) else None


def _whole(unit: str, count: float) -> tuple[str, float]:
    """Half years in months, half decades in years, half centuries in decades."""
    smaller = {"year": ("month", 12), "decade": ("year", 10), "century": ("decade", 10)}.get(unit)
    return (unit, count) if count == int(count) or smaller is None else (smaller[0], count * smaller[1])


_GRAINS = {"decade": "year", "century": "year", "hour": "day", "minute": "day", "second": "day"}


@rule(
    rf"{_ABOUT}(?:{COUNT} )?(?P<unit>{UNITS})(?P<more> and a half)? ",
    r"(?P<how>ago|from now|earlier|later|afterwards|beforehand)(?: (?P<exact>today|this week|this month))?",
)
def ago(hit: Hit) -> Reading | None:
    """ "two weeks ago" is the week, "three years ago" the year; "more than a year ago" has no first day; "a week later"
    needs the time that was told before."""
    count, how = count_of(hit), hit["how"]
    unit = _TABLE.unit_of[hit["unit"]]
    if not (hit["count"] or hit["vague"]) and hit["unit"] in _TABLE.units:
        return None
    unit, count = (unit, None) if count is None else _whole(unit, count)
    back, near = how in {"ago", "earlier", "beforehand"}, how in {"ago", "from now"}
    if hit["exact"] and how != "ago":
        return None
    grain = _GRAINS.get(unit, unit)
    base = hit.published if near else hit.line.told(grain)
    if base is None or (count is None and not near):
        return unresolved(("PAST_REF" if back else "FUTURE_REF") if near else _UNKNOWN.get(grain, "XXXX"))
    if count is None:
        start, end = (None, base) if back else (base, None)
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF", start, end, "published")
    counts = [number_of(hit["low"]), count] if hit["low"] else [count]
    ends = [_away(base, unit, -n if back else n, hit["exact"]) for n in counts]
    whole = calendar.spanning([p for p in ends if p is not None])
    found = Reading.of(whole, "published" if near else "inferred")
    if found is not None and back and hit["about"] in {"more than", "over", "just over", "at least"}:
        return replace(found, start=None)
    return found


def _away(base: date, unit: str, count: float, exact: str) -> calendar.Period | None:
    """The day, week, month or year so many units off; "three hours ago" is of the same day, "two years ago this month"
    is the month."""
    short = unit in _CLOCK_UNITS and abs(count) < _CLOCK_UNITS[unit] / 2
    when = base if short else _far(base, unit, count)
    grain = exact.removeprefix("this ") or _GRAINS.get(unit, unit)
    return None if when is None else calendar.period_of(grain, when)


_STOPS = frozenset({"", ",", ".", ";", ":", "!", "?", ")", "'", '"', "”", "''"})
_BACK, _SAME = frozenset({"previous", "preceding", "before", "earlier"}), frozenset({"same", ""})


@rule(
    r"(?:(?:on )?(?:the |that )(?:very )?(?P<dir>same|next|following|previous|preceding)|(?:earlier |later )?that) ",
    rf"(?P<unit>day|week|month|year|{PART_OF_DAY})",
    r"|the (?P<side>day|week|month|year) (?P<how>before|after|earlier|later)",
)
def anaphoric(hit: Hit) -> Reading | None:
    """ "the same day", "that year", "the next day", "the day before": told from what was told before."""
    unit, word = hit["unit"] or hit["side"], hit["dir"] or hit["how"]
    if hit["how"] in {"before", "after"} and hit.after not in _STOPS and hit.tag_after not in {"CC", ""}:
        return None  # "the day after the vote"
    part = _TABLE.day_parts.get(unit)
    grain = "day" if part else unit
    kind, code = ("TIME", f"T{part}") if part else ("DATE", "")
    told = hit.line.told(grain)
    when = told and calendar.moved(told, grain, 0 if word in _SAME else -1 if word in _BACK else 1)
    period = when and calendar.period_of(grain, when)
    if not period:
        return unresolved(_UNKNOWN.get(grain, "XXXX") + code, kind)
    return Reading(kind, period.value + code, period.start, period.end, "inferred", period.unit)


@rule(
    rf"{_ABOUT}{COUNT} (?:more )?(?P<dash>- )?(?P<unit>{UNITS})(?: - long|(?P<more> and a half))?",
    rf"|(?P<long>{UNITS}) - long",
)
def a_duration(hit: Hit) -> Reading | None:
    """ "for 13 years", "two-year", "day-long"; "30 a month" is a rate."""
    form = hit["unit"] or hit["long"]
    unit, singular = _TABLE.unit_of[form], form in _TABLE.units
    if unit == "quarter" or (unit == "second" and singular):
        return None  # "three quarters of", "a second round"
    if hit["long"]:
        return unresolved(duration(unit, 1 if singular else None), "DURATION")
    count = count_of(hit)
    if hit["count"] in {"a", "an"} and not hit["about"] and _is_rate(hit):
        return unresolved(duration(unit, 1), "SET")
    if singular and count is not None and count > 1 and not hit["dash"] and hit.tag_after not in {"NN", "NNS", "JJ"}:
        return None
    return unresolved(duration(unit, count), "DURATION")


def _is_rate(hit: Hit) -> bool:
    return hit.before in {"times", "once", "twice"} or hit.before.isdigit() or hit.tag_before in {"NN", "NNS", "CD"}


_BEFORE_VAGUE = frozenset({"for", "in", "within", "after", "over", "took", "lasted", "takes", "last", "spent", "of"})


@rule("hours|days|weeks|months|years|decades|centuries")
def vague_duration(hit: Hit) -> Reading | None:
    """ "for weeks"."""
    if hit.before not in _BEFORE_VAGUE:
        return None
    return unresolved(duration(_TABLE.unit_of[hit.text], None), "DURATION")


@rule(
    rf"(?:every|each) (?P<other>other )?(?:(?P<count>{NUMBER}) )?(?:(?P<unit>{UNITS})|{WEEKDAY}|{PART_OF_DAY})",
    rf"|per (?P<per>{UNITS})|(?P<word>{one_of(_TABLE.sets)})",
    rf"|{one_of(w + 's' for w in _TABLE.weekdays if w.endswith('day'))}",
)
def a_set(hit: Hit) -> Reading | None:
    """ "every week", "annually", "every two years", "on Mondays"."""
    if hit["word"]:
        return unresolved(_TABLE.sets[hit["word"]], "SET")
    form = hit["unit"] or hit["per"]
    if not form:
        return unresolved("XXXX-WXX-X", "SET")
    count = 2 if hit["other"] else number_of(hit["count"]) if hit["count"] else 1
    return unresolved(duration(_TABLE.unit_of[form], count), "SET")


@rule(one_of(_TABLE.references))
def reference(hit: Hit) -> Reading | None:
    """ "now", "recently"."""
    return None if hit.before == "from" else unresolved(_TABLE.references[hit.text])


_ZONE = "(?: (?:gmt|utc|est|edt|cet|eet|msk|ist|local time|local|moscow time|kyiv time|hours|hrs|o'clock))"
_HALF = r"(?:a ?\. ?m ?\.?|p ?\. ?m ?\.?|am|pm|in the morning|in the afternoon|in the evening)"
_BEFORE_CLOCKS = frozenset({"at", "around", "about", "by", "until", "from", "before", "after", "since", "to"})
_MORNING = frozenset({"am", "inthemorning"})


@rule(
    rf"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>{_HALF}){_ZONE}?",
    rf"|(?P<hour2>[01]?\d|2[0-3])[:.]?(?P<minute2>[0-5]\d){_ZONE}",
    r"|(?P<bare>[01]?\d|2[0-3]):(?P<minute3>[0-5]\d)|(?P<named>midnight|noon|midday)",
)
def clock(hit: Hit) -> Reading | None:
    """ "11:20 a.m.", "14:00 GMT", "at noon": the day is for the sentence to tell."""
    if (hit["named"] or hit["bare"]) and hit.before not in _BEFORE_CLOCKS:
        return None
    hour = int(hit["hour"] or hit["hour2"] or hit["bare"] or ("0" if hit["named"] == "midnight" else "12"))
    minute = int(hit["minute"] or hit["minute2"] or hit["minute3"] or 0)
    if hit["half"]:
        if not 1 <= hour <= 12:
            return None
        morning = "".join(c for c in hit["half"] if c.isalpha()) in _MORNING
        hour = hour % 12 + (0 if morning else 12)
    return Reading("TIME", f"XXXX-XX-XXT{hour:02}:{minute:02}", unit="clock")


RULES = (
    age,
    deictic,
    part_of_day,
    calendar_unit,
    the_weekend,
    rolling,
    ago,
    anaphoric,
    a_duration,
    vague_duration,
    a_set,
    reference,
    clock,
)
