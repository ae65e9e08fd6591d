"""Figures: how many, with the bound that the text gives them. Money and ordinals are no quantities."""

import re

from counterclaim.claims.clause import Clause
from counterclaim.records import Bound, Quantity, Span

_WORDS = {
    w: n
    for n, w in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
} | {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Plural measures have a floor: two of the kind. "dozens" is at least 24.
_FLOORS = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6, "tens": 20}
_LONE = {"dozen": 12, "score": 20}
_MIN = (
    "more than",
    "over",
    "at least",
    "upwards of",
    "no fewer than",
    "no less than",
    "in excess of",
    "above",
    "exceeding",
)
_MAX = ("up to", "as many as", "at most", "no more than", "fewer than", "less than", "under", "a maximum of", "below")
_APPROX = (
    "some",
    "about",
    "around",
    "approximately",
    "roughly",
    "nearly",
    "almost",
    "close to",
    "an estimated",
    "circa",
    "estimated",
)
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def quantity_of(clause: Clause, word: int) -> Quantity | None:
    """The figure that counts the phrase headed by ``word``, or None."""
    candidates = [word, *clause.all_children(word, "nummod", "amod", "nmod")]
    if clause.lower[word] in _FLOORS or clause.lower[word] in _LONE:
        return _plural(clause, word)
    for c in candidates[1:]:
        if clause.deprels[c].startswith("nummod"):
            return _counted(clause, c, word)
    return None


def _plural(clause: Clause, word: int) -> Quantity | None:
    inner = next((c for c in clause.all_children(word, "nmod") if clause.case(c) == "of"), None)
    form = clause.lower[word]
    low = _FLOORS.get(form, _LONE.get(form, 0))
    bound = Bound.MIN if form in _FLOORS else Bound.EXACT
    span = clause.spans[word]
    unit = None if inner is None else _unit(clause, inner)
    return Quantity(float(low), None if bound is Bound.MIN else float(low), bound, unit, span.of(clause.text), span)


def _counted(clause: Clause, number: int, counted: int) -> Quantity | None:
    inside = sorted({number, *(i for i in clause.subtree(number) if clause.upos[i] in {"NUM", "NOUN"})})
    name = clause.name(number)
    if name is not None:  # a figure inside a designation or a sum of money counts nothing
        return None
    value = _value([clause.lower[i] for i in inside])
    if value is None:
        return None
    before = " ".join(clause.lower[max(0, inside[0] - 4) : inside[0]])
    bound, words = _bound(before)
    first = inside[0] - words
    span = Span(clause.spans[first].start, clause.spans[inside[-1]].end)
    low = None if bound is Bound.MAX else value
    high = None if bound is Bound.MIN else value
    return Quantity(low, high, bound, _unit(clause, counted), span.of(clause.text), span)


def _value(words: list[str]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in words:
        figure = _FIGURE.fullmatch(word)
        if figure:
            current += float(word.replace(",", ""))
        elif word in _WORDS:
            current += _WORDS[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0.0
        elif word in {"and", "-"}:
            continue
        else:
            return None
        seen = True
    return total + current if seen else None


def _bound(before: str) -> tuple[Bound, int]:
    """The bound that the words before a figure state, and how many words state it."""
    for bound, phrases in ((Bound.MIN, _MIN), (Bound.MAX, _MAX), (Bound.APPROX, _APPROX)):
        for phrase in phrases:
            if before == phrase or before.endswith(" " + phrase):
                return bound, len(phrase.split())
    return Bound.EXACT, 0


def _unit(clause: Clause, word: int) -> str:
    thing = clause.thing(word)
    return clause.words[thing].lower() if clause.name(thing) is None else clause.words[thing]
