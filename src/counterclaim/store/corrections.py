"""What corrections come to: the entries stay as they are, the view of today is worked out from all of them."""

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.records import Claim, Judgement
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


def _held(corrections: Sequence[Correction]) -> list[Correction]:
    """The corrections that nobody has undone, the first first."""
    undone: set[str] = set()
    held = []
    for correction in reversed(corrections):
        if correction.id in undone:
            continue
        if correction.action is Action.UNDO:
            undone.add(correction.replaces)
        else:
            held.append(correction)
    return held[::-1]


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
