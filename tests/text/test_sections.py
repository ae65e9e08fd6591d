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
        (["Date: 2024-05-01", "Port reopens", STORY], "front title body"),
        (["Published 01.05.2024", "Port reopens", STORY], "front title body"),
        (["Date: 2024-05-01", "Port reopens"], "front body"),
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
        ("Ships off Sanda [Photo: Harbour Office]", "caption"),
        ("[Photo: Lena Moro]", "caption"),
        ("A man walks past ships off Sanda, May 3, 2024. REUTERS/Lena Moro", "caption"),
        ("Ships off Sanda. AP Photo/Lena Moro", "caption"),
        ("Ships off Sanda | Reuters", "caption"),
        ("FILE PHOTO: Ships off Sanda", "caption"),
        ("Image: Harbour Office", "caption"),
        ("Ships off Sanda (Photo by Lena Moro via Getty Images)", "caption"),
        ("In this photo released by the Harbour Office, ships wait off Sanda.", "caption"),
        ("SANDA, May 9. /TASS/. Ships wait.", "body"),
        ("(With information from AFP)", "front"),
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


LONG = "The port of Sanda was shut for three weeks, and the ships that waited off the coast may now come in."


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["Port reopens", STORY, "Read more:", "Fish prices fall", LONG, LONG], "title body related related body body"),
        (["Port reopens", STORY, "Read more:", "Fish prices fall", LONG], "title body related related related"),
        (["Port reopens", STORY, "Most read", "Fish prices fall", LONG, LONG], "title body" + " related" * 4),
        (["Port reopens", STORY, "Read more:", "Fish prices fall", "2 min read"], "title body related related front"),
    ],
)
def test_an_article_may_go_on_after_other_headlines(blocks: list[str], expected: str) -> None:
    assert " ".join(section_of_blocks(blocks)) == expected


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["World | Africa", "Port reopens", STORY], "front title body"),
        (["Home / Ports / Sanda", "Port reopens", STORY], "front title body"),
        (["Opinion", "Port reopens", STORY], "front title body"),
        (["Port reopens | Sanda Gazette", STORY], "title body"),
        (["Port reopens", "By Ada Moro", "May 9, 2024", STORY], "title front front body"),
        (["By Ada Moro", "Port reopens", STORY], "front title body"),
        (["Port reopens after long strike", "Ada Moro in Nairobi", STORY], "title front body"),
        (["Port Reopens After Long Strike", "Fighting Resumes in Nairobi", STORY], "title body body"),
        (["Port reopens", "Ada Moro", "9 May 2024", STORY], "title front front body"),
        (["Port reopens", "Ada Moro", STORY], "title body body"),
        (["Port reopens", "Share on Facebook", "Advertisement", STORY], "title front front body"),
        (["Port reopens", "PORT REOPENS!", STORY], "title front body"),
        (["Port reopens", STORY, "Source: AFP"], "title body front"),
        (["Port reopens", STORY, "© 2024 Sanda Gazette"], "title body front"),
    ],
)
def test_front_matter(blocks: list[str], expected: str) -> None:
    assert " ".join(section_of_blocks(blocks)) == expected


def test_captions_printed_twice_need_no_credit() -> None:
    blocks = ["Port reopens", "Ships wait off the port of Sanda", STORY, "Ships wait off the port of Sanda", LONG]
    assert " ".join(section_of_blocks(blocks)) == "title caption body caption body"


def test_the_credit_of_a_whole_text_makes_no_caption_of_its_last_paragraph() -> None:
    assert section_of_blocks(["Port reopens", STORY, "The port is open. Ships come in. (AFP)"])[2] == "body"


@given(st.lists(REPORT_LIKE.filter(str.strip), max_size=8))
def test_every_block_has_one_section(blocks: list[str]) -> None:
    assert len(section_of_blocks(blocks)) == len(blocks)
