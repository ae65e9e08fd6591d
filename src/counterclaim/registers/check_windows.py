"""On which days a listing fits a sanction claim, and where these days come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from counterclaim.records import Claim
from counterclaim.registers.regime_dates import Dates, shifted

# A list dates an entry by its legal instrument. That is made before it is announced (Canada's are registered up to two
# weeks earlier) and may be entered after (a list is updated some days behind a decision).
BEFORE_STATED, AFTER_STATED = timedelta(days=21), timedelta(days=14)
# Where only the report is dated, its sanctions may be news of some weeks ago besides.
BEFORE_REPORT, AFTER_REPORT = timedelta(days=45), timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Window:
    """The ISO days, both included, on which a listing fits; None where nothing dates the claim. ``dated`` says why."""

    start: str | None
    end: str | None
    dated: str

    def side(self, day: str) -> int:
        """Below 0 where a day lies before the window, above 0 where behind, else 0."""
        if self.start is not None and day < self.start:
            return -1
        return 1 if self.end is not None and day > self.end else 0


def window_of(claims: Sequence[Claim], before: Sequence[Claim], dates: Dates) -> Window:
    """The days on which a listing fits some claims of one proposition: their own, else those of their reports.

    ``before`` are claims before them in their documents that tell of the same sanctions: their times come second.
    """
    for own, whose in ((claims, "the claim's own time"), (before, "the time of the claim before it")):
        span = _stated(own)
        if span is not None:
            return _window(*span, BEFORE_STATED, AFTER_STATED, f"{whose}, {_between(*span)}")
    told = [t for claim in (*claims, *before) if (t := dates.told(claim)) is not None]
    if not told:
        return Window(None, None, "nothing dates the claim: neither its words nor a report of the story")
    first, last = min(told), max(told)
    said = f"{last[1]}, {_between(first[0], last[0])}"
    return _window(first[0], last[0], BEFORE_REPORT, AFTER_REPORT, said)


def _stated(claims: Sequence[Claim]) -> tuple[str, str] | None:
    times = [c.time for c in claims if c.time is not None and c.time.anchor is not None]
    starts = [t.start for t in times if t.start is not None]
    ends = [t.end for t in times if t.end is not None]
    return (min(starts), max(max(starts), *ends)) if starts and ends else None


def _window(first: str, last: str, before: timedelta, after: timedelta, said: str) -> Window:
    start, end = shifted(first, -before), shifted(last, after)
    return Window(start, end, f"{said}; {before.days} days before and {after.days} behind it fit")


def _between(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
