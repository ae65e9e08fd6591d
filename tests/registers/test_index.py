"""Candidates by index: what is found for a name however it is written, and that nothing walks the list."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import parse_name
from tests.registers.screen_samples import PERSON, register

INDEX = ScreeningIndex.of([register()])


def found(name: str, kind: EntryKind = EntryKind.OTHER, limit: int = 10) -> list[str]:
    """The entries that a name leads to, best first, each once."""
    numbers = INDEX.candidates(parse_name(name, kind), limit, [kind] if kind is not EntryKind.OTHER else [])
    return list(dict.fromkeys(entry.id for number in numbers for entry, _, _ in INDEX.listings(number)))


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("Gholamreza Tabarestani", "P1"),
        ("Tabarestani, Gholamreza", "P1"),
        ("Gholamreza Tabarestany", "P1"),  # a slip in one word
        ("Gholamrezatabarestani", "P1"),  # run together
        ("Gholam-Reza Tabarestani", "P1"),  # apart
        ("Petruschenkow Valerij", "P2"),  # German romanisation, a part missing
        ("Петрушенков Валерий", "P2"),
        ("V. Petrushenkov", "P2"),
        ("Abd al-Rahman Qasim", "P5"),
        ("عبد الرحمن قاسم الزبيدي", "P5"),  # Arabic script, without vowels
        ("Tabarestan Advanced Rotor Industry", "B1"),
        ("TARI", "B1"),
        ("Zamin Dawar Co", "B5"),
        ("Northern Delta Bnak", "B2"),
        ("MV Ocean Marigold", "S1"),
        ("OCEANMARIGOLD", "S1"),
    ],
)
def test_the_entry_is_among_the_candidates(asked: str, entry: str) -> None:
    assert entry in found(asked)


def test_the_best_come_first_and_no_more_than_asked_for() -> None:
    assert found("Mohammed Ali Hussein", PERSON)[0] == "P4"
    assert len(found("Ivanov", PERSON, limit=5)) == 5


def test_rare_words_outweigh_common_ones() -> None:
    rows = [(str(i), PERSON, f"Oleg {word}", "") for i, word in enumerate("Antonov Belov Gusev Kozlov Orlov".split())]
    index = ScreeningIndex.of([register([*rows, ("rare", PERSON, "Maria Petrushenkova", "")])])
    best = index.candidates(parse_name("Oleg Petrushenkova", PERSON), 5)[0]
    assert index.name(best).text == "Maria Petrushenkova"


def test_a_kind_leaves_out_the_others() -> None:
    assert found("Ocean Marigold", EntryKind.SHIP)[0] == "S1"
    assert found("Ocean Marigold", EntryKind.PERSON) == []


def test_a_body_is_found_by_its_acronym_and_by_its_name() -> None:
    long_only = ScreeningIndex.of(
        [register((("B", EntryKind.ORGANISATION, "Tabarestan Advanced Rotor Industries", ""),))]
    )
    short_only = ScreeningIndex.of([register((("B", EntryKind.ORGANISATION, "TARI", ""),))])
    assert long_only.candidates(parse_name("TARI", EntryKind.ORGANISATION), 5) == [0]
    asked = parse_name("Tabarestan Advanced Rotor Industries", EntryKind.ORGANISATION)
    assert short_only.candidates(asked, 5) == [0]


def test_two_entries_of_one_name_share_it() -> None:
    rows = (("A", PERSON, "Karl Umbermann", "DE"), ("B", PERSON, "(Karl Umbermann)", "AT"))
    index = ScreeningIndex.of([register(rows, "one"), register(rows[:1], "two")])
    assert len(index) == 1
    assert [(entry.register, entry.id, quality) for entry, quality, _ in index.listings(0)] == [
        ("one", "A", NameQuality.PRIMARY),
        ("one", "B", NameQuality.WEAK),
        ("two", "A", NameQuality.PRIMARY),
    ]
    assert index.listings(0)[2][2] == "two 2025-01-31 abababababab"


def test_an_index_of_nothing() -> None:
    for index in (ScreeningIndex.of([]), ScreeningIndex.of([register(())])):
        assert (len(index), index.candidates(parse_name("Anybody"), 5)) == (0, [])


def test_names_without_a_word_are_told_and_found_by_nothing() -> None:
    assert [(entry.id, index_name) for entry, index_name, _ in INDEX.unnamed()] == [("X1", NameQuality.PRIMARY)]
    assert "X1" not in found("---")


def test_common_and_rare() -> None:
    ivanov, oleg = parse_name("Ivanov, Oleg", PERSON).units[::-1]
    nobody = parse_name("Nobodyshenko", PERSON).units[0]
    assert [INDEX.holding(token) for token in (ivanov, oleg, nobody)] == [16, 1, 0]
    assert INDEX.rarity(oleg, oleg) == pytest.approx(INDEX.rarity(ivanov, ivanov) + 4)  # 16 is 4 bits
    assert INDEX.rarity(oleg, ivanov) == INDEX.rarity(ivanov, ivanov)


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_is_a_question(text: str) -> None:
    numbers = INDEX.candidates(parse_name(text), 7)
    assert len(numbers) <= 7
    assert len(set(numbers)) == len(numbers)


@settings(max_examples=30)
@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_text_is_a_name(texts: list[str]) -> None:
    rows = tuple((str(i), PERSON, text.replace(";", ""), "") for i, text in enumerate(texts))
    index = ScreeningIndex.of([register(rows)])
    unnamed = {entry.id for entry, _, _ in index.unnamed()}
    for key, kind, text, _ in rows:
        name = parse_name(text.strip(), kind)
        entries = {entry.id for number in index.candidates(name, 50) for entry, _, _ in index.listings(number)}
        assert key in entries | unnamed
