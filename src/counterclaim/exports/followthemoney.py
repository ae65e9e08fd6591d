"""The ledger as FollowTheMoney entities, one JSON object a line, as Aleph, yente and OpenSanctions' tools read them.

What becomes what:

- a report: Article; a person, body, state or vehicle that reports name: Person, Organization, Territory, Vehicle or
  LegalEntity, with a Mention for each report;
- a claim: a Note on those whom it names, whose description says who claims it in which words, with the report as
  proof;
- a proposition between two named things: an UnknownLink, whose role begins with "claimed", with its standing, all its
  claims and their reports. Nothing becomes a Payment, an Event or an Ownership: these would state as a fact what is
  only claimed;
- a register's entry: an entity of its own with a Sanction, which is what the list says; that a report names the same
  one is a Similar with the score, and a possible match says that it is none;
- a register check and a regime: a Note.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.exports.actors import actor
from counterclaim.exports.network import ends
from counterclaim.exports.told import NOTICE, STANDINGS, Told, address, day, encoded, plain, titled
from counterclaim.exports.told_registers import check_sentences, hit_sentence, regime_sentence
from counterclaim.exports.wording import label
from counterclaim.records import (
    Claim,
    Document,
    Entity,
    EntryKind,
    Ledger,
    Proposition,
    RegimeFinding,
    RegisterCheck,
    ScreeningHit,
    Verdict,
    digest,
)

_SCHEMATA = {"PER": "Person", "ORG": "Organization", "NORP": "LegalEntity", "FAC": "LegalEntity", "VEHICLE": "Vehicle"}
_ENTRIES = {
    EntryKind.PERSON: "Person",
    EntryKind.ORGANISATION: "Organization",
    EntryKind.SHIP: "Vessel",
    EntryKind.AIRCRAFT: "Airplane",
    EntryKind.OTHER: "LegalEntity",
}
# ISO 639-1 to 639-3, which the library asks for, of languages that reports come in.
_LANGUAGES = dict(
    pair.split("-")
    for pair in (
        "ar-ara az-aze be-bel bg-bul cs-ces da-dan de-deu el-ell en-eng es-spa et-est fa-fas fi-fin fr-fra he-heb "
        "hi-hin hr-hrv hu-hun hy-hye id-ind it-ita ja-jpn ka-kat kk-kaz ko-kor ku-kur lt-lit lv-lav mk-mkd ms-msa "
        "my-mya nl-nld no-nor pl-pol ps-pus pt-por ro-ron ru-rus sk-slk sl-slv so-som sq-sqi sr-srp sv-swe sw-swa "
        "th-tha tr-tur uk-ukr ur-urd uz-uzb vi-vie zh-zho"
    ).split()
)
_LEGAL = frozenset({"Person", "Organization", "LegalEntity"})
# The longest values that the library keeps.
_NAMES = frozenset({"name", "alias"})
_STRING = 1024
_LENGTHS = {"name": 384, "alias": 384, "description": 65_000, "summary": 65_000, "notes": 65_000}
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
_QUOTED = re.compile("[\"'](.*)[\"']")
_Properties = Mapping[str, Sequence[str | None]]


def to_ftm(ledger: Ledger) -> Iterator[bytes]:
    """The entities as JSON lines, in pieces."""
    return encoded(json.dumps(entity, ensure_ascii=False) + "\n" for entity in _entities(Told(ledger)))


def _entities(told: Told) -> Iterator[dict[str, object]]:
    for document in told.documents.values():
        yield _article(document)
    for entity in told.entities.values():
        schema = _schema(entity)
        if schema is not None:
            yield _thing(entity, schema)
            yield from _mentions(told, entity, schema)
    for claim in told.claims.values():
        yield _claim(told, claim)
    for proposition in told.ledger.propositions:
        yield from _links(told, proposition)
    yield from _registers(told)


def _registers(told: Told) -> Iterator[dict[str, object]]:
    for hit in {(h.register, h.entry, h.list_version): h for h in told.ledger.hits}.values():
        yield from _entry(told, hit)
    for hit in told.ledger.hits:
        if _known(told, hit.entity) and hit.verdict is not Verdict.NONE:
            yield _similar(told, hit)
    for check in told.ledger.register_checks:
        yield _check(told, check)
    for regime in told.ledger.regimes:
        yield _regime(told, regime)


def _made(key: str, schema: str, **properties: Sequence[str | None]) -> dict[str, object]:
    """An entity; values are cut to what the library keeps, empty ones left out."""
    kept: dict[str, list[str]] = {}
    for name, values in properties.items():
        longest = _LENGTHS.get(name, _STRING)
        found = dict.fromkeys(_kept(name, value)[:longest] for value in values if value)
        if any(found):
            kept[name] = [value for value in found if value]
    return {"id": key, "schema": schema, "properties": kept, "datasets": ["counterclaim"]}


def _kept(name: str, value: str) -> str:
    """A value as the library keeps it: composed, on one line, without invisible characters; names without quotes."""
    text = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", plain(value)).replace("\u0a00", " ")).split())
    while name in _NAMES and (inside := _QUOTED.fullmatch(text)):
        text = inside[1].strip()
    return text


def _key(kind: str, key: str) -> str:
    """An id that FollowTheMoney takes: letters, figures and dashes."""
    plain_key = key.replace(":", "-")
    safe = plain_key.replace("-", "").isalnum() and plain_key.isascii() and plain_key[-1:].isalnum() and len(key) < 100
    return f"cc-{kind}-{plain_key if safe else digest(key)[:24]}"


def _reference(key: str) -> str:
    return _key("ledger", key)


def _article(document: Document) -> dict[str, object]:
    return _made(
        _reference(document.id),
        "Article",
        title=[titled(document)],
        fileName=[document.path.rstrip("/").rpartition("/")[2] or document.id],
        publishedAt=[day(document.published)],
        publisher=[document.outlet],
        author=[document.byline],
        language=[_LANGUAGES.get(document.language)],
        sourceUrl=[address(document)],
        notes=[
            f"Counterclaim document {document.id}, SHA-256 of the text {document.sha256}",
            f"credits: {', '.join(document.credits)}" if document.credits else None,
            f"dateline: {document.dateline}" if document.dateline else None,
        ],
    )


def _schema(entity: Entity) -> str | None:
    """The schema of an entity; None for what FollowTheMoney has no place for: a type of weapon, a sea."""
    if entity.type == "GPE" or (entity.type == "LOC" and actor(entity.name).is_place):
        return "Territory"
    return _SCHEMATA.get(entity.type)


def _known(told: Told, key: str) -> bool:
    return key in told.entities and _schema(told.entities[key]) is not None


def _thing(entity: Entity, schema: str) -> dict[str, object]:
    return _made(
        _reference(entity.id),
        schema,
        name=[entity.name if _kept("name", entity.name) else entity.id],
        alias=entity.aliases,
        country=[code.lower() for code in actor(entity.name).countries[:1]] if schema != "Person" else [],
        notes=[f"Named in reports. Counterclaim entity {entity.id}, type {entity.type}"],
    )


def _mentions(told: Told, entity: Entity, schema: str) -> Iterator[dict[str, object]]:
    for document in dict.fromkeys(document for document, _ in entity.mentions if document in told.documents):
        yield _made(
            _key("mention", f"{entity.id}-{document}"),
            "Mention",
            document=[_reference(document)],
            name=[entity.name],
            resolved=[_reference(entity.id)] if schema in _LEGAL else [],
            detectedSchema=[schema],
        )


def _claim(told: Told, claim: Claim) -> dict[str, object]:
    document = told.documents.get(claim.document)
    owners = told.propositions_of.get(claim.id, ())
    return _made(
        _reference(claim.id),
        "Note",
        name=[f"Claim: {label(claim)}"],
        entity=[_reference(key) for key in _involved(told, claim)],
        description=[told.attributed(claim)],
        summary=[told.roles(claim)],
        notes=[
            NOTICE,
            f"Counterclaim claim {claim.id}, rule {claim.rule}, extractor {told.ledger.extractor}",
            *(f"proposition {p.id} ({told.commitment(claim, p)}): {p.summary}; {told.standing(p)}" for p in owners),
        ],
        keywords=[claim.frame, claim.stage, claim.factuality.value, *(p.status.value for p in owners)],
        publisher=[document.outlet if document else None],
        proof=[_reference(claim.document)] if document else [],
    )


def _involved(told: Told, claim: Claim) -> list[str]:
    """The entities that stand in a claim's roles or among its sources."""
    named = [filler.entity for fillers in claim.roles.values() for filler in fillers]
    named += [link.source.entity for link in claim.attribution if link.source is not None]
    return [key for key in dict.fromkeys(named) if key and _known(told, key)]


def _links(told: Told, proposition: Proposition) -> Iterator[dict[str, object]]:
    for one, other in ends(told, proposition):
        if _known(told, one) and _known(told, other):
            yield _link(told, proposition, one, other)


def _link(told: Told, proposition: Proposition, one: str, other: str) -> dict[str, object]:
    held = told.held(proposition)
    return _made(
        _key("link", f"{proposition.id}-{one}-{other}"),
        "UnknownLink",
        subject=[_reference(one)],
        object=[_reference(other)],
        role=[f"claimed {proposition.frame}" + (f": {proposition.stage}" if proposition.stage else "")],
        status=[f"{proposition.status.value}: {STANDINGS[proposition.status]}"],
        summary=[f"Claimed, not verified: {proposition.summary}. {told.standing(proposition)}"],
        description=told.voices(proposition),
        startDate=sorted({found for c in held if c.time and (found := day(c.time.start))})[:1],
        endDate=sorted({found for c in held if c.time and (found := day(c.time.end))})[-1:],
        recordId=[proposition.id],
        proof=[_reference(document) for document in told.within(proposition)],
    )


def _entry(told: Told, hit: ScreeningHit) -> Iterator[dict[str, object]]:
    """A register's entry and its listing, as the list has them."""
    key = _key("entry", f"{hit.register}-{hit.entry}")
    version = told.versions.get(hit.list_version)
    authority = version.publisher if version else hit.register
    listed = f"{hit.register} {hit.entry}, list version {hit.list_version}"
    yield _made(key, _ENTRIES[hit.kind], name=[hit.name], topics=["sanction"], notes=[f"Register entry {listed}"])
    yield _made(
        _key("listing", f"{hit.register}-{hit.entry}"),
        "Sanction",
        entity=[key],
        authority=[authority],
        recordId=[hit.entry],
        listingDate=[day(hit.listed)],
        summary=[f"Register entry {listed}"],
    )


def _similar(told: Told, hit: ScreeningHit) -> dict[str, object]:
    return _made(
        _key("similar", f"{hit.entity}-{hit.register}-{hit.entry}"),
        "Similar",
        candidate=[_reference(hit.entity)],
        match=[_key("entry", f"{hit.register}-{hit.entry}")],
        confidenceScore=[f"{hit.score:.3f}"],
        criteria=[hit_sentence(told, hit)],
        matcher=[f"counterclaim {told.ledger.extractor}, list version {hit.list_version}"],
    )


def _check(told: Told, check: RegisterCheck) -> dict[str, object]:
    found = [target.entity for target in check.targets if target.entity and _known(told, target.entity)]
    return _made(
        _key("check", f"{check.proposition}-{check.register}-{check.list_version}"),
        "Note",
        name=[f"Register check: {check.register}"],
        entity=[_reference(key) for key in dict.fromkeys(found)],
        description=list(check_sentences(check)),
        notes=[f"proposition {check.proposition}, list version {check.list_version}", NOTICE],
        proof=_proofs(told, check.proposition),
    )


def _regime(told: Told, regime: RegimeFinding) -> dict[str, object]:
    owner = told.propositions.get(regime.proposition)
    bound = set(told.filling(owner, regime.side)) if owner else set()
    return _made(
        _key("regime", f"{regime.proposition}-{regime.regime}-{regime.side}"),
        "Note",
        name=[f"Regime: {regime.name}"],
        entity=[_reference(key) for key in sorted(bound) if _known(told, key)],
        description=[regime_sentence(regime)],
        notes=[f"proposition {regime.proposition}", NOTICE],
        proof=_proofs(told, regime.proposition),
    )


def _proofs(told: Told, proposition: str) -> list[str]:
    owner = told.propositions.get(proposition)
    return [_reference(document) for document in told.within(owner)] if owner else []
