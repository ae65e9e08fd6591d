"""Whether documents speak of the same things, beside the name in question: what a family name alone is linked by."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from counterclaim.entities.values import PageNames

_LEAST_SHARED = 2  # things, at least one of which is neither a state nor an outlet
_EVERYWHERE = 0.1  # of the documents; what more of them name says nothing
_FEW = 20  # documents; in so few everything says something
_SAYS_LITTLE = ("state:", "outlet:", "MONEY:")


class Contexts:
    """What each document names. ``roots`` gives a key's group."""

    def __init__(self, pages: Iterable[PageNames], roots: Mapping[str, str]) -> None:
        self._named = {p.document: frozenset(roots.get(u.key, u.key) for u in (*p.uses, *p.short)) for p in pages}
        counts = Counter(key for keys in self._named.values() for key in keys)
        most = max(_FEW, int(len(self._named) * _EVERYWHERE))
        self._common = frozenset(key for key, count in counts.items() if count > most)
        self._documents: dict[str, list[str]] = {}
        for document, keys in self._named.items():
            for key in keys:
                if key.startswith("PER:"):
                    self._documents.setdefault(key, []).append(document)
        self._around: dict[str, frozenset[str]] = {}

    def named(self, document: str) -> frozenset[str]:
        """The things that a document names."""
        return self._named.get(document, frozenset())

    def around(self, key: str) -> frozenset[str]:
        """The things that the documents name that name a person."""
        if key not in self._around:
            documents = self._documents.get(key, ())
            self._around[key] = frozenset().union(*(self._named[d] for d in documents)) - {key}
        return self._around[key]

    def is_shared(self, one: Set[str], other: Set[str]) -> bool:
        """Whether two sets of things are enough alike to speak of one matter."""
        shared = one & other
        return len(shared) >= _LEAST_SHARED and any(self._tells(key) for key in shared)

    def _tells(self, key: str) -> bool:
        return not key.startswith(_SAYS_LITTLE) and key not in self._common

    def groups(self, documents: Sequence[str]) -> list[list[str]]:
        """Documents in groups that speak of one matter; each joins the group with which it shares most, or none.

        The result does not hang on the order of the documents.
        """
        groups: list[list[str]] = []
        index: dict[str, set[int]] = {}
        for document in sorted(documents):
            keys = self.named(document)
            votes = Counter(g for key in keys for g in index.get(key, ()))
            telling = {g for key in keys if self._tells(key) for g in index.get(key, ())}
            near = [g for g in telling if votes[g] >= _LEAST_SHARED]
            at = min(near, key=lambda g: (-votes[g], g)) if near else len(groups)
            if at == len(groups):
                groups.append([])
            groups[at].append(document)
            for key in keys:
                index.setdefault(key, set()).add(at)
        return groups
