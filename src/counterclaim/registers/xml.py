"""Registers in XML, read as a stream: no document types, no entities, bounds on depth and on the size of a record."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers import expat

from counterclaim.errors import RegisterError

LARGEST_RECORD = 8_000_000  # bytes between the ends of two records; the largest of any official list has some 200,000
MOST_ELEMENTS = 100_000  # of one record; those of official lists have some thousands at most
DEEPEST = 32  # elements within elements; official lists have 8 at most
_CHUNK = 1 << 16


def root_of(head: bytes, where: str = "the file") -> str | None:
    """The name of the first element, without its namespace; None for what does not begin as XML.

    Raises RegisterError for a document type declaration.
    """
    prolog = _Prolog(where)
    try:
        prolog.feed(head)
    except ParseError:
        return None
    return prolog.root


def elements(path: Path, wanted: Collection[str]) -> Iterator[Element]:
    """The root element, of which only the attributes are there yet, then each ``wanted`` element once it is complete.

    Names come without namespaces. Each element is forgotten after its turn. Raises RegisterError where the file ends in
    the middle, is no well-formed XML, has a document type, or goes over the bounds; what came until then is not to be
    used.
    """
    reader = _Reader(path, frozenset(wanted))
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield from reader.feed(chunk)
    yield from reader.close()


def text_of(element: Element, path: str) -> str:
    """The text of the first element at ``path`` below another one, with single spaces; empty where there is none."""
    return " ".join((element.findtext(path) or "").split())


def texts_of(element: Element, path: str) -> list[str]:
    """The texts of all elements at ``path`` below another one, with single spaces, without empty ones."""
    found = (" ".join((child.text or "").split()) for child in element.iterfind(path))
    return [text for text in found if text]


class _Prolog:
    """Reads until the first element begins, and refuses a document type: entities can be declared nowhere else."""

    def __init__(self, where: str) -> None:
        self.root: str | None = None
        self._where = where
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._begin

    def feed(self, chunk: bytes) -> None:
        """Read on. Raises RegisterError, and ParseError for what is no XML."""
        if self.root is None:
            try:
                self._parser.Parse(chunk, False)  # noqa: FBT003  (expat takes no keyword)
            except expat.ExpatError as error:
                if self.root is None:
                    raise ParseError(str(error)) from None
            except (LookupError, ValueError) as error:  # an encoding that Python does not know
                raise ParseError(str(error)) from None

    def _begin(self, name: str, _: object) -> None:
        if self.root is None:
            self.root = name.rpartition("}")[2]

    def _refuse(self, *_: object) -> None:
        raise RegisterError(
            f"{self._where}: the XML declares a document type (DOCTYPE), which no official list does and which can "
            "hide an entity expansion bomb; it is not read; fetch the list from its publisher"
        )


class _Reader:
    """The state of one reading: what is open, and how much came since the last complete record."""

    def __init__(self, path: Path, wanted: frozenset[str]) -> None:
        self._path, self._wanted = path, wanted
        self._prolog = _Prolog(str(path))
        self._parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
        self._open: list[Element] = []
        self._inside = 0  # how many of the open elements are wanted ones
        self._since = self._elements = self._records = 0

    def feed(self, chunk: bytes) -> Iterator[Element]:
        try:
            self._prolog.feed(chunk)
            self._parser.feed(chunk)
            self._since += len(chunk)
            yield from self._complete()
        except (ParseError, LookupError, ValueError) as error:
            raise RegisterError(
                f"{self._path}: no well-formed XML: {error}; {self._so_far()}; fetch the list again"
            ) from None
        if self._since > LARGEST_RECORD or self._elements > MOST_ELEMENTS:
            bounds = f"{LARGEST_RECORD:,} bytes or {MOST_ELEMENTS:,} elements"
            raise RegisterError(f"{self._path}: a record of over {bounds}, as no list has; {self._so_far()}")

    def close(self) -> Iterator[Element]:
        where = self._open[-1].tag if self._open else None
        try:
            self._parser.close()
            yield from self._complete()
        except (ParseError, LookupError, ValueError) as error:
            place = f" inside <{where.rpartition('}')[2]}>" if where else ""
            raise RegisterError(
                f"{self._path}: truncated: the XML ends{place} ({error}); {self._so_far()}, and none is used, as "
                "others are missing; fetch the list again"
            ) from None

    def _so_far(self) -> str:
        return f"{self._records:,} records had been read"

    def _complete(self) -> Iterator[Element]:
        for event, element in cast("Iterator[tuple[str, Element]]", self._parser.read_events()):
            if event == "start":
                yield from self._begin(element)
            else:
                yield from self._end(element)

    def _begin(self, element: Element) -> Iterator[Element]:
        element.tag = element.tag.rpartition("}")[2]
        self._open.append(element)
        self._elements += 1
        self._inside += element.tag in self._wanted
        if len(self._open) == 1:
            yield element
        if len(self._open) > DEEPEST:
            raise RegisterError(
                f"{self._path}: elements within elements over {DEEPEST} deep; no official list has such"
            )

    def _end(self, element: Element) -> Iterator[Element]:
        self._open.pop()
        if element.tag in self._wanted:
            self._inside -= 1
            if not self._inside:
                self._records += 1
                self._since = self._elements = 0
                yield element
        if not self._inside and self._open:
            self._open[-1].remove(element)
