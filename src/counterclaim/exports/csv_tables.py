"""The ledger as CSV: a zip of one file a table, for spreadsheets and statistics programs.

UTF-8 with a byte order mark, commas, quotes where needed, lines that end in CR LF (RFC 4180). A cell of text that a
spreadsheet would take for a formula gets an apostrophe in front.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from counterclaim.exports.tables import TABLES, TEXT, Cell, Table
from counterclaim.exports.told import NOTICE, Told, encoded, packed
from counterclaim.records import Ledger

# OWASP, "CSV injection": =, +, -, @, tab, CR, LF and the wide forms. Apostrophes count, so that one can be taken off
# again.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_LARGE = 1e15  # from here on a number is written with its exponent
_HEADER = f"""{NOTICE}

All files are UTF-8 with a byte order mark, with commas between cells and CR LF between rows. An empty cell is an
unknown value. An apostrophe before =, +, -, @, a tab or a line end keeps spreadsheets from running the cell: take it
off to get the text. Starts and ends of spans count Unicode code points of the report's text, from 0, the end not
included.
"""


def to_csv(ledger: Ledger) -> Iterator[bytes]:
    """The zip file, in pieces."""
    yield from packed(_members(Told(ledger)))


def _members(told: Told) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "README.txt", [_readme(told.ledger.extractor).encode()]
    for table in TABLES:
        yield f"{table.name}.csv", encoded(lines(table, told))


def _readme(extractor: str) -> str:
    first = f"Counterclaim, extractor {extractor}: a ledger of claims as tables."
    told = (f"{table.name}.csv: {table.about}\r\n  {', '.join(c.name for c in table.columns)}" for table in TABLES)
    return "\r\n\r\n".join([first, _HEADER.replace("\n", "\r\n").rstrip(), *told]) + "\r\n"


def lines(table: Table, told: Told) -> Iterator[str]:
    """A table as the lines of a CSV file, its first with the byte order mark and the names of the columns."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    texts = [column.kind == TEXT for column in table.columns]
    writer.writerow([column.name for column in table.columns])
    yield f"\ufeff{buffer.getvalue()}"
    for row in table.rows(told):
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([_cell(cell, is_text=is_text) for cell, is_text in zip(row, texts, strict=True)])
        yield buffer.getvalue()


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula; taking off one apostrophe gives the text back."""
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(cell: Cell, *, is_text: bool) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell == int(cell) and abs(cell) < _LARGE else cell
    return guarded(cell) if is_text and isinstance(cell, str) else cell
