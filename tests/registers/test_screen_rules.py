"""What keeps a name that fits from being a hit, rule by rule."""

import pytest

from counterclaim.records import EntryKind, NameQuality, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import parse_name
from counterclaim.registers.screen_fit import fit
from counterclaim.registers.screen_rules import limits
from tests.registers.screen_samples import BODY, PERSON, SHIP, register

FILLER = tuple((f"F{i}", PERSON, f"Umberto Rossi {chr(97 + i % 26)}{chr(97 + i // 26)}stein", "") for i in range(400))
INDEX = ScreeningIndex.of([register(FILLER)])
HIT, POSSIBLE, NONE = Verdict.HIT, Verdict.POSSIBLE, Verdict.NONE
ORDER = (HIT, POSSIBLE, NONE)


def best(
    asked: str, listed: str, kind: EntryKind, quality: NameQuality = NameQuality.ALIAS, *, known: bool = False
) -> Verdict:
    """The best verdict that the rules leave."""
    found = limits(parse_name(asked, kind), parse_name(listed, kind), quality, INDEX, known=known)
    assert all(feature.value == 0 and feature.note for _, feature in found)
    return max([HIT, *(limit for limit, _ in found)], key=ORDER.index)


@pytest.mark.parametrize(
    ("asked", "listed", "left"),
    [
        ("Kasimir Wolkersdorf", "Kasimir Wolkersdorf", HIT),
        ("Kasimir Wolkersdorf", "WOLKERSDORF, Kasimir Maria", HIT),
        ("Umberto Rossi", "Umberto Rossi", POSSIBLE),  # many are called so
        ("Wolkersdorf Quintanar", "WOLKERSDORF QUINTANAR, Kasimir", POSSIBLE),  # no given name
        ("Kasimir Wolkersdorf", "QUINTANAR WOLKERSDORF, Kasimir", POSSIBLE),  # another family name first
        ("Kasimir Wolkersdorf", "Kasimir Maria Anna Wolkersdorf", POSSIBLE),  # two words too many
        ("Kasimir Anna Wolkersdorf", "Kasimir Anna Maria Eleonor Wolkersdorf", HIT),  # but three that fit
        ("K. Wolkersdorf", "Kasimir Wolkersdorf", POSSIBLE),
        ("Wolkersdorf", "Kasimir Wolkersdorf", POSSIBLE),
        ("Wolkersdorf", "Wolkersdorf", POSSIBLE),
        ("Wolkersdorf", "Wolkersdarf", POSSIBLE),  # a long word with a slip
        ("Wolke", "Wolte", NONE),  # a short one
        ("Rossi", "Umberto Rossi", NONE),  # common
        ("Kasimir Wolkersdorf", "Wolkersdorf", NONE),  # one word is all that is listed
        ("Umberto Wolkersdorf", "Umberto Quintanar", NONE),
    ],
)
def test_people(asked: str, listed: str, left: Verdict) -> None:
    assert best(asked, listed, PERSON) is left


@pytest.mark.parametrize(
    ("asked", "listed", "left"),
    [
        ("Zamindar Rotor Bureau", "Zamindar Rotor Bureau", HIT),
        ("Zamindar Rotor", "Zamindar Rotor Company", HIT),
        ("Zamindar Rotor Bureau", "Zamindar Rotor Bureau of Ruritania", POSSIBLE),
        ("Zamindar", "Zamindar", HIT),
        ("ZRB", "ZRB", POSSIBLE),  # three letters
        ("ZRB", "Zamindar Rotor Bureau", NONE),  # … that many names begin with
        ("ZARB", "Zamindar Advanced Rotor Bureau", POSSIBLE),
        ("Zamindar Rotor Bureau", "ZRB", NONE),
        ("ZARB", "ZARC", NONE),  # one letter makes another acronym
        ("Zamindar", "Zamindor", POSSIBLE),
        ("Fisheries Ministry", "Ministry of Fisheries", POSSIBLE),  # every state has one
        ("National Party", "National Party", POSSIBLE),
        ("Zamindar", "Zamindar Rotor Bureau", POSSIBLE),
    ],
)
def test_bodies(asked: str, listed: str, left: Verdict) -> None:
    assert best(asked, listed, BODY) is left


def test_ships_share_names_of_one_word() -> None:
    assert best("Marigold", "Marigold", SHIP) is POSSIBLE
    assert best("Ocean Marigold", "Ocean Marigold", SHIP) is HIT


def test_a_weak_alias_alone_is_no_hit() -> None:
    assert best("Kasimir Wolkersdorf", "Kasimir Wolkersdorf", PERSON, NameQuality.WEAK) is POSSIBLE


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [("Umberto Rossi", "Umberto Rossi", PERSON), ("Fisheries Ministry", "Ministry of Fisheries", BODY)],
)
def test_a_fact_that_agrees_lifts_the_rules_about_chance(asked: str, listed: str, kind: EntryKind) -> None:
    assert best(asked, listed, kind, known=True) is HIT


def test_a_weak_alias_stays_weak_whatever_is_known() -> None:
    assert best("Kasimir Wolkersdorf", "Kasimir Wolkersdorf", PERSON, NameQuality.WEAK, known=True) is POSSIBLE


def test_what_two_names_share() -> None:
    shared = fit(
        parse_name("Kasimir Wolkersdorf", PERSON), parse_name("Kazimir Petrovich Wolkersdorf Anna", PERSON), INDEX
    )
    assert [(one.form, other.form) for one, other in shared.pairs] == [
        ("kasimir", "kazimir"),
        ("wolkersdorf", "wolkersdorf"),
    ]
    assert [token.form for token in shared.missing] == ["anna"]  # a patronymic is not missed
    assert not shared.differing


def test_rare_words_are_worth_more() -> None:
    rare, common = (
        fit(parse_name(name, PERSON), parse_name(name, PERSON), INDEX).rarity
        for name in ("Kasimir Wolkersdorf", "Umberto Rossi")
    )
    assert rare > 20 > 15 > common
