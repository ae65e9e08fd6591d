"""JSONL: which keys are read, and lines that are broken."""

import json
from collections.abc import Callable

import pytest

from counterclaim.ingest.adapters import Item
from counterclaim.ingest.limits import Limits
from counterclaim.records import Document, Refusal
from tests.ingest.makers import BODY, GERMAN, documents, page, refusals

Ingest = Callable[..., list[Item]]
PORT = BODY[0]


@pytest.mark.parametrize(
    ("row", "title", "published", "outlet"),
    [
        ({"text": PORT}, None, None, None),
        (
            {"text": PORT, "title": "Port opens", "published": "2024-05-09", "outlet": "Sanda Wire"},
            "Port opens",
            "2024-05-09",
            "Sanda Wire",
        ),
        (
            {"content": PORT, "headline": "Port opens", "date": "2024-05-09T10:00:00Z", "source": "reuters"},
            "Port opens",
            "2024-05-09",
            "Reuters",
        ),
        (
            {
                "body": PORT,
                "date": None,
                "published": " ",
                "publisher": {"name": "x"},
                "url": "https://www.aljazeera.com/a",
            },
            None,
            None,
            "Al Jazeera",
        ),
        (
            {"maintext": PORT, "date_publish": "2024-05-09 10:00:00", "source_domain": "sanda.example"},
            None,
            "2024-05-09",
            "sanda.example",
        ),
        ({"text": "", "content": PORT, "title": 7, "author": "somebody"}, None, None, None),
        ({"text": PORT, "published": 7, "date": "2024-05-09"}, None, "2024-05-09", None),
        ({"text": PORT, "date": 20240509}, None, "2024-05-09", None),
    ],
)
def test_keys(
    ingest: Ingest, row: dict[str, object], title: str | None, published: str | None, outlet: str | None
) -> None:
    [found] = ingest(json.dumps(row).encode(), "reports.jsonl")
    assert isinstance(found, Document)
    assert (found.title, found.published, found.outlet) == (title, published, outlet)
    assert found.text == (f"{title}\n\n{PORT}" if title else PORT)
    assert found.path == "reports.jsonl#1"


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2023-02-31", "2023-02-31"),
        ("13/45/2023", "13/45/2023"),
        ("yesterday-ish", "yesterday-ish"),
        (99999999999, "99999999999"),
        (1715212800.5, "1715212800.5"),
        (float("inf"), "Infinity"),
        (True, "true"),
        ({"$date": 7}, '{"$date": 7}'),
        (["2024-05-09"], '["2024-05-09"]'),
    ],
)
def test_a_date_that_cannot_be_read_is_noted_behind_its_report(ingest: Ingest, date: object, shown: str) -> None:
    lines = [{"text": PORT, "date": date}, {"text": BODY[1], "date": "2024-05-09"}]
    items = ingest("\n".join(map(json.dumps, lines)).encode(), "reports.jsonl")
    [first, note, second] = items
    assert isinstance(note, Refusal)
    assert [found.published for found in documents([first, second])] == [None, "2024-05-09"]
    assert (note.path, note.reason) == ("reports.jsonl#1", "date not understood")
    assert note.advice.startswith(f'it says "{shown}"; the date is left out')


def test_a_page_in_a_line_may_say_the_day_that_the_line_does_not(ingest: Ingest) -> None:
    head = '<meta property="article:published_time" content="2024-05-09">'
    lines = [{"html": page(head=head), "date": "soon"}, {"html": page(BODY[:2], head=head.replace("05-09", "02-31"))}]
    items = ingest("\n".join(map(json.dumps, lines)).encode(), "reports.jsonl")
    assert [found.published for found in documents(items)] == ["2024-05-09", None]
    assert refusals(items) == [("reports.jsonl#2", "date not understood")]


def test_a_line_may_hold_the_source_of_a_page(ingest: Ingest) -> None:
    head = '<meta property="article:published_time" content="2024-05-09">'
    [found] = documents(
        ingest(json.dumps({"html": page(head=head), "outlet": "Sanda Wire"}).encode(), "reports.ndjson")
    )
    assert (found.published, found.outlet) == ("2024-05-09", "Sanda Wire")
    assert found.text.endswith(BODY[-1])


def test_broken_lines_are_named_by_number_and_the_rest_is_read(ingest: Ingest) -> None:
    lines = [
        json.dumps({"text": PORT}).encode(),
        b"{",
        b"",
        b"[1, 2]",
        b"not json",
        b'{"title": "Port opens"}',
        b'{"text": "\xff"}',
        b"[" * 200_000,
        b'{"text": ' + b"9" * 10_000 + b"}",
        b'{"text": NaN}',
        json.dumps({"text": "12 + 30"}).encode(),
        json.dumps({"text": BODY[1]}).encode(),
    ]
    items = ingest(b"\xef\xbb\xbf" + b"\r\n".join(lines), "reports.jsonl")
    assert [found.text for found in documents(items)] == [PORT, BODY[1]]
    assert refusals(items) == [
        ("reports.jsonl#2", "broken line"),
        ("reports.jsonl#4", "broken line"),
        ("reports.jsonl#5", "broken line"),
        ("reports.jsonl#6", "no text in it"),
        ("reports.jsonl#7", "broken line"),
        ("reports.jsonl#8", "broken line"),
        ("reports.jsonl#9", "broken line"),
        ("reports.jsonl#10", "no text in it"),
        ("reports.jsonl#11", "no words"),
    ]


def test_a_line_without_end_is_named_and_the_next_is_read(ingest: Ingest) -> None:
    raw = b'{"text": "' + b"a" * 5000 + b'"}\n' + json.dumps({"text": PORT}).encode()
    items = ingest(raw, "reports.jsonl", Limits(page_bytes=1000))
    assert refusals(items) == [("reports.jsonl#1", "too large")]
    assert [found.path for found in documents(items)] == ["reports.jsonl#2"]


def test_lone_surrogates_and_zeros_in_a_line_do_no_harm(ingest: Ingest) -> None:
    raw = b'{"text": "The port \\ud800 is \\u0000 open.", "html": "x"}\n' + json.dumps({"text": GERMAN}).encode()
    found = documents(ingest(raw, "reports.jsonl"))
    assert [document.language for document in found] == ["en", "de"]
    assert found[0].text == "The port \ud800 is \x00 open."


def test_an_empty_file_gives_nothing_and_says_so(ingest: Ingest) -> None:
    assert refusals(ingest(b"", "reports.jsonl")) == [("reports.jsonl", "empty text")]
