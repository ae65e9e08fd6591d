"""Reports that have lost their commas, and their sentences that have run together.

No tree of a very long sentence without a mark can be trusted where an archive has dropped the marks: read by hand, 27
of 100 of the claims made of such sentences were wrong, against 14 of 100 in the same reports' shorter ones
(benchmarks/read_by_hand.md). Nothing is claimed of them but who died or was seized, which stands beside its verb and
was right there, too. A long sentence of a tidy report is another matter: its writer needed no comma.
"""

from collections.abc import Sequence

from counterclaim.claims.clause import Clause
from counterclaim.records import Claim

_LONGEST = 34  # words; half as long again as the middle sentence of a news report
_ENOUGH = 60  # words of a report that would have a comma
_WORDS_A_COMMA = 300  # English news has one in 20
_MARKS = frozenset(",;:–—―()[]/\"'“”‘’«»…|") | {"--", "``", "''"}
_KEPT = frozenset({"coercion"})


def has_lost_marks(clauses: Sequence[Clause]) -> bool:
    """Whether a report, given as its sentences, has lost its commas."""
    words = sum(len(c.words) for c in clauses)
    commas = sum(c.words.count(",") for c in clauses)
    return words >= _ENOUGH and commas * _WORDS_A_COMMA < words


def has_run_together(clause: Clause) -> bool:
    """Whether a sentence is too long to be one and has no mark inside that would part it."""
    return len(clause.words) > _LONGEST and _MARKS.isdisjoint(clause.words)


def trusted(clause: Clause, claims: list[Claim]) -> list[Claim]:
    """The claims of a sentence of a report that has lost its commas, as far as they can be trusted."""
    return [c for c in claims if c.frame in _KEPT] if has_run_together(clause) else claims
