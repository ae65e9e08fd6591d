"""What corrections come to: the entries stay as they are, the view of today is worked out from all of them."""

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.records import Claim
from counterclaim.store.values import Action, Correction


def standing(corrections: Sequence[Correction]) -> dict[str, Correction]:
    """The correction that holds for each claim, by the claim's id: the newest one that nobody has undone.

    ``corrections`` are all that a case has, the first first. Undoing what undoes brings the correction back.
    """
    undone: set[str] = set()
    found: dict[str, Correction] = {}
    for correction in reversed(corrections):
        if correction.id in undone:
            continue
        if correction.action is Action.UNDO:
            undone.add(correction.replaces)
        else:
            found.setdefault(correction.replaces, correction)
    return found


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
