"""Words of a phrase in their base form, enough to compare phrases; no I/O."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)\Z")
_DETERMINERS = frozenset(
    (
        "the a an its their his her our my your these those this that some any no more than at least most over about "
        "around nearly almost up to several many few dozens hundreds thousands of other another such further new same "
        "also as only all both each every enough less fewer"
    ).split()
)
_NUMBERS = frozenset(
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion"
    ).split()
)
_LONGEST = 400  # characters of a phrase that are looked at


@lru_cache(maxsize=50_000)
def base(word: str) -> str:
    """A word in lower case, without possessive and plural."""
    low = _POSSESSIVE.sub("", word.lower())
    if len(low) < 4 or low.endswith(("ss", "us", "is")):
        return low
    if low.endswith("men") and len(low) > 4:
        return low[:-2] + "an"
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes", "zes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") else low


def bases(text: str) -> list[str]:
    """The words of ``text`` in their base form, in order."""
    return [base(word) for word in WORD.findall(text[:_LONGEST])]


def is_figure(word: str) -> bool:
    """Whether a word only counts: "1,350", "nine"."""
    return word[:1].isdigit() or word.lower() in _NUMBERS


def without_lead(text: str) -> str:
    """A phrase without the articles, possessives and figures that it begins with; empty if there is nothing else."""
    found = list(WORD.finditer(text[:_LONGEST]))
    for at, match in enumerate(found):
        word = match.group()
        following = found[at + 1].group() if at + 1 < len(found) else ""
        names = word[:1].isdigit() and not word.replace(",", "").replace(".", "").isdigit()
        if names or not (word.lower() in _DETERMINERS or is_figure(word)) or (is_figure(word) and following == "-"):
            return text[match.start() : _LONGEST].strip()
    return ""
