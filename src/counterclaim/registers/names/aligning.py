"""Pairing the words of two names, each with the one that it is most alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from counterclaim.registers.names.alike import Alike, Likeness
from counterclaim.registers.names.keys import consonants
from counterclaim.registers.names.values import Role, Token

_Candidate = tuple[float, int, int, int, int, Likeness]
_SURE = 0.8  # pairs as good as this come before words written together, others behind
_GLUED, _ACRONYM = 0.97, 0.8
_LEAST_ACRONYM = 3  # letters of an acronym, and consonants of a word without vowels
_LEAST_TOGETHER = 0.7  # similarity of letters
_LEAST_GLUED = 5  # letters of a word that may be two of the other name in one


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that were held to be one: their places in the two names, how alike they are and why.

    A word that was written as two has both in ``others`` of the side on which they are two.
    """

    ones: tuple[int, ...]
    others: tuple[int, ...]
    score: float
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs, in the order of the first name, and the places of the words that are left over on each side."""

    pairs: tuple[Pair, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]


def align(one: Sequence[Token], other: Sequence[Token], alike: Callable[[Token, Token], Alike]) -> Alignment:
    """Pair the words greedily, the most alike first; among equals those in like places. Symmetric."""
    found: list[_Candidate] = []
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            score, why = alike(a, b)
            if score:
                found.append((-score, abs(i - j), i + j, i, j, why))
    found.sort()
    pairs: list[Pair] = []
    left, right = set(range(len(one))), set(range(len(other)))
    sure = next((n for n, (negative, *_) in enumerate(found) if negative > -_SURE), len(found))
    _take(found[:sure], left, right, pairs)
    if left and right and len(left) + len(right) > 2:
        pairs += _runs(one, other, left, right, turned=False)
        pairs += _runs(other, one, right, left, turned=True)
    _take(found[sure:], left, right, pairs)
    pairs.sort(key=lambda p: p.ones)
    return Alignment(tuple(pairs), tuple(sorted(left)), tuple(sorted(right)))


def _take(found: Sequence[_Candidate], left: set[int], right: set[int], pairs: list[Pair]) -> None:
    for negative, _, _, i, j, why in found:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append(Pair((i,), (j,), -negative, why))


def _runs(one: Sequence[Token], other: Sequence[Token], left: set[int], right: set[int], *, turned: bool) -> list[Pair]:
    """Words of ``one`` that are neighbours of ``other`` written together, or their initials; takes them out of both."""
    pairs = []
    for i in sorted(left):
        starts = [place for place in sorted(right) if place + 1 in right]
        if not starts:
            break
        run = _written_together(one[i], other, right, starts)
        score, why = _GLUED, Likeness.GLUED
        if not run:
            run, score, why = _spelled_out(one[i], other, right, starts), _ACRONYM, Likeness.ACRONYM
        if run:
            left.discard(i)
            right.difference_update(run)
            pairs.append(Pair(run, (i,), score, why) if turned else Pair((i,), run, score, why))
    return pairs


def _written_together(word: Token, other: Sequence[Token], free: set[int], starts: Sequence[int]) -> tuple[int, ...]:
    """The places of neighbouring free words that make up ``word`` when written together; none where there are none."""
    if len(word.form) < _LEAST_GLUED or word.role is Role.NUMBER:
        return ()
    initial = word.key[:1]
    for start in starts:
        bare = word.bare or other[start].bare
        if not bare and other[start].key[:1] != initial:
            continue
        joined, consonant, places = "", "", []
        for place in range(start, len(other)):
            if place not in free or len(joined) > 2 * len(word.form):
                break
            joined += other[place].form
            consonant += other[place].loose.lstrip("a") if consonant else other[place].loose
            places.append(place)
            if len(places) > 1 and (_same_consonants(consonant, word) if bare else same_together(joined, word.form)):
                return tuple(places)
    return ()


def _spelled_out(word: Token, other: Sequence[Token], free: set[int], starts: Sequence[int]) -> tuple[int, ...]:
    """The places of neighbouring free words of which ``word`` is the initials; none where there are none."""
    length = len(word.form)
    if not _LEAST_ACRONYM <= length <= len(free) or word.role is not Role.WORD or not word.original.isupper():
        return ()
    for start in starts:
        run = tuple(range(start, start + length))
        if free.issuperset(run) and all(other[p].form[0] == letter for p, letter in zip(run, word.form, strict=True)):
            return run
    return ()


def _same_consonants(consonant: str, word: Token) -> bool:
    """Whether words of which one is in a script without vowels agree in three consonants or more."""
    return len(consonant) >= _LEAST_ACRONYM and consonant == word.loose


def same_together(one: str, other: str) -> bool:
    """Whether two words, of which one was written as several, are one by their letters or consonants."""
    if one == other:
        return True
    return (
        abs(len(one) - len(other)) <= 1
        and consonants(one) == consonants(other)
        and OSA.normalized_similarity(one, other) >= _LEAST_TOGETHER
    )
