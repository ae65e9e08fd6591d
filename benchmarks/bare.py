"""The bare encoder: the shipped graph cut off at its last layer, timed over the same batches as the whole layer."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx

from counterclaim.language.model import FOLDER, Ints, Model, Scores


def bare_session(folder: Path, target: Path, *, threads: int) -> Any:
    """A session over the encoder's layers alone, written to ``target``."""
    model = onnx.load(str(folder / "encoder.onnx"))
    gather = next(n for n in model.graph.node if n.op_type == "GatherElements")
    states = gather.input[0]
    needed, kept = {states}, []
    for node in reversed(model.graph.node):
        if needed & set(node.output):
            kept.append(node)
            needed |= set(node.input)
    del model.graph.node[:], model.graph.output[:]
    model.graph.node.extend(reversed(kept))
    model.graph.output.append(onnx.helper.make_tensor_value_info(states, onnx.TensorProto.FLOAT, None))
    for tensor in [t for t in model.graph.initializer if t.name not in needed]:
        model.graph.initializer.remove(tensor)
    for given in [i for i in model.graph.input if i.name not in needed]:
        model.graph.input.remove(given)
    onnx.save(model, str(target / "bare.onnx"))
    return Model(target, threads=threads).session("bare.onnx")


class Recorder(Model):
    """A model that keeps the batches it was asked for, to run them through the bare encoder afterwards."""

    def __init__(self, folder: Path = FOLDER, *, threads: int = 1) -> None:
        super().__init__(folder, threads=threads)
        self.batches: list[tuple[Ints, Ints, Ints]] = []

    def encode(self, pieces: Ints, shapes: Ints, mask: Ints, first: Ints) -> Scores:
        """Encode, and keep the input."""
        self.batches.append((pieces, shapes, mask))
        return super().encode(pieces, shapes, mask, first)


class FloatEncoder(Model):
    """The shipped labels and small heads, with the float encoder of another folder: what eight bits cost."""

    def __init__(self, encoder: Path) -> None:
        super().__init__(FOLDER, threads=2)
        self._encoder_folder = encoder

    def _file(self, name: str) -> Path:
        return self._encoder_folder / name if name == "encoder.onnx" else super()._file(name)


def bare_seconds(batches: list[tuple[Ints, Ints, Ints]], *, threads: int = 1, folder: Path = FOLDER) -> float:
    """How long the bare encoder takes for the batches."""
    with tempfile.TemporaryDirectory() as target:
        session = bare_session(folder, Path(target), threads=threads)
        session.run(None, _inputs(batches[0]))  # the first run of a session allocates
        return timed(lambda: [session.run(None, _inputs(b)) for b in batches])[0]


def _inputs(batch: tuple[Ints, Ints, Ints]) -> dict[str, Ints]:
    return dict(zip(("pieces", "shapes", "mask"), (np.ascontiguousarray(a) for a in batch), strict=True))


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds that some work takes, and its result."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result
