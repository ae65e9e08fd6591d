"""WARC archives of web pages (ISO 28500), CC-NEWS among them: one record after the other, in memory one at a time.

Read by our own loop, because it must compare each record's length with what is there: WARC libraries take a cut archive
for a whole one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import CUT, Context, Format, Input, Item, refusal
from counterclaim.ingest.http_message import split_message

_SIGN = b"WARC/"
_LONGEST_LINE = 65_536
_MOST_LINES = 200
_PAGES = frozenset({"response", "resource", "conversion"})
_SKIPPED = frozenset({"warcinfo", "request", "metadata"})  # they hold no page of their own
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class _Record:
    """A record: its headers in lower case, and its block where it may hold a page that is not too large."""

    headers: dict[str, str]
    block: bytes | None
    length: int

    @property
    def kind(self) -> str:
        return self.headers.get("warc-type", "").lower()

    @property
    def url(self) -> str:
        return self.headers.get("warc-target-uri", "").strip("<>")


def read(source: Input, context: Context) -> Iterator[Item]:
    """The pages in an archive, named by the archive and their address. A record that holds none is named, and the next
    is read; a cut or damaged archive is read to that place."""
    inner = context.inside(source.where)
    for record in _records(source, context):
        if record.kind in _SKIPPED:
            continue
        where = f"{source.where}#{record.url or record.headers.get('warc-record-id', '').strip('<>')}"
        try:
            yield from context.dispatch(_page(record, where, context), inner)
        except InputRefused as refused:
            yield refusal(refused)


def _page(record: _Record, where: str, context: Context) -> Input:
    """The page that a record holds. Raises InputRefused for one that holds none."""
    if record.kind not in _PAGES:
        again = record.kind == "revisit"
        raise InputRefused(
            where, "no page", "the same page stands in another record" if again else f"a {record.kind} record"
        )
    if record.block is None:
        raise InputRefused(where, "too large", f"{record.length / 1e6:.1f} MB")
    said = record.headers.get("content-type", "")
    if not (record.url.startswith(("http:", "https:")) and said.lower().startswith("application/http")):
        media_type, _, charset = said.partition(";")
        return _input(record.block, where, record.url, media_type, charset.partition("charset=")[2])
    message = split_message(record.block, where, context.limits.page_bytes)
    if message.status != 200:
        raise InputRefused(where, "no page", f"HTTP status {message.status}")
    return _input(message.body, where, record.url, message.media_type, message.charset)


def _input(raw: bytes, where: str, url: str, media_type: str, charset: str) -> Input:
    name = url.partition("?")[0].rpartition("/")[2]
    kind = media_type.strip().lower()
    return Input.of_bytes(raw, where, name=name, media_type=kind, charset=charset.strip(' "'), url=url)


def _records(source: Input, context: Context) -> Iterator[_Record]:
    stream, most = source.stream, max(context.limits.page_bytes, context.limits.pdf_bytes)
    while headers := _headers(stream, source.where):
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            raise InputRefused(source.where, "damaged archive", "a record does not say how long it is")
        size = int(length)
        wanted = headers.get("warc-type", "").lower() in _PAGES and size <= most
        block = stream.read(size) if wanted else None
        if (len(block) if block is not None else _skipped(stream, size)) < size:
            raise InputRefused(
                source.where, CUT, f"its last record, {headers.get('warc-target-uri', 'unnamed')}, is not whole"
            )
        yield _Record(headers, block, size)


def _headers(stream: BinaryIO, where: str) -> dict[str, str]:
    """The headers of the next record, empty at the end."""
    line = b"\r\n"
    while line and not line.strip():
        line = stream.readline(_LONGEST_LINE)
    if not line:
        return {}
    if not line.startswith(_SIGN):
        if _SIGN.startswith(line):
            raise InputRefused(where, CUT, "at the beginning of a record")
        advice = "a record does not begin where the last one ends; those before were read"
        raise InputRefused(where, "damaged archive", advice)
    headers: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line = stream.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise InputRefused(
                where, CUT if len(line) < _LONGEST_LINE else "damaged archive", "in the headers of a record"
            )
        if not line.strip():
            return headers or {"content-length": ""}
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers.setdefault(name.strip().lower(), value.strip())
    raise InputRefused(where, "damaged archive", "a record has headers without end")


def _skipped(stream: BinaryIO, size: int) -> int:
    """How many bytes could be skipped."""
    left = size
    while left and (data := stream.read(min(left, _CHUNK))):
        left -= len(data)
    return size - left


FORMAT = Format(
    name="WARC archive",
    read=read,
    suffixes=frozenset({".warc", ".wet"}),
    media_types=frozenset({"application/warc"}),
    is_signed=lambda head: head.startswith(_SIGN),
    in_part=True,
)
