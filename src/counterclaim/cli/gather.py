"""The documents that a command names, read one after the other: what is finished is kept when somebody stops it."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from counterclaim import pipeline
from counterclaim.errors import InputRefused
from counterclaim.ingest.files import find_files, read_file
from counterclaim.pipeline import Gathered, refusal_of
from counterclaim.records import Document

STANDARD_INPUT = Path("-")
_SHOWN_AS = "standard input"
_MOST_INPUT = 50_000_000  # bytes; far more than a document may have, and an end to an endless stream


def gather(
    paths: Iterable[Path], *, threads: int, progress: Callable[[str, int, int], None] = lambda *_: None
) -> Gathered:
    """Read files, folders and "-", the standard input, which comes first. Ctrl-C ends it early and is not passed on.

    ``progress`` is called after each file. Raises ModelError when the installed model is damaged.
    """
    named = list(paths)
    files, without = find_files(path for path in named if path != STANDARD_INPUT)
    files = [STANDARD_INPUT, *files] if STANDARD_INPUT in named else files

    def told(path: str, done: int, total: int) -> None:
        progress(_SHOWN_AS if path == str(STANDARD_INPUT) else path, done, total)

    found = pipeline.gather(files, threads=threads, progress=told, open_file=_opened)
    found.refused[:0] = map(refusal_of, without)
    return found


def _opened(path: Path) -> Document:
    return _standard_input() if path == STANDARD_INPUT else read_file(path)


def _standard_input() -> Document:
    """What stands on the standard input, read as a file of that content would be."""
    with TemporaryDirectory(prefix="counterclaim-") as folder:
        file = Path(folder) / "input"
        file.write_bytes(sys.stdin.buffer.read(_MOST_INPUT))
        try:
            return replace(read_file(file), path=_SHOWN_AS)
        except InputRefused as refusal:
            raise InputRefused(_SHOWN_AS, refusal.reason, refusal.advice) from None
