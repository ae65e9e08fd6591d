"""What a text says of itself."""

import pytest
from hypothesis import given

from counterclaim.text.matter import FrontMatter
from counterclaim.text.sentences import read_page
from tests.strategies import REPORT_LIKE

STORY = "The port of Sanda reopened on Friday. Ships came in.\n\nNobody was hurt, the harbour office said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STORY, FrontMatter()),
        (
            f"Port  reopens\nBy Ada Moro, Associated Press\nMay 9, 2024\n\nSANDA, Oravia (AP) — {STORY}",
            FrontMatter("Port reopens", "Ada Moro", "SANDA, Oravia", "2024-05-09", None, ("AP",)),
        ),
        (f"date 2024-05-09 {STORY}", FrontMatter(published="2024-05-09")),
        (f"Port reopens\n\n(CNN) — {STORY}", FrontMatter("Port reopens", outlet="CNN")),
        (
            f"KYIV, May 9, 2024 (Ukrinform) – {STORY}",
            FrontMatter(None, None, "KYIV", "2024-05-09", None, ("Ukrinform",)),
        ),
        (f"KYIV, May 9 (Ukrinform) – {STORY}", FrontMatter(dateline="KYIV", credits=("Ukrinform",))),
        (f"{STORY}\n\n(With information from EFE and Europa Press)", FrontMatter(credits=("EFE", "Europa Press"))),
        (f"{STORY} It was shut. (AFP)", FrontMatter(credits=("AFP",))),
        (f"{STORY}\n\n(Published 9 May 2024)", FrontMatter(published="2024-05-09")),
        (f"{STORY}\n\n© 2024 Sanda Gazette", FrontMatter(outlet="Sanda Gazette")),
        (
            f"{STORY}\n\nReporting by Ada Moro; Editing by Bo Tarn",
            FrontMatter(byline="Ada Moro"),
        ),
        (
            f"Sanda Gazette\nSANDA | Friday 10 May 2024\n\nPort reopens\n\n{STORY}",
            FrontMatter("Port reopens", published="2024-05-10"),
        ),
        (
            f"Ministry of Ports\nSanda, 10 May 2024\n\nPort reopens\n\n{STORY}",
            FrontMatter("Port reopens", published="2024-05-10"),
        ),
        (
            f"Port reopens\n\nMonday, 6 May 2024. All times local.\n\n{STORY}",
            FrontMatter("Port reopens", published="2024-05-06"),
        ),
        (f"{STORY}\n\n6 May 2024 14:12 GMT", FrontMatter(published="2024-05-06")),
        (
            f"{STORY}\n\nCopyright 2024 The Associated Press. All rights reserved.",
            FrontMatter(credits=("Associated Press",)),
        ),
        (f"EXCLUSIVE: Port reopens\n\n{STORY}", FrontMatter("Port reopens")),
    ],
)
def test_front_matter(text: str, expected: FrontMatter) -> None:
    assert read_page(text).front == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY} It opened on 9 May 2024.",
        f"{STORY}\n\nShips off Sanda, 9 May 2024. (AFP)",
        f"{STORY}\n\nMost read\n\nFish prices fall\n\nMay 9, 2024\n\nSource: AFP",
        STORY + "\n\nIt rained." * 200 + "\n\nMay 9, 2024\n\nIt rained.\n\nIt rained.",
    ],
)
def test_neither_sentences_nor_captions_nor_other_articles_date_or_credit_a_text(text: str) -> None:
    front = read_page(text).front
    assert (front.published, front.credits) == (None, ())


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Published 05/09/2024\n\nSANDA (AP) —", None),
        ("Published 05/09/2024\n\nSANDA (AFP) —", None),
        ("Published 05/13/2024\n\nSANDA (AFP) —", "2024-05-13"),
        ("Published 05/09/2024\n\nUpdated 10 May 2024\n\nSANDA (AFP) —", "2024-05-10"),
        ("Published 05/09/2024\n\nSANDA, May 9, 2024 (AFP) —", "2024-05-09"),
    ],
)
def test_an_unsure_date_is_never_guessed_and_a_sure_one_beside_it_counts(head: str, expected: str | None) -> None:
    assert read_page(f"{head} {STORY}").front.published == expected


@given(REPORT_LIKE)
def test_any_report_says_something_or_nothing(text: str) -> None:
    front = read_page(text).front
    assert front.title is None or front.title.strip() == front.title != ""
