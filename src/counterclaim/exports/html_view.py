"""What the sections of the HTML page share: numbers, anchors and names of documents, claims, origins, propositions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from counterclaim.exports.html_anchors import Anchored
from counterclaim.exports.html_cards import LINES
from counterclaim.exports.wording import by_document, clean, committed, listed, names
from counterclaim.records import Claim, Document, Ledger, Lineage, Origin, OriginKind, Proposition, Utterance

LONGEST = 220  # characters of a summary or a label
_PERSON = "PER"


def cut(text: str, longest: int = LONGEST) -> str:
    """Text on one line that a page may show, cut after so many characters."""
    text = clean(text[: longest * 4])
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def titled(document: Document, longest: int = LONGEST) -> str:
    """A document's title, or the last part of the path that it was found at."""
    return cut(document.title or document.path.rstrip("/").rpartition("/")[2] or document.path, longest)


@dataclass(frozen=True, slots=True)
class Column:
    """An independent origin over the whole page: ``reports`` are the numbers of the documents that carry it."""

    key: str
    kind: OriginKind
    label: str
    reports: tuple[int, ...]

    @property
    def name(self) -> str:
        """What a sentence calls it."""
        numbers = listed([str(number) for number in self.reports])
        reports = f"report{'' if len(self.reports) == 1 else 's'} {numbers}"
        if self.kind is OriginKind.UTTERANCE:
            return f"{self.label}, quoted in {reports}"
        return reports.capitalize() if self.reports else self.label


class View:
    """A ledger as the page numbers it; documents and propositions count from 1, claims from 0."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.named: Mapping[str, str] = names(ledger.entities)
        self._types = {entity.id: entity.type for entity in ledger.entities}
        found = by_document(ledger)
        self.claims_of: dict[str, list[Claim]] = {d.id: found[d.id] for d in ledger.documents}
        self.claims: dict[str, Claim] = {}
        self.keys: dict[str, int] = {}
        self.within: dict[str, int] = {}
        for own in self.claims_of.values():
            for number, claim in enumerate(own, start=1):
                self.keys[claim.id] = len(self.keys)
                self.within[claim.id] = number
                self.claims[claim.id] = claim
        self.reports = {document.id: number for number, document in enumerate(ledger.documents, start=1)}
        self.propositions = tuple(sorted({p.id: p for p in ledger.propositions}.values(), key=self._weight))
        self.numbers = {proposition.id: i for i, proposition in enumerate(self.propositions, start=1)}
        self.registers = Anchored(ledger)

    def _weight(self, proposition: Proposition) -> tuple[int, int, bool, int]:
        """Biggest first: origins, claims; remarks last, then the order of the reports."""
        held = self.held(proposition)
        first = min((self.keys[c.id] for c in held), default=len(self.keys))
        return -len(proposition.origins), -len(held), proposition.frame == "statement", first

    def held(self, proposition: Proposition) -> list[Claim]:
        """The claims of a proposition that are on the page, and those that deny it, once each."""
        ids = dict.fromkeys((*proposition.claims, *proposition.denied_by))
        return [self.claims[i] for i in ids if i in self.claims]

    def marks(self, claims: Iterable[Claim]) -> str:
        """The keys by which the script finds what hangs on claims."""
        return " ".join(str(self.keys[claim.id]) for claim in claims)

    def anchor(self, proposition: Proposition) -> str:
        """The id of a proposition's row in the matrix."""
        return f"p-{self.numbers[proposition.id]}"

    def report(self, claim: Claim) -> int:
        """The number of the report that holds a claim."""
        return self.reports[claim.document]

    def place(self, claim: Claim) -> str:
        """A claim's number as the matrix shows it: the report's, and its own within the report."""
        return f"{self.report(claim)}.{self.within[claim.id]}"

    def document(self, number: int) -> Document:
        """The report with a number."""
        return self.ledger.documents[number - 1]

    def stance(self, proposition: Proposition, claim: Claim) -> str:
        """What a claim does with the proposition: "affirms", "denies" or "hedges"."""
        if claim.id in proposition.denied_by:
            return "denies"
        return {"ct": "affirms", "no": "denies"}.get(LINES[committed(claim)], "hedges")

    def speaker(self, claim: Claim) -> str | None:
        """The nearest source in words for people; None is the report's own voice.

        A person has the fullest name; "Utopian officials" stay as they are written, though they are tied to Utopia.
        """
        for link in reversed(claim.attribution):
            if link.source is not None:
                words, entity = cut(link.source.text, 100), link.source.entity or ""
                bare = words.islower() and " " not in words  # "it", "he", "general"
                known = self._types.get(entity) == _PERSON or bare
                return cut(self.named[entity], 100) if known and entity in self.named else words
        return None

    @cached_property
    def known(self) -> frozenset[str]:
        """The names of the entities."""
        return frozenset(cut(name, 80) for name in self.named.values())

    @cached_property
    def proposition_of(self) -> dict[str, Proposition]:
        """The proposition of each claim."""
        return {c: p for p in reversed(self.propositions) for c in (*p.denied_by, *p.claims)}

    @cached_property
    def naming(self) -> dict[str, list[Claim]]:
        """The claims that name each entity that is, or possibly is, on a list."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            for entity in dict.fromkeys(self.listed_in(claim)):
                found.setdefault(entity, []).append(claim)
        return found

    @cached_property
    def naming_reports(self) -> dict[str, list[int]]:
        """The numbers of the reports that name each entity that is, or possibly is, on a list."""
        found = self.registers
        return {
            entity.id: sorted({self.reports[document] for document, _ in entity.mentions if document in self.reports})
            for entity in self.ledger.entities
            if entity.id in found.hits or entity.id in found.possibles
        }

    def listed_in(self, claim: Claim) -> Iterator[str]:
        """The entities of a claim's sources, roles and place that are, or possibly are, on a list."""
        sources = [link.source for link in claim.attribution]
        fillers = [filler for fillers in claim.roles.values() for filler in fillers]
        for filler in (*sources, *fillers, claim.place):
            entity = filler.entity if filler is not None else None
            if entity is not None and (entity in self.registers.hits or entity in self.registers.possibles):
                yield entity

    @cached_property
    def _lineages(self) -> dict[str, Lineage]:
        return {document: lineage for lineage in self.ledger.lineages for document in lineage.documents}

    @cached_property
    def _utterances(self) -> dict[str, Utterance]:
        return {claim: utterance for utterance in self.ledger.utterances for claim in utterance.claims}

    @cached_property
    def _said(self) -> dict[str, Column]:
        """The origins that are speakers, by their names, with all reports that quote them."""
        found: dict[str, set[int]] = {}
        for origin in (o for p in self.propositions for o in p.origins if o.kind is OriginKind.UTTERANCE):
            held = [self.claims[c] for c in origin.claims if c in self.claims and c not in self._utterances]
            found.setdefault(origin.label, set()).update(self.report(claim) for claim in held if claim.attribution)
        return {
            label: Column(f"said:{label}", OriginKind.UTTERANCE, cut(label), tuple(sorted(reports)))
            for label, reports in found.items()
        }

    def column(self, claim: Claim, origin: Origin | None) -> Column:
        """Where a claim comes from; ``origin`` is what its proposition says of that, if anything."""
        spoken = origin is None or origin.kind is OriginKind.UTTERANCE
        said = self._utterances.get(claim.id) if spoken else None
        if said is not None:
            return Column(said.id, OriginKind.UTTERANCE, cut(said.label), self._numbers(said.documents))
        if origin is not None and spoken and claim.attribution:  # what a report says itself stays with the report
            return self._said[origin.label]
        lineage = self._lineages.get(claim.document)
        own = self.document(self.report(claim))
        if lineage is None:
            return Column(own.id, OriginKind.DOCUMENT, titled(own), (self.report(claim),))
        reports = self._numbers(lineage.documents)
        label = titled(self.document(reports[0])) if lineage.kind is OriginKind.DOCUMENT else cut(lineage.label)
        return Column(lineage.id, lineage.kind, label, reports)

    def _numbers(self, documents: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted(self.reports[document] for document in documents if document in self.reports))

    def columns_of(self, proposition: Proposition) -> dict[Column, list[Claim]]:
        """The claims of a proposition by their origin."""
        origins = {claim: origin for origin in proposition.origins for claim in origin.claims}
        found: dict[Column, list[Claim]] = {}
        for claim in self.held(proposition):
            found.setdefault(self.column(claim, origins.get(claim.id)), []).append(claim)
        return found

    def actors(self, proposition: Proposition, role: str) -> list[str]:
        """Who stands in a role: the names of entities, or the shortest words that claims have for what is none."""
        values = dict(proposition.roles).get(role, ())
        found = [self.named[value] for value in values if value in self.named]
        if len(found) < len(values):
            named = {value for value in values if value in self.named}
            told = [f.text for c in self.held(proposition) for f in c.roles.get(role, ()) if f.entity not in named]
            found += sorted((" ".join(text.split()) for text in told), key=len)[:1]
        return list(dict.fromkeys(cut(name, 80) for name in found if name))

    @property
    def independent(self) -> int:
        """How many independent texts the reports come down to."""
        alone = sum(document.id not in self._lineages for document in self.ledger.documents)
        return alone + len({lineage.id for lineage in self._lineages.values()} if self._lineages else ())


__all__ = ["Column", "View", "cut", "listed", "titled"]
