"""The EU's consolidated list of financial sanctions in its CSV: semicolons, a row for each part of each entry."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from counterclaim.registers.csv_tables import read_table
from counterclaim.registers.formats.dates import day
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.eu_common import (
    PUBLISHER_NAME,
    REGISTER,
    add_birth,
    add_document,
    add_name,
    kind_of,
    listed_on,
)
from counterclaim.registers.formats.format import LATEST_LISTING, PUBLISHER, Content, Format, Head

_ID, _REFERENCE = "Entity_LogicalId", "Entity_EU_ReferenceNumber"
_NAME = ("WholeName", "FirstName", "MiddleName", "LastName", "Title", "Function")
_BIRTH = ("BirthDate", "Year", "YearRangeFrom", "YearRangeTo", "CalendarType")
_ACT, _DESIGNATED = "Entity_Regulation_PublicationDate", "Entity_DesignationDate"
_NEEDED = (_ID, _REFERENCE, "Entity_SubjectType", _ACT, *(f"NameAlias_{field}" for field in _NAME[:4]))


def load(path: Path) -> Content:
    """The list in a file. Raises RegisterError."""
    problems: list[str] = []
    drafts: dict[str, Draft] = {}
    acts: defaultdict[str, list[str]] = defaultdict(list)
    generated = None
    for row in read_table(path, _NEEDED, problems, delimiter=";"):
        number = row[_ID].strip()
        generated = generated or day(row.get("fileGenerationDate", ""))
        if number not in drafts:
            kind = kind_of(row["Entity_SubjectType"], row.get("Entity_SubjectType_ClassificationCode", ""))
            drafts[number] = Draft(row[_REFERENCE].strip() or number, kind)
        acts[number] += [row.get(_DESIGNATED, ""), *(row[c] for c in row if c.endswith("_PublicationDate"))]
        _add(drafts[number], row)
    for number, draft in drafts.items():
        draft.listed = listed_on(next(filter(None, acts[number][:1]), ""), acts[number])
    entries, more = finished(drafts.values(), REGISTER)
    latest = max((entry.listed for entry in entries if entry.listed), default=None)
    return Content(entries, generated or latest, PUBLISHER if generated else LATEST_LISTING, (*problems, *more))


def recognises(head: Head) -> bool:
    """Whether a file is this list."""
    return bool(head.lines) and _ID in head.lines[0] and ";" in head.lines[0]


def _add(draft: Draft, row: Mapping[str, str]) -> None:
    if any(row.get(f"NameAlias_{field}", "").strip() for field in _NAME[:4]):
        add_name(draft, _fields(row, "NameAlias", _NAME))
    add_birth(draft, _fields(row, "BirthDate", _BIRTH) | {"birthdate": row.get("BirthDate_BirthDate", "")})
    if number := row.get("Identification_Number", "").strip():
        code = row.get("Identification_TypeCode", "")
        add_document(draft, {"number": number, "identificationTypeCode": code})
    draft.programs.append(row.get("Entity_Regulation_Programme", ""))
    draft.nationalities.append(row.get("Citizenship_CountryIso2Code", ""))
    draft.places.append(row.get("Address_CountryIso2Code", ""))
    draft.refer("un", row.get("Entity_UnitedNationId"))
    draft.refer("eu", row[_ID])
    draft.remarks.extend([row.get("NameAlias_Function", ""), row.get("Entity_Remark", "")])


def _fields(row: Mapping[str, str], part: str, names: tuple[str, ...]) -> dict[str, str]:
    """The columns of a part under the names of the XML's attributes."""
    return {name[0].lower() + name[1:]: row.get(f"{part}_{name}", "") for name in names}


FORMAT = Format("eu-csv", REGISTER, PUBLISHER_NAME, recognises, load)
