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
        self._names = {_key(name): name for name in (*reversed(entity.aliases), entity.name)}

    def spelled(self, name: str) -> str:
        """A name as the entity has it; itself where the entity is not called so."""
        return self._names.get(_key(name), name)

    def at(self, place: Place) -> str:
        """The name that a mention gives; its own words where they hold none of the entity's names."""
        document, span = place
        text = _key(span.of(self._texts.get(document, "")))
        inside = [name for name in self._names if name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        return self.spelled(max(inside, key=len, default=text))

    def without(self, name: str, kept: Iterable[Place]) -> tuple[str, tuple[str, ...]]:
        """Name and other names of the entity when only the mentions ``kept`` are left to it.

        It loses ``name``, unless one of these gives it. Where that was its own name, the usual one takes its place.
        """
        used = Counter(self.at(place) for place in kept)
        lost = self.spelled(name)
        left = [n for n in (self._entity.name, *self._entity.aliases) if n != lost or lost in used]
        first = left[0] if left and left[0] == self._entity.name else used.most_common(1)[0][0]
        return first, tuple(n for n in left if n != first)


def _key(name: str) -> str:
    return bare(" ".join(name.split())).casefold()
