"""Formats: how an input finds its own, and that nothing that is handed in breaks anything."""

import gzip
import importlib
import pkgutil
from collections.abc import Callable
from pathlib import PurePath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim import ingest as package
from counterclaim.ingest.adapters import Format, Input, Item
from counterclaim.ingest.formats import FORMATS, SUFFIXES, format_of, offers
from counterclaim.records import Document, Refusal
from tests.ingest.makers import BODY, ENGLISH, page, pdf, rss, warc, zipped

Ingest = Callable[..., list[Item]]
PAGE = page().encode()
PAGES = {"https://sanda.example/a": PAGE}
FEED = rss([{"title": "Port", "description": BODY[0]}])
MAIL = b"Received: from a by b\r\nSubject: Port\r\n\r\n" + ENGLISH.encode()


@pytest.mark.parametrize(
    ("name", "media_type", "raw", "expected"),
    [
        # The first bytes say more than the name, and the name more than a server's "text/plain".
        ("a.txt", "", ENGLISH.encode(), "plain text"),
        ("a", "", ENGLISH.encode(), "plain text"),
        ("a.odd", "", ENGLISH.encode(), "plain text"),
        ("a.html", "", b"The port is open.", "HTML page"),
        ("a.txt", "", PAGE, "HTML page"),
        ("a.txt", "", page().encode("utf-16"), "HTML page"),
        ("a.txt", "", b"<!-- saved -->\n" + PAGE, "HTML page"),
        ("a", "text/html", b"<p>The port", "HTML page"),
        ("a.html", "", FEED, "feed"),
        ("a.html", "", FEED.decode().encode("utf-16"), "feed"),
        ("a.xml", "", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "HTML page"),
        ("a", "application/rss+xml; charset=utf-8".partition(";")[0], b"no feed", "feed"),
        ("a.txt", "text/html", pdf([]), "PDF"),
        ("a.txt", "", warc(PAGES), "WARC archive"),
        ("a.txt", "", warc(PAGES, packed=True), "gzip archive"),
        ("a.txt", "", zipped({"a.txt": b"x"}), "ZIP archive"),
        ("a.txt", "", MAIL, "mail"),
        ("a.txt", "", b"From desk Thu May  9 2024\n" + MAIL, "mailbox"),
        ("a.txt", "", b"From: Sanda\n\nThe port is open.", "plain text"),
        ("a.txt", "", b"From Sanda it is a day to the coast.\nSubject: none", "plain text"),
        ("a.jsonl", "text/plain", b'{"text": "x"}', "JSONL"),
        ("a.jsonl", "application/octet-stream", b'{"html": "<div><p><span><a><div><p><span><a>"}', "JSONL"),
        ("a.JSONL", "", b"{}", "JSONL"),
    ],
)
def test_an_input_finds_its_format(name: str, media_type: str, raw: bytes, expected: str) -> None:
    assert format_of(Input.of_bytes(raw, name, name=name, media_type=media_type)).name == expected


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("a.txt", True),
        ("a", True),
        ("A.PDF", True),
        ("a.docx", True),
        ("a.png", False),
        ("a.css", False),
        (".a.txt", False),
    ],
)
def test_which_files_of_a_folder_are_offered(name: str, offered: bool) -> None:
    assert offers(PurePath(name)) is offered


def test_every_format_that_a_module_has_is_in_the_table() -> None:
    modules = [importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__)]
    found = {id(value) for module in modules for value in vars(module).values() if isinstance(value, Format)}
    assert found == {id(each) for each in FORMATS}


def test_no_two_formats_share_a_name() -> None:
    for of in (lambda f: f.suffixes, lambda f: f.media_types, lambda f: {f.name}):
        shared = [name for each in FORMATS for name in of(each)]
        assert len(shared) == len(set(shared))


GOOD = [
    PAGE,
    FEED,
    MAIL,
    pdf([[BODY[0]]]),
    warc(PAGES),
    warc(PAGES, packed=True),
    zipped({"a.txt": BODY[0].encode(), "b.html": PAGE}),
    gzip.compress(ENGLISH.encode()),
    b'{"text": "The port is open."}\n' * 3,
]
NAMES = st.sampled_from(sorted(SUFFIXES)).map("a{}".format)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Something good with a piece cut out, doubled or overwritten."""
    raw = draw(st.sampled_from(GOOD))
    start = draw(st.integers(0, len(raw)))
    end = min(len(raw), start + draw(st.integers(0, 40)))
    return raw[:start] + draw(st.sampled_from([b"", raw[start:end] * 2, b"\x00" * 5, b"\xff" * 9])) + raw[end:]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, st.one_of(damaged(), st.binary(max_size=200)))
def test_whatever_is_handed_in_becomes_documents_and_refusals(ingest: Ingest, name: str, raw: bytes) -> None:
    items = ingest(raw, name)
    assert all(isinstance(item, Document | Refusal) and item.path.startswith(name) for item in items)
    assert items
