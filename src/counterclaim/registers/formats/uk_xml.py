"""The UK Sanctions List in its XML, one element a designation. Days are dd/mm/yyyy.

Source: https://www.gov.uk/government/publications/the-uk-sanctions-list
"""

from pathlib import Path
from xml.etree.ElementTree import Element

from counterclaim.registers.formats.dates import births, day
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.format import LATEST_LISTING, PUBLISHER, Content, Format, Head
from counterclaim.registers.formats.uk_common import PUBLISHER_NAME, REGISTER, add_imo, add_name, kind_of
from counterclaim.registers.xml import elements, text_of, texts_of

_RECORD = "Designation"
_DOCUMENTS = (
    ("passport", "PassportNumber"),
    ("national", "NationalIdentifierNumber"),
    ("registration", "BusinessRegistrationNumber"),
)


def load(path: Path) -> Content:
    """The list in a file. Raises RegisterError."""
    drafts: list[Draft] = []
    generated = None
    for element in elements(path, {_RECORD, "DateGenerated"}):
        if element.tag == "DateGenerated":
            generated = day(element.text or "")
        elif element.tag == _RECORD:
            drafts.append(_draft(element))
    entries, problems = finished(drafts, REGISTER)
    latest = max((entry.listed for entry in entries if entry.listed), default=None)
    return Content(entries, generated or latest, PUBLISHER if generated else LATEST_LISTING, tuple(problems))


def recognises(head: Head) -> bool:
    """Whether a file is this list."""
    return head.root == "Designations"


def _draft(element: Element) -> Draft:
    draft = Draft(
        text_of(element, "UniqueID"),
        kind_of(text_of(element, "IndividualEntityShip")),
        day(text_of(element, "DateDesignated")),
    )
    for name in element.iterfind("Names/Name"):
        parts = [text_of(name, f"Name{i}") for i in range(1, 7)]
        add_name(draft, parts, "", text_of(name, "NameType"), text_of(name, "AliasStrength"))
    for script in texts_of(element, "NonLatinNames/NonLatinName/NameNonLatinScript"):
        draft.name(script)
    draft.programs.append(text_of(element, "RegimeName"))
    draft.nationalities.extend(texts_of(element, ".//Nationality"))
    draft.places.extend(texts_of(element, "Addresses/Address/AddressCountry"))
    draft.places.extend(texts_of(element, ".//CurrentBelievedFlagOfShip"))
    for born in (*texts_of(element, ".//DOB"), *texts_of(element, ".//YearBuilt")):
        draft.born.extend(births(born))
    for number in texts_of(element, ".//IMONumber"):
        add_imo(draft, number)
    for kind, tag in _DOCUMENTS:
        for number in texts_of(element, f".//{tag}"):
            draft.identify(kind, number)
    draft.refer("un", text_of(element, "UNReferenceNumber"))
    draft.refer("ofsi", text_of(element, "OFSIGroupID"))
    for path in ("Titles/Title", ".//Position", "OtherInformation"):
        draft.remarks.extend(texts_of(element, path))
    return draft


FORMAT = Format("uk-xml", REGISTER, PUBLISHER_NAME, recognises, load)
