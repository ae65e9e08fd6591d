"""Cases of other versions: an older one is taken over, a newer one refused, over both databases."""

import pytest
from sqlalchemy import Connection, text

from counterclaim.errors import StoreError
from counterclaim.store import migrations
from counterclaim.store.backend import Backend
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store
from tests.store.samples import MAY, SOLD, reading


def fill(store: Store) -> None:
    with store.writer() as writer:
        writer.add([MAY])
        writer.put_reading(reading(MAY, SOLD), "1")


def second(connection: Connection, _: Backend) -> None:
    connection.execute(text("ALTER TABLE refusals ADD COLUMN weight INTEGER"))


def third(connection: Connection, _: Backend) -> None:
    connection.execute(text("CREATE TABLE labels (number INTEGER PRIMARY KEY)"))


def fails(connection: Connection, backend: Backend) -> None:
    third(connection, backend)
    raise StoreError("power cut")


def version(store: Store) -> int:
    with store._reading() as connection:
        return migrations.version_of(connection)


def test_every_version_has_the_step_that_leads_to_it() -> None:
    assert set(migrations.STEPS) == set(range(2, migrations.VERSION + 1))


def test_an_older_case_is_taken_over_step_by_step(store: Store, place: str) -> None:
    fill(store)
    newer = open_store(place, steps={2: second, 3: third}, newest=3)
    assert version(newer) == 3
    assert newer.document(MAY.id) == MAY
    assert list(newer.readings()) == [reading(MAY, SOLD)]
    with newer._reading() as connection:
        connection.execute(text("SELECT weight FROM refusals")).all()
        connection.execute(text("SELECT number FROM labels")).all()
    newer.close()


def test_a_case_of_a_newer_version_is_refused(store: Store, place: str) -> None:
    fill(store)
    open_store(place, steps={2: second}, newest=2).close()
    with pytest.raises(StoreError, match=r"made by a newer version .* update with pip install -U counterclaim"):
        open_store(place)


def test_a_step_that_fails_changes_nothing(store: Store, place: str) -> None:
    fill(store)
    with pytest.raises(StoreError, match="power cut"):
        open_store(place, steps={2: second, 3: fails}, newest=3)
    assert version(store) == migrations.VERSION
    open_store(place, steps={2: second}, newest=2).close()


def test_a_case_that_no_step_leads_on_from(store: Store, place: str) -> None:
    fill(store)
    with pytest.raises(StoreError, match=f"a case of format {migrations.VERSION} is too old to be taken over"):
        open_store(place, steps={}, newest=migrations.VERSION + 1)


def test_a_place_without_a_case(place: str) -> None:
    with pytest.raises(StoreError, match="make one with counterclaim init"):
        open_store(place)


def test_making_a_case_where_one_is_leaves_it(store: Store, place: str) -> None:
    fill(store)
    again = open_store(place, create=True)
    assert again.document(MAY.id) == MAY
    again.close()


@pytest.mark.parametrize("address", ["mysql://host/db", "https://host/case.db", "sqlite:///case.db"])
def test_an_address_of_another_kind(address: str) -> None:
    with pytest.raises(StoreError, match="a case is a file, or a database at postgresql://"):
        open_store(address, create=True)
