"""Names: worldwide newswire (never trained on), the project's own held-out sentences, GUM dev.

The newswire set's types are mapped: Person PER, Organization ORG, Location GPE and LOC together, Facility FAC, NORP
NORP. A name counts when its characters and its type are right. Words are the project's own, from the set's tokens
joined by spaces.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.common import Counts, Value, arguments, missing, report
from counterclaim.language.model import Model
from counterclaim.language.reader import Reader
from counterclaim.records import Sentence, Span
from counterclaim.text.words import standalone, words
from training.name_sets import bio_spans
from training.sentences_io import TYPES, read_sentences

_WORLDWIDE = {"Person": "PER", "Organization": "ORG", "Location": "PLACE", "Facility": "FAC", "NORP": "NORP"}
_COARSE = {"GPE": "PLACE", "LOC": "PLACE", "PER": "PER", "ORG": "ORG", "FAC": "FAC", "NORP": "NORP"}


def worldwide(reader: Reader, folder: Path, limit: int | None) -> dict[str, Value]:
    """F1 over all five coarse types and by type."""
    by_type = {kind: Counts() for kind in sorted(set(_COARSE.values()))}
    for path in sorted(folder.glob("*.tsv"))[:limit]:
        for number, (tokens, tags) in enumerate(_sentences(path)):
            text, spans = _joined(tokens)
            gold = {
                (number, _WORLDWIDE[k], spans[a][0], spans[b - 1][1]) for k, a, b in bio_spans(tags) if k in _WORLDWIDE
            }
            found = _found(reader, number, text)
            for kind, counts in by_type.items():
                counts.add({n for n in found if n[1] == kind}, {n for n in gold if n[1] == kind})
    total = Counts.total(by_type.values())
    return {
        "f1": total.f1,
        "precision": total.precision,
        "recall": total.recall,
        "by_type": {kind: counts.f1 for kind, counts in by_type.items()},
    }


def _sentences(path: Path) -> list[tuple[list[str], list[str]]]:
    found: list[tuple[list[str], list[str]]] = [([], [])]
    for line in path.read_text(encoding="utf-8").splitlines():
        # Further columns hold names inside names; the first is the outermost.
        token, tag = [*line.split("\t"), "", ""][:2]
        if token.strip() and tag:
            tag = tag.replace("S-", "B-", 1) if tag.startswith("S-") else tag
            found[-1][0].append(token)
            found[-1][1].append(tag)
        elif found[-1][0]:
            found.append(([], []))
    return [f for f in found if f[0]]


def _joined(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for token in tokens:
        text += " " if text else ""
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def _found(reader: Reader, number: int, text: str) -> set[tuple[int, str, int, int]]:
    spans = words(text, known=standalone(text))
    parse = reader.parse(text, [Sentence(Span(0, len(text)), tuple(spans))])[0]
    return {
        (number, _COARSE[n.type], spans[n.first].start, spans[n.end - 1].end) for n in parse.names if n.type in _COARSE
    }


def own_held_out(reader: Reader) -> dict[str, Counts]:
    """Counts by type on every tenth of the project's own sentences."""
    held_out = [s for s in read_sentences() if s.held_out]
    readings = reader.read_words([s.tokens for s in held_out])
    by_type = {kind: Counts() for kind in TYPES}
    for sentence, reading in zip(held_out, readings, strict=True):
        for kind, counts in by_type.items():
            found = {n for n in reading.names if n[0] == kind}
            counts.add(found, {n for n in sentence.names if n[0] == kind})
    return by_type


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    reader = Reader(Model(threads=2))
    values: dict[str, Value] = {}
    folder = options.data / "eval/worldwide_ner_dev"
    if not missing(folder):
        values |= worldwide(reader, folder, options.limit)
    own = own_held_out(reader)
    values["weapons_f1"] = own["WEAPON"].f1
    values["own_f1"] = Counts.total(own.values()).f1
    values["own_by_type"] = {kind: counts.f1 for kind, counts in own.items()}
    report("Names", values)


if __name__ == "__main__":
    main()
