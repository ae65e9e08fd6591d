"""Markup: whatever stands in a text or an attribute comes back as that text, and nothing more."""

import unicodedata

import pytest
from hypothesis import given

from counterclaim.exports.markup import Html, joined, shown, tag
from tests.exports.samples import Page
from tests.strategies import ANY_TEXT


def test_text_is_escaped_and_markup_is_not() -> None:
    made = tag("p", "1 < 2 & ", tag("b", "3 > 2"), class_="a", data_x="\"'", hidden=True, id=None)
    assert made == '<p class="a" data-x="&quot;&#x27;" hidden>1 &lt; 2 &amp; <b>3 &gt; 2</b></p>'


def test_a_part_that_is_nothing_is_left_out() -> None:
    assert tag("p", None, "", "a") == "<p>a</p>"
    assert joined(["<", Html("<br>"), None]) == "&lt;<br>"


def test_elements_without_content_have_no_end() -> None:
    assert tag("meta", name_="referrer", content="no-referrer") == '<meta name="referrer" content="no-referrer">'


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain “text” 坦克 🚢 é", "plain “text” 坦克 🚢 é"),
        ("a\r\nb\rc\nd\te", "a \nb\nc\nd\te"),
        ("\u202eskna", "\ufffdskna"),
        ("\x00\x1b[31m\x7f\x9b", "\ufffd\ufffd[31m\ufffd\ufffd"),
        ("\ud800\udfff", "\ufffd\ufffd"),
        ("\u200b\u2066\ufeff\U000e0041", "\ufffd" * 4),
        ("\ue000\uffff", "\ufffd\ufffd"),
        ("می\u200cخواهم 👨\u200d👩 weap\u00adons", "می\u200cخواهم 👨\u200d👩 weap\u00adons"),
        ("a\u2028b\u00a0c", "a\u2028b\u00a0c"),
        ("page\x0cpage\x85line", "page\npage\nline"),
    ],
)
def test_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(ANY_TEXT)
def test_what_is_shown_has_the_same_length_and_hides_nothing(text: str) -> None:
    seen = shown(text)
    assert len(seen) == len(text)
    assert shown(seen) == seen
    kept = {"\n", "\t", "\u200c", "\u200d", "\u00ad"}
    assert all(c in kept or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} for c in seen)
    seen.encode("utf-8")


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_comes_back_from_a_parser(text: str, value: str) -> None:
    [element] = Page(tag("p", text, title=value or "x")).elements
    assert (element.text, element.attributes) == (shown(text), {"title": shown(value or "x")})
