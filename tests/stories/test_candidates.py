"""The index finds the stories that share rare terms, and never compares with more than a bounded number."""

from collections import Counter

from counterclaim.stories.candidates import Index
from counterclaim.stories.dates import Days
from counterclaim.stories.vectors import Vector


def _of(*terms: int) -> Vector:
    return Vector.of(dict.fromkeys(terms, 1.0), 100)


_MAY: Days = Counter([738_000])
_LATER: Days = Counter([738_400])


def _near(index: Index, story: int, vector: Vector, alive: set[int], days: Days = _MAY) -> list[int]:
    return index.near(story, vector, days, dict.fromkeys(alive))


def test_those_that_share_most_come_first_and_those_that_share_nothing_not_at_all() -> None:
    index = Index()
    for story, vector in enumerate([_of(1, 2, 3), _of(3, 4), _of(8, 9)]):
        index.post(story, vector, _MAY)
    assert _near(index, 7, _of(2, 3), {0, 1, 2}) == [0, 1]


def test_a_story_is_not_its_own_candidate_and_one_that_is_gone_is_none() -> None:
    index = Index()
    for story in range(3):
        index.post(story, _of(1), _MAY)
    index.drop(2, _of(1), _MAY)
    assert _near(index, 0, _of(1), {0, 1, 2}) == [1]
    assert _near(index, 0, _of(1), {0}) == []


def test_a_term_of_a_thousand_stories_gives_a_bounded_number_of_the_latest() -> None:
    index = Index()
    for story in range(1000):
        index.post(story, _of(1), _MAY)
    found = _near(index, 2000, _of(1), set(range(1000)))
    assert len(found) == 12
    assert min(found) >= 900


def test_stories_of_other_days_must_share_the_very_heaviest_terms() -> None:
    index = Index()
    index.post(0, _of(1), _MAY)
    index.post(1, _of(40), _MAY)
    asked = _of(*range(1, 50))
    assert _near(index, 7, asked, {0, 1}) == [0, 1]
    assert _near(index, 7, asked, {0, 1}, _LATER) == [0]
    assert _near(index, 7, asked, {0, 1}, Counter([None])) == [0, 1]
