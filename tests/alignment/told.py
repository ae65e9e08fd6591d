"""Ledgers for the tests, told claim by claim: ``said`` makes a claim, ``ledger`` a collection of them."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Entity,
    Factuality,
    Filler,
    Ledger,
    Lineage,
    OriginKind,
    Quantity,
    Section,
    Span,
    Stance,
    Story,
    Time,
)

STATES = {"Norland": "e:norland", "Orava": "e:orava", "Tarsia": "e:tarsia", "Veldia": "e:veldia"}
PEOPLE = {"Ada Brun": "e:brun", "Ole Rask": "e:rask"}
TOWNS = {"Lumen": "e:lumen", "Kessel": "e:kessel"}
ENTITIES = (
    *(Entity(key, "GPE", name, (), ()) for name, key in STATES.items()),
    *(Entity(key, "PER", name, (), ()) for name, key in PEOPLE.items()),
    *(Entity(key, "GPE", name, (), ()) for name, key in TOWNS.items()),
)
_KEYS = {**STATES, **PEOPLE, **TOWNS}
DENIED, PROBABLY = Factuality.NOT_CERTAIN, Factuality.PROBABLE


def filler(text: str, at: int = 0) -> Filler:
    """A filler; a name of this module's is linked to its entity."""
    return Filler(text, Span(at, at + len(text)), _KEYS.get(text))


def figure(
    low: float | None, bound: Bound = Bound.EXACT, unit: str | None = "drones", high: float | None = None
) -> Quantity:
    """A figure; an exact or approximate one has its high side, too."""
    if high is None and bound in {Bound.EXACT, Bound.APPROX}:
        high = low
    return Quantity(low, high, bound, unit, "x", Span(0, 1))


def days(start: str, end: str | None = None) -> Time:
    """A stated time."""
    return Time(start, end or start, "x", Span(0, 1), "stated")


def said(
    document: str,
    event: str,
    *,
    at: int = 0,
    by: str | None = None,
    factuality: Factuality = Factuality.CERTAIN,
    quantity: Quantity | None = None,
    time: Time | None = None,
    section: Section = Section.BODY,
    rule: str = "x.01",
    **roles: str,
) -> Claim:
    """A claim of ``event`` ("transfer/order") in a document ("a"), by a speaker or in the document's own voice."""
    frame, _, stage = event.partition("/")
    chain = () if by is None else (Attribution(filler(by, at), filler("said", at), Stance.ASSERT),)
    held = {role: tuple(filler(t, at) for t in text.split(" + ")) for role, text in roles.items()}
    evidence = filler(roles.get("content", "x"), at)
    key = f"d:{document}"
    trigger = filler("x", at)
    return Claim(
        key, frame, stage, held, chain, factuality, quantity, None, trigger, evidence, f"{frame}/{rule}", section,
        None, time,
    )  # fmt: skip


def remark(document: str, by: str, content: str, *, at: int = 0, stage: str = "assert", **more: Factuality) -> Claim:
    """A remark by a speaker."""
    return said(document, f"statement/{stage}", at=at, by=by, content=content, **more)  # type: ignore[arg-type]


def document(name: str, published: str | None = None) -> Document:
    """A document whose id is "d:" and its name."""

    class _Named(Document):
        @property
        def id(self) -> str:
            return f"d:{name}"

    return _Named(f"{name}.txt", "", "0" * 64, f"Report {name}", published)


def ledger(*claims: Claim, published: dict[str, str] | None = None, stories: Sequence[str] | None = None) -> Ledger:
    """All claims' documents in one story ("ab" is a story of a and b), each its own lineage."""
    names = sorted({claim.document.removeprefix("d:") for claim in claims})
    told = ["".join(names)] if stories is None else stories
    return Ledger(
        tuple(document(name, (published or {}).get(name)) for name in names),
        ENTITIES,
        claims,
        stories=tuple(Story(f"s:{i}", "", tuple(f"d:{n}" for n in story)) for i, story in enumerate(told)),
        lineages=tuple(Lineage(f"l:{n}", OriginKind.DOCUMENT, f"Report {n}", (f"d:{n}",)) for n in names),
    )


def one_lineage(of: Ledger, kind: OriginKind = OriginKind.COPY) -> Ledger:
    """The same ledger with all its documents in one lineage."""
    return replace(of, lineages=(Lineage("l:all", kind, "one text", tuple(d.id for d in of.documents)),))
