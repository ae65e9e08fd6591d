"""What a ledger knows of an entity beside its name: the state whose body it is, or that reports put before its name."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from counterclaim.lexicon.actors import office
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Entity, Ledger, Span
from counterclaim.registers.countries import country_codes

__all__ = ["Surroundings"]

_LETTERS = 3  # of an acronym that many bodies share
_APART = 60  # characters between a demonym and the name that it goes with
_BETWEEN = re.compile(r"\s(?:[\w’'-]+\s){0,4}")  # "Iranian", "deputy defence minister and", then the name
_BREAKS = re.compile(
    r"\b(?:and|or|by|to|from|with|against|of|in|on|at|for|is|was|said|says|told|that|who|which)\b", re.IGNORECASE
)


class Surroundings:
    """The demonyms of a ledger's documents, by where they stand."""

    def __init__(self, ledger: Ledger) -> None:
        """Look where the reports use a state's adjective."""
        self._texts: Mapping[str, str] = {document.id: document.text for document in ledger.documents}
        self._ends: dict[str, list[tuple[int, str]]] = defaultdict(list)
        states = lexicon().states
        for entity in ledger.entities:
            for document, span in entity.mentions if entity.name in states else ():
                word = self._text(document, span)
                if word in states[entity.name].demonyms:
                    self._ends[document] += ((span.end, code) for code in country_codes(states[entity.name].name)[:1])

    def countries(self, entity: Entity) -> frozenset[str]:
        """The ISO 3166 codes of the state that an entity belongs to; empty where the reports do not say."""
        bodies = (office(name) for name in (entity.name, *entity.aliases))
        own = frozenset(code for body in bodies if body is not None for code in country_codes(body.state))
        if own:
            return own
        before = Counter(code for document, span in entity.mentions for code in self._before(document, span))
        return frozenset(code for code, _ in before.most_common(1))

    def only_letters(self, entity: Entity) -> str:
        """The acronym of at most three letters that is all the reports have of a body's name; empty for others."""
        forms = {self._text(document, span) for document, span in entity.mentions}
        short = all(form.isalpha() and form.isupper() and len(form) <= _LETTERS for form in forms)
        return min(forms) if entity.type == "ORG" and forms and short else ""

    def _before(self, document: str, span: Span) -> list[str]:
        """The states whose adjective stands right before a name, with a title between at most."""
        found = []
        for end, code in self._ends.get(document, ()):
            if 0 < span.start - end <= _APART:
                between = self._texts[document][end : span.start]
                if _BETWEEN.fullmatch(between) and not _BREAKS.search(between):
                    found.append(code)
        return found

    def _text(self, document: str, span: Span) -> str:
        return self._texts.get(document, "")[span.start : span.end]
