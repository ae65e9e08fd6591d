"""Who supplies, sanctions, attacks, supports whom: the links between actors that propositions tell of."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.exports.html_view import View
from counterclaim.exports.network import ENDS
from counterclaim.records import Claim, Proposition, Status

# What the way from an actor to whom it acts on is called, by frame; frames that are not here are not drawn.
_VERBS: Mapping[str, str] = {
    "transfer": "supplies",
    "attack": "attacks",
    "sanction": "sanctions",
    "embargo": "embargoes",
    "support": "supports",
    "coercion": "coerces",
    "cooperation": "works with",
}
_STAGES: Mapping[tuple[str, str], str] = {
    ("transfer", "request"): "is asked for arms by",
    ("transfer", "offer"): "offers arms to",
    ("transfer", "order"): "has orders from",
    ("transfer", "sale"): "sells to",
    ("transfer", "plan"): "plans to supply",
    ("transfer", "halt"): "stops supplying",
    ("attack", "threaten"): "threatens",
    ("attack", "intercept"): "intercepts",
    ("sanction", "ease"): "eases sanctions on",
    ("sanction", "lift"): "lifts sanctions on",
    ("sanction", "threaten"): "threatens sanctions on",
    ("embargo", "lift"): "lifts embargo on",
    ("support", "training"): "trains",
    ("support", "finance"): "funds",
    ("coercion", "arrest"): "arrests",
    ("coercion", "execution"): "executes",
}
_PARTIES = 6  # of one proposition


@dataclass(frozen=True, slots=True)
class Link:
    """What one actor does to another, with the propositions that say so; ``sure`` is "affirmed", "hedged" or "denied".

    ``origins`` counts the independent origins of the widest of its propositions; ``known`` says whether both ends are
    names of entities.
    """

    actor: str
    other: str
    frame: str
    verb: str
    sure: str
    origins: int
    known: bool
    propositions: tuple[Proposition, ...]
    claims: tuple[Claim, ...]


def links(view: View) -> list[Link]:
    """All links, those of most origins and claims first."""
    found: dict[tuple[str, str, str, str], list[Proposition]] = {}
    for proposition in view.propositions:
        for actor, other in _ends(view, proposition):
            found.setdefault((actor, other, proposition.frame, _verb(proposition)), []).append(proposition)
    made = [_link(view, *key, held) for key, held in found.items()]
    return sorted(made, key=lambda k: (-k.origins, -len(k.claims), k.actor, k.other))


def _link(view: View, actor: str, other: str, frame: str, verb: str, held: Sequence[Proposition]) -> Link:
    claims = tuple({c.id: c for p in held for c in view.held(p)}.values())
    origins = max(1, *(len(p.origins) for p in held))
    known = {actor, other} <= view.known
    return Link(actor, other, frame, verb, _sure(held), origins, known, tuple(held), claims)


def _verb(proposition: Proposition) -> str:
    return _STAGES.get((proposition.frame, proposition.stage or ""), _VERBS[proposition.frame])


def _sure(held: Sequence[Proposition]) -> str:
    standing = {p.status for p in held}
    if standing & {Status.CORROBORATED, Status.SINGLE_SOURCE}:
        return "affirmed"
    if Status.CONTESTED in standing:
        return "disputed"
    return "hedged" if Status.HEDGED_ONLY in standing else "denied"


def _ends(view: View, proposition: Proposition) -> Iterator[tuple[str, str]]:
    if proposition.frame not in _VERBS:
        return
    acts, bears = ENDS[proposition.frame]
    left = view.actors(proposition, acts)[:_PARTIES]
    right = view.actors(proposition, bears)[:_PARTIES]
    for i, actor in enumerate(left):
        for other in left[i + 1 :] if acts == bears else right:
            if actor and other and actor != other:
                yield actor, other


def most_linked(found: Sequence[Link], most: int) -> list[Link]:
    """Links among no more than ``most`` actors: those between known names first, then those of the most linked."""
    count = Counter(name for link in found for name in (link.actor, link.other))
    kept: set[str] = set()
    drawn = []
    for link in sorted(found, key=lambda k: (not k.known, -(count[k.actor] + count[k.other]))):
        ends = {link.actor, link.other}
        if len(kept | ends) <= most:
            kept |= ends
            drawn.append(link)
    return drawn
