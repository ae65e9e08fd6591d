"""The table of formats, and how an input finds its own."""

from collections.abc import Iterator
from pathlib import PurePath

from counterclaim.errors import InputRefused
from counterclaim.ingest import feeds, gzipped, html, jsonl, mail, official_lists, pdf, text, warc, zipped
from counterclaim.ingest.adapters import Context, Format, Input, Item

# In the order in which their first bytes are asked: a feed may look like a page too.
FORMATS = (
    warc.FORMAT,
    pdf.FORMAT,
    gzipped.FORMAT,
    zipped.FORMAT,
    official_lists.FORMAT,
    mail.BOX,
    mail.FORMAT,
    feeds.FORMAT,
    html.FORMAT,
    jsonl.FORMAT,
    text.FORMAT,
)
SUFFIXES = frozenset().union(*(found.suffixes for found in FORMATS)) | {""}
# Documents that are not read: in a folder they are named rather than left out like pictures and scripts.
NAMED = frozenset(
    ".doc .docx .odt .rtf .epub .pages .ppt .pptx .odp .xls .xlsx .ods .msg .pst .mobi .djvu .7z .rar".split()
)
# What servers say of anything.
_PLAIN = frozenset({"", "text/plain", "application/octet-stream", "binary/octet-stream", "application/x-unknown"})


def offers(name: PurePath) -> bool:
    """Whether a file that nobody named, in a folder or an archive, is offered to be read, by its name."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in name.parts)
    return not hidden and name.suffix.lower() in SUFFIXES | NAMED


def format_of(source: Input) -> Format:
    """The format of an input: by its first bytes, by its name's end, by what the server says; else plain text, whose
    adapter refuses what is none. Raises InputRefused for a media type that no adapter reads."""
    head = source.head()
    by_bytes = (found for found in FORMATS if found.is_signed(head))
    by_type = (found for found in FORMATS if source.media_type in found.media_types - text.FORMAT.media_types)
    by_name = (found for found in FORMATS if source.suffix in found.suffixes)
    found = next(by_bytes, None) or next(by_type, None) or next(by_name, None)
    if found is None and source.media_type not in _PLAIN:
        raise InputRefused(source.where, "content type that is not read", source.media_type[:80])
    return found or text.FORMAT


def read_input(source: Input, context: Context) -> Iterator[Item]:
    """The documents of an input by its own format, and what is refused of them. Raises InputRefused for all of it or
    for its rest."""
    if not source.head():
        raise source.cut or InputRefused(source.where, "empty text")
    found = format_of(source)
    if source.cut is not None and not found.in_part:
        raise source.cut
    empty = True
    for item in found.read(source, context):
        empty = False
        yield item
    if empty:
        raise InputRefused(source.where, "nothing in it", f"no report was found in this {found.name}")
