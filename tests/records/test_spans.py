"""Spans: half-open, so that neighbours touch without overlapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Span, hull

SPANS = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda at: Span(at[0], at[0] + at[1]))


def inside(span: Span) -> set[int]:
    """The offsets that a span covers."""
    return set(range(*span))


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 4), "Port"),
        (Span(5, 7), "of"),
        (Span(4, 4), ""),
        (Span(8, 10), "🚢🚢"),
    ],
)
def test_a_span_is_of_its_text(span: Span, expected: str) -> None:
    assert span.of("Port of 🚢🚢") == expected


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        (Span(2, 5), Span(2, 5), True, True),
        (Span(2, 5), Span(3, 4), True, True),
        (Span(2, 5), Span(2, 6), False, True),
        (Span(2, 5), Span(1, 3), False, True),
        (Span(2, 5), Span(5, 7), False, False),
        (Span(2, 5), Span(0, 2), False, False),
        (Span(2, 5), Span(7, 9), False, False),
    ],
)
def test_covering_and_overlapping(one: Span, other: Span, covers: bool, overlaps: bool) -> None:
    assert (one.covers(other), one.overlaps(other)) == (covers, overlaps)


@given(SPANS, SPANS)
def test_spans_are_sets_of_offsets(one: Span, other: Span) -> None:
    assert one.covers(other) == (inside(other) <= inside(one))
    assert one.overlaps(other) == other.overlaps(one) == bool(inside(one) & inside(other))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(2, 5)], Span(2, 5)),
        ([Span(2, 5), Span(7, 9)], Span(2, 9)),
        ([Span(7, 9), Span(2, 5)], Span(2, 9)),
        ([Span(2, 9), Span(3, 4)], Span(2, 9)),
    ],
)
def test_hull(spans: list[Span], expected: Span) -> None:
    assert hull(spans) == expected


@given(st.lists(SPANS, min_size=1))
def test_a_hull_covers_all_and_nothing_beyond(spans: list[Span]) -> None:
    covered = set.union(*map(inside, spans))
    assert (hull(spans).start, hull(spans).end) == (min(covered), max(covered) + 1)


def test_no_spans_have_no_hull() -> None:
    with pytest.raises(ValueError, match="empty"):
        hull([])
