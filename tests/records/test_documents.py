"""Documents: their id is their content."""

import hashlib
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given

from counterclaim.records import Document, digest
from tests.strategies import ANY_TEXT

PORT = Document("port.txt", "The port is open.", digest("The port is open."))


def test_the_id_is_the_beginning_of_the_digest() -> None:
    assert PORT.id == "d:" + hashlib.sha256(b"The port is open.").hexdigest()[:16]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (replace(PORT, path="elsewhere/port.txt"), True),
        (replace(PORT, title="Port reopens", published="2024-05-01"), True),
        (replace(PORT, sha256=digest("The port is open!")), False),
    ],
)
def test_the_same_text_is_the_same_document_wherever_it_was_found(other: Document, same: bool) -> None:
    assert (other.id == PORT.id) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("port", "port "),
        ("port", "Port"),
        ("port\n", "port\r\n"),
        ("é", "e\u0301"),
        ("\ud800", "\ufffd"),
        ("port \ud800", "port \udc00"),
    ],
)
def test_texts_that_differ_in_one_character_have_different_digests(one: str, other: str) -> None:
    assert digest(one) != digest(other)


@given(ANY_TEXT)
def test_any_text_has_a_digest(text: str) -> None:
    assert digest(text) == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_a_document_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        PORT.text = "The port is shut."  # type: ignore[misc]
