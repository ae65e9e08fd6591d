"""The JSON ledger, format `counterclaim-ledger/1` (DESIGN section 6); `ledger.schema.json` is its JSON Schema."""

import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any

from counterclaim.exports.json_text import escaped
from counterclaim.exports.ledger_registers import (
    check_object,
    hit_object,
    number,
    regime_object,
    version_object,
)
from counterclaim.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Filler,
    Ledger,
    Lineage,
    Proposition,
    Quantity,
    RegimeFinding,
    RegisterCheck,
    Time,
    Unresolved,
    Utterance,
)

FORMAT = "counterclaim-ledger/1"


def to_json(ledger: Ledger) -> str:
    """The ledger as one JSON object, indented, ending in a newline. Lone surrogates and control characters
    are escaped.

    Checks and regimes stand with their propositions: those of a proposition that the ledger does not hold are left out.
    Written an entry at a time: as plain objects a large ledger would take many times its text.
    """
    parts = ",\n".join(f' "{key}": {_text(value)}' for key, value in _sections(ledger))
    return escaped(f"{{\n{parts}\n}}\n")


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the ledger."""
    text = (files("counterclaim.exports") / "ledger.schema.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def to_object(ledger: Ledger) -> dict[str, Any]:
    """The ledger as plain lists and dictionaries."""
    return {key: value if isinstance(value, str) else list(value) for key, value in _sections(ledger)}


def _text(value: str | Iterable[Any]) -> str:
    """A section as it stands in the indented ledger."""
    if isinstance(value, str):
        return json.dumps(value)
    entries = ",\n".join(f"  {_dumped(entry)}" for entry in value)
    return f"[\n{entries}\n ]" if entries else "[]"


def _dumped(entry: Any) -> str:
    return json.dumps(entry, ensure_ascii=False, indent=1).replace("\n", "\n  ")


def _sections(ledger: Ledger) -> Iterator[tuple[str, str | Iterable[Any]]]:
    stories = {document: story.id for story in ledger.stories for document in story.documents}
    lineages = {document: lineage.id for lineage in ledger.lineages for document in lineage.documents}
    checks: dict[str, list[RegisterCheck]] = {}
    for check in ledger.register_checks:
        checks.setdefault(check.proposition, []).append(check)
    regimes: dict[str, list[RegimeFinding]] = {}
    for finding in ledger.regimes:
        regimes.setdefault(finding.proposition, []).append(finding)
    yield "format", FORMAT
    yield "extractor", ledger.extractor
    yield "documents", (_document(d, lineages.get(d.id), stories.get(d.id)) for d in ledger.documents)
    yield "entities", map(_entity, ledger.entities)
    yield "claims", map(_claim, ledger.claims)
    yield "propositions", (_proposition(p, regimes.get(p.id, ()), checks.get(p.id, ())) for p in ledger.propositions)
    yield "stories", ({"id": s.id, "title": s.title, "documents": list(s.documents)} for s in ledger.stories)
    yield "lineages", map(_lineage, ledger.lineages)
    yield "utterances", map(_utterance, ledger.utterances)
    yield "unresolved", map(_unresolved, ledger.unresolved)
    yield "registers", map(version_object, ledger.registers)
    yield "hits", map(hit_object, ledger.hits)
    yield "refused", ({"path": r.path, "reason": r.reason, "advice": r.advice} for r in ledger.refused)


def _document(document: Document, lineage: str | None, story: str | None) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "language": document.language,
        "credits": list(document.credits),
        "byline": document.byline,
        "dateline": document.dateline,
        "lineage": lineage,
        "story": story,
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [{"document": document, "span": list(span)} for document, span in entity.mentions],
        "reasons": list(entity.reasons),
    }


def _filler(filler: Filler | None) -> dict[str, Any] | None:
    return None if filler is None else {"text": filler.text, "span": list(filler.span), "entity": filler.entity}


def _plain(filler: Filler) -> dict[str, Any]:
    """A filler of a place that seldom names an entity."""
    named = {} if filler.entity is None else {"entity": filler.entity}
    return {"text": filler.text, "span": list(filler.span), **named}


def _attributions(chain: Sequence[Attribution]) -> list[dict[str, Any]]:
    return [
        {
            "source": _filler(a.source),
            "cue": _plain(a.cue),
            "stance": a.stance.value,
            "medium": None if a.medium is None else _plain(a.medium),
            "time": _time(a.time),
        }
        for a in chain
    ]


def _quantity(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    return {
        "low": number(quantity.low),
        "high": number(quantity.high),
        "bound": quantity.bound.value,
        "unit": quantity.unit,
        "text": quantity.text,
        "span": list(quantity.span),
    }


def _time(time: Time | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {"start": time.start, "end": time.end, "text": time.text, "span": list(time.span), "anchor": time.anchor}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "document": claim.document,
        "frame": claim.frame,
        "stage": claim.stage,
        "roles": {role: [_filler(f) for f in fillers] for role, fillers in claim.roles.items()},
        "attribution": _attributions(claim.attribution),
        "factuality": claim.factuality.value,
        "quantity": _quantity(claim.quantity),
        "value": _quantity(claim.value),
        "time": _time(claim.time),
        "place": _filler(claim.place),
        "trigger": _plain(claim.trigger),
        "evidence": _plain(claim.evidence),
        "rule": claim.rule,
        "section": claim.section.value,
    }


def _proposition(
    proposition: Proposition, regimes: Iterable[RegimeFinding], checks: Iterable[RegisterCheck]
) -> dict[str, Any]:
    return {
        "id": proposition.id,
        "frame": proposition.frame,
        "stage": proposition.stage,
        "summary": proposition.summary,
        "roles": {role: list(fillers) for role, fillers in proposition.roles},
        "claims": list(proposition.claims),
        "status": proposition.status.value,
        "origins": [{"kind": o.kind.value, "label": o.label, "claims": list(o.claims)} for o in proposition.origins],
        "figures": [
            {
                "low": number(f.low),
                "high": number(f.high),
                "bound": f.bound.value,
                "unit": f.unit,
                "stage": f.stage,
                "claims": list(f.claims),
            }
            for f in proposition.figures
        ],
        "figure_conflict": proposition.figure_conflict,
        "denied_by": list(proposition.denied_by),
        "reasons": list(proposition.reasons),
        "regimes": [regime_object(finding) for finding in regimes],
        "register_checks": [check_object(check) for check in checks],
    }


def _lineage(lineage: Lineage) -> dict[str, Any]:
    links = [
        {"documents": [k.one, k.other], "kind": k.kind.value, "score": k.score, "reason": k.reason}
        for k in lineage.links
    ]
    return {
        "id": lineage.id,
        "kind": lineage.kind.value,
        "label": lineage.label,
        "documents": list(lineage.documents),
        "links": links,
    }


def _utterance(utterance: Utterance) -> dict[str, Any]:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "label": utterance.label,
        "documents": list(utterance.documents),
        "claims": list(utterance.claims),
        "reason": utterance.reason,
    }


def _unresolved(mention: Unresolved) -> dict[str, Any]:
    return {
        "document": mention.document,
        "span": list(mention.span),
        "text": mention.text,
        "candidates": list(mention.candidates),
        "reason": mention.reason,
    }
