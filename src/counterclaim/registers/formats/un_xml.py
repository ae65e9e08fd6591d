"""The United Nations Security Council Consolidated List, in its XML.

The list numbers the parts of a name without saying which is the family's, so they are joined as they stand.
Source: https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.formats.dates import births, day
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.format import LATEST_LISTING, PUBLISHER, Content, Format, Head
from counterclaim.registers.xml import elements, text_of, texts_of

REGISTER = "un"
_ROOT = "CONSOLIDATED_LIST"
_KINDS = {"INDIVIDUAL": EntryKind.PERSON, "ENTITY": EntryKind.ORGANISATION}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_QUALITY = {"low": NameQuality.WEAK}
_BRACKETS = re.compile(r"\(([^()]*)\)")
_BESIDE = re.compile(r",?\s+born\b.*$|^care of\s+", re.IGNORECASE | re.DOTALL)
_NOTE = re.compile(r"^(?:original script|in arabic|arabic)\s*:?\s*", re.IGNORECASE)
_DOCUMENTS = (("passport", "passport"), ("pasaporte", "passport"), ("passeport", "passport"), ("", "national"))


def load(path: Path) -> Content:
    """The list in a file. Raises RegisterError."""
    found = elements(path, _KINDS)
    generated = day(next(found).get("dateGenerated", ""))
    drafts = [_draft(element) for element in found]
    entries, problems = finished(drafts, REGISTER)
    latest = max((entry.listed for entry in entries if entry.listed), default=None)
    return Content(entries, generated or latest, PUBLISHER if generated else LATEST_LISTING, tuple(problems))


def recognises(head: Head) -> bool:
    """Whether a file is this list."""
    return head.root == _ROOT


def _draft(element: Element) -> Draft:
    kind, tag = _KINDS[element.tag], element.tag
    reference = text_of(element, "REFERENCE_NUMBER")
    draft = Draft(reference or text_of(element, "DATAID"), kind, day(text_of(element, "LISTED_ON")))
    draft.name(" ".join(text_of(element, part) for part in _NAMES), NameQuality.PRIMARY)
    draft.name(text_of(element, "NAME_ORIGINAL_SCRIPT"))
    for alias in element.iterfind(f"{tag}_ALIAS"):
        quality = _QUALITY.get(text_of(alias, "QUALITY").lower(), NameQuality.ALIAS)
        for name in _names(text_of(alias, "ALIAS_NAME")):
            draft.name(name, quality)
    draft.programs.append(text_of(element, "UN_LIST_TYPE"))
    draft.nationalities.extend(texts_of(element, "NATIONALITY/VALUE"))
    draft.places.extend(texts_of(element, f"{tag}_ADDRESS/COUNTRY"))
    for date in element.iterfind("INDIVIDUAL_DATE_OF_BIRTH"):
        draft.born.extend(_births(date))
    for document in element.iterfind("INDIVIDUAL_DOCUMENT"):
        draft.identify(_document(document), text_of(document, "NUMBER"))
    draft.refer("un", text_of(element, "DATAID"))
    draft.remarks.extend(texts_of(element, "DESIGNATION/VALUE"))
    draft.remarks.append(text_of(element, "COMMENTS1"))
    return draft


def _names(text: str) -> Iterator[str]:
    """The names of an alias: several stand between semicolons, another spelling or script in brackets."""
    inside = [part for found in _BRACKETS.findall(text) for part in found.split(";")]
    outside = _BRACKETS.sub(" ", text)
    foreign = any(_foreign(part) for part in inside) or _foreign(outside)
    for name in outside.split(";") if foreign or ";" in text else [text]:
        yield _BESIDE.sub("", name.strip().strip('"'))
    if foreign:
        yield from (_NOTE.sub("", part.strip()) for part in inside)


def _foreign(text: str) -> bool:
    """Whether a text is written in another script than Latin, accents aside."""
    return any(c.isalpha() and ord(c) > 0x24F and not 0x1E00 <= ord(c) <= 0x1EFF for c in text)


def _births(date: Element) -> tuple[str, ...]:
    note = text_of(date, "NOTE")
    if "hijri" in note.lower():
        return ()
    years = text_of(date, "FROM_YEAR"), text_of(date, "TO_YEAR")
    stated = text_of(date, "DATE") or text_of(date, "YEAR")
    return births(stated or (" to ".join(years) if all(years) else "".join(years)) or note)


def _document(document: Element) -> str:
    named = f"{text_of(document, 'TYPE_OF_DOCUMENT')} {text_of(document, 'TYPE_OF_DOCUMENT2')}".lower()
    return next(kind for word, kind in _DOCUMENTS if word in named)


FORMAT = Format("un-xml", REGISTER, "United Nations Security Council", recognises, load)
