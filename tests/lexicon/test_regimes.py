"""The table of embargoes: acts as they are cited and published, scopes, members; a damaged table says what is wrong."""

import copy
from datetime import date
from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.lexicon.regimes import Act, Regime, read_regimes, regime_table

# an act; how it is cited; where it is published
ACTS = [
    (
        Act("imposed", "2007-03-24", "UNSCR 1747, paragraph 5"),
        "UN Security Council resolution 1747, paragraph 5 (imposed 2007-03-24)",
        "https://undocs.org/S/RES/1747(2007)",
    ),
    (
        Act("imposed", "1996-02-26", "Common Position 96/184/CFSP"),
        "Common Position 96/184/CFSP (imposed 1996-02-26)",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:31996E0184",
    ),
    (
        Act("imposed", "2014-07-31", "Decision 2014/512/CFSP"),
        "Decision 2014/512/CFSP (imposed 2014-07-31)",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32014D0512",
    ),
    (
        Act("lifted", "2016-06-09", "Decision (CFSP) 2016/917"),
        "Decision (CFSP) 2016/917 (lifted 2016-06-09)",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016D0917",
    ),
    (
        Act("declared", "1989-06-27", "European Council of Madrid"),
        "European Council of Madrid (declared 1989-06-27)",
        None,
    ),
]


@pytest.mark.parametrize(("act", "shown", "address"), ACTS)
def test_acts_are_cited_and_found(act: Act, shown: str, address: str | None) -> None:
    assert (act.shown, act.address) == (shown, address)


def regime(key: str) -> Regime:
    return next(regime for regime in regime_table().regimes if regime.key == key)


# regime; first and last day of each of its phases
PHASES = [
    ("un-iran-exports", ["2007-03-24/2016-01-15", "2016-01-16/2020-10-17", "2020-09-20/2021-02-18", "2025-09-28/"]),
    ("un-iran-imports", ["2010-06-09/2016-01-15", "2016-01-16/2020-10-17", "2020-09-20/2021-02-18", "2025-09-28/"]),
    ("un-iran-missiles", ["2006-12-23/2016-01-15", "2016-01-16/2023-10-17", "2025-09-28/"]),
    ("un-yugoslavia", ["1991-09-25/1996-06-17"]),
    ("un-somalia", ["1992-01-23/2023-11-30", "2023-12-01/"]),
    ("un-libya", ["2011-02-26/"]),
    ("un-haiti", ["2022-10-21/2023-10-01", "2023-10-02/2024-10-17", "2024-10-18/"]),
    ("eu-syria", ["2011-05-09/2013-05-31", "2012-10-16/"]),
    ("eu-nigeria", ["1995-11-20/1999-05-31"]),
    ("eu-afghanistan", ["1996-12-17/2001-11-04", "2001-11-05/2002-05-26", "2002-05-27/"]),
    ("eu-liberia", ["2001-05-07/2010-02-28", "2010-03-01/2016-06-20"]),
    ("eu-uzbekistan", ["2005-11-14/2009-11-13"]),
    ("eu-somalia", ["2002-12-10/2024-03-19", "2024-03-20/"]),
    ("eu-haiti", ["2022-11-25/2024-06-25", "2024-06-26/2025-03-25", "2025-03-26/"]),
    ("eu-russia", ["2014-08-01/"]),
]


@pytest.mark.parametrize(("key", "phases"), PHASES)
def test_phases(key: str, phases: list[str]) -> None:
    assert [f"{phase.start}/{phase.end or ''}" for phase in regime(key).phases] == phases


def test_the_shipped_table_is_broad() -> None:
    table = regime_table()
    assert sum(regime.authority == "UN" for regime in table.regimes) >= 25
    assert sum(regime.authority == "EU" for regime in table.regimes) >= 30
    assert all(phase.acts for regime in table.regimes for phase in regime.phases)
    assert all(regime.key.startswith(regime.authority.lower()) for regime in table.regimes)


def test_each_phase_names_the_act_that_began_it() -> None:
    """The day on which it began is that of one of its acts, or lies behind the first: an act may take effect later."""
    for regime in regime_table().regimes:
        for phase in regime.phases:
            assert min(act.day for act in phase.acts) <= phase.start, (regime.key, phase.start)


def test_an_act_bears_the_year_of_its_day() -> None:
    """The Council of the EU numbers its acts by year, so that a mistyped number or day shows."""
    for regime in regime_table().regimes:
        for act in (act for phase in regime.phases for act in phase.acts if "CFSP" in act.title):
            assert act.address is not None, act.title
            assert act.address.split("CELEX:3")[1][:4] == act.day[:4], (regime.key, act.title, act.day)


def test_acts_stand_by_date() -> None:
    for regime in regime_table().regimes:
        for phase in regime.phases:
            days = [act.day for act in phase.acts]
            assert days == sorted(days), (regime.key, phase.start)


# authority, state, first day, last day; whether it is bound
BOUND = [
    ("UN", "Norway", "2001-01-01", "2001-01-01", True),
    ("EU", "France", "2001-01-01", "2001-12-31", True),
    ("EU", "Norway", "2001-01-01", "2001-12-31", False),
    ("EU", "Poland", "2003-01-01", "2003-12-31", False),
    ("EU", "Poland", "2004-01-01", "2004-12-31", None),
    ("EU", "Poland", "2004-05-01", "2004-12-31", True),
    ("EU", "United Kingdom", "2020-12-31", "2020-12-31", True),
    ("EU", "United Kingdom", "2021-01-01", "2021-06-30", False),
    ("EU", "United Kingdom", "2020-06-01", "2021-06-30", None),
]


@pytest.mark.parametrize(("authority", "state", "first", "last", "bound"), BOUND)
def test_who_is_bound(authority: str, state: str, first: str, last: str, bound: bool | None) -> None:
    assert regime_table().binds(authority, state, first, last) is bound


# scope, kind of item; whether it is covered
SCOPES = [
    ("all arms", "rifle", True),
    ("all arms", "truck", None),
    ("all arms", "civil goods", False),
    ("heavy arms", "main battle tank", True),
    ("heavy arms", "rifle", False),
    ("heavy arms", "arms", None),
    ("missile technology", "ballistic missile", True),
    ("missile technology", "loitering munition", None),
    ("missile technology", "rifle", False),
    ("small arms", "rifle", True),
    ("small arms", "submarine", False),
    ("all but small arms", "submarine", True),
    ("all but small arms", "rifle", False),
]


@pytest.mark.parametrize(("scope", "kind", "covered"), SCOPES)
def test_scopes(scope: str, kind: str, covered: bool | None) -> None:
    scopes = {phase.items.name: phase.items for regime in regime_table().regimes for phase in regime.phases}
    assert scopes[scope].has(kind) is covered


CONTENT: dict[str, Any] = {
    "as_of": date(2025, 1, 1),
    "members": {"EU": {"France": [date(1958, 1, 1)]}},
    "scopes": {"all arms": {"about": "arms", "covers": "all", "unsure": ["goods"]}},
    "kinds": {"arms": ["weapon"], "goods": ["part"]},
    "regimes": [
        {
            "key": "un-x",
            "name": "UN embargo on X",
            "authority": "UN",
            "states": ["Libya"],
            "phases": [
                {
                    "start": date(2001, 2, 3),
                    "end": date(2002, 3, 4),
                    "direction": "to",
                    "who": "state",
                    "items": "all arms",
                    "acts": ["imposed 2001-02-03 UNSCR 1"],
                }
            ],
        }
    ],
}


def test_a_small_table_is_read() -> None:
    (found,) = read_regimes(CONTENT).regimes
    assert (found.key, found.phases[0].start, found.phases[0].end) == ("un-x", "2001-02-03", "2002-03-04")


# what of the phase is changed; what the error says
DAMAGED = [
    ({"start": "2001-02-03"}, "un-x: start is no day: '2001-02-03'; write 2007-03-24, without quotes"),
    ({"start": date(2003, 1, 1)}, "end 2002-03-04 is not between 2003-01-01 and the table's 2025-01-01"),
    ({"end": date(2026, 1, 1)}, "end 2026-01-01 is not between"),
    ({"known_until": date(1999, 1, 1)}, "known_until 1999-01-01 is not between"),
    ({"direction": "via"}, "no such direction: via"),
    ({"who": "everybody"}, "no such who: everybody"),
    ({"who": "region"}, "a region goes with who: region"),
    ({"who": "region", "region": "Norland"}, "no such state: Norland"),
    ({"who": "groups"}, "groups without any"),
    ({"groups": {"Orava Front": date(2001, 1, 1)}}, "no such armed group: Orava Front"),
    ({"items": "horses"}, "no such items: horses"),
    ({"acts": []}, "a phase without an act"),
    ({"acts": ["imposed 2001-02-30 UNSCR 1"]}, "no day: 2001-02-30"),
    ({"acts": ["invented 2001-02-03 UNSCR 1"]}, "no act: 'invented 2001-02-03 UNSCR 1'"),
    ({"acts": ["imposed 2026-02-03 UNSCR 1"]}, "an act of 2026-02-03, after the table's 2025-01-01"),
    ({"disputed": {"by": "x", "why": "y", "kinds": ["horse"]}}, "no such kind: horse"),
    ({"until": date(2001, 1, 1)}, "no such key: until"),
]


@pytest.mark.parametrize(("changes", "message"), DAMAGED)
def test_a_damaged_phase_is_refused(changes: dict[str, Any], message: str) -> None:
    content = copy.deepcopy(CONTENT)
    content["regimes"][0]["phases"][0] |= changes
    with pytest.raises(LexiconError) as error:
        read_regimes(content)
    assert message in str(error.value)


WRONG = [
    ({"as_of": None}, "as_of is no day"),
    ({"members": {"AU": {}}}, "members, AU: no such authority"),
    ({"members": {"EU": {"France": []}}}, "members, France: no days"),
    ({"members": {"EU": {"France": [date(2001, 1, 1), date(1999, 1, 1)]}}}, "members, France: no days"),
    ({"kinds": {"arms": ["weapon"], "goods": ["weapon"]}}, "weapon is of arms already; drop it"),
    ({"scopes": {"all arms": {"about": "arms", "covers": ["horse"]}}}, "no such kind: horse"),
    ({"scopes": {"all arms": {"about": "x", "covers": ["arms"], "unsure": ["arms"]}}}, "both covered and unsure: arms"),
    ({"regimes": CONTENT["regimes"] * 2}, "un-x: a second regime of this key"),
    ({"regimes": [CONTENT["regimes"][0] | {"phases": []}]}, "un-x: no phases"),
    (
        {"regimes": [CONTENT["regimes"][0] | {"phases": CONTENT["regimes"][0]["phases"] * 2}]},
        "begins before the one before",
    ),
    ({"regimes": [CONTENT["regimes"][0] | {"states": ["Norland"]}]}, "no such state: Norland"),
]


@pytest.mark.parametrize(("changes", "message"), WRONG)
def test_a_damaged_table_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_regimes(CONTENT | changes)
    assert message in str(error.value)
