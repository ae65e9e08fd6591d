"""How far two fillers of one role agree: a figure from 0 (neither for nor against) to 1.5, or None where they differ.

A name against a common noun differs ("its allies" is not Norway), because nothing says that they are the same; a broad
noun ("people") tells nothing apart. A state covers no other state; of two places one may lie in the other only where
one is a state.
"""

from collections.abc import Sequence

from counterclaim.alignment.tables import ROOT, goods
from counterclaim.alignment.things import Thing

SAME_FAMILY, SAME, PART, WEAK, NOTHING = 1.5, 1.0, 0.75, 0.5, 0.0
BROAD = 0.25


def agreement(kind: str, ours: Sequence[Thing], theirs: Sequence[Thing], *, one_document: bool) -> float | None:
    """The best agreement among the fillers of one role; None where no two of them can be the same."""
    if kind == "party":
        return _parties(ours, theirs)
    found = [_pair(kind, one, other, one_document=one_document) for one in ours for other in theirs]
    fits = [value for value in found if value is not None]
    return max(fits) if fits else None


def _parties(ours: Sequence[Thing], theirs: Sequence[Thing]) -> float | None:
    """Those who take part alike: one list must hold the other, and each that both hold counts."""
    one, other = ({(t.key, t.head) for t in things} for things in (ours, theirs))
    return float(len(one & other)) if one <= other or other <= one else None


def _pair(kind: str, one: Thing, other: Thing, *, one_document: bool) -> float | None:
    if kind in {"goods", "means"}:
        value = _goods(one, other, one_document=one_document)
        # A jet and the bomb that it drops may be told of one attack.
        if value is None and kind == "means" and _carries(one) != _carries(other):
            return None if _is_drone(one) or _is_drone(other) else NOTHING
        # Nearly every attack from the air is by "aircraft": what carries a weapon tells little of an attack.
        return min(value, WEAK) if value and kind == "means" and _carries(one) and not one.family else value
    if one.sort == "named" and other.sort == "named":
        return _named(kind, one, other)
    if one.sort == other.sort:
        if kind == "actor" and one.key != other.key:
            return None
        return _common(one, other, one_document=one_document)
    if kind == "place":
        return NOTHING
    if kind == "patient":
        common, named = (one, other) if one.sort != "named" else (other, one)
        # A street may be hit in the town that is named instead; broad nouns may be anyone.
        return NOTHING if common.broad or named.place else None
    return None


def _named(kind: str, one: Thing, other: Thing) -> float | None:
    if one.key != other.key:
        lies_in = one.place and other.place and one.state != other.state
        return NOTHING if lies_in and kind in {"place", "patient"} else None
    if kind == "place":
        return WEAK if one.state else SAME
    if one.head == other.head:
        return SAME
    if kind != "patient":
        return None
    if one.broad or other.broad:
        return WEAK
    return NOTHING if not one.head or not other.head else None


def _common(one: Thing, other: Thing, *, one_document: bool) -> float | None:
    if one.key != other.key:
        return NOTHING if one.broad or other.broad else None
    if one.broad:
        return BROAD
    if one.words == other.words:
        return PART if one_document else WEAK
    if one.words <= other.words or other.words <= one.words:
        return WEAK if one_document else BROAD
    return None


def _goods(one: Thing, other: Thing, *, one_document: bool) -> float | None:
    if one.sort != "goods" or other.sort != "goods":
        return _common(one, other, one_document=one_document) if one.sort == other.sort else None
    if one.origin and other.origin and one.origin != other.origin:
        return None
    if one.family and other.family:
        return _families(one.family, other.family)
    if one.key == other.key:
        return BROAD if one.key == ROOT else SAME
    table = goods()
    above, below = table.covers.get(one.key, frozenset()), table.covers.get(other.key, frozenset())
    if one.key in below or other.key in above:
        return BROAD if ROOT in {one.key, other.key} else PART
    return None


def _carries(thing: Thing) -> bool:
    return thing.key in goods().carriers


def _is_drone(thing: Thing) -> bool:
    return "drone" in goods().covers.get(thing.key, ())


def _families(one: str, other: str) -> float | None:
    if one == other:
        return SAME_FAMILY
    return SAME if one.startswith(other) or other.startswith(one) else None
