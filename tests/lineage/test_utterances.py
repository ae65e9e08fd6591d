"""Utterances: one speaker on one occasion, quoted by several documents, is one origin; two speeches are two."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lineage.utterances import utterances
from counterclaim.lineage.wording import content_matches, stems
from counterclaim.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Factuality,
    Filler,
    Section,
    Span,
    Stance,
    Story,
    Time,
    Utterance,
)
from tests.lineage.reports import document

MINISTER = Entity("e:minister", "PER", "Ilse Varga", ("Varga",), ())
CHANCELLOR = Entity("e:chancellor", "PER", "Otto Brenn", (), ())
MINISTRY = Entity("e:ministry", "ORG", "the war ministry", (), ())
NEIGHBOURS = Entity("e:neighbours", "NORP", "neighbours", (), ())
ENTITIES = (MINISTER, CHANCELLOR, MINISTRY, NEIGHBOURS)

# Two translations of one interview, and another speech.
SALT_ONE = (
    "“A country that was refused every machine and every loan has built its own shipyards, and neighbours who "
    "laughed at our frigates now queue to order them,”"
)
SALT_TWO = (
    "“Our neighbours laughed at the frigates, and now they stand in line for orders; the shipyards were built by a "
    "country to which machines and loans were denied,”"
)
TAX_ONE = "“We do not sell frigates for profit alone but to partners who respect the treaty of the southern strait,”"
TAX_TWO = "“Profit alone is no reason to sell: our partners must respect the treaty on the southern strait,”"
OTHER = "“Children in the mountain villages will have schools before the winter, whatever the price of timber,”"


def filler(text: str, part: str, entity: Entity | None = None) -> Filler:
    start = text.index(part)
    return Filler(part, Span(start, start + len(part)), entity.id if entity else None)


def said(
    doc: Document, words: str, *chain: Entity, medium: str | None = None, day: str | None = None, cue: str = "said"
) -> Claim:
    """A claim that rests on words of a document, with its sources from the outermost to the nearest."""
    content = filler(doc.text, words)
    time = Time(day, day, day, Span(0, 0), "stated") if day else None
    through = filler(doc.text, medium) if medium else None
    sources = tuple(
        Attribution(filler(doc.text, who.name.split()[-1], who), filler(doc.text, cue), Stance.ASSERT, through, time)
        for who in chain
    )
    return Claim(
        doc.id,
        "statement",
        "assert",
        {"content": (content,)},
        sources,
        Factuality.CERTAIN,
        None,
        None,
        content,
        content,
        "statement/say.01",
        Section.BODY,
    )


def report(*quotes: str, before: str = "", after: str = "Varga said.", published: str | None = None) -> Document:
    text = f"{before} Ilse Varga spoke. " + " ".join(f"{quote} {after}" for quote in quotes)
    return document(text, published=published)


def found(claims: Iterable[Claim], *documents: Document, stories: tuple[Story, ...] = ()) -> tuple[Utterance, ...]:
    return utterances(list(claims), documents, ENTITIES, stories)


def interview(quotes: tuple[str, ...], with_whom: str, published: str | None = None) -> tuple[Document, list[Claim]]:
    """A document that quotes from an interview, and its claims."""
    doc = report(*quotes, after=f"Varga said in an interview with {with_whom}.", published=published)
    return doc, [said(doc, quote, MINISTER, medium="interview") for quote in quotes]


def test_two_translations_of_one_interview_are_one_origin() -> None:
    one, first = interview((SALT_ONE, TAX_ONE), "the news agency Reuters", published="2031-03-04")
    other, second = interview((SALT_TWO, TAX_TWO), "Reuters")
    (utterance,) = found([*first, *second], one, other)
    assert utterance.speaker == MINISTER.id
    assert utterance.documents == tuple(sorted((one.id, other.id)))
    assert utterance.claims == tuple(sorted(c.id for c in [*first, *second]))
    assert utterance.label == "Ilse Varga, interview with Reuters"
    assert "2 statements of the same content" in utterance.reason
    assert "the same interview, with Reuters" in utterance.reason


def test_one_quotation_word_for_word_is_one_origin() -> None:
    one, other = report(SALT_ONE, published="2031-03-04"), report(SALT_ONE, before="PORT —", published="2031-03-05")
    (utterance,) = found([said(one, SALT_ONE, MINISTER), said(other, SALT_ONE, MINISTER)], one, other)
    assert "words in a row" in utterance.reason


def test_a_speech_on_another_day_is_another_origin() -> None:
    one, other = report(SALT_ONE, TAX_ONE, published="2031-03-04"), report(SALT_TWO, TAX_TWO, published="2031-04-20")
    claims = [said(d, q, MINISTER) for d, q in ((one, SALT_ONE), (one, TAX_ONE), (other, SALT_TWO), (other, TAX_TWO))]
    assert found(claims, one, other) == ()


def test_days_that_the_documents_give_tell_two_speeches_apart() -> None:
    one, other = report(SALT_ONE, published="2031-03-06"), report(SALT_ONE, before="PORT —", published="2031-03-06")
    claims = [said(one, SALT_ONE, MINISTER, day="2031-03-01"), said(other, SALT_ONE, MINISTER, day="2031-03-05")]
    assert found(claims, one, other) == ()


def test_two_speeches_in_one_document_stay_apart() -> None:
    both = report(SALT_ONE, OTHER, published="2031-03-06")
    one, other = report(SALT_ONE, before="A", published="2031-03-06"), report(OTHER, before="B", published="2031-03-06")
    claims = [
        said(both, SALT_ONE, MINISTER, day="2031-03-01"),
        said(both, OTHER, MINISTER, day="2031-03-05"),
        said(one, SALT_ONE, MINISTER, day="2031-03-01"),
        said(other, OTHER, MINISTER, day="2031-03-05"),
    ]
    assert sorted(len(u.claims) for u in found(claims, both, one, other)) == [2, 2]


@pytest.mark.parametrize("speaker", [CHANCELLOR, MINISTRY])
def test_the_same_content_of_another_speaker_is_another_origin(speaker: Entity) -> None:
    one = report(SALT_ONE, TAX_ONE, published="2031-03-04")
    other = report(SALT_TWO, TAX_TWO, after=f"{speaker.name} said.", published="2031-03-04")
    claims = [said(one, SALT_ONE, MINISTER), said(one, TAX_ONE, MINISTER)]
    claims += [said(other, SALT_TWO, speaker), said(other, TAX_TWO, speaker)]
    assert found(claims, one, other) == ()


def test_two_statements_on_other_matters_are_two_origins() -> None:
    one, first = interview((SALT_ONE,), "Reuters", published="2031-03-04")
    other, second = interview((OTHER,), "AFP", published="2031-03-04")
    assert found([*first, *second], one, other) == ()


def test_a_story_brings_undated_documents_together() -> None:
    one, other = report(SALT_ONE, TAX_ONE), report(SALT_TWO, TAX_TWO)
    claims = [said(d, q, MINISTER) for d, q in ((one, SALT_ONE), (one, TAX_ONE), (other, SALT_TWO), (other, TAX_TWO))]
    assert found(claims, one, other) == ()
    assert len(found(claims, one, other, stories=(Story("s:1", "", (one.id, other.id)),))) == 1


def test_an_office_needs_more_than_a_person() -> None:
    one = report(SALT_ONE, after="the war ministry said.", published="2031-03-04")
    other = report(SALT_TWO, after="the war ministry said.", published="2031-03-04")
    assert found([said(one, SALT_ONE, MINISTRY), said(other, SALT_TWO, MINISTRY)], one, other) == ()


def test_an_outlet_is_no_speaker() -> None:
    agency = Entity("e:agency", "ORG", "Reuters", (), ())
    one = report(SALT_ONE, after="Reuters said.", published="2031-03-04")
    other = report(SALT_ONE, before="PORT —", after="Reuters said.", published="2031-03-04")
    claims = [said(one, SALT_ONE, agency), said(other, SALT_ONE, agency)]
    assert utterances(claims, [one, other], [*ENTITIES, agency]) == ()


def test_a_claim_rests_on_its_nearest_speaker() -> None:
    one = report(SALT_ONE, after="Varga said, Brenn told us.", published="2031-03-04")
    other = report(SALT_ONE, after="Brenn recalled that Varga said.", published="2031-03-04")
    claims = [said(one, SALT_ONE, CHANCELLOR, MINISTER), said(other, SALT_ONE, CHANCELLOR, MINISTER)]
    (utterance,) = found(claims, one, other)
    assert utterance.speaker == MINISTER.id


def test_what_others_say_inside_a_speech_rests_on_the_speech() -> None:
    one, other = report(SALT_ONE, published="2031-03-04"), report(SALT_ONE, before="PORT —", published="2031-03-04")
    nested = [said(one, "neighbours who laughed", MINISTER, NEIGHBOURS), said(one, SALT_ONE, MINISTER)]
    (utterance,) = found([*nested, said(other, SALT_ONE, MINISTER)], one, other)
    assert len(utterance.claims) == 3


def test_headlines_of_other_reports_are_left_out() -> None:
    one, other = report(SALT_ONE, published="2031-03-04"), report(SALT_ONE, before="PORT —", published="2031-03-04")
    claims = [said(one, SALT_ONE, MINISTER), replace(said(other, SALT_ONE, MINISTER), section=Section.RELATED)]
    assert found(claims, one, other) == ()


def test_order_makes_no_difference() -> None:
    one, first = interview((SALT_ONE, TAX_ONE), "Reuters", published="2031-03-04")
    other, second = interview((SALT_TWO, TAX_TWO), "Reuters", published="2031-03-04")
    expected = found([*first, *second], one, other)
    for order in permutations([*first, *second]):
        assert found(order, other, one) == expected


def test_nothing_gives_nothing() -> None:
    assert utterances([], [], [], []) == ()


def test_a_claim_of_a_document_that_is_not_given_is_passed_over() -> None:
    one = report(SALT_ONE, published="2031-03-04")
    assert found([said(one, SALT_ONE, MINISTER)]) == ()


@pytest.mark.parametrize(
    ("one", "other", "matches"),
    [
        ((SALT_ONE, TAX_ONE), (SALT_TWO, TAX_TWO), 2),
        ((SALT_ONE,), (SALT_TWO, SALT_TWO), 1),
        ((SALT_ONE,), (OTHER,), 0),
        ((), (OTHER,), 0),
    ],
)
def test_statements_of_one_content_are_counted_once_each(
    one: tuple[str, ...], other: tuple[str, ...], matches: int
) -> None:
    assert content_matches([stems(t) for t in one], [stems(t) for t in other]) == matches


@given(
    st.lists(st.tuples(st.sampled_from(ENTITIES), st.text(min_size=1, max_size=80), st.none() | st.text(max_size=9)))
)
def test_any_words_rest_on_one_utterance_at_most(given_words: list[tuple[Entity, str, str | None]]) -> None:
    documents = [
        document(f"{n} {who.name} said {words}", published=day) for n, (who, words, day) in enumerate(given_words)
    ]
    claims = [said(d, words, who) for d, (who, words, _) in zip(documents, given_words, strict=True)]
    resting = [claim for utterance in utterances(claims, documents, ENTITIES) for claim in utterance.claims]
    assert len(resting) == len({*resting})
