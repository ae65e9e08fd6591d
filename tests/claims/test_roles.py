"""Who and what takes part in an event. The texts were written for these tests."""

import pytest

from tests.claims.parsed import claim_at, claims_of, fillers

# sentence, trigger, roles
ROLES = [
    # a force's weapon that attacks: the weapon, and whose it is attacks
    ("US warplanes bombed the depot.", "bombed", {"attacker": ["US"], "weapon": ["US warplanes"], "target": ["depot"]}),
    ("The depot was bombed by US warplanes.", "bombed", {"attacker": ["US"], "weapon": ["US warplanes"]}),
    ("Israeli tanks shelled the town.", "shelled", {"attacker": ["Israeli"], "weapon": ["Israeli tanks"]}),
    ("US warplanes dropped bombs on the depot.", "dropped", {"attacker": ["US"], "weapon": ["bombs"]}),
    ("Fighter jets struck the port.", "struck", {"weapon": ["Fighter jets"], "target": ["port"]}),
    ("Monitors accuse foreign governments of prolonging the war by arming the rebels.", "arming",
     {"supplier": ["foreign governments"], "recipient": ["rebels"]}),
    # whoever is approached to build up forces is asked for arms
    ("Several states approached Norway with a view to modernising their navies.", "approached",
     {"recipient": ["Several states"], "supplier": ["Norway"]}),
    ("Latvia turned to Norway to equip its army.", "turned", {"recipient": ["Latvia"], "supplier": ["Norway"]}),
    ("Latvia turned to Norway for 40 tanks.", "turned", {"supplier": ["Norway"], "item": ["40 tanks"]}),
    # a town before an attack is where it was, a state's adjective who did it
    ("The Kabul bombings killed 20 people.", "bombings", {"attacker": None, "place": ["Kabul"]}),
    ("The Turkish bombings killed 20 people.", "bombings", {"attacker": ["Turkish"], "place": None}),
    ("Norway blamed the rebels for breaking the ceasefire.", "ceasefire", {"party": ["rebels"]}),
    # possessive pronouns
    ("Russia used drones in its invasion of Ukraine.", "invasion", {"attacker": ["Russia"], "target": ["Ukraine"]}),
    ("The rebels killed 12 villagers in their attack on the port.", "attack",
     {"attacker": ["rebels"], "target": ["port"]}),
    ("Russia was criticised for its invasion of Ukraine.", "invasion", {"attacker": ["Russia"]}),
    # relative clauses
    ("The jets that the army ordered from Sweden were delivered.", "ordered",
     {"recipient": ["army"], "item": ["jets"], "supplier": ["Sweden"]}),
    ("The tanks which Norway sold to Latvia are old.", "sold",
     {"supplier": ["Norway"], "item": ["tanks"], "recipient": ["Latvia"]}),
    ("The rockets that the rebels fired at the port missed.", "fired",
     {"attacker": ["rebels"], "weapon": ["rockets"], "target": ["port"]}),
    ("Norway, which sold tanks to Latvia, protested.", "sold", {"supplier": ["Norway"], "item": ["tanks"]}),
    ("The drones supplied by Iran hit the port.", "supplied", {"supplier": ["Iran"], "item": ["drones"]}),
    # where one goes to do something, one does it
    ("Instructors travelled to Ghana to train soldiers.", "train",
     {"provider": ["Instructors"], "recipient": ["soldiers"], "place": ["Ghana"]}),
    ("Soldiers flew to Mali to train recruits.", "train", {"place": ["Mali"]}),
    # an embargo on a state's exports is one on the state
    ("The Council lifted the embargo on Libyan arms imports.", "embargo",
     {"imposer": ["Council"], "target": ["Libyan"]}),
    ("The Council imposed an embargo on Iranian arms exports.", "embargo",
     {"imposer": ["Council"], "target": ["Iranian"]}),
    # who buys a state's goods from nobody named buys them there
    ("Latvia bought Swedish jets.", "bought", {"recipient": ["Latvia"], "supplier": ["Swedish"]}),
    # agent nouns
    ("Ole Dahl, the supplier of the tanks to Latvia, was arrested.", "supplier",
     {"supplier": ["Ole Dahl"], "item": ["tanks"], "recipient": ["Latvia"]}),
    ("The company is a supplier of tanks to Latvia.", "supplier", {"supplier": ["company"]}),
    # shared with the words above
    ("Norway carried out strikes on the port.", "strikes", {"attacker": ["Norway"], "target": ["port"]}),
    ("Rebels used drones to attack the port.", "used", {"target": ["port"]}),
    ("Rebels used drones to attack the port.", "attack", {"attacker": ["Rebels"], "weapon": ["drones"]}),
    ("The raid killed at least 12 villagers.", "raid", {"target": ["12 villagers"]}),
    # participles on event nouns
    ("The sanctions that Canada has imposed on two banks hurt.", "sanctions",
     {"imposer": ["Canada"], "target": ["two banks"]}),
    ("A series of sanctions that Canada imposed on two banks hurt.", "sanctions",
     {"imposer": ["Canada"], "target": ["two banks"]}),
    # coordination
    ("Norway sold tanks and mortars to Latvia and Estonia.", "sold",
     {"item": ["tanks", "mortars"], "recipient": ["Latvia", "Estonia"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "roles"), ROLES, ids=[row[0] for row in ROLES])
def test_roles(text: str, trigger: str, roles: dict[str, list[str] | None]) -> None:
    found = fillers(claim_at(text, trigger))
    assert {role: found.get(role) for role in roles} == roles


@pytest.mark.parametrize(
    ("text", "trigger", "role"),
    [
        ("The rebels attacked the port on Monday.", "attacked", "place"),
        ("Norway sold tanks to Latvia last year.", "sold", "via"),
        ("Canada imposed sanctions on two banks.", "sanctions", "reason"),
    ],
)
def test_roles_that_nothing_fills(text: str, trigger: str, role: str) -> None:
    assert role not in fillers(claim_at(text, trigger))


def test_goods_and_money_are_told_apart() -> None:
    frames = {c.frame: fillers(c) for c in claims_of("Norway supplied weapons and financial aid to Latvia.")}
    assert frames["transfer"]["item"] == ["weapons"]
    assert frames["support"]["provider"] == ["Norway"]


# What only stands for goods is trusted to be some where the report has told of a transfer: sentence, the item of it.
STAND_INS = [
    ("It delivered them in 2019.", "them"),
    ("It delivered two in 2019.", "two"),
    ("Chad delivered nothing.", "nothing"),
]


@pytest.mark.parametrize(("text", "item"), STAND_INS, ids=[row[0] for row in STAND_INS])
def test_pronouns_and_numbers_are_goods_once_a_transfer_was_told(text: str, item: str) -> None:
    assert [c for c in claims_of(text) if c.frame == "transfer"] == []
    assert fillers(claim_at(f"Norway sold tanks to Latvia. {text}", "delivered"))["item"] == [item]
