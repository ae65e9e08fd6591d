"""Nothing that was entered is ever changed or taken away: what the databases are told says so."""

import re
from dataclasses import replace

from sqlalchemy import event

from counterclaim.records import Refusal
from counterclaim.store import schema
from counterclaim.store.store import Store
from counterclaim.store.values import Action, Correction
from tests.store.samples import LEDGER, READINGS, SOLD, reading

_CHANGES = re.compile(r"\s*(UPDATE|DELETE|DROP|ALTER|TRUNCATE|REPLACE)\b(?:\s+FROM)?\s+(\w+)", re.IGNORECASE)


def test_only_views_are_made_anew(store: Store) -> None:
    said: list[str] = []
    event.listen(store._backend.engine, "before_cursor_execute", lambda *told: said.append(told[2]))
    with store.writer() as writer:
        writer.add([r.document for r in READINGS])
        writer.add([r.document for r in READINGS])
        writer.put_readings(READINGS, "1")
        writer.put_reading(reading(READINGS[0].document), "2")
        writer.refuse([Refusal("a", "b")])
        writer.put_run(LEDGER)
        writer.correct(Correction(SOLD.id, Action.REJECT, "A", "why"))
        writer.put_run(replace(LEDGER, claims=()))
    assert len(said) > 50
    changed = {(match[1].upper(), match[2]) for told in said if (match := _CHANGES.match(told))}
    assert changed == {("DELETE", table.name) for table in schema.VIEWS}
