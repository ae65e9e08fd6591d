"""Proves that the exported graphs decide as the trained network does.

`python -m training.parity --corpora DIR [--run DIR]`.

Float ONNX against PyTorch on 1,000 sentences, in padded batches of unequal length: every decision must agree unless the
two best scores tie. Then how often the shipped eight-bit graph decides like the float one.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from benchmarks.bare import FloatEncoder
from counterclaim.language.model import Model
from training.batches import Batch, collate, encode
from training.export import labels_of, load
from training.treebanks import read_ewt

_TIE = 1e-3  # a gap between the two best scores that rounding may close
_HEADS = ("upos", "xpos", "predicates", "names", "arcs")


def decisions(scores: Sequence[np.ndarray], mask: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """For each head the best label of every real word, and the gap to the second best."""
    for table in scores:
        rows = table[mask]
        top = np.sort(np.partition(rows, -2, axis=-1)[:, -2:], axis=-1)
        yield rows.argmax(-1), top[:, 1] - top[:, 0]


def torch_scores(network: torch.nn.Module, batch: Batch) -> list[np.ndarray]:
    """The network's own scores for a batch."""
    with torch.no_grad():
        words = network.states(batch.pieces, batch.shapes, batch.mask, batch.first)
        heads = [network.upos(words), network.xpos(words), network.predicate(words), network.names(words)]
        return [t.numpy() for t in [*heads, _real(network.arc_scores(words), batch)]]


def onnx_scores(model: Model, batch: Batch) -> list[np.ndarray]:
    """An ONNX graph's scores for a batch."""
    given = [t.numpy() for t in (batch.pieces, batch.shapes, batch.mask, batch.first)]
    found = model.encode(*given)
    arcs = _real(torch.from_numpy(found.arcs), batch).numpy()
    return [found.upos, found.xpos, found.predicates, found.names, arcs]


def _real(arcs: torch.Tensor, batch: Batch) -> torch.Tensor:
    allowed = torch.nn.functional.pad(batch.word_mask, (1, 0), value=True)
    return arcs.masked_fill(~allowed[:, None, :], -1e4)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--run", type=Path, default=Path("build/training"))
    parser.add_argument("--sentences", type=int, default=1000)
    options = parser.parse_args()
    network, labels = load(options.run), labels_of(options.run)
    exact, shipped = FloatEncoder(options.run / "float"), Model(threads=2)
    found = (encode(e, shipped.pieces) for e in read_ewt(options.corpora / "ewt/dev.jsonl"))
    encoded = [e for e in found if e is not None][: options.sentences]
    differ, ties, agree, total = 0, 0, dict.fromkeys(_HEADS, 0), 0
    for start in range(0, len(encoded), 16):  # in the corpus's order: lengths are mixed
        batch = collate(encoded[start : start + 16], labels, None)
        mask = batch.word_mask.numpy()
        total += int(mask.sum())
        scored = [torch_scores(network, batch), onnx_scores(exact, batch), onnx_scores(shipped, batch)]
        for name, (a, gap), (b, _), (c, _) in zip(_HEADS, *(decisions(s, mask) for s in scored), strict=True):
            differ += int(((a != b) & (gap > _TIE)).sum())
            ties += int(((a != b) & (gap <= _TIE)).sum())
            agree[name] += int((b == c).sum())
    print(f"{len(encoded)} sentences, {total} words: {differ} decisions differ, {ties} ties fell otherwise")
    result = {"sentences": len(encoded), "differ": differ, "ties": ties}
    print(json.dumps(result | {f"int8_agrees_{k}": round(v / total, 4) for k, v in agree.items()}))


if __name__ == "__main__":
    main()
