import json
from dataclasses import replace
from functools import cache

import pytest
from followthemoney import EntityProxy, model
from followthemoney.exc import InvalidData
from hypothesis import given, settings

from counterclaim.exports.followthemoney import to_ftm
from counterclaim.records import Ledger
from tests.exports.export_samples import HOSTILE, full, hostile, whole
from tests.exports.ledgers import ledgers


def entities(ledger: Ledger) -> list[EntityProxy]:
    """The entities as the library reads them; it must take every value as it stands, and every id leads somewhere."""
    written = [json.loads(line) for line in whole(to_ftm(ledger)).decode().split("\n")[:-1]]
    read = [_checked(entity) for entity in written]
    ids = {entity.id for entity in read}
    for entity in read:
        assert {value for prop, value in entity.itervalues() if prop.type.name == "entity"} <= ids, entity.to_dict()
    return read


def _checked(written: dict[str, object]) -> EntityProxy:
    proxy = model.get_proxy(written, cleaned=False)
    try:
        proxy.schema.validate({"properties": proxy.to_dict()["properties"]})
    except InvalidData as error:
        pytest.fail(f"{written}: {error.errors}")
    kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
    assert kept == {name: sorted(values) for name, values in written["properties"].items()}  # type: ignore[attr-defined]
    return proxy


def said(entity: EntityProxy, name: str) -> str:
    """The first value of a property."""
    return entity.first(name) or ""


@cache
def of(schema: str) -> list[EntityProxy]:
    return [entity for entity in entities(full()) if entity.schema.name == schema]


def test_reports_names_and_claims_have_their_schemata() -> None:
    assert [said(article, "title") for article in of("Article")][:2] == ["Tanks for Ostria", "second.txt"]
    assert {person.caption for person in of("Person")} >= {"Ada Berg", "Tor Vale"}
    assert "Norland" in {place.caption for place in of("Territory")}
    assert "Norland Airworks" in {body.caption for body in of("Organization")}
    assert len([note for note in of("Note") if said(note, "name").startswith("Claim: ")]) == len(full().claims)


def test_nothing_claimed_becomes_a_fact() -> None:
    made = {entity.schema.name for entity in entities(full())}
    assert made <= {
        *("Article", "Person", "Organization", "Territory", "LegalEntity", "Mention", "Note", "UnknownLink"),
        *("Sanction", "Similar"),
    }
    for sanction in of("Sanction"):
        assert said(sanction, "recordId"), "only a register's own listing is a Sanction"


def test_a_claim_is_a_note_with_its_source_its_words_and_its_report() -> None:
    denial = next(n for n in of("Note") if "Norland denied that it sold" in said(n, "description"))
    assert said(denial, "description").startswith(
        "Claimed, not verified: Norland denies (factuality CT-): “Norland denied that it sold tanks to Ostria”"
    )
    assert "CT-" in denial.get("keywords")
    assert "contested" in denial.get("keywords")
    [article] = [a for a in of("Article") if a.id in denial.get("proof")]
    assert said(article, "title") == "second.txt"


def test_a_link_says_that_it_is_claimed_and_by_whom() -> None:
    names = {entity.id: entity.caption for entity in entities(full())}
    link = next(k for k in of("UnknownLink") if "40 tanks" in " ".join(k.get("description")))
    assert (names[said(link, "subject")], names[said(link, "object")]) == ("Norland", "Ostria")
    assert said(link, "role") == "claimed transfer: sale"
    assert said(link, "status") == "contested: affirmed and denied"
    assert (said(link, "startDate"), said(link, "endDate")) == ("2030-03-01", "2030-03-31")
    assert sum("Ada Berg affirms" in sentence for sentence in link.get("description")) == 2
    assert sum("Norland denies" in sentence for sentence in link.get("description")) == 1
    assert len(link.get("proof")) == 3


def test_a_register_entry_is_apart_from_the_name_in_the_reports() -> None:
    names = {entity.id: entity for entity in entities(full())}
    found = {names[said(s, "candidate")].caption: s for s in of("Similar")}
    general = found["General Odo Brandt"]
    assert names[said(general, "match")].caption == "BRANDT, Odo"
    assert said(general, "confidenceScore") == "0.970"
    assert "uk 2033-02-01" in said(general, "matcher")
    assert "possible, not a match" in said(found["Bo Lund"], "criteria")
    assert not any(
        "sanction" in person.get("topics") for person in of("Person") if person.caption == "General Odo Brandt"
    )


def test_checks_and_regimes_are_notes() -> None:
    notes = {said(note, "name"): note for note in of("Note")}
    check = " ".join(notes["Register check: canada"].get("description"))
    assert "Norland Airworks, Canada’s list: listed earlier, 2030-11-29" in check
    assert "S/RES/9001" in said(notes["Regime: UN arms embargo on Ostria"], "description")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_still_entities(text: str) -> None:
    assert len(entities(hostile(text))) > 30


@given(ledgers())
@settings(max_examples=20)
def test_any_ledger_is_valid(ledger: Ledger) -> None:
    entities(ledger)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("https://news.example.org/a/b.html?c=d&e=f", ["https://news.example.org/a/b.html?c=d&e=f"]),
        ("https://news.example.org/a b", []),
        ("javascript:alert(1)", []),
        ("http://", []),
        ("http://[::1", []),
    ],
)
def test_only_an_address_of_the_web_is_one(path: str, kept: list[str]) -> None:
    ledger = full()
    found = replace(ledger, documents=(replace(ledger.documents[0], path=path), *ledger.documents[1:]))
    [article] = [e for e in entities(found) if e.schema.name == "Article" and "The Norland Post" in e.get("publisher")]
    assert article.get("sourceUrl") == kept
