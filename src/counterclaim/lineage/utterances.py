"""Utterances: what one speaker said on one occasion, quoted by several documents. Together they are one origin.

Sayings of one speaker in two documents are compared by features that a person can recount: the same words, the same
content in other words (two outlets translate one interview), the same medium and outlet, the same day. How much is
needed depends on how near in time the documents are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from counterclaim.lineage.candidates import pairs
from counterclaim.lineage.grouping import grouped
from counterclaim.lineage.occasions import Occasions, Pair
from counterclaim.lineage.sayings import Saying, sayings
from counterclaim.lineage.sources import stories_of
from counterclaim.records import Claim, Document, Entity, Story, Utterance, content_id

_PERSON = "PER"
_NEIGHBOURS = 12  # sayings of one speaker, the next in time, that each is compared with


def utterances(
    claims: Sequence[Claim], documents: Sequence[Document], entities: Sequence[Entity], stories: Sequence[Story] = ()
) -> tuple[Utterance, ...]:
    """The utterances that two or more documents quote, in order of their ids.

    ``claims`` have sources linked to ``entities``; those under other reports' headlines are left out. A claim rests on
    one utterance at most: where two speakers of its chain are quoted elsewhere, on that of the nearest. The result does
    not depend on the order of what is given. Linear in the number of claims.
    """
    said = sayings(claims, {d.id: d for d in documents}, entities)
    people = frozenset(e.id for e in entities if e.type == _PERSON)
    by_story = stories_of(stories)
    # Speaker by speaker, since words are compared in forms that would fill the memory for a whole collection.
    quoted = [
        found
        for _, own in groupby(said, key=_speaker)
        for found in _quoted(tuple(own), lambda held: Occasions(held, by_story, people))
    ]
    resting = _resting([members for members, _ in quoted])
    names = {e.id: e.name for e in entities}
    found = [
        _utterance(members, kept, names, reasons)
        for (members, reasons), kept in zip(quoted, resting, strict=True)
        if len(kept) > 1
    ]
    return tuple(sorted(found, key=lambda utterance: utterance.id))


def _quoted(
    said: Sequence[Saying], compare: Callable[[Sequence[Saying]], Occasions]
) -> Iterator[tuple[list[Saying], Sequence[str]]]:
    """What one speaker said on each occasion that two or more documents quote, with the reasons."""
    if len({saying.document for saying in said}) < 2:
        return
    occasions = compare(said)
    likely = [pair for pair in _compared(occasions, len(said)) if occasions.one_occasion(*pair)]
    likely.sort(key=lambda pair: (-occasions.likeness(*pair).points, pair))
    groups, used = grouped(range(len(said)), likely, occasions.may_be_one)
    told = {number: occasions.likeness(*pair).reasons for pair in reversed(used) for number in pair}
    for group in groups:
        if len({said[n].document for n in group}) > 1:
            yield [said[n] for n in group], next(told[n] for n in group if n in told)


def _compared(occasions: Occasions, count: int) -> set[Pair]:
    """Pairs of one speaker's sayings worth comparing: each with the next in time, and those that share passages."""
    found = set()
    numbers = sorted(range(count), key=lambda n: (occasions.day(n), n))
    for place, one in enumerate(numbers):
        found |= {(min(one, n), max(one, n)) for n in numbers[place + 1 : place + 1 + _NEIGHBOURS]}
    if count > _NEIGHBOURS + 1:
        found.update(pairs(occasions.texts, [occasions.day(n) for n in range(count)]))
    return found


def _speaker(saying: Saying) -> str:
    return saying.speaker


def _resting(groups: Sequence[Sequence[Saying]]) -> list[dict[str, set[str]]]:
    """For each group the claims that rest on it, by document: a claim rests on its nearest speaker who is in one."""
    nearest: dict[str, tuple[int, int]] = {}
    for number, group in enumerate(groups):
        for claim, nearer in (entry for saying in group for entry in saying.claims):
            nearest[claim] = min(nearest.get(claim, (nearer, number)), (nearer, number))
    resting: list[dict[str, set[str]]] = [{} for _ in groups]
    for number, group in enumerate(groups):
        for saying in group:
            kept = {claim for claim, _ in saying.claims if nearest[claim][1] == number}
            if kept:
                resting[number].setdefault(saying.document, set()).update(kept)
    return resting


def _utterance(
    members: Sequence[Saying], resting: Mapping[str, set[str]], names: Mapping[str, str], reasons: Sequence[str]
) -> Utterance:
    speaker = members[0].speaker
    claims = tuple(sorted(set().union(*resting.values())))
    name = names.get(speaker, speaker)
    media = sorted(set[str]().union(*(m.media for m in members)))
    outlets = {full: form for m in reversed(members) for full, form in m.outlets.items()}
    label = name + "".join(f", {medium}" for medium in media if len(media) == 1)
    label += "".join(f" with {form}" for form in outlets.values() if len(outlets) == 1)
    days = sorted({date.fromordinal(m.day).isoformat() for m in members if m.day is not None})
    label += "".join(f", {day}" for day in days if len(days) == 1)
    identity = content_id("u", "|".join((speaker, *claims)))
    reason = f"{len(resting)} documents quote {name}: {'; '.join(reasons)}"
    return Utterance(identity, speaker, label, tuple(sorted(resting)), claims, reason)
