"""Whom a sanction claim names: in its own phrase, in the list that follows, and nobody who only stands near."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Span
from counterclaim.registers.check_sentences import following, sentence_around
from counterclaim.registers.check_targets import Named, Targets
from tests.registers.told_sanctions import claim, entities, ledger, report
from tests.strategies import ANY_TEXT

PEOPLE = dict.fromkeys(("Ada Brun", "Ole Rask", "Per Lund", "Mia Holt"), "PER")
NAMES = PEOPLE | {"Canada": "GPE", "Ukraine": "GPE", "Kolmar": "GPE", "Sagebrush": "ORG", "Sagebrush Optics": "ORG"}


def named_in(text: str, phrase: str, evidence: str | None = None) -> tuple[Named, ...]:
    document = report(text)
    told = claim(
        document, "sanction/impose", evidence or phrase, {"imposer": ["Canada"], "target": [phrase]}, names=NAMES
    )
    longest = {n: t for n, t in NAMES.items() if not any(n != m and n in m and m in text for m in NAMES)}
    return Targets.of(ledger([document], entities(document, longest), [told]), [told]).named(told)


# the report; the phrase in the target's role; who is named
TARGETS = [
    ("Canada sanctioned Ada Brun on Monday.", "Ada Brun", ["Ada Brun"]),
    (
        "Canada sanctioned Ada Brun, Ole Rask and the company Sagebrush.",
        "Ada Brun",
        ["Ada Brun", "Ole Rask", "Sagebrush"],
    ),
    (
        "Canada sanctioned nine people, the company Sagebrush “which makes sights for Ukraine”, and the prison Kolmar.",
        "nine people",
        ["Sagebrush", "Kolmar"],
    ),
    (
        "Among those are four guards whom Canada identified as Ada Brun, Ole Rask, and Per Lund.",
        "those",
        ["Ada Brun", "Ole Rask", "Per Lund"],
    ),
    (
        "Canada listed three officers: General Ada Brun; Ole Rask; and Per Lund.",
        "three officers",
        ["Ada Brun", "Ole Rask", "Per Lund"],
    ),
    ("Canada sanctioned Ada Brun, the head of Kolmar prison, and Ole Rask.", "Ada Brun", ["Ada Brun", "Ole Rask"]),
    (
        "Canada sanctioned three officers on Monday. They are Ada Brun of the Kolmar police, Ole Rask and Per Lund.",
        "three officers",
        ["Ada Brun", "Ole Rask", "Per Lund"],
    ),
    ("Canada sanctioned the guards who arrested Mia Holt in Kolmar.", "the guards", []),
    ("Canada sanctioned a Sagebrush officer, Ada Brun.", "a Sagebrush officer, Ada Brun", ["Ada Brun"]),
    ("Canada sanctioned two Kolmar-based traders.", "two Kolmar-based traders", []),
    ("Canada sanctioned the Kolmar prison.", "the Kolmar prison", ["Kolmar"]),
    ("Canada sanctioned the directors of Sagebrush.", "the directors of Sagebrush", []),
    ("Canada sanctioned Ada Brun, who told Ole Rask of it.", "Ada Brun", ["Ada Brun"]),
    ("Canada sanctioned Ada Brun, and Ole Rask condemned the whole move.", "Ada Brun", ["Ada Brun"]),
    ("Canada sanctioned Ada Brun. Ole Rask flew home.", "Ada Brun", ["Ada Brun"]),
    ("Canada sanctioned several firms. They are drones that Ole Rask sold.", "several firms", []),
    ("Canada sanctioned some firms as well as Ukraine.", "some firms", []),
    ("Canada sanctioned some firms and Kolmar.", "some firms", []),  # a town is no entry
    ("Canada sanctioned Ada Brun, Canada said.", "Ada Brun", ["Ada Brun"]),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), TARGETS)
def test_named_targets(text: str, phrase: str, expected: list[str]) -> None:
    assert [name.text for name in named_in(text, phrase)] == expected


def test_words_beside_a_mention_may_belong_to_its_name() -> None:
    (name,) = named_in("Canada hit the company Sagebrush optics“a maker of sights”.", "the company Sagebrush")
    assert name.spellings[0] == "Sagebrush"
    assert {"Sagebrush optics", "company Sagebrush optics"} <= set(name.spellings)


def test_a_target_that_a_phrase_stands_for_counts_by_its_entity() -> None:
    document = report("Sagebrush made sights. Canada sanctioned Sagebrush too.")
    told = claim(document, "sanction/impose", "Canada", {"imposer": ["Canada"], "target": ["Sagebrush"]}, names=NAMES)
    found = Targets.of(ledger([document], entities(document, {"Sagebrush": "ORG"}), [told]), [told]).named(told)
    assert [name.entity for name in found] == ["e:sagebrush"]


def test_names_behind_the_sentence_are_near() -> None:
    document = report("Canada imposed sanctions. Ada Brun is angry. So is Ole Rask. Per Lund is not.")
    told = claim(document, "sanction/impose", "sanctions", {"imposer": ["Canada"]}, names=NAMES)
    found = Targets.of(ledger([document], entities(document, PEOPLE), [told]), [told]).near(told)
    assert [name.text for name in found] == ["Ada Brun", "Ole Rask"]
    assert all(name.near for name in found)


# the report; a word; its sentence
SENTENCES = [
    ("One. Two three. Four.", "three", "Two three."),
    ("Gen. Ada Brun of Sagebrush Co. Ltd. was hit. Next.", "hit", "Gen. Ada Brun of Sagebrush Co. Ltd. was hit."),
    ("“It is so.” He left. End.", "left", "He left."),
    ("A headline without stop\n\nThe text here. More.", "text", "The text here."),
    ("So it was.”Then came more. End.", "came", "Then came more."),
    ("The J. K. Holt prison in the U.S. state. End.", "prison", "The J. K. Holt prison in the U.S. state."),
]


@pytest.mark.parametrize(("text", "word", "sentence"), SENTENCES)
def test_sentence_around(text: str, word: str, sentence: str) -> None:
    at = text.index(word)
    assert sentence_around(text, Span(at, at + len(word))).of(text).strip() == sentence


@given(ANY_TEXT, st.integers(0, 200), st.integers(0, 200))
def test_a_sentence_covers_its_span_and_what_follows_begins_behind_it(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    sentence = sentence_around(text, Span(start, end))
    assert 0 <= sentence.start <= start <= end <= sentence.end <= len(text)
    after = following(text, sentence, 2)
    assert sentence.end == after.start <= after.end <= len(text)
