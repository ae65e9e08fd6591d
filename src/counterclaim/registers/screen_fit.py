"""Which words of two names go together, and how much chance has to do with it.

The comparison says how alike two names are; this says how much that is worth: "Ivan Ivanov" and "Ivan Ivanov" are as
alike as can be, and may be any two of ten thousand men.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import Name, Role, Token
from counterclaim.registers.names.alike import alike, alike_word

__all__ = ["Fit", "fit", "patronymic_stem"]

_LEAST = 0.45  # likeness of two words that go together
_RUN_TOGETHER = 0.8  # likeness of words that are left over on both sides, each side in one
_BITS_A_LETTER = 2.5  # of a name: Shannon's estimate for English words, roughly
_BITS_A_CONSONANT = 3.0  # where a script without vowels gives no more
_DROPPED = frozenset({Role.PATRONYMIC, Role.FATHER, Role.INITIAL})
# Registers give patronymics as given names, too. Endings: Russian, Belarusian, Ukrainian; Turkic.
_PATRONYMIC = re.compile(r"(?:[oe]vi(?:ch|tch|c)|ovych|[oe]vna|ivna|inichna|ogly|oglu|ugli|kyzy|qizi)\Z")


@dataclass(frozen=True, slots=True)
class Fit:
    """The words that two names share, as pairs, and those that only one of them has.

    ``missing`` are words that a bearer does not usually leave out: no patronymics, no initials; ``differing`` says that
    such words are left on both sides. ``rarity`` says in bits how rarely words such as the shared ones come together in
    a name: 10 bits are one name in a thousand.
    """

    pairs: tuple[tuple[Token, Token], ...]
    missing: tuple[Token, ...]
    differing: bool
    rarity: float

    @property
    def shared(self) -> str:
        """The shared words as they are asked for, for a note."""
        return " ".join(f"“{one.original}”" for one, _ in self.pairs)

    @property
    def lacking(self) -> str:
        """The missing words, for a note."""
        return " ".join(f"“{token.original}”" for token in self.missing)


def fit(asked: Name, listed: Name, index: ScreeningIndex) -> Fit:
    """What two names share, word by word."""
    ours = [token for token in asked.units if token.role is not Role.INITIAL]
    theirs = [token for token in listed.units if token.role is not Role.INITIAL]
    taken = _paired(ours, theirs, people=asked.person and listed.person)
    left = [one for i, one in enumerate(ours) if i not in taken]
    others = [other for j, other in enumerate(theirs) if j not in taken.values()]
    if left and others and _in_one(left, others):
        left, others = [], []
    pairs = tuple((ours[i], theirs[j]) for i, j in sorted(taken.items()))
    left, others = _lacking(left, listed), _lacking(others, asked)
    return Fit(pairs, (*left, *others), bool(left and others), sum(_bits(*pair, index) for pair in pairs))


def _paired(ours: Sequence[Token], theirs: Sequence[Token], *, people: bool) -> dict[int, int]:
    """Which of our words goes with which of theirs, the likest first."""
    likeness = alike if people else alike_word
    scores = [(-likeness(one, other)[0], i, j) for i, one in enumerate(ours) for j, other in enumerate(theirs)]
    taken: dict[int, int] = {}
    for score, i, j in sorted(scores):
        if -score >= _LEAST and i not in taken and j not in taken.values():
            taken[i] = j
    return taken


def _in_one(left: Sequence[Token], others: Sequence[Token]) -> bool:
    one, other = "".join(token.form for token in left), "".join(token.form for token in others)
    return OSA.normalized_similarity(one, other) >= _RUN_TOGETHER


def _lacking(tokens: Sequence[Token], beside: Name) -> list[Token]:
    """Those of the words that matter and of which the other name does not even have the initial."""
    initials = {token.form for token in beside.units if token.role is Role.INITIAL}
    kept = [token for token in tokens if token.role not in _DROPPED and not _PATRONYMIC.search(token.form)]
    return [token for token in kept if token.form[:1] not in initials]


def patronymic_stem(token: Token) -> str:
    """The father's name in a patronymic, without the ending: "vladimir" of Vladimirovich; empty for other words."""
    found = _PATRONYMIC.search(token.form)
    return token.form[: found.start()] if found else ""


def _bits(one: Token, other: Token, index: ScreeningIndex) -> float:
    """How much it says that two words go together: their rarity, but no more than so few letters can tell."""
    letters = min(len(one.form), len(other.form)) * _BITS_A_LETTER
    if one.bare != other.bare:
        letters = min(len(one.loose), len(other.loose)) * _BITS_A_CONSONANT
    if one.block and one.block == other.block:
        letters = index.rarity(one, other)
    return min(index.rarity(one, other), letters)
