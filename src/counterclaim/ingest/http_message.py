"""HTTP answers as archives keep them: status, headers, and the body as it was before it was sent."""

import zlib
from dataclasses import dataclass

from counterclaim.errors import InputRefused

_MOST_HEADERS = 500


@dataclass(frozen=True, slots=True)
class Message:
    """An answer: its status (0 where it has none), what it says its body is, and the body."""

    status: int
    media_type: str
    charset: str
    body: bytes


def split_message(raw: bytes, where: str, most: int) -> Message:
    """The answer in a record's bytes. Raises InputRefused where the body unpacks to more than ``most`` bytes, or is
    packed in a way that is not read."""
    head, _, body = raw.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")[:_MOST_HEADERS]
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    words = lines[0].split()
    status = int(words[1]) if len(words) > 1 and words[1].isascii() and words[1].isdigit() else 0
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    body = unpacked(body, headers.get("content-encoding", ""), where, most)
    media_type, charset = media_type_of(headers.get("content-type", ""))
    return Message(status, media_type, charset, body)


def media_type_of(header: str) -> tuple[str, str]:
    """The media type and the charset, or "", of a Content-Type header."""
    media_type, *parameters = header.split(";")
    found = (
        value.strip(" \"'")
        for name, _, value in (p.partition("=") for p in parameters)
        if name.strip().lower() == "charset"
    )
    return media_type.strip().lower(), next(found, "")


def unpacked(body: bytes, encoding: str, where: str, most: int) -> bytes:
    """A body without its Content-Encoding. One that is not packed whatever its header says stays as it is: archives
    often unpack bodies and keep the header.

    Raises InputRefused for more than ``most`` bytes, and for packings that are not read.
    """
    encoding = encoding.strip().lower()
    if encoding in {"gzip", "x-gzip"}:
        return _inflated(body, where, most) if body.startswith(b"\x1f\x8b") else body
    if (
        encoding == "deflate" and body[:1] == b"\x78"
    ):  # zlib's header; a bare stream has no sign, and no server sends one
        return _inflated(body, where, most)
    if encoding not in {"", "identity", "gzip", "deflate"} and not body.lstrip()[:1] == b"<":
        raise InputRefused(where, "packing that is not read", f"Content-Encoding {encoding[:40]}")
    return body


def _inflated(body: bytes, where: str, most: int) -> bytes:
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, by its header
    try:
        data = unpacker.decompress(body, most + 1)
    except zlib.error as error:
        raise InputRefused(where, "damaged page", str(error)) from None
    if len(data) > most:
        raise InputRefused(where, "too large", f"it unpacks to over {most / 1e6:.0f} MB")
    if not unpacker.eof:
        raise InputRefused(where, "damaged page", "its packed body is not whole")
    return data


def _joined(body: bytes) -> bytes:
    """The chunks of a body as one; the body itself where it is in no chunks."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 100)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body
        if size == 0:
            return b"".join(parts)
        if size < 0 or end + 2 + size > len(body):
            return body
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 4 + size
    return body
