"""Lists of the newest run's claims, propositions, entities and documents: filtered, in pages, by stable ids."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, func, literal, or_, select

from counterclaim.errors import LedgerError
from counterclaim.store import schema
from counterclaim.store.backend import Backend
from counterclaim.store.codec import codec
from counterclaim.store.ledgers import SECTIONS
from counterclaim.store.runs import part_content
from counterclaim.store.values import Page
from counterclaim.store.words import key, storable, terms

_MOST_NAMED = 500  # entities that one name may stand for in a filter
_LEAST_BEGINNING = 4  # letters of a name's beginning: "UK" is not Ukraine
Where = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is limited to; None does not limit.

    ``entity`` is an id or a name; ``since`` and ``until`` are ISO days, both included, of the documents' publication (a
    document of unknown date is outside every such limit); ``outlet`` a name; ``search`` words, "phrases" and
    beginnings* that must all stand in the evidence of a claim, or in the text where documents are listed; ``document``
    and ``proposition`` are ids.
    """

    entity: str | None = None
    frame: str | None = None
    stage: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    search: str | None = None
    document: str | None = None
    proposition: str | None = None

    def safe(self) -> "Filter":
        """The same without what a database does not take."""
        return Filter(**{field.name: storable(getattr(self, field.name)) for field in fields(self)})


class Lists:
    """The lists of one case, over one connection."""

    def __init__(self, connection: Connection, backend: Backend) -> None:
        self._connection, self._backend = connection, backend

    def claims(self, wanted: Filter, limit: int, after: str | None) -> Page[Any]:
        """Claims in the order of the documents and of their text. Raises LedgerError."""
        c = schema.claim_rows
        return self._page(c, "claims", self._claim_rows(wanted), limit, after)

    def propositions(self, wanted: Filter, limit: int, after: str | None) -> Page[Any]:
        """Propositions, those of the most independent origins first. Raises LedgerError.

        Entity, dates, outlet and words must hold of one and the same claim of a proposition.
        """
        p, c = schema.proposition_rows, schema.claim_rows
        where = [p.c[name] == value for name, value in _plain(wanted, "frame", "stage", "status")]
        if wanted.proposition:
            where.append(p.c.id == wanted.proposition)
        of_claims = self._of_claims(wanted)
        if of_claims:
            joined = select(c.c.proposition).select_from(_claims_joined(wanted)).where(*of_claims)
            where.append(p.c.position.in_(joined))
        return self._page(p, "propositions", (p, where), limit, after)

    def entities(self, wanted: Filter, limit: int, after: str | None) -> Page[Any]:
        """Entities, the most mentioned first; ``search`` and ``entity`` go by their names. Raises LedgerError."""
        e, n = schema.entity_rows, schema.entity_names
        where: list[Where] = []
        if wanted.entity:
            where.append(e.c.position.in_(self._named(wanted.entity)))
        if wanted.search:
            where.append(e.c.position.in_(select(n.c.entity).where(_has(n.c.name, wanted.search))))
        return self._page(e, "entities", (e, where), limit, after)

    def documents(self, wanted: Filter, limit: int, after: str | None) -> Page[Any]:
        """Ids of documents in the order in which they were added, whether they have been read or not."""
        d, r = schema.documents, schema.document_rows
        of = d.outerjoin(r, r.c.document == d.c.number)
        where = _dates(wanted, func.coalesce(r.c.published, d.c.published))
        if wanted.outlet:
            where.append(r.c.outlet == key(wanted.outlet))
        if wanted.document:
            where.append(d.c.id == wanted.document)
        if wanted.search:
            where.append(d.c.number.in_(self._backend.matching("document_words", terms(wanted.search))))
        if wanted.entity or wanted.frame or wanted.status or wanted.stage:
            c = schema.claim_rows
            rows, conditions = self._claim_rows(_without_text(wanted))
            where.append(d.c.number.in_(select(c.c.document).select_from(rows).where(*conditions)))
        total = self._connection.execute(select(func.count()).select_from(of).where(*where)).scalar_one()
        if after is not None:
            where.append(d.c.number > self._position(d, d.c.number, after))
        found = self._connection.execute(
            select(d.c.id).select_from(of).where(*where).order_by(d.c.number).limit(limit + 1)
        )
        ids = [row.id for row in found]
        return Page(tuple(ids[:limit]), total, ids[limit - 1] if len(ids) > limit else None)

    def _claim_rows(self, wanted: Filter) -> tuple[FromClause, list[Where]]:
        """The claims that a filter lets through: where from, and on which conditions."""
        c = schema.claim_rows
        where = [c.c[name] == value for name, value in _plain(wanted, "frame", "stage")]
        p = schema.proposition_rows
        of = [p.c[name] == value for name, value in (("status", wanted.status), ("id", wanted.proposition)) if value]
        if of:
            where.append(c.c.proposition.in_(select(p.c.position).where(*of)))
        return _claims_joined(wanted), [*where, *self._of_claims(wanted)]

    def _of_claims(self, wanted: Filter) -> list[Where]:
        """The conditions that concern a single claim or its document."""
        c, d, e = schema.claim_rows, schema.document_rows, schema.evidence
        where = _dates(wanted, d.c.published)
        if wanted.outlet:
            where.append(d.c.outlet == key(wanted.outlet))
        if wanted.document:
            where.append(d.c.id == wanted.document)
        if wanted.entity:
            named = schema.claim_entities
            where.append(c.c.position.in_(select(named.c.claim).where(named.c.entity.in_(self._named(wanted.entity)))))
        if wanted.search:
            where.append(e.c.number.in_(self._backend.matching("evidence_words", terms(wanted.search))))
        return where

    def _named(self, entity: str) -> list[int]:
        """The entities of an id (or its start) or of a name: that very name, or else one that holds it as words, or
        else, if it is not as short as "UK", one that holds a word which begins so."""
        e, n = schema.entity_rows, schema.entity_names
        if entity.startswith("e:"):
            named = select(e.c.position).where(begins(e.c.id, entity)).limit(_MOST_NAMED)
            found = list(self._connection.execute(named).scalars())
        else:
            name = key(entity)
            words = (literal(" ") + n.c.name + " ").contains(f" {name} ", autoescape=True)
            begun = [_has(n.c.name, entity)] if len(name) >= _LEAST_BEGINNING else []
            found = []
            for where in (n.c.name == name, words, *begun) if name else ():
                chosen = select(n.c.entity).where(where).distinct().limit(_MOST_NAMED)
                found = found or list(self._connection.execute(chosen).scalars())
        if not found:
            raise LedgerError(f"no entity of this case is called {entity[:100]!r}")
        return found

    def _page(
        self, table: Table, section: str, source: tuple[FromClause, list[Where]], limit: int, after: str | None
    ) -> Page[Any]:
        of, where = source
        total = self._connection.execute(select(func.count()).select_from(of).where(*where)).scalar_one()
        if after is not None:
            where = [*where, table.c.position > self._position(table, table.c.position, after)]
        chosen: Select[Any] = (
            select(table.c.id, table.c.part, table.c.place, table.c.size).select_from(of).where(*where)
        )
        rows = self._connection.execute(chosen.order_by(table.c.position).limit(limit + 1)).all()
        items = records(self._connection, section, rows[:limit])
        return Page(tuple(items), total, rows[limit - 1].id if len(rows) > limit else None)

    def _position(self, table: Table, column: Any, identity: str) -> int:
        found = self._connection.execute(select(column).where(table.c.id == identity)).scalar()
        if found is None:
            raise LedgerError(f"the list holds nothing with the id {identity[:100]} to go on after")
        return int(found)


def records(connection: Connection, section: str, rows: Sequence[Any]) -> list[Any]:
    """The records that rows of a view point at, in their order."""
    read = codec(SECTIONS[section]).value
    parts = {number: part_content(connection, number) for number in {row.part for row in rows}}
    return [read(parts[row.part][row.place : row.place + row.size]) for row in rows]


def begins(column: Any, start: str) -> Where:
    """Whether the ids of a column begin so: a range, not LIKE, as every database has an index for it."""
    return and_(column >= start, column < start + "g")  # "g" comes after the last hexadecimal digit


def _claims_joined(wanted: Filter) -> FromClause:
    """The claims with the tables that a filter needs beside them."""
    c, d, e = schema.claim_rows, schema.document_rows, schema.evidence
    joined: FromClause = c
    if wanted.since or wanted.until or wanted.outlet or wanted.document:
        joined = joined.join(d, d.c.document == c.c.document)
    if wanted.search:
        same = and_(e.c.document == c.c.document, e.c.start == c.c.start, e.c.end == c.c.end)
        joined = joined.join(e, same)
    return joined


def _plain(wanted: Filter, *names: str) -> list[tuple[str, str]]:
    return [(name, value) for name in names if (value := getattr(wanted, name))]


def _dates(wanted: Filter, published: Any) -> list[Where]:
    limits = []
    if wanted.since:
        limits.append(published >= wanted.since)
    if wanted.until:
        limits.append(published <= wanted.until)
    return limits


def _has(column: Any, name: str) -> Where:
    """Whether a column of names holds some words, from the start of a word on."""
    words = key(name)
    return or_(column.startswith(words, autoescape=True), column.contains(" " + words, autoescape=True))


def _without_text(wanted: Filter) -> Filter:
    """A filter without what concerns documents themselves."""
    return Filter(entity=wanted.entity, frame=wanted.frame, stage=wanted.stage, status=wanted.status)
