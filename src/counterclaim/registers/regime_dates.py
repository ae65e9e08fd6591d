"""When a transfer took place, as far as its claims and their reports tell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.records import Claim, Ledger, Time

# A transfer without a date of its own is held to be news: it took place within a year before it was told. What was in
# force within that year is named, and never as more than "cannot tell".
TOLD_WITHIN = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class When:
    """The days of a transfer, both included; ``stated`` tells that the claims give them.

    Otherwise ``last`` is only the day by which it was told, and ``said`` says who tells that.
    """

    first: str | None
    last: str | None
    stated: bool
    said: str


class Dates:
    """The publication days of a ledger's documents, and, for those without one, of their stories' others."""

    def __init__(self, ledger: Ledger) -> None:
        """Take in the documents and stories of a ledger."""
        self._own = {d.id: d.published[:10] for d in ledger.documents if d.published and _is_day(d.published)}
        self._story: dict[str, str] = {}
        for story in ledger.stories:
            days = [self._own[d] for d in story.documents if d in self._own]
            if days:
                self._story.update((d, max(days)) for d in story.documents if d not in self._own)

    def told(self, claim: Claim) -> tuple[str, str] | None:
        """By which day a claim had been made, and what says so; None where nothing does."""
        found = [
            (link.time.end, "the day of the statement") for link in claim.attribution if link.time and link.time.end
        ]
        if claim.document in self._own:
            found.append((self._own[claim.document], "the day of the report"))
        elif claim.document in self._story:
            found.append((self._story[claim.document], "the day of another report of the story"))
        return min(found, default=None)

    def of(self, claims: Sequence[Claim]) -> When:
        """When the transfer took place that some claims tell of."""
        times = [claim.time for claim in claims if claim.time is not None and claim.time.anchor is not None]
        told = min((t for claim in claims if (t := self.told(claim)) is not None), default=None)
        stated = _stated(times, told)
        if stated is not None:
            return stated
        ends = [t.end for t in times if t.end is not None]
        if ends:
            told = min([(max(ends), "the claim's own words"), *([told] if told else [])])
        if told is None:
            return When(None, None, stated=False, said="neither the claim nor its report is dated")
        first = shifted(told[0], -TOLD_WITHIN)
        return When(first, told[0], stated=False, said=f"told by {told[0]}, {told[1]}")


def _stated(times: Iterable[Time], told: tuple[str, str] | None) -> When | None:
    """The days from the first start to the last end; what goes on runs to the day on which it was told."""
    spans = [(t.start, t.end or (told[0] if told else t.start)) for t in times if t.start is not None]
    if not spans:
        return None
    first = min(start for start, _ in spans)
    last = max(first, *(end for _, end in spans))
    return When(first, last, stated=True, said="")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def shifted(day: str, by: timedelta) -> str:
    """An ISO day so much later or earlier; the first and last days of the calendar stay."""
    try:
        return (date.fromisoformat(day) + by).isoformat()
    except OverflowError:
        return day
