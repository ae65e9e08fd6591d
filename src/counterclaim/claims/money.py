"""Sums of money: amount, bound and currency, from the words of a sentence.

Currencies are ISO 4217 codes. A bare "$" is the US dollar, as news agencies write it; a name that several states share
("pounds", "francs", "won") is read only where usage or a nationality before it settles which is meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.claims.clause import Clause
from counterclaim.claims.quantities import SCALES, VAGUE, bound_after, bound_before, read_figures, value_of
from counterclaim.records import Bound, Quantity, Span

# Signs before the figure, with the letters that news writes before or around them.
_SIGNS = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "s$": "SGD",
    "hk$": "HKD",
    "nt$": "TWD",
    "r$": "BRL",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "chf": "CHF",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "pln": "PLN",
    "cny": "CNY",
    "rmb": "CNY",
    "aed": "AED",
    "sar": "SAR",
    "inr": "INR",
    "rub": "RUB",
    "aud": "AUD",
    "cad": "CAD",
}
# Names after the figure.
_NAMES = {
    "dollar": "USD",
    "euro": "EUR",
    "rouble": "RUB",
    "ruble": "RUB",
    "hryvnia": "UAH",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "shekel": "ILS",
    "zloty": "PLN",
    "złoty": "PLN",
    "forint": "HUF",
    "lira": "TRY",
    "rupee": "INR",
    "rand": "ZAR",
    "naira": "NGN",
    "birr": "ETB",
    "baht": "THB",
    "ringgit": "MYR",
    "tenge": "KZT",
    "lari": "GEL",
    "cedi": "GHS",
    "rupiah": "IDR",
    "sterling": "GBP",
    "pound": "GBP",
    "won": "KRW",
    "dirham": "AED",
}
_QUALIFIED = {
    ("us", "dollar"): "USD",
    ("u.s.", "dollar"): "USD",
    ("american", "dollar"): "USD",
    ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD",
    ("taiwan", "dollar"): "TWD",
    ("singapore", "dollar"): "SGD",
    ("zealand", "dollar"): "NZD",
    ("swiss", "franc"): "CHF",
    ("cfa", "franc"): "XOF",
    ("swedish", "krona"): "SEK",
    ("swedish", "kronor"): "SEK",
    ("norwegian", "krone"): "NOK",
    ("norwegian", "kroner"): "NOK",
    ("danish", "krone"): "DKK",
    ("danish", "kroner"): "DKK",
    ("czech", "koruna"): "CZK",
    ("pakistani", "rupee"): "PKR",
    ("indian", "rupee"): "INR",
    ("sudanese", "pound"): "SDG",
    ("egyptian", "pound"): "EGP",
    ("lebanese", "pound"): "LBP",
    ("syrian", "pound"): "SYP",
    ("saudi", "riyal"): "SAR",
    ("qatari", "riyal"): "QAR",
    ("emirati", "dirham"): "AED",
    ("moroccan", "dirham"): "MAD",
    ("kenyan", "shilling"): "KES",
    ("mexican", "peso"): "MXN",
    ("philippine", "peso"): "PHP",
    ("colombian", "peso"): "COP",
    ("iraqi", "dinar"): "IQD",
    ("libyan", "dinar"): "LYD",
    ("algerian", "dinar"): "DZD",
}
# Letters before a dollar sign that stand apart as a word: "US $", "A $".
_BEFORE_DOLLAR = {
    "us": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "nt": "TWD",
    "r": "BRL",
}
_FLOORS = {"tens": 20.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9, "trillions": 2e12}
_GLUED = re.compile(r"([a-z]{3})(\d[\d.,]*)")
_FIGURE = re.compile(r"\d[\d.,]*")
_LONGEST = 8  # words of a sum
_JOINS = frozenset({"to", "and", "-", "–"})


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money and the words ``[first, end)`` that state it, its bound included."""

    first: int
    end: int
    value: Quantity


def find_sums(clause: Clause) -> list[Sum]:
    """Every sum of money of a sentence, in order."""
    found: list[Sum] = []
    words = [_unglued(word) for word in clause.lower]
    at = 0
    while at < len(words):
        sum_ = _sum_at(clause, words, at)
        if sum_ is None:
            at += 1
        else:
            found.append(sum_)
            at = sum_.end
    return found


def _unglued(word: str) -> str:
    """A word without the currency's code that is written together with it: "USD640"."""
    glued = _GLUED.fullmatch(word)
    return word if glued is None or glued[1] not in _SIGNS else glued[2]


def _sum_at(clause: Clause, words: Sequence[str], at: int) -> Sum | None:
    """The sum whose first word, bound apart, is the one at ``at``."""
    if words[at] != clause.lower[at]:  # "USD640 million"
        end = _figure_end(words, at)
        return _made(clause, words, at, at, end, end, _SIGNS[clause.lower[at][:3]])
    currency, start = _sign(clause, at)
    if currency is not None:
        end = _figure_end(words, start)
        return None if end == start else _made(clause, words, at, start, end, end, currency)
    if words[at] not in _FLOORS and value_of([words[at]]) is None and not _opens(words, at):
        return None
    end = _figure_end(words, at)
    named = _named(words, end)
    return None if named is None or end == at else _made(clause, words, at, at, end, named[1], named[0])


def _sign(clause: Clause, at: int) -> tuple[str | None, int]:
    """The currency whose sign stands at a word, and the word after it."""
    words, spans = clause.lower, clause.spans
    if words[at] in _BEFORE_DOLLAR and at + 1 < len(words) and words[at + 1] == "$":
        if spans[at].end == spans[at + 1].start:
            return _BEFORE_DOLLAR[words[at]], at + 2
    currency = _SIGNS.get(words[at])
    if currency is not None and at + 1 < len(words) and words[at + 1] == "$":
        return currency, at + 2
    return currency, at + 1


def _figure_end(words: Sequence[str], start: int) -> int:
    end = start
    while end < len(words) and end - start < _LONGEST:
        word = words[end]
        if word in _FLOORS or value_of([word]) is not None or _of_floors(words, start, end):
            end += 1
        elif end == start and _opens(words, end):
            end += 2 if word == "half" else 1
        elif end > start and list(words[end : end + 3]) == ["and", "a", "half"]:
            end += 3
        elif end > start and word in _JOINS and end + 1 < len(words) and _continues(words, end + 1):
            end += 2 if words[end + 1] in _SIGNS else 1
        else:
            break
    return end


def _opens(words: Sequence[str], at: int) -> bool:
    """Whether a figure opens with this word, though it is none by itself: "several million", "half a million"."""
    after = list(words[at + 1 : at + 3])
    if words[at] in VAGUE and words[at] != "some":  # "some million" is about one
        return bool(after) and after[0] in SCALES
    return words[at] == "half" and len(after) == 2 and after[0] == "a" and after[1] in SCALES


def _of_floors(words: Sequence[str], start: int, at: int) -> bool:
    """Whether the "of" of "tens of millions" stands here."""
    inside = start < at < len(words) - 1 and words[at] == "of"
    return inside and words[at - 1] in _FLOORS and words[at + 1] in _FLOORS


def _continues(words: Sequence[str], at: int) -> bool:
    """Whether the other end of a range stands here, with or without its sign."""
    if words[at] in _SIGNS:
        at += 1
    return at < len(words) and bool(_FIGURE.fullmatch(words[at]))


def _named(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """The currency named after a figure ("40 million US dollars"), and the end of its name."""
    if at < len(words) and words[at] in {"of", "in"}:
        at += 1
    if at >= len(words):
        return None
    if words[at] == "new":  # Zealand
        at += 1
    if at + 1 < len(words):
        if _single(words[at]) == "pound" and words[at + 1] == "of":
            return None  # a weight
        qualified = _QUALIFIED.get((words[at], _single(words[at + 1])))
        if qualified is not None:
            return qualified, at + 2
    name = (_NAMES.get(_single(words[at])) or _SIGNS.get(words[at])) if at < len(words) else None
    return None if name is None else (name, at + 1)


def _single(word: str) -> str:
    return word if word in _NAMES or not word.endswith("s") else word[:-1]


def _made(
    clause: Clause, words: Sequence[str], first: int, start: int, stop: int, end: int, currency: str
) -> Sum | None:
    """The sum whose figure is ``words[start:stop]``, with the bound stated before it."""
    figure = [w for w in words[start:stop] if w not in _SIGNS]
    between = first > 0 and words[first - 1] == "between"
    if figure and figure[0] in _FLOORS:
        low = high = _FLOORS[figure[0]]
        for word in figure[1:]:
            low = high = low * SCALES.get(word.removesuffix("s"), 1)
        bound = Bound.MIN
    else:
        read = read_figures(["between", *figure] if between else figure)
        if read is None:
            return None
        low, high, bound, _ = read
    stated, before = (Bound.EXACT, 1) if between else bound_before(words[max(0, first - 4) : first])
    bound = stated if bound is Bound.EXACT else bound
    weaker, after = bound_after(words[end : end + 2])
    if bound is Bound.EXACT and weaker is not None:
        bound, end = weaker, end + after
    span = Span(clause.spans[first - before].start, clause.spans[end - 1].end)
    low_side, high_side = (None if bound is Bound.MAX else low), (None if bound is Bound.MIN else high)
    return Sum(first - before, end, Quantity(low_side, high_side, bound, currency, span.of(clause.text), span))
