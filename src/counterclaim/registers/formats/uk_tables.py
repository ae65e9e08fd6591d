"""The UK Sanctions List as it is re-published in four tables: subjects, their names, dates of birth and identifiers.

Days are dd/mm/yyyy. The set gives no day of its own; the latest day on which a subject was updated stands for it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from counterclaim.errors import RegisterError
from counterclaim.registers.csv_tables import read_table
from counterclaim.registers.formats.dates import cut_date, day
from counterclaim.registers.formats.draft import Draft, finished
from counterclaim.registers.formats.format import LATEST_UPDATE, Content, Format, Head
from counterclaim.registers.formats.uk_common import PUBLISHER_NAME, REGISTER, add_imo, add_name, kind_of, program_of

_SUBJECTS = ("unique_id", "subject_type", "un_reference_number", "ofsi_group_id", "date_designated", "last_updated")
_ENOUGH = 4  # columns of the table of subjects by which it is known
_PARTS = tuple(f"name_{i}" for i in range(1, 7))
_NAMES = ("unique_id", "name_type", "alias_strength", "full_name", *_PARTS)
_BIRTHS = ("unique_id", "year", "month", "day", "precision")
_IDENTIFIERS = ("unique_id", "raw_value", "identifier_type")
_KINDS = {"business_registration_numbers": "registration"}


def files(main: Path) -> tuple[Path, ...]:
    """The table of subjects and those of its set that are beside it."""
    beside = (_table(main, name) for name in ("names", "dobs", "identifiers"))
    return (main, *(path for path in beside if path.is_file()))


def recognises(head: Head) -> bool:
    """Whether a file is the table of subjects: it has most of its columns, whatever has changed in its header."""
    names = {name.strip() for name in "".join(head.lines[:1]).replace('"', "").split(",")}
    return len(names.intersection(_SUBJECTS)) >= _ENOUGH


def load(path: Path) -> Content:
    """The list of a set. Raises RegisterError, also where the table of names is not beside that of subjects."""
    problems: list[str] = []
    drafts: dict[str, Draft] = {}
    updated: set[str] = set()
    for row in read_table(path, _SUBJECTS, problems):
        draft = _draft(row)
        drafts[draft.id] = draft
        updated.add(day(row["last_updated"]) or draft.listed or "")
    if not _table(path, "names").is_file():
        missing = _table(path, "names")
        raise RegisterError(f"{missing}: missing; it has the names of {path.name}: put it beside that file")
    for draft, row in _rows(path, "names", _NAMES, drafts, problems):
        add_name(draft, [row[part] for part in _PARTS], row["full_name"], row["name_type"], row["alias_strength"])
    for draft, row in _rows(path, "dobs", _BIRTHS, drafts, problems):
        born = cut_date(row["year"], row["month"], row["day"])
        draft.born.extend([born] if born else [])
    for draft, row in _rows(path, "identifiers", _IDENTIFIERS, drafts, problems):
        _identify(draft, row)
    entries, more = finished(drafts.values(), REGISTER)
    return Content(entries, max(updated, default="") or None, LATEST_UPDATE, (*problems, *more))


def _table(main: Path, name: str) -> Path:
    return main.with_name(f"subject_{name}{main.suffix}")


def _draft(row: Mapping[str, str]) -> Draft:
    unique = row["unique_id"].strip()
    draft = Draft(unique, kind_of(row["subject_type"]), day(row["date_designated"]))
    draft.programs.append(program_of(unique))
    draft.refer("un", row["un_reference_number"])
    draft.refer("ofsi", row["ofsi_group_id"])
    return draft


def _rows(
    main: Path, name: str, needed: tuple[str, ...], drafts: Mapping[str, Draft], problems: list[str]
) -> Iterator[tuple[Draft, Mapping[str, str]]]:
    """The rows of a table, each with the entry that it belongs to."""
    path = _table(main, name)
    if not path.is_file():
        problems.append(f"{path.name}: not beside {main.name}; what it says is missing")
        return
    for row in read_table(path, needed, problems):
        draft = drafts.get(row["unique_id"].strip())
        if draft is None:
            unique = row["unique_id"].strip() or "a row without a subject"
            problems.append(f"{path.name}: {unique} is not in {main.name}")
        else:
            yield draft, row


def _identify(draft: Draft, row: Mapping[str, str]) -> None:
    kind = row["identifier_type"].strip()
    if kind == "imo":
        add_imo(draft, row["raw_value"])
    else:
        draft.identify(_KINDS.get(kind, kind), row["raw_value"])


FORMAT = Format("uk-tables", REGISTER, PUBLISHER_NAME, recognises, load, files)
