"""The network: a MiniLM encoder, a shape embedding at its input, and heads that read each word at its first piece.

Sources: Devlin et al. 2019 (encoder), Wang et al. 2020 (MiniLM), Dozat and Manning 2017 (biaffine attention), Shi and
Lin 2019 (roles read off an encoder). Shapes in comments: B sentences, S pieces, N words, P predicates.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.language.model import Labels
from counterclaim.language.shapes import SHAPES


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of the encoder (MiniLM-L6's own) and of the heads."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    arc: int = 256
    label: int = 96
    role: int = 192
    dropout: float = 0.25


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads = sizes.attention_heads
        self.qkv = nn.Linear(sizes.hidden, 3 * sizes.hidden)
        self.out = nn.Linear(sizes.hidden, sizes.hidden)
        self.norm1 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.up = nn.Linear(sizes.hidden, sizes.inner)
        self.down = nn.Linear(sizes.inner, sizes.hidden)
        self.norm2 = nn.LayerNorm(sizes.hidden, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` is B×S×hidden; ``bias`` B×1×1×S, very negative at padding."""
        b, s, d = x.shape
        q, k, v = self.qkv(x).view(b, s, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        # Written out, not scaled_dot_product_attention: the exporter turns these into the fusible pattern.
        weights = torch.softmax(q @ k.transpose(-1, -2) * (d // self.heads) ** -0.5 + bias, dim=-1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, s, d)
        x = self.norm1(x + self.out(mixed))
        return cast("Tensor", self.norm2(x + self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT's encoder with a learned shape embedding, zero at the start, added to the word pieces'."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.word = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.position = nn.Embedding(sizes.positions, sizes.hidden)
        self.kind = nn.Parameter(torch.zeros(sizes.hidden))
        self.shape = nn.Embedding(SHAPES, sizes.hidden)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Piece ids, shape ids and mask (1 for real pieces), all B×S, to states B×S×hidden."""
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]] + self.kind + self.shape(shapes)
        x = self.norm(x)
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, path: Path) -> None:
        """Take the weights of a BERT-shaped safetensors file."""
        given = load_file(str(path))
        given = {k.removeprefix("bert."): v for k, v in given.items()}
        self.word.weight.data.copy_(given["embeddings.word_embeddings.weight"])
        self.position.weight.data.copy_(given["embeddings.position_embeddings.weight"])
        self.kind.data.copy_(given["embeddings.token_type_embeddings.weight"][0])
        _copy(self.norm, given, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            assert isinstance(layer, Layer)
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                stacked = [given[f"{at}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(stacked))
            _copy(layer.out, given, at + "attention.output.dense")
            _copy(layer.norm1, given, at + "attention.output.LayerNorm")
            _copy(layer.up, given, at + "intermediate.dense")
            _copy(layer.down, given, at + "output.dense")
            _copy(layer.norm2, given, at + "output.LayerNorm")


def _copy(module: Any, given: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(given[name + ".weight"])
    module.bias.data.copy_(given[name + ".bias"])


class Biaffine(nn.Module):
    """Scores of every pair of words for every label: x^T U y with a bias column on both sides."""

    def __init__(self, hidden: int, size: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.left = nn.Linear(hidden, size)
        self.right = nn.Linear(hidden, size)
        self.weight = nn.Parameter(torch.zeros(labels, size + 1, size + 1))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.weight, std=size**-0.75)

    def sides(self, left: Tensor, right: Tensor) -> tuple[Tensor, Tensor]:
        """Project both sides and append the bias column: …×(size+1)."""
        return _biased(self.dropout(functional.gelu(self.left(left)))), _biased(
            self.dropout(functional.gelu(self.right(right)))
        )


def _biased(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


class Network(nn.Module):
    """The encoder and its five heads."""

    def __init__(self, labels: Labels, sizes: Sizes | None = None) -> None:
        super().__init__()
        sizes = sizes or Sizes()
        self.encoder = Encoder(sizes)
        self.dropout = nn.Dropout(sizes.dropout)
        self.root = nn.Parameter(torch.zeros(sizes.hidden))
        self.upos = nn.Linear(sizes.hidden, len(labels.upos))
        self.xpos = nn.Linear(sizes.hidden, len(labels.xpos))
        self.predicate = nn.Linear(sizes.hidden, 2)
        self.names = nn.Sequential(nn.Linear(sizes.hidden, 256), nn.GELU(), nn.Linear(256, len(labels.tags)))
        self.arcs = Biaffine(sizes.hidden, sizes.arc, 1, sizes.dropout)
        self.deprels = Biaffine(sizes.hidden, sizes.label, len(labels.deprels), sizes.dropout)
        self.roles = Biaffine(sizes.hidden, sizes.role, len(labels.roles) + 1, sizes.dropout)

    def states(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """States of the words, B×N×hidden, read at each word's first piece (``first`` is B×N)."""
        x = self.encoder(pieces, shapes, mask)
        index = first[:, :, None].expand(-1, -1, x.shape[-1])
        return cast("Tensor", self.dropout(torch.gather(x, 1, index)))

    def with_root(self, words: Tensor) -> Tensor:
        """B×(N+1)×hidden: the root's state stands before the words'."""
        return torch.cat([self.root.expand(words.shape[0], 1, -1), words], dim=1)

    def arc_scores(self, words: Tensor) -> Tensor:
        """B×N×(N+1): word i's score for each head."""
        child, head = self.arcs.sides(words, self.with_root(words))
        return torch.einsum("bnx,xy,bmy->bnm", child, self.arcs.weight[0], head)

    def deprel_scores(self, children: Tensor, heads: Tensor) -> Tensor:
        """M×labels for M pairs of states."""
        child, head = self.deprels.sides(children, heads)
        return torch.einsum("mx,lxy,my->ml", child, self.deprels.weight, head)

    def role_scores(self, predicates: Tensor, words: Tensor) -> Tensor:
        """P×N×(labels+1) for P predicates' states (P×hidden) and their sentences' words (P×N×hidden)."""
        left, right = self.roles.sides(predicates, words)
        projected = torch.einsum("px,lxy->ply", left, self.roles.weight)
        return torch.einsum("ply,pny->pnl", projected, right)
