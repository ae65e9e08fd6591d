"""The part of a ledger that concerns one story, for a brief or any other export of it."""

from dataclasses import replace

from counterclaim.errors import LedgerError
from counterclaim.exports.wording import clean
from counterclaim.records import Claim, Ledger, Lineage, Proposition


def of_story(ledger: Ledger, story: str) -> Ledger:
    """The ledger of one story.

    It holds the story's reports with all that they claim, and of other reports what they claim to the same
    propositions, so that each standing can be recounted. Raises LedgerError where there is no such story.
    """
    chosen = next((s for s in ledger.stories if s.id == story), None)
    if chosen is None:
        known = ", ".join(clean(s.id) for s in ledger.stories[:5]) or "none"
        raise LedgerError(
            f"no story {clean(story)} in this ledger; there are {len(ledger.stories)}, among them {known}"
        )
    own = set(chosen.documents)
    first = {claim.id for claim in ledger.claims if claim.document in own}
    propositions = tuple(p for p in ledger.propositions if first & {*p.claims, *p.denied_by})
    ids = first.union(*((*p.claims, *p.denied_by) for p in propositions))
    claims = tuple(claim for claim in ledger.claims if claim.id in ids)
    return _narrowed(ledger, claims, propositions, own | {claim.document for claim in claims})


def _narrowed(
    ledger: Ledger, claims: tuple[Claim, ...], propositions: tuple[Proposition, ...], documents: set[str]
) -> Ledger:
    kept = {p.id for p in propositions}
    entities = tuple(
        replace(e, mentions=mentions)
        for e in ledger.entities
        if (mentions := tuple(m for m in e.mentions if m[0] in documents))
    )
    named, ids = {entity.id for entity in entities}, {claim.id for claim in claims}

    def within(listed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(document for document in listed if document in documents)

    return replace(
        ledger,
        documents=tuple(d for d in ledger.documents if d.id in documents),
        entities=entities,
        claims=claims,
        refused=(),
        stories=tuple(replace(s, documents=held) for s in ledger.stories if (held := within(s.documents))),
        lineages=tuple(_lineage(g, held) for g in ledger.lineages if (held := within(g.documents))),
        utterances=tuple(
            replace(u, documents=held, claims=tuple(c for c in u.claims if c in ids))
            for u in ledger.utterances
            if (held := within(u.documents))
        ),
        propositions=propositions,
        unresolved=tuple(u for u in ledger.unresolved if u.document in documents),
        hits=tuple(h for h in ledger.hits if h.entity in named),
        register_checks=tuple(c for c in ledger.register_checks if c.proposition in kept),
        regimes=tuple(r for r in ledger.regimes if r.proposition in kept),
    )


def _lineage(lineage: Lineage, documents: tuple[str, ...]) -> Lineage:
    links = tuple(link for link in lineage.links if {link.one, link.other} <= set(documents))
    return replace(lineage, documents=documents, links=links)
