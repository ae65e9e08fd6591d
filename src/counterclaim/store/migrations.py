"""The version of a case's tables, and how an older case becomes one of this version.

A list of steps of our own: alembic would add two packages and 200 ms to each command for what is, in one file that is
only ever added to, a few statements a version. A new version adds its step here and raises VERSION.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from counterclaim.errors import StoreError
from counterclaim.store.backend import Backend
from counterclaim.store.schema import WORD_TABLES, metadata, versions

VERSION = 1
Step = Callable[[Connection, Backend], None]
# The step that makes a case of version n - 1 one of version n, in the transaction that also enters the new version.
STEPS: Mapping[int, Step] = {}


def now() -> str:
    """The time of an entry: UTC, ISO 8601, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def create(connection: Connection, backend: Backend) -> None:
    """Make the tables of a new case, in one transaction."""
    metadata.create_all(connection)
    for table in WORD_TABLES:
        backend.make_word_table(connection, table)
    _enter(connection, VERSION)
    backend.mark(connection)


def version_of(connection: Connection) -> int:
    """The version of a case."""
    return connection.execute(select(func.max(versions.c.version))).scalar_one() or 0


def check(found: int, name: str, newest: int = VERSION) -> bool:
    """Whether a case is of this version; False for an older one. Raises StoreError for a newer one."""
    if found > newest:
        raise StoreError(
            f"{name}: this case was made by a newer version of Counterclaim (its format is {found}, this program knows "
            f"{newest}); update with pip install -U counterclaim"
        )
    return found == newest


def upgrade(
    connection: Connection, backend: Backend, *, steps: Mapping[int, Step] = STEPS, newest: int = VERSION
) -> None:
    """Take an older case step by step to the newest version; all in one transaction. Raises StoreError."""
    for version in range(version_of(connection) + 1, newest + 1):
        if version not in steps:
            raise StoreError(f"{backend.name}: a case of format {version - 1} is too old to be taken over")
        steps[version](connection, backend)
        _enter(connection, version)


def _enter(connection: Connection, version: int) -> None:
    connection.execute(insert(versions).values(version=version, at=now()))
