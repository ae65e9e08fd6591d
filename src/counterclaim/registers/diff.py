"""What changed between two versions of a register: entries added, removed and changed, each change in words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.errors import RegisterError
from counterclaim.records import NameQuality, Register, RegisterEntry, RegisterName, RegisterVersion

_LONGEST = 200  # characters of a remark that a change shows
_QUALITY = {NameQuality.PRIMARY: "primary name", NameQuality.ALIAS: "alias", NameQuality.WEAK: "weak alias"}
_LISTS = ("programs", "countries", "born")
_PAIRS = ("identifiers", "references")


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that both versions have, and a text for each field that differs: "listed: 2022-01-01 → 2022-01-03"."""

    old: RegisterEntry
    new: RegisterEntry
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterDiff:
    """What a newer version of a register has, lacks and says otherwise than an older one."""

    old: RegisterVersion
    new: RegisterVersion
    added: tuple[RegisterEntry, ...]
    removed: tuple[RegisterEntry, ...]
    changed: tuple[EntryChange, ...]


def diff(old: Register, new: Register) -> RegisterDiff:
    """What changed from one version to another, entries in the order of the version that has them.

    Entries are the same by their id; where an id is in one version only, by kind, primary name and day of listing, as a
    publisher may renumber. Raises RegisterError for versions of two registers.
    """
    if old.version.register != new.version.register:
        raise RegisterError(
            f"{old.version.label} and {new.version.label} are different registers; compare two versions of one"
        )
    before = {entry.id: entry for entry in old.entries}
    after = {entry.id: entry for entry in new.entries}
    gone = [entry for entry in old.entries if entry.id not in after]
    come = [entry for entry in new.entries if entry.id not in before]
    pairs = [(before[entry.id], entry) for entry in new.entries if entry.id in before]
    moved = _renumbered(gone, come)
    pairs += moved
    left, right = {one.id for one, _ in moved}, {other.id for _, other in moved}
    return RegisterDiff(
        old=old.version,
        new=new.version,
        added=tuple(entry for entry in come if entry.id not in right),
        removed=tuple(entry for entry in gone if entry.id not in left),
        changed=tuple(EntryChange(a, b, changes) for a, b in pairs if (changes := _changes(a, b))),
    )


def _renumbered(
    gone: Iterable[RegisterEntry], come: Iterable[RegisterEntry]
) -> list[tuple[RegisterEntry, RegisterEntry]]:
    """Entries that went under one id and came under another, each once."""
    waiting: defaultdict[tuple[object, ...], list[RegisterEntry]] = defaultdict(list)
    for entry in gone:
        waiting[_likeness(entry)].append(entry)
    return [(alike.pop(0), entry) for entry in come if (alike := waiting.get(_likeness(entry)))]


def _likeness(entry: RegisterEntry) -> tuple[object, ...]:
    return entry.kind, entry.names[0].text.casefold(), entry.listed


def _changes(old: RegisterEntry, new: RegisterEntry) -> tuple[str, ...]:
    found = [_one(name, getattr(old, name), getattr(new, name)) for name in ("id", "kind", "listed")]
    found.append(_names(old.names, new.names))
    found += [_set(name, getattr(old, name), getattr(new, name)) for name in _LISTS]
    for name in _PAIRS:
        found.append(_set(name, *([f"{kind} {value}" for kind, value in getattr(one, name)] for one in (old, new))))
    found.append(_one("remarks", _cut(old.remarks), _cut(new.remarks)))
    if old.remarks != new.remarks and not found[-1]:
        found[-1] = f"remarks: changed after their first {_LONGEST} characters"
    return tuple(filter(None, found))


def _one(field: str, old: str | None, new: str | None) -> str:
    return "" if old == new else f"{field}: {_shown(field, old)} → {_shown(field, new)}"


def _shown(field: str, value: str | None) -> str:
    if not value:
        return "none"
    return f"“{value}”" if field == "remarks" else str(value)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _names(old: Sequence[RegisterName], new: Sequence[RegisterName]) -> str:
    kept = {name.text: name.parts for name in old}
    before, after = {name.text: name.quality for name in old}, {name.text: name.quality for name in new}
    parts = [f"added {_QUALITY[quality]} “{text}”" for text, quality in after.items() if text not in before]
    parts += [f"removed {_QUALITY[quality]} “{text}”" for text, quality in before.items() if text not in after]
    parts += [
        f"“{text}” was {_QUALITY[before[text]]}, is {_QUALITY[quality]}"
        for text, quality in after.items()
        if text in before and before[text] is not quality
    ]
    parts += [f"“{name.text}” has other parts" for name in new if kept.get(name.text, name.parts) != name.parts]
    return f"names: {'; '.join(parts)}" if parts else ""


def _set(field: str, old: Iterable[str], new: Iterable[str]) -> str:
    before, after = list(old), list(new)
    parts = [f"added {value}" for value in after if value not in before]
    parts += [f"removed {value}" for value in before if value not in after]
    return f"{field}: {'; '.join(parts)}" if parts else ""
