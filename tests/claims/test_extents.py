"""Whole phrases of attributions. The texts were written for these tests."""

import pytest

from counterclaim.claims.extents import content_words, cue_words, source_words
from tests.claims.parsed import attributed


def phrases(text: str) -> tuple[str, str, str]:
    clause, found = attributed(text)[0]
    marked = (f(clause, found[0]) for f in (source_words, cue_words, content_words))
    source, cue, content = (" ".join(clause.words[i] for i in sorted(words)) for words in marked)
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg, the minister of trade, has not said that Norway sold tanks.",
         ("Anna Berg , the minister of trade ,", "has not said", "that Norway sold tanks")),
        ("The envoy, who said that the port was closed, left.", ("who", "said", "that the port was closed")),
        ("Norway sold the tanks, according to the old port authority.",
         ("the old port authority", "according to", "Norway sold the tanks")),
        ("The army has called for the delivery of tanks.", ("The army", "has called for", "the delivery of tanks")),
    ],
)  # fmt: skip
def test_source_cue_and_content_as_corpora_mark_them(text: str, expected: tuple[str, str, str]) -> None:
    assert phrases(text) == expected
