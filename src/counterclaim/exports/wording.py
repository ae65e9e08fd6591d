"""What every view says in the same words: verdicts, frames, figures, times, sources. No markup, no layout."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from counterclaim.records import Attribution, Bound, Claim, Entity, Factuality, Figure, Ledger, Quantity, Section, Time

DISCLAIMER = "What is shown is what the reports say; nothing of it is checked."
WITH_REGISTERS = "What is shown is what the reports and the registers say; no claim is judged."
VERDICTS = {
    Factuality.CERTAIN: "says",
    Factuality.PROBABLE: "says probably",
    Factuality.POSSIBLE: "says possibly",
    Factuality.NOT_CERTAIN: "denies",
    Factuality.NOT_PROBABLE: "doubts",
    Factuality.NOT_POSSIBLE: "doubts",
    Factuality.UNDERSPECIFIED: "leaves open",
}
# A remark that is negative by its own words.
_REMARKS = {
    Factuality.NOT_CERTAIN: Factuality.CERTAIN,
    Factuality.NOT_PROBABLE: Factuality.PROBABLE,
    Factuality.NOT_POSSIBLE: Factuality.POSSIBLE,
}
SECTIONS = {
    Section.TITLE: "title",
    Section.CAPTION: "caption",
    Section.RELATED: "related headline",
    Section.FRONT: "front matter",
}
_ANCHORS = {
    "stated": "as stated",
    "published": "counted from the publication date",
    "inferred": "inferred",
}
_SHORTEST_ID = 4  # hexadecimal digits
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """Text that a terminal may be shown: one line, no control or direction-changing characters, no lone surrogates."""
    return "".join("�" if unicodedata.category(c) in _HIDDEN else c for c in " ".join(text.split()))


def counted(number: int, thing: str) -> str:
    """A number and what it counts, in the plural unless it is one."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def listed(parts: Sequence[str]) -> str:
    """Words as one lists them: "1", "1 and 2", "1, 2 and 3"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def summary(ledger: Ledger) -> str:
    """How much a ledger holds, and what that is worth."""
    held = f"{counted(len(ledger.claims), 'claim')} of {counted(len(ledger.documents), 'document')}"
    return f"{held}. {disclaimer(ledger)}"


def disclaimer(ledger: Ledger) -> str:
    """What a ledger is worth, in a sentence."""
    return WITH_REGISTERS if ledger.registers else DISCLAIMER


def label(claim: Claim) -> str:
    """Frame and stage; a stage that says nothing new is left out."""
    return claim.frame if claim.stage in {None, claim.frame} else f"{claim.frame}: {claim.stage}"


def verdict(claim: Claim) -> str:
    """What the nearest source does with the event, as a verb."""
    return VERDICTS[committed(claim)]


def committed(claim: Claim) -> Factuality:
    """How far the nearest source commits itself to the words that a claim is shown with.

    A remark is shown in its own words, negation and all: who says that a ship "never carried oil" does not deny it.
    """
    if claim.frame == "statement" and claim.stage != "deny":
        return _REMARKS.get(claim.factuality, claim.factuality)
    return claim.factuality


def own_voice(section: Section) -> str:
    """Who speaks where nobody is named as the source."""
    return f"({SECTIONS.get(section, 'the report itself')})"


def link_source(link: Attribution) -> str:
    """Who speaks in one link of a chain."""
    return clean(link.source.text) if link.source is not None else "(not named)"


def source_chain(claim: Claim) -> str:
    """The named sources from the outermost to the nearest, or whose own voice it is."""
    chain = [clean(link.source.text) for link in claim.attribution if link.source is not None]
    return " → ".join(chain) if chain else own_voice(claim.section)


def role_name(role: str) -> str:
    """A role as people read it."""
    return clean(role).replace("_", " ")


def place_beside_roles(claim: Claim) -> str | None:
    """The claim's place, unless it already stands in a role."""
    held = {filler.span for fillers in claim.roles.values() for filler in fillers}
    return None if claim.place is None or claim.place.span in held else clean(claim.place.text)


def figure(quantity: Quantity) -> str:
    """A quantity in one notation: "≥ 1,350 drones", "200 to 400", "about 40"."""
    low, high = (None if side is None else _number(side) for side in (quantity.low, quantity.high))
    if low is not None and high is not None and low != high:
        shown = f"{low} to {high}"
    elif quantity.bound is Bound.MIN and low is not None:
        shown = f"≥ {low}"
    elif quantity.bound is Bound.MAX and high is not None:
        shown = f"≤ {high}"
    else:
        shown = low or high or "?"
        if low is None or high is None:
            shown = {low: "≥ ", high: "≤ "}.get(shown, "") + shown
    about = "about " if quantity.bound is Bound.APPROX else ""
    return f"{about}{shown} {clean(quantity.unit or '')}".rstrip()


def plain_figure(of: Quantity | Figure) -> str:
    """A quantity in words: "1,350 or more drones", "up to 40", "200 to 400", "about 40 tanks"."""
    low, high = (None if side is None else _number(side) for side in (of.low, of.high))
    unit = f" {clean(of.unit)}" if of.unit else ""
    if low is not None and high is not None and low != high:
        shown = f"{low} to {high}{unit}"
    elif low is not None and (high is None or of.bound is Bound.MIN):
        shown = f"{low} or more{unit}"
    elif high is not None and (low is None or of.bound is Bound.MAX):
        shown = f"up to {high}{unit}"
    else:
        shown = f"{low}{unit}" if low is not None else f"an unknown number of{unit or ' things'}"
    return f"about {shown}" if of.bound is Bound.APPROX else shown


def _number(value: float) -> str:
    return f"{int(value):,}" if abs(value) < 1e15 and value == int(value) else f"{value:g}"


def when(time: Time) -> str:
    """A time's days: "2023-05-01 to 2023-05-07", "until 2023-05-01"; empty where they are not known."""
    if time.start == time.end:
        return time.start or ""
    if time.end is None:
        return f"from {time.start}"
    return f"until {time.end}" if time.start is None else f"{time.start} to {time.end}"


def reckoned(time: Time) -> str:
    """What a time's words were resolved against, in words."""
    return _ANCHORS.get(time.anchor or "", "not resolved" if time.anchor is None else clean(time.anchor))


def short_ids(claims: Sequence[Claim]) -> dict[str, str]:
    """For each claim id the shortest part of it that no other claim's id begins with, without its "c:"."""
    bare = sorted({claim.id.partition(":")[2] for claim in claims})
    length = _SHORTEST_ID
    for one, other in pairwise(bare):
        shared = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), len(one))
        length = max(length, shared + 1)
    return {f"c:{digits}": digits[:length] for digits in bare}


def names(entities: Iterable[Entity]) -> dict[str, str]:
    """The name of each entity by its id."""
    return {entity.id: clean(entity.name) for entity in entities}


def by_document(ledger: Ledger) -> dict[str, list[Claim]]:
    """The claims of each document, in their order; a document without claims has an empty list."""
    found: dict[str, list[Claim]] = {document.id: [] for document in ledger.documents}
    for claim in ledger.claims:
        found.setdefault(claim.document, []).append(claim)
    return found
