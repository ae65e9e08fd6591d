"""The matrix: who affirms, denies, hedges or is silent, a click away from the sentence."""

from dataclasses import replace

from counterclaim.exports.html import to_html
from counterclaim.exports.html_matrix import COLUMNS
from counterclaim.exports.html_view import View
from counterclaim.records import Claim, Ledger, OriginKind
from tests.exports.samples import Element, Page, collection, many

LEDGER = collection()


def rows(ledger: Ledger) -> dict[str, list[str]]:
    """The cells of each row by the row's proposition, as they read."""
    found = Page(to_html(ledger))
    tables = [e for e in found.elements if e.tag == "tr" and e.is_in("by-origin") and "id" in e.attributes]
    return {row.attributes["id"]: [cell.text for cell in cells(found, row)] for row in tables}


def cells(found: Page, row: Element) -> list[Element]:
    return [e for e in found.elements if e.tag in {"th", "td"} and any(above is row for above in e.above)]


def test_columns_are_reports_first_then_speakers() -> None:
    found = Page(to_html(LEDGER))
    heads = [e.text for e in found.tags("th") if e.attributes.get("role") == "columnheader"]
    assert heads == [
        "Proposition",
        "Tanks for Ostriareport 1 report 3",
        "second.txtreport 2",
        "Ada Berg, to the pressreport 1 report 3",
        "Norlandreport 2",
    ]


def test_a_row_says_where_each_origin_stands() -> None:
    head, copies, second, minister, norland = rows(LEDGER)["p-1"]
    assert head.startswith("#1 Norland sold tanks to Ostriadisputed")
    assert "the same supplier and recipient" in head
    assert copies == "silent"
    assert second == "Report 2: ● affirms 2.1 in its own voice"
    assert minister == "Ada Berg, to the press, quoted in reports 1 and 3: ● affirms 1.1 Ada Berg 3.1 Ada Berg"
    assert norland == "Norland, quoted in report 2: ✕ denies 2.2 Norland"


def test_a_cell_leads_to_the_sentence_and_the_card_back_to_the_row() -> None:
    found = Page(to_html(LEDGER))
    denied = next(c for c in LEDGER.claims if c.factuality.value == "CT-")
    place = "t-" + denied.id.removeprefix("c:")
    assert [e.text for e in found.tags("a") if e.attributes["href"] == "#" + place and e.is_in("by-origin")] == ["2.2"]
    [card] = [e for e in found.all("card") if e.attributes["id"] == "c-" + denied.id.removeprefix("c:")]
    back = [e for e in found.all("ref") if card in e.above]
    assert [e.attributes["href"] for e in back] == ["#p-1"]
    assert "Proposition #1, also 1.1 affirms, 3.1 affirms, 2.1 affirms." in card.text


def test_a_remark_of_several_reports_is_one_column() -> None:
    view = View(LEDGER)
    disputed = view.propositions[0]
    found = {column.label: [view.place(c) for c in claims] for column, claims in view.columns_of(disputed).items()}
    assert found == {"Ada Berg, to the press": ["1.1", "3.1"], "second.txt": ["2.1"], "Norland": ["2.2"]}


def test_without_lineages_each_report_is_its_own_column() -> None:
    view = View(replace(LEDGER, lineages=(), utterances=()))
    hedged = next(p for p in view.propositions if p.summary == "Norland may send guns")
    assert [c.reports for c in view.columns_of(hedged)] == [(1,), (3,)]
    assert {c.kind for c in view.columns_of(hedged)} == {OriginKind.DOCUMENT}


def test_claims_that_are_not_on_the_page_are_left_out() -> None:
    stray = tuple(replace(p, claims=(*p.claims, "c:none"), denied_by=("c:gone",)) for p in LEDGER.propositions)
    assert len(rows(replace(LEDGER, propositions=stray))) == len(LEDGER.propositions)


def test_many_origins_are_folded_and_every_proposition_keeps_its_row() -> None:
    ledger = many(40)
    found = Page(to_html(ledger))
    ids = [e.attributes["id"] for e in found.tags("tr") if "id" in e.attributes]
    assert sorted(ids) == sorted(f"p-{i + 1}" for i in range(len(ledger.propositions)))
    first = next(e for e in found.all("by-origin"))
    heads = [e for e in found.tags("th") if first in e.above and e.attributes.get("role") == "columnheader"]
    assert len(heads) == COLUMNS + 1
    assert f"{40 - COLUMNS} more origins" in [e.text for e in found.tags("summary")]


def test_a_speaker_is_the_person_or_the_words() -> None:
    view = View(LEDGER)

    def heard(claim: Claim, words: str, entity: str | None) -> str | None:
        link = claim.attribution[0]
        assert link.source is not None
        source = replace(link.source, text=words, entity=entity)
        return view.speaker(replace(claim, attribution=(replace(link, source=source),)))

    claim = LEDGER.claims[0]
    assert heard(claim, "the minister", "e:a") == "Ada Berg"
    assert heard(claim, "Norland officials", "e:n") == "Norland officials"
    assert heard(claim, "it", "e:n") == "Norland"
    assert heard(claim, "it", None) == "it"
    assert view.speaker(replace(claim, attribution=())) is None
