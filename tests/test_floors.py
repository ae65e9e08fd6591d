"""Quality floors: what the shipped model and rules reached on the project's own texts. They only rise.

A change that lowers one must say so in its commit and lower it in `floors.json` by hand.
"""

import json
from pathlib import Path

import pytest

from benchmarks.common import Counts
from benchmarks.gained_lost import ROOT, SNAPSHOT, lines
from benchmarks.names import own_held_out
from counterclaim.language.reader import Reader
from counterclaim.pipeline import read
from training.sentences_io import read_sentences

FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_names_of_held_out_sentences(reader: Reader) -> None:
    by_type = own_held_out(reader)
    assert Counts.total(by_type.values()).f1 >= FLOORS["names_f1"]
    assert by_type["WEAPON"].f1 >= FLOORS["weapons_f1"]
    assert by_type["VEHICLE"].f1 >= FLOORS["vehicles_f1"]


def test_roles_of_held_out_sentences(reader: Reader) -> None:
    held_out = [s for s in read_sentences() if s.held_out and s.frames]
    predicates = [[f.word for f in s.frames] for s in held_out]
    counts = Counts()
    for sentence, reading in zip(held_out, reader.read_words([s.tokens for s in held_out], predicates), strict=True):
        counts.add(
            {(p, role, word) for p, args in reading.predicates for role, word in args},
            {(f.word, role, word) for f in sentence.frames for role, word in f.args},
        )
    assert counts.f1 >= FLOORS["roles_f1"]


def test_claims_of_the_examples_are_those_of_the_snapshot() -> None:
    now = lines(read([ROOT / "examples"]))
    before = (ROOT / SNAPSHOT).read_text(encoding="utf-8").splitlines()
    changed = [f"- {line}" for line in before if line not in now] + [f"+ {line}" for line in now if line not in before]
    assert not changed, "\n".join(
        ["claims changed; if for the better: python -m benchmarks.gained_lost --write", *changed]
    )
