"""What goes into a case and comes out of it beside the records of the ledger."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from counterclaim.records import Claim, Document, EntityMerge, EntitySplit, ScreeningHit, content_id

Item = TypeVar("Item")


class Taken(StrEnum):
    """What became of a document that was to be added."""

    ADDED = "added"
    KNOWN = "known"  # the same text from the same place is there already
    SAME_TEXT = "same text as another document"
    ID_TAKEN = "id taken by another text"


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """One document that was to be added; ``path`` is the place of the one that is in the case."""

    document: Document
    taken: Taken
    path: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the collection stages: its number from 1 on, when (UTC, ISO 8601), and how much it found.

    ``hits`` are those of registers; what is only possible is not among them.
    """

    ordinal: int
    at: str
    extractor: str
    documents: int
    claims: int
    propositions: int
    hits: int

    @property
    def id(self) -> str:
        """The run as commands name it."""
        return f"r:{self.ordinal}"


class Action(StrEnum):
    """What a correction does to the entry that it names."""

    REJECT = "reject"  # a claim that the text does not make
    REPLACE = "replace"  # a claim that the text makes otherwise: the correction holds it
    MERGE = "merge"  # an entity that is the same as another one
    SPLIT = "split"  # an entity, one of whose names is another's
    UNDO = "undo"  # another correction


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says to a claim, an entity or an earlier correction, whose id is ``replaces``.

    Nothing is written over. ``claim`` stands in the place of the one that is replaced, ``entities`` says which entities
    are merged or how one is split. ``at`` is UTC, ISO 8601.
    """

    replaces: str
    action: Action
    by: str
    why: str
    claim: Claim | None = None
    at: str = ""
    entities: EntityMerge | EntitySplit | None = None

    @property
    def id(self) -> str:
        """The same correction at the same time is the same entry."""
        new = self.claim.id if self.claim else self.entities.key if self.entities else ""
        return content_id("k", f"{self.replaces}|{self.action}|{self.by}|{self.why}|{new}|{self.at}")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a list, of ``total``; ``after`` is what to ask for the next page with, None at the end."""

    items: tuple[Item, ...]
    total: int
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A stored document: its number in the case, when it was added, whether the newest run holds it, its claims there.

    ``added`` is UTC, ISO 8601.
    """

    number: int
    added: str
    document: Document
    read: bool
    claims: int = 0
    story: str | None = None
    lineage: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a case holds. ``unread`` documents are English and have no reading by the extractor asked about."""

    documents: int
    unread: int
    other_languages: int
    refused: int
    runs: int
    corrections: int
    bytes: int


def hit_id(hit: ScreeningHit) -> str:
    """A hit has no id of its own: what was held against which entry of which register is the same hit."""
    return content_id("h", f"{hit.entity}|{hit.register}|{hit.entry}")
