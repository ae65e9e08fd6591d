"""Names of bodies, places and other things: the form under which spellings of one name meet."""

from functools import lru_cache

from counterclaim.entities.spelling import LONGEST, folded, is_typo, sound, sounds_alike
from counterclaim.lexicon.name_forms import name_forms

# British and American spellings of words in bodies' names.
_ONE_SPELLING = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "organizations": "organisations",
    "labor": "labour",
    "armored": "armoured",
    "program": "programme",
    "stabilization": "stabilisation",
    "harbor": "harbour",
    "dept": "department",
}
_LEAST_PLACE = 5  # letters; a shorter place name is one with another only when spelled alike
_SMALL = frozenset({"of", "for", "the", "and", "on", "in"})
_SETTLEMENTS = frozenset({"city", "town"})
_ARTICLES = ("the ", "The ", "THE ")


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """The name without the article in front and the possessive behind."""
    for article in _ARTICLES:
        text = text.removeprefix(article)
    for mark in ("'s", "’s", "ʼs", "'", "’"):
        if len(text) > len(mark) + 1 and text.endswith(mark):
            return text.removesuffix(mark)
    return text


@lru_cache(maxsize=1 << 16)
def body_words(text: str) -> tuple[tuple[str, ...], str | None]:
    """The words of a body's name in one spelling, and its legal form where it has one."""
    words = [_ONE_SPELLING.get(w, w) for w in folded(text.replace("&", " and "))]
    if words and words[0] == "the":
        words = words[1:]
    form = None
    forms = name_forms().legal_forms
    while len(words) > 1 and words[-1] in forms:
        form = forms[words.pop()]
    return tuple(words), form


@lru_cache(maxsize=1 << 16)
def place_words(text: str) -> tuple[str, ...]:
    """The words of a place's name; "Orava city" is Orava, "Orava province" is not."""
    words = folded(bare(text))
    lower_end = text.rsplit(" ", 1)[-1].islower()
    return words[:-1] if len(words) > 1 and words[-1] in _SETTLEMENTS and lower_end else words


def plain_key(text: str) -> str:
    """A name as it is written, but for case and white space: for what no rule knows how to compare."""
    return " ".join(text[:LONGEST].split()).casefold() if len(text) <= LONGEST else text.casefold()


def without_small(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell: "Board of Arms" and "Board for Arms" have the same."""
    return tuple(word for word in words if word not in _SMALL)


def name_block(words: tuple[str, ...]) -> str:
    """The key under which romanisations of one name of several words meet."""
    return " ".join(map(sound, words))


def same_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two place names are romanisations of one, word by word."""
    long_enough = max(map(len, one), default=0) >= _LEAST_PLACE
    return long_enough and len(one) == len(other) and all(map(sounds_alike, one, other))


def same_body(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two bodies' names differ in one long word that is misspelled in one of them, or in hyphens and spaces."""
    one, other = without_small(one), without_small(other)
    if "".join(one) == "".join(other):
        return True
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and (is_typo(*pairs[0]) or _romanised(*pairs[0]))


def _romanised(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LEAST_PLACE and sounds_alike(one, other)
