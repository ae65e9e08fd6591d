"""What an adapter of a format is given and what it gives. Adding a format is one module with a ``FORMAT`` and its name
in the table of ``formats``."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath, PurePosixPath
from typing import Any, BinaryIO, Protocol
from urllib.parse import urlsplit

from counterclaim.errors import InputRefused
from counterclaim.ingest.limits import Budget, Limits
from counterclaim.records import Document, Refusal

Item = Document | Refusal

INSTALL = 'pip install "counterclaim[ingest]"'
CUT = "cut short"  # the reason of an input that ends in the middle
# Reasons that are told beside a document that was taken: a part of it, or of what is known of it, was not.
NOTES = frozenset({"date not understood", "pages without text", "too many pages"})
_HEAD = 4096  # bytes by which a format is told


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave: the address that answered in the end, the body unpacked, and what the server says it is.

    ``cut`` is the refusal that says why the body is not whole, None where it is.
    """

    url: str
    raw: bytes
    media_type: str = ""
    charset: str = ""
    cut: InputRefused | None = None


class Fetcher(Protocol):
    """What fetches pages."""

    def get(self, url: str) -> Page:
        """The page at an address. Raises InputRefused."""
        ...


class Parser(Protocol):
    """What runs the parsers of hostile formats apart from this process."""

    def parse(self, job: str, raw: bytes, where: str, options: Mapping[str, Any]) -> dict[str, Any]:
        """What the job makes of the bytes. Raises InputRefused for what cannot be parsed in the time and memory."""
        ...


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to be read, and what is known of them from outside.

    ``where`` is how documents and refusals name them, ``name`` the file name that a format is told by, ``url`` the
    address that they come from.
    """

    where: str
    stream: io.BufferedReader
    name: str = ""
    media_type: str = ""
    charset: str = ""
    url: str = ""
    cut: InputRefused | None = None

    @classmethod
    def of_bytes(cls, raw: bytes, where: str, **known: Any) -> "Input":
        """An input of bytes in hand; ``known`` are further fields."""
        return cls(where, buffered(io.BytesIO(raw)), **known)

    @classmethod
    def of_page(cls, page: Page, where: str) -> "Input":
        """An input of what a server gave."""
        return cls.of_bytes(
            page.raw,
            where,
            name=PurePosixPath(urlsplit(page.url).path).name,
            media_type=page.media_type,
            charset=page.charset,
            url=page.url,
            cut=page.cut,
        )

    @property
    def suffix(self) -> str:
        """The end of the name with its dot, in lower case."""
        return PurePosixPath(self.name).suffix.lower()

    def head(self) -> bytes:
        """The first bytes, which stay unread."""
        return self.stream.peek(_HEAD)[:_HEAD]


def buffered(stream: BinaryIO | io.RawIOBase) -> io.BufferedReader:
    """A stream that can be looked into before it is read."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(stream, 1 << 16)  # type: ignore[arg-type]  # any object with readinto will do


@dataclass(frozen=True, slots=True)
class Context:
    """What an adapter works with. ``dispatch`` reads an input by its own format: the way to what is inside an archive;
    ``offers`` tells by its name whether a file in one is read."""

    limits: Limits
    parser: Parser
    budget: Budget
    dispatch: Callable[[Input, "Context"], Iterator[Item]]
    offers: Callable[[PurePath], bool]
    fetch: Fetcher | None = None
    depth: int = 0

    def inside(self, where: str) -> "Context":
        """The context of what an input holds; from inside an archive nothing is fetched. Raises InputRefused where one
        archive too many lies inside another."""
        if self.depth >= self.limits.depth:
            raise InputRefused(where, "nested too deeply", f"archives inside one another, over {self.limits.depth}")
        return replace(self, depth=self.depth + 1, fetch=None)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the names and media types that it goes by, the first bytes that give it away, and its adapter.

    ``in_part`` says that the beginning of a cut input is of use. The adapter yields documents and refusals, and may
    raise InputRefused for the whole or the rest of its input.
    """

    name: str
    read: Callable[[Input, Context], Iterator[Item]]
    suffixes: frozenset[str] = frozenset()
    media_types: frozenset[str] = frozenset()
    is_signed: Callable[[bytes], bool] = lambda _: False
    in_part: bool = False


def refusal(refused: InputRefused) -> Refusal:
    """A refused input as the ledger names it."""
    return Refusal(refused.where, refused.reason, refused.advice)
