"""What speaks for and against two mentions being one event."""

from typing import Any

import pytest

from counterclaim.alignment.mention_features import (
    WEIGHTS,
    EventMention,
    Participant,
    features,
    profiles,
    rarity,
)

OREN = Participant("ARG0", "Oren", "Mina Oren")
VALE = Participant("ARG0", "Vale", "Tomas Vale")
DOCUMENTS = {
    "a": "Mina Oren resigned as harbour master on Friday".split(),
    "b": "The harbour master Oren stepped down".split(),
    "c": "A bakery opened in Lund".split(),
}


def mention(lemma: str = "resign", document: str = "a", **more: Any) -> EventMention:
    return EventMention(document, "s", lemma, more.pop("text", lemma), more.pop("pos", "VERB"), **more)


def of(one: EventMention, other: EventMention) -> dict[str, float]:
    known = profiles([one, other], DOCUMENTS, rarity([one, other], DOCUMENTS))
    return features(known[0], known[1])


SEEN = [
    (mention(), mention("resignation", "b", pos="NOUN"), "same stem"),
    (mention(), mention("resignation", "b", pos="NOUN"), "verb and noun"),
    (mention("open", text="opened fire"), mention("fire", "b"), "same word"),
    (mention(), mention("step", "b", text="stepped down"), "synonyms"),
    (mention("sink"), mention("ban", "b"), "any pair"),
    (mention("say"), mention("tell", "b"), "verbs of saying"),
    (mention("happen"), mention("happen", "b"), "general words"),
    (mention(participants=(OREN,)), mention(document="b", participants=(VALE,)), "other agent"),
    (mention(participants=(OREN,)), mention(document="b", participants=(VALE,)), "other name in a role"),
    (mention(participants=(OREN,)), mention(document="b", participants=(VALE,)), "no participant shared"),
    (mention(participants=(OREN,)), mention(document="b"), "no participants"),
    (mention(time=("Friday",)), mention(document="b", time=("last", "Friday")), "same time"),
    (mention(place=("Lund",)), mention(document="b", place=("Lund",)), "same place"),
    (mention(sentence=("4", "ship")), mention(document="b", sentence=("7", "ship")), "other figures"),
    (mention(), mention(), "same document"),
    (mention(), mention(document="b"), "like documents"),
    (mention(sentence=("harbour",)), mention(document="b", sentence=("harbour",)), "like sentences"),
    (mention(position=9), mention(document="b"), "an early sentence"),
    (mention(), mention(document="b", position=2), "early sentences"),
    (mention(), mention(document="b"), "told in the story"),
    (mention(), mention("sink", "b"), "both told"),
]


@pytest.mark.parametrize(("one", "other", "feature"), SEEN)
def test_a_feature_is_seen(one: EventMention, other: EventMention, feature: str) -> None:
    assert 0 < of(one, other)[feature] <= 1


def test_a_name_in_full_and_in_part_is_one_participant() -> None:
    found = of(
        mention(participants=(OREN,)), mention(document="b", participants=(Participant("ARG0", "Oren", "Oren"),))
    )
    assert not {"no participant shared", "other agent", "other name in a role"} & found.keys()


def test_a_rare_trigger_says_more_than_one_that_every_document_has() -> None:
    everywhere = [mention("win", d) for d in DOCUMENTS]
    known = profiles([*everywhere, mention("sink"), mention("sink", "b")], DOCUMENTS, rarity(everywhere, DOCUMENTS))
    assert features(known[3], known[4])["rare trigger"] > features(known[0], known[1]).get("rare trigger", 0.0)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    seen = set()
    for one, other, name in SEEN:
        seen |= {name, *of(one, other)}
    seen |= of(mention("seize"), mention("apprehend", "b")).keys()
    seen |= of(mention("deliver"), mention("supply", "b")).keys()
    seen |= of(mention(participants=(Participant("ARG1", "ship"),)),
               mention(document="b", participants=(Participant("ARG1", "tug"),))).keys()  # fmt: skip
    seen |= of(mention("sink"), mention("sink", "b")).keys()
    assert seen == WEIGHTS.keys()
