"""Decoding: which bytes are which text, and which are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputRefused
from counterclaim.ingest.decoding import decoded

PORT = "The port of Köln is “open”, the harbour office said.\n"


def refusal(raw: bytes) -> InputRefused:
    """Why bytes are refused."""
    with pytest.raises(InputRefused) as caught:
        decoded(raw, "port.txt")
    return caught.value


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG picture"),
        (b"\x1f\x8b\x08\x00", "gzip archive"),
        (b"{\\rtf1\\ansi The port}", "RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "old office document"),
    ],
)
def test_files_that_are_no_text_are_called_by_their_name(raw: bytes, kind: str) -> None:
    refused = refusal(raw)
    assert refused.reason == "binary file"
    assert f"it is a {kind}" in refused.advice


def test_one_broken_byte_spoils_no_utf_8_text() -> None:
    raw = (PORT * 200).encode("utf-8")
    text = decoded(raw[:5000] + b"\xff" + raw[5000:], "port.txt")
    assert text.count("\ufffd") == 1
    assert text.replace("\ufffd", "") == PORT * 200


def test_one_letter_of_windows_1252_is_no_broken_utf_8() -> None:
    assert decoded(("The port is open. " * 200 + "café").encode("cp1252"), "port.txt").endswith("café")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_letters_of_another_code_page_are_not_read_as_windows_1252(encoding: str) -> None:
    refused = refusal(("Порт открыт с пятницы, и суда могут войти. " * 5).encode(encoding))
    assert refused.reason == "unknown encoding"


def test_a_mark_with_one_broken_byte_far_below_is_read() -> None:
    raw = b"\xef\xbb\xbf" + (PORT * 200).encode("utf-8") + b"\xff"
    assert decoded(raw, "port.txt") == PORT * 200 + "\ufffd"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff"), min_size=1))
def test_utf_8_comes_back_as_it_is(text: str) -> None:
    raw = ("The " + text).encode("utf-8")
    assert decoded(raw, "port.txt") == "The " + text


def outcome(raw: bytes) -> str:
    """The reason of a refusal, or nothing."""
    try:
        decoded(raw, "port.txt")
    except InputRefused as refused:
        return refused.reason
    return ""


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_a_refusal(raw: bytes) -> None:
    assert outcome(raw) in {"", "binary file", "damaged encoding", "unknown encoding"}
