"""What a page says of itself: title, date and outlet, from JSON-LD, the meta elements, and then by htmldate."""

import json
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from html import unescape
from typing import Any

from htmldate import find_date

from counterclaim.ingest.dating import iso_day

_LONGEST_SCRIPT = 500_000  # characters of JSON-LD that are looked at
_DEEPEST = 6
_MOST_NODES = 2_000
_LONGEST_NAME = 200
_LONGEST_DATE = 60
_LIKE_DATE = re.compile(rf"(?=.*\b(?:19|20)\d\d\b)(?=.*\b\d{{1,2}}\b).{{1,{_LONGEST_DATE}}}", re.DOTALL)
_CLOCK = re.compile(r"\d{1,2}:\d\d\S*(?:\s+(?:GMT|UTC)?[+-]\d\d:?\d\d)?")
_MONTH = re.compile(r"[^\W\d_]{3}")
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
    """``title``, ``published``, ``dated_by`` (where the date comes from) and ``outlet`` of a page; None where it says
    nothing. ``published`` is a day in ISO, or what is written where no day can be read. ``tree`` is lxml's."""
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
    linked = list(filter(None, (_written(node.get("datePublished")) for node in nodes)))
    found = _first(map(iso_day, linked))
    if found:
        return found, "JSON-LD"
    found = iso_day(stated.get("published"))
    if found:
        return found, "meta"
    written = [*linked, *filter(None, [stated.get("published")])]
    unread = {*written, *_no_days(tree)}
    found = _shown(tree, url)
    if found and unread and not any(_says(text, found) for text in unread):
        found = _shown(_without(tree, unread), url)
    return (found, "htmldate") if found else (_first(written), None)


def _written(value: Any) -> str | None:
    """A date as JSON-LD states it; a number or an object, which may be no date, as text."""
    return (value if isinstance(value, str) else json.dumps(value))[:_LONGEST_DATE].strip() if value else None


def _shown(tree: Any, url: str) -> str | None:
    """The day that htmldate finds on a page, without its extensive search, which guesses from any number."""
    return iso_day(find_date(tree, extensive_search=False, original_date=True, url=url or None))


def _no_days(tree: Any) -> Iterator[str]:
    """What looks like a date in the elements by which htmldate goes, and has no day that can be read."""
    said = (value for name in ("content", "datetime") for value in tree.xpath(f"//meta/@{name} | //time/@{name}"))
    yield from (value for value in map(str, said) if _LIKE_DATE.fullmatch(value) and not iso_day(value))


def _says(written: str, day: str) -> bool:
    """Whether a written date is this very day and no other. Of "2023-02-31" htmldate makes the first of February, of
    "05/09/2024" the fifth of September."""
    numbers = sorted(map(int, re.findall(r"\d+", _CLOCK.sub(" ", written))))
    year, month, of_month = map(int, day.split("-"))
    if _MONTH.search(written):
        return numbers == sorted([year, of_month])
    return numbers == sorted([year, month, of_month]) and (of_month > 12 or of_month == month)


def _without(tree: Any, unread: set[str]) -> Any:
    """A copy of a page without the dates that cannot be read, so that what it shows elsewhere is looked at alone."""
    page = deepcopy(tree)
    for element in list(page.iter("meta", "time", "script")):
        said = element.get("content") or element.get("datetime") or ""
        if said in unread or _name(said) in unread or element.get("type") == "application/ld+json":
            element.drop_tree()
    return page


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


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
