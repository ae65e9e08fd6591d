"""Where a headline that is glued to its text ends."""

import pytest

from counterclaim.text.openings import body_behind, body_start, ends_sentence, own_end, stems, told_again, words_of


def started(head: str) -> str | None:
    """The three words with which the text begins, or None."""
    words = words_of(head)
    i = body_start(words)
    return None if i is None else " ".join(word.form for word in words[i : i + 3])


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Raids kill four at Sanda port At least four people were killed in raids on the port", "At least four"),
        ("Bomb kills four in Sanda The death toll of a bomb in the town of Sanda has reached four", "The death toll"),
        ("Guards seize ship off Sanda Two guards were seen on a ship that was seized near Sanda", "Two guards were"),
        ("Bomb kills four in Sanda. The death toll of a bomb in the town of Sanda has reached four", None),
        ("Bomb kills four in Sanda The price of bread in the towns of the north went up last year", None),
        ("Guards who killed four in Sanda told The Sanda Post they had killed four in the town", None),
        ("Raids kill Four Ships Squadron men near Sanda port after raids that were seen there", None),
    ],
)
def test_a_text_begins_where_it_says_again_what_its_headline_says(head: str, expected: str | None) -> None:
    assert started(head) == expected


def test_the_endings_of_words_do_not_hide_that_they_are_the_same() -> None:
    assert stems(words_of("kills strikes attacked")) == stems(words_of("killing striking attack"))


@pytest.mark.parametrize(("word", "ends"), [("port.", True), ("hurt!”", True), ("U.S.", False), ("Gen.", False)])
def test_abbreviations_end_no_sentence(word: str, ends: bool) -> None:
    assert ends_sentence(words_of(word)[0]) is ends


def test_a_first_sentence_with_names_is_no_headline() -> None:
    headline = words_of("Oravian Guards Seize Tamrian Vessel. The ship was taken to port by guards who came on board.")
    sentence = words_of("Oravian Minister Jane Doe Tamri was in Sanda. The ship was taken to port by guards on board.")
    assert (own_end(headline), own_end(sentence)) == (5, None)


def test_a_text_behind_other_headlines_is_the_last_that_fits() -> None:
    words = words_of("Nine boats lost off Velk A bomb killed four people in the fish market of a town on Monday")
    i = body_behind(words, stems(words_of("Bomb kills four in market")))
    assert i is not None
    assert words[i].form == "A"


def test_names_that_come_back_are_no_sentence_told_again() -> None:
    text = "Tamrian Red Cross and Sanda Guards met. Ships came for the Tamrian Red Cross and Sanda Guards met them."
    assert told_again(text) == []
