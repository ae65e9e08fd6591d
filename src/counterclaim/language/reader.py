"""Sentences in, parses out: one encoder pass over batches of like length, everything read off it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from counterclaim.language.decode import best_tags, name_transitions, tree, unique_roles
from counterclaim.language.model import Floats, Model, Scores
from counterclaim.language.shapes import LOWER, shape
from counterclaim.language.titles import without_title
from counterclaim.lexicon.designations import designations
from counterclaim.records import Argument, Name, Parse, Predicate, Sentence

# The encoder knows 512 positions; a longer sentence is read in windows. Training saw at most 180 pieces.
MAX_PIECES = 256
_PIECES_A_BATCH = 2048
# Roles that a predicate gives to one argument only.
_ONCE = frozenset({"ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARG5"})


@dataclass(frozen=True, slots=True)
class _Window:
    """Words ``[first, end)`` of one sentence, as pieces."""

    sentence: int
    first: int
    end: int
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    starts: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """The parse of one window; indices count from the window's first word, head -1 is the root."""

    upos: list[str]
    xpos: list[str]
    heads: list[int]
    deprels: list[str]
    predicates: list[tuple[int, list[tuple[str, int]]]]
    names: list[tuple[str, int, int]]


class Reader:
    """Parses sentences with one model. The result does not depend on how sentences fall into batches."""

    def __init__(self, model: Model | None = None) -> None:
        self.model = model or Model()
        labels = self.model.labels
        self._transitions = name_transitions(labels.tags)
        self._start = np.array([not t.startswith("I-") for t in labels.tags])
        self._designations = designations()
        self._once = np.array([False, *(role in _ONCE for role in labels.roles)])

    def parse(self, text: str, sentences: Sequence[Sentence]) -> list[Parse]:
        """Parse sentences of one text, in their order. A sentence without words gives an empty parse."""
        words = [s.read(text) for s in sentences]
        return [
            _to_parse(sentence, reading) for sentence, reading in zip(sentences, self.read_words(words), strict=True)
        ]

    def read_words(
        self, sentences: Sequence[Sequence[str]], predicates: Sequence[Sequence[int]] | None = None
    ) -> list[_Reading]:
        """Read sentences given as words. ``predicates`` may name each sentence's predicates (word indices), to
        measure roles apart from finding predicates; otherwise they are found."""
        windows = [w for i, words in enumerate(sentences) for w in self._windows(i, words)]
        windows.sort(key=lambda w: len(w.pieces))
        parts: list[list[tuple[int, _Reading]]] = [[] for _ in sentences]
        for batch in _batches(windows):
            given = None
            if predicates is not None:
                given = [[p - w.first for p in predicates[w.sentence] if w.first <= p < w.end] for w in batch]
            for window, reading in zip(batch, self._read(batch, given), strict=True):
                parts[window.sentence].append((window.first, reading))
        return [
            part[0][1] if len(part) == 1 else _joined([r for _, r in sorted(part, key=lambda p: p[0])])
            for part in parts
        ]

    def _windows(self, sentence: int, words: Sequence[str]) -> Iterator[_Window]:
        """The sentence as one window, or as several that end where a clause seems to end."""
        found = [self.model.pieces.pieces(word)[: MAX_PIECES - 2] for word in words]
        first = 0
        while first < len(words):
            end, size = first, 2
            while end < len(words) and size + len(found[end]) <= MAX_PIECES:
                size += len(found[end])
                end += 1
            if end < len(words):
                end = _clause_end(words, first, end)
            pieces, shapes, starts = [self.model.pieces.cls], [LOWER], []
            for i in range(first, end):
                starts.append(len(pieces))
                pieces += found[i]
                shapes += [shape(words[i])] * len(found[i])
            pieces.append(self.model.pieces.sep)
            shapes.append(LOWER)
            yield _Window(sentence, first, end, tuple(pieces), tuple(shapes), tuple(starts), tuple(words[first:end]))
            first = end

    def _read(self, batch: Sequence[_Window], given: Sequence[Sequence[int]] | None) -> list[_Reading]:
        width, length = max(len(w.pieces) for w in batch), max(len(w.starts) for w in batch)
        pieces = np.full((len(batch), width), self.model.pieces.pad, np.int64)
        shapes, mask = np.zeros_like(pieces), np.zeros_like(pieces)
        first = np.zeros((len(batch), length), np.int64)
        for i, window in enumerate(batch):
            pieces[i, : len(window.pieces)] = window.pieces
            shapes[i, : len(window.shapes)] = window.shapes
            mask[i, : len(window.pieces)] = 1
            first[i, : len(window.starts)] = window.starts
        scores = self.model.encode(pieces, shapes, mask, first)
        lengths = [len(w.starts) for w in batch]
        heads = [tree(scores.arcs[i, :n, : n + 1]) for i, n in enumerate(lengths)]
        deprels = self._deprels(scores, heads)
        if given is None:
            says = scores.predicates[..., 1] > scores.predicates[..., 0]
            given = [[int(p) for p in np.flatnonzero(says[i, :n])] for i, n in enumerate(lengths)]
        predicates = self._roles(scores, given, lengths)
        labels, upos, xpos = self.model.labels, scores.upos.argmax(-1), scores.xpos.argmax(-1)
        return [
            _Reading(
                [labels.upos[t] for t in upos[i, :n]],
                [labels.xpos[t] for t in xpos[i, :n]],
                heads[i],
                deprels[i],
                predicates[i],
                self._names(scores.names[i, :n], window.words),
            )
            for i, (n, window) in enumerate(zip(lengths, batch, strict=True))
        ]

    def _deprels(self, scores: Scores, heads: Sequence[Sequence[int]]) -> list[list[str]]:
        rows = np.concatenate([np.full(len(h), i) for i, h in enumerate(heads)])
        at = np.concatenate([np.arange(len(h)) for h in heads])
        head = np.concatenate([np.array(h, np.int64) for h in heads])
        children = scores.words[rows, at]
        parents = np.where(head[:, None] < 0, self.model.root, scores.words[rows, np.maximum(head, 0)])
        table = self.model.relations(children, parents.astype(np.float32))
        # "root" belongs to the root's child and to nothing else.
        root = self.model.labels.deprels.index("root")
        table[head >= 0, root] = -np.inf
        best = table.argmax(-1)
        best[head < 0] = root
        names = [self.model.labels.deprels[b] for b in best]
        ends = np.cumsum([len(h) for h in heads])
        return [names[end - len(h) : end] for h, end in zip(heads, ends, strict=True)]

    def _roles(
        self, scores: Scores, given: Sequence[Sequence[int]], lengths: Sequence[int]
    ) -> list[list[tuple[int, list[tuple[str, int]]]]]:
        rows = np.array([i for i, ps in enumerate(given) for _ in ps], np.int64)
        at = np.array([p for ps in given for p in ps], np.int64)
        out: list[list[tuple[int, list[tuple[str, int]]]]] = [[] for _ in given]
        if not len(at):
            return out
        table = self.model.roles(scores.words[rows, at], scores.words, rows)
        table[np.arange(len(at)), at, 1:] = -np.inf  # no predicate is its own argument
        for row, word, grid in zip(rows, at, table, strict=True):
            found = unique_roles(grid[: lengths[row]], self._once)
            args = [(self.model.labels.roles[label - 1], at_word) for label, at_word in found]
            out[row].append((int(word), args))
        return out

    def _names(self, scores: Floats, words: Sequence[str]) -> list[tuple[str, int, int]]:
        tags = [self.model.labels.tags[t] for t in best_tags(scores, self._transitions, self._start)]
        names: list[tuple[str, int, int]] = []
        for i, tag in enumerate(tags):
            edge, _, kind = tag.partition("-")
            if edge == "B":
                names.append((kind, i, i + 1))
            elif edge == "I":
                names[-1] = (kind, names[-1][1], i + 1)
        cut = [(kind, without_title(words, a, b) if kind == "PER" else a, b) for kind, a, b in names]
        return self._designations.settle(words, [name for name in cut if name[1] < name[2]])


def _batches(windows: Sequence[_Window]) -> Iterator[Sequence[_Window]]:
    """Runs of windows (sorted by length) whose padded size stays within the budget."""
    start = 0
    for i, window in enumerate(windows):
        if i > start and (i - start + 1) * len(window.pieces) > _PIECES_A_BATCH:
            yield windows[start:i]
            start = i
    if start < len(windows):
        yield windows[start:]


def _clause_end(words: Sequence[str], first: int, end: int) -> int:
    """Where to cut an over-long sentence: after the last clause mark in the window's second half, else at its end."""
    for marks in ((".", ";", "!", "?", "…"), (",", ":", ")", "—", "–")):
        for i in range(end - 1, first + (end - first) // 2, -1):
            if words[i] in marks:
                return i + 1
    return end


def _joined(readings: Sequence[_Reading]) -> _Reading:
    """One reading of several windows: the later windows' roots hang on the first's, as parataxis."""
    joined = _Reading([], [], [], [], [], [])
    root = -1
    for reading in readings:
        shift = len(joined.upos)
        for i, (head, deprel) in enumerate(zip(reading.heads, reading.deprels, strict=True)):
            if head < 0 and root < 0:
                root = shift + i
                joined.heads.append(-1)
                joined.deprels.append(deprel)
            else:
                joined.heads.append(root if head < 0 else head + shift)
                joined.deprels.append("parataxis" if head < 0 else deprel)
        joined.upos.extend(reading.upos)
        joined.xpos.extend(reading.xpos)
        joined.predicates.extend((p + shift, [(r, w + shift) for r, w in args]) for p, args in reading.predicates)
        joined.names.extend((kind, a + shift, b + shift) for kind, a, b in reading.names)
    return joined


def _to_parse(sentence: Sentence, reading: _Reading) -> Parse:
    return Parse(
        sentence,
        tuple(reading.upos),
        tuple(reading.xpos),
        tuple(reading.heads),
        tuple(reading.deprels),
        tuple(Predicate(p, tuple(Argument(r, w) for r, w in args)) for p, args in reading.predicates),
        tuple(Name(*name) for name in reading.names),
    )
