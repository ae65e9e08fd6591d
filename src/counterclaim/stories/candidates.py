"""An index from rare terms to stories: which stories a story can be compared with at all."""

from collections.abc import Mapping
from itertools import islice

from counterclaim.stories.vectors import Vector

_INDEXED = 50  # terms of a story by which it can be found
_ASKED = 60  # terms of a story by which it looks for others
_POSTED = 300  # stories under one term, those that grew last; a term with more tells little
_COMPARED = 24  # candidates that are compared in full


class Index:
    """Stories by their heaviest terms. Every list is bounded, so that a look-up costs the same in any collection."""

    def __init__(self) -> None:
        self._posted: dict[int, dict[int, None]] = {}

    def post(self, story: int, vector: Vector) -> None:
        """Let the story be found by its heaviest terms, as the one that grew last."""
        for term in vector.terms[:_INDEXED]:
            posted = self._posted.setdefault(term, {})
            posted.pop(story, None)
            posted[story] = None
            if len(posted) > _POSTED:
                del posted[next(iter(posted))]

    def drop(self, story: int, vector: Vector) -> None:
        """Take a story out; under terms that it no longer has it is passed over by whoever asks."""
        for term in vector.terms[:_INDEXED]:
            posted = self._posted.get(term)
            if posted is not None:
                posted.pop(story, None)
                if not posted:
                    del self._posted[term]

    def near(self, story: int, vector: Vector, alive: Mapping[int, object]) -> list[int]:
        """The stories that share most of the heaviest terms, the best first; ``alive`` are those that still exist."""
        found: dict[int, float] = {}
        for term, weight in zip(vector.terms[:_ASKED], vector.weights[:_ASKED], strict=True):
            for other in self._posted.get(term, ()):
                found[other] = found.get(other, 0.0) + weight
        best = sorted((o for o in found if o != story and o in alive), key=lambda o: (-found[o], o))
        return list(islice(best, _COMPARED))
