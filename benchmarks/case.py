"""A case as it grows: documents an hour, memory, size on disk, and how long questions take; linear, or not.

The reports are generated, with the readings that a perfect reader gives (``benchmarks.generator``): everything after
the language layer is measured on all of them, the language layer itself on ``--read`` of them. Each size has a case of
its own and a fresh process for each step, so that each step's memory is its own. Seconds are the processor's, so that
a busy machine counts less, but for ``wall_seconds``, and for ``commit_ms``, which waits for the disk. ``--kills`` kills
a writer so often.
"""

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks.case_kills import kill
from benchmarks.common import Value, peak_mb, report
from benchmarks.generator import generate
from benchmarks.scale import exponent, timed
from counterclaim.case import open_case
from counterclaim.pipeline import Pipeline, collect
from counterclaim.records import EXTRACTOR, Judgement, Ledger, Reading, Refusal, Register
from counterclaim.store.lists import Filter
from counterclaim.store.store import Store

Result = TypeVar("Result")
_STEPS = (8, 4, 2, 1)  # the sizes are the largest one divided by these
_TOGETHER = 50  # documents a transaction
_SINGLY = 200  # readings whose commits are timed one by one
_TIMES = 7  # that each question is asked
_WIDTH = 50  # characters of the longest bar


@dataclass(frozen=True, slots=True)
class Filled:
    """What adding documents and their readings cost."""

    seconds: float
    commit_ms: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Collected:
    """What a run cost: loading readings, the collection stages, writing the run."""

    load_seconds: float
    stage_seconds: float
    write_seconds: float
    peak_mb: float
    claims: int
    propositions: int


@dataclass(frozen=True, slots=True)
class Size:
    """All figures of one size. Questions are in milliseconds, the median of several."""

    documents: int
    filled: Filled
    collected: Collected
    questions: dict[str, float]
    question_peak_mb: float
    megabytes: float
    wall_seconds: float  # with generating the reports

    @property
    def seconds(self) -> float:
        """Everything but the language layer."""
        c = self.collected
        return self.filled.seconds + c.load_seconds + c.stage_seconds + c.write_seconds


def fill(path: str, documents: int) -> Filled:
    """Make a case of so many documents and their readings; the time to generate them is left out."""
    case = open_case(path, create=True)
    each: list[float] = []
    seconds = 0.0
    with case.store.writer() as writer:
        for readings in _batches(documents):
            started = time.process_time()
            writer.add([reading.document for reading in readings])
            if len(each) < min(_SINGLY, documents // 4):
                for reading in readings:
                    begun = time.perf_counter()
                    writer.put_reading(reading, EXTRACTOR)
                    each.append(time.perf_counter() - begun)
            else:
                writer.put_readings(readings, EXTRACTOR)
            seconds += time.process_time() - started
    case.close()
    return Filled(seconds, 1000 * median(each), peak_mb())


def _batches(documents: int) -> Iterator[list[Reading]]:
    made = (m.reading for m in generate(documents))
    while held := list(islice(made, _TOGETHER)):
        yield held


def run(path: str) -> Collected:
    """Collect what is in a case."""
    case = open_case(path)
    stages = 0.0

    def staged(
        readings: Iterable[Reading],
        refused: Sequence[Refusal],
        registers: Sequence[Register],
        judgements: Sequence[Judgement],
    ) -> Ledger:
        nonlocal stages
        stages, ledger = timed(lambda: collect(readings, refused, registers, judgements))
        return ledger

    load, _ = timed(lambda: sum(1 for _ in case.store.readings()))
    whole, made = timed(lambda: case.collect(collecting=staged, again=True))
    assert made is not None
    case.close()
    write = whole - stages - load
    return Collected(load, stages, max(write, 0.0), peak_mb(), made.claims, made.propositions)


def ask(path: str) -> tuple[dict[str, float], float]:
    """The milliseconds that questions take, and the memory that they need."""
    store = open_case(path).store
    found = {name: 1000 * median(timed(question)[0] for _ in range(_TIMES)) for name, question in _questions(store)}
    store.close()
    return found, peak_mb()


def _questions(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    entities = store.entities(limit=200).items
    common, rare = entities[0].id, entities[-1].id
    claims = store.claims(limit=2)
    middle = store.claims(Filter(frame="sanction"), limit=200).items[-1].id
    days = sorted(d.document.published or "" for d in store.documents(limit=500).items)
    since, until = days[len(days) // 4], days[len(days) // 2]
    yield "open and count", lambda: store.counts(EXTRACTOR)
    yield "show a claim", lambda: (store.find(claims.items[0].id), store.standing(claims.items[0].document))
    yield "claims of a common entity", lambda: store.claims(Filter(entity=common))
    yield "claims of a rare entity", lambda: store.claims(Filter(entity=rare))
    yield "propositions of a common entity", lambda: store.propositions(Filter(entity=common))
    yield "claims by frame and date", lambda: store.claims(Filter(frame="transfer", since=since, until=until))
    yield "propositions by status", lambda: store.propositions(Filter(status="contested"))
    yield "claims with a common word", lambda: store.claims(Filter(search="missiles"))
    yield "claims with a phrase", lambda: store.claims(Filter(search='"cruise missiles" minister'))
    yield "documents with a word", lambda: store.documents(Filter(search="accordion"))
    yield "a page far down", lambda: store.claims(after=middle)
    yield "the first page", lambda: store.propositions()


def read(path: str, documents: int) -> tuple[float, float]:
    """Documents a second that the language layer and the claims take, into a case, and the memory."""
    case = open_case(path, create=True)
    case.add(r.document for batch in _batches(documents) for r in batch)
    pipeline = Pipeline()
    seconds, done = timed(lambda: case.read(lambda: pipeline))
    case.close()
    return done.done / seconds, peak_mb()


def grown(path: str, documents: int) -> float:
    """Megabytes that a case grows by when it is collected again after one document in fifty more."""
    case = open_case(path)
    before = case.store.counts(EXTRACTOR).bytes
    more = [r for batch in _batches(documents + documents // 50) for r in batch]
    with case.store.writer() as writer:
        writer.add([r.document for r in more])
        writer.put_readings(more, EXTRACTOR)
    case.collect()
    case.close()
    again = open_case(path)
    after = again.store.counts(EXTRACTOR).bytes
    again.close()
    return (after - before) / 1e6


def alone(work: Callable[..., Result], *arguments: str | int) -> Result:
    """Some work in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def measure(folder: str, documents: int) -> Size:
    """All figures of one size."""
    started = time.perf_counter()
    path = str(Path(folder) / f"{documents}.db")
    filled = alone(fill, path, documents)
    collected = alone(run, path)
    questions, peak = alone(ask, path)
    return Size(
        documents, filled, collected, questions, peak, Path(path).stat().st_size / 1e6, time.perf_counter() - started
    )


def table(measured: Sequence[Size]) -> str:
    """Costs at each size."""
    rows: list[tuple[str, ...]] = [
        ("documents", "claims", "fill s", "load s", "stages s", "write s", "MB fill", "MB collect", "MB disk")
    ]
    for size in measured:
        c = size.collected
        cells = (size.filled.seconds, c.load_seconds, c.stage_seconds, c.write_seconds)
        memory = (size.filled.peak_mb, c.peak_mb, size.megabytes)
        rows.append(
            (f"{size.documents:,}", f"{c.claims:,}", *(f"{x:,.1f}" for x in cells), *(f"{x:,.0f}" for x in memory))
        )
    return "\n".join("  ".join(f"{cell:>10}" for cell in row) for row in rows)


def asked(measured: Sequence[Size]) -> str:
    """Milliseconds of each question at each size."""
    head = f"{'milliseconds':<34}" + "".join(f"{size.documents:>12,}" for size in measured)
    names = measured[0].questions
    lines = [f"{name:<34}" + "".join(f"{size.questions[name]:>12.1f}" for size in measured) for name in names]
    return "\n".join([head, *lines])


def curve(measured: Sequence[Size]) -> str:
    """Seconds for a thousand documents at each size, as bars: of one length where cost is linear."""
    each = [1000 * size.seconds / size.documents for size in measured]
    longest = max(each)
    bars = (
        f"{size.documents:>10,}  {'#' * max(1, round(_WIDTH * s / longest))} {s:.2f}" for size, s in zip(measured, each)
    )
    return "\n".join(bars)


def values(measured: Sequence[Size]) -> dict[str, Value]:
    """The figures to report."""
    last = measured[-1]
    by = {str(size.documents): size for size in measured}
    return {
        "documents": last.documents,
        "documents_per_hour_without_reading": 3600 * last.documents / last.seconds,
        "seconds": {n: size.seconds for n, size in by.items()},
        "wall_seconds": {n: size.wall_seconds for n, size in by.items()},
        "fill_seconds": {n: size.filled.seconds for n, size in by.items()},
        "stage_seconds": {n: size.collected.stage_seconds for n, size in by.items()},
        "write_seconds": {n: size.collected.write_seconds for n, size in by.items()},
        "commit_ms": {n: size.filled.commit_ms for n, size in by.items()},
        "peak_mb": {n: size.collected.peak_mb for n, size in by.items()},
        "question_peak_mb": {n: size.question_peak_mb for n, size in by.items()},
        "megabytes": {n: size.megabytes for n, size in by.items()},
        "exponent": exponent([s.documents for s in measured], [s.seconds for s in measured]),
        "store_exponent": exponent(
            [s.documents for s in measured], [s.filled.seconds + s.collected.write_seconds for s in measured]
        ),
        "query_ms": {name.replace(" ", "_"): ms for name, ms in last.questions.items()},
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=2_000, help="documents of the largest case")
    parser.add_argument("--read", type=int, default=0, help="documents to measure the language layer on")
    parser.add_argument("--kills", type=int, default=0, help="how often to kill a writer")
    parser.add_argument("--folder", help="where to make the cases; they stay there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or temporary
        result = _measured(folder, options.documents) if options.documents else {}
        if options.read:
            rate, peak = alone(read, f"{folder}/read.db", options.read)
            result |= {"read_per_second": rate, "read_peak_mb": peak}
            rest = result.get("documents_per_hour_without_reading")
            if isinstance(rest, float):
                result["documents_per_hour"] = 1 / (1 / (3600 * rate) + 1 / rest)
        if options.kills:
            kept = kill(f"{folder}/kills.db", options.kills)
            print(
                f"killed {kept.kills} times: {len(kept.read):,} readings, {len(kept.runs):,} runs reported, none lost"
            )
            result |= {"kills": kept.kills, "reported": len(kept.read) + len(kept.runs), "lost": 0}
    report("A case", result)


def _measured(folder: str, documents: int) -> dict[str, Value]:
    """The figures of all sizes, which are printed as they come."""
    measured: list[Size] = []
    for step in _STEPS:
        measured.append(measure(folder, max(documents // step, 40)))
        print("\n".join(table(measured).splitlines()[-1 if len(measured) > 1 else 0 :]), flush=True)
    print("", asked(measured), "", "Seconds for 1,000 documents", curve(measured), "", sep="\n", flush=True)
    smallest = measured[0].documents
    more = alone(grown, str(Path(folder) / f"{smallest}.db"), smallest)
    return values(measured) | {"second_run_megabytes": more, "second_run_documents": smallest}


if __name__ == "__main__":
    main()
