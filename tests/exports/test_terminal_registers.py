"""What registers say, for a terminal: every check, hit, possible and regime, whole at every width, and harmless."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from counterclaim.exports.terminal import to_table
from counterclaim.records import InForce, Ledger, Outcome, Verdict
from tests.exports.register_samples import CANADA, HIT, POSSIBLE, hit, regime, registered
from tests.exports.samples import collection
from tests.exports.test_html_registers import spoilt
from tests.exports.test_terminal import HOSTILE, MARKUP, is_harmless, unfolded

WIDTHS = (60, 80, 160)


def told(ledger: Ledger, width: int = 160) -> str:
    """What stands below what the reports say together, on one line."""
    return unfolded(to_table(ledger, width=width).partition("What registers say")[2])


@pytest.mark.parametrize("width", WIDTHS)
def test_every_width_says_the_same(width: int) -> None:
    shown = told(registered(), width)
    for part in (
        "Held against Canada’s list (version with listings up to 2033-01-15; entries: 5,120) and the UK list (version",
        "A register shows whom an authority has listed, and since when. It does not show that a report is right.",
        "Canada sanctioned Tor Vale and others Canada’s list (version with listings up to 2033-01-15): 3 of 6 named",
        "targets listed on 2031-04-28, 1 listed earlier on 2030-11-29, 1 possible, not a match, 1 not found",
        "9 individuals stated; the list has 9 persons dated 2031-04-28: fits.",
        "A listing from 2031-04-18 to 2031-06-08 fits the claims (counted from the publication date).",
        "the Karsk prison: listed, 2031-04-28, as “Karsk Prison No. 2” (entry CA-3)",
        "Norland Airworks: listed earlier, 2030-11-29, as “Norland Airworks Industries” (entry CA-4)",
        "Pia Oss: not found Bo Lund",
        "Bo Lund: possible, not a match: “LUNDE, Bo” (entry CA-77), 2031-04-28",
        "General Odo Brandt: on the UK list since 2032-09-10 as “BRANDT, Odo” (entry NOR0221), later than the report",
        "UN arms embargo on Ostria (United Nations), since 2030-06-01; S/RES/9001 (2030), paragraph 5; S/RES/9012",
        "“Norland sold drones to Ostria” (binds the recipient): in force for this transfer",
        "“Norland may send shells to Ostria” (binds the recipient): cannot tell, missing: date; kind of item",
        "What is shown is what the reports and the registers say; no claim is judged.",
    ):
        assert part in shown, part


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_asked(width: int) -> None:
    for ledger in (registered(), spoilt(registered(), "x" * 300), spoilt(registered(), "坦克 " * 60)):
        assert max(cell_len(line) for line in to_table(ledger, width=width).splitlines()) <= width


def test_it_stands_below_what_the_reports_say_together() -> None:
    shown = to_table(registered(), width=80)
    heads = [
        shown.index(head) for head in ("What the reports say together", "What registers say", "Which regimes bear")
    ]
    assert heads == sorted(heads)


def test_what_a_check_says_is_not_said_again() -> None:
    shown = told(registered())
    names = shown.partition("names on a list, beside the targets above")[2]
    assert "General Odo Brandt" in names
    assert "Tor Vale" not in names
    assert "Bo Lund" not in names


def test_possibles_stand_apart_from_hits() -> None:
    shown = told(replace(registered(), register_checks=()))
    hits, _, possibles = shown.partition("possible, not a match: names that are near, or that many others bear")
    assert "names on a list General Odo Brandt" in hits
    assert "Bo Lund" not in hits
    assert possibles.startswith(" Bo Lund: “LUNDE, Bo” (entry CA-77) on Canada’s list, listed 2031-04-28")
    assert "Brandt" not in possibles.partition("Which regimes")[0]


def test_without_registers_there_is_nothing_to_say() -> None:
    shown = to_table(collection(), width=80)
    assert "register" not in shown
    assert "What is shown is what the reports say; nothing of it is checked." in unfolded(shown)


def test_regimes_need_no_registers() -> None:
    shown = to_table(replace(collection(), regimes=(regime("p:1", InForce.DISPUTED),)), width=80)
    assert "What registers say" not in shown
    assert "whether it is in force is disputed" in unfolded(shown)


def test_nobody_on_a_list() -> None:
    shown = to_table(replace(collection(), registers=(CANADA,)), width=80)
    assert "No name of these reports was found on a list." in unfolded(shown)


def test_only_possibles_are_not_called_found() -> None:
    shown = unfolded(to_table(replace(collection(), registers=(CANADA,), hits=(POSSIBLE,)), width=80))
    assert "No name of these reports was found on a list." in shown
    assert "possible, not a match: names that are near" in shown


def test_a_name_that_is_no_entity_is_shown_as_it_was_asked() -> None:
    asked = replace(HIT, entity="Brandt of the north")
    assert "Brandt of the north: on the UK list" in told(replace(registered(), hits=(asked,)))


def test_what_is_left_open_is_one_line_and_comes_last() -> None:
    whole = registered()
    [made] = whole.register_checks
    unknown = replace(made.targets[0], outcome=Outcome.CANNOT_TELL, verdict=Verdict.NONE, note="no day is given.")
    left_open = replace(made, proposition=whole.propositions[1].id, targets=(unknown, unknown), counts=())
    nobody = replace(left_open, targets=())
    shown = told(replace(whole, register_checks=(left_open, nobody, *whole.register_checks)))
    assert "Norland sold drones to Ostria: Canada’s list, cannot tell: no day is given Norland sold" in shown
    assert "Norland sold drones to Ostria: Canada’s list, no target is named names on a list" in shown
    assert shown.index("fits.") < shown.index("no day is given")


def test_long_lists_are_cut_and_say_so() -> None:
    whole = registered()
    hits = tuple(hit(f"e:{i}", f"X-{i}", f"NAME {i}", None) for i in range(30))
    checks = whole.register_checks * 14
    regimes = tuple(replace(regime("p:1", InForce.YES), name=f"Regime {i}") for i in range(9))
    shown = told(replace(whole, hits=hits, register_checks=checks, regimes=regimes))
    for left in ("and 10 more: see --format html", "and 2 more: see", "and 1 more: see"):
        assert left in shown


def test_one_regime_for_many_transfers_is_told_once() -> None:
    whole = registered()
    many = tuple(replace(regime(p.id, InForce.YES)) for p in whole.propositions * 3)
    shown = told(replace(whole, regimes=many))
    assert shown.count("UN arms embargo on Ostria") == 1
    assert "and 5 more" in shown


@pytest.mark.parametrize("odd", [*HOSTILE, *MARKUP])
def test_hostile_text_is_harmless(odd: str) -> None:
    for width in (60, 160):
        assert is_harmless(to_table(spoilt(registered(), f"a {odd} b"), width=width))
