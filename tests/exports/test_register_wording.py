"""The sentences about registers: what a list holds and since when, and never more than that."""

import re
from dataclasses import replace

import pytest

from counterclaim.exports.html import to_html
from counterclaim.exports.register_wording import (
    count_told,
    hit_told,
    list_name,
    mark_told,
    period_told,
    regime_told,
    target_told,
    targets_told,
    version_words,
    window_told,
)
from counterclaim.exports.registered import Registered
from counterclaim.exports.terminal import to_table
from counterclaim.records import (
    CountCheck,
    EntryKind,
    InForce,
    Ledger,
    Outcome,
    RegisterVersion,
    TargetCheck,
    Verdict,
)
from counterclaim.registers.checks import NEARBY
from tests.exports.register_samples import CANADA, HIT, NINE, POSSIBLE, UK, check, regime, registered


def row(
    outcome: Outcome,
    listed: str | None = None,
    verdict: Verdict = Verdict.HIT,
    note: str = "",
    name: str | None = "VALE",
) -> TargetCheck:
    return TargetCheck("Vale", None, outcome, verdict, "7", name, listed, 0.9, note)


ON_28 = row(Outcome.LISTED, "2031-04-28")
EARLIER, LATER = row(Outcome.LISTED_EARLIER, "2030-11-29"), row(Outcome.LISTED_LATER, "2032-01-02")
POSSIBLY = row(Outcome.LISTED, "2031-04-28", Verdict.POSSIBLE)
MISSING = row(Outcome.NOT_FOUND, None, Verdict.NONE)
UNKNOWN = row(Outcome.CANNOT_TELL, None, Verdict.HIT, "this list gives no days.")


@pytest.mark.parametrize(
    ("targets", "told"),
    [
        ((), "no target is named"),
        ((ON_28,), "1 of 1 named target listed on 2031-04-28"),
        ((ON_28, ON_28, EARLIER), "2 of 3 named targets listed on 2031-04-28, 1 listed earlier on 2030-11-29"),
        ((LATER, MISSING), "1 of 2 named targets listed later on 2032-01-02, 1 not found"),
        ((MISSING, MISSING), "2 of 2 named targets not found"),
        ((POSSIBLY, ON_28), "1 of 2 named targets listed on 2031-04-28, 1 possible, not a match"),
        ((POSSIBLY,), "1 of 1 named target possible, not a match"),
        ((UNKNOWN,), "1 of 1 named target left open"),
        ((row(Outcome.LISTED),), "1 of 1 named target listed, day not given"),
        (
            (ON_28, row(Outcome.LISTED, "2031-05-02")),
            "2 of 2 named targets listed on 2031-04-28 and 2031-05-02",
        ),
        (
            tuple(row(Outcome.LISTED, f"2031-04-2{day}") for day in range(5)),
            "5 of 5 named targets listed on 5 days from 2031-04-20 to 2031-04-24",
        ),
    ],
)
def test_targets_in_one_sentence(targets: tuple[TargetCheck, ...], told: str) -> None:
    assert targets_told(targets) == told


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (ON_28, "listed, 2031-04-28, as “VALE” (entry 7)"),
        (EARLIER, "listed earlier, 2030-11-29, as “VALE” (entry 7)"),
        (LATER, "listed later, 2032-01-02, as “VALE” (entry 7)"),
        (POSSIBLY, "possible, not a match: “VALE” (entry 7), 2031-04-28"),
        (replace(EARLIER, verdict=Verdict.POSSIBLE), "possible, not a match: “VALE” (entry 7), 2030-11-29"),
        (replace(ON_28, verdict=Verdict.NONE), "possible, not a match: “VALE” (entry 7), 2031-04-28"),
        (MISSING, "not found"),
        (UNKNOWN, "cannot tell: this list gives no days"),
        (row(Outcome.LISTED, None, name=None), "listed, day not given, as an entry without a name (entry 7)"),
    ],
)
def test_one_target(target: TargetCheck, told: str) -> None:
    assert target_told(target) == told


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (NINE, "9 individuals stated; the list has 9 persons dated 2031-04-28: fits"),
        (
            replace(NINE, listed=1, fits=False),
            "9 individuals stated; the list has 1 person dated 2031-04-28: does not fit",
        ),
        (
            CountCheck(3, None, "min", "companies", 4, "2031-04-28", EntryKind.ORGANISATION, None),
            "3 or more companies stated; the list has 4 organisations dated 2031-04-28: cannot tell whether it fits",
        ),
        (
            CountCheck(2, 2, "approx", None, 2, "2031-04-28", EntryKind.AIRCRAFT, True),
            "about 2 stated; the list has 2 aircraft dated 2031-04-28: fits",
        ),
        (
            CountCheck(None, None, "unheard of", None, 0, None, EntryKind.OTHER, None),
            "an unknown number of things stated; no day of listing to count by: cannot tell whether it fits",
        ),
    ],
)
def test_counts(count: CountCheck, told: str) -> None:
    assert count_told(count) == told


@pytest.mark.parametrize(
    ("listed", "dates", "later"),
    [
        ("2032-09-10", ("2031-05-09",), ", later than the report of 2031-05-09"),
        ("2032-09-10", ("2031-05-09", "2032-01-01"), ", later than all reports, the last of 2032-01-01"),
        ("2031-06-01", ("2031-05-09", "2032-01-01"), ", later than the earliest report, of 2031-05-09"),
        ("2031-05-09", ("2031-05-09",), ""),
        ("2030-01-01", ("2031-05-09",), ""),
        ("2032-09-10", (), ""),
        ("2032-09-10", ("last week",), ""),
        ("soon", ("2031-05-09",), ""),
    ],
)
def test_a_listing_after_the_report_says_so(listed: str, dates: tuple[str, ...], later: str) -> None:
    hit = replace(HIT, listed=listed)
    assert hit_told(hit, dates) == f"on the UK list since {listed} as “BRANDT, Odo” (entry NOR0221){later}"


@pytest.mark.parametrize(
    ("hit", "told", "mark"),
    [
        (HIT, "on the UK list since 2032-09-10 as “BRANDT, Odo” (entry NOR0221)", "on the UK list since 2032-09-10"),
        (
            replace(HIT, listed=None, register="ofac"),
            "on the US list (OFAC) (day not given) as “BRANDT, Odo” (entry NOR0221)",
            "on the US list (OFAC) (day not given)",
        ),
        (
            POSSIBLE,
            "possible, not a match: “LUNDE, Bo” (entry CA-77) on Canada’s list, listed 2031-04-28",
            "possible: Canada’s list",
        ),
        (
            replace(POSSIBLE, register="Ports of X", listed=None),
            "possible, not a match: “LUNDE, Bo” (entry CA-77) on the list “Ports of X”, day not given",
            "possible: the list “Ports of X”",
        ),
    ],
)
def test_hits_and_possibles(hit: object, told: str, mark: str) -> None:
    assert (hit_told(hit), mark_told(hit)) == (told, mark)  # type: ignore[arg-type]


def test_a_mark_says_that_the_listing_came_after_the_report() -> None:
    assert mark_told(HIT, ("2031-05-09",)) == "on the UK list since 2032-09-10, after this report"


@pytest.mark.parametrize(
    ("version", "told"),
    [
        (UK, "version of 2033-02-01"),
        (CANADA, "version with listings up to 2033-01-15"),
        (replace(UK, published=None), "undated version"),
        (None, "version uk of some day"),
    ],
)
def test_versions(version: RegisterVersion | None, told: str) -> None:
    assert version_words(version, "uk of some day") == told


def test_every_register_has_a_name() -> None:
    assert [list_name(key) for key in ("canada", "eu", "ofac", "uk", "un", "mine")] == [
        *("Canada’s list", "the EU list", "the US list (OFAC)", "the UK list", "the UN list", "the list “mine”")
    ]


@pytest.mark.parametrize(
    ("answer", "missing", "told"),
    [
        (InForce.YES, (), "in force for this transfer"),
        (InForce.DISPUTED, (), "whether it is in force is disputed"),
        (InForce.CANNOT_TELL, ("date",), "cannot tell, missing: date"),
        (InForce.CANNOT_TELL, ("date", "kind of item"), "cannot tell, missing: date; kind of item"),
        (InForce.CANNOT_TELL, (), "cannot tell"),
    ],
)
def test_regimes(answer: InForce, missing: tuple[str, ...], told: str) -> None:
    assert regime_told(regime("p:1", answer, *missing)) == told


def test_periods_and_windows() -> None:
    found = regime("p:1", InForce.YES)
    assert period_told(found) == "since 2030-06-01"
    assert period_told(replace(found, end="2031-01-01")) == "2030-06-01 to 2031-01-01"
    made = check("p:1")
    assert window_told(made) == (
        "A listing from 2031-04-18 to 2031-06-08 fits the claims (counted from the publication date)."
    )
    assert window_told(replace(made, start=None, dated="")) == "A listing from any day to 2031-06-08 fits the claims."
    assert (
        window_told(replace(made, start=None, end=None, dated=""))
        == "When it is claimed to have happened is not known."
    )


def test_regimes_of_one_basis_and_period_stand_together() -> None:
    one, other = regime("p:1", InForce.YES), regime("p:2", InForce.CANNOT_TELL, "date")
    apart = replace(one, end="2031-01-01")
    found = Registered(Ledger((), (), (), regimes=(one, apart, other))).regimes
    assert [(r.end, [f.proposition for f in r.findings]) for r in found] == [
        (None, ["p:1", "p:2"]),
        ("2031-01-01", ["p:1"]),
    ]


JUDGING = re.compile(
    r"\b(true|false|illegal|unlawful|violat\w+|breach\w*|confirm\w*|guilty|prove[sdn]?|crim\w+)\b", re.I
)


@pytest.mark.parametrize("show", [to_html, lambda ledger: to_table(ledger, width=100)], ids=["page", "terminal"])
def test_no_view_judges(show: object) -> None:
    shown = show(registered()) if callable(show) else ""
    section = shown[shown.index("What registers say") :].split("<script>")[0]
    words = re.sub(r"<[^>]*>", " ", section)
    assert not JUDGING.search(words)


def test_a_name_near_a_claim_is_told_apart() -> None:
    near = replace(ON_28, note=f"on the list. {NEARBY}")
    assert target_told(near) == f"{target_told(ON_28)}; named near the claim, not as its target"


def test_the_days_of_a_lifting_fit_no_listing() -> None:
    made = replace(check("p:1"), dated="")
    lifted = replace(made, note="The claim is that the measure was taken off; the list is that of 2032-01-01.")
    assert window_told(lifted) == "The claims are of 2031-04-18 to 2031-06-08."
