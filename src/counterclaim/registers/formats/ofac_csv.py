"""OFAC's lists in their legacy CSV: a set of files without headers, for the SDN list and for the consolidated list.

``sdn.csv`` has a row an entry, ``alt.csv`` the other names, ``add.csv`` the addresses, ``sdn_comments.csv`` what did
not fit into a row. "-0-" stands for an empty cell. Neither a day of listing nor one of the list is given.
Source: https://ofac.treasury.gov/media/29976/download (data specification, 12 columns of sdn.csv)
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.csv_tables import read_rows
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.format import LATEST_LISTING, Content, Format, Head
from counterclaim.registers.formats.ofac_common import KINDS, PUBLISHER_NAME, add_person, add_remarks, companions

REGISTER, CONSOLIDATED = "ofac", "ofac-consolidated"
_COLUMNS = 12
_WIDTHS = {"alt": 5, "add": 6, "comments": 2}
_SAID = {"alt": "other names", "add": "addresses", "comments": "the rest of long remarks"}
_TYPES = frozenset({"-0-", "individual", "vessel", "aircraft", "entity"})
_EMPTY = "-0-"


def files(main: Path) -> tuple[Path, ...]:
    """The main file of a set and those beside it."""
    return (main, *companions(main, tuple(_WIDTHS)).values())


def recognises(head: Head) -> bool:
    """Whether a file is the main one of a set: twelve columns, a number first and the type of the entry third."""
    try:
        cells = next(csv.reader(head.lines), [])
    except csv.Error:
        return False
    return len(cells) == _COLUMNS and cells[0].strip().isdecimal() and cells[2].strip().lower() in _TYPES


def load(path: Path) -> Content:
    """The list of a set. Raises RegisterError."""
    problems: list[str] = []
    drafts: dict[str, Draft] = {}
    remarks: dict[str, str] = {}
    for row in read_rows(path, _COLUMNS, problems):
        cells = _cells(row.cells)
        drafts[cells[0]] = _draft(cells)
        remarks[cells[0]] = cells[11]
    found = companions(path, tuple(_WIDTHS))
    problems.extend(f"{path.name}: no file of {_SAID[word]} beside it" for word in ("alt", "add") if word not in found)
    for draft, cells in _beside(found, "alt", drafts, problems):
        add_person(draft, cells[3], NameQuality.WEAK if "weak" in cells[4].lower() else NameQuality.ALIAS)
    for draft, cells in _beside(found, "add", drafts, problems):
        draft.places.append(cells[4])
    for draft, cells in _beside(found, "comments", drafts, problems):
        remarks[draft.id] += cells[1]
    for draft in drafts.values():
        add_remarks(draft, remarks[draft.id])
    register = CONSOLIDATED if "prim" in path.stem.lower() else REGISTER
    entries, more = finished(drafts.values(), register)
    return Content(entries, None, LATEST_LISTING, (*problems, *more), register=register)


def _draft(cells: list[str]) -> Draft:
    draft = Draft(cells[0], KINDS.get(cells[2].lower(), EntryKind.ORGANISATION))
    add_person(draft, cells[1], NameQuality.PRIMARY)
    draft.programs.extend(program.strip(" []") for program in cells[3].split("] ["))
    draft.places.append(cells[9])
    if draft.kind is EntryKind.SHIP:
        draft.identify("call sign", cells[5])
        draft.remarks.extend([cells[6], cells[10]])
    else:
        draft.remarks.append(cells[4])
    return draft


def _cells(cells: list[str]) -> list[str]:
    stripped = [cell.strip() for cell in cells]
    return ["" if cell == _EMPTY else cell for cell in stripped]


def _beside(
    found: Mapping[str, Path], word: str, drafts: Mapping[str, Draft], problems: list[str]
) -> Iterator[tuple[Draft, list[str]]]:
    """The rows of another file of the set, each with the entry that it belongs to."""
    if word not in found:
        return
    for row in read_rows(found[word], _WIDTHS[word], problems):
        cells = _cells(row.cells)
        if cells[0] in drafts:
            yield drafts[cells[0]], cells
        else:
            problems.append(f"{found[word].name}, line {row.line}: entry {cells[0] or 'none'} is not in the main file")


FORMAT = Format("ofac-csv", REGISTER, PUBLISHER_NAME, recognises, load, files)
