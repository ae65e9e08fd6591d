"""The language layer on EWT dev and GUM dev: tags, trees, predicates, roles; from gold words and from raw text.

Raw text is each gold sentence as it was written, read by the project's own words and sentences: a wrong cut loses the
words behind it. `raw_document_las` joins the sentences of a document by single spaces, without the line breaks that the
corpus no longer has. LAS and roles count words by their characters, so that extra or missing words cost precision or
recall.
"""

import json
import multiprocessing
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.bare import FloatEncoder, Recorder, bare_seconds, timed
from benchmarks.common import Counts, Value, arguments, missing, peak_mb, report
from benchmarks.reports import load_reports
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.records import Parse
from counterclaim.text.sentences import sentences
from training.examples import Example
from training.treebanks import raw_text, read_ewt, read_gum


def gold_scores(reader: Reader, examples: Sequence[Example]) -> dict[str, float]:
    """Scores with gold words; roles with gold predicates. Parts that a corpus does not annotate are left out."""
    given = [[f.word for f in e.frames or ()] for e in examples]
    words = [e.words for e in examples]
    found = reader.read_words(words)
    told = reader.read_words(words, given) if any(given) else found
    total = tags = heads = labels = 0
    predicates, roles = Counts(), Counts()
    for i, (example, reading, with_gold) in enumerate(zip(examples, found, told, strict=True)):
        if example.upos and example.heads and example.deprels:
            total += len(example.words)
            tags += sum(a == b for a, b in zip(example.upos, reading.upos, strict=True))
            right = [g == h + 1 for g, h in zip(example.heads, reading.heads, strict=True)]
            heads += sum(right)
            labels += sum(r and a == b for r, a, b in zip(right, example.deprels, reading.deprels, strict=True))
        if example.frames is not None:
            predicates.add([(i, p) for p, _ in reading.predicates], [(i, f.word) for f in example.frames])
            said = [(i, p, role, w) for p, args in with_gold.predicates for role, w in args]
            roles.add(said, [(i, f.word, role, w) for f in example.frames for role, w in f.args])
    scores = {"upos": 100 * tags / total, "uas": 100 * heads / total, "las": 100 * labels / total}
    if predicates.wanted:
        scores |= {"predicates": 100 * predicates.f1, "roles": 100 * roles.f1}
    return scores


def raw_scores(reader: Reader, path: Path, limit: int | None, *, whole_documents: bool) -> dict[str, float]:
    """LAS and role F1 (gold predicates' words, where the words agree) from raw text, with word F1."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")][:limit]
    examples = list(read_ewt(path))[:limit]
    words, arcs, roles = Counts(), Counts(), Counts()
    for number, (text, members) in enumerate(_texts(rows, examples, whole_documents=whole_documents)):
        parses = reader.parse(text, sentences(text))
        gold_words, gold_arcs, gold_roles, gold_predicates = _gold(number, members)
        words.add(_word_spans(number, parses), gold_words)
        arcs.add(_arcs(number, parses), gold_arcs)
        found = {r for r in _roles(number, parses) if r[1] in gold_predicates}
        roles.add(found, gold_roles)
    return {"raw_words": 100 * words.f1, "raw_las": 100 * arcs.f1, "raw_roles": 100 * roles.f1}


Span = tuple[int, int]
Member = tuple[Example, list[Span]]


def _texts(
    rows: Sequence[dict[str, object]], examples: Sequence[Example], *, whole_documents: bool
) -> Iterator[tuple[str, list[Member]]]:
    text, members, last = "", list[Member](), None
    for row, example in zip(rows, examples, strict=True):
        if members and (not whole_documents or row["doc"] != last):
            yield text, members
            text, members = "", []
        spaces = row["space_after"]
        assert isinstance(spaces, list)
        sentence, spans = raw_text(list(example.words), spaces)
        text += " " if text else ""
        members.append((example, [(a + len(text), b + len(text)) for a, b in spans]))
        text += sentence
        last = row["doc"]
    if members:
        yield text, members


def _gold(
    number: int, members: Sequence[Member]
) -> tuple[set[tuple[int, Span]], set[tuple[int, Span, Span | None, str]], set[tuple[int, Span, str, Span]], set[Span]]:
    words, arcs, roles, predicates = set(), set(), set(), set()
    for example, spans in members:
        for i, span in enumerate(spans):
            head = (example.heads or ())[i]
            words.add((number, span))
            arcs.add((number, span, spans[head - 1] if head else None, (example.deprels or ())[i]))
        for frame in example.frames or ():
            predicates.add(spans[frame.word])
            roles |= {(number, spans[frame.word], role, spans[w]) for role, w in frame.args}
    return words, arcs, roles, predicates


def _word_spans(number: int, parses: Sequence[Parse]) -> set[tuple[int, Span]]:
    return {(number, (w.start, w.end)) for p in parses for w in p.sentence.words}


def _arcs(number: int, parses: Sequence[Parse]) -> set[tuple[int, Span, Span | None, str]]:
    return {
        (number, _pair(w), _pair(p.sentence.words[h]) if h >= 0 else None, d)
        for p in parses
        for w, h, d in zip(p.sentence.words, p.heads, p.deprels, strict=True)
    }


def _pair(span: tuple[int, int]) -> Span:
    return span[0], span[1]


def _roles(number: int, parses: Sequence[Parse]) -> set[tuple[int, Span, str, Span]]:
    return {
        (number, _pair(p.sentence.words[x.word]), a.role, _pair(p.sentence.words[a.word]))
        for p in parses
        for x in p.predicates
        for a in x.args
    }


def speed(data: Path, limit: int | None) -> dict[str, Value]:
    """Words a second from raw text to parses, against the bare encoder over the same batches, on one thread."""
    documents = load_reports(data, limit)
    recorder = Recorder()
    reader = Reader(recorder)
    reader.parse(documents[0].text, sentences(documents[0].text))
    recorder.batches.clear()
    seconds, count = timed(
        lambda: sum(len(p.sentence.words) for d in documents for p in reader.parse(d.text, sentences(d.text)))
    )
    bare = bare_seconds(recorder.batches)
    return {
        "encoder_ratio": seconds / bare,
        "words_per_second": count / seconds,
        "bare_words_per_second": count / bare,
    }


def _parse_reports(data: Path) -> float:
    """Read a hundred reports, in a process of its own; its memory in megabytes."""
    reader = Reader()
    for document in load_reports(data, 100):
        reader.parse(document.text, sentences(document.text))
    return peak_mb()


def layer_peak_mb(data: Path) -> float:
    """The memory of a process that does nothing but open the model and read reports."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_parse_reports, (data,))


def main() -> None:
    """Command line."""
    options = arguments(__doc__, floats="folder with the float encoder.onnx of the same weights, to measure int8_drop")
    reader = Reader(Model(threads=2))
    values: dict[str, Value] = {}
    ewt = options.data / "corpora/ewt/dev.jsonl"
    if not missing(ewt):
        examples = list(read_ewt(ewt))[: options.limit]
        scores = gold_scores(reader, examples)
        values |= scores
        values |= raw_scores(reader, ewt, options.limit, whole_documents=False)
        whole = raw_scores(reader, ewt, options.limit, whole_documents=True)
        values["raw_document_las"] = whole["raw_las"]
        if options.floats:
            exact = gold_scores(Reader(FloatEncoder(options.floats)), examples)
            values["int8_drop"] = max(exact[k] - scores[k] for k in exact)
            values["float"] = dict(exact)
    gum = options.data / "corpora/gum/dev"
    if not missing(gum):
        values["gum"] = dict(gold_scores(reader, list(read_gum(gum))[: options.limit]))
    if not missing(options.data / "eval/syria_reports.csv"):
        values |= speed(options.data, options.limit)
        values["peak_mb"] = layer_peak_mb(options.data)
    values.setdefault("int8_drop", None)
    report("Language layer (percent; EWT dev unless said otherwise)", values)


if __name__ == "__main__":
    main()
