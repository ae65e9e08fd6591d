"""Texts to sentences with their attributions, for the tests of the attribution modules."""

from functools import cache

from counterclaim.claims.attribution import Scoped, carried_over, find_attributions
from counterclaim.claims.clause import Clause
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.lexicon.tables import lexicon
from counterclaim.text.sentences import sentences


@cache
def _reader() -> Reader:
    return Reader(Model(threads=1))


def clauses_of(text: str) -> list[Clause]:
    return [Clause(text, parse, lexicon()) for parse in _reader().parse(text, sentences(text))]


def attributed(text: str, *, loose: bool = False) -> list[tuple[Clause, list[Scoped]]]:
    clauses = clauses_of(text)
    found = carried_over(clauses, [find_attributions(c, loose=loose) for c in clauses])
    return list(zip(clauses, found, strict=True))


def sources_at(text: str, word: str) -> list[str | None]:
    """The sources of the attributions that cover a word's first occurrence, outermost first."""
    for clause, found in attributed(text):
        if word in clause.words:
            at = clause.words.index(word)
            return [s.attribution.source.text if s.attribution.source else None for s in found if at in s.content]
    raise AssertionError(f"no word {word!r}")
