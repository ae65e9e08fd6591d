"""Sanction claims against a list: outcomes by name and day, counts, and what nobody can tell."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import (
    Bound,
    Entity,
    EntryKind,
    Factuality,
    Ledger,
    Outcome,
    Register,
    RegisterCheck,
    Verdict,
)
from counterclaim.registers.check_counts import Days, check_count, counted
from counterclaim.registers.check_windows import Window
from counterclaim.registers.checks import check_sanctions, check_targets
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.screen import screen
from counterclaim.registers.screen_ledger import screen_ledger, with_targets
from tests.registers.told_sanctions import (
    claim,
    days,
    entities,
    entry,
    filler,
    ledger,
    number,
    register,
    report,
)

NAMES = {
    "Ottilie Brunvald": "PER",
    "Asgeir Raskolm": "PER",
    "Sagebrush Optics": "ORG",
    "Canada": "GPE",
    "Tarsia": "GPE",
}
TEXT = "On Monday Canada imposed sanctions on Ottilie Brunvald, Asgeir Raskolm and the company Sagebrush Optics."
LIST = register(
    entry("Ottilie Brunvald", "2023-04-28"),
    entry("Asgeir Raskolm", "2022-11-29"),
    entry("Sagebrush Optics", "2024-01-15", EntryKind.ORGANISATION),
    entry("Mathilda Quist", "2023-04-28"),
    entry("Halvor Jernbo", "2023-04-28", program="Veldia"),
)

SHIPS = (entry("White Heron", "2023-04-28", EntryKind.SHIP),)


def checks(of: Ledger, *registers: Register) -> tuple[RegisterCheck, ...]:
    return check_sanctions(of, registers, ScreeningIndex.of(registers))


def told(
    text: str = TEXT, target: str = "Ottilie Brunvald", published: str | None = "2023-05-09", **more: object
) -> Ledger:
    document = report(text, published)
    event = str(more.pop("event", "sanction/impose"))
    roles: dict[str, Sequence[str]] = {"imposer": ["Canada"], "target": [target]}
    if more.pop("nobody", False):
        del roles["imposer"]
    made = claim(document, event, target, roles, names=NAMES, **more)  # type: ignore[arg-type]
    return ledger([document], entities(document, NAMES), [made])


def test_each_target_has_the_outcome_of_its_day() -> None:
    (check,) = checks(told(), LIST)
    assert [(t.target, t.outcome, t.verdict, t.listed) for t in check.targets] == [
        ("Ottilie Brunvald", Outcome.LISTED, Verdict.HIT, "2023-04-28"),
        ("Asgeir Raskolm", Outcome.LISTED_EARLIER, Verdict.HIT, "2022-11-29"),
        ("Sagebrush Optics", Outcome.LISTED_LATER, Verdict.HIT, "2024-01-15"),
    ]
    assert (check.register, check.list_version, check.start, check.end) == (
        "canada",
        LIST.version.label,
        "2023-03-25",
        "2023-05-23",
    )
    assert "the day of the report, 2023-05-09" in check.dated


# the claim's own time, the report's day; the window
WINDOWS = [
    (days("2023-05-01", "2023-05-07"), "2023-05-09", ("2023-04-10", "2023-05-21")),
    (None, "2023-05-09", ("2023-03-25", "2023-05-23")),
    (None, None, (None, None)),
]


@pytest.mark.parametrize(("time", "published", "window"), WINDOWS)
def test_windows(time: object, published: str | None, window: tuple[str | None, str | None]) -> None:
    (check,) = checks(told(published=published, time=time), LIST)
    assert (check.start, check.end) == window


def test_an_undated_report_takes_the_day_of_its_storys_other_reports() -> None:
    one, other = report(TEXT), report("A dated report of the same.", "2023-05-09")
    made = claim(
        one, "sanction/impose", "sanctions", {"imposer": ["Canada"], "target": ["Ottilie Brunvald"]}, names=NAMES
    )
    (check,) = checks(ledger([one, other], entities(one, NAMES), [made]), LIST)
    assert check.start == "2023-03-25"
    assert "another report of the story" in check.dated


def test_without_any_day_nobody_can_tell() -> None:
    (check,) = checks(told(published=None), LIST)
    assert {t.outcome for t in check.targets} == {Outcome.CANNOT_TELL}
    assert "nothing dates the claim" in check.dated


def test_a_list_without_days_cannot_tell() -> None:
    (check,) = checks(told(), register(entry("Ottilie Brunvald", None), published=None))
    first, *others = check.targets
    assert (first.outcome, first.verdict, first.entry) == (Outcome.CANNOT_TELL, Verdict.HIT, "ottilie brunvald")
    assert "gives no day of listing" in first.note
    assert {t.outcome for t in others} == {Outcome.CANNOT_TELL}  # an undated list may be older than the claim


def test_a_list_older_than_the_claim_cannot_tell_of_who_is_not_on_it() -> None:
    (check,) = checks(
        told(target="Ottilie Brunvald"), register(entry("Asgeir Raskolm", "2022-11-29"), published="2022-12-31")
    )
    outcomes = {t.target: t.outcome for t in check.targets}
    assert outcomes["Ottilie Brunvald"] is Outcome.CANNOT_TELL
    assert outcomes["Asgeir Raskolm"] is Outcome.LISTED_EARLIER


def test_who_is_not_on_a_newer_list_is_not_found() -> None:
    (check,) = checks(told(), register(entry("Mathilda Quist", "2023-04-28")))
    assert {t.outcome for t in check.targets} == {Outcome.NOT_FOUND}
    assert {t.verdict for t in check.targets} == {Verdict.NONE}


def test_a_part_of_a_name_is_shown_in_full() -> None:
    document = report("Canada imposed sanctions on Brunvald.", "2023-05-09")
    known = Entity(
        "e:ottilie-brunvald", "PER", "Ottilie Brunvald", (), ((document.id, filler(document, "Brunvald").span),)
    )
    made = claim(document, "sanction/impose", "sanctions", {"imposer": ["Canada"], "target": ["Brunvald"]})
    (check,) = checks(ledger([document], [known], [made]), register(entry("Mathilda Quist", "2023-04-28")))
    assert [t.target for t in check.targets] == ["Ottilie Brunvald"]


def test_only_the_imposers_own_list_counts() -> None:
    other = register(entry("Ottilie Brunvald", "2023-04-28"), name="uk")
    (check,) = checks(told(), other)
    assert (check.register, check.list_version) == ("canada", "")
    assert {t.outcome for t in check.targets} == {Outcome.CANNOT_TELL}
    assert "not among those loaded" in check.note


def test_without_registers_there_are_no_checks() -> None:
    assert checks(told()) == ()


# what a claim is; whether it is checked
CHECKED = [
    ("sanction/impose", Factuality.CERTAIN, True),
    ("sanction/extend", Factuality.PROBABLE, True),
    ("sanction/lift", Factuality.CERTAIN, True),
    ("sanction/threaten", Factuality.CERTAIN, False),
    ("sanction/impose", Factuality.NOT_CERTAIN, False),
    ("statement/assert", Factuality.CERTAIN, False),
]


@pytest.mark.parametrize(("event", "factuality", "checked"), CHECKED)
def test_what_is_checked(event: str, factuality: Factuality, checked: bool) -> None:
    assert bool(checks(told(event=event, factuality=factuality), LIST)) is checked


def test_a_ledger_without_its_documents_is_checked_by_what_is_left() -> None:
    of = replace(told(published=None), documents=())
    (check,) = checks(of, LIST)
    assert [t.target for t in check.targets] == ["Ottilie Brunvald"]


def test_a_lifting_says_which_list_it_was_held_against() -> None:
    (check,) = checks(told(event="sanction/lift"), LIST)
    assert "taken off" in check.note
    assert "2024-12-31" in check.note


def test_a_source_that_imposes_is_the_imposer() -> None:
    text = "Canada said that the sanctions target Ottilie Brunvald."
    (check,) = checks(told(text, nobody=True, said_by="Canada"), LIST)
    assert check.register == "canada"
    assert check.note == "Who imposes it is taken to be who says so."


def test_a_claim_without_an_imposer_takes_that_of_the_claim_before_it() -> None:
    document = report(f"{TEXT} Those sanctioned include Mathilda Quist.", "2023-05-09")
    names = NAMES | {"Mathilda Quist": "PER"}
    first = claim(
        document,
        "sanction/impose",
        "sanctions on Ottilie",
        {"imposer": ["Canada"], "target": ["Ottilie Brunvald"]},
        names=names,
        time=days("2023-05-08"),
    )
    second = claim(document, "sanction/impose", "Those sanctioned", {"target": ["Those"]}, names=names)
    found = checks(ledger([document], entities(document, names), [first, second]), LIST)
    assert [t.target for t in found[1].targets] == ["Mathilda Quist"]
    assert "the claim before it" in found[1].note
    assert found[1].start == found[0].start


def test_a_claim_far_away_takes_nothing() -> None:
    document = report(f"{TEXT} {'Much else. ' * 200} Those sanctioned include Mathilda Quist.", "2023-05-09")
    first = claim(document, "sanction/impose", "sanctions", {"imposer": ["Canada"], "target": ["Ottilie Brunvald"]})
    second = claim(document, "sanction/impose", "Those sanctioned", {"target": ["Those"]})
    assert len(checks(ledger([document], entities(document, NAMES), [first, second]), LIST)) == 1


def test_a_name_nearby_counts_only_if_it_was_listed_on_those_days() -> None:
    text = "Canada imposed sanctions. Ottilie Brunvald was said to be angry, and so was Asgeir Raskolm."
    document = report(text, "2023-05-09")
    made = claim(document, "sanction/impose", "imposed sanctions", {"imposer": ["Canada"]}, names=NAMES)
    (check,) = checks(ledger([document], entities(document, NAMES), [made]), LIST)
    assert [t.target for t in check.targets] == ["Ottilie Brunvald"]


def test_a_name_nearby_is_told_apart_from_a_target() -> None:
    document = report("Canada imposed sanctions. Ottilie Brunvald was said to be angry.", "2023-05-09")
    made = claim(document, "sanction/impose", "imposed sanctions", {"imposer": ["Canada"]}, names=NAMES)
    (check,) = checks(ledger([document], entities(document, NAMES), [made]), LIST)
    assert "near the claim, not as its target" in check.targets[0].note


@pytest.mark.parametrize(
    ("text", "evidence", "factuality"),
    [
        ("Australia sanctioned Ottilie Brunvald.", "Australia sanctioned", Factuality.CERTAIN),
        ("Canada did not sanction Ottilie Brunvald.", "did not sanction", Factuality.NOT_CERTAIN),
    ],
)
def test_a_name_nearby_that_somebody_else_sanctioned_is_no_target(
    text: str, evidence: str, factuality: Factuality
) -> None:
    document = report(f"Canada imposed sanctions. {text}", "2023-05-09")
    made = claim(document, "sanction/impose", "imposed sanctions", {"imposer": ["Canada"]}, names=NAMES)
    roles = {"imposer": [text.split()[0]], "target": ["Ottilie Brunvald"]}
    other = claim(document, "sanction/impose", evidence, roles, names=NAMES, factuality=factuality)
    (check,) = checks(ledger([document], entities(document, NAMES), [made, other]), LIST)
    assert check.targets == ()


def test_a_count_takes_its_day_from_the_names_of_its_sentence() -> None:
    text = "On Monday Canada imposed sanctions on seven individuals and one entity, among them Ottilie Brunvald."
    document = report(text, "2023-05-09")
    seven = claim(
        document,
        "sanction/impose",
        "imposed sanctions on seven individuals",
        {"imposer": ["Canada"], "target": ["seven individuals"]},
        quantity=number(7, "individuals", span=filler(document, "seven").span),
    )
    other = claim(
        document, "sanction/impose", "one entity", {"imposer": ["Canada"], "target": ["Ottilie Brunvald"]}, names=NAMES
    )
    found = checks(ledger([document], entities(document, NAMES), [seven, other]), LIST)
    assert [(count.listed, count.fits) for check in found for count in check.counts] == [(2, False)]


def test_whose_relative_a_target_is_is_no_target() -> None:
    document = report("On Monday Canada imposed sanctions on Asgeir Raskolm's wife.", "2023-05-09")
    roles = {"imposer": ["Canada"], "target": ["Asgeir Raskolm's wife"]}
    made = claim(document, "sanction/impose", "imposed sanctions", roles)
    (check,) = checks(ledger([document], entities(document, NAMES), [made]), LIST)
    assert "Asgeir Raskolm" not in {target.name for target in check.targets}


def test_who_was_taken_off_and_is_on_the_list_does_not_fit_the_claim() -> None:
    text = "On Monday Canada lifted sanctions on Ottilie Brunvald and Halla Vestergard."
    names = {**NAMES, "Halla Vestergard": "PER"}
    document = report(text, "2023-05-09")
    roles = {"imposer": ["Canada"], "target": ["Ottilie Brunvald", "Halla Vestergard"]}
    made = claim(document, "sanction/lift", "lifted sanctions", roles, names=names, time=days("2023-05-08"))
    (check,) = checks(ledger([document], entities(document, names), [made]), LIST)
    still, gone = check.targets
    assert (still.outcome, gone.outcome) == (Outcome.LISTED_EARLIER, Outcome.NOT_FOUND)
    assert "has it still" in still.note
    assert "as the claim would have it" in gone.note


def test_a_list_without_ships_cannot_tell_of_one() -> None:
    document = report("On Monday Canada imposed sanctions on the tanker Gray Heron.", "2023-05-09")
    named = entities(document, {"Gray Heron": "VEHICLE"})
    roles = {"imposer": ["Canada"], "target": ["Gray Heron"]}
    made = claim(document, "sanction/impose", "imposed sanctions", roles, names={"Gray Heron": "VEHICLE"})
    for entries, outcome in ((LIST.entries, Outcome.CANNOT_TELL), (SHIPS, Outcome.NOT_FOUND)):
        (check,) = checks(ledger([document], named, [made]), register(*entries))
        assert [target.outcome for target in check.targets] == [outcome]


def test_a_kind_of_body_that_the_tagger_cut_off_belongs_to_the_name() -> None:
    document = report("On Monday Canada imposed sanctions on Sagebrush Optics Services.", "2023-05-09")
    named = entities(document, {"Sagebrush Optics": "ORG"})
    roles = {"imposer": ["Canada"], "target": ["Sagebrush Optics Services"]}
    made = claim(document, "sanction/impose", "imposed sanctions", roles)
    (check,) = checks(
        ledger([document], named, [made]),
        register(entry("Sagebrush Optics Services", "2023-05-08", EntryKind.ORGANISATION)),
    )
    assert [(t.target, t.outcome) for t in check.targets] == [("Sagebrush Optics Services", Outcome.LISTED)]


def test_a_name_nearby_that_is_only_possible_does_not_count() -> None:
    document = report("Canada imposed sanctions. Brunvald was said to be angry.", "2023-05-09")
    made = claim(document, "sanction/impose", "imposed sanctions", {"imposer": ["Canada"]}, names=NAMES)
    named = entities(document, {"Brunvald": "PER"})
    assert screen("Brunvald", ScreeningIndex.of([LIST]))[0].verdict is Verdict.POSSIBLE
    (check,) = checks(ledger([document], named, [made]), LIST)
    assert check.targets == ()


# who is in the target's role; why nobody can tell
UNNAMED = [
    ("several individuals", "names nobody"),
    ("Iranian firms", "names nobody"),
    ("Iran", "a state is on no list"),
    ("Iran’s regime", "a state is on no list"),
    ("North Korean firms", "names nobody"),
    ("Russians", "names nobody"),
    ("a Tarsian firm called Sagebrush", "no name was recognised"),
]


@pytest.mark.parametrize(("target", "why"), UNNAMED)
def test_targets_without_a_name(target: str, why: str) -> None:
    (check,) = checks(told(f"Canada imposed sanctions on {target}.", target), LIST)
    assert [t.outcome for t in check.targets] == [Outcome.CANNOT_TELL]
    assert why in check.targets[0].note


def test_a_count_is_held_against_the_day_of_the_targets_that_were_found() -> None:
    text = "Canada imposed sanctions on two individuals, among them Ottilie Brunvald."
    document = report(text, "2023-05-09")
    quantity = number(2, "individuals", span=filler(document, "two").span)
    made = claim(
        document,
        "sanction/impose",
        "sanctions",
        {"imposer": ["Canada"], "target": ["two individuals", "Ottilie Brunvald"]},
        names=NAMES,
        quantity=quantity,
    )
    (check,) = checks(ledger([document], entities(document, NAMES), [made]), LIST)
    (count,) = check.counts
    # The third person of that day stands under another programme.
    assert (count.listed, count.date, count.kind, count.fits) == (2, "2023-04-28", EntryKind.PERSON, True)


COUNTED = register(
    *(entry(f"Person {n}", "2023-04-28") for n in range(9)),
    entry("Kolmar Prison", "2023-04-28", EntryKind.ORGANISATION),
    entry("Sagebrush Optics", "2023-05-02", EntryKind.ORGANISATION),
)
OPEN = Window("2023-04-01", "2023-05-31", "")

# a count, its bound; whether nine persons of one day fit it
COUNTS = [
    (9, Bound.EXACT, True),
    (8, Bound.EXACT, False),
    (5, Bound.MIN, True),
    (10, Bound.MIN, False),
    (12, Bound.MAX, True),
    (8, Bound.MAX, False),
    (10, Bound.APPROX, True),
    (12, Bound.APPROX, False),
]


@pytest.mark.parametrize(("count", "bound", "fits"), COUNTS)
def test_counts_fit_by_their_bound(count: int, bound: Bound, fits: bool) -> None:
    found = check_count(number(count, "individuals", bound), (EntryKind.PERSON,), Days(COUNTED), (), OPEN)
    assert (found.listed, found.date, found.fits) == (9, "2023-04-28", fits)


def test_several_days_cannot_tell_which() -> None:
    found = check_count(number(1, "entities"), (EntryKind.ORGANISATION,), Days(COUNTED), (), OPEN)
    assert (found.fits, found.date) == (None, None)
    assert "2023-04-28: 1, 2023-05-02: 1" in found.note


# unit, window, register; why nobody can tell
UNCOUNTED = [
    ("vessels", OPEN, COUNTED, "no ships listed"),
    ("individuals", Window(None, None, ""), COUNTED, "nothing dates the claim"),
    ("individuals", OPEN, register(entry("Ada", None)), "the list gives no days"),
    ("individuals", OPEN, register(entry("Ada", "2021-01-01"), published="2021-12-31"), "is older than the claim"),
]


@pytest.mark.parametrize(("unit", "window", "listed", "why"), UNCOUNTED)
def test_what_no_list_can_count(unit: str, window: Window, listed: Register, why: str) -> None:
    quantity = number(9, unit)
    found = check_count(quantity, counted(quantity), Days(listed), (), window)
    assert found.fits is None
    assert why in found.note


# unit of a count, nouns beside it; what is counted
KINDS = [
    ("individuals", [], (EntryKind.PERSON,)),
    ("individuals", ["16 individuals", "entities"], (EntryKind.PERSON, EntryKind.ORGANISATION)),
    ("individuals", ["16 individuals", "the company Sagebrush"], (EntryKind.PERSON,)),
    ("rounds of sanctions", ["entities"], ()),
]


@pytest.mark.parametrize(("unit", "beside", "kinds"), KINDS)
def test_what_a_count_counts(unit: str, beside: list[str], kinds: tuple[EntryKind, ...]) -> None:
    assert counted(number(16, unit), beside) == kinds


def test_one_count_of_several_kinds_takes_their_sum() -> None:
    kinds = (EntryKind.PERSON, EntryKind.ORGANISATION)
    found = check_count(number(10, "individuals"), kinds, Days(COUNTED), (), Window("2023-04-01", "2023-04-30", ""))
    assert (found.listed, found.kind, found.fits) == (10, EntryKind.OTHER, True)


@given(st.dates(), st.dates(), st.dates())
def test_a_day_is_on_one_side_of_a_window(one: object, other: object, day: object) -> None:
    start, end = sorted((str(one), str(other)))
    side = Window(start, end, "").side(str(day))
    assert side == (str(day) > end) - (str(day) < start)


def test_targets_are_hits_even_where_screening_alone_is_unsure() -> None:
    """A tagger takes the company for a person: "the company Sagebrush Optics" says what it is."""
    of = told()
    of = replace(
        of,
        entities=tuple(replace(e, type="PER") if e.name == "Sagebrush Optics" else e for e in of.entities),
    )
    index = ScreeningIndex.of([LIST])
    alone = screen_ledger(of, index)
    assert {h.entity: h.verdict for h in alone}["e:sagebrush-optics"] is Verdict.POSSIBLE
    both = with_targets(alone, check_targets(of, [LIST], index)[1])
    assert {h.entity: h.verdict for h in both} == {
        "e:ottilie-brunvald": Verdict.HIT,
        "e:asgeir-raskolm": Verdict.HIT,
        "e:sagebrush-optics": Verdict.HIT,
    }
    assert len(both) == 3
    [company] = [h for h in both if h.entity == "e:sagebrush-optics"]
    assert "Sagebrush Optics" in company.features[-1].note


def test_a_target_named_in_different_words_is_one_hit() -> None:
    """Two claims, two wordings: the wording that fits best is the one shown."""
    [hit] = check_targets(told(), [LIST], ScreeningIndex.of([LIST]))[1][:1]
    worse = replace(hit, score=hit.score - 0.1)
    assert with_targets([], [worse, hit, worse]) == (hit,)


def test_a_target_that_is_on_no_list_is_no_hit() -> None:
    index = ScreeningIndex.of([LIST])
    assert (
        check_targets(told("Canada imposed sanctions on Casimir Wolkersdorf.", "Casimir Wolkersdorf"), [LIST], index)[1]
        == ()
    )


@pytest.mark.parametrize(("of", "number"), [("export control list", 0), ("sanctions list", 1)])
def test_a_list_of_another_authority_is_not_the_sanctions_list(of: str, number: int) -> None:
    text = f"On Monday Canada put the company Sagebrush Optics on its {of}."
    said = told(text, "Sagebrush Optics")
    whole = tuple(replace(c, evidence=filler(said.documents[0], text)) for c in said.claims)
    assert len(checks(replace(said, claims=whole), LIST)) == number
