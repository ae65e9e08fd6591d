"""Comparing two names: the features of the verdict."""

from counterclaim.records import EntryKind, Feature, Verdict
from counterclaim.registers.names.bodies_compared import body_features
from counterclaim.registers.names.facts import fact_features
from counterclaim.registers.names.parsing import reread
from counterclaim.registers.names.people_compared import person_features
from counterclaim.registers.names.values import HIT, POSSIBLE, Comparison, Facts, Name

NO_NAME = Comparison(0.0, (Feature("no name", 0.0, "nothing to compare"),))


def compare(one: Name, other: Name, known: Facts | None = None) -> Comparison:
    """How alike two names are, with the features that make up the score. Symmetric but for the order of the notes."""
    turned = (other.text, other.kind) < (one.text, one.kind)
    first, second = (other, one) if turned else (one, other)
    if first.person != second.person:
        # What is known to be a person's name or a body's says how the other is to be read.
        person = _as_person(first, second)
        first, second = reread(first, person=person), reread(second, person=person)
    features = _features(first, second, turned=turned)
    if known is not None and features:
        features = (*features, *fact_features(known))
    if not features:
        return NO_NAME
    return Comparison(min(1.0, max(0.0, sum(f.value for f in features))), features)


def verdict(comparison: Comparison) -> Verdict:
    """What a score comes to."""
    if comparison.score >= HIT:
        return Verdict.HIT
    return Verdict.POSSIBLE if comparison.score >= POSSIBLE else Verdict.NONE


def _as_person(one: Name, other: Name) -> bool:
    """How two names that were read as different kinds are to be read: as the one whose kind is known."""
    known = [name.person for name in (one, other) if name.kind is not EntryKind.OTHER]
    return known[0] if len(known) == 1 else False


def _features(one: Name, other: Name, *, turned: bool) -> tuple[Feature, ...]:
    if one.person:
        return person_features(one, other, turned=turned)
    return body_features(one, other, turned=turned)
