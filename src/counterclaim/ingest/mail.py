"""Mails (.eml) and mailboxes (.mbox): text, and what is attached."""

import base64
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Context, Format, Input, Item, refusal
from counterclaim.ingest.charsets import page_text
from counterclaim.ingest.html import article
from counterclaim.ingest.limits import read_whole
from counterclaim.ingest.making import document, known_outlet
from counterclaim.records import Document, Refusal

_SIGN = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\n]{0,998}\n(?:[ \t][^\n]{0,998}\n)*){1,60}", re.ASCII)
_TELLING = re.compile(rb"^(?:Received|Return-Path|MIME-Version|Message-ID|Delivered-To):", re.MULTILINE | re.IGNORECASE)
_BETWEEN = b"From "  # the line that begins a mail of a mailbox (RFC 4155)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(source: Input, context: Context) -> Iterator[Item]:
    """The mail's text as one document, then what is attached, each by its own format."""
    raw = read_whole(source.stream, context.limits.mail_bytes, source.where)
    yield from _mail(raw, source.where, context)


def _mail(raw: bytes, where: str, context: Context) -> Iterator[Item]:
    if not raw.strip():
        raise InputRefused(where, "empty text")
    found = context.parser.parse("mail", raw, where, {"parts": context.limits.parts})
    parts: list[dict[str, Any]] = found["parts"]
    attached = [part for part in parts if part["attached"]]
    try:
        yield _text(found, [part for part in parts if not part["attached"]], where, context)
    except InputRefused as refused:
        if not attached:
            raise
        yield refusal(refused)
    for number, part in enumerate(attached, start=1):
        yield from _attachment(part, f"{where}#{part['name'] or number}", context)
    if found["left"]:
        yield Refusal(where, "too many parts", f"{found['left']} over {len(parts)} were left out")


def _text(mail: dict[str, Any], parts: list[dict[str, Any]], where: str, context: Context) -> Document:
    bodies = []
    for part in parts:
        body = page_text(base64.b64decode(part["data"]), part["charset"], where).strip()
        bodies.append(
            article(body, where, "", context, whole=True).text if part["kind"] == "text/html" and body else body
        )
    outlet = known_outlet(mail["sender"], only_known=True)
    body = "\n\n".join(body for body in bodies if body)
    return document(where, body, title=mail["subject"], published=mail["published"], outlet=outlet)


def _attachment(part: dict[str, Any], where: str, context: Context) -> Iterator[Item]:
    if part["kind"].partition("/")[0] in {"image", "audio", "video"} or part["kind"] == "application/pgp-signature":
        return  # logos and signatures, which no reader would call a document
    inner = Input.of_bytes(
        base64.b64decode(part["data"]), where, name=part["name"], media_type=part["kind"], charset=part["charset"]
    )
    try:
        yield from context.dispatch(inner, context.inside(where))
    except InputRefused as refused:
        yield refusal(refused)


def read_box(source: Input, context: Context) -> Iterator[Item]:
    """The mails of a mailbox, named by their numbers, in memory one at a time."""
    for number, raw in _mails(source.stream, context.limits.mail_bytes):
        where = f"{source.where}#{number}"
        try:
            if raw is None:
                raise InputRefused(where, "too large", f"the limit is {context.limits.mail_bytes / 1e6:.0f} MB")
            yield from _mail(raw, where, context)
        except InputRefused as refused:
            yield refusal(refused)


def _mails(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """The mails with their numbers from 1; None for one that is too large."""
    number, lines, size, after_blank = 0, list[bytes](), 0, True
    while line := stream.readline(1 << 16):
        if after_blank and line.startswith(_BETWEEN):
            if number:
                yield number, _joined(lines, size, most)
            number, lines, size = number + 1, [], 0
        else:
            size += len(line)
            if size <= most:
                lines.append(line)
        after_blank = not line.strip()
    if number:
        yield number, _joined(lines, size, most)


def _joined(lines: list[bytes], size: int, most: int) -> bytes | None:
    return None if size > most else _QUOTED.sub(rb"\1", b"".join(lines))


def _is_mail(head: bytes) -> bool:
    match = _SIGN.match(head)
    return bool(match and _TELLING.search(match.group()))


FORMAT = Format(
    name="mail",
    read=read,
    suffixes=frozenset({".eml"}),
    media_types=frozenset({"message/rfc822"}),
    is_signed=_is_mail,
)
BOX = Format(
    name="mailbox",
    read=read_box,
    suffixes=frozenset({".mbox", ".mbx"}),
    media_types=frozenset({"application/mbox"}),
    is_signed=lambda head: head.startswith(_BETWEEN) and _is_mail(head.partition(b"\n")[2]),
)
