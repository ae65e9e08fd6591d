"""Stories: BCubed precision, recall and F1 on `eval/news_cluster_dev`, whose `event` is the gold story.

The documents go through the real stages. `bcubed_*` is what the pipeline does with a collection (`cluster`);
`stream_f1` adds the documents one at a time by date of publication, `shuffled_f1` in random orders (mean and least).
`by_threshold` shows whether the threshold sits on a plateau. `baseline_f1` is one-pass clustering by TF-IDF cosine of
words with story centroids, at the threshold that in hindsight suits it best.
"""

import json
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.common import Value, arguments, missing, report
from counterclaim.pipeline import Pipeline
from counterclaim.records import Document, NamedSentence, digest
from counterclaim.stories.cluster import ALIKE, Stories, cluster
from counterclaim.stories.words import words

_THRESHOLDS = tuple(round(ALIKE + step / 100, 2) for step in range(-4, 5))
_ORDERS = 5


@dataclass(frozen=True, slots=True)
class Item:
    """One document as read, with its gold story."""

    document: Document
    sentences: tuple[NamedSentence, ...]
    gold: str


def load(folder: Path, limit: int | None) -> list[tuple[Document, str]]:
    """Documents with their gold stories, by date of publication."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    rows.sort(key=lambda row: row["date_publish"] or "")
    return [(_document(row), row["event"]) for row in rows[:limit]]


def _document(row: Mapping[str, str | None]) -> Document:
    title, text = row["title"] or "", row["text"] or ""
    whole = f"{title}\n\n{text}".strip()
    published = (row["date_publish"] or "")[:10] or None
    return Document(row["url"] or "", whole, digest(whole), title=title or None, published=published)


def bcubed(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """BCubed precision, recall and F1 (Bagga and Baldwin 1998); the sequences run over the same documents."""
    if not gold:
        return 0.0, 0.0, 0.0
    of_gold, of_found, of_both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(n * n / of_found[f] for (_, f), n in of_both.items()) / len(gold)
    recall = sum(n * n / of_gold[g] for (g, _), n in of_both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def together(items: Sequence[Item], alike: float = ALIKE) -> list[str]:
    """The story of each item, clustered as a collection."""
    stories = cluster([(i.document, i.sentences) for i in items], alike=alike)
    of = {document: story.id for story in stories for document in story.documents}
    return [of[i.document.id] for i in items]


def streamed(items: Sequence[Item], order: Sequence[int]) -> list[str]:
    """The story of each item, added one at a time in the order given."""
    stories = Stories()
    for i in order:
        stories.add(items[i].document, items[i].sentences)
    return [stories.story_of(item.document.id) for item in items]


def baseline(items: Sequence[Item], threshold: float) -> list[str]:
    """One-pass clustering: cosine of TF-IDF words to story centroids, frequencies counted so far."""
    seen: Counter[str] = Counter()
    centroids: list[dict[str, float]] = []
    found = []
    for so_far, item in enumerate(items, start=1):
        counts = Counter(words(item.document.text))
        seen.update(counts.keys())
        own = _unit({w: (1 + math.log(n)) * math.log((so_far + 1) / seen[w]) for w, n in counts.items()})
        scores = [sum(x * c.get(w, 0.0) for w, x in own.items()) / _length(c) for c in centroids]
        best = max(range(len(scores)), key=scores.__getitem__, default=-1)
        if best < 0 or scores[best] < threshold:
            best = len(centroids)
            centroids.append(defaultdict(float))
        for word, weight in own.items():
            centroids[best][word] += weight
        found.append(str(best))
    return found


def _length(vector: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum(x * x for x in vector.values())) or 1.0


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = _length(vector)
    return {t: x / length for t, x in vector.items()}


def measure(items: Sequence[Item]) -> dict[str, Value]:
    """All figures over the items, which come by date."""
    gold = [item.gold for item in items]
    started = time.perf_counter()
    found = together(items)
    seconds = time.perf_counter() - started
    precision, recall, f1 = bcubed(gold, found)
    shuffled = [bcubed(gold, streamed(items, _order(len(items), seed)))[2] for seed in range(_ORDERS)]
    plain = {t: bcubed(gold, baseline(items, t))[2] for t in (step / 50 for step in range(2, 20))}
    best = max(plain, key=plain.__getitem__)
    return {
        "bcubed_precision": precision,
        "bcubed_recall": recall,
        "bcubed_f1": f1,
        "stories": len(set(found)),
        "gold_stories": len(set(gold)),
        "seconds": seconds,
        "stream_f1": bcubed(gold, streamed(items, range(len(items))))[2],
        "shuffled_f1": {"mean": sum(shuffled) / len(shuffled), "least": min(shuffled)},
        "by_threshold": {f"{t:.2f}": bcubed(gold, together(items, t))[2] for t in _THRESHOLDS},
        "undated_f1": bcubed(gold, together([_undated(item) for item in items]))[2],
        "baseline_f1": plain[best],
        "baseline_threshold": best,
    }


def _undated(item: Item) -> Item:
    d = item.document
    return Item(Document(d.path, d.text, d.sha256, title=d.title), item.sentences, item.gold)


def _order(number: int, seed: int) -> list[int]:
    return random.Random(seed).sample(range(number), number)


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    folder = options.data / "eval/news_cluster_dev"
    values: dict[str, Value] = {}
    if not missing(folder):
        pipeline = Pipeline(threads=2)
        readings = [(pipeline.read_document(document), gold) for document, gold in load(folder, options.limit)]
        values = measure([Item(r.document, r.sentences, gold) for r, gold in readings])
    report("Stories", values)


if __name__ == "__main__":
    main()
