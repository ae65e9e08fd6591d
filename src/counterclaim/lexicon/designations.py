"""The table of equipment names: which designation is a weapon, which a vehicle, in every spelling."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from counterclaim.errors import LexiconError
from counterclaim.lexicon.tables import lexicon, load_yaml

_TYPES = frozenset({"WEAPON", "VEHICLE"})
_LONGEST = 5  # words of the longest name worth looking for
Name = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Designation:
    """One name of equipment: its type, and whether it is also an ordinary word or a person's name."""

    type: str
    common: bool = False


@dataclass(frozen=True, slots=True)
class Designations:
    """Names by their letters and figures alone, prefixes as they are written, and the nouns that tell equipment."""

    names: Mapping[str, Designation]
    prefixes: Mapping[str, str]
    nouns: frozenset[str]

    def settle(self, words: Sequence[str], names: Sequence[Name]) -> list[Name]:
        """Correct and complete the WEAPON and VEHICLE names that a tagger found among ``words``.

        A name of the table takes the table's type. One that the tagger passed over is added, unless it is also a
        common word: that is added only with a noun of equipment behind it. Names of people, places and bodies stay as
        they are.
        """
        settled = list(names)
        for first, end, found in self._matches(words):
            touching = [n for n in settled if n[1] < end and first < n[2]]
            if not touching:
                if not found.common or (end < len(words) and words[end].lower() in self.nouns):
                    settled.append((found.type, first, end))
            elif len(touching) == 1 and touching[0][0] in _TYPES:
                _, a, b = touching[0]
                settled[settled.index(touching[0])] = (found.type, min(a, first), max(b, end))
        return sorted(settled, key=lambda n: n[1])

    def _matches(self, words: Sequence[str]) -> list[tuple[int, int, Designation]]:
        matches: list[tuple[int, int, Designation]] = []
        at = 0
        while at < len(words):
            size, found = self._longest_at(words, at)
            if found is not None:
                matches.append((at, at + size, found))
            at += size
        return matches

    def _longest_at(self, words: Sequence[str], at: int) -> tuple[int, Designation | None]:
        if not (words[at][0].isupper() or words[at][0].isdigit()):
            return 1, None
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            if words[at + size - 1][0].isalnum():
                found = self.names.get(_key("".join(words[at : at + size])))
                if found is not None:
                    return size, found
        for prefix, kind in self.prefixes.items():
            if words[at].startswith(prefix) and words[at][len(prefix) : len(prefix) + 1].isdigit():
                return 1, Designation(kind)
        return 1, None


@cache
def designations() -> Designations:
    """The shipped table, read once. Raises LexiconError."""
    file = files("counterclaim.lexicon") / "designations.yaml"
    table = load_yaml(file.read_text(encoding="utf-8"), file.name)
    names: dict[str, Designation] = {}
    for entry in table["designations"]:
        if entry["type"] not in _TYPES:
            raise LexiconError(f"{file.name}, {entry['names'][0]}: no such type: {entry['type']}")
        for name in entry["names"]:
            names.setdefault(_key(str(name)), Designation(entry["type"], bool(entry.get("common"))))
    prefixes = {entry["prefix"]: entry["type"] for entry in table["prefixes"]}
    longest_first = dict(sorted(prefixes.items(), key=lambda p: -len(p[0])))
    return Designations({k: v for k, v in names.items() if len(k) > 1}, longest_first, lexicon().kinds["materiel"])


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
