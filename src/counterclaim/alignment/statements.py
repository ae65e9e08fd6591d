"""Remarks to groups: those of one meaning, in one story, or by one speaker.

Each remark is compared with those that share one of its most telling words. What one speaker says twice in one story
needs less to be held for the same than what two say. A group's every member must come near the new one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.alignment.meaning import Remark, Weights, contained, shared_words, similarity, terms
from counterclaim.alignment.profiles import Profile
from counterclaim.records import Claim, Factuality

# Similarities needed, chosen on 125 pairs of remarks labelled by hand; the lower one where many words are shared.
SAME_SPEAKER, ANYBODY, ACROSS, VERBATIM = (0.42, 0.55), (0.56, 0.75), 0.75, 0.95
_MANY = (7, 5)  # shared words, by one speaker and by two
_NEVER = 2.0  # more than any similarity
_NEAR = 0.6  # of the threshold: how near every member must come
_NEARLY_ALL = 0.7  # of a remark's characters
_LEAST, _FEWEST = 3, 4  # content words: less can be anything, and must be the same words of one speaker
_MOST_TELLING = 3
_LONGEST_LIST = 40
_MOST_COMPARED = 120
_MOST_MEMBERS = 12


@dataclass(slots=True)
class Talk:
    """Remarks held to be one proposition."""

    number: int
    members: list[tuple[Profile, Remark]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def profiles(self) -> list[Profile]:
        """The remarks' claims."""
        return [profile for profile, _ in self.members]


def content(claim: Claim) -> str:
    """What is said, without who says it."""
    held = claim.roles.get("content", ())
    return held[0].text if held else claim.evidence.text


def group_statements(profiles: Sequence[Profile]) -> list[Talk]:
    """The groups that remarks make. ``profiles`` come in their order of alignment."""
    found = [terms(content(profile.claim)) for profile in profiles]
    weights = Weights(found)
    index: dict[tuple[str, str], list[Talk]] = {}
    talks: list[Talk] = []
    for profile, counts in _longest_first(profiles, found):
        remark = weights.remark(counts)
        keys = _keys(profile, remark)
        best = None if remark.words < _LEAST else _best(profile, remark, _candidates(keys, index))
        if best is None:
            talk = Talk(len(talks))
            talks.append(talk)
        else:
            score, talk = best
            talk.reasons.append(f"{profile.id} joins: like words {score:.2f}")
        talk.members.append((profile, remark))
        for key in keys:
            held = index.setdefault(key, [])
            if len(held) < _LONGEST_LIST and talk not in held[-4:]:
                held.append(talk)
    return talks


def _longest_first(profiles: Sequence[Profile], found: Sequence[Counter[str]]) -> list[tuple[Profile, Counter[str]]]:
    pairs = list(zip(profiles, found, strict=True))
    return sorted(pairs, key=lambda p: (-len(p[1]), p[0].order))


def _keys(profile: Profile, remark: Remark) -> list[tuple[str, str]]:
    """Where a remark is looked for: by its telling words in its story, by the few most telling ones by its speaker."""
    found = [(profile.story, term) for term in remark.telling]
    if profile.speaker is not None:
        found += [(profile.speaker, term) for term in remark.telling[:_MOST_TELLING]]
    return found


def _candidates(keys: Sequence[tuple[str, str]], index: dict[tuple[str, str], list[Talk]]) -> list[Talk]:
    found: dict[int, Talk] = {}
    for held in sorted((index[key] for key in keys if key in index), key=len):
        for talk in held:
            found.setdefault(talk.number, talk)
            if len(found) == _MOST_COMPARED:
                return list(found.values())
    return list(found.values())


def _best(profile: Profile, remark: Remark, candidates: Sequence[Talk]) -> tuple[float, Talk] | None:
    best: tuple[float, Talk] | None = None
    for talk in candidates:
        score = _fits(profile, remark, talk)
        if score is not None and (best is None or score > best[0]):
            best = score, talk
    return best


def _fits(profile: Profile, remark: Remark, talk: Talk) -> float | None:
    """The nearest member's similarity; None where no member is near enough, or one is too far."""
    best, fits = 0.0, False
    for member, theirs in talk.members[:_MOST_MEMBERS]:
        if _is_part(profile.claim, member.claim):
            return None
        needed = _needed(profile, member, shared_words(remark, theirs))
        if min(remark.words, theirs.words) < _FEWEST:
            needed = _NEVER if profile.speaker is None or profile.speaker != member.speaker else VERBATIM
        value = similarity(remark, theirs)
        if value < needed * _NEAR or _figures_differ(remark, theirs):
            return None
        # One that is wholly in the other is its short form.
        if value >= needed or (value >= needed * 0.85 and contained(remark, theirs) >= 0.8):
            fits = True
        best = max(best, value)
    return best if fits else None


def _is_part(one: Claim, other: Claim) -> bool:
    """Whether one remark is a clause of the other in the text: that says less, and something of its own."""
    a, b = one.evidence.span, other.evidence.span
    shorter, longer = sorted((a.end - a.start, b.end - b.start))
    return one.document == other.document and a.overlaps(b) and shorter < _NEARLY_ALL * longer


def _needed(one: Profile, other: Profile, shared: int) -> float:
    same = one.speaker is not None and one.speaker == other.speaker
    if one.story != other.story:
        return ACROSS if same else _NEVER
    return (SAME_SPEAKER if same else ANYBODY)[shared < _MANY[not same]]


def _figures_differ(one: Remark, other: Remark) -> bool:
    """Whether each gives a figure that the other has not: more figures are more detail, others another matter."""
    ours, theirs = ({t for t in r.weights if t[:1].isdigit()} for r in (one, other))
    return bool(ours - theirs) and bool(theirs - ours)


def worded_as_denial(claims: Sequence[Claim]) -> bool:
    """Whether a proposition of remarks is negative in itself: all that assert it say "not"."""
    asserting = [c for c in claims if c.stage != "deny"]
    return bool(asserting) and all(c.factuality is Factuality.NOT_CERTAIN for c in asserting)
