"""What registers and regimes say, for a terminal. What is only possible stands apart from what is a hit."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from counterclaim.exports.register_wording import (
    MEANING,
    NOT_A_MATCH,
    REGIME_MEANING,
    count_told,
    hit_told,
    list_name,
    period_told,
    regime_told,
    target_told,
    targets_told,
    window_told,
)
from counterclaim.exports.registered import Registered
from counterclaim.exports.wording import clean, names
from counterclaim.records import Ledger, RegisterCheck, ScreeningHit

if TYPE_CHECKING:
    from rich.console import Console

_CHECKS = 12  # so many are printed; the page shows all
_TARGETS = 12  # of one check
_OPEN = 6  # checks that cannot tell
_HITS = 20
_POSSIBLES = 8
_REGIMES = 8
_FINDINGS = 4  # of one regime
_LONGEST = 140  # characters of what is claimed, or missing


def print_registers(console: "Console", ledger: Ledger) -> None:
    """Print what registers say if there were any, and which regimes bear on transfers."""
    found = Registered(ledger)
    if found.screened:
        _head(console, "What registers say", f"Held against {found.held_against()}. {MEANING}")
        _checks(console, found)
        _names(console, found)
        console.print()
    if found.regimes:
        _head(console, "Which regimes bear on transfers", REGIME_MEANING)
        _regimes(console, found)
        console.print()


def _head(console: "Console", title: str, meaning: str) -> None:
    from rich.text import Text

    console.print(Text(title, style="bold"))
    console.print(Text(meaning, style="dim"))


def _line(console: "Console", indent: int, head: str, told: str, style: str = "") -> None:
    """One entry; what does not fit on the line goes on below its first words."""
    from rich.padding import Padding
    from rich.text import Text

    console.print(Padding(Text.assemble((head, style), told), (0, 0, 0, indent)))


def _more(console: "Console", left: int, indent: int = 4) -> None:
    if left > 0:
        _line(console, indent, "", f"and {left:,} more: see --format html")


def _checks(console: "Console", found: Registered) -> None:
    summaries = {p.id: _short(p.summary) for p in found.ledger.propositions}
    if found.ledger.register_checks:
        _line(console, 0, "sanction claims", ", against the list of the authority that is said to act", "cyan")
    for check in found.checks[:_CHECKS]:
        _line(console, 4, summaries.get(check.proposition, "a sanction"), "", "bold")
        for told in _check_told(found, check):
            _line(console, 4, "", told)
        for target in check.targets[:_TARGETS]:
            _line(console, 8, clean(target.target), f": {target_told(target)}")
        _more(console, len(check.targets) - _TARGETS, 8)
    _more(console, len(found.checks) - _CHECKS)
    for check in found.left_open[:_OPEN]:
        why = dict.fromkeys(_short(target_told(target)) for target in check.targets)
        told = f": {list_name(check.register)}, {'; '.join(why) or targets_told(())}"
        _line(console, 4, summaries.get(check.proposition, "a sanction"), told, "bold")
    _more(console, len(found.left_open) - _OPEN)


def _check_told(found: Registered, check: RegisterCheck) -> Iterator[str]:
    note = f" ({clean(check.note).rstrip('.')})" if check.note else ""
    yield f"{found.source(check.register, check.list_version)}: {targets_told(check.targets)}{note}."
    for count in check.counts:
        yield f"{count_told(count)}."
    yield window_told(check)


def _names(console: "Console", found: Registered) -> None:
    checked = {(t.entity, c.register, t.entry) for c in found.ledger.register_checks for t in c.targets}
    hits, possibles = (
        [hit for hits in held.values() for hit in hits if (hit.entity, hit.register, hit.entry) not in checked]
        for held in (found.hits, found.possibles)
    )
    possibles.sort(key=lambda hit: -hit.score)
    if hits:
        _line(console, 0, "names on a list", ", beside the targets above" if checked else "", "cyan")
        _told(console, found, hits, _HITS)
    elif not found.hits and not checked:
        _line(console, 0, "", "No name of these reports was found on a list.")
    if possibles:
        _line(console, 0, NOT_A_MATCH, ": names that are near, or that many others bear", "cyan")
        _told(console, found, possibles, _POSSIBLES)


def _told(console: "Console", found: Registered, hits: Sequence[ScreeningHit], most: int) -> None:
    named = names(found.ledger.entities)
    for hit in hits[:most]:
        told = hit_told(hit, found.dates.get(hit.entity, ())).removeprefix(f"{NOT_A_MATCH}: ")
        _line(console, 4, named.get(hit.entity) or clean(hit.entity), f": {told}", "bold")
    _more(console, len(hits) - most)


def _regimes(console: "Console", found: Registered) -> None:
    summaries = {p.id: _short(p.summary) for p in found.ledger.propositions}
    for regime in found.regimes[:_REGIMES]:
        basis = f"; {'; '.join(clean(act) for act in regime.basis)}" if regime.basis else ""
        period = period_told(regime.findings[0])
        _line(console, 4, clean(regime.name), f" ({clean(regime.authority)}), {period}{basis}", "bold")
        for finding in regime.findings[:_FINDINGS]:
            of = summaries.get(finding.proposition, "a transfer")
            _line(console, 8, f"“{of}”", f" (binds the {clean(finding.side)}): {_short(regime_told(finding))}")
        _more(console, len(regime.findings) - _FINDINGS, 8)
    _more(console, len(found.regimes) - _REGIMES)


def _short(text: str) -> str:
    text = clean(text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
