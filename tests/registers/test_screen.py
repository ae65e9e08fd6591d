"""Verdicts on names, as an analyst would want them: what is a hit, what only a possible, and what is nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import EntryKind, ScreeningHit, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.screen import MOST_HITS, screen
from tests.registers.screen_samples import BODY, PERSON, ROWS, SHIP, register

INDEX = ScreeningIndex.of([register()])
HIT, POSSIBLE = Verdict.HIT, Verdict.POSSIBLE


def found(name: str, kind: EntryKind | None = None, **known: tuple[str, ...]) -> dict[str, Verdict]:
    return {hit.entry: hit.verdict for hit in screen(name, INDEX, kind, **known)}


def the(name: str, kind: EntryKind, entry: str) -> ScreeningHit:
    return next(hit for hit in screen(name, INDEX, kind) if hit.entry == entry)


@pytest.mark.parametrize(
    ("asked", "kind", "entry", "verdict"),
    [
        ("Gholamreza Tabarestani", PERSON, "P1", HIT),
        ("TABARESTANI, Gholamreza", PERSON, "P1", HIT),
        ("Gholam-Reza Tabarestani", PERSON, "P1", HIT),
        ("General Gholamreza Tabarestani", PERSON, "P1", HIT),
        ("Valery Petrushenkov", PERSON, "P2", HIT),
        ("Валерий Петрушенков", PERSON, "P2", HIT),
        ("V. Petrushenkov", PERSON, "P2", POSSIBLE),  # an initial
        ("Kozyrbashev", PERSON, "P6", POSSIBLE),  # a rare family name alone
        ("The Engineer", PERSON, "P1", POSSIBLE),  # a weak alias alone
        ("Tabarestan Advanced Rotor Industries", BODY, "B1", HIT),
        ("TARI", BODY, "B1", HIT),
        ("Northern Delta Bank", BODY, "B2", HIT),
        ("Zamindawarco", BODY, "B5", HIT),
        ("Zamindaqarco", BODY, "B5", POSSIBLE),  # one word, one slip
        ("Ocean Marigold", SHIP, "S1", HIT),
        ("MV Ocean Marigold", SHIP, "S1", HIT),
        ("Marigold", SHIP, "S2", POSSIBLE),  # ships share names
    ],
)
def test_names_that_fit(asked: str, kind: EntryKind, entry: str, verdict: Verdict) -> None:
    assert found(asked, kind).get(entry) is verdict
    assert found(asked).get(entry) is verdict  # the kind may be unknown


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Ivanov", PERSON),  # a common family name alone
        ("Bank", BODY),
        ("Mohammed", PERSON),  # a given name alone
        ("Gholamreza Sabzevari", PERSON),  # another family
        ("Northern Bank", PERSON),
        ("64th Assault Brigade of Lower Ruritania", BODY),  # numbers must agree
        ("Pacific Marigold Shipping Holding", BODY),
        ("Elizabeth Umbermann-Wolkersdorf", PERSON),
    ],
)
def test_names_that_do_not(asked: str, kind: EntryKind) -> None:
    assert HIT not in found(asked, kind).values()
    assert found(asked, kind) == {} or asked in {"64th Assault Brigade of Lower Ruritania"}


def test_a_name_that_many_people_bear_is_a_hit_only_with_a_fact() -> None:
    rows = [(f"X{i}", PERSON, f"Umberto {word}; {word}, Carlo", "IT") for i, word in enumerate(_words(400))]
    rows += [(f"Y{i}", PERSON, f"{word} Rossi", "IT") for i, word in enumerate(_words(400))]
    index = ScreeningIndex.of([register([*rows, ("R", PERSON, "Umberto Rossi", "IT 1961-05-06")])])
    plain = {hit.entry: hit for hit in screen("Umberto Rossi", index, PERSON)}["R"]
    assert plain.verdict is POSSIBLE
    assert "common name" in {feature.name for feature in plain.features}
    known = {hit.entry: hit.verdict for hit in screen("Umberto Rossi", index, PERSON, born=("1961",))}
    assert known["R"] is HIT


def _words(number: int) -> list[str]:
    """Words that have nothing to do with one another."""
    first, second = (
        "Bra Cle Dru Fli Gro Kna Mur Nep Pol Qui Ruk Ste Tro Vul Wex Zan".split(),
        "dax fen gim hov lub mek nir pos rut sab tev wik",
    )
    return [f"{a}{b}{c}" for a in first for b in second.split() for c in ("ar", "ol", "un")][:number]


def test_facts_raise_and_lower_scores() -> None:
    def score(**known: tuple[str, ...]) -> float:
        hits = {hit.entry: hit.score for hit in screen("Valeri Petrushenkow", INDEX, PERSON, **known)}
        return hits.get("P2", 0.0)

    assert score(born=("1970-02-03",)) >= score() > score(born=("1931",))
    assert score(countries=("RU",)) >= score() > score(countries=("MX",), born=("1931",))


def test_the_kind_leaves_out_others() -> None:
    assert "S1" in found("Ocean Marigold")
    assert found("Ocean Marigold", PERSON) == {}
    assert found("Northern Delta Bank", SHIP) == {}


def test_a_branch_is_not_the_bank() -> None:
    assert the("Northern Delta Bank", BODY, "B2").verdict is HIT
    assert found("Northern Delta Bank", BODY).get("B3") is not HIT


def test_one_hit_an_entry_by_its_best_name() -> None:
    hits = screen("Gholam Reza Tabarestani", INDEX, PERSON)
    assert [hit.entry for hit in hits] == ["P1"]
    assert hits[0].name in {"Gholamreza Tabarestani", "Gholam Reza Tabaristani"}


def test_the_best_come_first_and_a_hit_says_where_it_comes_from() -> None:
    hits = screen("Mohammed Ali Hassan", INDEX, PERSON)
    assert hits[0].entry == "P3"
    ranks = [(hit.verdict is not HIT, -hit.score) for hit in hits]
    assert ranks == sorted(ranks)
    best = hits[0]
    assert (best.entity, best.register, best.listed, best.kind) == (
        "Mohammed Ali Hassan",
        "sample",
        "2024-02-03",
        PERSON,
    )
    assert best.list_version == "sample 2025-01-31 abababababab"


@pytest.mark.parametrize("asked", ["Gholamreza Tabarestani", "V. Petrushenkov", "The Engineer", "Marigold", "TARI"])
def test_a_score_is_the_sum_of_its_features(asked: str) -> None:
    for hit in screen(asked, INDEX):
        total = sum(feature.value for feature in hit.features)
        assert hit.score == pytest.approx(min(1.0, max(0.0, total)))


def test_what_holds_a_verdict_back_is_told() -> None:
    features = {feature.name: feature for feature in the("The Engineer", PERSON, "P1").features}
    assert features["weak alias"].value == 0
    assert "at most possible" in features["weak alias"].note


@pytest.mark.parametrize(
    "asked",
    [
        "",
        " ",
        "x",
        "я",
        "-",
        "...!?",
        "\x00\x1b[31m\x07",
        "\u202e",
        "\ud800",
        "x" * 10_000,
        "a b " * 2_500,
        "1",
        "﷽",
        "🙂",
    ],
)
def test_what_is_no_name_finds_nothing(asked: str) -> None:
    assert screen(asked, INDEX) == ()


def test_control_characters_in_a_name_do_no_harm() -> None:
    assert found("Gholamreza\x00 \x1b[31mTabarestani", PERSON).get("P1") in {HIT, POSSIBLE, None}


def test_a_long_name_that_begins_with_a_listed_one_is_not_that_one() -> None:
    assert HIT not in found("Gholamreza Tabarestani " + "lorem ipsum dolor " * 500, PERSON).values()


def test_an_index_of_nothing_finds_nothing() -> None:
    assert screen("Anybody Atall", ScreeningIndex.of([])) == ()
    assert screen("---", INDEX) == ()


def test_no_more_than_so_many() -> None:
    rows = [(f"N{i}", PERSON, "Casimir Wolkersdorf", "AT") for i in range(3 * MOST_HITS)]
    assert len(screen("Casimir Wolkersdorf", ScreeningIndex.of([register(rows)]))) == MOST_HITS


def test_two_lists_are_told_apart() -> None:
    index = ScreeningIndex.of([register(ROWS[:2], "one"), register(ROWS[:2], "two")])
    assert [hit.register for hit in screen("Gholamreza Tabarestani", index)] == ["one", "two"]


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_may_be_screened(text: str) -> None:
    hits = screen(text, INDEX)
    assert all(0 <= hit.score <= 1 and hit.verdict is not Verdict.NONE for hit in hits)
    assert screen(text, INDEX) == hits
