"""Headlines that name their source at an end without a mark. The texts were written for these tests."""

import pytest

from tests.claims.parsed import claim_at, fillers

# headline, trigger, source, roles
CREDITED = [
    ("24 killed in raids on Lorias Karan Monitor", "raids", "Monitor", {"target": ["Lorias Karan"]}),
    ("Car bomb in Karan kills 10 Governor", "kills", "Governor", {"target": ["10"]}),
    ("Monitors 15 killed in missile strike on eastern Loria city", "killed", "Monitors", {"person": ["15"]}),
    ("Suicide attack on Loria wedding kills 32 Medical source", "attack", "Medical source",
     {"target": ["Loria wedding"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "source", "roles"), CREDITED, ids=[row[0] for row in CREDITED])
def test_a_credit_is_the_source_and_no_part_of_the_phrase_beside_it(
    text: str, trigger: str, source: str, roles: dict[str, list[str]]
) -> None:
    claim = claim_at(f"Forces bombed the depot.\n\n{text}", trigger, "attack" if "target" in roles else "coercion")
    assert [a.source.text for a in claim.attribution if a.source] == [source]
    found = fillers(claim)
    assert {role: found.get(role) for role in roles} == roles


def test_in_a_sentence_a_monitor_may_be_struck() -> None:
    claim = claim_at("The army shelled the office of the monitor.", "shelled")
    assert claim.attribution == ()
