"""Who supplies and who receives, as far as a regime asks: a state, an armed group, or somebody unknown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon.actors import armed_groups, office
from counterclaim.lexicon.inflection import noun_forms
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Entity, Filler

_LONGEST = 200  # characters of a phrase that are looked at
_KEPT = 1 << 14  # phrases whose reading is remembered
# Nouns of those who bear arms against a government, or without being its forces.
_ARMED = frozenset(
    form
    for noun in (
        *("rebel", "militia", "militiaman", "militant", "insurgent", "guerrilla", "fighter"),
        *("terrorist", "jihadist", "separatist", "gang", "warlord"),
    )
    for form in noun_forms(noun)
)


@dataclass(frozen=True, slots=True)
class Party:
    """One who supplies or receives. ``state`` is the state that it is or belongs to, None if not known.

    ``group`` is the armed group that it is; ``armed`` tells a party that stands outside a government's forces, None
    where that is open (paramilitaries and coalitions are on either side).
    """

    text: str
    state: str | None = None
    group: str | None = None
    armed: bool | None = False


def parties(fillers: Iterable[Filler], entities: Mapping[str, Entity]) -> tuple[Party, ...]:
    """The parties that fill a role, each once; ``entities`` are the ledger's, by id."""
    found: dict[tuple[str | None, str | None, str], Party] = {}
    for filler in fillers:
        party = _party(filler, entities)
        known = party.state is not None
        found.setdefault((party.state, party.group, "" if known else party.text.casefold()), party)
    return tuple(found.values())


def _party(filler: Filler, entities: Mapping[str, Entity]) -> Party:
    """Who fills a role: what the phrase says counts first ("Libyan rebels"), then what it was linked to ("it")."""
    entity = entities.get(filler.entity or "")
    words = filler.text[:_LONGEST]
    if _is_armed(words):
        own = read_party(words)
        if own.state is not None or entity is None:
            return own
    if entity is not None:
        named = next((p for p in map(read_party, (entity.name, *entity.aliases)) if p.state is not None), None)
        if named is not None:
            armed = True if named.group is None and _is_armed(words) else named.armed
            return Party(named.text, named.state, named.group, armed)
    own = read_party(words)
    return own if own.state is not None or entity is None else Party(entity.name)


def _is_armed(text: str) -> bool:
    return not _ARMED.isdisjoint(text.lower().split())


@lru_cache(maxsize=_KEPT)
def read_party(text: str) -> Party:
    """The party that a phrase names: an armed group, a state, its office, or its people ("Iranian company")."""
    bare = text.removeprefix("the ").removeprefix("The ").strip()
    group = armed_groups().get(bare)
    if group is not None:
        armed = None if group.kind in {"paramilitary", "coalition"} else True
        return Party(group.name, group.states[0], group.name, armed)
    states = lexicon().states
    state = states.get(bare)
    if state is not None:
        return Party(state.name, state.name)
    body = office(bare)
    if body is not None:
        return Party(bare, body.state)
    words = bare.split()
    for size in range(min(len(words) - 1, 4), 0, -1):
        front = " ".join(words[:size]).removesuffix("'s").removesuffix("’s")
        if front in states:
            return Party(bare, states[front].name, armed=_is_armed(bare))
    return Party(bare)
