"""The brief as a Word document. Needs the extra "brief" (python-docx)."""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from counterclaim.errors import LedgerError
from counterclaim.exports.brief import REPORT_COLUMNS, Brief, Item, Part, Quote, brief
from counterclaim.exports.told import packed, plain
from counterclaim.records import Ledger

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_GREY = "595959"
_HEADER = 60  # characters of the title at the head of each page
_WIDTHS = (1.0, 4.2, 3.6, 4.0, 4.2)  # centimetres of the columns of the reports
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same ledger gives the same file


def to_docx(ledger: Ledger, story: str | None = None) -> Iterator[bytes]:
    """The document of one story or of the whole ledger, in pieces.

    Raises LedgerError where python-docx is not installed, or there is no such story.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise LedgerError("the Word brief needs python-docx: pip install counterclaim[brief]") from error
    made = brief(ledger, story)
    page = Document()
    _set_up(page, made)
    page.add_heading(made.title, level=0)
    page.add_paragraph(made.numbers)
    _bold(page.add_paragraph(), made.notice)
    for part in made.parts:
        _part(page, part)
    _reports(page, made)
    yield from _saved(page)


def _saved(page: "Document") -> Iterator[bytes]:
    """The file without the time at which it was made."""
    buffer = io.BytesIO()
    page.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        yield from packed((name, [archive.read(name)]) for name in archive.namelist())


def _set_up(page: "Document", made: Brief) -> None:
    from docx.shared import Cm, Pt

    core = page.core_properties
    core.author, core.title, core.comments, core.last_modified_by = "Counterclaim", made.title[:200], made.notice, ""
    core.created = core.modified = _MADE
    page.styles["Normal"].font.size = Pt(10.5)
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.0)
    title = made.title if len(made.title) <= _HEADER else f"{made.title[:_HEADER].rstrip()}…"
    _grey(section.header.paragraphs[0], f"{title} — claims as reported, nothing checked")
    footer = section.footer.paragraphs[0]
    _grey(footer, "Page ")
    _field(footer, "PAGE")
    _grey(footer, " of ")
    _field(footer, "NUMPAGES")


def _field(paragraph: "Paragraph", name: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001  (python-docx has no other door to fields)


def _part(page: "Document", part: Part) -> None:
    page.add_heading(part.title, level=1)
    if part.meaning:
        meaning = page.add_paragraph()
        meaning.paragraph_format.keep_with_next = True
        _grey(meaning, part.meaning)
    if not part.items:
        page.add_paragraph(part.empty)
    for item in part.items:
        _item(page, item)
    if part.left_out:
        page.add_paragraph(f"{part.left_out:,} more are in the ledger; a brief of one story shows fewer at a time.")


def _item(page: "Document", item: Item) -> None:
    from docx.shared import Pt

    head = page.add_paragraph()
    head.paragraph_format.space_before, head.paragraph_format.space_after = Pt(10), Pt(3)
    head.paragraph_format.keep_with_next = bool(item.notes or item.quotes)
    _bold(head, item.head)
    for note in item.notes:
        line = page.add_paragraph(style="List Bullet")
        _run(line, note)
        line.paragraph_format.keep_with_next = bool(item.quotes)
    for quote in item.quotes:
        _quote(page, quote)


def _quote(page: "Document", quote: Quote) -> None:
    from docx.shared import Cm, Pt

    line = page.add_paragraph()
    line.paragraph_format.left_indent = Cm(1.3)
    line.paragraph_format.space_after = Pt(4)
    line.paragraph_format.keep_together = True
    _run(line, f"{quote.lead} ")
    _run(line, f"“{quote.words}”").italic = True
    _grey(line, f" [{quote.place}]", size=8)


def _reports(page: "Document", made: Brief) -> None:
    from docx.shared import Cm, Pt

    page.add_heading("Reports", level=1)
    table = page.add_table(rows=1, cols=len(REPORT_COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    for row in (REPORT_COLUMNS, *made.reports):
        cells = table.rows[0].cells if row is REPORT_COLUMNS else table.add_row().cells
        for cell, text, width in zip(cells, row, _WIDTHS, strict=True):
            cell.width = Cm(width)
            run = _run(cell.paragraphs[0], text)
            run.font.size, run.bold = Pt(8), row is REPORT_COLUMNS
    if made.unlisted:
        page.add_paragraph(f"{made.unlisted:,} further reports are not quoted here; the ledger has them.")
    _repeat_heading(table.rows[0]._tr)  # noqa: SLF001  (python-docx has no other door to it)


def _repeat_heading(row: object) -> None:
    """The first row stands again on each page."""
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # type: ignore[attr-defined]


def _run(paragraph: "Paragraph", text: str) -> "Run":
    """Text at the end of a paragraph, without what XML cannot hold."""
    return paragraph.add_run(plain(text))


def _bold(paragraph: "Paragraph", text: str) -> None:
    _run(paragraph, text).bold = True


def _grey(paragraph: "Paragraph", text: str, *, size: int = 9) -> None:
    from docx.shared import Pt, RGBColor

    run = _run(paragraph, text)
    run.font.size, run.font.color.rgb = Pt(size), RGBColor.from_string(_GREY)
