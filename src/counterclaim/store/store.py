"""A case that is open: what it holds, lists of it, and the right to write to it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, and_, func, select

from counterclaim.errors import LedgerError
from counterclaim.records import Claim, Document, Entity, Ledger, Proposition, Reading, Refusal, digest
from counterclaim.store import finding, lists, runs, schema
from counterclaim.store.backend import Backend
from counterclaim.store.codec import codec, damaged, unpack, unpacked_text
from counterclaim.store.corrections import all_of
from counterclaim.store.faults import named
from counterclaim.store.finding import Found
from counterclaim.store.ledgers import SECTIONS, joined
from counterclaim.store.lists import Filter, Lists
from counterclaim.store.values import Correction, Counts, Page, Run, Standing
from counterclaim.store.words import storable
from counterclaim.store.writer import Writer

_AT_ONCE = 100  # rows that are fetched together
_PATIENCE = 5.0  # seconds
_MATERIAL = ("document", "reading", "correction")  # the kinds of entries that runs are made of
Result = TypeVar("Result")
_ALL = Filter()


class Store:
    """An open case. Whatever it raises on purpose is a StoreError, or a LedgerError for what the case does not hold."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    @property
    def name(self) -> str:
        """Where the case is, without passwords."""
        return self._backend.name

    def close(self) -> None:
        """Close the connections."""
        self._backend.close()

    @contextmanager
    def writer(self, patience: float | None = None) -> Iterator[Writer]:
        """Take the right to write, for which another program is waited for so many seconds, or a few."""
        with named(self.name), self._backend.engine.connect() as held:
            connection = held.execution_options(writes=True)
            self._backend.lock(connection, _PATIENCE if patience is None else patience)
            try:
                yield Writer(connection, self._backend)
            finally:
                self._backend.unlock(connection)

    def counts(self, extractor: str) -> Counts:
        """How much the case holds; ``unread`` is what this version of the extractor has not read."""
        with self._reading() as c:
            other = select(schema.documents).where(schema.documents.c.language != "en")
            counted = (schema.documents, schema.refusals, schema.runs, schema.corrections)
            documents, refused, done, corrections = (_count(c, select(table)) for table in counted)
            unread, others = _count(c, _unread(extractor)), _count(c, other)
            return Counts(documents, unread, others, refused, done, corrections, self._backend.size(c))

    def document(self, identity: str) -> Document:
        """A document as it was added."""
        with self._reading() as c:
            return _document(_one(c, select(schema.documents).where(schema.documents.c.id == identity), identity))

    def unread(self, extractor: str) -> list[str]:
        """The ids of the English documents that this version of the extractor has not read, in their order."""
        with self._reading() as c:
            rows = c.execute(_unread(extractor).order_by(schema.documents.c.number))
            return [row.id for row in rows]

    def other_languages(self) -> list[Document]:
        """The documents that are stored and, for their language, not read; without their texts."""
        d = schema.documents
        with self._reading() as c:
            rows = c.execute(select(d.c.content).where(d.c.language != "en").order_by(d.c.number))
            return [codec(Document).value(unpack(row.content)) for row in rows]

    def refusals(self) -> list[Refusal]:
        """What was refused, the first first; not what could be read later from the same place."""
        r, d = schema.refusals, schema.documents
        later = select(d.c.number).where(d.c.path == r.c.path, d.c.number > r.c.number)
        with self._reading() as c:
            rows = c.execute(select(r.c.content).where(~later.exists()).order_by(r.c.number))
            return [codec(Refusal).value(unpack(row.content)) for row in rows]

    def readings(self) -> Iterator[Reading]:
        """The newest reading of each document, in the order in which the documents were added."""
        with self._reading() as c:
            for row in c.execute(_newest_readings().execution_options(yield_per=_AT_ONCE)):
                yield _reading(row)

    def reading(self, document: str) -> Reading:
        """The newest reading of a document."""
        with self._reading() as c:
            return _reading(_one(c, _newest_readings().where(schema.documents.c.id == document), document))

    def has_changed(self) -> bool:
        """Whether anything was entered that a run newer than the newest would be made of.

        A refusal is not: a run after each try to add the same file would only repeat the one before.
        """
        e = schema.entries
        with self._reading() as c:
            newest = select(func.coalesce(func.max(schema.runs.c.number), 0)).scalar_subquery()
            later = select(e.c.number).where(e.c.number > newest, e.c.kind.in_(_MATERIAL))
            return c.execute(later.limit(1)).first() is not None

    def runs(self) -> list[Run]:
        """The runs of the collection stages, the first first."""
        with self._reading() as c:
            return runs.all_runs(c)

    def run(self, ordinal: int | None = None) -> Run:
        """A run by its number, the newest for None."""
        with self._reading() as c:
            return runs.run_of(c, ordinal)

    def ledger(self, ordinal: int | None = None) -> Ledger:
        """The ledger of a run, the newest for None, as it was entered."""
        with self._reading() as c:
            run = runs.run_of(c, ordinal)
            return joined(lambda section: runs.part_contents(c, run, section), lambda: _texts(c), run.extractor)

    def section(self, section: str, ordinal: int | None = None) -> Iterator[Any]:
        """The records of one section of a run one after the other; documents come without their texts."""
        with self._reading() as c:
            for part in runs.part_contents(c, runs.run_of(c, ordinal), section):
                yield from codec(SECTIONS[section]).values(part)

    def apart(self, section: str, one: int, other: int) -> tuple[list[Any], list[Any]]:
        """The records of a section in the parts that two runs do not share: those of the one, those of the other."""
        with self._reading() as c:
            numbers = [runs.part_numbers(c, runs.run_of(c, ordinal), section) for ordinal in (one, other)]
            shared = set(numbers[0]) & set(numbers[1])
            read = codec(SECTIONS[section]).values
            left, right = (
                [record for n in held if n not in shared for record in read(runs.part_content(c, n))]
                for held in numbers
            )
            return left, right

    def corrections(self, of: str | None = None) -> list[Correction]:
        """All corrections, or those that name an entry, the first first; undone ones and those that undo included."""
        with self._reading() as c:
            return all_of(c, of)

    def claims(self, wanted: Filter = _ALL, *, limit: int = 50, after: str | None = None) -> Page[Claim]:
        """Claims of the newest run; ``after`` is the last id of the page before."""
        return self._listed(lambda found, _: found.claims(wanted.safe(), limit, storable(after)))

    def propositions(self, wanted: Filter = _ALL, *, limit: int = 50, after: str | None = None) -> Page[Proposition]:
        """Propositions of the newest run, those of the most independent origins first."""
        return self._listed(lambda found, _: found.propositions(wanted.safe(), limit, storable(after)))

    def entities(self, wanted: Filter = _ALL, *, limit: int = 50, after: str | None = None) -> Page[Entity]:
        """Entities of the newest run, the most mentioned first."""
        return self._listed(lambda found, _: found.entities(wanted.safe(), limit, storable(after)))

    def documents(self, wanted: Filter = _ALL, *, limit: int = 50, after: str | None = None) -> Page[Standing]:
        """Documents of the case in the order in which they were added, without their texts."""

        def listed(found: Lists, c: Connection) -> Page[Standing]:
            page = found.documents(wanted.safe(), limit, storable(after))
            return Page(tuple(_standings(c, page.items)), page.total, page.after)

        return self._listed(listed)

    def standings(self, documents: Sequence[str]) -> list[Standing]:
        """How documents stand in the case, without their texts."""
        with self._reading() as c:
            return _standings(c, documents)

    def standing(self, document: str) -> Standing:
        """How a document stands in the case, with its text."""
        with self._reading() as c:
            [found] = _standings(c, [document])
            return replace(found, document=replace(found.document, text=_texts(c, document)[document]))

    def find(self, identity: str) -> Found:
        """What has an id, or alone an id that begins so."""
        with self._reading() as c:
            return finding.find(c, identity)

    def about(self, section: str, identity: str) -> list[Any]:
        """The hits, register checks or regimes (the section) that are about an entity or a proposition."""
        with self._reading() as c:
            return finding.about(c, section, identity)

    def proposition_of(self, claim: str) -> str | None:
        """The id of the proposition of the newest run that a claim belongs to."""
        c, p = schema.claim_rows, schema.proposition_rows
        with self._reading() as connection:
            chosen = select(p.c.id).join(c, c.c.proposition == p.c.position).where(c.c.id == claim)
            return connection.execute(chosen).scalar()

    def _listed(self, make: Callable[[Lists, Connection], Result]) -> Result:
        with self._reading() as c:
            return make(Lists(c, self._backend), c)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the case, whatever is written meanwhile."""
        with named(self.name), self._backend.engine.connect() as connection:
            yield connection


def _unread(extractor: str) -> Select[tuple[str]]:
    d, r = schema.documents, schema.readings
    done = and_(r.c.document == d.c.number, r.c.extractor == extractor)
    return select(d.c.id).where(d.c.language == "en", ~select(r.c.number).where(done).exists())


def _newest_readings() -> Select[Any]:
    """Readings with their documents' texts; of several readings of a document the newest."""
    d, r, later = schema.documents, schema.readings, schema.readings.alias("later")
    newer = select(later.c.number).where(later.c.document == r.c.document, later.c.number > r.c.number)
    chosen = select(r.c.content, d.c.text, d.c.sha256).join(d, d.c.number == r.c.document)
    return chosen.where(~newer.exists()).order_by(d.c.number)


def _one(connection: Connection, chosen: Select[Any], identity: str) -> Row[Any]:
    row = connection.execute(chosen).one_or_none()
    if row is None:
        raise LedgerError(f"the case holds no document {identity[:100]}, or nothing has been read in it yet")
    return row


def _text(row: Any) -> str:
    """A document's text, which has to be the one that its digest was made of."""
    text = unpacked_text(row.text)
    if digest(text) != row.sha256:
        raise damaged("a document's text is not the one that was entered")
    return text


def _texts(connection: Connection, identity: str | None = None) -> dict[str, str]:
    """The texts of all documents, or of one, by their ids."""
    d = schema.documents
    chosen = select(d.c.id, d.c.text, d.c.sha256).execution_options(yield_per=_AT_ONCE)
    rows = connection.execute(chosen if identity is None else chosen.where(d.c.id == identity))
    return {row.id: _text(row) for row in rows}


def _document(row: Row[Any]) -> Document:
    document: Document = codec(Document).value(unpack(row.content))
    return replace(document, text=_text(row))


def _reading(row: Row[Any]) -> Reading:
    reading: Reading = codec(Reading).value(unpack(row.content))
    return replace(reading, document=replace(reading.document, text=_text(row)))


def _standings(connection: Connection, identities: Sequence[str]) -> list[Standing]:
    """How documents stand: as the newest run has them, with what their text says of itself, or as they were added."""
    d, r = schema.documents, schema.document_rows
    of_run = r.c.part, r.c.place, r.c.size, r.c.claims, r.c.story, r.c.lineage
    entered = schema.entries
    chosen = select(d.c.id, d.c.number, d.c.content, entered.c.at, *of_run)
    chosen = chosen.join(entered, entered.c.number == d.c.number).outerjoin(r, r.c.document == d.c.number)
    chosen = chosen.where(d.c.id.in_(identities))
    rows = {row.id: row for row in connection.execute(chosen)}
    missing = [identity for identity in identities if identity not in rows]
    if missing:
        raise LedgerError(f"the case holds no document {str(missing[0])[:100]}")
    read = [row for row in rows.values() if row.part is not None]
    known = {document.id: document for document in lists.records(connection, "documents", read)}
    return [_standing(rows[identity], known.get(identity)) for identity in identities]


def _standing(row: Any, document: Document | None) -> Standing:
    if document is None:
        return Standing(row.number, row.at, codec(Document).value(unpack(row.content)), read=False)
    return Standing(row.number, row.at, document, read=True, claims=row.claims, story=row.story, lineage=row.lineage)


def _count(connection: Connection, chosen: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
