"""Registers: what real lists say to the seeds: sanction claims name by name, counts, screening, regimes in force.

Prints a line for each named target, each count, each entity with a hit or a possible, and each regime; and counts of
them as JSON. Nothing here knows what the right answers are: the lines are there to be read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from time import perf_counter

from benchmarks.common import Value, arguments, missing, report
from counterclaim.pipeline import read
from counterclaim.records import Ledger, Outcome, Register, RegisterCheck, ScreeningHit, Verdict
from counterclaim.registers.checks import check_sanctions
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.load import load_all
from counterclaim.registers.regimes import regimes_for
from counterclaim.registers.screen_ledger import screen_ledger


def measured(seeds: Path, lists: Path, limit: int | None) -> dict[str, Value]:
    """Read the seeds, hold them against the lists, print what was found, and count it."""
    ledger = read(islice(sorted(seeds.glob("*.txt")), limit))
    start = perf_counter()
    registers, refused = load_all(lists)
    loaded = perf_counter()
    index = ScreeningIndex.of(registers)
    indexed = perf_counter()
    checks = check_sanctions(ledger, registers, index)
    hits = screen_ledger(ledger, index)
    checked = perf_counter()
    regimes = regimes_for(ledger)
    _show("lists", (_list_line(register) for register in registers))
    _show("not loaded", (f"{refusal.path}: {refusal.reason}" for refusal in refused))
    _show("sanction claims, target by target", _target_lines(ledger, checks))
    _show("counts", (f"{count.fits}: {count.note}" for check in checks for count in check.counts))
    _show("screening", _hit_lines(ledger, hits))
    _show("regimes", (f"{f.answer}: {f.name}, {f.start} to {f.end or 'now'} {f.missing or ''}" for f in regimes))
    outcomes = Counter(target.outcome for check in checks for target in check.targets)
    verdicts = Counter(hit.verdict for hit in hits)
    told = _last_told(ledger)
    later = sum(hit.verdict is Verdict.HIT and _is_later(hit, told) for hit in hits)
    fits = Counter(count.fits for check in checks for count in check.counts)
    answers = Counter(finding.answer.value for finding in regimes)
    return {
        "targets": {outcome.value: outcomes[outcome] for outcome in Outcome},
        "counts": {"fit": fits[True], "do_not_fit": fits[False], "cannot_tell": fits[None]},
        "screening": {
            "hits": verdicts[Verdict.HIT],
            "possibles": verdicts[Verdict.POSSIBLE],
            "hits_after_report": later,
        },
        "regimes": dict(answers),
        "load_seconds": loaded - start,
        "index_seconds": indexed - loaded,
        "check_seconds": checked - indexed,
    }


def _show(title: str, lines: Iterable[str]) -> None:
    print(title)
    for line in lines:
        print(f"  {line}")


def _list_line(register: Register) -> str:
    return f"{register.version.label}: {len(register.entries)} entries"


def _target_lines(ledger: Ledger, checks: Iterable[RegisterCheck]) -> Iterator[str]:
    summaries = {proposition.id: proposition.summary for proposition in ledger.propositions}
    for check in checks:
        yield f"{summaries[check.proposition]} [{check.register}, {check.start} to {check.end}]"
        for target in check.targets:
            yield f"    {target.target}: {target.outcome} ({target.verdict}); {target.note}"


def _hit_lines(ledger: Ledger, hits: Iterable[ScreeningHit]) -> Iterator[str]:
    names = {entity.id: entity.name for entity in ledger.entities}
    told = _last_told(ledger)
    for hit in hits:
        found = f"{hit.register} {hit.entry} {hit.name}, listed {hit.listed or 'on no known day'}"
        later = f", after the last report ({told[hit.entity]})" if _is_later(hit, told) else ""
        yield f"{hit.verdict} {hit.score:.3f} {names.get(hit.entity, hit.entity)}: {found}{later}"


def _last_told(ledger: Ledger) -> dict[str, str]:
    """The day of the last dated report that mentions each entity."""
    days = {document.id: document.published for document in ledger.documents}
    found: dict[str, str] = {}
    for entity in ledger.entities:
        told = [day for document, _ in entity.mentions if (day := days.get(document)) is not None]
        if told:
            found[entity.id] = max(told)
    return found


def _is_later(hit: ScreeningHit, told: Mapping[str, str]) -> bool:
    return hit.listed is not None and hit.entity in told and hit.listed > told[hit.entity]


def main() -> None:
    """Run on the seeds and lists below ``--data``."""
    args = arguments(__doc__)
    seeds, lists = args.data / "seeds", args.data / "lists"
    if not missing(seeds) and not missing(lists):
        report("registers", measured(seeds, lists, args.limit))


if __name__ == "__main__":
    main()
