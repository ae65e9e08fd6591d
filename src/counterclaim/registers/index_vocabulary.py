"""The words of all listed names, findable by spelling: the same form, the same key, or one slip of the keys apart.

Slips are found by deletion neighbourhoods (Mor and Fraenkel 1982; SymSpell is the well-known implementation): two words
that differ by one letter put in, left out, exchanged or swapped share a form once a letter is left out of each.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import numpy as np
from rapidfuzz.distance import OSA

__all__ = ["Sorted", "Vocabulary", "Word", "closeness", "text_hash"]

_SAME_KEY = 0.85  # closeness of two words of one key: a spelling family, or the same sounds
_ONE_SLIP = 0.8  # … of two words one slip apart
_TWO_SLIPS = 0.6  # … of two long words that share a form once a letter is left out of each
_SHORTEST_KEY = 2  # sounds of a key that may stand for a word
_LEAST_LIKENESS = 0.4  # of two words of one key
_SHORTEST = 4  # letters of a word that is looked for with slips: "Ali" is not "Adi"
_LONG = 7  # letters of a word that may hide two slips
_REMEMBERED = 1 << 15  # words whose likes are kept
_LONGEST = 32  # letters; what is longer is found by its form and key only
_KEY_MARK = "\x00"  # keeps the hash of a key apart from that of a form


class Sorted:
    """Numbers under hashes, in two arrays: 8 bytes an entry, where a dictionary takes a hundred."""

    def __init__(self, hashes: "array[int]", values: "array[int]") -> None:
        """``hashes`` and ``values`` are unsigned 32-bit and go together."""
        unsorted = np.frombuffer(hashes, dtype=np.uint32) if hashes else np.empty(0, np.uint32)
        order = np.argsort(unsorted, kind="stable")
        self._hashes = unsorted[order]
        self._values = (np.frombuffer(values, dtype=np.uint32) if values else np.empty(0, np.uint32))[order]

    def find(self, hashes: Iterable[int]) -> set[int]:
        """The numbers under any of these hashes."""
        wanted = np.fromiter(hashes, dtype=np.uint32)
        low = self._hashes.searchsorted(wanted, "left")
        high = self._hashes.searchsorted(wanted, "right")
        found: set[int] = set()
        for start, end in zip(low.tolist(), high.tolist()):
            if start < end:
                found.update(self._values[start:end].tolist())
        return found


class Word(NamedTuple):
    """A word of a name as the index knows it; the fields are those of ``names.Token``."""

    form: str
    main: str
    key: str
    loose: str
    bare: bool = False


class Vocabulary:
    """Every word once, numbered in the order in which it came."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[Word] = []
        self._near: Sorted | None = None
        self.like = lru_cache(maxsize=_REMEMBERED)(self._like)

    def __len__(self) -> int:
        return len(self._words)

    def add(self, word: Word) -> int:
        """The number of a word; a new one is taken in."""
        if self._near is not None:
            raise RuntimeError("the vocabulary is in use; no word can be added")
        number = self._numbers.setdefault(word.form, len(self._words))
        if number == len(self._words):
            self._words.append(word)
        return number

    def words(self) -> Sequence[Word]:
        """All words, by their numbers."""
        return self._words

    def number(self, form: str) -> int | None:
        """The number of exactly this form."""
        return self._numbers.get(form)

    def _like(self, word: Word) -> tuple[tuple[int, float], ...]:
        """The words that could be this one, with their closeness: 1 for the word itself, down to 0.6."""
        if self._near is None:
            self._near = self._neighbours()
        found = ((number, closeness(word, self._words[number])) for number in self._near.find(_hashes(word)))
        return tuple(sorted((number, near) for number, near in found if near))

    def _neighbours(self) -> Sorted:
        hashes, numbers = array("I"), array("I")
        for number, word in enumerate(self._words):
            found = set(_hashes(word))
            hashes.extend(found)
            numbers.extend([number] * len(found))
        return Sorted(hashes, numbers)

    def freeze(self) -> None:
        """Take no more words, and make ready for questions."""
        self._near = self._near or self._neighbours()


def closeness(one: Word, other: Word) -> float:
    """How close two words are that share a hash; 0 where they met by chance."""
    if one.form == other.form or (one.main and one.main == other.main):
        return 1.0
    if one.key == other.key and len(one.key) >= _SHORTEST_KEY and _resemble(one.form, other.form):
        return _SAME_KEY
    if (one.bare or other.bare) and one.loose == other.loose and one.loose:
        return _SAME_KEY
    if not _slips(one.form) or not _slips(other.form):
        return 0.0
    slips = OSA.distance(one.form, other.form, score_cutoff=2)
    if slips == 1:
        return _ONE_SLIP
    return _TWO_SLIPS if slips == 2 and min(len(one.form), len(other.form)) >= _LONG else 0.0


def _resemble(one: str, other: str) -> bool:
    """Whether two words that sound alike are written alike, too: "Qasim" and "Kassem", not "Boeing" and "BNK"."""
    return OSA.normalized_similarity(one, other) >= _LEAST_LIKENESS


def _slips(form: str) -> bool:
    """Whether a word may be misspelled and still be meant: long enough, and no number."""
    return _SHORTEST <= len(form) <= _LONGEST and not any(map(str.isdigit, form))


def _hashes(word: Word) -> Iterator[int]:
    """Hashes under which a word is kept and looked for: form, main form, keys, forms with a letter left out."""
    form = word.form
    yield text_hash(form)
    if word.main and word.main != form:
        yield text_hash(word.main)
    if word.key:
        yield text_hash(_KEY_MARK + word.key)
    if word.loose and word.loose != word.key:
        yield text_hash(_KEY_MARK + word.loose)
    if _slips(form):
        for i in range(len(form)):
            yield text_hash(form[:i] + form[i + 1 :])


def text_hash(text: str) -> int:
    """32 bits of any text; the same on every machine. Two texts may share one."""
    return crc32(text.encode("utf-8", "surrogatepass"))
