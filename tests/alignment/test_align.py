"""Which claims are one proposition, told in invented reports."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.alignment.align import align
from counterclaim.records import Bound, Claim, Factuality, Ledger, Proposition, Section
from tests.alignment.told import DENIED, days, figure, ledger, remark, said

ORDER = said("a", "transfer/order", recipient="Norland", supplier="Orava", item="drones")


def joined(*claims: Claim, **more: object) -> bool:
    """Whether two claims come out as one proposition."""
    return len(align(ledger(*claims, **more))) == 1  # type: ignore[arg-type]


def only(found: Ledger) -> Proposition:
    """The one proposition of a ledger."""
    (proposition,) = align(found)
    return proposition


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (said("b", "transfer/order", recipient="Norland", supplier="Orava", item="drones"), True),
        (said("b", "transfer/order", recipient="Norland", supplier="Orava", item="40 Harop drones"), True),
        (said("b", "transfer/order", recipient="Norland", supplier="Orava", item="arms"), True),
        (said("b", "transfer/order", recipient="Norland", item="drones"), True),
        (said("b", "transfer/order", recipient="Norland", supplier="Orava", item="tanks"), False),
        (said("b", "transfer/order", recipient="Tarsia", supplier="Orava", item="drones"), False),
        (said("b", "transfer/order", recipient="its allies", supplier="Orava", item="drones"), False),
        (said("b", "transfer/delivery", recipient="Norland", supplier="Orava", item="drones"), False),
        (said("b", "transfer/plan", recipient="Norland", supplier="Orava", item="drones"), False),
        (said("b", "transfer/halt", recipient="Norland", supplier="Orava", item="drones"), False),
        (said("b", "production/manufacture", producer="Orava", item="drones"), False),
        (said("b", "transfer/order", item="drones"), False),  # a frame and "drones" are not enough
    ],
)
def test_an_order_of_drones_meets_another_report(other: Claim, expected: bool) -> None:
    assert joined(ORDER, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("transfer/sale", "transfer/delivery", True),
        ("transfer/order", "transfer/sale", False),
        ("transfer/request", "transfer/sale", False),
    ],
)
def test_stages_are_families(one: str, other: str, expected: bool) -> None:
    roles = {"recipient": "Norland", "supplier": "Orava", "item": "drones"}
    assert joined(said("a", one, **roles), said("b", other, **roles)) is expected  # type: ignore[arg-type]


def test_what_one_speaker_says_of_seeking_and_of_buying_is_one_remark_in_two_wordings() -> None:
    roles = {"recipient": "several countries", "supplier": "Orava"}
    asked = said("a", "transfer/request", by="Ada Brun", **roles)  # type: ignore[arg-type]
    bought = said("b", "transfer/sale", by="Ada Brun", item="arms", **roles)  # type: ignore[arg-type]
    assert joined(asked, bought)


def test_a_weapon_used_and_an_attack_with_it_are_one() -> None:
    used = said("a", "attack/use", attacker="Norland", weapon="drones", place="Lumen")
    struck = said("b", "attack/attack", attacker="Norland", weapon="drones", target="Lumen")
    assert joined(used, struck)


def test_a_war_is_not_one_of_its_strikes() -> None:
    war = said("a", "attack/attack", rule="invade.01", attacker="Norland", target="Tarsia", weapon="drones")
    strike = said("b", "attack/attack", rule="strike.01", attacker="Norland", target="Tarsia", weapon="drones")
    assert not joined(war, strike)


def test_where_and_when_do_not_tell_what() -> None:
    one = said("a", "attack/attack", place="Lumen", attacker="rebels", time=days("2024-03-02"))
    other = said("b", "attack/attack", place="Lumen", target="hospital", time=days("2024-03-02"))
    assert not joined(one, other)


def test_two_times_that_do_not_meet_are_two_events() -> None:
    roles = {"attacker": "Norland", "weapon": "missiles", "place": "Lumen"}
    first = said("a", "attack/attack", time=days("2024-03-02"), **roles)  # type: ignore[arg-type]
    second = said("b", "attack/attack", time=days("2024-03-09"), **roles)  # type: ignore[arg-type]
    assert not joined(first, second)
    within = said("b", "attack/attack", time=days("2024-03-01", "2024-03-31"), **roles)  # type: ignore[arg-type]
    assert joined(first, within)


def test_across_stories_only_full_agreement_on_a_known_day_joins() -> None:
    roles = {"recipient": "Norland", "supplier": "Orava", "item": "drones"}
    dated = [said(d, "transfer/order", time=days("2024-03-02"), **roles) for d in "ab"]  # type: ignore[arg-type]
    assert joined(*dated, stories=["a", "b"])
    assert not joined(dated[0], replace(dated[1], time=None), stories=["a", "b"])
    fewer = {role: held for role, held in dated[1].roles.items() if role != "supplier"}
    assert not joined(dated[0], replace(dated[1], roles=fewer), stories=["a", "b"])


def test_undated_reports_far_apart_tell_of_two_events() -> None:
    roles = {"attacker": "Norland", "weapon": "missiles", "place": "Lumen"}
    two = [said(d, "attack/attack", **roles) for d in "ab"]  # type: ignore[arg-type]
    assert joined(*two, published={"a": "2024-03-01", "b": "2024-03-04"})
    assert not joined(*two, published={"a": "2024-03-01", "b": "2024-04-20"})


def test_no_chain_of_half_fitting_claims_forms() -> None:
    drones = said("a", "transfer/order", recipient="Norland", supplier="Orava", item="drones")
    tanks = said("b", "transfer/order", recipient="Norland", supplier="Orava", item="tanks")
    vague = said("c", "transfer/order", recipient="Norland", supplier="Orava", item="weapons")
    found = align(ledger(drones, tanks, vague))
    assert not any({drones.id, tanks.id} <= set(p.claims) for p in found)


def test_a_vague_claim_that_fits_two_propositions_of_other_reports_joins_neither() -> None:
    to_norland = said("a", "transfer/delivery", supplier="Orava", recipient="Norland", item="drones")
    to_tarsia = said("b", "transfer/delivery", supplier="Orava", recipient="Tarsia", item="drones")
    vague = said("c", "transfer/delivery", supplier="Orava", item="drones")
    assert [len(p.claims) for p in align(ledger(to_norland, to_tarsia, vague))] == [1, 1, 1]


def test_ordered_and_used_stand_side_by_side_without_conflict() -> None:
    ordered = said("a", "transfer/order", recipient="Norland", item="drones", quantity=figure(900, Bound.MIN))
    used = said("b", "attack/use", attacker="Norland", weapon="drones", quantity=figure(90, Bound.MIN))
    found = align(ledger(ordered, used))
    assert len(found) == 2
    assert not any(p.figure_conflict for p in found)


def test_a_denial_joins_what_it_denies() -> None:
    told = said("a", "transfer/delivery", supplier="Orava", recipient="Norland", item="missiles")
    denial = said(
        "b",
        "transfer/delivery",
        by="Orava",
        factuality=DENIED,
        supplier="Orava",
        recipient="Norland",
        item="a single weapon",
    )
    found = only(ledger(told, denial))
    assert (found.status, found.denied_by) == ("contested", (denial.id,))


def test_a_denial_of_one_stage_stands_beside_an_acknowledgement_of_another() -> None:
    sold = said("a", "transfer/sale", by="Orava", supplier="Orava", recipient="Norland", item="drones")
    denied = said("a", "attack/use", at=9, by="Orava", factuality=DENIED, attacker="Norland", weapon="drones")
    assert [p.status for p in sorted(align(ledger(sold, denied)), key=lambda p: p.frame)] == ["denied", "single-source"]


def test_related_headlines_are_in_no_proposition() -> None:
    assert align(ledger(replace(ORDER, section=Section.RELATED))) == ()


def test_every_own_claim_is_in_exactly_one_proposition_whatever_the_order() -> None:
    shuffled = random.Random(3)
    claims = [
        said(d, e, at=at, supplier=s, recipient=r, item=i)
        for at, (d, e, s, r, i) in enumerate(
            (d, e, s, r, i)
            for d in "abc"
            for e in ("transfer/sale", "transfer/order")
            for s in ("Orava", "Veldia")
            for r in ("Norland", "its allies")
            for i in ("drones", "arms")
        )
    ]
    expected = align(ledger(*claims))
    assert sorted(c for p in expected for c in p.claims) == sorted(c.id for c in claims)
    for _ in range(3):
        shuffled.shuffle(claims)
        assert align(ledger(*claims)) == expected


def test_a_jet_and_the_bomb_it_drops_are_one_attack_but_a_tank_is_no_drone_that_is_bought() -> None:
    roles = {"attacker": "Norland", "place": "Lumen"}
    jet = said("a", "attack/attack", weapon="fighter jets", time=days("2024-03-02"), **roles)  # type: ignore[arg-type]
    bomb = said("b", "attack/attack", weapon="bombs", time=days("2024-03-02"), **roles)  # type: ignore[arg-type]
    drone = said("b", "attack/attack", weapon="drones", time=days("2024-03-02"), **roles)  # type: ignore[arg-type]
    assert joined(jet, bomb)
    assert not joined(jet, drone)


class TestBadInput:
    def test_an_empty_ledger(self) -> None:
        assert align(Ledger((), (), ())) == ()

    def test_claims_of_documents_that_the_ledger_lacks_and_in_no_story(self) -> None:
        bare = Ledger((), (), (ORDER, replace(ORDER, document="d:b")))
        assert [len(p.claims) for p in align(bare)] == [1, 1]

    def test_the_same_document_twice(self) -> None:
        once = ledger(ORDER)
        twice = replace(once, documents=once.documents * 2, claims=once.claims * 2, stories=once.stories * 2)
        assert align(twice) == align(once)

    def test_two_documents_with_one_id(self) -> None:
        once = ledger(ORDER)
        first, second = once.documents[0], replace(once.documents[0], path="z.txt", published="2024-01-01")
        assert only(replace(once, documents=(first, second))).claims == (ORDER.id,)

    def test_an_entity_that_was_split_later_counts_as_not_linked(self) -> None:
        lost = {role: tuple(replace(f, entity="e:gone") for f in held) for role, held in ORDER.roles.items()}
        found = align(ledger(ORDER, replace(ORDER, document="d:b", roles=lost)))
        assert len(found) == 2

    def test_claims_without_roles_stand_alone(self) -> None:
        assert not joined(said("a", "transfer/sale"), said("b", "transfer/sale"))

    def test_a_frame_that_nobody_knows_is_aligned_by_its_words(self) -> None:
        assert len(align(ledger(said("a", "weather/rain", place="Lumen")))) == 1

    @pytest.mark.parametrize("published", ["", "yesterday", "2024-13-45"])
    def test_a_date_that_is_none(self, published: str) -> None:
        assert joined(ORDER, replace(ORDER, document="d:b"), published={"a": published, "b": "2024-01-01"})

    def test_days_in_the_wrong_order_are_not_known(self) -> None:
        odd = replace(ORDER, document="d:b", time=days("2024-05-01", "2024-04-01"))
        assert joined(replace(ORDER, time=days("2024-04-10")), odd)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.text(max_size=40), st.text(max_size=40)), max_size=6))
def test_any_words_in_the_roles(told: list[tuple[str, str, str]]) -> None:
    claims = [
        said(d, "transfer/sale", at=at, supplier=one, item=other, by=other) for at, (d, one, other) in enumerate(told)
    ]
    claims += [remark(d, one, other, at=at + 50) for at, (d, one, other) in enumerate(told)]
    found = align(ledger(*claims))
    assert sorted(c for p in found for c in p.claims) == sorted({c.id for c in claims})
    assert all(p.summary for p in found if p.frame == "transfer")


def test_a_hedge_corroborates_nothing() -> None:
    hedged = replace(ORDER, document="d:b", factuality=Factuality.PROBABLE)
    assert only(ledger(ORDER, hedged)).status == "single-source"
    assert only(ledger(replace(ORDER, factuality=Factuality.POSSIBLE), hedged)).status == "hedged-only"


def test_each_join_has_its_reason() -> None:
    other = replace(ORDER, document="d:b")
    found = only(ledger(ORDER, other))
    (reason,) = found.reasons
    assert reason.startswith(f"{other.id} joins: ")
    assert set(reason.partition(": ")[2].split(", ")) == {"supplier +1", "recipient +1", "item +1", "same word +0.25"}
