"""The ledger as a table for a terminal: narrow ones get a list, wide ones columns."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from counterclaim.exports.terminal_registers import print_registers
from counterclaim.exports.terminal_together import print_together
from counterclaim.exports.wording import (
    SECTIONS,
    by_document,
    clean,
    counted,
    figure,
    label,
    place_beside_roles,
    role_name,
    short_ids,
    source_chain,
    summary,
    verdict,
    when,
)
from counterclaim.records import Claim, Document, Filler, Ledger, Quantity, Section, Time

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_PRONOUNS = frozenset("he she it they them him her his its their we us our i me my".split())
_NARROW = 100  # columns; below, a list is easier to read


def to_table(ledger: Ledger, *, width: int | None = None, color: bool = False) -> str:
    """One block a document: each claim with its source, certainty, event and place in the text.

    ``width`` is in columns, the terminal's own when None. No line ends in spaces.
    """
    from rich.console import Console
    from rich.text import Text

    buffer = io.StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=color, color_system="auto" if color else None, emoji=False
    )
    if not color and width is None:
        console.width = max(60, Console().width)
    ids = short_ids(ledger.claims)
    names = {entity.id: entity.name for entity in ledger.entities}
    claims = by_document(ledger)
    for document in ledger.documents:
        console.print(Text(_heading(document, claims[document.id]), style="bold"))
        _print = _print_list if console.width < _NARROW else _print_columns
        _print(console, claims[document.id], ids, names)
        console.print()
    print_together(console, ledger)
    print_registers(console, ledger)
    console.print(Text(summary(ledger)))
    return "".join(f"{line.rstrip(' ')}\n" for line in buffer.getvalue().split("\n")[:-1])


def _print_list(console: "Console", claims: Sequence[Claim], ids: Mapping[str, str], names: Mapping[str, str]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for claim in claims:
        head = Text(f"[{claim.trigger.span.start}] {_source(claim)} {verdict(claim)}:", style="cyan")
        head.append(f"  {ids[claim.id]}", style="dim not bold")
        console.print(head)
        console.print(Padding(Text.assemble((label(claim), "bold"), "  ", _told(claim, names)), (0, 0, 0, 4)))


def _print_columns(
    console: "Console", claims: Sequence[Claim], ids: Mapping[str, str], names: Mapping[str, str]
) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("at", justify="right", no_wrap=True)
    table.add_column("source", ratio=5)
    table.add_column("", ratio=3)
    table.add_column("event", ratio=5)
    table.add_column("who, whom, what", ratio=16)
    for claim in claims:
        at = str(claim.trigger.span.start)
        cells = (Text(cell) for cell in (_source(claim), verdict(claim), label(claim)))
        table.add_row(ids[claim.id], at, *cells, _told(claim, names))
    if claims:
        console.print(table)


def _heading(document: Document, claims: Sequence[Claim]) -> str:
    dated = f", {document.published}" if document.published else ""
    title = f"\n{clean(document.title)}" if document.title else ""
    related = sum(claim.section is Section.RELATED for claim in claims)
    apart = f" ({related} in related headlines)" if related else ""
    return f"{clean(document.path)}{dated}: {counted(len(claims), 'claim')}{apart}{title}"


def _source(claim: Claim) -> str:
    """The chain of sources, with the section where that is not the body."""
    named = any(link.source is not None for link in claim.attribution)
    where = f" ({SECTIONS[claim.section]})" if named and claim.section in SECTIONS else ""
    return source_chain(claim) + where


def _told(claim: Claim, names: Mapping[str, str]) -> "Text":
    """What a claim says: the trigger, then who and what in which role, figures, time and place."""
    from rich.text import Text

    told = Text()
    parts = []
    if claim.frame == "statement":
        told.append(clean(claim.evidence.text))
    else:
        told.append(f"“{clean(claim.trigger.text)}”  ")
        parts = [(role_name(role), ", ".join(_filler(f, names) for f in fs)) for role, fs in claim.roles.items()]
    shown = [text for _, text in parts]
    parts += _figures("how many", claim.quantity, shown) + _figures("worth", claim.value, shown)
    if claim.time is not None:
        parts.append(("when", _time(claim.time)))
    place = place_beside_roles(claim)
    if place is not None:
        parts.append(("where", place))
    for i, (name, text) in enumerate(parts):
        told.append("; " if i or claim.frame == "statement" else "").append(f"{name}: ", style="italic dim")
        told.append(text)
    return told


def _filler(filler: Filler, names: Mapping[str, str]) -> str:
    """A filler's words; a pronoun with the name of what it stands for."""
    words, name = clean(filler.text), clean(names.get(filler.entity or "", ""))
    return f"{words} ({name})" if name and words.lower() in _PRONOUNS else words


def _figures(name: str, quantity: Quantity | None, shown: Sequence[str]) -> list[tuple[str, str]]:
    """A quantity, unless a role shows its words already."""
    if quantity is None or any(clean(quantity.text) in text for text in shown):
        return []
    return [(name, f"{clean(quantity.text)} ({figure(quantity)})")]


def _time(time: Time) -> str:
    days, words = when(time), clean(time.text)
    return f"{words} ({days})" if days and days != words else words
