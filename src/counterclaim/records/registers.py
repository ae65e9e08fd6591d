"""Registers: official lists, their entries, what screening and checking against them found, and regimes in force."""

from dataclasses import dataclass
from enum import StrEnum


class EntryKind(StrEnum):
    """What a register entry names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    SHIP = "ship"
    AIRCRAFT = "aircraft"
    OTHER = "other"


class NameQuality(StrEnum):
    """How a register stands to one of an entry's names."""

    PRIMARY = "primary"
    ALIAS = "alias"
    WEAK = "weak"  # what the publisher itself calls a weak or low-quality alias


@dataclass(frozen=True, slots=True)
class RegisterName:
    """One name of an entry, as published. ``parts`` are (role, words) where the publisher gives them apart.

    The roles are "given", "patronymic", "family", "title".
    """

    text: str
    quality: NameQuality = NameQuality.PRIMARY
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One entry of a register.

    ``listed`` is the ISO day of listing, where the publisher gives one; ``countries`` are ISO 3166 alpha-2 codes,
    ``born`` ISO dates of birth (or of building, of a ship), cut to what is known: "1967", "1967-04", "1967-04-09".
    ``identifiers`` are (kind, value): "passport", "imo", "mmsi", "tax", "registration", …; ``references`` (kind, value)
    the publisher's own: "schedule", "item", "un".
    """

    register: str
    id: str
    kind: EntryKind
    names: tuple[RegisterName, ...]
    listed: str | None = None
    programs: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class RegisterVersion:
    """One version of a register: which list, whose, in which format, of which day, and the digest of its files.

    ``register`` is "ofac", "un", "uk", "canada", "eu" or the name that an export of many lists gives itself;
    ``published`` the ISO day that the publisher puts on it, or, where it gives none, the latest day of listing;
    ``date_from`` says which: "publisher", "latest listing" or "latest update".
    """

    register: str
    publisher: str
    format: str
    sha256: str
    entries: int
    published: str | None = None
    date_from: str = "publisher"

    @property
    def label(self) -> str:
        """The version as hits name it: register, day and the start of the digest."""
        return f"{self.register} {self.published or 'undated'} {self.sha256[:12]}"


@dataclass(frozen=True, slots=True)
class Register:
    """A register as loaded: its version, its entries in the publisher's order, and what of it could not be read."""

    version: RegisterVersion
    entries: tuple[RegisterEntry, ...]
    problems: tuple[str, ...] = ()


class Verdict(StrEnum):
    """What screening makes of a name and an entry. A possible is never shown as a hit."""

    HIT = "hit"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Feature:
    """One term of a score's sum: its name, what it adds (or, below 0, takes), and why, in words for people."""

    name: str
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScreeningHit:
    """A name and the register entry that it was held against. ``score``, 0 to 1, is the sum of ``features``.

    ``entity`` is the id of the ledger's entity, or the name that was asked for; ``name`` the entry's name that fits
    best; ``list_version`` a version's label.
    """

    entity: str
    register: str
    entry: str
    name: str
    listed: str | None
    verdict: Verdict
    score: float
    features: tuple[Feature, ...]
    list_version: str
    kind: EntryKind = EntryKind.OTHER


class Outcome(StrEnum):
    """How a register bears out that somebody was sanctioned at a time."""

    LISTED = "listed"
    LISTED_EARLIER = "listed-earlier"
    LISTED_LATER = "listed-later"
    NOT_FOUND = "not-found"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True, slots=True)
class TargetCheck:
    """One target of a sanction claim against one register. ``note`` says in a sentence what was found.

    ``verdict`` is how sure the match of the name is: a ``possible`` one is shown as possible.
    """

    target: str
    entity: str | None
    outcome: Outcome
    verdict: Verdict
    entry: str | None = None
    name: str | None = None
    listed: str | None = None
    score: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class CountCheck:
    """A stated count of targets against the entries of that imposer and day; ``fits`` is None where none can tell."""

    low: float | None
    high: float | None
    bound: str
    unit: str | None
    listed: int
    date: str | None
    kind: EntryKind
    fits: bool | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterCheck:
    """What the register of the imposer says to one sanction proposition.

    ``claims`` are the claims that were checked; ``start`` and ``end`` the ISO days within which a listing fits them,
    and ``dated`` says where these come from.
    """

    proposition: str
    register: str
    list_version: str
    claims: tuple[str, ...]
    targets: tuple[TargetCheck, ...]
    counts: tuple[CountCheck, ...] = ()
    start: str | None = None
    end: str | None = None
    dated: str = ""
    note: str = ""


class InForce(StrEnum):
    """Whether a regime covers a transfer."""

    YES = "in force"
    DISPUTED = "disputed"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class RegimeFinding:
    """A regime that bears on a proposition of a transfer; ``missing`` says what would have to be known to tell.

    ``regime`` is the table's key, ``side`` who of the transfer it binds ("supplier" or "recipient"), ``basis`` the
    legal acts; ``start`` and ``end`` are the ISO days of the period that applies, ``sources`` where they are published.
    """

    proposition: str
    regime: str
    name: str
    authority: str
    side: str
    answer: InForce
    basis: tuple[str, ...]
    start: str
    end: str | None
    missing: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()
