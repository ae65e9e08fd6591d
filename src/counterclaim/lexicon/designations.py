"""The table of equipment names: family, class, maker and origin of a designation, in every spelling.

The language stage corrects a tagger's names with it; later stages ask :func:`designation` what a name is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.lexicon.reading import Row, lines, load_table, mapping, refuse, texts
from counterclaim.lexicon.tables import lexicon

_FILE = "designations.yaml"
_TYPES = frozenset({"WEAPON", "VEHICLE"})
_LONGEST = 5  # words of the longest name worth looking for
_NOT_IN_KEY = re.compile(r"[\W_]+")
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
class Designations:
    """Families by the letters and figures of their names, prefixes as they are written, and the nouns of equipment.

    ``common`` holds those keys of ``families`` that are also words, people or places. ``prefixes`` give a class, whose
    type is in ``types``.
    """

    families: Mapping[str, Family]
    common: frozenset[str]
    prefixes: Mapping[str, str]
    types: Mapping[str, str | None]
    nouns: frozenset[str]

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
        common word: that is added only with a noun of equipment behind it. Names of people, places and bodies stay as
        they are.
        """
        settled = list(names)
        for first, end, kind, common in self._matches(words):
            touching = [n for n in settled if n[1] < end and first < n[2]]
            if not touching:
                if not common or (end < len(words) and words[end].lower() in self.nouns):
                    settled.append((kind, first, end))
            elif len(touching) == 1 and touching[0][0] in _TYPES:
                _, a, b = touching[0]
                settled[settled.index(touching[0])] = (kind, min(a, first), max(b, end))
        return sorted(settled, key=lambda n: n[1])

    def _matches(self, words: Sequence[str]) -> list[tuple[int, int, str, bool]]:
        matches: list[tuple[int, int, str, bool]] = []
        at = 0
        while at < len(words):
            size, kind, common = self._longest_at(words, at)
            if kind is not None:
                matches.append((at, at + size, kind, common))
            at += size
        return matches

    def _longest_at(self, words: Sequence[str], at: int) -> tuple[int, str | None, bool]:
        if not (words[at][0].isupper() or words[at][0].isdigit()):
            return 1, None, False
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            if words[at + size - 1][0].isalnum():
                key = self._known(_key("".join(words[at : at + size])))
                if key is not None and self.families[key].type is not None:
                    return size, self.families[key].type, key in self.common
        class_name = self._by_prefix(words[at])
        return 1, None if class_name is None else self.types[class_name], False

    def _known(self, key: str) -> str | None:
        """``key`` as the table has it; a name with a figure in it may have a plural -s."""
        if key in self.families:
            return key
        singular = key[:-1]
        if key.endswith("s") and singular in self.families and any(c.isdigit() for c in singular):
            return singular
        return None

    def _by_prefix(self, name: str) -> str | None:
        for prefix, class_name in self.prefixes.items():
            if name.startswith(prefix) and name[len(prefix) : len(prefix) + 1].isdigit():
                return class_name
        return None


@cache
def designations() -> Designations:
    """The shipped table, read once. Raises LexiconError."""
    return read_designations(load_table(_FILE), lexicon().kinds["materiel"])


def designation(name: str) -> Designation | None:
    """What the shipped table knows of ``name`` in any spelling, or None. Raises LexiconError."""
    return designations().find(name)


def read_designations(content: Any, nouns: frozenset[str]) -> Designations:
    """The table in the content of ``designations.yaml``. Raises LexiconError."""
    table = Row(content, _FILE, "the file", ("classes", "designations", "common", "prefixes")).table
    types = _types(table.get("classes"))
    written = texts(table.get("common"), _FILE, "common")
    common = frozenset(map(_key, written))
    families: dict[str, Family] = {}
    for class_name, makers in mapping(table.get("designations"), _FILE, "designations").items():
        if class_name not in types:
            refuse(_FILE, f"designations, {class_name}", "no such class", "add it to classes, with its type")
        for origin, text in mapping(makers, _FILE, class_name).items():
            where = f"{class_name}, {origin}"
            maker, state = _origin(origin, where)
            for name, variants in lines(text, _FILE, where):
                _add_family(families, Family(name, class_name, maker, state, types[class_name]), variants, common)
    for name in written:
        if _key(name) not in families:
            refuse(_FILE, f"common, {name}", "no family has this name", "add it to its family, or drop it here")
    return Designations(families, common, _prefixes(table.get("prefixes"), types), types, nouns)


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


def _prefixes(content: Any, types: Mapping[str, str | None]) -> dict[str, str]:
    prefixes: dict[str, str] = {}
    for class_name, begins in mapping(content, _FILE, "prefixes").items():
        if class_name not in types:
            refuse(_FILE, "prefixes", f"no such class: {class_name}", "add it to classes")
        for prefix in texts(begins, _FILE, f"prefixes, {class_name}"):
            if prefixes.setdefault(prefix, class_name) != class_name:
                refuse(_FILE, f"prefixes, {class_name}", f"{prefix} is of {prefixes[prefix]} already", "drop one")
    return dict(sorted(prefixes.items(), key=lambda p: -len(p[0])))


def _key(name: str) -> str:
    return _NOT_IN_KEY.sub("", name).casefold()
