"""An index from rare terms and months to stories: which stories a story can be compared with at all."""

from collections.abc import Iterator, Mapping
from heapq import nsmallest

from counterclaim.stories.dates import Days, Months, months
from counterclaim.stories.vectors import Vector

_INDEXED = 50  # terms of a story by which it can be found
_ASKED = 60  # terms of a story by which it looks for others of about its days
_ASKED_FAR = 15  # and for those told at another time
_POSTED = 100  # stories under one term and month, those that grew last; a term with more tells little
_WALKED = 1000  # entries that one look-up reads: the heaviest terms first, so that the rest changes little
_COMPARED = 12  # candidates that are compared in full


class Index:
    """Stories by their heaviest terms and their months. Every list is bounded, so that a look-up costs the same in any
    collection."""

    def __init__(self) -> None:
        self._posted: dict[int, dict[int | None, dict[int, None]]] = {}

    def post(self, story: int, vector: Vector, days: Days) -> None:
        """Let the story be found by its heaviest terms in its months, as the one that grew last."""
        told = months(days)
        for term in vector.terms[:_INDEXED]:
            by_month = self._posted.setdefault(term, {})
            for month in told:
                posted = by_month.setdefault(month, {})
                posted.pop(story, None)
                posted[story] = None
                if len(posted) > _POSTED:
                    del posted[next(iter(posted))]

    def drop(self, story: int, vector: Vector, days: Days) -> None:
        """Take a story out; under terms that it no longer has it is passed over by whoever asks."""
        for term in vector.terms[:_INDEXED]:
            by_month = self._posted.get(term, {})
            for month in months(days):
                by_month.get(month, {}).pop(story, None)

    def near(self, story: int, vector: Vector, days: Days, alive: Mapping[int, object]) -> list[int]:
        """The stories that share most of the heaviest terms, the best first; those of other days only where they share
        the very heaviest. ``alive`` are those that still exist."""
        found: dict[int, float] = {}
        around = months(days, around=True)
        left = _WALKED
        for rank, (term, weight) in enumerate(zip(vector.terms[:_ASKED], vector.weights[:_ASKED], strict=True)):
            for posted in _of_months(self._posted.get(term, {}), None if rank < _ASKED_FAR else around):
                left -= len(posted)
                for other in posted:
                    found[other] = found.get(other, 0.0) + weight
            if left < 0:
                break
        best = ((-shared, o) for o, shared in found.items() if o != story and o in alive)
        return [o for _, o in nsmallest(_COMPARED, best)]


def _of_months(by_month: Mapping[int | None, dict[int, None]], around: Months | None) -> Iterator[dict[int, None]]:
    """The lists of the months asked for, of all where none are; a story without a date may belong to any."""
    if around is None or None in around:
        yield from by_month.values()
    else:
        yield from (by_month[m] for m in (*around, None) if m in by_month)
