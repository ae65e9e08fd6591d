"""OFAC's lists in their XML: sdn.xml, and consolidated.xml for the lists that block less than the SDN list does.

The list gives the day of its publication and its number of entries, but no days of listing.
Source: https://ofac.treasury.gov/sdn-list-data-formats-data-schemas (sdn.xsd)
"""

from pathlib import Path
from xml.etree.ElementTree import Element

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.formats.dates import births, day
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.format import LATEST_LISTING, PUBLISHER, Content, Format, Head
from counterclaim.registers.formats.ofac_common import KINDS, PUBLISHER_NAME, add_remarks, document_kind
from counterclaim.registers.xml import elements, text_of, texts_of

REGISTER, CONSOLIDATED = "ofac", "ofac-consolidated"
_NON_SDN = frozenset({"561-RELATED", "CMIC-EO13959", "FSE-IR", "FSE-SY", "NS-PLC", "BALKANS-EO14033", "NS-MBS"})
_SHIP_NUMBERS = (("IMO", "imo"), ("MMSI", "mmsi"))


def load(path: Path) -> Content:
    """The list in a file. Raises RegisterError."""
    drafts: list[Draft] = []
    published, stated = None, ""
    for element in elements(path, {"publshInformation", "sdnEntry"}):  # (the schema's own spelling)
        if element.tag == "publshInformation":
            published = day(text_of(element, "Publish_Date"), american=True)
            stated = text_of(element, "Record_Count")
        elif element.tag == "sdnEntry":
            drafts.append(_draft(element))
    register = CONSOLIDATED if _is_consolidated(drafts) else REGISTER
    entries, problems = finished(drafts, register)
    if stated.isdecimal() and int(stated) != len(drafts):
        problems.append(f"the file says that it has {int(stated):,} entries, and has {len(drafts):,}")
    return Content(entries, published, PUBLISHER if published else LATEST_LISTING, tuple(problems), register=register)


def recognises(head: Head) -> bool:
    """Whether a file is such a list."""
    return head.root == "sdnList"


def _is_consolidated(drafts: list[Draft]) -> bool:
    """Whether the lists are those of people who are not blocked: every one has such a program."""
    return bool(drafts) and all(any(p in _NON_SDN or "DIRECTIVE" in p for p in draft.programs) for draft in drafts)


def _draft(element: Element) -> Draft:
    kind = KINDS.get(text_of(element, "sdnType").lower(), EntryKind.ORGANISATION)
    draft = Draft(text_of(element, "uid"), kind)
    _add_name(draft, element, NameQuality.PRIMARY)
    for alias in element.iterfind("akaList/aka"):
        weak = text_of(alias, "category").lower() == "weak"
        _add_name(draft, alias, NameQuality.WEAK if weak else NameQuality.ALIAS)
    draft.programs.extend(texts_of(element, "programList/program"))
    draft.nationalities.extend(texts_of(element, "nationalityList/nationality/country"))
    draft.nationalities.extend(texts_of(element, "citizenshipList/citizenship/country"))
    draft.places.extend(texts_of(element, "vesselInfo/vesselFlag"))
    draft.places.extend(texts_of(element, "addressList/address/country"))
    for born in texts_of(element, "dateOfBirthList/dateOfBirthItem/dateOfBirth"):
        draft.born.extend(births(born))
    for document in element.iterfind("idList/id"):
        _identify(draft, text_of(document, "idType"), text_of(document, "idNumber"))
    draft.identify("call sign", text_of(element, "vesselInfo/callSign"))
    draft.remarks.append(text_of(element, "title"))
    add_remarks(draft, text_of(element, "remarks"))
    return draft


def _add_name(draft: Draft, element: Element, quality: NameQuality) -> None:
    given, family = text_of(element, "firstName"), text_of(element, "lastName")
    if draft.kind is EntryKind.PERSON:
        draft.person(given, family, quality)
    else:
        draft.name(f"{given} {family}", quality)


def _identify(draft: Draft, type_: str, number: str) -> None:
    for word, kind in _SHIP_NUMBERS:
        if word in f"{type_} {number}".upper() and draft.kind is EntryKind.SHIP:
            draft.identify(kind, "".join(c for c in number if c.isdecimal()))
            return
    kind_of_document = document_kind(type_)
    if kind_of_document:
        draft.identify(kind_of_document, number)


FORMAT = Format("ofac-xml", REGISTER, PUBLISHER_NAME, recognises, load)
