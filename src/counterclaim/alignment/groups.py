"""Propositions in the making, and whether a claim belongs to one.

A group's signature is what all its claims say together: every filler of every role, and the days that all have in
common. A new claim must fit the whole of it, not one member: so no chain of half-fitting claims can form.
"""

from dataclasses import dataclass, field
from datetime import date

from counterclaim.alignment.compare import PART, WEAK, agreement
from counterclaim.alignment.figures import bounds
from counterclaim.alignment.profiles import Days, Profile
from counterclaim.alignment.tables import FrameRules
from counterclaim.alignment.things import Thing
from counterclaim.records import Claim, Quantity

NEEDED_IN_DOCUMENT, NEEDED_ACROSS = 1.75, 2.75
FAR = 10  # days between reports of one happening that neither of them dates
SHORT = 3  # days: within so few, the same happening is likely
MONTH = 31  # days: the longest time that still dates one happening
DISTINCT = 10  # a figure this large is rarely given twice by chance


@dataclass(frozen=True, slots=True)
class Match:
    """How well a claim fits a group: the sum of its named features, and those in words."""

    score: float
    features: tuple[tuple[str, float], ...]

    @property
    def reason(self) -> str:
        """The features as people read them."""
        return ", ".join(f"{name} {value:+g}" for name, value in self.features)


@dataclass(slots=True)
class Group:
    """Claims held to be one proposition."""

    number: int
    members: list[Profile] = field(default_factory=list)
    roles: dict[str, list[tuple[Thing, ...]]] = field(default_factory=dict)
    days: Days | None = None
    stages: list[str | None] = field(default_factory=list)
    stories: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)

    def add(self, profile: Profile, match: Match | None) -> None:
        """Take a claim in, with what speaks for it; nothing does for the first."""
        if match is not None:
            self.reasons.append(f"{profile.id} joins: {match.reason}")
        self.members.append(profile)
        for role, things in profile.roles.items():
            held = self.roles.setdefault(role, [])
            if things not in held:
                held.append(things)
        if profile.days is not None:
            self.days = profile.days if self.days is None else self.days.common(profile.days)
        if profile.claim.stage not in self.stages:
            self.stages.append(profile.claim.stage)
        self.stories.add(profile.story)
        self.documents.add(profile.claim.document)


def match(profile: Profile, group: Group, frame: FrameRules) -> Match | None:
    """Whether ``profile`` belongs to ``group``, and why; None if it does not."""
    features: list[tuple[str, float]] = []
    one_speaker = profile.speaker is not None and any(m.speaker == profile.speaker for m in group.members)
    if not all(frame.join(profile.claim.stage, stage, one_speaker=one_speaker) for stage in group.stages):
        return None
    shared = _roles(profile, group, frame)
    if shared is None or not any(value >= PART for _, value in shared):
        return None
    features += [(role, value) for role, value in shared if value]
    dated = _when(profile, group)
    if dated is None:
        return None
    figure = _figure(profile, group)
    # Much happens in one town on one day: where and when is not enough to tell what.
    if not any(value >= WEAK for role, value in shared if role != "place") and figure[1] < WEAK:
        return None
    features += [f for f in (dated, figure) if f[1]]
    features += _manner(profile, group, one_speaker=one_speaker)
    found = Match(sum(value for _, value in features), tuple(features))
    return found if found.score >= _needed(profile, group, shared, frame) else None


def _needed(profile: Profile, group: Group, shared: list[tuple[str, float]], frame: FrameRules) -> float:
    """The sum that a claim needs; across stories it must also agree in every role, and on a known time."""
    if profile.story not in group.stories:
        full = set(profile.roles) == set(group.roles) and len(shared) > 1 and all(v >= PART for _, v in shared)
        dated = profile.days is not None and group.days is not None
        short = dated and profile.days is not None and profile.days.length <= MONTH
        return NEEDED_ACROSS if full and short else float("inf")
    if profile.claim.document in group.documents:
        return NEEDED_IN_DOCUMENT
    return frame.needed


def _roles(profile: Profile, group: Group, frame: FrameRules) -> list[tuple[str, float]] | None:
    """The roles that both have with how far they agree; None where one of them differs."""
    one_document = group.documents == {profile.claim.document}
    found: list[tuple[str, float]] = []
    for role, things in profile.roles.items():
        best: list[float] = []
        for held in group.roles.get(role, ()):
            value = agreement(frame.roles[role], things, held, one_document=one_document)
            if value is None:
                return None
            best.append(value)
        if best:
            found.append((role, max(best)))
    return found


def _when(profile: Profile, group: Group) -> tuple[str, float] | None:
    """The feature of time; None where the days have none in common."""
    if profile.days is None or group.days is None:
        return ("reports far apart", -1.25) if _far_apart(profile, group) else ("time", 0.0)
    if not profile.days.overlaps(group.days):
        return None
    longest = max(profile.days.length, group.days.length)
    return "time", 0.75 if longest <= SHORT else 0.5 if longest <= MONTH else 0.25


def _far_apart(profile: Profile, group: Group) -> bool:
    """Whether every report of the group came out long before or after this one: without a time, of something else."""
    ours = profile.published
    if ours is None or any(m.published is None for m in group.members):
        return False
    day = date.fromisoformat(ours)
    return all(abs((date.fromisoformat(m.published or ours) - day).days) > FAR for m in group.members)


def _figure(profile: Profile, group: Group) -> tuple[str, float]:
    """The feature of figures: the same one speaks for, another one in the same document against."""
    ours = profile.claim.quantity
    if ours is None:
        return "figure", 0.0
    best = 0.0
    for member in group.members:
        theirs = member.claim.quantity
        if theirs is None:
            continue
        if not _compatible(ours, theirs):
            if member.claim.document == profile.claim.document:
                return "other figure", -1.0
        elif ours.low is not None and ours.low == theirs.low:
            best = max(best, 0.75 if ours.low >= DISTINCT else 0.5)
    return "figure", best


def _compatible(one: Quantity, other: Quantity) -> bool:
    (a, b), (c, d) = bounds(one.low, one.high, one.bound), bounds(other.low, other.high, other.bound)
    return a <= d and c <= b


def _manner(profile: Profile, group: Group, *, one_speaker: bool) -> list[tuple[str, float]]:
    """What the claims' wording adds: the same word for it, the same speaker, another stage."""
    features: list[tuple[str, float]] = []
    if any(m.claim.rule == profile.claim.rule for m in group.members):
        features.append(("same word", 0.25))
    if one_speaker:
        # Within a document nearly all may be one speaker's; in two it speaks for one occasion.
        features.append(("same speaker", 0.25 if profile.claim.document in group.documents else 0.5))
    if profile.claim.stage not in group.stages and not one_speaker:
        features.append(("other stage", -0.25))
    return features


def nearest(profile: Profile, group: Group) -> int:
    """How far the group's nearest claim of the same document stands from this one, in characters."""
    start = profile.claim.trigger.span.start
    own = [m.claim for m in group.members if m.claim.document == profile.claim.document]
    return min((abs(claim.trigger.span.start - start) for claim in own), default=10**9)


def stage_of(claims: list[Claim]) -> str | None:
    """The stage of most claims; of equally frequent ones the first by name."""
    counts: dict[str, int] = {}
    for claim in claims:
        if claim.stage is not None:
            counts[claim.stage] = counts.get(claim.stage, 0) + 1
    return min(counts, key=lambda s: (-counts[s], s)) if counts else None
