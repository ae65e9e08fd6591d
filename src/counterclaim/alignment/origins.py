"""Who stands behind a proposition: independent origins, and what they make of it together.

The origin of a claim is, in this order:

1. the utterance it rests on;
2. the nearest of its sources that is a known person, body or state: all that one source says in one story within a
   week is one origin, in however many documents ("the same speaker");
3. the lineage of its document: copies and one agency's texts count once;
4. the document.

A document that names a source who affirms the proposition, and states it in its own voice, too, has it from there: its
own voice is no further origin. Only outright affirmation counts (CT+), so hedged claims corroborate nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.alignment.profiles import iso_day, speaker, stories_of
from counterclaim.alignment.things import Naming
from counterclaim.records import Claim, Document, Factuality, Ledger, Lineage, Origin, OriginKind, Status, Utterance

WEEK = 7  # days between reports of what one source says on one occasion

Key = tuple[str, ...]


@dataclass(slots=True)
class Sources:
    """What a ledger knows of origins."""

    naming: Naming
    documents: Mapping[str, Document]
    stories: Mapping[str, str]
    lineages: Mapping[str, Lineage]  # document -> lineage
    utterances: Mapping[str, Utterance]  # claim -> utterance
    published: Mapping[str, str | None]
    labels: Mapping[str, str]  # utterance id -> label
    by_id: Mapping[str, Lineage]

    @classmethod
    def of(cls, ledger: Ledger, naming: Naming) -> "Sources":
        """The sources of a ledger; what is listed twice counts for the first by id."""
        documents: dict[str, Document] = {}
        for document in ledger.documents:
            documents.setdefault(document.id, document)
        lineages: dict[str, Lineage] = {}
        for lineage in sorted(ledger.lineages, key=lambda x: x.id):
            for member in lineage.documents:
                lineages.setdefault(member, lineage)
        utterances: dict[str, Utterance] = {}
        for utterance in sorted(ledger.utterances, key=lambda u: u.id):
            for claim in utterance.claims:
                utterances.setdefault(claim, utterance)
        days = {key: iso_day(document.published) for key, document in documents.items()}
        labels = {utterance.id: utterance.label for utterance in ledger.utterances}
        by_id = {lineage.id: lineage for lineage in lineages.values()}
        return cls(naming, documents, stories_of(ledger), lineages, utterances, days, labels, by_id)

    def origins(self, claims: Mapping[str, Claim]) -> tuple[Origin, ...]:
        """The origins of a proposition's claims, given by their ids; those with most claims first."""
        keys = self._keys(claims)
        held: dict[Key, list[str]] = {}
        for claim in claims:
            held.setdefault(keys[claim], []).append(claim)
        made = [Origin(*self._named(key), tuple(ids)) for key, ids in held.items()]
        return tuple(sorted(made, key=lambda o: (-len(o.claims), o.label, o.claims)))

    def _keys(self, claims: Mapping[str, Claim]) -> dict[str, Key]:
        keys = {key: self._said(key, claim) for key, claim in claims.items()}
        keys |= self._by_week({key: claim for key, claim in claims.items() if keys[key][0] == "speaker"}, keys)
        named: dict[str, Key] = {}
        for key, claim in claims.items():
            if keys[key][0] != "written" and claim.factuality is Factuality.CERTAIN:
                named.setdefault(claim.document, keys[key])
        for key, claim in claims.items():
            if not claim.attribution and claim.document in named:
                keys[key] = named[claim.document]
        return keys

    def _said(self, key: str, claim: Claim) -> Key:
        utterance = self.utterances.get(key)
        if utterance is not None:
            return ("utterance", utterance.id)
        source = speaker(claim, self.naming)
        if source is None:
            return self._written(claim)
        return ("speaker", source, self.stories.get(claim.document, claim.document))

    def _written(self, claim: Claim) -> Key:
        lineage = self.lineages.get(claim.document)
        return ("written", claim.document if lineage is None else lineage.id)

    def _by_week(self, claims: Mapping[str, Claim], keys: Mapping[str, Key]) -> dict[str, Key]:
        """One source in one story, divided where a week has passed since its first report; undated ones go first."""
        found: dict[str, Key] = {}
        first: dict[Key, str] = {}
        days = {claim: self.published.get(held.document) for claim, held in claims.items()}
        for claim in sorted(claims, key=lambda c: (days[c] or "", c)):
            day, key = days[claim], keys[claim]
            began = first.get(key)
            if day is not None and (began is None or _days_between(began, day) > WEEK):
                began = first[key] = day
            found[claim] = (*key, began or "")
        known = {key[:3]: key for key in sorted(found.values(), reverse=True) if key[3]}
        return {claim: key if key[3] else known.get(key[:3], key) for claim, key in found.items()}

    def _named(self, key: Key) -> tuple[OriginKind, str]:
        if key[0] == "utterance":
            return OriginKind.UTTERANCE, self.labels[key[1]]
        if key[0] == "speaker":
            entity = self.naming.entities.get(key[1])
            return OriginKind.UTTERANCE, key[1].removeprefix("state:") if entity is None else entity.name
        lineage = self.by_id.get(key[1])
        if lineage is not None:
            return lineage.kind, lineage.label
        document = self.documents.get(key[1])
        return OriginKind.DOCUMENT, key[1] if document is None else document.title or document.path


def _days_between(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def status(claims: Mapping[str, Claim], origins: Sequence[Origin], deniers: frozenset[str]) -> Status:
    """How a proposition stands: ``deniers`` are the ids of claims that deny it; CT+ affirms, all else is hedged."""
    affirming = {key for key, claim in claims.items() if key not in deniers and _affirms(claim)}
    if deniers:
        return Status.CONTESTED if affirming else Status.DENIED
    independent = sum(bool(affirming & set(origin.claims)) for origin in origins)
    if independent > 1:
        return Status.CORROBORATED
    return Status.SINGLE_SOURCE if independent else Status.HEDGED_ONLY


def _affirms(claim: Claim) -> bool:
    # A remark that says "not" is affirmed as it is worded; who denies it is told apart before.
    certain = {Factuality.CERTAIN, Factuality.NOT_CERTAIN} if claim.frame == "statement" else {Factuality.CERTAIN}
    return claim.factuality in certain
