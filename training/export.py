"""Writes the trained network as the ONNX files of the package: `python -m training.export [--run DIR]`.

Two graphs, so that the second runs only on the pairs that decoding asks for:

- `encoder.onnx`: pieces, shapes, mask, first -> word states, UPOS, XPOS, predicate and name scores, arc scores
- `heads.onnx`:   states of children and heads -> relation scores; states of predicates and words -> role scores

Weights of the encoder are eight-bit per output channel. Activations are quantised per row, at run time. A scale over
the whole tensor, as quantize_dynamic does it, would let one sentence of a batch change another's result.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from counterclaim.language.model import Labels
from training.network import Network

PACKAGE = Path(__file__).parent.parent / "src/counterclaim/language/model"
# Seven bits and not eight: without VNNI, x86 adds two products in 16 bits, which eight-bit weights overflow.
_LEVELS = 63


class _WordGraph(nn.Module):
    """What `encoder.onnx` computes."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        n = self.network
        words = n.states(pieces, shapes, mask, first)
        return words, n.upos(words), n.xpos(words), n.predicate(words), n.names(words), n.arc_scores(words)


class _RelationGraph(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, children: Tensor, parents: Tensor) -> Tensor:
        head = self.network.deprels
        child, parent = head.sides(children, parents)
        # One flat product and a sum, not an einsum over labels: the exporter turns this into a plain MatMul.
        labels, size, _ = head.weight.shape
        left = child @ head.weight.permute(1, 0, 2).reshape(size, labels * size)
        return (left.view(-1, labels, size) * parent[:, None, :]).sum(-1)


class _RoleGraph(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, predicates: Tensor, words: Tensor, counts: Tensor) -> Tensor:
        """``counts`` holds for each predicate the index of its sentence in ``words`` (B×N×hidden)."""
        head = self.network.roles
        left, right = head.sides(predicates, words)
        labels, size, _ = head.weight.shape
        projected = (left @ head.weight.permute(1, 0, 2).reshape(size, labels * size)).view(-1, labels, size)
        return right[counts] @ projected.transpose(1, 2)


def load(run: Path) -> Network:
    """The averaged network of a run's last checkpoint."""
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    network = Network(Labels(**{k: tuple(v) for k, v in state["labels"].items()}))
    network.load_state_dict(state["averaged"])
    return network.eval()


def labels_of(run: Path) -> Labels:
    """The label sets of a run's last checkpoint."""
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    return Labels(**{k: tuple(v) for k, v in state["labels"].items()})


def export_float(network: Network, folder: Path) -> None:
    """Write the graphs in 32-bit floats: encoder, relations, roles."""
    folder.mkdir(parents=True, exist_ok=True)
    batch, pieces, words, hidden = 2, 9, 5, network.root.shape[0]
    ids = torch.randint(1000, 2000, (batch, pieces))
    # Distinct tensors for every input: one tensor in two places is silently folded into one input.
    given = (ids, torch.randint(0, 5, (batch, pieces)), torch.ones_like(ids), torch.randint(1, 8, (batch, words)))
    b_s = {0: "batch", 1: "pieces"}
    inputs = {"pieces": b_s, "shapes": b_s, "mask": b_s, "first": {0: "batch", 1: "words"}}
    b_n = {0: "batch", 1: "words"}
    outputs = {"words": b_n, "upos": b_n, "xpos": b_n, "predicates": b_n, "names": b_n, "arcs": {**b_n, 2: "heads"}}
    _export(_WordGraph(network), given, folder / "encoder.onnx", inputs, outputs)
    pair = (torch.randn(4, hidden), torch.randn(4, hidden))
    pairs = {0: "pairs"}
    _export(
        _RelationGraph(network),
        pair,
        folder / "relations.onnx",
        {"children": pairs, "parents": pairs},
        {"scores": pairs},
    )
    three = (torch.randn(3, hidden), torch.randn(batch, words, hidden), torch.tensor([0, 1, 1]))
    named = {"predicates": {0: "predicates"}, "words": b_n, "counts": {0: "predicates"}}
    _export(_RoleGraph(network), three, folder / "roles.onnx", named, {"scores": {0: "predicates", 1: "words"}})


def _export(
    module: nn.Module,
    given: tuple[Tensor, ...],
    path: Path,
    inputs: dict[str, dict[int, str]],
    outputs: dict[str, dict[int, str]],
) -> None:
    torch.onnx.export(
        module.eval(),
        given,
        str(path),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=inputs | outputs,
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Turn the graph's weight products into eight-bit ones, and its word embedding into eight-bit rows."""
    model = onnx.load(str(source))
    graph = model.graph
    weights = {i.name: i for i in graph.initializer}
    nodes: list[onnx.NodeProto] = []
    new: list[onnx.TensorProto] = []
    gone: set[str] = set()
    for node in graph.node:
        weight = next((weights[i] for i in node.input if i in weights), None)
        array = numpy_helper.to_array(weight) if weight is not None else np.zeros(0)
        if node.op_type == "MatMul" and node.input[1] in weights and array.ndim == 2 and array.size > 50_000:
            nodes += _product(node, array, new)
            gone.add(node.input[1])
        elif node.op_type == "Gather" and node.input[0] in weights and len(array) > 10_000:
            nodes += _embedding(node, array, new)
            gone.add(node.input[0])
        else:
            nodes.append(node)
    kept = [i for i in graph.initializer if i.name not in gone]
    new += [
        numpy_helper.from_array(np.array(128, np.uint8), "q.zero"),
        numpy_helper.from_array(np.array(128.5, np.float32), "q.shift"),
        numpy_helper.from_array(np.array(127.0, np.float32), "q.top"),
        numpy_helper.from_array(np.array(1.0, np.float32), "q.one"),
        numpy_helper.from_array(np.array(1e-8, np.float32), "q.tiny"),
    ]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend([*kept, *new])
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def _product(node: onnx.NodeProto, weight: np.ndarray, new: list[onnx.TensorProto]) -> list[onnx.NodeProto]:
    """x W as row-quantised x times channel-quantised W: the nodes in place of one MatMul."""
    name, x = node.output[0], node.input[0]
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / _LEVELS
    new.append(numpy_helper.from_array(np.round(weight / scale).astype(np.int8), name + ".w"))
    new.append(numpy_helper.from_array(scale.astype(np.float32), name + ".scale"))

    def make(op: str, inputs: list[str], out: str, **attributes: object) -> onnx.NodeProto:
        return helper.make_node(op, inputs, [out], **attributes)

    n = name + "."
    return [
        make("Abs", [x], n + "abs"),
        make("ReduceMax", [n + "abs"], n + "max", axes=[-1], keepdims=1),
        make("Add", [n + "max", "q.tiny"], n + "safe"),
        make("Div", ["q.top", n + "safe"], n + "inverse"),
        make("Mul", [x, n + "inverse"], n + "scaled"),
        make("Add", [n + "scaled", "q.shift"], n + "shifted"),
        make("Cast", [n + "shifted"], n + "q", to=TensorProto.UINT8),  # cuts off, so the shift holds the half
        make(
            "MatMulIntegerToFloat",
            [n + "q", n + "w", "q.one", n + "scale", "q.zero"],
            n + "columns",
            domain="com.microsoft",
        ),
        make("Div", [n + "columns", n + "inverse"], name),
    ]


def _embedding(node: onnx.NodeProto, table: np.ndarray, new: list[onnx.TensorProto]) -> list[onnx.NodeProto]:
    name, ids = node.output[0], node.input[1]
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    new.append(numpy_helper.from_array(np.round(table / scale).astype(np.int8), name + ".rows"))
    new.append(numpy_helper.from_array(scale.astype(np.float32), name + ".scale"))
    return [
        helper.make_node("Gather", [name + ".rows", ids], [name + ".q"]),
        helper.make_node("Cast", [name + ".q"], [name + ".f"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [name + ".scale", ids], [name + ".s"]),
        helper.make_node("Mul", [name + ".f", name + ".s"], [name]),
    ]


def half(source: Path, target: Path) -> None:
    """Store a small graph's weights in 16 bits, cast up at load: half the size, the same arithmetic."""
    model = onnx.load(str(source))
    graph = model.graph
    casts, kept = [], []
    for weight in graph.initializer:
        array = numpy_helper.to_array(weight)
        if array.dtype == np.float32 and array.size > 1000:
            kept.append(numpy_helper.from_array(array.astype(np.float16), weight.name + ".half"))
            casts.append(helper.make_node("Cast", [weight.name + ".half"], [weight.name], to=TensorProto.FLOAT))
        else:
            kept.append(weight)
    nodes = [*casts, *graph.node]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(kept)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def main() -> None:
    """Command line."""
    from training.train import minilm_folder

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=PACKAGE)
    arguments = parser.parse_args()
    network, labels = load(arguments.run), labels_of(arguments.run)
    floats = arguments.run / "float"
    export_float(network, floats)
    arguments.out.mkdir(parents=True, exist_ok=True)
    quantise(floats / "encoder.onnx", arguments.out / "encoder.onnx")
    for small in ("relations.onnx", "roles.onnx"):
        half(floats / small, arguments.out / small)
    described = {k: list(getattr(labels, k)) for k in Labels.__slots__} | {
        "root": [round(float(x), 6) for x in network.root.detach()]
    }
    (arguments.out / "labels.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    shutil.copy(minilm_folder() / "vocab.txt", arguments.out / "vocab.txt")
    size = sum(p.stat().st_size for p in arguments.out.iterdir())
    print(f"wrote {arguments.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
