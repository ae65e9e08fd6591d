import json
from functools import cache
from typing import Any

import pytest
import stix2  # type: ignore[import-untyped]
from hypothesis import given, settings
from stix2validator import ValidationOptions, validate_instance  # type: ignore[import-untyped]

from counterclaim.exports.stix import to_stix
from counterclaim.records import Ledger
from tests.exports.export_samples import HOSTILE, full, hostile, whole
from tests.exports.ledgers import ledgers
from tests.exports.samples import collection


@cache
def of(kind: str) -> list[dict[str, Any]]:
    """The objects of a type of the full ledger."""
    return [made for made in json.loads(whole(to_stix(full())))["objects"] if made["type"] == kind]


def parsed(ledger: Ledger) -> stix2.Bundle:
    """The bundle as the OASIS library reads it, which takes nothing that the standard does not have."""
    bundle = stix2.parse(whole(to_stix(ledger)).decode(), allow_custom=False)
    ids = {made["id"] for made in bundle.objects}
    assert len(ids) == len(bundle.objects)
    for made in bundle.objects:
        for refers in (value for name, value in made.items() if name.endswith(("_ref", "_refs"))):
            assert {refers} <= ids if isinstance(refers, str) else set(refers) <= ids
    return bundle


def test_the_bundle_is_valid() -> None:
    parsed(full())
    results = validate_instance(json.loads(whole(to_stix(full()))), ValidationOptions(version="2.1"))
    assert results.is_valid, [str(error) for error in results.errors]


def test_a_claim_is_a_note_by_its_source() -> None:
    denial = next(note for note in of("note") if "denied that it sold" in note["content"])
    assert denial["authors"] == ["Norland"]
    assert denial["abstract"] == "Claimed, not verified: transfer: sale"
    assert set(denial["labels"]) == {"factuality:CT-", "status:contested"}
    [fields] = denial["extensions"].values()
    assert (fields["frame"], fields["factuality"], fields["evidence_start"]) == ("transfer", "CT-", 46)
    [reference] = denial["external_references"]
    assert reference["external_id"] == fields["document"]


def test_relationships_say_claimed_and_nothing_has_a_confidence_or_an_opinion() -> None:
    names = {identity["id"]: identity["name"] for identity in of("identity")}
    told = {(names[r["source_ref"]], r["relationship_type"], names[r["target_ref"]]) for r in of("relationship")}
    assert ("Norland", "claimed-transfer", "Ostria") in told
    assert ("Meridia", "claimed-sanction", "Norland") in told
    bundle = json.loads(whole(to_stix(full())))
    assert all("confidence" not in made for made in bundle["objects"])
    assert {made["type"] for made in bundle["objects"]} == {
        *("identity", "extension-definition", "note", "relationship", "report", "grouping")
    }


def test_a_report_without_a_day_is_a_grouping() -> None:
    assert [(r["name"], r["published"][:10]) for r in of("report")] == [
        ("Tanks for Ostria", "2031-03-05"),
        ("Nine on a list", "2031-05-09"),
    ]
    assert {"second.txt", "Tanks are back", "Drones"} == {grouping["name"] for grouping in of("grouping")}


def test_hits_name_their_list_and_a_possible_one_says_so() -> None:
    notes = {note["abstract"]: note for note in of("note") if "Bo Lund" in note["content"]}
    possible = notes["Possible, not a match"]
    assert possible["external_references"][0]["external_id"] == "CA-77"
    assert "canada 2033-01-15" in possible["content"]


def test_ids_depend_on_content_alone() -> None:
    def ids(ledger: Ledger) -> set[str]:
        return {made["id"] for made in json.loads(whole(to_stix(ledger)))["objects"] if made["type"] == "identity"}

    assert ids(collection()) <= ids(full())


@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 1000], ids=ascii)
def test_hostile_words_are_still_a_bundle(text: str) -> None:
    bundle = parsed(hostile(text))
    assert sum(made["type"] == "note" for made in bundle.objects) >= len(full().claims)


@given(ledgers())
@settings(max_examples=30)
def test_any_ledger_is_a_bundle(ledger: Ledger) -> None:
    parsed(ledger)
