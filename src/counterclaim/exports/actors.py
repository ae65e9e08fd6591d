"""Who the actors of a ledger are for other tools: states with their country codes, offices, armed groups."""

from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon.actors import armed_groups, office
from counterclaim.lexicon.tables import lexicon
from counterclaim.registers.countries import country_codes

_LONGEST = 200  # characters; a longer text is no name
_COUNTRIES = frozenset({"state", "territory"})


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor by its name: ``kind`` is the kind of a state, office or armed group in the lexicon, or empty.

    ``countries`` are ISO 3166-1 alpha-2 codes: of a state its own, of an office the state's that it speaks for, of an
    armed group those where it is or was active.
    """

    kind: str = ""
    countries: tuple[str, ...] = ()

    @property
    def is_place(self) -> bool:
        """Whether it is a state or a territory."""
        return self.kind in _COUNTRIES


@lru_cache(maxsize=4096)
def actor(name: str) -> Actor:
    """What the lexicon's tables say of a name."""
    words = " ".join(name[: _LONGEST + 1].split())
    if not words or len(words) > _LONGEST:
        return Actor()
    state = lexicon().states.get(words)
    if state is not None:
        return Actor(state.type, country_codes(state.name))
    group = armed_groups().get(words)
    if group is not None:
        return Actor(group.kind, tuple(code for name in group.states for code in country_codes(name)))
    body = office(words)
    return Actor(body.kind, country_codes(body.state)) if body is not None else Actor()
