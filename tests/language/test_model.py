"""The model's files: what is missing or damaged is named, with what to do."""

from pathlib import Path

import numpy as np
import pytest

from counterclaim.errors import CounterclaimError, ModelError
from counterclaim.language.model import FOLDER, Labels, Model
from counterclaim.language.reader import Reader

FILES = ("encoder.onnx", "relations.onnx", "roles.onnx", "labels.json", "vocab.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model, file by file a link."""
    for name in FILES:
        (tmp_path / name).symlink_to(FOLDER / name)
    return tmp_path


def error_of(folder: Path) -> str:
    """What reading one sentence with a folder's model says."""
    with pytest.raises(ModelError) as caught:
        Reader(Model(folder)).read_words([["Norway", "sold", "tanks", "."]])
    return str(caught.value)


def test_the_shipped_model_has_these_files() -> None:
    assert {path.name for path in FOLDER.iterdir()} >= set(FILES)


def test_a_copy_reads_as_the_shipped_one(folder: Path) -> None:
    words = [["Norway", "sold", "tanks", "."]]
    assert Reader(Model(folder)).read_words(words) == Reader().read_words(words)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert error_of(folder).startswith(f"{folder / name} is missing: ")


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_a_files_place_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    assert error_of(folder).startswith(f"{folder / name} is missing: ")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"version https://git-lfs.github.com/spec/v1\n", id="a pointer to the file"),
        pytest.param(b"\xff\xfe\x00\x81" * 50, id="bytes"),
    ],
)
def test_a_damaged_file_is_named(folder: Path, name: str, content: bytes) -> None:
    (folder / name).unlink()
    (folder / name).write_bytes(content)
    error = error_of(folder)
    assert error.startswith(f"{folder / name} is damaged: ")
    assert error.endswith("install the package again")


@pytest.mark.parametrize("name", FILES)
def test_half_a_file_is_named(folder: Path, name: str) -> None:
    half = (FOLDER / name).read_bytes()[: 1000 if name == "vocab.txt" else (FOLDER / name).stat().st_size // 2]
    (folder / name).unlink()
    (folder / name).write_bytes(half)
    assert error_of(folder).startswith(f"{folder / name} is damaged: ")


@pytest.mark.parametrize(
    ("labels", "lacking"),
    [
        ("{}", "upos, xpos, deprels, roles, tags, root"),
        ("[]", "upos, xpos, deprels, roles, tags, root"),
        ('{"upos": [], "xpos": [], "deprels": [], "roles": 7, "tags": []}', "roles, root"),
    ],
)
def test_labels_that_are_missing_are_named(folder: Path, labels: str, lacking: str) -> None:
    (folder / "labels.json").unlink()
    (folder / "labels.json").write_text(labels)
    assert f"it has no {lacking};" in error_of(folder)


def test_no_folder(tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere" / "labels.json") in error_of(tmp_path / "nowhere")


def test_whoever_catches_the_projects_errors_catches_these() -> None:
    assert issubclass(ModelError, CounterclaimError)


def test_nothing_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    assert Model(tmp_path / "nowhere").threads == 1


def test_scores_fit_the_labels() -> None:
    model = Model()
    batch, length, words = 2, 7, 4
    ids = np.full((batch, length), model.pieces.unk, np.int64)
    first = np.tile(np.arange(1, words + 1), (batch, 1))
    scores = model.encode(ids, np.zeros_like(ids), np.ones_like(ids), first)
    assert scores.upos.shape == (batch, words, len(model.labels.upos))
    assert scores.xpos.shape == (batch, words, len(model.labels.xpos))
    assert scores.names.shape == (batch, words, len(model.labels.tags))
    assert scores.predicates.shape == (batch, words, 2)
    assert scores.arcs.shape == (batch, words, words + 1)
    states = scores.words[0]
    assert states.shape == (words, *model.root.shape)
    assert model.relations(states, states).shape == (words, len(model.labels.deprels))
    roles = model.roles(states[:3], scores.words, np.array([0, 1, 1]))
    assert roles.shape == (3, words, len(model.labels.roles) + 1)


@pytest.mark.parametrize("name", Labels.__slots__)
def test_no_label_stands_twice(name: str) -> None:
    labels = getattr(Model().labels, name)
    assert labels
    assert len(set(labels)) == len(labels)
