"""The section on registers: checks, hits, possibles and regimes, linked both ways, and harmless whatever they hold."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from counterclaim.exports.html import to_html
from counterclaim.records import Feature, InForce, Ledger, Outcome, Span, Verdict
from tests.exports.register_samples import CANADA, HIT, POSSIBLE, hit, regime, registered
from tests.exports.samples import Element, Page, collection
from tests.exports.test_html import HOSTILE, is_safe, resolves

WHOLE = Page(to_html(registered()))
# What is an id here, or is held by the records to one of a few words.
KEPT = {"proposition", "entity", "claims", "bound"}


def spoilt(ledger: Ledger, text: str) -> Ledger:
    """The ledger with a text for every text that registers and regimes bring."""

    def changed(value: Any) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            held = {f.name: getattr(value, f.name) for f in fields(value)}
            return replace(value, **{name: changed(v) for name, v in held.items() if name not in KEPT})
        if isinstance(value, tuple) and not isinstance(value, Span):
            return tuple(changed(v) for v in value)
        return text if type(value) is str else value

    return replace(
        ledger,
        registers=changed(ledger.registers),
        hits=changed(ledger.hits),
        register_checks=changed(ledger.register_checks),
        regimes=changed(ledger.regimes),
    )


def words(element: Element) -> str:
    return " ".join(element.text.replace("\u00a0", " ").split())


def section(found: Page) -> Element:
    return next(e for e in found.elements if e.attributes.get("id") == "registers")


def by_id(found: Page, name: str) -> Element:
    return next(e for e in found.elements if e.attributes.get("id") == name)


def test_the_section_stands_after_the_lists_and_is_in_the_navigation() -> None:
    order = [e.attributes["id"] for e in WHOLE.elements if e.tag == "section" and e.attributes.get("id")]
    assert order.index("list-single") < order.index("registers") < order.index("matrix")
    assert any(e.text == "What registers say" and e.attributes["href"] == "#registers" for e in WHOLE.tags("a"))


@pytest.mark.parametrize(
    "part",
    [
        "Held against Canada’s list (version with listings up to 2033-01-15; entries: 5,120) and the UK list",
        "It does not show that a report is right.",
        "Canada’s list (version with listings up to 2033-01-15): 3 of 6 named targets listed on 2031-04-28, 1 listed",
        "1 listed earlier on 2030-11-29, 1 possible, not a match, 1 not found. the list is newer than the claim",
        "9 individuals stated; the list has 9 persons dated 2031-04-28: fits. nine against nine",
        "Tor Valelisted 2031-04-28, as “VALE, Tor” (entry CA-8) score 0.97",
        "the Karsk prisonlisted 2031-04-28, as “Karsk Prison No. 2” (entry CA-3)",
        "Norland Airworkslisted earlier 2030-11-29, as “Norland Airworks Industries” (entry CA-4)",
        "Pia Ossnot found",
        "Bo Lundpossible, not a match “LUNDE, Bo” (entry CA-77), 2031-04-28 score 0.71",
        "A listing from 2031-04-18 to 2031-06-08 fits the claims (counted from the publication date).",
        "on the UK list since 2032-09-10 as “BRANDT, Odo” (entry NOR0221), later than the report of 2031-05-09",
        "in force for this transfer It binds the recipient.",
        "cannot tell Missing: date; kind of item. It binds the recipient.",
        "S/RES/9001 (2030), paragraph 5; S/RES/9012 (2031), paragraph 2",
        "https://www.example.org/9001; Official Journal, 2030",
    ],
)
def test_what_the_section_says(part: str) -> None:
    assert part in words(section(WHOLE))


def test_a_score_is_a_sum_that_can_be_recounted() -> None:
    table = next(e for e in WHOLE.all("sum") if "BRANDT" in e.text)
    assert "+0.55Brandt" in table.text
    assert "title on one side only-0.03General" in table.text
    assert table.text.endswith("score0.97")
    assert all(above.tag != "details" or "open" not in above.attributes for above in table.above)


def test_terms_that_do_not_add_up_to_the_score_say_so() -> None:
    odd = replace(HIT, features=(Feature("all words the same", 1.2, ""),), score=1.0)
    found = Page(to_html(replace(registered(), hits=(odd,))))
    assert found.one("sum").text.endswith("score1.00where the terms add up to 1.20")


def test_possibles_are_folded_dashed_and_never_among_the_hits() -> None:
    [doubts] = WHOLE.all("doubts")
    assert doubts.tag == "details"
    assert "Possible, not a match: 1 name" in doubts.text
    assert "Bo Lund" in doubts.text
    assert "Bo Lund" not in WHOLE.one("listed-names").text
    assert "Brandt" not in doubts.text
    assert {e.text for e in WHOLE.all("outcome") if "possible" in e.classes} == {"possible, not a match"}


def test_cards_mark_who_is_on_a_list() -> None:
    marks = {(e.text, e.attributes["href"]) for e in WHOLE.all("onlist")}
    assert marks == {
        ("on Canada’s list since 2031-04-28", "#hit-2"),
        ("on the UK list since 2032-09-10, after this report", "#hit-1"),
        ("on Canada’s list (day not given)", "#hit-4"),
    }
    assert "General Odo Brandt" in by_id(WHOLE, "hit-1").text


def test_a_possible_has_another_mark_in_other_words() -> None:
    odo = replace(POSSIBLE, entity="e:odo")
    found = Page(to_html(replace(registered(), hits=(odo,), register_checks=())))
    assert found.all("onlist") == []
    assert [(e.text, e.attributes["href"]) for e in found.all("perhaps")] == [
        ("possible: Canada’s list", "#possible-1")
    ]


def test_a_name_on_several_lists_names_two_and_counts_the_rest() -> None:
    hits = tuple(replace(HIT, register=register) for register in ("uk", "un", "eu", "canada"))
    found = Page(to_html(replace(registered(), hits=hits)))
    mark = found.one("onlist").text
    assert mark.count("on ") == 2
    assert mark.endswith("and 2 more")


def test_propositions_lead_to_their_checks_and_regimes_and_back() -> None:
    check, *told = [words(e) for e in WHOLE.all("register")]
    assert check.startswith(
        "Canada’s list: 3 of 6 named targets listed on 2031-04-28, 1 listed earlier on 2030-11-29, "
    )
    assert check.endswith("not found; 9 individuals stated; the list has 9 persons dated 2031-04-28: fits.")
    assert told == [
        "UN arms embargo on Ostria: in force for this transfer.",
        "1 regime: cannot tell whether in force for this.",
    ]
    row = by_id(WHOLE, "p-1")
    assert any(e.attributes["href"] == "#check-1" and row in e.above for e in WHOLE.tags("a"))
    card = next(e for e in WHOLE.all("beside") if "1 regime" in e.text)
    assert any(e.attributes["href"] == "#regime-1-1" and card in e.above for e in WHOLE.tags("a"))
    for target, back in (("check-1", "#p-1"), ("regime-1-1", "#p-2"), ("regime-1-2", "#p-3")):
        place = by_id(WHOLE, target)
        assert any(e.attributes["href"] == back and place in e.above for e in WHOLE.tags("a"))


def test_hits_lead_to_the_claims_that_name_them() -> None:
    place = by_id(WHOLE, "hit-2")
    links = [e.text for e in WHOLE.tags("a") if place in e.above]
    assert links == ["1.1", "2.1"]


def test_hits_that_no_claim_names_lead_to_their_reports() -> None:
    place = by_id(WHOLE, "hit-3")
    assert [(e.text, e.attributes["href"]) for e in WHOLE.tags("a") if place in e.above] == [
        ("report 1", "#report-1"),
        ("report 2", "#report-2"),
    ]


def test_every_link_resolves_and_the_page_is_safe() -> None:
    whole = to_html(registered())
    assert is_safe(whole)
    assert resolves(Page(whole))


def test_without_registers_and_regimes_there_is_no_section() -> None:
    found = Page(to_html(collection()))
    assert not any(e.attributes.get("id") == "registers" for e in found.elements)
    assert "nothing of it is checked" in found.tags("footer")[0].text


def test_regimes_alone_have_their_own_title() -> None:
    known = collection()
    found = Page(to_html(replace(known, regimes=(regime(known.propositions[0].id, InForce.DISPUTED),))))
    assert words(section(found)).startswith("Which regimes bear on transfers")
    assert any(e.text == "Regimes" and e.attributes["href"] == "#registers" for e in found.tags("a"))
    assert "whether it is in force is disputed" in section(found).text


def test_nobody_on_a_list() -> None:
    found = Page(to_html(replace(collection(), registers=(CANADA,))))
    assert "No name of these reports was found on a list." in section(found).text


def test_hits_are_shown_without_propositions_too() -> None:
    found = Page(to_html(replace(registered(), propositions=(), register_checks=(), regimes=())))
    assert "General Odo Brandt" in section(found).text
    assert resolves(found)


def test_checks_and_regimes_of_what_is_not_there_lead_nowhere() -> None:
    whole = registered()
    stray = replace(
        whole,
        register_checks=tuple(replace(c, proposition="p:gone") for c in whole.register_checks),
        regimes=tuple(replace(r, proposition="p:gone") for r in whole.regimes),
    )
    found = Page(to_html(stray))
    assert resolves(found)
    assert "A sanction" in section(found).text
    assert "A transfer" in section(found).text


def test_checks_that_cannot_tell_are_folded_and_not_among_the_lists() -> None:
    whole = registered()
    [made] = whole.register_checks
    unknown = replace(made.targets[0], outcome=Outcome.CANNOT_TELL, verdict=Verdict.NONE, note="no day is given.")
    left_open = replace(made, proposition=whole.propositions[1].id, targets=(unknown,), counts=())
    found = Page(to_html(replace(whole, register_checks=(left_open, made), regimes=())))
    assert resolves(found)
    assert [words(e) for e in found.all("register") if "left open" in e.text] == []
    place = by_id(found, "check-2")
    assert "cannot tell no day is given" in words(place)
    assert any(above.tag == "details" and above.text.startswith("Left open: 1 check") for above in place.above)
    row = by_id(found, "p-2")
    assert any(e.attributes["href"] == "#check-2" and row in e.above for e in found.tags("a"))


def test_long_lists_fold_and_lose_nothing() -> None:
    whole = registered()
    hits = tuple(hit(f"e:{i}", f"X-{i}", f"NAME {i}", None) for i in range(40))
    many = tuple(replace(POSSIBLE, entry=f"P-{i}") for i in range(9))
    regimes = tuple(
        replace(regime(p.id, InForce.YES), name=f"Regime {i}") for i in range(9) for p in whole.propositions
    )
    found = Page(
        to_html(replace(whole, hits=(*hits, *many), register_checks=whole.register_checks * 9, regimes=regimes * 4))
    )
    assert resolves(found)
    shown = words(section(found))
    for part in ("28 more names", "3 more checks", "3 more regimes", "8 more propositions", "9 entries in all"):
        assert part in shown, part
    assert len([e for e in found.elements if e.attributes.get("id", "").startswith("hit-")]) == 40


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_everywhere(text: str) -> None:
    whole = to_html(spoilt(registered(), text))
    assert is_safe(whole)
    assert resolves(Page(whole))
    whole.encode("utf-8")


@pytest.mark.parametrize(
    ("source", "linked"),
    [
        ("https://www.un.org/securitycouncil/", True),
        ("https://eur-lex.europa.eu/eli/dec/2010/413/oj?x=1&y=2#a", True),
        ("http://www.un.org/", False),
        ("javascript:alert(1)", False),
        ("https://www.un.org@evil.example/", False),
        ("https://un.org/<script>", False),
        ("https://un.org/ onclick=alert(1)", False),
        ("https://ün.example/", False),
        ('https://un.org/"', False),
        ("https://un.org/" + "x" * 500, False),
        ("Official Journal L 195", False),
    ],
)
def test_only_a_plain_address_is_a_link(source: str, linked: bool) -> None:
    whole = registered()
    found = Page(to_html(replace(whole, regimes=tuple(replace(r, sources=(source,)) for r in whole.regimes))))
    outward = [e for e in found.tags("a") if not e.attributes["href"].startswith("#")]
    assert [e.attributes["href"] for e in outward] == ([source] if linked else [])
    assert source[:200] in section(found).text
