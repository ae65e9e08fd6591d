"""The table of arms embargoes: regimes of the UN and the EU with their phases, scopes, legal acts and who is bound."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from counterclaim.lexicon.actors import armed_groups
from counterclaim.lexicon.designations import designations
from counterclaim.lexicon.inflection import noun_forms
from counterclaim.lexicon.reading import Row, listing, load_table, mapping, refuse, texts
from counterclaim.lexicon.tables import lexicon

_FILE = "regimes.yaml"
_AUTHORITIES = frozenset({"UN", "EU"})
_DIRECTIONS = frozenset({"to", "from", "both"})
_WHO = frozenset({"state", "non-state", "region", "designated", "groups"})
_VERBS = "declared imposed reimposed amended confirmed narrowed replaced suspended lifted expired".split()
_ACT = re.compile(rf"({'|'.join(_VERBS)}) (\d{{4}}-\d{{2}}-\d{{2}}) (.+)")
_RESOLUTION = re.compile(r"UNSCR (\d{1,4})\b(.*)")
_CFSP = re.compile(r"(Common Position|Decision) (?:(\d{2,4})/(\d+)/CFSP|\(CFSP\) (\d{4})/(\d+))")
_PHASE_KEYS = "start end known_until direction who region groups items acts exceptions disputed".split()
_ALL = "all"
_CIVIL = "civil goods"


@dataclass(frozen=True, slots=True)
class Act:
    """One legal act: what it did ("imposed"), on which ISO day, and its title ("UNSCR 1747, paragraph 5")."""

    did: str
    day: str
    title: str

    @property
    def shown(self) -> str:
        """The act as people cite it."""
        resolution = _RESOLUTION.fullmatch(self.title)
        title = f"UN Security Council resolution {resolution[1]}{resolution[2]}" if resolution else self.title
        return f"{title} ({self.did} {self.day})"

    @property
    def address(self) -> str | None:
        """Where the act is published (undocs.org, EUR-Lex); None for a declaration, which has no number."""
        resolution = _RESOLUTION.fullmatch(self.title)
        if resolution:
            return f"https://undocs.org/S/RES/{resolution[1]}({self.day[:4]})"
        council = _CFSP.fullmatch(self.title)
        if council is None:
            return None
        kind = "E" if council[1] == "Common Position" else "D"
        year, number = council[2] or council[4], council[3] or council[5]
        celex = f"3{'19' if len(year) == 2 else ''}{year}{kind}{int(number):04}"
        return f"https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{celex}"


@dataclass(frozen=True, slots=True)
class Dispute:
    """Who disputes that a phase applies, and why; with ``kinds`` of items, that it applies to these."""

    by: str
    why: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a measure covers, in kinds of items; ``covers`` is None where that is every kind but civil goods."""

    name: str
    about: str
    covers: frozenset[str] | None
    unsure: frozenset[str]

    def has(self, kind: str) -> bool | None:
        """Whether a kind of item is covered; None where that depends on what exactly it is."""
        if kind in self.unsure:
            return None
        return kind != _CIVIL if self.covers is None else kind in self.covers


@dataclass(frozen=True, slots=True)
class Phase:
    """What a regime forbids from ``start`` to ``end`` (ISO days, both included; None: in force).

    ``direction`` is seen from the target: arms "to" it, "from" it, "both". ``who`` says whom of the target's side it
    means: "state", "non-state", "region", "designated" or "groups"; ``groups`` are armed groups that it means by name,
    with the day from which. ``known_until`` is the last day for which the table vouches, where it is not the table's.
    ``basis`` are the acts as they are cited, ``sources`` the addresses of those that have one.
    """

    start: str
    end: str | None
    direction: str
    who: str
    items: Scope
    acts: tuple[Act, ...]
    basis: tuple[str, ...]
    sources: tuple[str, ...]
    groups: Mapping[str, str]
    region: str | None = None
    exceptions: str = ""
    disputed: Dispute | None = None
    known_until: str | None = None


@dataclass(frozen=True, slots=True)
class Regime:
    """An embargo: who imposed it, on which states, in which phases."""

    key: str
    name: str
    authority: str
    states: tuple[str, ...]
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class RegimeTable:
    """All regimes, with the ISO day to which they are kept.

    ``members`` gives for an authority each member's first and last day (None: still a member); who is not in it binds
    everyone. ``kinds`` gives a kind of item for every form of its nouns, lower case.
    """

    as_of: str
    members: Mapping[str, Mapping[str, tuple[str, str | None]]]
    kinds: Mapping[str, str]
    regimes: tuple[Regime, ...]

    def binds(self, authority: str, state: str, first: str, last: str) -> bool | None:
        """Whether an authority's measures bind a state from ``first`` to ``last``; None if for part of these days."""
        if authority not in self.members:
            return True
        since, until = self.members[authority].get(state, ("9999-12-31", None))
        if last < since or (until is not None and first > until):
            return False
        return True if first >= since and (until is None or last <= until) else None


@cache
def regime_table() -> RegimeTable:
    """The shipped table, read once. Raises LexiconError."""
    return read_regimes(load_table(_FILE))


def read_regimes(content: Any) -> RegimeTable:
    """The table in the content of ``regimes.yaml``. Raises LexiconError."""
    table = Row(content, _FILE, "the file", ("as_of", "members", "scopes", "kinds", "regimes")).table
    as_of = _day(table.get("as_of"), "the file", "as_of")
    kinds = _kinds(table.get("kinds"))
    known = frozenset(kinds.values()) | designations().types.keys()
    scopes = _scopes(table.get("scopes"), known)
    regimes: dict[str, Regime] = {}
    for value in listing(table.get("regimes"), _FILE, "regimes"):
        row = Row(value, _FILE, "a regime", ("key", "name", "authority", "states", "phases"))
        key = row.text("key")
        if key in regimes:
            refuse(_FILE, key, "a second regime of this key", "give it another one")
        states = row.texts("states")
        for state in states:
            _check_state(state, key)
        phases = tuple(_phase(p, key, scopes, known, as_of) for p in listing(row.table.get("phases"), _FILE, key))
        _check_phases(phases, key)
        regimes[key] = Regime(key, row.text("name"), row.one_of("authority", _AUTHORITIES), states, phases)
    return RegimeTable(as_of, _members(table.get("members")), kinds, tuple(regimes.values()))


def _day(value: Any, entry: str, key: str) -> str:
    """A YAML date as an ISO day."""
    if type(value) is not date:
        refuse(_FILE, entry, f"{key} is no day: {value!r}", "write 2007-03-24, without quotes")
    return value.isoformat()


def _day_if_any(value: Any, entry: str, key: str) -> str | None:
    return None if value is None else _day(value, entry, key)


def _kinds(content: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, nouns in mapping(content, _FILE, "kinds").items():
        for noun in texts(nouns, _FILE, f"kinds, {kind}"):
            for form in sorted(noun_forms(noun)):
                if found.setdefault(form, kind) != kind:
                    refuse(
                        _FILE, f"kinds, {kind}", f"{form} is of {found[form]} already", "drop it from one of the two"
                    )
    return found


def _scopes(content: Any, kinds: Collection[str]) -> dict[str, Scope]:
    found: dict[str, Scope] = {}
    for name, value in mapping(content, _FILE, "scopes").items():
        row = Row(value, _FILE, f"scopes, {name}", ("about", "covers", "unsure"))
        covers = None if row.table.get("covers") == _ALL else frozenset(row.texts("covers"))
        unsure = frozenset(row.texts("unsure"))
        for kind in sorted((covers or frozenset()) | unsure):
            if kind not in kinds:
                refuse(
                    _FILE, f"scopes, {name}", f"no such kind: {kind}", "write one of kinds, or of designations' classes"
                )
        if covers is not None and covers & unsure:
            both = ", ".join(sorted(covers & unsure))
            refuse(_FILE, f"scopes, {name}", f"both covered and unsure: {both}", "drop it from one of the two")
        found[name] = Scope(name, row.text("about"), covers, unsure)
    return found


def _members(content: Any) -> dict[str, dict[str, tuple[str, str | None]]]:
    found: dict[str, dict[str, tuple[str, str | None]]] = {}
    for authority, states in mapping(content, _FILE, "members").items():
        if authority not in _AUTHORITIES:
            refuse(
                _FILE, f"members, {authority}", "no such authority", f"write one of {', '.join(sorted(_AUTHORITIES))}"
            )
        days: dict[str, tuple[str, str | None]] = {}
        for state, value in mapping(states, _FILE, f"members, {authority}").items():
            where = f"members, {state}"
            _check_state(state, where)
            since, *rest = [_day(day, where, "a day") for day in listing(value, _FILE, where)] or [""]
            if not since or len(rest) > 1 or (rest and rest[0] < since):
                refuse(_FILE, where, f"no days: {value!r}", "write [first day] or [first day, last day]")
            days[state] = since, rest[0] if rest else None
        found[authority] = days
    return found


def _phase(value: Any, regime: str, scopes: Mapping[str, Scope], kinds: Collection[str], as_of: str) -> Phase:
    row = Row(value, _FILE, regime, _PHASE_KEYS)
    start = _day(row.table.get("start"), regime, "start")
    end = _day_if_any(row.table.get("end"), regime, "end")
    known_until = _day_if_any(row.table.get("known_until"), regime, "known_until")
    for name, day in (("end", end), ("known_until", known_until)):
        if day is not None and not start <= day <= as_of:
            refuse(_FILE, regime, f"{name} {day} is not between {start} and the table's {as_of}", "correct a day")
    who, region = row.one_of("who", _WHO), row.maybe("region")
    if (who == "region") != (region is not None):
        refuse(_FILE, regime, "a region goes with who: region, and the other way round", "add or drop one of the two")
    if region is not None:
        _check_state(region, regime)
    groups = _groups(row.table.get("groups"), regime)
    if who == "groups" and not groups:
        refuse(_FILE, regime, "groups without any", "name them, each with the day from which it is meant")
    acts = _acts(row.texts("acts"), regime, as_of)
    return Phase(
        start=start,
        end=end,
        direction=row.one_of("direction", _DIRECTIONS),
        who=who,
        items=scopes[row.one_of("items", scopes)],
        acts=acts,
        basis=tuple(act.shown for act in acts),
        sources=tuple(dict.fromkeys(act.address for act in acts if act.address)),
        groups=groups,
        region=region,
        exceptions=row.maybe("exceptions") or "",
        disputed=_dispute(row.table.get("disputed"), regime, kinds),
        known_until=known_until,
    )


def _groups(content: Any, regime: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, day in mapping(content or {}, _FILE, f"{regime}, groups").items():
        group = armed_groups().get(name)
        if group is None or group.name != name:
            refuse(_FILE, regime, f"no such armed group: {name}", "write its name as in armed_groups.yaml")
        found[name] = _day(day, regime, name)
    return found


def _acts(lines: Collection[str], regime: str, as_of: str) -> tuple[Act, ...]:
    found: list[Act] = []
    for line in lines:
        act = _ACT.fullmatch(line)
        if act is None:
            refuse(
                _FILE, regime, f"no act: {line!r}", f'write "imposed 2007-03-24 UNSCR 1747"; verbs: {", ".join(_VERBS)}'
            )
        try:
            date.fromisoformat(act[2])
        except ValueError:
            refuse(_FILE, regime, f"no day: {act[2]}", "correct it")
        if act[2] > as_of:
            refuse(_FILE, regime, f"an act of {act[2]}, after the table's {as_of}", "correct one of the two")
        found.append(Act(act[1], act[2], act[3]))
    if not found:
        refuse(_FILE, regime, "a phase without an act", "name the act that imposed it")
    return tuple(found)


def _dispute(content: Any, regime: str, kinds: Collection[str]) -> Dispute | None:
    if content is None:
        return None
    row = Row(content, _FILE, f"{regime}, disputed", ("by", "why", "kinds"))
    of = frozenset(row.texts("kinds"))
    if not of.issubset(kinds):
        refuse(_FILE, regime, f"no such kind: {', '.join(sorted(of.difference(kinds)))}", "see kinds")
    return Dispute(row.text("by"), row.text("why"), of)


def _check_phases(phases: tuple[Phase, ...], regime: str) -> None:
    """A regime has phases; undisputed ones that forbid the same things in the same direction follow each other."""
    if not phases:
        refuse(_FILE, regime, "no phases", "add one")
    for at, phase in enumerate(phases):
        for earlier in phases[:at]:
            alike = (earlier.items, earlier.direction, earlier.who) == (phase.items, phase.direction, phase.who)
            sure = phase.disputed is None and earlier.disputed is None
            if alike and sure and (earlier.end is None or phase.start <= earlier.end):
                refuse(
                    _FILE, regime, f"the phase of {phase.start} begins before the one before it ends", "correct a day"
                )


def _check_state(name: str, entry: str) -> None:
    known = lexicon().states.get(name)
    if known is None or known.name != name:
        refuse(_FILE, entry, f"no such state: {name}", "write its name as in states.yaml")
