"""What can go wrong with a file: each has its name and its advice, and nothing is written over."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.errors import StoreError
from counterclaim.store.codec import unpack
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store
from tests.store.samples import JUNE, MAY, READINGS, document, reading


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A closed case with one document that was read."""
    path = tmp_path / "case.db"
    made = open_store(path, create=True)
    with made.writer() as writer:
        writer.add([MAY])
        writer.put_reading(READINGS[0], "1")
    made.close()
    return path


def test_a_closed_case_is_one_file(case: Path) -> None:
    assert [path.name for path in case.parent.iterdir()] == ["case.db"]


def test_what_is_committed_is_on_the_disk(case: Path) -> None:
    made = open_store(case)
    with made._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
    made.close()


NO_CASE = [
    (b"", "there is no case; make one with counterclaim init"),
    (b"not a database at all, but long enough to be one " * 40, "it is no case file"),
    (b"SQLite format 3\x00" + b"\x00" * 400, "it is no case file|it is damaged"),
    (b"PK\x03\x04" * 500, "it is no case file"),
]


@pytest.mark.parametrize(("content", "message"), NO_CASE, ids=["empty", "text", "header only", "archive"])
def test_a_file_that_is_no_case(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "case.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=message):
        open_store(path)
    assert path.read_bytes() == content
    if content:
        with pytest.raises(StoreError, match=message):
            open_store(path, create=True)
        assert path.read_bytes() == content


def test_a_case_whose_making_was_cut_short_can_be_made(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with sqlite3.connect(path) as begun:  # a file in WAL mode, without tables
        begun.execute("PRAGMA journal_mode = WAL")
    begun.close()
    with pytest.raises(StoreError, match="it holds no case; make one with counterclaim init"):
        open_store(path)
    open_store(path, create=True).close()
    open_store(path).close()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE entries (number INTEGER)")
    other.close()
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(StoreError, match="a database of another program"):
            open_store(path, create=create)
    assert path.read_bytes() == before


def used(path: Path) -> None:
    """Open a case, look at all of it, and write to it."""
    store = open_store(path)
    try:
        assert list(store.readings())
        store.documents()
        store.refusals()
        with store.writer() as writer:
            writer.add([JUNE])
            writer.put_reading(READINGS[1], "1")
    finally:
        store.close()


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.5, 0.8, 0.95])
def test_a_file_that_is_cut_off_is_named_as_damaged(case: Path, kept: float) -> None:
    case.write_bytes(case.read_bytes()[: int(case.stat().st_size * kept)])
    before = case.read_bytes()
    with pytest.raises(StoreError, match=r"damaged|no case file") as caught:
        used(case)
    assert "restore it from a copy" in str(caught.value)
    assert case.read_bytes() == before


def test_a_file_that_ends_within_its_last_page_is_named_as_damaged(case: Path) -> None:
    case.write_bytes(case.read_bytes()[:-1000])
    with pytest.raises(StoreError, match="damaged"):
        open_store(case)


def test_table_definitions_that_are_no_text_are_named_as_damaged(case: Path) -> None:
    content = case.read_bytes()
    at = content.index(b"CREATE TABLE")
    case.write_bytes(content[:at] + b"\xc8\x28" * 6 + content[at + 12 :])
    with pytest.raises(StoreError, match="damaged"):
        used(case)


@pytest.mark.parametrize("value", [None, 7, "text"])
def test_a_value_of_another_kind_is_named_as_damaged(value: object) -> None:
    with pytest.raises(StoreError, match="the case is damaged"):
        unpack(value)  # type: ignore[arg-type]


def test_a_page_full_of_rubbish_is_named_as_damaged(case: Path) -> None:
    content = bytearray(case.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 400] = b"\xa5" * 400
    case.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        used(case)
    assert case.read_bytes() == bytes(content)


@pytest.mark.parametrize("name", [".", "missing/case.db", "x" * 300, "a\x00b"])
def test_a_place_that_cannot_hold_a_case(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=r"no file|cannot be (written|opened)|there is no case"):
        open_store(tmp_path / name, create=True)


@pytest.mark.parametrize("name", ["with space.db", "per%20cent?.db", "ü#1&mode=memory.db", "-case.db"])
def test_odd_file_names(tmp_path: Path, name: str) -> None:
    open_store(tmp_path / name, create=True).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    open_store(tmp_path / name).close()


# What a program does with a case that it may not write to, as somebody without rights.
READ_ONLY = """
import os, sys
from counterclaim.errors import StoreError
from counterclaim.store.opening import open_store
first = open_store(sys.argv[2])  # loads all modules while they may be read
list(first.readings()), first.documents()
first.close()
if os.getuid() == 0:  # for whom permissions do not count
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
store = open_store(sys.argv[1])
print(len(list(store.readings())), store.documents().total)
try:
    with store.writer() as writer:
        print("may write")
except StoreError as error:
    print(error)
"""


def as_somebody(path: Path, copy: Path) -> str:
    """What READ_ONLY prints, run by a user for whom permissions count."""
    command = [sys.executable, "-c", READ_ONLY, str(path), str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def public(case: Path) -> Iterator[Path]:
    """The case in a folder that everybody may look into; pytest's own folders are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copy(case, folder))
        Path(folder).chmod(0o755)


@pytest.mark.parametrize("writable", ["folder", "nothing"])
def test_a_read_only_case_can_be_read(public: Path, writable: str) -> None:
    public.chmod(0o444)
    copy = Path(shutil.copy(public, public.with_name("copy")))
    public.parent.chmod(0o777 if writable == "folder" else 0o555)
    shown = as_somebody(public, copy)
    assert shown.splitlines()[0] == "1 1", shown
    assert "it is read-only: make the file and its folder writable, or copy the case elsewhere" in shown
    assert [path.name for path in public.parent.iterdir() if path.suffix == ".db"] == ["case.db"]


# A child fills a case until its files may grow no more: the system then refuses to write, as it does on a full disk.
FULL = """
import sys
from counterclaim.errors import StoreError
from counterclaim.store.opening import open_store
from tests.store.samples import document
store = open_store(sys.argv[1])
try:
    with store.writer() as writer:
        for n in range(1000):
            text = f"{n} " + " ".join(str(n * i) for i in range(9000))
            [done] = writer.add([document(text, f"{n}.txt")])
            print(done.document.id, flush=True)
except StoreError as error:
    print(error, file=sys.stderr)
"""


def test_a_full_disk_is_named_and_loses_nothing(case: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(case)], capture_output=True, text=True, preexec_fn=limit, check=False
    )
    reported = done.stdout.split()
    assert reported
    assert "disk" in done.stderr
    assert "what was reported done is safe" in done.stderr
    assert "Traceback" not in done.stderr
    again = open_store(case)
    assert [again.document(identity).id for identity in reported] == reported
    assert again.documents().total == len(reported) + 1
    with again.writer() as writer:
        writer.add([JUNE])  # room was made
    again.close()


def test_a_transaction_that_fills_the_disk_is_taken_back(case: Path) -> None:
    store = open_store(case)
    with store.writer() as writer:
        writer._connection.exec_driver_sql(f"PRAGMA max_page_count = {case.stat().st_size // 4096 + 8}")
        writer._connection.rollback()
        big = [document(f"{n} " * 20_000 + os.urandom(60_000).hex(), f"{n}.txt") for n in range(5)]
        with pytest.raises(StoreError, match="the disk is full: make room and run the command again"):
            writer.add(big)
    assert store.documents().total == 1
    store.close()


def test_a_log_left_by_a_killed_program_is_taken_in(case: Path, tmp_path: Path) -> None:
    """A copy of the case and its log, as they lie on the disk when the power goes."""
    store = open_store(case)
    with store.writer() as writer:
        writer.add([JUNE])
        writer.put_reading(reading(JUNE), "1")
        left = tmp_path / "left"
        left.mkdir()
        for name in ("case.db", "case.db-wal"):
            shutil.copy(tmp_path / name, left / name)
    store.close()
    again = open_store(left / "case.db")
    assert again.document(JUNE.id) == JUNE
    assert again.unread("1") == []
    again.close()


def test_the_lock_names_who_holds_it(case: Path) -> None:
    store, other = open_store(case), open_store(case)
    signed = rf"another program \(process {os.getpid()}, since 20\d\d-"
    with store.writer(), pytest.raises(StoreError, match=signed), other.writer(patience=0):
        pass
    assert not (case.parent / "case.db-writer").exists()
    for opened in (store, other):
        opened.close()


def test_a_lock_file_that_somebody_left_holds_nobody_up(case: Path) -> None:
    (case.parent / "case.db-writer").write_text(" process 1")
    store: Store = open_store(case)
    with store.writer(patience=0) as writer:
        writer.add([JUNE])
    store.close()
