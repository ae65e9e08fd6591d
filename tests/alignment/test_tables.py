"""The stage's tables: they fit the lexicon, and what is wrong in them is named."""

import pytest

from counterclaim.alignment.phrasing import patterns, read_patterns
from counterclaim.alignment.tables import goods, read_goods, read_rules, rules
from counterclaim.errors import LexiconError
from counterclaim.lexicon.designations import designations
from counterclaim.lexicon.tables import lexicon


def test_every_frame_of_the_lexicon_has_rules_and_phrases() -> None:
    frames = lexicon().frames
    assert set(rules().frames) == set(frames)
    for name, frame in frames.items():
        held = patterns()[name]
        assert "" in held or set(held) == set(frame.stages)


def test_every_apart_roleset_is_of_its_frame() -> None:
    rolesets = {(t.frame, t.roleset) for ts in lexicon().triggers.values() for t in ts}
    assert {(f, r) for f, frame in rules().frames.items() for r in frame.apart} <= rolesets


def test_every_class_of_designations_is_some_kind_of_goods() -> None:
    assert set(designations().types) <= set(goods().classes)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["kamikaze", "drone"], "loitering munition"),
        (["norwegian", "arm", "export"], "weapon"),
        (["missile", "strike"], "missile"),
        (["bread"], None),
    ],
)
def test_the_kind_of_goods_that_a_phrase_names(words: list[str], kind: str | None) -> None:
    assert goods().kind(words) == kind


def test_drones_cover_a_loitering_munition_and_weapons_cover_both() -> None:
    assert {"drone", "weapon"} < goods().covers["loitering munition"]


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ({"frames": {"weather": {}}}, "no such frame"),
        ({"frames": {"transfer": {"roles": {"buyer": "actor"}}}}, "no such role"),
        ({"frames": {"transfer": {"roles": {"item": "thing"}}}}, "no such role or kind"),
        ({"frames": {"transfer": {"roles": {}, "together": [["sale", "theft"]]}}}, "no such stage"),
    ],
)
def test_wrong_rules_are_named(content: object, wrong: str) -> None:
    with pytest.raises(LexiconError, match=wrong):
        read_rules(content)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ({"drone": {"under": ["weapon"]}}, "no such kind"),
        ({"drone": {"under": ["drone"]}}, "covers itself"),
        ({"drone": {"nouns": ["uav"]}, "jet": {"nouns": ["UAVs"]}}, "already"),
    ],
)
def test_wrong_goods_are_named(content: object, wrong: str) -> None:
    with pytest.raises(LexiconError, match=wrong):
        read_goods(content)


def test_a_phrase_of_an_unknown_role_is_named() -> None:
    with pytest.raises(LexiconError, match="no such role: buyer"):
        read_patterns({"transfer": {"sale": ["{buyer} bought arms"]}})
