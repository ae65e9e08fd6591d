"""Text files and folders of them, as documents. Whatever is not read is returned with its reason."""

import io
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath

from counterclaim.errors import InputRefused
from counterclaim.ingest.decoding import decoded
from counterclaim.ingest.languages import other_language, words_of
from counterclaim.records import Document, digest

# A news report is rarely over 100 kB; this leaves room for long reads and keeps a stray archive out.
LARGEST_FILE = 5_000_000
_SUFFIXES = frozenset({".txt", ".text", ""})
# What `counterclaim add` reads besides. The table of formats has the same: it imports this module, and all adapters.
FOR_A_CASE = frozenset(
    ".html .htm .xhtml .shtml .pdf .eml .mbox .mbx .rss .atom .xml .jsonl .ndjson .warc .wet .zip .gz".split()
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_FEED_HEAD = 4096  # bytes of an XML file in which a feed shows itself
_HTML = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|\?xml|rss|feed)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?(?:a|div|span|p|li|script|style|meta|link|td|tr)\b[^<>]{0,300}>", re.IGNORECASE)
_MOST_TAGS = 0.01  # tags a character; a report with a stray paragraph tag has fewer
_PATTERN = re.compile(r"[*?\[]")


def find_files(
    paths: Iterable[Path], offers: Callable[[PurePath], bool] | None = None
) -> tuple[list[Path], list[InputRefused]]:
    """The files that paths name, each once, and what was refused on the way.

    A file is taken as it is, a folder by the files that it ``offers`` by their names, in order of name, a pattern
    ("reports/*.txt", "**" for folders below) by what it matches where no file has that very name. Links to folders
    below a folder are not followed, and links to files only where they stay within the folder.

    Without ``offers`` a folder gives its texts, and the reports of other kinds for ``read_file`` to refuse, so that
    nobody takes them for read.
    """
    files: dict[str, Path] = {}
    refused: list[InputRefused] = []
    for path in paths:
        try:
            for found in _matches(path):
                for file in _inside(found, refused, offers) if _is_folder(found) else [found]:
                    files.setdefault(_key(file), file)
        except InputRefused as refusal:
            refused.append(refusal)
    return list(files.values()), refused


def _key(path: Path) -> str:
    """What two names of one file share."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _matches(path: Path) -> list[Path]:
    """What a path names: itself, or the matches of a pattern that the shell did not expand."""
    if not _PATTERN.search(str(path)) or _exists(path):
        return [path]
    fixed = next(i for i, part in enumerate(path.parts) if _PATTERN.search(part))
    base, pattern = Path(*path.parts[:fixed]), Path(*path.parts[fixed:])
    hidden = any(part.startswith(".") for part in pattern.parts)
    try:
        found = sorted(base.glob(str(pattern)))
    except (OSError, ValueError, NotImplementedError):
        found = []
    found = [p for p in found if hidden or not _is_hidden(p, base)]
    if not found:
        raise InputRefused(str(path), "missing file", "no file matches the pattern")
    return found


def _is_hidden(path: Path, base: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(base).parts)


def _inside(folder: Path, refused: list[InputRefused], offers: Callable[[PurePath], bool] | None) -> Iterator[Path]:
    """The files that a folder offers and of those below it, in order of name, without hidden ones."""

    def unlisted(error: OSError) -> None:
        refused.append(InputRefused(str(error.filename or folder), "unreadable folder", error.strerror or str(error)))

    known = len(refused)
    found: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith(".")]
        visible = (Path(where, name) for name in names if not name.startswith("."))
        for path in visible:
            if not (_is_report(path) if offers is None else offers(PurePath(path.name))):
                continue
            if path.is_symlink() and path.is_file() and not _leads_inside(path, folder):
                refused.append(
                    InputRefused(str(path), "link out of the folder", "name the file itself to have it read")
                )
            elif path.is_file():
                found.append(path)
    if not found and len(refused) == known:
        kinds = ".txt file" if offers is None else "file of a kind that is read"
        raise InputRefused(str(folder), "folder without texts", f"it holds no {kinds}")
    yield from sorted(found)


def _is_report(path: Path) -> bool:
    """Whether a file in a folder is a text, or a report of another kind. An XML file is one where it is a feed: folders
    hold official lists too."""
    suffix = path.suffix.lower()
    if suffix != ".xml":
        return suffix in _SUFFIXES | FOR_A_CASE
    try:
        with opened(path) as file:
            return _is_feed(file)
    except (InputRefused, OSError):
        return False


def _is_feed(file: io.BufferedReader) -> bool:
    """Whether a file begins as a feed; it stays unread."""
    return bool(_FEED.search(file.peek(_FEED_HEAD)[:_FEED_HEAD].replace(b"\x00", b"")))


def _leads_inside(link: Path, folder: Path) -> bool:
    """Whether a link leads to a file of the same folder. A folder that comes from elsewhere may hold links to files of
    this machine that nobody meant to add to a case, and to pass on with it."""
    return Path(os.path.realpath(link)).is_relative_to(os.path.realpath(folder))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a zero byte: reading it as a file says so
        return False


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except (OSError, ValueError):
        return True


def read_file(path: Path) -> Document:
    """One text file as a document. Raises InputRefused with the reason."""
    with opened(path) as file:
        _check_kind(path, file)
        _check_size(path, os.fstat(file.fileno()).st_size)
        try:
            raw = file.read(LARGEST_FILE + 1)  # a file may grow while it is read
        except OSError as error:
            raise _unreadable(path, error) from None
    return from_text(decoded(raw[:LARGEST_FILE], str(path)), str(path))


def opened(path: Path) -> io.BufferedReader:
    """An open file. Raises InputRefused, without opening it, for what is no file that ends."""
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a folder fails when it is opened
            raise InputRefused(str(path), "no regular file", "a pipe, a socket or a device; save the text to a file")
        return path.open("rb")
    except FileNotFoundError:
        raise InputRefused(str(path), "missing file") from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError | ValueError) -> InputRefused:
    return InputRefused(str(path), "unreadable file", getattr(error, "strerror", None) or str(error))


def _check_kind(path: Path, file: io.BufferedReader) -> None:
    """Refuse what only a case takes: read as prose, a mail's headers would be its title."""
    suffix = path.suffix.lower()
    if suffix not in FOR_A_CASE:
        return
    try:
        is_other_xml = suffix == ".xml" and not _is_feed(file)
    except OSError as error:
        raise _unreadable(path, error) from None
    advice = "counterclaim add reads it into a case"
    if is_other_xml:
        advice = "counterclaim registers load takes it if it is an official list; else save what it says as text"
    raise InputRefused(str(path), "no plain text", advice)


def _check_size(path: Path, size: int) -> None:
    if size > LARGEST_FILE:
        limit = LARGEST_FILE / 1e6
        raise InputRefused(str(path), "too large", f"{size / 1e6:.1f} MB; the limit is {limit:.0f} MB")


def from_text(text: str, path: str = "") -> Document:
    """A document of a text in hand. Raises InputRefused for one that cannot be read as English news."""
    where = path or "text"
    if not text.strip().strip("\ufeff\u200b"):
        raise InputRefused(where, "empty text")
    if is_html(text):
        raise InputRefused(where, "HTML source", "save the page as text")
    words = words_of(text)
    if not words:
        raise InputRefused(where, "no words")
    language = other_language(words)
    if language is not None:
        raise InputRefused(where, "language not read", f"it looks like {language}; only English is read")
    return Document(path=path, text=text, sha256=digest(text))


def is_html(text: str) -> bool:
    """Whether a text is a page's source: it begins as one, or tags are everywhere in it."""
    head = text[:20_000]
    if _HTML.match(head):
        return True
    return head.count("<") > len(head) * _MOST_TAGS and len(_TAG.findall(head)) > max(8, len(head) * _MOST_TAGS)
