"""Lineage of documents: copies, trimmed and reworded texts are one origin; background and furniture make none."""

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.lineage.documents import lineages
from counterclaim.records import Document, Lineage, LinkKind, OriginKind, Story
from tests.lineage.reports import (
    BACKGROUND,
    BRIDGE,
    FURNITURE,
    HARBOUR,
    HARBOUR_ALONE,
    document,
    sentences,
)
from tests.strategies import ANY_TEXT, REPORT_LIKE

TUESDAY, WEDNESDAY, LATER = "2031-03-04", "2031-03-05", "2031-05-20"


def origins(*documents: Document, stories: tuple[Story, ...] = ()) -> tuple[Lineage, ...]:
    return lineages(documents, stories)


def together(one: Document, other: Document, stories: tuple[Story, ...] = ()) -> bool:
    return len(lineages([one, other], stories)) == 1


def story(*documents: Document) -> tuple[Story, ...]:
    return (Story("s:1", "a story", tuple(d.id for d in documents)),)


def test_a_document_alone_is_its_own_origin() -> None:
    (lineage,) = origins(document(HARBOUR, "in/a.txt", outlet="The Lervik Post"))
    assert (lineage.kind, lineage.label, lineage.links) == (OriginKind.DOCUMENT, "The Lervik Post", ())


@pytest.mark.parametrize(
    ("known", "label"),
    [
        ({"outlet": "The Lervik Post", "title": "Rifle parts"}, "The Lervik Post"),
        ({"title": "Rifle parts"}, "Rifle parts"),
        ({}, "a.txt"),
    ],
)
def test_an_origin_is_called_by_its_outlet_or_title_or_file(known: dict[str, str], label: str) -> None:
    (lineage,) = origins(document(HARBOUR, "in/a.txt", **known))
    assert lineage.label == label


def test_a_copy_is_one_origin_whenever_it_was_printed() -> None:
    one, other = document(HARBOUR, published=TUESDAY), document("LERVIK — " + HARBOUR, published=LATER)
    (lineage,) = origins(one, other)
    assert lineage.kind is OriginKind.COPY
    assert lineage.documents == tuple(sorted((one.id, other.id)))
    (link,) = lineage.links
    assert link.kind is LinkKind.COPY
    assert "%" in link.reason


def test_a_trimmed_text_is_an_excerpt() -> None:
    trimmed = " ".join(sentences(HARBOUR)[:3])
    (lineage,) = origins(document(HARBOUR), document(trimmed, "b.txt"))
    (link,) = lineage.links
    assert link.kind is LinkKind.EXCERPT
    assert link.reason.startswith("100 % of the shorter text stands in the other")


def test_a_text_trimmed_in_front_and_lightly_rewritten_is_one_origin() -> None:
    rewritten = " ".join(sentences(HARBOUR)[2:]).replace("captain", "master").replace("quay", "pier")
    rewritten = rewritten.replace("Prosecutors opened", "The prosecution has opened").replace("divers", "frogmen")
    assert together(document(HARBOUR, published=TUESDAY), document(rewritten, published=WEDNESDAY))


def test_a_passage_in_a_report_of_ones_own_is_a_rewrite() -> None:
    taken = HARBOUR_ALONE + " " + " ".join(sentences(HARBOUR)[:2])
    (lineage,) = origins(document(HARBOUR, published=TUESDAY), document(taken, published=WEDNESDAY))
    (link,) = lineage.links
    assert link.kind is LinkKind.REWRITE
    assert "passages of up to" in link.reason


def test_two_who_write_about_one_event_are_two_origins() -> None:
    one, other = document(HARBOUR, published=TUESDAY), document(HARBOUR_ALONE, published=TUESDAY)
    assert not together(one, other)
    assert not together(one, other, story(one, other))


def test_two_who_quote_one_speech_are_two_origins() -> None:
    speech = (
        '"We shall search each ship that leaves this coast until the last of these dealers has understood that '
        'our harbours are closed to them," the minister said. "Whoever carries arms to Talmaria carries them to a war."'
    )
    one = document(f"{HARBOUR_ALONE} {speech}", published=TUESDAY)
    other = document(f"{speech} {BRIDGE}", published=TUESDAY)
    assert not together(one, other)


def test_background_under_reports_of_two_events_links_nothing() -> None:
    one = document(f"{HARBOUR} {BACKGROUND}", published=TUESDAY)
    other = document(f"{BRIDGE} {BACKGROUND}", published=TUESDAY)
    assert not together(one, other, (*story(one), Story("s:2", "another story", (other.id,))))


def test_the_lines_of_an_outlet_under_all_its_reports_link_nothing() -> None:
    one = document(f"{HARBOUR} {FURNITURE}", published=TUESDAY, outlet="The Lervik Post")
    other = document(f"{BRIDGE} {FURNITURE}", published=TUESDAY, outlet="The Lervik Post")
    assert not together(one, other)


def test_what_many_documents_hold_links_none_of_them() -> None:
    chance = Random(5)
    words = sorted({*(HARBOUR + HARBOUR_ALONE + BRIDGE).lower().split()})
    texts = [" ".join([FURNITURE, *chance.choices(words, k=80), BACKGROUND]) for _ in range(30)]
    found = lineages([document(text, published=TUESDAY) for text in texts])
    assert all(len(lineage.documents) == 1 for lineage in found)


def test_a_roundup_does_not_make_one_origin_of_the_texts_that_it_joins() -> None:
    roundup = document(f"{HARBOUR} {BRIDGE}", published=WEDNESDAY)
    one, other = document(HARBOUR, published=TUESDAY), document(BRIDGE, published=TUESDAY)
    found = origins(one, other, roundup)
    assert not any({one.id, other.id} <= {*lineage.documents} for lineage in found)
    assert sum(len(lineage.documents) for lineage in found) == 3


def test_reports_of_one_agency_on_one_event_are_one_origin() -> None:
    first = document(HARBOUR, title="Rifle parts seized in Lervik", credits=("AFP",), published=TUESDAY)
    second = document(
        HARBOUR_ALONE,
        title="Lervik: seized rifle parts came by ship",
        credits=("Agence France-Presse",),
        published=TUESDAY,
    )
    (lineage,) = origins(first, second, stories=story(first, second))
    assert lineage.kind is OriginKind.AGENCY
    assert lineage.label in {"AFP", "Agence France-Presse"}
    (link,) = lineage.links
    assert (link.kind, link.reason) == (LinkKind.CREDIT, "both credit Agence France-Presse, on one story")


@pytest.mark.parametrize(
    ("agencies", "published", "one_story"),
    [
        (("Reuters",), TUESDAY, True),  # another agency
        (("agencies",), TUESDAY, True),  # nobody is named
        (("AFP",), LATER, True),  # long after
        (("AFP",), TUESDAY, False),  # another event
    ],
)
def test_a_credit_alone_shows_nothing(agencies: tuple[str, ...], published: str, one_story: bool) -> None:
    first = document(HARBOUR, title="Rifle parts seized in Lervik", credits=("AFP",), published=TUESDAY)
    second = document(HARBOUR_ALONE, title="Rifle parts seized in Lervik", credits=agencies, published=published)
    stories = story(first, second) if one_story else (*story(first), Story("s:2", "another", (second.id,)))
    assert not together(first, second, stories)


WITNESS = (
    '"I was asleep under the nets when the whole quay began to shake, and when I put out my head there were soldiers '
    'on every roof and a searchlight on the water," a fisherman told AFP. "Nobody would tell us what they were '
    'looking for. We lay flat in the boats until it grew light, and then they sent us home without our catch."'
)


@pytest.mark.parametrize(("named", "expected"), [("AFP", True), ("this paper", False)])
def test_what_was_said_to_an_agency_comes_from_there(named: str, expected: bool) -> None:
    one = document(f"Soldiers searched the port of Lervik by night. {WITNESS}", published=TUESDAY)
    other = document(f"A night of fear on the waterfront. {WITNESS.replace('AFP', named)}", published=TUESDAY)
    assert together(one, other, story(one, other)) is expected


def test_a_copy_that_credits_an_agency_names_the_origin() -> None:
    (lineage,) = origins(document(HARBOUR), document(HARBOUR + " (AFP)", credits=("AFP",)))
    assert (lineage.kind, lineage.label) == (OriginKind.AGENCY, "AFP")


def test_a_document_given_twice_counts_once() -> None:
    again = document(HARBOUR, "again.txt")
    found = origins(document(HARBOUR), again, document(BRIDGE))
    assert [lineage.documents for lineage in found] == [(again.id,), (document(BRIDGE).id,)]


def test_two_documents_with_one_id_count_once_as_the_first() -> None:
    first = document(HARBOUR, outlet="First")
    (lineage,) = origins(first, replace(first, text=BRIDGE, outlet="Second"))
    assert lineage.label == "First"


@pytest.mark.parametrize("text", ["", " \n", "Ten words are not enough to tell where they come.", "…!?", "日本"])
def test_texts_of_few_words_stand_alone(text: str) -> None:
    found = origins(document(text, "short.txt"), document(HARBOUR), document(text + " ", "other.txt"))
    assert sum(len(lineage.documents) for lineage in found) == len({text, text + " ", HARBOUR})


@pytest.mark.parametrize("published", [None, "", "yesterday", "2031-02-31"])
def test_copies_without_a_readable_date_are_found(published: str | None) -> None:
    assert together(document(HARBOUR, published=published), document(HARBOUR + " End.", published=TUESDAY))
    assert not together(document(HARBOUR, published=published), document(HARBOUR_ALONE, published=TUESDAY))


def test_a_megabyte_holds_the_report_that_it_copies() -> None:
    archive = " ".join(f"Entry {n} of the register names ship {n * 31} and port {n % 97}." for n in range(19_000))
    long = document(archive[: len(archive) // 2] + HARBOUR + archive[len(archive) // 2 :], "register.txt")
    assert len(long.text) > 1_000_000
    assert together(long, document(HARBOUR))


def test_the_order_of_documents_changes_only_the_order_of_lineages() -> None:
    documents = [document(HARBOUR), document(HARBOUR + " More follows."), document(BRIDGE), document(HARBOUR_ALONE)]
    expected = {*lineages(documents)}
    for order in permutations(documents):
        found = lineages(order)
        assert {*found} == expected
        assert order[0].id in found[0].documents


@given(st.lists(st.tuples(ANY_TEXT | REPORT_LIKE, st.none() | st.text(max_size=12)), max_size=8))
@settings(max_examples=50)
def test_any_documents_stand_in_one_lineage_each(given: list[tuple[str, str | None]]) -> None:
    documents = [document(text, f"{n}.txt", published=day) for n, (text, day) in enumerate(given)]
    found = lineages(documents)
    held = [identity for lineage in found for identity in lineage.documents]
    assert sorted(held) == sorted({d.id for d in documents})
    for lineage in found:
        assert len(lineage.links) == len(lineage.documents) - 1
        assert all({link.one, link.other} <= {*lineage.documents} and link.reason for link in lineage.links)
