"""Which of an entity's names each of its mentions gives."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from counterclaim.entities.bodies import bare
from counterclaim.records import Entity, Span

Place = tuple[str, Span]  # a document, and where in it


class NamesWritten:
    """The names of one entity in the texts that mention it; case, articles and possessives do not matter."""

    def __init__(self, entity: Entity, texts: Mapping[str, str]) -> None:
        self._entity, self._texts = entity, texts
        self._spellings: dict[str, list[str]] = {}
        for name in (entity.name, *entity.aliases):
            self._spellings.setdefault(name_key(name), []).append(name)
        longest = sorted(filter(None, self._spellings), key=len, reverse=True)
        self._any = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)" if longest else r"(?!)")

    def spellings(self, name: str) -> tuple[str, ...]:
        """How the entity spells a name, the one that is asked for first if it is among them; empty if it has not got
        it."""
        found = self._spellings.get(name_key(name), [])
        return (name, *(n for n in found if n != name)) if name in found else tuple(found)

    def at(self, place: Place) -> str:
        """The key of the name that a mention gives, the longest that stands there; "" where none of them does."""
        document, span = place
        text = name_key(span.of(self._texts.get(document, "")))
        return text if text in self._spellings else max(self._any.findall(text), key=len, default="")

    def without(self, name: str, kept: Iterable[Place]) -> tuple[str, tuple[str, ...]]:
        """Name and other names of the entity when only the mentions ``kept`` are left to it.

        It loses ``name`` in all its spellings, unless one of these gives it. Where that was its own name, the fullest
        of the others takes its place, of several that which is used most.
        """
        used = Counter(self.at(place) for place in kept)
        lost = name_key(name)
        names = (self._entity.name, *self._entity.aliases)
        left = [n for n in names if name_key(n) != lost or used[lost]]
        if not left or left[0] == self._entity.name:
            return self._entity.name, tuple(left[1:])
        first = max(left, key=lambda n: (bool(used[name_key(n)]), len(n.split()), used[name_key(n)], len(n), n))
        return first, tuple(n for n in left if n != first)


def name_key(name: str) -> str:
    """What spellings of one name have in common."""
    return bare(" ".join(name.split())).casefold()
