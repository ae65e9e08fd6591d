"""Speakers named once and then "he", "she" or "the general": each such source is the last person who spoke before.

Only people who are themselves sources are candidates, so that somebody merely mentioned is never made a speaker. Where
nobody fits, the source stays as it is written, without an entity.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Attribution, Claim, Filler

_PRONOUNS = frozenset({"he", "she"})
_REACH = 2500  # characters; a speaker named further back is no longer the one meant


@dataclass(frozen=True, slots=True)
class _Speaker:
    at: int
    words: frozenset[str]
    entity: str


def name_speakers(claims: Sequence[Claim], people: frozenset[str]) -> tuple[Claim, ...]:
    """Give pronouns and descriptions in source position the entity of the speaker they take up.

    ``claims`` are linked claims; ``people`` are the ids of entities that are persons.
    """
    resolved: dict[tuple[str, int, int], str] = {}
    by_document: dict[str, list[Filler]] = {}
    for claim in claims:
        sources = [a.source for a in claim.attribution if a.source is not None]
        by_document.setdefault(claim.document, []).extend(sources)
    for document, sources in by_document.items():
        spoken: list[_Speaker] = []
        for source in sorted(set(sources), key=lambda s: s.span):
            if source.entity in people and source.entity is not None:
                spoken.append(_Speaker(source.span.start, _words(source.text), source.entity))
            elif source.entity is None:
                speaker = _meant(source, spoken)
                if speaker is not None:
                    resolved[document, *source.span] = speaker.entity
    return tuple(_with(claim, resolved) for claim in claims)


def _meant(source: Filler, spoken: Sequence[_Speaker]) -> _Speaker | None:
    near = [s for s in spoken if source.span.start - s.at <= _REACH]
    if not near:
        return None
    if source.text.lower() in _PRONOUNS:
        return near[-1]
    # "the general" is whoever was called general when he first spoke.
    head = source.text.split()[-1].lower()
    fitting = {s.entity: s for s in near if head in s.words}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,-").lower() for part in text.split() for word in (part, *part.split("-")))


def _with(claim: Claim, resolved: dict[tuple[str, int, int], str]) -> Claim:
    def named(attribution: Attribution) -> Attribution:
        source = attribution.source
        if source is None:
            return attribution
        entity = resolved.get((claim.document, *source.span))
        return attribution if entity is None else replace(attribution, source=replace(source, entity=entity))

    return replace(claim, attribution=tuple(named(a) for a in claim.attribution))
