"""Cutting a text: paragraphs keep everything visible, segments tell which claims hold where."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.exports.segments import MOST_AT_ONCE, Segment, paragraphs, segments
from counterclaim.records import Section, Span
from tests.exports.samples import claim_at, document_of
from tests.strategies import ANY_TEXT, REPORT_LIKE

TEXT = "Norway sold 40 tanks to Latvia, the minister said. Malta denied it."
REPORT = document_of(TEXT)
SPANS = st.tuples(st.integers(-3, 80), st.integers(-3, 80))


def cut(*claims: tuple[tuple[int, int], tuple[int, int]], cuts: tuple[Span, ...] = (Span(0, 67),)) -> list[Segment]:
    made = [claim_at(REPORT, trigger, evidence) for trigger, evidence in claims]
    return [segment for found in segments(made, cuts, len(TEXT)) for segment in found]


def of(found: list[Segment]) -> list[str]:
    return [segment.span.of(TEXT) for segment in found]


def test_a_text_without_claims_is_one_segment() -> None:
    assert cut() == [Segment(Span(0, 67), None, (), (), ())]


def test_a_trigger_inside_its_evidence() -> None:
    found = cut(((7, 11), (0, 30)))
    assert of(found) == ["Norway ", "sold", " 40 tanks to Latvia", TEXT[30:]]
    assert [s.trigger for s in found] == [None, 0, None, None]
    assert [s.evidence for s in found] == [(0,), (0,), (0,), ()]
    assert [(s.begun, s.ended) for s in found] == [((), ()), ((0,), (0,)), ((), ()), ((), ())]


def test_evidence_that_overlaps_and_nests_lists_the_innermost_first() -> None:
    found = cut(((7, 11), (0, 40)), ((15, 20), (12, 30)), ((36, 44), (24, 49)))
    tanks = next(s for s in found if s.span.of(TEXT) == "tanks")
    latvia = next(s for s in found if s.span.of(TEXT) == "Latvia")
    assert (tanks.trigger, tanks.evidence) == (1, (1, 0))
    assert latvia.evidence == (1, 2, 0)


def test_two_claims_on_one_word() -> None:
    [word] = [s for s in cut(((7, 11), (0, 30)), ((7, 11), (0, 20))) if s.span == (7, 11)]
    assert word.trigger == 0
    assert (set(word.begun), set(word.ended)) == ({0, 1}, {0, 1})


def test_a_trigger_between_two_cuts_goes_to_the_next() -> None:
    found = cut(((10, 12), (0, 5)), cuts=(Span(0, 8), Span(20, 30)))
    assert [(s.span, s.begun, s.ended) for s in found if s.begun] == [((20, 30), (0,), (0,))]


def test_many_claims_on_one_stretch_are_bounded() -> None:
    found = cut(*[((7, 11), (0, 20 + i)) for i in range(30)])
    assert max(len(s.evidence) for s in found) == MOST_AT_ONCE
    assert {i for s in found for i in s.begun} == set(range(30))


@given(st.lists(st.tuples(SPANS, SPANS), max_size=MOST_AT_ONCE))
def test_segments_tile_the_text_and_each_claim_begins_and_ends_once(spans: list[tuple[Span, Span]]) -> None:
    found = cut(*spans)
    assert "".join(of(found)) == TEXT
    for place in ("begun", "ended"):
        assert sorted(i for s in found for i in getattr(s, place)) == list(range(len(spans)))
    for segment in found:
        (first, last), evidence = segment.span, set(segment.evidence)
        assert {i for i, (_, (start, end)) in enumerate(spans) if start <= first and last <= end} <= evidence


def test_paragraphs_are_cut_at_blank_lines_and_where_the_section_changes() -> None:
    text = "Title\n\nFirst line\nsecond line.\r\n \t\r\nA caption\nBody again.\n"
    places = {"Title": Section.TITLE, "First": Section.BODY, "A caption": Section.CAPTION, "Body": Section.BODY}
    starts = [(Span(text.index(start), len(text)), section) for start, section in places.items()]
    assert [(p.span.of(text), p.section) for p in paragraphs(text, starts)] == [
        ("Title", Section.TITLE),
        ("First line\nsecond line.", Section.BODY),
        ("A caption", Section.CAPTION),
        ("Body again.", Section.BODY),
    ]


def test_a_line_is_not_cut_after_its_dateline() -> None:
    text = "By A Writer\nOSLO — Norway sold tanks. Malta did not."
    places = {"By": Section.FRONT, "OSLO": Section.FRONT, "Norway": Section.BODY, "Malta": Section.BODY}
    starts = [(Span(text.index(start), len(text)), section) for start, section in places.items()]
    assert [(p.span.of(text), p.section) for p in paragraphs(text, starts)] == [
        ("By A Writer", Section.FRONT),
        ("OSLO — Norway sold tanks. Malta did not.", Section.BODY),
    ]


@pytest.mark.parametrize("text", ["", " \n\n\t ", "\r\n"])
def test_a_blank_text_has_no_paragraphs(text: str) -> None:
    assert list(paragraphs(text, [])) == []


@given(ANY_TEXT | REPORT_LIKE, st.lists(st.integers(0, 60), max_size=5))
def test_paragraphs_keep_all_that_can_be_seen(text: str, starts: list[int]) -> None:
    kinds = list(Section)
    sections = [(Span(start, start + 1), kinds[start % len(kinds)]) for start in sorted(starts)]
    found = list(paragraphs(text, sections))
    assert "".join("".join(p.span.of(text).split()) for p in found) == "".join(text.split())
    assert all(p.span.of(text).strip() == p.span.of(text) != "" for p in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
