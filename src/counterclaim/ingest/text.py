"""Plain text."""

from collections.abc import Iterator

from counterclaim.ingest.adapters import Context, Format, Input, Item
from counterclaim.ingest.decoding import decoded
from counterclaim.ingest.files import is_html
from counterclaim.ingest.html import article
from counterclaim.ingest.limits import read_whole
from counterclaim.ingest.making import document


def read(source: Input, context: Context) -> Iterator[Item]:
    """The text as it is, as one document; one that is full of tags is the piece of a page that somebody saved."""
    text = decoded(read_whole(source.stream, context.limits.text_bytes, source.where), source.where)
    if is_html(text):
        yield article(text, source.where, source.url, context)
    else:
        yield document(source.where, text, url=source.url)


FORMAT = Format(
    name="plain text",
    read=read,
    suffixes=frozenset({".txt", ".text"}),
    media_types=frozenset({"text/plain"}),
)
