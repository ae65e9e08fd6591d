"""Whatever a user names: files, folders, patterns, addresses, and what they have in common."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.errors import InputRefused
from counterclaim.ingest import sources
from counterclaim.ingest.contained import ContainedParser
from counterclaim.ingest.identify import unread
from counterclaim.ingest.limits import Limits
from counterclaim.ingest.sources import open_sources
from counterclaim.ingest.urls import WebFetcher
from tests.ingest.makers import BODY, ENGLISH, GERMAN, documents, http, page, refusals, rss, zipped
from tests.ingest.webserver import Web


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a desk has it."""
    files = {
        "a.txt": BODY[0].encode(),
        "b.jsonl": json.dumps({"text": BODY[1]}).encode() + b"\n{",
        "c.docx": zipped({"[Content_Types].xml": b"<x/>"}),
        "copy.txt": BODY[0].encode(),
        "d.png": b"\x89PNG\r\n\x1a\n",
        "e/hafen.txt": GERMAN.encode(),
        "empty.txt": b"",
        "page_files/style.css": b"a { color: red }",
    }
    for name, raw in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(raw)
    return tmp_path


def test_a_folder(folder: Path) -> None:
    items = list(open_sources([folder]))
    assert [Path(found.path).name for found in documents(items)] == ["a.txt", "b.jsonl#1", "hafen.txt"]
    assert [(Path(where).name, reason) for where, reason in refusals(items)] == [
        ("b.jsonl#2", "broken line"),
        ("c.docx", "office document"),
        ("copy.txt", "same text as another document"),
        ("empty.txt", "empty text"),
    ]


def test_a_folder_above_this_one_is_not_taken_for_a_hidden_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "e")
    assert [found.path for found in documents(open_sources([".."]))] == ["../a.txt", "../b.jsonl#1", "../e/hafen.txt"]


def test_a_copy_names_the_document_that_came_first(folder: Path) -> None:
    [first, second] = open_sources([folder / "a.txt", folder / "copy.txt"])
    assert second.advice == first.path == str(folder / "a.txt")  # type: ignore[union-attr]


def test_what_is_named_twice_is_read_twice_only_across_arguments(folder: Path) -> None:
    items = list(open_sources([folder / "*.txt", str(folder / "a.txt")]))
    assert len(documents(items)) == 1
    assert [reason for _, reason in refusals(items)].count("same text as another document") == 2


def test_a_text_in_another_language_is_a_document_that_says_why_it_is_not_read(folder: Path) -> None:
    [english, german] = documents(open_sources([folder / "a.txt", folder / "e"]))
    assert unread(english) is None
    refusal = unread(german)
    assert refusal is not None
    assert (refusal.path, refusal.reason) == (german.path, "language not read")
    assert refusal.advice == "it looks like German; only English is read"


@pytest.mark.parametrize(
    ("argument", "reason"),
    [
        ("nowhere.txt", "missing file"),
        ("*.nothing", "missing file"),
        ("a\x00b", "unreadable file"),
        ("/dev/zero", "no regular file"),
        ("https://sanda.example/a", "not fetched"),
        ("HTTP://sanda.example/a", "not fetched"),
        ("ftp://sanda.example/a", "no address of a page"),
    ],
)
def test_what_cannot_be_opened_is_named_and_the_rest_is_read(folder: Path, argument: str, reason: str) -> None:
    items = list(open_sources([argument, folder / "a.txt"]))
    assert refusals(items) == [(argument, reason)]
    assert len(documents(items)) == 1


def test_documents_come_one_after_the_other(folder: Path) -> None:
    """The first document is there before the next argument is asked for."""

    def arguments() -> Iterator[Path]:
        yield folder / "a.txt"
        raise AssertionError("too early")

    assert documents([next(open_sources(arguments()))])


def test_the_parsing_process_ends_with_the_iterator(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(ContainedParser, "close", lambda self: ended.append(True))
    items = open_sources([folder])
    next(items)
    assert ended == []
    items.close()  # type: ignore[attr-defined]  # a generator
    assert ended == [True]


def test_only_so_many_documents_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_REMEMBERED", 2)
    rows = [{"text": f"The port number {n} is open."} for n in (1, 2, 3, 3, 1)]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, rows)))
    items = list(open_sources([tmp_path / "r.jsonl"]))
    assert [Path(where).name for where, _ in refusals(items)] == ["r.jsonl#4"]
    assert len(documents(items)) == 4


def test_a_disk_that_fails_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(sources, "opened", failing)
    assert refusals(open_sources([folder / "a.txt"])) == [(str(folder / "a.txt"), "unreadable file")]


def test_an_archive_bomb_ends_its_own_argument_only(folder: Path) -> None:
    (folder / "bomb.zip").write_bytes(zipped({"a.txt": bytes(3_000_000)}))
    items = list(
        open_sources([folder / "bomb.zip", folder / "a.txt"], Limits(unpacked_bytes=100_000, unpacked_ratio=2))
    )
    assert refusals(items) == [(str(folder / "bomb.zip"), "archive bomb")]
    assert len(documents(items)) == 1


def test_addresses_and_feeds_from_the_web() -> None:
    entry = {"title": "Port reopens", "link": "http://sanda.example/a", "description": BODY[0]}
    with Web() as web:
        web.pages["sanda.example/wire"] = http(
            rss([entry, {**entry, "link": "http://127.0.0.1/"}]), "application/rss+xml"
        )
        web.pages["sanda.example/a"] = http(page().encode(), "application/octet-stream")
        web.pages["sanda.example/picture"] = http(b"\x89PNG\r\n\x1a\n", "image/png")
        web.hosts = {"127.0.0.1": ["127.0.0.1"]}
        fetch = WebFetcher(Limits(), resolve=web.resolve, dial=web.dial, sleep=lambda _: None)
        items = list(open_sources(["http://sanda.example/wire", "http://sanda.example/picture"], fetch=fetch))
    assert [found.path for found in documents(items)] == [
        "http://sanda.example/a",
        "http://sanda.example/wire#http://127.0.0.1/",
    ]
    assert refusals(items) == [
        ("http://127.0.0.1/", "private address"),
        ("http://sanda.example/picture", "content type that is not read"),
    ]


def test_a_page_that_is_cut_is_refused_whole() -> None:
    with Web() as web:
        web.pages["sanda.example/a"] = http(page().encode() * 100)
        fetch = WebFetcher(Limits(page_bytes=5000), resolve=web.resolve, dial=web.dial, sleep=lambda _: None)
        items = list(open_sources(["http://sanda.example/a"], fetch=fetch))
    assert refusals(items) == [("http://sanda.example/a", "too large")]


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "counterclaim.ingest.urls", raising=False)
    monkeypatch.setitem(sys.modules, "counterclaim.ingest.urls", None)
    with pytest.raises(InputRefused) as caught:
        sources.web_fetcher()
    assert caught.value.reason == "library missing"


def test_texts_need_none_of_the_libraries_of_other_formats(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    code = (
        "import sys; from counterclaim.ingest.sources import open_sources; [found] = open_sources(sys.argv[1:]); "
        "assert found.language == 'en'; "
        "print(sorted({'trafilatura', 'lxml', 'feedparser', 'pypdfium2', 'httpcore2'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True, timeout=30
    )
    assert done.stdout.strip() == "[]", done.stderr
