"""What the lexicon knows of a name: a state, an armed group, an office, an outlet or a family of equipment."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Protocol, TypeVar

from rapidfuzz.distance import OSA

from counterclaim.entities.bodies import bare
from counterclaim.entities.spelling import LONGEST, folded, sound
from counterclaim.lexicon.actors import armed_groups, office, offices
from counterclaim.lexicon.designations import Family, designation, designations
from counterclaim.lexicon.name_forms import name_forms
from counterclaim.lexicon.outlets import outlets
from counterclaim.lexicon.tables import State, lexicon

LEXICON = ("state:", "group:", "office:", "outlet:", "arms:")  # what keys of known things begin with
ARMS = frozenset({"WEAPON", "VEHICLE"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
BODIES = frozenset({"ORG", "NORP"})
_STATE_TYPES = frozenset({"GPE", "NORP", "ORG", "LOC"})
_LEAST_UNCASED = 4  # letters; a shorter name is known only as it is written
_LEAST_STEM = 6  # letters of a designation's word that may be misspelled
_LEAST_PERSONLIKE = 7  # letters of a group's one-word name that is not rather a person's
_STEM = re.compile(r"([a-z]+)(\d+[a-z]{0,3})\Z")
_TWO_AT_ONCE = re.compile(r"([A-Za-z -]{2,40}?[- ]?)(\d{1,4})/-?(\d{1,4})\Z")

_Named = TypeVar("_Named", bound="_HasName", covariant=True)


class _HasName(Protocol):
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What a name is: the entity's key, its type, its name to show, and the state that it is or acts for, if any.

    ``kind`` is "state", "group", "outlet", "arms", or an office's kind.
    """

    key: str
    type: str
    name: str
    kind: str
    state: str | None = None


@lru_cache(maxsize=1 << 15)
def known(text: str, type_: str) -> Known | None:
    """What the lexicon knows of a mention, or None. A person's name is nobody else's, but for groups' long names."""
    if len(text) > LONGEST or type_ == "MONEY":
        return None
    name = bare(text)
    if type_ == "PER":
        return _of_people(name)
    state = _state(name) if type_ in _STATE_TYPES else None
    if state is not None:
        return known_state(state)
    arms = known_arms(name) if type_ in ARMS else None
    return arms or _group(name) or (None if type_ in ARMS else _office(name) or _outlet(name, type_))


def known_state(state: State) -> Known:
    """The entity of a state; a bloc is a body, not a place."""
    return Known(f"state:{state.name}", "ORG" if state.type == "bloc" else "GPE", state.name, "state", state.name)


def _of_people(name: str) -> Known | None:
    """Names that a tagger took for a person's: peoples ("Syrians") and groups with names of their own."""
    people = _people(name)
    if people is not None:
        return known_state(people)
    if " " in name:
        return _group(name) or _outlet(name, "ORG")
    return _group(name) if len(name) >= _LEAST_PERSONLIKE else None


def _people(name: str) -> State | None:
    """The state of a people in the plural ("Norwegians")."""
    state = lexicon().states.get(name[:-1]) if name.endswith("s") else None
    return state if state is not None and name[:-1] in state.demonyms else None


def _state(name: str) -> State | None:
    states = lexicon().states
    found = states.get(name) or states.get("the " + name)
    if found is None and len(name) >= _LEAST_UNCASED:
        # A headline in capitals, a word whose capital was lost, a plural or an apostrophe that was lost ("Syrias").
        uncased = name.isupper() or name.islower()
        found = _people(name) or (_states_uncased().get(name.casefold()) if uncased else None)
        found = found or _possessive(name)
    return found


def _possessive(name: str) -> State | None:
    """The state of "Norways", the apostrophe lost; only of its own name: "Americas" is something else."""
    state = lexicon().states.get(name[:-1]) if name.endswith("s") else None
    return state if state is not None and state.name == name[:-1] else None


def _group(name: str) -> Known | None:
    group: _HasName | None = armed_groups().get(name)
    if group is None and len(name) >= _LEAST_UNCASED:
        group = _uncased_groups().get(name.casefold())
    return None if group is None else Known(f"group:{group.name}", "ORG", group.name, "group")


def _office(name: str) -> Known | None:
    found = office(name)
    if found is None:
        return None
    if found.name == f"Government of {found.state}":
        return known_state(lexicon().states[found.state])
    return Known(f"office:{found.state}:{found.name}", "ORG", found.name, found.kind, found.state)


def _outlet(name: str, type_: str) -> Known | None:
    if type_ != "ORG" or is_plain(name):
        return None
    outlet = outlets().get(name) or (_uncased_outlets().get(name.casefold()) if name.isupper() else None)
    return None if outlet is None else Known(f"outlet:{outlet.name}", "ORG", outlet.name, "outlet")


@lru_cache(maxsize=1 << 14)
def known_arms(name: str) -> Known | None:
    """The family of a designation in any spelling; a word of it may be misspelled where figures say the same."""
    found = designation(name)
    family = None if found is None else found.family
    if family is not None:
        entry = designations().families[_letters(family)]
        return _arms(entry)
    misspelled = _misspelled(name)
    return None if misspelled is None else _arms(misspelled)


def two_at_once(name: str) -> tuple[str, str] | None:
    """The two designations of "Orel-10/20", or None."""
    found = _TWO_AT_ONCE.match(name) if len(name) < LONGEST else None
    return None if found is None else (found[1] + found[2], found[1] + found[3])


def _arms(family: Family) -> Known:
    return Known(f"arms:{family.name}", family.type or "WEAPON", family.name, "arms")


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def stem_and_number(name: str) -> tuple[str, str] | None:
    """The word of a designation and its figures ("orlan", "10"), or None where it is not of that form."""
    found = _STEM.match("".join(folded(name)))
    return None if found is None else (found[1], found[2])


def same_designation(one: str, other: str) -> bool:
    """Whether the words of two designations with the same figures are spellings of one long word."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST_STEM or one[0] != other[0]:
        return False
    distance = OSA.distance(one, other, score_cutoff=2)
    return distance == 1 or (distance == 2 and sorted(one) == sorted(other)) or sound(one) == sound(other)


def _misspelled(name: str) -> Family | None:
    parts = stem_and_number(name)
    if parts is None or len(parts[0]) < _LEAST_STEM:
        return None
    table = designations().families
    near = {table[key].name: table[key] for stem, key in _stems().get(parts[1], ()) if same_designation(parts[0], stem)}
    return next(iter(near.values())) if len(near) == 1 else None


@cache
def _stems() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The table's designations by their figures: (word, key)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key in designations().keys:
        parts = stem_and_number(key)
        if parts is not None:
            found.setdefault(parts[1], []).append((parts[0], key))
    return MappingProxyType({number: tuple(stems) for number, stems in found.items()})


def is_group_too(short: str) -> bool:
    """Whether an acronym is the initials of an armed group's name."""
    return short.casefold() in _group_initials()


@cache
def _group_initials() -> frozenset[str]:
    names = (folded(name) for name in armed_groups())
    return frozenset("".join(word[0] for word in words) for words in names if len(words) > 1)


def _uncased(table: Mapping[str, _Named]) -> Mapping[str, _Named]:
    """The table by its names without case, but for those that two things share."""
    found: dict[str, _Named] = {}
    shared: set[str] = set()
    for name, thing in table.items():
        key = name.casefold()
        if key in found and found[key] is not thing:
            shared.add(key)
        found[key] = thing
    return MappingProxyType({key: thing for key, thing in found.items() if key not in shared})


@cache
def _states_uncased() -> Mapping[str, State]:
    return _uncased(lexicon().states)


@cache
def _uncased_groups() -> Mapping[str, "_HasName"]:
    return _uncased(armed_groups())


@cache
def _uncased_outlets() -> Mapping[str, "_HasName"]:
    return _uncased(outlets())


def states_in(words: Iterable[str]) -> list[State]:
    """The states that single words name, in order ("Norwegian", "Oslo's")."""
    states = lexicon().states
    return [states[w] for w in map(bare, words) if w in states]


@lru_cache(maxsize=1 << 15)
def is_plain(text: str) -> bool:
    """Whether a body's name names nothing by itself outside its document ("Foreign Ministry", "Army", "Panel")."""
    forms = name_forms()
    name = bare(text).casefold()
    if name in forms.too_plain or name in offices().patterns:
        return True
    words = folded(name)
    return bool(words) and all(w in forms.too_plain or w in forms.described or w in _institutions() for w in words)


@cache
def _institutions() -> frozenset[str]:
    """Nouns of state institutions, from the patterns of offices."""
    patterns = frozenset(w for words in offices().patterns for w in words.split())
    return patterns | frozenset(name_forms().titles) | lexicon().kinds["actor"]
