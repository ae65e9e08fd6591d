from dataclasses import replace

import pytest
from hypothesis import given, settings

from counterclaim.exports.brief import Brief, Item, brief
from counterclaim.records import Ledger
from tests.exports.export_samples import FULL_STORY, full
from tests.exports.ledgers import ledgers
from tests.exports.samples import many


def items(made: Brief, title: str) -> list[Item]:
    return [item for part in made.parts if part.title == title for item in part.items]


WHOLE = brief(full())


@pytest.mark.parametrize(
    ("part", "heads"),
    [
        ("Independent origins agree", ["Ostria attacked Meridia", "Canada sanctioned Tor Vale and others"]),
        ("Disputed", ["Norland sold tanks to Ostria", "Meridia hit a port"]),
        ("Figures differ", ["Norland sold tanks to Ostria"]),
        ("Only one origin says", ["Meridia imposed sanctions on Norland", "A third country paid Ostria"]),
        ("Nobody says outright", ["Norland may send guns", "Norland may send shells to Ostria"]),
    ],
)
def test_each_proposition_stands_in_its_part_as_a_claim(part: str, heads: list[str]) -> None:
    assert [item.head for item in items(WHOLE, part)][: len(heads)] == [f"Claimed: {head}" for head in heads]


def test_every_claimed_sentence_names_source_words_and_report() -> None:
    claims = {claim.id: claim for claim in full().claims}
    for part in WHOLE.parts[:5]:
        for item in part.items:
            assert item.quotes, item.head
            for quote in item.quotes:
                claim = claims[quote.place.rpartition(", ")[2]]
                assert quote.words == claim.evidence.text
                assert claim.document in quote.place
                assert "report " in quote.lead


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Norland sold 40 tanks to Ostria", "Said by Ada Berg, in report 1 (2031-03-05; 40 tanks):"),
        ("Ostria bought at least 60 tanks from Norland", "Said by report 2 itself (60 or more tanks):"),
        ("Norland denied that it sold tanks to Ostria", "Denied by Norland, in report 2:"),
        ("It may send 12 guns", "Said as possible by report 1 itself (2031-03-05):"),
    ],
)
def test_who_says_what(words: str, lead: str) -> None:
    assert lead in {
        quote.lead for part in WHOLE.parts for i in part.items for quote in i.quotes if quote.words == words
    }


def test_a_source_without_a_name_is_not_the_report_itself() -> None:
    ledger = full()
    first, *others = ledger.claims
    nameless = replace(first, attribution=(replace(first.attribution[0], source=None),))
    assert nameless.id == first.id
    [sold, _] = items(brief(replace(ledger, claims=(nameless, *others))), "Disputed")
    assert sold.quotes[0].lead == "Said by somebody who is not named, in report 1 (2031-03-05; 40 tanks):"


def test_two_claims_in_the_same_words_are_one_quotation() -> None:
    ledger = full()
    twin = replace(ledger.claims[0], rule="transfer/other.01")
    sold = next(p for p in ledger.propositions if ledger.claims[0].id in p.claims)
    propositions = tuple(replace(p, claims=(*p.claims, twin.id)) if p is sold else p for p in ledger.propositions)
    made = brief(replace(ledger, claims=(*ledger.claims, twin), propositions=propositions))
    [item] = [item for item in items(made, "Disputed") if item.head.endswith(sold.summary)]
    assert len(item.quotes) == 4
    assert item.quotes[0].place.endswith(f"{ledger.claims[0].id}, {twin.id}")


def test_origins_and_figures_can_be_recounted() -> None:
    [disputed, _] = items(WHOLE, "Disputed")
    assert disputed.notes == (
        "Status “contested”: affirmed and denied.",
        "3 independent origins: Ada Berg; second; Norland.",
        "Figures given: 40 tanks; 60 or more tanks. These cannot all hold.",
    )


def test_registers_keep_possible_names_apart() -> None:
    assert [item.head for item in items(WHOLE, "Names on a list")] == [
        *("General Odo Brandt", "Tor Vale", "Norland Airworks", "Ilsa Menk")
    ]
    [possible] = items(WHOLE, "Possible, not a match")
    assert possible.head == "Bo Lund"
    assert "possible, not a match" in possible.notes[0]
    assert possible.notes[1] == "Named in reports 4, 5."
    [check] = items(WHOLE, "What registers say to sanction claims")
    assert any("listed earlier, 2030-11-29" in note for note in check.notes)


def test_the_reports_are_listed_with_their_ids() -> None:
    assert [row[0] for row in WHOLE.reports] == ["1", "2", "3", "4", "5"]
    for document, row in zip(full().documents, WHOLE.reports, strict=True):
        assert document.id in row[-1]
        assert document.sha256 in row[-1]


def test_a_story_has_its_own_reports_and_propositions_only() -> None:
    made = brief(full(), FULL_STORY)
    assert made.title == "Tanks for Ostria"
    assert [row[1] for row in made.reports] == ["Tanks for Ostria", "second.txt", "Tanks are back"]
    assert not items(made, "Names on a list")


def test_a_long_part_says_how_much_it_leaves_out() -> None:
    ledger = full()
    [first, *_] = ledger.propositions
    many = tuple(replace(first, id=f"p:{number}") for number in range(75))
    made = brief(replace(ledger, propositions=many))
    part = next(part for part in made.parts if part.items)
    assert (len(part.items), part.left_out) == (60, 15)


@given(ledgers())
@settings(max_examples=12)
def test_any_ledger_has_a_brief(ledger: Ledger) -> None:
    made = brief(ledger)
    assert len(made.reports) == len(ledger.documents)


def test_many_reports_are_listed_only_where_they_are_quoted() -> None:
    made = brief(many(120))
    assert len(made.reports) + made.unlisted == 120
    quoted = {quote.document for part in made.parts for item in part.items for quote in item.quotes}
    assert {row[-1].partition(",")[0] for row in made.reports} == quoted
