"""A timeline: when what is claimed took place, as a strip drawn to scale and as a list in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.exports.html_svg import circle, line, number, picture, width_of, words
from counterclaim.exports.html_view import View, cut
from counterclaim.exports.html_voices import left_out, spoken, voices
from counterclaim.exports.markup import Child, Html, joined, tag
from counterclaim.records import Claim, Proposition

_DRAWN = 40  # moments on the strip
_LISTED = 12  # in the list before it folds
_MOST = 200
_LANES = 8
_LANE, _SIZE = 22.0, 12.0
_FAR = 4  # so many times the span of most: the earliest are set at the edge instead
Scale = Callable[[int], float]
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Moment:
    """A proposition at a time that some of its claims give, in days since the year 1; an open side is None."""

    start: int | None
    end: int | None
    proposition: Proposition
    claims: tuple[Claim, ...]

    @property
    def first(self) -> int:
        """Where it stands in the order."""
        return self.start if self.start is not None else self.end or 0

    @property
    def last(self) -> int:
        """Its last day that is known."""
        return self.end if self.end is not None else self.first


def timeline(view: View) -> Html | None:
    """The section, or nothing where no claim is dated."""
    found = moments(view)
    if not found:
        return None
    drawn = sorted(found, key=lambda m: view.numbers[m.proposition.id])[:_DRAWN]
    strips = [_strip(view, sorted(drawn, key=_order), width) for width in (960, 340)]
    first = set(map(id, drawn[:_LISTED]))
    shown = [moment for moment in found if id(moment) in first]
    folded = [moment for moment in found if id(moment) not in first][: _MOST - _LISTED]
    parts: list[Child] = [*strips, tag("ol", *(_entry(view, m) for m in shown), class_="moments")]
    if folded:
        more = tag("ol", *(_entry(view, m) for m in folded), class_="moments")
        parts.append(tag("details", tag("summary", f"{len(folded):,} more"), more))
    parts.append(left_out(len(found), _MOST))
    note = "When it happened, or is to happen, as the reports say. Numbers are those of the propositions."
    return tag("section", tag("h2", "Timeline"), tag("p", note, class_="note"), *parts, id="timeline")


def moments(view: View) -> list[Moment]:
    """All dated propositions in order of time; one with several dates has several."""
    found = []
    for proposition in view.propositions:
        by_time: dict[tuple[int | None, int | None], list[Claim]] = {}
        for claim in view.held(proposition):
            if claim.time is not None:
                days = (_day(claim.time.start), _day(claim.time.end))
                if days != (None, None):
                    by_time.setdefault(days, []).append(claim)
        found += [Moment(*days, proposition, tuple(claims)) for days, claims in by_time.items()]
    return sorted(found, key=_order)


def _order(moment: Moment) -> tuple[int, int]:
    return moment.first, moment.last


def _day(iso: str | None) -> int | None:
    try:
        return date.fromisoformat(iso).toordinal() if iso else None
    except ValueError:
        return None


def _entry(view: View, moment: Moment) -> Html:
    proposition = moment.proposition
    number_ = view.numbers[proposition.id]
    said = [spoken(view, voice) for voice in voices(view, proposition, moment.claims)][:4]
    who = joined([part for voice in said for part in ("; ", voice)][1:])
    return tag(
        "li",
        tag("span", _when(moment), class_="when"),
        tag(
            "div",
            tag(
                "p",
                tag("bdi", cut(proposition.summary), class_="what"),
                "\u00a0",
                tag("a", f"#{number_}", href=f"#p-{number_}", class_="ref"),
            ),
            tag("p", who, class_="who"),
        ),
        data_k=view.marks(moment.claims),
    )


def _when(moment: Moment) -> str:
    if moment.start is None:
        return f"until {_named(moment.end or 1)}"
    if moment.end is None:
        return f"from {_named(moment.start)}"
    first, last = date.fromordinal(moment.start), date.fromordinal(max(moment.end, moment.start))
    if first == last:
        return _named(moment.start)
    if (first.day, last.day >= 28, first.month, first.year) == (1, True, last.month, last.year):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if (first.month, first.year) == (last.month, last.year):
        return f"{first.day}–{_named(moment.end)}"
    return f"{_named(moment.start)} to {_named(moment.end)}"


def _named(day: int) -> str:
    of = date.fromordinal(day)
    return f"{of.day} {_MONTHS[of.month - 1]} {of.year}"


def _strip(view: View, drawn: Sequence[Moment], width: int) -> Html:
    """The strip for screens of at least so many pixels."""
    low, high = _span(drawn)
    room = width - 32

    def x(day: int) -> float:
        return 16 + room * (min(max(day, low), high) - low) / (high - low)

    ends, marks = [float("-inf")] * _LANES, []
    for moment in drawn:
        label = f"#{view.numbers[moment.proposition.id]}"
        left, right = x(moment.first), x(moment.last)
        early = moment.first < low
        if early:  # only its beginning is shown, at the edge
            label, right = f"{date.fromordinal(moment.first).year} {label}", left
        lane = next((i for i, end in enumerate(ends) if left > end), None)
        if lane is not None:  # what finds no room is in the list
            ends[lane] = right + 16 + width_of(label, _SIZE)
            marks.append(_mark(left, right, 14 + lane * _LANE, label, width, early=early))
    bottom = 14 + _LANE * max(1, sum(end > 0 for end in ends))
    parts: list[Child] = [line(16, bottom, width - 16, bottom, class_="axis"), *_ticks(low, high, x, bottom, width)]
    title = f"Strip of time from {_named(low)} to {_named(high)}"
    told = f"{len(marks)} dated propositions; the list below names them in order."
    key = f"timeline-{width}"
    size = "broad" if width > 500 else "narrow"
    return picture(key, title, told, width, bottom + 24, *parts, *marks, class_=f"strip {size}")


def _span(drawn: Sequence[Moment]) -> tuple[int, int]:
    """The first and last day of the strip, so that one early date does not press the rest together."""
    days = sorted(day for moment in drawn for day in (moment.first, moment.last))
    early, high = days[len(days) // 6], days[-1]
    low = early if high - days[0] > _FAR * max(high - early, 30) else days[0]
    pad = max(3, (high - low) // 40)
    return max(1, low - pad), min(date.max.toordinal(), high + pad)


def _mark(left: float, right: float, y: float, label: str, width: int, *, early: bool) -> Html:
    if early:
        points = f"{number(left - 6)},{number(y)} {number(left + 3)},{number(y - 5)} {number(left + 3)},{number(y + 5)}"
        shape: Child = tag("polygon", points=points, class_="head")
    elif right - left > 6:
        shape = tag(
            "rect", x=number(left), y=number(y - 4), width=number(right - left), height="8", rx="3", class_="block"
        )
    else:
        shape = circle(left, y, 4.5, class_="dot")
    if right + 9 + width_of(label, _SIZE) > width:
        return tag("g", shape, words(left - 8, y + 4, label, class_="label", text_anchor="end"))
    return tag("g", shape, words(max(right, left) + 7, y + 4, label, class_="label"))


def _ticks(low: int, high: int, x: Scale, bottom: float, width: int) -> list[Html]:
    """Years, or months where there are few."""
    first, last = date.fromordinal(low), date.fromordinal(high)
    if last.year - first.year >= 2:
        starts = [(date(year, 1, 1).toordinal(), str(year)) for year in range(first.year + 1, last.year + 1)]
    else:
        months = range(first.year * 12 + first.month, last.year * 12 + last.month)
        starts = [(date(m // 12, m % 12 + 1, 1).toordinal(), f"{_MONTHS[m % 12]} {m // 12}") for m in months]
    step = max(1, -(-len(starts) // (12 if width > 500 else 4)))
    found = []
    for day, name in starts[::step] or [(low, _named(low)), (high, _named(high))]:
        at = "start" if x(day) < 40 else "end" if x(day) > width - 40 else "middle"
        found += [
            line(x(day), bottom, x(day), bottom + 5, class_="axis"),
            words(x(day), bottom + 19, name, class_="tick", text_anchor=at),
        ]
    return found
