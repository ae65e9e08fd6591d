"""False alarms: people and organisations of worldwide newswire, screened against all lists, per thousand names.

Nearly all of them are on no list. Whether a hit is true is for a person to say: ``--show FILE`` writes each name with
its hits and possibles; ``false_alarms.md`` says what was found.
"""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.common import Value, arguments, missing, report
from benchmarks.names import _sentences
from counterclaim.records import EntryKind, ScreeningHit, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.load import load_all
from counterclaim.registers.screen import screen
from training.name_sets import bio_spans

_KINDS = {"Person": EntryKind.PERSON, "Organization": EntryKind.ORGANISATION}

Alarms = Mapping[tuple[str, str], tuple[ScreeningHit, ...]]  # (type, name) -> hits and possibles


def names(folder: Path, limit: int | None) -> list[tuple[str, str]]:
    """The different names of people and organisations (type, name), in the order in which they come."""
    found: dict[tuple[str, str], None] = {}
    for path in sorted(folder.glob("*.tsv"))[:limit]:
        for tokens, tags in _sentences(path):
            spans = [(kind, " ".join(tokens[first:end])) for kind, first, end in bio_spans(tags)]
            found.update(dict.fromkeys(span for span in spans if span[0] in _KINDS))
    return list(found)


def per_thousand(alarms: Alarms) -> dict[str, Value]:
    """Names with a hit, and names with a possible at most, per thousand names of each type."""
    values: dict[str, Value] = {}
    for kind in _KINDS:
        found = [hits for (type_, _), hits in alarms.items() if type_ == kind]
        sure = sum(any(hit.verdict is Verdict.HIT for hit in hits) for hits in found)
        some = sum(bool(hits) for hits in found)
        size = len(found) or 1
        values[kind.lower()] = {
            "names": len(found),
            "with_hits": sure,
            "hits_per_thousand": 1000 * sure / size,
            "possibles_per_thousand": 1000 * (some - sure) / size,
        }
    return values


def _told(alarms: Alarms) -> str:
    return "".join(
        f"{kind}\t{name}\t{hit.verdict}\t{hit.score:.2f}\t{hit.name}\t{hit.register} {hit.entry}\n"
        for (kind, name), hits in alarms.items()
        for hit in hits
    )


def main() -> None:
    """Command line."""
    options = arguments(__doc__, show="write what was found for each name to this file")
    values: dict[str, Value] = {}
    folder = options.data / "eval/worldwide_ner_dev"
    if not missing(folder) and not missing(options.data / "lists"):
        index = ScreeningIndex.of(load_all(options.data / "lists")[0])
        alarms = {(kind, name): screen(name, index, _KINDS[kind]) for kind, name in names(folder, options.limit)}
        values = per_thousand(alarms)
        if options.show:
            options.show.write_text(_told(alarms), encoding="utf-8")
    report("False alarms", values)


if __name__ == "__main__":
    main()
