"""Judgements: what a person holds of entities, which the collection stages take over their own findings."""

from dataclasses import dataclass

from counterclaim.records.spans import Span


@dataclass(frozen=True, slots=True)
class EntityReference:
    """An entity as somebody saw it: its id and name of that day, and a mention, by which it is found again later."""

    id: str
    name: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class EntityMerge:
    """Two entities that are one thing; the result keeps the id and the name of ``entity``."""

    entity: EntityReference
    other: EntityReference


@dataclass(frozen=True, slots=True)
class EntitySplit:
    """An entity whose mentions under ``split_name`` are another thing's: all of them, or those of one ``document``."""

    entity: EntityReference
    split_name: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A merge or a split, under the ``id`` of the entry that holds it; ``by`` says who holds so, ``why`` the reason."""

    id: str
    by: str
    why: str
    of: EntityMerge | EntitySplit
