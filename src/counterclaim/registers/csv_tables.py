"""Registers in CSV, read row by row: a broken row is named and the rest goes on; a changed header is an error."""

import csv
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import RegisterError

LONGEST_LINE = 2_000_000  # characters; the longest of any official list has some 40,000
_CHUNK = 1 << 20
_FEW = 0.01  # of the bytes that are not ASCII may be damaged in a file that is UTF-8 all the same
_ESCAPED = re.compile("[\udc80-\udcff]")  # what stands for a byte that is not UTF-8
_NOTHING = " \x1a\r\n"  # (OFAC's files end with a control character)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line of the file that it begins at, counted from 1."""

    line: int
    cells: list[str]


def encoding_of(path: Path) -> tuple[str, int]:
    """The encoding of a text file, and how many of its bytes are none of it.

    UTF-16 by its mark; UTF-8 where all of it is, or nearly all of what is not ASCII; else the Western code page 1252,
    which publishers used before.
    """
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16", 0
    bad = good = 0
    with path.open(encoding="utf-8", errors="surrogateescape", newline="") as text:
        while chunk := text.read(_CHUNK):
            if not chunk.isascii():
                escaped = len(_ESCAPED.findall(chunk))
                bad += escaped
                good += sum(not c.isascii() for c in chunk) - escaped
    return ("cp1252", 0) if bad > good * _FEW else ("utf-8-sig", bad)


def read_lines(path: Path, longest: int = LONGEST_LINE) -> Iterator[str]:
    """The lines of a text file with their ends. Raises RegisterError for one that is too long to be of a list."""
    with path.open(encoding=encoding_of(path)[0], errors="replace", newline="") as file:
        number = 0
        while line := file.readline(longest + 1):
            number += 1
            if len(line) > longest:
                raise RegisterError(f"{path}, line {number}: over {longest:,} characters; it is no list that is known")
            yield line


def read_rows(path: Path, width: int, problems: list[str], *, delimiter: str = ",", skip: int = 0) -> Iterator[Row]:
    """The rows of a CSV file that have ``width`` cells; the others go to ``problems``, and none is lost unnamed.

    A quotation mark that is never closed swallows what follows: then each line is read for itself. ``skip`` lines come
    before the first row.
    """
    if damaged := encoding_of(path)[1]:
        problems.append(f"{path.name}: {damaged:,} bytes that are not UTF-8; the characters that they were are lost")
    taken: list[str] = []
    lines = _remembered(read_lines(path), taken)
    at = 1
    for _ in range(skip):
        next(lines, None)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        at, taken[:] = at + len(taken), []
        row = _row(reader)
        if not taken:
            return
        if row is not None and len(row) == width:
            yield Row(at, row)
        elif any(cell.strip(_NOTHING) for cell in row or taken):
            yield from _apart(path, Row(at, list(taken)), width, problems, delimiter)


def read_table(
    path: Path, needed: Collection[str], problems: list[str], *, delimiter: str = ",", skip: int = 0
) -> Iterator[Mapping[str, str]]:
    """The rows of a CSV file by the names in its header. Raises RegisterError where a ``needed`` column is missing."""
    names = header_of(path, delimiter=delimiter, skip=skip)
    missing = [name for name in needed if name not in names]
    if missing:
        raise RegisterError(
            f"{path}: the header has changed: {_listed(missing)} {'is' if len(missing) == 1 else 'are'} missing; fetch "
            "the list again, or report the publisher's new format"
        )
    for row in read_rows(path, len(names), problems, delimiter=delimiter, skip=skip + 1):
        yield dict(zip(names, row.cells))


def header_of(path: Path, *, delimiter: str = ",", skip: int = 0) -> list[str]:
    """The column names of a CSV file."""
    lines = read_lines(path)
    for _ in range(skip):
        next(lines, None)
    return [name.strip() for name in _row(csv.reader(lines, delimiter=delimiter)) or []]


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _remembered(lines: Iterator[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


def _row(reader: Iterator[list[str]]) -> list[str] | None:
    """The next row; None where there is none, or where it is no CSV: a field that does not end, or goes on after it."""
    try:
        return next(reader, None)
    except csv.Error:
        return None


def _apart(path: Path, found: Row, width: int, problems: list[str], delimiter: str) -> Iterator[Row]:
    """The rows of the right width among lines that make no good row together."""
    for number, line in enumerate(found.cells, found.line):
        if line.count('"') % 2:
            problems.append(f"{path.name}, line {number}: a quotation mark is left open; the row is left out")
            continue
        cells = _row(csv.reader([line], delimiter=delimiter)) or []
        if len(cells) == width:
            yield Row(number, cells)
        elif line.strip(_NOTHING):
            problems.append(f"{path.name}, line {number}: {len(cells)} columns where {width} belong; it is left out")
