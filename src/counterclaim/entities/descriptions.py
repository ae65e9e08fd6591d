"""Definite descriptions: "the company", "the general" are what the document has called so before, if one fits."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from counterclaim.entities.surroundings import NOTHING, Evidence
from counterclaim.entities.values import Open, PageNames, Use
from counterclaim.lexicon.name_forms import name_forms
from counterclaim.records import Filler, Span

_REACH = 4000  # characters back to the last mention of who is meant
_THE = re.compile(r"\b(?:the|this|that|said)\s+\Z", re.IGNORECASE)
_MOST_WORDS = 2


class Describer:
    """Reads the descriptions of one document, whose settled uses are given in order, with keys as pages have them."""

    def __init__(
        self,
        text: str,
        page: PageNames,
        uses: Sequence[Use],
        finals: Mapping[str, str],
    ) -> None:
        self._text = text
        self._uses = uses
        self._titles: dict[str, Evidence] = {}
        self._nouns: dict[str, frozenset[str]] = {}
        for key, found in page.evidence.items():
            final = finals.get(key, key)
            self._titles[final] = self._titles.get(final, NOTHING).with_(found)
        for key, nouns in page.nouns.items():
            final = finals.get(key, key)
            self._nouns[final] = self._nouns.get(final, frozenset()) | nouns

    def key(self, filler: Filler) -> str | Open | None:
        """The key of who is meant; an open name where several fit; None where it is no description or nobody fits."""
        wanted = self._wanted(filler)
        if wanted is None:
            return None
        noun, states = wanted
        at = bisect_left(self._uses, filler.span.start, key=_start)
        fitting: dict[str, int] = {}
        for use in reversed(self._uses[:at]):
            if filler.span.start - use.span.start > _REACH:
                break
            if use.key not in fitting and self._fits(use.key, noun, states):
                fitting[use.key] = use.span.start
        if len(fitting) == 1:
            return next(iter(fitting))
        if not fitting:
            return None
        return Open(filler.span, filler.text, tuple(sorted(fitting)), f"several are called “{noun}” before")

    def _wanted(self, filler: Filler) -> tuple[str, frozenset[str]] | None:
        """The noun in its main form, and the states of the adjective before it."""
        words = filler.text.split()
        if words and words[0].casefold() in {"the", "this", "that"}:
            words = words[1:]
        elif not _THE.search(self._text, max(0, filler.span.start - 8), filler.span.start):
            return None
        if not 0 < len(words) <= _MOST_WORDS or not words[-1].islower():
            return None
        inside = list(self._uses_in(filler.span))
        if len(words) == _MOST_WORDS and not inside:
            return None  # "the former general" may be another one
        if any(not u.key.startswith("state:") for u in inside):
            return None
        forms = name_forms()
        noun = words[-1]
        main = forms.short_titles.get(noun, forms.described.get(noun, noun))
        known_noun = main in forms.described or forms.titles.get(main, "address") not in {"address", "added"}
        return (main, frozenset(u.key.removeprefix("state:") for u in inside)) if known_noun else None

    def _uses_in(self, span: Span) -> Sequence[Use]:
        at = bisect_left(self._uses, span.start, key=_start)
        return [u for u in self._uses[at : at + _MOST_WORDS] if span.covers(u.span)]

    def _fits(self, key: str, noun: str, states: frozenset[str]) -> bool:
        if noun in self._nouns.get(key, ()):
            return not states
        beside = self._titles.get(key, NOTHING)
        if noun not in beside.titles:
            return False
        return not states or not beside.states or not states.isdisjoint(beside.states)


def _start(use: Use) -> int:
    return use.span.start
