"""How a name is spelled, and whether two spellings are one word in different hands.

Method: letters of any script are romanised (anyascii) and case folded. Two words are one when the table of given names
says so, or when they sound alike by a reduction of the romanisation tables' known choices (q, gh or k, ou or u, ee or
i, kh or x, a doubled letter or one, a silent h) and are close in letters too (optimal string alignment, Damerau 1964).
"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from counterclaim.lexicon.name_forms import name_forms

LONGEST = 200  # characters; a longer "name" is none, and is compared by its letters only
_SHORT = 4  # letters; shorter words are one only when spelled alike
_LEAST_ALIKE = 0.6
_TYPO = 7  # letters; a wrong letter in a shorter word makes another word
_OPEN_END = 3  # letters before an ending that may be "a", "e", "ah" or "eh"
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SAME_SOUND = {
    "ph": "f",
    "ck": "k",
    "q": "k",
    "dzh": "j",
    "dj": "j",
    "tch": "ch",
    "sch": "sh",
    "gh": "k",
    "w": "v",
}
_HARD_C = re.compile(r"c(?![eihy])")
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")
_CLASSES = str.maketrans("eyo", "iiu")
_GLIDES = {"aiai": "ai", "iai": "ia", "aia": "ai"}


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> tuple[str, ...]:
    """The words of a name, romanised and case folded, without marks; hyphens part words, apostrophes do not."""
    bare = _POSSESSIVE.sub("", text.strip()[:LONGEST])
    plain = (bare if bare.isascii() else anyascii(bare)).casefold()
    plain = plain.replace("'", "").replace("`", "").replace(".", "" if _is_initials(plain) else " ")
    return tuple(word for word in _NOT_WORD.split(plain) if word)


def _is_initials(text: str) -> bool:
    """Whether full stops stand between single letters ("u.n.")."""
    return all(len(part) <= 1 for part in text.split("."))


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """A key that different romanisations of one word share; the word itself where it is short or has figures."""
    if len(word) < _SHORT or not word.isalpha():
        return word
    key = _HARD_C.sub("k", word)
    for written, heard in _SAME_SOUND.items():
        key = key.replace(written, heard)
    key = _VOWELS.sub(_vowel, key)
    key = _DOUBLE.sub(r"\1", key)
    if key.endswith("h") and not key.endswith(("kh", "sh", "ch", "th")):
        key = key[:-1]
    return key[:-1] + "a" if len(key) > _OPEN_END and key[-1] == "i" and word.endswith(("e", "eh")) else key


def _vowel(run: re.Match[str]) -> str:
    heard = _DOUBLE.sub(r"\1", run[0].translate(_CLASSES))
    return _GLIDES.get(heard, heard)


def main_spelling(word: str) -> str:
    """The key under which spellings of one given name are found together."""
    main = name_forms().spellings.get(word)
    return word if main is None else main


def word_key(word: str) -> str:
    """The blocking key of a word of a person's name: words that :func:`alike` takes for one have the same."""
    return sound(main_spelling(word))


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str) -> bool:
    """Whether two words of persons' names are spellings of one name."""
    if one == other:
        return True
    forms = name_forms()
    mains = main_spelling(one), main_spelling(other)
    if frozenset((one, other)) in forms.apart or frozenset(mains) in forms.apart:
        return False
    if mains[0] == mains[1]:
        return True
    if one in forms.spellings and other in forms.spellings:
        return False  # the table knows both, as two names
    return sounds_alike(one, other)


def sounds_alike(one: str, other: str) -> bool:
    """Whether two words are romanisations of one by their letters alone."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORT or sound(one) != sound(other):
        return False
    if {one[-1], other[-1]} == {"a", "e"}:
        return False  # "Daniela" and "Daniele" are two people; with a silent h it is a matter of spelling
    return OSA.normalized_similarity(one, other) >= _LEAST_ALIKE


def is_typo(one: str, other: str) -> bool:
    """Whether one long word is the other with one letter wrong, missing, doubled or swapped, not the first."""
    shorter = min(len(one), len(other))
    if shorter < _TYPO or one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return False
    if one in (other + "s", other + "n") or other in (one + "s", one + "n"):
        return False  # a plural or an adjective is another word
    return OSA.distance(one, other, score_cutoff=1) <= 1
