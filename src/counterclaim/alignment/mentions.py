"""Event mentions of many documents into events: which triggers tell of one happening.

For happenings beyond the lexicon's frames. Mentions meet within a story only, and there under blocking keys only (a
stem, a row of synonyms or a kind of the trigger), so that the work grows with the mentions and not with their square.
Each pair under a key gets a score that is a sum of named features (mention_features.py); clusters join by average
score, best first, while the average stays above zero (average linkage, Sokal and Michener 1958).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from counterclaim.alignment.mention_features import (
    WEIGHTS,
    EventMention,
    Participant,
    Profile,
    features,
    profiles,
    rarity,
)

__all__ = ["Event", "EventMention", "PairScore", "Participant", "align_mentions"]

# Mentions under one key beyond this many are told apart by their participants first, then cut into runs.
_MOST_TOGETHER = 160
# The score that a pair counts with which no key brought together.
_NEVER_MET = -1.0


@dataclass(frozen=True, slots=True)
class PairScore:
    """Two mentions (positions in the input), their score and the features that it is the sum of."""

    one: int
    other: int
    score: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Mentions of one happening (positions in the input, in order); ``joins`` names the best pair of each join."""

    mentions: tuple[int, ...]
    joins: tuple[PairScore, ...] = ()


def align_mentions(
    mentions: Sequence[EventMention],
    documents: Mapping[str, Iterable[str]],
    *,
    weights: Mapping[str, float] = WEIGHTS,
    threshold: float = 0.0,
) -> tuple[Event, ...]:
    """Every mention in exactly one event; events in the order of their first mentions.

    ``documents`` holds the words of each document, for what is rare and which are alike. ``weights`` gives each
    feature's share; ``threshold`` is the average score from which clusters join.
    """
    rare = rarity(mentions, documents)
    by_story: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        by_story[mention.story].append(i)
    found = []
    for places in by_story.values():
        known = profiles([mentions[i] for i in places], documents, rare)
        found += [_placed(event, places) for event in _aligned(known, weights, threshold)]
    return tuple(sorted(found, key=lambda event: event.mentions))


def _placed(event: Event, places: Sequence[int]) -> Event:
    """The event of a story, by positions in the whole input."""
    joins = tuple(PairScore(places[j.one], places[j.other], j.score, j.parts) for j in event.joins)
    return Event(tuple(places[i] for i in event.mentions), joins)


def _aligned(known: Sequence[Profile], weights: Mapping[str, float], threshold: float) -> Iterator[Event]:
    scores: dict[tuple[int, int], float] = {}
    for block in _blocks(known):
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                if (one, other) not in scores:
                    scores[one, other] = sum(v for _, v in _parts(known[one], known[other], weights))
    for members, joins in _Clusters(len(known), scores).joined(threshold):
        explained = (PairScore(a, b, scores[a, b], _parts(known[a], known[b], weights)) for a, b in joins)
        yield Event(tuple(sorted(members)), tuple(explained))


def _parts(one: Profile, other: Profile, weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    return tuple((name, weights[name] * v) for name, v in features(one, other).items() if name in weights)


def _blocks(known: Sequence[Profile]) -> Iterator[list[int]]:
    """Positions that may tell of one happening, in rising order; a mention may stand in several blocks."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for i, profile in enumerate(known):
        for key in profile.keys:
            by_key[key].append(i)
    for _, block in sorted(by_key.items()):
        yield from [block] if len(block) <= _MOST_TOGETHER else _split(block, known)


def _split(block: Sequence[int], known: Sequence[Profile]) -> Iterator[list[int]]:
    by_participant: dict[str, list[int]] = defaultdict(list)
    for i in block:
        for participant in known[i].participants or {""}:
            by_participant[participant].append(i)
    for _, part in sorted(by_participant.items()):
        yield from (part[i : i + _MOST_TOGETHER] for i in range(0, len(part), _MOST_TOGETHER))


_Pair = tuple[int, int]


class _Clusters:
    """Clusters of positions that join by average linkage; a pair without a score counts as one found unlike."""

    def __init__(self, size: int, scores: Mapping[_Pair, float]) -> None:
        self._members = {i: [i] for i in range(size)}
        self._joins: dict[int, list[_Pair]] = defaultdict(list)
        # For two clusters: the sum over their pairs, and the best score with its pair.
        self._links: dict[int, dict[int, tuple[float, float, _Pair]]] = defaultdict(dict)
        for (one, other), score in scores.items():
            self._links[one][other] = self._links[other][one] = (score, score, (one, other))

    def joined(self, threshold: float) -> list[tuple[list[int], list[_Pair]]]:
        """Join while an average is above the threshold; members of each cluster, and the best pair of each join."""
        queue = [(-total, i, j) for i, row in self._links.items() for j, (total, _, _) in row.items() if i < j]
        queue = [wish for wish in queue if -wish[0] > threshold]
        heapify(queue)
        while queue:
            negative, one, other = heappop(queue)
            if self._average(one, other) != -negative:
                continue  # one of them has joined another since
            self._join(one, other)
            for third in self._links[one]:
                average = self._average(one, third)
                if average is not None and average > threshold:
                    heappush(queue, (-average, min(one, third), max(one, third)))
        return [(members, self._joins[i]) for i, members in self._members.items()]

    def _average(self, one: int, other: int) -> float | None:
        link = self._links[one].get(other) if one in self._members and other in self._members else None
        return None if link is None else link[0] / (len(self._members[one]) * len(self._members[other]))

    def _join(self, one: int, other: int) -> None:
        """Put ``other`` into ``one``: sums add up, and the better of the best pairs stays."""
        mine, its = self._links[one], self._links.pop(other)
        self._joins[one] += [mine.pop(other)[2], *self._joins.pop(other, [])]
        its.pop(one)
        for third in {*mine, *its}:
            size = _NEVER_MET * len(self._members[third])
            unmet = (-1e9, (one, third))
            total, best, best_pair = mine.get(third, (size * len(self._members[one]), *unmet))
            more, rival, rival_pair = its.get(third, (size * len(self._members[other]), *unmet))
            score, pair = max((best, best_pair), (rival, rival_pair))
            self._links[third].pop(other, None)
            mine[third] = self._links[third][one] = (total + more, score, pair)
        self._members[one] += self._members.pop(other)
