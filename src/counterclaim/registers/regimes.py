"""Which arms embargoes bear on a transfer: those of the curated table whose target, bound party, goods and days fit.

A finding says that a regime was in force, never that the transfer broke it. Where the day, the goods or a party are not
known well enough, it says "cannot tell", and what would have to be known. What clearly does not apply is not listed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.lexicon.regimes import Phase, Regime, RegimeTable, regime_table
from counterclaim.records import Claim, Entity, InForce, Ledger, Proposition, RegimeFinding
from counterclaim.registers.regime_dates import Dates, When
from counterclaim.registers.regime_items import Items, items_of
from counterclaim.registers.regime_parties import Party, parties

_HALTED = "halt"  # the stage of a transfer that was stopped: there is none to set against a regime
_DONE = frozenset({"sale", "delivery"})
_Rank = tuple[int, bool, str]  # the answer, undisputed, the day from which
Measure = tuple[Regime, Phase]
_NAMED = 3  # groups that a sentence names
_RANK = {InForce.YES: 2, InForce.DISPUTED: 1, InForce.CANNOT_TELL: 0}


@dataclass(frozen=True, slots=True)
class Transfer:
    """One proposition of a transfer, as a regime asks for it."""

    proposition: str
    stage: str | None
    suppliers: tuple[Party, ...]
    recipients: tuple[Party, ...]
    items: Items
    when: When


@dataclass(slots=True)
class _Answer:
    """What has been found of one phase so far: what is missing to tell, and who disputes it."""

    missing: list[str] = field(default_factory=list)
    disputed: bool = False

    @property
    def verdict(self) -> InForce:
        if self.missing:
            return InForce.CANNOT_TELL
        return InForce.DISPUTED if self.disputed else InForce.YES


def regimes_for(ledger: Ledger, table: RegimeTable | None = None) -> tuple[RegimeFinding, ...]:
    """The regimes that bear on each transfer of a ledger, in the order of its propositions.

    ``table`` is the shipped one where none is given. Raises LexiconError where the shipped table is damaged.
    """
    table = table or regime_table()
    measures = by_target(table)
    entities = {entity.id: entity for entity in ledger.entities}
    claims = {claim.id: claim for claim in ledger.claims}
    dates = Dates(ledger)
    found: list[RegimeFinding] = []
    for proposition in ledger.propositions:
        transfer = _transfer(proposition, claims, entities, dates)
        if transfer is not None:
            found += findings(transfer, table, measures)
    return tuple(found)


def _transfer(
    proposition: Proposition, claims: Mapping[str, Claim], entities: Mapping[str, Entity], dates: Dates
) -> Transfer | None:
    """The transfer that a proposition tells of; None where it tells of none, or of one of money."""
    if proposition.frame != "transfer" or proposition.stage == _HALTED:
        return None
    own = [claims[key] for key in proposition.claims if key in claims and claims[key].stage != _HALTED]
    suppliers = parties((f for c in own for f in c.roles.get("supplier", ())), entities)
    recipients = parties((f for c in own for f in c.roles.get("recipient", ())), entities)
    items = items_of(own, entities)
    if not own or items is None or not (suppliers or recipients):
        return None
    return Transfer(proposition.id, proposition.stage, suppliers, recipients, items, dates.of(own))


def by_target(table: RegimeTable) -> Mapping[tuple[str, str], list[Measure]]:
    """The phases of all regimes under each direction ("to", "from") and state, region or armed group that they name."""
    found: dict[tuple[str, str], list[Measure]] = {}
    for regime in table.regimes:
        for phase in regime.phases:
            targets = dict.fromkeys((*regime.states, *phase.groups, *((phase.region,) if phase.region else ())))
            for direction in ("to", "from") if phase.direction == "both" else (phase.direction,):
                for target in targets:
                    found.setdefault((direction, target), []).append((regime, phase))
    return found


def findings(
    transfer: Transfer, table: RegimeTable, measures: Mapping[tuple[str, str], Sequence[Measure]]
) -> Iterator[RegimeFinding]:
    """What the measures on its parties say to one transfer: of each regime and direction the surest, latest answer."""
    for direction, side in (("to", transfer.recipients), ("from", transfer.suppliers)):
        best: dict[str, tuple[_Rank, RegimeFinding]] = {}
        seen: set[int] = set()
        for name in dict.fromkeys(name for party in side for name in (party.state, party.group) if name):
            for regime, phase in measures.get((direction, name), ()):
                if id(phase) in seen:
                    continue
                seen.add(id(phase))
                ranked = _finding(transfer, regime, phase, direction, table)
                if ranked is not None and (regime.key not in best or ranked[0] >= best[regime.key][0]):
                    best[regime.key] = ranked
        yield from (finding for _, finding in best.values())


def _finding(
    transfer: Transfer, regime: Regime, phase: Phase, direction: str, table: RegimeTable
) -> tuple[_Rank, RegimeFinding] | None:
    """What one phase says to a transfer, and how sure that is; None where it clearly does not apply."""
    answer = _Answer()
    fits = (
        _dates_fit(transfer.when, phase, table.as_of, answer)
        and _target_fits(transfer, regime, phase, direction, answer)
        and _bound(transfer, regime, direction, table, answer)
        and _items_fit(transfer.items, phase, answer)
    )
    if not fits:
        return None
    from_un = direction == "from" and regime.authority not in table.members
    rank = _RANK[answer.verdict], not answer.disputed, phase.start
    return rank, RegimeFinding(
        proposition=transfer.proposition,
        regime=regime.key,
        name=regime.name,
        authority=regime.authority,
        side="supplier" if direction == "to" or from_un else "recipient",
        answer=answer.verdict,
        basis=phase.basis,
        start=phase.start,
        end=phase.end,
        missing=tuple(answer.missing),
        note=_note(transfer, regime, phase, direction, answer),
        sources=phase.sources,
    )


def _dates_fit(when: When, phase: Phase, as_of: str, answer: _Answer) -> bool:
    """Whether a phase was in force on some of the days; what is not sure of them goes to ``answer``."""
    end = phase.end or "9999-12-31"
    if when.last is None and phase.end is not None:
        return False  # of what nobody dates, only measures that are still in force are named
    if (when.first is not None and when.first > end) or (when.last is not None and when.last < phase.start):
        return False
    if not when.stated:
        answer.missing.append(f"the date of the transfer ({when.said})")
    elif when.first is not None and when.last is not None and not (phase.start <= when.first and when.last <= end):
        began = when.first < phase.start
        answer.missing.append(f"the exact day: the measure {'began' if began else 'ended'} on {_turn(phase, began)}")
    vouched = phase.known_until or as_of
    if (phase.end is None or phase.known_until is not None) and (when.last or "") > vouched:
        answer.missing.append(f"whether it was still in force: the table is kept to {vouched}")
    return True


def _turn(phase: Phase, began: bool) -> str:  # noqa: FBT001  (which of two ends)
    return phase.start if began else phase.end or ""


def _target_fits(transfer: Transfer, regime: Regime, phase: Phase, direction: str, answer: _Answer) -> bool:
    """Whether the embargo's target is the one who receives ("to") or supplies ("from")."""
    side = transfer.recipients if direction == "to" else transfer.suppliers
    others = transfer.suppliers if direction == "to" else transfer.recipients
    missing: list[str] = []
    for party in side:
        if any(party.state is not None and party.state == other.state for other in others):
            continue  # what a state moves within itself is no transfer to it or from it
        fits = _is_target(party, regime, phase, direction, transfer.when)
        if fits is True:
            return True
        if fits is not False:
            missing.append(fits)
    answer.missing += missing[:1]
    return bool(missing)


def _is_target(party: Party, regime: Regime, phase: Phase, direction: str, when: When) -> bool | str:
    """Whether a phase means a party; where that is open, what is missing."""
    if party.group is not None and phase.groups.get(party.group, "9999-12-31") <= (when.last or "9999-12-30"):
        return True
    if party.state is None:
        return False
    if party.state == phase.region:
        return True
    if party.state not in regime.states:
        return False
    return _is_meant(party, phase, direction)


def _is_meant(party: Party, phase: Phase, direction: str) -> bool | str:
    """Whether a phase means a party of the state that it targets; where that is open, what is missing."""
    if phase.who == "state":
        return direction == "to" or party.group is None
    if phase.who == "region":
        return f"whether it was for {phase.region}"
    if phase.who == "designated":
        return f"whether {party.text} was among those that the sanctions committee had listed"
    if phase.who == "non-state":
        return f"whether {party.text} stood outside the government's forces" if party.armed is None else party.armed
    return False


def _bound(transfer: Transfer, regime: Regime, direction: str, table: RegimeTable, answer: _Answer) -> bool:
    """Whether the party that deals with the target is bound by the authority; everyone is by the UN.

    Where nobody is named who is, a measure that binds its members only is not.
    """
    if regime.authority not in table.members:
        return True
    first, last = transfer.when.first or table.as_of, transfer.when.last or table.as_of
    missing: list[str] = []
    for party in transfer.suppliers if direction == "to" else transfer.recipients:
        bound = False if party.state is None else table.binds(regime.authority, party.state, first, last)
        if bound is True:
            return True
        if bound is None:
            missing.append(f"the exact day: {party.text} was a member of the {regime.authority} for part of the time")
    answer.missing += missing[:1]
    return bool(missing)


def _items_fit(items: Items, phase: Phase, answer: _Answer) -> bool:
    """Whether the phase covers the goods; what is not sure of them, and who disputes it, goes to ``answer``."""
    covered, dispute = items.within(phase.items), phase.disputed
    if dispute is not None and (not dispute.kinds or dispute.kinds & items.kinds):
        answer.disputed = True
        covered = covered or (True if dispute.kinds else covered)
    if covered is None:
        what = f"{items.text} may or may not be among {phase.items.about}" if items.text else "nothing says it"
        answer.missing.append(f"what exactly was transferred: {what}")
    return covered is not False


def _note(transfer: Transfer, regime: Regime, phase: Phase, direction: str, answer: _Answer) -> str:
    """The measure in plain sentences: what it forbade, since when, its exceptions, who disputes it."""
    until = f"from {phase.start} to {phase.end}" if phase.end else f"since {phase.start}"
    said = [f"{regime.name}: {_forbidden(regime, phase, direction)}, {until}."]
    if phase.exceptions:
        said.append(f"Terms: {phase.exceptions}")
    if answer.disputed and phase.disputed is not None:
        said.append(f"Disputed by {phase.disputed.by}. {phase.disputed.why}")
    if not transfer.when.stated and transfer.when.last is not None and _covers(phase, transfer.when.last):
        said.append(f"It was in force on {transfer.when.last}.")
    if transfer.stage is not None and transfer.stage not in _DONE:
        said.append(f"What is claimed here is of the stage “{transfer.stage}”, not a delivery.")
    return " ".join(said)


def _forbidden(regime: Regime, phase: Phase, direction: str) -> str:
    whom = _whom(regime, phase)
    about = phase.items.about
    return f"forbade supplying {whom} with {about}" if direction == "to" else f"forbade {about} from {whom}"


def _whom(regime: Regime, phase: Phase) -> str:
    """Whom a measure is on, in words."""
    if phase.who == "groups":
        return _listed(phase.groups) if len(phase.groups) <= _NAMED else "the groups that the committee lists"
    states = _listed(map(_with_article, regime.states))
    of = {"non-state": "armed groups in", "region": f"{phase.region} in", "designated": "listed persons and bodies in"}
    return f"{of[phase.who]} {states}" if phase.who in of else states


def _with_article(state: str) -> str:
    return f"the {state}" if "Republic" in state.split() else state


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _covers(phase: Phase, day: str) -> bool:
    return phase.start <= day <= (phase.end or "9999-12-31")
