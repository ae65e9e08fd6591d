"""An entry in the making: formats put in what they find, in any order, and what is doubled or empty falls out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from counterclaim.records import EntryKind, NameQuality, RegisterEntry, RegisterName
from counterclaim.registers.countries import country_codes

LONGEST_NAME = 1_000  # characters; the longest of any official list has some 400
LONGEST_REMARK = 20_000
_RANK = {NameQuality.PRIMARY: 0, NameQuality.ALIAS: 1, NameQuality.WEAK: 2}


def squeezed(text: str | None) -> str:
    """A text with single spaces and none around it."""
    return " ".join((text or "").split())


@dataclass(slots=True)
class Draft:
    """What is known of an entry so far. ``places`` are countries that count where no nationality is given."""

    id: str
    kind: EntryKind
    listed: str | None = None
    names: dict[str, RegisterName] = field(default_factory=dict)
    programs: list[str] = field(default_factory=list)
    nationalities: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    born: list[str] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    too_long: int = 0

    def name(
        self,
        text: str | None,
        quality: NameQuality = NameQuality.ALIAS,
        parts: Iterable[tuple[str, str | None]] = (),
    ) -> None:
        """Add a name; one that is there keeps the better of two qualities, and the parts of whichever has them."""
        name = squeezed(text)
        if len(name) > LONGEST_NAME:
            self.too_long += 1
        elif any(c.isalnum() for c in name):
            split = tuple((role, words) for role, part in parts if (words := squeezed(part)))
            known = self.names.get(name)
            if known is None:
                self.names[name] = RegisterName(name, quality, split)
            else:
                better = min(known.quality, quality, key=_RANK.__getitem__)
                self.names[name] = RegisterName(name, better, known.parts or split)

    def person(self, given: str | None, family: str | None, quality: NameQuality = NameQuality.ALIAS) -> None:
        """Add a person's name of its two parts, given names first. One part alone makes a name of no parts."""
        parts = [("given", given), ("family", family)] if squeezed(given) and squeezed(family) else []
        self.name(f"{given or ''} {family or ''}", quality, parts)

    def identify(self, kind: str, value: str | None) -> None:
        """Add a number by which the entry is known."""
        if squeezed(value):
            self.identifiers.append((kind, squeezed(value)))

    def refer(self, kind: str, value: str | None) -> None:
        """Add a reference of the publisher's own, or of another publisher's list."""
        if squeezed(value):
            self.references.append((kind, squeezed(value)))

    def entry(self, register: str) -> RegisterEntry | str:
        """The finished entry, primary names first; or, where it has no name that can be used, what is wrong with it."""
        if not self.names:
            why = f"a name of over {LONGEST_NAME:,} characters" if self.too_long else "no name"
            return f"entry {self.id}: {why}"
        return RegisterEntry(
            register=register,
            id=self.id,
            kind=self.kind,
            names=tuple(sorted(self.names.values(), key=lambda name: _RANK[name.quality])),
            listed=self.listed,
            programs=_once(self.programs),
            countries=_codes(self.nationalities) or _codes(self.places),
            born=_once(self.born),
            identifiers=tuple(dict.fromkeys(self.identifiers)),
            references=tuple(dict.fromkeys(self.references)),
            remarks=_cut("; ".join(_once(self.remarks))),
        )


def finished(drafts: Iterable[Draft], register: str) -> tuple[tuple[RegisterEntry, ...], list[str]]:
    """The entries of drafts, and what is wrong with the others. A second entry of one id is kept under another."""
    entries: dict[str, RegisterEntry] = {}
    problems: list[str] = []
    for draft in drafts:
        if draft.id in entries:
            number = 2
            while f"{draft.id}#{number}" in entries:
                number += 1
            problems.append(f"entry {draft.id}: a second entry has this id; it is kept as {draft.id}#{number}")
            draft.id = f"{draft.id}#{number}"
        found = draft.entry(register)
        if isinstance(found, str):
            problems.append(found)
            continue
        entries[found.id] = found
        if draft.too_long:
            problems.append(f"entry {found.id}: {draft.too_long} names of over {LONGEST_NAME:,} characters left out")
    return tuple(entries.values()), problems


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in map(squeezed, texts) if text))


def _codes(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for text in texts for code in country_codes(squeezed(text))))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_REMARK else text[: LONGEST_REMARK - 1] + "…"
