"""How near two remarks are in meaning, from their words alone: shared content words, names, figures and letters.

A cosine over terms weighted by how rare they are among the remarks of the ledger (Salton and Buckley 1988). Terms are
stems; verbs and nouns of the lexicon that tell of one frame and stage are one term beside their own ("sold", "buy").
Words that differ in spelling still meet in their groups of four letters, at a quarter of the weight.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from counterclaim.alignment.words import WORD, base
from counterclaim.lexicon.tables import lexicon
from counterclaim.lexicon.times import time_words

LETTERS, SENSE = 0.25, 0.5  # what a group of letters and a shared sense weigh beside a word
_LONGEST = 1500  # characters of a remark that are looked at
_STOP = frozenset(
    (
        "a an the and or but nor so yet if as at by for from in into of off on onto out over to up with without "
        "within about after against before between during through under until upon than that this these those "
        "there here it its they them their he him his she her we us our you your i me my who whom whose which "
        "what when where why how be am is are was were been being have has had having do does did done doing "
        "will would shall should can could may might must not no also just very too more most some any all both "
        "each other another such only own same said say told tell saying according while because although though "
        "however since still already now then even much many first last year day week month time new s t"
    ).split()
)
_ENDINGS = tuple(
    "ization isation ational ation ition ments ment ings ing ity ies ion ied ive ers ed er ly al es e s y".split()
)

Terms = Mapping[str, float]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending, cut so that four letters stay."""
    low = base(word)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low[: -len(ending)]
    return low


@lru_cache(maxsize=50_000)
def _senses(word: str) -> tuple[str, ...]:
    """Frames and stages that a word tells of, in the lexicon; a word of many tells nothing."""
    triggers = lexicon().triggers
    found = {f"{t.frame}/{t.stage}" for pos in ("verb", "noun") for t in triggers.get((word, pos), ())}
    return tuple(sorted(found)) if len(found) == 1 else ()


def content_words(text: str) -> list[str]:
    """The words of a remark that carry meaning, in lower case, number words in figures."""
    numbers = time_words().numbers
    words = (match.group().lower() for match in WORD.finditer(text[:_LONGEST]))
    return [str(numbers.get(w, w)) for w in words if w not in _STOP]


def terms(text: str) -> Counter[str]:
    """The terms of a remark: stems, senses ("=frame/stage") and groups of letters ("~")."""
    found: Counter[str] = Counter()
    for word in content_words(text):
        short = stem(word)
        found[short] += 1
        found.update("=" + sense for sense in _senses(word))
        padded = f" {short} "
        found.update("~" + padded[at : at + 4] for at in range(max(1, len(padded) - 3)))
    return found


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark as weighted terms of length one, and its most telling words, the rarest first."""

    weights: Terms
    telling: tuple[str, ...]
    words: int


class Weights:
    """How much each term tells, learned from all remarks of a ledger."""

    def __init__(self, remarks: Iterable[Counter[str]]) -> None:
        self._in: Counter[str] = Counter()
        self._count = 0
        for remark in remarks:
            self._in.update(remark.keys())
            self._count += 1

    def of(self, term: str) -> float:
        """The weight of a term, never nothing: a small ledger knows little of what is rare."""
        share = LETTERS if term.startswith("~") else SENSE if term.startswith("=") else 1.0
        return share * (1.0 + log((self._count + 20) / (self._in[term] + 1)))

    def remark(self, found: Counter[str], keep: int = 8) -> Remark:
        """A remark with weights of length one."""
        weights = {term: (1.0 + log(count)) * self.of(term) for term, count in found.items()}
        length = sqrt(sum(w * w for w in weights.values())) or 1.0
        plain = [t for t in weights if t[0] not in "~="]
        telling = sorted(plain, key=lambda t: (-weights[t], t))[:keep]
        return Remark({t: w / length for t, w in weights.items()}, tuple(telling), len(plain))


def similarity(one: Remark, other: Remark) -> float:
    """The cosine of two remarks: 0 for nothing shared, 1 for the same words."""
    small, large = sorted((one.weights, other.weights), key=len)
    return sum(weight * large[term] for term, weight in small.items() if term in large)


def contained(one: Remark, other: Remark) -> float:
    """How much of the shorter remark's telling words, by weight, the longer one has."""
    small, large = sorted((one.weights, other.weights), key=len)
    own = {t: w for t, w in small.items() if t[0] not in "~="}
    whole = sum(own.values())
    return sum(w for t, w in own.items() if t in large) / whole if whole else 0.0


def shared_words(one: Remark, other: Remark) -> int:
    """How many content words both remarks have."""
    return sum(term[0] not in "~=" for term in one.weights.keys() & other.weights.keys())
