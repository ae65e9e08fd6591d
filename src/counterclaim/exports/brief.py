"""What a brief says: a story, or a whole ledger, in sentences for print, each with its source, words and report.

A brief repeats what reports say. It never says that a claim is true.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.exports.html_glance import differing
from counterclaim.exports.one_story import of_story
from counterclaim.exports.register_wording import MEANING, REGIME_MEANING
from counterclaim.exports.told import STANDINGS, Told, titled
from counterclaim.exports.told_registers import check_sentences, hit_sentence, regime_sentences
from counterclaim.exports.wording import SECTIONS, clean, committed, counted, plain_figure
from counterclaim.records import (
    Claim,
    Document,
    Factuality,
    Ledger,
    Proposition,
    RegimeFinding,
    RegisterCheck,
    ScreeningHit,
    Status,
    Verdict,
)

NOTICE = (
    "This brief repeats what reports say, with the words that say it. Nothing in it was checked, and nothing in it "
    "says that a claim is true or false. Reports are numbered; the list at the end names them."
)
_SAID = {
    Factuality.CERTAIN: "Said by",
    Factuality.PROBABLE: "Said as probable by",
    Factuality.POSSIBLE: "Said as possible by",
    Factuality.NOT_CERTAIN: "Denied by",
    Factuality.NOT_PROBABLE: "Doubted by",
    Factuality.NOT_POSSIBLE: "Doubted by",
    Factuality.UNDERSPECIFIED: "Left open by",
}
_MOST = 60  # propositions of one part
_QUOTES = 12  # of one proposition
_REPORTS = 100  # a longer list has only those that are quoted
_NAMED_IN = 12  # reports that a name leads to
_LONGEST = 1_000  # characters of a quotation or a sentence


@dataclass(frozen=True, slots=True)
class Quote:
    """One source's words: ``lead`` says who does what in which report, ``words`` are the report's, ``place`` where.

    ``document`` is the report's id.
    """

    lead: str
    words: str
    place: str
    document: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is claimed, or what a register says: its sentence, notes on it, and the quotations it rests on."""

    head: str
    notes: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a brief; ``empty`` is what it says where it has no items."""

    title: str
    meaning: str
    items: tuple[Item, ...]
    empty: str
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: its title, a line with its numbers, its parts, and the reports as rows of a table.

    ``unlisted`` counts the reports that have no row, because nothing of them is quoted.
    """

    title: str
    numbers: str
    parts: tuple[Part, ...]
    reports: tuple[tuple[str, ...], ...]
    unlisted: int = 0
    notice: str = NOTICE


REPORT_COLUMNS = ("No.", "Report", "Outlet, day, credits", "Found at", "Document, SHA-256 of its text")


_KINDS: tuple[tuple[str, str, str, Callable[[Proposition], bool]], ...] = (
    (
        "Independent origins agree",
        "Two or more origins say so that do not go back to each other, and none here denies it. That is no proof.",
        "Nothing is said by two independent origins.",
        lambda p: p.status is Status.CORROBORATED,
    ),
    ("Disputed", "Somebody denies it.", "Nothing is denied.", lambda p: p.status in {Status.CONTESTED, Status.DENIED}),
    (
        "Figures differ",
        "Different numbers are given for the same thing.",
        "No two figures are given for the same thing.",
        differing,
    ),
    (
        "Only one origin says",
        "One report, one speaker, or several reports that go back to one of these.",
        "Nothing rests on one origin alone.",
        lambda p: p.status is Status.SINGLE_SOURCE,
    ),
    (
        "Nobody says outright",
        "Only with reservations: possibly, reportedly, if.",
        "Nothing is said with reservations only.",
        lambda p: p.status is Status.HEDGED_ONLY,
    ),
)


def brief(ledger: Ledger, story: str | None = None) -> Brief:
    """The brief of one story, or of the whole ledger. Raises LedgerError where there is no such story."""
    held = ledger if story is None else of_story(ledger, story)
    told = Told(held)
    numbers = {document.id: number for number, document in enumerate(held.documents, start=1)}
    stories = {s.id: s.title for s in held.stories}
    title = stories.get(story or "") or ("" if len(stories) > 1 else "".join(stories.values()))
    count = f"{counted(len(held.claims), 'claim')} of {counted(len(held.documents), 'report')}"
    standing = f"{counted(len(held.propositions), 'proposition')}; extractor {held.extractor}"
    unread = (
        f"; {counted(len(held.refused), 'input')} not read, read in part, or without a claim" if held.refused else ""
    )
    parts = (*_claimed(told, numbers), *_register_parts(told, numbers))
    quoted = {quote.document for part in parts for item in part.items for quote in item.quotes}
    listed = [d for d in held.documents if len(held.documents) <= _REPORTS or d.id in quoted]
    return Brief(
        _short(title) or "Who claims what",
        f"{count}; {standing}{unread}",
        parts,
        tuple(_report(document, numbers[document.id]) for document in listed),
        len(held.documents) - len(listed),
    )


def _claimed(told: Told, numbers: dict[str, int]) -> Iterator[Part]:
    ordered = sorted(told.ledger.propositions, key=lambda p: (p.frame == "statement", -len(p.origins), -len(p.claims)))
    for title, meaning, empty, belongs in _KINDS:
        found = [p for p in ordered if belongs(p)]
        items = tuple(_item(told, numbers, p, figures=title == "Figures differ") for p in found[:_MOST])
        yield Part(title, meaning, items, empty, max(0, len(found) - _MOST))


def _item(told: Told, numbers: dict[str, int], proposition: Proposition, *, figures: bool) -> Item:
    given = [c for f in proposition.figures for c in f.claims if c in told.claims]
    claims = [told.claims[c] for c in dict.fromkeys(given)] if figures else told.held(proposition)
    notes = [] if figures else _standing(told, proposition)
    if proposition.figures:
        clash = "These cannot all hold." if proposition.figure_conflict else "These can all hold."
        given_words = "; ".join(dict.fromkeys(plain_figure(figure) for figure in proposition.figures))
        notes.append(f"Figures given: {given_words}. {clash if len(proposition.figures) > 1 else ''}".strip())
    quotes = _told_once(_quote(told, numbers, proposition, claim) for claim in claims)
    if len(quotes) > _QUOTES:
        notes.append(f"{len(quotes) - _QUOTES:,} further quotations: see proposition {clean(proposition.id)}.")
    return Item(f"Claimed: {_short(proposition.summary)}", tuple(notes), quotes[:_QUOTES])


def _told_once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Two claims of one source in the same words are one quotation with both their ids."""
    found: dict[tuple[str, str, str], Quote] = {}
    for quote in quotes:
        place, _, claim = quote.place.rpartition(", ")
        key = quote.lead, quote.words, place
        found[key] = replace(found[key], place=f"{found[key].place}, {claim}") if key in found else quote
    return tuple(found.values())


def _standing(told: Told, proposition: Proposition) -> list[str]:
    origins = "; ".join(_origin(told, origin.label) for origin in proposition.origins)
    return [
        f"Status “{proposition.status.value}”: {STANDINGS[proposition.status]}.",
        f"{counted(len(proposition.origins), 'independent origin')}: {origins or 'not known'}.",
    ]


def _origin(told: Told, label: str) -> str:
    return _short(titled(told.documents[label]) if label in told.documents else label)


def _quote(told: Told, numbers: dict[str, int], proposition: Proposition, claim: Claim) -> Quote:
    number, document = numbers.get(claim.document), told.documents.get(claim.document)
    report = f"report {number}" if number else f"document {clean(claim.document)}"
    said = _SAID[Factuality.NOT_CERTAIN if claim.id in proposition.denied_by else committed(claim)]
    who = f"{_short(told.source(claim))}, in {report}" if claim.attribution else f"{report} itself"
    facts = [SECTIONS.get(claim.section), document.published if document else None]
    facts += [plain_figure(claim.quantity) if claim.quantity else None]
    about = "; ".join(clean(fact) for fact in facts if fact)
    start, end = claim.evidence.span
    place = f"{claim.document}, characters {start:,} to {end:,}, {claim.id}"
    return Quote(
        f"{said} {who}{f' ({about})' if about else ''}:", _short(claim.evidence.text), clean(place), claim.document
    )


def _register_parts(told: Told, numbers: dict[str, int]) -> Iterator[Part]:
    ledger = told.ledger
    versions = "; ".join(clean(v.label) for v in ledger.registers) or "none was given"
    checks = [_check(told, check) for check in ledger.register_checks]
    title = "What registers say to sanction claims"
    yield _part(title, f"Lists: {versions}.", checks, "No sanction claim was checked.")
    yield _part("Names on a list", MEANING, _names(told, numbers, Verdict.HIT), "No name was matched.")
    unsure = _names(told, numbers, Verdict.POSSIBLE)
    if unsure:
        meaning = "Near a name on a list, but not held for it: somebody must look."
        yield _part("Possible, not a match", meaning, unsure, "")
    if ledger.regimes:
        found = [_regime(told, regime) for regime in ledger.regimes]
        yield _part("Embargoes and sanctions regimes", REGIME_MEANING, found, "")


def _names(told: Told, numbers: dict[str, int], verdict: Verdict) -> list[Item]:
    """An item for each name with its entries, in the order of the hits."""
    found: dict[str, list[ScreeningHit]] = {}
    for hit in told.ledger.hits:
        if hit.verdict is verdict:
            found.setdefault(hit.entity, []).append(hit)
    return [_name(told, numbers, key, hits) for key, hits in found.items()]


def _name(told: Told, numbers: dict[str, int], key: str, hits: Sequence[ScreeningHit]) -> Item:
    entity = told.entities.get(key)
    named_in = {numbers[document] for document, _ in entity.mentions if document in numbers} if entity else set()
    which = ", ".join(map(str, sorted(named_in)[:_NAMED_IN])) + (", …" if len(named_in) > _NAMED_IN else "")
    reports = [f"Named in report{'s' if len(named_in) > 1 else ''} {which}."] if named_in else []
    more = [f"{len(hits) - _QUOTES:,} further entries are in the ledger."] if len(hits) > _QUOTES else []
    notes = (_short(hit_sentence(told, hit)) for hit in hits[:_QUOTES])
    return Item(_short(told.called(key)), (*notes, *more, *reports))


def _regime(told: Told, regime: RegimeFinding) -> Item:
    return Item(_short(regime.name), (*_about(told, regime.proposition), *map(_short, regime_sentences(regime))))


def _check(told: Told, check: RegisterCheck) -> Item:
    about = _about(told, check.proposition)
    return Item(about[0] if about else "Claimed sanctions", tuple(map(_short, check_sentences(check))))


def _about(told: Told, proposition: str) -> tuple[str, ...]:
    owner = told.propositions.get(proposition)
    return (_short(f"Claimed: {owner.summary} ({owner.status.value}, {owner.id})"),) if owner else ()


def _part(title: str, meaning: str, items: Sequence[Item], empty: str) -> Part:
    return Part(title, meaning, tuple(items[:_MOST]), empty, max(0, len(items) - _MOST))


def _report(document: Document, number: int) -> tuple[str, ...]:
    about: Iterable[str | None] = (document.outlet, document.published, ", ".join(document.credits))
    shown = "; ".join(_short(part) for part in about if part) or "not known"
    address = _short(f"{document.id}, {document.sha256}")
    return str(number), _short(titled(document)), shown, _short(document.path), address


def _short(text: str) -> str:
    text = clean(text[: _LONGEST * 4])
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


__all__ = ["REPORT_COLUMNS", "Brief", "Item", "Part", "Quote", "brief", "of_story"]
