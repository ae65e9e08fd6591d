"""Run-together words: the evidence that a lost space needs."""

import pytest

from counterclaim.text.joined import joined_at
from counterclaim.text.words import standalone


def cut(text: str, elsewhere: str) -> str:
    """The first word of a text, cut if need be; ``elsewhere`` is the rest of the document."""
    end = len(text.split()[0])
    at = joined_at(text, 0, end, standalone(f"{text}\n{elsewhere}"))
    return text[:end] if at is None else f"{text[:at]} {text[at:end]}"


@pytest.mark.parametrize(
    ("text", "elsewhere", "expected"),
    [
        ("Oravastressed that", "Orava left.", "Orava stressed"),
        ("Oraviawas shut", "In Oravia.", "Oravia was"),
        ("Oraviaagainst the", "In Oravia.", "Oravia against"),
        ("Oraviaas well as", "In Oravia.", "Oravia as"),
        ("Oraviain the", "In Oravia.", "Oravia in"),
        ("Oraviain May 2024", "In Oravia.", "Oravia in"),
        ("Oraviaby the", "In Oravia.", "Oravia by"),
        ("Oraviahe said", "In Oravia.", "Oravia he"),
        ("embargoThe minister", "the embargo", "embargo The"),
    ],
)
def test_a_name_that_stands_alone_elsewhere_is_evidence(text: str, elsewhere: str, expected: str) -> None:
    assert cut(text, elsewhere) == expected


@pytest.mark.parametrize(
    ("text", "elsewhere", "expected"),
    [
        ("Tarnwhere ships", "", "Tarn where"),
        ("Tarnwhose ships", "", "Tarn whose"),
        ("harbourwhere ships", "the harbour", "harbour where"),
    ],
)
def test_no_english_word_ends_in_some_words(text: str, elsewhere: str, expected: str) -> None:
    assert cut(text, elsewhere) == expected


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Oraviastressed", ""),
        ("Oraviaas well", ""),
        ("Oraviaas Moro", "In Oravia."),  # a surname may end so
        ("Oraviain Kelm", "In Oravia."),
        ("Oraviaas well", "In Oravia. Oraviaas again."),  # it is written so twice
        ("Martin the", "Mart sells."),
        ("Everywhere they", "Every day."),
        ("elsewhere they", "or else"),
        ("harbourwhere", ""),
        ("Pakistanis say", "Pakistan."),
        ("LinkedIn said", "Linked."),
        ("Oravian troops", "Oravia."),
    ],
)
def test_without_evidence_a_word_stays_whole(text: str, elsewhere: str) -> None:
    assert cut(text, elsewhere) == text.split()[0]
