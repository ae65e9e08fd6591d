"""Text files and folders of them, as documents. Whatever is not read is returned with its reason."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from counterclaim.errors import InputRefused
from counterclaim.records import Document, digest

# A news report is rarely over 100 kB; this leaves room for long reads and keeps a stray archive out.
LARGEST_FILE = 5_000_000
_SUFFIXES = frozenset({".txt", ".text", ""})
_ENGLISH = frozenset(
    "the of to and in a that is for on was with as by said from at has have be it are not an or were".split()
)
_SHORTEST_JUDGED = 25  # words; below this a language cannot be told
_LEAST_ENGLISH = 0.08  # share of words; English news has 0.25 to 0.45 of these


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that paths name: files as they are, folders by their text files in order of name."""
    for path in paths:
        if _is_folder(path):
            inside = [p for p in sorted(path.rglob("*")) if p.is_file() and p.suffix.lower() in _SUFFIXES]
            inside = [p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts)]
            if not inside:
                raise InputRefused(str(path), "folder without texts", "it holds no .txt file")
            yield from inside
        else:
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a zero byte: reading it as a file says so
        return False


def read_file(path: Path) -> Document:
    """One text file as a document. Raises InputRefused with the reason."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise InputRefused(str(path), "too large", f"{size / 1e6:.1f} MB; the limit is {LARGEST_FILE / 1e6:.0f} MB")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise InputRefused(str(path), "missing file") from None
    except (OSError, ValueError) as error:
        raise InputRefused(str(path), "unreadable file", getattr(error, "strerror", None) or str(error)) from None
    return from_text(_decoded(raw, str(path)), str(path))


def from_text(text: str, path: str = "") -> Document:
    """A document of a text in hand. Raises InputRefused for one that cannot be read as English news."""
    if not text.strip():
        raise InputRefused(path or "text", "empty text")
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    if not words:
        raise InputRefused(path or "text", "no words")
    if len(words) >= _SHORTEST_JUDGED and sum(w in _ENGLISH for w in words) / len(words) < _LEAST_ENGLISH:
        raise InputRefused(path or "text", "language not read", "only English is read so far")
    return Document(path=path, text=text, sha256=digest(text), published=_published(text))


# The marks of UTF-32 first: the little-endian one begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


def _decoded(raw: bytes, where: str) -> str:
    """Text by byte-order mark, then UTF-8, then Windows-1252. Raises InputRefused for what is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                raise InputRefused(
                    where, "damaged encoding", f"it begins as {encoding} but does not go on so"
                ) from None
    if b"\x00" in raw:
        raise InputRefused(where, "binary file", "it holds zero bytes")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    odd = sum(c == "\ufffd" or (c < " " and c not in "\t\n\r\x0c") for c in text)
    if odd > len(text) / 100:
        raise InputRefused(where, "unknown encoding", "it is neither UTF-8 nor Windows-1252")
    return text


_ISO = re.compile(
    r"\b(?:date|published|updated|posted)\b[\s:]*(?:on\s+)?((?:19|20)\d\d)-(\d\d)-(\d\d)\b", re.IGNORECASE
)


def _published(text: str) -> str | None:
    """The publication date that a text's head states in ISO form, or None."""
    found = _ISO.search(text[:400])
    if found is None:
        return None
    try:
        return date.fromisoformat("-".join(found.groups())).isoformat()
    except ValueError:  # no such day
        return None
