"""ZIP and gzip: what is inside, and archives that are made to hurt."""

import gzip
import io
import zipfile
from collections.abc import Callable

import pytest

from counterclaim.ingest.adapters import Item
from counterclaim.ingest.gzipped import Unpacked
from counterclaim.ingest.limits import Budget, Limits
from tests.ingest.makers import BODY, ENGLISH, bomb, documents, page, pdf, refusals, warc, zipped

Ingest = Callable[..., list[Item]]
SMALL = Limits(unpacked_bytes=3_000_000, unpacked_ratio=20)


def test_a_zip_gives_its_reports_in_order_of_name(ingest: Ingest) -> None:
    files = {
        "b.txt": BODY[1].encode(),
        "a/page.html": page().encode(),
        "c.pdf": pdf([[BODY[2]]]),
        "logo.png": b"\x89PNG\r\n\x1a\n",
        ".hidden.txt": b"The port is open.",
        "__MACOSX/b.txt": b"The port is open.",
    }
    items = ingest(zipped(files), "case.zip")
    assert [found.path for found in documents(items)] == ["case.zip#a/page.html", "case.zip#b.txt", "case.zip#c.pdf"]
    assert refusals(items) == []


def test_members_that_cannot_be_read_are_named_and_the_others_read(ingest: Ingest) -> None:
    files = {"a.txt": b"", "b.txt": BODY[0].encode(), "c.docx": b"PK\x03\x04 no office", "d.txt": b"\x00\x01\x02"}
    items = ingest(zipped(files), "case.zip")
    assert [found.text for found in documents(items)] == [BODY[0]]
    assert refusals(items) == [
        ("case.zip#a.txt", "empty text"),
        ("case.zip#c.docx", "damaged archive"),
        ("case.zip#d.txt", "binary file"),
    ]


def test_a_locked_member_and_an_odd_packing_are_named(ingest: Ingest) -> None:
    raw = bytearray(zipped({"a.txt": BODY[0].encode()}))
    raw[raw.rfind(b"PK\x01\x02") + 8] |= 1
    assert refusals(ingest(bytes(raw), "case.zip")) == [("case.zip#a.txt", "locked with a password")]
    odd = zipped({"a.txt": BODY[0].encode()}, zipfile.ZIP_BZIP2)
    assert refusals(ingest(odd, "case.zip")) == [("case.zip#a.txt", "packing that is not read")]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (zipped({"a.txt": ENGLISH.encode() * 50})[:-60], "damaged archive"),
        (b"PK\x05\x06", "damaged archive"),
        (zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), "office document"),
        (zipped({"mimetype": b"application/epub+zip", "a.xhtml": b"x"}), "office document"),
        (zipped({"logo.png": b"x"}), "archive without texts"),
        (zipped({f"{n}.txt": b"x" for n in range(11)}), "too many members"),
    ],
)
def test_archives_that_are_refused(ingest: Ingest, raw: bytes, reason: str) -> None:
    assert refusals(ingest(raw, "case.zip", Limits(members=10))) == [("case.zip", reason)]


def test_a_directory_of_absurd_length_is_not_loaded(ingest: Ingest) -> None:
    end = b"PK\x05\x06" + bytes(8) + (3_000_000_000).to_bytes(4, "little") + bytes(6)
    assert refusals(ingest(b"PK\x03\x04" + bytes(99) + end, "case.zip")) == [("case.zip", "too many members")]


def test_a_damaged_member_is_named(ingest: Ingest) -> None:
    raw = bytearray(zipped({"a.txt": ENGLISH.encode(), "b.txt": BODY[0].encode()}, zipfile.ZIP_STORED))
    raw[raw.find(b"Friday")] ^= 0xFF
    items = ingest(bytes(raw), "case.zip")
    assert refusals(items) == [("case.zip#a.txt", "damaged archive")]
    assert [found.path for found in documents(items)] == ["case.zip#b.txt"]


def test_a_member_that_begins_before_the_archive_does_is_named(ingest: Ingest) -> None:
    raw = zipped({"a.txt": b"The port is open.", "b.txt": BODY[0].encode()})
    assert ("case.zip#a.txt", "damaged archive") in refusals(ingest(raw[:20] + raw[21:], "case.zip"))


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.mbox", "a.pdf", "a.eml", "a.zip", "a.gz"])
def test_a_zip_bomb_is_named_whatever_it_pretends_to_be(ingest: Ingest, name: str) -> None:
    inner = {"a.zip": zipped({"a.txt": bytes(20_000_000)}), "a.gz": bomb(20)}.get(name, bytes(20_000_000))
    assert refusals(ingest(zipped({name: inner}), "bomb.zip", SMALL)) == [("bomb.zip", "archive bomb")]


def test_what_stands_before_a_bomb_is_kept(ingest: Ingest) -> None:
    files = {"a.txt": BODY[0].encode(), "b.jsonl": b'{"text": "' + bytes(20_000_000)}
    items = ingest(zipped(files), "bomb.zip", SMALL)
    assert [found.path for found in documents(items)] == ["bomb.zip#a.txt"]
    assert refusals(items)[-1] == ("bomb.zip", "archive bomb")


def test_many_small_members_are_a_bomb_too(ingest: Ingest) -> None:
    files = {f"{n}.txt": b"a " * 400_000 for n in range(20)}
    assert refusals(ingest(zipped(files), "bomb.zip", SMALL))[-1] == ("bomb.zip", "archive bomb")


def test_archives_inside_archives_end(ingest: Ingest) -> None:
    raw = zipped({"a.txt": BODY[0].encode()})
    for _ in range(9):
        raw = zipped({"a.zip": raw})
    [(where, reason)] = refusals(ingest(raw, "nested.zip"))
    assert (where, reason) == ("nested.zip" + "#a.zip" * 3, "nested too deeply")


def test_a_packed_file_goes_by_its_inner_name(ingest: Ingest) -> None:
    assert [d.text for d in documents(ingest(gzip.compress(ENGLISH.encode()), "port.txt.gz"))] == [ENGLISH]
    assert [d.title for d in documents(ingest(gzip.compress(page().encode()), "port.gz"))]
    inside = zipped({"a.warc.gz": warc({"https://sanda.example/a": page().encode()}, packed=True)})
    assert [d.path for d in documents(ingest(inside, "c.zip"))] == ["c.zip#a.warc.gz#https://sanda.example/a"]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (gzip.compress(ENGLISH.encode())[:-9], "cut short"),
        (gzip.compress(ENGLISH.encode())[:5], "cut short"),
        (gzip.compress(ENGLISH.encode())[:-8] + bytes(8), "damaged archive"),
        (gzip.compress(ENGLISH.encode()) + b"more that is no gzip", "damaged archive"),
        (gzip.compress(b""), "empty text"),
    ],
)
def test_gzip_that_is_not_whole_is_refused(ingest: Ingest, raw: bytes, reason: str) -> None:
    assert refusals(ingest(raw, "port.txt.gz")) == [("port.txt.gz", reason)]


def test_zeros_after_the_end_of_gzip_are_no_damage(ingest: Ingest) -> None:
    assert documents(ingest(gzip.compress(ENGLISH.encode()) + bytes(100_000), "port.txt.gz"))


def test_lines_before_the_cut_of_gzip_are_kept(ingest: Ingest) -> None:
    lines = b"".join(b'{"text": "The port number %d is open."}\n' % n for n in range(5000))
    items = ingest(gzip.compress(lines)[:-2000], "port.jsonl.gz")
    assert len(documents(items)) > 1000
    assert refusals(items) == [("port.jsonl.gz", "cut short")]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.warc.gz", "a.mbox.gz"])
def test_a_gzip_bomb_costs_no_memory(ingest: Ingest, name: str) -> None:
    found = refusals(ingest(bomb(20), name, Limits(unpacked_bytes=1_000_000, unpacked_ratio=20)))
    assert found[-1] in {(name, "archive bomb"), (name, "damaged archive")}


def test_an_archive_is_unpacked_no_further_than_it_is_read() -> None:
    packed = io.BytesIO(gzip.compress(bytes(50_000_000)))
    unpacked = Unpacked(packed, "a.gz", Budget("a.gz", 10**9, Limits()))
    assert io.BufferedReader(unpacked).read(100) == bytes(100)
    assert packed.tell() <= 1 << 16
