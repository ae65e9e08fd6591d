"""Runs of the collection stages: entering one, and reading one back whole or in part."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from counterclaim.errors import LedgerError
from counterclaim.records import Ledger, Verdict
from counterclaim.store import schema
from counterclaim.store.codec import pack, unpack
from counterclaim.store.ledgers import SECTIONS, Part, cut
from counterclaim.store.values import Run
from counterclaim.store.views import Views
from counterclaim.store.words import storable

_BATCH = 50  # parts that are entered at once
# What claims are found by has to be there before them.
_FIRST = ("documents", "entities", "propositions")
_ORDER = (*_FIRST, *(section for section in SECTIONS if section not in _FIRST))


def enter_run(connection: Connection, ledger: Ledger, number: int) -> Run:
    """Enter a ledger as the newest run, under the number of its entry, and derive the views from it."""
    ordinal = (connection.execute(select(func.max(schema.runs.c.ordinal))).scalar_one() or 0) + 1
    sizes = {s: len(getattr(ledger, s)) for s in ("documents", "claims", "propositions")}
    sizes["hits"] = sum(hit.verdict is Verdict.HIT for hit in ledger.hits)  # a possible is no hit
    row = {"number": number, "ordinal": ordinal, "extractor": storable(ledger.extractor), **sizes}
    connection.execute(insert(schema.runs), row)
    views = Views(connection, ledger)
    for section in _ORDER:
        place = 0
        for batch in _batches(cut(section, getattr(ledger, section))):
            numbers = _enter_parts(connection, batch)
            rows: list[dict[str, Any]] = []
            for part in batch:
                held = numbers[part.digest]
                rows.append(_row(number, section, place, held))
                views.take(section, held, part)
                place += 1
            connection.execute(insert(schema.run_parts), rows)
    views.close()
    return run_of(connection, ordinal)


def _row(run: int, section: str, place: int, part: int) -> dict[str, Any]:
    return {"run": run, "section": section, "place": place, "part": part}


def _batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    held: list[Part] = []
    for part in parts:
        held.append(part)
        if len(held) == _BATCH:
            yield held
            held = []
    if held:
        yield held


def _enter_parts(connection: Connection, parts: list[Part]) -> dict[bytes, int]:
    """The numbers of parts by their digests; those that no run held before are entered."""
    table = schema.parts
    digests = {part.digest for part in parts}
    there = connection.execute(select(table.c.digest, table.c.number).where(table.c.digest.in_(digests)))
    numbers = {bytes(row.digest): row.number for row in there}
    following = (connection.execute(select(func.max(table.c.number))).scalar_one() or 0) + 1
    rows: list[dict[str, Any]] = []
    for part in parts:
        if part.digest not in numbers:
            numbers[part.digest] = following + len(rows)
            rows.append({"number": numbers[part.digest], "digest": part.digest, "content": pack(part.content)})
    if rows:
        connection.execute(insert(table), rows)
    return numbers


def all_runs(connection: Connection) -> list[Run]:
    """The runs of a case, the first first."""
    found = connection.execute(_RUNS.order_by(schema.runs.c.ordinal))
    return [_run(row) for row in found]


def run_of(connection: Connection, ordinal: int | None) -> Run:
    """A run by its number from 1 on, the newest for None. Raises LedgerError."""
    chosen = _RUNS.where(schema.runs.c.ordinal == ordinal) if ordinal is not None else _RUNS
    row = connection.execute(chosen.order_by(schema.runs.c.ordinal.desc()).limit(1)).one_or_none()
    if row is None and ordinal is None:
        raise LedgerError(
            "nothing has been collected in this case yet: fill it with counterclaim add, or run counterclaim collect"
        )
    if row is None:
        raise LedgerError(f"there is no run {ordinal}; counterclaim ledger --of runs lists them")
    return _run(row)


def part_contents(connection: Connection, run: Run, section: str) -> Iterator[bytes]:
    """The JSON of a section's parts, in order."""
    chosen = _part_numbers(run, section).subquery()
    statement = (
        select(schema.parts.c.content)
        .join(chosen, chosen.c.part == schema.parts.c.number)
        .order_by(chosen.c.place)
        .execution_options(yield_per=_BATCH)
    )
    for row in connection.execute(statement):
        yield unpack(row.content)


def part_numbers(connection: Connection, run: Run, section: str) -> list[int]:
    """The numbers of a section's parts, in order."""
    rows = connection.execute(_part_numbers(run, section).order_by(schema.run_parts.c.place))
    return [row.part for row in rows]


def part_content(connection: Connection, number: int) -> bytes:
    """The JSON of one part."""
    return unpack(
        connection.execute(select(schema.parts.c.content).where(schema.parts.c.number == number)).scalar_one()
    )


def _part_numbers(run: Run, section: str) -> Any:
    held, runs = schema.run_parts, schema.runs
    return (
        select(held.c.place, held.c.part)
        .join(runs, runs.c.number == held.c.run)
        .where(runs.c.ordinal == run.ordinal, held.c.section == section)
    )


_RUNS = select(schema.runs, schema.entries.c.at).join(schema.entries, schema.entries.c.number == schema.runs.c.number)


def _run(row: Row[Any]) -> Run:
    return Run(row.ordinal, row.at, row.extractor, row.documents, row.claims, row.propositions, row.hits)
