"""A case in one SQLite file, in WAL mode: readers go on while one writes; what was committed is on the disk."""

import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Select, column, create_engine, event, literal_column, select, table, text
from sqlalchemy.pool import QueuePool

from counterclaim.errors import StoreError
from counterclaim.store.backend import Backend, Words
from counterclaim.store.faults import DAMAGED
from counterclaim.store.header import MARK
from counterclaim.store.locks import FileLock
from counterclaim.store.words import Term

_WAIT = 10_000  # milliseconds that a transaction waits for another one
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_WAIT}",
    "PRAGMA synchronous = FULL",  # what was committed outlasts the end of the process and of the power
    "PRAGMA fullfsync = ON",  # (macOS needs to be asked twice)
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",  # a case that comes from elsewhere runs nothing
    "PRAGMA journal_size_limit = 67108864",
    "PRAGMA cache_size = -65536",  # kilobytes
)


class SqliteBackend(Backend):
    """A case in one file."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, str(path)
        self._lock: FileLock | None = None
        self.engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool)
        event.listen(self.engine, "begin", _begin)

    def exists(self) -> bool:
        """Whether there is a file that is not empty."""
        try:
            status = self.path.stat()
        except FileNotFoundError:
            return False
        except (OSError, ValueError) as error:
            raise StoreError(f"{self.name}: it cannot be opened ({getattr(error, 'strerror', error)})") from error
        if not self.path.is_file():
            raise StoreError(f"{self.name}: it is no file, and no case: name a file")
        return status.st_size > 0

    def is_case(self, connection: Connection) -> bool:
        """Whether the file's mark is that of a case; a database of another program is refused."""
        mark = connection.execute(text("PRAGMA application_id")).scalar_one()
        if mark == MARK:
            self._check_length(connection)
            return True
        if connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one():
            raise StoreError(f"{self.name}: it is a database of another program; give the case a name of its own")
        return False

    def _check_length(self, connection: Connection) -> None:
        """See to it that the file does not end within a page: SQLite itself would take the rest for zeros.

        While there is a log, a page may be on its way into the file.
        """
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists() and log.stat().st_size:
            return
        if self.path.stat().st_size % connection.execute(text("PRAGMA page_size")).scalar_one():
            raise StoreError(f"{self.name}: {DAMAGED}")

    def prepare(self) -> None:
        """Make the file, in WAL mode. What is there stays as it is."""
        try:
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666))
        except OSError as error:
            raise StoreError(f"{self.name}: it cannot be written ({error.strerror}); name another place") from error
        with self.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("ROLLBACK") if raw.in_transaction else None
            if raw.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                raise StoreError(f"{self.name}: this file system cannot hold a case; name a place on a local disk")

    def mark(self, connection: Connection) -> None:
        """Write the mark into the file's header."""
        connection.execute(text(f"PRAGMA application_id = {MARK}"))

    def make_word_table(self, connection: Connection, table: str) -> None:
        """A full-text index that keeps no copy of the texts."""
        connection.execute(text(f"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', tokenize='unicode61')"))

    def add_words(self, connection: Connection, table: str, texts: Iterable[Words]) -> None:
        """Enter the words of texts."""
        rows = [{"number": number, "words": " ".join(words)} for number, words in texts]
        if rows:
            connection.execute(text(f"INSERT INTO {table} (rowid, words) VALUES (:number, :words)"), rows)  # noqa: S608

    def matching(self, table: str, terms: Sequence[Term]) -> Select[tuple[int]]:
        """The numbers of the texts that hold all terms. Terms are letters and digits: there is nothing to escape."""
        asked = " AND ".join(f'"{" ".join(term.words)}"' + (" *" if term.prefix else "") for term in terms)
        return _numbers(table, asked)

    def lock(self, connection: Connection, patience: float) -> None:  # noqa: ARG002
        """Take the lock beside the file."""
        if _is_read_only(self.path):
            raise StoreError(
                f"{self.name}: it is read-only: make the file and its folder writable, or copy the case elsewhere"
            )
        self._lock = FileLock(self.path, patience)

    def unlock(self, connection: Connection) -> None:  # noqa: ARG002
        """Give the lock back."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def size(self, connection: Connection) -> int:  # noqa: ARG002
        """Bytes of the file and of what has not gone into it yet."""
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def _connect(self) -> sqlite3.Connection:
        """A connection. A file that cannot be written is opened to be read, on a read-only medium too."""
        options = "mode=rw"
        if _is_read_only(self.path):
            # Without write access there is no shared memory to make; a file with no log beside it needs none.
            options = "mode=ro" if self.path.with_name(self.path.name + "-wal").exists() else "mode=ro&immutable=1"
        raw = sqlite3.connect(
            f"file:{quote(str(self.path.absolute()))}?{options}",
            uri=True,
            isolation_level=None,  # transactions begin where SQLAlchemy says, below
            check_same_thread=False,
        )
        try:
            for pragma in _PRAGMAS:
                raw.execute(pragma)
        except UnicodeDecodeError as error:  # SQLite names what it cannot make out, in bytes that are no text
            raw.close()
            raise StoreError(f"{self.name}: {DAMAGED}") from error
        return raw


def _begin(connection: Connection) -> None:
    """Begin a transaction: one that writes says so at once, so that it never fails half way for a lock."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _numbers(name: str, asked: str) -> Select[tuple[int]]:
    words = table(name, column("rowid"), column("words"))
    return (
        select(literal_column("rowid", type_=words.c.rowid.type))
        .select_from(words)
        .where(literal_column(name).op("MATCH")(asked))
    )


def _is_read_only(path: Path) -> bool:
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
