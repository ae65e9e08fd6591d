"""Publication dates: how they are written, which of several wins, and what is none."""

import time

import pytest
from hypothesis import given

from counterclaim.text.published import LONGEST_LINE, dates_in_line, dates_in_parts, published, run_in
from tests.strategies import ANY_TEXT


def of_line(line: str) -> str | None:
    """The date that a line gives a text."""
    return published(dates_in_line(line))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2024-05-09", "2024-05-09"),
        ("2024/05/09", "2024-05-09"),
        ("2024-05-09T10:00:00Z", "2024-05-09"),
        ("2024-05-09 10:14:00+03:00", "2024-05-09"),
        ("date 2024-05-09", "2024-05-09"),
        ("May 9, 2024", "2024-05-09"),
        ("9 May 2024", "2024-05-09"),
        ("9th of May 2024", "2024-05-09"),
        ("09-May-2024", "2024-05-09"),
        ("Sept. 9, 2024", "2024-09-09"),
        ("Thursday, 9 May 2024 10:14", "2024-05-09"),
        ("Thu, 9 May 2024 at 9.30am GMT", "2024-05-09"),
        ("Published 19/09/2024", "2024-09-19"),
        ("Published: 19/09/24", "2024-09-19"),
        ("(Published 09.05.2024)", "2024-05-09"),
        ("Updated: 3 May 2024, 14:05 GMT", "2024-05-03"),
        ("Last updated on May 3, 2024 | 4 min read", "2024-05-03"),
    ],
)
def test_date_lines(line: str, expected: str) -> None:
    assert of_line(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "May 2024",
        "9 May",
        "10/11/12",
        "On 9 May 2024 the port opened",
        "The port opened on 9 May 2024",
        "2024-13-01",
        "2023-02-29",
        "1724-05-01",
        "Date: 2024-05-011",
        "Published by Moro",
    ],
)
def test_other_lines_give_no_date(line: str) -> None:
    assert of_line(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Updated 10 May 2024 | Published 9 May 2024", "2024-05-09"),
        ("May 9, 2024 Updated: May 10, 2024", "2024-05-09"),
        ("Published 8 May 2024, 9 May 2024", "2024-05-08"),
    ],
)
def test_first_publication_outdoes_a_later_change(line: str, expected: str) -> None:
    assert of_line(line) == expected


@pytest.mark.parametrize(
    "line",
    ["Published 05/09/2024", "Published 05-09-2024", "Published 3/4/24", "05/09/2024", "Published 05/09/2024 10:14"],
)
def test_a_day_that_may_be_the_month_is_not_guessed(line: str) -> None:
    assert dates_in_line(line)
    assert of_line(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 05/13/2024", "2024-05-13"),
        ("Published 13/05/2024", "2024-05-13"),
        ("Published 13-05-24", "2024-05-13"),
        ("Published 05/05/2024", "2024-05-05"),
        ("Published 12/12/24", "2024-12-12"),
        ("Published 13/13/2024", None),
        ("Published 02/30/2024", None),
        ("Published 0/5/2024", None),
    ],
)
def test_a_number_above_twelve_is_the_day(line: str, expected: str | None) -> None:
    assert of_line(line) == expected


def test_dots_mean_that_the_day_comes_first() -> None:
    assert of_line("Published 05.09.2024") == "2024-09-05"


def test_a_sure_date_counts_beside_an_unsure_one() -> None:
    assert of_line("Published 05/09/2024 | Updated 10 May 2024") == "2024-05-10"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (" date 2024-05-09 An officer spoke.", "An officer spoke."),
        ("5 May 2024 Four ships sank.", "Four ships sank."),
        ("Wed 08 May 2024 Four ships sank.", "Four ships sank."),
        ("8 May 2024 22:33 18 ships sank.", "18 ships sank."),
        ("Date of publication 5 May 2024 “Four ships sank.”", "“Four ships sank.”"),
        ("UPDATED 2024-05-01: the port is open.", "the port is open."),
        ("\n\n2024-05-01\nThe port", "The port"),
        ("Monday, 6 May 2024. All times local.", "All times local."),
    ],
)
def test_a_date_run_into_the_text_ends_where_the_text_begins(text: str, rest: str) -> None:
    dates, end = run_in(text)
    assert len(dates) == 1
    assert text[end:] == rest


@pytest.mark.parametrize(
    "text",
    [
        "5 May 2024 was a dry day.",
        "May 9, 2024, was dry.",
        "The date: 2024-05-01 suits us.",
        "Date: 2024-05-011 The port",
        "2024-05-01th",
        "In May 2024 four ships sank.",
        "",
    ],
)
def test_a_date_that_belongs_to_the_sentence_stays_in_it(text: str) -> None:
    assert run_in(text) == ((), 0)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("SANDA | Friday 6 June 2025", 1),
        ("LIVE Thursday 6 March 2025 | Times in GMT | 9 posts", 1),
        ("Prepared by the Ports Desk | last updated 02/02/2026 18:40 CET", 1),
        ("15.05.2024 14:05   Security", 1),
        ("Sanda, 3 December 2024", 1),
        ("Briefing note, 21 August 2023", 1),
        ("It opened on 3 December 2024", 0),
        ("He met them, and on 3 December 2024 they left", 0),
        ("Port Sanda | Ships", 0),
    ],
)
def test_lines_that_a_date_is_a_part_of(line: str, days: int) -> None:
    assert len(dates_in_parts(line)) == days


@given(ANY_TEXT)
def test_any_text_may_be_asked(text: str) -> None:
    assert run_in(text)[1] <= len(text)
    assert published(dates_in_line(text[:LONGEST_LINE])) is None or any(c.isdigit() for c in text)


@pytest.mark.parametrize("scrap", ["9 ", "May ", "9 May ", "12:", "10:10 ", "2024-", "updated ", " ", "- ", "9/9/"])
def test_any_line_is_scanned_fast(scrap: str) -> None:
    text = (scrap * 100_000)[:100_000]
    began = time.process_time()
    run_in(text)
    dates_in_parts(text)
    dates_in_parts(text[:160])
    dates_in_line(text[:LONGEST_LINE])
    assert time.process_time() - began < 2
