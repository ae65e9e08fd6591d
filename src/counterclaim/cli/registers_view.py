"""What `counterclaim registers` shows: versions and differences, for people and as JSON."""

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counterclaim.exports.wording import clean, counted
from counterclaim.records import RegisterEntry, RegisterVersion

if TYPE_CHECKING:
    from rich.console import Console

    from counterclaim.registers.diff import RegisterDiff
    from counterclaim.registers.library import Stored

_NARROW = 120  # columns; below, a list is easier to read than a table
_KINDS = ("person", "organisation", "ship", "aircraft", "other")


def versions_table(found: Sequence["Stored"], *, width: int | None = None) -> str:
    """The versions, one a row where the terminal is wide enough, else one a paragraph."""
    console, buffer = _console(width)
    if console.width >= _NARROW:
        _print_rows(console, found)
    else:
        _print_paragraphs(console, found)
    return _lines(buffer)


def versions_json(folder: Path, found: Sequence["Stored"]) -> str:
    """The versions as one JSON object; ``current`` marks the newest of each register among them."""
    newest = {one.version.register: one for one in reversed(found)}
    rows = [
        asdict(one.version)
        | {"names": one.names, "kinds": dict(one.kinds), "problems": one.problems, "added": one.added}
        | {"folder": str(one.folder), "current": newest[one.version.register] is one}
        for one in found
    ]
    return _json({"library": str(folder), "registers": rows})


def diff_text(found: "RegisterDiff", *, width: int | None = None) -> str:
    """What changed, in three groups: "+" added, "-" removed, "~" changed with a line for each field."""
    from rich.padding import Padding
    from rich.text import Text

    console, buffer = _console(width)
    counts = f"{len(found.added):,} added, {len(found.removed):,} removed, {len(found.changed):,} changed"
    console.print(Text(f"{found.old.label} → {found.new.label}: {counts}"))
    for mark, entries in (("+", found.added), ("-", found.removed)):
        for entry in entries:
            console.print(Text(f"{mark} {_entry(entry)}"))
    for change in found.changed:
        console.print(Text(f"~ {_entry(change.new)}"))
        for words in change.changes:
            console.print(Padding(Text(clean(words)), (0, 0, 0, 4)))
    return _lines(buffer)


def diff_json(found: "RegisterDiff") -> str:
    """What changed as one JSON object."""
    return _json(
        {
            "old": asdict(found.old),
            "new": asdict(found.new),
            "added": [asdict(entry) for entry in found.added],
            "removed": [asdict(entry) for entry in found.removed],
            "changed": [
                {"id": change.new.id, "name": change.new.names[0].text, "changes": list(change.changes)}
                for change in found.changed
            ],
        }
    )


def _console(width: int | None) -> tuple["Console", io.StringIO]:
    from rich.console import Console

    buffer = io.StringIO()
    return Console(file=buffer, width=width or Console().width, color_system=None, emoji=False), buffer


def _lines(buffer: io.StringIO) -> str:
    return "".join(f"{line.rstrip(' ')}\n" for line in buffer.getvalue().split("\n")[:-1])


def _json(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _print_rows(console: "Console", found: Sequence["Stored"]) -> None:
    from rich.table import Table
    from rich.text import Text

    kinds = [kind for kind in _KINDS if any(one.kinds.get(kind) for one in found)]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("register", "day", "digest", "format"):
        table.add_column(name, no_wrap=True)
    for name in ("entries", "names", *map(_several, kinds)):
        table.add_column(name, justify="right", no_wrap=True)
    for one in found:
        version = one.version
        numbers = (version.entries, one.names, *(one.kinds.get(kind, 0) for kind in kinds))
        cells = (clean(version.register), _day(version), version.sha256[:12], clean(version.format))
        table.add_row(*map(Text, cells), *(f"{number:,}" for number in numbers))
    if table.row_count:
        console.print(table)


def _print_paragraphs(console: "Console", found: Iterable["Stored"]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for one in found:
        version = one.version
        console.print(Text(f"{clean(version.register)} {_day(version)} {version.sha256[:12]} {clean(version.format)}"))
        told = f"{_entries(version.entries)}, {counted(one.names, 'name')}: {_kinds(one.kinds)}"
        console.print(Padding(Text(told), (0, 0, 0, 4)))


def _entries(number: int) -> str:
    return f"{number:,} {'entry' if number == 1 else 'entries'}"


def _kinds(kinds: Mapping[str, int]) -> str:
    there = [(kind, kinds[kind]) for kind in _KINDS if kinds.get(kind)]
    return ", ".join(f"{number:,} {kind if number == 1 else _several(kind)}" for kind, number in there)


def _several(kind: str) -> str:
    return kind if kind == "aircraft" else f"{kind}s"


def _day(version: RegisterVersion) -> str:
    """The day of a version, with a word where it is not the publisher's own."""
    if version.published is None:
        return "undated"
    return version.published if version.date_from == "publisher" else f"{version.published} ({version.date_from})"


def _entry(entry: RegisterEntry) -> str:
    listed = f", listed {entry.listed}" if entry.listed else ""
    return f"{clean(entry.id)}  {clean(entry.names[0].text)} ({entry.kind}{listed})"
