"""What the forms of the UK's list share: kinds, names in six numbered parts, identifiers."""

import re
from collections.abc import Sequence

from counterclaim.records import EntryKind, NameQuality
from counterclaim.registers.formats.draft import Draft, squeezed

REGISTER, PUBLISHER_NAME = "uk", "UK Foreign, Commonwealth & Development Office"
_KINDS = {"individual": EntryKind.PERSON, "entity": EntryKind.ORGANISATION, "ship": EntryKind.SHIP}
_IMO = re.compile(r"\d{7}")


def kind_of(text: str) -> EntryKind:
    """The kind that a column names: "Individual", "entity", "Ship"."""
    return _KINDS.get(squeezed(text).lower(), EntryKind.OTHER)


def add_name(draft: Draft, parts: Sequence[str], whole: str, type_: str, strength: str) -> None:
    """Add a name. ``parts`` are its names 1 to 6, of which the sixth is the family's, or all of an organisation's.

    ``whole`` is the name as published, where it is; ``type_`` says whether it is a primary one, ``strength`` how good
    an alias is ("Low quality a.k.a").
    """
    given, family = squeezed(" ".join(parts[:5])), squeezed(parts[5])
    primary = squeezed(type_).lower() in ("primary", "primary name")
    weak = "low" in strength.lower()
    quality = NameQuality.PRIMARY if primary else NameQuality.WEAK if weak else NameQuality.ALIAS
    roles = [("given", given), ("family", family)] if draft.kind is EntryKind.PERSON and given and family else []
    draft.name(whole or f"{given} {family}", quality, roles)


def add_imo(draft: Draft, text: str) -> None:
    """Add the numbers of the International Maritime Organization that a text gives: "IMO9562233"."""
    for number in _IMO.findall(text):
        draft.identify("imo", number)


def program_of(unique_id: str) -> str:
    """The regime that the letters of an entry's id stand for: "IRN" of "IRN0221"."""
    return re.split(r"\d", unique_id, maxsplit=1)[0]
