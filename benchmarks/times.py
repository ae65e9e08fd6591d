"""Time expressions: TempEval-3's AQUAINT articles, against the annotated spans and values.

Counted as TempEval-3's tool does: a found expression matches an annotated one where their characters overlap, each at
most once. ``span_f1`` and ``value_f1`` are over dates: TIMEX3's types DATE and TIME on both sides, so that a date found
where the set has a duration, or nothing, is wrong. Values must be equal as they stand, but for what is notation only: a
TIME counts by its day, "1949-XX" as "1949", "2000-W8" as "2000-W08". ``value_exact_f1`` forgives none of these,
``all_*`` are over all types. The document's creation time stands for the publication date. A range counts as its two
dates.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.common import Counts, Value, arguments, missing, report
from counterclaim.claims.times import TimeExpression, find_times, last_told
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.text.sentences import sentences

_TYPES = ("DATE", "TIME", "DURATION", "SET")
_DATES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression, annotated or found: characters ``[start, end)``, type and value."""

    start: int
    end: int
    type: str
    value: str


def annotated(path: Path) -> tuple[str, date | None, list[Timex]]:
    """The text of an article, its creation day and its expressions."""
    root = ElementTree.fromstring(_without_doctype(path.read_text(encoding="utf-8")))  # noqa: S314
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        return "", None, []
    parts: list[str] = []
    found: list[Timex] = []
    _walk(body, parts, found)
    return "".join(parts), date.fromisoformat(created.get("value", "")[:10]), found


def _without_doctype(text: str) -> str:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("entities are refused")
    return text


def _walk(element: ElementTree.Element, parts: list[str], found: list[Timex]) -> None:
    parts.append(element.text or "")
    for child in element:
        start = sum(map(len, parts))
        _walk(child, parts, found)
        if child.tag == "TIMEX3":
            found.append(Timex(start, sum(map(len, parts)), child.get("type", ""), child.get("value", "")))
        parts.append(child.tail or "")


def detected(reader: Reader, text: str, published: date | None) -> list[Timex]:
    """What the grammar finds in a text, read as the pipeline reads it."""
    found: list[Timex] = []
    context: TimeExpression | None = None
    for parse in reader.parse(text, sentences(text)):
        words = parse.sentence.read(text)
        expressions = find_times(words, published, xpos=parse.xpos, upos=parse.upos, heads=parse.heads, context=context)
        context = last_told(expressions, context)
        for expression in _single(expressions):
            spans = parse.sentence.words[expression.first : expression.end]
            found.append(Timex(spans[0].start, spans[-1].end, expression.type, expression.value))
    return found


def _single(expressions: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    for expression in expressions:
        yield from expression.parts or (expression,)


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Annotated and found expressions that overlap, each in one pair at most, from left to right."""
    paired: list[tuple[Timex, Timex]] = []
    free = list(found)
    for wanted in gold:
        match = next((f for f in free if f.start < wanted.end and wanted.start < f.end), None)
        if match is not None:
            free.remove(match)
            paired.append((wanted, match))
    return paired


def plain(value: str) -> str:
    """A value without what is notation only: the time of day, unknown places at the end, a week's missing zero."""
    value = re.sub(r"(?:-XX)+$", "", value.partition("T")[0] if not value.startswith("P") else value)
    return re.sub(r"-W(\d)$", r"-W0\1", value)


class Scores:
    """Spans and values over a kind of expressions."""

    def __init__(self) -> None:
        self.span, self.strict, self.value, self.exact = Counts(), Counts(), Counts(), Counts()

    def add(self, gold: Sequence[Timex], found: Sequence[Timex]) -> None:
        matched = pairs(gold, found)
        right = {
            self.span: len(matched),
            self.strict: sum((g.start, g.end) == (f.start, f.end) for g, f in matched),
            self.value: sum(plain(g.value) == plain(f.value) for g, f in matched),
            self.exact: sum(g.value == f.value for g, f in matched),
        }
        for counts, number in right.items():
            counts.right += number
            counts.found += len(found)
            counts.wanted += len(gold)


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    folder = options.data / "eval/timex_dev"
    if missing(folder):
        report("Times", {})
        return
    reader = Reader(Model(threads=2))
    dates, everything = Scores(), Scores()
    by_type = {kind: Scores() for kind in _TYPES}
    for path in sorted(folder.glob("*.tml"))[: options.limit]:
        text, published, gold = annotated(path)
        found = detected(reader, text, published)
        everything.add(gold, found)
        dates.add([g for g in gold if g.type in _DATES], [f for f in found if f.type in _DATES])
        for kind, scores in by_type.items():
            scores.add([g for g in gold if g.type == kind], [f for f in found if f.type == kind])
    values: dict[str, Value] = {
        "value_f1": dates.value.f1,
        "value_precision": dates.value.precision,
        "value_recall": dates.value.recall,
        "value_exact_f1": dates.exact.f1,
        "span_f1": dates.span.f1,
        "span_strict_f1": dates.strict.f1,
        "all_value_f1": everything.value.f1,
        "all_span_f1": everything.span.f1,
        "all_span_strict_f1": everything.strict.f1,
        "value_by_type": {kind: scores.value.f1 for kind, scores in by_type.items()},
        "span_by_type": {kind: scores.span.f1 for kind, scores in by_type.items()},
        "expressions": dates.value.wanted,
    }
    report("Times", values)


if __name__ == "__main__":
    main()
