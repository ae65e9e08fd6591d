"""Terms to sparse vectors: rare words weigh more, and a dot product of two is how alike they are."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from operator import mul

from counterclaim.lexicon.tables import lexicon
from counterclaim.stories.terms import Terms
from counterclaim.stories.words import background, words

# The share of likeness that each field can give: words, names, headline and lead.
_SHARES = (3.0, 1.0, 2.0)
_FIELD_TERMS = 100  # the heaviest of each field are kept
_SUM_TERMS = 400  # and so many of a story
_UNLISTED = 2  # of the table's texts have a word that it does not list: fewer than five
# A term in as many documents as one story has, or for as long as one is told, is no common term: only what is beyond
# counts against it. And a share of few says little: it is taken as if there were so many more without the term.
_DOCUMENTS, _DOUBTED_DOCUMENTS = 10, 100
_FORTNIGHTS, _DOUBTED_FORTNIGHTS = 3, 30
_PERIOD = 14  # days
_PERIODS = 64  # that are told apart: those that lie 64 fortnights, some 30 months, apart count as one
_STATE = 0.03  # at least so many texts name any one state: that two reports do says little about a happening


class Rarity:
    """How rare terms are: in ordinary English or among the documents seen, whichever has them more often.

    A rarity is -ln of the share of texts that have the term (inverse document frequency, Spärck Jones 1972), or of the
    fortnights in which it was told: what belongs to one happening comes in a burst (Kleinberg 2002). Words that are
    rare in English but stand in every report of a collection on one war weigh little there.
    """

    def __init__(self) -> None:
        self._documents = 0
        self._seen: Counter[str] = Counter()  # term -> documents
        self._fortnights = 0  # a bit for each that was seen
        self._told: dict[str, int] = {}  # term -> the bits of those in which it was told

    def learn(self, terms: Terms, day: int | None = None) -> None:
        """Count one more document; ``day`` is the number of the day on which it was published."""
        bit = 0 if day is None else 1 << (day // _PERIOD % _PERIODS)
        self._documents += 1
        self._fortnights |= bit
        for term in (*terms.words, *terms.names):
            self._seen[term] += 1
            self._told[term] = self._told.get(term, 0) | bit

    def of(self, term: str) -> float:
        """The rarity of a term with its field's prefix, 0 or more. Words of the headline are as rare as words."""
        counted = "w:" + term[2:] if term.startswith("h:") else term
        told = self._told.get(counted, 0).bit_count()
        here = max(0, self._seen[counted] - _DOCUMENTS) / (self._documents + _DOUBTED_DOCUMENTS)
        often = max(0, told - _FORTNIGHTS) / (self._fortnights.bit_count() + _DOUBTED_FORTNIGHTS)
        return -math.log(max(here, often, _in_english(term[2:])))


@lru_cache(maxsize=100_000)
def _in_english(name: str) -> float:
    """The share of texts that have the rarest word of a name, in the news for the name of a state."""
    texts, counts = background()
    least = min((counts.get(word, _UNLISTED) for word in words(name)), default=_UNLISTED)
    return max((least + 0.5) / (texts + 1), _STATE if name in _state_names() else 0.0)


@cache
def _state_names() -> frozenset[str]:
    """Names and adjectives of states as terms have them."""
    states = lexicon().states
    return frozenset({" ".join(words(name)) for name in states} | {s.name.casefold() for s in states.values()})


@dataclass(frozen=True, slots=True)
class Vector:
    """A sparse vector: term numbers and their weights, the heaviest first."""

    terms: "array[int]"
    weights: "array[float]"

    @classmethod
    def of(cls, weights: Mapping[int, float], most: int) -> "Vector":
        """The ``most`` heaviest terms; of two alike, the one numbered first."""
        kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
        return cls(array("I", [t for t, _ in kept]), array("f", [w for _, w in kept]))

    def table(self) -> dict[int, float]:
        """The weights by term."""
        return dict(zip(self.terms, self.weights, strict=True))

    def dot(self, table: Mapping[int, float]) -> float:
        """The dot product with a vector given by its table."""
        return float(sum(map(mul, self.weights, map(table.get, self.terms, repeat(0.0)))))

    def plus(self, other: "Vector") -> "Vector":
        """The sum of two vectors, bounded to its heaviest terms."""
        table = self.table()
        for term, weight in zip(other.terms, other.weights, strict=True):
            table[term] = table.get(term, 0.0) + weight
        return Vector.of(table, _SUM_TERMS)


class Vocabulary:
    """Numbers for terms, in order of their first appearance."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._terms: list[str] = []

    def number(self, term: str) -> int:
        """The number of a term."""
        number = self._numbers.setdefault(term, len(self._terms))
        if number == len(self._terms):
            self._terms.append(term)
        return number

    def term(self, number: int) -> str:
        """The term of a number."""
        return self._terms[number]


def vector(terms: Terms, rarity: Rarity, vocabulary: Vocabulary) -> Vector:
    """The vector of a document, of length 1 or, where it has no terms, of length 0.

    Each field has length 1 by itself (weight 1 + ln times × rarity, Salton and Buckley 1988) and then its share; the
    share of an empty field goes to the others.
    """
    fields = [_unit({t: (1 + math.log(n)) * rarity.of(t) for t, n in f.items()}) for f in terms.fields()]
    whole = sum(share for share, field in zip(_SHARES, fields, strict=True) if field)
    table: dict[int, float] = {}
    for share, field in zip(_SHARES, fields, strict=True):
        for term, weight in field:
            table[vocabulary.number(term)] = weight * math.sqrt(share / whole)
    return Vector.of(table, len(table))


def _unit(weights: Mapping[str, float]) -> list[tuple[str, float]]:
    kept = sorted(((t, w) for t, w in weights.items() if w > 0), key=lambda item: (-item[1], item[0]))[:_FIELD_TERMS]
    length = math.sqrt(_squares(w for _, w in kept))
    return [(t, w / length) for t, w in kept]


def _squares(weights: Iterable[float]) -> float:
    return math.fsum(w * w for w in weights)
