"""The shipped lexicon loads, and a broken frame says what is wrong with it."""

from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.lexicon import tables


def frame(**changes: Any) -> dict[str, Any]:
    return {"frame": "loan", "roles": {"item": ["materiel"]}, "stages": ["lend"], "triggers": []} | changes


BROKEN = [
    ({"roles": {"item": ["hardware"]}}, "roles: no such kind: hardware"),
    ({"governors": {"borrow": ["ask"]}}, "governors: no such stage: borrow"),
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
