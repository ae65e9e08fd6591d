"""Mentions to entities. Names stand in brackets with their types, as in the training sentences."""

import re
import time

import pytest

from counterclaim.entities.group import group
from counterclaim.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Factuality,
    Filler,
    Name,
    NamedSentence,
    Parse,
    Section,
    Sentence,
    Span,
    Stance,
    digest,
)
from counterclaim.text.words import words

Read = tuple[Document, list[NamedSentence]]


def read(*lines: str) -> Read:
    """A document of one sentence a line, with its marked names."""
    raw, parses = "", []
    for line in lines:
        start, marks = len(raw), []
        for kind, name, plain in re.findall(r"\[([A-Z]+) ([^\]]*)\]|([^\[]+)", line):
            if kind:
                marks.append((kind, Span(len(raw), len(raw) + len(name))))
            raw += name or plain
        spans = tuple(words(raw, start=start))
        names = tuple(
            Name(kind, min(inside), max(inside) + 1)
            for kind, mark in marks
            if (inside := [i for i, span in enumerate(spans) if mark.covers(span)])
        )
        none = ("",) * len(spans)
        parses.append(Parse(Sentence(Span(start, len(raw)), spans), none, none, (0,) * len(spans), none, (), names))
        raw += "\n"
    return Document("report.txt", raw, digest(raw)), [parse.named(raw) for parse in parses]


def entities(*documents: Read) -> dict[str, Entity]:
    """The entities of documents, by name."""
    found, _ = group(documents, ())
    assert len({e.id for e in found}) == len(found)
    return {e.name: e for e in found}


def at(document: Document, text: str) -> Filler:
    """A filler where a text first stands."""
    start = document.text.index(text)
    return Filler(text, Span(start, start + len(text)))


def claim(document: Document, supplier: str, *, sources: tuple[str, ...] = (), place: str | None = None) -> Claim:
    said = tuple(Attribution(at(document, s), at(document, supplier), Stance.ASSERT) for s in sources)
    return Claim(
        document.id,
        "transfer",
        "sale",
        {"supplier": (at(document, supplier),)},
        said,
        Factuality.CERTAIN,
        None,
        None if place is None else at(document, place),
        at(document, supplier),
        at(document, supplier),
        "transfer/sell.01",
        Section.BODY,
    )


def linked(document: Read, *claims: Claim) -> list[str | None]:
    """The names of the entities that claims' suppliers are linked to."""
    found, grouped = group([document], claims)
    names: dict[str | None, str | None] = {e.id: e.name for e in found} | {None: None}
    return [names[filler.entity] for c in grouped for filler in c.roles["supplier"]]


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
    found, _ = group([read(text)], ())
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


def test_a_family_name_that_two_people_bear_stands_for_neither() -> None:
    found = entities(read("[PER Ola Lund] met [PER Kari Lund].", "[PER Lund] left."))
    assert set(found) == {"Ola Lund", "Kari Lund", "Lund"}


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
    found, [grouped] = group([document], [told])
    names = {e.id: e.name for e in found}
    sources = [a.source.entity for a in grouped.attribution if a.source]
    assert [names[s] for s in sources if s] == ["Ola Lund", "Fjord Skip"]
    assert grouped.place is not None
    assert names[grouped.place.entity or ""] == "Latvia"


def test_nothing_else_of_a_claim_changes() -> None:
    document = read("[GPE Norway] sold tanks")
    told = claim(document[0], "Norway")
    _, [grouped] = group([document], [told])
    assert grouped.id == told.id
    assert (grouped.trigger, grouped.evidence, grouped.rule) == (told.trigger, told.evidence, told.rule)
    assert told.roles["supplier"][0].entity is None


def test_a_claim_is_linked_to_its_own_documents_names() -> None:
    first, second = read("[GPE Norway] sold tanks"), read("nobody sold a thing")
    other = claim(second[0], "nobody")
    assert other.roles["supplier"][0].span == Span(0, 6)  # where the first document says Norway
    _, [grouped] = group([first, second], [other])
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
    found, (_, grouped) = group([document], [first, again])
    names: dict[str | None, str | None] = {e.id: e.name for e in found} | {None: None}
    assert [names[a.source.entity] for a in grouped.attribution if a.source] == [speaker]


def test_odd_characters_in_names() -> None:
    found = entities(read("[ORG Fjord\ud800Skip] and [ORG 坦克🚢] and [PER عمر]"))
    assert len(found) == 3


def test_nothing_to_group() -> None:
    assert group([], []) == ((), ())


def test_many_names_and_claims_take_no_longer_each() -> None:
    document = read(*["[GPE Norway] paid [ORG Fjord Skip]"] * 3000)
    told = [claim(document[0], "Norway")] * 3000
    began = time.process_time()
    assert len(group([document], told)[1]) == 3000
    assert time.process_time() - began < 2.5
