"""Mentions to entities: names that are one, links of claims, documents together."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.entities.group import group
from counterclaim.records import Document, Mention, NamedSentence, Section, Span, digest
from tests.entities.samples import claim, entities, left, linked, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[GPE Norway] sold tanks to [GPE Latvia]", {"Norway": 1, "Latvia": 1}),
        ("[GPE Norway] paid [GPE Norway]", {"Norway": 2}),
        ("[ORG Baltic Optics] and [ORG BALTIC OPTICS]", {"Baltic Optics": 2}),
        ("[ORG the Fjord Bank] and [ORG Fjord Bank]", {"Fjord Bank": 2}),
        ("[GPE Norway], [NORP Norwegian] and [GPE Oslo]", {"Norway": 3}),
        ("[GPE Oslo] said it", {"Norway": 1}),
        ("the [ORG EU] and the [ORG European Union]", {"European Union": 2}),
        ("[PER Chad] lives in [GPE Chad]", {"Chad": 1}),
        ("[ORG Orava] and [VEHICLE Orava]", {"Orava": 1}),
        ("[WEAPON KR-7] and [WEAPON KR-7M]", {"KR-7": 1, "KR-7M": 1}),
        ("nobody sold anything", {}),
    ],
)
def test_names_that_are_one(text: str, expected: dict[str, int]) -> None:
    assert {name: len(e.mentions) for name, e in entities(read(text)).items()} == expected


@pytest.mark.parametrize(
    ("text", "count"), [("[PER Chad] lives in [GPE Chad]", 2), ("[ORG Orava] and [VEHICLE Orava]", 2)]
)
def test_names_of_different_things_stay_apart(text: str, count: int) -> None:
    found, _, _ = group([read(text)], ())
    assert len({(e.id, e.type) for e in found}) == count


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[GPE Norway]", "GPE"),
        ("[NORP Norwegian]", "GPE"),
        ("[ORG Oslo]", "GPE"),
        ("[ORG EU]", "ORG"),
        ("[NORP Bedouin]", "NORP"),
        ("[ORG Baltic Optics]", "ORG"),
        ("[MONEY $40 million]", "MONEY"),
    ],
)
def test_types(text: str, kind: str) -> None:
    assert [e.type for e in entities(read(text)).values()] == [kind]


def test_mentions_are_where_the_names_stand() -> None:
    document, parses = read("[GPE Norway] paid.", "Then [NORP Norwegian] ships came.")
    [norway] = entities((document, parses)).values()
    assert [span.of(document.text) for _, span in norway.mentions] == ["Norway", "Norwegian"]
    assert {where for where, _ in norway.mentions} == {document.id}
    assert norway.aliases == ("Norwegian",)


def test_a_name_over_two_lines_is_that_name() -> None:
    document, parses = read("[ORG Baltic Optics] of Riga")
    wrapped = Document("report.txt", document.text.replace("Baltic Optics", "Baltic\nOptics"), document.sha256)
    assert list(entities((wrapped, parses))) == ["Baltic Optics"]


def test_the_spelling_used_most_is_shown() -> None:
    text = "[ORG BALTIC OPTICS] said [ORG Baltic Optics] is [ORG Baltic Optics]"
    assert entities(read(text))["Baltic Optics"].aliases == ("BALTIC OPTICS",)


def test_documents_share_entities() -> None:
    first, second = read("[GPE Norway] paid."), read("[GPE Oslo] paid [PER Ola Lund].")
    found = entities(first, second)
    assert {where for where, _ in found["Norway"].mentions} == {first[0].id, second[0].id}
    assert found["Norway"].id == entities(second)["Norway"].id


def test_a_family_name_stands_for_the_full_name_of_its_document() -> None:
    first = read("[PER Ola Lund] came.", "[PER Lund] left.")
    assert {name: len(e.mentions) for name, e in entities(first).items()} == {"Ola Lund": 2}


def test_a_family_name_that_two_people_bear_is_left_open() -> None:
    both = read("[PER Ola Lund] met [PER Kari Lund].", "[PER Lund] left.")
    assert set(entities(both)) == {"Ola Lund", "Kari Lund"}
    assert left(both) == [("Lund", {"Ola Lund", "Kari Lund"}, "family name of several people of the document")]


def test_a_family_name_of_another_document_stands_for_nobody() -> None:
    assert set(entities(read("[PER Ola Lund] came."), read("[PER Lund] left."))) == {"Ola Lund", "Lund"}


@pytest.mark.parametrize(
    ("text", "supplier", "entity"),
    [
        ("[GPE Norway] sold tanks", "Norway", "Norway"),
        ("the [NORP Norwegian] yard [ORG Fjord Skip] sold tanks", "Norwegian yard Fjord Skip", "Fjord Skip"),
        ("the [NORP Norwegian] government sold tanks", "Norwegian government", "Norway"),
        ("a dealer sold tanks to [GPE Latvia]", "dealer", None),
        ("[ORG Bank of Norway] sold bonds", "Norway", None),
    ],
)
def test_fillers_are_linked_to_the_last_name_inside(text: str, supplier: str, entity: str | None) -> None:
    document = read(text)
    assert linked(document, claim(document[0], supplier)) == [entity]


def test_sources_and_places_are_linked_too() -> None:
    document = read("[PER Ola Lund] of [ORG Fjord Skip] said a dealer sold tanks in [GPE Riga]")
    told = claim(document[0], "dealer", sources=("Ola Lund", "Fjord Skip"), place="Riga")
    found, [grouped], _ = group([document], [told])
    names = {e.id: e.name for e in found}
    sources = [a.source.entity for a in grouped.attribution if a.source]
    assert [names[s] for s in sources if s] == ["Ola Lund", "Fjord Skip"]
    assert grouped.place is not None
    assert names[grouped.place.entity or ""] == "Latvia"


def test_nothing_else_of_a_claim_changes() -> None:
    document = read("[GPE Norway] sold tanks")
    told = claim(document[0], "Norway")
    _, [grouped], _ = group([document], [told])
    assert grouped.id == told.id
    assert (grouped.trigger, grouped.evidence, grouped.rule) == (told.trigger, told.evidence, told.rule)
    assert told.roles["supplier"][0].entity is None


def test_a_claim_is_linked_to_its_own_documents_names() -> None:
    first, second = read("[GPE Norway] sold tanks"), read("nobody sold a thing")
    other = claim(second[0], "nobody")
    assert other.roles["supplier"][0].span == Span(0, 6)  # where the first document says Norway
    _, [grouped], _ = group([first, second], [other])
    assert grouped.roles["supplier"][0].entity is None


@pytest.mark.parametrize(
    ("later", "source", "speaker"),
    [
        ("He added that ships came", "He", "Ola Lund"),
        ("The general added that ships came", "general", "Ola Lund"),
        ("The minister added that ships came", "minister", None),
    ],
)
def test_who_speaks_again(later: str, source: str, speaker: str | None) -> None:
    document = read("General [PER Ola Lund] said that tanks came", later)
    first = claim(document[0], "tanks", sources=("General Ola Lund",))
    again = claim(document[0], "ships", sources=(source,))
    found, (_, grouped), _ = group([document], [first, again])
    names: dict[str | None, str | None] = {e.id: e.name for e in found} | {None: None}
    assert [names[a.source.entity] for a in grouped.attribution if a.source] == [speaker]


def test_odd_characters_in_names() -> None:
    found = entities(read("[ORG Fjord\ud800Skip] and [ORG 坦克🚢] and [PER عمر]"))
    assert len(found) == 3


def test_nothing_to_group() -> None:
    assert group([], []) == ((), (), ())


def test_many_names_and_claims_take_no_longer_each() -> None:
    document = read(*["[GPE Norway] paid [ORG Fjord Skip]"] * 3000)
    told = [claim(document[0], "Norway")] * 3000
    began = time.process_time()
    assert len(group([document], told)[1]) == 3000
    assert time.process_time() - began < 2.5


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [
        read("[PER Sergei Orlenko] met [ORG Baltic Arms Board] ([ORG BAB])."),
        read("[PER Sergey Orlenko] and the [ORG BAB] met [PER Ola Lund]."),
        read("[PER Ola Lund] sold [WEAPON KR-7]."),
    ]
    forth, back = group(documents, ())[0], group(documents[::-1], ())[0]
    assert {(e.id, e.name, frozenset(e.aliases)) for e in forth} == {(e.id, e.name, frozenset(e.aliases)) for e in back}


def test_an_entity_keeps_its_id_when_documents_come() -> None:
    first, second = (
        read("[PER Sergei Orlenko] came."),
        read("[PER Sergey Orlenko] left.", "[PER Sergey Orlenko] slept."),
    )
    [alone], [together] = entities(first).values(), entities(first, second).values()
    assert alone.id == together.id
    assert together.name == "Sergey Orlenko"


def test_a_document_that_comes_twice_counts_once() -> None:
    page = read("[PER Ola Lund] met [PER Kari Lund].", "[PER Lund] left.")
    found, _, opened = group([page, page], ())
    assert sorted(len(e.mentions) for e in found) == [1, 1]
    assert len(opened) == 1


def test_of_two_documents_with_one_id_the_first_counts() -> None:
    (one, sentences), (other, others) = read("[PER Ola Lund] came."), read("[PER Kari Berg] came.")
    forged = Document(other.path, other.text, one.sha256)
    assert set(entities((one, sentences), (forged, others))) == {"Ola Lund"}


def test_every_other_name_of_an_entity_has_a_reason() -> None:
    documents = (
        read("General [PER Hamza Orafi] of [GPE Norway] spoke.", "[PER Orafi] left [GPE Oslo]."),
        read("[PER Hamzah Orafi] met the [ORG Baltic Arms Board] ([ORG BAB])."),
    )
    found = entities(*documents)
    for entity in found.values():
        said = " ".join(entity.reasons)
        assert all(f"“{alias}”" in said for alias in entity.aliases)
    assert "“BAB” and “Baltic Arms Board”: acronym introduced in brackets" in found["Baltic Arms Board"].reasons
    assert "“Oslo” and “Norway”: names of one entry of the lexicon" in found["Norway"].reasons
    orafi = {reason.partition(": ")[2] for reason in found["Hamzah Orafi"].reasons}
    assert orafi == {"family name of the one who bears it there", "spellings of one full name"}


@pytest.mark.parametrize(
    "name", ["A", "x" * 10_000, "Ola " * 3000, "\ud800", "\ud800 Lund", "’s", "-", "(", "بن", "坦克"]
)
@pytest.mark.parametrize("kind", ["PER", "ORG", "GPE", "NORP", "WEAPON", "MONEY"])
def test_odd_names(name: str, kind: str) -> None:
    text = f"{name} came"
    document = Document("odd.txt", text, digest(text))
    mention = Mention(kind, Span(0, len(name)), name, subject=True)
    page = (document, [NamedSentence(Span(0, len(text)), Section.BODY, (mention,))])
    found, _, opened = group([page, page], ())
    assert sum(len(e.mentions) for e in found) + len(opened) <= 1


NAMES = st.text(st.sampled_from("aeAEklMN.-'’ s\ud800мاJ7(/&"), min_size=1, max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["PER", "ORG", "GPE", "NORP", "WEAPON"]), NAMES), max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_names(names: list[tuple[str, str]]) -> None:
    text, mentions = "", []
    for kind, name in names:
        mentions.append(Mention(kind, Span(len(text), len(text) + len(name)), name, subject=True))
        text += name + " "
    document = Document("any.txt", text, digest(text))
    found, _, opened = group([(document, [NamedSentence(Span(0, len(text)), Section.BODY, tuple(mentions))])], ())
    placed = [span for e in found for _, span in e.mentions] + [o.span for o in opened]
    assert len(placed) == len(set(placed))
    assert set(placed) <= {m.span for m in mentions}
    assert all(o.reason for o in opened)
    assert len({e.id for e in found}) == len(found)


def test_many_documents_take_no_longer_each() -> None:
    pages = [
        read(f"[PER Ola Lund{i % 97}] of [ORG Fjord{i} Watch] met [PER Lund{i % 89}] in [GPE Norway]")
        for i in range(1500)
    ]
    began = time.process_time()
    group(pages, ())
    assert time.process_time() - began < 5
