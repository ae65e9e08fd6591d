"""The ledger as Parquet: a zip of one file a table, for data frames and databases. Needs the extra "parquet" (DuckDB).

DuckDB takes 68 MB where pyarrow takes 170. It reads each table from a file of JSON lines, an entry at a time, so that
a large ledger is not held twice.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from counterclaim.errors import LedgerError
from counterclaim.exports.tables import NUMBER, TABLES, TEXT, TRUTH, WHOLE, Cell, Column, Table
from counterclaim.exports.told import NOTICE, Told, encoded, packed, pieces
from counterclaim.records import Ledger

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {TEXT: "VARCHAR", WHOLE: "BIGINT", NUMBER: "DOUBLE", TRUTH: "BOOLEAN"}
_LONGEST_ROW = 1 << 28  # bytes


def to_parquet(ledger: Ledger) -> Iterator[bytes]:
    """The zip file, in pieces. Raises LedgerError where DuckDB is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise LedgerError("the Parquet export needs DuckDB: pip install counterclaim[parquet]") from error
    told = Told(ledger)
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "threads": "1",
    }
    with TemporaryDirectory(prefix="counterclaim-") as folder, duckdb.connect(config=settings) as database:
        made = ((f"{t.name}.parquet", _table(database, t, told, Path(folder))) for t in TABLES)
        yield from packed(made, stored=True)


def _table(database: "DuckDBPyConnection", table: Table, told: Told, folder: Path) -> Iterator[bytes]:
    rows, made = folder / "rows.jsonl", folder / f"{table.name}.parquet"
    with rows.open("wb") as file:
        file.writelines(encoded(_lines(table, told)))
    database.execute(_statement(table, told.ledger.extractor, rows, made))
    with made.open("rb") as file:
        yield from pieces(file)
    made.unlink()


def _statement(table: Table, extractor: str, rows: Path, made: Path) -> str:
    """What DuckDB shall do. But for quoted texts, only our own names of columns and paths stand in it."""
    columns = ", ".join(f"'{column.name}': '{_TYPES[column.kind]}'" for column in table.columns)
    notes = f"notice: {_quoted(NOTICE)}, about: {_quoted(table.about)}, extractor: {_quoted(extractor)}"
    source = f"read_json({_quoted(str(rows))}, format='newline_delimited', columns={{{columns}}}"
    source += f", maximum_object_size={_LONGEST_ROW})"
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{notes}}}"
    return f"COPY (SELECT * FROM {source}) TO {_quoted(str(made))} ({options})"  # noqa: S608


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _lines(table: Table, told: Told) -> Iterator[str]:
    for row in table.rows(told):
        yield json.dumps(_object(table.columns, row), ensure_ascii=False) + "\n"


def _object(columns: Sequence[Column], row: Sequence[Cell]) -> dict[str, Cell]:
    return {column.name: cell for column, cell in zip(columns, row, strict=True)}
