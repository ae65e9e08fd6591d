"""The shipped network: the only door to onnxruntime. Arrays in, arrays out."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import ModelError
from counterclaim.language.wordpiece import WordPiece

FOLDER = Path(__file__).parent / "model"
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Labels:
    """The label sets of the heads, in the order of their scores; role scores have "none" before the first."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprels: tuple[str, ...]
    roles: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder graph says of a batch of B sentences, padded to N words."""

    words: Floats  # B×N×hidden
    upos: Floats  # B×N×tags
    xpos: Floats
    predicates: Floats  # B×N×2
    names: Floats  # B×N×tags
    arcs: Floats  # B×N×(N+1), column 0 is the root


class Model:
    """Sessions over the model's files, opened when first asked for."""

    def __init__(self, folder: Path = FOLDER, *, threads: int = 1) -> None:
        """``threads``: cores that one batch may use; several workers with one each beat one worker with several."""
        self.folder, self.threads = folder, threads

    @cached_property
    def labels(self) -> Labels:
        """The label sets. Raises ModelError."""
        return Labels(**{k: tuple(self._described[k]) for k in Labels.__slots__})

    @cached_property
    def root(self) -> Floats:
        """The state of the artificial root: hidden."""
        return np.array(self._described["root"], np.float32)

    @cached_property
    def pieces(self) -> WordPiece:
        """The word-piece vocabulary."""
        path = self._file("vocab.txt")
        try:
            return WordPiece.load(path)
        except KeyError as error:
            raise self._damaged("vocab.txt", f"it has no {error}") from error
        except ValueError as error:
            raise self._damaged("vocab.txt", error) from error

    def encode(self, pieces: Ints, shapes: Ints, mask: Ints, first: Ints) -> Scores:
        """One forward pass; ids and mask are B×S, ``first`` (each word's first piece) is B×N."""
        given = {"pieces": pieces, "shapes": shapes, "mask": mask, "first": first}
        words, upos, xpos, predicates, names, arcs = self._encoder.run(None, given)
        return Scores(words, upos, xpos, predicates, names, arcs)

    def relations(self, children: Floats, parents: Floats) -> Floats:
        """Scores of every relation for M pairs of states (M×hidden each): M×labels."""
        scores: Floats = self._relations.run(None, {"children": children, "parents": parents})[0]
        return scores

    def roles(self, predicates: Floats, words: Floats, sentences: Ints) -> Floats:
        """Scores of every role for P predicates (P×hidden) against the words (B×N×hidden) of the sentence that
        ``sentences`` (P) names for each: P×N×(roles+1)."""
        given = {"predicates": predicates, "words": words, "counts": sentences}
        scores: Floats = self._roles.run(None, given)[0]
        return scores

    @cached_property
    def _described(self) -> dict[str, Any]:
        path = self._file("labels.json")
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise self._damaged("labels.json", error) from error
        described: dict[str, Any] = found if isinstance(found, dict) else {}
        lacking = [key for key in (*Labels.__slots__, "root") if not isinstance(described.get(key), list)]
        if lacking:
            raise self._damaged("labels.json", f"it has no {', '.join(lacking)}")
        return described

    def _file(self, name: str) -> Path:
        path = self.folder / name
        if not path.is_file():
            raise ModelError(f"{path} is missing: install the package again, or train a model (training/README.md)")
        return path

    def _damaged(self, name: str, why: object) -> ModelError:
        return ModelError(f"{self.folder / name} is damaged: {why}; install the package again")

    @cached_property
    def _encoder(self) -> Any:
        return self.session("encoder.onnx")

    @cached_property
    def _relations(self) -> Any:
        return self.session("relations.onnx")

    @cached_property
    def _roles(self) -> Any:
        return self.session("roles.onnx")

    def session(self, name: str) -> Any:
        """An onnxruntime session over one file of the folder. Raises ModelError."""
        # Imported here and not above: it costs 0.1 s, which `import counterclaim` and `--help` need not pay.
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Idle threads sleep instead of spinning: several workers share the cores.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # The arena keeps the largest batch's memory for ever; batches differ much in size.
        options.enable_cpu_mem_arena = False
        path = self._file(name)
        try:
            return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime has a dozen kinds, with no parent of their own
            raise self._damaged(name, error) from error
