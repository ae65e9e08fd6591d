"""What the fillers of claims name: heads of phrases, organs of states, descriptions."""

from dataclasses import replace

import pytest

from counterclaim.entities.group import group
from counterclaim.records import Filler, Span
from tests.entities.samples import claim, linked, read

NORWAY = "Norway"


@pytest.mark.parametrize(
    ("text", "filler", "entity"),
    [
        ("the [NORP Norwegian] company [ORG Orava] sold", "Norwegian company Orava", "Orava"),
        ("the [ORG Orava] company sold", "Orava company", "Orava"),
        ("[NORP Norwegian] troops sold", "Norwegian troops", NORWAY),
        ("[GPE Norway]'s defence ministry sold", "Norway's defence ministry", NORWAY),
        ("the [ORG Norwegian Defence Ministry] sold", "Norwegian Defence Ministry", NORWAY),
        ("the government of [GPE Norway] sold", "government of Norway", NORWAY),
        ("the ministry of defence of [GPE Norway] sold", "ministry of defence of Norway", None),
        ("the [ORG Kremlin] sold", "Kremlin", "Russia"),
        ("the [NORP Norwegian] president sold", "Norwegian president", NORWAY),
        ("the president of [GPE Norway] sold", "president of Norway", NORWAY),
        ("[NORP Norwegian] officials sold", "Norwegian officials", None),
        ("three [NORP Norwegian] firms sold", "three Norwegian firms", None),
        ("a [GPE Norway]-based firm sold", "Norway-based firm", None),
        ("[ORG Orava]-backed rebels sold", "Orava-backed rebels", None),
        ("[ORG Orava-run] media sold", "Orava-run media", None),
        ("troops loyal to [PER Ola Lund] sold", "troops loyal to Ola Lund", None),
        ("fighters from [GPE Norway] sold", "fighters from Norway", None),
        ("a dealer in [GPE Norway] sold", "dealer in Norway", None),
        ("[GPE Norway] and [GPE Latvia] sold", "Norway and Latvia", None),
        ("[GPE Norway], [GPE Latvia] sold", "Norway, Latvia", None),
        ("[ORG Hezbollah] fighters sold", "Hezbollah fighters", "Hezbollah"),
        ("members of [ORG Hezbollah] sold", "members of Hezbollah", "Hezbollah"),
        ("[ORG Hezbollah] positions sold", "Hezbollah positions", None),
        ("its main ally, [GPE Norway], sold", "its main ally, Norway", NORWAY),
        ("a trader, [ORG Orava], sold", "trader, Orava", "Orava"),
        ("[ORG Orava] ([GPE Norway]) sold", "Orava (Norway)", "Orava"),
        ("[NORP Norwegian] President [PER Ola Lund] spoke. [PER Lund]'s troops sold", "Lund's troops", NORWAY),
        ("[PER Ola Lund]'s [NORP Norwegian] troops sold", "Ola Lund's Norwegian troops", NORWAY),
        ("[PER Ola Lund]'s [NORP Norwegian] troops came. [PER Lund]'s army sold", "Lund's army", NORWAY),
        ("General [PER Ola Lund] spoke. [PER Lund]'s troops sold", "Lund's troops", None),
        ("[PER Ola Lund]'s brother sold", "Ola Lund's brother", None),
    ],
)
def test_who_acts(text: str, filler: str, entity: str | None) -> None:
    document = read(text)
    assert linked(document, claim(document[0], filler)) == [entity]


@pytest.mark.parametrize(
    ("text", "filler", "entity"),
    [
        ("the [WEAPON Orel-12] drones", "Orel-12 drones", "Orel-12"),
        ("400 [NORP Norwegian] [WEAPON Orel-12] suicide drones", "400 Norwegian Orel-12 suicide drones", "Orel-12"),
        ("two of the [WEAPON Orel-12] drones", "two of the Orel-12 drones", "Orel-12"),
        ("a shipment of [WEAPON Orel-12] drones", "shipment of Orel-12 drones", "Orel-12"),
        ("[WEAPON Orel-12] parts", "Orel-12 parts", None),
        ("[NORP Norwegian] drones", "Norwegian drones", None),
        ("drones from [GPE Norway]", "drones from Norway", None),
        ("[WEAPON Houthi] drones", "Houthi drones", None),
        ("a crew of [WEAPON Orel-12] pilots", "crew of Orel-12 pilots", None),
    ],
)
def test_goods_are_linked_to_designations_only(text: str, filler: str, entity: str | None) -> None:
    document = read(text)
    assert linked(document, claim(document[0], filler, role="item")) == [entity]


@pytest.mark.parametrize(
    ("text", "filler", "entity"),
    [
        ("the [NORP Norwegian] defence ministry said", "Norwegian defence ministry", "Ministry of Defence of Norway"),
        ("the [NORP Norwegian] government said", "Norwegian government", NORWAY),
        ("General [PER Ola Lund] said", "General Ola Lund", "Ola Lund"),
        ("trade minister [PER Ola Lund] said", "trade minister Ola Lund", "Ola Lund"),
        ("the minister of trade [PER Ola Lund] said", "minister of trade Ola Lund", "Ola Lund"),
        ("the head of [ORG Orava], Gen. [PER Ola Lund] said", "head of Orava, Gen. Ola Lund", "Ola Lund"),
        ("[ORG Orava] head [PER Ola Lund] said", "Orava head Ola Lund", "Ola Lund"),
        ("the spokesman of President [PER Ola Lund] said", "spokesman of President Ola Lund", None),
        ("the father of [PER Ola Lund] said", "father of Ola Lund", None),
        ("the [NORP Norwegian] president said", "Norwegian president", None),
        ("[GPE Norway]'s air force spokesman said", "Norway's air force spokesman", None),
        ("a spokesman for [ORG Orava] said", "spokesman for Orava", None),
    ],
)  # fmt: skip
def test_who_is_quoted(text: str, filler: str, entity: str | None) -> None:
    document = read(text)
    assert linked(document, claim(document[0], filler, role="source")) == [entity]


@pytest.mark.parametrize(
    ("text", "filler", "entity"),
    [
        ("in [GPE Orava], [GPE Norway], today", "Orava, Norway", "Orava"),
        ("in the city of [GPE Orava] today", "city of Orava", "Orava"),
        ("in northern [GPE Norway] today", "northern Norway", NORWAY),
        ("in the [NORP Norwegian] port of [GPE Orava] today", "Norwegian port of Orava", "Orava"),
        ("in [NORP Norwegian] territory today", "Norwegian territory", NORWAY),
        ("in a [NORP Norwegian] village today", "Norwegian village", None),
        ("in a village near [GPE Orava] today", "village near Orava", None),
        ("at the [ORG Orava Bank] today", "Orava Bank", None),
    ],
)
def test_where(text: str, filler: str, entity: str | None) -> None:
    document = read(text)
    assert linked(document, claim(document[0], filler, role="place")) == [entity]


@pytest.mark.parametrize(("filler", "entity"), [("Norway", NORWAY), ("the sale of arms to Norway", None)])
def test_what_is_said_is_a_name_or_nothing(filler: str, entity: str | None) -> None:
    document = read("the sale of arms to [GPE Norway] ended")
    assert linked(document, claim(document[0], filler, role="content")) == [entity]


def test_an_organ_that_is_listed_is_not_its_state() -> None:
    document = read("the [ORG Norwegian Defence Ministry] and the [NORP Norwegian] army were listed")
    listed = [claim(document[0], f, role="target") for f in ("Norwegian Defence Ministry", "Norwegian army")]
    assert linked(document, *listed) == ["Ministry of Defence of Norway", NORWAY]


@pytest.mark.parametrize(
    ("text", "filler", "entity"),
    [
        ("The firm [ORG Orava] paid. The company sold tanks.", "The company", "Orava"),
        ("[ORG Orava], a Norwegian company, paid. The company sold tanks.", "The company", "Orava"),
        ("The [ORG Orava Bank] paid. The bank sold tanks.", "bank", "Orava Bank"),
        ("[ORG Orava] paid. The company sold tanks.", "company", None),
        ("The firm [ORG Orava] paid. A company sold tanks.", "A company", None),
        ("The firm [ORG Orava] paid. The bank sold tanks.", "bank", None),
        ("General [PER Ola Lund] came. The general sold tanks.", "general", "Ola Lund"),
        ("Gen. [PER Ola Lund] came. The general sold tanks.", "general", "Ola Lund"),
        ("[PER Ola Lund], the trade minister, came. The minister sold tanks.", "The minister", "Ola Lund"),
        ("General [PER Ola Lund] came. The [NORP Norwegian] general sold tanks.", "Norwegian general", "Ola Lund"),
        ("Latvian general [PER Ola Lund] came. The [NORP Norwegian] general sold tanks.", "Norwegian general", None),
        ("General [PER Ola Lund] came. The former general sold tanks.", "former general", None),
    ],
)
def test_descriptions(text: str, filler: str, entity: str | None) -> None:
    document = read(text)
    assert linked(document, claim(document[0], filler)) == [entity]


def test_a_description_of_two_is_left_open() -> None:
    document = read("The firm [ORG Orava] and the firm [ORG Baltic Optics] met. The company sold tanks.")
    told = claim(document[0], "company")
    found, [grouped], [opened] = group([document], [told])
    assert grouped.roles["supplier"][0].entity is None
    assert {e.name for e in found if e.id in opened.candidates} == {"Orava", "Baltic Optics"}
    assert opened.reason == "several are called “company” before"


# What the sentence before tells of, who is quoted, the pronoun, its entity
QUOTED = [
    ("[ORG Orava]", "[GPE Norway] denied that it sold tanks.", "Norway", "it", NORWAY),
    ("[ORG Orava]", "the army denied that it sold tanks.", "army", "it", None),
    ("[ORG Orava]", "residents said that they sold tanks.", "residents", "they", None),
    ("[ORG Orava]", "it denied that they sold tanks.", "it", "they", "Orava"),
    ("[ORG Orava]", "[PER Ola Lund] denied that it sold tanks.", "Ola Lund", "it", "Orava"),
    ("[PER Ola Lund]", "the general denied that he sold tanks.", "general", "he", None),
]


@pytest.mark.parametrize(("before", "text", "source", "pronoun", "entity"), QUOTED)
def test_a_pronoun_in_what_is_said(before: str, text: str, source: str, pronoun: str, entity: str | None) -> None:
    document, [first, second] = read(f"{before} paid.", text)
    spoken = claim(document, f"{pronoun} sold", sources=(source,))
    start = document.text.index(f"{pronoun} sold")
    seller = Filler(pronoun, Span(start, start + len(pronoun)))
    told = replace(first, mentions=tuple(replace(m, subject=True) for m in first.mentions))
    assert linked((document, [told, second]), replace(spoken, roles={"supplier": (seller,)})) == [entity]
