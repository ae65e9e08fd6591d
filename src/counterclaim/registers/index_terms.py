"""What of a parsed name the index keeps, and what a question looks for: words, words run together, acronyms."""

from collections.abc import Iterator

from counterclaim.registers.index_vocabulary import Vocabulary, Word
from counterclaim.registers.names import Name, Token
from counterclaim.registers.names.values import PASSED_OVER

__all__ = ["MOST_WORDS", "acronyms", "as_word", "glued", "passed_over", "split", "words"]

MOST_WORDS = 24  # words of one name that are looked at
_SHORTEST_PART = 2  # letters of a part of a word that was run together
_ACRONYM = range(2, 9)  # letters of an acronym
_TRIPLE = 3


def words(name: Name) -> tuple[Word, ...]:
    """The words of a name that say something, each once, those of its alternatives too."""
    found: dict[str, Word] = {}
    for form in (name, *name.alternatives):
        for token in form.units:
            word = as_word(token)
            found.setdefault(word.form, word)
            if len(found) >= MOST_WORDS:
                return tuple(found.values())
    return tuple(found.values())


def passed_over(name: Name) -> Iterator[Word]:
    """Legal forms, titles and the like: nothing is found by them, but other words may be run together with them."""
    return (as_word(token) for token in name.tokens if token.role in PASSED_OVER)


def acronyms(name: Name) -> tuple[str, ...]:
    """What a body's name may be shortened to."""
    return () if name.person else tuple(short for short in name.initials if len(short) in _ACRONYM)


def glued(name: Name) -> Iterator[tuple[Word, tuple[str, ...]]]:
    """Neighbouring words of a name in one, with what they were; particles are part of what is run together."""
    tokens = name.tokens[:MOST_WORDS]
    for size in (2, _TRIPLE):
        for start in range(len(tokens) - size + 1):
            part = tokens[start : start + size]
            if all(token.form for token in part):
                forms = tuple(token.form for token in part)
                yield Word("".join(forms), "", "".join(token.key for token in part), ""), forms


def split(word: Word, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Two known words, by their numbers, that make up one when run together."""
    for place in range(_SHORTEST_PART, len(word.form) - _SHORTEST_PART + 1):
        one, other = vocabulary.number(word.form[:place]), vocabulary.number(word.form[place:])
        if one is not None and other is not None:
            yield one, other


def as_word(token: Token) -> Word:
    """A token as the vocabulary takes it."""
    return Word(token.form, token.main, token.key, token.loose, bare=token.bare)
