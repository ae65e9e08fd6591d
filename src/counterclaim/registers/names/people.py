"""Reading a person's name: which word is a title, a particle, somebody's father, the family name.

Rules of order and particles follow the UK's guide to names and titles and the UN's style for its consolidated list:
"Family, Given"; Chinese and Korean family names first; "bin", "ibn", "ould" before the father's name, "oglu" behind it;
"Abd" and "Abu" are one name with the word behind them, "Din" and "Allah" with the word before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.registers.names.folding import Word, syllables, words
from counterclaim.registers.names.tables import tables
from counterclaim.registers.names.tokens import join, token
from counterclaim.registers.names.values import Role, Token

_DIGITS = str.maketrans("02345678", "ozeasgtb") | {ord("9"): "g"}
_ONE = re.compile(r"(?<![aeiouy])1(?![aeiouy])")  # between consonants an i, beside a vowel an l
_BEHIND = frozenset({"oglu", "oghlu", "ogly", "uly", "qizi", "kyzy", "gizi", "kizi"})
_GLUED_SERVANT = re.compile(r"abd(?:ul|el|al|ol|il|oul|ool|u[rsdnzt]|e[rsdnzt]|a[rsdnzt]|o[rsdnzt])?(?P<rest>.{4,})\Z")
_GLUED_DIN = re.compile(r"(?P<stem>.{3,}?)(?:[aeiou][dl]|u)d(?:in|een|ine)\Z")
_GLUED_ALLAH = re.compile(r"(?P<stem>.{3,}?)(?:[uaoe]ll|[uo]l)ah\Z")
_DIN = frozenset("din deen dine eddin eddine uddin uddeen aldin eldin addin aldeen".split())
_ALLAH = frozenset("allah ullah ollah".split())
_PATRONYMIC = re.compile(
    r"(?P<stem>.{2,}?)[aeiouyj]*(?:[oeia][vw]i?t?[iy]ch?|[oe]wi[ct]s?c?h?|[yi]ch|(?P<she>(?:[oeiya][vw]|[aeo]u|ii)na))\Z"
)
_LEAST_PATRONYMIC = 6  # letters
_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnpqrstwxyz]|[zcst]h|hs|t[sz]|kk|[khmprn]y|[hkg]w)?[aeiouy]{1,3}(?:ng|[nklmprtbh])?\Z"
)
_LONGEST_SYLLABLE = 6
_MOST_FAMILY = 2  # ideographs of a family name
_ROLES = {"given": Role.GIVEN, "patronymic": Role.PATRONYMIC, "family": Role.FAMILY, "title": Role.TITLE}


@dataclass(slots=True)
class Reading:
    """A person's name as read so far; ``tokens`` in the order given, then family."""

    tokens: list[Token] = field(default_factory=list)
    ordered: bool = False
    east: bool = False
    generation: str = ""

    @property
    def units(self) -> list[Token]:
        """The tokens that are names."""
        return [t for t in self.tokens if t.role in _UNITS]


_UNITS = frozenset({Role.GIVEN, Role.FAMILY, Role.PATRONYMIC, Role.FATHER, Role.NAME, Role.INITIAL})


def read_person(text: str, parts: Sequence[tuple[str, str]] = ()) -> Reading:
    """The parts of a person's name; ``parts`` are (role, words) where a publisher gives them apart."""
    read = [(_ROLES[role], words(part, person=True)) for role, part in parts if role in _ROLES]
    known = [(role, found) for role, found in read if found]
    if known and any(role in (Role.GIVEN, Role.FAMILY) for role, _ in known):
        return _from_parts(known)
    before, comma, behind = text.partition(",")
    if comma and "," not in behind:
        rest = words(behind, person=True)
        front = words(before, person=True)
        if front and rest and not all(w.form in tables().generations or w.form in tables().titles for w in rest):
            return _from_parts([(Role.GIVEN, rest), (Role.FAMILY, front)])
    found = words(text.replace(",", " "), person=True)
    return _east_asian(found) or _plain(found)


def _from_parts(parts: Sequence[tuple[Role, Sequence[Word]]]) -> Reading:
    order = (Role.TITLE, Role.GIVEN, Role.PATRONYMIC, Role.FAMILY)
    reading = Reading(ordered=True)
    for role in order:
        for part, found in parts:
            if part is role is Role.TITLE:
                reading.tokens += [token(w, Role.TITLE) for w in found]
            elif part is role:
                inner = _Scan(found, role).read()
                reading.tokens += inner.tokens
                reading.generation = reading.generation or inner.generation
    given = [w for role, found in parts if role is Role.GIVEN for w in found]
    family = [w for role, found in parts if role is Role.FAMILY for w in found]
    if reading.units:
        _mark_patronymic(reading, reading.units[0])
    east = _east_parts(family, given) if len(family) == 1 and 0 < len(given) <= 2 else None
    return east or reading


def _plain(found: Sequence[Word]) -> Reading:
    reading = _Scan(found, Role.NAME).read()
    units = reading.units
    if len(units) > 2:
        _mark_patronymic(reading, units[0])
    return reading


def _mark_patronymic(reading: Reading, first: Token) -> None:
    """Give the first word in -ovich, -ovna or the like its role, and the father's given name as its main spelling."""
    for number, unit in enumerate(reading.tokens):
        if unit.role in (Role.NAME, Role.GIVEN) and unit is not first and len(unit.form) >= _LEAST_PATRONYMIC:
            found = _PATRONYMIC.match(unit.form)
            if found:
                father = tables().stems.get(found["stem"], found["stem"])
                word = Word(unit.form, unit.original, unit.bare, unit.block)
                reading.tokens[number] = token(word, Role.PATRONYMIC, main=father + ("na" if found["she"] else ""))
                return


class _Scan:
    """One pass over the words of a name or of a part of it."""

    def __init__(self, found: Sequence[Word], role: Role) -> None:
        self.words = [_letters(w) for w in found]
        self.role = role
        self.at = 0
        self.father = False
        self.reading = Reading()

    def read(self) -> Reading:
        """The reading of all words; where nothing but titles and particles is there, these are the name."""
        while self.at < len(self.words):
            self._next()
        if not self.reading.units:
            self.reading.tokens = [token(w, self.role) for w in self.words]
        return self.reading

    def _next(self) -> None:
        table, word = tables(), self.words[self.at]
        left = len(self.words) - self.at - 1
        first = self.at == 0
        self.at += 1
        if len(word.form) == 1 and not word.bare and not word.block:
            lower = word.original.islower() and word.form in table.particles
            self._add(word, Role.PARTICLE if lower and left else Role.INITIAL)
        elif not first and word.form in table.generations and (not left or word.form in ("jr", "sr")):
            self.reading.generation = table.generations[word.form]
            self._add(word, Role.GENERATION)
        elif word.form in _BEHIND and not first:
            self._add(word, Role.PARTICLE)
            self._last_is_father()
        elif left and word.form in table.lineage and not (first and word.form == "ben"):
            self._add(word, Role.PARTICLE)
            self.father = True
        elif left and (word.form in table.servants or word.form in table.kunyas):
            self._with_next(word)
        elif not first and (word.form in _DIN or word.form in _ALLAH) and self._to_last(word):
            pass
        elif left and self._is_small(word, left, first=first):
            self._add(word, Role.TITLE if word.form in table.titles else Role.PARTICLE)
        else:
            self._add(word, self.role)

    def _is_small(self, word: Word, left: int, *, first: bool) -> bool:
        table = tables()
        if word.form in table.titles:
            return self.role is not Role.FAMILY
        if word.form in table.articles:
            following = self.words[self.at]
            return not first or left > 1 or following.hyphened or self.role is Role.FAMILY or word.bare
        return word.form in table.particles

    def _add(self, word: Word, role: Role) -> None:
        if role is self.role and self.father:
            self.father = False
            role = Role.FATHER if role is not Role.FAMILY else role
        if role in _UNITS and role is not Role.INITIAL:
            form = _compound(word.form)
            self.reading.tokens.append(token(word, role, form=form))
        else:
            self.reading.tokens.append(token(word, role))

    def _with_next(self, word: Word) -> None:
        """ "Abd al-Rahman", "Abu Bakr": one name with the word behind, over an article."""
        table = tables()
        following = self.words[self.at]
        taken = [word]
        if following.form in table.articles and self.at + 1 < len(self.words):
            taken.append(following)
            self.at += 1
            following = self.words[self.at]
        self.at += 1
        taken.append(following)
        main = table.spellings.get(following.form, following.form)
        if word.form in table.servants:
            form = "abdullah" if following.form in _ALLAH or main == "allah" else "abd" + main
        else:
            form = table.kunyas[word.form] + main
        self._add(join(taken, form), self.role)

    def _to_last(self, word: Word) -> bool:
        """Join "Din" or "Allah" to the name before; False where none is there."""
        units = [n for n, t in enumerate(self.reading.tokens) if t.role in _UNITS and t.role is not Role.INITIAL]
        if not units:
            return False
        del self.reading.tokens[units[-1] + 1 :]
        last = self.reading.tokens[units[-1]]
        form = last.main + ("din" if word.form in _DIN else "ullah")
        both = Word(form, f"{last.original} {word.original}", last.bare)
        self.reading.tokens[units[-1]] = token(both, last.role)
        return True

    def _last_is_father(self) -> None:
        for number in range(len(self.reading.tokens) - 1, -1, -1):
            last = self.reading.tokens[number]
            if last.role is self.role:
                word = Word(last.form, last.original, last.bare, last.block)
                self.reading.tokens[number] = token(word, Role.FATHER)
                return


def _letters(word: Word) -> Word:
    """``word`` with figures that stand for letters read as such ("Ig0r")."""
    if word.form.isalpha() or word.form.isdigit() or not any(map(str.isalpha, word.form)):
        return word
    form = _ONE.sub("i", word.form.translate(_DIGITS)).replace("1", "l")
    return Word(form, word.original, word.bare, word.block, word.bracketed, word.hyphened)


def _compound(form: str) -> str:
    """A name of two that was written as one word, in the spelling that two words get."""
    table = tables()
    if form in table.spellings or form in table.surnames:
        return form
    servant = _GLUED_SERVANT.match(form)
    if servant:
        return "abd" + table.spellings.get(servant["rest"], servant["rest"])
    for pattern, end in ((_GLUED_DIN, "din"), (_GLUED_ALLAH, "ullah")):
        found = pattern.match(form)
        if found:
            return table.spellings.get(found["stem"], found["stem"]) + end
    return form


def _east_asian(found: Sequence[Word]) -> Reading | None:
    """A Chinese or Korean name of a family name and one or two syllables; None where it is no such name."""
    names = [w for w in found if w.form not in tables().titles] or list(found)
    if len(names) == 1 and names[0].block:
        block = names[0].block
        if not 2 <= len(block) <= 2 * _MOST_FAMILY or any("\u3040" <= c <= "\u30ff" for c in block):
            return None
        cut = 1 if len(block) < 2 * _MOST_FAMILY else _MOST_FAMILY
        return _east_parts([_syllabled(block[:cut])], [_syllabled(block[cut:])])
    if not 2 <= len(names) <= 3 or any(w.bare or w.block for w in names):
        return None
    surnames = tables().surnames
    if not all(w.form in surnames or _is_syllables(w.form, 2 if len(names) == 2 else 1) for w in names):
        return None
    if names[0].form in surnames and not (names[1].hyphened and names[-1].form in surnames and len(names) > 2):
        return _east_parts(names[:1], names[1:])
    return _east_parts(names[-1:], names[:-1]) if names[-1].form in surnames else None


def _is_syllables(form: str, most: int) -> bool:
    if len(form) <= _LONGEST_SYLLABLE and _SYLLABLE.match(form):
        return True
    return most > 1 and any(_SYLLABLE.match(form[:n]) and _SYLLABLE.match(form[n:]) for n in range(2, len(form) - 1))


def _syllabled(block: str) -> Word:
    form = "".join(syllables(block))
    return Word("ri" if form == "i" else form, block, block=block)


def _east_parts(family: Sequence[Word], given: Sequence[Word]) -> Reading | None:
    if not (family[0].block or family[0].form in tables().surnames):
        return None
    if not all(w.block or _is_syllables(w.form, 2) for w in given):
        return None
    whole = join(list(given), "".join(w.form for w in given))
    return Reading([token(family[0], Role.FAMILY), token(whole, Role.GIVEN)], ordered=True, east=True)
