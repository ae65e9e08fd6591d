"""Looking one thing of a case up: by its id or the start of it, or by what it is about."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from counterclaim.errors import LedgerError
from counterclaim.records import EntityMerge
from counterclaim.store import schema
from counterclaim.store.codec import codec, unpack
from counterclaim.store.corrections import all_of, judgements
from counterclaim.store.lists import begins, records
from counterclaim.store.values import Correction

_NAMED = 6  # ids that a message lists
_ID = re.compile(r"(?:([a-z]:))?([0-9a-f]{1,64})", re.IGNORECASE)
# The letter that ids of a section begin with, and where they are.
_SECTIONS: dict[str, tuple[str, Table]] = {
    "c:": ("claims", schema.claim_rows),
    "p:": ("propositions", schema.proposition_rows),
    "e:": ("entities", schema.entity_rows),
    "d:": ("documents", schema.documents),
    "s:": ("stories", schema.other_rows),
    "l:": ("lineages", schema.other_rows),
    "u:": ("utterances", schema.other_rows),
    "h:": ("hits", schema.other_rows),
    "k:": ("corrections", schema.corrections),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What an id leads to: its section, its id, and its record; of a document the record is its id."""

    section: str
    id: str
    record: Any


def find(connection: Connection, wanted: str) -> Found:
    """What has an id or, alone, an id that begins so: in the newest run, of the documents or of the corrections.

    Raises LedgerError where there is none, or where there are several.
    """
    match = _ID.fullmatch(wanted.strip())
    if match is None:
        raise LedgerError(f"{wanted[:60]!r} is no id; one looks like c:3fa94c, and its start is enough")
    letters = [match[1].lower()] if match[1] else list(_SECTIONS)
    found = [one for letter in letters for one in _beginning(connection, letter, match[2].lower())]
    if not found:
        gone = _rejected(connection, letters, match[2].lower()) or _merged(connection, letters, match[2].lower())
        if gone:
            raise LedgerError(gone)
        raise LedgerError(
            f"the case holds nothing with the id {wanted.strip()}; counterclaim ledger lists what it holds"
        )
    if len(found) > 1:
        listed = ", ".join(identity for _, identity in found[:_NAMED]) + (" …" if len(found) > _NAMED else "")
        raise LedgerError(f"several ids begin with {wanted.strip()}: {listed}")
    section, identity = found[0]
    return Found(section, identity, _record(connection, section, identity))


def about(connection: Connection, section: str, identity: str) -> list[Any]:
    """The records of a section that are about an entity or a proposition: hits, register checks, regimes."""
    table = schema.other_rows
    chosen = select(table.c.part, table.c.place, table.c.size).where(
        table.c.section == section, table.c.about == identity
    )
    return records(connection, section, connection.execute(chosen.order_by(table.c.position)).all())


def _beginning(connection: Connection, letter: str, digits: str) -> list[tuple[str, str]]:
    """Section and id of what begins so, a few more than a message would name."""
    section, table = _SECTIONS.get(letter, ("", schema.documents))
    if not section:
        return []
    start = letter + digits
    chosen = select(table.c.id).where(begins(table.c.id, start))
    if table is schema.other_rows:
        chosen = chosen.where(table.c.section == section)
    return [(section, row.id) for row in connection.execute(chosen.order_by(table.c.id).limit(_NAMED + 1))]


def _rejected(connection: Connection, letters: list[str], digits: str) -> str | None:
    """What became of a claim whose id begins so, where a correction names it: the newest such correction."""
    k, start = schema.corrections, "c:" + digits
    if "c:" not in letters:
        return None
    chosen = select(k.c.replaces, k.c.id).where(begins(k.c.replaces, start))
    row = connection.execute(chosen.order_by(k.c.number.desc()).limit(1)).first()
    return (
        f"{row.replaces} is not in the newest run: {row.id} rejects it; see counterclaim show {row.id}" if row else None
    )


def _merged(connection: Connection, letters: list[str], digits: str) -> str | None:
    """What became of an entity whose id begins so, where a correction that holds merges it into another one."""
    if "e:" not in letters:
        return None
    held = judgements(all_of(connection))
    merges = {j.of.other.id: (j.id, j.of) for j in held if isinstance(j.of, EntityMerge)}
    start = next((identity for identity in merges if identity.startswith("e:" + digits)), None)
    if start is None:
        return None
    by, of = merges[start]
    seen = {start}
    while of.entity.id in merges and of.entity.id not in seen:
        seen.add(of.entity.id)
        _, of = merges[of.entity.id]
    return f"{start} is not in the newest run: {by} merges it into {of.entity.id} ({of.entity.name})"


def _record(connection: Connection, section: str, identity: str) -> Any:
    if section == "documents":
        return identity
    if section == "corrections":
        table = schema.corrections
        content = connection.execute(select(table.c.content).where(table.c.id == identity)).scalar_one()
        return codec(Correction).value(unpack(content))
    view = next(table for name, table in _SECTIONS.values() if name == section)
    chosen = select(view.c.part, view.c.place, view.c.size).where(view.c.id == identity)
    if view is schema.other_rows:
        chosen = chosen.where(view.c.section == section)
    return records(connection, section, connection.execute(chosen).all())[0]
