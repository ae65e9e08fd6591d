"""OpenSanctions' exports of one or many lists: FollowTheMoney entities as lines of JSON, nested or not, and simple CSV.

An entity is an entry where the export calls it a target or marks it as sanctioned; families and addresses are not.
Source: https://www.opensanctions.org/docs/bulk/, https://followthemoney.tech/explorer/
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.csv_tables import read_lines, read_table
from counterclaim.registers.formats.dates import births, day
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.format import LATEST_UPDATE, Content, Format, Head

REGISTER = "opensanctions"
# The publishers' own lists that an export may hold alone, by OpenSanctions' names for them.
_LISTS = {
    "us_ofac_sdn": "ofac",
    "us_ofac_cons": "ofac-consolidated",
    "un_sc_sanctions": "un",
    "gb_fcdo_sanctions": "uk",
    "gb_hmt_sanctions": "uk",
    "ca_dfatd_sema_sanctions": "canada",
    "eu_fsf": "eu",
}
_KINDS = {
    "Person": EntryKind.PERSON,
    "Organization": EntryKind.ORGANISATION,
    "Company": EntryKind.ORGANISATION,
    "LegalEntity": EntryKind.ORGANISATION,
    "PublicBody": EntryKind.ORGANISATION,
    "Vessel": EntryKind.SHIP,
    "Airplane": EntryKind.AIRCRAFT,
}
_NAMES = (
    ("name", NameQuality.PRIMARY),
    ("alias", NameQuality.ALIAS),
    ("previousName", NameQuality.ALIAS),
    ("abbreviation", NameQuality.ALIAS),
    ("weakAlias", NameQuality.WEAK),
)
_NUMBERS = {
    "passportNumber": "passport",
    "idNumber": "national",
    "taxNumber": "tax",
    "innCode": "tax",
    "registrationNumber": "registration",
    "ogrnCode": "registration",
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "callSign": "call sign",
    "serialNumber": "serial",
    "publicKey": "wallet",
}
_LONGEST_LINE = 16_000_000  # characters; an entity with all that is nested into it
_COLUMNS = ("id", "schema", "name", "aliases", "birth_date", "countries", "identifiers", "sanctions", "dataset")
_Properties = Mapping[str, list[Any]]


def load_json(path: Path) -> Content:
    """The entities of a file of JSON lines. Raises RegisterError."""
    problems: list[str] = []
    drafts: dict[str, Draft] = {}
    measures: defaultdict[str, list[_Properties]] = defaultdict(list)
    datasets: set[str] = set()
    seen: set[str] = set()
    for entity in _entities(path, problems):
        properties = _properties(entity)
        if entity["schema"] == "Sanction":
            for whose in _texts(properties, "entity"):
                measures[whose].append(properties)
        elif entity["schema"] in _KINDS and _is_target(entity, properties):
            draft = _draft(entity, properties)
            drafts[draft.id] = draft
            nested = [_properties(one) for one in properties.get("sanctions", []) if isinstance(one, dict)]
            measures[draft.id].extend(nested)
            datasets.update(_texts(entity, "datasets"))
            seen.add(day(str(entity.get("last_seen", ""))) or "")
    for draft in drafts.values():
        _add_measures(draft, measures[draft.id])
    return _content(drafts.values(), datasets, seen, problems)


def load_csv(path: Path) -> Content:
    """The targets of a simple CSV. Raises RegisterError."""
    problems: list[str] = []
    drafts: list[Draft] = []
    datasets: set[str] = set()
    seen: set[str] = set()
    for row in read_table(path, _COLUMNS, problems):
        draft = Draft(row["id"], _KINDS.get(row["schema"], EntryKind.OTHER))
        draft.name(row["name"], NameQuality.PRIMARY)
        for alias in row["aliases"].split(";"):
            draft.name(alias)
        draft.born.extend(date for born in row["birth_date"].split(";") for date in births(born))
        draft.nationalities.extend(code.upper() for code in row["countries"].split(";"))
        draft.programs.extend((row.get("program_ids") or row["sanctions"]).split(";"))
        for number in row["identifiers"].split(";"):
            ship = draft.kind is EntryKind.SHIP and number.strip().startswith("IMO")
            draft.identify("imo" if ship else "other", number.strip().removeprefix("IMO") if ship else number)
        drafts.append(draft)
        datasets.update(name.strip() for name in row["dataset"].split(";"))
        seen.add(day(row.get("last_seen", "")) or "")
    return _content(drafts, datasets, seen, problems)


def is_json(head: Head) -> bool:
    """Whether a file has a FollowTheMoney entity a line."""
    return head.text.lstrip().startswith("{") and '"schema"' in head.text and '"properties"' in head.text


def is_csv(head: Head) -> bool:
    """Whether a file is a simple CSV of targets."""
    return bool(head.lines) and head.lines[0].replace('"', "").startswith("id,schema,name,aliases")


def _content(drafts: Iterable[Draft], datasets: set[str], seen: set[str], problems: list[str]) -> Content:
    own = {_LISTS.get(name) for name in datasets if name}
    register = own.pop() if len(own) == 1 else None
    entries, more = finished(drafts, register or REGISTER)
    return Content(entries, max(seen, default="") or None, LATEST_UPDATE, (*problems, *more), register=register)


def _entities(path: Path, problems: list[str]) -> Iterator[dict[str, Any]]:
    """The entities of a file; what is none goes to ``problems``."""
    for number, line in enumerate(read_lines(path, _LONGEST_LINE), 1):
        if not line.strip():
            continue
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError):
            entity = None
        if isinstance(entity, dict) and isinstance(entity.get("id"), str) and isinstance(entity.get("schema"), str):
            yield entity
        else:
            problems.append(f"{path.name}, line {number}: no entity with an id and a schema; the line is left out")


def _properties(entity: Mapping[str, Any]) -> _Properties:
    found = entity.get("properties")
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if isinstance(key, str) and isinstance(value, list)}


def _texts(table: Mapping[str, Any], key: str) -> list[str]:
    value = table.get(key)
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _is_target(entity: Mapping[str, Any], properties: _Properties) -> bool:
    return entity.get("target", True) is True or "sanction" in _texts(properties, "topics")


def _draft(entity: Mapping[str, Any], properties: _Properties) -> Draft:
    draft = Draft(entity["id"], _KINDS[entity["schema"]])
    caption = entity.get("caption")
    if isinstance(caption, str) and caption in _texts(properties, "name"):
        draft.name(caption, NameQuality.PRIMARY)
    for key, quality in _NAMES:
        for name in _texts(properties, key):
            draft.name(name, quality)
    for key in ("nationality", "citizenship"):
        draft.nationalities.extend(code.upper() for code in _texts(properties, key))
    for key in ("country", "jurisdiction", "flag", "mainCountry"):
        draft.places.extend(code.upper() for code in _texts(properties, key))
    for key in ("birthDate", "buildDate"):
        draft.born.extend(date for born in _texts(properties, key) for date in births(born))
    for key, kind in _NUMBERS.items():
        for number in _texts(properties, key):
            draft.identify(kind, number.removeprefix("IMO") if kind == "imo" else number)
    for name in _texts(entity, "datasets"):
        draft.refer("dataset", name)
    for key in ("position", "notes"):
        draft.remarks.extend(_texts(properties, key))
    return draft


def _add_measures(draft: Draft, measures: list[_Properties]) -> None:
    """What sanctions say of their target: programs, references, and the earliest day of listing."""
    days = []
    for measure in measures:
        draft.programs.extend(_texts(measure, "programId") or _texts(measure, "program"))
        draft.references.extend(("authority", text) for text in _texts(measure, "authorityId"))
        draft.references.extend(("un", text) for text in _texts(measure, "unscId"))
        days += [day(text) for text in _texts(measure, "listingDate") or _texts(measure, "startDate")]
    draft.listed = min(filter(None, days), default=None)


JSON = Format("ftm", REGISTER, "OpenSanctions", is_json, load_json)
CSV = Format("opensanctions-csv", REGISTER, "OpenSanctions", is_csv, load_csv)
