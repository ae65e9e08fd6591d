"""How alike two words are by their letters: slips of the pen.

Method: optimal string alignment (Damerau 1964) within a budget that grows with the longer word, so that one letter
makes a short word another word; a wrong vowel weighs less than a consonant, a wrong first letter more.
"""

from rapidfuzz.distance import OSA

_SLOPE = 1.7  # what a wrong letter takes, by the share of the word's letters
_FIRST = 0.15  # what it takes besides where it is the first
_VOWEL = 0.7  # of a wrong letter: a wrong vowel
_BUDGET = ((12, 3), (6, 2), (4, 1))  # letters of the longer word, wrong letters allowed
_VOWELS = frozenset("aeiouy")
_MOST_NEAR = 0.75  # however long the word: one wrong letter in a family name may be another family


def near(one: str, other: str) -> float:
    """How alike two strings are by their letters alone: 0 where more are wrong than the longer's length allows."""
    longer = max(len(one), len(other))
    budget = next((wrong for letters, wrong in _BUDGET if longer >= letters), 0)
    if not budget or abs(len(one) - len(other)) > budget or any(map(str.isdigit, one + other)):
        return 0.0
    wrong = OSA.distance(one, other, score_cutoff=budget)
    first = one[0] != other[0] and not (one[0] in _VOWELS and other[0] in _VOWELS)
    if wrong > budget or (first and wrong > 1):
        return 0.0
    cost = 1.2 if wrong > 1 and _exchanged(one, other) else float(wrong)
    if wrong == 1 and len(one) == len(other):
        cost = next((_VOWEL for a, b in zip(one, other) if a != b and a in _VOWELS and b in _VOWELS), cost)
    return min(_MOST_NEAR, max(0.0, 1 - _SLOPE * cost / longer - (_FIRST if first else 0)))


def _exchanged(one: str, other: str) -> bool:
    """Whether two letters have changed places ("Mojaher", "Mohajer")."""
    return len(one) == len(other) and one[0] == other[0] and sorted(one) == sorted(other)
