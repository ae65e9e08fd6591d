"""Claims as rows of event data, PLOVER's or CAMEO's: one row a claim and pair of actors, tab-separated.

Event data sets state what happened; a ledger does not. So the code of what is claimed stands in ``claimed_event``, and
``event`` is filled only where the nearest source affirms it, if only as probable or possible. A CAMEO row of a denial
has its own code (016, deny responsibility) with the one who denies as its source. Claims of frames without codes
(production, statement), of stages that a codebook does not have, and claims without any actor have no row.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.exports.csv_tables import guarded
from counterclaim.exports.event_codes import ActorCode, Coding, actor_code, event_codes
from counterclaim.exports.told import Told, day, encoded, plain
from counterclaim.records import Claim, Document, Factuality, Filler, Ledger, Section

_AFFIRMED = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE})
_DENIED = frozenset({Factuality.NOT_CERTAIN, Factuality.NOT_PROBABLE, Factuality.NOT_POSSIBLE})
_DENIES = "016"  # CAMEO: deny responsibility
_NOBODY = "---"  # what both codebooks write where an actor has no code
_MOST = 20  # actors of one role
_SPACES = re.compile(r"[\s\x85\u2028\u2029]+")
_SHARED = (
    "source_name target_name claimed_by commitment factuality status origins evidence document outlet published "
    "section evidence_start evidence_end claim proposition date_from"
).split()


@dataclass(frozen=True, slots=True)
class Happening:
    """A claim as event data has it: who does what to whom; either may be unknown, not both."""

    claim: Claim
    coding: Coding
    source: Filler | None
    target: Filler | None


def to_plover(ledger: Ledger) -> Iterator[bytes]:
    """Rows with PLOVER's types, modes and contexts, in pieces."""
    head = (
        "date source_country source_sector event mode context target_country target_sector claimed_event claimed_mode"
    )
    return encoded(_lines(Told(ledger), [*head.split(), *_SHARED], _plover))


def to_cameo(ledger: Ledger) -> Iterator[bytes]:
    """Rows with CAMEO's codes, in pieces; the first five columns are those of the KEDS and TABARI programs."""
    head = "date source target event claimed_event"
    return encoded(_lines(Told(ledger), [*head.split(), *_SHARED], _cameo))


def _lines(told: Told, head: Sequence[str], code: Callable[[Told, Happening], Sequence[str] | None]) -> Iterator[str]:
    yield _line(head)
    for happening in _happenings(told):
        cells = code(told, happening)
        if cells is not None:
            yield _line([_date(told, happening.claim)[0], *cells, *map(_words, _told(told, happening))])


def _line(cells: Iterable[str]) -> str:
    return "\t".join(cells) + "\n"


def _words(text: str) -> str:
    """Text as a cell: without tabs and line ends, and no formula."""
    return guarded(_SPACES.sub(" ", plain(text)).strip())


def _happenings(told: Told) -> Iterator[Happening]:
    codings = event_codes().codings
    for claim in told.claims.values():
        coding = codings.get((claim.frame, claim.stage or ""))
        # A related headline belongs to another article.
        if coding is not None and claim.section is not Section.RELATED:
            for source, target in _pairs(claim, coding):
                yield Happening(claim, coding, source, target)


def _pairs(claim: Claim, coding: Coding) -> Iterator[tuple[Filler | None, Filler | None]]:
    left = claim.roles.get(coding.acts, ())[:_MOST]
    if coding.acts == coding.bears:
        yield from ((one, other) for i, one in enumerate(left) for other in left[i + 1 :])
        if len(left) == 1:
            yield left[0], None
        return
    right = claim.roles.get(coding.bears, ())[:_MOST]
    if left or right:
        yield from ((one, other) for one in left or (None,) for other in right or (None,))


def _plover(told: Told, happening: Happening) -> Sequence[str] | None:
    coding = happening.coding
    if coding.plover is None:
        return None
    source, target = _code(told, happening.source), _code(told, happening.target)
    affirmed = happening.claim.factuality in _AFFIRMED
    event = [coding.plover, coding.mode or "", coding.context or ""] if affirmed else ["", "", ""]
    ends = [source.country, source.sector, *event, target.country, target.sector]
    return [*ends, coding.plover, coding.mode or ""]


def _cameo(told: Told, happening: Happening) -> Sequence[str] | None:
    coding, claim = happening.coding, happening.claim
    if coding.cameo is None:
        return None
    source, target = (_code(told, end).code or _NOBODY for end in (happening.source, happening.target))
    if claim.factuality in _AFFIRMED:
        return [source, target, coding.cameo, coding.cameo]
    if claim.factuality not in _DENIED:
        return [source, target, "", coding.cameo]
    denier = claim.attribution[-1].source if claim.attribution else None
    return [_code(told, denier).code or _NOBODY, _NOBODY, _DENIES if denier else "", coding.cameo]


def _code(told: Told, filler: Filler | None) -> ActorCode:
    """The codes of the entity that a filler names, or of its own words ("the Pentagon")."""
    if filler is None:
        return ActorCode()
    own = actor_code(plain(filler.text))
    entity = told.entities.get(filler.entity or "")
    return own if own.code or entity is None else actor_code(plain(entity.name))


def _told(told: Told, happening: Happening) -> list[str]:
    claim = happening.claim
    document = told.documents.get(claim.document)
    owners = told.propositions_of.get(claim.id, ())
    start, end = claim.evidence.span
    return [
        *(told.filler(filler) if filler else "" for filler in (happening.source, happening.target)),
        told.source(claim),
        told.commitment(claim),
        claim.factuality.value,
        " ".join(dict.fromkeys(p.status.value for p in owners)),
        " ".join(str(len(p.origins)) for p in owners),
        claim.evidence.text,
        claim.document,
        (document.outlet if document else None) or "",
        (document.published if document else None) or "",
        claim.section.value,
        str(start),
        str(end),
        claim.id,
        " ".join(p.id for p in owners),
        _date(told, claim)[1],
    ]


def _date(told: Told, claim: Claim) -> tuple[str, str]:
    """The first day of what is claimed, or else of the report, and which of them it is."""
    claimed = day(claim.time.start) if claim.time is not None else None
    if claimed is not None:
        return claimed, "claim"
    document: Document | None = told.documents.get(claim.document)
    published = day(document.published) if document is not None else None
    return (published, "report") if published is not None else ("", "unknown")
