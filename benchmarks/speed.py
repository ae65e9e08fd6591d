"""Speed of the whole `read` over reports of one war, with 1 and 2 workers, against the bare encoder."""

import multiprocessing
from pathlib import Path

from benchmarks.bare import Recorder, bare_seconds, timed
from benchmarks.common import Value, arguments, missing, peak_mb, report
from benchmarks.reports import load_reports
from counterclaim.language.reader import Reader
from counterclaim.pipeline import Pipeline, collect
from counterclaim.records import Document

_pipeline: Pipeline


def _open() -> None:
    global _pipeline
    _pipeline = Pipeline()


def _read(document: Document) -> float:
    """Read one document; the memory that the worker has held so far."""
    _pipeline.read_document(document)
    return peak_mb()


def with_workers(documents: list[Document], workers: int) -> dict[str, float]:
    """Documents a second with that many processes, one thread each, and the memory of the largest process."""
    with multiprocessing.get_context("spawn").Pool(workers, _open) as pool:
        pool.map(_read, documents[:workers], chunksize=1)  # opens the models
        seconds, held = timed(lambda: pool.map(_read, documents, chunksize=8))
    return {"documents_per_second": len(documents) / seconds, "peak_mb": max(held)}


def measure(data: Path, limit: int | None) -> dict[str, Value]:
    """All figures."""
    documents = load_reports(data, limit)
    recorder = Recorder()
    pipeline = Pipeline(reader=Reader(recorder))
    pipeline.read_document(documents[0])
    recorder.batches.clear()
    seconds, readings = timed(lambda: [pipeline.read_document(d) for d in documents])
    gathering, _ = timed(lambda: collect(readings))
    bare = bare_seconds(recorder.batches)
    return {
        "documents": len(documents),
        "encoder_ratio": (seconds + gathering) / bare,
        "bare_seconds": bare,
        "read_seconds": seconds,
        "collect_seconds": gathering,
        "peak_mb": peak_mb(),
        "workers_1": dict(with_workers(documents, 1)),
        "workers_2": dict(with_workers(documents, 2)),
    }


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    values: dict[str, Value] = {}
    if not missing(options.data / "eval/syria_reports.csv"):
        values = measure(options.data, options.limit)
        one = values["workers_1"]
        assert isinstance(one, dict)
        values["documents_per_second"] = one["documents_per_second"]
    report("Speed of `read`", values)


if __name__ == "__main__":
    main()
