"""The tables of actors that are no states: armed groups, and the offices and forces that stand for a state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from counterclaim.lexicon.reading import Row, add_names, lines, listing, load_table, mapping, refuse, texts
from counterclaim.lexicon.tables import State, lexicon

_GROUPS, _OFFICES = "armed_groups.yaml", "offices.yaml"
_GROUP_KINDS = frozenset(
    {
        "armed wing",
        "coalition",
        "criminal group",
        "jihadist group",
        "militia",
        "paramilitary",
        "political movement",
        "private military company",
        "rebel group",
    }
)
_LONGEST = 12  # words of the longest phrase that is looked at as a state's office


@dataclass(frozen=True, slots=True)
class ArmedGroup:
    """A group that is no state's regular force; ``states`` are where it is or was active, the first one first."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A body that speaks or acts for ``state`` without being it: a ministry, a force, a leader's office."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """An office that every state has, such as a ministry of defence."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Offices:
    """Offices under every name as it is written, and patterns by their words, case folded."""

    named: Mapping[str, Office]
    patterns: Mapping[str, Pattern]

    def find(self, text: str, states: Mapping[str, State]) -> Office | None:
        """The office that ``text`` names: by a name of its own, or by a state's name or adjective and a pattern."""
        bare = text.removeprefix("the ").removeprefix("The ")
        if bare in self.named:
            return self.named[bare]
        words = bare.split()
        if len(words) > _LONGEST:
            return None
        for state, rest in _divided(words, states):
            own = self.named.get(rest)
            if own is not None and own.state == state.name:
                return own
            pattern = self.patterns.get(rest.casefold())
            if pattern is not None:
                name = f"{pattern.name} of {state.name}"
                return self.named.get(name) or Office(name, (), pattern.kind, state.name)
        return None


@cache
def armed_groups() -> Mapping[str, ArmedGroup]:
    """The shipped armed groups under every name, as it is written; read once. Raises LexiconError."""
    return MappingProxyType(read_armed_groups(load_table(_GROUPS)))


@cache
def offices() -> Offices:
    """The shipped offices and patterns, read once. Raises LexiconError."""
    return read_offices(load_table(_OFFICES))


def office(text: str) -> Office | None:
    """The office of a state that ``text`` names ("Pentagon", "Norwegian defence ministry"), or None."""
    return offices().find(text, lexicon().states)


def read_armed_groups(content: Any) -> dict[str, ArmedGroup]:
    """The groups in the content of ``armed_groups.yaml``, under every name. Raises LexiconError."""
    found: dict[str, ArmedGroup] = {}
    for value in listing(Row(content, _GROUPS, "the file", ("groups",)).table.get("groups"), _GROUPS, "groups"):
        row = Row(value, _GROUPS, "an entry without a name", ("name", "aliases", "kind", "states"))
        name, where = row.text("name"), row.texts("states")
        if not where:
            refuse(_GROUPS, name, "no states", "name where the group is or was active")
        for state in where:
            _check_state(state, _GROUPS, name)
        group = ArmedGroup(name, row.texts("aliases"), row.one_of("kind", _GROUP_KINDS), where)
        add_names(found, (name, *group.aliases), group, _GROUPS, name)
    return found


def read_offices(content: Any) -> Offices:
    """The offices and patterns in the content of ``offices.yaml``. Raises LexiconError."""
    table = Row(content, _OFFICES, "the file", ("kinds", "offices", "patterns")).table
    kinds = texts(table.get("kinds"), _OFFICES, "kinds")
    named: dict[str, Office] = {}
    for state, groups in mapping(table.get("offices"), _OFFICES, "offices").items():
        _check_state(state, _OFFICES, state)
        for kind, text in mapping(groups, _OFFICES, state).items():
            if kind not in kinds:
                refuse(_OFFICES, state, f"no such kind: {kind}", f"write one of {', '.join(kinds)}")
            for name, aliases in lines(text, _OFFICES, f"{state}, {kind}"):
                add_names(named, (name, *aliases), Office(name, aliases, kind, state), _OFFICES, f"{state}, {name}")
    patterns: dict[str, Pattern] = {}
    for name, value in mapping(table.get("patterns"), _OFFICES, "patterns").items():
        row = Row(value, _OFFICES, f"patterns, {name}", ("kind", "words"))
        words = tuple(w.casefold() for w in row.texts("words"))
        add_names(patterns, words, Pattern(name, row.one_of("kind", kinds)), _OFFICES, f"patterns, {name}")
    return Offices(named, patterns)


def _check_state(name: str, file: str, entry: str) -> None:
    known = lexicon().states.get(name)
    if known is None or known.name != name:
        refuse(file, entry, f"no such state: {name}", "write its name as in states.yaml")


def _divided(words: list[str], states: Mapping[str, State]) -> Iterator[tuple[State, str]]:
    """A state and the rest of the phrase: "Norwegian X", "Norway's X", "X of Norway", the longest name first."""
    for at in range(len(words) - 1, 0, -1):
        front = " ".join(words[:at])
        for possessive in ("'s", "’s", "'", "’"):
            front = front.removesuffix(possessive)
        if front in states:
            yield states[front], " ".join(words[at:])
    for at in range(1, len(words) - 1):
        behind = " ".join(words[at + 1 :]).removeprefix("the ")
        if words[at] == "of" and behind in states:
            yield states[behind], " ".join(words[:at])
