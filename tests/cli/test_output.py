"""Files are written whole or not at all, and never over another unasked."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest

from counterclaim.cli import output
from counterclaim.store.opening import open_store


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    output.check(tmp_path / "a.json", force=False)
    assert names(tmp_path) == []
    output.write(tmp_path / "a.json", b"whole", force=False)
    assert names(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"whole"


def test_a_file_that_exists_is_kept_without_force(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("mine")
    with pytest.raises(click.UsageError, match="exists; give another name or --force"):
        output.check(tmp_path / "a.json", force=False)
    output.check(tmp_path / "a.json", force=True)
    assert (tmp_path / "a.json").read_text() == "mine"


def test_force_keeps_a_files_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text("mine")
    file.chmod(0o640)
    output.write(file, b"new", force=True)
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", 0o640)


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("mine")
    (tmp_path / "link.json").symlink_to("real.json")
    output.write(tmp_path / "link.json", b"new", force=True)
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_a_file_that_came_meanwhile_is_kept_and_so_is_the_result(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("mine")
    with pytest.raises(click.ClickException, match="has come to exist meanwhile; the result is in"):
        output.write(tmp_path / "a.json", b"new", force=False)
    assert (tmp_path / "a.json").read_text() == "mine"
    [other] = [name for name in names(tmp_path) if name != "a.json"]
    assert (tmp_path / other).read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "open", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (tmp_path / "a.json").write_text("mine")

    def fail(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    if step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr(os, step, fail)
    with pytest.raises(click.ClickException, match="Read-only file system"):
        output.write(tmp_path / "a.json", b"new", force=True)
    monkeypatch.undo()
    assert names(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "mine"


def test_ctrl_c_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_text("mine")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        output.write(tmp_path / "a.json", b"new", force=True)
    assert names(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "mine"


def test_a_folder_that_may_not_be_written_is_known_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(click.UsageError, match="Permission denied"):
        output.check(tmp_path / "a.json", force=False)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError, match="there is no folder"):
        output.check(tmp_path / "nowhere" / "a.json", force=False)


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    output.check(pipe, force=True)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    output.write(pipe, b"whole", force=True)
    reader.join(timeout=10)
    assert got == [b"whole"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["case.db", "case.db-wal", "case.db-shm", "case.db-writer", "link"])
def test_a_case_is_never_written_over(tmp_path: Path, name: str) -> None:
    open_store(tmp_path / "case.db", create=True).close()
    (tmp_path / "link").symlink_to("case.db")
    before = (tmp_path / "case.db").read_bytes()
    with pytest.raises(click.UsageError, match="is a case, or a part of one, and is not written over"):
        output.check(tmp_path / name, force=True)
    assert (tmp_path / "case.db").read_bytes() == before


def test_what_only_looks_like_a_case_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "old.db").write_bytes(b"SQLite format 3\x00" + b"\0" * 100)
    output.check(tmp_path / "old.db", force=True)
    output.check(tmp_path / "old.db-wal", force=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_output_that_takes_nothing_is_named() -> None:
    code = "from counterclaim.cli import output; output.show(b'x' * 100_000)"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert done.returncode == 1
    assert done.stderr.strip().endswith("the output cannot be written: No space left on device")
    assert "Exception ignored" not in done.stderr


def test_a_message_shows_no_control_characters(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError) as caught:
        output.check(tmp_path / "no\x1b[31m" / "a.json", force=False)
    assert "\x1b" not in caught.value.message
