"""Parsing a name: what kind of name it is, its tokens and their roles, and what the comparison needs of them."""

import unicodedata
from functools import lru_cache

from counterclaim.records import EntryKind
from counterclaim.registers.names.bodies import legal_classes, read_body
from counterclaim.registers.names.folding import LONGEST, words
from counterclaim.registers.names.people import read_person
from counterclaim.registers.names.tables import tables
from counterclaim.registers.names.values import PASSED_OVER, Name, Role, Token

_BODIES = frozenset({EntryKind.ORGANISATION, EntryKind.SHIP, EntryKind.AIRCRAFT})
_MOST_PERSON = 8  # words; what is longer is no person's name where nothing says that it is one
_LEAST_LETTERS = 2  # of a name that can be compared at all
_LEAST_ALTERNATIVE = 4  # letters on each side of a stroke that parts two names


def parse_name(text: str, kind: EntryKind = EntryKind.OTHER, parts: tuple[tuple[str, str], ...] = ()) -> Name:
    """Read a name. Never raises: what is no name has no units, and a text that is too long is cut, which it says.

    ``parts`` are (role, words) where a publisher gives a person's names apart: given, patronymic, family, title.
    """
    cut = len(text) > LONGEST
    plain = _plain(text)
    person = kind not in _BODIES and (kind is EntryKind.PERSON or bool(parts) or _may_be_person(plain))
    if person:
        return _person(text, plain, kind, parts, cut=cut)
    return _body(text, plain, kind, cut=cut)


def _plain(text: str) -> str:
    """``text`` cut to what is read, without control characters."""
    plain = text[:LONGEST]
    if not plain.isprintable():
        plain = "".join(map(_shown, plain))
    return " ".join(plain.split())


def _shown(letter: str) -> str:
    """A letter as it is read: format characters are nothing, other control characters part words."""
    if letter.isprintable():
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "


@lru_cache(maxsize=1 << 12)
def reread(name: Name, *, person: bool) -> Name:
    """``name`` read as a person's or as a body's, whatever it was taken for."""
    if name.person == person:
        return name
    plain = _plain(name.text)
    if person:
        return _person(name.text, plain, name.kind, (), cut=name.cut)
    return _body(name.text, plain, name.kind, cut=name.cut)


def keys(name: Name) -> tuple[str, ...]:
    """The blocking keys of a name: two spellings of one name share at least one.

    Of each unit its consonants; behind "~" the looser key that scripts without vowels share; behind "=" the consonants
    of all in one word, for glued and split names; behind "#" a body's initials, and what may be such.
    """
    found: dict[str, None] = {}
    for unit in name.units:
        found[unit.key] = None
        if len(unit.loose) > 1:
            found["~" + unit.loose] = None
    if len(name.units) > 1:
        found["=" + "".join(unit.key for unit in name.units)] = None
    for initials in name.initials:
        found["#" + initials] = None
    if len(name.units) == 1:
        only = name.units[0]
        found["=" + only.key] = None
        if not name.person and only.original.isupper():
            found["#" + only.form] = None
    return tuple(found)


def _may_be_person(text: str) -> bool:
    table = tables()
    found = words(text)
    if not 0 < len(found) <= _MOST_PERSON or "&" in text:
        return False
    return not any(
        w.form in table.types
        or w.form in table.plain
        or (w.form in table.places and len(found) > 1)
        or (len(w.form) > 2 and (w.form,) in table.legal)
        or w.form.isdigit()
        for w in found
    )


def _person(text: str, plain: str, kind: EntryKind, parts: tuple[tuple[str, str], ...], *, cut: bool) -> Name:
    reading = read_person(plain, parts)
    units = _usable(reading.units)
    return Name(
        text[:LONGEST],
        kind,
        tuple(reading.tokens),
        units,
        person=True,
        joined="".join(t.form for t in units),
        ordered=reading.ordered,
        east=reading.east,
        generation=reading.generation,
        cut=cut,
    )


def _body(text: str, plain: str, kind: EntryKind, *, cut: bool) -> Name:
    sides = [s for s in plain.split("/") if sum(map(str.isalpha, s)) >= _LEAST_ALTERNATIVE]
    alternatives = tuple(_body(s, s, kind, cut=cut) for s in sides) if 1 < len(sides) <= 4 else ()
    tokens, acronyms = _acronyms_apart(read_body(plain, kind))
    alternatives += tuple(_body(a, a, kind, cut=cut) for a in acronyms)
    units = _usable([t for t in tokens if t.role not in PASSED_OVER])
    return Name(
        text[:LONGEST],
        kind,
        tokens,
        units,
        person=False,
        joined="".join(t.form for t in units),
        initials=_initials(tokens),
        legal=legal_classes(tokens),
        alternatives=alternatives,
        cut=cut,
    )


def _usable(units: list[Token]) -> tuple[Token, ...]:
    """The units, or none where they hold too few letters to be a name."""
    letters = sum(len(t.form) for t in units)
    return tuple(units) if letters >= _LEAST_LETTERS or any(t.block for t in units) else ()


def _acronyms_apart(tokens: list[Token]) -> tuple[tuple[Token, ...], list[str]]:
    """The tokens without an acronym of the others, and such acronyms ("Aerospace Industries Organization (AIO)")."""
    for number, unit in enumerate(tokens):
        rest = (*tokens[:number], *tokens[number + 1 :])
        if unit.role is Role.WORD and unit.original.isupper() and unit.form in _initials(rest):
            return rest, [unit.original]
    return tuple(tokens), []


def _initials(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The initials of a body's name of three words or more, with and without its small words and its legal form."""
    bare = [t for t in tokens if t.role not in PASSED_OVER]
    said = [t for t in tokens if t.role not in (Role.LEGAL, Role.PREFIX)]
    found = {"".join(t.form[0] for t in some) for some in (bare, said) if len(some) > 1 and len(bare) > 1}
    return tuple(sorted(i for i in found if len(i) > 2))
