"""Official lists of sanctions among reports. Read as reports they would be names without a claim; ``counterclaim
registers load`` reads them.

Stages never import each other, so this knows the lists of ``registers`` by a few marks of its own: the root element of
an XML, the columns of a table, the first keys of an entity. What only tells of lists has none of these.
"""

import csv
import re
from collections.abc import Iterator

from counterclaim.ingest.adapters import Context, Format, Input, Item
from counterclaim.records import Refusal

# A comment ends at its first "-->": with a choice of ends, a row of comments would be tried in every division.
_ROOT = re.compile(
    rb"\s*(?:<!--(?:(?!-->).){0,1000}-->\s*|<\?[^>]{0,300}\?>\s*){0,10}<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s>]",
    re.DOTALL,
)
# Root elements, and what stands near them where the name alone would not tell.
_ROOTS = {
    b"sdnList": b"",  # OFAC
    b"CONSOLIDATED_LIST": b"",  # UN
    b"Designations": b"",  # UK
    b"data-set": b"<DateOfListing>",  # Canada
    b"export": b"sanctionEntity",  # EU
}
# Columns that only the header of a list has together, in lower case; the lesser tables of a set are lists too.
_COLUMNS = (
    frozenset({"unique id", "regime name", "designation type"}),  # UK
    frozenset({"group id", "group type", "alias type", "regime"}),  # UK, OFSI
    frozenset({"unique_id", "subject_type", "date_designated"}),  # UK in four tables
    frozenset({"unique_id", "name_type", "alias_strength"}),
    frozenset({"unique_id", "year", "month", "precision"}),
    frozenset({"unique_id", "raw_value", "identifier_type"}),
    frozenset({"entity_logicalid", "entity_eu_referencenumber"}),  # EU
    frozenset({"id", "schema", "name", "aliases", "birth_date"}),  # OpenSanctions
)
_HEADER_WITHIN = 3  # lines; the UK's have the day of the list above it
# OFAC's tables have no header: a number first, "-0-" for an empty cell, and as many cells as these.
_OFAC_WIDTHS, _OFAC_EMPTY = frozenset({5, 6, 12}), "-0-"
# An entity of OpenSanctions; FollowTheMoney of other makers, our own export among it, has no caption there.
_ENTITY = re.compile(
    rb'\s*\{\s*"id"\s*:\s*"[^"]{1,300}"\s*,\s*"caption"\s*:\s*"(?:[^"\\]|\\.){0,1000}"\s*,\s*"schema"\s*:\s*"[A-Z]\w{1,40}"'
)


def read(source: Input, _: Context) -> Iterator[Item]:
    """Nothing but the refusal that says where the list belongs."""
    yield Refusal(source.where, "official list, no report", "load it with counterclaim registers load")


def is_official_list(head: bytes) -> bool:
    """Whether bytes begin as a list that the registers know, in UTF-16 too."""
    head = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    root = _ROOT.match(head)
    if root is not None:
        return root.group(1) in _ROOTS and _ROOTS[root.group(1)] in head
    lines = head.decode("utf-8", "replace").splitlines()[:_HEADER_WITHIN]
    return bool(_ENTITY.match(head)) or any(map(_is_header, lines)) or any(map(_is_ofac_row, lines[:1]))


def _is_header(line: str) -> bool:
    cells = {cell.strip(' "\t').lower() for cell in re.split("[,;]", line)}
    return any(columns <= cells for columns in _COLUMNS)


def _is_ofac_row(line: str) -> bool:
    try:
        cells = [cell.strip() for cell in next(csv.reader([line]), [])]
    except csv.Error:
        return False
    return len(cells) in _OFAC_WIDTHS and cells[0].isdecimal() and _OFAC_EMPTY in cells


FORMAT = Format(name="official list", read=read, is_signed=is_official_list, in_part=True)
