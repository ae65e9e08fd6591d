"""Rare words weigh more; vectors have length 1 and are bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.stories.terms import read_terms
from counterclaim.stories.vectors import Rarity, Vector, Vocabulary, vector
from tests.stories.samples import ALL, SHIP, Named, report


def _vector(named: Named, rarity: Rarity | None = None, vocabulary: Vocabulary | None = None) -> Vector:
    return vector(read_terms(*named), rarity or Rarity(), vocabulary or Vocabulary())


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [
        ("w:howitzer", "w:factory"),
        ("w:factory", "w:government"),
        ("w:government", "w:the"),
        ("n:brannock work", "n:work"),  # a name is as rare as its rarest word
        ("n:karrow", "n:norway"),  # every state stands in many reports
        ("h:howitzer", "h:the"),
    ],
)
def test_rarity_in_ordinary_english(rarer: str, commoner: str) -> None:
    assert Rarity().of(rarer) > Rarity().of(commoner) >= 0


def test_a_rare_word_of_every_report_is_common_in_that_collection() -> None:
    rarity = Rarity()
    for i in range(200):
        rarity.learn(read_terms(*report("", f"Rebels of Orrenport fought near village{i}.")))
    assert rarity.of("w:orrenport") < 1 < rarity.of("w:village7")


def test_what_is_told_for_many_fortnights_is_common_and_a_burst_is_not() -> None:
    rarity = Rarity()
    for day in range(0, 200, 20):
        rarity.learn(read_terms(*report("", "Rebels of Orrenport fought.")), day)
    for _ in range(10):
        rarity.learn(read_terms(*report("", "The Halvard Star sank.")), 100)
    assert rarity.of("w:orrenport") < 2 < Rarity().of("w:halvard") == rarity.of("w:halvard")


def test_a_story_does_not_make_its_own_words_common() -> None:
    rarity = Rarity()
    before = rarity.of("w:halvard")
    for day, named in enumerate(SHIP):
        rarity.learn(read_terms(*named), day)
    assert rarity.of("w:halvard") == before


@pytest.mark.parametrize("named", ALL)
def test_a_vector_has_length_one(named: Named) -> None:
    own = _vector(named)
    assert own.dot(own.table()) == pytest.approx(1, abs=1e-5)


def test_the_share_of_an_empty_field_goes_to_the_others() -> None:
    own = _vector(report("", "No names at all stand in this lonely sentence."))
    assert own.dot(own.table()) == pytest.approx(1, abs=1e-5)


def test_nothing_has_an_empty_vector() -> None:
    assert len(_vector(report("")).terms) == 0


def test_vectors_are_bounded() -> None:
    long = _vector(report("", *(f"Hamlet{i} and [PER Ada Brill{i}] burnt." for i in range(900))))
    assert len(long.terms) <= 300


_TABLES = st.dictionaries(st.integers(0, 2000), st.floats(0.125, 1, width=32), max_size=500)


@given(_TABLES, _TABLES)
def test_a_sum_keeps_the_heaviest_terms_first(one: dict[int, float], other: dict[int, float]) -> None:
    whole = Vector.of(one, 500).plus(Vector.of(other, 500))
    assert len(whole.terms) == min(400, len(one.keys() | other.keys()))
    assert list(whole.weights) == sorted(whole.weights, reverse=True)


def test_numbers_name_their_terms() -> None:
    vocabulary = Vocabulary()
    assert [vocabulary.number(t) for t in ("w:a", "w:b", "w:a")] == [0, 1, 0]
    assert vocabulary.term(1) == "w:b"
