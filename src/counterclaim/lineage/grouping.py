"""Grouping documents by links so that no chain makes one origin of texts that share nothing."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)

_COMPARED = 6  # members of a group that stand for it


def grouped(
    nodes: Sequence[Node],
    links: Iterable[tuple[Node, Node]],
    holds: Callable[[Node, Node], bool],
) -> tuple[list[list[Node]], list[tuple[Node, Node]]]:
    """Groups of nodes, and the links that made them.

    ``links`` come strongest first. Two groups become one where more than half of the pairs between them hold, of the
    first few members of each (``nodes`` come the most telling first): so A and C, which share nothing, are not joined
    by a B that has taken something from each.
    """
    place = {node: n for n, node in enumerate(nodes)}
    groups = {node: [node] for node in nodes}
    used = []
    for one, other in links:
        left, right = groups[one], groups[other]
        if left is right or not _mostly(left, right, holds):
            continue
        if len(left) < len(right):
            left, right = right, left
        left += right
        left.sort(key=place.__getitem__)
        for node in right:
            groups[node] = left
        used.append((one, other))
    return list({id(group): group for group in (groups[n] for n in nodes)}.values()), used


def _mostly(left: Sequence[Node], right: Sequence[Node], holds: Callable[[Node, Node], bool]) -> bool:
    cross = [(a, b) for a in left[:_COMPARED] for b in right[:_COMPARED]]
    return 2 * sum(holds(a, b) for a, b in cross) > len(cross)
