"""Where on the HTML page each check, hit, possible and regime stands."""

from counterclaim.exports.registered import Registered
from counterclaim.records import Ledger, RegimeFinding, RegisterCheck


class Anchored(Registered):
    """What registers say, with the ids of its places on the page."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.hit_ids = {entity: f"hit-{i}" for i, entity in enumerate(self.hits, start=1)}
        self.possible_ids = {entity: f"possible-{i}" for i, entity in enumerate(self.possibles, start=1)}
        self.checks_of: dict[str, list[tuple[str, RegisterCheck]]] = {}
        for i, check in enumerate((*self.checks, *self.left_open), start=1):
            self.checks_of.setdefault(check.proposition, []).append((f"check-{i}", check))
        self.regimes_of: dict[str, list[tuple[str, RegimeFinding]]] = {}
        for i, regime in enumerate(self.regimes, start=1):
            for j, finding in enumerate(regime.findings, start=1):
                self.regimes_of.setdefault(finding.proposition, []).append((f"regime-{i}-{j}", finding))
