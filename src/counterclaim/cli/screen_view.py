"""What `counterclaim screen` prints: for each name the entries that it may mean, and how each score comes about."""

import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from counterclaim.cli.screen_questions import Question
from counterclaim.exports.ledger_registers import hit_object, version_object
from counterclaim.exports.wording import clean, counted
from counterclaim.records import RegisterVersion, ScreeningHit, Verdict

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["Answer", "to_json", "to_table"]

Answer = tuple[Question, tuple[ScreeningHit, ...]]

_NARROWEST = 60  # columns
_STYLES = {Verdict.HIT: "bold red", Verdict.POSSIBLE: "bold yellow"}
_SHOWN = 200  # characters of a name that is asked for


def to_table(
    answers: Sequence[Answer], versions: Sequence[RegisterVersion], *, width: int | None = None, color: bool = False
) -> str:
    """Text for a terminal, ``width`` columns wide (its own width when None). No line ends in spaces."""
    from rich.console import Console

    buffer = io.StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=color, color_system="auto" if color else None, emoji=False
    )
    if width is None:
        console.width = max(_NARROWEST, Console().width)
    for question, hits in answers:
        if hits or len(answers) == 1:
            _print_answer(console, question, hits)
    _print_end(console, answers, versions)
    return "".join(f"{line.rstrip(' ')}\n" for line in buffer.getvalue().split("\n")[:-1])


def _print_answer(console: "Console", question: Question, hits: Sequence[ScreeningHit]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print(Text.assemble((_shown(question.name), "bold"), f": {_tally(hits)}"))
    for hit in hits:
        listed = f"listed {hit.listed}" if hit.listed else "day of listing not given"
        head = Text.assemble((str(hit.verdict), _STYLES[hit.verdict]), f" {hit.score:.2f}  ", (clean(hit.name), "bold"))
        console.print(Padding(head, (0, 0, 0, 2)))
        where = f"{clean(hit.register)} {clean(hit.entry)}, {hit.kind}, {listed}; list: {clean(hit.list_version)}"
        console.print(Padding(Text(where), (0, 0, 0, 4)))
        console.print(Padding(_features(hit), (0, 0, 0, 4)))
    console.print()


def _features(hit: ScreeningHit) -> "Table":
    """The terms of the score, one a row, and their sum as the score has it."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for feature in hit.features:
        value = f"{feature.value:+.2f}" if feature.value else ""
        note = f": {clean(feature.note)}" if feature.note else ""
        table.add_row(Text(value), Text(clean(feature.name) + note))
    table.add_row(Text(f"= {hit.score:.2f}"), Text("held between 0 and 1" if _held(hit) else ""))
    return table


def _held(hit: ScreeningHit) -> bool:
    return abs(sum(feature.value for feature in hit.features) - hit.score) > 0.005


def _print_end(console: "Console", answers: Sequence[Answer], versions: Sequence[RegisterVersion]) -> None:
    from rich.text import Text

    silent = sum(not hits for _, hits in answers)
    if silent and len(answers) > 1:
        console.print(Text(f"{counted(silent, 'name')} of {len(answers):,} without an entry that fits"))
    console.print(Text("Held against:"))
    for version in versions:
        console.print(Text(f"  {clean(version.label)}, {version.entries:,} entries"))
    console.print(Text("A possible is no hit: somebody has to look. Names alone prove nothing."))


def _shown(name: str) -> str:
    shown = clean(name)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"


def _tally(hits: Sequence[ScreeningHit]) -> str:
    sure = sum(hit.verdict is Verdict.HIT for hit in hits)
    parts = [counted(sure, "hit")] * bool(sure) + [counted(len(hits) - sure, "possible")] * bool(len(hits) - sure)
    return ", ".join(parts) or "no entry fits"


def to_json(answers: Sequence[Answer], versions: Sequence[RegisterVersion]) -> str:
    """One JSON object: the lists' versions, and each name with what is known of it and its hits and possibles."""
    found = {
        "registers": [version_object(version) for version in versions],
        "names": [
            {
                "name": question.name,
                "kind": question.kind,
                "countries": question.countries,
                "born": question.born,
                "hits": [hit_object(hit) for hit in hits],
            }
            for question, hits in answers
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
