"""Readers of the treebanks: EWT with PropBank (JSON lines) and GUM (CoNLL-U)."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.examples import ANY_TAG, OUTSIDE, Example, begin, inside, mask_names, unmarked
from training.sentences_io import Frame

# PropBank's continuation and reference arguments repeat an argument that stands elsewhere.
_SECONDARY = ("C-", "R-")


def read_ewt(path: Path) -> Iterator[Example]:
    """Sentences of an EWT file: tags, trees, predicates and argument heads."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            heads = tuple(row["heads"])
            frames = tuple(
                Frame(p["word"], p["roleset"], _argument_heads(p["args"], heads, p["word"])) for p in row["predicates"]
            )
            yield Example(
                "ewt",
                tuple(row["words"]),
                tuple(row["upos"]),
                tuple(row["xpos"]),
                heads,
                tuple(row["deprels"]),
                frames,
            )


def _argument_heads(
    args: list[tuple[str, int, int]], heads: tuple[int, ...], predicate: int
) -> tuple[tuple[str, int], ...]:
    found: dict[int, str] = {}
    for label, start, end in args:
        head = span_head(heads, start, end)
        if not label.startswith(_SECONDARY) and head != predicate:
            found.setdefault(head, label)
    return tuple((label, word) for word, label in sorted(found.items()))


def span_head(heads: tuple[int, ...], start: int, end: int) -> int:
    """The first word of ``[start, end)`` whose head lies outside of it (words from 0, heads from 1)."""
    for i in range(start, end):
        if not start <= heads[i] - 1 < end:
            return i
    return start


def raw_text(words: list[str], space_after: list[bool]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence as it was written, and each word's offsets: clitics are glued back on."""
    text, spans = "", []
    for i, word in enumerate(words):
        spans.append((len(text), len(text) + len(word)))
        text += word
        following = words[i + 1] if i + 1 < len(words) else ""
        glued = _CLITIC.fullmatch(following) or (following.lower() == "na" and word.lower() in {"gon", "wan"})
        if space_after[i] and following and not glued:
            text += " "
    return text, spans


_CLITIC = re.compile(r"(?i)n['’]t|['’](?:s|ll|re|ve|d|m)")

_GUM_TYPES = {
    "person": ("PER",),
    "organization": ("ORG",),
    "place": ("GPE", "LOC", "FAC"),
    "object": ("WEAPON", "VEHICLE"),
}


def read_gum(folder: Path) -> Iterator[Example]:
    """Sentences of GUM: tags and trees, and names where a marked mention is made of proper nouns alone."""
    for path in sorted(folder.glob("*.conllu")):
        open_mentions: dict[str, list[tuple[str, int]]] = {}
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
            rows = [r for r in rows if r[0].isdigit()]
            if rows:
                yield _gum_example(rows, open_mentions)
                open_mentions.clear()  # mentions do not cross sentences


def _gum_example(rows: list[list[str]], open_mentions: dict[str, list[tuple[str, int]]]) -> Example:
    mentions: list[tuple[str, int, int]] = []
    for i, row in enumerate(rows):
        entity = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", entity):
            if part.startswith("("):
                number, kind = part[1:].rstrip(")").split("-")[:2]
                if part.endswith(")"):
                    mentions.append((kind, i, i + 1))
                else:
                    open_mentions.setdefault(number, []).append((kind, i))
            else:
                number = part[:-1].split("[")[0]
                if open_mentions.get(number):
                    kind, first = open_mentions[number].pop()
                    mentions.append((kind, first, i + 1))
    words = tuple(r[1] for r in rows)
    upos = tuple(r[3] for r in rows)
    return Example(
        "gum",
        words,
        upos,
        tuple(r[4] for r in rows),
        tuple(int(r[6]) for r in rows),
        tuple(r[7] for r in rows),
        names=tuple(_gum_names(words, upos, mentions)),
    )


def _gum_names(words: tuple[str, ...], upos: tuple[str, ...], mentions: list[tuple[str, int, int]]) -> list[int]:
    outer: list[tuple[tuple[str, ...], int, int]] = []
    taken: set[int] = set()
    for kinds, first, end in sorted(_named(upos, mentions), key=lambda s: s[1] - s[2]):  # the longest wins
        if taken.isdisjoint(range(first, end)):
            outer.append((kinds, first, end))
            taken.update(range(first, end))
    masks = mask_names(len(words), outer, OUTSIDE)
    for i, (word, tag) in enumerate(zip(words, upos, strict=True)):
        if i in taken:
            continue
        if tag == "PROPN":
            masks[i] = ANY_TAG
        elif word[0].isupper() and tag in {"ADJ", "NOUN"}:
            masks[i] = unmarked(("NORP", "ORG", "WEAPON", "VEHICLE"))
        elif tag in {"NUM", "SYM"} or word.lower() in _MONEY_WORDS:
            masks[i] = OUTSIDE | begin(("MONEY",)) | inside(("MONEY", "WEAPON", "VEHICLE"))
    return masks


def _named(upos: tuple[str, ...], mentions: list[tuple[str, int, int]]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """The mentions that are names: proper nouns at both ends, articles and possessive marks cut off."""
    for kind, start, stop in mentions:
        first, end = start, stop
        while first < end and upos[first] in {"DET", "PUNCT"}:
            first += 1
        while end > first and upos[end - 1] in {"PART", "PUNCT"}:
            end -= 1
        inner = upos[first:end]
        proper = bool(inner) and inner[0] == inner[-1] == "PROPN" and inner.count("PUNCT") <= 1
        if kind in _GUM_TYPES and proper and set(inner) <= {"PROPN", "ADP", "DET", "PUNCT"}:
            yield _GUM_TYPES[kind], first, end


_MONEY_WORDS = {"million", "billion", "dollars", "euros", "pounds", "cents", "yen", "trillion"}
