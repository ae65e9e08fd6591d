"""What `counterclaim screen` is asked: names given as arguments, and tables of names."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import InputRefused
from counterclaim.records import EntryKind, Refusal

__all__ = ["Question", "read_questions", "well_formed_born", "well_formed_country"]

_LARGEST = 64 << 20  # bytes of a table
_LONGEST = 10_000  # characters of a row
_COLUMNS = ("name", "kind", "country", "born")
_BORN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Question:
    """A name and what is known of its bearer; ``born`` is an ISO date cut to what is known."""

    name: str
    kind: EntryKind | None = None
    countries: tuple[str, ...] = ()
    born: tuple[str, ...] = ()


def read_questions(path: Path) -> tuple[tuple[Question, ...], tuple[Refusal, ...]]:
    """The names of a file, and the rows that are none. Raises InputRefused where the file as a whole cannot be read.

    A file whose first row has a column ``name`` is a CSV table, with ``kind``, ``country`` and ``born`` if it has them;
    any other holds one name a line. Empty lines are passed over.
    """
    text = _text(path)
    rows: list[tuple[int, Question]] = []
    refused: list[Refusal] = []
    head = _columns(text)
    for line, row in _table(text, head) if head else _lines(text):
        try:
            rows.append((line, _question(row)))
        except ValueError as error:
            refused.append(Refusal(f"{path}, line {line}", str(error)))
    return tuple(question for _, question in rows), tuple(refused)


def well_formed_born(text: str) -> bool:
    """Whether this is a year, a month or a day in ISO's form."""
    return _BORN.fullmatch(text) is not None


def well_formed_country(text: str) -> bool:
    """Whether this has the form of an ISO 3166 alpha-2 code."""
    return _COUNTRY.fullmatch(text) is not None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise InputRefused(str(path), "cannot be opened", error.strerror or str(error)) from error
    if len(content) > _LARGEST:
        raise InputRefused(str(path), "too large", f"split it into files of at most {_LARGEST >> 20} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(str(path), "not UTF-8", f"byte {error.start}; save it as UTF-8") from error


def _columns(text: str) -> list[str]:
    """The columns of a table with a header; empty where the first line is not one."""
    first = next(iter(text.splitlines()), "")[:_LONGEST]
    columns = [cell.strip().casefold() for cell in next(csv.reader([first]), [])]
    return columns if "name" in columns else []


def _table(text: str, columns: list[str]) -> Iterator[tuple[int, Mapping[str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    rows = _guarded(reader)
    next(rows, None)
    for row in rows:
        if any(cell.strip() for cell in row):
            yield reader.line_num, {**dict(zip(columns, row)), **({"": ""} if len(row) > len(columns) else {})}


def _guarded(reader: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows of a table; one that the reader cannot make out (a field of megabytes) counts as a row of no name."""
    rows = iter(reader)
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield ["\x00"]


def _lines(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, {"name": line}


def _question(row: Mapping[str, str]) -> Question:
    """A row as a question. Raises ValueError, which says what is wrong."""
    if "" in row:
        raise ValueError("more cells than the header has: put names with commas in quotation marks")
    name, kind, country, born = (row.get(column, "").strip() for column in _COLUMNS)
    if not name or name == "\x00":
        raise ValueError("no name")
    if len(name) > _LONGEST:
        raise ValueError(f"a name of {len(name):,} characters")
    kinds = {str(one): one for one in EntryKind}
    if kind and kind.casefold() not in kinds:
        raise ValueError(f"unknown kind {kind[:40]!r}: one of {', '.join(kinds)}")
    countries = tuple(code.strip().upper() for code in re.split(r"[;, ]+", country) if code.strip())
    if not all(map(well_formed_country, countries)):
        raise ValueError(f"country {country[:40]!r} is no ISO code of two letters, such as IR")
    if born and not well_formed_born(born):
        raise ValueError(f"born {born[:40]!r} is no year or ISO date, such as 1967 or 1967-04-09")
    return Question(name, kinds.get(kind.casefold()), countries, (born,) if born else ())
