"""What changed between two runs, over both databases."""

from dataclasses import replace
from typing import Any

import pytest

from counterclaim.errors import LedgerError
from counterclaim.records import Claim, Entity, Factuality, Ledger, Outcome, Span, Status, TargetCheck, Verdict
from counterclaim.store.changes import Changes, changes, pair, stated
from counterclaim.store.store import Store
from tests.store.samples import (
    AGREED,
    BOUGHT,
    DENIED,
    DISPUTED,
    JUNE,
    LEDGER,
    MALTA,
    MAY,
    READINGS,
    SINGLE,
    SOLD,
    UNDATED,
    WANTS,
    proposition,
)


def two_runs(store: Store, before: Ledger, after: Ledger) -> None:
    with store.writer() as writer:
        writer.add([r.document for r in READINGS])
        writer.put_run(before)
        writer.put_run(after)


def test_nothing_changed(store: Store) -> None:
    two_runs(store, LEDGER, LEDGER)
    found = changes(store, 1, 2)
    assert (found.one.ordinal, found.other.ordinal) == (1, 2)
    sides = (found.claims, found.propositions, found.hits, found.entities)
    assert [(side.gained, side.lost) for side in sides] == [((), ())] * 4
    assert (found.claims_changed, found.propositions_changed, found.reworded) == ((), (), ())
    assert (found.hits_changed, found.outcomes) == ((), ())


def test_gained_and_lost(store: Store) -> None:
    two_runs(
        store,
        replace(LEDGER, claims=(SOLD, WANTS), propositions=(SINGLE,), hits=()),
        replace(LEDGER, claims=(SOLD, DENIED), propositions=(DISPUTED,)),
    )
    found = changes(store, 1, 2)
    assert (found.claims.gained, found.claims.lost) == ((DENIED,), (WANTS,))
    assert (found.propositions.gained, found.propositions.lost) == ((DISPUTED,), (SINGLE,))
    assert found.hits.gained == LEDGER.hits
    back = changes(store, 2, 1)
    assert (back.claims.gained, back.claims.lost) == ((WANTS,), (DENIED,))


def test_a_proposition_with_a_claim_more_is_the_same_one(store: Store) -> None:
    """Its id is made of its claims: what makes it the same are the claims that both have."""
    before = proposition("d", Status.SINGLE_SOURCE, SOLD)
    two_runs(store, replace(LEDGER, propositions=(before, SINGLE)), replace(LEDGER, propositions=(SINGLE, AGREED)))
    found = changes(store, 1, 2)
    assert found.propositions_changed == found.status_changes == ((before, AGREED),)
    assert (found.propositions.gained, found.propositions.lost) == ((), ())


def test_more_origins_are_a_change_but_no_change_of_status(store: Store) -> None:
    more = proposition("a", Status.CORROBORATED, SOLD, BOUGHT, origins=5)
    two_runs(store, replace(LEDGER, propositions=(AGREED,)), replace(LEDGER, propositions=(more,)))
    found = changes(store, 1, 2)
    assert found.propositions_changed == ((AGREED, more),)
    assert found.status_changes == ()


def entity_of(claim: Claim, entity: str) -> Claim:
    [supplier] = claim.roles["supplier"]
    return replace(claim, roles={**claim.roles, "supplier": (replace(supplier, entity=entity),)})


def test_a_claim_that_says_something_else_has_changed(store: Store) -> None:
    hedged = replace(SOLD, factuality=Factuality.POSSIBLE)
    elsewhere = entity_of(WANTS, "e:ffffffffffffffff")  # the same words, now held to be another entity's
    assert (hedged.id, elsewhere.id) == (SOLD.id, WANTS.id)
    two_runs(store, replace(LEDGER, claims=(SOLD, WANTS)), replace(LEDGER, claims=(hedged, elsewhere)))
    found = changes(store, 1, 2)
    assert found.claims_changed == ((SOLD, hedged),)
    assert (found.claims.gained, found.claims.lost) == ((), ())
    assert stated(WANTS) == stated(elsewhere)


def test_propositions_pair_with_the_one_that_shares_most() -> None:
    whole = proposition("1", Status.CONTESTED, SOLD, WANTS, BOUGHT)
    most = proposition("2", Status.CONTESTED, SOLD, WANTS)
    rest = proposition("3", Status.CONTESTED, BOUGHT)
    assert pair([whole], [rest, most]) == [(whole, most)]
    assert pair([rest, most], [whole]) == [(most, whole)]
    assert pair([SINGLE], [rest]) == []


def test_a_proposition_that_is_worded_otherwise(store: Store) -> None:
    renamed = replace(AGREED, summary="The kingdom of Norway sold something")
    two_runs(store, LEDGER, replace(LEDGER, propositions=(SINGLE, renamed, DISPUTED)))
    found = changes(store, 1, 2)
    assert found.reworded == ((AGREED, renamed),)
    assert found.propositions_changed == ()


def test_a_hit_that_is_only_possible_with_a_newer_list(store: Store) -> None:
    [hit] = LEDGER.hits
    possible = replace(hit, verdict=Verdict.POSSIBLE)
    two_runs(store, LEDGER, replace(LEDGER, hits=(possible,)))
    assert changes(store, 1, 2).hits_changed == ((hit, possible),)


[CHECK] = LEDGER.register_checks
[TARGET] = CHECK.targets
[COUNT] = CHECK.counts
LATER = replace(TARGET, outcome=Outcome.LISTED_LATER)
OPEN = replace(TARGET, outcome=Outcome.CANNOT_TELL, verdict=Verdict.NONE)


def checked(*targets: TargetCheck, **other: Any) -> Ledger:
    """The ledger with another answer of the register."""
    return replace(LEDGER, register_checks=(replace(CHECK, targets=targets, **other),))


def outcomes(store: Store, before: Ledger, after: Ledger) -> list[tuple[Any, Any]]:
    two_runs(store, before, after)
    return [(change.before, change.after) for change in changes(store, 1, 2).outcomes]


def test_a_newer_list_bears_out_something_else(store: Store) -> None:
    misfit = replace(COUNT, fits=False, listed=7)
    two_runs(store, LEDGER, checked(LATER, counts=(misfit,), list_version="uk 2025"))
    found = changes(store, 1, 2).outcomes
    assert [(change.proposition, change.register) for change in found] == [(AGREED.id, "uk")] * 2
    assert [(change.before, change.after) for change in found] == [(TARGET, LATER), (COUNT, misfit)]


def test_a_newer_version_that_says_the_same_is_no_change(store: Store) -> None:
    assert outcomes(store, LEDGER, checked(replace(TARGET, note="as before"), list_version="uk 2025")) == []


def test_a_possible_target_stays_possible_whenever_it_was_listed(store: Store) -> None:
    unsure, unsure_later = (replace(target, verdict=Verdict.POSSIBLE) for target in (TARGET, LATER))
    assert outcomes(store, checked(unsure), checked(unsure_later)) == []


def test_a_target_in_other_words_or_of_another_entity_is_the_same_target(store: Store) -> None:
    """Which spelling of a name fits best depends on the list; which entity it is, on merges and splits."""
    respelled = replace(LATER, target="Norwegian")
    assert outcomes(store, LEDGER, checked(respelled)) == [(TARGET, respelled)]


def test_the_same_words_of_a_merged_entity_are_the_same_target(store: Store) -> None:
    assert outcomes(store, LEDGER, checked(replace(TARGET, entity=MALTA))) == []


def test_a_register_that_was_not_loaded_before(store: Store) -> None:
    assert outcomes(store, replace(LEDGER, register_checks=()), LEDGER) == [(None, TARGET), (None, COUNT)]


def test_a_register_that_cannot_tell_is_like_one_that_was_not_asked(store: Store) -> None:
    assert outcomes(store, replace(LEDGER, register_checks=()), checked(OPEN, counts=())) == []


def test_outcomes_follow_a_proposition_to_its_new_id(store: Store) -> None:
    grown = proposition("d", Status.CORROBORATED, SOLD, BOUGHT, DENIED, origins=2)
    after = replace(checked(LATER, proposition=grown.id), propositions=(SINGLE, grown))
    two_runs(store, LEDGER, after)
    [change] = changes(store, 1, 2).outcomes
    assert (change.proposition, change.before, change.after) == (grown.id, TARGET, LATER)


def test_outcomes_of_a_proposition_that_is_new_come_with_it(store: Store) -> None:
    before = replace(LEDGER, propositions=(SINGLE, DISPUTED), register_checks=())
    assert outcomes(store, before, LEDGER) == []


def entity(identity: str, *mentions: tuple[str, Span]) -> Entity:
    return Entity(identity, "GPE", "Norway", (), mentions)


def entities(store: Store, before: tuple[Entity, ...], after: tuple[Entity, ...]) -> Changes:
    two_runs(store, replace(LEDGER, entities=before), replace(LEDGER, entities=after))
    return changes(store, 1, 2)


HERE, THERE = (MAY.id, Span(0, 6)), (JUNE.id, Span(0, 5))


def test_entities_that_are_merged_and_split(store: Store) -> None:
    one, other, both = entity("e:1", HERE), entity("e:2", THERE), entity("e:1", HERE, THERE)
    merged = entities(store, (one, other), (both,)).entities
    assert (merged.gained, merged.lost) == ((), (other,))
    split = changes(store, 2, 1).entities
    assert (split.gained, split.lost) == ((other,), ())


def test_an_entity_with_another_id_and_the_same_mentions_is_the_same(store: Store) -> None:
    found = entities(store, (entity("e:1", HERE),), (entity("e:2", HERE, THERE),)).entities
    assert (found.gained, found.lost) == ((), ())


def test_entities_that_a_new_document_brings_are_not_listed(store: Store) -> None:
    """There would be a hundred of them in each diff after an add; the claims gained say what is new."""
    known = replace(LEDGER, documents=(MAY, UNDATED), lineages=(), stories=(), entities=(entity("e:1", HERE),))
    known = replace(known, claims=(SOLD, WANTS), propositions=(SINGLE,), hits=(), register_checks=(), regimes=())
    two_runs(store, known, replace(LEDGER, entities=(entity("e:1", HERE), entity("e:2", THERE))))
    found = changes(store, 1, 2)
    assert (found.entities.gained, found.entities.lost) == ((), ())
    back = changes(store, 2, 1)
    assert (back.entities.gained, back.entities.lost) == ((), ())


def test_a_run_that_is_not_there(store: Store) -> None:
    two_runs(store, LEDGER, LEDGER)
    with pytest.raises(LedgerError, match="there is no run 7"):
        changes(store, 1, 7)
