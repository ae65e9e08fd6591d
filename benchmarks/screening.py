"""Screening names that are written otherwise against all lists: speed, recall, and nomenklatura's for comparison.

Questions are names of the lists, changed by ``perturb``. Recall: the entry, or one with an identical name, is among the
hits and possibles. Where nomenklatura is installed, its logic-v2 compares each question with the true name (its recall,
at its own threshold) and with others, all names analysed before the clock starts (its rate). The ratio is the number of
names that one question is held against in a second, over that rate. ``--million N`` measures instead an index over that
many made-up names.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.common import Value, missing, peak_mb, report
from benchmarks.perturb import change
from counterclaim.records import (
    EntryKind,
    NameQuality,
    Register,
    RegisterEntry,
    RegisterName,
    RegisterVersion,
    ScreeningHit,
    Verdict,
)
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.load import load_all
from counterclaim.registers.screen import screen

_SEED = 77
_QUESTIONS = 2000
_PAIRS = 4000  # comparisons by which nomenklatura's rate is measured
_THRESHOLD = 0.7  # nomenklatura's own, of its matching API and command line
_SCHEMAS = {
    EntryKind.PERSON: "Person",
    EntryKind.ORGANISATION: "Organization",
    EntryKind.SHIP: "Vessel",
    EntryKind.AIRCRAFT: "Airplane",
    EntryKind.OTHER: "LegalEntity",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A changed name: what was changed, the name as listed, and what it names."""

    text: str
    change: str
    listed: str
    entry: RegisterEntry


def questions(registers: Sequence[Register], number: int) -> list[Question]:
    """Changed names of entries drawn from all lists alike, the same ones each time."""
    rng = Random(_SEED)
    entries = [entry for register in registers for entry in register.entries]
    found: list[Question] = []
    while len(found) < number:
        entry = rng.choice(entries)
        names = [name.text for name in entry.names if name.quality is not NameQuality.WEAK]
        listed = rng.choice(names) if names else ""
        changed = change(rng, listed, entry.kind)
        if changed is not None:
            found.append(Question(changed[1], changed[0], listed, entry))
    return found


def found_again(question: Question, hits: Sequence[ScreeningHit], same: dict[str, set[tuple[str, str]]]) -> bool:
    """Whether the entry is among the hits, or another one that bears the very same name."""
    return any((hit.register, hit.entry) in same[question.listed.casefold()] for hit in hits)


def ours(registers: Sequence[Register], index: ScreeningIndex, asked: Sequence[Question]) -> dict[str, Value]:
    """Rate, recall and what is found, by kind of change."""
    same: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for register in registers:
        for entry in register.entries:
            for name in entry.names:
                same[name.text.casefold()].add((entry.register, entry.id))
    for question in asked[:50]:
        screen(question.listed, index, question.entry.kind)  # the tables are read
    started = time.perf_counter()
    answers = [screen(question.text, index, question.entry.kind) for question in asked]
    seconds = time.perf_counter() - started
    found = [found_again(question, hits, same) for question, hits in zip(asked, answers)]
    first = [found_again(question, hits[:1], same) for question, hits in zip(asked, answers)]
    sure = [
        found_again(question, [hit for hit in hits if hit.verdict is Verdict.HIT], same)
        for question, hits in zip(asked, answers)
    ]
    return {
        "queries_per_second": len(asked) / seconds,
        "recall": sum(found) / len(asked),
        "recall_of_hits": sum(sure) / len(asked),
        "best_is_right": sum(first) / len(asked),
        "entries_a_query": sum(map(len, answers)) / len(asked),
        "recall_but_initials": _but_initials(asked, found),
        "by_change": _by_change(asked, found),
    }


def _but_initials(asked: Sequence[Question], found: Sequence[bool]) -> float:
    """Recall on all other changes: whether a name cut to an initial is to be found is a matter of taste."""
    kept = [right for question, right in zip(asked, found) if question.change != "initial"]
    return sum(kept) / len(kept)


def _by_change(asked: Sequence[Question], found: Sequence[bool]) -> dict[str, float | int | None]:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for question, right in zip(asked, found):
        kinds[question.change].append(right)
    return {kind: sum(kinds[kind]) / len(kinds[kind]) for kind in sorted(kinds)}


def nomenklatura(asked: Sequence[Question]) -> tuple[float, list[bool]] | None:
    """Its comparisons a second, and which questions it takes for the true name; None where it is not installed."""
    score = _logic_v2()
    if score is None:
        return None
    found = [score(q.text, q.listed, q.entry.kind) >= _THRESHOLD for q in asked]
    people = [q for q in asked if q.entry.kind is EntryKind.PERSON]
    rng = Random(_SEED)
    pairs = [(rng.choice(people), rng.choice(people)) for _ in range(_PAIRS)]
    started = time.perf_counter()
    for one, other in pairs:
        score(one.text, other.listed, EntryKind.PERSON)
    return _PAIRS / (time.perf_counter() - started), found


def _logic_v2() -> Callable[[str, str, EntryKind], float] | None:
    try:
        ftm, matching = import_module("followthemoney"), import_module("nomenklatura.matching")
    except ImportError:
        return None
    algorithm, config = matching.get_algorithm("logic-v2"), matching.ScoringConfig.defaults()
    if algorithm is None:
        return None

    @cache
    def entity(name: str, kind: EntryKind) -> Any:
        schema = _SCHEMAS[kind]
        return ftm.EntityProxy.from_dict({"id": f"{schema}:{name}", "schema": schema, "properties": {"name": [name]}})

    def score(one: str, other: str, kind: EntryKind) -> float:
        return float(algorithm.compare(entity(one, kind), entity(other, kind), config).score)

    return score


def million(registers: Sequence[Register], number: int) -> dict[str, Value]:
    """Time and memory of an index over made-up names: words of listed names, one in eight with a slip, put together."""
    started = time.perf_counter()
    index = ScreeningIndex.of([_made_up(registers, number)])
    built = time.perf_counter() - started
    rng = Random(_SEED)
    asked = [" ".join(index.name(rng.randrange(len(index))).text.split()[:2]) for _ in range(200)]
    started = time.perf_counter()
    for name in asked:
        screen(name, index, EntryKind.PERSON)
    seconds = time.perf_counter() - started
    return {
        "names": len(index),
        "index_seconds": built,
        "queries_per_second": len(asked) / seconds,
        "peak_mb": peak_mb(),
    }


def _made_up(registers: Sequence[Register], number: int) -> Register:
    rng = Random(_SEED)
    words = [
        word
        for register in registers
        for entry in register.entries
        if entry.kind is EntryKind.PERSON
        for name in entry.names
        for word in name.text.split()
        if word.isalpha() and len(word) > 2
    ]

    def word() -> str:
        drawn = rng.choice(words)
        at = rng.randrange(len(drawn))
        return drawn[:at] + rng.choice("abcdefghijklmnopqrstuvwxyz") + drawn[at:] if rng.random() < 1 / 8 else drawn

    def entries() -> Iterator[RegisterEntry]:
        for i in range(number):
            name = RegisterName(" ".join(word() for _ in range(rng.choice((2, 3, 3, 4)))))
            yield RegisterEntry("made-up", str(i), EntryKind.PERSON, (name,))

    version = RegisterVersion("made-up", "nobody", "none", "0" * 64, number)
    return Register(version, tuple(entries()))


def measure(registers: Sequence[Register], number: int) -> dict[str, Value]:
    """All figures over the real lists."""
    started = time.perf_counter()
    index = ScreeningIndex.of(registers)
    values: dict[str, Value] = {"names": len(index), "index_seconds": time.perf_counter() - started}
    asked = questions(registers, number)
    values |= ours(registers, index, asked)
    values["peak_mb"] = peak_mb()  # before the other one's tables are read
    other = nomenklatura(asked)
    values["nomenklatura_ratio"] = values["nomenklatura_recall"] = None
    if other is not None:
        rate, found = other
        queries = values["queries_per_second"]
        assert isinstance(queries, float)
        values["nomenklatura_rate"] = rate
        values["nomenklatura_ratio"] = queries * len(index) / rate
        values["nomenklatura_recall"] = sum(found) / len(found)
        values["nomenklatura_recall_but_initials"] = _but_initials(asked, found)
        values["nomenklatura_by_change"] = _by_change(asked, found)
    return values


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with lists/")
    parser.add_argument("--limit", type=int, default=_QUESTIONS, help="questions")
    parser.add_argument("--million", type=int, nargs="?", const=1_000_000, help="measure an index of made-up names")
    options = parser.parse_args()
    values: dict[str, Value] = {}
    if not missing(options.data / "lists"):
        registers, refused = load_all(options.data / "lists")
        for refusal in refused:
            print(f"not read: {refusal.path}: {refusal.reason}", file=sys.stderr)
        values = million(registers, options.million) if options.million else measure(registers, options.limit)
    report("Screening", values)


if __name__ == "__main__":
    main()
