"""The rows of the flat tables, one function a table; cells stand in the order of the columns in ``tables``."""

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.exports.told import COMMITMENTS, Told
from counterclaim.exports.wording import committed
from counterclaim.records import Filler, Quantity, Time

Cells = Sequence[str | int | float | bool | None]


def documents(told: Told) -> Iterator[Cells]:
    """Reports with their story, their lineage and how many claims they hold."""
    stories = {d: s.id for s in told.ledger.stories for d in s.documents}
    lineages = {d: g.id for g in told.ledger.lineages for d in g.documents}
    held: dict[str, int] = {}
    for claim in told.ledger.claims:
        held[claim.document] = held.get(claim.document, 0) + 1
    for d in told.ledger.documents:
        head = d.id, d.path, d.title, d.outlet, d.published, d.language, _texts(d.credits), d.byline, d.dateline
        yield *head, d.sha256, stories.get(d.id), lineages.get(d.id), held.get(d.id, 0)


def claims(told: Told) -> Iterator[Cells]:
    """Claims with their figures, times, places and the standing of their propositions."""
    for c in told.ledger.claims:
        named = [link.source.entity for link in c.attribution if link.source is not None and link.source.entity]
        stance = c.attribution[-1].stance.value if c.attribution else None
        owners = told.propositions_of.get(c.id, ())
        yield (
            *(c.id, c.document, c.section.value, c.frame, c.stage, told.source(c), _ids(named), stance),
            *(COMMITMENTS[committed(c)], c.factuality.value, told.roles(c), c.trigger.text, *c.trigger.span),
            *(c.evidence.text, *c.evidence.span, *_quantity(c.quantity), *_quantity(c.value), *_time(c.time)),
            *(c.place.text if c.place else None, c.place.entity if c.place else None, c.rule),
            *(_ids(p.id for p in owners), _ids(dict.fromkeys(p.status.value for p in owners))),
        )


def fillers(told: Told) -> Iterator[Cells]:
    """What stands in the roles of claims."""
    for claim in told.ledger.claims:
        for role, found in claim.roles.items():
            for filler in found:
                yield claim.id, claim.document, role, *_filler(told, filler)


def attributions(told: Told) -> Iterator[Cells]:
    """The links of claims' chains of sources."""
    for claim in told.ledger.claims:
        for number, link in enumerate(claim.attribution, start=1):
            yield (
                *(claim.id, claim.document, number, *_filler(told, link.source), link.cue.text, *link.cue.span),
                *(link.stance.value, link.medium.text if link.medium else None, *_time(link.time)),
            )


def propositions(told: Told) -> Iterator[Cells]:
    """Propositions with their standing, their claims and those who claim them."""
    for p in told.ledger.propositions:
        sources = dict.fromkeys(told.source(claim) for claim in told.held(p))
        roles = [f"{role}: {', '.join(map(told.called, told.filling(p, role)))}" for role, _ in p.roles]
        yield (
            *(p.id, p.frame, p.stage, p.summary, p.status.value, told.standing(p), len(p.origins), len(p.claims)),
            *(_ids(p.claims), _ids(p.denied_by), _ids(told.within(p)), _texts(sources), _texts(roles)),
            *(p.figure_conflict, _texts(p.reasons)),
        )


def origins(told: Told) -> Iterator[Cells]:
    """The independent origins of propositions."""
    for p in told.ledger.propositions:
        for origin in p.origins:
            yield p.id, origin.kind.value, origin.label, len(origin.claims), _ids(origin.claims)


def figures(told: Told) -> Iterator[Cells]:
    """The figures of propositions."""
    for p in told.ledger.propositions:
        for f in p.figures:
            yield p.id, f.stage, f.low, f.high, f.bound.value, f.unit, _ids(f.claims)


def entities(told: Told) -> Iterator[Cells]:
    """Entities with the reports that name them."""
    for e in told.ledger.entities:
        within = dict.fromkeys(document for document, _ in e.mentions)
        yield e.id, e.type, e.name, _texts(e.aliases), len(e.mentions), _ids(within)


def mentions(told: Told) -> Iterator[Cells]:
    """Where entities are named."""
    for e in told.ledger.entities:
        for document, span in e.mentions:
            yield e.id, document, *span


def stories(told: Told) -> Iterator[Cells]:
    """Stories with their reports."""
    for s in told.ledger.stories:
        yield s.id, s.title, _ids(s.documents)


def lineages(told: Told) -> Iterator[Cells]:
    """Lineages with their reports, and why these stand together."""
    for g in told.ledger.lineages:
        yield g.id, g.kind.value, g.label, _ids(g.documents), _texts(link.reason for link in g.links)


def utterances(told: Told) -> Iterator[Cells]:
    """What one speaker said once."""
    for u in told.ledger.utterances:
        yield u.id, u.speaker, told.called(u.speaker), u.label, _ids(u.documents), _ids(u.claims), u.reason


def hits(told: Told) -> Iterator[Cells]:
    """What screening found, with the terms of each score."""
    for h in told.ledger.hits:
        terms = (f"{f.name} {f.value:+.3g}" + (f" ({f.note})" if f.note else "") for f in h.features)
        head = h.entity, told.called(h.entity), h.register, h.entry, h.name, h.kind.value, h.verdict.value
        yield *head, h.score, h.listed, h.list_version, _texts(terms)


def checks(told: Told) -> Iterator[Cells]:
    """Targets of sanction claims against registers."""
    for c in told.ledger.register_checks:
        for t in c.targets:
            yield (
                *(c.proposition, c.register, c.list_version, t.target, t.entity, t.outcome.value, t.verdict.value),
                *(t.entry, t.name, t.listed, t.score, t.note, c.start, c.end, c.dated, _ids(c.claims), c.note),
            )


def counts(told: Told) -> Iterator[Cells]:
    """Stated numbers of targets against registers."""
    for c in told.ledger.register_checks:
        for n in c.counts:
            head = c.proposition, c.register, c.list_version, n.low, n.high, n.bound, n.unit
            yield *head, n.listed, n.date, n.kind.value, n.fits, n.note


def regimes(told: Told) -> Iterator[Cells]:
    """Regimes that bear on transfers."""
    for r in told.ledger.regimes:
        head = r.proposition, r.regime, r.name, r.authority, r.side, r.answer.value, _texts(r.basis), r.start, r.end
        yield *head, _texts(r.missing), r.note, _texts(r.sources)


def registers(told: Told) -> Iterator[Cells]:
    """The versions of registers."""
    for v in told.ledger.registers:
        yield v.label, v.register, v.publisher, v.format, v.sha256, v.entries, v.published, v.date_from


def refused(told: Told) -> Iterator[Cells]:
    """Inputs that were not read."""
    for r in told.ledger.refused:
        yield r.path, r.reason, r.advice


def _ids(ids: Iterable[str]) -> str:
    return " ".join(ids)


def _texts(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _filler(told: Told, filler: Filler | None) -> Cells:
    if filler is None:
        return None, None, None, None, None
    entity = told.entities.get(filler.entity or "")
    return filler.text, *filler.span, filler.entity, entity.name if entity else None


def _quantity(q: Quantity | None) -> Cells:
    return (q.low, q.high, q.bound.value, q.unit, q.text) if q else (None,) * 5


def _time(t: Time | None) -> Cells:
    return (t.start, t.end, t.text, t.anchor) if t else (None,) * 4
