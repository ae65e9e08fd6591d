"""Where the tests of the store make their cases: in a SQLite file, and in a schema of a real PostgreSQL server."""

import atexit
import os
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from counterclaim.store.opening import open_store
from counterclaim.store.store import Store
from tests.store.servers import binaries, server

_numbers = count(1)


@cache
def server_url() -> str | None:
    """The server's database, started once; None where no server is installed."""
    programs = binaries()
    if programs is None:
        return None
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(server(programs))


def postgres_place() -> str:
    """The URL of an empty schema. Without a server the test is skipped, but not in CI."""
    url = server_url()
    if url is None:
        reason = "no PostgreSQL server is installed (apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    name = f"case{next(_numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{url}&options={quote(f'-csearch_path={name}')}"


KINDS = ("sqlite", "postgres")


def new_place(kind: str, folder: Path) -> str:
    """Where there is no case yet."""
    return postgres_place() if kind == "postgres" else str(folder / "case.db")


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no case yet."""
    return new_place(request.param, tmp_path)


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """A new case."""
    made = open_store(place, create=True)
    yield made
    made.close()
