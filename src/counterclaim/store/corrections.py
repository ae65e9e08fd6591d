"""What corrections come to: the entries stay as they are, the view of today is worked out from all of them."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from counterclaim.records import Claim, Judgement
from counterclaim.store import schema
from counterclaim.store.codec import codec, unpack
from counterclaim.store.values import Action, Correction


def standing(corrections: Sequence[Correction]) -> dict[str, Correction]:
    """The correction that holds for each claim, by the claim's id: the newest one that nobody has undone.

    ``corrections`` are all that a case has, the first first. Undoing what undoes brings the correction back.
    """
    return {correction.replaces: correction for correction in _held(corrections) if correction.entities is None}


def judgements(corrections: Sequence[Correction]) -> tuple[Judgement, ...]:
    """What holds of entities, of all corrections of a case: those that nobody has undone, the first first."""
    held = ((c, c.entities) for c in _held(corrections))
    return tuple(Judgement(c.id, c.by, c.why, of) for c, of in held if of is not None)


def undone(corrections: Sequence[Correction]) -> dict[str, Correction]:
    """The corrections that do not count any more, by their ids, with what undoes them."""
    found: dict[str, Correction] = {}
    for correction in reversed(corrections):
        if correction.action is Action.UNDO and correction.id not in found:
            found[correction.replaces] = correction
    return found


def all_of(connection: Connection, entry: str | None = None) -> list[Correction]:
    """All corrections of a case, or those that name an entry, the first first: entered by hand, and so few of them."""
    k = schema.corrections
    chosen = select(k.c.content).order_by(k.c.number)
    rows = connection.execute(chosen if entry is None else chosen.where(k.c.replaces == entry))
    return [codec(Correction).value(unpack(row.content)) for row in rows]


def _held(corrections: Sequence[Correction]) -> list[Correction]:
    """The corrections that nobody has undone, the first first, without those that undo."""
    gone = undone(corrections)
    return [c for c in corrections if c.id not in gone and c.action is not Action.UNDO]


def corrected(claims: Iterable[Claim], held: Mapping[str, Correction]) -> tuple[Claim, ...]:
    """Claims as they stand after corrections: rejected ones are left out, replaced ones give way."""
    found = []
    for claim in claims:
        correction = held.get(claim.id)
        if correction is None:
            found.append(claim)
        elif correction.claim is not None:
            found.append(correction.claim)
    return tuple(found)
