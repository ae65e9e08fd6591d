"""The ledger as a STIX 2.1 bundle (OASIS standard, 10 June 2021).

What becomes what:

- a named person, body or state: identity; a report: report where its day is known, else grouping;
- a claim: note, written by those whom it names as sources, about the identities in it;
- a proposition between two identities: relationship of the type "claimed-" and the frame. It carries no confidence,
  which in STIX would be ours; what the sources say for and against it is in its description;
- what a register or a regime says: note.

A denial is a note like any claim: an opinion object would state the producer's own view. The fields that STIX has no
place for are in a property extension, whose definition is in the bundle. Ids are version 5 UUIDs of each object's
content, so that the same content gets the same id anywhere. Times are the day of the report, or of the latest report,
or the first day of the extractor's year: when a ledger was made is not in it.
"""

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from counterclaim.exports.network import ends
from counterclaim.exports.told import NOTICE, Told, address, day, encoded, plain, titled
from counterclaim.exports.told_registers import check_sentences, hit_sentence, regime_sentence
from counterclaim.exports.wording import label
from counterclaim.records import Claim, Document, Entity, Ledger, Proposition, Verdict

Made = dict[str, object]

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:counterclaim:stix")
_CLASSES = {"PER": "individual", "ORG": "organization", "NORP": "group", "GPE": "organization"}
_UNNAMED = frozenset({"WEAPON", "MONEY"})  # kinds of things, which are nobody's identity
_SCHEMA = (
    "Fields of a Counterclaim ledger. ledger_id: the id of the object's content in the ledger. frame, stage: what is "
    "claimed. factuality: FactBank's value, how the nearest source commits itself. commitment: the same in words. "
    "status: how independent origins stand to it. origins: how many these are. document, evidence_start, "
    "evidence_end: where the words stand, in Unicode code points. claims: the ids of claims. denied_by: those that "
    "deny it. list_version: the version of an official list. entity_type: the type of a name. All are optional; all "
    "but origins and the offsets are text or lists of text."
)


def to_stix(ledger: Ledger) -> Iterator[bytes]:
    """The bundle, an object a line, in pieces."""
    return encoded(_lines(Bundle(ledger).objects()))


def _lines(objects: Iterable[Made]) -> Iterator[str]:
    seen: dict[str, None] = {}
    for made in objects:
        key = str(made["id"])
        if key not in seen:
            yield (",\n" if seen else '{"type": "bundle", "objects": [\n') + json.dumps(made, ensure_ascii=False)
            seen[key] = None
    yield f'\n],\n"id": "bundle--{uuid.uuid5(_SPACE, " ".join(seen))}"}}\n'


class Bundle:
    """Makes the objects of a bundle; what an object refers to is made before it."""

    def __init__(self, ledger: Ledger) -> None:
        self._told = Told(ledger)
        self._earliest = _first_day(ledger.extractor)
        days = [found for document in ledger.documents if (found := _day(document))]
        self._latest = max(days, default=self._earliest)
        self._producer = _identified(
            {"type": "identity", "name": "Counterclaim", "identity_class": "system"}, self._earliest
        )
        self._definition = self._made(
            "extension-definition",
            self._earliest,
            name="Counterclaim ledger",
            description=NOTICE,
            schema=_SCHEMA,
            version="1.0.0",
            extension_types=["property-extension"],
        )
        self._identities = {e.id: self._identity(e) for e in ledger.entities if e.type not in _UNNAMED}

    def objects(self) -> Iterator[Made]:
        """All objects, those that are referred to first."""
        yield self._producer
        yield self._definition
        yield from self._identities.values()
        found: dict[str, list[Made]] = {}
        for claim in self._told.claims.values():
            found.setdefault(claim.document, []).append(self._claim(claim))
        for notes in found.values():
            yield from notes
        for proposition in self._told.ledger.propositions:
            for made in self._relationships(proposition):
                for key in self._told.within(proposition):
                    found.setdefault(key, []).append(made)
                yield made
        yield from self._registers()
        for document in self._told.documents.values():
            yield self._report(document, found.get(document.id, ()))

    def _made(self, kind: str, when: date, **properties: object) -> Made:
        return _identified({"type": kind, "created_by_ref": self._producer["id"], **properties}, when)

    def _fields(self, ledger_id: str, **fields: object) -> Made:
        """The extension of an object."""
        kept = {name: value for name, value in fields.items() if value not in (None, "", [])}
        return {str(self._definition["id"]): {"extension_type": "property-extension", "ledger_id": ledger_id, **kept}}

    def _identity(self, entity: Entity) -> Made:
        aliases = f" Also named: {', '.join(entity.aliases)}." if entity.aliases else ""
        return self._made(
            "identity",
            self._earliest,
            name=_worded(entity.name) or entity.id,
            description=f"Named in reports.{aliases}",
            identity_class=_CLASSES.get(entity.type, "unknown"),
            extensions=self._fields(entity.id, entity_type=entity.type),
        )

    def _claim(self, claim: Claim) -> Made:
        told, document = self._told, self._told.documents.get(claim.document)
        owners = told.propositions_of.get(claim.id, ())
        standing = (f"Proposition {p.id}, {told.commitment(claim, p)}: {told.standing(p)}." for p in owners)
        statuses = list(dict.fromkeys(p.status.value for p in owners))
        named = [filler.entity for fillers in claim.roles.values() for filler in fillers]
        sources = [link.source for link in claim.attribution if link.source is not None]
        return self._made(
            "note",
            (_day(document) if document else None) or self._latest,
            abstract=f"Claimed, not verified: {label(claim)}",
            content="\n".join(filter(None, (told.attributed(claim), told.roles(claim), *standing, NOTICE))),
            authors=[_worded(source.text) or "(not named)" for source in sources] or [told.source(claim)],
            object_refs=self._references([*named, *(source.entity for source in sources)]),
            labels=[f"factuality:{claim.factuality.value}", *(f"status:{status}" for status in statuses)],
            external_references=[_reference(document)] if document else [_named(told, claim.document)],
            extensions=self._fields(
                claim.id,
                frame=claim.frame,
                stage=claim.stage,
                factuality=claim.factuality.value,
                commitment=told.commitment(claim),
                document=claim.document,
                evidence_start=claim.evidence.span.start,
                evidence_end=claim.evidence.span.end,
                status=statuses,
            ),
        )

    def _references(self, entities: Iterable[str | None]) -> list[object]:
        """The identities of entities; the producer's where there are none, as a note must be about something."""
        found = [self._identities[key]["id"] for key in dict.fromkeys(entities) if key in self._identities]
        return found or [self._producer["id"]]

    def _relationships(self, proposition: Proposition) -> Iterator[Made]:
        told = self._told
        within = told.within(proposition)
        told_by = told.voices(proposition)
        for one, other in ends(told, proposition):
            if one in self._identities and other in self._identities:
                yield self._made(
                    "relationship",
                    max((found for key in within if (found := _day(told.documents[key]))), default=self._latest),
                    relationship_type=f"claimed-{_term(proposition.frame)}",
                    source_ref=self._identities[one]["id"],
                    target_ref=self._identities[other]["id"],
                    description="\n".join([f"{proposition.summary}: {told.standing(proposition)}.", *told_by, NOTICE]),
                    labels=[f"status:{proposition.status.value}"],
                    external_references=[_reference(told.documents[key]) for key in within]
                    or [_named(told, proposition.id)],
                    extensions=self._fields(
                        proposition.id,
                        frame=proposition.frame,
                        stage=proposition.stage,
                        status=[proposition.status.value],
                        origins=len(proposition.origins),
                        claims=list(proposition.claims),
                        denied_by=list(proposition.denied_by),
                    ),
                )

    def _registers(self) -> Iterator[Made]:
        told = self._told
        for hit in told.ledger.hits:
            if hit.verdict is not Verdict.NONE:
                listed = f"list version {hit.list_version}" + (f", listed {hit.listed}" if hit.listed else "")
                cited: Made = {**_cited(hit.register, "register", listed), "external_id": hit.entry}
                kind = "Register hit" if hit.verdict is Verdict.HIT else "Possible, not a match"
                yield self._note(kind, [hit_sentence(told, hit)], [hit.entity], cited, hit.list_version)
        for check in told.ledger.register_checks:
            cited = _cited(check.register, "register", f"list version {check.list_version}")
            entities = [target.entity for target in check.targets]
            yield self._note("Register check", list(check_sentences(check)), entities, cited, check.list_version)
        for regime in told.ledger.regimes:
            owner = told.propositions.get(regime.proposition)
            bound = told.filling(owner, regime.side) if owner else []
            cited = _cited(regime.authority, "authority", "; ".join(regime.basis) or regime.name)
            yield self._note(f"Regime: {regime.name}", [regime_sentence(regime)], bound, cited, None)

    def _note(
        self, title: str, content: Sequence[str], entities: Iterable[str | None], cited: Made, version: str | None
    ) -> Made:
        return self._made(
            "note",
            self._latest,
            abstract=title,
            content="\n".join([*content, NOTICE]),
            object_refs=self._references(entities),
            external_references=[cited],
            extensions=self._fields(title, list_version=version),
        )

    def _report(self, document: Document, held: Sequence[Made]) -> Made:
        published = _day(document)
        told: Made = {
            "name": titled(document),
            "description": f"A report as it was read. {NOTICE}",
            "object_refs": list(dict.fromkeys(made["id"] for made in held)) or [self._producer["id"]],
            "external_references": [_reference(document)],
            **({"lang": document.language} if re.fullmatch("[a-z]{2,3}", document.language) else {}),
            "extensions": self._fields(document.id, document=document.id),
        }
        if published is None:
            return self._made("grouping", self._latest, context="unspecified", **told)
        return self._made("report", published, published=_time(published), **told)


def _identified(properties: Mapping[str, object], when: date) -> Made:
    """An object with its times and the id that its content gives it."""
    fit = {name: _fit(value) for name, value in properties.items()}
    made: Made = {"spec_version": "2.1", "created": _time(when), "modified": _time(when), **fit}
    content = json.dumps(made, sort_keys=True)
    return {"type": fit["type"], "id": f"{fit['type']}--{uuid.uuid5(_SPACE, content)}", **made}


def _fit(value: object) -> object:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [_fit(each) for each in value]
    return {key: _fit(each) for key, each in value.items()} if isinstance(value, dict) else value


def _reference(document: Document) -> Made:
    """Where a report is from, as an external reference."""
    web = address(document)
    place: Made = {"url": web, "hashes": {"SHA-256": document.sha256}} if web else {}
    about = f"{titled(document)}; found at {_worded(document.path)}; SHA-256 of the text {document.sha256}"
    source = _worded(document.outlet or "") or "report"
    return {"source_name": source, "external_id": document.id, "description": about, **place}


def _cited(source: str, otherwise: str, about: str) -> Made:
    return {"source_name": _worded(source) or otherwise, "description": about}


def _first_day(extractor: str) -> date:
    """The first day of an extractor's year: what carries no day of its own, such as a name, has that one."""
    year = extractor.partition(".")[0]
    return date(int(year), 1, 1) if re.fullmatch(r"(?:19|20)[0-9]{2}", year) else date(2026, 1, 1)


def _named(told: Told, key: str) -> Made:
    return {"source_name": "counterclaim", "external_id": key, "description": f"extractor {told.ledger.extractor}"}


def _day(document: Document) -> date | None:
    found = day(document.published)
    return date.fromisoformat(found) if found else None


def _time(when: date) -> str:
    return f"{when.isoformat()}T00:00:00.000Z"


def _term(text: str) -> str:
    """A term of a vocabulary: lower case, figures, dashes."""
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower()).strip("-") or "other"


def _worded(text: str) -> str:
    return " ".join(plain(text).split())
