"""What the data formats share: claims with their sources in words, text that every format can hold, zip files."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import IO
from urllib.parse import urlsplit

from counterclaim.exports.wording import SECTIONS, committed, figure, place_beside_roles, role_name, when
from counterclaim.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Factuality,
    Filler,
    Ledger,
    Proposition,
    RegisterVersion,
    Section,
    Status,
)

NOTICE = (
    "Each record says what a source claims, with the words that claim it. Nothing here was checked, and nothing here "
    "says that a claim is true or false."
)
COMMITMENTS = {
    Factuality.CERTAIN: "affirms",
    Factuality.PROBABLE: "affirms as probable",
    Factuality.POSSIBLE: "affirms as possible",
    Factuality.NOT_CERTAIN: "denies",
    Factuality.NOT_PROBABLE: "doubts",
    Factuality.NOT_POSSIBLE: "doubts",
    Factuality.UNDERSPECIFIED: "leaves open",
}
STANDINGS = {
    Status.CORROBORATED: "two or more independent origins affirm it, none here denies it",
    Status.SINGLE_SOURCE: "one origin affirms it, none here denies it",
    Status.CONTESTED: "affirmed and denied",
    Status.DENIED: "denied, affirmed by none here",
    Status.HEDGED_ONLY: "neither affirmed nor denied outright",
}
# What XML 1.0 cannot hold, control characters that databases refuse, and halves of characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CHUNK = 1 << 16
_VOICES = 30  # claims that one record quotes; each has a record of its own, too
_IN_MEMORY = 1 << 24  # bytes of a packed file that are kept in memory; larger ones go to a temporary file
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can name


def plain(text: str) -> str:
    """Text that every format can hold: a character that XML, databases or UTF-8 refuse becomes U+FFFD."""
    return _UNFIT.sub("\ufffd", text)


def packed(members: Iterable[tuple[str, Iterable[bytes]]], *, stored: bool = False) -> Iterator[bytes]:
    """A zip file of (name, content), in pieces; the same content gives the same bytes. ``stored`` packs nothing."""
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
            for name, content in members:
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = archive.compression
                entry.external_attr = 0o644 << 16
                with archive.open(entry, "w", force_zip64=True) as member:
                    for piece in content:
                        member.write(piece)
        file.seek(0)
        yield from pieces(file)


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """What is left of an open file, a piece at a time."""
    while piece := file.read(_CHUNK):
        yield piece


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Text as UTF-8, many lines a piece. Lone surrogates become U+FFFD."""
    held = io.StringIO()
    for line in lines:
        held.write(line)
        if held.tell() >= _CHUNK:
            yield _bytes(held.getvalue())
            held = io.StringIO()
    if held.tell():
        yield _bytes(held.getvalue())


def _bytes(text: str) -> bytes:
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()


class Told:
    """A ledger as the data formats tell it; ids that point to nothing are passed over."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.documents: Mapping[str, Document] = {document.id: document for document in ledger.documents}
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in ledger.entities}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in ledger.claims}
        self.propositions: Mapping[str, Proposition] = {p.id: p for p in ledger.propositions}
        self.versions: Mapping[str, RegisterVersion] = {version.label: version for version in ledger.registers}

    @cached_property
    def propositions_of(self) -> Mapping[str, Sequence[Proposition]]:
        """The propositions of each claim, those that it denies included."""
        found: dict[str, list[Proposition]] = {}
        for proposition in self.ledger.propositions:
            for claim in dict.fromkeys((*proposition.claims, *proposition.denied_by)):
                found.setdefault(claim, []).append(proposition)
        return found

    def held(self, proposition: Proposition) -> list[Claim]:
        """The claims of a proposition and those that deny it, once each."""
        ids = dict.fromkeys((*proposition.claims, *proposition.denied_by))
        return [self.claims[i] for i in ids if i in self.claims]

    def within(self, proposition: Proposition) -> list[str]:
        """The ids of the documents that a proposition's claims stand in."""
        return list(dict.fromkeys(c.document for c in self.held(proposition) if c.document in self.documents))

    def commitment(self, claim: Claim, proposition: Proposition | None = None) -> str:
        """What a claim does with what is claimed; a claim may deny a proposition without naming the event."""
        denies = proposition is not None and claim.id in proposition.denied_by
        return COMMITMENTS[Factuality.NOT_CERTAIN if denies else committed(claim)]

    def source(self, claim: Claim) -> str:
        """Who claims it: the named sources from the outermost to the nearest, or whose own voice it is."""
        if not claim.attribution:
            return own_voice(claim)
        named = [self.name(link) for link in claim.attribution if link.source is not None]
        return " → ".join(named) or "somebody who is not named"

    def name(self, link: Attribution) -> str:
        """A source in its own words, with the entity's name where they hold another ("the general (Ada Berg)")."""
        if link.source is None:
            return "(not named)"
        words = _line(link.source.text)
        entity = self.entities.get(link.source.entity or "")
        return words if entity is None or _line(entity.name) in words else f"{words} ({_line(entity.name)})"

    def attributed(self, claim: Claim, proposition: Proposition | None = None) -> str:
        """One sentence for a claim: who does what with it, in which words, and where these stand."""
        who = f"{self.source(claim)} {self.commitment(claim, proposition)} (factuality {claim.factuality.value})"
        return f"Claimed, not verified: {who}: “{_line(claim.evidence.text)}” [{self.where(claim)}]"

    def voices(self, proposition: Proposition) -> list[str]:
        """A sentence for each claim of a proposition, and for those that deny it; of very many only the first ones."""
        held = self.held(proposition)
        told = [self.attributed(claim, proposition) for claim in held[:_VOICES]]
        return [*told, f"and {len(held) - _VOICES:,} more claims"] if len(held) > _VOICES else told

    def where(self, claim: Claim) -> str:
        """Where the words of a claim stand: report, outlet, day, section, document, characters, claim."""
        document = self.documents.get(claim.document)
        report = titled(document) if document is not None else "unknown report"
        outlet = "" if document is None else ", ".join(filter(None, (document.outlet, document.published)))
        part = SECTIONS.get(claim.section)
        start, end = claim.evidence.span
        place = f"document {claim.document}, characters {start} to {end}, claim {claim.id}"
        return "; ".join(filter(None, (f"{report}, {_line(outlet)}" if outlet else report, part, place)))

    def roles(self, claim: Claim) -> str:
        """Who, whom and what of a claim, in one line."""
        told = [f"{role_name(role)}: {', '.join(self.filler(f) for f in fs)}" for role, fs in claim.roles.items()]
        told += [f"{kind}: {figure(q)}" for kind, q in (("how many", claim.quantity), ("worth", claim.value)) if q]
        if claim.time is not None:
            told.append(f"when: {when(claim.time) or _line(claim.time.text)}")
        place = place_beside_roles(claim)
        return "; ".join([*told, f"where: {place}"] if place else told)

    def filler(self, filler: Filler) -> str:
        """A filler's words, with the entity's name where they hold another."""
        words, entity = _line(filler.text), self.entities.get(filler.entity or "")
        return words if entity is None or _line(entity.name) in words else f"{words} ({_line(entity.name)})"

    def filling(self, proposition: Proposition, role: str) -> list[str]:
        """What stands in a role of a proposition: entity ids, or words that are shared."""
        return list(dict.fromkeys(v for key, values in proposition.roles if key == role for v in values if v))

    def called(self, value: str) -> str:
        """The name of an entity by its id; other words as they are."""
        entity = self.entities.get(value)
        return _line(value if entity is None else entity.name)

    def standing(self, proposition: Proposition) -> str:
        """The status of a proposition with what it means and how many origins it rests on."""
        origins = len(proposition.origins)
        return f"{proposition.status.value} ({STANDINGS[proposition.status]}; origins: {origins})"


def own_voice(claim: Claim) -> str:
    """Who speaks where nobody is named."""
    return "the report itself" if claim.section is Section.BODY else f"the report itself ({claim.section.value})"


def day(text: str | None) -> str | None:
    """An ISO day, or None for what is none: formats with typed dates refuse the rest."""
    try:
        return date.fromisoformat((text or "")[:10]).isoformat()
    except ValueError:
        return None


def address(document: Document) -> str | None:
    """Where on the web a report was found, if it was and the address is one that every reader takes."""
    if not re.fullmatch(r"https?://[!#-;=?-Z_a-z~]{1,2000}", document.path):
        return None
    try:
        return document.path if urlsplit(document.path).hostname else None
    except ValueError:
        return None


def titled(document: Document) -> str:
    """A document's title, or the last part of where it was found."""
    return _line(document.title or document.path.rstrip("/").rpartition("/")[2] or document.path) or document.id


def _line(text: str) -> str:
    return " ".join(plain(text).split())


__all__ = [
    "COMMITMENTS",
    "NOTICE",
    "STANDINGS",
    "Told",
    "address",
    "day",
    "encoded",
    "own_voice",
    "packed",
    "pieces",
    "plain",
    "titled",
]
