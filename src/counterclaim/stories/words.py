"""Words as stories compare them, and how rare each is in ordinary English."""

import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]{2,40}")
_TABLE = "word_counts.txt"


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order, without plural endings; single letters and signs are left out."""
    return [stem(word) for word in _WORD.findall(text.lower())]


def stem(word: str) -> str:
    """A lower-case word without its plural ending, by the three rules of Harman's S stemmer (Harman 1991)."""
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word if word[-4] in "ae" else word[:-3] + "y"
    if word.endswith("es"):
        return word if word[-3] in "aeo" else word[:-1]
    return word if word[-2] in "us" else word[:-1]


@cache
def background() -> tuple[int, dict[str, int]]:
    """(number of texts, in how many of them each stem stands): ordinary English, as the shipped table counts it."""
    lines = (files("counterclaim.stories") / _TABLE).read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return int(rows[0][1]), {word: int(count) for word, count in rows[1:]}
