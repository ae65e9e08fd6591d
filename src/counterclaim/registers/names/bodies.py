"""Reading the name of a body, ship or aircraft: legal form, kind of body, place, number, and its own words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from counterclaim.records import EntryKind
from counterclaim.registers.names.folding import Word, words
from counterclaim.registers.names.tables import tables
from counterclaim.registers.names.tokens import token
from counterclaim.registers.names.values import PASSED_OVER, Role, Token

_LONGEST_PHRASE = 7  # words of a legal form
_SHORT_FORM = 3  # letters; so short a legal form counts only at an end of the name
_MISSPELLED = 5  # letters of a word of a legal form that may have one wrong
_ORDINAL = re.compile(r"(?P<number>\d{1,6})(?:st|nd|rd|th|y|ya|i|oy|go|os)?\Z")
_STROKE = re.compile(r"^\s*([MSF])\s?/\s?([VTYS])\b\.?", re.IGNORECASE)  # "M/V Grace"
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})\Z")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_PLAIN, _BRANCH = 0.5, 0.4  # what a word says that many bodies share; what a place in brackets says


def read_body(text: str, kind: EntryKind) -> list[Token]:
    """The tokens of the name of a body, ship or aircraft, in order."""
    if kind is EntryKind.SHIP:
        text = _STROKE.sub(r"\1\2 ", text)
    found = list(words(text))
    roles: list[Role | None] = [None] * len(found)
    if kind in (EntryKind.SHIP, EntryKind.OTHER) and len(found) > 1 and found[0].form in tables().prefixes:
        roles[0] = Role.PREFIX
    classes = {} if kind is EntryKind.SHIP else _mark_legal(found, roles)
    tokens = [_token(found, roles, at, classes.get(at, "")) for at in range(len(found))]
    if not any(t.role not in PASSED_OVER for t in tokens):
        tokens = [token(w, Role.WORD) for w in found]
    return tokens


def legal_classes(tokens: Sequence[Token]) -> frozenset[str]:
    """The classes of the legal forms among ``tokens``."""
    return frozenset(t.main for t in tokens if t.role is Role.LEGAL and t.main)


def _mark_legal(found: Sequence[Word], roles: list[Role | None]) -> dict[int, str]:
    """Mark the words of legal forms, the longest first; at least one word stays unmarked.

    What comes back is the class of each form, by the place of its first word.
    """
    legal = tables().legal
    classes: dict[int, str] = {}
    forms = [_mended(w.form) for w in found]
    at = 0
    while at < len(forms):
        for length in range(min(_LONGEST_PHRASE, len(forms) - at), 0, -1):
            phrase = tuple(forms[at : at + length])
            if phrase in legal and _may_be_legal(phrase, at, len(forms)) and length < sum(r is None for r in roles):
                roles[at : at + length] = [Role.LEGAL] * length
                classes[at] = legal[phrase]
                at += length - 1
                break
        at += 1
    return classes


def _may_be_legal(phrase: tuple[str, ...], at: int, length: int) -> bool:
    return len("".join(phrase)) > _SHORT_FORM or at == 0 or at + len(phrase) >= length - 1


@lru_cache(maxsize=1 << 15)
def _mended(form: str) -> str:
    """A word of a long legal form with one letter wrong, in the right spelling; any other word as it is."""
    table = tables()
    if len(form) < _MISSPELLED or form in table.legal_words or form in table.types or form in table.plain:
        return form
    for word in table.legal_words:
        if word[0] == form[0] and abs(len(word) - len(form)) <= 1 and OSA.distance(word, form, score_cutoff=1) <= 1:
            return word
    return form


def _token(found: Sequence[Word], roles: Sequence[Role | None], at: int, legal_class: str) -> Token:
    table, word, role = tables(), found[at], roles[at]
    form = word.form
    if role is Role.LEGAL:
        return token(word, role, main=legal_class, weight=0.0)
    if role is not None:
        return token(word, role, weight=0.0)
    number = _number(found, roles, at)
    if number is not None:
        return token(word, Role.NUMBER, form=number)
    if form in table.small and len(found) > 1 and not (len(form) == 1 and word.original.isupper()):
        return token(word, Role.PARTICLE, weight=0.0)
    if form in table.places:
        return token(word, Role.PLACE, main=table.places[form], weight=_BRANCH if word.bracketed else None)
    if form in table.types:
        return token(word, Role.TYPE, main=table.types[form])
    if form in table.plain:
        return token(word, Role.TYPE, main=table.plain[form], weight=_PLAIN)
    return token(word, Role.WORD)


def _number(found: Sequence[Word], roles: Sequence[Role | None], at: int) -> str | None:
    """The number that a word is: in figures, as an ordinal, in words, or in Roman figures behind other words."""
    form = found[at].form
    ordinal = _ORDINAL.match(form)
    if ordinal:
        return ordinal["number"].lstrip("0") or "0"
    if form in tables().numerals:
        return tables().numerals[form]
    last = all(role is Role.LEGAL for role in roles[at + 1 :])
    front = at == 0 and len(found) > 1 and found[1].form in tables().types
    if (at or front) and found[at].original.isupper() and _ROMAN.match(form) and (len(form) > 1 or last):
        return str(_roman(form))
    return None


def _roman(form: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in form]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
