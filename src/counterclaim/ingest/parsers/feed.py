"""The entries of an RSS or Atom feed, by feedparser, which reads malformed feeds too."""

import io
import re
from datetime import date
from typing import Any

import feedparser

from counterclaim.errors import InputRefused
from counterclaim.ingest.dating import iso_day

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\s*\d{4}")
_MONTH = re.compile(r"[^\W\d_]{3}")
_ENTRY_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)


def parse(raw: bytes, *, url: str, entries: int) -> dict[str, Any]:
    """``outlet`` (the feed's title), ``entries`` (title, link, published, html), ``left`` (entries over the limit, not
    looked at) and ``damaged``. ``raw`` is UTF-8.

    Raises InputRefused for entities, which no feed needs and bombs are made of, and for what is no feed.
    """
    text = _DECLARATION.sub("", raw.decode("utf-8", "replace"), count=1)
    if _ENTITY.search(text):
        raise InputRefused("", "XML entities", "a feed that defines entities is not read")
    if not text.strip():
        raise InputRefused("", "empty text")
    ends = [match.end() for match in _ENTRY_END.finditer(text)]
    kept = text if len(ends) <= entries else text[: ends[entries - 1]]
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    # A stream: feedparser would take a string for a file name or an address.
    feed = feedparser.parse(io.BytesIO(kept.encode("utf-8", "replace")), response_headers=headers)
    if not feed.version:  # feedparser finds entries in any XML with items
        raise InputRefused("", "no feed", "it is neither RSS nor Atom")
    return {
        "outlet": _text(feed.feed.get("title")),
        "entries": [_entry(entry) for entry in feed.entries[:entries]],
        "left": max(0, len(ends) - entries),
        "damaged": bool(feed.bozo) and kept is text,
    }


def _entry(entry: Any) -> dict[str, Any]:
    contents = [content.get("value") or "" for content in entry.get("content") or []]
    bodies = [*contents, _text(entry.get("summary")) or ""]
    return {
        "title": _text(entry.get("title")),
        "link": _text(entry.get("link")),
        "published": _published(entry),
        "html": max(bodies, key=len),
    }


def _published(entry: Any) -> str | None:
    """The day as the feed writes it where the year comes first, else the day in UTC; what the feed writes where no day
    can be read of it."""
    for key in ("published", "updated"):
        written = _text(entry.get(key))
        if written:
            return iso_day(written) or _in_utc(written, entry.get(f"{key}_parsed")) or written
    return None


def _in_utc(written: str, parsed: Any) -> str | None:
    """The day that feedparser reads of a date with the month's name. Of numbers it makes days that nobody wrote: of
    "2023-02-31" the third of March, of "12" the first of this month."""
    if not parsed or _YEAR_FIRST.match(written) or not _MONTH.search(written):
        return None
    try:
        return iso_day(date(*parsed[:3]).isoformat())
    except ValueError:
        return None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
