"""Furniture of a page: buttons, notices, labels, and where headlines of other articles begin."""

import time

import pytest
from hypothesis import given

from counterclaim.text.furniture import (
    is_furniture,
    is_label,
    is_masthead,
    is_related_line,
    is_trail,
    may_interrupt,
    opens_related,
)
from tests.strategies import ANY_TEXT


@pytest.mark.parametrize(
    "block",
    [
        "Share on Facebook",
        "Share | Tweet | Email | Print",
        "Facebook Twitter WhatsApp",
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Subscribe to our newsletter",
        "Sign up for the Sanda Briefing",
        "Follow us on Telegram",
        "Follow Sanda Gazette on WhatsApp",
        "Copyright © 2024 Sanda Gazette",
        "© 2024 Sanda Gazette. All rights reserved.",
        "We use cookies to improve your visit.",
        "2 min read",
        "Tags: Sanda, ports, Oravia",
        "3 hours ago",
        "Comments (12)",
        "Photo",
        "Terms of use | Privacy",
        "Listen to this article 4:05",
        "Skip to main content",
    ],
)
def test_furniture(block: str) -> None:
    assert is_furniture(block)


@pytest.mark.parametrize(
    "block",
    [
        "Share prices in Oravia fall",
        "Post office in Sanda reopens",
        "Print works burn",
        "Support for Oravia falls",
        "Register of ships is published",
        "The advertisement was withdrawn.",
        "Live rounds were fired at the port.",
        "Videos show the port on fire",
        "He said the ministry would sign up for it.",
        "12 minutes passed",
        "",
    ],
)
def test_what_is_no_furniture(block: str) -> None:
    assert not is_furniture(block)


@pytest.mark.parametrize(
    ("block", "interrupts"),
    [
        ("Keep reading:", False),
        ("RELATED STORIES", False),
        ("Most popular", False),
        ("Recommended for you", False),
        ("Also read", True),
        ("Read more:", True),
        ("► Read next", True),
        ("More on this story", True),
        ("More from the Sanda Gazette:", True),
    ],
)
def test_headings_over_other_headlines(block: str, interrupts: bool) -> None:
    assert opens_related(block)
    assert may_interrupt(block) is interrupts


@pytest.mark.parametrize(
    "block", ["He would read more.", "Related parties met in Sanda", "Read more books, they said", ""]
)
def test_what_is_no_such_heading(block: str) -> None:
    assert not opens_related(block)


@pytest.mark.parametrize(
    ("block", "related"),
    [
        ("Also read: Fish prices fall", True),
        ("READ MORE | Fish prices fall", True),
        ("See also – Fish prices fall", True),
        ("Watch: Fish prices fall", True),
        ("Read more about fish prices", False),
        ("Related deaths: four", False),
    ],
)
def test_lines_that_hold_another_headline(block: str, related: bool) -> None:
    assert is_related_line(block) is related


@pytest.mark.parametrize(
    ("block", "label", "trail"),
    [
        ("World | Africa", True, True),
        ("News", True, False),
        ("Opinion", True, False),
        ("Opinion | Open it", False, True),
        ("Home > Ports > Sanda", False, True),
        ("Ports / Sanda", False, True),
        ("Port reopens", False, False),
        ("World leaders meet", False, False),
    ],
)
def test_labels(block: str, label: bool, trail: bool) -> None:
    assert (is_label(block), is_trail(block)) == (label, trail)


@pytest.mark.parametrize(
    ("block", "masthead"),
    [
        ("The Sanda Gazette", True),
        ("PORT AND HARBOUR MONTHLY", True),
        ("Ministry of Ports", True),
        ("Directorate of Media and Ports", True),
        ("Ministry of Ports opens a quay", False),
        ("Port reopens after strike", False),
        ("Fish prices fall today", False),
    ],
)
def test_names_of_publications_and_offices(block: str, masthead: bool) -> None:
    assert is_masthead(block) is masthead


def ask_all(block: str) -> None:
    """Every rule reads the block."""
    for rule in (is_furniture, is_label, is_masthead, is_related_line, is_trail, may_interrupt, opens_related):
        assert rule(block) in {True, False}


@given(ANY_TEXT)
def test_any_text_may_be_asked(text: str) -> None:
    ask_all(text)


@pytest.mark.parametrize("scrap", ["share ", "post ", "x", "a b ", "| ", "news | ", "news ", "> ", " ", "read more "])
@pytest.mark.parametrize("length", [60, 120, 300, 100_000])
def test_blocks_of_any_length_are_asked_fast(scrap: str, length: int) -> None:
    block = (scrap * length)[: length - 1] + "!"
    began = time.process_time()
    ask_all(block)
    assert time.process_time() - began < 1
