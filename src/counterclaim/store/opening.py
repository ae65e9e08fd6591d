"""Opening a case by its file or its address, and making a new one."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from counterclaim.errors import StoreError
from counterclaim.store import migrations
from counterclaim.store.backend import Backend
from counterclaim.store.faults import named
from counterclaim.store.migrations import STEPS, VERSION, Step
from counterclaim.store.postgres import PostgresBackend
from counterclaim.store.sqlite import SqliteBackend
from counterclaim.store.store import Store

_PATIENCE = 5.0  # seconds that another program's writing is waited for
_POSTGRES = re.compile(r"postgres(?:ql)?(?:\+\w+)?://", re.IGNORECASE)
_OTHER = re.compile(r"[a-z][a-z0-9+]+://", re.IGNORECASE)


def open_store(
    where: str | Path, *, create: bool = False, steps: Mapping[int, Step] = STEPS, newest: int = VERSION
) -> Store:
    """Open the case of a file, or of a PostgreSQL database by its URL; with ``create`` make it where there is none.

    A case of an older version is taken over. Raises StoreError, which says what to do: for one of a newer version, for
    what is damaged or no case at all, and where there is none.
    """
    backend = _backend(where)
    try:
        with named(backend.name):
            _ready(backend, create=create, steps=steps, newest=newest)
    except BaseException:
        backend.close()
        raise
    return Store(backend)


def _backend(where: str | Path) -> Backend:
    if _POSTGRES.match(str(where)):
        return PostgresBackend(_POSTGRES.sub("postgresql://", str(where), count=1))
    if _OTHER.match(str(where)):
        raise StoreError(f"{str(where).partition('://')[0]}: a case is a file, or a database at postgresql://…")
    return SqliteBackend(Path(where))


def _ready(backend: Backend, *, create: bool, steps: Mapping[int, Step], newest: int) -> None:
    """See to it that there is a case of this version."""
    there = backend.exists()
    if not there and not create:
        raise StoreError(f"{backend.name}: there is no case; make one with counterclaim init {backend.name}")
    if not (there and _is_case(backend)):
        if not create:
            raise StoreError(f"{backend.name}: it holds no case; make one with counterclaim init {backend.name}")
        backend.prepare()
        _change(backend, lambda connection: _create(connection, backend))
    with backend.engine.connect() as connection:
        found = migrations.version_of(connection)
    if not migrations.check(found, backend.name, newest):
        _change(backend, lambda connection: migrations.upgrade(connection, backend, steps=steps, newest=newest))


def _is_case(backend: Backend) -> bool:
    with backend.engine.connect() as connection:
        return backend.is_case(connection)


def _change(backend: Backend, work: Callable[[Connection], None]) -> None:
    """Do something to the tables, as the only one who writes, all or nothing."""
    with backend.engine.connect() as held:
        connection = held.execution_options(writes=True)
        backend.lock(connection, _PATIENCE)
        try:
            with connection.begin():
                work(connection)
        finally:
            backend.unlock(connection)


def _create(connection: Connection, backend: Backend) -> None:
    """Make the tables, unless another program has just done so."""
    if not backend.is_case(connection):
        migrations.create(connection, backend)
