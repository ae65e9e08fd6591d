"""Sections: headline, body, caption, headlines of other articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.text.sections import section_of_blocks
from tests.strategies import REPORT_LIKE

STORY = "The port of Sanda reopened on Friday."


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["Port reopens", STORY], "title body"),
        (["“Port reopens”", STORY], "title body"),
        (["Will the port reopen?", STORY], "title body"),
        (["Port reopens"], "body"),
        ([STORY, STORY], "body body"),
        (["Port reopens,", STORY], "body body"),
        (["The port reopens. Ships wait", STORY], "body body"),
        (["Port " * 40, STORY], "body body"),
        ([STORY, "Port reopens"], "body body"),
        (["Date: 2024-05-01", "Port reopens", STORY], "body title body"),
        (["Published 01.05.2024", "Port reopens", STORY], "body title body"),
        (["Date: 2024-05-01", "Port reopens"], "body body"),
    ],
)
def test_the_first_block_may_be_a_title(blocks: list[str], expected: str) -> None:
    assert " ".join(section_of_blocks(blocks)) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("Ships off Sanda. (Photo: Harbour Office)", "caption"),
        ("Ships off Sanda (AFP)", "caption"),
        ("Ships off Sanda (L. Moro/Reuters) (File)", "caption"),
        ("Ships off Sanda. Photo by Lena Moro", "caption"),
        ("Photo: ships off Sanda.", "caption"),
        ("FILE - Ships wait off Sanda in May.", "caption"),
        ("Ships off Sanda /AP", "caption"),
        ("(With information from AFP)", "body"),
        ("He held a photo of the port.", "body"),
        ("The crew rested (it was late).", "body"),
        ("The ship had come a long way (from Cape Sanda)", "body"),
        ("The ship had come a long way (from Botswana)", "body"),
        ("The crew rested (perhaps too long)", "body"),
    ],
)
def test_captions_show_a_credit(block: str, expected: str) -> None:
    assert section_of_blocks(["Port reopens", STORY, block])[2] == expected


def test_a_block_that_a_caption_repeats_is_a_caption() -> None:
    blocks = ["Port reopens", "Ships wait off Sanda.", STORY, "Ships  wait off Sanda. (AFP)"]
    assert " ".join(section_of_blocks(blocks)) == "title caption body caption"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            ["Port reopens", STORY, "Read more:", "Fish prices fall", "Port closes"],
            "title body related related related",
        ),
        (["Port reopens", "Also read: Fish prices fall", STORY], "title related body"),
        (["Port reopens", STORY, "Related stories", "Ships off Sanda (AFP)"], "title body related related"),
        (["Port reopens", "He said he would read more books.", STORY], "title body body"),
    ],
)
def test_headlines_of_other_articles(blocks: list[str], expected: str) -> None:
    assert " ".join(section_of_blocks(blocks)) == expected


@given(st.lists(REPORT_LIKE.filter(str.strip), max_size=8))
def test_every_block_has_one_section(blocks: list[str]) -> None:
    assert len(section_of_blocks(blocks)) == len(blocks)
