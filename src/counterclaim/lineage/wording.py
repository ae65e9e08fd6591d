"""How alike two people's accounts of somebody's words are: word for word, and in sense where the wording differs.

Two outlets that translate one interview share its rarer words in other sentences: stems are compared, not sentences.
"""

import re
from collections.abc import Sequence

from counterclaim.lineage.overlap import placed, runs
from counterclaim.lineage.shingles import SIZE, Shingles

_STEM = 6  # letters; longer words are cut to them, so that "export" meets "exporters" (truncation, Frakes 1992)
_CONTENT = re.compile(r"[^\W\d_]{5,}|\d{2,}")
_COMMON = frozenset(
    (
        "about above after again among being below between could doing during every first might never other shall "
        "should since still their there these thing things those three through under until where which while whose "
        "without would"
    ).split()
)
_SHARED, _PART = 5, 0.4  # stems that two statements of one content share, and their part of the one with fewer


def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut to their first letters, and its figures."""
    return frozenset(w[:_STEM] for w in _CONTENT.findall(text.casefold()) if w not in _COMMON)


def content_matches(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> int:
    """How many statements of one account say what a statement of the other says, each counted once; the best first."""
    scored = []
    for a, first in enumerate(one):
        for b, second in enumerate(other):
            shared = len(first & second)
            if shared >= _SHARED and shared >= _PART * min(len(first), len(second)):
                scored.append((-shared, a, b))
    used_one: set[int] = set()
    used_other: set[int] = set()
    for _, a, b in sorted(scored):
        if a not in used_one and b not in used_other:
            used_one.add(a)
            used_other.add(b)
    return len(used_one)


def common_words(one: Shingles, other: Shingles) -> int:
    """The words of the longest run that two accounts have in common; runs of names and titles do not count."""
    _, shared = placed(one.sequence, other.distinct)
    lengths = [end - start for start, end in runs(shared) if one.names[start:end].mean() <= 0.5]
    return max(lengths) + SIZE - 1 if lengths else 0
