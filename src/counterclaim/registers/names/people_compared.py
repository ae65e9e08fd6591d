"""Comparing two names of persons.

The words that agree share 1 by their weights, each times how alike they are; words that differ take their share and a
penalty besides; words that only one name has take a little each.
"""

from collections.abc import Mapping, Sequence

from counterclaim.records import Feature
from counterclaim.registers.names.aligning import Alignment, Pair, align
from counterclaim.registers.names.alike import alike, alike_east
from counterclaim.registers.names.features import both, feature, shares, words_of
from counterclaim.registers.names.tables import tables
from counterclaim.registers.names.values import Name, Role, Token

_LABELS = {
    Role.GIVEN: "given name",
    Role.FAMILY: "family name",
    Role.PATRONYMIC: "patronymic",
    Role.FATHER: "father's name",
    Role.INITIAL: "initial",
}
_NO_COMMON = (Feature("no word in common", 0.0),)
_DIFFERS = -0.25  # besides its share
_MISSING = {Role.INITIAL: -0.02, Role.PATRONYMIC: -0.03}
_MISSING_OTHER = -0.05
_ONE_WORD, _ONE_OF_MANY = -0.2, -0.3  # one name has one word only, and the other two, or more
_COMMON_WORD = -0.3  # that word is a given name of many
_LITTLE, _LITTLE_RARE = -0.2, -0.1  # less than half of the longer name is in common; all of it uncommon words
_HALF, _ONLY_HALF = 0.5, -0.05
_FAMILY_INITIAL = -0.1
_FIRST_MISSING, _FIRST_MISSING_COMMON = -0.1, -0.04
_DROPPED = "muhammad"  # so common before another given name that it is often left out
_ALL_COMMON = -0.1  # something is missing, and only names of many are in both
_ORDER = -0.03
_SON_AND_FATHER = -0.5
_GIVEN_ORDER = -0.2  # given names in another order: the order tells the son from the father
_EXCHANGED = -0.1
_GENERATION, _GENERATION_MISSING = -0.35, -0.05


def person_features(one: Name, other: Name, *, turned: bool) -> tuple[Feature, ...]:
    """The features of two names of persons; ``turned`` says that the caller's own is the second."""
    a, b = one.units, other.units
    if not a or not b:
        return ()
    east = one.east and other.east
    found = _initials_checked(a, b, align(a, b, alike_east if east else alike))
    if not found.pairs:
        return _NO_COMMON
    features = [*_agreeing(one, other, found, turned=turned), *_left_over(one, other, found, turned=turned)]
    features += _family_initial(a, b, found)
    features += _order(one, other, found, turned=turned)
    if one.generation != other.generation:
        features.append(_generation(one, other, turned=turned))
    return tuple(features)


def _initials_checked(a: Sequence[Token], b: Sequence[Token], found: Alignment) -> Alignment:
    """The alignment without initials that stand for the other's first or last name, while their own side's does not.

    "Leila S." is not "Saad", though S. is: who has a first name of another letter is somebody else.
    """
    if not any(t.role is Role.INITIAL for t in (*a, *b)):
        return found
    ones = {p.ones[0]: b[p.others[0]] for p in found.pairs}
    others = {p.others[0]: a[p.ones[0]] for p in found.pairs}
    wrong = []
    for pair in found.pairs:
        at, there = pair.ones[0], pair.others[0]
        if _stands_wrong(a, at, ones, len(b), there) or _stands_wrong(b, there, others, len(a), at):
            wrong.append(pair)
    if not wrong:
        return found
    kept = tuple(p for p in found.pairs if p not in wrong)
    left = tuple(sorted((*found.left, *(n for p in wrong for n in p.ones))))
    return Alignment(kept, left, tuple(sorted((*found.right, *(n for p in wrong for n in p.others)))))


def _stands_wrong(units: Sequence[Token], at: int, partners: Mapping[int, Token], others: int, there: int) -> bool:
    """Whether an initial stands for the other's first (or last) name while its own first (or last) name does not."""
    if units[at].role is not Role.INITIAL or len(units) == 1:
        return False
    for own, its in ((0, 0), (len(units) - 1, others - 1)):
        partner = partners.get(own)
        if there == its and at != own and (partner is None or partner.role is Role.INITIAL):
            return True
    return False


def _agreeing(one: Name, other: Name, found: Alignment, *, turned: bool) -> list[Feature]:
    a, b = one.units, other.units
    conflicts = min(len(found.left), len(found.right))
    weights = [_weight(a, b, pair) for pair in found.pairs] + [1.0] * conflicts
    features = []
    for pair, share in zip(found.pairs, shares(weights), strict=False):
        label = _label(one, other, pair.ones[0], pair.others[0])
        note = both(words_of(a, pair.ones), words_of(b, pair.others), turned=turned)
        features.append(feature(f"{label} {pair.likeness.value}", share * pair.score, note))
    return features


def _weight(a: Sequence[Token], b: Sequence[Token], pair: Pair) -> float:
    return (sum(a[p].weight for p in pair.ones) + sum(b[p].weight for p in pair.others)) / 2


def _label(one: Name, other: Name, at: int, there: int) -> str:
    """What the words are in their names, where both or the surer of the two tell it."""
    roles = {one.units[at].role, other.units[there].role}
    for role in (Role.FAMILY, Role.PATRONYMIC, Role.FATHER):
        if role in roles:
            return _LABELS[role]
    if Role.GIVEN in roles or (at == 0 and there == 0 and len(one.units) > 1 and len(other.units) > 1):
        return "given name"
    last = at == len(one.units) - 1 and there == len(other.units) - 1
    return "family name" if last and at and there else "name"


def _family_initial(a: Sequence[Token], b: Sequence[Token], found: Alignment) -> list[Feature]:
    """What it takes when the family name is only an initial: much where the given names are those of many."""
    for pair in found.pairs:
        at, there = pair.ones[0], pair.others[0]
        short = (a[at].role is Role.INITIAL) != (b[there].role is Role.INITIAL)
        if short and at and there and at == len(a) - 1 and there == len(b) - 1:
            common = all(_is_common(a[p.ones[0]]) for p in found.pairs if p is not pair)
            return [feature("of the family name only the initial", _FAMILY_INITIAL * (2 if common else 1))]
    return []


def _left_over(one: Name, other: Name, found: Alignment, *, turned: bool) -> list[Feature]:
    a, b = one.units, other.units
    conflicts = min(len(found.left), len(found.right))
    features = []
    for at, there in zip(found.left[:conflicts], found.right[:conflicts], strict=True):
        label = _label(one, other, at, there)
        note = both(a[at].original, b[there].original, turned=turned)
        features.append(feature(f"{label} differs", _DIFFERS, note))
    alone = [a[p] for p in found.left[conflicts:]] + [b[p] for p in found.right[conflicts:]]
    for unit in alone:
        label = _LABELS.get(unit.role, "name")
        features.append(feature(f"{label} missing on one side", _MISSING.get(unit.role, _MISSING_OTHER), unit.original))
    if alone:
        features += _too_little(one, other, found)
        features += _first_missing(a, b, found)
    return features


def _first_missing(a: Sequence[Token], b: Sequence[Token], found: Alignment) -> list[Feature]:
    """What it takes when only one name has a word before the other's first: the other may be the bearer's parent."""
    if min(len(a), len(b)) < 2 or (found.left and found.right):
        return []
    ones, others = {p.ones[0] for p in found.pairs}, {p.others[0] for p in found.pairs}
    for first, alone, matched in ((a[0], found.left, others), (b[0], found.right, ones)):
        if 0 in alone and 0 in matched and first.role is not Role.INITIAL:
            value = _FIRST_MISSING_COMMON if first.main == _DROPPED else _FIRST_MISSING
            return [feature("the first name is missing: may be a parent", value, first.original)]
    return []


def _too_little(one: Name, other: Name, found: Alignment) -> list[Feature]:
    """What it takes when too little of the longer name is in common."""
    if len(found.pairs) == 1:
        only = one.units[found.pairs[0].ones[0]] if len(one.units) == 1 else other.units[found.pairs[0].others[0]]
        if only.main in tables().given:
            return [feature("only a common name is in both", _COMMON_WORD + _ONE_WORD, only.original)]
        many = max(len(one.units), len(other.units)) > 2
        return [feature("only one word is in both", _ONE_OF_MANY if many else _ONE_WORD, only.original)]
    paired = sum(max(len(p.ones), len(p.others)) for p in found.pairs)
    longer = max(len(one.units), len(other.units))
    if paired < _HALF * longer:
        common = any(_is_common(one.units[p.ones[0]]) for p in found.pairs)
        return [feature("less than half of the longer name is in both", _LITTLE if common else _LITTLE_RARE)]
    if all(_is_common(one.units[p.ones[0]]) for p in found.pairs):
        return [feature("only common names are in both", _ALL_COMMON)]
    return [feature("only half of the longer name is in both", _ONLY_HALF)] if paired == _HALF * longer else []


def _is_common(unit: Token) -> bool:
    table = tables()
    return unit.main in table.given or unit.main in table.common


def _order(one: Name, other: Name, found: Alignment, *, turned: bool) -> list[Feature]:
    a, b = one.units, other.units
    if _fathers_exchanged(a, b, found.pairs):
        note = both(words_of(a, range(len(a))), words_of(b, range(len(b))), turned=turned)
        return [feature("son and father exchanged", _SON_AND_FATHER, note)]
    crossing = [
        pair
        for pair in found.pairs
        if any((pair.ones < p.ones) != (pair.others < p.others) for p in found.pairs if p is not pair)
    ]
    if not crossing:
        return []
    if any({a[p.ones[0]].role, b[p.others[0]].role} == {Role.GIVEN, Role.FAMILY} for p in crossing):
        return [feature("given and family name exchanged", _EXCHANGED)]
    given = tables().given
    told = one.ordered or other.ordered or any(t.role is Role.FATHER for t in (*a, *b))
    if not told and all(a[p.ones[0]].main in given for p in crossing):
        return [feature("given names in another order", _GIVEN_ORDER, words_of(a, [p.ones[0] for p in crossing]))]
    return [feature("words in another order", _ORDER)]


def _fathers_exchanged(a: Sequence[Token], b: Sequence[Token], pairs: Sequence[Pair]) -> bool:
    """Whether who bears the name in one is the father in the other, and the other way round."""
    into = any(_own(a, p.ones[0]) and b[p.others[0]].role is Role.FATHER for p in pairs)
    out_of = any(a[p.ones[0]].role is Role.FATHER and _own(b, p.others[0]) for p in pairs)
    return into and out_of


def _own(units: Sequence[Token], at: int) -> bool:
    """Whether the word is the bearer's own name: the first that is nobody's father."""
    return at == next((n for n, t in enumerate(units) if t.role is not Role.FATHER), -1)


def _generation(one: Name, other: Name, *, turned: bool) -> Feature:
    if one.generation and other.generation:
        return feature("generation differs", _GENERATION, both(one.generation, other.generation, turned=turned))
    return feature("generation missing on one side", _GENERATION_MISSING, one.generation or other.generation)
