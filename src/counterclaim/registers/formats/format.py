"""What a register's format is: how it is known by its content, which files belong to it, and how it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from counterclaim.records import RegisterEntry
from counterclaim.registers.xml import root_of

HEAD = 1 << 16  # bytes that a format may look at to know itself
LARGEST_FILE = 500_000_000  # bytes; the largest official list has some 30 million
PUBLISHER, LATEST_LISTING, LATEST_UPDATE = "publisher", "latest listing", "latest update"


class Head:
    """The beginning of a file, as far as formats need it to know themselves."""

    def __init__(self, path: Path, raw: bytes) -> None:
        self.path, self._raw = path, raw

    @cached_property
    def text(self) -> str:
        """The beginning as text; what is no UTF-8 or UTF-16 is read as the Western code page that publishers used."""
        for encoding, marks in (("utf-16", (b"\xff\xfe", b"\xfe\xff")), ("utf-8-sig", (b"",))):
            if self._raw.startswith(marks):
                try:
                    return self._raw.decode(encoding)
                except UnicodeDecodeError as error:
                    if error.start > len(self._raw) - 4:  # a character that the end of the head cuts
                        return self._raw[: error.start].decode(encoding)
        return self._raw.decode("cp1252", "replace")

    @property
    def lines(self) -> list[str]:
        """The first lines."""
        return self.text.splitlines()[:10]

    @cached_property
    def root(self) -> str | None:
        """The name of the first element of an XML file, or None. Raises RegisterError for a document type."""
        return root_of(self._raw, str(self.path))


@dataclass(frozen=True, slots=True)
class Content:
    """What a format found: the entries, the day of the list and where that day comes from, and what was not read.

    ``register`` and ``publisher`` are given where a file says itself whose list it is, as exports of many lists do.
    """

    entries: tuple[RegisterEntry, ...]
    published: str | None
    date_from: str
    problems: tuple[str, ...] = ()
    register: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A publisher's format. ``recognises`` looks at the beginning of a list's main file; ``load`` reads the list.

    ``files`` names the files of the list, the main one first, where a list has several. ``load`` raises RegisterError
    for a file that is damaged or whose columns are not the format's.
    """

    name: str
    register: str
    publisher: str
    recognises: Callable[[Head], bool]
    load: Callable[[Path], Content]
    files: Callable[[Path], tuple[Path, ...]] = lambda path: (path,)
