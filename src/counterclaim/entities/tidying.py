"""A mention's text without what is not the name: articles, possessives, a state in front, a describing noun behind."""

import re
from collections.abc import Iterable, Sequence

from counterclaim.entities.bodies import bare
from counterclaim.entities.known import BODIES, PLACES, known
from counterclaim.entities.spelling import LONGEST
from counterclaim.lexicon.name_forms import name_forms
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Mention, NamedSentence

_LEAST_TEXT = 400  # characters; a shorter text may well have no apostrophe to lose
_APOSTROPHES = ("'", "’", "ʼ")
_LEAST_STEM = 4  # letters
COMPOUND = re.compile(r"-(?:[a-z]{1,12}ed|run|held|made|built)\Z")  # what makes an adjective of a name: "Orava-backed"


class Tidy:
    """Tidies the mentions of one document. Where it lost its apostrophes, -s is one if the stem stands there too."""

    def __init__(self, text: str, sentences: Sequence[NamedSentence]) -> None:
        self._lost = len(text) >= _LEAST_TEXT and not any(mark in text for mark in _APOSTROPHES)
        self._said = _said(m for s in sentences for m in s.mentions) if self._lost else frozenset()

    @property
    def lost(self) -> bool:
        """Whether the document seems to have lost its apostrophes."""
        return self._lost

    def __call__(self, mention: Mention) -> str:
        """The name that the mention gives."""
        text = bare(mention.text)
        if len(text) > LONGEST:
            return text
        text = COMPOUND.sub("", text)
        if self._lost and text.endswith("s") and len(text) > _LEAST_STEM:
            text = self._without_s(text)
        if mention.type in PLACES | BODIES and " " in text and known(text, mention.type) is None:
            text = self._without_state(text)
        if mention.type == "PER":
            return self._without_country(text)
        return _without_noun(text) if mention.type == "ORG" else text

    def _without_s(self, text: str) -> str:
        stem = text[:-1]
        if known(text, "ORG") is not None:
            return text
        if known(stem, "ORG") is not None:
            return stem
        said = stem.casefold() in self._said or (" " in stem and stem.rsplit(" ", 1)[1].casefold() in self._said)
        return stem if said else text

    def _without_country(self, text: str) -> str:
        """ "Norwegian President Ola Lund" without what stands in front of the name; "King Lund" stays as it is."""
        first, _, rest = text.partition(" ")
        stem, states = bare(first), lexicon().states
        lost = self._lost and first.endswith("s") and first[:-1] in states and first not in states
        if (stem in states and (stem != first or _begins_with_title(rest))) or (lost and " " in rest):
            text = rest
        while _begins_with_title(text) and " " in text.partition(" ")[2]:
            text = text.partition(" ")[2]
        return text

    def _without_state(self, text: str) -> str:
        """ "Norway's Bergen" without the state: what is named is the town."""
        first, _, rest = text.partition(" ")
        stem = bare(first)
        possessive = stem != first or (self._lost and first.endswith("s"))
        stem = stem if stem != first else first[:-1]
        state = lexicon().states.get(stem) if possessive else None
        if state is None or stem not in state.names:
            return text
        whole = f"{stem}'s {rest}"
        return whole if known(whole, "ORG") is not None else rest


def _said(mentions: Iterable[Mention]) -> frozenset[str]:
    """Names of a document and their last words, case folded."""
    texts = [m.text.casefold() for m in mentions]
    return frozenset(texts) | frozenset(t.rsplit(" ", 1)[1] for t in texts if " " in t)


def _begins_with_title(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return bool(rest) and first.strip(".").casefold() in name_forms().titles


def _without_noun(text: str) -> str:
    """A body's name without a describing noun in lower case behind it ("Orava group")."""
    forms = name_forms()
    while " " in text:
        rest, _, last = text.rpartition(" ")
        if not last.islower() or last not in forms.bodies_own | forms.groups_own or rest.islower():
            break
        text = rest
    return text
