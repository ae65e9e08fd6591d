"""WARC: pages, records that are none, cuts and damage."""

import gzip
from collections.abc import Callable

import pytest

from counterclaim.ingest.adapters import Item
from counterclaim.ingest.limits import Limits
from tests.ingest.makers import BODY, ENGLISH, GERMAN, bomb, documents, http, page, pdf, record, refusals, rss, warc

Ingest = Callable[..., list[Item]]
URL = "https://sanda.example/"
PAGES = {URL + "a": page().encode(), URL + "b": page(BODY[:2]).encode(), URL + "c": page(BODY[1:]).encode()}


@pytest.mark.parametrize("packed", [False, True])
def test_the_pages_of_an_archive(ingest: Ingest, packed: bool) -> None:
    name = "news.warc.gz" if packed else "news.warc"
    items = ingest(warc(PAGES, packed=packed), name)
    assert [found.path for found in documents(items)] == [f"{name}#{url}" for url in PAGES]
    assert refusals(items) == []


def test_an_archive_is_known_by_its_first_bytes(ingest: Ingest) -> None:
    assert len(documents(ingest(warc(PAGES, packed=True), "download"))) == 3


def test_every_cut_of_an_archive_keeps_what_is_whole_and_names_the_cut(ingest: Ingest) -> None:
    pages = {URL + "a": b"The port is open.", URL + "b": b"The channel was cleared of mines."}
    raw = warc(pages, content_type="text/plain")
    ends = [raw.index(text) + len(text) for text in pages.values()]
    for cut in range(raw.index(b"WARC-Target-URI"), len(raw) - 4, 3):
        items = ingest(raw[:cut], "news.warc")
        assert len(documents(items)) == sum(end <= cut for end in ends), cut
        # Only between two records does a cut archive look whole: nothing in it says how many there are.
        between = raw[:cut].rstrip(b"\r\n").endswith(tuple(pages.values()))
        assert refusals(items) == ([] if between else [("news.warc", "cut short")]), cut


@pytest.mark.parametrize("lost", [1, 20, 100, 200])
def test_a_packed_archive_that_is_cut(ingest: Ingest, lost: int) -> None:
    items = ingest(warc(PAGES, packed=True)[:-lost], "news.warc.gz")
    assert [found.path for found in documents(items)][:2] == ["news.warc.gz#" + url for url in list(PAGES)[:2]]
    assert refusals(items) == [("news.warc.gz", "cut short")]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (record("response", http(b"", status="404 Not Found")), "no page"),
        (record("response", http(b"\x89PNG", "image/png")), "content type that is not read"),
        (record("response", http(b"{}", "application/json")), "content type that is not read"),
        (record("response", http(b"")), "empty text"),
        (record("response", b""), "no page"),
        (record("revisit", http(b"")), "no page"),
        (record("response", http(page().encode(), Content_Encoding="br")[:-40]), None),
        (record("response", http(b"\x8b\x00\x80", Content_Encoding="br")), "packing that is not read"),
        (record("response", http(bomb(20), Content_Encoding="gzip")), "too large"),
        (record("response", http(gzip.compress(page().encode())[:-9], Content_Encoding="gzip")), "damaged page"),
        (record("resource", b"a" * 60_000_000), "too large"),
    ],
)
def test_records_that_hold_no_page_are_named_and_the_next_is_read(
    ingest: Ingest, raw: bytes, reason: str | None
) -> None:
    items = ingest(raw + record("response", http(page(BODY[:2]).encode()), URL + "last"), "news.warc")
    assert documents(items)[-1].path == f"news.warc#{URL}last"
    assert refusals(items) == ([(f"news.warc#{URL}a", reason)] if reason else [])


@pytest.mark.parametrize(
    "raw",
    [
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: \xd9\xa3\r\n\r\n",
        b"WARC/1.0\r\n" + b"X: y\r\n" * 300,
        b"WARC/1.0\r\nX: " + b"y" * 100_000,
        record("response", http(b"a"), length=10)[:-4] + record("response", http(b"b")),
    ],
)
def test_damage_ends_an_archive_by_name(ingest: Ingest, raw: bytes) -> None:
    first = record("response", http(page().encode()), URL + "first")
    items = ingest(first + raw, "news.warc")
    assert len(documents(items)) == 1
    assert ("news.warc", "damaged archive") in refusals(items)


def test_a_record_that_says_it_is_longer_than_the_archive_is_a_cut(ingest: Ingest) -> None:
    assert refusals(ingest(record("response", http(b"a"), length=10**12), "news.warc")) == [("news.warc", "cut short")]


def test_bodies_in_chunks_and_packed_bodies(ingest: Ingest) -> None:
    body = page().encode()
    half = len(body) // 2
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:])) + b"0\r\n\r\n"
    packed = gzip.compress(page(BODY[:2]).encode())
    raw = (
        record("response", http(chunks, Transfer_Encoding="chunked"), URL + "chunks")
        + record("response", http(packed, Content_Encoding="gzip"), URL + "packed")
        + record("response", http(page(BODY[1:]).encode(), Content_Encoding="gzip"), URL + "unpacked")
    )
    items = ingest(raw, "news.warc")
    assert ([found.path.rpartition("/")[2] for found in documents(items)], refusals(items)) == (
        ["chunks", "packed", "unpacked"],
        [],
    )


def test_texts_pdfs_and_other_languages(ingest: Ingest) -> None:
    raw = (
        record("conversion", ENGLISH.encode(), URL + "text")
        + record("response", http(pdf([[BODY[0]]]), "application/pdf"), URL + "pdf")
        + record("response", http(page([GERMAN], title="Hafen").encode()), URL + "de")
    )
    assert [found.language for found in documents(ingest(raw, "news.warc"))] == ["en", "en", "de"]


def test_nothing_is_fetched_from_inside_an_archive(ingest: Ingest) -> None:
    class Forbidden:
        def get(self, url: str) -> None:
            raise AssertionError(url)

    feed = rss([{"title": "Port", "link": URL + "x", "description": "It is open."}])
    items = ingest(record("response", http(feed, "application/rss+xml")), "news.warc", fetch=Forbidden())
    assert [found.text for found in documents(items)] == ["Port\n\nIt is open."]


def test_an_archive_without_pages_is_named(ingest: Ingest) -> None:
    assert refusals(ingest(warc({}), "news.warc")) == [("news.warc", "nothing in it")]


def test_records_are_read_one_at_a_time(ingest: Ingest) -> None:
    """A limit on the first record does not keep the second from being read."""
    large = record("resource", b"The port is open. " * 1000)
    items = ingest(large + record("resource", b"It is open."), "news.warc", Limits(page_bytes=10, pdf_bytes=100))
    assert refusals(items) == [("news.warc#https://sanda.example/a", "too large")]
    assert len(documents(items)) == 1
