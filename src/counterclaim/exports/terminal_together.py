"""What several reports say together, for a terminal: what origins agree on, what is disputed, where figures differ."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from counterclaim.exports.wording import clean, counted, plain_figure
from counterclaim.records import Ledger, Proposition, Status

if TYPE_CHECKING:
    from rich.console import Console

_MOST = 8  # propositions of a kind; the page shows all
_LONGEST = 140  # characters of what is claimed
_KINDS = (
    (Status.CONTESTED, "disputed", "affirmed by some, denied by others"),
    (Status.CORROBORATED, "agreed", "independent origins say so, none here denies it"),
)


def print_together(console: "Console", ledger: Ledger) -> None:
    """Print the propositions that several origins speak to; nothing for one report, or where there are none."""
    shared = [p for p in ledger.propositions if len(p.origins) > 1 and p.status in {s for s, _, _ in _KINDS}]
    if len(ledger.documents) < 2 or not shared:
        return
    from rich.padding import Padding
    from rich.text import Text

    console.print(Text("What the reports say together", style="bold"))
    for status, name, meaning in _KINDS:
        found = sorted((p for p in shared if p.status is status), key=lambda p: (-len(p.origins), p.summary))
        if not found:
            continue
        console.print(Text.assemble((name, "cyan"), f": {meaning}"))
        for proposition in found[:_MOST]:
            told = Text.assemble((_short(proposition.summary), "bold"), _after(proposition))
            console.print(Padding(told, (0, 0, 0, 4)))
        if len(found) > _MOST:
            console.print(Text(f"    and {len(found) - _MOST:,} more: see --format html"))
    console.print()


def _after(proposition: Proposition) -> str:
    said = "; ".join(clean(origin.label) for origin in proposition.origins)
    figures = list(dict.fromkeys(_figures(proposition)))
    clash = ", which cannot all hold" if proposition.figure_conflict else ""
    told = f" ({' / '.join(figures)}{clash})" if figures else ""
    denied = f"; denied in {counted(len(proposition.denied_by), 'claim')}" if proposition.denied_by else ""
    return f"{told}: {said}{denied}"


def _figures(proposition: Proposition) -> Iterator[str]:
    for figure in proposition.figures:
        yield plain_figure(figure)


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
