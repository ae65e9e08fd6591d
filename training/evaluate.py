"""Development scores of a PyTorch network, greedy decoding: a watch on training, not the published figures."""

from pathlib import Path

import torch

from counterclaim.language.model import Labels
from counterclaim.language.wordpiece import WordPiece
from training.batches import IGNORE, collate, encode, in_order
from training.counts import Counts
from training.examples import from_annotated
from training.name_sets import bio_spans
from training.network import Network
from training.sentences_io import read_sentences
from training.treebanks import read_ewt


@torch.no_grad()
def dev_scores(
    network: Network, labels: Labels, pieces: WordPiece, corpora: Path, limit: int | None = None
) -> dict[str, float]:
    """UPOS, UAS, LAS, predicate and role scores on EWT dev; names and weapons on the project's held-out sentences."""
    network.eval()
    encoded = [e for x in read_ewt(corpora / "ewt/dev.jsonl") if (e := encode(x, pieces))][:limit]
    total = right_tag = right_head = right_label = 0
    roles, predicates = Counts(), Counts()
    for items in in_order(encoded, 64):
        batch = collate(items, labels, None)
        words = network.states(batch.pieces, batch.shapes, batch.mask, batch.first)
        mask = batch.word_mask
        total += int(mask.sum())
        right_tag += int((network.upos(words).argmax(-1) == batch.upos)[mask].sum())
        allowed = torch.nn.functional.pad(mask, (1, 0), value=True)
        heads = network.arc_scores(words).masked_fill(~allowed[:, None, :], -1e4).argmax(-1)
        rows, at = torch.nonzero(mask, as_tuple=True)
        parents = network.with_root(words)[rows, heads[rows, at]]
        deprels = network.deprel_scores(words[rows, at], parents).argmax(-1)
        head_ok = heads[rows, at] == batch.heads[rows, at]
        right_head += int(head_ok.sum())
        right_label += int((head_ok & (deprels == batch.deprels[rows, at])).sum())
        said = network.predicate(words).argmax(-1)
        predicates.add(_where((said == 1) & mask), _where(batch.predicates == 1))
        if len(batch.frames):
            rows, at = batch.frames.T
            found = network.role_scores(words[rows, at], words[rows]).argmax(-1) * mask[rows]
            gold = batch.roles.clone()
            gold[gold == IGNORE] = 0
            roles.add(_labelled(found), _labelled(gold))
    scores = {
        "upos": right_tag / total,
        "uas": right_head / total,
        "las": right_label / total,
        "predicates": predicates.f1,
        "roles": roles.f1,
    }
    return scores | _name_scores(network, labels, pieces)


def _name_scores(network: Network, labels: Labels, pieces: WordPiece) -> dict[str, float]:
    held_out = [e for s in read_sentences() if s.held_out and (e := encode(from_annotated(s), pieces))]
    names, weapons = Counts(), Counts()
    for items in in_order(held_out, 64):
        batch = collate(items, labels, None)
        words = network.states(batch.pieces, batch.shapes, batch.mask, batch.first)
        best = network.names(words).argmax(-1)
        for row, item in enumerate(items):
            tags = [labels.tags[t] for t in best[row, : len(item.first)].tolist()]
            gold = [labels.tags[m.bit_length() - 1] for m in item.example.names or ()]
            found, wanted = set(bio_spans(tags)), set(bio_spans(gold))
            names.add(set(found), set(wanted))
            weapons.add({s for s in found if s[0] == "WEAPON"}, {s for s in wanted if s[0] == "WEAPON"})
    return {"own_names": names.f1, "own_weapons": weapons.f1}


def _where(mask: torch.Tensor) -> set[object]:
    return set(map(tuple, torch.nonzero(mask).tolist()))


def _labelled(grid: torch.Tensor) -> set[object]:
    rows, at = torch.nonzero(grid, as_tuple=True)
    return set(zip(rows.tolist(), at.tolist(), grid[rows, at].tolist(), strict=True))
