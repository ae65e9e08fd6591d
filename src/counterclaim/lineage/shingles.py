"""Texts as hashed word shingles, with what each shingle says about where its text comes from.

A shingle is a run of words, without regard to case, marks and apostrophes. Shingles inside quotation marks are marked:
two reporters who quote one speech share those words and need share nothing else. So are shingles made of names and
figures: an office with its full title is the same in every report.
"""

import re
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

SIZE = 4  # words in a shingle: shorter runs are shared by chance, longer ones break at every name that is rewritten
_NAMES = 2  # words with a capital or a digit in front that make a shingle one of names
_MAX_QUOTE = 1200  # characters; a quotation mark that nothing closes sooner opens nothing

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
_QUOTED = re.compile(rf'“[^“”\n]{{1,{_MAX_QUOTE}}}”|"[^"\n]{{1,{_MAX_QUOTE}}}"|«[^«»\n]{{1,{_MAX_QUOTE}}}»')
_MIX = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads what it multiplies (Knuth, TAOCP 3, 6.4)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The shingles of a text in its order, and for each whether it is quoted and whether it is made of names.

    ``distinct`` are the hashes each once and sorted, ``first`` where in the sequence each stands first.
    """

    sequence: Hashes
    quoted: Flags
    names: Flags
    distinct: Hashes
    first: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.sequence)


def shingles(text: str, size: int = SIZE) -> Shingles:
    """The shingles of a text; none where it has fewer words than ``size``. Linear in the length of the text."""
    text = _APOSTROPHES.sub("", text)
    marks = bytearray(len(text))
    for match in _QUOTED.finditer(text):
        marks[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    codes, inside, named = [], [], []
    for match in _WORD.finditer(text):
        word = match.group()
        codes.append(crc32(word.casefold().encode("utf-8", "surrogatepass")))
        inside.append(marks[match.start()])
        named.append(word[0].isupper() or word[0].isdigit())
    count = max(0, len(codes) - size + 1)
    sequence = _rolled(np.array(codes, dtype=np.uint64), count, size)
    distinct, first = np.unique(sequence, return_index=True)
    quoted = _windows(np.array(inside, dtype=np.int32), count, size) == size
    names = _windows(np.array(named, dtype=np.int32), count, size) >= _NAMES
    return Shingles(sequence, quoted, names, distinct, first.astype(np.int64))


def _rolled(codes: Hashes, count: int, size: int) -> Hashes:
    rolled = np.zeros(count, dtype=np.uint64)
    for offset in range(size if count else 0):
        rolled = (rolled ^ codes[offset : offset + count]) * _MIX
        rolled ^= rolled >> np.uint64(29)
    return rolled


def _windows(flags: NDArray[np.int32], count: int, size: int) -> NDArray[np.int32]:
    """How many flags are set in each window of ``size`` words."""
    summed = np.zeros(count, dtype=np.int32)
    for offset in range(size if count else 0):
        summed += flags[offset : offset + count]
    return summed


def fingerprints(text: Shingles, window: int = 4) -> Hashes:
    """Some of a text's shingles: of a passage of ``window`` shingles that two texts share, at least one in both.

    Winnowing: the least hash of each window (Schleimer, Wilkerson and Aiken 2003).
    """
    if len(text) <= window:
        return text.distinct
    views = np.lib.stride_tricks.sliding_window_view(text.sequence, window)
    return np.unique(views.min(axis=1))
