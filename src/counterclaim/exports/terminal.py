"""The ledger as a table for a terminal: narrow ones get a list, wide ones columns."""

import io
import unicodedata

from counterclaim.records import Claim, Document, Factuality, Ledger, Section

_NARROW = 90
_MEANING = {
    Factuality.CERTAIN: "says",
    Factuality.PROBABLE: "says probably",
    Factuality.POSSIBLE: "says possibly",
    Factuality.NOT_CERTAIN: "denies",
    Factuality.NOT_PROBABLE: "doubts",
    Factuality.NOT_POSSIBLE: "doubts",
    Factuality.UNDERSPECIFIED: "leaves open",
}


def to_table(ledger: Ledger, *, width: int | None = None, color: bool = False) -> str:
    """One block a document: each claim with its source, certainty, event and place in the text.

    ``width`` is in columns, the terminal's own when None.
    """
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    buffer = io.StringIO()
    console = Console(
        file=buffer, width=width, force_terminal=color, color_system="auto" if color else None, emoji=False
    )
    if not color and width is None:
        console.width = max(60, Console().width)
    by_document: dict[str, list[Claim]] = {}
    for claim in ledger.claims:
        by_document.setdefault(claim.document, []).append(claim)
    for document in ledger.documents:
        claims = by_document.get(document.id, [])
        console.print(Text(_heading(document, claims), style="bold"))
        if console.width < _NARROW:
            for claim in claims:
                console.print(Text(f"[{claim.trigger.span.start}] {_source(claim)} {_verdict(claim)}:", style="cyan"))
                console.print(Padding(Text(_event(claim)), (0, 0, 0, 4)))
        else:
            table = Table(box=None, pad_edge=False, header_style="bold", expand=True)
            table.add_column("at", justify="right", no_wrap=True)
            table.add_column("source", ratio=3)
            table.add_column("", ratio=2)
            table.add_column("event", ratio=3)
            table.add_column("who, whom, what", ratio=7)
            for claim in claims:
                row = (str(claim.trigger.span.start), _source(claim), _verdict(claim), _label(claim), _roles(claim))
                table.add_row(*(Text(cell) for cell in row))
            console.print(table)
        console.print()
    console.print(Text(_summary(ledger)))
    return buffer.getvalue()


def _heading(document: Document, claims: list[Claim]) -> str:
    dated = f", {document.published}" if document.published else ""
    title = f"\n{clean(document.title)}" if document.title else ""
    return f"{clean(document.path)}{dated}: {counted(len(claims), 'claim')}{title}"


def _summary(ledger: Ledger) -> str:
    count = f"{counted(len(ledger.claims), 'claim')} of {counted(len(ledger.documents), 'document')}."
    return count + " What is shown is what the reports say; nothing of it is checked."


def _source(claim: Claim) -> str:
    chain = [clean(a.source.text) for a in claim.attribution if a.source is not None]
    marked = {Section.RELATED: "(related headline)", Section.CAPTION: "(caption)", Section.TITLE: "(title)"}
    own = marked.get(claim.section, "(the report itself)")
    return " → ".join(chain) if chain else own


def _verdict(claim: Claim) -> str:
    return _MEANING[claim.factuality]


def _label(claim: Claim) -> str:
    return claim.frame if claim.stage in {None, claim.frame} else f"{claim.frame}: {claim.stage}"


def _roles(claim: Claim) -> str:
    if claim.frame == "statement":
        return clean(claim.evidence.text)
    parts = []
    for role, fillers in claim.roles.items():
        parts.append(f"{role} {', '.join(clean(f.text) for f in fillers)}")
    if claim.quantity is not None:
        parts.append(f"how many: {clean(claim.quantity.text)}")
    if claim.place is not None and "place" not in claim.roles:
        parts.append(f"place {clean(claim.place.text)}")
    return f"“{clean(claim.trigger.text)}”  " + "; ".join(parts)


def _event(claim: Claim) -> str:
    return f"{_label(claim)}  {_roles(claim)}"


def counted(number: int, thing: str) -> str:
    """A number and what it counts, in the plural unless it is one."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def clean(text: str) -> str:
    """Text that a terminal may be shown: one line, no control or direction-changing characters, no lone surrogates."""
    kept = ("�" if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn"} else c for c in " ".join(text.split()))
    return "".join(kept)
