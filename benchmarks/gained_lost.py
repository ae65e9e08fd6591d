"""Claims gained and lost: what `read` finds in our own reports now, against what the last commit's snapshots hold.

`python -m benchmarks.gained_lost --write` renews the snapshots, which belong into the commit that changes them.
"""

import argparse
import subprocess
from pathlib import Path

from counterclaim.pipeline import read
from counterclaim.records import Claim, Ledger, Quantity

ROOT = Path(__file__).parent.parent
SNAPSHOT = "tests/golden/examples.txt"
GOLDEN_SNAPSHOT = "tests/golden/claims.txt"
SNAPSHOTS = {SNAPSHOT: ROOT / "examples", GOLDEN_SNAPSHOT: ROOT / "tests/golden/reports"}


def lines(ledger: Ledger) -> list[str]:
    """One line a claim, in the order of documents and text."""
    paths = {d.id: Path(d.path).name for d in ledger.documents}
    return [f"{paths[c.document]}  {_line(c)}" for c in ledger.claims]


def _line(claim: Claim) -> str:
    source = " > ".join(_one_line(a.source.text) for a in claim.attribution if a.source) or "-"
    roles = "; ".join(
        f"{role}={', '.join(_one_line(f.text) for f in fillers)}" for role, fillers in sorted(claim.roles.items())
    )
    words = f"{claim.frame}/{claim.stage} [{_one_line(claim.trigger.text)}] {claim.factuality.value}"
    extras = _figure("n", claim.quantity) + _figure("sum", claim.value)
    if claim.time is not None:
        extras += f"  t={claim.time.start}/{claim.time.end}"
    return f"{claim.trigger.span.start:>5} {words} by {source} | {roles}{extras}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _figure(key: str, figure: Quantity | None) -> str:
    if figure is None:
        return ""
    currency = f" {figure.unit}" if key == "sum" else ""
    return f"  {key}={figure.bound.value}:{figure.low}:{figure.high}{currency}"


def changed(before: list[str], now: list[str]) -> list[str]:
    """Lines lost, marked with a minus, then lines gained, marked with a plus."""
    old, new = set(before), set(now)
    return [f"- {line}" for line in before if line not in new] + [f"+ {line}" for line in now if line not in old]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="renew the snapshots")
    write = parser.parse_args().write
    for snapshot, folder in SNAPSHOTS.items():
        now = lines(read([folder]))
        if write:
            (ROOT / snapshot).write_text("\n".join(now) + "\n", encoding="utf-8")
        command = ["git", "show", f"HEAD~1:{snapshot}"]
        shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
        difference = changed(shown.stdout.splitlines() if shown.returncode == 0 else [], now)
        print("\n".join(difference))
        gained = sum(line.startswith("+") for line in difference)
        print(f"{snapshot}: {gained} claims gained, {len(difference) - gained} lost, {len(now)} in all")


if __name__ == "__main__":
    main()
