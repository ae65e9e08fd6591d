"""Sums of money: amount, bound and currency, one row a phrase. The texts were written for these tests."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims.money import find_sums
from counterclaim.records import Bound
from tests.claims.parsed import claim_at, claims_of, untied
from tests.strategies import REPORT_LIKE

# text, low, high, bound, currency, the phrase that states it
SUMS = [
    # signs and codes
    ("a deal worth $40 million", 40e6, 40e6, "exact", "USD", "$40 million"),
    ("a deal worth $40m", 40e6, 40e6, "exact", "USD", "$40m"),
    ("a deal worth US$1.2bn", 1.2e9, 1.2e9, "exact", "USD", "US$1.2bn"),
    ("a deal worth A$90 million", 90e6, 90e6, "exact", "AUD", "A$90 million"),
    ("a deal worth €1.2 billion", 1.2e9, 1.2e9, "exact", "EUR", "€1.2 billion"),
    ("a deal worth £300,000", 3e5, 3e5, "exact", "GBP", "£300,000"),
    ("a deal worth Rs 500 crore", 5e9, 5e9, "exact", "INR", "Rs 500 crore"),
    ("a deal worth ₴7 million", 7e6, 7e6, "exact", "UAH", "₴7 million"),
    ("a deal worth USD640 million", 640e6, 640e6, "exact", "USD", "USD640 million"),
    ("a deal worth NOK 400 million", 400e6, 400e6, "exact", "NOK", "NOK 400 million"),
    ("a deal worth 12 million CHF", 12e6, 12e6, "exact", "CHF", "12 million CHF"),
    # names
    ("it cost 40,000 dollars", 40e3, 40e3, "exact", "USD", "40,000 dollars"),
    ("it cost two million euros", 2e6, 2e6, "exact", "EUR", "two million euros"),
    ("it cost 2.5 trillion yen", 2.5e12, 2.5e12, "exact", "JPY", "2.5 trillion yen"),
    ("it cost 60 billion won", 60e9, 60e9, "exact", "KRW", "60 billion won"),
    ("it cost 3 billion Swedish kronor", 3e9, 3e9, "exact", "SEK", "3 billion Swedish kronor"),
    ("it cost 90 million Swiss francs", 90e6, 90e6, "exact", "CHF", "90 million Swiss francs"),
    ("it cost 100 million New Zealand dollars", 100e6, 100e6, "exact", "NZD", "100 million New Zealand dollars"),
    ("it cost 10,000 Sudanese pounds", 10e3, 10e3, "exact", "SDG", "10,000 Sudanese pounds"),
    ("it cost 10,000 pounds", 10e3, 10e3, "exact", "GBP", "10,000 pounds"),
    # words and plurals
    ("half a million dollars", 5e5, 5e5, "exact", "USD", "half a million dollars"),
    ("two and a half million dollars", 2.5e6, 2.5e6, "exact", "USD", "two and a half million dollars"),
    ("several million dollars", 2e6, None, "min", "USD", "several million dollars"),
    ("a few hundred euros", 200, None, "min", "EUR", "few hundred euros"),
    ("millions of euros", 2e6, None, "min", "EUR", "millions of euros"),
    ("tens of millions of dollars", 20e6, None, "min", "USD", "tens of millions of dollars"),
    ("hundreds of thousands of euros", 2e5, None, "min", "EUR", "hundreds of thousands of euros"),
    ("billions in roubles", 2e9, None, "min", "RUB", "billions in roubles"),
    # bounds
    ("worth up to £300m", None, 300e6, "max", "GBP", "up to £300m"),
    ("worth as much as $3bn", None, 3e9, "max", "USD", "as much as $3bn"),
    ("worth under $10 million", None, 10e6, "max", "USD", "under $10 million"),
    ("worth at least $5 million", 5e6, None, "min", "USD", "at least $5 million"),
    ("worth more than 3 billion yuan", 3e9, None, "min", "CNY", "more than 3 billion yuan"),
    ("worth $40 million or more", 40e6, None, "min", "USD", "$40 million or more"),
    ("worth $40 million or so", 40e6, 40e6, "approx", "USD", "$40 million or so"),
    ("worth some €7 billion", 7e9, 7e9, "approx", "EUR", "some €7 billion"),
    ("worth about 2 million rupees", 2e6, 2e6, "approx", "INR", "about 2 million rupees"),
    # ranges
    ("between $100 million and $150 million", 100e6, 150e6, "range", "USD", "between $100 million and $150 million"),
    ("between 100 and 150 million euros", 100e6, 150e6, "range", "EUR", "between 100 and 150 million euros"),
    ("$100-150 million", 100e6, 150e6, "range", "USD", "$100-150 million"),
    ("$2 to $3 billion", 2e9, 3e9, "range", "USD", "$2 to $3 billion"),
    # what stands beside it
    ("a $500 million package", 500e6, 500e6, "exact", "USD", "$500 million"),
    ("12 tanks and $40 million", 40e6, 40e6, "exact", "USD", "$40 million"),
    ("$40 million and six jets", 40e6, 40e6, "exact", "USD", "$40 million"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "bound", "currency", "phrase"), SUMS, ids=[row[0] for row in SUMS])
def test_one_sum(text: str, low: float | None, high: float | None, bound: str, currency: str, phrase: str) -> None:
    (found,) = find_sums(untied(text))
    value = found.value
    assert (value.low, value.high, value.bound, value.unit, value.text) == (low, high, bound, currency, phrase)
    assert value.span.of(text) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "five pounds of explosives",
        "the party won 40 seats",
        "40 million in aid",
        "half a million shells",
        "several million",
        "a dollar sign $ alone",
        "version $1.2.3",
        "40 new rifles",
        "$" + "9" * 400,
    ],
)
def test_no_sum(text: str) -> None:
    assert find_sums(untied(text)) == []


def test_two_sums_in_their_order() -> None:
    found = find_sums(untied("Malta paid €40 million and the other 60 million dollars"))
    assert [(s.value.low, s.value.unit) for s in found] == [(40e6, "EUR"), (60e6, "USD")]


# sentence, the word its event is shown at, the value's amount and currency
VALUES = [
    ("Norway sold 12 tanks to Latvia for €1.2 billion.", "sold", 1.2e9, "EUR"),
    ("Norway sold 12 tanks to Latvia in a deal worth £300m.", "sold", 300e6, "GBP"),
    ("Norway sold 40 rifles, valued at about 2 million rupees, to Latvia.", "sold", 2e6, "INR"),
    ("Norway approved a $500 million package of military aid to Latvia.", "aid", 500e6, "USD"),
    ("Norway gave Latvia $30m in military aid.", "gave", 30e6, "USD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "amount", "currency"), VALUES, ids=[row[0] for row in VALUES])
def test_the_value_of_an_event(text: str, trigger: str, amount: float, currency: str) -> None:
    value = claim_at(text, trigger).value
    assert value is not None
    assert (value.low, value.unit) == (amount, currency)


def test_a_quantity_never_holds_money() -> None:
    figures = [c.quantity for c in claims_of("Norway gave Latvia $30m in military aid.") if c.quantity]
    assert figures == []


def test_a_weight_is_no_value() -> None:
    assert [c.value for c in claims_of("Norway sold 40 pounds of explosives to Latvia.") if c.value] == []


_LIKELY = st.sampled_from(
    (
        "$ € £ us us$ usd a c usd5 40 1.5 2,400 100 150 1.2.3 million billion m bn crore dozen hundred tens thousands "
        "of in millions to and - – between half a several few some new zealand dollars euros pounds won francs swiss "
        "sudanese up as much at least more than or so about explosives tanks rs rupees"
    ).split()
)


@given(st.lists(_LIKELY | st.text(min_size=1, max_size=5), max_size=30).map(" ".join) | REPORT_LIKE)
def test_any_words(text: str) -> None:
    clause = untied(text)
    end = 0
    for found in find_sums(clause):
        value = found.value
        assert 0 <= found.first < found.end <= len(clause.words)
        assert value.text == value.span.of(text) != ""
        assert value.span.end <= clause.spans[found.end - 1].end
        assert end < found.end
        end = found.end
        assert value.unit
        sides = [side for side in (value.low, value.high) if side is not None]
        assert sides
        assert all(math.isfinite(side) and side >= 0 for side in sides)
        assert sides == sorted(sides)
        assert (value.low is None) == (value.bound is Bound.MAX)
        assert (value.high is None) == (value.bound is Bound.MIN)


@pytest.mark.parametrize(
    "phrase", ["$ 40 million", "40 to", "between 5 and", "usd5", "half a", "tens of", "million", "$"]
)
def test_time_grows_with_the_words_only(phrase: str) -> None:
    clause = untied(" ".join((phrase.split() * 5000)[:5000]))
    began = time.perf_counter()
    find_sums(clause)
    assert time.perf_counter() - began < 2
