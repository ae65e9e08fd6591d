"""PDF files."""

from collections.abc import Iterator

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Context, Format, Input, Item
from counterclaim.ingest.limits import read_whole
from counterclaim.ingest.making import document
from counterclaim.records import Refusal

_SCAN = "a scan? run text recognition (OCR) over it first"


def read(source: Input, context: Context) -> Iterator[Item]:
    """The file's text as one document, and a note where pages were left out. Its title and date are read from the text:
    what a PDF's own fields say is often of the form it was made from."""
    raw = read_whole(source.stream, context.limits.pdf_bytes, source.where)
    most = context.limits.pdf_pages
    found = context.parser.parse("pdf", raw, source.where, {"pages": most})
    if not found["text"].strip():
        raise InputRefused(source.where, "no text in it", _SCAN)
    yield document(source.where, found["text"], url=source.url)
    if found["pictures"]:
        yield Refusal(source.where, "pages without text", f"{found['pictures']} of {found['pages']} pages: {_SCAN}")
    if found["pages"] > most:
        yield Refusal(source.where, "too many pages", f"{most} of {found['pages']} were read")


FORMAT = Format(
    name="PDF",
    read=read,
    suffixes=frozenset({".pdf"}),
    media_types=frozenset({"application/pdf", "application/x-pdf"}),
    is_signed=lambda head: b"%PDF-" in head[:1024],
)
