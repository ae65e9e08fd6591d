"""Screening a whole ledger: which entities are asked for, by which names, and with what known of them."""

import pytest

from counterclaim.records import Document, Entity, EntryKind, Ledger, ScreeningHit, Span, Verdict, digest
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.screen_context import Surroundings
from counterclaim.registers.screen_ledger import naming, screen_ledger
from tests.registers.screen_samples import BODY, PERSON, register

INDEX = ScreeningIndex.of([register()])
HIT, POSSIBLE = Verdict.HIT, Verdict.POSSIBLE


def entity(type_: str, name: str, *aliases: str, mentions: tuple[tuple[str, Span], ...] = ()) -> Entity:
    return Entity(f"e:{name}", type_, name, aliases, mentions)


def found(*entities: Entity, document: Document | None = None, index: ScreeningIndex = INDEX) -> list[ScreeningHit]:
    return list(screen_ledger(Ledger((document,) if document else (), entities, ()), index))


def told(text: str, *names: tuple[str, str, str]) -> tuple[Ledger, dict[str, Entity]]:
    """A ledger of one text; names are (type, entity's name, words that mention it)."""
    document = Document("told.txt", text, digest(text))
    entities = {
        name: entity(type_, name, mentions=((document.id, Span(text.index(words), text.index(words) + len(words))),))
        for type_, name, words in names
    }
    return Ledger((document,), tuple(entities.values()), ()), entities


@pytest.mark.parametrize(
    ("asked", "entry", "verdict"),
    [
        (entity("PER", "Gholamreza Tabarestani", "Tabarestani"), "P1", HIT),
        (entity("PER", "G. Tabarestani", "Gholamreza Tabarestani"), "P1", HIT),
        (entity("PER", "Kozyrbashev"), "P6", POSSIBLE),  # a surname is all that the report gives
        (entity("ORG", "Tabarestan Advanced Rotor Industries", "TARI"), "B1", HIT),
        (entity("FAC", "Zamindawarco"), "B5", HIT),
        (entity("VEHICLE", "Ocean Marigold"), "S1", HIT),
        (entity("PER", "Northern Delta Bank"), "B2", POSSIBLE),  # taken for a person
    ],
)
def test_who_is_found(asked: Entity, entry: str, verdict: Verdict) -> None:
    hits = found(asked)
    assert (hits[0].entity, hits[0].entry, hits[0].verdict) == (asked.id, entry, verdict)


@pytest.mark.parametrize(
    "asked",
    [
        entity("GPE", "Marigold"),
        entity("NORP", "Tabarestani"),
        entity("WEAPON", "Zamindawarco"),
        entity("MONEY", "Zamindawarco"),
        entity("ORG", "Iran", "Tehran"),  # a state, whatever it is tagged as
        entity("PER", "Casimir Wolkersdorf", "Kozyrbashev"),  # beside a full name, a surname alone names nobody
        entity("ORG", "Wolkersdorf Advanced Reed Institute", "TARI"),  # nor does an acronym
        entity("ORG", "the bank"),
        entity("PER", ""),
        entity("PER", "-"),
        entity("PER", "x" * 10_000),
    ],
)
def test_who_is_not_asked_for_or_not_found(asked: Entity) -> None:
    assert found(asked) == []


def test_hits_come_in_the_order_of_the_ledger() -> None:
    asked = [
        entity("ORG", "Zamindawarco"),
        entity("PER", "Gholamreza Tabarestani"),
        entity("VEHICLE", "Ocean Marigold"),
    ]
    assert [hit.entry for hit in found(*asked) if hit.verdict is HIT] == ["B5", "P1", "S1"]


def test_another_kind_is_told() -> None:
    features = {feature.name: feature.note for feature in found(entity("PER", "Northern Delta Bank"))[0].features}
    assert "the report seems to name a person" in features["another kind"]


def test_who_is_listed_is_nobody_else_of_that_list() -> None:
    rows = [("A", BODY, "Zamindar Rotor Bureau", ""), ("B", BODY, "Zamindar Rotor Bureau of Ruritania", "")]
    index = ScreeningIndex.of([register(rows, "one"), register(rows[1:], "two")])
    verdicts = [
        (hit.register, hit.entry, hit.verdict) for hit in found(entity("ORG", "Zamindar Rotor Bureau"), index=index)
    ]
    assert verdicts == [("one", "A", HIT), ("two", "B", POSSIBLE)]


def test_no_register_no_hit() -> None:
    assert found(entity("PER", "Gholamreza Tabarestani"), index=ScreeningIndex.of([])) == []


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (entity("PER", "Anna Wolkers", "Wolkers", "A. Wolkers"), ("Anna Wolkers",)),
        (entity("PER", "Wolkers"), ("Wolkers",)),
        (entity("ORG", "Rotor Works", "RW", "the works"), ("Rotor Works",)),
        (entity("ORG", "RW"), ("RW",)),
        (entity("ORG", "ROWAF", "Rotor Works of Africa"), ("ROWAF", "Rotor Works of Africa")),
        (entity("ORG", "Iran", "Iranian", "Rotor Works of Iran"), ("Rotor Works of Iran",)),
        (entity("PER", "Анна Квинт", "محمد الفلاني"), ("Анна Квинт", "محمد الفلاني")),
    ],
)
def test_the_names_that_could_name_it_alone(asked: Entity, names: tuple[str, ...]) -> None:
    assert naming(asked) == names


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Iranian general Karim Baluchani spoke.", {"IR"}),
        ("Russian businessman Karim Baluchani paid.", {"RU"}),
        ("Iranian and others met Karim Baluchani there.", set()),
        ("The Iranian, Karim Baluchani, paid.", set()),
        ("An Iranian drone was shot down by Karim Baluchani there.", set()),
    ],
)
def test_the_country_before_a_name(text: str, country: set[str]) -> None:
    state = {"Iranian": "Iran", "Russian": "Russia"}
    word = next(word for word in state if word in text)
    ledger, entities = told(text, ("GPE", state[word], word), ("PER", "Karim Baluchani", "Karim Baluchani"))
    assert Surroundings(ledger).countries(entities["Karim Baluchani"]) == country


def test_the_country_of_a_states_body() -> None:
    body = entity("ORG", "Iranian Defense Ministry")
    assert Surroundings(Ledger((), (body,), ())).countries(body) == {"IR"}


def test_a_country_is_used_but_does_not_settle_a_common_name() -> None:
    # As many as it takes for both words to be common.
    rows = [(f"C{i}", PERSON, f"Mohammed Yusuf {chr(97 + i % 26)}{chr(97 + i // 26)}shenko", "EG") for i in range(400)]
    index = ScreeningIndex.of([register([*rows, ("M", PERSON, "Mohammed Yusuf", "IR"), ("B", BODY, "Other", "")])])
    ledger, _ = told(
        "The Iranian general Mohammed Yusuf spoke.",
        ("GPE", "Iran", "Iranian"),
        ("PER", "Mohammed Yusuf", "Mohammed Yusuf"),
    )
    with_country = {hit.entry: hit for hit in screen_ledger(ledger, index)}
    without = {hit.entry: hit for hit in found(entity("PER", "Mohammed Yusuf"), index=index)}
    assert "country the same" in {feature.name for feature in with_country["M"].features}
    assert "country the same" not in {feature.name for feature in without["M"].features}
    assert (with_country["M"].verdict, without["M"].verdict) == (POSSIBLE, POSSIBLE)


def test_kinds_are_those_of_the_entries() -> None:
    assert {hit.kind for hit in found(entity("VEHICLE", "Ocean Marigold"))} == {EntryKind.SHIP}


def test_an_acronym_alone_is_no_hit_for_what_it_may_stand_for() -> None:
    body = ("ORG", "Zamindar Rotor Bureau")
    index = ScreeningIndex.of([register([("Z", BODY, "Zamindar Rotor Bureau", "")])])
    for text, mention, verdict in (
        ("The ZRB met on Monday.", "ZRB", POSSIBLE),
        ("The ZRBX met on Monday.", "ZRBX", HIT),
        ("The Zamindar Rotor Bureau met on Monday.", "Zamindar Rotor Bureau", HIT),
    ):
        ledger, _ = told(text, (*body, mention))
        assert [hit.verdict for hit in screen_ledger(ledger, index)] == [verdict]
