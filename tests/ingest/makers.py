"""Pages, archives, feeds and PDFs that the tests of ingest are fed with."""

import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Mapping

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from counterclaim.ingest.adapters import Item
from counterclaim.records import Document, Refusal

TITLE = "Port of Sanda reopens after three weeks"
BODY = (
    "The port of Sanda has been open since Friday, and the ships that had waited off the coast may come in.",
    "The harbour office said that four tugs of the navy had cleared the channel of mines.",
    "Nobody was hurt, a spokeswoman for the ministry of transport said on Saturday.",
)
ENGLISH = "\n\n".join(BODY)
GERMAN = (
    "Der Hafen von Sanda ist seit Freitag wieder offen, und die Schiffe, die vor der Küste lagen, dürfen einlaufen. "
    "Niemand wurde verletzt, sagte eine Sprecherin des Ministeriums am Samstag."
)


def documents(items: Iterable[Item]) -> list[Document]:
    """The documents among what was found."""
    return [item for item in items if isinstance(item, Document)]


def refusals(items: Iterable[Item]) -> list[tuple[str, str]]:
    """Where and why something was refused."""
    return [(item.path, item.reason) for item in items if isinstance(item, Refusal)]


def page(
    body: Iterable[str] = BODY, *, title: str = TITLE, head: str = "", linked: Mapping[str, object] | None = None
) -> str:
    """The source of a news page, with a menu and a footer around the article."""
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}{script}</head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>All rights reserved</footer></body></html>"
    )


def http(body: bytes, content_type: str = "text/html; charset=utf-8", status: str = "200 OK", **headers: str) -> bytes:
    """An answer of a server."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def warc(pages: Mapping[str, bytes], *, packed: bool = False, content_type: str = "text/html; charset=utf-8") -> bytes:
    """A WARC archive with one answer an address, as warcio writes it."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("test.warc", {"software": "a test"}))
    for url, body in pages.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()


def record(kind: str, block: bytes, url: str = "https://sanda.example/a", length: int | None = None) -> bytes:
    """A WARC record written by hand, with a length that may be wrong."""
    size = len(block) if length is None else length
    said = "application/http; msgtype=response" if kind == "response" else "text/plain"
    headers = f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {said}\r\nContent-Length: {size}"
    return f"WARC/1.0\r\n{headers}\r\n\r\n".encode() + block + b"\r\n\r\n"


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return out.getvalue()


def rss(entries: Iterable[Mapping[str, str]], title: str = "Sanda Wire") -> bytes:
    """An RSS feed; entries have title, link, description, pubDate."""
    items = "".join(
        "<item>" + "".join(f"<{key}>{value}</{key}>" for key, value in entry.items()) + "</item>" for entry in entries
    )
    channel = f"<channel><title>{title}</title>{items}</channel>"
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0">{channel}</rss>'.encode()


def pdf(pages: Iterable[Iterable[str]], *, picture: bool = False) -> bytes:
    """A PDF with these lines on its pages, and a picture on each if one is asked for."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects.append(
        _stream(
            b"\x00\xff\x80\x40",
            b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
        )
    )
    kids = []
    for lines in pages:
        shown = b"".join(
            f"BT /F1 11 Tf 50 {760 - 15 * row} Td ({line}) Tj ET\n".encode() for row, line in enumerate(lines)
        )
        objects.append(_stream(shown + (b"q 400 0 0 400 80 80 cm /I1 Do Q\n" if picture else b""), b""))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> /XObject << /I1 4 0 R >> >> >>" % len(objects)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _assembled(objects)


def _stream(data: bytes, entries: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _assembled(objects: list[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + head + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))


def bomb(megabytes: int) -> bytes:
    """Zeros, packed a thousand times smaller."""
    return gzip.compress(bytes(megabytes * 1_000_000), 9)
