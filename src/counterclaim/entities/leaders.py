"""Who leads which state, as documents say it: "Norwegian President Ola Lund", "Lund's Norwegian troops"."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.entities.keys import PERSON
from counterclaim.entities.phrases import is_mark
from counterclaim.entities.surroundings import Evidence
from counterclaim.entities.values import Use
from counterclaim.lexicon.name_forms import name_forms
from counterclaim.records import Document

_MARK = 3  # characters from a name to the next with a possessive between: "’s "


def leaders(evidence: Mapping[str, Evidence], pages: Iterable[tuple[Document, Sequence[Use]]]) -> dict[str, str]:
    """The state that each person leads, by the person's key; nobody of whom two states are said."""
    states: dict[str, set[str]] = {}
    for key, found in evidence.items():
        if found.leads and found.states:
            states.setdefault(key, set()).update(found.states)
    for document, uses in pages:
        for one, state in _commands(document.text, uses):
            states.setdefault(one, set()).add(state)
    return {key: next(iter(found)) for key, found in states.items() if len(found) == 1}


def _commands(text: str, uses: Sequence[Use]) -> Iterable[tuple[str, str]]:
    """Persons and states of "Lund's Norwegian troops"."""
    own = name_forms().states_own
    for one, other in itertools.pairwise(uses):
        if not one.key.startswith(PERSON) or not other.key.startswith("state:"):
            continue
        between = text[one.span.end : other.span.start]
        behind = text[other.span.end : other.span.end + 20].split()
        if len(between) == _MARK and is_mark(between.strip()) and behind and behind[0].strip(".,").casefold() in own:
            yield one.key, other.key.removeprefix("state:")
