"""A page's main text by trafilatura, and what the page says of itself. No script is run and nothing is fetched."""

from typing import Any

from lxml import html as lxml_html
from trafilatura import bare_extraction

from counterclaim.errors import InputRefused
from counterclaim.ingest.parsers.page_facts import facts

_UNSEEN = ("script", "style", "template", "noscript", "title")
_BLOCKS = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote")
_LEAST_TEXT = 25  # characters; less is a button
_LEAST_ARTICLE = 200  # characters; of a shorter mail or summary nothing is left out


def parse(raw: bytes, *, url: str, whole: bool) -> dict[str, Any]:
    """``text`` with a blank line between paragraphs, and the keys of :func:`facts`. ``raw`` is UTF-8.

    Where there is no main text, the ``whole`` text may stand for it. Raises InputRefused for a page without either.
    """
    tree = _tree(raw)
    found = facts(tree, url)
    extracted = bare_extraction(tree, url=url or None, include_comments=False, with_metadata=False)
    text = getattr(extracted, "text", None) or ""
    if whole and len(text) < _LEAST_ARTICLE:
        text = _all_text(raw)
    elif len(text.strip()) < _LEAST_TEXT:
        raise InputRefused("", "no main text", "the page has no article, or a script would have to write it")
    paragraphs = (_without_bars(line.strip()) for line in text.split("\n"))
    return {**found, "text": "\n\n".join(line for line in paragraphs if line)}


def _without_bars(line: str) -> str:
    """A line of a table with tabs between its cells, where trafilatura sets bars; other lines as they are."""
    if not line.startswith("|"):
        return line
    return "\t".join(cell.strip() for cell in line.strip("|").split("|") if cell.strip(" -"))


def _tree(raw: bytes) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    return lxml_html.document_fromstring(raw.replace(b"\x00", b""), parser=parser)


def _all_text(raw: bytes) -> str:
    """All that a source shows, a line for each block. From the source anew: the extraction takes its tree apart."""
    tree = _tree(raw)
    for element in list(tree.iter(*_UNSEEN)):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(lines)
