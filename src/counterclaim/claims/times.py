"""Time expressions of a sentence, resolved to ISO days: "last October", "since Monday", "from 2015 to 2018".

A grammar of our own. Rules (`time_dates`, `time_relative`) read single expressions off a line of words, the longest
match at each word; then clock times, ranges and bounds ("since", "by") are put on them. Types and values are those of
TIMEX3 (TimeML 1.2.1).

Conventions, where English leaves room:

- A weekday, month or day without a year lies on or before the publication date, or on or after it where the verbs that
  it hangs on look ahead ("will", "is expected to"). A day of the month that would lie 300 days off is taken on the
  other side. "last Tuesday" is before the publication date, "next Tuesday" in the week to come.
- Weeks are ISO weeks; "last week", "last month", "last year" are the whole of the week, month, year before.
- "two weeks ago" is that week, "two years ago" that year; "the past two weeks" run up to the publication date.
- Early, mid and late are thirds: months 1-4, 5-8, 9-12 of a year; days 1-10, 11-20, 21-end of a month. "the end of" is
  late, "the beginning of" early.
- Slashed dates are day first, unless that is no date, the sentence holds another that can only be month first, or the
  caller says so.
- Seasons are the northern, meteorological ones; the winter of a year is the one that begins in it.
- "since" runs to the publication date where that is known, else it leaves the last day open; "until" and "by" leave
  the first open; "before" ends on the day before, "after" begins on the day after.
- "recent months" ends on the publication date and has no first day; "now" and "recently" have no days at all.
- Fiscal years have no days: they differ from state to state.
- A number of four figures is a year unless it counts ("2015 rifles"), numbers ("resolution 1929") or belongs to a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.claims import calendar, time_dates, time_relative
from counterclaim.claims.time_line import Hit, Line, Reading, unresolved
from counterclaim.claims.time_pieces import one_of
from counterclaim.lexicon.times import time_words
from counterclaim.records import Span, Time

_RULES = (*time_dates.RULES, *time_relative.RULES)
_LONGEST = 120  # characters: no expression is longer, so that no word is read more than a bounded number of times


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words ``[first, end)`` of a sentence that name a time.

    ``type`` is DATE, TIME, DURATION or SET, ``value`` its TIMEX3 value. ``start_day`` and ``end_day`` are ISO days,
    both included; None is open or unknown. ``anchor`` says what the days were resolved against: "stated" (the words
    give them), "published", "inferred" (from a day told before), None where they are unknown. ``parts`` are the two
    ends of a range, each an expression of its own.
    """

    first: int
    end: int
    type: str
    value: str
    start_day: str | None
    end_day: str | None
    anchor: str | None
    parts: tuple["TimeExpression", ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it has a day on at least one side."""
        return self.start_day is not None or self.end_day is not None


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading of words ``[first, end)`` of the line."""

    first: int
    end: int
    reading: Reading
    parts: tuple["_Found", ...] = ()


def find_times(
    words: Sequence[str],
    published: date | None,
    *,
    xpos: Sequence[str] = (),
    upos: Sequence[str] = (),
    heads: Sequence[int] = (),
    context: TimeExpression | None = None,
    month_first: bool = False,
) -> list[TimeExpression]:
    """The time expressions of one sentence, in order, none overlapping another.

    ``xpos``, ``upos`` and ``heads`` are the parse, one entry a word, or empty where there is none. ``context`` is the
    time that earlier sentences told of last (`last_told`): "the same day" and "a week later" are told from it.
    ``month_first`` reads slashed dates the American way. Linear in the number of words; raises nothing.
    """
    line = Line(words, published, _days_of(context), month_first or _is_american(words), xpos, upos, heads)
    found = _bounded(line, _ranges(line, _clocked(line, _scan(line))))
    expressions: list[TimeExpression] = []
    for item in found:
        expression = _expression(line, item)
        if not expressions or expressions[-1].end <= expression.first:
            expressions.append(expression)
    return expressions


def to_time(expression: TimeExpression, spans: Sequence[Span], text: str) -> Time:
    """The record of a time expression; ``spans`` are the sentence's words in the raw ``text``."""
    span = Span(spans[expression.first].start, spans[expression.end - 1].end)
    return Time(expression.start_day, expression.end_day, span.of(text), span, expression.anchor)


def last_told(expressions: Sequence[TimeExpression], before: TimeExpression | None = None) -> TimeExpression | None:
    """The last of a sentence's expressions that has a first and a last day, or ``before`` where none has: the context
    of the sentence that follows."""
    return next((e for e in reversed(expressions) if e.type != "DURATION" and _days_of(e)), before)


def _days_of(expression: TimeExpression | None) -> tuple[date, date] | None:
    if expression is None or expression.start_day is None or expression.end_day is None:
        return None
    return date.fromisoformat(expression.start_day), date.fromisoformat(expression.end_day)


def _is_american(words: Sequence[str]) -> bool:
    """Whether a slashed date among the words can only be month first."""
    matches = (re.fullmatch(r"(\d\d?)/(\d\d?)/\d{2,4}", w) for w in words)
    return any(m is not None and int(m[1]) <= 12 < int(m[2]) <= 31 for m in matches)


_TABLE = time_words()
_PART = re.compile(
    r"(?:the )?(?:very )?"
    r"(?:(?P<third>early|mid|late|beginning|start|opening|middle|end|close)(?: -| of| in| on| part of)?"
    r"|(?P<half>first|second|latter|last) half of"
    r"|(?P<clip>earlier|later)(?: in| on)?"
    r"|(?P<week>week)(?: of| beginning| ending)|(?P<beside>day (?:before|after))"
    rf"|(?P<day>{one_of(_TABLE.day_parts)}) of) "
)
_UNIT_AFTER_PART = re.compile(r"the (?P<unit>week|month|year|decade|century)(?= |$)")
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "opening": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_OPENERS = frozenset(
    [
        *(w for table in (_TABLE.months, _TABLE.weekdays, _TABLE.seasons, _TABLE.day_parts) for w in table),
        *(w for table in (_TABLE.unit_of, _TABLE.sets) for w in table),
        *(w.split()[0] for table in (_TABLE.numbers, _TABLE.references, _TABLE.holidays) for w in table),
        *(w + "s" for w in _TABLE.weekdays),
        *(
            "the a an last past previous preceding this these current next coming upcoming following that same few "
            "several many some half more less nearly about almost over around just at roughly recent every each per on "
            "yesterday today tomorrow tonight overnight midnight noon midday earlier later early mid late first second "
            "latter third fourth fiscal financial fy aged age beginning start opening middle end close very dozens '"
        ).split(),
        *_TABLE.ordinals,
    ]
)


def _scan(line: Line) -> list[_Found]:
    """Single expressions. A day that one names is what the next are told from."""
    found: list[_Found] = []
    at = 0
    while at < len(line.lower):
        item = _read(line, at) if _opens(line.lower[at]) else None
        at = at + 1 if item is None else item.end
        if item is not None and not item.reading.nothing:
            found.append(item)
            if item.reading.type != "DURATION" and item.reading.start is not None and item.reading.end is not None:
                line.context = (item.reading.start, item.reading.end)
    return found


def _opens(word: str) -> bool:
    plain = word.rstrip(".")
    return word[0].isdigit() or word[0] == "'" or plain in _OPENERS or bool(re.fullmatch(r"(?:fy\d*|[qh]\d)", plain))


def _read(line: Line, at: int) -> _Found | None:
    """The longest expression that begins at a word: a plain one, or one with a word before it that names its part."""
    plain = _longest(line, at)
    part = _PART.match(line.text, line.starts[at], line.starts[at] + _LONGEST)
    inner_at = line.ends.get(part.end() - 1) if part else None
    if part is None or inner_at is None or inner_at >= len(line.lower):
        return plain
    inner = _inner(line, inner_at)
    if inner is None or inner.reading.type not in {"DATE", "TIME"} or (plain and plain.end >= inner.end):
        return plain
    return _Found(at, inner.end, _part_of(line, inner.reading, part))


def _inner(line: Line, at: int) -> _Found | None:
    """What a word for a part is followed by; here "the year" is the year of publication."""
    unit = _UNIT_AFTER_PART.match(line.text, line.starts[at])
    longest = _longest(line, at)
    if unit is None or longest is not None:
        return longest
    period = line.published and calendar.period_of(unit["unit"], line.published)
    reading = Reading.of(period, "published") if period else None
    return _Found(at, line.ends[unit.end()], reading or unresolved("XXXX"))


def _longest(line: Line, at: int) -> _Found | None:
    """The longest match that a rule can read."""
    start = line.starts[at]
    matches = [(m, rule) for rule in _RULES if (m := rule.pattern.match(line.text, start, start + _LONGEST))]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        end = line.ends.get(match.end())
        reading = rule.read(Hit(line, match, at, end)) if end is not None and end > at else None
        if reading is not None and end is not None:
            return _Found(at, end, reading)
    return None


def _part_of(line: Line, reading: Reading, part: "re.Match[str]") -> Reading:
    """The early, middle or late part of a reading, its half, or what of it lies on one side of the publication date."""
    if reading.start is None or reading.end is None:
        return reading
    whole = calendar.Period(reading.start, reading.end, reading.unit, reading.value)
    if part["week"] or part["beside"]:
        step = {"before": -1, "after": 1}.get(part[0].split()[-1], 0)
        beside = calendar.shifted(reading.start, step)
        found = beside and calendar.period_of("week" if part["week"] else "day", beside)
        return (found and Reading.of(found, reading.anchor or "stated")) or reading
    if part["day"]:
        code = "T" + _TABLE.day_parts[part["day"]]
        return (
            replace(reading, type="TIME", value=whole.value.partition("T")[0] + code)
            if whole.unit == "day"
            else reading
        )
    if part["clip"]:
        inside = line.published is not None and reading.start <= line.published <= reading.end
        start = line.published if inside and part["clip"] == "later" else reading.start
        return replace(
            reading, start=start, end=line.published if inside and part["clip"] == "earlier" else reading.end
        )
    if part["half"]:
        cut = calendar.half_of(whole, 1 if part["half"] == "first" else 2)
    else:
        cut = calendar.third(whole, _THIRDS[part["third"]])
    return replace(reading, start=cut.start, end=cut.end, value=cut.value)


_AT = frozenset({"at", "on", ",", "around", "about", "early", "late", "of"})


def _clocked(line: Line, found: Sequence[_Found]) -> list[_Found]:
    """Clock times joined to the day beside them ("9 a.m. on Tuesday"); one that stands apart is of the sentence's only
    day."""
    days = {i.reading.start: i.reading for i in found if i.reading.unit == "day" and i.reading.start}
    joined: list[_Found] = []
    for item in found:
        both = _with_clock(line, joined[-1], item) if joined else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(item)
    if len(days) != 1:
        return joined
    only = replace(next(iter(days.values())), anchor="inferred")
    return [replace(i, reading=_at(only, i.reading)) if i.reading.unit == "clock" else i for i in joined]


def _with_clock(line: Line, before: _Found, item: _Found) -> _Found | None:
    between = line.lower[before.end : item.first]
    clock, day = (before, item) if before.reading.unit == "clock" else (item, before)
    if len(between) > 2 or not _AT.issuperset(between) or clock.reading.unit != "clock" or day.reading.unit != "day":
        return None
    return _Found(before.first, item.end, _at(day.reading, clock.reading))


def _at(day: Reading, clock: Reading) -> Reading:
    """A clock time on a day."""
    value = day.value.partition("T")[0] + "T" + clock.value.partition("T")[2]
    return replace(day, type="TIME", value=value, unit="time")


_TO = ({"to"}, {"until"}, {"till"}, {"through"}, {"-"})


def _ranges(line: Line, found: Sequence[_Found]) -> list[_Found]:
    """Two dates joined into a range: "from 2015 to 2018", "between March and May 2022"."""
    joined: list[_Found] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and _is_joint(line, before, item):
            pair = _range(before, item)
            if pair is not None:
                joined[-1] = pair
                continue
        joined.append(item)
    return joined


def _is_joint(line: Line, left: _Found, right: _Found) -> bool:
    gap = line.lower[left.end : right.first]
    if left.parts or left.reading.type != "DATE" or right.reading.type != "DATE":
        return False
    return (len(gap) == 1 and set(gap) in _TO) or (
        gap == ["and"] and "between" in line.lower[max(0, left.first - 2) : left.first]
    )


def _range(left: _Found, right: _Found) -> _Found | None:
    """The range of two dates. The one without a year takes the other's; of two without, the first goes before the
    second, as does the first of two weekdays."""
    a, b = left.reading, right.reading
    if a.yearless and b.start and (b.dated or (a.end and b.end and a.end > b.end)):
        a = _in_year(a, b.start.year - (a.yearless[0] > b.start.month), b.anchor)
    elif b.yearless and a.dated and a.end:
        b = _in_year(b, a.end.year + (b.yearless[0] < a.end.month), a.anchor)
    elif (
        a.start and b.start and a.start > b.start and "published" == a.anchor == b.anchor and a.unit == b.unit == "day"
    ):
        a = Reading.on(calendar.shifted(a.start, -7), "published") or a
    if a.start is None or b.end is None or a.end is None or a.end > b.end:
        return None
    anchor = next(k for k in ("inferred", "published", "stated") if k in {a.anchor, b.anchor})
    both = Reading("DATE", f"{a.value}/{b.value}", a.start, b.end, anchor, "range")
    return _Found(left.first, right.end, both, (replace(left, reading=a), replace(right, reading=b)))


def _in_year(reading: Reading, year: int, anchor: str | None) -> Reading:
    """A month or a day of a month, in a year that ``anchor`` gives."""
    month, number = reading.yearless or (1, None)
    when = calendar.date_of(year, month, number or 1)
    period = when and (calendar.day(when) if number else calendar.month(year, month))
    return (period and Reading.of(period, anchor or "stated")) or reading


_BOUND = re.compile(
    r"(?:^| )(?P<word>since|until|till|through|by|before|prior to|after|up to|no later than|starting|beginning|from)"
    r"(?: at least| about| around| as early as| in| on| from){0,2}(?: the)?$"
)
_OPEN_START = frozenset({"until", "till", "through", "by", "up to", "no later than"})
_OPEN_END = frozenset({"since", "starting", "beginning"})
_TO_DATE = (["to", "date"], ["until", "now"], ["till", "now"], ["to", "now"], ["until", "today"], ["to", "today"])


def _bounded(line: Line, found: Sequence[_Found]) -> Iterator[_Found]:
    """Open the side that "since", "until", "by", "before" or "after" leaves open."""
    for item in found:
        before = " ".join(line.lower[max(0, item.first - 5) : item.first])
        bound = _BOUND.search(before[-60:])
        if bound is None or item.parts or item.reading.type != "DATE" or item.reading.start is None:
            yield item
        else:
            yield replace(item, reading=_open(line, item, bound["word"]))


def _open(line: Line, item: _Found, word: str) -> Reading:
    reading = item.reading
    following = line.word(item.end)
    onward = following in {"on", "onward", "onwards", "forward"} or line.lower[item.end : item.end + 2] in _TO_DATE
    if word in _OPEN_END or (word == "from" and onward):
        past = line.published is not None and reading.start is not None and reading.start <= line.published
        return replace(reading, end=line.published if past else None)
    if word == "from":
        return reading
    if word in {"until", "till"}:
        return replace(reading, start=None)
    if following == "'s" or line.tag(item.end).startswith("NN"):
        return reading  # "before the 2015 deal", "by Friday's vote"
    if word in _OPEN_START:
        return replace(reading, start=None)
    if word == "after":
        return replace(reading, start=reading.end and calendar.shifted(reading.end, 1), end=None)
    return replace(reading, start=None, end=reading.start and calendar.shifted(reading.start, -1))


def _expression(line: Line, item: _Found) -> TimeExpression:
    reading = item.reading
    start, end = reading.start, reading.end
    return TimeExpression(
        line.parts[item.first][1],
        line.parts[item.end - 1][1] + 1,
        reading.type,
        reading.value,
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        reading.anchor if start or end else None,
        tuple(_expression(line, part) for part in item.parts),
    )
