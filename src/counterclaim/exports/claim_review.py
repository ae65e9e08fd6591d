"""The ledger as schema.org JSON-LD: a ClaimReview a proposition, a Claim a claim, for fact-checkers' tools.

There is no reviewRating: schema.org asks for none, and a rating would say what is true. Search engines that show fact
checks with a verdict will therefore not show these. The context stands in the file, so that no reader needs the
network.
"""

import json
from collections.abc import Iterator
from urllib.parse import quote

from counterclaim.exports.told import NOTICE, Told, address, day, encoded, plain, titled
from counterclaim.exports.told_registers import check_sentences, hit_sentence, regime_sentence
from counterclaim.exports.wording import label
from counterclaim.records import Attribution, Claim, Document, Ledger, Proposition, Verdict

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "ledger": "urn:counterclaim:term:",
    "url": {"@id": "https://schema.org/url", "@type": "@id"},
    "datePublished": {"@id": "https://schema.org/datePublished", "@type": "https://schema.org/Date"},
}
_TYPES = {"PER": "Person", "ORG": "Organization", "GPE": "Country", "NORP": "Organization"}
Made = dict[str, object]


def to_claim_review(ledger: Ledger) -> Iterator[bytes]:
    """The JSON-LD document, an object a line, in pieces."""
    return encoded(_lines(Told(ledger)))


def _lines(told: Told) -> Iterator[str]:
    yield f'{{"@context": {json.dumps(_CONTEXT)},\n"@graph": [\n'
    for number, made in enumerate(_objects(told)):
        yield (",\n" if number else "") + json.dumps(_fit(made), ensure_ascii=False)
    yield "\n]}\n"


def _fit(value: object) -> object:
    """Values that every reader takes; what is unknown is left out."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [_fit(each) for each in value]
    if isinstance(value, dict):
        return {key: _fit(each) for key, each in value.items() if each not in (None, "", [])}
    return value


def _objects(told: Told) -> Iterator[Made]:
    yield {"@id": "urn:counterclaim:this", "@type": "Organization", "name": "Counterclaim", "description": NOTICE}
    for document in told.documents.values():
        yield _article(document)
    for claim in told.claims.values():
        yield _claim(told, claim)
    checks: dict[str, list[str]] = {}
    for check in told.ledger.register_checks:
        checks.setdefault(check.proposition, []).extend(check_sentences(check))
    for regime in told.ledger.regimes:
        checks.setdefault(regime.proposition, []).append(regime_sentence(regime))
    for proposition in told.ledger.propositions:
        yield _review(told, proposition, checks.get(proposition.id, []))
    for hit in told.ledger.hits:
        if hit.verdict is not Verdict.NONE:
            yield {
                "@type": "Comment",
                "about": told.called(hit.entity),
                "text": hit_sentence(told, hit),
                "ledger:verdict": hit.verdict.value,
                "ledger:list_version": hit.list_version,
            }


def _iri(key: str) -> str:
    """The name of an entry of the ledger: what an address cannot hold is escaped."""
    return f"urn:counterclaim:{quote(plain(key), safe=':')}"


def _article(document: Document) -> Made:
    return {
        "@id": _iri(document.id),
        "@type": "NewsArticle",
        "identifier": document.id,
        "headline": titled(document),
        "datePublished": day(document.published),
        "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
        "author": document.byline,
        "creditText": ", ".join(document.credits),
        "inLanguage": document.language,
        "url": address(document),
        "ledger:path": document.path,
        "ledger:sha256": document.sha256,
    }


def _claim(told: Told, claim: Claim) -> Made:
    document = told.documents.get(claim.document)
    authors: list[object] = [_source(told, link) for link in claim.attribution if link.source is not None]
    outlet = document.outlet if document else None
    own = {"@type": "Organization", "name": outlet} if outlet else None
    start, end = claim.evidence.span
    return {
        "@id": _iri(claim.id),
        "@type": "Claim",
        "identifier": claim.id,
        "name": f"Claimed, not verified: {label(claim)}",
        "text": claim.evidence.text,
        "description": told.attributed(claim),
        "author": authors or own,
        "datePublished": day(document.published) if document else None,
        "appearance": [{"@id": _iri(claim.document)}] if document else None,
        "ledger:frame": claim.frame,
        "ledger:stage": claim.stage,
        "ledger:roles": told.roles(claim),
        "ledger:factuality": claim.factuality.value,
        "ledger:commitment": told.commitment(claim),
        "ledger:document": claim.document,
        "ledger:evidence_start": start,
        "ledger:evidence_end": end,
        "ledger:rule": claim.rule,
        "ledger:section": claim.section.value,
    }


def _source(told: Told, link: Attribution) -> Made:
    entity = told.entities.get((link.source.entity if link.source else None) or "")
    kind = _TYPES.get(entity.type, "Thing") if entity else "Thing"
    return {"@type": kind, "name": told.name(link), "identifier": entity.id if entity else None}


def _review(told: Told, proposition: Proposition, checks: list[str]) -> Made:
    held = told.held(proposition)
    within = [told.documents[key] for key in told.within(proposition)]
    dated = sorted((found, d.id) for d in within if (found := day(d.published)))
    first = dated[0][1] if dated else None
    return {
        "@id": _iri(proposition.id),
        "@type": "ClaimReview",
        "identifier": proposition.id,
        "claimReviewed": proposition.summary,
        "author": {"@id": "urn:counterclaim:this"},
        "itemReviewed": {
            "@type": "Claim",
            "text": proposition.summary,
            "appearance": [{"@id": _iri(document.id)} for document in within],
            "firstAppearance": {"@id": _iri(first)} if first else None,
        },
        "reviewBody": "\n".join([f"{told.standing(proposition)}.", *told.voices(proposition), NOTICE]),
        "citation": [{"@id": _iri(claim.id)} for claim in held],
        "ledger:status": proposition.status.value,
        "ledger:origins": [f"{origin.kind.value}: {origin.label}" for origin in proposition.origins],
        "ledger:denied_by": [{"@id": _iri(key)} for key in proposition.denied_by],
        "ledger:registers": checks,
        "ledger:extractor": told.ledger.extractor,
    }
