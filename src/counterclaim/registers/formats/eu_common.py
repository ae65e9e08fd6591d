"""What the two forms of the EU's list share: its fields, which the XML has as attributes and the CSV as columns.

An entry's own day of designation is often empty; then the earliest day on which one of the acts that its parts name was
published stands for it, as later acts only amend.
Source: https://webgate.ec.europa.eu/fsd/fsf (Financial Sanctions Files, schema 1.1)
"""

from collections.abc import Iterable, Mapping

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.formats.dates import births, day
from counterclaim.registers.formats.draft import Draft

REGISTER, PUBLISHER_NAME = "eu", "European Commission"
_SHIPS = frozenset({"vessel", "ship"})
_DOCUMENTS = {
    "passport": "passport",
    "id": "national",
    "ssn": "national",
    "fiscalcode": "tax",
    "regnumber": "registration",
    "imo": "imo",
}


def kind_of(code: str, classification: str) -> EntryKind:
    """The kind that a subject type names: "person"/"P", "enterprise"/"E"."""
    if code.strip().lower() in _SHIPS:
        return EntryKind.SHIP
    return (
        EntryKind.PERSON
        if code.strip().lower() == "person" or classification.strip() == "P"
        else EntryKind.ORGANISATION
    )


def add_name(draft: Draft, fields: Mapping[str, str]) -> None:
    """Add a name of fields wholeName, firstName, middleName, lastName, title, strong. The first of an entry leads."""
    weak = fields.get("strong", "").strip().lower() == "false"
    quality = NameQuality.PRIMARY if not draft.names else NameQuality.WEAK if weak else NameQuality.ALIAS
    given = f"{fields.get('firstName', '')} {fields.get('middleName', '')}".strip()
    family = fields.get("lastName", "").strip()
    parts = [("given", given), ("family", family), ("title", fields.get("title"))]
    whole = fields.get("wholeName", "").strip() or f"{given} {family}"
    draft.name(whole, quality, parts if draft.kind is EntryKind.PERSON and given and family else [])


def add_birth(draft: Draft, fields: Mapping[str, str]) -> None:
    """Add a date of birth of fields birthdate, year, yearRangeFrom, yearRangeTo, calendarType; Gregorian ones only."""
    if fields.get("calendarType", "").strip().upper() not in ("", "GREGORIAN"):
        return
    years = fields.get("yearRangeFrom", "").strip(), fields.get("yearRangeTo", "").strip()
    stated = fields.get("birthdate", "").strip() or fields.get("year", "").strip()
    draft.born.extend(births(stated or " to ".join(year for year in years if year)))


def add_document(draft: Draft, fields: Mapping[str, str]) -> None:
    """Add an identification of fields number, identificationTypeCode, identificationTypeDescription."""
    code = fields.get("identificationTypeCode", "").strip().lower()
    draft.identify(_DOCUMENTS.get(code, code or "other"), fields.get("number"))


def listed_on(own: str, published: Iterable[str]) -> str | None:
    """The day of listing: the entry's own, or the earliest day on which an act on it was published."""
    return day(own) or min(filter(None, map(day, published)), default=None)
