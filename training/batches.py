"""Batches of examples as tensors: of like length, so that little is padding."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from counterclaim.language.model import Labels
from counterclaim.language.shapes import LOWER, MIXED, TITLE, UPPER, shape
from counterclaim.language.wordpiece import WordPiece
from training.examples import TAGS, Example

IGNORE = -100  # the target that costs no loss
_MAX_PIECES = 180


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example as ids; None where the corpus is silent."""

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    example: Example


@dataclass(slots=True)
class Batch:
    """Tensors of one step. B sentences, S pieces, N words, P predicates; targets hold IGNORE where nothing is known."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    deprels: Tensor
    word_mask: Tensor
    predicates: Tensor
    frames: Tensor  # P×2: sentence, word
    roles: Tensor  # P×N
    tags: Tensor  # B×N×tags, True where allowed; all False where unknown


def encode(example: Example, pieces: WordPiece) -> Encoded | None:
    """Word pieces of a sentence, or None for one too long to train on."""
    ids, shapes, first = [pieces.cls], [LOWER], []
    for word in example.words:
        first.append(len(ids))
        found = pieces.pieces(word)
        ids += found
        shapes += [shape(word)] * len(found)
    if len(ids) >= _MAX_PIECES:
        return None
    return Encoded([*ids, pieces.sep], [*shapes, LOWER], first, example)


def epoch(
    encoded: dict[str, list[Encoded]], shares: dict[str, float], pieces_a_batch: int, rng: random.Random
) -> list[list[Encoded]]:
    """The batches of one pass: a share of each corpus drawn anew, bucketed by length, in random order.

    A share above 1 repeats the corpus: 2.5 is every sentence twice and half of them a third time.
    """
    drawn: list[Encoded] = []
    for corpus, items in encoded.items():
        share = shares.get(corpus, 1.0)
        drawn += items * int(share)
        drawn += rng.sample(items, round(len(items) * (share % 1.0)))
    drawn.sort(key=lambda e: len(e.pieces) + rng.uniform(0.0, 2.0))
    batches: list[list[Encoded]] = [[]]
    for item in drawn:
        if batches[-1] and len(item.pieces) * (len(batches[-1]) + 1) > pieces_a_batch:
            batches.append([])
        batches[-1].append(item)
    rng.shuffle(batches)
    return batches


def case_noise(shapes: list[int], rng: random.Random) -> list[int]:
    """Now and then a sentence in the case of a headline or of a careless writer: only the shapes change."""
    chance = rng.random()
    if chance < 0.04:
        return [TITLE if s == LOWER else s for s in shapes]
    if chance < 0.06:
        return [UPPER if s in (LOWER, TITLE, MIXED) else s for s in shapes]
    if chance < 0.08:
        return [LOWER if s in (TITLE, UPPER) else s for s in shapes]
    return shapes


def collate(items: Sequence[Encoded], labels: Labels, rng: random.Random | None) -> Batch:
    """Pad a batch; ``rng`` switches the case noise on."""
    size, width = len(items), max(len(i.pieces) for i in items)
    length = max(len(i.first) for i in items)
    grid = {n: np.zeros((size, width), np.int64) for n in ("pieces", "shapes", "mask")}
    words = {n: np.full((size, length), IGNORE, np.int64) for n in ("upos", "xpos", "heads", "deprels", "predicates")}
    first = np.zeros((size, length), np.int64)
    word_mask = np.zeros((size, length), bool)
    tags = np.zeros((size, length, len(TAGS)), bool)
    bits = np.arange(len(TAGS))
    frames, roles = [], []
    for b, item in enumerate(items):
        example, n, s = item.example, len(item.first), len(item.pieces)
        grid["pieces"][b, :s] = item.pieces
        grid["shapes"][b, :s] = case_noise(item.shapes, rng) if rng else item.shapes
        grid["mask"][b, :s] = 1
        first[b, :n] = item.first
        word_mask[b, :n] = True
        if example.upos and example.xpos and example.heads and example.deprels:
            words["upos"][b, :n] = [_index(labels.upos, t) for t in example.upos]
            words["xpos"][b, :n] = [_index(labels.xpos, t) for t in example.xpos]
            words["heads"][b, :n] = example.heads
            words["deprels"][b, :n] = [_index(labels.deprels, t) for t in example.deprels]
        if example.names:
            tags[b, :n] = (np.array(example.names)[:, None] >> bits) & 1
        if example.frames is not None:
            if example.frames_complete:
                words["predicates"][b, :n] = 0
            for frame in example.frames:
                words["predicates"][b, frame.word] = 1
                row = np.full(length, IGNORE, np.int64)
                row[:n] = 0
                for role, word in frame.args:
                    row[word] = _index(labels.roles, role) + 1 if role in labels.roles else IGNORE
                frames.append((b, frame.word))
                roles.append(row)
    tensor = torch.from_numpy
    return Batch(
        **{k: tensor(v) for k, v in grid.items()},
        first=tensor(first),
        **{k: tensor(v) for k, v in words.items()},
        word_mask=tensor(word_mask),
        frames=torch.tensor(frames, dtype=torch.long).reshape(-1, 2),
        roles=tensor(np.stack(roles)) if roles else torch.zeros((0, length), dtype=torch.long),
        tags=tensor(tags),
    )


def _index(labels: tuple[str, ...], label: str) -> int:
    return labels.index(label) if label in labels else IGNORE


def in_order(items: Sequence[Encoded], size: int) -> Iterator[list[Encoded]]:
    """Batches for scoring: by length, nothing drawn."""
    ranked = sorted(items, key=lambda e: len(e.pieces))
    for start in range(0, len(ranked), size):
        yield ranked[start : start + size]
