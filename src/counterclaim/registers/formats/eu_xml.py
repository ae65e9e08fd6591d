"""The EU's consolidated list of financial sanctions in its XML 1.1 (and 1.0, whose elements are the same)."""

from pathlib import Path
from xml.etree.ElementTree import Element

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
from counterclaim.registers.xml import elements, texts_of

_RECORD = "sanctionEntity"
_ACTS = ("regulation", "regulationSummary")


def load(path: Path) -> Content:
    """The list in a file. Raises RegisterError."""
    found = elements(path, {_RECORD})
    generated = day(next(found).get("generationDate", ""))
    entries, problems = finished([_draft(element) for element in found], REGISTER)
    latest = max((entry.listed for entry in entries if entry.listed), default=None)
    return Content(entries, generated or latest, PUBLISHER if generated else LATEST_LISTING, tuple(problems))


def recognises(head: Head) -> bool:
    """Whether a file is this list."""
    return head.root == "export" and ("/fpi/fsd" in head.text or f"<{_RECORD}" in head.text)


def _draft(element: Element) -> Draft:
    subject = element.find("subjectType")
    code, classification = (
        ("", "") if subject is None else (subject.get("code", ""), subject.get("classificationCode", ""))
    )
    reference = element.get("euReferenceNumber", "")
    draft = Draft(reference or element.get("logicalId", ""), kind_of(code, classification))
    published = [
        act.get("publicationDate", "") for act in element.iter() if act.tag in ("regulation", "regulationSummary")
    ]
    draft.listed = listed_on(element.get("designationDate", ""), published)
    for name in element.iterfind("nameAlias"):
        add_name(draft, name.attrib)
    for born in element.iterfind("birthdate"):
        add_birth(draft, born.attrib)
    for document in element.iterfind("identification"):
        add_document(draft, document.attrib)
    draft.programs.extend(act.get("programme", "") for act in element.iterfind("regulation"))
    draft.nationalities.extend(state.get("countryIso2Code", "") for state in element.iterfind("citizenship"))
    draft.places.extend(address.get("countryIso2Code", "") for address in element.iterfind("address"))
    draft.refer("un", element.get("unitedNationId"))
    draft.refer("eu", element.get("logicalId"))
    draft.remarks.extend(name.get("function", "") for name in element.iterfind("nameAlias"))
    draft.remarks.extend(texts_of(element, "remark"))
    return draft


FORMAT = Format("eu-xml", REGISTER, PUBLISHER_NAME, recognises, load)
