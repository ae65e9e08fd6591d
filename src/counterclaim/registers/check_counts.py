"""A stated count of targets against the entries that its imposer's list has for the day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.records import Bound, CountCheck, EntryKind, Quantity, Register, RegisterEntry
from counterclaim.registers.check_windows import Window
from counterclaim.registers.imposers import imposers

_ABOUT = 0.1  # the share by which an approximate count may be off
_SHOWN = 4  # days that a note names
_NOUNS = {
    EntryKind.PERSON: ("person", "persons"),
    EntryKind.ORGANISATION: ("organisation", "organisations"),
    EntryKind.SHIP: ("ship", "ships"),
    EntryKind.AIRCRAFT: ("aircraft", "aircraft"),
    EntryKind.OTHER: ("entry", "entries"),
}


class Days:
    """The entries of a register by the day of their listing and their kind."""

    def __init__(self, register: Register) -> None:
        """Take in a register's entries."""
        self._by_day: dict[EntryKind, dict[str, list[RegisterEntry]]] = defaultdict(lambda: defaultdict(list))
        for entry in register.entries:
            if entry.listed is not None:
                self._by_day[entry.kind][entry.listed].append(entry)
        self.dated = bool(self._by_day)
        self.published = register.version.published

    def listed(self, kinds: Iterable[EntryKind], day: str, programs: frozenset[str] = frozenset()) -> int:
        """How many entries of some kinds were listed on a day, under any of ``programs`` if some are given."""
        entries = (entry for kind in kinds for entry in self._by_day[kind].get(day, ()))
        return sum(not programs or not programs.isdisjoint(entry.programs) for entry in entries)

    def within(self, kinds: Iterable[EntryKind], window: Window) -> list[str]:
        """The days of a window on which entries of some kinds were listed, in order."""
        return sorted({day for kind in kinds for day in self._by_day[kind] if window.side(day) == 0})


def counted(quantity: Quantity, beside: Iterable[str] = ()) -> tuple[EntryKind, ...]:
    """The kinds of entry that a count counts: by its unit, and by bare nouns beside it ("16 individuals and entities").

    Empty where the unit is of something else ("rounds").
    """
    own = imposers().counts(quantity.unit)
    if own is None:
        return ()
    others = (imposers().counts(noun) for noun in beside if len(noun.split()) == 1 and noun != quantity.unit)
    return tuple(dict.fromkeys((own, *(kind for kind in others if kind is not None))))


def check_count(
    quantity: Quantity, kinds: tuple[EntryKind, ...], days: Days, matched: Sequence[RegisterEntry], window: Window
) -> CountCheck:
    """A count of entries of some kinds against a register.

    The day is that of most of ``matched``, the entries of the claim's own targets that fit its days, and entries count
    that share a programme with them; without any, the only day of the window on which such entries were listed.
    """
    kind = kinds[0] if len(kinds) == 1 else EntryKind.OTHER
    day, programs = _day_of(matched)
    if day is not None:
        number = days.listed(kinds, day, programs)
        of = f" under {', '.join(sorted(programs))}" if programs else ""
        note = (
            f"{_entries(number, kind)}{of} of {day}, the day of the targets that were found, against {_said(quantity)}"
        )
        return _count(quantity, kind, number, day, _fits(quantity, number), note)
    if window.start is None or not days.dated:
        why = "nothing dates the claim" if window.start is None else "the list gives no days"
        return _count(quantity, kind, 0, None, None, f"cannot tell: {why}")
    on = days.within(kinds, window)
    if len(on) == 1:
        number = days.listed(kinds, on[0])
        note = f"{_entries(number, kind)} of {on[0]}, the only day of the window with any, against {_said(quantity)}"
        return _count(quantity, kind, number, on[0], _fits(quantity, number), note)
    if not on and days.published is not None and days.published < window.start:
        why = f"the list of {days.published} is older than the claim"
        return _count(quantity, kind, 0, None, None, f"cannot tell: {why}")
    if not on:
        note = f"no {_NOUNS[kind][1]} listed from {window.start} to {window.end}, against {_said(quantity)}"
        return _count(quantity, kind, 0, None, None, f"cannot tell: {note}")
    shown = ", ".join(f"{day}: {days.listed(kinds, day)}" for day in on[:_SHOWN]) + (", …" if len(on) > _SHOWN else "")
    note = f"cannot tell: {_NOUNS[kind][1]} were listed on several days ({shown}), and no target found says which"
    return _count(quantity, kind, sum(days.listed(kinds, day) for day in on), None, None, note)


def _day_of(matched: Iterable[RegisterEntry]) -> tuple[str | None, frozenset[str]]:
    """The day on which most of some entries were listed, the earliest of several, and their programmes."""
    entries = [entry for entry in matched if entry.listed is not None]
    if not entries:
        return None, frozenset()
    numbers = Counter(entry.listed for entry in entries)
    day = min(numbers, key=lambda day: (-numbers[day], day or ""))
    return day, frozenset(program for entry in entries if entry.listed == day for program in entry.programs)


def _fits(quantity: Quantity, number: int) -> bool:
    low = quantity.low if quantity.low is not None else quantity.high
    high = quantity.high if quantity.high is not None else quantity.low
    if low is None or high is None:
        return False
    if quantity.bound is Bound.MIN:
        return number >= low
    if quantity.bound is Bound.MAX:
        return number <= high
    off = max(1.0, high * _ABOUT) if quantity.bound is Bound.APPROX else 0.0
    return low - off <= number <= high + off


def _entries(number: int, kind: EntryKind) -> str:
    return f"{number} {_NOUNS[kind][number != 1]}"


def _said(quantity: Quantity) -> str:
    words = " ".join(quantity.text.split())
    unit = quantity.unit or ""
    return f"“{words}”" if not unit or unit in words else f"“{words} {unit}”"


def _count(
    quantity: Quantity,
    kind: EntryKind,
    listed: int,
    day: str | None,
    fits: bool | None,  # noqa: FBT001  (an answer, no switch)
    note: str,
) -> CountCheck:
    return CountCheck(
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound.value,
        unit=quantity.unit,
        listed=listed,
        date=day,
        kind=kind,
        fits=fits,
        note=f"{note}.",
    )
