"""Words of names: how they are romanised, their keys, and how alike two of them are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import EntryKind
from counterclaim.registers.names import Token, parse_name
from counterclaim.registers.names.alike import Likeness, alike, alike_names
from counterclaim.registers.names.folding import syllables, words
from counterclaim.registers.names.keys import consonants, east_asian, loose, sound
from counterclaim.registers.names.letters import near

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def forms(text: str) -> list[str]:
    return [w.form for w in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łukasz Østergård", ["lukasz", "ostergard"]),
        ("Щербин", ["shcherbin"]),
        ("Βράνας", ["vranas"]),
        ("محمود", ["mhmwd"]),
        ("الغزاوي", ["al", "ghzawy"]),
        ("حمزة", ["hmza"]),
        ("الله", ["allah"]),
        ("פנחס", ["pnhs"]),
        ("O'Hara-Smith", ["ohara", "smith"]),
        ("SergeiBelov", ["sergei", "belov"]),
        ("MacDonald", ["mac", "donald"]),
        ("A.B.C. Tools", ["abc", "tools"]),
        ("G.L. S.A.", ["gl", "sa"]),
        ("মাহমুদ", ["mahmud"]),
        ("٥٥", ["55"]),
        ("", []),
    ],
)
def test_words_are_romanised(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_brackets_and_hyphens_are_remembered() -> None:
    found = words("Orava-Bank (Wien)")
    assert [(w.form, w.hyphened, w.bracketed) for w in found] == [
        ("orava", False, False),
        ("bank", True, False),
        ("wien", False, True),
    ]


def test_hangul_has_one_syllable_a_letter() -> None:
    assert syllables("김민수") == ("gim", "min", "su")


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        (consonants, "qalandar", "ghalandar"),
        (consonants, "belov", "beloff"),
        (consonants, "belov", "belou"),
        (consonants, "shcherbin", "schtscherbin"),
        (consonants, "hamze", "hamzeh"),
        (consonants, "yusuf", "youssef"),
        (loose, "mahmud", "mhmwd"),
        (loose, "nawaz", "nwaz"),
        (sound, "noori", "nouri"),
        (sound, "wahid", "vahid"),
        (east_asian, "mingzhe", "mingche"),
        (east_asian, "hsiaoming", "xiaoming"),
        (east_asian, "jong", "chong"),
    ],
)
def test_spellings_share_a_key(key: object, one: str, other: str) -> None:
    assert callable(key)
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("sunan", "san"), ("salim", "salman"), ("belov", "belkov"), ("55", "65")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert consonants(one) != consonants(other)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("tabesh", "tabesh", Likeness.SAME),
        ("hamze", "hamzeh", Likeness.FAMILY),
        ("qalandar", "ghalandar", Likeness.SOUND),
        ("belov", "belova", Likeness.SEX),
        ("alexander", "sasha", Likeness.RELATIVE),
        ("lindqvist", "lindqvost", Likeness.NEAR),
        ("mojaher", "mohajer", Likeness.NEAR),
        ("hasan", "husain", Likeness.NONE),
        ("kazem", "kazemi", Likeness.NONE),
        ("shamsdin", "salahdin", Likeness.NONE),
        ("abdrahman", "abdrahim", Likeness.NONE),
        ("kim", "kam", Likeness.NONE),
    ],
)
def test_why_two_words_are_alike(one: str, other: str, why: Likeness) -> None:
    assert alike_names(*sorted((one, other)))[1] is why


def test_the_shorter_the_word_the_more_a_letter_takes() -> None:
    scores = [near(word, word[:-1] + "x") for word in ("ab", "abc", "mork", "morkel", "morkelste")]
    assert scores[:2] == [0, 0]
    assert scores == sorted(scores)
    assert near("morkel", "xorkel") < near("morkel", "morkex")


def test_numbers_are_never_near() -> None:
    assert near("s300", "s400") == 0


@given(LETTERS, LETTERS)
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    def token(word: str) -> Token:
        return parse_name(f"{word} {word}xq", EntryKind.PERSON).tokens[0]

    there, back = alike(token(one), token(other)), alike(token(other), token(one))
    assert there == back
    assert 0 <= there[0] <= 1
    assert near(one, other) == near(other, one)
