"""What registers say to a ledger, sorted for the views: by entity, by proposition, by regime."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.exports.register_wording import list_name, says_something, version_words
from counterclaim.exports.wording import listed
from counterclaim.records import InForce, Ledger, RegimeFinding, ScreeningHit, Verdict


@dataclass(frozen=True, slots=True)
class Regime:
    """A regime with its legal basis, and the findings of all propositions that it bears on, the surest first."""

    name: str
    authority: str
    start: str
    end: str | None
    basis: tuple[str, ...]
    sources: tuple[str, ...]
    findings: tuple[RegimeFinding, ...]


class Registered:
    """Hits, possibles, checks and regimes of a ledger, each where the views look for it. Order is the ledger's.

    ``checks`` are those that say something, ``left_open`` those that only cannot tell.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.versions = {version.label: version for version in ledger.registers}
        self.hits = _by_entity(hit for hit in ledger.hits if hit.verdict is Verdict.HIT)
        self.possibles = _by_entity(hit for hit in ledger.hits if hit.verdict is Verdict.POSSIBLE)
        self.checks = tuple(check for check in ledger.register_checks if says_something(check))
        self.left_open = tuple(check for check in ledger.register_checks if not says_something(check))

    @property
    def screened(self) -> bool:
        """Whether the ledger was held against any register."""
        ledger = self.ledger
        return bool(ledger.registers or ledger.hits or ledger.register_checks)

    def source(self, register: str, label: str) -> str:
        """A list with its version: "Canada’s list (version of 2025-11-01)"."""
        return f"{list_name(register)} ({version_words(self.versions.get(label), label)})"

    def held_against(self) -> str:
        """Which lists the ledger was held against, with their versions and sizes."""
        lists = [
            f"{list_name(version.register)} ({version_words(version, version.label)}; entries: {version.entries:,})"
            for version in self.ledger.registers
        ]
        return listed(lists) if lists else "lists whose versions are not kept"

    @cached_property
    def dates(self) -> dict[str, tuple[str, ...]]:
        """The publication days of the reports that name each entity, each once, in order."""
        published = {document.id: document.published for document in self.ledger.documents}
        found: dict[str, tuple[str, ...]] = {}
        for entity in self.ledger.entities:
            if entity.id in self.hits:
                days = {published.get(document) for document, _ in entity.mentions}
                found[entity.id] = tuple(sorted(day for day in days if day))
        return found

    @cached_property
    def regimes(self) -> tuple[Regime, ...]:
        """The regimes that bear on propositions, those that surely do first.

        One whose legal basis or period differs is another.
        """
        found: dict[tuple[object, ...], list[RegimeFinding]] = {}
        for f in self.ledger.regimes:
            key = (f.regime, f.name, f.authority, f.start, f.end, f.basis, f.sources)
            found.setdefault(key, []).append(f)
        made = [_regime(sorted(held, key=_doubt)) for held in found.values()]
        return tuple(sorted(made, key=lambda regime: _doubt(regime.findings[0])))


def _regime(findings: Sequence[RegimeFinding]) -> Regime:
    one = findings[0]
    return Regime(one.name, one.authority, one.start, one.end, one.basis, one.sources, tuple(findings))


def _doubt(finding: RegimeFinding) -> int:
    return list(InForce).index(finding.answer)


def _by_entity(hits: Iterable[ScreeningHit]) -> dict[str, list[ScreeningHit]]:
    found: dict[str, list[ScreeningHit]] = {}
    for hit in hits:
        found.setdefault(hit.entity, []).append(hit)
    return found
