"""Keys that turn out to be one thing's, with the reasons."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from counterclaim.entities.known import LEXICON
from counterclaim.entities.values import Reason

_MOST_COMPARED = 12  # members of a group that a newcomer is held against
_MOST_GROUPS = 40  # groups of one block


class Union:
    """Joins keys; each group is known by its smallest key, the lexicon's first, whatever the order of the joins."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self.reasons: list[Reason] = []

    def root(self, key: str) -> str:
        """The key under which the group of ``key`` is known."""
        at = key
        while (above := self._parents.get(at, at)) != at:
            at = above
        while (above := self._parents.get(key, key)) != at:  # a short way for the next time
            self._parents[key], key = at, above
        return at

    def join(self, one: str, other: str, names: tuple[str, str], reason: str) -> None:
        """Make two keys one; ``names`` are how they are written."""
        first, second = sorted((self.root(one), self.root(other)), key=_rank)
        if first != second:
            self._parents[second] = first
            self.reasons.append(Reason(first, *names, reason))

    def join_blocks(
        self,
        blocks: Mapping[Hashable, Sequence[str]],
        *,
        same: Callable[[str, str], bool],
        shown: Callable[[str], str],
        reason: str,
    ) -> None:
        """Join keys of one block that are the same; a key joins a group only if it fits every member of it.

        Keys come in the order in which they are to be tried: the surest first.
        """
        for keys in blocks.values():
            groups: list[list[str]] = []
            for key in keys if len(keys) > 1 else ():
                group = next((g for g in groups if all(same(key, k) for k in g[:_MOST_COMPARED])), None)
                if group is not None:
                    self.join(group[0], key, (shown(group[0]), shown(key)), reason)
                    group.append(key)
                elif len(groups) < _MOST_GROUPS:
                    groups.append([key])


def _rank(key: str) -> tuple[bool, str]:
    return not key.startswith(LEXICON), key


def blocked(pairs: Iterable[tuple[Hashable, str]]) -> dict[Hashable, list[str]]:
    """Keys by their blocks, in order."""
    found: dict[Hashable, list[str]] = {}
    for block, key in pairs:
        found.setdefault(block, []).append(key)
    return found
