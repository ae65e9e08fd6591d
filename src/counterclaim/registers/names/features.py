"""Making the features of a score: shares that add up, and notes that name the words."""

from collections.abc import Sequence

from counterclaim.records import Feature
from counterclaim.registers.names.values import Token

_PLACES = 3  # decimals of a share


def shares(weights: Sequence[float]) -> list[float]:
    """Each weight's share of all, rounded so that the shares add up to 1."""
    total = sum(weights)
    found, run, before = [], 0.0, 0.0
    for weight in weights:
        run += weight
        upto = round(run / total, _PLACES) if total else 0.0
        found.append(round(upto - before, _PLACES))
        before = upto
    return found


def words_of(tokens: Sequence[Token], places: Sequence[int]) -> str:
    """The words at ``places``, as written."""
    return " ".join(tokens[p].original for p in places)


def both(one: str, other: str, *, turned: bool) -> str:
    """A note of two words, the caller's own first."""
    return f"{other} / {one}" if turned else f"{one} / {other}"


def feature(name: str, value: float, note: str = "") -> Feature:
    """A feature with its value rounded, so that a person can recount the sum."""
    return Feature(name, round(value, _PLACES), note)
