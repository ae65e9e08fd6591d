"""What changed between two runs, over both databases."""

from dataclasses import replace

import pytest

from counterclaim.errors import LedgerError
from counterclaim.records import Claim, Factuality, Ledger, Status
from counterclaim.store.changes import changes, pair, stated
from counterclaim.store.store import Store
from tests.store.samples import (
    AGREED,
    BOUGHT,
    DENIED,
    DISPUTED,
    LEDGER,
    READINGS,
    SINGLE,
    SOLD,
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
    sides = (found.claims, found.propositions, found.hits)
    assert [(side.gained, side.lost) for side in sides] == [((), ())] * 3
    assert (found.claims_changed, found.propositions_changed) == ((), ())


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


def test_a_run_that_is_not_there(store: Store) -> None:
    two_runs(store, LEDGER, LEDGER)
    with pytest.raises(LedgerError, match="there is no run 7"):
        changes(store, 1, 7)
