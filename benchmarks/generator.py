"""Makes varied reports with known copies, denials and figures, from a seed: as text, and as a perfect reader reads it.

Everything in them is invented, but for the names of states and agencies. ``python -m benchmarks.generator --limit 5``
shows some; ``--out FOLDER`` writes them there as files.
"""

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from benchmarks.common import arguments
from benchmarks.generator_lines import Told
from benchmarks.generator_pages import sheets
from benchmarks.generator_setting import set_page
from benchmarks.generator_world import FIRST_DAY, make_world, sizes
from counterclaim.records import Reading


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of a generated report.

    ``origin`` is the id of the document that the text comes from: its own, unless ``how`` says in which way it was
    copied (verbatim, trimmed, rewritten, retold). ``told`` says of each claim what it claims; ``named`` gives for each
    mention, in the order of the reading's sentences, a key of the thing that it names, "" where that is open.
    """

    document: str
    story: str
    origin: str
    how: str
    told: Mapping[str, Told]
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A generated report: its reading, and what is true of it."""

    reading: Reading
    truth: Truth


def generate(documents: int, seed: int = 0) -> Iterator[Made]:
    """So many reports in the order of their days. The same seed gives the same reports; memory does not grow.

    A story is made when its first day comes and forgotten when it is told: only those that are being told are held.
    """
    planned = sorted(sizes(seed, documents), key=lambda s: (s[2], s[0]))
    waiting: list[tuple[str, int, int, Made]] = []
    for number, size, day in planned:
        first = (FIRST_DAY + timedelta(days=day)).isoformat()  # nothing that is still to be made is older
        while waiting and waiting[0][0] < first:
            yield heapq.heappop(waiting)[3]
        for i, one in enumerate(_story(seed, number, size, day)):
            heapq.heappush(waiting, (one.reading.document.published or "", number, i, one))
    while waiting:
        yield heapq.heappop(waiting)[3]


def _story(seed: int, number: int, size: int, day: int) -> Iterator[Made]:
    world = make_world(seed, number, size, day)
    ids: list[str] = []
    for sheet in sheets(world, seed):
        reading, told, named = set_page(sheet, f"{world.key}/{sheet.number:03}.txt")
        ids.append(reading.document.id)
        truth = Truth(reading.document.id, world.key, ids[sheet.origin], sheet.how, told, named)
        yield Made(reading, truth)


def main() -> None:
    """Command line."""
    options = arguments(__doc__, out="folder to write the reports to")
    for made in generate(options.limit or 5):
        document = made.reading.document
        if options.out is None:
            print(f"--- {document.path} {made.truth.how}\n{document.text}")
        else:
            path: Path = options.out / document.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document.text, encoding="utf-8")


if __name__ == "__main__":
    main()
