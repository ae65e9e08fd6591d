"""Claims of `counterclaim read` on the seeds, judged by the scorer that comes with the gold claims."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.common import arguments, missing, report
from counterclaim.exports.ledger_json import to_json
from counterclaim.pipeline import read


def main() -> None:
    """Command line."""
    options = arguments(__doc__)
    data: Path = options.data
    parts = (data / "seeds", data / "gold/seeds_claims.jsonl", data / "eval/score_claims.py")
    absent = [part for part in parts if missing(part)]
    if absent:
        report("Claims", {})
        return
    seeds, gold, scorer = parts
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.json"
        ledger.write_text(to_json(read([seeds], threads=2)), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(ledger), "--show"]
        scored = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    print(scored.stderr, end="")
    report("Claims of the seeds", json.loads(scored.stdout))


if __name__ == "__main__":
    main()
