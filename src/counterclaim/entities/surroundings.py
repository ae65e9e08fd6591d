"""What the words beside a name say of its bearer: titles, a state, a noun that describes it.

Only the words right before the name are read, up to the first that is no title, and a short apposition behind it.
That is little, and nearly always right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.entities.bodies import bare
from counterclaim.entities.spelling import folded
from counterclaim.lexicon.name_forms import name_forms
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Span

_BEFORE, _BEHIND = 80, 70  # characters
_WORDS = 6  # of an apposition, up to its noun
_BREAK = re.compile(r"[,;:!?()\"“”‘\n\r]")
_APPOSITION = re.compile(r"\s?(?:,|\()\s?([\w.'’ -]{1,70})")
_ENDS = frozenset(
    "who which that and or of in on at to for from by with said says told is was has had were are".split()
)
_ADJECTIVAL = frozenset({"US", "U.S.", "UK", "U.K."})
_ARTICLES = frozenset("a an the its their his her".split())
# Sent to a state or by one: the state beside the title may be either.
_SENT = frozenset({"envoy", "ambassador", "representative", "coordinator", "chief", "director"})
_MALE, _FEMALE = frozenset({"mr", "king", "prince", "sir"}), frozenset({"mrs", "ms", "miss", "queen", "princess"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a document says of a name's bearer beside the name: titles and describing nouns, and states."""

    titles: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()

    def with_(self, other: "Evidence") -> "Evidence":
        """Both together."""
        return Evidence(self.titles | other.titles, self.states | other.states)

    @property
    def callings(self) -> frozenset[str]:
        """The titles' callings, without forms of address."""
        titles = name_forms().titles
        return frozenset(titles[t] for t in self.titles if titles.get(t) not in {None, "address", "added"})

    @property
    def sexes(self) -> frozenset[str]:
        """ "m" and "f" where a title tells."""
        return frozenset("m" for t in self.titles if t in _MALE) | frozenset("f" for t in self.titles if t in _FEMALE)

    @property
    def leads(self) -> bool:
        """Whether a title says that this person heads a state."""
        return not self.titles.isdisjoint(name_forms().heads_of_state)


NOTHING = Evidence()


def evidence_at(text: str, span: Span, sentence: Span, name: str) -> Evidence:
    """What stands beside the person's name at ``span`` of the raw ``text``; ``name`` may begin with titles itself."""
    before = _BREAK.split(text[max(sentence.start, span.start - _BEFORE) : span.start])[-1].split()
    inside = [w for w in name.split()[:-1] if _plain(w) in name_forms().titles]
    return _titles_before([*before, *inside]).with_(_apposition(text, span, sentence))


def nouns_at(text: str, span: Span, sentence: Span, name: str) -> frozenset[str]:
    """The main forms of the nouns that describe the body named at ``span``: before it, behind it, or in its name."""
    described = name_forms().described
    before = _BREAK.split(text[max(sentence.start, span.start - _BEFORE) : span.start])[-1].split()
    found = {described[w] for w in folded(name) if w in described}
    if before and _plain(before[-1]) in described:
        found.add(described[_plain(before[-1])])
    behind = _behind(text, span, sentence)
    if behind and behind[0] in _ARTICLES:
        for word in behind[1 : _WORDS + 1]:
            if word in _ENDS:
                break
            if word in described:
                found.add(described[word])
                break
    return frozenset(found)


def _plain(word: str) -> str:
    return bare(word.strip(".,'’\"“”")).casefold()


def _titles_before(words: Sequence[str]) -> Evidence:
    forms, _states = name_forms(), lexicon().states
    titles: set[str] = set()
    for at in range(len(words) - 1, -1, -1):
        found = [p for p in _plain(words[at]).split("-") if p]
        if found and all(p in forms.titles for p in found):
            titles |= {forms.short_titles.get(p, p) for p in found if forms.titles[p] != "added"}
            if at and _plain(words[at - 1]) in {"prime", "supreme"}:
                titles.add(f"{_plain(words[at - 1])} {found[-1]}")
            continue
        own = _own_state(words[max(0, at - 1) : at + 1]) if titles - _SENT else None
        return Evidence(frozenset(titles), frozenset() if own is None else frozenset({own}))
    return Evidence(frozenset(titles))


def _own_state(words: Sequence[str]) -> str | None:
    """The state whose the bearer of a title is, of one word or two before it: an adjective or a possessive only."""
    for word in (" ".join(words), words[-1]):
        stem = bare(word)
        state = lexicon().states.get(stem)
        if state is not None and state.type in {"state", "territory"}:
            return state.name if stem != word or stem in state.demonyms or stem in _ADJECTIVAL else None
    return None


def _behind(text: str, span: Span, sentence: Span) -> list[str]:
    found = _APPOSITION.match(text, span.end, min(sentence.end, span.end + _BEHIND))
    return [] if found is None else [_plain(w) for w in found[1].split()]


def _apposition(text: str, span: Span, sentence: Span) -> Evidence:
    """Titles and state of ", the Norwegian defence minister": only where a title is reached."""
    forms = name_forms()
    found = _APPOSITION.match(text, span.end, min(sentence.end, span.end + _BEHIND))
    states: set[str] = set()
    for word in found[1].split()[: _WORDS + 1] if found else ():
        plain = _plain(word)
        if plain in _ENDS:
            break
        state = _own_state([word])
        if state is not None:
            states.add(state)
        elif forms.titles.get(plain, "added") != "added":
            return Evidence(frozenset({forms.short_titles.get(plain, plain)}), frozenset(states))
    return NOTHING
