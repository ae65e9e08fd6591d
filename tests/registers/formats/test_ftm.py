import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.registers.formats.ftm import CSV, JSON
from tests.registers.formats.lists import facts, names, read, written

PERSON: dict[str, Any] = {
    "id": "NK-1",
    "caption": "Anton Berg",
    "schema": "Person",
    "target": True,
    "datasets": ["us_ofac_sdn"],
    "last_seen": "2026-09-01T06:21:03",
    "properties": {
        "name": ["Антон Берг", "Anton Berg"],
        "alias": ["Antoine Berg"],
        "weakAlias": ["Toni"],
        "birthDate": ["1963-10-07"],
        "nationality": ["ir"],
        "country": ["lb"],
        "passportNumber": ["A1"],
        "topics": ["sanction"],
        "position": ["General"],
    },
}
MEASURE = {
    "id": "s-1",
    "schema": "Sanction",
    "properties": {"entity": ["NK-1"], "listingDate": ["2024-09-10"], "programId": ["US-SDGT"], "authorityId": ["7"]},
}


def lines(*entities: Any) -> str:
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)


def test_entities_and_their_sanctions(tmp_path: Path) -> None:
    earlier = MEASURE | {"properties": {"entity": ["NK-1"], "startDate": ["2020-01-01"], "program": ["Iran"]}}
    path = written(tmp_path, "entities.ftm.json", lines(MEASURE, PERSON, earlier))
    entry = read(JSON, path)["NK-1"]
    assert names(entry) == ["Anton Berg", "Антон Берг", "= Antoine Berg", "~ Toni"]
    assert facts(entry) == (
        "NK-1: person, 2020-01-01, US-SDGT, Iran, IR, 1963-10-07, passport A1, dataset us_ofac_sdn, authority 7"
    )
    assert entry.remarks == "General"


@pytest.mark.parametrize(
    ("datasets", "register"),
    [(["us_ofac_sdn"], "ofac"), (["eu_fsf"], "eu"), (["us_ofac_sdn", "eu_fsf"], None), (["nz_russia_sanctions"], None)],
)
def test_an_export_of_one_publishers_list_is_that_register(
    tmp_path: Path, datasets: list[str], register: str | None
) -> None:
    content = JSON.load(written(tmp_path, "list", lines(PERSON | {"datasets": datasets})))
    assert (content.register, content.published, content.date_from) == (register, "2026-09-01", "latest update")
    assert content.entries[0].register == (register or "opensanctions")


def test_nested_sanctions(tmp_path: Path) -> None:
    nested = PERSON | {"properties": PERSON["properties"] | {"sanctions": [MEASURE]}}
    assert read(JSON, written(tmp_path, "targets.nested.json", lines(nested)))["NK-1"].listed == "2024-09-10"


def test_ships(tmp_path: Path) -> None:
    ship = {
        "id": "V-1",
        "schema": "Vessel",
        "target": True,
        "properties": {"name": ["ARTAVIL"], "imoNumber": ["IMO9187629"], "flag": ["ir"], "buildDate": ["2000"]},
    }
    assert facts(read(JSON, written(tmp_path, "list", lines(ship)))["V-1"]) == "V-1: ship, -, IR, 2000, imo 9187629"


def test_relatives_and_addresses_are_no_entries(tmp_path: Path) -> None:
    relative = PERSON | {"id": "NK-2", "target": False, "properties": {"name": ["Ann Berg"]}}
    marked = relative | {"id": "NK-3", "properties": {"name": ["Ben Berg"], "topics": ["sanction"]}}
    address = {"id": "a", "schema": "Address", "properties": {"full": ["1 Quay"]}}
    path = written(tmp_path, "list", lines(PERSON, relative, marked, address))
    assert list(read(JSON, path)) == ["NK-1", "NK-3"]


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[1]",
        "null",
        '{"id": 1, "schema": "Person"}',
        '{"schema": "Person"}',
        "[" * 100_000,
        "1" * 5_000,
        "\\ud800",
    ],
)
def test_a_line_that_is_no_entity_is_named_and_the_rest_goes_on(tmp_path: Path, bad: str) -> None:
    content = JSON.load(written(tmp_path, "list", lines(PERSON) + bad + "\n" + lines(PERSON | {"id": "NK-2"})))
    assert [entry.id for entry in content.entries] == ["NK-1", "NK-2"]
    assert content.problems == ("list, line 2: no entity with an id and a schema; the line is left out",)


def test_properties_of_another_shape_are_passed_over(tmp_path: Path) -> None:
    odd = PERSON | {
        "datasets": "x",
        "caption": 3,
        "properties": {"name": ["Anton Berg", 4], "alias": "x", "topics": {}},
    }
    assert names(read(JSON, written(tmp_path, "list", lines(odd)))["NK-1"]) == ["Anton Berg"]


def test_the_simple_csv(tmp_path: Path) -> None:
    header = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,"
    text = (
        f"{header}dataset,first_seen,last_seen,last_change\n"
        'NK-1,Person,Anton Berg,"Antoine Berg;Антон Берг",1963-10-07,ir;lb,,A1,SDGT,,,US-SDGT,us_ofac_sdn,'
        "2020-01-01,2026-09-01,\n"
        "V-1,Vessel,ARTAVIL,,,ir,,IMO9187629,IRAN,,,,us_ofac_sdn,2020-01-01,2026-09-02,\n"
    )
    path = written(tmp_path, "targets.simple.csv", text)
    entries = read(CSV, path)
    assert names(entries["NK-1"]) == ["Anton Berg", "= Antoine Berg", "= Антон Берг"]
    assert facts(entries["NK-1"]) == "NK-1: person, -, US-SDGT, IR, LB, 1963-10-07, other A1"
    assert facts(entries["V-1"]) == "V-1: ship, -, IRAN, IR, imo 9187629"
    assert (CSV.load(path).register, CSV.load(path).published) == ("ofac", "2026-09-02")
