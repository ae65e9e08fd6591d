"""Canada: the Consolidated Canadian Autonomous Sanctions List of Global Affairs Canada, in its XML.

The list gives no day of its own; the latest day of listing stands for it. It gives no identifiers either: an entry is
known by its regulations, schedule and item, which the regulations never use twice.
Source: https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx
"""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.formats.canada_names import (
    LONGEST_FIELD,
    family_names,
    organisation_aliases,
    organisation_names,
    person_aliases,
)
from counterclaim.registers.formats.dates import births, day
from counterclaim.registers.formats.draft import Draft, finished, squeezed
from counterclaim.registers.formats.format import LATEST_LISTING, Content, Format, Head
from counterclaim.registers.xml import elements, text_of

REGISTER = "canada"
_NO_SLUG = re.compile(r"[^a-z0-9.]+")
# The Special Economic Measures (Ukraine) Regulations list those who act against Ukraine: its country is not theirs.
_AGAINST = frozenset({"Ukraine"})


def load(path: Path) -> Content:
    """The list in a file. Raises RegisterError."""
    drafts = [_draft(record) for record in elements(path, {"record"}) if record.tag == "record"]
    entries, problems = finished(drafts, REGISTER)
    published = max((entry.listed for entry in entries if entry.listed), default=None)
    return Content(entries, published, LATEST_LISTING, tuple(problems))


def recognises(head: Head) -> bool:
    """Whether a file is this list: a data set of records with schedule items and days of listing."""
    return head.root == "data-set" and "<DateOfListing>" in head.text


def _draft(record: Element) -> Draft:
    regulations = text_of(record, "Country").partition(" / ")[0]
    schedule, item = text_of(record, "Schedule"), text_of(record, "Item")
    ship = text_of(record, "ShipIMONumber")
    person = bool(text_of(record, "LastName") or text_of(record, "GivenName"))
    kind = EntryKind.SHIP if ship else EntryKind.PERSON if person else EntryKind.ORGANISATION
    draft = Draft(_id(regulations, schedule, item), kind, day(text_of(record, "DateOfListing")))
    draft.programs.append(regulations)
    if regulations not in _AGAINST:
        draft.places.append(regulations)
    draft.born.extend(births(text_of(record, "DateOfBirthOrShipBuildDate")))
    draft.identify("imo", ship)
    draft.refer("schedule", schedule)
    draft.refer("item", item)
    (_person if person else _thing)(draft, record)
    return draft


def _person(draft: Draft, record: Element) -> None:
    given, family = (squeezed(_field(draft, record, name)) for name in ("GivenName", "LastName"))
    title = text_of(record, "TitleOrShip").partition("/")[0]
    for number, spelling in enumerate(family_names(family)):
        parts = [("given", given), ("family", spelling), ("title", title)] if given and spelling else []
        draft.name(f"{given} {spelling}", NameQuality.ALIAS if number else NameQuality.PRIMARY, parts)
    for alias in person_aliases(_field(draft, record, "Aliases"), given, family):
        draft.name(alias)


def _thing(draft: Draft, record: Element) -> None:
    for number, name in enumerate(organisation_names(_field(draft, record, "EntityOrShip"))):
        draft.name(name, NameQuality.ALIAS if number else NameQuality.PRIMARY)
    for alias in organisation_aliases(_field(draft, record, "Aliases")):
        draft.name(alias)
    draft.remarks.append(text_of(record, "TitleOrShip"))


def _field(draft: Draft, record: Element, name: str) -> str:
    """A field of names with its line breaks, which say something; one that no list has is counted and left out."""
    text = record.findtext(name) or ""
    if len(text) > LONGEST_FIELD:
        draft.too_long += 1
        return ""
    return text


def _id(regulations: str, schedule: str, item: str) -> str:
    """The entry's place in the regulations: "iran-1-part-2-68"."""
    slugs = (_NO_SLUG.sub("-", part.lower()).strip("-") for part in (regulations, schedule, item))
    return "-".join(slug for slug in slugs if slug)


FORMAT = Format("canada-xml", REGISTER, "Global Affairs Canada", recognises, load)
