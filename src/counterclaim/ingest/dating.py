"""The day on which a source says that a document was published, and what is told where that cannot be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from counterclaim.ingest.adapters import Item
from counterclaim.records import Document, Refusal

# Year first, so that day and month are sure: with marks, or without as ISO allows.
_DAY = re.compile(
    r"\s*(?P<year>(?:19|20)[0-9]{2})"
    r"(?:(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})|(?P<month2>[0-9]{2})(?P<day2>[0-9]{2}))"
    r"(?:\D|$)"
)
_LONGEST_SHOWN = 40  # characters of a date that cannot be read


@dataclass(frozen=True, slots=True)
class Undated(Document):
    """A document without a day whose source states one that cannot be read. Only adapters see it: see ``noted``."""

    stated: str = ""


def iso_day(value: str | None) -> str | None:
    """The day that a time with its year first begins with, as it is written there, whatever the zone; None for anything
    else, and for a day that no calendar has."""
    match = _DAY.match(value or "")
    if match is None:
        return None
    try:
        return date(
            int(match["year"]), int(match["month"] or match["month2"]), int(match["day"] or match["day2"])
        ).isoformat()
    except ValueError:  # 31 February
        return None


def dated(found: Document, stated: str | None) -> Document:
    """The document with the day of a stated date, unless it has one; an ``Undated`` where that cannot be read. A date
    that cannot be read is never guessed at."""
    if found.published or not stated or not stated.strip():
        return found
    day = iso_day(stated)
    if day is None:
        return found if isinstance(found, Undated) else Undated(**_values(found), stated=stated)
    return replace(_plain(found), published=day)


def stated_date(found: Document) -> str | None:
    """What is known of a document's day: the day, or the date that could not be read."""
    return found.stated if isinstance(found, Undated) else found.published


def noted(item: Item) -> Iterator[Item]:
    """An item as callers see it. A document whose date could not be read is a document, and behind it a note that says
    so: a case takes a refusal before a document of the same place for one that is mended."""
    if not isinstance(item, Undated):
        yield item
        return
    yield _plain(item)
    yield Refusal(item.path, "date not understood", _advice(item.stated))


def _advice(stated: str) -> str:
    shown = " ".join(stated.split())
    shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
    return f'it says "{shown}"; the date is left out, not the report; write it as 2023-05-09'


def _plain(found: Document) -> Document:
    return Document(**_values(found))


def _values(found: Document) -> dict[str, Any]:
    return {field.name: getattr(found, field.name) for field in fields(Document)}
