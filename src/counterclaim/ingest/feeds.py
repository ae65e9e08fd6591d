"""RSS and Atom feeds: the pages that their entries point to where a fetcher is allowed, else what the feed itself
holds."""

import re
from collections.abc import Iterator
from typing import Any

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Context, Format, Input, Item, Page, refusal
from counterclaim.ingest.charsets import page_text
from counterclaim.ingest.dating import dated
from counterclaim.ingest.html import article
from counterclaim.ingest.making import document
from counterclaim.records import Document, Refusal

_SIGN = re.compile(
    rb"\s*(?:<!--.{0,1000}?-->\s*|<!DOCTYPE[^>]{0,300}>\s*|<\?[^>]{0,300}\?>\s*){0,10}"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL | re.IGNORECASE,
)


def read(source: Input, context: Context) -> Iterator[Item]:
    """The entries as documents. A page that cannot be fetched is named, and what the feed says of it is read
    instead."""
    most = context.limits.page_bytes
    raw = source.stream.read(most + 1)
    cut = source.cut
    if len(raw) > most:
        cut = InputRefused(source.where, "too large", f"its first {most / 1e6:.0f} MB are read")
    if cut:
        yield refusal(cut)
    text = page_text(raw[:most], source.charset, source.where)
    options = {"url": source.url, "entries": context.limits.entries}
    feed = context.parser.parse("feed", text.encode("utf-8", "replace"), source.where, options)
    if feed["damaged"] and not cut:
        yield Refusal(source.where, "damaged feed", f"{len(feed['entries'])} entries could be told apart and are read")
    elif not feed["entries"]:
        yield Refusal(source.where, "empty feed", "it has no entries")
    for number, entry in enumerate(feed["entries"], start=1):
        yield from _entry(entry, f"{source.where}#{entry['link'] or number}", feed["outlet"], context)
    if feed["left"]:
        read_of = f"{len(feed['entries'])} of {len(feed['entries']) + feed['left']} were read"
        yield Refusal(source.where, "too many entries", read_of)


def _entry(entry: dict[str, Any], where: str, outlet: str | None, context: Context) -> Iterator[Item]:
    page = None
    if context.fetch is not None and entry["link"]:
        try:
            page = context.fetch.get(entry["link"])
        except InputRefused as refused:
            yield Refusal(refused.where, refused.reason, refused.advice or "what its feed says is read instead")
    if page is not None:
        yield from _page(page, entry["published"], context)
        return
    try:
        yield _summary(entry, where, outlet, context)
    except InputRefused as refused:
        yield refusal(refused)


def _page(page: Page, published: str | None, context: Context) -> Iterator[Item]:
    """What an entry's page holds, with the feed's date where the page has none. A feed of feeds ends here, because
    nothing is fetched from inside."""
    try:
        for item in context.dispatch(Input.of_page(page, page.url), context.inside(page.url)):
            yield dated(item, published) if isinstance(item, Document) else item
    except InputRefused as refused:
        yield refusal(refused)


def _summary(entry: dict[str, Any], where: str, outlet: str | None, context: Context) -> Document:
    """The document of what a feed holds of an entry: often a sentence or two, sometimes the whole report."""
    known = {"title": entry["title"], "published": entry["published"], "outlet": outlet, "url": entry["link"] or ""}
    body = entry["html"] or entry["title"] or ""
    if "<" in body or "&" in body:
        body = article(f"<html><body>{body}</body></html>", where, "", context, whole=True).text
    return document(where, body, **known)


FORMAT = Format(
    name="feed",
    read=read,
    suffixes=frozenset({".rss", ".atom", ".xml"}),
    media_types=frozenset(
        {"application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"}
    ),
    is_signed=lambda head: bool(_SIGN.match(head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"))),
    in_part=True,
)
