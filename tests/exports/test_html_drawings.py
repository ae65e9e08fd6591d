"""The drawings: figures to scale, a strip of time, the network of actors; and the words beside them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.exports.html import to_html
from counterclaim.exports.html_figures import known
from counterclaim.exports.html_links import links, most_linked
from counterclaim.exports.html_svg import fitted, width_of
from counterclaim.exports.html_timeline import moments
from counterclaim.exports.html_view import View
from counterclaim.exports.wording import plain_figure
from counterclaim.records import Bound, Figure, Ledger, Status, Time
from tests.exports.samples import Page, collection, many
from tests.strategies import ANY_TEXT

LEDGER = collection()
NUMBERS = st.none() | st.floats() | st.integers(0, 10**7).map(float)
FIGURES = st.builds(
    Figure, NUMBERS, NUMBERS, st.sampled_from(Bound), st.none() | ANY_TEXT, st.none(), st.just(("c:0",))
)


def section(ledger: Ledger, key: str) -> str:
    [found] = [e for e in Page(to_html(ledger)).tags("section") if e.attributes.get("id") == key]
    return " ".join(found.text.split())


@pytest.mark.parametrize(
    ("low", "high", "bound", "words"),
    [
        (40, 40, Bound.EXACT, "40 tanks"),
        (2400, None, Bound.MIN, "2,400 or more tanks"),
        (None, 40, Bound.MAX, "up to 40 tanks"),
        (200, 400, Bound.RANGE, "200 to 400 tanks"),
        (40, 40, Bound.APPROX, "about 40 tanks"),
        (None, None, Bound.EXACT, "an unknown number of tanks"),
    ],
)
def test_figures_in_words(low: float | None, high: float | None, bound: Bound, words: str) -> None:
    assert plain_figure(Figure(low, high, bound, "tanks", None, ())) == words


def test_figures_are_drawn_with_their_voices() -> None:
    told = section(LEDGER, "figures")
    assert "Figures given: 40 tanks; 60 or more tanks" in told
    assert "40 tanks: Ada Berg in report 1 and report 3" in told
    assert "60 or more tanks: report 2 in its own voice" in told
    assert "1 with a single figure" in told


def test_a_larger_figure_stands_further_right() -> None:
    found = Page(to_html(LEDGER))
    dots = [float(e.attributes["cx"]) for e in found.tags("circle") if e.is_in("intervals")]
    assert len(dots) == 2
    assert dots[0] < dots[1]
    assert dots[0] - 12 == pytest.approx((dots[1] - 12) * 40 / 60, abs=0.2)


def test_figures_far_apart_go_by_powers_of_ten() -> None:
    [shared] = [p for p in LEDGER.propositions if p.figure_conflict]
    far = replace(shared, figures=(replace(shared.figures[0], low=3, high=3), replace(shared.figures[1], low=9e6)))
    assert "on a scale by powers of ten" in section(replace(LEDGER, propositions=(far,)), "figures")


def test_of_many_figures_a_drawing_shows_some_from_the_first_to_the_last() -> None:
    told = section(many(100), "figures")
    assert "8 of 100 figures." in told
    assert "Figures given: 1 tanks;" in told
    assert "100 tanks" in told


@given(st.lists(FIGURES, max_size=12))
def test_any_figures_are_drawn_inside_the_picture(figures: list[Figure]) -> None:
    [shared] = [p for p in LEDGER.propositions if p.figure_conflict]
    held = tuple(replace(figure, claims=shared.claims) for figure in figures)
    found = Page(to_html(replace(LEDGER, propositions=(replace(shared, figures=held),))))
    for element in found.elements:
        if element.is_in("intervals") and "cx" in element.attributes:
            assert 0 <= float(element.attributes["cx"]) <= 320
    drawn = [e for e in found.all("label") if e.is_in("intervals")]
    assert len(drawn) <= sum(map(known, held))


def test_the_timeline_is_in_order_with_its_sources() -> None:
    told = section(LEDGER, "timeline")
    assert told.index("Mar 2030 Norland sold tanks".replace(" N", "N")) < told.index("2031Meridia imposed")
    assert "Ada Berg in report 1 and report 3" in told


def dated(start: str | None, end: str | None) -> Ledger:
    time = Time(start, end, "then", LEDGER.claims[0].trigger.span, "stated")
    return replace(LEDGER, claims=tuple(replace(c, time=time) for c in LEDGER.claims))


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2031-03-05", "2031-03-05", "5 Mar 2031"),
        ("2031-03-01", "2031-03-31", "Mar 2031"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2030-01-01", "2031-12-31", "2030 to 2031"),
        ("2031-03-02", "2031-03-09", "2–9 Mar 2031"),
        ("2031-03-02", "2031-04-01", "2 Mar 2031 to 1 Apr 2031"),
        ("2031-03-02", None, "from 2 Mar 2031"),
        (None, "2031-03-02", "until 2 Mar 2031"),
        ("0001-01-01", "9999-12-31", "1 to 9999"),
        ("9999-12-31", "2031-01-01", "31 Dec 9999"),
    ],
)
def test_times_in_words(start: str | None, end: str | None, shown: str) -> None:
    found = Page(to_html(dated(start, end)))
    assert {e.text for e in found.all("when")} == {shown}


@pytest.mark.parametrize(("start", "end"), [(None, None), ("soon", "2031-13-40")])
def test_what_has_no_date_has_no_timeline(start: str | None, end: str | None) -> None:
    assert moments(View(dated(start, end))) == []
    assert 'id="timeline"' not in to_html(dated(start, end))


def test_an_early_date_does_not_press_the_rest_together() -> None:
    days = [f"2031-01-{day:02}" for day in range(1, len(LEDGER.claims))] + ["1950-01-01"]
    claims = tuple(
        replace(c, time=Time(day, day, "then", c.trigger.span, "stated")) for c, day in zip(LEDGER.claims, days)
    )
    found = Page(to_html(replace(LEDGER, claims=claims)))
    early = [e for e in found.all("label") if e.is_in("strip") and e.text.startswith("1950 #")]
    assert [float(e.attributes["x"]) < 40 for e in early] == [True, True]


def test_of_many_dates_the_biggest_propositions_are_listed_first() -> None:
    whole = many(30)
    time = Time("2030-01-01", None, "then", whole.claims[0].trigger.span, "stated")
    found = Page(to_html(replace(whole, claims=tuple(replace(c, time=time) for c in whole.claims))))
    listed = [e for e in found.tags("li") if e.is_in("moments") and all(above.tag != "details" for above in e.above)]
    assert len(listed) == 12
    assert "#1" in listed[0].text


def test_the_network_says_who_does_what_to_whom() -> None:
    found = {(link.actor, link.verb, link.other): link.sure for link in links(View(LEDGER))}
    assert found == {
        ("Norland", "sells to", "Ostria"): "disputed",
        ("Meridia", "sanctions", "Norland"): "affirmed",
        ("Ostria", "attacks", "Meridia"): "affirmed",
        ("Meridia", "attacks", "a port"): "denied",
        ("A third country", "funds", "Ostria"): "affirmed",
    }


def test_links_have_a_dash_and_words_for_how_sure_they_are() -> None:
    found = Page(to_html(LEDGER))
    looks = {e.text: e.classes for e in found.tags("text") if "on" in e.classes and e.is_in("broad")}
    assert "disputed" in looks["sells to (disputed)"]
    assert "denied" in looks["attacks (denied)"]
    assert {"affirmed", "sure"} & looks["sanctions"] == {"sure"}


def test_hedged_links_are_hedged() -> None:
    hedged = tuple(replace(p, status=Status.HEDGED_ONLY) for p in LEDGER.propositions)
    assert {link.sure for link in links(View(replace(LEDGER, propositions=hedged)))} == {"hedged"}


def test_the_table_holds_the_links_with_their_claims() -> None:
    told = section(LEDGER, "network")
    assert re.search(r"Norland ?sells to ?Ostria ?disputed ?3 ?1\.1 3\.1 2\.1 2\.2", told)


def test_the_network_keeps_to_its_bound() -> None:
    found = links(View(many(100)))
    drawn = most_linked(found, 30)
    assert len({name for link in drawn for name in (link.actor, link.other)}) <= 30
    assert any({link.actor, link.other} == {"Norland", "Ostria"} for link in found)


@given(ANY_TEXT, st.floats(0, 300))
def test_text_is_cut_to_fit(text: str, most: float) -> None:
    kept = fitted(text, 13, most)
    assert width_of(kept, 13) <= max(most, width_of("…", 13))


def test_what_is_left_out_is_said() -> None:
    whole = many(105)
    time = Time("2030-01-01", None, "then", whole.claims[0].trigger.span, "stated")
    ledger = replace(whole, claims=tuple(replace(c, time=time) for c in whole.claims))
    assert "200 of 211 are shown here" in section(ledger, "timeline")
