"""The tables of a case. Content is only ever added to; the views are derived from it and made anew with each run."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import TEXT

# Compared by code points, whatever language the server sorts by: ids are found by their start, days by range.
Plain = Text().with_variant(TEXT(collation="C"), "postgresql")
Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up plain integers only

metadata = MetaData()

# What has been entered, in its order: the number is the sequence number of all that the case holds.
entries = Table(
    "entries",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("at", Plain, nullable=False),  # UTC, ISO 8601 with microseconds
    Column("kind", Plain, nullable=False),
    sqlite_autoincrement=True,
)


def _entry() -> Column[int]:
    return Column("number", Number, ForeignKey(entries.c.number), primary_key=True, autoincrement=False)


# Columns of text serve to find and to list; what was entered stands in ``content``, and a document's text in ``text``.
documents = Table(
    "documents",
    metadata,
    _entry(),
    Column("id", Plain, nullable=False, unique=True),
    Column("sha256", Plain, nullable=False),
    Column("path", Plain, nullable=False, index=True),
    Column("published", Plain),
    Column("outlet", Plain),
    Column("language", Plain, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("text", LargeBinary, nullable=False),
)
readings = Table(
    "readings",
    metadata,
    _entry(),
    Column("document", Number, ForeignKey(documents.c.number), nullable=False),
    Column("extractor", Plain, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    UniqueConstraint("document", "extractor"),
)
refusals = Table(
    "refusals",
    metadata,
    _entry(),
    Column("digest", Plain, nullable=False, unique=True),
    Column("path", Plain, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
runs = Table(
    "runs",
    metadata,
    _entry(),
    Column("ordinal", Integer, nullable=False, unique=True),
    Column("extractor", Plain, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("propositions", Integer, nullable=False),
    Column("hits", Integer, nullable=False),
)
# Pieces of runs, each once: what a run has in common with the one before takes no room again.
parts = Table(
    "parts",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("content", LargeBinary, nullable=False),
)
run_parts = Table(
    "run_parts",
    metadata,
    Column("run", Number, ForeignKey(runs.c.number), primary_key=True, autoincrement=False),
    Column("section", Plain, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("part", Number, ForeignKey(parts.c.number), nullable=False),
)
corrections = Table(
    "corrections",
    metadata,
    _entry(),
    Column("id", Plain, nullable=False, unique=True),
    Column("replaces", Plain, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
)
# The stretches of text that claims rest on. A text never changes, so neither does what stands there.
evidence = Table(
    "evidence",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=False),
    Column("document", Number, ForeignKey(documents.c.number), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("document", "start", "end"),
)


# The views: of the newest run, where each record stands (from the byte ``place`` of a ``part`` on, ``size`` bytes) and
# what it is found by.
def _view(name: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        Column("position", Number, primary_key=True, autoincrement=False),
        Column("id", Plain, nullable=False),
        Column("part", Number, nullable=False),
        Column("place", Integer, nullable=False),
        Column("size", Integer, nullable=False),
        *columns,
        Index(f"{name}_id", "id"),
    )


document_rows = _view(
    "document_rows",
    Column("document", Number, nullable=False, unique=True),
    Column("published", Plain, index=True),
    Column("outlet", Plain, index=True),  # its words only, as store.words.key gives them
    Column("story", Plain),
    Column("lineage", Plain),
    Column("claims", Integer, nullable=False),
)
entity_rows = _view("entity_rows", Column("type", Plain, nullable=False), Column("mentions", Integer, nullable=False))
entity_names = Table(
    "entity_names",
    metadata,
    Column("name", Plain, primary_key=True),
    Column("entity", Number, primary_key=True, autoincrement=False),
)
proposition_rows = _view(
    "proposition_rows",
    Column("frame", Plain, nullable=False, index=True),
    Column("stage", Plain),
    Column("status", Plain, nullable=False, index=True),
)
claim_rows = _view(
    "claim_rows",
    Column("document", Number, nullable=False),
    Column("proposition", Number, index=True),
    Column("frame", Plain, nullable=False, index=True),
    Column("stage", Plain),
    Column("factuality", Plain, nullable=False),
    Column("start", Integer, nullable=False),  # of its evidence
    Column("end", Integer, nullable=False),
)
Index("claim_rows_evidence", claim_rows.c.document, claim_rows.c.start)
claim_entities = Table(
    "claim_entities",
    metadata,
    Column("entity", Number, primary_key=True, autoincrement=False),
    Column("claim", Number, primary_key=True, autoincrement=False),
)
# Stories, lineages, utterances, hits, register checks, regimes; ``about`` is the entity or proposition concerned.
other_rows = Table(
    "other_rows",
    metadata,
    Column("section", Plain, primary_key=True),
    Column("position", Number, primary_key=True, autoincrement=False),
    Column("id", Plain, nullable=False, index=True),
    Column("about", Plain, index=True),
    Column("part", Number, nullable=False),
    Column("place", Integer, nullable=False),
    Column("size", Integer, nullable=False),
)
VIEWS = (document_rows, entity_rows, entity_names, proposition_rows, claim_rows, claim_entities, other_rows)
WORD_TABLES = ("document_words", "evidence_words")

# The versions that a case has had; the largest is the one that it has.
versions = Table(
    "versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", Plain, nullable=False),
)
