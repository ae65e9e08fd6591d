"""Word pieces: the same as those of the `tokenizers` package, which the encoder was trained with."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import BertWordPieceTokenizer

from counterclaim.language.model import FOLDER
from counterclaim.language.wordpiece import WordPiece
from training.sentences_io import read_sentences

VOCABULARY = FOLDER / "vocab.txt"
OURS = WordPiece.load(VOCABULARY)
THEIRS = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True, strip_accents=True)
NAMES = VOCABULARY.read_text(encoding="utf-8").split("\n")


def theirs(word: str) -> tuple[int, ...]:
    """What the reference makes of a word; nothing at all is unknown here."""
    return tuple(THEIRS.encode(word, add_special_tokens=False).ids) or (OURS.unk,)


def settled(char: str) -> bool:
    """Whether a character is the same in every version of Unicode since 3.2: the two sides know different versions."""
    return unicodedata.ucd_3_2_0.category(char) == unicodedata.category(char) != "Cs"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("embargo", "em ##bar ##go"),
        ("Embargo", "em ##bar ##go"),
        ("Köln", "koln"),
        ("F-16", "f - 16"),
        ("U.S.", "u . s ."),
        ("n't", "n ' t"),
        ("日本", "日 本"),
        ("a\u200bb", "ab"),
        ("\u200b", "[UNK]"),
        ("🚢", "[UNK]"),
        ("\ud800", "[UNK]"),
        ("", "[UNK]"),
        ("[UNK]", "[ un ##k ]"),
    ],
)
def test_pieces_of_a_word(word: str, expected: str) -> None:
    assert " ".join(NAMES[i] for i in OURS.pieces(word)) == expected


@pytest.mark.parametrize(("length", "unknown"), [(100, False), (101, True)])
def test_a_run_of_more_than_100_characters_is_unknown(length: int, unknown: bool) -> None:
    assert (OURS.pieces("a" * length) == (OURS.unk,)) is unknown


def test_special_pieces_have_the_ids_that_the_encoder_knows() -> None:
    special = [THEIRS.token_to_id(name) for name in ("[CLS]", "[SEP]", "[PAD]", "[UNK]")]
    assert [OURS.cls, OURS.sep, OURS.pad, OURS.unk] == special


def test_a_vocabulary_without_special_pieces_is_refused() -> None:
    with pytest.raises(KeyError):
        WordPiece(["a", "##b"])


def test_the_words_of_our_sentences_are_cut_as_the_reference_cuts_them() -> None:
    words = sorted({token for sentence in read_sentences() for token in sentence.tokens})
    assert len(words) > 5_000
    assert {w: OURS.pieces(w) for w in words} == {w: theirs(w) for w in words}


def test_each_character_is_treated_as_the_reference_treats_it() -> None:
    words = [f"b{chr(code)}e" for code in range(0x3100) if settled(chr(code))]
    assert len(words) > 9_000
    assert [w for w in words if OURS.pieces(w) != theirs(w)] == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]).filter(settled), max_size=20))
def test_any_word_is_cut_as_the_reference_cuts_it(word: str) -> None:
    assert OURS.pieces(word) == theirs(word)


@given(st.text(alphabet="aeΣςİıßﬁÅé\u0301\u0327'’-.,🚢日\u200d", max_size=12))
def test_letters_that_change_with_their_case_are_cut_as_the_reference_cuts_them(word: str) -> None:
    assert OURS.pieces(word) == theirs(word)


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=20))
def test_any_string_has_a_piece(word: str) -> None:
    assert OURS.pieces(word)
    assert all(0 <= piece < len(NAMES) - 1 for piece in OURS.pieces(word))
