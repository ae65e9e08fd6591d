"""All that shows whether texts come from one origin: shared words, days, stories and credits."""

from collections.abc import Mapping, Sequence

from counterclaim.lineage.candidates import near_copies, pairs, resemblance
from counterclaim.lineage.links import Setting, Time, bears, copy_link, credit_holds, credit_link, related, text_link
from counterclaim.lineage.overlap import Corpus, Overlap
from counterclaim.lineage.shingles import shingles
from counterclaim.lineage.sources import alike, credited, day_of, spoken_to
from counterclaim.records import Document, LineageLink

_NEAR_DAYS = 2  # a rewrite, and an agency's next report of an event, follow within two days
_STORY_DAYS = 30  # a story is taken up again
_NEIGHBOURS = 5  # reports of one story and agency that each is compared with: the next in time

Pair = tuple[int, int]


class Evidence:
    """Documents by number. Near-copies count as one text: their leader, the longest of them, is compared with others.

    ``copies`` holds for each leader the documents that it stands for, itself among them.
    """

    def __init__(self, documents: Sequence[Document], stories: Mapping[str, str]) -> None:
        self._documents = documents
        self._texts = [shingles(d.text) for d in documents]
        self.copies: dict[int, list[int]] = {}
        for number, leader in enumerate(near_copies(self._texts)):
            self.copies.setdefault(leader, []).append(number)
        # How many documents hold a shingle is counted over leaders: a report that a hundred outlets print is one text,
        # the line under all reports of one outlet is a hundred.
        self._leaders = list(self.copies)
        self._places = {leader: place for place, leader in enumerate(self._leaders)}
        self._corpus = Corpus([self._texts[n] for n in self._leaders])
        self._days = [day_of(d) for d in documents]
        self._stories = [stories.get(d.id) for d in documents]
        self._credits = [credited(d) for d in documents]
        self._wires = [spoken_to(d) for d in documents]
        self._overlaps: dict[Pair, Overlap] = {}

    def ranked(self) -> list[int]:
        """The leaders, the longest text first."""
        return sorted(self._leaders, key=lambda n: (-len(self._texts[n]), n))

    def text_pairs(self) -> list[Pair]:
        """Pairs of leaders whose texts come from one origin, those that share most first."""
        texts = [self._texts[n] for n in self._leaders]
        days = [self._day(n) or 0 for n in self._leaders]
        found = [(self._leaders[a], self._leaders[b]) for a, b in pairs(texts, days)]
        found = [pair for pair in found if related(self.overlap(*pair), self.setting(*pair))]
        return sorted(found, key=lambda pair: (-self.overlap(*pair).score, pair))

    def credit_pairs(self) -> list[Pair]:
        """Pairs of leaders that are one agency's reports of one event, in order."""
        held: dict[tuple[str, str], list[int]] = {}
        for leader in self._leaders:
            story = self._story(leader)
            for agency in self._agencies(leader) if story else ():
                held.setdefault((story or "", agency), []).append(leader)
        found = set()
        for reports in held.values():
            reports.sort(key=lambda n: (self._day(n) or 0, n))
            for place, one in enumerate(reports):
                found |= {(min(one, n), max(one, n)) for n in reports[place + 1 : place + 1 + _NEIGHBOURS]}
        return sorted(pair for pair in found if self._credit_holds(*pair))

    def holds(self, one: int, other: int) -> bool:
        """Whether two leaders may be of one origin: they are, by text or by credit, or they share something."""
        overlap, setting = self.overlap(one, other), self.setting(one, other)
        return related(overlap, setting) or bears(overlap, setting) or self._credit_holds(one, other)

    def link(self, one: int, other: int) -> LineageLink:
        """The link of two leaders that :meth:`text_pairs` or :meth:`credit_pairs` give."""
        overlap, setting = self.overlap(one, other), self.setting(one, other)
        ids = self._documents[one].id, self._documents[other].id
        if related(overlap, setting):
            lengths = sorted((len(self._texts[one]), len(self._texts[other])))
            return text_link(*ids, overlap, setting, lengths[0] / max(1, lengths[1]))
        return credit_link(*ids, setting.agency or "", self._alike(one, other))

    def copy_link(self, leader: int, copy: int) -> LineageLink:
        """The link of a near-copy with its leader."""
        ids = self._documents[leader].id, self._documents[copy].id
        return copy_link(*ids, resemblance(self._texts[leader], self._texts[copy]))

    def overlap(self, one: int, other: int) -> Overlap:
        """What the texts of two leaders share."""
        pair = (min(one, other), max(one, other))
        if pair not in self._overlaps:
            self._overlaps[pair] = self._corpus.overlap(self._places[pair[0]], self._places[pair[1]])
        return self._overlaps[pair]

    def setting(self, one: int, other: int) -> Setting:
        """What is known of two leaders besides their texts."""
        stories = self._story(one), self._story(other)
        one_story = stories[0] == stories[1] if all(stories) else None
        gap = self._gap(one, other)
        if gap is None:
            time = Time.NEAR if one_story else Time.UNKNOWN
        elif gap <= _NEAR_DAYS:
            time = Time.NEAR
        else:
            time = Time.LATER if one_story and gap <= _STORY_DAYS else Time.FAR
        agencies = self._agencies(one) & self._agencies(other)
        outlets = self._documents[one].outlet, self._documents[other].outlet
        return Setting(
            time=time,
            one_story=one_story,
            agency=min(agencies, default=None),
            one_outlet=bool(outlets[0]) and outlets[0] == outlets[1],
            one_wire=bool(self._wires[one] & self._wires[other]),
        )

    def _credit_holds(self, one: int, other: int) -> bool:
        return credit_holds(self.overlap(one, other), self.setting(one, other), self._alike(one, other))

    def _alike(self, one: int, other: int) -> float:
        return alike(self._documents[one], self._documents[other])

    def _gap(self, one: int, other: int) -> int | None:
        """Days between two texts, of the copies that are nearest in time; None where those of one are not known."""
        gaps = [abs(a - b) for a in self._all_days(one) for b in self._all_days(other)]
        return min(gaps, default=None)

    def _all_days(self, leader: int) -> set[int]:
        days = {self._days[n] for n in self.copies[leader]}
        return {day for day in days if day is not None}

    def _day(self, leader: int) -> int | None:
        return min(self._all_days(leader), default=None)

    def _story(self, leader: int) -> str | None:
        return min((s for n in self.copies[leader] if (s := self._stories[n])), default=None)

    def _agencies(self, leader: int) -> frozenset[str]:
        return frozenset().union(*(self._credits[n] for n in self.copies[leader]))
