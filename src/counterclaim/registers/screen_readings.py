"""Other ways in which a name may be meant: words that were run together, and short forms of longer names.

Two names that are held against each other know nothing of this: the lists tell which words there are, and which are
rare.
"""

from dataclasses import dataclass

from counterclaim.records import EntryKind, Feature
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import HIT, POSSIBLE, Comparison, Facts, Name, Role, compare, parse_name
from counterclaim.registers.names.facts import fact_features
from counterclaim.registers.screen_fit import fit

__all__ = ["Apart", "alone", "apart", "compared", "shortened", "with_facts"]

_MOST_APART = 4  # readings with words apart
_LONGEST_WORD = 60  # letters of a word that may be two
_RUN_TOGETHER = -0.03  # what is taken for words that the question runs together
_SHORT_FORM = 0.2  # what is added where every word of the question is in the longer name
_NO_COMPANY = 0.05  # … where it lacks no more than "company"
_COMPANY = "company"
_GENERAL = 0.5  # weight of words that say what kind of body it is
_NO_OTHER = 0.06  # what is added where a misspelled word can only be one
_NEARLY, _FEW = 0.6, 2  # scores that this can lift, and words that are no more than few
_VESSELS = frozenset({EntryKind.SHIP, EntryKind.AIRCRAFT})
_LEAST_RARITY = 12.0  # bits that the words of a short form must be worth


@dataclass(frozen=True, slots=True)
class Apart:
    """A reading of a name in which one word is two, both of which are in the lists."""

    name: Name
    words: tuple[str, str]


def apart(asked: Name, index: ScreeningIndex) -> tuple[Apart, ...]:
    """The readings of a name in which a word that no list has is two words that lists have."""
    found: list[Apart] = []
    for token in asked.tokens:
        original = token.original
        if original.casefold() != token.form or len(original) > _LONGEST_WORD or index.holding(token):
            continue  # (a word that changes its length when it is folded cannot be cut at a letter)
        for one, other in index.parts(token):
            cut = asked.text.replace(original, f"{original[: len(one)]} {original[len(one) :]}", 1)
            found.append(Apart(parse_name(cut, asked.kind), (one, other)))
    return tuple(found[:_MOST_APART])


def compared(asked: Name, listed: Name, readings: tuple[Apart, ...]) -> tuple[Comparison, Name]:
    """The comparison, and the reading of the question that it holds for; with words apart where both are listed so."""
    plain = _adding(compare(asked, listed))
    if not readings:
        return plain, asked
    forms = {token.form for token in listed.tokens}
    best, reading = plain, asked
    for other in readings:
        if forms.issuperset(other.words):
            comparison = _adding(
                compare(other.name, listed), Feature("run together", _RUN_TOGETHER, " ".join(other.words))
            )
            if comparison.score > best.score:
                best, reading = comparison, other.name
    return best, reading


def shortened(asked: Name, listed: Name, comparison: Comparison, index: ScreeningIndex) -> Comparison:
    """The comparison, with more for a short form: reports leave out words of a body's name, seldom add any."""
    if comparison.score >= HIT or asked.person or listed.person or len(asked.units) >= len(listed.units):
        return comparison
    shared = fit(asked, listed, index)
    if len(shared.pairs) < len(asked.units) or any(token.role is Role.NUMBER for token in shared.missing):
        return comparison
    if all(token.main == _COMPANY for token in shared.missing):
        return _adding(comparison, Feature("a short form", _NO_COMPANY, f"only {shared.lacking} is missing"))
    if (
        comparison.score >= POSSIBLE
        or shared.rarity < _LEAST_RARITY
        or all(one.weight <= _GENERAL for one, _ in shared.pairs)
    ):
        return comparison
    note = f"all of it, {shared.shared}, is in the longer name"
    return _adding(comparison, Feature("a short form", _SHORT_FORM, note))


def alone(asked: Name, listed: Name, comparison: Comparison, index: ScreeningIndex) -> Comparison:
    """The comparison of two names of one word, with more where the lists have no other word that could be meant."""
    if not _NEARLY <= comparison.score < POSSIBLE or len(asked.units) != 1 or len(listed.units) != 1:
        return comparison
    if listed.kind in _VESSELS:
        return _adding(comparison, Feature("a ship's name", _NO_OTHER, "a slip of the pen is likelier than a stranger"))
    if index.likes(asked.units[0]) > _FEW:
        return comparison
    return _adding(comparison, Feature("no other word like it", _NO_OTHER, "a slip of the pen is likelier"))


def with_facts(comparison: Comparison, known: Facts) -> Comparison:
    """The comparison, with what countries, dates of birth and kinds say."""
    return _adding(comparison, *fact_features(known))


def _adding(comparison: Comparison, *more: Feature) -> Comparison:
    features = (*comparison.features, *more)
    return Comparison(round(min(1.0, max(0.0, sum(f.value for f in features))), 4), features)
