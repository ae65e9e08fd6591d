"""What a page says of itself: title, date and outlet, from JSON-LD, the meta elements, and then by htmldate."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

from htmldate import find_date

_LONGEST_SCRIPT = 500_000  # characters of JSON-LD that are looked at
_DEEPEST = 6
_MOST_NODES = 2_000
_LONGEST_NAME = 200
_DATE = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:\D|$)")
_PROPERTIES = {
    "published": (
        "article:published_time",
        "og:article:published_time",
        "article.published",
        "datepublished",
        "parsely-pub-date",
    ),
    "title": ("og:title", "twitter:title", "parsely-title"),
    "outlet": ("og:site_name", "application-name"),
}


def facts(tree: Any, url: str) -> dict[str, Any]:
    """``title``, ``published`` (ISO), ``dated_by`` (where the date comes from) and ``outlet`` of a page; None where it
    says nothing. ``tree`` is lxml's."""
    nodes, stated = list(_linked_data(tree)), _meta(tree)
    published, dated_by = _published(nodes, stated, tree, url)
    title = (
        _first(_name(node.get("headline")) for node in nodes) or stated.get("title") or _name(tree.findtext(".//title"))
    )
    outlet = _first(_publisher(node) for node in nodes) or stated.get("outlet")
    return {"title": title, "published": published, "dated_by": dated_by, "outlet": outlet}


def _published(
    nodes: list[dict[str, Any]], stated: dict[str, str], tree: Any, url: str
) -> tuple[str | None, str | None]:
    found = _first(_day(node.get("datePublished")) for node in nodes)
    if found:
        return found, "JSON-LD"
    found = _day(stated.get("published"))
    if found:
        return found, "meta"
    # Without the extensive search, which guesses from any number on the page.
    guessed = find_date(tree, extensive_search=False, original_date=True, url=url or None)
    return (_day(guessed), "htmldate") if guessed else (None, None)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, articles first."""
    found: list[dict[str, Any]] = []
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        source = script.text or ""
        if len(source) > _LONGEST_SCRIPT:
            continue
        try:
            found += _objects(json.loads(source, strict=False))
        except (ValueError, RecursionError):
            continue
    yield from sorted(found[:_MOST_NODES], key=lambda node: "article" not in str(node.get("@type", "")).lower())


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects in a JSON value, outer ones first, without the parts of articles: they are other things."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:_MOST_NODES]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)


def _meta(tree: Any) -> dict[str, str]:
    """What the meta elements say, each by the first of its names that is there."""
    content: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            content.setdefault((element.get(attribute) or "").lower(), element.get("content") or "")
    said = {key: _first(_name(content.get(name)) for name in names) for key, names in _PROPERTIES.items()}
    return {key: value for key, value in said.items() if value}


def _publisher(node: dict[str, Any]) -> str | None:
    publisher = node.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return _name(publisher.get("name") if isinstance(publisher, dict) else publisher)


def _name(value: Any) -> str | None:
    """A short text in one line; None for anything else, an address included."""
    if not isinstance(value, str):
        return None
    name = " ".join(unescape(value).split())  # JSON-LD is often escaped twice
    return name if 0 < len(name) <= _LONGEST_NAME and not name.startswith(("http:", "https:", "#")) else None


def _day(value: Any) -> str | None:
    """The day of an ISO time as it is written: the publisher's own day, whatever the zone."""
    match = _DATE.match(value) if isinstance(value, str) else None
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)
