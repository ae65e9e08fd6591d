"""The UK's two lists in their CSV: the UK Sanctions List, and OFSI's Consolidated List, which ended in January 2026.

Both have a line with the day of the list above the header, and a row for each name of an entry. Days are dd/mm/yyyy.
Sources: https://www.gov.uk/government/publications/the-uk-sanctions-list,
https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.records import NameQuality
from counterclaim.registers.csv_tables import header_of, read_lines, read_table
from counterclaim.registers.formats.dates import births, day
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.format import LATEST_LISTING, PUBLISHER, Content, Format, Head
from counterclaim.registers.formats.uk_common import PUBLISHER_NAME, REGISTER, add_imo, add_name, kind_of

_PARTS = tuple(f"Name {i}" for i in range(1, 7))


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of one of the two lists are called. ``listed``: the first that has a day counts."""

    id: str
    kind: str
    name_type: str
    strength: str
    script: str
    program: str
    born: str
    nationality: str
    address: str
    listed: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    identifiers: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns without which a file is not this list, or not all of it."""
        return (self.id, self.kind, *_PARTS, self.name_type, self.strength, self.program, self.born, *self.listed)


_UK_LIST = _Columns(
    id="Unique ID",
    kind="Designation Type",
    name_type="Name type",
    strength="Alias strength",
    script="Name non-latin script",
    program="Regime Name",
    born="D.O.B",
    nationality="Nationality(/ies)",
    address="Address Country",
    listed=("Date Designated",),
    references=(("un", "UN Reference Number"), ("ofsi", "OFSI Group ID")),
    identifiers=(
        ("passport", "Passport number"),
        ("national", "National Identifier number"),
        ("registration", "Business registration number (s)"),
    ),
    remarks=("Title", "Position", "Other Information"),
)
_OFSI = _Columns(
    id="Group ID",
    kind="Group Type",
    name_type="Alias Type",
    strength="Alias Quality",
    script="Name Non-Latin Script",
    program="Regime",
    born="DOB",
    nationality="Nationality",
    address="Country",
    listed=("Listed On", "UK Sanctions List Date Designated"),
    references=(),
    identifiers=(("passport", "Passport Number"), ("national", "National Identification Number")),
    remarks=("Title", "Position", "Other Information"),
)


def _load(path: Path, columns: _Columns) -> Content:
    problems: list[str] = []
    drafts: dict[str, Draft] = {}
    above = 0 if columns.id in header_of(path) else 1
    for row in read_table(path, columns.needed, problems, skip=above):
        unique = row[columns.id].strip()
        draft = drafts.setdefault(unique, Draft(unique, kind_of(row[columns.kind])))
        _add(draft, row, columns)
    entries, more = finished(drafts.values(), REGISTER)
    published = _published(path)
    latest = max((entry.listed for entry in entries if entry.listed), default=None)
    return Content(entries, published or latest, PUBLISHER if published else LATEST_LISTING, (*problems, *more))


def _published(path: Path) -> str | None:
    """The day in the first line: "Report Date: 24-Jun-2026", "Last Updated,21/04/2022"."""
    first = next(read_lines(path), "").replace('"', "").strip(" ,\r\n")
    return day(first.partition(":")[2] or first.partition(",")[2])


def _add(draft: Draft, row: Mapping[str, str], columns: _Columns) -> None:
    add_name(draft, [row[part] for part in _PARTS], "", row[columns.name_type], row[columns.strength])
    draft.name(row.get(columns.script), NameQuality.ALIAS)
    draft.listed = draft.listed or next(filter(None, (day(row[column]) for column in columns.listed)), None)
    draft.programs.append(row[columns.program])
    draft.nationalities.append(row.get(columns.nationality, ""))
    draft.places.append(row.get(columns.address, ""))
    draft.places.append(row.get("Current believed flag of ship", ""))
    draft.born.extend(births(row[columns.born]) or births(row.get("Year Built", "")))
    add_imo(draft, row.get("IMO number", ""))
    for kind, column in columns.identifiers:
        draft.identify(kind, row.get(column))
    for kind, column in columns.references:
        draft.refer(kind, row.get(column))
    draft.remarks.extend(row.get(column, "") for column in columns.remarks)


def load_uk_list(path: Path) -> Content:
    """The UK Sanctions List in a file. Raises RegisterError."""
    return _load(path, _UK_LIST)


def load_ofsi(path: Path) -> Content:
    """OFSI's Consolidated List in a file. Raises RegisterError."""
    return _load(path, _OFSI)


def is_uk_list(head: Head) -> bool:
    """Whether a file is the UK Sanctions List: the day of the report, and a header with unique ids below it."""
    return _has_header(head, "Unique ID")


def is_ofsi(head: Head) -> bool:
    """Whether a file is OFSI's Consolidated List: the day of the update, and a header with group ids below it."""
    return _has_header(head, "Group ID") and not _has_header(head, "Unique ID")


def _has_header(head: Head, name: str) -> bool:
    """Whether one of the first two lines has names in six parts and a column of this name."""
    columns = (line.replace('"', "").split(",") for line in head.lines[:2])
    return any(name in found and "Name 6" in found for found in columns)


UK_LIST = Format("uk-csv", REGISTER, PUBLISHER_NAME, is_uk_list, load_uk_list)
OFSI = Format("uk-ofsi-csv", REGISTER, "UK Office of Financial Sanctions Implementation", is_ofsi, load_ofsi)
