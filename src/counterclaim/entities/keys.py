"""The key of a name by itself: names with one key are one thing wherever they stand, unless evidence speaks against."""

from functools import lru_cache

from counterclaim.entities.bodies import body_words, place_words, plain_key
from counterclaim.entities.known import ARMS, PLACES, known
from counterclaim.entities.persons import person
from counterclaim.entities.spelling import LONGEST, folded
from counterclaim.lexicon.name_forms import name_forms

_NO_NAMES = frozenset({"the", "a", "an", "of", "and", "in", "for", "by"})
PERSON, PLACE, BODY, ARM, MONEY = "PER:", "PLACE:", "ORG:", "ARM:", "MONEY:"
_PREFIX = {"PER": PERSON, "MONEY": MONEY} | dict.fromkeys(PLACES, PLACE) | dict.fromkeys(ARMS, ARM)


@lru_cache(maxsize=1 << 16)
def own_key(text: str, type_: str) -> str | None:
    """The key of a mention by its text and type; None for a title without a name, and for an article."""
    meant = known(text, type_)
    if meant is not None:
        return meant.key
    if text.casefold() in _NO_NAMES:
        return None
    if type_ == "PER":
        return _person_key(text)
    return name_key(text, type_)


def name_key(text: str, type_: str) -> str:
    """The key of a name that the lexicon does not know."""
    if len(text) > LONGEST or type_ == "MONEY":
        return _PREFIX.get(type_, BODY) + plain_key(text)
    if type_ in PLACES:
        return PLACE + (" ".join(place_words(text)) or plain_key(text))
    if type_ in ARMS:
        return ARM + ("".join(folded(text)) or plain_key(text))
    words, form = body_words(text)
    return BODY + (" ".join(words) or plain_key(text)) + (f"|{form}" if form else "")


def _person_key(text: str) -> str | None:
    name = person(text)
    if name is not None:
        return PERSON + name.key
    words = folded(text)
    return None if words and all(w in name_forms().titles for w in words) else PERSON + plain_key(text)
