"""The stage's tables: which stages are one family, which roles identify, which goods cover which."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from counterclaim.alignment.words import bases
from counterclaim.errors import LexiconError
from counterclaim.lexicon.designations import designation
from counterclaim.lexicon.reading import load_yaml, mapping, refuse, texts
from counterclaim.lexicon.tables import lexicon

_RULES, _GOODS = "rules.yaml", "goods.yaml"
_ROLE_KINDS = frozenset({"actor", "party", "patient", "goods", "means", "place"})
_LONGEST_NOUN = 5  # words of the longest noun of goods
ROOT = "weapon"
NEEDED = 2.0  # the sum of features that claims of two documents of one story need


@dataclass(frozen=True, slots=True)
class FrameRules:
    """How claims of one frame are compared: kinds of roles, pairs of stages that join, and what stands apart."""

    roles: Mapping[str, str]
    together: frozenset[frozenset[str]]
    one_speaker: frozenset[frozenset[str]]
    grows: frozenset[str]
    apart: Mapping[str, str]  # roleset -> the kind of event that joins only its like
    needed: float  # the sum of features that claims of two documents need

    def join(self, one: str | None, other: str | None, *, one_speaker: bool) -> bool:
        """Whether claims of these stages may be one proposition; ``one_speaker``: one person said both."""
        pair = frozenset((one or "", other or ""))
        return len(pair) == 1 or pair in self.together or (one_speaker and pair in self.one_speaker)


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole of ``rules.yaml``; word lists hold base forms."""

    frames: Mapping[str, FrameRules]
    stands_for: frozenset[str]
    broad: frozenset[str]
    pointing: frozenset[str]
    universal: frozenset[str]
    accusations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Goods:
    """Kinds of goods: what each noun and each class of designations is, and all kinds that cover each."""

    nouns: Mapping[str, str]  # base forms joined by a space -> kind
    classes: Mapping[str, str]
    covers: Mapping[str, frozenset[str]]  # kind -> itself and the kinds above it
    carriers: frozenset[str]

    def kind(self, words: list[str]) -> str | None:
        """The kind of goods that a phrase names: the last of its longest nouns; None if it names none."""
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - _LONGEST_NOUN), end):
                found = self.nouns.get(" ".join(words[start:end]))
                if found is not None:
                    return found
        return None

    def of_designation(self, name: str) -> tuple[str | None, str | None]:
        """(kind, family) of a designation in any spelling; (None, None) if it is none."""
        known = designation(name)
        if known is None:
            return None, None
        return self.classes.get(known.class_name), known.family


@cache
def rules() -> Rules:
    """The shipped rules, read once. Raises LexiconError."""
    return read_rules(load_yaml(_text(_RULES), _RULES))


@cache
def goods() -> Goods:
    """The shipped kinds of goods, read once. Raises LexiconError."""
    return read_goods(load_yaml(_text(_GOODS), _GOODS))


def own_table(name: str) -> Any:
    """The content of one of this stage's own files. Raises LexiconError."""
    return load_yaml(_text(name), name)


def _text(name: str) -> str:
    return (files("counterclaim.alignment") / name).read_text(encoding="utf-8")


def read_rules(content: Any) -> Rules:
    """The rules in the content of ``rules.yaml``. Raises LexiconError."""
    table = mapping(content, _RULES, "the file")
    frames = {
        name: _frame(name, mapping(value, _RULES, name))
        for name, value in mapping(table.get("frames"), _RULES, "frames").items()
    }
    lists = ("stands_for", "broad", "pointing", "universal", "accusations")
    words = {key: frozenset(" ".join(bases(w)) for w in texts(table.get(key), _RULES, key)) for key in lists}
    return Rules(frames, **words)


def _frame(name: str, table: Mapping[str, Any]) -> FrameRules:
    known = lexicon().frames.get(name)
    if known is None:
        refuse(_RULES, name, "no such frame", f"write one of {', '.join(sorted(lexicon().frames))}")
    roles = dict(mapping(table.get("roles"), _RULES, f"{name}, roles"))
    for role, kind in roles.items():
        if role not in known.wants or kind not in _ROLE_KINDS:
            refuse(_RULES, f"{name}, {role}", f"no such role or kind: {kind}", "see the frame's file")
    stages = frozenset(known.stages)
    return FrameRules(
        roles,
        _pairs(table.get("together"), name, stages),
        _pairs(table.get("one_speaker"), name, stages),
        frozenset(_stages(table.get("grows"), name, stages)),
        {
            roleset: kind
            for kind, rolesets in (table.get("apart") or {}).items()
            for roleset in texts(rolesets, _RULES, f"{name}, apart")
        },
        float(table.get("needed", NEEDED)),
    )


def _stages(value: Any, name: str, stages: frozenset[str]) -> tuple[str, ...]:
    found = texts(value, _RULES, name)
    if not set(found) <= stages:
        refuse(_RULES, name, f"no such stage among {', '.join(found)}", f"stages are {', '.join(sorted(stages))}")
    return found


def _pairs(value: Any, name: str, stages: frozenset[str]) -> frozenset[frozenset[str]]:
    families = [_stages(family, name, stages) for family in value or ()]
    return frozenset(frozenset(pair) for family in families for pair in combinations(family, 2))


def read_goods(content: Any) -> Goods:
    """The kinds in the content of ``goods.yaml``. Raises LexiconError."""
    kinds = {name: mapping(value, _GOODS, name) for name, value in mapping(content, _GOODS, "the file").items()}
    nouns: dict[str, str] = {}
    classes = {name: name for name in kinds}
    for name, row in kinds.items():
        for noun in texts(row.get("nouns"), _GOODS, name):
            key = " ".join(bases(noun))
            if nouns.setdefault(key, name) != name:
                refuse(_GOODS, name, f"{noun} is of {nouns[key]} already", "drop it from one of the two")
        for class_name in texts(row.get("classes"), _GOODS, name):
            classes[class_name] = name
    covers = {name: _above(name, kinds, ()) for name in kinds}
    return Goods(nouns, classes, covers, frozenset(n for n, row in kinds.items() if row.get("carrier")))


def _above(name: str, kinds: Mapping[str, Mapping[str, Any]], below: tuple[str, ...]) -> frozenset[str]:
    if name not in kinds or name in below:
        raise LexiconError(f"{_GOODS}, {name}: no such kind, or one that covers itself; check its under")
    above = texts(kinds[name].get("under"), _GOODS, name)
    return frozenset({name}).union(*(_above(kind, kinds, (*below, name)) for kind in above))
