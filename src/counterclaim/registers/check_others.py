"""Whom a report names as targets of other sanctions: a name beside a claim may be the target of one of those."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import Claim, Factuality
from counterclaim.registers.check_imposing import Imposed
from counterclaim.registers.check_targets import Targets
from counterclaim.registers.imposers import Imposer

__all__ = ["DENIED", "Others"]

DENIED = frozenset({Factuality.NOT_CERTAIN, Factuality.NOT_PROBABLE, Factuality.NOT_POSSIBLE})
"""The values of a claim that says its event did not happen."""


@dataclass(frozen=True, slots=True)
class Others:
    """The targets of a document's other sanctions: those that somebody else imposed, and those that are denied.

    ``named`` has, by document, the states whose sanctions a claim tells of, none where it denies them, and its targets.
    """

    named: Mapping[str, Sequence[tuple[frozenset[str], frozenset[str]]]]

    @classmethod
    def of(cls, claims: Iterable[Claim], targets: Targets, imposed: Mapping[str, Imposed]) -> "Others":
        """Those of all claims of a ledger; ``imposed`` has who imposes by the claims that can be checked."""
        found: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        for claim in claims:
            if claim.frame != "sanction" or not (claim.roles.get("imposer") or claim.factuality in DENIED):
                continue
            told = imposed.get(claim.id)
            states = frozenset(imposer.state for imposer in told.imposers) if told is not None else frozenset()
            entities = frozenset(name.entity for name in targets.named(claim) if name.entity is not None)
            found.setdefault(claim.document, []).append((states, entities))
        return cls(found)

    def targets(self, document: str, imposer: Imposer) -> frozenset[str]:
        """The entities that a document names as targets of sanctions that are not this imposer's."""
        own = (entities for states, entities in self.named.get(document, ()) if imposer.state not in states)
        return frozenset(entity for entities in own for entity in entities)
