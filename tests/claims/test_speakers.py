"""Who can speak, and the words for a speaker before a cue. The texts were written for these tests."""

import pytest

from counterclaim.claims.speakers import can_speak, run_before
from tests.claims.parsed import clauses_of


@pytest.mark.parametrize(
    ("text", "word", "speaks"),
    [
        ("The mayor left Holm.", "mayor", True),
        ("The survey names nine ports.", "survey", True),
        ("The Observatory counted the dead.", "Observatory", True),
        ("They left Holm.", "They", True),
        ("Residents left Holm.", "Residents", True),
        ("The delivery reached Holm.", "delivery", False),
        ("The hypocrisy hit Holm.", "hypocrisy", False),
        ("The crisis hit Holm.", "crisis", False),
        ("The rifles hit Holm.", "rifles", False),
        ("32 were hit.", "32", False),
    ],
)
def test_who_can_speak(text: str, word: str, speaks: bool) -> None:
    [clause] = clauses_of(text)
    assert can_speak(clause, clause.words.index(word)) is speaks


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Nine fishermen were killed harbour director Anna Berg told Reuters", "harbour director Anna Berg"),
        ("Nine were arrested after the collapse of the trial government spokeswoman Anna Berg told Reuters",
         "government spokeswoman Anna Berg"),
        ("Nine were killed near Holm Norwegian Foreign Secretary Ole Dahl said",
         "Norwegian Foreign Secretary Ole Dahl"),
        ("Nine were killed state news agency SANA said", "state news agency SANA"),
        ("Nine were killed in the port a local police officer said", "a local police officer"),
        ("Nine were killed in the port the Norwegian Institute for Safe Seas said",
         "the Norwegian Institute for Safe Seas"),
        ("Nine were killed in the port he said", "he"),
    ],
)  # fmt: skip
def test_the_words_for_a_speaker_before_a_cue(text: str, run: str) -> None:
    [clause] = clauses_of(text)
    cue = max(i for i, w in enumerate(clause.words) if w in {"said", "told"})
    found = run_before(clause, cue)
    assert found is not None
    assert " ".join(clause.words[i] for i in found) == run


def test_no_speaker_before_a_word_that_is_none() -> None:
    [clause] = clauses_of("Nine were killed in May and the report says so")
    assert run_before(clause, 3) is None
