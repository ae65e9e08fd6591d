"""Who imposes sanctions, and in whose list: a state or body to its register, a noun to the kind of entry it counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from counterclaim.lexicon.actors import office
from counterclaim.lexicon.inflection import noun_forms
from counterclaim.lexicon.reading import Row, load_yaml, mapping, refuse, texts
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import EntryKind, Register

_FILE = "imposers.yaml"
_LONGEST = 120  # characters of a name that are looked at
_NAME = 4  # words of a state's longest adjective
_POSSESSIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Imposer:
    """A state or body that imposes sanctions: ``register`` is its list as people call it, ``ids`` what it may be."""

    state: str
    register: str
    ids: tuple[str, ...]

    def among(self, registers: Sequence[Register]) -> Register | None:
        """This imposer's list among those loaded: the publisher's own before copies, the newest of several."""
        for own in self.ids:
            found = [r for r in registers if r.version.register == own]
            if found:
                return max(found, key=lambda r: r.version.published or "")
        return None


@dataclass(frozen=True, slots=True)
class Imposers:
    """Imposers by state, further names, words for states, other lists, units by noun form, nouns of sites."""

    by_state: Mapping[str, Imposer]
    extra: Mapping[str, str]
    bodies: frozenset[str]
    elsewhere: tuple[str, ...]
    units: Mapping[str, EntryKind]
    sites: frozenset[str]

    def is_elsewhere(self, sentence: str) -> bool:
        """Whether a sentence tells of a list that is none of these, such as one of controlled exports."""
        told = sentence.lower()
        return any(name in told for name in self.elsewhere)

    def find(self, name: str) -> Imposer | None:
        """The imposer that ``name`` stands for: a state, its capital, its office, its government; None for others."""
        bare = name[:_LONGEST].strip().removeprefix("the ").removeprefix("The ")
        state = self._state(bare)
        return None if state is None else self.by_state.get(state)

    def _state(self, bare: str) -> str | None:
        known = lexicon().states.get(bare)
        if known is not None:
            return known.name
        if bare in self.extra:
            return self.extra[bare]
        body = office(bare)
        return body.state if body is not None else self._of_body(bare.split())

    def _of_body(self, words: list[str]) -> str | None:
        for size in range(min(_NAME, len(words) - 1), 0, -1):
            front = " ".join(words[:size])
            for mark in _POSSESSIVES:
                front = front.removesuffix(mark)
            if front in lexicon().states and " ".join(words[size:]).lower() in self.bodies:
                return lexicon().states[front].name
        return None

    def counts(self, unit: str | None) -> EntryKind | None:
        """The kind of entry that a unit counts ("Iranian individuals": persons); None where it counts none."""
        words = (unit or "").lower().split()
        for size in (2, 1):
            found = self.units.get(" ".join(words[-size:])) if len(words) >= size else None
            if found is not None:
                return found
        return None


@cache
def imposers() -> Imposers:
    """The shipped table, read once. Raises LexiconError."""
    text = (files("counterclaim.registers") / _FILE).read_text(encoding="utf-8")
    return read_imposers(load_yaml(text, _FILE))


def read_imposers(content: Any) -> Imposers:
    """The table in the content of ``imposers.yaml``. Raises LexiconError."""
    table = Row(content, _FILE, "the file", ("registers", "extra", "bodies", "elsewhere", "units", "sites")).table
    by_state: dict[str, Imposer] = {}
    for state, value in mapping(table.get("registers"), _FILE, "registers").items():
        known = lexicon().states.get(state)
        if known is None or known.name != state:
            refuse(_FILE, state, "no such state or body", "write its name as in states.yaml")
        row = Row(value, _FILE, state, ("name", "ids"))
        ids = row.texts("ids")
        if not ids:
            refuse(_FILE, state, "no ids", "name what its list is called when it is loaded")
        by_state[state] = Imposer(state, row.text("name"), ids)
    extra: dict[str, str] = {}
    for state, names in mapping(table.get("extra"), _FILE, "extra").items():
        if state not in by_state:
            refuse(_FILE, f"extra, {state}", "no list of its own", "add it to registers")
        extra.update(dict.fromkeys(texts(names, _FILE, f"extra, {state}"), state))
    return Imposers(
        by_state,
        extra,
        frozenset(texts(table.get("bodies"), _FILE, "bodies")),
        tuple(name.lower() for name in texts(table.get("elsewhere"), _FILE, "elsewhere")),
        _units(table.get("units")),
        frozenset(texts(table.get("sites"), _FILE, "sites")),
    )


def _units(content: Any) -> dict[str, EntryKind]:
    found: dict[str, EntryKind] = {}
    for kind, nouns in mapping(content, _FILE, "units").items():
        if kind not in set(EntryKind):
            refuse(_FILE, f"units, {kind}", "no such kind of entry", f"write one of {', '.join(EntryKind)}")
        for noun in texts(nouns, _FILE, f"units, {kind}"):
            for form in sorted(noun_forms(noun)):
                if found.setdefault(form, EntryKind(kind)) != kind:
                    refuse(
                        _FILE, f"units, {kind}", f"{form} counts {found[form]} already", "drop it from one of the two"
                    )
    return found
