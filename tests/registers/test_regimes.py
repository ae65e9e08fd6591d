"""Which embargoes bear on a transfer: by target, bound party, goods and day; and what is missing to tell."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lexicon.regimes import regime_table
from counterclaim.records import Filler, InForce, Ledger, RegimeFinding, Time
from counterclaim.registers.regime_items import read_items
from counterclaim.registers.regime_parties import Party, read_party
from counterclaim.registers.regimes import regimes_for
from tests.registers.told_sanctions import claim, days, entities, ledger, report

YES, DISPUTED, CANNOT_TELL = InForce.YES, InForce.DISPUTED, InForce.CANNOT_TELL
STATES = (
    "Iran",
    "Russia",
    "Libya",
    "France",
    "Sudan",
    "China",
    "Haiti",
    "Poland",
    "Rwanda",
    "Lebanon",
    "North Korea",
    "Syria",
)


def told(
    supplier: str | None,
    item: str | None,
    recipient: str | None,
    when: Time | None,
    *,
    stage: str = "delivery",
    published: str | None = None,
    said_on: str | None = None,
) -> Ledger:
    parts = [part for part in (supplier, item, recipient) if part]
    document = report(f"It said so: {' sent '.join(parts)}.", published)
    given = {"supplier": supplier, "item": item, "recipient": recipient}
    roles = {role: [words] for role, words in given.items() if words}
    names = {words: "GPE" for words in parts if words in STATES}
    said_by = {"said_by": "It", "said_on": said_on} if said_on else {}
    made = claim(document, f"transfer/{stage}", "so", roles, names=names, time=when, **said_by)  # type: ignore[arg-type]
    return ledger([document], entities(document, names), [made])


def answers(found: tuple[RegimeFinding, ...]) -> dict[str, InForce]:
    return {f"{f.regime} {f.side}": f.answer for f in found}


# who supplied what to whom, when; which regimes bear on it, whom they bind, and the answer
TRANSFERS = [
    ("Russia", "rifles", "Libya", days("2015-06-01"), {"un-libya supplier": YES}),
    ("France", "rifles", "Libya", days("2015-06-01"), {"un-libya supplier": YES, "eu-libya supplier": YES}),
    ("France", "rifles", "Libya", days("2005-06-01"), {}),  # between the embargoes
    ("Russia", "wheat", "Libya", days("2015-06-01"), {}),
    ("Russia", "two things", "Libya", days("2015-06-01"), {"un-libya supplier": CANNOT_TELL}),
    ("Russia", "$2 million", "Libya", days("2015-06-01"), {}),
    ("Russia", "trucks", "Libya", days("2015-06-01"), {"un-libya supplier": CANNOT_TELL}),
    ("Libya", "rifles", "Russia", days("2015-06-01"), {"un-libya supplier": YES, "eu-libya recipient": None}),
    ("Libyan rebels", "rifles", "France", days("2015-06-01"), {"un-libya supplier": YES, "eu-libya recipient": YES}),
    # UN Security Council resolutions on Iran: exports, then heavy arms for it, then with approval, then expired
    ("Iran", "rockets", "Sudan", days("2006-06-01"), {"un-darfur supplier": CANNOT_TELL}),
    ("Iran", "rifles", "Lebanon", days("2008-06-01"), {"un-iran-exports supplier": YES}),
    ("Russia", "tanks", "Iran", days("2009-06-01"), {}),
    ("Russia", "tanks", "Iran", days("2011-06-01"), {"un-iran-imports supplier": YES}),
    ("Russia", "rifles", "Iran", days("2011-06-01"), {}),
    ("Russia", "tanks", "Iran", days("2018-06-01"), {"un-iran-imports supplier": YES}),
    ("Russia", "tanks", "Iran", days("2020-11-01"), {"un-iran-imports supplier": DISPUTED}),
    ("Russia", "tanks", "Iran", days("2021-11-01"), {}),
    ("Iran", "rifles", "Russia", days("2021-11-01"), {}),
    ("Iran", "Shahed-136 drones", "Russia", days("2022-09-01"), {"un-iran-missiles supplier": DISPUTED}),
    ("Iran", "ballistic missiles", "Russia", days("2022-09-01"), {"un-iran-missiles supplier": YES}),
    ("Iran", "ballistic missiles", "Russia", days("2024-09-01"), {}),
    (
        "Iran",
        "ballistic missiles",
        "Russia",
        days("2025-09-29"),
        {"un-iran-exports supplier": DISPUTED, "un-iran-missiles supplier": DISPUTED},
    ),
    ("France", "rifles", "Iran", days("2024-09-01"), {"eu-iran supplier": YES}),
    ("Iran", "rifles", "France", days("2024-09-01"), {"eu-iran recipient": YES}),
    # the EU's embargo on arms for Syria ended, the ban on arms from there went on
    ("France", "rifles", "Syria", days("2012-06-01"), {"eu-syria supplier": YES}),
    ("France", "rifles", "Syria", days("2014-06-01"), {}),
    ("Syria", "rifles", "France", days("2012-06-01"), {}),
    ("Syria", "rifles", "France", days("2014-06-01"), {"eu-syria recipient": YES}),
    ("Syria", "rifles", "Russia", days("2014-06-01"), {}),
    ("Syria", "rifles", "France", days("2025-08-01"), {"eu-syria recipient": CANNOT_TELL}),
    ("Poland", "rifles", "Taliban", days("2005-06-01"), {"un-taliban supplier": YES, "eu-afghanistan supplier": YES}),
    ("France", "rifles", "Taliban", days("2001-12-01"), {"un-taliban supplier": YES, "eu-afghanistan supplier": YES}),
    ("Kurdistan Democratic Party of Iran", "rifles", "Russia", days("2010-06-01"), {}),  # not the state's exports
    # autonomous ones bind their members only
    ("France", "radars", "China", days("2005-06-01"), {"eu-china supplier": YES}),
    ("Russia", "radars", "China", days("2005-06-01"), {}),
    ("Poland", "radars", "China", days("2003-06-01"), {}),
    ("Poland", "radars", "China", days("2004-01-01", "2004-12-31"), {"eu-china supplier": CANNOT_TELL}),
    (None, "radars", "China", days("2005-06-01"), {}),  # nobody who is bound is named
    ("an arms dealer", "radars", "China", days("2005-06-01"), {}),
    (None, "rifles", "Libya", days("2015-06-01"), {"un-libya supplier": YES}),  # the UN binds everyone
    # governments, armed groups, parts of a state, those whom a committee lists
    ("Russia", "rifles", "Hezbollah", days("2015-06-01"), {"un-lebanon supplier": YES}),
    ("Russia", "rifles", "Lebanon", days("2015-06-01"), {}),
    ("Iran", "rifles", "Houthis", days("2021-06-01"), {"un-yemen supplier": YES}),
    ("Rwanda", "rifles", "M23", days("2023-06-01"), {"un-drc supplier": YES}),
    ("Rwanda", "rifles", "Congolese militia", days("2023-06-01"), {"un-drc supplier": YES}),
    ("Russia", "rifles", "Sudan", days("2015-06-01"), {"un-darfur supplier": CANNOT_TELL}),
    ("Russia", "rifles", "Darfur", days("2015-06-01"), {"un-darfur supplier": YES}),
    ("Russia", "rifles", "Haiti", days("2023-01-01"), {"un-haiti supplier": CANNOT_TELL}),
    ("Russia", "tanks", "Haiti", days("2024-01-01"), {}),
    ("Russia", "tanks", "Haiti", days("2024-12-01"), {"un-haiti supplier": YES}),
    ("Russia", "rifles", "Boko Haram", days("2013-06-01"), {}),  # not listed yet
    ("Russia", "rifles", "Boko Haram", days("2015-06-01"), {"un-al-qaida supplier": YES}),
    ("Russia", "rifles", "Islamic State", days("2015-06-01"), {"un-al-qaida supplier": YES, "un-iraq supplier": YES}),
    ("North Korea", "shells", "Russia", days("2023-06-01"), {"un-north-korea supplier": YES}),
    ("Russia", "rifles", "North Korea", days("2012-06-01"), {}),
    # the day
    ("Russia", "rifles", "Libya", days("2011-01-01", "2011-12-31"), {"un-libya supplier": CANNOT_TELL}),
    ("Russia", "rifles", "Libya", days("2026-06-01"), {"un-libya supplier": CANNOT_TELL}),  # behind the table's day
    ("Libya", "rifles", "Libya", days("2015-06-01"), {}),
]


@pytest.mark.parametrize(("supplier", "item", "recipient", "when", "expected"), TRANSFERS)
def test_transfers(
    supplier: str | None, item: str, recipient: str, when: Time, expected: dict[str, InForce | None]
) -> None:
    found = answers(regimes_for(told(supplier, item, recipient, when)))
    assert found == {key: answer for key, answer in expected.items() if answer is not None}


# the transfer's day, the report's, the statement's; the regimes named, and what is said to be missing
UNDATED = [
    ("2015-03-01", None, ["un-libya"], "told by 2015-03-01, the day of the report"),
    ("2015-03-01", "2014-02-01", ["un-libya"], "told by 2014-02-01, the day of the statement"),
    ("2012-01-10", None, ["un-libya"], "told by 2012-01-10"),
    ("2010-03-01", None, [], ""),
    (None, None, ["un-libya"], "neither the claim nor its report is dated"),
]


@pytest.mark.parametrize(("published", "said_on", "regimes", "missing"), UNDATED)
def test_without_a_day_of_its_own_nobody_can_tell(
    published: str | None, said_on: str | None, regimes: list[str], missing: str
) -> None:
    found = regimes_for(told("Russia", "rifles", "Libya", None, published=published, said_on=said_on))
    assert sorted(f.regime for f in found) == regimes
    assert all(f.answer is CANNOT_TELL and missing in f.missing[0] for f in found)


def test_a_finding_names_its_law_and_says_no_more_than_that_it_was_in_force() -> None:
    (found,) = regimes_for(told("Russia", "rifles", "Libya", days("2015-06-01"), stage="order"))
    assert found.basis[0] == "UN Security Council resolution 1970, paragraphs 9 and 10 (imposed 2011-02-26)"
    assert found.sources[0] == "https://undocs.org/S/RES/1970(2011)"
    assert (found.start, found.end, found.authority, found.missing) == ("2011-02-26", None, "UN", ())
    assert "forbade supplying Libya with arms and related materiel of all types, since 2011-02-26." in found.note
    assert "of the stage “order”, not a delivery" in found.note
    assert "illegal" not in found.note


def test_a_dispute_says_whose_it_is() -> None:
    (found,) = regimes_for(told("Russia", "tanks", "Iran", days("2020-11-01")))
    assert "Disputed by thirteen of the fifteen members of the Security Council" in found.note


def test_what_is_missing_is_said_for_each_thing() -> None:
    (found,) = regimes_for(told(None, "trucks", "Sudan", None, published="2015-06-01"))
    assert [m.split(" (")[0].split(":")[0] for m in found.missing] == [
        "the date of the transfer",
        "whether it was for Darfur",
        "what exactly was transferred",
    ]


def test_who_arms_somebody_supplies_arms() -> None:
    of = told("Russia", None, "Libya", days("2015-06-01"))
    arming = replace(of.claims[0], trigger=Filler("arming", of.claims[0].trigger.span))
    assert answers(regimes_for(of)) == {"un-libya supplier": CANNOT_TELL}
    assert answers(regimes_for(ledger(of.documents, of.entities, [arming]))) == {"un-libya supplier": YES}


def test_a_transfer_that_was_stopped_and_other_frames_have_none() -> None:
    assert regimes_for(told("Russia", "rifles", "Libya", days("2015-06-01"), stage="halt")) == ()
    document = report("Russia praised Libya.")
    praised = claim(document, "cooperation/agree", "praised", {"supplier": ["Russia"], "recipient": ["Libya"]})
    assert regimes_for(ledger([document], [], [praised])) == ()


# what stands in a role; the state, the group, whether it stands outside a government's forces
PARTIES = [
    ("Iran", "Iran", None, False),
    ("Tehran", "Iran", None, False),
    ("Islamic Republic of Iran", "Iran", None, False),
    ("Iranian defence ministry", "Iran", None, False),
    ("the Pentagon", "United States", None, False),
    ("an Iranian company", None, None, False),
    ("Iranian company", "Iran", None, False),
    ("Libyan rebels", "Libya", None, True),
    ("Houthis", "Yemen", "Houthis", True),
    ("Peshmerga", "Iraq", "Peshmerga", None),
    ("its allies", None, None, False),
    ("", None, None, False),
]


@pytest.mark.parametrize(("text", "state", "group", "armed"), PARTIES)
def test_parties(text: str, state: str | None, group: str | None, armed: bool | None) -> None:
    party = read_party(text)
    assert (party.state, party.group, party.armed) == (state, group, armed)


# what is transferred; its kinds
ITEMS = [
    ("more than 2,400 drones", {"drone"}),
    ("some 2,400 Iranian Shahed-136 drones", {"loitering munition"}),
    ("Mojaher-6 and Shahed-129", {"combat drone"}),
    ("12 Rafale jets", {"fighter aircraft"}),
    ("fighter jets and tank shells", {"fighter aircraft", "ammunition"}),
    ("shells for howitzers", {"ammunition"}),
    ("weapons", {"arms"}),
    ("surface-to-air missiles", {"surface-to-air missile system"}),
    ("containers of shells from the port", {"ammunition"}),
    ("nine cargoes of jet fuel", {"civil goods"}),
    ("spare parts for tanks", {"goods"}),
    ("trucks", {"truck"}),
    ("goodwill", set()),
    ("", set()),
]


@pytest.mark.parametrize(("text", "kinds"), ITEMS)
def test_items(text: str, kinds: set[str]) -> None:
    assert read_items(text) == kinds


@given(
    st.sampled_from(STATES),
    st.sampled_from(["rifles", "tanks", "drones", "weapons"]),
    st.sampled_from(STATES),
    st.dates(),
)
def test_what_is_in_force_was_so_on_the_day(supplier: str, item: str, recipient: str, day: object) -> None:
    for found in regimes_for(told(supplier, item, recipient, days(str(day)))):
        assert found.start <= str(day) <= (found.end or regime_table().as_of) or found.answer is CANNOT_TELL
        assert (found.answer is CANNOT_TELL) == bool(found.missing)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read(party: str, item: str) -> None:
    assert isinstance(read_party(party), Party)
    assert read_items(item) <= set(regime_table().kinds.values()) | read_items(item)


def test_many_transfers_take_seconds() -> None:
    one = told("Russia", "rifles", "Libya", days("2015-06-01"))
    many = Ledger(one.documents, one.entities, one.claims, propositions=one.propositions * 2_000)
    start = time.perf_counter()
    assert len(regimes_for(many)) == 2_000
    assert time.perf_counter() - start < 4
