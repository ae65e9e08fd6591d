"""Claims gained and lost: what `read` finds in `examples/` now, against what the last commit's snapshot holds.

`python -m benchmarks.gained_lost --write` renews the snapshot, which belongs into the commit that changes it.
"""

import argparse
import subprocess
from pathlib import Path

from counterclaim.pipeline import read
from counterclaim.records import Claim, Ledger

ROOT = Path(__file__).parent.parent
SNAPSHOT = "tests/golden/examples.txt"


def lines(ledger: Ledger) -> list[str]:
    """One line a claim, in the order of documents and text."""
    paths = {d.id: Path(d.path).name for d in ledger.documents}
    return [f"{paths[c.document]}  {_line(c)}" for c in ledger.claims]


def _line(claim: Claim) -> str:
    source = " > ".join(a.source.text for a in claim.attribution if a.source) or "-"
    roles = "; ".join(f"{role}={', '.join(f.text for f in fillers)}" for role, fillers in sorted(claim.roles.items()))
    figure = f"  n={claim.quantity.bound.value}:{claim.quantity.low}:{claim.quantity.high}" if claim.quantity else ""
    words = f"{claim.frame}/{claim.stage} [{claim.trigger.text}] {claim.factuality.value}"
    return f"{claim.trigger.span.start:>5} {words} by {source} | {roles}{figure}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="renew the snapshot")
    now = lines(read([ROOT / "examples"]))
    if parser.parse_args().write:
        (ROOT / SNAPSHOT).write_text("\n".join(now) + "\n", encoding="utf-8")
    command = ["git", "show", f"HEAD~1:{SNAPSHOT}"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    before = shown.stdout.splitlines() if shown.returncode == 0 else []
    for line in before:
        if line not in now:
            print("- " + line)
    for line in now:
        if line not in before:
            print("+ " + line)
    print(f"{len(set(now) - set(before))} claims gained, {len(set(before) - set(now))} lost, {len(now)} in all")


if __name__ == "__main__":
    main()
