"""A writer is killed at random moments: nothing that it reported done is lost, nothing is there by half."""

import pytest

from benchmarks import case_kills
from benchmarks.case_kills import Kept, kill, made
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store

KILLS = 10


def test_kill_9_at_any_moment_loses_nothing_that_was_reported(place: str) -> None:
    kept = kill(place, KILLS, longest=0.2)
    assert kept.kills == KILLS
    assert kept.added > KILLS, "each writer went on from where the one before was killed"
    assert kept.read


def test_the_check_would_notice_a_loss(store: Store, place: str) -> None:
    with store.writer() as writer:
        writer.add([made(n).document for n in range(3)])
        writer.put_readings([made(0)], "1")
    case_kills.check(place, Kept(added=3, read={0}))
    for lost in (Kept(added=6), Kept(read={1}), Kept(runs={1: 3})):
        with pytest.raises(AssertionError):
            case_kills.check(place, lost)
    with store.writer() as writer:
        writer.add([made(3).document])  # one of three
    with pytest.raises(AssertionError, match="in part"):
        case_kills.check(place, Kept())
    open_store(place).close()
