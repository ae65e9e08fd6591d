"""The spread of figures, and which of them cannot both hold."""

import pytest

from counterclaim.alignment.align import align
from counterclaim.alignment.figures import bounds, unit_key
from counterclaim.records import Bound, Quantity
from tests.alignment.told import days, figure, ledger, said


def conflict(one: Quantity, other: Quantity, event: str = "transfer/order", **more: object) -> bool:
    """Whether two reports' figures of one event conflict."""
    roles = {"supplier": "Orava", "recipient": "Norland", "item": "drones"}
    if event.startswith("coercion"):
        roles = {"agent": "Orava", "person": "villagers", "place": "Lumen"}
    told = [said(d, event, quantity=q, **roles) for d, q in (("a", one), ("b", other))]  # type: ignore[arg-type]
    (found,) = align(ledger(*told, **more))  # type: ignore[arg-type]
    return found.figure_conflict


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure(900, Bound.MIN), figure(900, Bound.APPROX), False),
        (figure(900, Bound.MIN), figure(1000), False),
        (figure(900, Bound.MIN), figure(800), True),
        (figure(900, Bound.APPROX), figure(950), False),
        (figure(900, Bound.APPROX), figure(1100), True),
        (figure(900), figure(900), False),
        (figure(900), figure(901), True),
        (figure(None, Bound.MAX, high=500), figure(600), True),
        (figure(10, Bound.RANGE, high=20), figure(15), False),
        (figure(10, Bound.RANGE, high=20), figure(25), True),
        (figure(900), figure(40, unit="missiles"), False),
        (figure(900, unit="UAVs"), figure(40, unit="drones"), True),
        (figure(900, unit=None), figure(40, unit="drones"), False),
    ],
)
def test_two_figures_of_one_order(one: Quantity, other: Quantity, expected: bool) -> None:
    assert conflict(one, other) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("2024-03-01", "2024-03-02", False), ("2024-03-01", "2024-03-01", True), ("2024-03-02", "2024-03-01", True)],
)
def test_a_toll_may_grow_but_not_shrink(first: str, second: str, expected: bool) -> None:
    few, more = figure(12, unit="people"), figure(19, unit="people")
    assert conflict(few, more, "coercion/death", published={"a": first, "b": second}) is expected


def test_an_order_does_not_grow() -> None:
    assert conflict(figure(12), figure(19), published={"a": "2024-03-01", "b": "2024-03-02"})


def test_two_figures_of_one_origin_are_a_part_and_its_whole() -> None:
    roles = {"supplier": "Orava", "recipient": "Norland", "item": "drones"}
    told = [said(d, "transfer/order", by="Ada Brun", quantity=figure(n), **roles) for d, n in (("a", 9), ("b", 4))]  # type: ignore[arg-type]
    (found,) = align(ledger(*told))
    assert [f.low for f in found.figures] == [4, 9]
    assert not found.figure_conflict


def test_figures_of_different_times_may_both_hold() -> None:
    roles = {"supplier": "Orava", "recipient": "Norland", "item": "drones"}
    told = [
        said("a", "transfer/order", quantity=figure(9), time=days("2024-03-01", "2024-03-31"), **roles),  # type: ignore[arg-type]
        said("b", "transfer/order", quantity=figure(4), time=days("2024-03-04"), **roles),  # type: ignore[arg-type]
    ]
    (found,) = align(ledger(*told))
    assert not found.figure_conflict


def test_the_same_figure_stands_once_with_its_claims() -> None:
    roles = {"supplier": "Orava", "recipient": "Norland", "item": "drones"}
    told = [said(d, "transfer/order", quantity=figure(9), **roles) for d in "ab"]  # type: ignore[arg-type]
    (found,) = align(ledger(*told))
    assert [set(f.claims) for f in found.figures] == [{c.id for c in told}]


def test_an_interval_is_never_upside_down() -> None:
    for bound in Bound:
        low, high = bounds(5, 5, bound)
        assert low <= 5 <= high


def test_units_under_other_names() -> None:
    assert unit_key("attack drones") == unit_key("UAVs") == "drone"
    assert unit_key("civilians") == unit_key("people")
    assert unit_key("USD") != unit_key("EUR")
    assert unit_key(None) == ""
