"""Scoring: what matches, what is missed, spurious or partly wrong."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from benchmarks.golden import Figure, GoldClaim, Report
from benchmarks.scoring import name_of, page_figures, same_name, score
from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Entity,
    Factuality,
    Filler,
    Ledger,
    Quantity,
    Section,
    Span,
    Stance,
    Time,
    digest,
)

TEXT = "Norway sold 40 tanks to Latvia for 9 million euros in May 2031, Finland said. Latvia denied it."
DOCUMENT = Document("reports/one.txt", TEXT, digest(TEXT))
OSLO = Entity("e:1", "GPE", "Norway", ("Oslo",), ())


def at(words: str) -> Filler:
    start = TEXT.index(words)
    return Filler(words, Span(start, start + len(words)))


def claim(
    trigger: str, frame: str, stage: str | None, roles: Mapping[str, tuple[Filler, ...]], **more: object
) -> Claim:
    end = TEXT.index(".") if TEXT.index(trigger) < TEXT.index(".") else len(TEXT)
    return Claim(
        DOCUMENT.id,
        frame,
        stage,
        roles,
        (Attribution(at("Finland"), at("said"), Stance.ASSERT),),
        Factuality.CERTAIN,
        Quantity(40, 40, Bound.EXACT, "tanks", "40", at("40").span),
        None,
        at(trigger),
        Filler(TEXT[:end], Span(0, end)),
        frame + "/test",
        Section.BODY,
        Quantity(9e6, 9e6, Bound.EXACT, "EUR", "9 million euros", at("9 million euros").span),
        Time("2031-05-01", "2031-05-31", "in May 2031", at("in May 2031").span, "stated"),
    )


SALE = claim("sold", "transfer", "sale", {"supplier": (at("Norway"),), "item": (at("40 tanks"),)})
GOLD = GoldClaim(
    "one#1",
    "one",
    at("Norway sold 40 tanks to Latvia").span,
    "sold",
    "transfer",
    ("sale",),
    {"supplier": ("Norway", "Oslo"), "item": ("tanks",)},
    ("Finland",),
    "CT+",
    Figure(40, 40, "exact"),
    Figure(9e6, 9e6, "exact", "EUR"),
    ("2031-05-01", "2031-05-31"),
)


def ledger(*claims: Claim) -> Ledger:
    return Ledger((DOCUMENT,), (OSLO,), claims)


def test_a_claim_that_says_what_gold_says_is_right_in_everything() -> None:
    figures = score([GOLD], ledger(SALE)).figures()
    assert {k: v for k, v in figures.items() if k not in {"gold", "predicted", "matched", "spurious"}} == dict.fromkeys(
        "precision recall f1 strict_f1 role source factuality stage quantity value time".split(), 1.0
    )
    assert not score([GOLD], ledger(SALE)).listing()


@pytest.mark.parametrize(
    ("change", "aspect", "listed"),
    [
        ({"stage": "plan"}, "stage", "expected sale, got plan"),
        ({"factuality": Factuality.POSSIBLE}, "factuality", "expected CT+, got PS+"),
        ({"attribution": ()}, "source", "expected Finland, got -"),
        ({"quantity": None}, "quantity", "expected exact:40:40, got -"),
        ({"value": Quantity(9e6, 9e6, Bound.EXACT, "USD", "", Span(0, 0))}, "value", "EUR, got exact:9000000.0"),
        ({"time": None}, "time", "expected 2031-05-01/2031-05-31, got -"),
        ({"roles": {"item": (at("40 tanks"),)}}, "role", "expected supplier=Norway|Oslo, got -"),
    ],
)
def test_what_is_wrong_is_listed_and_costs_the_strict_score_only(
    change: dict[str, object], aspect: str, listed: str
) -> None:
    scored = score([GOLD], ledger(replace(SALE, **change)))  # type: ignore[arg-type]
    figures = scored.figures()
    assert figures["f1"] == 1.0
    assert figures["strict_f1"] == 0.0
    assert figures[aspect] < 1.0
    (line,) = scored.listing()
    assert line.startswith("PARTLY    one#1 transfer [sold]")
    assert listed in line


def test_another_frame_or_place_is_missed_and_spurious() -> None:
    elsewhere = claim("denied", "transfer", "sale", {})
    scored = score([GOLD], ledger(replace(SALE, frame="support"), elsewhere))
    assert [g.id for g in scored.missed] == ["one#1"]
    assert len(scored.spurious) == 2
    assert [line.split()[0] for line in scored.listing()] == ["MISSED", "SPURIOUS", "SPURIOUS"]
    assert scored.figures()["f1"] == 0.0


def test_the_better_of_two_claims_matches_and_the_other_is_a_repeat() -> None:
    worse = replace(SALE, stage="plan")
    scored = score([GOLD], ledger(worse, SALE))
    assert [m.claim for m in scored.matches] == [SALE]
    assert not scored.spurious


def test_required_claims_match_before_optional_ones() -> None:
    other = replace(GOLD, id="one#2", optional=True)
    required = replace(GOLD, stage=("plan",))
    scored = score([other, required], ledger(SALE))
    assert [m.gold.id for m in scored.hits] == ["one#1"]
    assert scored.figures()["gold"] == 1


def test_an_optional_claim_is_neither_missed_nor_spurious() -> None:
    optional = replace(GOLD, optional=True)
    assert not score([optional], ledger()).missed
    assert not score([optional], ledger(SALE)).spurious


def test_statements_are_never_spurious_and_match_by_half_of_their_words() -> None:
    denial = at("Latvia denied it.")
    gold = replace(GOLD, frame="statement", stage=("deny",), roles={}, span=at("Latvia denied").span)
    said = replace(claim("denied", "statement", "deny", {}), trigger=at("it."), evidence=denial)
    assert score([gold], ledger(said)).figures()["matched"] == 1
    assert not score([GOLD], ledger(said)).spurious


def test_documents_without_gold_are_left_out() -> None:
    other = replace(GOLD, document="two")
    assert score([other], ledger(SALE)).figures()["predicted"] == 0


def test_an_upper_bound_and_a_range_are_judged_by_their_high_side() -> None:
    up_to = Quantity(None, 40, Bound.MAX, "tanks", "up to 40", Span(0, 0))
    gold = replace(GOLD, quantity=Figure(None, 50, "max"))
    assert score([gold], ledger(replace(SALE, quantity=up_to))).figures()["quantity"] == 0.0
    gold = replace(GOLD, quantity=Figure(None, 40, "max"))
    assert score([gold], ledger(replace(SALE, quantity=up_to))).figures()["quantity"] == 1.0


def test_an_entity_lends_its_names_to_a_filler() -> None:
    kingdom = Filler("the kingdom", Span(0, 6), "e:1")
    named = replace(SALE, roles={"supplier": (kingdom,), "item": (at("40 tanks"),)})
    assert score([GOLD], ledger(named)).figures()["role"] == 1.0


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("the Finnish minister", True),
        ("FINNISH MINISTER'S", True),
        ("Finnish minister Aino Salo", True),
        ("minister", True),
        ("min", False),
        ("Swedish minister", False),
        ("", False),
    ],
)
def test_names_are_the_same_but_for_case_articles_and_more_or_fewer_words(name: str, *, same: bool) -> None:
    assert same_name(name, ["Finnish minister"]) is same


def test_a_document_goes_by_its_file_name() -> None:
    assert name_of("a\\b/one.part.txt") == "one.part"


def test_date_title_and_credits_of_a_report_are_judged_on_their_own() -> None:
    report = Report("one", TEXT, "agency", "2031-06-04", "Norway sold", ("AFP",), (GOLD,))
    read = replace(DOCUMENT, published="2031-06-04", title="Norway  sold", credits=("Reuters",))
    found = page_figures([report], Ledger((read,), (), (SALE,)))
    assert found == {"published": 1.0, "title": 1.0, "credits": 0.0}
    voice = replace(GOLD, source=None)
    assert page_figures([replace(report, claims=(voice,))], Ledger((read,), (), (SALE,)))["own_voice"] == 0.0
