"""How many, with the bound that the text gives. The texts were written for these tests."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims.clause import Clause
from counterclaim.claims.quantities import bound_after, bound_before, quantity_of, read_figures, value_of
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Bound, Name, Parse, Sentence, Span
from counterclaim.text.words import words
from tests.claims.parsed import claim_at, tree, untied

# what Norway sold, low, high, bound, unit, the phrase that says how many
SOLD = [
    ("40 tanks", 40, 40, "exact", "tanks", "40"),
    ("two hundred and fifty tanks", 250, 250, "exact", "tanks", "two hundred and fifty"),
    ("1.5 million shells", 1.5e6, 1.5e6, "exact", "shells", "1.5 million"),
    ("half a million shells", 5e5, 5e5, "exact", "shells", "half a million"),
    ("two and a half million shells", 2.5e6, 2.5e6, "exact", "shells", "two and a half million"),
    ("a batch of 40 tanks", 40, 40, "exact", "tanks", "40"),
    ("30,000 rounds of ammunition", 30e3, 30e3, "exact", "ammunition", "30,000"),
    # pairs and dozens
    ("a pair of frigates", 2, 2, "exact", "frigates", "pair"),
    ("two pairs of frigates", 4, 4, "exact", "frigates", "two pairs"),
    ("a dozen frigates", 12, 12, "exact", "frigates", "dozen"),
    ("a dozen of the frigates", 12, 12, "exact", "frigates", "dozen"),
    ("two dozen tanks", 24, 24, "exact", "tanks", "two dozen"),
    # ranges
    ("between 100 and 150 tanks", 100, 150, "range", "tanks", "between 100 and 150"),
    ("100 to 150 tanks", 100, 150, "range", "tanks", "100 to 150"),
    ("20-30 tanks", 20, 30, "range", "tanks", "20-30"),
    ("two to three million shells", 2e6, 3e6, "range", "shells", "two to three million"),
    # plurals have a floor
    ("dozens of tanks", 24, None, "min", "tanks", "dozens"),
    ("hundreds of rifles", 200, None, "min", "rifles", "hundreds"),
    ("several hundred rifles", 200, None, "min", "rifles", "several hundred"),
    ("a few dozen rifles", 24, None, "min", "rifles", "few dozen"),
    ("tens of thousands of shells", 20e3, None, "min", "shells", "tens of thousands"),
    ("tens of millions of shells", 20e6, None, "min", "shells", "tens of millions"),
    # bounds
    ("at least 40 tanks", 40, None, "min", "tanks", "at least 40"),
    ("no fewer than 40 tanks", 40, None, "min", "tanks", "no fewer than 40"),
    ("more than two dozen tanks", 24, None, "min", "tanks", "more than two dozen"),
    ("40 or more tanks", 40, None, "min", "tanks", "40 or more"),
    ("40 tanks or more", 40, None, "min", "tanks", "40 tanks or more"),
    ("up to 40 tanks", None, 40, "max", "tanks", "up to 40"),
    ("as many as 40 tanks", None, 40, "max", "tanks", "as many as 40"),
    ("fewer than 40 tanks", None, 40, "max", "tanks", "fewer than 40"),
    ("about 40 tanks", 40, 40, "approx", "tanks", "about 40"),
    ("nearly 40 tanks", 40, 40, "approx", "tanks", "nearly 40"),
    ("40 or so tanks", 40, 40, "approx", "tanks", "40 or so"),
]  # fmt: skip


@pytest.mark.parametrize(("goods", "low", "high", "bound", "unit", "phrase"), SOLD, ids=[row[0] for row in SOLD])
def test_goods(goods: str, low: float | None, high: float | None, bound: str, unit: str, phrase: str) -> None:
    quantity = claim_at(f"Norway sold {goods} to Latvia.", "sold").quantity
    assert quantity is not None
    found = (quantity.low, quantity.high, quantity.bound, quantity.unit, quantity.text)
    assert found == (low, high, bound, unit, phrase)


@pytest.mark.parametrize("goods", ["tanks", "the F-16 jet", "a third batch of tanks", "half of the tanks"])
def test_no_figure(goods: str) -> None:
    assert claim_at(f"Norway sold {goods} to Latvia.", "sold").quantity is None


def test_some_of_a_number_are_counted_by_themselves() -> None:
    quantity = claim_at("Norway delivered eleven of the 40 tanks to Latvia.", "delivered").quantity
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.unit) == (11, 11, "tanks")


def test_of_which_two() -> None:
    clause = tree(
        "Norway/PROPN/ordered/nsubj ordered/VERB/-/root 12/NUM/jets/nummod jets/NOUN/ordered/obj of/ADP/which/case "
        "which/PRON/delivered/obl two/NUM/delivered/nsubj:pass were/AUX/delivered/aux:pass "
        "delivered/VERB/jets/acl:relcl"
    )
    quantity = quantity_of(clause, clause.words.index("two"))
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.unit, quantity.text) == (2, 2, None, "two")


def test_a_figure_alone_takes_its_scale_words_and_bound_along() -> None:
    clause = tree(
        "It/PRON/sold/nsubj sold/VERB/-/root at/ADP/least/case least/ADJ/million/advmod two/NUM/million/compound "
        "million/NUM/sold/obj"
    )
    quantity = quantity_of(clause, clause.words.index("million"))
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.text) == (2e6, None, "at least two million")


def test_a_lone_figure_that_may_be_a_year_is_none() -> None:
    clause = tree("It/PRON/fell/nsubj fell/VERB/-/root in/ADP/2014/case 2014/NUM/fell/obl")
    assert quantity_of(clause, 3) is None


def test_a_price_before_a_figure_is_no_part_of_it() -> None:
    quantity = claim_at("Norway sold 12 tanks to Latvia for $40 million and six jets to Chad.", "jets").quantity
    assert quantity is not None
    assert quantity.low == 6


# words of a figure, low, high, bound
FIGURES = [
    ("40", 40, 40, "exact"),
    ("2,400", 2400, 2400, "exact"),
    ("1,00,000", 1e5, 1e5, "exact"),
    ("10 000", 10e3, 10e3, "exact"),
    ("two hundred", 200, 200, "exact"),
    ("three hundred thousand", 3e5, 3e5, "exact"),
    ("one million two hundred thousand", 1.2e6, 1.2e6, "exact"),
    ("twenty - five", 25, 25, "exact"),
    ("five lakh", 5e5, 5e5, "exact"),
    ("two score", 40, 40, "exact"),
    ("ten or twelve", 10, 12, "range"),
    ("10 and 12", 10, 12, "range"),
    ("between ten and twelve", 10, 12, "range"),
    ("two hundred and fifty", 250, 250, "exact"),
    ("many thousand", 2000, 2000, "min"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "bound"), FIGURES, ids=[row[0] for row in FIGURES])
def test_a_figure_by_itself(text: str, low: float, high: float, bound: str) -> None:
    found = read_figures(text.split())
    assert found is not None
    assert found[:3] == (low, high, bound)


@pytest.mark.parametrize(
    "text", ["", "half", "and", "a", "tanks", "40 tanks", "several", "1.2.3", "40 5", "12 and 10", "9" * 400]
)
def test_no_figure_by_itself(text: str) -> None:
    assert read_figures(text.split()) is None


@pytest.mark.parametrize(
    ("before", "bound", "length"),
    [
        ("sold more than", "min", 2),
        ("sold well over", "min", 2),
        ("sold just under", "approx", 2),
        ("sold no more than", "max", 3),
        ("sold no less than", "min", 3),
        ("sold", "exact", 0),
        ("handsome", "exact", 0),
    ],
)
def test_the_longest_bound_before_a_figure(before: str, bound: str, length: int) -> None:
    assert bound_before(before.split()) == (bound, length)


@pytest.mark.parametrize(
    ("after", "bound", "length"),
    [("or more", "min", 2), ("or fewer", "max", 2), ("or so", "approx", 2), ("or mortars", None, 0), ("", None, 0)],
)
def test_the_bound_after_a_figure(after: str, bound: str | None, length: int) -> None:
    assert bound_after(after.split()) == (bound, length)


_LIKELY = st.sampled_from(
    (
        "40 1.5 2,400 100 150 1.2.3 one two nineteen fifty half hundred thousand million dozen dozens pairs score "
        "tens thousands several few some many to and or - – between of a the at least more than up so odd + $ jets"
    ).split()
)
_RELATIONS = st.sampled_from(["nummod", "nmod", "case", "obj", "compound", "dep"])


@st.composite
def _clauses(draw: st.DrawFn) -> Clause:
    """Likely words in any tree in which every head stands after its word, or every head before it."""
    text = " ".join(draw(st.lists(_LIKELY | st.text(min_size=1, max_size=4), max_size=20)))
    spans = tuple(words(text))
    size = len(spans)
    backward = draw(st.booleans())
    heads = [draw(st.integers(i + 1, size - 1)) if i + 1 < size else -1 for i in range(size)]
    if backward:
        heads = [draw(st.integers(0, i - 1)) if i else -1 for i in range(size)]
    upos = tuple(draw(st.sampled_from(["NUM", "NOUN", "ADP", "SYM"])) for _ in spans)
    names = []
    if size and draw(st.booleans()):
        first = draw(st.integers(0, size - 1))
        names = [Name(draw(st.sampled_from(["MONEY", "WEAPON"])), first, draw(st.integers(first + 1, size)))]
    deprels = tuple(draw(_RELATIONS) for _ in spans)
    sentence = Sentence(Span(0, len(text)), spans)
    return Clause(text, Parse(sentence, upos, upos, tuple(heads), deprels, (), tuple(names)), lexicon())


@given(_clauses())
def test_any_words_in_any_tree(clause: Clause) -> None:
    for word in range(len(clause.words)):
        found = quantity_of(clause, word)
        if found is None:
            continue
        assert found.text == found.span.of(clause.text) != ""
        sides = [side for side in (found.low, found.high) if side is not None]
        assert sides
        assert all(math.isfinite(side) and side >= 0 for side in sides)
        assert sides == sorted(sides)
        assert (found.low is None) == (found.bound is Bound.MAX)
        assert (found.high is None) == (found.bound is Bound.MIN)


@given(st.lists(_LIKELY | st.text(max_size=4), max_size=20))
def test_any_figure(row: list[str]) -> None:
    value = value_of(row)
    assert value is None or (math.isfinite(value) and value >= 0)
    figures = read_figures(row)
    if figures is not None:
        low, high, bound, used = figures
        assert low <= high
        assert (low < high) == (bound is Bound.RANGE)
        assert used <= len(row)


@pytest.mark.parametrize(
    "phrase", ["40 tanks", "40 to", "two and a half", "hundred", "dozens of", "more than 5", "between"]
)
def test_time_grows_with_the_words_only(phrase: str) -> None:
    clause = untied(" ".join((phrase.split() * 5000)[:5000]))
    began = time.perf_counter()
    for word in range(len(clause.words)):
        quantity_of(clause, word)
    assert time.perf_counter() - began < 5


def test_a_long_row_of_numbers_before_one_noun() -> None:
    text = " ".join(["5", "and"] * 2500 + ["tanks"])
    spans = tuple(words(text))
    size = len(spans)
    upos = ("NUM",) * (size - 1) + ("NOUN",)
    heads, deprels = (size - 1,) * (size - 1) + (-1,), ("nummod",) * (size - 1) + ("root",)
    parse = Parse(Sentence(Span(0, len(text)), spans), upos, upos, heads, deprels, (), (Name("MONEY", 0, size - 1),))
    clause = Clause(text, parse, lexicon())
    began = time.perf_counter()
    quantity_of(clause, size - 1)
    assert time.perf_counter() - began < 2
