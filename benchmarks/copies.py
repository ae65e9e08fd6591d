"""Copies: do two documents come from one origin, on pairs labelled by hand (`benchmarks/copies_pairs.csv`).

The documents are the 804 reports of `eval/syria_reports.csv` (known by their unit_id) and the 163 of
`eval/news_cluster_dev` (by file name); the file holds ids and labels only, no text. A pair counts as found when both
documents stand in one lineage of the whole collection.

How the pairs were found, always without the detector: by shared runs of eight words, in bands from half of the text to
a single run; by equal titles; by one agency in the credits; by the nearest neighbours by TF-IDF with and without shared
runs; by one outlet, and by different outlets, within two days; at random within a story of news_cluster_dev. A document
stands in few pairs of a draw. Then the opening of each text and the passages that they share were read.

The rule of the labels. 1: one text stems from the other, or both from one text of an agency: sentences that tell the
news of one happening are shared, word for word or plainly reworded in the same order, be it the whole report, a trimmed
one, an update of it with another toll, or a passage of two sentences in a longer report. 0: written independently. What
two independent reports may share does not make a 1: the words of a quotation, a statement or an embedded post; stock
background that an outlet or agency puts under reports of different happenings; captions, mastheads, related headlines
and other furniture; the set phrases of one source. A later report of the same agency on a new turn of the story is a 0,
and so is a retelling in words of its own.

The pairs of the part "choose" served to choose rules and thresholds: their figures are printed as `chosen_on`. Those of
the part "report", drawn and labelled after that with what was chosen left as it was, give the figures.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

from benchmarks.common import Counts, Value, arguments, missing, report
from counterclaim.lineage.documents import lineages
from counterclaim.records import Document, digest
from counterclaim.stories.cluster import cluster
from counterclaim.text.sentences import read_page

_PAIRS = Path(__file__).parent / "copies_pairs.csv"
_REPORTS, _NEWS = "eval/syria_reports.csv", "eval/news_cluster_dev"


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    if missing(options.data / _REPORTS) | missing(options.data / _NEWS):
        return
    documents = [*reports(options.data / _REPORTS), *news(options.data / _NEWS)][: options.limit]
    known = {d.path for d in documents}
    pairs = [pair for pair in labelled() if {pair.one, pair.other} <= known]
    stories = cluster((document, ()) for document in documents)
    start = perf_counter()
    found = lineages(documents, stories)
    seconds = perf_counter() - start
    origin = {d: lineage.id for lineage in found for d in lineage.documents}
    ids = {d.path: origin[d.id] for d in documents}
    parts = {"choose": Counts(), "report": Counts()}
    for pair in pairs:
        key = {(pair.one, pair.other)}
        parts[pair.part].add(key if ids[pair.one] == ids[pair.other] else set(), key if pair.same_origin else set())
    held, chosen = parts["report"], parts["choose"]
    values: dict[str, Value] = {
        "precision": held.precision,
        "recall": held.recall,
        "f1": held.f1,
        "pairs": sum(pair.part == "report" for pair in pairs),
        "same_origin": sum(pair.same_origin for pair in pairs if pair.part == "report"),
        "chosen_on": {"precision": chosen.precision, "recall": chosen.recall, "f1": chosen.f1},
        "documents": len(documents),
        "origins": len(found),
        "seconds": seconds,
    }
    report("Copies", values)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents, whether they come from one origin, and what the pair is for."""

    one: str
    other: str
    same_origin: bool
    part: str


def labelled() -> list[Pair]:
    """The labelled pairs."""
    with _PAIRS.open(encoding="ascii", newline="") as file:
        return [Pair(r["one"], r["other"], r["same_origin"] == "1", r["part"]) for r in csv.DictReader(file)]


def reports(path: Path) -> Iterator[Document]:
    """The reports on one war, with the day that their own text gives, or else the set's."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            day = datetime.strptime(row["date"], "%m/%d/%Y").date().isoformat()
            document = _document(row["unit_id"], row["article_content"])
            yield replace(
                document,
                title=row["article_title"],
                outlet=row["source"],
                published=document.published or day,
            )


def news(folder: Path) -> Iterator[Document]:
    """The pages of news_cluster, with what the set knows of each but its story."""
    for path in sorted(folder.glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        document = _document(path.stem, page["text"] or "")
        day = (page["date_publish"] or "")[:10] or None
        yield replace(document, title=page["title"], outlet=page["source_domain"], published=day)


def _document(name: str, text: str) -> Document:
    """A text as the text stage leaves it: with the date and the credits that it shows."""
    front = read_page(text).front
    return Document(name, text, digest(text), published=front.published, credits=front.credits)


if __name__ == "__main__":
    main()
