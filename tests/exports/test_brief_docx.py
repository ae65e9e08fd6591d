import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings

from counterclaim.errors import LedgerError
from counterclaim.exports.brief_docx import to_docx
from counterclaim.records import Ledger
from tests.exports.export_samples import FULL_STORY, HOSTILE, full, hostile, unpacked, whole
from tests.exports.ledgers import ledgers


def lines(content: bytes) -> list[str]:
    """The paragraphs as python-docx reads them back."""
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def test_the_parts_stand_in_order_with_headings() -> None:
    page = Document(io.BytesIO(whole(to_docx(full()))))
    heads = [p.text for p in page.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert heads == [
        *("Independent origins agree", "Disputed", "Figures differ", "Only one origin says", "Nobody says outright"),
        *("What registers say to sanction claims", "Names on a list", "Possible, not a match"),
        *("Embargoes and sanctions regimes", "Reports"),
    ]


def test_a_quotation_stands_with_its_source_and_its_place() -> None:
    claim = next(c for c in full().claims if c.evidence.text.startswith("Norland denied"))
    said = f"Denied by Norland, in report 2: “{claim.evidence.text}”"
    assert f"{said} [{claim.document}, characters 46 to 89, {claim.id}]" in lines(whole(to_docx(full())))


def test_the_reports_are_a_table_whose_head_is_on_each_page() -> None:
    [table] = Document(io.BytesIO(whole(to_docx(full())))).tables
    assert [cell.text for cell in table.rows[0].cells][:2] == ["No.", "Report"]
    assert len(table.rows) == 1 + len(full().documents)
    assert "tblHeader" in table.rows[0]._tr.xml


def test_it_says_on_every_page_that_nothing_was_checked() -> None:
    section = Document(io.BytesIO(whole(to_docx(full())))).sections[0]
    assert "nothing checked" in section.header.paragraphs[0].text
    assert re.search("PAGE.*NUMPAGES", section.footer.paragraphs[0]._p.xml, re.DOTALL)
    assert (section.page_width or 0) < (section.page_height or 0)


def test_it_never_says_that_a_claim_is_true() -> None:
    text = "\n".join(lines(whole(to_docx(full()))))
    said = text.replace("a claim is true or false", "")
    assert not re.search(r"\b(is|are|was|were) (true|false|confirmed|proven|a fact)\b", said)


def test_a_story_has_a_brief_of_its_own() -> None:
    text = lines(whole(to_docx(full(), FULL_STORY)))
    assert text[0] == "Tanks for Ostria"
    assert not any("Canada" in line for line in text)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_still_a_document(text: str) -> None:
    content = whole(to_docx(hostile(text)))
    assert len(lines(content)) > 40
    xml = unpacked(content)["word/document.xml"].decode()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", xml)


@given(ledgers())
@settings(max_examples=8, deadline=None)
def test_any_ledger_is_a_document(ledger: Ledger) -> None:
    assert lines(whole(to_docx(ledger)))


def test_without_python_docx_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(LedgerError, match=r"counterclaim\[brief\]"):
        whole(to_docx(full()))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(whole(to_docx(full())))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=120)
    assert "Denied by Norland, in report 2" in (tmp_path / "brief.txt").read_text(encoding="utf-8-sig")
