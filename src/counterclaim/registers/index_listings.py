"""Which entries bear which name: two entries with one name share what is kept of it."""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import EntryKind, NameQuality, Register, RegisterEntry, RegisterName

__all__ = ["Listing", "Listings"]

KINDS = tuple(EntryKind)
_QUALITIES = tuple(NameQuality)

Listing = tuple[RegisterEntry, NameQuality, str]  # an entry, how its register stands to the name, the list's version


class Listings:
    """The different names of some registers, numbered, each with the entries that bear it.

    Names are different where their words, their kind or the parts that the publisher gives are.
    """

    def __init__(self, registers: Sequence[Register]) -> None:
        """Take in every name of every entry."""
        self.names: list[RegisterName] = []
        self._entries: list[RegisterEntry] = []
        self._labels = [register.version.label for register in registers]
        self._label_of = array("H")  # of each entry
        kinds, owners, owned, qualities = array("B"), array("I"), array("I"), array("B")
        numbers: dict[tuple[str, EntryKind, tuple[tuple[str, str], ...]], int] = {}
        for label, register in enumerate(registers):
            for entry in register.entries:
                for name in entry.names:
                    number = numbers.setdefault((name.text, entry.kind, name.parts), len(self.names))
                    if number == len(self.names):
                        self.names.append(name)
                        kinds.append(KINDS.index(entry.kind))
                    owned.append(number)
                    owners.append(len(self._entries))
                    qualities.append(_QUALITIES.index(name.quality))
                self._entries.append(entry)
                self._label_of.append(label)
        self.kinds: NDArray[np.uint8] = np.array(kinds, dtype=np.uint8)
        order = np.argsort(np.array(owned, dtype=np.uint32), kind="stable")
        self._owners = np.array(owners, dtype=np.uint32)[order]
        self._qualities = np.array(qualities, dtype=np.uint8)[order]
        counts = np.bincount(np.array(owned, dtype=np.int64), minlength=len(self.names))
        self._starts = np.concatenate(([0], np.cumsum(counts)))

    def __len__(self) -> int:
        return len(self.names)

    def kind(self, number: int) -> EntryKind:
        """What the entries of a name are."""
        return KINDS[int(self.kinds[number])]

    def of_name(self, number: int) -> Iterator[Listing]:
        """The entries that bear a name, in the order of the registers."""
        for place in range(int(self._starts[number]), int(self._starts[number + 1])):
            entry = int(self._owners[place])
            yield self._entries[entry], _QUALITIES[self._qualities[place]], self._labels[self._label_of[entry]]
