"""Lemmas, stems and the tables of words of events."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.alignment.mention_words import event_words, lemma, stem

KNOWN = frozenset("file fail plan plane acquire check rob add call create release hop hope".split())


@pytest.mark.parametrize(
    ("form", "upos", "expected"),
    [
        ("filed", "VERB", "file"),
        ("failed", "VERB", "fail"),
        ("planned", "VERB", "plan"),
        ("robbed", "VERB", "rob"),
        ("added", "VERB", "add"),
        ("calling", "VERB", "call"),
        ("hoping", "VERB", "hope"),
        ("acquiring", "VERB", "acquire"),
        ("checks", "VERB", "check"),
        ("carried", "VERB", "carry"),
        ("died", "VERB", "die"),
        ("dying", "VERB", "die"),
        ("sued", "VERB", "sue"),
        ("Sold", "VERB", "sell"),
        ("injuries", "NOUN", "injury"),
        ("clashes", "NOUN", "clash"),
        ("crisis", "NOUN", "crisis"),
        ("men", "NOUN", "man"),
        ("violent", "ADJ", "violent"),
    ],
)
def test_lemma(form: str, upos: str, expected: str) -> None:
    assert lemma(form, upos, KNOWN) == expected


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("acquire", "acquisition"),
        ("injure", "injury"),
        ("announce", "announcement"),
        ("operate", "operation"),
        ("investigate", "investigation"),
        ("arraign", "arraignment"),
        ("die", "death"),
        ("sell", "sale"),
        ("arrest", "arrests"),
    ],
)
def test_a_verb_and_its_noun_have_one_stem(verb: str, noun: str) -> None:
    assert stem(verb) == stem(noun)


@pytest.mark.parametrize(("one", "other"), [("sell", "seal"), ("resign", "reside"), ("fire", "file"), ("hire", "hide")])
def test_words_that_are_not_akin_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_synonyms_meet_in_a_row_and_a_verb_with_its_particle_is_a_word() -> None:
    words = event_words()
    assert words.synonyms_of("quake") & words.synonyms_of("tremor")
    assert words.synonyms_of("step down") & words.synonyms_of("resignation")
    assert not words.synonyms_of("step") & words.synonyms_of("resignation")
    assert not words.synonyms_of("marry") & words.synonyms_of("resign")


def test_frames_of_the_lexicon_are_kinds() -> None:
    assert "transfer/delivery" in event_words().kinds_of("supply")


@given(st.text(max_size=60), st.sampled_from(["VERB", "NOUN", "ADJ", "X"]))
def test_any_word_has_a_lemma_and_a_stem(word: str, upos: str) -> None:
    assert len(lemma(word, upos, KNOWN)) <= 42
    assert stem(word) == stem(word.lower())
