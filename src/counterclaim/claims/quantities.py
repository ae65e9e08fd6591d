"""Figures: how many, with the bound that the text gives them. Money and ordinals are no quantities.

A bound is never guessed: plural measures ("dozens", "several hundred") have a floor, two of their kind.
"""

import math
import re
from collections.abc import Sequence

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
SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12,
    "score": 20,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "k": 1000,
}
_FLOORS = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
}
_LONE = {
    "dozen": 12,
    "score": 20,
    "pair": 2,
    "couple": 2,
    "trio": 3,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
}
VAGUE = frozenset({"several", "few", "many", "some"})
_MIN = (
    "more than",
    "over",
    "well over",
    "at least",
    "upwards of",
    "no fewer than",
    "no less than",
    "not less than",
    "in excess of",
    "above",
    "exceeding",
    "greater than",
    "a minimum of",
    "north of",
)
_MAX = (
    "up to",
    "as many as",
    "as much as",
    "at most",
    "no more than",
    "not more than",
    "fewer than",
    "less than",
    "under",
    "a maximum of",
    "below",
)
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
    "just over",
    "just under",
    "in the region of",
    "in the order of",
    "something like",
)
_AFTER = {
    "or so": Bound.APPROX,
    "or more": Bound.MIN,
    "or fewer": Bound.MAX,
    "or less": Bound.MAX,
    "- odd": Bound.APPROX,
    "odd": Bound.APPROX,
    "+": Bound.MIN,
}
_FIGURE = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_THREE = re.compile(r"\d{3}")
_RANGE_MARKS = frozenset({"to", "and", "-", "–", "—", "or"})
_PARTS = {"quarter": 0.25, "third": 1 / 3, "half": 0.5}
_LONGEST = 12  # words of a figure written out


def quantity_of(clause: Clause, word: int) -> Quantity | None:
    """The figure that counts the phrase headed by ``word``, or None."""
    if clause.upos[word] == "NUM" and clause.name(word) is None and clause.lower[word] not in _FLOORS:
        return _number_itself(clause, word)
    word = _counter(clause, word)
    for _ in range(3):
        found = _plural(clause, word) or _of_number(clause, word)
        if found is not None:
            return found
        inner = _inner(clause, word)
        if inner is None or clause.thing(word) == word:
            return None
        word = inner
    return None


def _number_itself(clause: Clause, word: int) -> Quantity | None:
    """A figure that stands for what it counts: "of which two were delivered", "eleven of the pistols"."""
    first, _ = _stretch(clause, word, word + 1)
    figures = read_figures(clause.lower[first : word + 1])
    if figures is None or (first == word and 1900 <= figures[0] <= 2100):  # rather a year
        return None
    low, high, bound, _ = figures
    stated, words = bound_before(clause.lower[max(0, first - 4) : first])
    bound = stated if bound is Bound.EXACT else bound
    span = Span(clause.spans[first - words].start, clause.spans[word].end)
    inner = _inner(clause, word)
    return _quantity(low, high, bound, None if inner is None else _unit(clause, inner), span, clause.text)


def _counter(clause: Clause, word: int) -> int:
    """The word that counts a thing from above: "tens" of "tens of thousands", "dozen" of "a dozen of the jets"."""
    head = clause.heads[word]
    if head >= 0 and clause.bases[word] == "nmod" and clause.case(word) == "of":
        return head if clause.lower[head] in _FLOORS or _lone(clause.lower[head]) else word
    return word


def _lone(form: str) -> int | None:
    return _LONE.get(form) or _LONE.get(form.removesuffix("s"))


def _inner(clause: Clause, word: int) -> int | None:
    return next((c for c in clause.all_children(word, "nmod") if clause.case(c) == "of"), None)


def _plural(clause: Clause, word: int) -> Quantity | None:
    """ "dozens of drones", "tens of thousands of shells", "a pair of jets"."""
    form, inner = clause.lower[word], _inner(clause, word)
    if form not in _FLOORS and (_lone(form) is None or inner is None):
        return None
    first = last = word
    low, bound = float(_FLOORS.get(form) or _lone(form) or 0), Bound.MIN if form in _FLOORS else Bound.EXACT
    scaled = None if inner is None else SCALES.get(clause.lower[inner].removesuffix("s"))
    if inner is not None and scaled is not None and clause.lower[inner].endswith("s"):
        low, last = low * scaled, inner
        inner = _inner(clause, inner)
    before, words = bound_before(clause.lower[max(0, word - 4) : word])
    counts = [c for c in clause.all_children(word, "nummod") if c < word]
    if counts and form not in _FLOORS:  # "two pairs of"
        value = value_of(clause.lower[counts[0] : counts[0] + 1])
        low, first = low * (value or 1), counts[0]
    elif words:
        first, bound = word - words, before
    span = Span(clause.spans[first].start, clause.spans[last].end)
    unit = None if inner is None else _unit(clause, inner)
    return _quantity(low, low, bound, unit, span, clause.text)


def _of_number(clause: Clause, word: int) -> Quantity | None:
    """A figure before its noun, in digits or words, alone or as a range."""
    numbers = [
        c for c in clause.all_children(word, "nummod") if c < word and not _named(clause, c) and not clause.is_time(c)
    ]
    if not numbers:
        return None
    first, last = _stretch(clause, numbers[0], word)
    stretch = clause.lower[first : last + 1]
    figures = read_figures(["between", *stretch] if first and clause.lower[first - 1] == "between" else stretch)
    if figures is None:
        return None
    low, high, bound, _ = figures
    part = _PARTS.get(clause.lower[first - 3]) if clause.lower[max(0, first - 3) : first][1:] == ["of", "a"] else None
    if part is not None:  # "a quarter of a million"
        low, high, first = low * part, high * part, first - 3
        first -= clause.lower[first - 1 : first] == ["a"]
    stated, words = bound_before(clause.lower[max(0, first - 5) : first])
    if bound is Bound.EXACT:
        bound = stated
        for end in (last, word):  # "40 or more tanks", "40 tanks or more"
            weaker, length = bound_after(clause.lower[end + 1 : end + 3])
            if weaker is not None:
                bound, last = weaker, end + length
                break
    first = _back_to(clause, first - words)
    span = Span(clause.spans[first].start, clause.spans[min(last, len(clause.spans) - 1)].end)
    return _quantity(low, high, bound, _unit(clause, word), span, clause.text)


def _named(clause: Clause, number: int) -> bool:
    """Whether a number is part of a name ("F-16", "$40m"). A bare amount that was taken for money is none."""
    name = clause.name(number)
    if name is None or name.type != "MONEY" or name.end - name.first > _LONGEST:
        return name is not None
    bare = all(_counts(w) for w in clause.lower[name.first : name.end])
    return not bare or (name.first > 0 and clause.upos[name.first - 1] == "SYM")


def _back_to(clause: Clause, first: int) -> int:
    return first - 1 if first and clause.lower[first - 1] == "between" else first


def _stretch(clause: Clause, number: int, word: int) -> tuple[int, int]:
    """First and last word of the figure that a number belongs to: scale words and the other end of a range too."""

    def counts(i: int) -> bool:
        # What stands before "and" may be a sum: "for $40 million and six jets".
        return _counts(clause.lower[i]) and not clause.is_time(i) and not _named(clause, i)

    def joined(first: int) -> int:
        """How many words before ``first`` belong to the figure, with what joins them to it."""
        before = clause.lower[max(0, first - 2) : first]
        if first and counts(first - 1):
            return 1
        if before == ["half", "a"] or (first > 1 and before[1] in _RANGE_MARKS and counts(first - 2)):
            return 2
        return 3 if first > 2 and before == ["and", "a"] and counts(first - 3) else 0  # "two and a half million"

    first = last = number
    while number - first < _LONGEST and (more := joined(first)):
        first -= more
    while last + 1 < word and last - number < _LONGEST:
        if counts(last + 1):
            last += 1
        elif last + 2 < word and clause.lower[last + 1] in _RANGE_MARKS and counts(last + 2):
            last += 2
        else:
            break
    while first < last and clause.lower[first] == "some":  # "some 40" is a bound, not a part of the figure
        first += 1
    return first, last


def _counts(form: str) -> bool:
    return bool(_FIGURE.fullmatch(form)) or form in _WORDS or form in SCALES or form in VAGUE or form == "half"


def read_figures(words: Sequence[str]) -> tuple[float, float, Bound, int] | None:
    """(low, high, bound, words used) of a figure in lower-case words, or None: "40", "two hundred", "100 to 150"."""
    if words and words[0] in VAGUE and len(words) > 1 and words[1] in SCALES:
        rest = value_of(["two", *words[1:]])  # "several hundred": two of the kind at least
        return None if rest is None else (rest, rest, Bound.MIN, len(words))
    between = bool(words) and words[0] == "between"
    words = words[1:] if between else words
    for at, word in enumerate(words):
        if word not in _RANGE_MARKS or not at or at + 1 == len(words):
            continue
        low, high = value_of(words[:at]), value_of(words[at + 1 :])
        if word == "and" and not between and not all(_FIGURE.fullmatch(w) or w == "and" for w in words):
            continue  # "two hundred and fifty" is one figure
        if low is not None and high is not None:
            scale = SCALES.get(words[-1], 1)
            if words[at - 1] not in SCALES:
                low *= scale  # "two to three million"
            if low < high:
                return low, high, Bound.RANGE, len(words)
    value = value_of(words)
    return None if value is None else (value, value, Bound.EXACT, len(words))


def value_of(words: Sequence[str]) -> float | None:
    """The value of one figure in lower-case words or digits ("1,350", "two hundred and fifty"), or None."""
    total, current, seen, digits = 0.0, 0.0, False, False
    for word in words:
        if _FIGURE.fullmatch(word):
            if digits and not _THREE.fullmatch(word):
                return None  # two figures side by side
            current = current * (1000 if digits else 1) + float(word.replace(",", ""))  # "10 000"
            digits = True
        elif word in _WORDS:
            current += _WORDS[word]
        elif word == "half":  # by itself no figure: "half a million", "two and a half million"
            current += 0.5
            continue
        elif word in SCALES:
            scale, digits = SCALES[word], False
            if scale < 1000:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
        elif word in {"and", "-", "a", "an"}:
            continue
        else:
            return None
        seen = True
    return total + current if seen and math.isfinite(total + current) else None


def bound_before(before: Sequence[str]) -> tuple[Bound, int]:
    """The bound that the words before a figure state, and how many words state it."""
    if before and before[-1] in {"a", "an"}:  # "more than a dozen"
        bound, words = bound_before(before[:-1])
        return bound, words + 1 if words else 0
    text = " ".join(before)
    best = (Bound.EXACT, 0)
    for bound, phrases in ((Bound.APPROX, _APPROX), (Bound.MIN, _MIN), (Bound.MAX, _MAX)):
        for phrase in phrases:
            length = len(phrase.split())
            if length > best[1] and (text == phrase or text.endswith(" " + phrase)):
                best = (bound, length)
    return best


def bound_after(after: Sequence[str]) -> tuple[Bound | None, int]:
    """The bound that the words after a figure state, if any, and how many words state it."""
    text = " ".join(after) + " "
    for phrase, bound in _AFTER.items():
        if text.startswith(phrase + " "):
            return bound, len(phrase.split())
    return None, 0


def _quantity(low: float, high: float, bound: Bound, unit: str | None, span: Span, text: str) -> Quantity:
    return Quantity(
        None if bound is Bound.MAX else low,
        None if bound is Bound.MIN else high,
        bound,
        unit,
        span.of(text),
        span,
    )


def _unit(clause: Clause, word: int) -> str:
    thing = clause.thing(word)
    return clause.words[thing].lower() if clause.name(thing) is None else clause.words[thing]
