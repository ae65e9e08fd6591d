"""Run-together words ("Petrovstressed", "Petrovas well"): where a lost space is, and on what evidence.

A name is cut from what follows it only where the name stands alone elsewhere in the same document and the rest is a
word that is glued on by accident alone: a function word or one of the commonest verbs of saying. The shorter the rest,
the more names end in it by nature ("Martin", "Thomas"), and the more evidence is asked for.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from counterclaim.lexicon.tables import lexicon

NOTHING: Mapping[str, int] = MappingProxyType({})

# Three letters at least, and none that words are made with ("Some-where"): a report may hold both "Iraq" and "Iraqis",
# "Direct" and "Director".
_TAILS = tuple(
    (
        "accused added also and announced asserted but claimed confirmed declared denied explained for from had has "
        "have insisted pointed reported said says stated stressed that the told was were when which who "
        "according acknowledged admitted after against although argued because before between could during "
        "noted replied saying should since their they this those until vowed warned what where while whom whose with "
        "would"
    ).split()
)
# Tails in which no word of English ends but those below: these need no other sighting of a name before them.
_SURE_TAILS = ("according", "against", "although", "because", "could", "should", "where", "whom", "whose", "would")
_ENDS_SO = frozenset("anywhere elsewhere everywhere nowhere somewhere otherwhere".split())
# Short tails and what must follow them: names end in these letters too.
_DETERMINER = r"(?:the|a|an|its|his|her|their|this|that|these|those|which|whom|all|several|some|any|\d)\b"
_SHORT_TAILS = {
    "as": re.compile(rf"\s(?:well|part|it|they|he|she|soon|long|far|many|much|{_DETERMINER})"),
    "in": re.compile(rf"\s(?:order|response|return|recent|early|late|{_DETERMINER}|(?:[A-Z][a-z]+\s)?\d{{4}}\b)"),
    "of": re.compile(rf"\s{_DETERMINER}"),
    "by": re.compile(rf"\s{_DETERMINER}"),
    "to": re.compile(rf"\s(?:be|have|do|{_DETERMINER})"),
    "he": re.compile(r"\s(?:said|says|told|added|was|is|had|has|would|will|did|also|repeatedly)\b"),
}
_SHORTEST_BEFORE = {3: 4, 2: 5}  # letters of the first word, by those of the tail
# A sentence that begins inside a word: "embargoThe".
_CAPITAL_TAILS = ("According", "But", "However", "Meanwhile", "She", "That", "The", "They", "This")
_LAST_TWO = frozenset(tail[-2:] for tail in (*_TAILS, *_SURE_TAILS, *_SHORT_TAILS, *_CAPITAL_TAILS))
SHORTEST_JOINED = 7  # letters


def joined_at(text: str, start: int, end: int, known: Mapping[str, int]) -> int | None:
    """Where the word ``text[start:end]`` is two words, or None. ``known`` counts the document's words."""
    if text[end - 2 : end] not in _LAST_TWO:
        return None
    word = text[start:end]
    tail = _tail(text, end, word, known)
    return end - len(tail) if tail else None


def _tail(text: str, end: int, word: str, known: Mapping[str, int]) -> str | None:
    """The word glued to the end of a word."""
    named = word[0].isupper()
    for tail in _TAILS if named else _SURE_TAILS:
        if word.endswith(tail) and len(word) - len(tail) >= _SHORTEST_BEFORE[3] and word.lower() not in _ENDS_SO:
            head = word[: -len(tail)]
            if known.get(head) or (named and tail in _SURE_TAILS and head[1:].islower()):
                return tail
    if known.get(word, 0) > 1:
        return None
    for tail in _CAPITAL_TAILS:
        if word.endswith(tail) and known.get(word[: -len(tail)]):
            return tail
    tail = word[-2:]
    head = word[:-2]
    if named and tail in _SHORT_TAILS and len(head) >= _SHORTEST_BEFORE[2] and known.get(head):
        follows = _SHORT_TAILS[tail].match(text, end)
        return tail if follows and word not in _names() else None
    return None


@cache
def _names() -> frozenset[str]:
    """What states and their people are called: never two words."""
    return frozenset(lexicon().states)
