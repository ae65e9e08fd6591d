"""A case in a PostgreSQL database, version 15 or newer, for teams: one case a schema, which the URL may name."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from time import monotonic, sleep

from sqlalchemy import Connection, Select, bindparam, cast, column, create_engine, literal, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from counterclaim.errors import StoreError
from counterclaim.store.backend import Backend, Words
from counterclaim.store.words import Term

_OLDEST = 150_000  # the server's version as it counts
_LOCK = 0x43434C4D
_LAST_POSITION = 16_383  # that PostgreSQL keeps of a word in a text
_MOST_POSITIONS = 255  # of one word
_PAUSE = 0.05  # seconds between two tries for the lock


class PostgresBackend(Backend):
    """A case in the first schema of a connection's search path."""

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError) as error:
            raise StoreError(f"the case's address is no URL: postgresql://USER@HOST/DATABASE is ({error})") from error
        self.name = parsed.set(drivername="postgresql").render_as_string(hide_password=True)
        try:
            self.engine = create_engine(
                parsed,
                connect_args={"application_name": "counterclaim", "connect_timeout": 15},
                isolation_level="REPEATABLE READ",  # a reader sees one state, as in SQLite
                pool_pre_ping=True,
            )
        except ModuleNotFoundError as error:
            raise StoreError(
                f"{self.name}: a case on PostgreSQL needs psycopg: pip install 'counterclaim[postgres]'"
            ) from error

    def exists(self) -> bool:
        """Whether the server and the database are there: a connection says so."""
        with self.engine.connect() as connection:
            version = int(connection.execute(text("SHOW server_version_num")).scalar_one())
        if version < _OLDEST:
            raise StoreError(f"{self.name}: PostgreSQL {version // 10_000} is too old; 15 or newer is needed")
        return True

    def is_case(self, connection: Connection) -> bool:
        """Whether the schema has a case's tables; a table of that name of another program is refused."""
        found = set(connection.execute(_TABLES).scalars())
        if {"entries", "versions", "documents", "runs"} <= found:
            return True
        if found & {"entries", "versions", "documents", "runs"}:
            raise StoreError(f"{self.name}: it has tables of another program; make a database or a schema for the case")
        return False

    def prepare(self) -> None:
        """Nothing to do: database and schema are made by who runs the server."""

    def mark(self, connection: Connection) -> None:
        """Nothing to do: the tables are the mark."""

    def make_word_table(self, connection: Connection, table: str) -> None:
        """A table of word vectors with an inverted index."""
        connection.execute(text(f"CREATE TABLE {table} (number bigint PRIMARY KEY, words tsvector NOT NULL)"))
        connection.execute(text(f"CREATE INDEX {table}_words ON {table} USING gin (words)"))

    def add_words(self, connection: Connection, table: str, texts: Iterable[Words]) -> None:
        """Enter the words of texts."""
        rows = [{"number": number, "words": _vector(words)} for number, words in texts]
        if rows:
            statement = text(f"INSERT INTO {table} (number, words) VALUES (:number, CAST(:words AS tsvector))")  # noqa: S608
            connection.execute(statement, rows)

    def matching(self, table: str, terms: Sequence[Term]) -> Select[tuple[int]]:
        """The numbers of the texts that hold all terms. Terms are letters and digits: there is nothing to escape."""
        asked = " & ".join(_query(term) for term in terms)
        return _numbers(table, asked)

    def lock(self, connection: Connection, patience: float) -> None:
        """Take the schema's advisory lock, which the server takes back when the connection ends."""
        deadline = monotonic() + patience
        while not connection.execute(_TRY).scalar_one():
            connection.rollback()
            if monotonic() > deadline:
                raise StoreError(f"{self.name}: another program is writing to it; wait for it, or stop it")
            sleep(_PAUSE)
        connection.commit()

    def unlock(self, connection: Connection) -> None:
        """Give the lock back."""
        with suppress(DBAPIError):  # a connection that is gone holds no lock
            connection.execute(_RELEASE)
            connection.commit()

    def size(self, connection: Connection) -> int:
        """Bytes of the schema's tables and indexes."""
        return int(connection.execute(_SIZE).scalar_one())


_TABLES = text("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
_TRY = text("SELECT pg_try_advisory_lock(:lock, hashtext(current_schema()))").bindparams(bindparam("lock", _LOCK))
_RELEASE = text("SELECT pg_advisory_unlock(:lock, hashtext(current_schema()))").bindparams(bindparam("lock", _LOCK))
_SIZE = text(
    "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r'"
)


def _vector(words: Sequence[str]) -> str:
    """Words and where they stand, as PostgreSQL writes a vector; made here, so that no parser of the server differs."""
    found: dict[str, list[int]] = {}
    for position, word in enumerate(words, start=1):
        positions = found.setdefault(word, [])
        if len(positions) < _MOST_POSITIONS:
            positions.append(min(position, _LAST_POSITION))
    return " ".join(f"'{word}':{','.join(map(str, positions))}" for word, positions in found.items())


def _query(term: Term) -> str:
    """A term as PostgreSQL writes it."""
    quoted = [f"'{word}'" for word in term.words]
    return "(" + " <-> ".join(quoted) + (":*" if term.prefix else "") + ")"


def _numbers(name: str, asked: str) -> Select[tuple[int]]:
    words = table(name, column("number"), column("words"))
    return select(words.c.number).where(words.c.words.op("@@")(cast(literal(asked), TSQUERY)))
