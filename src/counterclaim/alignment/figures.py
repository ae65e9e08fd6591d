"""The figures of a proposition: their spread, and whether two of them cannot both hold.

A figure allows an interval: exact n only n; approx n a tenth more or less; min n from n up; max n up to n; a range its
ends. Two figures conflict if

1. they are of one stage and count the same thing (drones and UAVs are the same; a currency counts only itself),
2. their intervals have nothing in common,
3. they come from different origins: one origin's two figures are a part and its whole, or a correction,
4. the events' own times do not differ: two known times that are not the same may count different spans,
5. and, where the stage is one whose count grows (``grows`` in rules.yaml: deaths, deliveries, attacks), the reports are
   of one day or of unknown days, or the later report gives the lower figure.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import inf

from counterclaim.alignment.tables import goods, rules
from counterclaim.alignment.words import bases
from counterclaim.records import Bound, Claim, Figure, Quantity

TENTH = 0.1
_MOST = 40  # figures of one proposition that are compared with each other
_PEOPLE = frozenset("people person civilian man woman individual victim resident dead casualty".split())


def bounds(low: float | None, high: float | None, bound: Bound) -> tuple[float, float]:
    """The interval that a figure allows; an unknown side is open."""
    least = -inf if low is None else low
    most = inf if high is None else high
    if bound is Bound.MIN:
        return least, inf
    if bound is Bound.MAX:
        return -inf, most if high is not None else (inf if low is None else low)
    if bound is Bound.APPROX:
        return least - abs(least) * TENTH if low is not None else least, most + abs(most) * TENTH if high else most
    return least, most


def unit_key(unit: str | None) -> str:
    """What a unit counts, in one word for all its names: "UAVs" and "drones" alike. Empty where there is none."""
    words = bases(unit or "")
    if not words:
        return ""
    kind = goods().kind(words)
    if kind is not None:
        return "drone" if "drone" in goods().covers[kind] else kind
    return "people" if words[-1] in _PEOPLE else words[-1]


def figures(claims: Mapping[str, Claim]) -> tuple[Figure, ...]:
    """One figure for each that the claims (by id) give: quantities first, then sums of money, each from low to high."""
    found: dict[tuple[object, ...], tuple[Quantity, str | None, list[str]]] = {}
    for money, (key_of, claim) in [(m, c) for m in (False, True) for c in claims.items()]:
        quantity = claim.value if money else claim.quantity
        if quantity is not None:
            key = (money, quantity.low, quantity.high, quantity.bound, unit_key(quantity.unit), claim.stage)
            found.setdefault(key, (quantity, claim.stage, []))[2].append(key_of)
    made = [
        (key[0], Figure(q.low, q.high, q.bound, q.unit, stage, tuple(ids))) for key, (q, stage, ids) in found.items()
    ]
    return tuple(f for _, f in sorted(made, key=lambda m: (bool(m[0]), _size(m[1]), m[1].bound, m[1].stage or "")))


def _size(figure: Figure) -> float:
    return figure.low if figure.low is not None else figure.high if figure.high is not None else inf


def conflict(
    found: Sequence[Figure],
    claims: Mapping[str, Claim],
    origins: Mapping[str, int],
    published: Mapping[str, str | None],
) -> bool:
    """Whether two of a proposition's figures cannot both hold, by the rule above.

    ``origins`` numbers the origin of each claim, ``published`` has the day of each document.
    """
    return any(
        _may_differ(one, other)
        and any(
            _contradict(one, claims[a], other, claims[b], published)
            for a in one.claims
            for b in other.claims
            if origins.get(a) != origins.get(b)
        )
        for one, other in combinations(found[:_MOST], 2)
    )


def _may_differ(one: Figure, other: Figure) -> bool:
    if one.stage != other.stage or unit_key(one.unit) != unit_key(other.unit):
        return False
    (a, b), (c, d) = (bounds(f.low, f.high, f.bound) for f in (one, other))
    return a > d or c > b


def _contradict(one: Figure, ours: Claim, other: Figure, theirs: Claim, published: Mapping[str, str | None]) -> bool:
    if ours.time is not None and theirs.time is not None:
        if (ours.time.start, ours.time.end) != (theirs.time.start, theirs.time.end):
            return False
    frame = rules().frames.get(ours.frame)
    if frame is None or ours.stage not in frame.grows:
        return True
    first, second = published.get(ours.document), published.get(theirs.document)
    if first is None or second is None or first == second:
        return True
    earlier, later = (one, other) if first < second else (other, one)
    return _size(later) < _size(earlier)
