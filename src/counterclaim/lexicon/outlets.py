"""The table of news agencies, outlets and monitors: who published, and who is credited."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from counterclaim.lexicon.reading import Row, add_names, lines, load_table, mapping, refuse
from counterclaim.lexicon.tables import lexicon

_FILE = "outlets.yaml"
_KINDS = frozenset({"agency", "broadcaster", "newspaper", "magazine", "website", "monitor"})
_CONTROLS = frozenset({"state", "independent"})
_NOWHERE = "international"


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet. ``state`` is None for international ones; ``control`` is "state", "independent" or None: not said."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    state: str | None
    control: str | None


@cache
def outlets() -> Mapping[str, Outlet]:
    """The shipped outlets under every name they have, as it is written; read once. Raises LexiconError."""
    return MappingProxyType(read_outlets(load_table(_FILE)))


@cache
def agencies() -> Mapping[str, Outlet]:
    """The news agencies among :func:`outlets`, under every name they have. Raises LexiconError."""
    return MappingProxyType({name: outlet for name, outlet in outlets().items() if outlet.kind == "agency"})


def read_outlets(content: Any) -> dict[str, Outlet]:
    """The outlets in the content of ``outlets.yaml``, under every name. Raises LexiconError."""
    found: dict[str, Outlet] = {}
    known = lexicon().states
    table = Row(content, _FILE, "the file", ("outlets",)).table
    for state, groups in mapping(table.get("outlets"), _FILE, "outlets").items():
        if state != _NOWHERE and (state not in known or known[state].name != state):
            refuse(_FILE, state, "no such state", f"write its name as in states.yaml, or {_NOWHERE}")
        for group, text in mapping(groups, _FILE, state).items():
            control, _, kind = group.rpartition(" ")
            if kind not in _KINDS or (control and control not in _CONTROLS):
                advice = f"write one of {', '.join(sorted(_KINDS))}, with state or independent in front"
                refuse(_FILE, state, f"no such kind: {group}", advice)
            for name, aliases in lines(text, _FILE, f"{state}, {group}"):
                outlet = Outlet(name, aliases, kind, None if state == _NOWHERE else state, control or None)
                add_names(found, (name, *aliases), outlet, _FILE, name)
    return found
