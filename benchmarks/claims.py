"""Claims of `counterclaim read`, judged on the seeds and on the project's own golden set.

The seeds are judged by the scorer that comes with their gold claims, the golden set (`tests/golden/reports`) by
`benchmarks.scoring`. `--show` lists what is missed, spurious or partly wrong.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.common import Value, missing, report
from benchmarks.golden import GOLDEN, GoldClaim, Report, load
from benchmarks.scoring import Score, page_figures, score
from counterclaim.exports.ledger_json import to_json
from counterclaim.pipeline import read
from counterclaim.records import Ledger


def read_golden(reports: Sequence[Report]) -> Ledger:
    """The ledger of golden reports, read in one run as a user reads a folder."""
    return read([GOLDEN / f"{r.name}.txt" for r in reports], threads=2)


def golden_score(reports: Sequence[Report], ledger: Ledger) -> Score:
    """All golden claims against the ledger of their reports."""
    return score([c for r in reports for c in r.claims], ledger)


def main() -> None:
    """Command line."""
    options = _options()
    values: dict[str, Value] = {}
    if not options.golden:
        values |= _seeds(options.data, show=options.show)
    reports = [r for r in load() if options.only in r.name][: options.limit]
    if reports:
        ledger = read_golden(reports)
        golden = golden_score(reports, ledger)
        if options.show:
            print("\n".join(golden.listing()))
        values["golden"] = {"reports": len(reports), **golden.figures(), **page_figures(reports, ledger)}
        styles = {r.name: r.style for r in reports}
        values["golden_f1_by_style"] = _f1_by(golden, ledger, lambda g: styles[g.document])
        values["golden_f1_by_frame"] = {
            frame: score([g for g in golden.gold if g.frame == frame], _only(ledger, frame)).figures()["f1"]
            for frame in sorted({g.frame for g in golden.gold})
        }
    report("Claims", values)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with seeds/, gold/ and eval/")
    parser.add_argument("--limit", type=int, help="use the first N golden reports only")
    parser.add_argument("--golden", action="store_true", help="leave the seeds out")
    parser.add_argument("--only", default="", metavar="NAME", help="golden reports with this in their names only")
    parser.add_argument("--show", action="store_true", help="list what is missed, spurious or partly wrong")
    return parser.parse_args()


def _f1_by(golden: Score, ledger: Ledger, group: Callable[[GoldClaim], str]) -> dict[str, float | int | None]:
    groups = sorted({group(g) for g in golden.gold})
    return {name: score([g for g in golden.gold if group(g) == name], ledger).figures()["f1"] for name in groups}


def _only(ledger: Ledger, frame: str) -> Ledger:
    claims = tuple(c for c in ledger.claims if c.frame == frame)
    return Ledger(ledger.documents, ledger.entities, claims)


def _seeds(data: Path, *, show: bool) -> dict[str, Value]:
    """The figures of the seeds' own scorer; none where a part of the data is not there."""
    parts = (data / "seeds", data / "gold/seeds_claims.jsonl", data / "eval/score_claims.py")
    absent = [part for part in parts if missing(part)]  # each is said
    if absent:
        return {}
    seeds, gold, scorer = parts
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.json"
        ledger.write_text(to_json(read([seeds], threads=2)), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(ledger), *(["--show"] if show else [])]
        scored = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    print(scored.stderr, end="")
    figures: dict[str, Value] = json.loads(scored.stdout)
    return figures


if __name__ == "__main__":
    main()
