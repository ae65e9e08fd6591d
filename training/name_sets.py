"""Readers of the corpora that mark names, each mapped to the project's nine types.

A corpus that merges types (LOC for states, regions and buildings) or leaves some unmarked says so through masks: see
`examples.Example.names`.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from counterclaim.text.words import words as split_words
from training.examples import ANY_TAG, OUTSIDE, Example, mask_names, unmarked

Spans = list[tuple[str, int, int]]
_PLACE = ("GPE", "LOC", "FAC")
_THINGS = ("WEAPON", "VEHICLE")
_MONEY_WORDS = frozenset("$ £ € ¥ million billion trillion dollars dollar euros euro pounds yen yuan".split())
_MISC = ("NORP", *_THINGS)  # a mask with OUTSIDE: "miscellaneous" may be none of ours


def _columns(path: Path, word: int, tag: int, separator: str | None) -> Iterator[tuple[list[str], list[str]]]:
    tokens: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            continue
        cells = line.split(separator) if separator else line.split()
        if len(cells) <= max(word, tag) or not cells[word]:
            if tokens:
                yield tokens, tags
            tokens, tags = [], []
        else:
            tokens.append(cells[word])
            tags.append(cells[tag])
    if tokens:
        yield tokens, tags


def bio_spans(tags: Sequence[str]) -> Spans:
    """Names of a BIO, IO or BIOES sequence as (type, first, end)."""
    spans: Spans = []
    for i, tag in enumerate(tags):
        edge, _, kind = tag.partition("-")
        if edge in {"I", "E"} and spans and spans[-1][0] == kind and spans[-1][2] == i:
            spans[-1] = (kind, spans[-1][1], i + 1)
        elif kind:
            spans.append((kind, i, i + 1))
    return spans


def _mapped(
    corpus: str,
    tokens: list[str],
    tags: Sequence[str],
    mapping: dict[str, Sequence[str]],
    elsewhere: Sequence[str],
    vague: dict[str, Sequence[str]] | None = None,
) -> Example:
    """An example with mapped names; ``vague`` types may also be outside every type of ours."""
    marked = bio_spans(tags)
    sure = [(mapping[k], a, b) for k, a, b in marked if k in mapping]
    masks = mask_names(len(tokens), sure, OUTSIDE)
    taken = {i for _, first, end in sure for i in range(first, end)}
    for i, token in enumerate(tokens):
        if i not in taken and (any(c.isupper() or c.isdigit() for c in token) or token.lower() in _MONEY_WORDS):
            masks[i] = unmarked(elsewhere)  # a name of an unmarked type has a capital, a figure or a currency
    for kind, first, end in marked:
        if vague and kind in vague:
            masks[first:end] = [unmarked(vague[kind])] * (end - first)
    return Example(corpus, tuple(tokens), names=tuple(masks))


def read_crossner(folder: Path) -> Iterator[Example]:
    """CrossNER politics, all three parts."""
    mapping: dict[str, Sequence[str]] = {
        "politician": ("PER",),
        "person": ("PER",),
        "organisation": ("ORG",),
        "politicalparty": ("ORG",),
        "country": ("GPE",),
        "location": _PLACE,
    }
    for part in ("train", "dev", "test"):
        for tokens, tags in _columns(folder / f"{part}.txt", 0, 1, "\t"):
            yield _mapped("crossner", tokens, tags, mapping, ("MONEY", *_THINGS), {"misc": _MISC, "event": _MISC})


def read_wikigold(folder: Path) -> Iterator[Example]:
    """Wikigold; its MISC holds nationalities among much else."""
    mapping: dict[str, Sequence[str]] = {"PER": ("PER",), "ORG": ("ORG",), "LOC": _PLACE}
    for tokens, tags in _columns(folder / "wikigold.conll.txt", 0, 1, None):
        yield _mapped("wikigold", tokens, tags, mapping, ("MONEY",), {"MISC": _MISC})


def read_pud(folder: Path) -> Iterator[Example]:
    """Universal NER over UD PUD."""
    mapping: dict[str, Sequence[str]] = {"PER": ("PER",), "ORG": ("ORG",), "LOC": _PLACE}
    for tokens, tags in _columns(folder / "en_pud-ud-test.iob2", 1, 2, "\t"):
        yield _mapped("pud", tokens, tags, mapping, ("NORP", "MONEY", *_THINGS))


def read_btc(folder: Path) -> Iterator[Example]:
    """Broad Twitter Corpus."""
    mapping: dict[str, Sequence[str]] = {"PER": ("PER",), "ORG": ("ORG",), "LOC": _PLACE}
    for path in sorted(folder.glob("*.conll")):
        for tokens, tags in _columns(path, 0, 1, "\t"):
            yield _mapped("btc", tokens, tags, mapping, ("NORP", "MONEY", *_THINGS))


def read_wnut(folder: Path) -> Iterator[Example]:
    """WNUT 2017, training and development parts."""
    mapping: dict[str, Sequence[str]] = {"person": ("PER",), "location": _PLACE, "corporation": ("ORG",)}
    vague: dict[str, Sequence[str]] = {"group": ("ORG", "NORP"), "product": _THINGS}
    for path in sorted(folder.glob("*.conll")):
        for tokens, tags in _columns(path, 0, 1, "\t"):
            yield _mapped("wnut", tokens, tags, mapping, ("NORP", "MONEY", "ORG", *_THINGS), vague)


_RE3D: dict[str, Sequence[str]] = {
    "Organisation": ("ORG",),
    "Person": ("PER",),
    "Location": _PLACE,
    "Nationality": ("NORP",),
    "Money": ("MONEY",),
    "Weapon": ("WEAPON",),
    "MilitaryPlatform": _THINGS,
    "Vehicle": ("VEHICLE",),
}


def read_re3d(folder: Path) -> Iterator[Example]:
    """re3d: marks descriptions too ("U.S. service members"); only mentions that look like names are taken, the
    other marked words stay open."""
    for source in sorted(p for p in folder.iterdir() if p.is_dir()):
        marked: dict[str, list[tuple[str, int, int]]] = {}
        for row in _json_lines(source / "entities.json"):
            marked.setdefault(row["documentId"], []).append((row["type"], row["begin"], row["end"]))
        for row in _json_lines(source / "documents.json"):
            yield from _re3d_document(row["text"], marked.get(row["_id"], []))


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _re3d_document(text: str, marked: list[tuple[str, int, int]]) -> Iterator[Example]:
    for match in re.finditer(r"[^\n]+?(?:[.!?][\"”’']?(?=\s+[A-Z\"“])|(?=\n)|$)", text):
        spans = split_words(text, start=match.start(), end=match.end())
        if not spans:
            continue
        tokens = [s.of(text) for s in spans]
        masks = [OUTSIDE] * len(spans)
        names = []
        for kind, begin_at, end_at in sorted(marked, key=lambda m: m[1] - m[2]):
            inside = [i for i, s in enumerate(spans) if begin_at <= s.start and s.end <= end_at]
            if not inside or kind not in _RE3D:
                continue
            first, end = inside[0], inside[-1] + 1
            while first < end and tokens[first].lower() in {"the", "a", "an"}:
                first += 1
            if (first < end and tokens[first][0].isupper() and tokens[end - 1][0].isupper()) or kind == "Money":
                names.append((_RE3D[kind], first, end))
            else:
                for i in inside:
                    masks[i] = ANY_TAG
        for kinds, first, end in names:
            if all(masks[i] in (OUTSIDE, ANY_TAG) for i in range(first, end)):
                masks[first:end] = mask_names(end - first, [(kinds, 0, end - first)], OUTSIDE)
        yield Example("re3d", tuple(tokens), names=tuple(masks))


def read_meantime(folder: Path) -> Iterator[Example]:
    """MEANTIME: mentions of named participants, cut to the capitalised run around their head."""
    kinds: dict[str, Sequence[str]] = {"PER": ("PER",), "ORG": ("ORG",), "LOC": _PLACE}
    sentences: dict[tuple[str, int], list[str]] = {}
    with (folder / "conll.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            sentences.setdefault((row["topic/subtopic_name"], int(row["sent_id"])), []).append(row["token"])
    named: dict[tuple[str, int], list[tuple[Sequence[str], int, int]]] = {}
    mentions = json.loads((folder / "entities_mentions.json").read_text(encoding="utf-8"))
    for mention in mentions:
        key = (mention["conll_doc_key"], int(mention["sent_id"]))
        tokens = sentences.get(key, [])
        numbers = [int(n) for n in mention["tokens_number"]]
        if mention["mention_type"] in kinds and mention["mention_head_pos"] == "PROPN" and numbers:
            span = _capitalised_run(tokens, int(mention["mention_head_id"]), numbers[0], numbers[-1] + 1)
            if span:
                named.setdefault(key, []).append((kinds[mention["mention_type"]], *span))
    for key, spans in named.items():
        tokens = sentences[key]
        masks = [unmarked(("MONEY",)) if t[:1].islower() or not t[:1].isalpha() else ANY_TAG for t in tokens]
        for types, first, end in sorted(spans, key=lambda s: s[2] - s[1]):
            masks[first:end] = mask_names(end - first, [(types, 0, end - first)], OUTSIDE)
        yield Example("meantime", tuple(tokens), names=tuple(masks))


def _capitalised_run(tokens: list[str], head: int, first: int, end: int) -> tuple[int, int] | None:
    if not first <= head < min(end, len(tokens)) or not tokens[head][:1].isupper():
        return None
    start = stop = head
    while start > first and tokens[start - 1][:1].isupper() and tokens[start - 1] not in {"The", "A"}:
        start -= 1
    while stop + 1 < min(end, len(tokens)) and tokens[stop + 1][:1].isupper():
        stop += 1
    return start, stop + 1


NAME_SETS: dict[str, tuple[str, Callable[[Path], Iterator[Example]]]] = {
    "crossner": ("crossner_politics", read_crossner),
    "wikigold": ("wikigold", read_wikigold),
    "pud": ("uner_pud", read_pud),
    "btc": ("btc", read_btc),
    "wnut": ("wnut17", read_wnut),
    "re3d": ("re3d", read_re3d),
    "meantime": ("meantime_en", read_meantime),
}
