"""Reading what a command names: everything once, refusals beside it, and nothing lost when it is stopped."""

from pathlib import Path

import pytest

from counterclaim import pipeline
from counterclaim.cli.gather import gather

PLAIN = "Norway sold 40 tanks to Latvia, the minister said."
OTHER = "Sweden delivered 12 rifles to Malta on Monday."


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    texts = {"a.txt": PLAIN, "b.txt": OTHER, "c.txt": PLAIN, "d.txt": ""}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in texts]


def test_the_same_ledger_as_the_library_gives(files: list[Path]) -> None:
    paths = [*files, files[0].parent / "none", files[0].parent]
    found = gather(paths, threads=1)
    assert found.ledger() == pipeline.read(paths)
    assert (found.total, found.stopped) == (5, False)  # what is named twice is read once


def test_sections_are_those_of_the_sentences(files: list[Path]) -> None:
    found = gather(files[:1], threads=1)
    [(key, reading)] = found.readings.items()
    assert key == found.ledger().documents[0].id
    assert [(span.of(PLAIN), section.value) for span, section in reading.sections] == [(PLAIN, "body")]


def test_ctrl_c_keeps_what_is_finished(files: list[Path]) -> None:
    def stop(path: str, done: int, total: int) -> None:
        assert total == 4
        if done == 2:
            raise KeyboardInterrupt

    found = gather(files, threads=1, progress=stop)
    assert found.stopped
    assert [Path(d.path).name for d in found.ledger().documents] == ["a.txt", "b.txt"]


def test_progress_is_told_of_every_file(files: list[Path]) -> None:
    told: list[tuple[str, int, int]] = []
    gather(files, threads=1, progress=lambda *step: told.append(step))
    assert told == [(str(path), i, 4) for i, path in enumerate(files, start=1)]


def test_reports_of_other_kinds_are_refused_in_their_place(files: list[Path]) -> None:
    folder = files[0].parent
    (folder / "aa.eml").write_text(f"Subject: Tanks\n\n{OTHER}", encoding="utf-8")
    (folder / "aa.png").write_bytes(b"\x89PNG\x00")
    found = gather([folder], threads=1)
    assert [(Path(r.path).name, r.reason) for r in found.refused] == [
        ("aa.eml", "no plain text"),
        ("c.txt", "same text as another document"),
        ("d.txt", "empty text"),
    ]
    assert found.ledger() == pipeline.read(folder)
