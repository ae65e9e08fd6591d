"""Which words the index takes for which."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.registers.index_vocabulary import Sorted, Vocabulary, Word, text_hash


def word(form: str, main: str = "", key: str = "", loose: str = "", *, bare: bool = False) -> Word:
    return Word(form, main or form, key, loose, bare)


def vocabulary(*listed: Word) -> Vocabulary:
    found = Vocabulary()
    for one in listed:
        found.add(one)
    return found


@pytest.mark.parametrize(
    ("asked", "listed", "closeness"),
    [
        (word("petrov"), word("petrov"), 1.0),
        (word("mohammed", "muhammad"), word("mohamad", "muhammad"), 1.0),  # one family of spellings
        (word("qasim", key="ksm"), word("kassem", key="ksm"), 0.85),  # the same sounds
        (word("mhmd", loose="md", bare=True), word("muhammad", loose="md"), 0.85),  # a script without vowels
        (word("petorv"), word("petrov"), 0.8),  # two letters swapped
        (word("petrv"), word("petrov"), 0.8),  # one left out
        (word("petrosv"), word("petrov"), 0.8),  # one put in
        (word("pedrov"), word("petrov"), 0.8),  # one exchanged
        (word("abdulrahman"), word("abdurahmaan"), 0.6),  # one left out and one put in, in a long word
    ],
)
def test_words_that_could_be_meant(asked: Word, listed: Word, closeness: float) -> None:
    assert vocabulary(word("other"), listed).like(asked) == ((1, closeness),)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        (word("ali"), word("adi")),  # too short for a slip
        (word("2400"), word("2401")),  # numbers must agree
        (word("brig55"), word("brig65")),
        (word("petrov"), word("pavlov")),
        (word("li", key="l"), word("lou", key="l")),  # one sound is no key
        (word("md", loose="md"), word("muhammad", loose="md")),  # neither is from a script without vowels
    ],
)
def test_words_that_are_others(asked: Word, listed: Word) -> None:
    assert vocabulary(listed).like(asked) == ()


def test_a_word_has_one_number() -> None:
    found = vocabulary(word("one"), word("two"), word("one"))
    assert (len(found), found.number("two"), found.number("three")) == (2, 1, None)


def test_a_vocabulary_in_use_takes_no_more() -> None:
    found = vocabulary(word("one"))
    found.freeze()
    with pytest.raises(RuntimeError, match="in use"):
        found.add(word("two"))


@given(st.lists(st.text(alphabet="abcde", min_size=4, max_size=9), min_size=1, max_size=20), st.data())
def test_a_word_with_a_letter_left_out_is_found_again(forms: list[str], data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(forms))
    place = data.draw(st.integers(0, len(form) - 1))
    found = vocabulary(*map(word, forms))
    assert found.number(form) in dict(found.like(word(form)))
    if len(form) > 4:
        assert found.number(form) in dict(found.like(word(form[:place] + form[place + 1 :])))


@given(
    st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1)), max_size=30), st.integers(0, 2**32 - 1)
)
def test_numbers_under_hashes(pairs: list[tuple[int, int]], other: int) -> None:
    kept = Sorted(array("I", [h for h, _ in pairs]), array("I", [n for _, n in pairs]))
    for asked in [*(h for h, _ in pairs), other]:
        assert kept.find([asked]) == {n for h, n in pairs if h == asked}


def test_hashes_are_the_same_everywhere() -> None:
    assert text_hash("petrov") == 0x3197CCB
    assert text_hash("\ud800") != text_hash("\udfff")
