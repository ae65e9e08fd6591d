"""One claim for two words, two claims for one verb. The texts were written for these tests."""

import pytest

from tests.claims.parsed import claims_of, fillers

# sentence; what it is shown at, supplier, item, recipient of each deal
DEALS = [
    ("Sweden sold 12 jets to India and six helicopters to Vietnam.",
     [("sold", "Sweden", "12 jets", "India"), ("helicopters", "Sweden", "six helicopters", "Vietnam")]),
    ("Norway sent 20 tanks to Latvia and 30 mortars to Estonia.",
     [("sent", "Norway", "20 tanks", "Latvia"), ("mortars", "Norway", "30 mortars", "Estonia")]),
    ("Italy bought 12 jets from Sweden and six helicopters from Norway.",
     [("bought", "Sweden", "12 jets", "Italy"), ("helicopters", "Norway", "six helicopters", "Italy")]),
    ("Germany pledged 20 tanks to Kyiv and France 30 howitzers.",
     [("pledged", "Germany", "20 tanks", "Kyiv"), ("howitzers", "France", "30 howitzers", "Kyiv")]),
    ("Sweden delivered 12 jets to India and Norway six helicopters to Vietnam.",
     [("delivered", "Sweden", "12 jets", "India"), ("helicopters", "Norway", "six helicopters", "Vietnam")]),
    ("Norway sold Latvia 20 tanks and Estonia 30 mortars.",
     [("sold", "Norway", "20 tanks", "Latvia"), ("mortars", "Norway", "30 mortars", "Estonia")]),
    # one party for all the goods
    ("Norway sold 12 jets and six helicopters to Latvia.",
     [("sold", "Norway", "12 jets", "Latvia"), ("helicopters", "Norway", "six helicopters", "Latvia")]),
    ("Norway sold 12 jets, six helicopters and 40 tanks to Latvia.",
     [("sold", "Norway", "12 jets", "Latvia"), ("helicopters", "Norway", "six helicopters", "Latvia"),
      ("tanks", "Norway", "40 tanks", "Latvia")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "deals"), DEALS, ids=[row[0] for row in DEALS])
def test_each_deal_is_a_claim(text: str, deals: list[tuple[str, str, str, str]]) -> None:
    found = []
    for claim in claims_of(text):
        roles = fillers(claim)
        found.append((claim.trigger.text, *(" + ".join(roles[r]) for r in ("supplier", "item", "recipient"))))
    assert found == deals


def test_each_deal_has_its_own_figure() -> None:
    found = claims_of("Sweden sold 12 jets to India and six helicopters to Vietnam.")
    assert [(c.quantity.low, c.quantity.unit) for c in found if c.quantity] == [(12, "jets"), (6, "helicopters")]


def test_goods_that_are_not_counted_stay_together() -> None:
    (claim,) = claims_of("Norway sold tanks and mortars to Latvia.")
    assert fillers(claim)["item"] == ["tanks", "mortars"]


# sentence, the triggers and targets of its attacks and sanctions
COUNTED = [
    ("Rebels attacked two villages and three outposts.",
     [("attacked", "two villages", 2), ("outposts", "three outposts", 3)]),
    ("The attack destroyed five tanks and two helicopters.",
     [("attack", "five tanks", 5), ("helicopters", "two helicopters", 2)]),
    ("Canada imposed sanctions on two banks and three companies.",
     [("sanctions", "two banks", 2), ("companies", "three companies", 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), COUNTED, ids=[row[0] for row in COUNTED])
def test_each_counted_target_is_a_claim(text: str, targets: list[tuple[str, str, int]]) -> None:
    found = [(c.trigger.text, *fillers(c)["target"], c.quantity.low if c.quantity else None) for c in claims_of(text)]
    assert found == targets


def test_parts_of_one_verb_share_its_factuality_and_source() -> None:
    found = claims_of("The ministry denied that Sweden had sold 12 jets to India and six helicopters to Vietnam.")
    assert {c.factuality for c in found} == {"CT-"}
    assert [a.source.text for c in found for a in c.attribution if a.source] == ["ministry", "ministry"]


# sentence, the one frame and trigger that remain, roles
MERGED = [
    ("Two banks were hit with sanctions by Canada.", "sanction", "hit",
     {"target": ["Two banks"], "imposer": ["Canada"]}),
    ("Japan hit two firms with sanctions.", "sanction", "hit", {"target": ["two firms"], "imposer": ["Japan"]}),
    ("Canada slapped sanctions targeting two banks.", "sanction", "sanctions",
     {"imposer": ["Canada"], "target": ["two banks"]}),
    ("Sanctions imposed by Canada on two banks were lifted.", "sanction", "Sanctions",
     {"imposer": ["Canada"], "target": ["two banks"]}),
    ("The strikes launched against the port by Norway drew protests.", "attack", "strikes",
     {"attacker": ["Norway"], "target": ["port"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "frame", "trigger", "roles"), MERGED, ids=[row[0] for row in MERGED])
def test_two_words_for_one_event(text: str, frame: str, trigger: str, roles: dict[str, list[str]]) -> None:
    (claim,) = claims_of(text)
    assert (claim.frame, claim.trigger.text) == (frame, trigger)
    assert {role: fillers(claim)[role] for role in roles} == roles


def test_a_volley_fired_is_one_attack() -> None:
    (claim,) = claims_of("The rebels fled after a volley of rockets fired at the garrison by soldiers.")
    assert claim.trigger.text == "volley"
    assert fillers(claim) == {"weapon": ["rockets"], "target": ["garrison"], "attacker": ["soldiers"]}


def test_a_weapon_that_hits_is_an_attack_still() -> None:
    (claim,) = claims_of("The army hit the garrison with rockets.")
    assert (claim.frame, fillers(claim)["weapon"]) == ("attack", ["rockets"])
