import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings

from counterclaim.errors import LexiconError
from counterclaim.exports.event_codes import actor_code, event_codes, read_event_codes
from counterclaim.exports.event_rows import to_cameo, to_plover
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Entity, Factuality, Ledger
from counterclaim.registers.countries import country_codes
from tests.exports.export_samples import HOSTILE, hostile, whole
from tests.exports.ledgers import ledgers
from tests.exports.samples import Teller, document_of

TEXT = (
    "Norway sold tanks to Finland. Sweden denied that it attacked Chad. The Pentagon trained Latvia. Peru may send "
    "guns to Chile. Had Japan bought ships from Italy? The EU sanctioned Malta. Rebels met. Iceland made boats. Spain "
    "asked France for guns."
)


def told() -> Ledger:
    """A report of real states and invented events, with one claim a sentence."""
    known = {"Norway": "e:no", "Sweden": "e:se"}
    report = replace(document_of(TEXT, "events.txt", "Events"), published="2031-02-03", outlet="The Post")
    say = Teller(report, known)
    claims = (
        say("transfer/sale", "sold", "Norway sold tanks", {"supplier": "Norway", "recipient": "Finland"}),
        say(
            "attack/attack", "attacked", "Sweden denied that it attacked Chad", {"attacker": "it", "target": "Chad"},
            source="Sweden", factuality=Factuality.NOT_CERTAIN,
        ),
        say("support/training", "trained", "The Pentagon trained", {"provider": "The Pentagon", "recipient": "Latvia"},
            time=("2031-01-01", "2031-01-31")),
        say("transfer/plan", "send", "Peru may send guns", {"supplier": "Peru", "recipient": "Chile"},
            factuality=Factuality.POSSIBLE),
        say("transfer/sale", "bought", "Had Japan bought ships", {"supplier": "Italy", "recipient": "Japan"},
            factuality=Factuality.UNDERSPECIFIED),
        say("sanction/impose", "sanctioned", "The EU sanctioned Malta", {"imposer": "EU", "target": "Malta"}),
        say("cooperation/meet", "met", "Rebels met", {"party": "Rebels"}),
        say("production/manufacture", "made", "Iceland made boats", {"producer": "Iceland"}),
        say("transfer/request", "asked", "Spain asked France", {"supplier": "France", "recipient": "Spain"}),
    )  # fmt: skip
    entities = (Entity("e:no", "GPE", "Norway", (), ()), Entity("e:se", "GPE", "Sweden", (), ()))
    return Ledger((report,), entities, claims)


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows as event data programs read them: tabs between cells, no quotation marks."""
    return list(csv.DictReader(io.StringIO(content.decode()), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


@pytest.mark.parametrize(
    ("words", "date", "source", "target", "event", "claimed"),
    [
        ("Norway sold tanks", "2031-02-03", "NOR", "FIN", "062", "062"),
        ("Sweden denied that it attacked Chad", "2031-02-03", "SWE", "---", "016", "190"),
        ("The Pentagon trained", "2031-01-01", "USAGOV", "LVA", "072", "072"),
        ("Peru may send guns", "2031-02-03", "PER", "CHL", "0332", "0332"),
        ("Had Japan bought ships", "2031-02-03", "ITA", "JPN", "", "062"),
        ("The EU sanctioned Malta", "2031-02-03", "IGO", "MLT", "163", "163"),
        ("Rebels met", "2031-02-03", "---", "---", "040", "040"),
        ("Spain asked France", "2031-02-03", "ESP", "FRA", "0232", "0232"),
    ],
)
def test_a_claim_as_cameo_has_it(words: str, date: str, source: str, target: str, event: str, claimed: str) -> None:
    [row] = [row for row in rows(whole(to_cameo(told()))) if row["evidence"] == words]
    assert list(row.values())[:5] == [date, source, target, event, claimed]


@pytest.mark.parametrize(
    ("words", "source", "event", "mode", "context", "target"),
    [
        ("Norway sold tanks", "NOR", "COOPERATE", "", "military", "FIN"),
        ("Sweden denied that it attacked Chad", "", "", "", "", "TCD"),
        ("The Pentagon trained", "USAGOV", "AID", "", "military", "LVA"),
        ("The EU sanctioned Malta", "IGO", "SANCTION", "", "economic", "MLT"),
        ("Spain asked France", "ESP", "REQUEST", "assist", "military", "FRA"),
    ],
)
def test_a_claim_as_plover_has_it(words: str, source: str, event: str, mode: str, context: str, target: str) -> None:
    [row] = [row for row in rows(whole(to_plover(told()))) if row["evidence"] == words]
    assert row["source_country"] + row["source_sector"] == source
    assert row["target_country"] + row["target_sector"] == target
    assert (row["event"], row["mode"], row["context"]) == (event, mode, context)


def test_a_row_says_who_claims_it_how_surely_and_where() -> None:
    row = next(row for row in rows(whole(to_cameo(told()))) if row["evidence"].startswith("Sweden denied"))
    claim = told().claims[1]
    assert (row["claimed_by"], row["commitment"], row["factuality"]) == ("Sweden", "denies", "CT-")
    assert (row["document"], row["claim"], row["outlet"]) == (claim.document, claim.id, "The Post")
    assert TEXT[int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence"]


def test_what_no_codebook_has_makes_no_row() -> None:
    assert not [row for row in rows(whole(to_cameo(told()))) if row["evidence"] == "Iceland made boats"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Iran", "IRN"), ("Kosovo", "XKX"), ("United Nations", "IGO"), ("Pentagon", "USAGOV"), ("Nobody at all", "")],
)
def test_actors_have_codes(name: str, code: str) -> None:
    assert actor_code(name).code == code


def test_every_state_of_the_lexicon_has_a_code() -> None:
    states = {state.name for state in lexicon().states.values() if state.type == "state"}
    assert {name for name in states if not actor_code(name).country} == set()
    assert all(len(country_codes(name)) == 1 for name in states)


def test_every_stage_with_a_code_is_one_that_its_frame_has() -> None:
    for (frame, stage), coding in event_codes().codings.items():
        assert stage in lexicon().frames[frame].stages
        assert coding.cameo is None or coding.cameo in lexicon().frames[frame].codes.cameo


@pytest.mark.parametrize(
    ("frame", "stage", "cells", "said"),
    [
        ("transfer", "theft", ["supplier", "recipient", "AID", None, None, "072"], "no such frame or stage"),
        ("transfer", "sale", ["thief", "recipient", "AID", None, None, "072"], "no such role: thief"),
        ("transfer", "sale", ["supplier", "recipient", "GIVE", None, None, "072"], "PLOVER has no type GIVE"),
        ("transfer", "sale", ["supplier", "recipient", "AID", None, None, "190"], "no CAMEO code 190"),
        ("transfer", "sale", ["supplier"], "not 6 cells"),
    ],
)
def test_a_wrong_table_is_refused(frame: str, stage: str, cells: list[str | None], said: str) -> None:
    with pytest.raises(LexiconError, match=said):
        read_event_codes({"stages": {frame: {stage: cells}}, "sectors": {}, "alpha_3": "AA AAA"})


@pytest.mark.parametrize("write", [to_plover, to_cameo])
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_in_their_cells(write: Callable[[Ledger], Iterator[bytes]], text: str) -> None:
    plain = rows(whole(write(hostile(""))))
    found = rows(whole(write(hostile(text))))
    assert [row["claim"] for row in found] == [row["claim"] for row in plain]
    assert all(None not in row and None not in row.values() for row in found)
    assert not [cell for row in found for cell in row.values() if cell.startswith(("=", "+", "@"))]


@given(ledgers())
@settings(max_examples=12)
def test_any_ledger_has_whole_rows(ledger: Ledger) -> None:
    for row in rows(whole(to_cameo(ledger))):
        assert None not in row
        assert None not in row.values()
