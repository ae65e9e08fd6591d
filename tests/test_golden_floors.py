"""The golden set: claims that a reader found in original reports, against those that `read` finds. Floors only rise.

A change that lowers one must say so in its commit and lower it in `floors.json` by hand.
"""

import json
from pathlib import Path

import pytest

from benchmarks.claims import golden_score, read_golden
from benchmarks.gained_lost import GOLDEN_SNAPSHOT, ROOT, changed, lines
from benchmarks.golden import load
from benchmarks.scoring import Score
from counterclaim.records import Ledger

FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_golden(load())


@pytest.fixture(scope="module")
def golden(ledger: Ledger) -> Score:
    return golden_score(load(), ledger)


def test_every_golden_report_is_read(ledger: Ledger) -> None:
    assert not ledger.refused
    assert len(ledger.documents) == len(load())


@pytest.mark.parametrize("floor", [key for key in FLOORS if key.startswith("golden_")])
def test_claims_of_golden_reports(golden: Score, floor: str) -> None:
    reached = golden.figures()[floor.removeprefix("golden_")]
    assert reached >= FLOORS[floor], "\n".join([f"{floor} is {reached:.4f}, below {FLOORS[floor]}", *golden.listing()])


def test_the_snapshot_holds_the_claims_of_the_golden_reports(ledger: Ledger) -> None:
    before = (ROOT / GOLDEN_SNAPSHOT).read_text(encoding="utf-8").splitlines()
    difference = changed(before, lines(ledger))
    assert not difference, "\n".join(
        ["claims changed; if for the better: python -m benchmarks.gained_lost --write", *difference]
    )
