"""A mail's headers, its text and what is attached, by the standard library's lenient parser."""

import base64
import re
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from counterclaim.errors import InputRefused

_DEEPEST = 12  # parts inside parts; mailing lists and forwards make five
_BODIES = frozenset({"text/plain", "text/html"})
_LEAST_PLAIN = 200  # characters; a shorter plain part says only "see this mail in your browser"
_ANSWERED = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)


def parse(raw: bytes, *, parts: int) -> dict[str, Any]:
    """``subject`` without "Re:" and "Fwd:", ``sender`` (the name shown), ``published``, and ``parts``: kind, name,
    charset, data (base64) and whether it is ``attached``; ``left`` counts those over the limit.

    Raises InputRefused for what has no header of a mail, and for parts nested too deeply.
    """
    message = message_from_bytes(raw, policy=policy.compat32)
    if not any(message.get(name) for name in ("from", "subject", "date", "content-type")):
        raise InputRefused("", "no mail", "it has none of a mail's headers")
    leaves = [_leaf(part) for part in _leaves(message, 0)]
    return {
        "subject": _ANSWERED.sub("", _decoded(message.get("subject"))) or None,
        "sender": _decoded(parseaddr(str(message.get("from") or ""))[0]) or None,
        "published": _published(message),
        "parts": leaves[:parts],
        "left": max(0, len(leaves) - parts),
    }


def _leaves(part: "Message[str, str]", depth: int) -> list["Message[str, str]"]:
    """The parts of a mail that hold something; of alternatives the best."""
    if depth > _DEEPEST:
        raise InputRefused("", "nested too deeply", f"its parts lie inside one another, over {_DEEPEST} deep")
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        return [part]
    inner = [_leaves(child, depth + 1) for child in _children(part)]
    if part.get_content_type() == "multipart/alternative" and inner:
        return max(inner, key=_rank)
    return [leaf for leaves in inner for leaf in leaves]


def _children(part: "Message[str, str]") -> list["Message[str, str]"]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _rank(leaves: list["Message[str, str]"]) -> int:
    """How good an alternative is: a full plain text, then HTML, then a short plain text, then anything."""
    kinds = [leaf.get_content_type() for leaf in leaves]
    if "text/plain" in kinds:
        return 3 if sum(len(_data(leaf)) for leaf in leaves) >= _LEAST_PLAIN else 1
    return 2 if "text/html" in kinds else 0


def _leaf(part: "Message[str, str]") -> dict[str, Any]:
    kind = part.get_content_type()
    if kind.startswith("multipart/"):  # it has no parts after all: what stands there is its text
        kind = "text/plain"
    name = _decoded(part.get_filename())
    attached = part.get_content_disposition() == "attachment" or kind not in _BODIES
    return {
        "kind": kind,
        "name": name,
        "charset": str(part.get_param("charset") or ""),
        "data": base64.b64encode(_data(part)).decode("ascii"),
        "attached": attached,
    }


def _data(part: "Message[str, str]") -> bytes:
    """The bytes of a part; a mail that was forwarded whole is its own source."""
    if part.get_content_type() == "message/rfc822":
        return b"".join(child.as_bytes() for child in _children(part))
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _decoded(value: object) -> str:
    """A header in one line, its encoded words decoded, whatever they say of their charset."""
    if value is None:
        return ""
    try:
        pieces = decode_header(str(value))
    except HeaderParseError:
        return " ".join(str(value).split())
    text = "".join(piece if isinstance(piece, str) else _in_charset(piece, charset) for piece, charset in pieces)
    return " ".join(text.split())


def _in_charset(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return piece.decode("cp1252", "replace")


def _published(message: "Message[str, str]") -> str | None:
    """The day as the sender's clock had it; what the header says where no day can be read of it."""
    written = _decoded(message.get("date"))
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written or None
