"""What the entities stage works with and hands out: names as pages use them, why they are joined, the grouping."""

from dataclasses import dataclass, field
from typing import NamedTuple

from counterclaim.entities.surroundings import Evidence
from counterclaim.records import Claim, Entity, Span, Unresolved


class Grouping(NamedTuple):
    """The entities of a collection, its claims linked to them, and the names left open."""

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    unresolved: tuple[Unresolved, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A mention that stands for the thing under ``key``; ``shown`` is the name as it is written there, tidied."""

    span: Span
    shown: str
    type: str
    key: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the name ``one`` belongs to the thing under ``key``, which is called ``other``."""

    key: str
    one: str
    other: str
    text: str


@dataclass(frozen=True, slots=True)
class Open:
    """A mention that fits several things, by their keys."""

    span: Span
    text: str
    candidates: tuple[str, ...]
    reason: str


@dataclass(slots=True)
class PageNames:
    """The names of one document: what each stands for, as far as the document itself tells.

    ``bare`` are family names whose bearers the document does not name in full; ``short`` are acronyms that it
    uses without introducing them, ``introduced`` those that it does, with their keys. ``evidence`` is for persons
    by key, ``nouns`` are what bodies are called, by key. ``joined`` are keys that the document shows to be
    another's, ``lost`` tells that it has lost its apostrophes.
    """

    document: str
    uses: list[Use] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    bare: list[Use] = field(default_factory=list)
    short: list[Use] = field(default_factory=list)
    introduced: dict[str, set[str]] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)
    joined: list[tuple[str, Reason]] = field(default_factory=list)
    lost: bool = False
    reasons: list[Reason] = field(default_factory=list)
