"""The benchmark of a case: that it measures what it says, and says so."""

from pathlib import Path

import pytest

from benchmarks.case import Collected, Filled, Size, ask, asked, curve, fill, grown, run, table, values
from counterclaim.store.opening import open_store


def test_the_steps_make_a_case_that_answers(tmp_path: Path) -> None:
    path = str(tmp_path / "case.db")
    filled = fill(path, 60)
    collected = run(path)
    questions, peak = ask(path)
    assert filled.commit_ms > 0
    assert collected.claims > 300
    assert collected.propositions > 50
    assert len(questions) == 12
    assert all(ms > 0 for ms in questions.values())
    assert peak > 10
    store = open_store(path)
    assert store.documents().total == 60
    store.close()
    assert grown(path, 60) >= 0
    again = open_store(path)
    assert again.documents().total > 60
    again.close()


def size(documents: int, seconds: float) -> Size:
    filled = Filled(seconds, 1.0, 100)
    return Size(documents, filled, Collected(0, seconds, 0, 200, documents * 10, 1), {"show a claim": 2.0}, 90, 5, 9)


def test_the_report() -> None:
    measured = [size(100, 1), size(200, 2)]
    assert [len(line.split()) for line in table(measured).splitlines()][1:] == [9, 9]
    assert asked(measured).splitlines()[1].split() == ["show", "a", "claim", "2.0", "2.0"]
    bars = [line.count("#") for line in curve(measured).splitlines()]
    assert bars == [50, 50]
    found = values(measured)
    assert found["exponent"] == pytest.approx(1)
    assert found["documents_per_hour_without_reading"] == 3600 * 200 / 4
    assert found["query_ms"] == {"show_a_claim": 2.0}
