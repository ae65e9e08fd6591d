"""Records of a case as the JSON ledger writes them, so that one thing looks alike wherever it is printed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from counterclaim.records import EntityMerge, EntityReference, EntitySplit, Ledger

if TYPE_CHECKING:
    from counterclaim.store.values import Correction, Run, Standing


def objects(section: str, records: Iterable[Any], **beside: Any) -> list[dict[str, Any]]:
    """Records of one section of the ledger as its objects; ``beside`` are sections that stand with them."""
    from counterclaim.exports.ledger_json import to_object

    empty: dict[str, Any] = {"documents": (), "entities": (), "claims": ()}
    held = to_object(Ledger(**(empty | beside | {section: tuple(records)})))[section]
    return list(held)


def run_object(run: "Run") -> dict[str, Any]:
    """A run."""
    return {
        "id": run.id,
        "at": run.at,
        "extractor": run.extractor,
        "documents": run.documents,
        "claims": run.claims,
        "propositions": run.propositions,
        "hits": run.hits,
    }


def standing_object(standing: "Standing") -> dict[str, Any]:
    """A stored document: the ledger's object, and how it stands in the case."""
    [document] = objects("documents", [standing.document])
    of_run = {"story": standing.story, "lineage": standing.lineage}
    return document | of_run | {"added": standing.added, "read": standing.read, "claims": standing.claims}


def correction_object(correction: "Correction") -> dict[str, Any]:
    """A correction."""
    claim = objects("claims", [correction.claim])[0] if correction.claim else None
    of = correction.entities
    return {
        "id": correction.id,
        "at": correction.at,
        "replaces": correction.replaces,
        "action": correction.action.value,
        "by": correction.by,
        "why": correction.why,
        "claim": claim,
        "entity": _reference(of.entity) if of else None,
        "merged": _reference(of.other) if isinstance(of, EntityMerge) else None,
        "split_name": of.split_name if isinstance(of, EntitySplit) else None,
        "document": of.document if isinstance(of, EntitySplit) else None,
    }


def _reference(entity: EntityReference) -> dict[str, Any]:
    return {"id": entity.id, "name": entity.name, "document": entity.document, "span": list(entity.span)}
