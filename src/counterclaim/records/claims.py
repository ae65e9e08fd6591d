"""Claims: source × event × factuality at a span. Vocabulary and shape are those of the JSON ledger."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.records.documents import content_id
from counterclaim.records.language import Section
from counterclaim.records.spans import Span

EXTRACTOR = "2026.1"


class Factuality(StrEnum):
    """FactBank's values: how the nearest source commits itself to the event (Saurí and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    NOT_CERTAIN = "CT-"
    NOT_PROBABLE = "PR-"
    NOT_POSSIBLE = "PS-"
    UNDERSPECIFIED = "Uu"


class Stance(StrEnum):
    """What a source does with the content it is quoted for."""

    ASSERT = "assert"
    DENY = "deny"
    ACKNOWLEDGE = "acknowledge"
    ACCUSE = "accuse"
    DEMAND = "demand"
    PREDICT = "predict"


class Bound(StrEnum):
    """How a figure limits what it counts."""

    EXACT = "exact"
    MIN = "min"
    MAX = "max"
    APPROX = "approx"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Filler:
    """A stretch of text in a role; ``entity`` is the id of the entity that it names, where that is known."""

    text: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: ``low`` and ``high`` count ``unit``; a side that the text leaves open is None."""

    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Time:
    """When: ISO days ``start`` and ``end``, both included; a side that is open or unknown is None.

    ``anchor`` says what the text's words were resolved against: "stated" (they give the day themselves), "published"
    (the publication date), "inferred" (a date taken from elsewhere); None where they could not be resolved.
    """

    start: str | None
    end: str | None
    text: str
    span: Span
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain from the document's own voice to the claim: who says it, with which cue, and when."""

    source: Filler | None
    cue: Filler
    stance: Stance
    medium: Filler | None = None
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One event as one source presents it.

    ``attribution`` runs from the outermost source to the nearest; empty means the document's own voice.
    ``rule`` names the lexicon entry or pattern that found the event.
    """

    document: str
    frame: str
    stage: str | None
    roles: Mapping[str, tuple[Filler, ...]]
    attribution: tuple[Attribution, ...]
    factuality: Factuality
    quantity: Quantity | None
    place: Filler | None
    trigger: Filler
    evidence: Filler
    rule: str
    section: Section
    value: Quantity | None = None  # a sum of money; its unit is the currency
    time: Time | None = None  # when the event took or takes place

    @property
    def id(self) -> str:
        """The same rule at the same characters of the same document is the same claim."""
        nearest = self.attribution[-1].cue.span if self.attribution else None
        key = f"{self.document}|{self.frame}|{self.rule}|{self.trigger.span}|{nearest}"
        return content_id("c", key)


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that mentions name: type, its fullest name, other names, and where it is mentioned.

    ``reasons`` say, a line each, why names are one thing's, or were set apart.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[tuple[str, Span], ...]
    reasons: tuple[str, ...] = ()
