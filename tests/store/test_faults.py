"""What a database's own words for a fault become: what happened, and what to do."""

import sqlite3

import pytest
from sqlalchemy.exc import ArgumentError, DBAPIError

from counterclaim.errors import StoreError
from counterclaim.store.faults import named


class ServerError(Exception):
    """What psycopg raises, with the server's code."""

    def __init__(self, code: str | None, text: str = "it says no") -> None:
        self.sqlstate = code
        super().__init__(text)


def told(error: Exception) -> str:
    """The message for an error of a driver, as SQLAlchemy passes it on."""
    with pytest.raises(StoreError) as caught, named("case"):
        raise DBAPIError("SELECT 1", None, error)
    return str(caught.value)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("SQLITE_FULL", "the disk is full: make room and run the command again; what was reported done is safe"),
        ("SQLITE_IOERR_WRITE", "the disk cannot be read or written"),
        ("SQLITE_READONLY_DBMOVED", "it is read-only"),
        ("SQLITE_BUSY", "another program is writing to it"),
        ("SQLITE_CORRUPT_VTAB", "it is damaged"),
        ("SQLITE_NOTADB", "it is no case file"),
        ("SQLITE_CANTOPEN", "it cannot be opened"),
        ("SQLITE_MISUSE", "the database refuses: bad luck"),
    ],
)
def test_sqlite(code: str, said: str) -> None:
    error = sqlite3.OperationalError("bad luck\nin two lines")
    error.sqlite_errorname = code
    assert told(error).startswith(f"case: {said}")
    with pytest.raises(StoreError, match="case: "), named("case"):
        raise error


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("53100", "", "the server's disk is full"),
        ("53300", "", "the server is out of resources"),
        ("25006", "", "the server lets it be read only"),
        ("57P01", "", "the server was stopped"),
        ("42P01", "", "a table is missing"),
        ("XX001", "", "the server says that its data are damaged"),
        ("22P05", "no such character", "the database refuses: no such character"),
        (None, "connection refused", "the server cannot be reached or went away (connection refused)"),
        (None, 'FATAL:  database "x" does not exist', "there is no such database: make it with createdb"),
        (None, 'FATAL:  password authentication failed for "x"', "the server does not accept this user or password"),
    ],
)
def test_postgresql(code: str | None, text: str, said: str) -> None:
    assert told(ServerError(code, text)).startswith(f"case: {said}")


def test_what_sqlalchemy_itself_refuses() -> None:
    with pytest.raises(StoreError, match="case: odd"), named("case"):
        raise ArgumentError("odd")


def test_everything_else_is_passed_on() -> None:
    with pytest.raises(ZeroDivisionError), named("case"):
        _ = 1 / 0
