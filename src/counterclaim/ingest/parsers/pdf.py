"""The text of a PDF, by pypdfium2."""

import re
from collections import Counter
from typing import Any

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from counterclaim.errors import InputRefused

_LINE_BREAK_HYPHEN = re.compile("[\ufffe\u0002\u00ad]\\s*\n\\s*|\ufffe")  # PDFium's sign of a word that goes on
_NUMBER = re.compile(r"\d+")
_LEAST_PAGES = 3  # on which a line at the top or bottom stands, to be a running title
_LONGEST_RUNNING = 120


def parse(raw: bytes, *, pages: int) -> dict[str, Any]:
    """``text`` of at most so many pages, ``pages`` in all, and ``pictures``, how many of those read hold pictures only.

    Raises InputRefused for a damaged or locked file.
    """
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "locked with a password" if locked else "damaged PDF"
        raise InputRefused("", reason, "" if locked else "it is no PDF, or not all of it is there") from None
    texts, pictures = [], 0
    for number in range(min(len(document), pages)):
        text, pictured = _page(document, number)
        texts.append(text)
        pictures += pictured and not text.strip()
    return {"text": "\n\n".join(_without_running_titles(texts)), "pages": len(document), "pictures": pictures}


def _page(document: Any, number: int) -> tuple[str, bool]:
    """The text of a page, and whether it has a picture. A page that cannot be opened has neither."""
    try:
        page = document[number]
        text = page.get_textpage().get_text_bounded()
        pictured = any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3))
        page.close()
    except pypdfium2.PdfiumError:
        return "", False
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return _LINE_BREAK_HYPHEN.sub("", text).strip("\n"), pictured


def _without_running_titles(pages: list[str]) -> list[str]:
    """The pages without first and last lines that most of them share but for numbers: they would cut sentences in
    two."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edges(page.split("\n"))})
    running = {key for key, times in edges.items() if key and times >= max(_LEAST_PAGES, len(pages) / 2)}
    return [page for page in (_trimmed(page.split("\n"), running) for page in pages) if page]


def _edges(lines: list[str]) -> list[str]:
    return [line for line in (lines[0], lines[-1]) if len(line) <= _LONGEST_RUNNING]


def _key(line: str) -> str:
    return _NUMBER.sub("0", " ".join(line.split()))


def _trimmed(lines: list[str], running: set[str]) -> str:
    while lines and _key(lines[0]) in running:
        lines = lines[1:]
    while lines and _key(lines[-1]) in running:
        lines = lines[:-1]
    return "\n".join(lines)
