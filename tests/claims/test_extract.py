"""What plain sentences claim: one row a sentence. The texts were written for these tests."""

import pytest

from counterclaim.ingest.files import from_text
from counterclaim.lexicon.tables import lexicon
from counterclaim.pipeline import Pipeline
from counterclaim.records import Claim


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def claims_of(pipeline: Pipeline, text: str) -> tuple[Claim, ...]:
    return pipeline.read_document(from_text(text)).claims


def find(claims: tuple[Claim, ...], frame: str, trigger: str) -> Claim:
    found = [c for c in claims if c.frame == frame and c.trigger.text == trigger]
    assert found, f"no {frame} at {trigger!r} among {[(c.frame, c.trigger.text) for c in claims]}"
    return found[0]


# frame, sentence, trigger, stage, roles (a filler must contain the text)
EVENTS = [
    ("transfer", "Norway delivered 40 tanks to Latvia in March.", "delivered", "delivery",
     {"supplier": "Norway", "item": "tanks", "recipient": "Latvia"}),
    ("transfer", "Forty tanks were sold to Latvia by Norway.", "sold", "sale",
     {"supplier": "Norway", "item": "tanks", "recipient": "Latvia"}),
    ("transfer", "Kenya bought twelve armoured vehicles from Turkey.", "bought", "sale",
     {"supplier": "Turkey", "item": "vehicles", "recipient": "Kenya"}),
    ("transfer", "Chad has ordered six helicopters from Italy.", "ordered", "order",
     {"supplier": "Italy", "item": "helicopters", "recipient": "Chad"}),
    ("transfer", "Germany halted the delivery of rifles to Malta.", "delivery", "halt",
     {"item": "rifles", "recipient": "Malta"}),
    ("transfer", "The sale of 20 missiles to Oman by Sweden drew protests.", "sale", "sale",
     {"supplier": "Sweden", "item": "missiles", "recipient": "Oman"}),
    ("production", "The company Harwick Systems produces drones in Estonia.", "produces", "manufacture",
     {"producer": "company", "item": "drones"}),
    ("attack", "Government forces shelled the town of Arbil on Sunday.", "shelled", "attack",
     {"attacker": "forces", "target": "town"}),
    ("attack", "The rebels used mortars against the garrison.", "used", "use",
     {"attacker": "rebels", "weapon": "mortars"}),
    ("sanction", "Canada imposed sanctions on two banks.", "sanctions", "impose",
     {"imposer": "Canada", "target": "banks"}),
    ("sanction", "Japan sanctioned three shipping companies.", "sanctioned", "impose",
     {"imposer": "Japan", "target": "companies"}),
    ("embargo", "The Security Council lifted the arms embargo on Liberia.", "embargo", "lift",
     {"imposer": "Council", "target": "Liberia"}),
    ("support", "British instructors trained Ghanaian soldiers in Accra.", "trained", "training",
     {"provider": "instructors", "recipient": "soldiers"}),
    ("cooperation", "Serbia and Greece signed a defence agreement.", "signed", "agree", {"party": "Serbia"}),
    ("coercion", "Police arrested the journalist Amina Diallo in Bamako.", "arrested", "arrest",
     {"agent": "Police", "person": "journalist"}),
]  # fmt: skip


@pytest.mark.parametrize(("frame", "text", "trigger", "stage", "roles"), EVENTS)
def test_event(pipeline: Pipeline, frame: str, text: str, trigger: str, stage: str, roles: dict[str, str]) -> None:
    claim = find(claims_of(pipeline, text), frame, trigger)
    assert claim.stage == stage
    for role, filler in roles.items():
        assert any(filler in f.text for f in claim.roles.get(role, ())), f"{role}: {claim.roles}"
    assert claim.attribution == ()


def test_every_frame_has_an_example() -> None:
    assert {row[0] for row in EVENTS} == set(lexicon().frames)


# sentence, trigger, factuality
FACTUALITY = [
    ("Norway sold tanks to Latvia.", "sold", "CT+"),
    ("Norway reportedly sold tanks to Latvia.", "sold", "PR+"),
    ("Norway is believed to have sold tanks to Latvia.", "sold", "PR+"),
    ("Norway may have sold tanks to Latvia.", "sold", "PS+"),
    ("Norway has not sold tanks to Latvia.", "sold", "CT-"),
    ("Norway never sold tanks to Latvia.", "sold", "CT-"),
    ("Did Norway sell tanks to Latvia?", "sell", "Uu"),
]


@pytest.mark.parametrize(("text", "trigger", "factuality"), FACTUALITY)
def test_factuality(pipeline: Pipeline, text: str, trigger: str, factuality: str) -> None:
    assert find(claims_of(pipeline, text), "transfer", trigger).factuality == factuality


# sentence, trigger, source, factuality
SOURCES = [
    ("The minister said that Norway had sold tanks to Latvia.", "sold", "minister", "CT+"),
    ("Norway sold tanks to Latvia, the minister said.", "sold", "minister", "CT+"),
    ("According to Reuters, Norway sold tanks to Latvia.", "sold", "Reuters", "CT+"),
    ("Norway denied that it had sold tanks to Latvia.", "sold", "Norway", "CT-"),
    ("The ministry denied selling tanks to Latvia.", "selling", "ministry", "CT-"),
]


@pytest.mark.parametrize(("text", "trigger", "source", "factuality"), SOURCES)
def test_source(pipeline: Pipeline, text: str, trigger: str, source: str, factuality: str) -> None:
    claim = find(claims_of(pipeline, text), "transfer", trigger)
    named = claim.attribution[-1].source
    assert named is not None
    assert source in named.text
    assert claim.factuality == factuality


# sentence, bound, low, high, unit
FIGURES = [
    ("Norway sold 40 tanks to Latvia.", "exact", 40, 40, "tanks"),
    ("Norway sold more than 1,200 rifles to Latvia.", "min", 1200, None, "rifles"),
    ("Norway sold up to 30 drones to Latvia.", "max", None, 30, "drones"),
    ("Norway sold some 250 missiles to Latvia.", "approx", 250, 250, "missiles"),
    ("Norway sold dozens of tanks to Latvia.", "min", 24, None, "tanks"),
    ("Norway sold twelve tanks to Latvia.", "exact", 12, 12, "tanks"),
]


@pytest.mark.parametrize(("text", "bound", "low", "high", "unit"), FIGURES)
def test_figure(pipeline: Pipeline, text: str, bound: str, low: float | None, high: float | None, unit: str) -> None:
    quantity = find(claims_of(pipeline, text), "transfer", "sold").quantity
    assert quantity is not None
    assert (quantity.bound, quantity.low, quantity.high, quantity.unit) == (bound, low, high, unit)


SILENT = [
    "The bakery delivered bread to the school.",
    "The teacher ordered the pupils to sit down.",
    "She used a pencil.",
    "Arms exports are a contested topic.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_event_where_nothing_of_the_domain_happens(pipeline: Pipeline, text: str) -> None:
    assert [c.frame for c in claims_of(pipeline, text) if c.frame != "statement"] == []


def test_a_remark_without_an_event_is_a_statement(pipeline: Pipeline) -> None:
    (claim,) = claims_of(pipeline, "The general said that the situation was calm.")
    assert (claim.frame, claim.stage) == ("statement", "assert")
    assert claim.roles["source"][0].text == "general"


def test_the_speaker_of_a_quotation_is_carried_into_the_next_sentence(pipeline: Pipeline) -> None:
    text = "“We are not at war,” Colonel Ole Brandt told reporters. “Norway sold tanks to Latvia.”"
    claim = find(claims_of(pipeline, text), "transfer", "sold")
    assert [a.source.text for a in claim.attribution if a.source] == ["Colonel Ole Brandt"]


def test_headlines_of_other_articles_are_kept_apart(pipeline: Pipeline) -> None:
    text = "Norway sold tanks to Latvia.\n\nKeep reading:\n\nChad buys rifles from Italy"
    sections = {c.trigger.text: c.section for c in claims_of(pipeline, text)}
    assert sections == {"sold": "body", "buys": "related"}
