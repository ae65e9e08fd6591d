"""The words that all views share."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.exports.wording import figure, listed, reckoned, role_name, short_ids, verdict, when
from counterclaim.records import Bound, Factuality, Quantity, Span, Time
from tests.exports.samples import claim_at, document_of


@pytest.mark.parametrize(
    ("low", "high", "bound", "unit", "shown"),
    [
        (40, 40, Bound.EXACT, "tanks", "40 tanks"),
        (2400, None, Bound.MIN, "drones", "≥ 2,400 drones"),
        (None, 300, Bound.MAX, None, "≤ 300"),
        (200, 400, Bound.RANGE, "shells", "200 to 400 shells"),
        (40, 40, Bound.APPROX, "tanks", "about 40 tanks"),
        (35, 45, Bound.APPROX, None, "about 35 to 45"),
        (24, None, Bound.APPROX, "guns", "about ≥ 24 guns"),
        (2.5, 2.5, Bound.EXACT, "tonnes", "2.5 tonnes"),
        (4e6, 4e6, Bound.EXACT, "USD", "4,000,000 USD"),
        (1e300, None, Bound.MIN, None, "≥ 1e+300"),
        (None, None, Bound.EXACT, "tanks", "? tanks"),
        (0, 0, Bound.EXACT, "tanks", "0 tanks"),
    ],
)
def test_figures(low: float | None, high: float | None, bound: Bound, unit: str | None, shown: str) -> None:
    assert figure(Quantity(low, high, bound, unit, "as written", Span(0, 1))) == shown


@pytest.mark.parametrize(
    ("start", "end", "anchor", "days", "how"),
    [
        ("2023-05-09", "2023-05-09", "stated", "2023-05-09", "as stated"),
        ("2023-05-01", "2023-05-07", "published", "2023-05-01 to 2023-05-07", "counted from the publication date"),
        ("2023-05-01", None, "inferred", "from 2023-05-01", "inferred"),
        (None, "2023-05-01", "stated", "until 2023-05-01", "as stated"),
        (None, None, None, "", "not resolved"),
    ],
)
def test_times(start: str | None, end: str | None, anchor: str | None, days: str, how: str) -> None:
    time = Time(start, end, "last week", Span(0, 9), anchor)
    assert (when(time), reckoned(time)) == (days, how)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_in_a_sentence(parts: list[str], shown: str) -> None:
    assert listed(parts) == shown


def test_roles_are_words() -> None:
    assert role_name("to_place") == "to place"


@given(st.integers(0, 40))
def test_short_ids_name_one_claim_each(number: int) -> None:
    document = document_of("Norway sold 40 tanks to Latvia and Malta.")
    claims = [claim_at(document, (7, 11), (0, 30), rule=f"transfer/{i}") for i in range(number)]
    ids = short_ids(claims)
    assert len(set(ids.values())) == number
    for claim in claims:
        begun = [c for c in claims if c.id.removeprefix("c:").startswith(ids[claim.id])]
        assert begun == [claim]
        assert len(ids[claim.id]) >= 4


@pytest.mark.parametrize(
    ("frame", "stage", "factuality", "shown"),
    [
        ("statement", "assert", Factuality.NOT_CERTAIN, "says"),  # "that the ship had never carried oil"
        ("statement", "assert", Factuality.NOT_PROBABLE, "says probably"),
        ("statement", "deny", Factuality.NOT_CERTAIN, "denies"),
        ("transfer", "sale", Factuality.NOT_CERTAIN, "denies"),
        ("statement", "assert", Factuality.UNDERSPECIFIED, "leaves open"),
    ],
)
def test_a_remark_with_a_not_in_it_is_no_denial(frame: str, stage: str, factuality: Factuality, shown: str) -> None:
    report = document_of("Norway sold tanks.")
    claim = replace(claim_at(report, (7, 11), (0, 17)), frame=frame, stage=stage, factuality=factuality)
    assert verdict(claim) == shown
