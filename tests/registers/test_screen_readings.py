"""Names that are meant otherwise than they are written: words run together, short forms, slips in a single word."""

import pytest

from counterclaim.records import EntryKind, ScreeningHit, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import parse_name
from counterclaim.registers.screen import screen
from counterclaim.registers.screen_readings import apart
from tests.registers.screen_samples import BODY, PERSON, SHIP, register

ROWS = (
    ("B1", BODY, "Tabarestan Rotorwings Trading LLC", "IR"),
    ("B2", BODY, "Zamindawar Kerosene Brokers", "AF"),
    ("B3", BODY, "Zamindawar Kerosene Brokers 7", "AF"),
    ("B4", BODY, "Wolkersdorf Company", "AT"),
    ("B5", BODY, "Ministry of Fisheries of Ruritania", ""),
    ("P1", PERSON, "Andrei Ivanov", "RU"),
    ("P2", PERSON, "Kasimir Wolken Steiner", "AT"),
    ("S1", SHIP, "SKADIRA", "PA"),
    ("S2", SHIP, "OCEAN MARIGOLD", "PA"),
)
INDEX = ScreeningIndex.of([register(ROWS)])


def found(name: str, kind: EntryKind) -> dict[str, ScreeningHit]:
    return {hit.entry: hit for hit in screen(name, INDEX, kind)}


@pytest.mark.parametrize(
    ("asked", "kind", "entry"),
    [
        ("Tabarestanrotorwings Trading LLC", BODY, "B1"),
        ("Tabarestan Rotorwings Tradingllc", BODY, "B1"),
        ("LLCtabarestan Rotorwings Trading", BODY, "B1"),
        ("Zamindawarkerosene Brokers", BODY, "B2"),
        ("Kasimirwolken Steiner", PERSON, "P2"),
        ("OCEANmarigold", SHIP, "S2"),
    ],
)
def test_words_that_are_run_together(asked: str, kind: EntryKind, entry: str) -> None:
    hit = found(asked, kind)[entry]
    assert hit.verdict in {Verdict.HIT, Verdict.POSSIBLE}
    assert hit.entity == asked


def test_words_are_set_apart_only_where_both_are_listed() -> None:
    (reading,) = apart(parse_name("Zamindawarkerosene Brokers", BODY), INDEX)
    assert (reading.words, reading.name.text) == (("zamindawar", "kerosene"), "Zamindawar kerosene Brokers")
    assert apart(parse_name("Zamindawar Kerosene", BODY), INDEX) == ()
    assert apart(parse_name("Unheardofandunlisted", BODY), INDEX) == ()
    assert apart(parse_name("", BODY), INDEX) == ()


def test_a_longer_surname_is_no_shorter_one() -> None:
    assert Verdict.HIT not in {hit.verdict for hit in found("Andrei Ivanovsteiner", PERSON).values()}


def test_a_short_form_is_possible() -> None:
    hits = found("Zamindawar Brokers", BODY)
    assert hits["B2"].verdict is Verdict.POSSIBLE
    assert "a short form" in {feature.name for feature in hits["B2"].features}
    assert "B3" not in hits  # a number is no word to leave out


def test_only_a_word_for_a_company_is_missing() -> None:
    assert found("Wolkersdorf", BODY)["B4"].verdict is not Verdict.NONE


def test_general_words_are_no_short_form() -> None:
    assert Verdict.HIT not in {hit.verdict for hit in found("Ministry of Fisheries", BODY).values()}


@pytest.mark.parametrize("asked", ["SKADRIA", "SKADIRRA", "SKAIRA"])
def test_a_ship_with_a_slip_is_possible(asked: str) -> None:
    assert found(asked, SHIP)["S1"].verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("asked", "kind"), [("Zamindawar Brokers", BODY), ("OCEANmarigold", SHIP), ("SKADRIA", SHIP), ("Wolkersdorf", BODY)]
)
def test_scores_stay_sums(asked: str, kind: EntryKind) -> None:
    hits = found(asked, kind)
    assert hits
    for hit in hits.values():
        assert hit.score == pytest.approx(min(1, max(0, sum(feature.value for feature in hit.features))), abs=1e-4)
