"""What "denied those accusations" denies."""

import pytest

from counterclaim.alignment.align import align
from counterclaim.alignment.denials import takes_up
from counterclaim.records import Claim, Section
from tests.alignment.told import ledger, remark, said

ACCUSED = said("a", "attack/use", at=10, attacker="Norland", weapon="drones", place="Lumen")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("those accusations", True),
        ("the claims", True),
        ("any involvement", True),
        ("doing so", True),
        ("it", True),
        ("that the ship had carried weapons to Lumen", False),
        ("the sale", False),
    ],
)
def test_a_denial_that_names_no_event(words: str, expected: bool) -> None:
    assert takes_up(remark("a", "Norland", words, stage="deny")) is expected


def test_it_joins_the_nearest_accusation_in_which_the_denier_plays_a_part() -> None:
    denial = remark("a", "Norland", "those accusations", at=200, stage="deny")
    of_others = said("a", "attack/use", at=100, attacker="Tarsia", weapon="missiles", place="Kessel")
    found = {p.claims: p for p in align(ledger(ACCUSED, of_others, denial))}
    assert found[(ACCUSED.id, denial.id)].denied_by == (denial.id,)
    assert found[(ACCUSED.id, denial.id)].status == "contested"
    assert found[(of_others.id,)].denied_by == ()


@pytest.mark.parametrize(
    "denial",
    [
        remark("a", "Tarsia", "those accusations", at=200, stage="deny"),  # plays no part
        remark("a", "a spokesman", "those accusations", at=200, stage="deny"),  # nobody known
        remark("a", "Norland", "those accusations", at=5, stage="deny"),  # told before
        remark("a", "Norland", "those accusations", at=9000, stage="deny"),  # too far
        remark("b", "Norland", "those accusations", at=200, stage="deny"),  # elsewhere
    ],
)
def test_else_it_stands_alone_as_denied(denial: Claim) -> None:
    found = {p.claims: p.status for p in align(ledger(ACCUSED, denial))}
    assert found[(denial.id,)] == "denied"


def test_nobody_denies_what_he_said_himself() -> None:
    own = said("a", "attack/use", at=10, by="Norland", attacker="Norland", weapon="drones")
    denial = remark("a", "Norland", "those accusations", at=200, stage="deny")
    assert len(align(ledger(own, denial))) == 2


def test_a_maker_of_the_weapon_plays_a_part_and_a_caption_accuses_nobody() -> None:
    accused = said("a", "attack/use", at=10, attacker="Norland", weapon="Norwegian-made drones", place="Lumen")
    caption = said(
        "a", "transfer/order", at=90, section=Section.CAPTION, recipient="Norland", supplier="Norway", item="drones"
    )
    denial = remark("a", "Norway", "those accusations", at=200, stage="deny")
    assert {p.claims for p in align(ledger(accused, caption, denial))} == {(accused.id, denial.id), (caption.id,)}
