"""What can go wrong with a server: each has its name and its advice, and no message tells a password."""

import os
from pathlib import Path

import psycopg
import pytest

from counterclaim.errors import StoreError
from counterclaim.store import postgres
from counterclaim.store.opening import open_store
from tests.store.places import postgres_place, server_url
from tests.store.samples import JUNE, MAY, READINGS


@pytest.fixture
def place() -> str:
    return postgres_place()


END_ALL = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


def admin(statement: str) -> None:
    with psycopg.connect(server_url() or "", autocommit=True) as connection:
        connection.execute(statement.encode())


def test_cases_of_two_schemas_do_not_meet(place: str) -> None:
    one, other = open_store(place, create=True), open_store(postgres_place(), create=True)
    with one.writer() as writer, other.writer() as its:
        writer.add([MAY])
        its.add([JUNE])
    assert (one.documents().total, other.documents().total) == (1, 1)
    assert one.counts("1").bytes > 100_000
    one.close()
    other.close()


def test_a_database_that_is_not_there(place: str) -> None:
    with pytest.raises(StoreError, match="there is no such database: make it with createdb"):
        open_store(place.replace("/postgres?", "/atlantis?"))


def test_a_server_that_is_not_there_and_a_password_that_stays_hidden(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="the server cannot be reached") as caught:
        open_store(f"postgresql://desk:tops3cret@/drones?host={tmp_path}")
    assert "tops3cret" not in str(caught.value)
    assert "desk:***@" in str(caught.value)


@pytest.mark.parametrize("address", ["postgresql://host:port/x", "postgresql://[::1/x"])
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(StoreError, match="the case's address is no URL"):
        open_store(address)


def test_tables_of_another_program_are_left_alone(place: str) -> None:
    schema = place.rpartition("%3D")[2]
    admin(f"CREATE TABLE {schema}.entries (number int)")
    for create in (False, True):
        with pytest.raises(StoreError, match="tables of another program"):
            open_store(place, create=create)


def test_a_server_that_is_too_old(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_OLDEST", 990_000)
    with pytest.raises(StoreError, match=r"PostgreSQL \d+ is too old; 15 or newer is needed"):
        open_store(place, create=True)


def test_a_connection_that_is_lost_loses_nothing(place: str) -> None:
    store = open_store(place, create=True)
    with store.writer() as writer:
        writer.add([MAY])
        admin(END_ALL)
        with pytest.raises(StoreError, match=r"the server was stopped|went away|connection to the server was lost"):
            writer.add([JUNE])
    assert store.document(MAY.id) == MAY
    with store.writer() as writer:
        writer.add([JUNE])
    assert store.documents().total == 2
    store.close()


def test_a_user_who_may_only_read(place: str) -> None:
    store = open_store(place, create=True)
    with store.writer() as writer:
        writer.add([MAY])
        writer.put_reading(READINGS[0], "1")
    store.close()
    schema = place.rpartition("%3D")[2]
    admin(f"CREATE ROLE {schema} LOGIN")
    admin(f"GRANT USAGE ON SCHEMA {schema} TO {schema}; GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {schema}")
    guest = open_store(
        place.replace("//postgres@", f"//{schema}@").replace(f"//{os.environ.get('USER')}@", f"//{schema}@")
    )
    assert guest.document(MAY.id) == MAY
    with guest.writer() as writer, pytest.raises(StoreError, match="the user may not do this"):
        writer.add([JUNE])
    guest.close()


def test_without_psycopg_the_package_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ModuleNotFoundError("No module named 'psycopg'")

    monkeypatch.setattr(postgres, "create_engine", missing)
    with pytest.raises(StoreError, match=r"pip install 'counterclaim\[postgres\]'"):
        open_store("postgresql://host/x")
