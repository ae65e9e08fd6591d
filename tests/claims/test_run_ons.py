"""Sentences that have run together. The texts were written for these tests."""

from tests.claims.parsed import claims_of

_LONG = (
    "The army shelled the port of Karan killing nine men in the third such raid of the month on the coast where "
    "thousands of people from the villages of the plain have found shelter in schools and halls since the fighting in "
    "the hills began at the end of the winter."
)
_REST = "The rebels bombed the bridge. " * 8


def frames(text: str) -> list[str]:
    return [c.frame for c in claims_of(text) if c.evidence.text in _LONG]


def test_in_a_report_without_commas_a_long_sentence_tells_only_who_died() -> None:
    assert set(frames(f"{_REST}{_LONG}")) <= {"coercion"}


def test_its_short_sentences_are_read() -> None:
    assert [c.frame for c in claims_of(f"{_REST}{_LONG}")].count("attack") == 8


def test_in_a_report_with_commas_a_long_sentence_is_read() -> None:
    assert "attack" in frames(f"On Monday, as before, they fought on. {_REST}{_LONG}")
