"""What the benchmarks share: arguments, counting, memory, the printed result."""

import argparse
import json
import resource
import sys
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path

Value = float | int | str | None | dict[str, "float | int | None"]


class Counts:
    """Right, found and wanted items of one kind."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: Iterable[Hashable], wanted: Iterable[Hashable]) -> None:
        """Count one sentence or document."""
        found, wanted = set(found), set(wanted)
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is wanted that was found; 0 where nothing is wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing was found or wanted."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


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
    """The most memory that this process has held, in megabytes."""
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
