"""JSONL: one report a line, as an object.

Keys that are read, the first of each row that is there: the body in ``text``, ``content``, ``body``, ``maintext``, or
the page's source in ``html``; ``title``, ``headline``; ``published``, ``date``, ``date_publish``, ``published_at`` (an
ISO date or time); ``outlet``, ``source``, ``publisher``, ``source_domain``; ``url``, ``link``. Other keys are left
alone."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Context, Format, Input, Item, refusal
from counterclaim.ingest.dating import dated, stated_date
from counterclaim.ingest.html import article
from counterclaim.ingest.making import document
from counterclaim.records import Document

_BODY = ("text", "content", "body", "maintext")
_TITLE = ("title", "headline")
_PUBLISHED = ("published", "date", "date_publish", "published_at")
_OUTLET = ("outlet", "source", "publisher", "source_domain")
_URL = ("url", "link")


def read(source: Input, context: Context) -> Iterator[Item]:
    """A document a line; each line that is none is named by its number, and the next is read."""
    for number, line in _lines(source.stream, context.limits.page_bytes):
        where = f"{source.where}#{number}"
        try:
            if line is None:
                raise InputRefused(where, "too large", f"the limit is {context.limits.page_bytes / 1e6:.0f} MB a line")
            if line.strip():
                yield _document(_object(line, where), where, context)
        except InputRefused as refused:
            yield refusal(refused)


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; None for one that is too long."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        too_long = len(line) > most
        while too_long and line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield number, None if too_long else line


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError:
        raise InputRefused(where, "broken line", "it is not UTF-8") from None
    except (ValueError, RecursionError):
        raise InputRefused(where, "broken line", "it is no JSON") from None
    if not isinstance(value, dict):
        raise InputRefused(where, "broken line", "it is no JSON object")
    return value


def _document(row: Mapping[str, Any], where: str, context: Context) -> Document:
    body, url = _said(row, _BODY), _said(row, _URL)
    title, published, outlet = _said(row, _TITLE), _stated(row), _said(row, _OUTLET)
    source = _said(row, ("html",))
    if not body.strip() and source:
        found = article(source, where, url, context)
        line = document(
            where,
            found.text,
            title=title or found.title,
            published=published,
            outlet=outlet or found.outlet,
            url=url,
        )
        return dated(line, stated_date(found))
    if not body.strip():
        raise InputRefused(where, "no text in it", f"a line needs one of the keys {', '.join((*_BODY, 'html'))}")
    return document(where, body, title=title, published=published, outlet=outlet, url=url)


def _said(row: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((row[key] for key in keys if isinstance(row.get(key), str) and row[key].strip()), "")


def _stated(row: Mapping[str, Any]) -> str:
    """The date as the line states it; a number or an object, which may be no date, as JSON."""
    given = (row[key] for key in _PUBLISHED if row.get(key) and not isinstance(row[key], str))
    return _said(row, _PUBLISHED) or next(map(json.dumps, given), "")


FORMAT = Format(
    name="JSONL",
    read=read,
    suffixes=frozenset({".jsonl", ".ndjson"}),
    media_types=frozenset({"application/x-ndjson", "application/jsonl", "application/x-jsonlines"}),
    in_part=True,
)
