"""Items of a case as lines of text, for terminals of any width."""

import shutil
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from counterclaim.exports.wording import (
    clean,
    counted,
    figure,
    label,
    place_beside_roles,
    plain_figure,
    role_name,
    source_chain,
    verdict,
    when,
)
from counterclaim.ingest.identify import language_name
from counterclaim.records import Claim, Document, Entity, EntityMerge, Proposition, Refusal

if TYPE_CHECKING:
    from counterclaim.store.store import Store
    from counterclaim.store.values import Correction, Run, Standing

_MOST_ALIASES = 8
_WIDEST = 120  # columns: longer lines are hard to read


def head(identity: str, *parts: str | None) -> str:
    """The first line of an item: its id, and what else there is to say, in order of importance."""
    said = "  ".join(clean(part) for part in parts if part)
    return f"{click.style(identity, fg='cyan')}  {click.style(said, bold=True)}"


def body(text: str, *, indent: int = 4) -> str:
    """Text set in under its head, in lines that fit."""
    width = max(40, min(shutil.get_terminal_size().columns - 1, _WIDEST))
    margin = " " * indent
    lines = textwrap.wrap(clean(text), width, initial_indent=margin, subsequent_indent=margin)
    return "\n".join(lines)


def block(first: str, *texts: str) -> str:
    """An item: its head, and what is set in under it."""
    return "\n".join([first, *(body(text) for text in texts if text)])


def claim_block(claim: Claim, document: Document | None) -> str:
    """A claim: whose it is, what it says, and where it stands."""
    return block(
        head(claim.id, label(claim)),
        f"{source_chain(claim)} {verdict(claim)}: {told(claim)}",
        place_of(document),
    )


def told(claim: Claim) -> str:
    """What a claim says, in its own words."""
    if claim.frame == "statement":
        return clean(claim.evidence.text)
    parts = [f"{role_name(role)}: {', '.join(f.text for f in fillers)}" for role, fillers in claim.roles.items()]
    shown = " ".join(parts)
    for name, quantity in (("how many", claim.quantity), ("worth", claim.value)):
        if quantity is not None and quantity.text not in shown:
            parts.append(f"{name}: {quantity.text} ({figure(quantity)})")
    if claim.time is not None:
        days = when(claim.time)
        parts.append(f"when: {claim.time.text}" + (f" ({days})" if days and days != claim.time.text else ""))
    if place_beside_roles(claim):
        parts.append(f"where: {place_beside_roles(claim)}")
    return f"“{claim.trigger.text}”  " + "; ".join(parts)


def place_of(document: Document | None) -> str:
    """Where a claim or a mention stands: outlet, day and place of a document."""
    if document is None:
        return ""
    return ", ".join(part for part in (document.outlet, document.published, document.path) if part)


def proposition_block(proposition: Proposition) -> str:
    """A proposition: how it stands, what it says, by which origins, with which figures."""
    figures = list(dict.fromkeys(plain_figure(f) for f in proposition.figures))
    clash = ", which cannot all hold" if proposition.figure_conflict else ""
    denied = f"denied in {counted(len(proposition.denied_by), 'claim')}" if proposition.denied_by else ""
    origins = counted(len(proposition.origins), "origin")
    said = "; ".join(clean(origin.label) for origin in proposition.origins[:4])
    return block(
        head(proposition.id, proposition.status.value, _event(proposition)),
        proposition.summary,
        f"{origins}: {said}" + (" …" if len(proposition.origins) > 4 else ""),
        "; ".join(part for part in (" / ".join(figures) + clash if figures else "", denied) if part),
    )


def _event(proposition: Proposition) -> str:
    stage = proposition.stage
    return proposition.frame if stage in {None, proposition.frame} else f"{proposition.frame}: {stage}"


def entity_block(entity: Entity) -> str:
    """An entity: its type and name, its other names, how often and where it is mentioned."""
    others = [name for name in entity.aliases if name != entity.name]
    more = " …" if len(others) > _MOST_ALIASES else ""
    documents = len({document for document, _ in entity.mentions})
    return block(
        head(entity.id, entity.name, entity.type),
        f"{counted(len(entity.mentions), 'mention')} in {counted(documents, 'document')}",
        f"also: {'; '.join(others[:_MOST_ALIASES])}{more}" if others else "",
    )


def document_block(standing: "Standing") -> str:
    """A document: its title, where it is from, and whether it has been read."""
    document = standing.document
    state = counted(standing.claims, "claim") if standing.read else "not read"
    if not standing.read and document.language != "en":
        state += f": it looks like {language_name(document.language)}"
    return block(head(document.id, state), document.title or "", place_of(document))


def refusal_block(refusal: Refusal) -> str:
    """An input that was not read, and why."""
    advice = f" ({clean(refusal.advice)})" if refusal.advice else ""
    return f"{clean(refusal.path)}: {clean(refusal.reason)}{advice}"


def run_block(run: "Run") -> str:
    """A run: when it was, and how much it found."""
    return block(
        head(run.id, f"{minute(run.at)} UTC", f"extractor {run.extractor}"),
        f"{counted(run.documents, 'document')}, {counted(run.claims, 'claim')}, "
        f"{counted(run.propositions, 'proposition')}, {counted(run.hits, 'register hit')}",
    )


def listed(blocks: Iterable[str], note: str) -> str:
    """Items one under the other, and a last line."""
    return "\n\n".join([*blocks, note]) + "\n"


def claims_text(claims: Sequence[Claim], documents: Mapping[str, Document]) -> list[str]:
    """Claims with the documents that they stand in."""
    return [claim_block(claim, documents.get(claim.document)) for claim in claims]


def documents_of(store: "Store", claims: Iterable[Claim]) -> dict[str, Document]:
    """The documents that claims stand in, by their ids, without texts."""
    wanted = sorted({claim.document for claim in claims})
    return {standing.document.id: standing.document for standing in store.standings(wanted)}


def minute(at: str) -> str:
    """A time to the minute, as people read it."""
    return at[:16].replace("T", " ")


def correction_said(correction: "Correction") -> str:
    """What a correction does."""
    of = correction.entities
    if of is None:
        return f"{correction.action.value} {correction.replaces}"
    entity = f"{of.entity.id} ({clean(of.entity.name)})"
    if isinstance(of, EntityMerge):
        return f"merge {of.other.id} ({clean(of.other.name)}) into {entity}"
    within = f" in {of.document}" if of.document else ""
    return f"split “{clean(of.split_name)}”{within} from {entity}"


def correction_block(record: "Correction") -> str:
    """A correction: what it does to which entry, who says so, when and why."""
    first = head(record.id, correction_said(record))
    new = claim_block(record.claim, None) if record.claim else ""
    return "\n".join(
        part for part in (block(first, f"{record.by}, {minute(record.at)} UTC: {record.why}"), new) if part
    )
