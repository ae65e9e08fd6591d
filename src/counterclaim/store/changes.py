"""What changed from one run to another. Only the parts that the two do not share are looked at."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeVar

from counterclaim.records import (
    Claim,
    CountCheck,
    Document,
    Entity,
    Filler,
    Outcome,
    Proposition,
    RegisterCheck,
    ScreeningHit,
    TargetCheck,
    Verdict,
)
from counterclaim.store.ledgers import record_id
from counterclaim.store.store import Store
from counterclaim.store.values import Run

Record = TypeVar("Record")
Said = TargetCheck | CountCheck  # what a register says to one target or to one stated count
Checked = tuple[Any, ...]  # what it says that to: a proposition, the register, and the words of the target or the count


@dataclass(frozen=True, slots=True)
class Gained:
    """Records of one section that the newer run has and the older has not, and the other way round."""

    gained: tuple[Any, ...]
    lost: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class OutcomeChange:
    """What a register says to one target or one stated count of a proposition that both runs have, before and after.

    ``proposition`` is the id that it has after. One side is None where that run holds no such check.
    """

    proposition: str
    register: str
    before: Said | None
    after: Said | None


@dataclass(frozen=True, slots=True)
class Changes:
    """From the run ``one`` to the run ``other``.

    ``claims_changed`` are claims of one id that say something else (a newer extractor, a correction).
    ``propositions_changed`` are pairs of before and after: the same proposition, told by the claims that they share,
    whose status, stage, figures' conflict or number of origins is another; ``reworded`` are pairs of which only the
    summary is another. ``hits_changed`` are hits that became possibles, or the other way round.
    ``entities`` are those that came of a split and went in a merge, by hand or not: documents that only one of the
    runs has bring and take entities too, and these are left out.
    """

    one: Run
    other: Run
    claims: Gained
    claims_changed: tuple[tuple[Claim, Claim], ...]
    propositions: Gained
    propositions_changed: tuple[tuple[Proposition, Proposition], ...]
    reworded: tuple[tuple[Proposition, Proposition], ...]
    hits: Gained
    hits_changed: tuple[tuple[ScreeningHit, ScreeningHit], ...]
    outcomes: tuple[OutcomeChange, ...]
    entities: Gained

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
    held, hits = _by_id(*store.apart("hits", one, other))
    return Changes(
        store.run(one),
        store.run(other),
        claims,
        tuple((a, b) for a, b in shared if stated(a) != stated(b)),
        propositions,
        tuple((a, b) for a, b in pairs if _standing(a) != _standing(b)),
        tuple((a, b) for a, b in pairs if _standing(a) == _standing(b) and a.summary != b.summary),
        hits,
        tuple((a, b) for a, b in held if a.verdict is not b.verdict),
        tuple(_outcomes(store.apart("register_checks", one, other), pairs, propositions)),
        _entities(store.apart("entities", one, other), store.apart("documents", one, other)),
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
    return _sharing(before, after, lambda proposition: proposition.claims)


def _sharing(
    before: Sequence[Record], after: Sequence[Record], held: Callable[[Record], Iterable[Hashable]]
) -> list[tuple[Record, Record]]:
    """Pairs of records that share most of what they hold, each with one other at most."""
    home = {item: i for i, record in enumerate(before) for item in held(record)}
    shared = Counter((home[item], j) for j, record in enumerate(after) for item in held(record) if item in home)
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for (i, j), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return [(before[i], after[j]) for i, j in sorted(pairs, key=lambda found: found[1])]


def _outcomes(
    checks: tuple[Sequence[RegisterCheck], Sequence[RegisterCheck]],
    pairs: Iterable[tuple[Proposition, Proposition]],
    propositions: Gained,
) -> Iterator[OutcomeChange]:
    """What registers say otherwise than before; what they say to propositions of one run only comes with these."""
    became = {a.id: b.id for a, b in pairs}
    lost, gained = ({p.id for p in side} for side in (propositions.lost, propositions.gained))
    before = _said(checks[0], lost, became)
    after = _told_alike(before, _said(checks[1], gained, {}))
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if _verdict(old) != _verdict(new):
            yield OutcomeChange(key[0], key[1], old, new)


def _said(checks: Iterable[RegisterCheck], without: AbstractSet[str], became: Mapping[str, str]) -> dict[Checked, Said]:
    """What registers say, by proposition, register and the words of the target or the stated count.

    Not by the target's entity, which may be another one after a merge or a split.
    """
    said: dict[Checked, Said] = {}
    for check in checks:
        if check.proposition not in without:
            about = (became.get(check.proposition, check.proposition), check.register)
            said.update({(*about, target.target): target for target in check.targets})
            said.update({(*about, c.low, c.high, c.bound, c.unit): c for c in check.counts})
    return said


def _told_alike(before: Mapping[Checked, Said], after: Mapping[Checked, Said]) -> dict[Checked, Said]:
    """What registers say after, under the words of before: which spelling of a name fits best depends on the list."""
    words = {(*key[:2], _whose(said)): key for key, said in before.items() if _whose(said)}
    alike: dict[Checked, Said] = {}
    for key, said in after.items():
        other = words.get((*key[:2], _whose(said)), key)
        alike[key if key in before or other in after else other] = said
    return alike


def _whose(said: Said) -> str | None:
    return said.entity if isinstance(said, TargetCheck) else None


def _verdict(said: Said | None) -> Any:
    """What a register says; None where it says nothing, be it that it cannot tell or that it was not asked."""
    if isinstance(said, TargetCheck):
        possible = said.verdict is Verdict.POSSIBLE
        return None if said.outcome is Outcome.CANNOT_TELL else Verdict.POSSIBLE if possible else said.outcome
    return said.fits if said else None


def _entities(
    entities: tuple[Sequence[Entity], Sequence[Entity]], documents: tuple[Sequence[Document], Sequence[Document]]
) -> Gained:
    """Entities that split off or were merged away; one that has another id and the same mentions is the same one."""
    _, apart = _by_id(*entities)
    same = _sharing(apart.lost, apart.gained, lambda entity: entity.mentions)
    old, new = ({document.id for document in side} for side in documents)
    gained = _within(apart.gained, {b.id for _, b in same}, new - old)
    return Gained(gained, _within(apart.lost, {a.id for a, _ in same}, old - new))


def _within(entities: Iterable[Entity], paired: AbstractSet[str], elsewhere: AbstractSet[str]) -> tuple[Entity, ...]:
    """The entities that are not paired, and that documents of one run only do not mention."""
    return tuple(e for e in entities if e.id not in paired and not any(d in elsewhere for d, _ in e.mentions))


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
