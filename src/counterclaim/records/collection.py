"""What a collection of documents says as a whole: stories, lineages, utterances, propositions and their standing."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.records.claims import Bound
from counterclaim.records.spans import Span


class LinkKind(StrEnum):
    """Why two documents are held to have one origin."""

    COPY = "copy"  # the same text, or nearly
    EXCERPT = "excerpt"  # one is a part of the other, trimmed
    REWRITE = "rewrite"  # whole passages are shared, others are not
    CREDIT = "credit"  # both credit one agency, on one story


class OriginKind(StrEnum):
    """What an origin is: a document alone, a text that several published, an agency, or what somebody said once."""

    DOCUMENT = "document"
    COPY = "copy"
    AGENCY = "agency"
    UTTERANCE = "utterance"


class Status(StrEnum):
    """How the origins of a proposition stand to it (DESIGN section 5)."""

    CORROBORATED = "corroborated"  # two or more independent origins affirm it, none denies it
    SINGLE_SOURCE = "single-source"  # one origin affirms it, none denies it
    CONTESTED = "contested"  # affirmed and denied
    DENIED = "denied"  # denied, affirmed by none
    HEDGED_ONLY = "hedged-only"  # neither affirmed nor denied outright


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about the same happening, in the order in which they joined."""

    id: str
    title: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineageLink:
    """Two documents of one origin: the kind of link, its score from 0 to 1, and the reason in words for people."""

    one: str
    other: str
    kind: LinkKind
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Documents that come from one origin; one alone is its own. ``links`` say why they stand together."""

    id: str
    kind: OriginKind
    label: str
    documents: tuple[str, ...]
    links: tuple[LineageLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One speaker on one occasion, quoted by several documents: together they are one origin.

    ``speaker`` is an entity id, ``claims`` are those that rest on it; ``reason`` says what shows that it is one
    occasion.
    """

    id: str
    speaker: str
    label: str
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent origin of a proposition, with those of its claims that come from there."""

    kind: OriginKind
    label: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that claims of a proposition give; ``unit`` is what it counts, or a currency."""

    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    stage: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposition:
    """What several claims claim: a frame with resolved roles, without a speaker.

    ``roles`` holds for each role the entity ids or, where a filler has none, the words that are shared; ``summary`` is
    a plain sentence without a source. ``denied_by`` are the ids of claims that deny it, with or without naming the
    event.
    ``reasons`` say, a line a join, why claims stand together.
    """

    id: str
    frame: str
    stage: str | None
    summary: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    claims: tuple[str, ...]
    status: Status
    origins: tuple[Origin, ...]
    figures: tuple[Figure, ...] = ()
    figure_conflict: bool = False
    denied_by: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention that fits several entities and is therefore linked to none."""

    document: str
    span: Span
    text: str
    candidates: tuple[str, ...]
    reason: str
