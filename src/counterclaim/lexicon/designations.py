"""The table of equipment names: family, class, maker and origin of a designation, in every spelling.

The language stage corrects a tagger's names with it; later stages ask :func:`designation` what a name is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.lexicon.reading import Row, lines, load_table, mapping, refuse, texts
from counterclaim.lexicon.tables import lexicon
from counterclaim.lexicon.times import time_words

_FILE = "designations.yaml"
_TYPES = frozenset({"WEAPON", "VEHICLE"})
_LONGEST = 5  # words of the longest name worth looking for
_MARKED = 4  # letters and figures; a shorter mark ("M4", "G7") names many things
_YEAR = 4  # figures
# What a thing stands behind; number words, figures and nouns of equipment do the same.
_LEADS = frozenset("a an another my your his her its our their several many few both".split())
_QUOTES = frozenset("\"'«“‘„")
_NOT_IN_KEY = re.compile(r"[\W_]+")
# What may stand between two words of one name; a comma, a quotation mark or a bracket ends it. A full stop may stand
# behind letters ("vz. 58"), not behind figures: "R3 . 3" is a sum, not an R-33.
_JOINTS = frozenset("-\u2010\u2011\u2013/'\u2019.")
# The generic end of a name as the table writes it: " missile", "-class", "-class frigate".
_GENERIC = re.compile(r"(?:[- ]class)?(?: [a-z][a-z-]*)*\Z")
Name = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Family:
    """One family of equipment. ``type`` is what a name tagger calls it, None for engines and other parts."""

    name: str
    class_name: str
    maker: str | None
    state: str | None
    type: str | None


@dataclass(frozen=True, slots=True)
class Designation:
    """What a name of equipment says; ``family`` and the rest are None where only its beginning is known.

    ``common`` tells that the name is also an ordinary word, a person's or a place's.
    """

    name: str
    family: str | None
    class_name: str
    maker: str | None
    state: str | None
    common: bool


@dataclass(frozen=True, slots=True)
class _Match:
    """A name of the table among words ``[first, end)``.

    ``noun`` tells that its generic noun follows, ``marked`` that it has several words or a figure.
    """

    first: int
    end: int
    type: str
    common: bool
    noun: bool
    marked: bool


@dataclass(frozen=True, slots=True)
class Designations:
    """Families by the letters and figures of their names, prefixes as they are written, and the nouns of equipment.

    ``keys`` are those of ``families``, sorted; ``heads`` say how much of a key is the name, where the table writes a
    generic noun behind it ("K2 tank"); ``common`` holds the keys that are also words, people or places. ``prefixes``
    give a class, whose type is in ``types``; ``beginning`` finds one before a figure. ``leads`` are the words that
    count a thing or tell whose it is, ``actors`` the nouns of those who act.
    """

    families: Mapping[str, Family]
    keys: Sequence[str]
    heads: Mapping[str, int]
    common: frozenset[str]
    prefixes: Mapping[str, str]
    beginning: re.Pattern[str]
    types: Mapping[str, str | None]
    nouns: frozenset[str]
    leads: frozenset[str]
    actors: frozenset[str]

    def find(self, name: str) -> Designation | None:
        """What the table knows of ``name`` in any spelling, or None."""
        key = self._known(_key(name))
        if key is not None:
            family = self.families[key]
            return Designation(name, family.name, family.class_name, family.maker, family.state, key in self.common)
        class_name = self._by_prefix(name)
        return None if class_name is None else Designation(name, None, class_name, None, None, common=False)

    def settle(self, words: Sequence[str], names: Sequence[Name]) -> list[Name]:
        """Correct and complete the WEAPON and VEHICLE names that a tagger found among ``words``.

        A name of the table takes the table's type. One that the tagger passed over is added, unless it is also a
        common word: that is added only where its neighbours tell a thing (:meth:`_tells_a_thing`). Names of people,
        places and bodies stay as they are, unless the table's name covers them and is surely meant (:meth:`_replaces`).
        """
        settled = list(names)
        for match in self._matches(words):
            touching = [n for n in settled if n[1] < match.end and match.first < n[2]]
            if len(touching) == 1 and touching[0][0] in _TYPES:
                settled[settled.index(touching[0])] = _united(touching[0], match)
            elif self._replaces(match, words, touching) if touching else self._is_sure(match, words):
                settled = [n for n in settled if n not in touching]
                settled.append((match.type, match.first, match.end))
        return sorted(settled, key=lambda n: n[1])

    def _is_sure(self, match: _Match, words: Sequence[str]) -> bool:
        return not match.common or self._tells_a_thing(match, words)

    def _replaces(self, match: _Match, words: Sequence[str], touching: Sequence[Name]) -> bool:
        """Whether a tagger's names give way: all lie in ``match``, and its neighbours or its form tell a thing.

        Two words or figures are form enough against the name of a body, or beside a part that is already found. A
        common word displaces bodies only, before a noun of equipment ("Buk launchers").
        """
        if not all(match.first <= a and b <= match.end for _, a, b in touching):
            return False
        kinds = {kind for kind, _, _ in touching}
        if match.common:
            return kinds == {"ORG"} and self._has_noun(match, words)
        sure = match.marked and (kinds == {"ORG"} or not kinds.isdisjoint(_TYPES))
        return sure or self._tells_a_thing(match, words)

    def _has_noun(self, match: _Match, words: Sequence[str]) -> bool:
        return match.noun or (match.end < len(words) and words[match.end].lower() in self.nouns)

    def _tells_a_thing(self, match: _Match, words: Sequence[str]) -> bool:
        """A noun of equipment stands beside the name ("Buk launchers", "the drone “Orion”"), or it is counted, or
        somebody's ("four Buks", "a Buk", "their Buk")."""
        if self._has_noun(match, words):
            return True
        behind = words[match.end] if match.end < len(words) else ""
        at = match.first - 1
        if at > 0 and words[at] in _QUOTES:
            return words[at - 1].lower() in self.nouns
        # "a Hunter College student", "a Patriot spokesman": something else is called so.
        return at >= 0 and not behind[:1].isupper() and behind not in self.actors and self._leads(words[at])

    def _leads(self, before: str) -> bool:
        if before.isdecimal():
            return len(before) != _YEAR
        return before[0].isdecimal() or before.lower() in self.leads or before.lower() in self.nouns

    def _matches(self, words: Sequence[str]) -> list[_Match]:
        matches: list[_Match] = []
        at = 0
        while at < len(words):
            initial = words[at][0]
            match = self._longest_at(words, at) if initial.isupper() or initial.isdigit() else None
            if match is not None:
                matches.append(match[1])
            at = at + 1 if match is None else match[0]
        return matches

    def _longest_at(self, words: Sequence[str], at: int) -> tuple[int, _Match] | None:
        """The longest name that begins at a word, with the word behind it; behind "K2 tanks" for the name "K2"."""
        found: tuple[int, str] | None = None
        written = ""
        for end in range(at + 1, min(at + _LONGEST, len(words)) + 1):
            word = words[end - 1]
            part = _key(word)
            if not part and (word not in _JOINTS or (word == "." and written[-1:].isdecimal())):
                break
            written += part
            if word[0].isalnum():
                key = self._known(written)
                if key is not None and self.families[key].type is not None:
                    found = end, key
            if not self._is_beginning(written):
                break
        if found is None:
            type_ = self.types.get(self._by_prefix(words[at]) or "")
            return None if type_ is None else (at + 1, _Match(at, at + 1, type_, common=False, noun=False, marked=True))
        behind, key = found
        end = self._end_of_name(words, at, behind, key)
        marked = len(key) >= _MARKED and (end > at + 1 or any(c.isdecimal() for c in key))
        return behind, _Match(at, end, self.families[key].type or "", key in self.common, end < behind, marked)

    def _end_of_name(self, words: Sequence[str], at: int, behind: int, key: str) -> int:
        """``behind``, or where the generic noun begins that the table writes into the name."""
        size = self.heads.get(key)
        if size is not None:
            for end in range(at + 1, behind):
                size -= len(_key(words[end - 1]))
                if size == 0:
                    return end
        return behind

    def _is_beginning(self, written: str) -> bool:
        """Whether a longer name of the table begins so."""
        at = bisect_right(self.keys, written)
        return at < len(self.keys) and self.keys[at].startswith(written)

    def _known(self, key: str) -> str | None:
        """``key`` as the table has it; a name with a figure in it may have a plural -s."""
        if key in self.families:
            return key
        singular = key[:-1]
        if not key.endswith("s") or singular not in self.families:
            return None
        # "358 missiles" are so many, not the missile 358.
        name = singular[: self.heads.get(singular)]
        return singular if any(c.isdigit() for c in singular) and not name.isdecimal() else None

    def _by_prefix(self, name: str) -> str | None:
        begins = self.beginning.match(name)
        return None if begins is None else self.prefixes[begins[0]]


@cache
def designations() -> Designations:
    """The shipped table, read once. Raises LexiconError."""
    kinds = lexicon().kinds
    return read_designations(load_table(_FILE), kinds["materiel"], kinds["actor"])


def designation(name: str) -> Designation | None:
    """What the shipped table knows of ``name`` in any spelling, or None. Raises LexiconError."""
    return designations().find(name)


def read_designations(content: Any, nouns: frozenset[str], actors: frozenset[str] = frozenset()) -> Designations:
    """The table in the content of ``designations.yaml``, with the nouns of equipment and of those who act.

    Raises LexiconError.
    """
    table = Row(content, _FILE, "the file", ("classes", "designations", "common", "prefixes")).table
    types = _types(table.get("classes"))
    written = texts(table.get("common"), _FILE, "common")
    common = frozenset(map(_key, written))
    families: dict[str, Family] = {}
    heads: dict[str, int] = {}
    for class_name, makers in mapping(table.get("designations"), _FILE, "designations").items():
        if class_name not in types:
            refuse(_FILE, f"designations, {class_name}", "no such class", "add it to classes, with its type")
        for origin, text in mapping(makers, _FILE, class_name).items():
            where = f"{class_name}, {origin}"
            maker, state = _origin(origin, where)
            for name, variants in lines(text, _FILE, where):
                _add_family(families, Family(name, class_name, maker, state, types[class_name]), variants, common)
                heads |= _heads((name, *variants))
    for name in written:
        if _key(name) not in families:
            refuse(_FILE, f"common, {name}", "no family has this name", "add it to its family, or drop it here")
    prefixes = _prefixes(table.get("prefixes"), types)
    return Designations(
        families=families,
        keys=tuple(sorted(families)),
        heads=heads,
        common=common,
        prefixes=prefixes,
        beginning=re.compile(rf"(?:{'|'.join(map(re.escape, prefixes))})(?=\d)" if prefixes else r"(?!)"),
        types=types,
        nouns=nouns,
        leads=_LEADS | time_words().numbers.keys(),
        actors=actors,
    )


def _types(content: Any) -> dict[str, str | None]:
    types: dict[str, str | None] = {}
    for class_name, type_ in mapping(content, _FILE, "classes").items():
        if type_ is not None and type_ not in _TYPES:
            refuse(_FILE, f"classes, {class_name}", f"no such type: {type_}", "write WEAPON, VEHICLE or null")
        types[class_name] = type_
    return types


def _origin(text: str, where: str) -> tuple[str | None, str | None]:
    """Maker and state of "Maker, State", of one of the two, or of "unknown"."""
    maker, comma, state = text.rpartition(", ")
    known = lexicon().states.get(state)
    is_state = known is not None and known.name == state
    if comma and not is_state:
        refuse(_FILE, where, f"no such state: {state}", "write its name as in states.yaml")
    if comma:
        return maker, state
    return (None, state) if is_state else (None if state == "unknown" else state, None)


def _add_family(families: dict[str, Family], family: Family, variants: tuple[str, ...], common: frozenset[str]) -> None:
    for variant in (family.name, *variants):
        key = _key(variant)
        if len(key) < 2:
            refuse(_FILE, f"{family.class_name}, {family.name}", f"no name: {variant!r}", "give two letters or figures")
        # A common name may be several families'; it is the first one's.
        if families.setdefault(key, family) is not family and key not in common:
            advice = "drop one of the two, or add the name to common"
            refuse(_FILE, family.name, f"{variant} is a name of {families[key].name} already", advice)


def _heads(names: Iterable[str]) -> dict[str, int]:
    """How much of the key is the name itself, for those ``names`` that end in a generic noun."""
    heads: dict[str, int] = {}
    for name in names:
        head = _GENERIC.sub("", name)
        if head != name:
            heads[_key(name)] = len(_key(head))
    return heads


def _prefixes(content: Any, types: Mapping[str, str | None]) -> dict[str, str]:
    prefixes: dict[str, str] = {}
    for class_name, begins in mapping(content, _FILE, "prefixes").items():
        if class_name not in types:
            refuse(_FILE, "prefixes", f"no such class: {class_name}", "add it to classes")
        for prefix in texts(begins, _FILE, f"prefixes, {class_name}"):
            if prefixes.setdefault(prefix, class_name) != class_name:
                refuse(_FILE, f"prefixes, {class_name}", f"{prefix} is of {prefixes[prefix]} already", "drop one")
    return dict(sorted(prefixes.items(), key=lambda p: -len(p[0])))


def _united(name: Name, match: _Match) -> Name:
    """A tagger's name and the table's as one. A common word that is only part of a name does not tell its type."""
    kind, a, b = name
    part = match.common and (a < match.first or match.end < b)
    return (kind if part else match.type, min(a, match.first), max(b, match.end))


def _key(name: str) -> str:
    return _NOT_IN_KEY.sub("", name).casefold()
