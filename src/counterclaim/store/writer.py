"""Writes to a case: each call is one transaction, and what it returns is on the disk."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from counterclaim.errors import LedgerError
from counterclaim.records import Document, EntityMerge, EntitySplit, Ledger, Reading, Refusal
from counterclaim.store import schema
from counterclaim.store.backend import Backend
from counterclaim.store.codec import codec, pack, packed_text
from counterclaim.store.corrections import all_of, standing, undone
from counterclaim.store.faults import named
from counterclaim.store.migrations import now
from counterclaim.store.runs import enter_run
from counterclaim.store.values import Action, AddedDocument, Correction, Run, Taken
from counterclaim.store.words import storable, words

_OF_ENTITIES = {Action.MERGE: EntityMerge, Action.SPLIT: EntitySplit}


class Writer:
    """The right to write to a case, which one program at a time has; see ``Store.writer``."""

    def __init__(self, connection: Connection, backend: Backend) -> None:
        self._connection, self._backend = connection, backend

    def add(self, documents: Sequence[Document]) -> list[AddedDocument]:
        """Enter documents; what becomes of each. One whose text is there already is not entered again."""
        with self._transaction() as connection:
            return [self._add(connection, document) for document in documents]

    def put_reading(self, reading: Reading, extractor: str) -> bool:
        """Enter what was read in a document by a version of the extractor; False where that is there already."""
        with self._transaction() as connection:
            return self._put_reading(connection, reading, extractor)

    def put_readings(self, readings: Sequence[Reading], extractor: str) -> int:
        """Enter several readings, all or none; how many were new."""
        with self._transaction() as connection:
            return sum(self._put_reading(connection, reading, extractor) for reading in readings)

    def refuse(self, refusals: Sequence[Refusal]) -> int:
        """Enter what was refused; how much of it was not there yet."""
        with self._transaction() as connection:
            return sum(self._refuse(connection, refusal) for refusal in refusals)

    def put_run(self, ledger: Ledger) -> Run:
        """Enter what the collection stages made of the documents, and derive the views from it."""
        with self._transaction() as connection:
            return enter_run(connection, ledger, new_entry(connection, "run"))

    def correct(self, correction: Correction) -> Correction:
        """Enter a correction, as of now. Raises LedgerError for one that names nothing it could correct."""
        with self._transaction() as connection:
            entered = replace(correction, at=now())
            _check(connection, entered)
            row = {
                "number": new_entry(connection, "correction", entered.at),
                "id": entered.id,
                "replaces": storable(entered.replaces),
                "content": pack(codec(Correction).json(entered)),
            }
            connection.execute(insert(schema.corrections), row)
            return entered

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with named(self._backend.name), self._connection.begin():
            yield self._connection

    def _add(self, connection: Connection, document: Document) -> AddedDocument:
        there = connection.execute(_document(document.id)).one_or_none()
        if there is not None:
            return AddedDocument(document, _taken(document, there), there.path)
        number = new_entry(connection, "document")
        row = {
            "number": number,
            "id": document.id,
            "sha256": document.sha256,
            "path": storable(document.path),
            "published": storable(document.published),
            "outlet": storable(document.outlet),
            "language": storable(document.language),
            "content": pack(codec(Document).json(replace(document, text=""))),
            "text": packed_text(document.text),
        }
        connection.execute(insert(schema.documents), row)
        self._backend.add_words(connection, "document_words", [(number, words(document.text))])
        return AddedDocument(document, Taken.ADDED, document.path)

    def _put_reading(self, connection: Connection, reading: Reading, extractor: str) -> bool:
        document = reading.document
        number = connection.execute(_document(document.id)).one_or_none()
        if number is None:
            raise LedgerError(f"{document.path}: it has to be added to the case before what was read in it")
        there = schema.readings.c.document == number.number, schema.readings.c.extractor == extractor
        if connection.execute(select(schema.readings.c.number).where(*there)).first():
            return False
        row = {
            "number": new_entry(connection, "reading"),
            "document": number.number,
            "extractor": extractor,
            "claims": len(reading.claims),
            "content": pack(codec(Reading).json(replace(reading, document=replace(document, text="")))),
        }
        connection.execute(insert(schema.readings), row)
        self._put_evidence(connection, number.number, reading)
        return True

    def _put_evidence(self, connection: Connection, document: int, reading: Reading) -> None:
        """Make what claims rest on searchable; what another extractor's claims rested on, too, is there already."""
        table = schema.evidence
        held = select(table.c.start, table.c.end).where(table.c.document == document)
        known = {(row.start, row.end) for row in connection.execute(held)}
        spans = [s for s in dict.fromkeys((*c.evidence.span,) for c in reading.claims) if s not in known]
        if not spans:
            return
        first = (connection.execute(select(func.max(table.c.number))).scalar_one() or 0) + 1
        rows = [{"number": first + i, "document": document, "start": s, "end": e} for i, (s, e) in enumerate(spans)]
        connection.execute(insert(table), rows)
        text = reading.document.text
        found = [(row["number"], words(text[row["start"] : row["end"]])) for row in rows]
        self._backend.add_words(connection, "evidence_words", found)

    def _refuse(self, connection: Connection, refusal: Refusal) -> bool:
        content = codec(Refusal).json(refusal)
        digest = hashlib.sha256(content).hexdigest()
        table = schema.refusals
        if connection.execute(select(table.c.number).where(table.c.digest == digest)).first():
            return False
        number = new_entry(connection, "refusal")
        row = {"number": number, "digest": digest, "path": storable(refusal.path), "content": pack(content)}
        connection.execute(insert(table), row)
        return True


def _check_entities(connection: Connection, correction: Correction, of: type | None) -> None:
    entities, e = correction.entities, schema.entity_rows
    if not isinstance(entities, of or type(None)):
        raise LedgerError("a merge names two entities, a split an entity and one of its names; no other does")
    if entities is not None and entities.entity.id != correction.replaces:
        raise LedgerError(f"the correction is said to be of {correction.replaces}, and names {entities.entity.id}")
    if isinstance(entities, EntityMerge):
        other = entities.other.id
        if other == correction.replaces or not connection.execute(select(e.c.id).where(e.c.id == other)).first():
            raise LedgerError(f"there is no other entity of the newest run with the id {other}")


def new_entry(connection: Connection, kind: str, at: str | None = None) -> int:
    """The number of a new entry."""
    row = connection.execute(insert(schema.entries).values(at=at or now(), kind=kind))
    key = row.inserted_primary_key
    assert key is not None  # noqa: S101  (both databases tell it)
    return int(key[0])


def _document(identity: str) -> Any:
    table = schema.documents
    return select(table.c.number, table.c.sha256, table.c.path).where(table.c.id == identity)


def _taken(document: Document, there: Row[Any]) -> Taken:
    """What is to be said of a document whose id is there already."""
    if there.sha256 != document.sha256:
        return Taken.ID_TAKEN
    return Taken.KNOWN if there.path == storable(document.path) else Taken.SAME_TEXT


def _check(connection: Connection, correction: Correction) -> None:
    """Whether a correction makes sense. Raises LedgerError."""
    if not correction.by.strip() or not correction.why.strip():
        raise LedgerError("a correction says who makes it and why")
    if (correction.action is Action.REPLACE) != (correction.claim is not None):
        raise LedgerError("a correction that replaces a claim holds the claim that stands in its place; no other does")
    of = _OF_ENTITIES.get(correction.action)
    _check_entities(connection, correction, of)
    undoes, k = correction.action is Action.UNDO, schema.corrections
    table = k if undoes else schema.entity_rows if of else schema.claim_rows
    there = connection.execute(select(table.c.id).where(table.c.id == correction.replaces)).first()
    # A claim that was rejected is in no newer run, and may still be corrected otherwise.
    known = not (undoes or of) and connection.execute(select(k.c.id).where(k.c.replaces == correction.replaces)).first()
    if not (there or known):
        what = "correction" if undoes else "entity of the newest run" if of else "claim of the newest run"
        raise LedgerError(f"there is no {what} with the id {correction.replaces}")
    _check_new(all_of(connection), correction)


def _check_new(others: Sequence[Correction], correction: Correction) -> None:
    """Whether a correction says something that is not said yet: one undo would not take back what stands twice."""
    if correction.action is Action.UNDO and correction.replaces in (gone := undone(others)):
        raise LedgerError(f"{gone[correction.replaces].id} undoes {correction.replaces} already")
    held = standing(others).get(correction.replaces) if correction.action is Action.REJECT else None
    if held is not None and held.action is Action.REJECT:
        raise LedgerError(f"{held.id} rejects {correction.replaces} already")
