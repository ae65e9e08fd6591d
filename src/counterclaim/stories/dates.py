"""How near in time documents are: reports of one happening come within days, with stragglers."""

import math
from collections import Counter
from datetime import date
from functools import lru_cache

# Likeness counts in full within two days and fades, by half each two weeks, to 0.6 of itself: dates of publication
# are often those of a later crawl or an update, so that no gap rules anything out; after two months of silence two
# stories must be twice as alike, after a year four times. An unknown date is neither near nor far.
_FULL_DAYS = 2
_HALF_DAYS = 14
_FAR = 0.6
_UNKNOWN = (1 + _FAR) / 2
_SILENCE = 60  # days without a document, after which a story is hardly told again
_NEEDED = ((_SILENCE, 1.0), (365, 2.0), (math.inf, 4.0))
_MONTH = 30
_MOST_DAYS = 64  # different days that one story keeps

Days = Counter[int | None]
Months = frozenset[int | None]


def day(published: str | None) -> int | None:
    """The number of the day of an ISO date or time; None where there is none or it is no date."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def months(days: Days, *, around: bool = False) -> Months:
    """The stretches of 30 days in which a story was told, None for unknown days; ``around``: and those two on each side
    of them."""
    reach = range(-_SILENCE // _MONTH, _SILENCE // _MONTH + 1) if around else range(1)
    return frozenset(None if d is None else d // _MONTH + step for d in days for step in reach)


def needed(one: Days, other: Days) -> float:
    """How many times as alike as others two stories must be, by the days of silence between them."""
    if None in one or None in other:
        return 1.0
    a, b = [d for d in one if d is not None], [d for d in other if d is not None]
    gap = max(min(a) - max(b), min(b) - max(a))
    return next(times for days, times in _NEEDED if gap <= days)


def nearness(one: Days, other: Days) -> float:
    """The mean nearness, from 0.6 to 1, of the pairs of documents whose days are counted."""
    pairs = sum(one.values()) * sum(other.values())
    total = sum(_near(a, b) * n * m for a, n in one.items() for b, m in other.items())
    return min(max(total / pairs, _FAR), 1.0)  # a sum of rounded numbers may pass either bound by the last digit


def _near(a: int | None, b: int | None) -> float:
    return _UNKNOWN if a is None or b is None else _faded(abs(a - b))


@lru_cache(maxsize=4096)
def _faded(gap: int) -> float:
    late = max(0, gap - _FULL_DAYS)
    return _FAR + (1 - _FAR) * math.exp2(-late / _HALF_DAYS)


def together(one: Days, other: Days) -> Days:
    """The days of two stories in one, bounded: beyond 64 different days only the commonest are kept."""
    both = one + other
    return both if len(both) <= _MOST_DAYS else Counter(dict(both.most_common(_MOST_DAYS)))
