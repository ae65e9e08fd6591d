"""Tallies of victims without their marks. The texts were written for these tests."""

import pytest

from tests.claims.parsed import claim_at, fillers

_BEFORE = "Forces bombed the depot on Friday.\n\n"  # who is killed in a war is killed by it

KILLED = [
    ("A woman killed 30 injured in shelling of Karan", ["woman"]),
    ("Three soldiers killed others wounded in attack on Karan", ["Three soldiers"]),
]


@pytest.mark.parametrize(("text", "person"), KILLED, ids=[row[0] for row in KILLED])
def test_the_injured_are_not_the_dead(text: str, person: list[str]) -> None:
    claim = claim_at(f"{_BEFORE}{text}", "killed", "coercion")
    assert fillers(claim)["person"] == person


def test_who_kills_soldiers_kills_soldiers() -> None:
    found = fillers(claim_at("The rebels killed 30 soldiers in Karan.", "killed", "coercion"))
    assert found["agent"] == ["rebels"]
    assert found["person"] == ["30 soldiers"]
