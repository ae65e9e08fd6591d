"""The network of a ledger: who is claimed to supply, sanction, attack, support whom. What GraphML and GEXF write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from counterclaim.exports.actors import actor
from counterclaim.exports.told import NOTICE, Told, plain
from counterclaim.exports.told_registers import hit_sentence
from counterclaim.records import Claim, Ledger, Proposition, Verdict

# By frame: the role that acts and the role that is acted on.
ENDS: Mapping[str, tuple[str, str]] = {
    "transfer": ("supplier", "recipient"),
    "production": ("producer", "to_place"),
    "attack": ("attacker", "target"),
    "sanction": ("imposer", "target"),
    "embargo": ("imposer", "target"),
    "support": ("provider", "recipient"),
    "coercion": ("agent", "person"),
    "cooperation": ("party", "party"),
}
_MOST = 400  # pairs of one proposition
_TYPES = {str: "string", int: "integer", bool: "boolean"}
Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: an entity, or words of one proposition that name no entity. Every node has the same attributes."""

    key: str
    label: str
    attributes: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """What one proposition claims that one node does to another. Every edge has the same attributes."""

    key: str
    source: str
    target: str
    label: str
    weight: int
    attributes: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges; edges run from who acts to whom it acts on."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    extractor: str
    notice: str = NOTICE


def ends(told: Told, proposition: Proposition) -> Iterator[tuple[str, str]]:
    """The pairs of a proposition, who acts first: entity ids or words. Parties to one thing are paired once."""
    roles = ENDS.get(proposition.frame)
    if roles is None:
        return
    left, right = (told.filling(proposition, role) for role in roles)
    pairs = combinations(left, 2) if roles[0] == roles[1] else product(left, right)
    yield from islice((pair for pair in pairs if pair[0] != pair[1]), _MOST)


def network(ledger: Ledger) -> Network:
    """The network of all propositions that have both ends."""
    told = Told(ledger)
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    lists = _lists(told)
    for proposition in ledger.propositions:
        for number, (one, other) in enumerate(ends(told, proposition), start=1):
            made = [_node(told, proposition, value, lists) for value in (one, other)]
            nodes.update((node.key, node) for node in made)
            edges.append(_edge(told, proposition, f"{proposition.id}.{number}", made[0].key, made[1].key))
    return Network(list(nodes.values()), edges, ledger.extractor)


def types(things: Iterable[Node | Edge]) -> dict[str, str]:
    """The names of the attributes with their types: "string", "integer" or "boolean"."""
    for thing in things:
        return {name: _TYPES[type(value)] for name, value in thing.attributes.items()}
    return {}


def _lists(told: Told) -> dict[tuple[str, Verdict], list[str]]:
    found: dict[tuple[str, Verdict], list[str]] = {}
    for hit in told.ledger.hits:
        found.setdefault((hit.entity, hit.verdict), []).append(hit_sentence(told, hit))
    return found


def _node(told: Told, proposition: Proposition, value: str, lists: Mapping[tuple[str, Verdict], list[str]]) -> Node:
    entity = told.entities.get(value)
    name = plain(told.called(value))
    attributes: dict[str, Value] = {
        "type": plain(entity.type) if entity else "words",
        "named": entity is not None,
        "country": (actor(name).countries or ("",))[0] if entity else "",
        "aliases": plain("; ".join(entity.aliases)) if entity else "",
        "mentions": len(entity.mentions) if entity else 0,
        "register_hits": " | ".join(lists.get((value, Verdict.HIT), ())),
        "register_possible_not_a_match": " | ".join(lists.get((value, Verdict.POSSIBLE), ())),
    }
    # Words that name nothing are one node a proposition: two reports' "town" need not be one town.
    return Node(plain(value) if entity else f"{proposition.id} {name}", name, attributes)


def _edge(told: Told, proposition: Proposition, key: str, source: str, target: str) -> Edge:
    held = told.held(proposition)
    kind = f"{proposition.frame}: {proposition.stage}" if proposition.stage else proposition.frame
    attributes: dict[str, Value] = {
        "frame": proposition.frame,
        "stage": proposition.stage or "",
        "status": proposition.status.value,
        "standing": told.standing(proposition),
        "origins": len(proposition.origins),
        "claims": len(held),
        "denials": len(proposition.denied_by),
        "mutual": ENDS[proposition.frame][0] == ENDS[proposition.frame][1],
        "summary": f"claimed: {proposition.summary}",
        "claimed_by": "; ".join(dict.fromkeys(told.source(claim) for claim in held)),
        "factuality": " ".join(dict.fromkeys(claim.factuality.value for claim in held)),
        "first_day": min(_days(held), default=""),
        "last_day": max(_days(held), default=""),
        "evidence": " | ".join(told.voices(proposition)),
        "proposition": proposition.id,
        "claim_ids": " ".join(claim.id for claim in held),
        "documents": " ".join(told.within(proposition)),
    }
    fit = {name: plain(value) if isinstance(value, str) else value for name, value in attributes.items()}
    return Edge(plain(key), source, target, plain(f"claimed {kind}"), max(1, len(proposition.origins)), fit)


def _days(claims: Iterable[Claim]) -> list[str]:
    return [day for claim in claims if claim.time for day in (claim.time.start, claim.time.end) if day]
