"""Golden pairs: quotes are found in the raw text, and every slip is named with file, claim and what to do."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.golden import GoldenError, check, find, load, to_jsonl

TEXT = "OSLO, 4 June 2031 -\nNorway  sold 40\ntanks to Latvia, the minister said. Norway sold 40 tanks to Latvia."
GOOD = """
style: agency
published: 2031-06-04
title: null
credits: []
claims:
  - quote: Norway sold 40 tanks to Latvia
    nth: 1
    trigger: sold
    frame: transfer
    stage: [sale, delivery]
    roles: {supplier: [Norway, Oslo], recipient: [Latvia], item: [tanks]}
    source: [the minister]
    factuality: CT+
    quantity: {low: 40, bound: exact}
    value: {high: 5000000, bound: max, unit: EUR}
    time: [2031-06-01, null]
"""


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_bytes(TEXT.encode())
    return tmp_path / "one.yaml"


def faults(pair: Path, table: str) -> str:
    pair.write_text(table, encoding="utf-8")
    return "\n".join(check(pair)[1])


def test_a_quote_across_broken_lines_is_found_at_its_characters(pair: Path) -> None:
    pair.write_text(GOOD, encoding="utf-8")
    (report,) = load(pair.parent)
    (claim,) = report.claims
    assert claim.span.of(report.text) == "Norway  sold 40\ntanks to Latvia"
    assert (claim.id, claim.document, claim.stage) == ("one#1", "one", ("sale", "delivery"))
    assert claim.time == ("2031-06-01", None)
    assert claim.quantity is not None
    assert claim.quantity.high == 40, "an exact figure has both sides"
    assert claim.value is not None
    assert (claim.value.low, claim.value.high, claim.value.unit) == (None, 5_000_000, "EUR")
    assert report.published == "2031-06-04"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("quote: Norway sold", "quote: Norway bought", "the quote does not occur"),
        ("    nth: 1\n", "", "occurs 2 times; say which with `nth`"),
        ("nth: 1", "nth: 3", "`nth` is 3, but the quote occurs 2 times"),
        ("trigger: sold", "trigger: said", "trigger 'said' is not in the quote"),
        ("trigger: sold", "trigger: on", "put words like yes, no, on"),
        ("frame: transfer", "frame: gift", "no frame 'gift'"),
        ("[sale, delivery]", "[theft]", "transfer has no stage 'theft'"),
        ("frame: transfer", "frame: statement", "statement has no stage 'sale'"),
        ("supplier:", "seller:", "transfer has no role 'seller'"),
        ("[tanks]", "[155]", "role 'item' must list names as text"),
        ("factuality: CT+", "factuality: certain", "`factuality` is 'certain'"),
        ("    source: [the minister]\n", "", "no key `source`"),
        ("source:", "sources:", "unknown key `sources`"),
        ("{low: 40, bound: exact}", "{low: 40}", "the bound of `quantity` is None"),
        ("{low: 40, bound: exact}", "{low: 40, bound: range}", "needs low and high"),
        ("{low: 40, bound: exact}", "{low: 40, high: 9, bound: range}", "low above high"),
        ("{low: 40, bound: exact}", "{low: 40, high: 50, bound: min}", "one side only"),
        ("unit: EUR", "unit: euros", "three capitals"),
        ("[2031-06-01, null]", "[2031-06-09, 2031-06-01]", "ends (2031-06-01) before it begins"),
        ("[2031-06-01, null]", "[June 2031, null]", "YYYY-MM-DD"),
        ("published: 2031-06-04", "published: 4 June", "YYYY-MM-DD"),
        ("title: null", "title: Norway sells tanks", "`title` does not occur"),
        ("style: agency\n", "", "no key `style`"),
    ],
)
def test_a_slip_is_named_with_its_file(pair: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    said = faults(pair, GOOD.replace(old, new, 1))
    assert expected in said
    assert said.startswith("one.yaml")


def test_a_claim_given_twice_is_named(pair: Path) -> None:
    once = GOOD.split("claims:\n")[1]
    assert "stands 2 times" in faults(pair, GOOD + once)


def test_a_damaged_table_and_a_lone_text_are_named(pair: Path) -> None:
    assert "cannot be read" in faults(pair, "claims: [")
    assert "a list `claims`" in faults(pair, "claims: none")
    (pair.parent / "alone.txt").write_text("x", encoding="utf-8")
    with pytest.raises(GoldenError, match=r"no alone\.yaml"):
        load(pair.parent)


def test_gold_lines_have_the_keys_of_the_seeds_gold(pair: Path) -> None:
    pair.write_text(GOOD, encoding="utf-8")
    row = json.loads(to_jsonl(load(pair.parent)[0].claims))
    expected = "id document span frame stage roles source factuality quantity time proposition optional note".split()
    assert set(expected) <= row.keys()
    assert row["span"] == [20, 51]
    assert row["time"] == ["2031-06-01", None]
    assert row["quantity"]["low"] == 40


def test_the_command_says_what_is_wrong_and_exits_1(pair: Path) -> None:
    pair.write_text(GOOD.replace("nth: 1", "nth: 7"), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.golden", "--check", str(pair)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "one.yaml, claim 1 (“Norway sold 40 tanks to Latvia”): `nth` is 7" in done.stdout


def test_the_golden_reports_are_well_formed() -> None:
    reports = load()
    assert all(any(not c.optional for c in r.claims) for r in reports), "each report has a required claim"


def test_the_one_figure_of_an_upper_bound_is_its_high_side(pair: Path) -> None:
    pair.write_text(GOOD.replace("{low: 40, bound: exact}", "{low: 40, bound: max}"), encoding="utf-8")
    quantity = load(pair.parent)[0].claims[0].quantity
    assert quantity is not None
    assert (quantity.low, quantity.high) == (None, 40)


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_whatever_stands_in_a_text_is_found_there(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    found = find(quote, text)
    assert bool(found) == bool(quote.split())
    assert all(span.of(text).split() == quote.split() for span in found)
