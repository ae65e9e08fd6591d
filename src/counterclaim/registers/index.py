"""The index over all names of all loaded registers: candidates for a name, found without walking the lists.

A name's words lead, through the vocabulary, to the words of the lists that could be meant, and these to the names that
hold them. Each word weighs by its rarity. The names that gather most weight, for their own weight and for that of the
question, are the candidates; whether they name the same thing is for ``names.compare`` to say.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from math import log2

import numpy as np

from counterclaim.records import EntryKind, Register, RegisterVersion
from counterclaim.registers.index_listings import KINDS, Listing, Listings
from counterclaim.registers.index_postings import Postings
from counterclaim.registers.index_terms import as_word
from counterclaim.registers.names import Name, Token, parse_name

__all__ = ["ScreeningIndex"]

_PARSED = 1 << 16  # parsed names kept, a kilobyte or two each
_SMALLEST = 20_000  # names: in a smaller collection a word is not common for being listed twice
_FLOOR = 0.3  # the least fit of a candidate
_BESIDE_BEST = 0.45  # … and its least share of the best one's


class ScreeningIndex:
    """All names of some registers, findable by how they are written. ``versions`` are those of the registers."""

    def __init__(self, listings: Listings, versions: tuple[RegisterVersion, ...]) -> None:
        """Index the names. ``of`` makes an index of registers."""
        self.versions = versions
        self._listings = listings
        self._postings = Postings(self._parse(number) for number in range(len(listings)))
        self.name = lru_cache(maxsize=_PARSED)(self._parse)

    @classmethod
    def of(cls, registers: Sequence[Register]) -> "ScreeningIndex":
        """Index every name of every entry of these registers."""
        return cls(Listings(registers), tuple(register.version for register in registers))

    def __len__(self) -> int:
        """How many different names are in the index."""
        return len(self._listings)

    def unnamed(self) -> tuple[Listing, ...]:
        """The entries' names in which there is no word to find them by ("-", "?")."""
        return tuple(listing for number in self._postings.bare for listing in self.listings(number))

    def candidates(self, name: Name, limit: int, kinds: Collection[EntryKind] = ()) -> list[int]:
        """The numbers of at most ``limit`` names that could be this one, best first; of any kind if none is given."""
        fits = self._postings.fits(name)
        numbers = np.flatnonzero(fits)
        if kinds:
            numbers = numbers[np.isin(self._listings.kinds[numbers], [KINDS.index(kind) for kind in kinds])]
        if not len(numbers):
            return []
        found = fits[numbers]
        kept = found >= max(_FLOOR, _BESIDE_BEST * float(found.max()))
        numbers, found = numbers[kept], found[kept]
        if len(numbers) > limit:
            best = np.argpartition(-found, limit)[:limit]
            numbers, found = numbers[best], found[best]
        return [int(number) for number in numbers[np.lexsort((numbers, -found))]]

    def listings(self, number: int) -> tuple[Listing, ...]:
        """The entries that bear a name, each with how its register stands to the name and the version's label."""
        return tuple(self._listings.of_name(number))

    def kind(self, number: int) -> EntryKind:
        """What the entries of a name are."""
        return self._listings.kind(number)

    def holding(self, token: Token) -> int:
        """How many listed names hold this word, in any spelling of its family."""
        return self._postings.holding(as_word(token))

    def likes(self, token: Token) -> int:
        """How many listed words could be this one, misspelled or spelled otherwise."""
        return self._postings.likes(as_word(token))

    def parts(self, token: Token) -> tuple[tuple[str, str], ...]:
        """The pairs of listed words that make up a word when run together."""
        return self._postings.parts(as_word(token))

    def rarity(self, one: Token, other: Token) -> float:
        """How rare the commoner of two words is that go together, in bits: 10 for one that one name in 1,024 holds."""
        common = max(self.holding(one), self.holding(other), 1)
        return log2(max(len(self), _SMALLEST) / common)

    def _parse(self, number: int) -> Name:
        listed = self._listings.names[number]
        return parse_name(listed.text, self._listings.kind(number), listed.parts)
