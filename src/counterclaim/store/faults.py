"""What a database says went wrong, as the user needs to hear it: what, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from counterclaim.errors import StoreError

_KEPT = "what was reported done is safe"
DAMAGED = "it is damaged, or no case: restore it from a copy; nothing was written to it"
# The first of these with which SQLite's name for an error begins.
_SQLITE = {
    "SQLITE_FULL": f"the disk is full: make room and run the command again; {_KEPT}",
    "SQLITE_IOERR": f"the disk cannot be read or written: see to the disk (is it full?) and try again; {_KEPT}",
    "SQLITE_READONLY": "it is read-only: make the file and its folder writable, or copy the case elsewhere",
    "SQLITE_PERM": "access to it is not permitted: change its permissions, or copy the case elsewhere",
    "SQLITE_CANTOPEN": "it cannot be opened: is it there, and may it be read?",
    "SQLITE_BUSY": f"another program is writing to it: try again when that is done; {_KEPT}",
    "SQLITE_LOCKED": f"another program is writing to it: try again when that is done; {_KEPT}",
    "SQLITE_NOTADB": "it is no case file: name another, or restore it from a copy; nothing was written to it",
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_TOOBIG": "a value is too large for it",
}
# SQLSTATE, or its class of two letters.
_POSTGRES = {
    "53100": f"the server's disk is full: make room and run the command again; {_KEPT}",
    "53": f"the server is out of resources: try again later; {_KEPT}",
    "25006": "the server lets it be read only: name the primary server",
    "42501": "the user may not do this: ask for rights on its schema",
    "28": "the server does not accept this user or password",
    "3D000": "there is no such database: make it with createdb",
    "55P03": f"another program is writing to it: try again when that is done; {_KEPT}",
    "57": f"the server was stopped: try again when it runs; {_KEPT}",
    "08": f"the connection to the server was lost: try again; {_KEPT}",
    "42P01": "a table is missing: it is damaged, or no case; restore it from a copy",
    "XX": "the server says that its data are damaged: restore them from a copy",
}
# Words of a refused connection, and the code that they stand for.
_REFUSED = {
    'FATAL:  database "': "3D000",
    'FATAL:  role "': "28",
    "authentication failed": "28",
    "no password supplied": "28",
    "no pg_hba.conf entry": "28",
    "too many": "53",
}


@contextmanager
def named(where: str) -> Iterator[None]:
    """Turn what a database raises into StoreError, which names the case."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{where}: {_told(error)}") from error
    except SQLAlchemyError as error:
        raise StoreError(f"{where}: {_first_line(error)}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{where}: {_told_sqlite(error)}") from error


def _told(error: DBAPIError) -> str:
    if isinstance(error.orig, sqlite3.Error):
        return _told_sqlite(error.orig)
    state = getattr(error.orig, "sqlstate", None) or ""
    refused = "" if state else str(error.orig)  # a server that refuses a connection has no code for why
    state = next((code for sign, code in _REFUSED.items() if sign in refused), state)
    advice = _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    if advice:
        return advice
    if error.connection_invalidated or not state:
        return f"the server cannot be reached or went away ({_first_line(error.orig)}); {_KEPT}"
    return f"the database refuses: {_first_line(error.orig)}"


def _told_sqlite(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    advice = next((text for start, text in _SQLITE.items() if name.startswith(start)), None)
    if advice:
        return advice
    if "no such table" in str(error) or "malformed" in str(error):
        return DAMAGED
    return f"the database refuses: {_first_line(error)}"


def _first_line(error: object) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)[:300]
