"""Several people of one name: documents whose evidence beside the name cannot be of one person.

Evidence is a state of one's own ("the Norwegian minister"), a sex ("Mrs"), a walk of life (an official or soldier
against a private person). Where documents disagree, each side is a person of its own; a document that shows neither
is left open, unless one side is by far the better known.
"""

from collections.abc import Callable, Iterable, Mapping

from counterclaim.entities.surroundings import Evidence

_LEAST_KNOWN, _BETTER_KNOWN = 4, 8  # documents of the better known one; times as many as of any other
_PUBLIC = frozenset({"forces", "office"})


def _walks(evidence: Evidence) -> frozenset[str]:
    callings = evidence.callings
    return frozenset({"public" if c in _PUBLIC else c for c in callings})


def _states(evidence: Evidence) -> frozenset[str]:
    return evidence.states


def _sexes(evidence: Evidence) -> frozenset[str]:
    return evidence.sexes


_KINDS: tuple[Callable[[Evidence], frozenset[str]], ...] = (_states, _sexes, _walks)


def told_apart(documents: Mapping[str, Evidence]) -> dict[str, str | None] | None:
    """Which side each document is on, by a word for the side; None for a document that shows neither.

    ``documents`` are those that use a name, with the evidence beside it. None where nothing speaks against one person.
    """
    for kind in _KINDS:
        values = {document: kind(evidence) for document, evidence in documents.items()}
        sides = _sides(values.values())
        if len(set(sides.values())) > 1:
            placed = {d: sides[min(found)] if found else None for d, found in values.items()}
            return _with_better_known(placed)
    return None


def _sides(sets: Iterable[frozenset[str]]) -> dict[str, str]:
    """Each value's side: values that stand together in one document are on one."""
    sides: dict[str, str] = {}
    for values in sorted({tuple(sorted(v)) for v in sets if v}):
        old = {sides[v] for v in values if v in sides}
        name = min([*old, *values])
        sides |= dict.fromkeys(values, name)
        sides = {v: name if side in old else side for v, side in sides.items()}
    return sides


def _with_better_known(placed: dict[str, str | None]) -> dict[str, str | None]:
    counts: dict[str, int] = {}
    for side in placed.values():
        if side is not None:
            counts[side] = counts.get(side, 0) + 1
    first, second, *_ = sorted(counts, key=lambda s: (-counts[s], s))
    if counts[first] < max(_LEAST_KNOWN, _BETTER_KNOWN * counts[second]):
        return placed
    return {document: side or first for document, side in placed.items()}
