"""JSON that can be written as UTF-8 and shown by a terminal means what it meant."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.exports.json_text import escaped


@pytest.mark.parametrize("odd", ["\x7f", "\x9b5m", "\x85", "\u2028", "\u202e", "\u2066", "\udc80"])
def test_what_a_terminal_obeys_is_escaped(odd: str) -> None:
    text = escaped(json.dumps({"a": odd}, ensure_ascii=False))
    assert odd[0] not in text
    assert json.loads(text) == {"a": odd}


def test_other_letters_stay_as_they_are() -> None:
    assert escaped('{"a": "Türkiye, Київ, \u200c, 😀"}') == '{"a": "Türkiye, Київ, \u200c, 😀"}'


@given(st.text())
def test_it_means_the_same_and_is_utf_8(text: str) -> None:
    written = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(written.encode("utf-8")) == text
