"""The benchmark of pairs of names: reads the set, counts at a fixed threshold, says what the best would have been."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import name_pairs
from benchmarks.name_pairs import NamePair, best_threshold, counts, our_scores, read_pairs
from counterclaim.records import EntryKind
from counterclaim.registers.names import POSSIBLE

ROWS = """case_group,schema,name1,name2,is_match,quality,category,notes
own,Person,Marta Lindqvist,"LINDQVIST, Marta",true,STRONG,,
own,Person,Marta Lindqvist,Erik Sandberg,false,STRONG,,
own,Company,OOO Orava,Orava LLC,true,STRONG,,
own,LegalEntity,Orava Bank,Tamir Bank,false,STRONG,,
own,Vessel,MV Ocean Lark,Ocean Lark,true,STRONG,,
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "name_pairs_dev.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_pairs_are_read_with_their_kinds(data: Path) -> None:
    pairs = read_pairs(data / "eval" / "name_pairs_dev.csv", None)
    assert [p.kind for p in pairs] == [
        EntryKind.PERSON,
        EntryKind.PERSON,
        EntryKind.ORGANISATION,
        EntryKind.OTHER,
        EntryKind.SHIP,
    ]
    assert [p.match for p in pairs] == [True, False, True, False, True]
    assert len(read_pairs(data / "eval" / "name_pairs_dev.csv", 2)) == 2


def test_counts_and_the_best_threshold() -> None:
    pairs = [NamePair("Person", "a", "b", match) for match in (True, True, False)]
    assert counts(pairs, [0.9, 0.5, 0.8], 0.7).f1 == pytest.approx(0.5)
    best, f1 = best_threshold(pairs, [0.9, 0.5, 0.8])
    assert (best, round(f1, 3)) == (0.5, 0.8)


def test_scores_are_the_matchers(data: Path) -> None:
    pairs = read_pairs(data / "eval" / "name_pairs_dev.csv", None)
    assert [score >= POSSIBLE for score in our_scores(pairs)] == [True, False, True, False, True]


def test_the_last_line_is_json(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["name_pairs", "--data", str(data)])
    monkeypatch.setattr(name_pairs, "nomenklatura_scores", lambda pairs: ([0.9] * len(pairs), 0.7, 10.0))
    name_pairs.main()
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (found["precision"], found["recall"], found["f1"], found["threshold"]) == (1, 1, 1, POSSIBLE)
    assert found["nomenklatura_f1"] == pytest.approx(0.75)
