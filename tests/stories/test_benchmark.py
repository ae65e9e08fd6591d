"""The measures of `benchmarks.clustering`, on stories that can be counted by hand."""

import pytest

from benchmarks.clustering import Item, baseline, bcubed, measure
from tests.stories.samples import ALL, PLANT, SHIP, ids


def test_bcubed_by_hand() -> None:
    # Of four documents a, a, b, b three are found together: precision (2/3+2/3+1/3+1)/4, recall (1+1+1/2+1/2)/4.
    precision, recall, f1 = bcubed(["a", "a", "b", "b"], ["x", "x", "x", "y"])
    assert precision == pytest.approx(2 / 3)
    assert recall == 0.75
    assert f1 == pytest.approx(12 / 17)
    assert bcubed([], []) == (0.0, 0.0, 0.0)


_GOLD = dict.fromkeys(ids(*SHIP), "ship") | dict.fromkeys(ids(*PLANT), "plant")
_ITEMS = [Item(document, sentences, _GOLD.get(document.id, "other")) for document, sentences in ALL]


def test_all_figures_are_there() -> None:
    values = measure(_ITEMS)
    assert values["bcubed_f1"] == values["stream_f1"] == values["undated_f1"] == 1
    assert values["stories"] == values["gold_stories"] == 3


def test_a_low_threshold_puts_everything_together_and_a_high_one_nothing() -> None:
    assert len(set(baseline(_ITEMS, -1.0))) == 1
    assert len(set(baseline(_ITEMS, 1.1))) == len(_ITEMS)
