"""One thing of a case as a JSON object: what the ledger says of it, and what the case knows around it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from counterclaim.cli.case_json import correction_object, objects, standing_object
from counterclaim.records import Claim, Entity, Proposition, ScreeningHit
from counterclaim.store.corrections import undone
from counterclaim.store.lists import Filter
from counterclaim.store.values import Correction, hit_id

if TYPE_CHECKING:
    from counterclaim.store.store import Store

_ALL = 1_000_000  # claims of one document or proposition


def document(store: "Store", identity: str, *, text: bool) -> dict[str, Any]:
    """A document with its claims, and its text where that is asked for."""
    standing = store.standing(identity)
    claims = store.claims(Filter(document=identity), limit=_ALL).items if standing.read else ()
    shown = {"text": standing.document.text} if text else {}
    return {"document": standing_object(standing) | shown, "claims": objects("claims", claims)}


def claim(store: "Store", record: Claim) -> dict[str, Any]:
    """A claim with its document, its proposition's id and the corrections that name it."""
    return {
        "claim": objects("claims", [record])[0],
        "document": standing_object(store.standing(record.document)),
        "proposition": store.proposition_of(record.id),
        "corrections": [correction_object(c) for c in store.corrections(record.id)],
    }


def proposition(store: "Store", record: Proposition) -> dict[str, Any]:
    """A proposition with its claims, and with what registers and regimes say to it."""
    about = {section: tuple(store.about(section, record.id)) for section in ("register_checks", "regimes")}
    claims = store.claims(Filter(proposition=record.id), limit=_ALL).items
    return {"proposition": objects("propositions", [record], **about)[0], "claims": objects("claims", claims)}


def entity(store: "Store", record: Entity) -> dict[str, Any]:
    """An entity with the register hits on it, the corrections that name it, and how many claims do."""
    hits = store.about("hits", record.id)
    named = store.claims(Filter(entity=record.id), limit=1).total
    return {
        "entity": objects("entities", [record])[0],
        "hits": objects("hits", hits),
        "claims": named,
        "corrections": [correction_object(c) for c in store.corrections(record.id)],
    }


def hit(store: "Store", record: ScreeningHit) -> dict[str, Any]:
    """A register hit, with the entity that it is about."""
    entities = [store.find(record.entity).record] if record.entity.startswith("e:") else []
    shown = objects("hits", [record])[0] | {"id": hit_id(record)}
    return {"hit": shown, "entity": next(iter(objects("entities", entities)), None)}


def correction(store: "Store", record: Correction) -> dict[str, Any]:
    """A correction, and the id of what undoes it."""
    by = undone(store.corrections()).get(record.id)
    return {"correction": correction_object(record), "undone_by": by.id if by else None}


def _plain(section: str, name: str) -> Callable[["Store", Any], dict[str, Any]]:
    def view(store: "Store", record: Any) -> dict[str, Any]:
        documents = [standing_object(store.standing(identity)) for identity in record.documents]
        return {name: objects(section, [record])[0], "documents": documents}

    return view


VIEWS: Mapping[str, Callable[["Store", Any], dict[str, Any]]] = {
    "claims": claim,
    "propositions": proposition,
    "entities": entity,
    "hits": hit,
    "corrections": correction,
    "stories": _plain("stories", "story"),
    "lineages": _plain("lineages", "lineage"),
    "utterances": _plain("utterances", "utterance"),
}
