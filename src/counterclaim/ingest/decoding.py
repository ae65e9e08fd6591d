"""Bytes to text: what a file is by its first bytes, and which encoding its text has."""

import re

from counterclaim.errors import InputRefused

# The first bytes of files that are no text (their formats' specifications); what a reader would call them.
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP archive or office document"),
    (b"PK\x05\x06", "ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document"),
    (b"{\\rtf", "RTF document"),
    (b"\x89PNG\r\n\x1a\n", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF87a", "GIF picture"),
    (b"GIF89a", "GIF picture"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\x7fELF", "program"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"ID3", "MP3 recording"),
    (b"OggS", "Ogg recording"),
)
# The marks of UTF-32 first: the little-endian one begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
# Which bytes of four are zero in English text, by encoding without a mark.
_ZEROS = {"-000": "utf-32-le", "000-": "utf-32-be", "-0-0": "utf-16-le", "0-0-": "utf-16-be"}
_JUDGED = 4096  # bytes
_MOST_BROKEN = 0.001  # of a UTF-8 text's characters; one bad byte spoils no report, a hundred mean another encoding
_MOST_HIGH = 0.2  # of a Windows-1252 text's letters; French has 0.05, Russian in Windows-1251 nearly all
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def decoded(raw: bytes, where: str) -> str:
    """The text of a file's bytes: by byte-order mark, by the pattern of its zero bytes, as UTF-8, as Windows-1252.

    Raises InputRefused for what is no text, or in no encoding that can be told.
    """
    kind = next((name for magic, name in _MAGIC if raw.startswith(magic)), None)
    if kind:
        raise InputRefused(where, "binary file", f"it is a {kind}; save its text as a .txt file")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, encoding, where)
    if b"\x00" in raw:
        return _unmarked(raw, where)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _damaged_utf8(raw) or _windows_1252(raw, where)
    if len(_CONTROLS.findall(text[:_JUDGED])) > len(text[:_JUDGED]) / 100:
        raise InputRefused(where, "unknown encoding", "it is full of control characters, or no text")
    return text


def _marked(raw: bytes, encoding: str, where: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    if text.count("\ufffd") > max(1, len(text) * _MOST_BROKEN) or len(text) < _JUDGED:
        raise InputRefused(where, "damaged encoding", f"it begins as {encoding} but does not go on so")
    return text


def _unmarked(raw: bytes, where: str) -> str:
    """UTF-16 or UTF-32 without a mark: every second byte, or three of four, is zero in English text."""
    head = raw[: min(_JUDGED, len(raw) - len(raw) % 4)]
    quarters = [head[i::4] for i in range(4)]
    encoding = _ZEROS.get("".join("0" if q.count(0) > 0.6 * len(q) else "-" for q in quarters))
    if encoding is None:
        raise InputRefused(where, "binary file", "it holds zero bytes")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise InputRefused(where, "damaged encoding", f"it begins as {encoding} but does not go on so") from None
    if "\x00" in text:
        raise InputRefused(where, "binary file", "it holds zero bytes")
    return text


def _damaged_utf8(raw: bytes) -> str | None:
    """A UTF-8 text with a few broken bytes, which become U+FFFD. Letters of several bytes that are whole, and more of
    them than of broken ones, are the evidence: without them a single "é" of Windows-1252 looks broken too."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text) - broken
    return text if whole > broken and broken <= max(1, len(text) * _MOST_BROKEN) else None


def _windows_1252(raw: bytes, where: str) -> str:
    text = raw.decode("cp1252", "replace")
    letters = sum(c.isalpha() for c in text)
    high = sum(c.isalpha() and c > "\x7f" for c in text)
    if text.count("\ufffd") > len(text) / 100 or high > letters * _MOST_HIGH:
        advice = "it is neither UTF-8 nor Windows-1252; save it as UTF-8"
        raise InputRefused(where, "unknown encoding", advice)
    return text
