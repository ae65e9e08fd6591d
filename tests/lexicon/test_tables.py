"""The shipped lexicon loads, and a broken frame or state says what is wrong with it."""

from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.lexicon import tables
from counterclaim.lexicon.codes import Codes


def frame(**changes: Any) -> dict[str, Any]:
    codes = {"plover": ["AID"], "cameo": ["070"]}
    return {
        "frame": "loan",
        "roles": {"item": ["materiel"]},
        "stages": ["lend"],
        "triggers": [],
        "codes": codes,
    } | changes


def test_a_frame_may_have_a_stage_for_what_is_planned_and_verbs_that_decide() -> None:
    found = tables._frame(
        frame(stages=["lend", "plan"], planned={"stage": "plan", "of": ["lend"]}, decisions=["agree"])
    )
    assert (found.planned, "agreed" in found.decisions) == ({"lend": "plan"}, True)
    assert tables._frame(frame()).planned == {}


def test_a_frame_has_its_codes() -> None:
    assert tables._frame(frame()).codes == Codes(("AID",), ("070",))


BROKEN = [
    ({"roles": {"item": ["hardware"]}}, "roles: no such kind: hardware"),
    ({"governors": {"borrow": ["ask"]}}, "governors: no such stage: borrow"),
    ({"planned": {"stage": "plan", "of": ["lend"]}}, "planned: no such stage: plan"),
    ({"planned": {"stage": "lend", "of": ["borrow"]}}, "planned: no such stage: borrow"),
    ({"codes": None}, "loan.yaml, codes: missing"),
    ({"codes": {"plover": ["LEND"]}}, "PLOVER has no type LEND"),
]


@pytest.mark.parametrize(("change", "message"), BROKEN)
def test_a_broken_frame_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        tables._frame(frame(**change))


def test_the_shipped_lexicon_knows_inflected_forms() -> None:
    lexicon = tables.lexicon()
    assert ("shipped", "verb") in lexicon.triggers
    assert ("deliveries", "noun") in lexicon.triggers
    assert lexicon.states["Iranian"].name == lexicon.states["Tehran"].name == "Iran"


def test_every_shipped_frame_has_checked_codes() -> None:
    frames = tables.lexicon().frames
    assert "072" in frames["transfer"].codes.cameo
    assert "SANCTION" in frames["sanction"].codes.plover


STATES = {
    "states": [
        {
            "name": "Heathland",
            "type": "state",
            "demonyms": ["Heathen"],
            "capital": "Furze",
            "metonyms": ["Furse", "Moor"],
        },
        {"name": "Moor", "type": "territory", "aliases": ["the Moor"]},
    ]
}


def test_states_stand_under_names_capitals_and_metonyms() -> None:
    states = tables._states(STATES)
    for name in ("Heathland", "Heathen", "Furze", "Furse"):
        assert states[name].name == "Heathland"
    assert states["Moor"].name == "Moor"  # a name goes before a seat that is spelled alike
    assert states["Heathland"].metonyms == ("Furse", "Moor")


BROKEN_STATES: list[tuple[Any, str]] = [
    ([], "states.yaml, the file: no mapping"),
    ({"states": {"name": "Moor"}}, "states.yaml, states: no list"),
    ({"states": [{"type": "state"}]}, "an entry without a name: name is no text"),
    ({"states": [{"name": "Moor", "type": "realm"}]}, "Moor: no such type: realm; write one of bloc"),
    ({"states": [{"name": "Moor", "type": "state", "capital": 7}]}, "Moor: capital is no text: 7"),
    ({"states": [{"name": "Moor", "type": "state", "seat": "x"}]}, "Moor: no such key: seat"),
    ({"states": [{"name": "Moor", "type": "state"}, {"name": "Moor", "type": "bloc"}]}, "the name Moor is another"),
]


@pytest.mark.parametrize(("content", "message"), BROKEN_STATES)
def test_broken_states_are_refused(content: Any, message: str) -> None:
    with pytest.raises(LexiconError) as error:
        tables._states(content)
    assert message in str(error.value)


def test_other_spellings_of_capitals_are_the_state() -> None:
    states = tables.lexicon().states
    assert states["Kiev"].name == "Ukraine"
    assert states["Teheran"].name == "Iran"


@pytest.mark.parametrize("office", ["Kremlin", "the Kremlin", "Pentagon", "White House", "Élysée"])
def test_offices_are_no_states(office: str) -> None:
    assert office not in tables.lexicon().states
