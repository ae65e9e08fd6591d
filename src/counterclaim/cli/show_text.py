"""One thing of a case for a terminal: what it is, and the words that it rests on in their place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.case_views import (
    block,
    body,
    claim_block,
    correction_block,
    document_block,
    documents_of,
    entity_block,
    head,
    minute,
    place_of,
)
from counterclaim.cli.case_views import proposition_block as _proposition_block
from counterclaim.exports.wording import clean, counted, plain_figure, reckoned, role_name, when
from counterclaim.records import (
    Claim,
    Document,
    Entity,
    Lineage,
    Proposition,
    RegimeFinding,
    RegisterCheck,
    ScreeningHit,
    Span,
    Story,
    Utterance,
)
from counterclaim.store.corrections import undone
from counterclaim.store.lists import Filter
from counterclaim.store.values import Correction, Standing, hit_id

if TYPE_CHECKING:
    from counterclaim.store.store import Store

_AROUND = 160  # characters of the text on either side of a quotation
_MENTIONS = 8
_CLAIMS = 50
_REASONS = 8
_STANDS = {
    "corroborated": "independent origins say so, none here denies it",
    "single-source": "one origin says so, none here denies it",
    "contested": "affirmed by some, denied by others",
    "denied": "denied, affirmed by none",
    "hedged-only": "neither affirmed nor denied outright",
}


def document(store: "Store", identity: str, *, text: bool) -> str:
    """A document: where it is from, its claims, and its text where that is asked for."""
    standing = store.standing(identity)
    found = standing.document
    about = [
        ("published", found.published),
        ("outlet", found.outlet),
        ("by", found.byline),
        ("filed from", found.dateline),
        ("credits", "; ".join(found.credits)),
        ("language", found.language),
        ("added", f"{minute(standing.added)} UTC"),
        ("story", standing.story),
        ("lineage", standing.lineage),
        ("sha256", found.sha256),
    ]
    page = store.claims(Filter(document=identity), limit=_CLAIMS) if standing.read else None
    claims = [claim_block(claim, None) for claim in page.items] if page else []
    more = [f"… and {page.total - _CLAIMS:,} more claims"] if page and page.total > _CLAIMS else []
    whole = ["\n".join(clean(line) for line in found.text.splitlines())] if text else []
    return _joined([document_block(standing) + "\n" + _table(about), *claims, *more, *whole])


def claim(store: "Store", record: Claim) -> str:
    """A claim: what it says, the words in their place, the document, the proposition, corrections."""
    standing = store.standing(record.document)
    parts = [claim_block(record, standing.document), _details(record), _evidence(standing, record)]
    proposition = store.proposition_of(record.id)
    if proposition:
        parts.append("Part of\n" + _proposition_block(store.find(proposition).record))
    parts += [correction_block(found) for found in store.corrections(record.id)]
    return _joined(parts)


def _details(record: Claim) -> str:
    """What the first lines do not say: every role, figure and time with how it was read."""
    rows: list[tuple[str, str | None]] = []
    for link in record.attribution:
        source = link.source.text if link.source else "not named"
        medium = f", in {link.medium.text}" if link.medium else ""
        rows.append(("source", f"{source} ({link.stance.value}: “{link.cue.text}”{medium})"))
    for role, fillers in record.roles.items():
        rows += [(role_name(role), f"{f.text}  {f.entity or ''}".rstrip()) for f in fillers]
    for name, quantity in (("how many", record.quantity), ("worth", record.value)):
        if quantity is not None:
            rows.append((name, f"{quantity.text} ({quantity.bound.value}: {_reach(quantity.low, quantity.high)})"))
    if record.time is not None:
        rows.append(("when", f"{record.time.text} ({when(record.time) or 'open'}; {reckoned(record.time)})"))
    if record.place is not None:
        rows.append(("where", record.place.text))
    rows += [("certainty", record.factuality.value), ("section", record.section.value), ("rule", record.rule)]
    return _table([*rows, ("document", record.document)])


def _reach(low: float | None, high: float | None) -> str:
    return f"{'…' if low is None else f'{low:,g}'} to {'…' if high is None else f'{high:,g}'}"


def _evidence(standing: Standing, record: Claim) -> str:
    span, text = record.evidence.span, standing.document.text
    return f"In the text, characters {span.start:,} to {span.end:,}\n{_quoted(text, span, record.trigger.span)}"


def _quoted(text: str, span: Span, marked: Span | None = None) -> str:
    """A stretch of a text with what stands around it; between » and « what it is about."""
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    inside = clean(text[span.start : span.end])
    if marked is not None and span.covers(marked):
        words = (text[span.start : marked.start], text[marked.start : marked.end], text[marked.end : span.end])
        inside = f"{_kept(words[0])}[{clean(words[1])}]{_kept(words[2])}"
    before, after = _kept(text[start : span.start]), _kept(text[span.end : end])
    cut = "…" if start else "", "…" if end < len(text) else ""
    return body(f"{cut[0]}{before}»{inside}«{after}{cut[1]}")


def _kept(text: str) -> str:
    """Text on one line that keeps a space at its ends."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def proposition(store: "Store", record: Proposition) -> str:
    """A proposition: how it stands and why, its claims by origin, figures, registers and regimes."""
    claims = {c.id: c for c in store.claims(Filter(proposition=record.id), limit=1_000).items}
    documents = documents_of(store, claims.values())
    parts = [f"{_proposition_block(record)}\n{body(_STANDS[record.status.value])}"]
    for origin in record.origins:
        told = [claim_block(claims[c], documents.get(claims[c].document)) for c in origin.claims if c in claims]
        parts.append("\n".join([click.style(f"{origin.kind.value}: {clean(origin.label)}", bold=True), *told]))
    if record.figures:
        rows = [
            (figure.stage or "figure", f"{plain_figure(figure)}  ({counted(len(figure.claims), 'claim')})")
            for figure in record.figures
        ]
        parts.append("Figures" + (", which cannot all hold" if record.figure_conflict else "") + "\n" + _table(rows))
    if record.denied_by:
        parts.append("Denied by\n" + body(", ".join(record.denied_by)))
    parts += [_check(check) for check in store.about("register_checks", record.id)]
    parts += [_regime(regime) for regime in store.about("regimes", record.id)]
    if record.reasons:
        parts.append("Why these claims stand together\n" + "\n".join(body(reason) for reason in record.reasons[:20]))
    return _joined(parts)


def _check(check: RegisterCheck) -> str:
    targets = [
        f"{target.target}: {target.outcome.value}"
        + (f" ({target.verdict.value}), {target.name}, {target.entry}" if target.entry else "")
        + (f", listed {target.listed}" if target.listed else "")
        + (f": {target.note}" if target.note else "")
        for target in check.targets
    ]
    counts = [count.note or f"{count.listed:,} entries of {count.date}" for count in check.counts]
    return block(head("register", check.list_version), *targets, *counts, check.note)


def _regime(regime: RegimeFinding) -> str:
    period = f"from {regime.start}" + (f" to {regime.end}" if regime.end else "")
    missing = f"to tell, one would have to know: {'; '.join(regime.missing)}" if regime.missing else ""
    basis = "; ".join(regime.basis)
    return block(
        head("regime", regime.answer.value, regime.name),
        f"{regime.authority}, {period}, binds the {regime.side}: {basis}",
        regime.note,
        missing,
    )


def entity(store: "Store", record: Entity) -> str:
    """An entity: its names and why they are its, where it is mentioned, register hits, how to list its claims."""
    texts: dict[str, Document] = {}
    shown = []
    for identity, span in record.mentions[:_MENTIONS]:
        found = texts.setdefault(identity, store.standing(identity).document)
        shown.append(f"{clean(place_of(found))}\n{_quoted(found.text, span)}")
    more = [f"… and {len(record.mentions) - _MENTIONS:,} more mentions"] if len(record.mentions) > _MENTIONS else []
    hits = [_hit(found) for found in store.about("hits", record.id)]
    claims = store.claims(Filter(entity=record.id), limit=1).total
    note = f"{counted(claims, 'claim')}: counterclaim ledger --of claims --entity {record.id}"
    corrections = [correction_block(found) for found in store.corrections(record.id)]
    return _joined([entity_block(record), _reasons(record), *hits, *shown, *more, note, *corrections])


def _reasons(record: Entity) -> str:
    """Why the names of an entity are one thing's, those that somebody judged by hand first."""
    said = sorted(record.reasons, key=lambda reason: "(k:" not in reason)[:_REASONS]
    more = [f"… and {len(record.reasons) - _REASONS:,} more"] if len(record.reasons) > _REASONS else []
    lines = ["Why these names are one, or were set apart", *(body(reason) for reason in said), *more]
    return "\n".join(lines) if said else ""


def hit(store: "Store", record: ScreeningHit) -> str:
    """A register hit: how its score comes about, and the entity."""
    entities = [entity_block(store.find(record.entity).record)] if record.entity.startswith("e:") else []
    return _joined([_hit(record), *entities])


def _hit(record: ScreeningHit) -> str:
    listed = f", listed {record.listed}" if record.listed else ""
    first = block(
        head(hit_id(record), f"{record.verdict.value} {record.score:.2f}", record.name),
        f"{record.register} {record.entry}{listed}; {record.list_version}",
    )
    return f"{first}\n" + _table(
        (feature.name, f"{feature.value:+.2f}  {feature.note}".rstrip()) for feature in record.features
    )


def story(store: "Store", record: Story) -> str:
    """A story and its documents."""
    return _joined([head(record.id, record.title), *_documents(store, record.documents)])


def lineage(store: "Store", record: Lineage) -> str:
    """A lineage, its documents, and why they stand together."""
    why = [f"{link.kind.value} {link.score:.2f}, {link.one} and {link.other}: {link.reason}" for link in record.links]
    return _joined(
        [block(head(record.id, record.kind.value, record.label), *why), *_documents(store, record.documents)]
    )


def utterance(store: "Store", record: Utterance) -> str:
    """What one speaker said once, and the documents that quote it."""
    return _joined([block(head(record.id, record.label), record.reason), *_documents(store, record.documents)])


def _documents(store: "Store", identities: Iterable[str]) -> Iterator[str]:
    return (document_block(store.standing(identity)) for identity in identities)


def correction(store: "Store", record: Correction) -> str:
    """A correction, and whether it still counts."""
    by = undone(store.corrections()).get(record.id)
    return _joined([correction_block(record), f"It does not count any more:\n{correction_block(by)}" if by else ""])


def _table(rows: Iterable[tuple[str, str | None]]) -> str:
    """Names and values set in under a head; those without a value are left out."""
    held = [(name, value) for name, value in rows if value]
    wide = max((len(name) for name, _ in held), default=0)
    return "\n".join(body(f"{name:<{wide}}", indent=4).ljust(wide + 6) + clean(value) for name, value in held)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)


VIEWS: Mapping[str, Callable[["Store", Any], str]] = {
    "claims": claim,
    "propositions": proposition,
    "entities": entity,
    "hits": hit,
    "corrections": correction,
    "stories": story,
    "lineages": lineage,
    "utterances": utterance,
}
