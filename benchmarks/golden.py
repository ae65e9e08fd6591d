"""The golden set: original reports with hand-made claims, `tests/golden/reports/NAME.txt` and `NAME.yaml`.

`python -m benchmarks.golden --check [FILE...]` names everything that is wrong with the pairs (all when none is given);
`--gold OUT.jsonl` writes their claims in the format of the seeds' gold claims. `tests/golden/README.md` gives the form.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Bound, Factuality, Span, Stance

GOLDEN = Path(__file__).parent.parent / "tests/golden/reports"

_REPORT_KEYS = frozenset({"style", "published", "title", "credits", "claims"})
_CLAIM_KEYS = frozenset(
    "quote nth trigger frame stage roles source factuality quantity value time proposition optional note".split()
)
_REQUIRED_KEYS = ("quote", "trigger", "frame", "source")
_FIGURE_KEYS = frozenset({"low", "high", "bound", "unit"})
_FACTUALITIES = frozenset(f.value for f in Factuality)
_BOUNDS = frozenset(b.value for b in Bound)
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, or how much where ``unit`` is a currency. A side that the bound leaves open is None."""

    low: float | None
    high: float | None
    bound: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that a reader found. None where nothing is judged; ``source`` None is the document's own voice.

    ``stage``, ``source`` and each role list everything that will do. ``span`` counts code points of the raw text.
    """

    id: str
    document: str
    span: Span
    trigger: str
    frame: str
    stage: tuple[str, ...] | None
    roles: Mapping[str, tuple[str, ...]]
    source: tuple[str, ...] | None
    factuality: str | None
    quantity: Figure | None = None
    value: Figure | None = None
    time: tuple[str | None, str | None] | None = None
    proposition: str | None = None
    optional: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One pair: the raw text with what a reader says of it. ``published`` is an ISO day that the text shows."""

    name: str
    text: str
    style: str
    published: str | None
    title: str | None
    credits: tuple[str, ...]
    claims: tuple[GoldClaim, ...]


class GoldenError(ValueError):
    """A pair is not well formed; the message lists every fault with file and claim."""


def load(folder: Path = GOLDEN) -> list[Report]:
    """All pairs of a folder, by name. Raises GoldenError with every fault of every pair."""
    reports, faults = [], []
    for path in sorted(folder.glob("*.yaml")):
        report, wrong = check(path)
        faults += wrong
        if report:
            reports.append(report)
    unpaired = sorted({p.stem for p in folder.glob("*.txt")} - {p.stem for p in folder.glob("*.yaml")})
    faults += [f"{name}.txt: no {name}.yaml beside it; write its claims" for name in unpaired]
    if faults:
        raise GoldenError("\n".join(faults))
    return reports


def check(path: Path) -> tuple[Report | None, list[str]]:
    """One pair by its YAML file (or its text), and what is wrong with it; None if it cannot be read at all."""
    table_path, text_path = path.with_suffix(".yaml"), path.with_suffix(".txt")
    try:
        text = text_path.read_bytes().decode("utf-8")
        table = yaml.safe_load(table_path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return None, [f"{path.name}: cannot be read: {error}"]
    if not isinstance(table, dict) or not isinstance(table.get("claims"), list):
        return None, [f"{table_path.name}: must be a mapping with a list `claims`"]
    faults = [f"{table_path.name}: {fault}" for fault in _report_faults(table, text)]
    claims = []
    for number, entry in enumerate(table["claims"], start=1):
        wrong, claim = _claim(entry, f"{path.stem}#{number}", path.stem, text)
        start = f"{table_path.name}, claim {number} ({_glimpse(entry)}): "
        faults += [start + fault for fault in wrong]
        if claim is not None:
            claims.append(claim)
    faults += [f"{table_path.name}: {fault}" for fault in _repeats(claims)]
    report = Report(
        path.stem,
        text,
        str(table.get("style")),
        _day(table.get("published")),
        table.get("title"),
        tuple(map(str, table.get("credits") or ())),
        tuple(claims),
    )
    return report, faults


def _glimpse(entry: object) -> str:
    quote = entry.get("quote") if isinstance(entry, dict) else None
    return f"“{' '.join(str(quote).split())[:40]}”"


def _report_faults(table: Mapping[str, Any], text: str) -> Iterable[str]:
    for key in sorted(map(str, table.keys() - _REPORT_KEYS)):
        yield f"unknown key `{key}`; known are {', '.join(sorted(_REPORT_KEYS))}"
    for key in sorted(_REPORT_KEYS - table.keys()):
        yield f"no key `{key}`; write null or [] where the text has none"
    if not isinstance(table.get("style"), str):
        yield "`style` must be a word"
    if table.get("published") is not None and _day(table["published"]) is None:
        yield f"`published` is {table['published']!r}; write a day as YYYY-MM-DD, or null"
    title = table.get("title")
    if title is not None and (not isinstance(title, str) or not find(title, text)):
        yield "`title` does not occur in the text; copy it as printed, or write null"
    if not _strings(table.get("credits") or []):
        yield "`credits` must be a list of names"


def _repeats(claims: Sequence[GoldClaim]) -> Iterable[str]:
    counts = Counter((c.span, c.trigger, c.frame, c.source, c.factuality, str(c.roles)) for c in claims)
    for (_, trigger, frame, *_rest), count in counts.items():
        if count > 1:
            yield f"{frame} [{trigger}] stands {count} times with the same quote, roles and source; keep one"


def find(quote: str, text: str) -> list[Span]:
    """Where a quote occurs in a text, all white space (line breaks too) being one space."""
    words = [re.escape(word) for word in quote.split()]
    if not words:
        return []
    return [Span(m.start(), m.end()) for m in re.finditer(r"\s+".join(words), text)]


def _claim(entry: object, claim_id: str, document: str, text: str) -> tuple[list[str], GoldClaim | None]:
    """A claim of the YAML and its faults; None where it is too broken to make one."""
    if not isinstance(entry, dict):
        return ["must be a mapping"], None
    unknown = sorted(map(str, entry.keys() - _CLAIM_KEYS))
    faults = [f"unknown key `{key}`; known are {', '.join(sorted(_CLAIM_KEYS))}" for key in unknown]
    faults += [f"no key `{key}`" for key in _REQUIRED_KEYS if key not in entry]
    span, misplaced = _place(entry, text)
    faults += [*misplaced, *_frame_faults(entry), *_other_faults(entry)]
    quantity, wrong_quantity = _figure(entry.get("quantity"), "quantity")
    value, wrong_value = _figure(entry.get("value"), "value")
    time, wrong_time = _period(entry.get("time"))
    faults += [*wrong_quantity, *wrong_value, *wrong_time]
    if faults or span is None:
        return faults, None
    return [], GoldClaim(
        claim_id,
        document,
        span,
        entry["trigger"],
        entry["frame"],
        _all_of(entry.get("stage")),
        {role: tuple(names) for role, names in (entry.get("roles") or {}).items()},
        _all_of(entry["source"]),
        entry.get("factuality"),
        quantity,
        value,
        time,
        entry.get("proposition"),
        entry.get("optional") or False,
        entry.get("note"),
    )


def _place(entry: Mapping[str, Any], text: str) -> tuple[Span | None, list[str]]:
    """Where a claim's quote stands; the trigger must stand inside it."""
    quote, trigger, nth = entry.get("quote"), entry.get("trigger"), entry.get("nth")
    if not isinstance(quote, str) or not isinstance(trigger, str):
        return None, ["`quote` and `trigger` must be text; put words like yes, no, on and figures in quotation marks"]
    found = find(quote, text)
    if not found:
        return None, ["the quote does not occur in the text; copy it letter by letter"]
    if nth is None and len(found) > 1:
        return None, [f"the quote occurs {len(found)} times; say which with `nth`, or quote more words"]
    if nth is not None and (type(nth) is not int or not 1 <= nth <= len(found)):
        return None, [f"`nth` is {nth!r}, but the quote occurs {len(found)} times"]
    if not find(trigger, quote):
        return None, [f"the trigger {trigger!r} is not in the quote; quote the words that hold it"]
    return found[(nth or 1) - 1], []


def _frame_faults(entry: Mapping[str, Any]) -> Iterable[str]:
    """Frame, stages and roles against the shipped lexicon; `statement` is a frame without a file."""
    frames = lexicon().frames
    name = entry.get("frame")
    if name == "statement":
        stages, known = [s.value for s in Stance], []
    elif isinstance(name, str) and name in frames:
        stages, known = list(frames[name].stages), sorted(frames[name].wants)
    else:
        yield f"no frame {name!r}; frames are {', '.join(sorted(frames))}, statement"
        return
    stage, roles = entry.get("stage"), entry.get("roles") or {}
    if stage is not None and not _strings([stage] if isinstance(stage, str) else stage):
        yield "`stage` must be a list of stages, or null"
    for one in _all_of(stage) or ():
        if one not in stages:
            yield f"{name} has no stage {one!r}; it has {', '.join(stages)}"
    if not isinstance(roles, dict):
        yield "`roles` must be a mapping"
        return
    for role, names in roles.items():
        if role not in known:
            yield f"{name} has no role {role!r}; it has {', '.join(known) or 'none'}"
        if not names or not _strings(names):
            yield f"role {role!r} must list names as text: [Name, Other name]"


def _other_faults(entry: Mapping[str, Any]) -> Iterable[str]:
    source, factuality = entry.get("source"), entry.get("factuality")
    if source is not None and (not source or not _strings([source] if isinstance(source, str) else source)):
        yield "`source` must list names as text, or be null for the document's own voice"
    if factuality is not None and factuality not in _FACTUALITIES:
        yield f"`factuality` is {factuality!r}; it must be one of {', '.join(sorted(_FACTUALITIES))}, or null"
    if not isinstance(entry.get("optional", False), bool):
        yield "`optional` must be true or false"
    for key in ("proposition", "note"):
        if not isinstance(entry.get(key), str | None):
            yield f"`{key}` must be text"


def _figure(entry: object, key: str) -> tuple[Figure | None, list[str]]:
    """A quantity or a sum of money, its open sides None; and what is wrong with it."""
    if entry is None:
        return None, []
    if not isinstance(entry, dict) or entry.keys() - _FIGURE_KEYS:
        return None, [f"`{key}` must be a mapping with {', '.join(sorted(_FIGURE_KEYS))} only"]
    low, high, bound, unit = (entry.get(k) for k in ("low", "high", "bound", "unit"))
    if bound not in _BOUNDS:
        return None, [f"the bound of `{key}` is {bound!r}; it must be one of {', '.join(sorted(_BOUNDS))}"]
    if bound == "max" and low is not None and high in {None, low}:  # one figure: it is the upper side
        low, high = None, low
    needed = {"min": ("low",), "max": ("high",), "range": ("low", "high")}.get(bound, ("low",))
    sides = {"low": low, "high": high}
    if any(type(sides[side]) not in {int, float} for side in needed):
        return None, [f"`{key}` with bound {bound} needs {' and '.join(needed)} as a number"]
    if (bound == "min" and high is not None) or (bound == "max" and low is not None):
        return None, [f"`{key}` with bound {bound} has one side only; leave the other out"]
    if bound in {"exact", "approx"}:
        high = low if high is None else high
    if low is not None and high is not None and low > high:
        return None, [f"`{key}` has low above high"]
    if key == "value" and not (isinstance(unit, str) and _CURRENCY.fullmatch(unit)):
        return None, ["`value` needs its currency as `unit`: three capitals, such as USD"]
    return Figure(low, high, bound, None if unit is None else str(unit)), []


def _period(entry: object) -> tuple[tuple[str | None, str | None] | None, list[str]]:
    """First and last day of a time in ISO form; null for a side that is open."""
    if entry is None:
        return None, []
    if not isinstance(entry, list) or len(entry) != 2:
        return None, ["`time` must be [first day, last day]"]
    first, last = (None if side is None else _day(side) for side in entry)
    if (first, last) == (None, None) or any(side is not None and _day(side) is None for side in entry):
        return None, ["`time` must hold days as YYYY-MM-DD, with null for one open side at most"]
    if first is not None and last is not None and first > last:
        return None, [f"`time` ends ({last}) before it begins ({first})"]
    return (first, last), []


def _day(value: object) -> str | None:
    if type(value) is date:
        return value.isoformat()
    try:
        return date.fromisoformat(value).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)


def _all_of(value: str | Sequence[str] | None) -> tuple[str, ...] | None:
    """One name or several as a tuple; None and [] (nothing is judged) as None."""
    return ((value,) if isinstance(value, str) else tuple(value)) if value else None


def to_jsonl(claims: Iterable[GoldClaim]) -> str:
    """Claims in the format of the seeds' gold claims, one JSON object a line; `value` and `trigger` come with it."""
    lines = []
    for claim in claims:
        row = {**asdict(claim), "span": list(claim.span), "time": claim.time and list(claim.time)}
        lines.append(json.dumps(row, ensure_ascii=False))
    return "".join(line + "\n" for line in lines)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", nargs="*", type=Path, metavar="FILE", help="pairs to check, by either file")
    parser.add_argument("--gold", type=Path, metavar="OUT.jsonl", help="write the claims as the seeds' gold claims are")
    options = parser.parse_args()
    faults: list[str] = []
    claims: list[GoldClaim] = []
    for path in options.check or sorted({p.with_suffix(".yaml") for p in GOLDEN.iterdir() if p.suffix != ".md"}):
        report, wrong = check(path)
        faults += wrong
        if report:
            claims += report.claims
            required = sum(not c.optional for c in report.claims)
            print(f"{report.name}: {required} required, {len(report.claims) - required} optional")
    for fault in faults:
        print("  " + fault)
    frames = Counter(c.frame for c in claims if not c.optional)
    print(f"{len(claims)} claims, {frames.total()} of them required: {dict(frames.most_common())}")
    if options.gold and not faults:
        options.gold.write_text(to_jsonl(claims), encoding="utf-8")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
