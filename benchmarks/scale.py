"""Cost of the collection stages as collections grow: seconds, memory, megabytes of ledger, and what is found again.

The reports are generated (``benchmarks.generator``) with the readings that a perfect reader gives, so that nothing but
these stages is measured. Each size has a fresh process, and seconds are the processor's, so that a busy machine counts
less. A smaller collection has stories that a larger one has, too.
"""

import math
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.common import Value, arguments, peak_mb, report
from benchmarks.generator import generate
from benchmarks.generator_quality import Gold, quality
from counterclaim.alignment.align import align
from counterclaim.entities.group import group
from counterclaim.exports.ledger_json import to_json
from counterclaim.lineage.documents import lineages
from counterclaim.lineage.utterances import utterances
from counterclaim.pipeline import check
from counterclaim.records import Ledger, Reading
from counterclaim.stories.cluster import cluster

Result = TypeVar("Result")
SIZES = (1250, 2500, 5000, 10_000, 20_000)
_WIDTH = 50  # characters of the longest bar


def _entities(ledger: Ledger, readings: Sequence[Reading]) -> Ledger:
    named = [(r.document, r.sentences) for r in readings]
    entities, claims, unresolved = group(named, [c for r in readings for c in r.claims])
    return replace(ledger, entities=entities, claims=claims, unresolved=unresolved)


def _stories(ledger: Ledger, readings: Sequence[Reading]) -> Ledger:
    return replace(ledger, stories=cluster([(r.document, r.sentences) for r in readings]))


def _lineage(ledger: Ledger, _: Sequence[Reading]) -> Ledger:
    return replace(ledger, lineages=lineages(ledger.documents, ledger.stories))


def _utterances(ledger: Ledger, _: Sequence[Reading]) -> Ledger:
    return replace(ledger, utterances=utterances(ledger.claims, ledger.documents, ledger.entities, ledger.stories))


def _alignment(ledger: Ledger, _: Sequence[Reading]) -> Ledger:
    return replace(ledger, propositions=align(ledger))


def _registers(ledger: Ledger, _: Sequence[Reading]) -> Ledger:
    return check(ledger)


# The stages as the pipeline runs them; a test holds the two together.
STAGES: dict[str, Callable[[Ledger, Sequence[Reading]], Ledger]] = {
    "entities": _entities,
    "stories": _stories,
    "lineage": _lineage,
    "utterances": _utterances,
    "alignment": _alignment,
    "registers": _registers,
}


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Processor seconds that some work takes, and its result."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


@dataclass(frozen=True, slots=True)
class Size:
    """What one size cost: ``peak_mb`` with the readings (``readings_mb`` before any stage), ``megabytes`` on disk.

    ``write_peak_mb`` is what was held while the ledger was written.
    """

    documents: int
    claims: int
    generate_seconds: float
    seconds: dict[str, float]
    readings_mb: float
    peak_mb: float
    write_seconds: float
    write_peak_mb: float
    megabytes: float
    quality: dict[str, float]

    @property
    def total(self) -> float:
        """Seconds of all stages."""
        return sum(self.seconds.values())


def run_stages(readings: Sequence[Reading]) -> tuple[Ledger, dict[str, float]]:
    """The ledger of readings, and the seconds of each stage."""
    ledger = Ledger(tuple(r.document for r in readings), (), ())
    seconds: dict[str, float] = {}
    for name, stage in STAGES.items():
        seconds[name], ledger = timed(partial(stage, ledger, readings))
    return ledger, seconds


def measure(documents: int) -> Size:
    """All figures of one size, in this process."""
    gold = Gold()
    generating, readings = timed(lambda: [gold.take(made) for made in generate(documents)])
    before = peak_mb()
    ledger, seconds = run_stages(readings)
    held = peak_mb()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.json"
        writing, _ = timed(lambda: path.write_text(to_json(ledger), encoding="utf-8"))
        megabytes = path.stat().st_size / 1e6
    after = peak_mb()
    found = quality(ledger, gold)
    return Size(documents, len(ledger.claims), generating, seconds, before, held, writing, after, megabytes, found)


def in_fresh_process(documents: int) -> Size:
    """All figures of one size, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, documents).result()


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float | None:
    """The slope of log seconds against log size by least squares: 1 where cost is linear. None for a single size."""
    if len(sizes) < 2:
        return None
    x, y = [math.log(n) for n in sizes], [math.log(max(s, 1e-9)) for s in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) / sum((a - mean_x) ** 2 for a in x)


def sizes_up_to(limit: int | None) -> list[int]:
    """The sizes to measure; a limit below the smallest is a size itself."""
    return [n for n in SIZES if limit is None or n <= limit] or [limit or SIZES[0]]


def table(measured: Sequence[Size]) -> str:
    """Seconds by stage, memory and disk at each size."""
    names = ["documents", *STAGES, "total", "peak_mb", "megabytes", "writing", "write_mb"]
    rows = [names]
    for size in measured:
        figures = [*(size.seconds[s] for s in STAGES), size.total, size.peak_mb, size.megabytes, size.write_seconds]
        figures.append(size.write_peak_mb)
        rows.append([f"{size.documents:,}", *(f"{f:,.1f}" for f in figures)])
    return "\n".join("  ".join(f"{cell:>10}" for cell in row) for row in rows)


def curve(measured: Sequence[Size]) -> str:
    """Seconds for a thousand documents at each size, as bars: of one length where cost is linear."""
    each = [1000 * size.total / size.documents for size in measured]
    longest = max(each)
    return "\n".join(
        f"{size.documents:>10,}  {'#' * max(1, round(_WIDTH * s / longest))} {s:.2f}" for size, s in zip(measured, each)
    )


def values(measured: Sequence[Size]) -> dict[str, Value]:
    """The figures to report: dictionaries by size, the exponents, and the quality at the largest size."""
    documents = [size.documents for size in measured]
    result: dict[str, Value] = {
        "documents": {str(n): n for n in documents},
        "seconds": {str(s.documents): s.total for s in measured},
        "peak_mb": {str(s.documents): s.peak_mb for s in measured},
        "readings_mb": {str(s.documents): s.readings_mb for s in measured},
        "megabytes": {str(s.documents): s.megabytes for s in measured},
        "write_peak_mb": {str(s.documents): s.write_peak_mb for s in measured},
        "write_seconds": {str(s.documents): s.write_seconds for s in measured},
        "exponent": exponent(documents, [s.total for s in measured]),
        "exponents": {stage: exponent(documents, [s.seconds[stage] for s in measured]) for stage in STAGES},
        "generated_per_second": measured[-1].documents / measured[-1].generate_seconds,
    }
    return result | dict(measured[-1].quality)


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    measured: list[Size] = []
    for documents in sizes_up_to(options.limit):
        measured.append(in_fresh_process(documents))
        print("\n".join(table(measured).splitlines()[-1 if len(measured) > 1 else 0 :]), flush=True)
    print("", "Seconds for 1,000 documents", curve(measured), "", sep="\n")
    report("Cost of the collection stages", values(measured))


if __name__ == "__main__":
    main()
