"""Whether two documents quote a speaker on one occasion: points for what speaks for it, and how many are needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.lineage.links import Time
from counterclaim.lineage.sayings import Saying
from counterclaim.lineage.shingles import Shingles, shingles
from counterclaim.lineage.wording import common_words, content_matches, stems

_QUOTE, _LONG_QUOTE = 8, 15  # words in a row that both have the speaker say
_MATCHES = 3  # statements of one content that count
_NEEDED = {Time.NEAR: 2, Time.UNKNOWN: 3, Time.FAR: 4}
_OFFICE = 1  # points more where the speaker is no person: ministries and states speak every day
_NEXT_DAY, _STORY_DAYS = 1, 3  # days between the documents, and where they are of one story

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two sayings have in common: the longest run of words, equal statements, media, outlets, day."""

    words: int
    matches: int
    media: frozenset[str]
    outlets: tuple[str, ...]
    one_day: bool

    @property
    def wording(self) -> int:
        """The points of the words: 2 for a quotation in common, 4 for a long one, 1 for each match of content."""
        quote = 4 if self.words >= _LONG_QUOTE else 2 if self.words >= _QUOTE else 0
        return quote + min(self.matches, _MATCHES)

    @property
    def points(self) -> int:
        """All points: those of the words, and one each for the medium, the outlet and the day."""
        return self.wording + bool(self.media) + bool(self.outlets) + self.one_day

    @property
    def reasons(self) -> list[str]:
        """The points in words."""
        said = [f"the same {self.words} words in a row"] if self.words >= _QUOTE else []
        if self.matches:
            said.append(f"{self.matches} statement{'s' * (self.matches > 1)} of the same content")
        media, outlets = " and ".join(sorted(self.media)), " and ".join(self.outlets)
        if media or outlets:
            said.append(
                f"the same {media}, with {outlets}"
                if media and outlets
                else f"the same {media or 'outlet, ' + outlets}"
            )
        return said + ["the same day"] * self.one_day


class Occasions:
    """Compares sayings, which go by number."""

    def __init__(self, said: Sequence[Saying], stories: Mapping[str, str], people: frozenset[str]) -> None:
        self._said = said
        self._stories = [stories.get(s.document) for s in said]
        self._people = people
        self.texts: list[Shingles] = [shingles("\n".join(s.words)) for s in said]
        self._held = [frozenset(text.distinct.tolist()) for text in self.texts]
        self._stems = [[stems(words) for words in s.words] for s in said]
        self._known: dict[Pair, Likeness] = {}

    def day(self, number: int) -> int:
        """When something was said or else printed, for sorting."""
        said = self._said[number]
        return said.day or said.published or 0

    def likeness(self, one: int, other: int) -> Likeness:
        """What two sayings have in common."""
        pair = (min(one, other), max(one, other))
        if pair not in self._known:
            a, b = self._said[pair[0]], self._said[pair[1]]
            self._known[pair] = Likeness(
                self._common_words(*pair),
                content_matches(self._stems[pair[0]], self._stems[pair[1]]),
                a.media & b.media,
                tuple(sorted(a.outlets[full] for full in a.outlets.keys() & b.outlets.keys())),
                a.day is not None and a.day == b.day,
            )
        return self._known[pair]

    def _common_words(self, one: int, other: int) -> int:
        # Most pairs share nothing, which sets tell at a fraction of the cost.
        apart = self._held[one].isdisjoint(self._held[other])
        return 0 if apart else common_words(self.texts[one], self.texts[other])

    def one_occasion(self, one: int, other: int) -> bool:
        """Whether two documents quote one speaker on one occasion."""
        a, b = self._said[one], self._said[other]
        if a.speaker != b.speaker or a.document == b.document or self._two_days(a, b):
            return False
        likeness, time = self.likeness(one, other), self._time(one, other)
        person = a.speaker in self._people
        if time is Time.FAR and not (person and likeness.words >= _LONG_QUOTE):
            return False  # who says the same again has spoken twice, and an office has its lines under every report
        if not person:
            return likeness.wording >= 2 and likeness.points >= _NEEDED[time] + _OFFICE
        told_one = bool(likeness.media and likeness.outlets) and time is Time.NEAR
        return (likeness.wording > 0 or told_one) and likeness.points >= _NEEDED[time]

    def may_be_one(self, one: int, other: int) -> bool:
        """Whether nothing speaks against one occasion, and something for it."""
        a, b = self._said[one], self._said[other]
        if a.speaker != b.speaker or self._two_days(a, b):
            return False
        return a.document == b.document or self.one_occasion(one, other) or self.likeness(one, other).points > 0

    @staticmethod
    def _two_days(a: Saying, b: Saying) -> bool:
        """Whether the documents give different days. A day more may be the time zone."""
        return a.day is not None and b.day is not None and abs(a.day - b.day) > 1

    def _time(self, one: int, other: int) -> Time:
        a, b = self._said[one], self._said[other]
        stories = self._stories[one], self._stories[other]
        one_story = stories[0] is not None and stories[0] == stories[1]
        if a.published is None or b.published is None:
            return Time.NEAR if one_story else Time.UNKNOWN
        return Time.NEAR if abs(a.published - b.published) <= (_STORY_DAYS if one_story else _NEXT_DAY) else Time.FAR
