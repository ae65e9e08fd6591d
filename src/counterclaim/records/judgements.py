"""Judgements: what a person holds of entities, which the collection stages take over their own findings."""

from dataclasses import dataclass

from counterclaim.records.documents import content_id
from counterclaim.records.spans import Span


@dataclass(frozen=True, slots=True)
class EntityReference:
    """An entity as somebody saw it: its id and name of that day, and a mention that gives the name.

    It is found again by its id, and where that has become another one, by the mention and the name. What was ``apart``,
    an entity that a split had made, is nothing else when the split is undone.
    """

    id: str
    name: str
    document: str
    span: Span
    apart: bool = False


@dataclass(frozen=True, slots=True)
class EntityMerge:
    """Two entities that are one thing; the result keeps the id, the name and the type of ``entity``."""

    entity: EntityReference
    other: EntityReference

    @property
    def key(self) -> str:
        """What the merge says, for its id."""
        return f"{self.entity.id}+{self.other.id}"


@dataclass(frozen=True, slots=True)
class EntitySplit:
    """An entity whose mentions under ``split_name`` are another thing's: all of them, or those of one ``document``."""

    entity: EntityReference
    split_name: str
    document: str | None = None

    @property
    def key(self) -> str:
        """What the split says, for its id."""
        return f"{self.entity.id}-{self.split_name}@{self.document or ''}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A merge or a split, under the ``id`` of the entry that holds it; ``by`` says who holds so, ``why`` the reason."""

    id: str
    by: str
    why: str
    of: EntityMerge | EntitySplit


def split_id(judgement: str) -> str:
    """The id of the entity that a split makes."""
    return content_id("e", f"split|{judgement}")
