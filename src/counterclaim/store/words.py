"""Words as the full-text search compares them: the same on every database, because they are made here."""

import re
import unicodedata
from dataclasses import dataclass
from typing import overload

from counterclaim.errors import LedgerError

# Bytes of a text's words that can be searched for; PostgreSQL holds no more than a megabyte of them a text.
_LONGEST_TEXT = 400_000
_LONGEST_WORD = 100  # letters
_LONGEST_KEY = 300  # characters
_LONGEST_COLUMN = 500  # characters; PostgreSQL's indexes take 2,700 bytes
_HIDDEN = {0: "�"} | dict.fromkeys(range(0xD800, 0xE000), "�")  # what no database takes in a text
_MOST_TERMS = 32
_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'"([^"]*)"|(\S+)')


def words(text: str) -> list[str]:
    """The words of a text in lower case and without accents; what is far beyond a report's length is left out."""
    spelled = unicodedata.normalize("NFKD", text[:_LONGEST_TEXT])
    bare = "".join(c for c in spelled if not unicodedata.combining(c)).casefold()
    found, size = [], 0
    for match in _WORD.finditer(bare):
        word = match[0][:_LONGEST_WORD]
        size += len(word.encode("utf-8")) + 1
        if size > _LONGEST_TEXT:
            break
        found.append(word)
    return found


def key(name: str) -> str:
    """A name as filters compare it: its words, in lower case and without accents."""
    return " ".join(words(name[:_LONGEST_TEXT]))[:_LONGEST_KEY]


@overload
def storable(text: str) -> str: ...


@overload
def storable(text: None) -> None: ...


def storable(text: str | None) -> str | None:
    """A text as every database takes it, for a column to find it by; the content itself is kept as it is."""
    return None if text is None else text[:_LONGEST_COLUMN].translate(_HIDDEN)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand one after the other; ``prefix``: the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False


def terms(query: str) -> tuple[Term, ...]:
    """What a query asks for, all of which must be there: words, "phrases", and beginnings*.

    Raises LedgerError where there is no word in it, or too many.
    """
    found = []
    for match in _TERM.finditer(query[:_LONGEST_TEXT]):
        text = match[1] if match[1] is not None else match[2]
        spelled = tuple(words(text))
        if spelled:
            found.append(Term(spelled, prefix=text.endswith("*")))
    if not found:
        raise LedgerError(f"there is no word to search for in {query[:60]!r}")
    if len(found) > _MOST_TERMS:
        raise LedgerError(f"a search takes up to {_MOST_TERMS} words and phrases, not {len(found):,}")
    return tuple(found)
