"""The opening of the page: four lists in plain sentences that name their sources and lead to them."""

from dataclasses import replace

import pytest

from counterclaim.exports.html import to_html
from counterclaim.records import Ledger, Status
from tests.exports.samples import Element, Page, collection, many

LEDGER = collection()


def lists(ledger: Ledger) -> dict[str, Element]:
    """The lists of the page by their keys."""
    found = Page(to_html(ledger)).all("list")
    return {e.attributes["id"].removeprefix("list-"): e for e in found}


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_lists_open_the_page_in_their_order() -> None:
    found = Page(to_html(LEDGER))
    assert list(lists(LEDGER)) == ["agree", "disputed", "differ", "single", "hedged"]
    first = next(e for e in found.elements if e.tag == "section")
    assert first.attributes["id"] == "glance"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("agree", "Ostria attacked Meridia #3 ● Said by report 1 and report 2, each in its own voice."),
        (
            "disputed",
            "Said by Ada Berg in report 1 and report 3 (40 tanks); report 2 in its own voice (60 or more tanks).",
        ),
        ("disputed", "Denied by Norland in report 2."),
        ("disputed", "Meridia hit a port #5 ✕ Denied by report 2 in its own voice.No report says so itself."),
        ("differ", "The figures cannot all hold."),
        ("single", "A third country paid Ostria #6 ● Said by report 3 in its own voice (about 5,000,000 crowns)."),
        ("hedged", "◐ Said with reservations by report 1 and report 3, each in its own voice."),
    ],
)
def test_what_the_lists_say(key: str, said: str) -> None:
    assert said.replace("● ", "●").replace(" ", "") in lists(LEDGER)[key].text.replace("\u00a0", "").replace(" ", "")


def test_a_sentence_leads_to_its_place_in_the_report() -> None:
    found = Page(to_html(LEDGER))
    links = [e for e in found.tags("a") if e.text == "report 3" and e.is_in("disputed")]
    claim = next(c for c in LEDGER.claims if c.document == LEDGER.documents[2].id)
    assert [link.attributes["href"] for link in links] == ["#t-" + claim.id.removeprefix("c:")]


def test_figures_that_can_all_hold_are_no_conflict() -> None:
    calm = tuple(replace(p, figure_conflict=False) for p in LEDGER.propositions)
    assert "The figures can all hold." in lists(replace(LEDGER, propositions=calm))["differ"].text


def test_empty_lists_say_so() -> None:
    hedged = tuple(p for p in LEDGER.propositions if p.status is Status.HEDGED_ONLY)
    found = lists(replace(LEDGER, propositions=hedged))
    assert "Nothing is said by two independent origins." in found["agree"].text
    assert "Nothing is denied." in found["disputed"].text
    assert "No two figures" in found["differ"].text
    assert "Nothing rests on one origin alone." in found["single"].text


def test_one_report_has_nothing_to_agree_with() -> None:
    [document] = LEDGER.documents[:1]
    kept = tuple(p for p in LEDGER.propositions if p.summary.startswith("Meridia imposed"))
    claims = tuple(c for c in LEDGER.claims if c.document == document.id)
    found = lists(Ledger((document,), LEDGER.entities, claims, propositions=kept))
    assert list(found) == ["single", "disputed", "differ"]
    assert found["single"].text.startswith("What the report says")


def test_the_header_counts_and_says_what_counts_once() -> None:
    top = words(Page(to_html(LEDGER)).one("top").text)
    assert "11 claims of 3 reports, which go back to 2 texts." in top
    assert "6 propositions: 1 agreed, 2 disputed, 1 with differing figures, 2 of one origin only." in top
    assert "Reports 1 and 3: Tanks for Ostria. they share two sentences" in top
    assert "What reports 1 and 3 quote: Ada Berg, to the press. the same sentence" in top


def test_of_many_reports_the_first_few_are_shown_and_the_rest_is_folded() -> None:
    whole = to_html(many(100))
    single = [e for e in Page(whole).tags("li") if e.is_in("single")]
    assert sum(any(above.tag == "details" for above in e.above) for e in single) == 60
    assert sum(all(above.tag != "details" for above in e.above) for e in single) == 4
    assert "136 more propositions of this kind in the matrix." in whole
    assert len(whole) < 2_000_000


def test_a_ledger_without_propositions_shows_its_reports_only() -> None:
    found = Page(to_html(replace(LEDGER, propositions=())))
    assert not found.all("list")
    assert len(found.tags("article")) == 3
