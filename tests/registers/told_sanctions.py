"""Ledgers for the tests of register checks and regimes: a report's text, its names, and claims of phrases in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Entity,
    EntryKind,
    Factuality,
    Filler,
    Ledger,
    Proposition,
    Quantity,
    Register,
    RegisterEntry,
    RegisterName,
    RegisterVersion,
    Section,
    Span,
    Stance,
    Status,
    Story,
    Time,
    digest,
)


def report(text: str, published: str | None = None) -> Document:
    return Document("report.txt", text, digest(text), published=published)


def key_of(name: str) -> str:
    return "e:" + "-".join(name.lower().split())


def filler(document: Document, words: str, entity: str | None = None) -> Filler:
    at = document.text.index(words)
    return Filler(words, Span(at, at + len(words)), entity)


def entities(document: Document, names: Mapping[str, str]) -> tuple[Entity, ...]:
    """An entity a name, of the type given, mentioned wherever the text has the name."""
    return tuple(Entity(key_of(name), kind, name, (), _mentions(document, name)) for name, kind in names.items())


def _mentions(document: Document, name: str) -> tuple[tuple[str, Span], ...]:
    found, at = [], document.text.find(name)
    while at >= 0:
        found.append((document.id, Span(at, at + len(name))))
        at = document.text.find(name, at + 1)
    return tuple(found)


def days(start: str | None, end: str | None = None) -> Time:
    return Time(start, end or start, "x", Span(0, 1), "stated")


def number(count: float, unit: str, bound: Bound = Bound.EXACT, span: Span | None = None) -> Quantity:
    low, high = (None, count) if bound is Bound.MAX else (count, None if bound is Bound.MIN else count)
    return Quantity(low, high, bound, unit, f"{count:g} {unit}", span or Span(0, 1))


def claim(
    document: Document,
    event: str,
    evidence: str,
    roles: Mapping[str, Sequence[str]],
    *,
    names: Mapping[str, str] | None = None,
    said_by: str | None = None,
    said_on: str | None = None,
    time: Time | None = None,
    quantity: Quantity | None = None,
    factuality: Factuality = Factuality.CERTAIN,
) -> Claim:
    """A claim of ``event`` ("sanction/impose"); each role's phrases stand in the text, and names are linked."""
    frame, _, stage = event.partition("/")
    known = set(names or ())

    def linked(words: str) -> Filler:
        return filler(document, words, key_of(words) if words in known else None)

    chain: tuple[Attribution, ...] = ()
    if said_by is not None:
        on = days(said_on) if said_on is not None else None
        chain = (Attribution(linked(said_by), filler(document, "said"), Stance.ASSERT, time=on),)
    evidence_filler = filler(document, evidence)
    trigger = Filler("x", Span(evidence_filler.span.start, evidence_filler.span.start + 1))
    return Claim(
        document.id,
        frame,
        stage,
        {role: tuple(map(linked, phrases)) for role, phrases in roles.items()},
        chain,
        factuality,
        quantity,
        None,
        trigger,
        evidence_filler,
        f"{frame}/x.01",
        Section.BODY,
        time=time,
    )


def ledger(documents: Sequence[Document], named: Sequence[Entity], claims: Sequence[Claim]) -> Ledger:
    """Each claim its own proposition, all documents one story."""
    return Ledger(
        tuple(documents),
        tuple(named),
        tuple(claims),
        stories=(Story("s:1", "", tuple(d.id for d in documents)),),
        propositions=tuple(proposition(f"p:{n}", c) for n, c in enumerate(claims, start=1)),
    )


def proposition(key: str, *claims: Claim) -> Proposition:
    first = claims[0]
    return Proposition(key, first.frame, first.stage, "", (), tuple(c.id for c in claims), Status.SINGLE_SOURCE, ())


def entry(
    name: str, listed: str | None, kind: EntryKind = EntryKind.PERSON, program: str = "Tarsia", register: str = "canada"
) -> RegisterEntry:
    return RegisterEntry(register, name.lower(), kind, (RegisterName(name),), listed, (program,))


def register(*entries: RegisterEntry, published: str | None = "2024-12-31", name: str = "canada") -> Register:
    version = RegisterVersion(name, "publisher", "format", "a" * 64, len(entries), published)
    return Register(version, tuple(replace(e, register=name) for e in entries))
