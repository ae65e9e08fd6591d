"""Date lines and tool bars glued to a text."""

import pytest

from counterclaim.text.bars import agency_at, bar_at, runs_at


@pytest.mark.parametrize(
    ("head", "bar"),
    [
        ("Get short URL 0 87 Four ships", "Get short URL 0 87 "),
        ("Get short URL 0 85 12 ships sank", "Get short URL 0 85 "),
        ("Views 458 Four ships", "Views 458 "),
        ("Print Tweet Share Comments (3) Four ships", "Print Tweet Share Comments (3) "),
        ("Share this article Four ships", "Share this article "),
        ("Print media are free", ""),
        ("Share prices fell", ""),
        ("Views of the port", ""),
        ("Facebook Twitter and others", ""),
    ],
)
def test_a_tool_bar_is_known_by_its_words(head: str, bar: str) -> None:
    part = bar_at(head, 0)
    assert head[: part.end].rstrip() == bar.rstrip() if part else bar == ""


@pytest.mark.parametrize(
    ("head", "agency"),
    [("AFP Friday", "AFP"), ("Associated Press Friday", "Associated Press"), ("Afp Friday", ""), ("The port", "")],
)
def test_an_agency_is_known_by_the_table_of_outlets(head: str, agency: str) -> None:
    assert agency_at(head, 0)[0] == agency


def test_an_agency_without_a_date_is_no_date_line() -> None:
    assert list(runs_at("AFP has seen four ships", 0)) == []


def test_date_line_and_tool_bar_follow_each_other() -> None:
    head = "AFP Friday 22 Jul 2016 Print Tweet Views 14 Four ships"
    assert [head[: part.end].rstrip() for part in runs_at(head, 0)] == [
        "AFP Friday 22 Jul 2016",
        "AFP Friday 22 Jul 2016 Print Tweet Views 14",
    ]
