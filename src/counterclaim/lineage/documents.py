"""Lineage: which documents come from one origin: copies, parts and rewrites of one text, one agency's reports."""

from collections.abc import Sequence

from counterclaim.lineage.evidence import Evidence
from counterclaim.lineage.grouping import grouped
from counterclaim.lineage.sources import agency_of, own_name, stories_of
from counterclaim.records import Document, Lineage, LineageLink, OriginKind, Story, content_id


def lineages(documents: Sequence[Document], stories: Sequence[Story] = ()) -> tuple[Lineage, ...]:
    """The origins of documents: each document stands in one lineage, alone or with those that come from where it comes.

    ``stories`` tell what reports the same event; they need not hold every document. A document that is given twice
    counts once. Linear in the number of documents and in their length. Lineages come in the order of their first
    documents; besides this the result does not depend on the order of ``documents``.
    """
    unique = {d.id: d for d in reversed(documents)}
    order = {identity: n for n, identity in enumerate(dict.fromkeys(d.id for d in documents))}
    sorted_documents = [unique[identity] for identity in sorted(unique)]
    found = [_lineage(members, links) for members, links in _origins(sorted_documents, stories)]
    return tuple(sorted(found, key=lambda lineage: min(order[d] for d in lineage.documents)))


def _origins(documents: Sequence[Document], stories: Sequence[Story]) -> list[tuple[list[Document], list[LineageLink]]]:
    """The documents of each origin, the most complete text first, with the links that hold them together."""
    evidence = Evidence(documents, stories_of(stories))
    candidates = evidence.text_pairs() + evidence.credit_pairs()
    groups, used = grouped(evidence.ranked(), candidates, evidence.holds)
    links: dict[int, list[LineageLink]] = {}
    for one, other in used:
        links.setdefault(one, []).append(evidence.link(one, other))
    origins = []
    for group in groups:
        copies = [n for leader in group for n in evidence.copies[leader]]
        held = [link for leader in group for link in links.get(leader, ())]
        held += [evidence.copy_link(leader, n) for leader in group for n in evidence.copies[leader] if n != leader]
        origins.append(([documents[n] for n in copies], held))
    return origins


def _lineage(members: Sequence[Document], links: Sequence[LineageLink]) -> Lineage:
    ids = tuple(sorted(d.id for d in members))
    identity = content_id("l", "|".join(ids))
    held = tuple(sorted(links, key=lambda link: (link.one, link.other)))
    if len(members) == 1:
        return Lineage(identity, OriginKind.DOCUMENT, own_name(members[0]), ids)
    agency = agency_of(members)
    if agency is not None:
        return Lineage(identity, OriginKind.AGENCY, agency, ids, held)
    return Lineage(identity, OriginKind.COPY, own_name(members[0]), ids, held)
