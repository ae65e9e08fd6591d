"""Words to the names that hold them: an inverted index in flat arrays, and how well a question fits each name there."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from math import hypot
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.registers.index_terms import acronyms, glued, passed_over, split, words
from counterclaim.registers.index_vocabulary import Sorted, Vocabulary, Word, text_hash
from counterclaim.registers.names import Name

__all__ = ["Postings"]

_CROWD = 20_000  # names under the rarer words of a question; beyond, common words only rank what is found already
_ACRONYM = 0.9  # how well a name fits its acronym
_RUN_TOGETHER = 0.9  # closeness of words that are run together on one side


class _Wanted(NamedTuple):
    """One thing that a question looks for: the words that could be meant, and what each would add."""

    likes: tuple[tuple[int, float], ...]
    weight: float
    crowd: int


class Postings:
    """An inverted index over names, numbered in the order in which they come."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take in the names; each is needed once and is not kept. ``bare`` are those without a word of their own."""
        self.bare: list[int] = []
        self._vocabulary = Vocabulary()
        self._count = 0
        held, holders, shorts, short_of = array("I"), array("I"), array("I"), array("I")
        for number, name in enumerate(names):
            self._count += 1
            found = {self._vocabulary.add(word) for word in words(name)}
            if not found:
                self.bare.append(number)
            for word in passed_over(name):
                self._vocabulary.add(word)
            held.extend(found)
            holders.extend([number] * len(found))
            for short in acronyms(name):
                shorts.append(text_hash(short))
                short_of.append(number)
        self._acronyms = Sorted(shorts, short_of)
        self._sort(np.array(held, dtype=np.uint32), np.array(holders, dtype=np.uint32))
        self._vocabulary.freeze()

    def _sort(self, held: NDArray[np.uint32], holders: NDArray[np.uint32]) -> None:
        self._holders = holders[np.argsort(held, kind="stable")]
        counts = np.bincount(held, minlength=len(self._vocabulary))
        self._starts = np.concatenate(([0], np.cumsum(counts)))
        self._weights = self._rarity(counts)
        squares = np.bincount(holders, weights=self._weights[held] ** 2, minlength=self._count)
        self._lengths = np.sqrt(squares).astype(np.float32)

    def _rarity(self, counts: NDArray[np.int64]) -> NDArray[np.float64]:
        """The weight of each word. A rare spelling of a common name is common."""
        families: dict[str, int] = {}
        for word, count in zip(self._vocabulary.words(), counts.tolist()):
            families[word.main or word.form] = families.get(word.main or word.form, 0) + count
        shared = np.fromiter((families[w.main or w.form] for w in self._vocabulary.words()), np.float64, len(counts))
        rarity: NDArray[np.float64] = np.log1p(self._count / np.maximum(shared, 1.0))
        rarity[shared == 0] = 0.0  # what no name is found by: legal forms, titles
        return rarity

    def holding(self, word: Word) -> int:
        """How many names hold this word or another spelling of its family."""
        return sum(self._crowd(number) for number, closeness in self._vocabulary.like(word) if closeness == 1)

    def likes(self, word: Word) -> int:
        """How many listed words could be this one."""
        return sum(1 for number, _ in self._vocabulary.like(word) if self._crowd(number))

    def parts(self, word: Word) -> tuple[tuple[str, str], ...]:
        """The pairs of known words, legal forms and titles among them, that make up a word when run together."""
        known = self._vocabulary.words()
        return tuple((known[one].form, known[other].form) for one, other in split(word, self._vocabulary))

    def fits(self, name: Name) -> NDArray[np.float32]:
        """How well each name fits this one by its words, 0 to 1: the cosine of their weights."""
        own = words(name)
        length = self._length(own)
        total = np.zeros(self._count, dtype=np.float32)
        if not length:
            return total
        seen, scratch = 0, np.zeros(self._count, dtype=np.float32)
        for wanted in sorted(self._wanted(name, own), key=lambda w: w.crowd):
            self._add(wanted, total, scratch, only_found=seen > _CROWD)
            seen += wanted.crowd
        np.divide(total, self._lengths * np.float32(length), out=total, where=total > 0)
        self._add_acronyms(name, own, total)
        return total

    def _length(self, own: Sequence[Word]) -> float:
        return hypot(*map(self._weight, own))

    def _weight(self, word: Word) -> float:
        """The weight of a word of a question: that of the closest listed one, or the most, where there is none."""
        likes = [like for like in self._vocabulary.like(word) if self._weights[like[0]] > 0]
        if not likes:
            return float(np.log1p(self._count))
        best = max(closeness for _, closeness in likes)
        return min(float(self._weights[number]) for number, closeness in likes if closeness == best)

    def _wanted(self, name: Name, own: Sequence[Word]) -> list[_Wanted]:
        """The words, and what they may be where words are run together here or there.

        What is run together counts for as much of the question as its words do.
        """
        weights = {word.form: self._weight(word) for word in own}
        found = [self._sought(self._vocabulary.like(word), weights[word.form]) for word in own]
        for word in own:
            if self._vocabulary.number(word.form) is None:
                for pair in split(word, self._vocabulary):
                    found += self._apart(pair, weights[word.form])
        for word, parts in glued(name):
            likes = tuple((number, closeness * _RUN_TOGETHER) for number, closeness in self._vocabulary.like(word))
            found.append(self._sought(likes, hypot(*(weights.get(form, 0.0) for form in parts))))
        return [wanted for wanted in found if wanted.likes]

    def _apart(self, pair: tuple[int, int], weight: float) -> Iterator[_Wanted]:
        """Two words that stand for one of this weight."""
        both = hypot(*(float(self._weights[number]) for number in pair)) or 1.0
        for number in pair:
            yield self._sought(((number, _RUN_TOGETHER),), weight * float(self._weights[number]) / both)

    def _sought(self, likes: tuple[tuple[int, float], ...], weight: float) -> _Wanted:
        return _Wanted(likes, weight, sum(self._crowd(number) for number, _ in likes))

    def _crowd(self, number: int) -> int:
        return int(self._starts[number + 1] - self._starts[number])

    def _add(
        self, wanted: _Wanted, total: NDArray[np.float32], scratch: NDArray[np.float32], *, only_found: bool
    ) -> None:
        """Add to each name what the best of the words gives. ``scratch`` holds zeros, and does so again afterwards."""
        gains = sorted((closeness * wanted.weight * float(self._weights[n]), n) for n, closeness in wanted.likes)
        touched = [self._under(number, total, only_found=only_found) for _, number in gains]
        for (gain, _), names in zip(gains, touched):
            scratch[names] = gain  # the greatest last
        for names in touched:
            total[names] += scratch[names]
            scratch[names] = 0

    def _under(self, number: int, total: NDArray[np.float32], *, only_found: bool) -> NDArray[np.uint32]:
        names = self._holders[self._starts[number] : self._starts[number + 1]]
        return names[total[names] > 0] if only_found else names

    def _add_acronyms(self, name: Name, own: Sequence[Word], total: NDArray[np.float32]) -> None:
        """Names that the question's one word is the acronym of, and names that are the question's acronym."""
        if len(own) == 1:
            long = list(self._acronyms.find([text_hash(own[0].form)]))
            total[long] = np.maximum(total[long], _ACRONYM)
        for short in acronyms(name):
            number = self._vocabulary.number(short)
            if number is not None:
                names = self._under(number, total, only_found=False)
                share = np.float32(_ACRONYM) * np.float32(self._weights[number]) / self._lengths[names]
                total[names] = np.maximum(total[names], share)
