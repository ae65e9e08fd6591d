"""What the forms of OFAC's lists share: the remarks, which hold in prose what has no column, and kinds of documents."""

import re
from pathlib import Path

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.formats.dates import births
from counterclaim.registers.formats.draft import Draft

PUBLISHER_NAME = "US Treasury, Office of Foreign Assets Control"
KINDS = {"individual": EntryKind.PERSON, "vessel": EntryKind.SHIP, "aircraft": EntryKind.AIRCRAFT}
_LONGEST_CLAUSE = 500  # characters; longer ones are prose, which says nothing by rule
_ALT = re.compile(r"^alt\.\s+", re.IGNORECASE)
_BORN = re.compile(r"^(?:DOB|Aircraft Manufacture Date|Year of Build)\s+(.*)", re.IGNORECASE)
_FROM = re.compile(r"^(?:nationality|citizen)\s+(.*)", re.IGNORECASE)
_FLAG = re.compile(r"^(?:Former )?Vessel Flag\s+(.*)", re.IGNORECASE)
_KNOWN_AS = re.compile(r"^(?:a\.k\.a\.|f\.k\.a\.|n\.k\.a\.)\s+['\"](.+)['\"]$", re.IGNORECASE)
_IMO = re.compile(r"\bIMO\s*(\d{7})\b")
_MMSI = re.compile(r"\bMMSI\)?\s*(\d{9})\b")
_DOCUMENTS = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"passport|travel document", "passport"),
        (r"^tax|^us fein|^nit\b|^ruc\b|^r\.?f\.?c|^rif\b|^v\.?a\.?t|^c\.?u\.?i\.?t", "tax"),
        (
            r"national (?:foreign )?id|cedula|^d\.n\.i|identification number|^ssn|^c\.?u\.?r\.?p|electoral|personal id",
            "national",
        ),
        (r"electoral|numero de identidad|citizen's card|birth certificate|cartilla", "national"),
        (
            r"registr|company number|licen[sc]e|matricula|gazette|folio|d-u-n-s|^c\.r\.|chamber of commerce",
            "registration",
        ),
        (r"legal entity|certificate of incorporation|social credit code|charity|branch unit", "registration"),
        (r"serial number|construction number|\bMSN\b", "serial"),
        (r"tail number|mode s", "tail"),
        (r"digital currency", "wallet"),
    )
)
_ANY_DOCUMENT = re.compile("|".join(pattern.pattern for pattern, _ in _DOCUMENTS), re.IGNORECASE)
# A figure, with the letters of its series where it stands behind "No." and the like.
_NUMBER = re.compile(r"(?:(?<=No\. )|(?<=Number )|(?<=Passport )|(?<=ID )|(?<=# ))([A-Z]{1,4} \S*\d\S*)|(\S*\d\S*)")


def document_kind(named: str) -> str | None:
    """What a document or number is, of the kinds that entries use; None for what identifies nobody."""
    if not _ANY_DOCUMENT.search(named):
        return None
    return next((kind for pattern, kind in _DOCUMENTS if pattern.search(named)), None)


def add_remarks(draft: Draft, remarks: str) -> None:
    """Read the remarks of an entry into it: births, nationalities, names in quotes, numbers; and keep them whole."""
    for clause in remarks.split(";"):
        if len(clause) <= _LONGEST_CLAUSE:
            _add_clause(draft, _ALT.sub("", clause.strip()).removesuffix("."))
    draft.remarks.append(remarks)


def _add_clause(draft: Draft, clause: str) -> None:
    if found := _BORN.match(clause):
        draft.born.extend(births(found[1]))
    elif found := _FROM.match(clause):
        draft.nationalities.append(found[1])
    elif found := _FLAG.match(clause):
        draft.places.append(found[1])
    elif found := _KNOWN_AS.match(clause):
        draft.name(found[1], NameQuality.WEAK)
    elif "IMO" in clause and (found := _IMO.search(clause)):
        draft.identify("imo" if draft.kind is EntryKind.SHIP else "registration", found[1])
    elif "MMSI" in clause and (found := _MMSI.search(clause)):
        draft.identify("mmsi", found[1])
    elif (number := _NUMBER.search(clause)) and (kind := document_kind(clause.split("(")[0])):
        draft.identify(kind, number[1] or number[2])


def add_person(draft: Draft, whole: str, quality: NameQuality) -> None:
    """Add a name that OFAC writes "FAMILY, Given", or without a comma where it knows no parts."""
    family, comma, given = whole.partition(",")
    parts = [("given", given), ("family", family)] if comma and draft.kind is EntryKind.PERSON else []
    draft.name(whole, quality, parts)


def companions(main: Path, words: tuple[str, ...]) -> dict[str, Path]:
    """The other files of a set by what is in them: "alt.csv" beside "sdn.csv", "cons_alt.csv" by "cons_prim.csv"."""
    stem = main.stem.lower()
    beside = {path.name.lower(): path for path in main.parent.iterdir() if path.is_file()}
    found: dict[str, Path] = {}
    for word in words:
        for name in (stem.replace("sdn", word), stem.replace("prim", word), f"{stem}_{word}"):
            path = beside.get(f"{name}{main.suffix.lower()}")
            if path is not None and path.name != main.name:
                found.setdefault(word, path)
    return found
