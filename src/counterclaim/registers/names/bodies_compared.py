"""Comparing two names of bodies, ships or aircraft.

The words that agree share 1 by their weights, each times how alike they are; a word that only one name has takes its
weight's part of all words' weights, so that "Bank" costs little and a place or a proper word much.
"""

from collections.abc import Sequence
from itertools import product

from counterclaim.records import EntryKind, Feature
from counterclaim.registers.names.aligning import Alignment, align, same_together
from counterclaim.registers.names.alike import BUSINESS, DIFFERENT, Alike, Likeness, alike_word
from counterclaim.registers.names.features import both, feature, shares, words_of
from counterclaim.registers.names.values import Name, Role, Token

_NO_COMMON = (Feature("no word in common", 0.0),)
_ACRONYM = 0.75
_TOGETHER = 0.95
_LEAST_TOGETHER = 5  # letters
_OUTSIDE = frozenset({Role.LEGAL, Role.PREFIX})
_ONE_OF_TWO = -0.05
_DIFFERS = -0.1  # besides the words' own shares, once, where each name has a word that the other has not
_NUMBER_MISSING = -0.15  # at least
_FIRST = "1"  # the first of a series often goes by the bare name
_WORD_MISSING = -0.125  # at least: with another word it is not surely the same body
_LEGAL, _LEGAL_MISSING, _LEGAL_SECTOR = -0.15, -0.02, -0.35
_SECTORS = {"foundation": "without profit"}
_ANY = frozenset({"corporation", "vessel company", "free zone"})  # what "Inc." or "PT" is translated by varies
_LABELS = {Role.PLACE: "place", Role.NUMBER: "number", Role.TYPE: "kind of body"}


def body_features(one: Name, other: Name, *, turned: bool) -> tuple[Feature, ...]:
    """The features of two names of bodies; ``turned`` says that the caller's own is the second.

    Where a text gives several names, the best pair of them counts.
    """
    best = _features(one, other, turned=turned)
    if not (one.alternatives or other.alternatives):
        return best
    for a, b in product((one, *one.alternatives), (other, *other.alternatives)):
        if (a, b) != (one, other):
            note = both(a.text.strip(), b.text.strip(), turned=turned)
            found = (*_features(a, b, turned=turned), feature("one of the names in the text", _ONE_OF_TWO, note))
            best = max(best, found, key=lambda features: sum(f.value for f in features))
    return best


def _features(one: Name, other: Name, *, turned: bool) -> tuple[Feature, ...]:
    a, b = one.units, other.units
    if not a or not b:
        return ()
    exact = EntryKind.AIRCRAFT in (one.kind, other.kind)
    found = align(a, b, _same_word if exact else alike_word)
    if not found.pairs:
        return _together(one, other, turned=turned) or _acronym(one, other, turned=turned) or _NO_COMMON
    features = [*_agreeing(a, b, found, turned=turned), *_left_over(a, b, found, turned=turned)]
    features += _legal(one, other, turned=turned)
    return tuple(features)


def _same_word(one: Token, other: Token) -> Alike:
    """Registration marks of aircraft differ by one letter each."""
    return (1.0, Likeness.SAME) if one.form == other.form else DIFFERENT


def _together(one: Name, other: Name, *, turned: bool) -> tuple[Feature, ...]:
    """Two names that have no word in common because they are parted otherwise ("Vanderbilt", "van der Bilt")."""
    whole = ["".join(t.form for t in name.tokens if t.role not in _OUTSIDE) for name in (one, other)]
    if len(whole[0]) < _LEAST_TOGETHER or not same_together(*whole):
        return ()
    note = both(one.text.strip(), other.text.strip(), turned=turned)
    return (feature("name the same when written together", _TOGETHER, note), *_legal(one, other, turned=turned))


def _acronym(one: Name, other: Name, *, turned: bool) -> tuple[Feature, ...]:
    for short, full in ((one, other), (other, one)):
        if len(short.units) == 1 and short.units[0].form in full.initials:
            note = both(one.text.strip(), other.text.strip(), turned=turned)
            return (feature("one is the other's initials", _ACRONYM, note),)
    return ()


def _agreeing(a: Sequence[Token], b: Sequence[Token], found: Alignment, *, turned: bool) -> list[Feature]:
    weights = [max(sum(a[p].weight for p in x.ones), sum(b[p].weight for p in x.others)) for x in found.pairs]
    features = []
    for pair, share in zip(found.pairs, shares(weights), strict=True):
        label = _LABELS.get(a[pair.ones[0]].role, "word")
        note = both(words_of(a, pair.ones), words_of(b, pair.others), turned=turned)
        features.append(feature(f"{label} {pair.likeness.value}", share * pair.score, note))
    return features


def _left_over(a: Sequence[Token], b: Sequence[Token], found: Alignment, *, turned: bool) -> list[Feature]:
    if not (found.left or found.right):
        return []
    left, right = [a[p] for p in found.left], [b[p] for p in found.right]
    total = sum(a[p].weight for x in found.pairs for p in x.ones) + sum(t.weight for t in (*left, *right))
    features = []
    for unit in (*left, *right):
        value = -unit.weight / total
        if unit.role is Role.NUMBER:
            value = _NUMBER_MISSING if unit.form == _FIRST and not (left and right) else min(value, _NUMBER_MISSING)
        elif unit.main not in BUSINESS:
            value = min(value, _WORD_MISSING)
        label = _LABELS.get(unit.role, "word")
        features.append(feature(f"{label} missing on one side", value, unit.original))
    if left and right:
        note = both(words_of(left, range(len(left))), words_of(right, range(len(right))), turned=turned)
        numbers = all(any(t.role is Role.NUMBER for t in side) for side in (left, right))
        features.append(feature("number differs" if numbers else "words differ", _DIFFERS, note))
    return features


def _legal(one: Name, other: Name, *, turned: bool) -> list[Feature]:
    if one.legal == other.legal or one.legal & other.legal:
        return []
    if not one.legal or not other.legal:
        return [feature("legal form missing on one side", _LEGAL_MISSING, ", ".join(sorted(one.legal or other.legal)))]
    note = both(", ".join(sorted(one.legal)), ", ".join(sorted(other.legal)), turned=turned)
    sectors = [{_SECTORS.get(kind, "business") for kind in side} for side in (one.legal, other.legal)]
    if sectors[0] != sectors[1]:
        return [feature("legal form of another sector", _LEGAL_SECTOR, note)]
    if one.legal & _ANY or other.legal & _ANY:
        return [feature("legal form translated otherwise", _LEGAL_MISSING, note)]
    return [feature("legal form differs", _LEGAL, note)]
