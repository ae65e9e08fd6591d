"""Uncased WordPiece, the same at training and at run time.

Method: Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1, with BERT's clean-up (Devlin et al.
2019): lower case, accents stripped, punctuation and CJK characters apart, longest piece first. Words come in one at
a time, so pieces never have to be aligned back. Checked in the tests against the `tokenizers` package.
"""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

CLS, SEP, PAD, UNK = "[CLS]", "[SEP]", "[PAD]", "[UNK]"
_MAX_PIECE_CHARS = 100  # BERT's own limit: a longer run of characters is unknown
_CACHE_LIMIT = 200_000
_CONTROL = frozenset({"Cc", "Cf", "Co", "Cs"})  # not Cn: which characters are assigned differs between Python versions
_CJK = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class WordPiece:
    """Turns words into word-piece ids, with a bounded cache a word."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """``vocabulary`` lists the pieces in order of their ids; BERT's special pieces must be among them."""
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.pad, self.unk = (self._ids[p] for p in (CLS, SEP, PAD, UNK))
        self._cache: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> "WordPiece":
        """Read a vocabulary file, one piece a line."""
        return cls(path.read_text(encoding="utf-8").split("\n")[:-1])

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of one word's pieces, at least one (a word of nothing visible is unknown)."""
        found = self._cache.get(word)
        if found is None:
            ids = [i for part in _basic(word) for i in self._longest_first(part)]
            found = tuple(ids) or (self.unk,)
            if len(self._cache) < _CACHE_LIMIT:
                self._cache[word] = found
        return found

    def _longest_first(self, part: str) -> list[int]:
        if len(part) > _MAX_PIECE_CHARS:
            return [self.unk]
        ids, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self._ids.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    ids.append(piece)
                    start = end
                    break
            else:
                return [self.unk]
        return ids


def _basic(word: str) -> list[str]:
    """BERT's basic tokenizer: clean, lower, strip accents, split at punctuation and CJK characters."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    chars: list[str] = []
    for char in word:
        if char in "\t\n\r" or unicodedata.category(char) == "Zs":
            chars.append(" ")
        elif char in "\x00\ufffd" or unicodedata.category(char) in _CONTROL:
            continue
        elif _is_cjk(ord(char)):
            chars += [" ", char, " "]
        else:
            chars.append(char)
    # Letter by letter: of a whole word, str.lower() would turn a last capital sigma into another letter.
    lowered = "".join(c.lower() for c in unicodedata.normalize("NFD", "".join(chars)))
    parts: list[str] = []
    for chunk in lowered.split():
        parts += _at_punctuation(c for c in chunk if unicodedata.category(c) != "Mn")
    return parts


def _at_punctuation(chars: Iterable[str]) -> list[str]:
    parts, run = [], ""
    for char in chars:
        if _is_punctuation(char):
            parts += [run, char] if run else [char]
            run = ""
        else:
            run += char
    return [*parts, run] if run else parts


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char)[0] == "P"


def _is_cjk(code: int) -> bool:
    return code >= 0x3400 and any(low <= code <= high for low, high in _CJK)
