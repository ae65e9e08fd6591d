"""Documents for the tests of entities. Names stand in brackets with their types, as in the training sentences."""

import re

from counterclaim.entities.group import group
from counterclaim.records import (
    Attribution,
    Claim,
    Document,
    Entity,
    Factuality,
    Filler,
    Name,
    NamedSentence,
    Parse,
    Section,
    Sentence,
    Span,
    Stance,
    digest,
)
from counterclaim.text.words import words

Read = tuple[Document, list[NamedSentence]]


def read(*lines: str) -> Read:
    """A document of one sentence a line, with its marked names."""
    raw, parses = "", []
    for line in lines:
        start, marks = len(raw), []
        for kind, name, plain in re.findall(r"\[([A-Z]+) ([^\]]*)\]|([^\[]+)", line):
            if kind:
                marks.append((kind, Span(len(raw), len(raw) + len(name))))
            raw += name or plain
        spans = tuple(words(raw, start=start))
        names = tuple(
            Name(kind, min(inside), max(inside) + 1)
            for kind, mark in marks
            if (inside := [i for i, span in enumerate(spans) if mark.covers(span)])
        )
        none = ("",) * len(spans)
        parses.append(Parse(Sentence(Span(start, len(raw)), spans), none, none, (0,) * len(spans), none, (), names))
        raw += "\n"
    return Document("report.txt", raw, digest(raw)), [parse.named(raw) for parse in parses]


def entities(*documents: Read) -> dict[str, Entity]:
    """The entities of documents, by name."""
    found, _, _ = group(documents, ())
    assert len({e.id for e in found}) == len(found)
    return {e.name: e for e in found}


def joined(*documents: Read) -> list[set[str]]:
    """The names of the entities that have several, without those of the lexicon's making."""
    said = {m.text for _, sentences in documents for s in sentences for m in s.mentions}
    names = [{e.name, *e.aliases} & said for e in entities(*documents).values()]
    return [found for found in names if len(found) > 1]


def left(*documents: Read) -> list[tuple[str, set[str], str]]:
    """The names left open: text, the candidates' names, reason."""
    found, _, opened = group(documents, ())
    names = {e.id: e.name for e in found}
    return [(o.text, {names[c] for c in o.candidates}, o.reason) for o in opened]


def at(document: Document, text: str) -> Filler:
    """A filler where a text first stands."""
    start = document.text.index(text)
    return Filler(text, Span(start, start + len(text)))


def claim(
    document: Document,
    supplier: str,
    *,
    sources: tuple[str, ...] = (),
    place: str | None = None,
    role: str = "supplier",
) -> Claim:
    """A claim with one filler, by default who supplied."""
    said = tuple(Attribution(at(document, s), at(document, supplier), Stance.ASSERT) for s in sources)
    return Claim(
        document.id,
        "transfer",
        "sale",
        {role: (at(document, supplier),)},
        said,
        Factuality.CERTAIN,
        None,
        None if place is None else at(document, place),
        at(document, supplier),
        at(document, supplier),
        "transfer/sell.01",
        Section.BODY,
    )


def linked(document: Read, *claims: Claim) -> list[str | None]:
    """The names of the entities that claims' fillers are linked to."""
    found, grouped, _ = group([document], claims)
    names: dict[str | None, str | None] = {e.id: e.name for e in found} | {None: None}
    return [names[filler.entity] for c in grouped for fillers in c.roles.values() for filler in fillers]
