"""HTML pages: the main text, and title, date and outlet as the page states them."""

import re
from collections.abc import Iterator

from counterclaim.ingest.adapters import Context, Format, Input, Item
from counterclaim.ingest.charsets import page_text
from counterclaim.ingest.limits import read_whole
from counterclaim.ingest.making import document
from counterclaim.records import Document

_SIGN = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,1000}?-->\s*){0,5}(?:<!doctype\s+html|<html|<head|<body)\b",
    re.IGNORECASE | re.DOTALL,
)


def read(source: Input, context: Context) -> Iterator[Item]:
    """The page's article as one document. A page without any tag is read as plain text, whatever it is called."""
    raw = read_whole(source.stream, context.limits.page_bytes, source.where)
    page = page_text(raw, source.charset, source.where) if raw.strip() else ""
    if "<" in page:
        yield article(page, source.where, source.url, context)
    else:
        yield document(source.where, page, url=source.url)


def article(page: str, where: str, url: str, context: Context, *, whole: bool = False) -> Document:
    """The document of a page's source. Raises InputRefused for one without a main text, unless the ``whole`` of a
    source that is no page, as in a mail, may stand for it."""
    options = {"url": url, "whole": whole}
    found = context.parser.parse("html", page.encode("utf-8", "replace"), where, options)
    return document(
        where,
        found["text"],
        title=found["title"],
        published=found["published"],
        outlet=found["outlet"],
        url=url,
    )


def _is_signed(head: bytes) -> bool:
    """Whether bytes begin as a page, in UTF-16 too; other XML is none."""
    return bool(_SIGN.match(head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")))


FORMAT = Format(
    name="HTML page",
    read=read,
    suffixes=frozenset({".html", ".htm", ".xhtml", ".shtml"}),
    media_types=frozenset({"text/html", "application/xhtml+xml"}),
    is_signed=_is_signed,
)
