"""Ledgers that the tests of the exports write: with every table filled, and with hostile words in every text."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace

from counterclaim.records import (
    Claim,
    Entity,
    Filler,
    Ledger,
    Lineage,
    OriginKind,
    Proposition,
    Refusal,
    RegisterCheck,
    Story,
    Utterance,
)
from tests.exports.register_samples import registered
from tests.exports.samples import collection

# What formats trip over: control characters, half characters, ends of CDATA and tags, formulas, changes of direction.
HOSTILE = (
    "\x00\x01\x08\x1b[31m",
    "half \ud800 character",
    "]]> <!-- </data> &amp; &#0; <script>",
    '"quoted", and\r\n; \t tabbed',
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "@SUM(A1)",
    "\u202egnidaer\u202c \u200f\u2066x",
    "\ufffe\uffff\ufdd0",
    "علی رضایی \u200c متحدہ",
    "x" * 70_000,
    "",
    "   ",
)
FULL_STORY = "s:0000000000000001"


def full() -> Ledger:
    """The invented collection and the invented registers in one ledger, with stories and a refused input."""
    one, other = collection(), registered()
    documents = (*one.documents, *other.documents)
    stories = (
        Story(FULL_STORY, "Tanks for Ostria", tuple(d.id for d in one.documents)),
        Story("s:0000000000000002", "Nine on a list", tuple(d.id for d in other.documents)),
    )
    # The two samples number their propositions alike.
    moved = {p.id: f"p:{number:016x}" for number, p in enumerate(other.propositions, start=100)}
    known = {e.id for e in one.entities}
    return replace(
        one,
        documents=documents,
        entities=(*one.entities, *(e for e in other.entities if e.id not in known)),
        claims=(*one.claims, *other.claims),
        refused=(Refusal("bad.pdf", "no text", "scan it with a text layer"),),
        stories=stories,
        lineages=(
            *one.lineages,
            *(Lineage(f"l:{d.id}", OriginKind.DOCUMENT, d.path, (d.id,)) for d in other.documents),
        ),
        propositions=(*one.propositions, *(replace(p, id=moved[p.id]) for p in other.propositions)),
        registers=other.registers,
        hits=other.hits,
        register_checks=tuple(replace(c, proposition=moved[c.proposition]) for c in other.register_checks),
        regimes=tuple(replace(r, proposition=moved[r.proposition]) for r in other.regimes),
    )


def hostile(text: str) -> Ledger:
    """The full ledger with ``text`` before every word that a report, a name or a register brings in."""
    ledger = full()
    return replace(
        ledger,
        documents=tuple(
            replace(d, path=text + d.path, title=text, outlet=text, byline=text, credits=(text,))
            for d in ledger.documents
        ),
        entities=tuple(_entity(e, text) for e in ledger.entities),
        claims=tuple(_claim(c, text) for c in ledger.claims),
        refused=tuple(Refusal(text, text, text) for _ in ledger.refused),
        stories=tuple(replace(s, title=text) for s in ledger.stories),
        lineages=tuple(replace(g, label=text) for g in ledger.lineages),
        utterances=tuple(_utterance(u, text) for u in ledger.utterances),
        propositions=tuple(_proposition(p, text) for p in ledger.propositions),
        registers=tuple(replace(v, publisher=text) for v in ledger.registers),
        hits=tuple(replace(h, name=text + h.name, listed=text) for h in ledger.hits),
        register_checks=tuple(_check(c, text) for c in ledger.register_checks),
        regimes=tuple(replace(r, name=text, basis=(text,), note=text, sources=(text,)) for r in ledger.regimes),
    )


def _filler(filler: Filler, text: str) -> Filler:
    return replace(filler, text=text + filler.text)


def _entity(entity: Entity, text: str) -> Entity:
    return replace(entity, name=text + entity.name, aliases=(text,))


def _claim(claim: Claim, text: str) -> Claim:
    """Its frame, rule and spans stay, so that its id does."""
    return replace(
        claim,
        roles={role: tuple(_filler(f, text) for f in fillers) for role, fillers in claim.roles.items()},
        attribution=tuple(
            replace(link, source=None if link.source is None else _filler(link.source, text))
            for link in claim.attribution
        ),
        evidence=_filler(claim.evidence, text),
        quantity=None if claim.quantity is None else replace(claim.quantity, unit=text, text=text),
        time=None if claim.time is None else replace(claim.time, start=text, text=text),
    )


def _utterance(utterance: Utterance, text: str) -> Utterance:
    return replace(utterance, label=text, reason=text)


def _proposition(proposition: Proposition, text: str) -> Proposition:
    origins = tuple(replace(o, label=text + o.label) for o in proposition.origins)
    return replace(proposition, summary=text + proposition.summary, origins=origins, reasons=(text,))


def _check(check: RegisterCheck, text: str) -> RegisterCheck:
    targets = tuple(replace(t, target=text + t.target, name=text, note=text) for t in check.targets)
    return replace(check, targets=targets, dated=text, note=text)


def whole(pieces: Iterable[bytes]) -> bytes:
    """An export in one piece."""
    return b"".join(pieces)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a zip file, whose sums are checked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}
