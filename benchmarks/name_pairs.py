"""Pairs of names: does the matcher take two names for one, at its fixed threshold.

The set is nomenklatura's own bench (half of it). A pair counts as matched when its verdict is hit or possible: its
labels call a slip of the pen a match, which the matcher never calls a hit. Where nomenklatura is installed, its
logic-v2 is run on the same pairs, at its own threshold.
"""

import csv
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from benchmarks.common import Counts, Value, arguments, missing, report
from counterclaim.records import EntryKind
from counterclaim.registers.names import HIT, POSSIBLE, Name, compare, parse_name

_KINDS = {
    "Person": EntryKind.PERSON,
    "Company": EntryKind.ORGANISATION,
    "Organization": EntryKind.ORGANISATION,
    "Vessel": EntryKind.SHIP,
    "Airplane": EntryKind.AIRCRAFT,
}
_NK_THRESHOLD = 0.7  # from which its matching service, yente, calls a result a match


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of a schema (FollowTheMoney's), and whether they are one's."""

    schema: str
    one: str
    other: str
    match: bool

    @property
    def kind(self) -> EntryKind:
        """What the schema is among our kinds; a legal entity may be a person or a body."""
        return _KINDS.get(self.schema, EntryKind.OTHER)


def read_pairs(path: Path, limit: int | None) -> list[NamePair]:
    """The pairs of the set."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[:limit]
    return [NamePair(r["schema"], r["name1"], r["name2"], r["is_match"].strip().lower() == "true") for r in rows]


def our_scores(pairs: Sequence[NamePair]) -> list[float]:
    """The matcher's score of each pair."""
    return [compare(parse_name(p.one, p.kind), parse_name(p.other, p.kind)).score for p in pairs]


def counts(pairs: Sequence[NamePair], scores: Sequence[float], threshold: float) -> Counts:
    """Right, wrong and missed matches at ``threshold``."""
    found = Counts()
    gold = {n for n, p in enumerate(pairs) if p.match}
    found.add({n for n, score in enumerate(scores) if score >= threshold}, gold)
    return found


def best_threshold(pairs: Sequence[NamePair], scores: Sequence[float]) -> tuple[float, float]:
    """The threshold that would be best on this very set, and its F1: for honesty, it is not used."""
    options = sorted({round(s, 2) for s in scores if s > 0})
    return max(((t, counts(pairs, scores, t).f1) for t in options), key=lambda o: o[1], default=(0.0, 0.0))


def comparisons_per_second(pairs: Sequence[NamePair]) -> float:
    """How many comparisons of parsed names the matcher makes in a second of processor time, all against all."""
    by_kind: dict[bool, list[Name]] = {}
    for pair in pairs:
        name = parse_name(pair.one, pair.kind)
        by_kind.setdefault(name.person, []).append(name)
    started, done = time.process_time(), 0
    for names in by_kind.values():
        for one in names:
            for other in names:
                compare(one, other)
            done += len(names)
    return done / (time.process_time() - started)


def nomenklatura_scores(pairs: Sequence[NamePair]) -> tuple[list[float], float, float] | None:
    """logic-v2 on the same pairs: scores, its threshold, comparisons a second; None where it is not installed."""
    try:
        score, threshold = _logic_v2()
    except ImportError:
        return None
    started = time.process_time()
    scores = [score(p.schema, p.one, p.other) for p in pairs]
    return scores, threshold, len(pairs) / (time.process_time() - started)


def _logic_v2() -> tuple[Callable[[str, str, str], float], float]:
    ftm, matching = import_module("followthemoney"), import_module("nomenklatura.matching")
    algorithm = matching.get_algorithm("logic-v2")
    if algorithm is None:
        raise ImportError("this version of nomenklatura has no logic-v2")
    config = matching.ScoringConfig.defaults()

    def score(schema: str, one: str, other: str) -> float:
        entities = []
        for name in (one, other):
            entity = ftm.EntityProxy(ftm.model.get(schema), {"id": name})
            entity.add("name", name)
            entities.append(entity)
        return float(algorithm.compare(*entities, config).score)

    return score, _NK_THRESHOLD


def _by_schema(pairs: Sequence[NamePair], scores: Sequence[float], threshold: float) -> dict[str, float | int | None]:
    schemata = sorted({p.schema for p in pairs})
    return {s: counts(*_only(pairs, scores, s), threshold).f1 for s in schemata}


def _only(pairs: Sequence[NamePair], scores: Iterable[float], schema: str) -> tuple[list[NamePair], list[float]]:
    kept = [(p, s) for p, s in zip(pairs, scores, strict=True) if p.schema == schema]
    return [p for p, _ in kept], [s for _, s in kept]


def main() -> None:
    """Run the benchmark and print it."""
    args = arguments(__doc__)
    path = args.data / "eval" / "name_pairs_dev.csv"
    if missing(path):
        return
    pairs = read_pairs(path, args.limit)
    scores = our_scores(pairs)
    found = counts(pairs, scores, POSSIBLE)
    best, best_f1 = best_threshold(pairs, scores)
    values: dict[str, Value] = {
        "precision": found.precision,
        "recall": found.recall,
        "f1": found.f1,
        "threshold": POSSIBLE,
        "f1_by_schema": _by_schema(pairs, scores, POSSIBLE),
        "hit_precision": counts(pairs, scores, HIT).precision,
        "hit_threshold": HIT,
        "best_threshold": best,
        "best_f1": best_f1,
        "comparisons_per_second": comparisons_per_second(pairs),
    }
    theirs = nomenklatura_scores(pairs)
    if theirs is not None:
        nk_scores, threshold, speed = theirs
        values["nomenklatura_f1"] = counts(pairs, nk_scores, threshold).f1
        values["nomenklatura_threshold"] = threshold
        values["nomenklatura_best_f1"] = best_threshold(pairs, nk_scores)[1]
        values["nomenklatura_per_second"] = speed
    note = "threshold: the shipped POSSIBLE; best_threshold would be best on this set and is not used"
    report(f"name pairs ({len(pairs)})", values, note)


if __name__ == "__main__":
    main()
