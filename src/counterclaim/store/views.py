"""The views of the newest run: what its records are found by, and in which part each stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select

from counterclaim.errors import LedgerError
from counterclaim.records import Claim, Document, Entity, Filler, Ledger, Proposition
from counterclaim.store import schema
from counterclaim.store.ledgers import Part, record_id
from counterclaim.store.words import key, storable

_BATCH = 5_000  # rows that go to the database at once

Row = dict[str, Any]


class Views:
    """Fills the views from the parts of a run's sections; documents, entities and propositions before claims."""

    def __init__(self, connection: Connection, ledger: Ledger) -> None:
        self._connection = connection
        self._waiting: dict[Table, list[Row]] = {table: [] for table in schema.VIEWS}
        self._documents = _document_numbers(connection, ledger)
        self._stories = {d: story.id for story in ledger.stories for d in story.documents}
        self._lineages = {d: lineage.id for lineage in ledger.lineages for d in lineage.documents}
        self._claims = _counts(claim.document for claim in ledger.claims)
        # Lists begin with what most independent origins speak to, and with what is named most often.
        self._ranks = {
            "propositions": _ranks([-len(p.origins) for p in ledger.propositions]),
            "entities": _ranks([-len(e.mentions) for e in ledger.entities]),
        }
        self._entities = {e.id: self._ranks["entities"][i] for i, e in enumerate(ledger.entities)}
        ranks = self._ranks["propositions"]
        self._propositions = {c: ranks[i] for i, p in enumerate(ledger.propositions) for c in p.claims}
        self._at: dict[str, int] = {}
        for table in schema.VIEWS:
            connection.execute(delete(table))

    def take(self, section: str, number: int, part: Part) -> None:
        """Enter the records of one part, which has this number."""
        first = self._at.get(section, 0)
        self._at[section] = first + len(part.records)
        ranks = self._ranks.get(section)
        for order, (record, (place, size)) in enumerate(zip(part.records, part.places), start=first):
            position = ranks[order] if ranks else order
            where = {"position": position, "id": record_id(record), "part": number, "place": place, "size": size}
            self._enter(section, record, where)

    def close(self) -> None:
        """Write what is still waiting."""
        for table, rows in self._waiting.items():
            self._write(table, rows)

    def _enter(self, section: str, record: Any, where: Row) -> None:
        if section == "documents":
            self._put(schema.document_rows, self._document(record, where))
        elif section == "entities":
            self._put(schema.entity_rows, where | {"type": storable(record.type), "mentions": len(record.mentions)})
            for name in _names(record):
                self._put(schema.entity_names, {"name": name, "entity": where["position"]})
        elif section == "propositions":
            self._put(schema.proposition_rows, where | _proposition(record))
        elif section == "claims":
            self._put(schema.claim_rows, self._claim(record, where))
            for entity in self._concerned(record):
                self._put(schema.claim_entities, {"entity": entity, "claim": where["position"]})
        elif where["id"]:
            about = getattr(record, "entity", None) or getattr(record, "proposition", None)
            self._put(schema.other_rows, where | {"section": section, "about": storable(about)})

    def _document(self, document: Document, where: Row) -> Row:
        return where | {
            "document": self._documents[document.id],
            "published": storable(document.published),
            "outlet": key(document.outlet) if document.outlet else None,
            "story": self._stories.get(document.id),
            "lineage": self._lineages.get(document.id),
            "claims": self._claims.get(document.id, 0),
        }

    def _claim(self, claim: Claim, where: Row) -> Row:
        return where | {
            "document": self._documents[claim.document],
            "proposition": self._propositions.get(where["id"]),
            "frame": storable(claim.frame),
            "stage": storable(claim.stage),
            "factuality": claim.factuality.value,
            "start": claim.evidence.span.start,
            "end": claim.evidence.span.end,
        }

    def _concerned(self, claim: Claim) -> set[int]:
        """The entities that a claim names, in a role, as its source or as its place."""
        named = (filler.entity for filler in fillers(claim) if filler.entity)
        return {self._entities[entity] for entity in named if entity in self._entities}

    def _put(self, table: Table, row: Row) -> None:
        rows = self._waiting[table]
        rows.append(row)
        if len(rows) >= _BATCH:
            self._write(table, rows)

    def _write(self, table: Table, rows: list[Row]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)
            rows.clear()


def fillers(claim: Claim) -> Iterator[Filler]:
    """All that a claim names: in its roles, as its sources, as its place."""
    for held in claim.roles.values():
        yield from held
    for link in claim.attribution:
        if link.source is not None:
            yield link.source
    if claim.place is not None:
        yield claim.place


def _proposition(proposition: Proposition) -> Row:
    return {
        "frame": storable(proposition.frame),
        "stage": storable(proposition.stage),
        "status": proposition.status.value,
    }


def _names(entity: Entity) -> set[str]:
    return {name for name in (key(n) for n in (entity.name, *entity.aliases)) if name}


def _document_numbers(connection: Connection, ledger: Ledger) -> Mapping[str, int]:
    """The numbers of all documents. Raises LedgerError where the ledger speaks of one that is not in the case."""
    found = connection.execute(select(schema.documents.c.id, schema.documents.c.number))
    numbers = {row.id: row.number for row in found}
    for identity in (*(d.id for d in ledger.documents), *(c.document for c in ledger.claims)):
        if identity not in numbers:
            raise LedgerError(f"the run holds the document {identity}, which the case does not: add it first")
    return numbers


def _counts(of: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in of:
        found[one] = found.get(one, 0) + 1
    return found


def _ranks(weights: Sequence[int]) -> list[int]:
    """For each of some things its place when they are sorted by weight; those of one weight keep their order."""
    ranks = [0] * len(weights)
    for rank, index in enumerate(sorted(range(len(weights)), key=lambda i: weights[i])):
        ranks[index] = rank
    return ranks
