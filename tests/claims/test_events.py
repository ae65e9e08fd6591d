"""Which words name an event, and how far it has come. The texts were written for these tests."""

import pytest

from tests.claims.parsed import claim_at, claims_of, fillers

# sentence, trigger, frame, stage
EVENTS = [
    # words above that say how far it has come
    ("Norway agreed to sell tanks to Latvia.", "sell", "transfer", "plan"),
    ("Norway halted the delivery of tanks to Latvia.", "delivery", "transfer", "halt"),
    ("Arms exports to Latvia by Norway were halted.", "exports", "transfer", "halt"),
    ("Norway urged Chad to sell tanks to Latvia.", "sell", "transfer", "request"),
    ("The EU extended its embargo on Libyan arms exports.", "embargo", "embargo", "extend"),
    ("The arms embargo expired.", "embargo", "embargo", "lift"),
    ("The arms embargo was lifted.", "embargo", "embargo", "lift"),
    ("Sanctions imposed by Canada on two banks were lifted.", "Sanctions", "sanction", "lift"),
    # participles
    ("The sanctioned bank closed.", "sanctioned", "sanction", "impose"),
    # agent nouns
    ("The company is a supplier of tanks to Latvia.", "supplier", "transfer", "delivery"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "frame", "stage"), EVENTS, ids=[row[0] for row in EVENTS])
def test_frame_and_stage(text: str, trigger: str, frame: str, stage: str) -> None:
    assert claim_at(text, trigger, frame).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "Norway sold to Chad.",  # nothing is sold
        "Arms exports are a contested topic.",  # by nobody, to nobody
        "The delivery was halted.",  # of what?
        "The company delivered pizzas.",
        "Norway met yesterday.",  # nobody meets alone
    ],
)
def test_silent_without_what_the_frame_requires(text: str) -> None:
    assert [c.trigger.text for c in claims_of(text) if c.frame != "statement"] == []


def test_fewer_roles_are_enough_once_the_frame_was_told() -> None:
    claim = claim_at("Norway sold tanks to Latvia. Norway also sold to Chad.", "sold")
    assert fillers(claim) == {"supplier": ["Norway"], "recipient": ["Chad"]}


def test_goods_of_a_kind_that_nobody_knows_are_goods_once_a_transfer_was_told() -> None:
    text = "Norway delivered the blorbs to Chad."
    assert claims_of(text) == ()
    claim = claim_at(f"Norway sold tanks to Latvia. {text}", "delivered")
    assert fillers(claim) == {"supplier": ["Norway"], "item": ["blorbs"], "recipient": ["Chad"]}


@pytest.mark.parametrize(
    ("text", "trigger", "stage"),
    [
        ("Norway sold tanks to Latvia. The deliveries began in 2019.", "deliveries", "delivery"),
        ("Norway sold tanks to Latvia. The delivery was halted.", "delivery", "halt"),
    ],
)
def test_a_definite_noun_takes_up_an_event_told_before(text: str, trigger: str, stage: str) -> None:
    assert claim_at(text, trigger, "transfer").stage == stage


def test_a_noun_with_an_indefinite_article_takes_up_nothing() -> None:
    found = claims_of("Norway sold tanks to Latvia. A delivery is a delivery.")
    assert [c.trigger.text for c in found] == ["sold"]


def test_a_verb_of_denial_names_no_event_of_its_own_beside_one() -> None:
    assert [c.trigger.text for c in claims_of("Norway denied the sale of tanks to Latvia.")] == ["sale"]


def test_an_event_inside_another_says_where_that_happened() -> None:
    claim = claim_at("Russia used drones in its invasion of Ukraine.", "used")
    assert claim.place is not None
    assert claim.place.text == "Ukraine"


def test_events_stand_in_the_order_of_the_text() -> None:
    spans = [c.trigger.span for c in claims_of("Norway sold tanks to Latvia and shelled the port of Chad on Monday.")]
    assert spans == sorted(spans)
    assert len(spans) == 2


def test_money_that_is_transferred_is_no_transfer_of_arms() -> None:
    frames = {claim.frame for claim in claims_of("Qatar transferred $120 million to the army of Chad.")}
    assert frames == {"support"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chad imposed sanctions on Mali after its attack on Latvia.",
        "Norway imposed sanctions on Mali after its attack on Latvia.",
    ],
)
def test_whose_attack_it_was_is_not_guessed(text: str) -> None:
    attackers = [
        f.text for claim in claims_of(text) if claim.frame == "attack" for f in claim.roles.get("attacker", ())
    ]
    assert set(attackers) <= {"its"}
