"""The documents that a command names, read one after the other: what is finished is kept when somebody stops it."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from counterclaim.errors import InputRefused
from counterclaim.ingest.files import find_files, read_file
from counterclaim.pipeline import Pipeline, Reading, collect
from counterclaim.records import Document, Ledger, Refusal, Section, Span

STANDARD_INPUT = Path("-")
_SHOWN_AS = "standard input"
_MOST_INPUT = 50_000_000  # bytes; far more than a document may have, and an end to an endless stream


@dataclass(slots=True)
class Gathered:
    """What has been read so far, of ``total`` files; ``stopped`` if it was cut short."""

    readings: dict[str, Reading] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    total: int = 0
    stopped: bool = False

    def ledger(self) -> Ledger:
        """The collection stages over what was read."""
        return collect(self.readings.values(), self.refused)

    def sections(self) -> dict[str, list[tuple[Span, Section]]]:
        """The sentences of each document with the section that they stand in."""
        return {
            reading.document.id: [(parse.sentence.span, parse.sentence.section) for parse in reading.parses]
            for reading in self.readings.values()
        }


def gather(
    paths: Iterable[Path], *, threads: int, progress: Callable[[str, int, int], None] = lambda *_: None
) -> Gathered:
    """Read files, folders and "-", the standard input, which comes first. Ctrl-C ends it early and is not passed on.

    ``progress`` is called after each file. Raises ModelError when the installed model is damaged.
    """
    found = Gathered()
    try:
        files = _files(list(paths), found.refused)
        found.total = len(files)
        pipeline = Pipeline(threads=threads)
        for done, path in enumerate(files, start=1):
            with _refusals(found.refused):
                _read(path, pipeline, found.readings)
            progress(_SHOWN_AS if path == STANDARD_INPUT else str(path), done, len(files))
    except KeyboardInterrupt:
        found.stopped = True
    return found


def _files(paths: list[Path], refused: list[Refusal]) -> list[Path]:
    files, without = find_files(path for path in paths if path != STANDARD_INPUT)
    refused += map(_refusal, without)
    return [STANDARD_INPUT, *files] if STANDARD_INPUT in paths else files


@contextmanager
def _refusals(refused: list[Refusal]) -> Iterator[None]:
    try:
        yield
    except InputRefused as refusal:
        refused.append(_refusal(refusal))


def _refusal(refusal: InputRefused) -> Refusal:
    return Refusal(refusal.where, refusal.reason, refusal.advice)


def _read(path: Path, pipeline: Pipeline, readings: dict[str, Reading]) -> None:
    document = _standard_input() if path == STANDARD_INPUT else read_file(path)
    if document.id in readings:
        raise InputRefused(document.path, "same text as another document", readings[document.id].document.path)
    readings[document.id] = pipeline.read_document(document)
    if not readings[document.id].claims:  # the document stays in the ledger, and is named
        raise InputRefused(document.path, "no claims", "it was read, but nothing in it is claimed")


def _standard_input() -> Document:
    """What stands on the standard input, read as a file of that content would be."""
    with TemporaryDirectory(prefix="counterclaim-") as folder:
        file = Path(folder) / "input"
        file.write_bytes(sys.stdin.buffer.read(_MOST_INPUT))
        try:
            return replace(read_file(file), path=_SHOWN_AS)
        except InputRefused as refusal:
            raise InputRefused(_SHOWN_AS, refusal.reason, refusal.advice) from None
