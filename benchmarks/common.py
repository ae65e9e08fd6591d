"""What the benchmarks share: arguments, counting, memory, the printed result."""

import argparse
import json
import resource
import sys
from collections.abc import Mapping
from pathlib import Path

from training.counts import Counts

__all__ = ["Counts", "Value", "arguments", "missing", "peak_mb", "report"]

Value = float | int | str | None | dict[str, "float | int | None"]


def arguments(description: str | None, **extra: str) -> argparse.Namespace:
    """Parse ``--data``, ``--limit`` and the extra options given as name=help."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder with corpora/, eval/, gold/, …")
    parser.add_argument("--limit", type=int, help="use the first N items only")
    for name, text in extra.items():
        parser.add_argument("--" + name.replace("_", "-"), type=Path, help=text)
    return parser.parse_args()


def missing(path: Path) -> bool:
    """Whether a part of the data is not there; says so."""
    if path.exists():
        return False
    print(f"missing, left out: {path}", file=sys.stderr)
    return True


def peak_mb() -> float:
    """The most memory that this process has held, in megabytes.

    Where the kernel tells it, of this program alone: what getrusage says goes through fork and exec, so that a small
    child of a large parent looks large.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(s for s in status.read_text(encoding="ascii").splitlines() if s.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(title: str, values: Mapping[str, Value], note: str = "") -> None:
    """Print a table for people and the JSON object, figures to four places."""
    print(title)
    rounded = {k: _rounded(v) for k, v in values.items()}
    for key, value in rounded.items():
        if isinstance(value, dict):
            for inner, number in value.items():
                print(f"  {key + '.' + inner:<28} {number if number is not None else '-'}")
        else:
            print(f"  {key:<28} {value if value is not None else '-'}")
    if note:
        print(note)
    print(json.dumps(rounded))


def _rounded(value: Value) -> Value:
    if isinstance(value, dict):
        return {k: round(v, 4) if isinstance(v, float) else v for k, v in value.items()}
    return round(value, 4) if isinstance(value, float) else value
