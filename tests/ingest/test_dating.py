"""Days that sources state: which are read, and that one which cannot be read is noted and never guessed at."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.case import Case, open_case
from counterclaim.ingest.adapters import Item
from counterclaim.ingest.dating import Undated, dated, iso_day, noted, stated_date
from counterclaim.ingest.sources import open_sources
from counterclaim.records import Document, Refusal, digest
from tests.ingest.makers import BODY, documents, page, refusals, warc, zipped

Ingest = Callable[..., list[Item]]
FOUND = Document("a.jsonl#1", "x", digest("x"))
NOT_UNDERSTOOD = "date not understood"
UNREAD = ["2023-02-31", "13/45/2023", "yesterday-ish", "99999999999", "05/09/2024", "2024-05"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-05-09", "2024-05-09"),
        ("2024-05-09T23:30:00-05:00", "2024-05-09"),
        (" 2024-05-09 10:00", "2024-05-09"),
        ("20240509", "2024-05-09"),
        ("20240509T101500Z", "2024-05-09"),
        ("2024/05/09", "2024-05-09"),
        ("2024.5.9", "2024-05-09"),
        ("2024-05-091", None),
        ("2024-05/09", None),
        ("202405091015", None),
        ("2023-02-29", None),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-31", None),
        ("2024-13-01", None),
        ("2024-00-00", None),
        ("1824-05-09", None),
        ("3024-05-09", None),
        ("٢٠٢٤-05-09", None),
        ("09.05.2024", None),
        ("9 May 2024", None),
        ("2024-05", None),
        ("2024", None),
        ("1715212800", None),
        ("", None),
        (None, None),
    ],
)
def test_days(value: str | None, day: str | None) -> None:
    assert iso_day(value) == day


@given(st.text(max_size=30) | st.from_regex(r"(19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}.{0,9}"))
def test_a_stated_date_is_a_day_or_is_noted(stated: str) -> None:
    found, *notes = noted(dated(FOUND, stated))
    assert type(found) is Document
    assert [note.path for note in notes] == ([FOUND.path] if stated.strip() and not found.published else [])


@pytest.mark.parametrize("stated", [None, "", "  "])
def test_where_no_date_is_stated_there_is_nothing_to_note(stated: str | None) -> None:
    assert list(noted(dated(FOUND, stated))) == [FOUND]


def test_the_note_shows_what_is_written_in_one_short_line() -> None:
    [_, note] = noted(dated(FOUND, "on the  ninth\nof May, " + "long " * 50))
    assert isinstance(note, Refusal)
    assert note.advice == (
        'it says "on the ninth of May, long long long long…"; the date is left out, not the report; '
        "write it as 2023-05-09"
    )


def test_another_statement_of_the_day_makes_the_first_one_needless() -> None:
    undated = dated(FOUND, "yesterday-ish")
    assert isinstance(undated, Undated)
    assert stated_date(undated) == "yesterday-ish"
    [found] = noted(dated(undated, "2024-05-09"))
    assert (found, stated_date(FOUND)) == (dated(FOUND, "2024-05-09"), None)
    assert list(noted(dated(undated, "soon"))) == list(noted(undated))
    assert dated(dated(FOUND, "2024-05-09"), "2023-01-01").published == "2024-05-09"


@pytest.mark.parametrize("stated", UNREAD)
@pytest.mark.parametrize("inside", ["reports.jsonl", "a.html", "a.warc", "a.warc.gz", "a.zip"])
def test_a_date_that_cannot_be_read_is_noted_wherever_it_stands(ingest: Ingest, inside: str, stated: str) -> None:
    source = page(linked={"@type": "NewsArticle", "datePublished": stated}).encode()
    raw = {
        "reports.jsonl": json.dumps({"text": BODY[0], "date": stated}).encode(),
        "a.html": source,
        "a.warc": warc({"https://sanda.example/a": source}),
        "a.warc.gz": warc({"https://sanda.example/a": source}, packed=True),
        "a.zip": zipped({"a.html": source}),
    }[inside]
    [found, note] = ingest(raw, inside)
    assert isinstance(found, Document)
    assert isinstance(note, Refusal)
    assert (found.published, note.path, note.reason) == (None, found.path, NOT_UNDERSTOOD)
    assert f'it says "{stated}"' in note.advice


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three lines, two of them with dates that no calendar has."""
    rows = [{"text": text, "date": day} for text, day in zip(BODY, ("2024-05-09", "2023-02-31", "soon"), strict=True)]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_a_text_that_is_named_twice_is_noted_once(reports: Path) -> None:
    items = list(open_sources([reports, str(reports)]))
    assert [reason for _, reason in refusals(items)].count(NOT_UNDERSTOOD) == 2
    assert [found.published for found in documents(items)] == ["2024-05-09", None, None]
    assert all(type(found) is Document for found in documents(items))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case without a document."""
    opened = open_case(tmp_path / "case.db", create=True)
    yield opened
    opened.close()


def test_a_case_takes_the_documents_and_names_what_was_noted_once(case: Case, reports: Path) -> None:
    first = case.add(open_sources([reports]))
    again = case.add(open_sources([reports]))
    assert (first.new, first.known, again.new, again.known) == (3, 0, 0, 3)
    notes = [(Path(note.path).name, note.reason) for note in case.store.refusals()]
    assert notes == [("reports.jsonl#2", NOT_UNDERSTOOD), ("reports.jsonl#3", NOT_UNDERSTOOD)]
