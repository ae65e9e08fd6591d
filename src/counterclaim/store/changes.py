"""What changed from one run to another. Only the parts that the two do not share are looked at."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from counterclaim.records import Claim, Filler, Proposition
from counterclaim.store.ledgers import record_id
from counterclaim.store.store import Store
from counterclaim.store.values import Run

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Gained:
    """Records of one section that the newer run has and the older has not, and the other way round."""

    gained: tuple[Any, ...]
    lost: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """From the run ``one`` to the run ``other``.

    ``claims_changed`` are claims of one id that say something else (a newer extractor, a correction).
    ``propositions_changed`` are pairs of before and after: the same proposition, told by the claims that they share,
    whose status, stage, figures' conflict or number of origins is another.
    """

    one: Run
    other: Run
    claims: Gained
    claims_changed: tuple[tuple[Claim, Claim], ...]
    propositions: Gained
    propositions_changed: tuple[tuple[Proposition, Proposition], ...]
    hits: Gained

    @property
    def status_changes(self) -> tuple[tuple[Proposition, Proposition], ...]:
        """The changed propositions whose status is another."""
        return tuple((a, b) for a, b in self.propositions_changed if a.status is not b.status)


def changes(store: Store, one: int, other: int) -> Changes:
    """What changed between two runs, by their numbers. Raises LedgerError for a run that is not there."""
    before, after = store.apart("claims", one, other)
    shared, claims = _by_id(before, after)
    old, new = store.apart("propositions", one, other)
    pairs = pair(old, new)
    propositions = Gained(_rest(new, (b for _, b in pairs)), _rest(old, (a for a, _ in pairs)))
    _, hits = _by_id(*store.apart("hits", one, other))
    return Changes(
        store.run(one),
        store.run(other),
        claims,
        tuple((a, b) for a, b in shared if stated(a) != stated(b)),
        propositions,
        tuple((a, b) for a, b in pairs if _standing(a) != _standing(b)),
        hits,
    )


def stated(claim: Claim) -> tuple[Any, ...]:
    """What a claim says, whatever entities its words stand for."""
    return (
        claim.stage,
        claim.factuality,
        tuple(sorted((role, tuple(map(_words, fillers))) for role, fillers in claim.roles.items())),
        tuple((_words(link.source), link.stance, link.time) for link in claim.attribution),
        claim.quantity,
        claim.value,
        claim.time,
        _words(claim.place),
    )


def pair(before: Sequence[Proposition], after: Sequence[Proposition]) -> list[tuple[Proposition, Proposition]]:
    """The propositions of two runs that are one: those that share most claims, each with one other at most."""
    home = {claim: i for i, proposition in enumerate(before) for claim in proposition.claims}
    shared = Counter((home[c], j) for j, proposition in enumerate(after) for c in proposition.claims if c in home)
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for (i, j), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return [(before[i], after[j]) for i, j in sorted(pairs, key=lambda found: found[1])]


def _by_id(before: Sequence[Record], after: Sequence[Record]) -> tuple[list[tuple[Record, Record]], Gained]:
    """The records that both have, in pairs, and the others."""
    old, new = ({record_id(record): record for record in records} for records in (before, after))
    pairs = [(old[identity], record) for identity, record in new.items() if identity in old]
    gained = tuple(record for identity, record in new.items() if identity not in old)
    lost = tuple(record for identity, record in old.items() if identity not in new)
    return pairs, Gained(gained, lost)


def _rest(propositions: Iterable[Proposition], paired: Iterable[Proposition]) -> tuple[Proposition, ...]:
    known = {proposition.id for proposition in paired}
    return tuple(p for p in propositions if p.id not in known)


def _standing(proposition: Proposition) -> tuple[Any, ...]:
    return proposition.status, proposition.stage, proposition.figure_conflict, len(proposition.origins)


def _words(filler: Filler | None) -> tuple[str, Any] | None:
    return None if filler is None else (filler.text, filler.span)
