"""What keeps a name that fits from being a hit, rule by rule."""

import pytest

from counterclaim.records import EntryKind, NameQuality, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import parse_name
from counterclaim.registers.screen_fit import fit
from counterclaim.registers.screen_rules import Agreement, limits
from tests.registers.screen_samples import BODY, PERSON, SHIP, register

FILLER = tuple((f"F{i}", PERSON, f"Umberto Rossi {chr(97 + i % 26)}{chr(97 + i // 26)}stein", "") for i in range(400))
INDEX = ScreeningIndex.of([register(FILLER)])
HIT, POSSIBLE, NONE = Verdict.HIT, Verdict.POSSIBLE, Verdict.NONE
ORDER = (HIT, POSSIBLE, NONE)


def best(
    asked: str, listed: str, kind: EntryKind, quality: NameQuality = NameQuality.ALIAS, facts: Agreement | None = None
) -> Verdict:
    """The best verdict that the rules leave."""
    found = limits(parse_name(asked, kind), parse_name(listed, kind), quality, INDEX, facts or Agreement())
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
        ("Bank of", "Banco", NONE),  # no name at all
    ],
)
def test_bodies(asked: str, listed: str, left: Verdict) -> None:
    assert best(asked, listed, BODY) is left


def test_ships_share_names_of_one_word() -> None:
    assert best("Marigold", "Marigold", SHIP) is POSSIBLE
    assert best("Ocean Marigold", "Ocean Marigold", SHIP) is HIT


def test_a_weak_alias_alone_is_no_hit() -> None:
    assert best("Kasimir Wolkersdorf", "Kasimir Wolkersdorf", PERSON, NameQuality.WEAK) is POSSIBLE


COUNTRY, BORN, ABROAD = Agreement(country=True), Agreement(born=True), Agreement(abroad=True)


@pytest.mark.parametrize(
    ("asked", "listed", "kind", "facts", "left"),
    [
        ("Umberto Rossi", "Umberto Rossi", PERSON, BORN, HIT),
        ("Umberto Rossi", "Umberto Rossi", PERSON, COUNTRY, POSSIBLE),  # a state has many of them
        ("Fisheries Ministry", "Ministry of Fisheries", BODY, COUNTRY, HIT),  # and one of these
        ("Kasimir Wolkersdorf", "Kasimir Wolkersdorf", PERSON, ABROAD, POSSIBLE),
        ("Kasimir Maria Wolkersdorf", "Kasimir Maria Wolkersdorf", PERSON, ABROAD, HIT),  # three words are no chance
        ("Zamindar Rotor Bureau", "Zamindar Rotor Bureau", BODY, ABROAD, HIT),  # a firm has branches
    ],
)
def test_what_countries_and_dates_of_birth_do(
    asked: str, listed: str, kind: EntryKind, facts: Agreement, left: Verdict
) -> None:
    assert best(asked, listed, kind, facts=facts) is left


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Robert Petrov", POSSIBLE),  # a given name that many have, a family name of many, though the index has neither
        ("Marta Petrova", POSSIBLE),
        ("John Lee", POSSIBLE),
        ("Kasimir Petrov", HIT),
        ("Zaw Naing", POSSIBLE),  # no family name, and words of everyday
        ("Zaw Naing Tun", HIT),
        ("Robert Wolkersdorf", HIT),
    ],
)
def test_a_common_name_is_common_though_lists_have_it_once(name: str, left: Verdict) -> None:
    assert best(name, name, PERSON) is left


def test_a_weak_alias_stays_weak_whatever_is_known() -> None:
    assert best("Kasimir Wolkersdorf", "Kasimir Wolkersdorf", PERSON, NameQuality.WEAK, BORN) is POSSIBLE


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
