"""Mentions to entities, in a first form: one entity a name, states under all their names and adjectives.

Names that are spelled alike are one entity whatever their case; nothing is merged on a guess.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.entities.pronouns import Page, name_pronouns
from counterclaim.entities.speakers import name_speakers
from counterclaim.lexicon.tables import Lexicon, lexicon
from counterclaim.records import Attribution, Claim, Document, Entity, Filler, NamedSentence, Span

_STATE_TYPES = frozenset({"GPE", "NORP"})


def group(
    documents: Sequence[tuple[Document, Sequence[NamedSentence]]], claims: Iterable[Claim]
) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """The entities that documents' named mentions make, and the claims with their fillers linked to them."""
    table = lexicon()
    names: dict[str, dict[str, int]] = {}
    types: dict[str, str] = {}
    mentions: dict[str, list[tuple[str, Span]]] = {}
    at: dict[str, list[tuple[Span, str]]] = {}
    for document, sentences in documents:
        short = _short_names(sentences)
        for mention in (m for sentence in sentences for m in sentence.mentions):
            whole = short.get(mention.text.casefold())
            key, kind, shown = _identity(whole or mention.text, "PER" if whole else mention.type, table)
            counts = names.setdefault(key, {})
            counts[shown] = counts.get(shown, 0) + 1
            counts.setdefault(mention.text, 0)
            types.setdefault(key, kind)
            mentions.setdefault(key, []).append((document.id, mention.span))
            at.setdefault(document.id, []).append((mention.span, key))
    entities = tuple(_entity(key, types[key], counts, mentions[key]) for key, counts in names.items())
    ids = {key: entity.id for key, entity in zip(names, entities, strict=True)}
    linked = tuple(_link(claim, at.get(claim.document, ()), ids) for claim in claims)
    spoken = name_speakers(linked, frozenset(e.id for e in entities if e.type == "PER"))
    pages = {
        document.id: Page(sentences, {span: ids[key] for span, key in at.get(document.id, ())})
        for document, sentences in documents
    }
    return entities, name_pronouns(spoken, pages, {e.id: e.type for e in entities})


def _short_names(sentences: Sequence[NamedSentence]) -> dict[str, str]:
    """Family names that stand for one full name of the same document ("Brandt" after "Ole Brandt"), case folded.

    A last word that two full names share stands for neither.
    """
    found: dict[str, set[str]] = {}
    for mention in (m for sentence in sentences for m in sentence.mentions):
        words = mention.text.split()
        if mention.type == "PER" and len(words) > 1:
            found.setdefault(words[-1].casefold(), set()).add(mention.text)
    return {last: next(iter(names)) for last, names in found.items() if len({n.casefold() for n in names}) == 1}


def _identity(text: str, kind: str, table: Lexicon) -> tuple[str, str, str]:
    """(key, type, name to show) of a mention."""
    bare = text.removeprefix("the ").removeprefix("The ")
    state = table.states.get(bare)
    if state is not None and kind in _STATE_TYPES | {"ORG", "LOC"}:
        return f"state:{state.name}", "ORG" if state.type == "bloc" else "GPE", state.name
    return f"{kind}:{bare.casefold()}", kind, bare


def _entity(key: str, kind: str, names: dict[str, int], mentions: list[tuple[str, Span]]) -> Entity:
    name = max(names, key=lambda n: (names[n], len(n)))
    identity = "e:" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Entity(identity, kind, name, tuple(n for n in names if n != name), tuple(mentions))


def _start(mention: tuple[Span, str]) -> int:
    return mention[0].start


def _link(claim: Claim, at: Sequence[tuple[Span, str]], ids: dict[str, str]) -> Claim:
    def linked(filler: Filler | None) -> Filler | None:
        if filler is None:
            return None
        # Names stand in the order of the text; only those that begin inside the phrase are looked at.
        first = bisect_left(at, filler.span.start, key=_start)
        last = bisect_left(at, filler.span.end, lo=first, key=_start)
        inside = [(span, key) for span, key in at[first:last] if filler.span.covers(span)]
        # The phrase's last name is its head in English: "the Iranian company Paya" is the company.
        return replace(filler, entity=ids[max(inside)[1]]) if inside else filler

    def filled(filler: Filler) -> Filler:
        return linked(filler) or filler

    def attributed(attribution: Attribution) -> Attribution:
        return replace(attribution, source=linked(attribution.source))

    return replace(
        claim,
        roles={role: tuple(filled(f) for f in fillers) for role, fillers in claim.roles.items()},
        attribution=tuple(attributed(a) for a in claim.attribution),
        place=linked(claim.place),
    )
