"""PDF files: text, scans, damage."""

from collections.abc import Callable

import pytest

from counterclaim.ingest.adapters import Item
from counterclaim.ingest.limits import Limits
from tests.ingest.makers import documents, pdf, refusals

Ingest = Callable[..., list[Item]]
OPEN = ("The port of Sanda has been open since Friday,", "and the ships that had waited off the coast may come in.")


def test_the_text_of_a_pdf(ingest: Ingest) -> None:
    [found] = documents(ingest(pdf([OPEN, ["Nobody was hurt."]]), "port.pdf"))
    assert found.text == "\n".join(OPEN) + "\n\nNobody was hurt."
    assert (found.path, found.language) == ("port.pdf", "en")


def test_a_pdf_is_known_by_its_first_bytes(ingest: Ingest) -> None:
    assert documents(ingest(b"\n" + pdf([OPEN]), "port.txt", media_type="text/html"))


def test_running_titles_do_not_cut_sentences_in_two(ingest: Ingest) -> None:
    pages = [(f"Sanda Wire, page {n}", "The ships", "came in", f"{n}") for n in range(1, 5)]
    [found] = documents(ingest(pdf(pages), "port.pdf"))
    assert found.text == "\n\n".join(["The ships\ncame in"] * 4)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (pdf([[], []], picture=True), "no text in it"),
        (pdf([[]]), "no text in it"),
        (b"%PDF-1.7\n%\xe2\xe3\nno more than that", "damaged PDF"),
        (pdf([OPEN])[:120], "damaged PDF"),
        (b"", "empty text"),
    ],
)
def test_pdfs_without_text_are_refused(ingest: Ingest, raw: bytes, reason: str) -> None:
    assert refusals(ingest(raw, "port.pdf")) == [("port.pdf", reason)]


def test_a_scan_is_called_one(ingest: Ingest) -> None:
    [refusal] = ingest(pdf([[]], picture=True), "port.pdf")
    assert "scan" in refusal.advice  # type: ignore[union-attr]


def test_pages_that_are_pictures_are_named_beside_those_that_are_read(ingest: Ingest) -> None:
    items = ingest(pdf([OPEN, [], []], picture=True), "port.pdf")
    assert len(documents(items)) == 1
    assert refusals(items) == [("port.pdf", "pages without text")]
    assert "2 of 3 pages" in items[1].advice  # type: ignore[union-attr]


def test_bounds(ingest: Ingest) -> None:
    raw = pdf([["Page one is here."], ["Page two is here."]])
    items = ingest(raw, "port.pdf", Limits(pdf_pages=1))
    assert [found.text for found in documents(items)] == ["Page one is here."]
    assert refusals(items) == [("port.pdf", "too many pages")]
    assert refusals(ingest(raw, "port.pdf", Limits(pdf_bytes=100))) == [("port.pdf", "too large")]
