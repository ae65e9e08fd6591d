"""Whether what two documents share makes them one origin, and the reason in words.

The thresholds were chosen on the part "choose" of `benchmarks/copies_pairs.csv`; the part "report" measures them.
"""

from dataclasses import dataclass
from enum import Enum

from counterclaim.lineage.overlap import Overlap
from counterclaim.records import LineageLink, LinkKind

_WHOLE = 0.8  # of a text's words: as good as all
_REPUBLISHED = 0.5  # by weight: a text that comes again, whenever
_UNDATED = 0.35  # the same of documents whose days are not known
_NEWS, _NEWS_WEIGHT = 0.03, 6.0  # texts of one time: a passage or more, of the part that tells the news
_TWO_STORIES = 0.1  # the same of two stories
_LATER_WEIGHT = 12.0  # the same of one story, weeks later
_PASSAGES = 0.4  # texts of one time: passages anywhere, too long for background
_QUOTES = 0.4  # of the shorter text's words, quotations and all, where both name one agency
_BEARS = 0.02  # least, of two texts that a third joins
_AGENCY, _AGENCY_WEIGHT = 0.02, 3.0  # the same of one story where both name one agency
_CREDIT, _TITLES = 0.02, 0.5  # reports of one story that credit one agency: a little text, or the words of the titles


class Time(Enum):
    """How two documents stand in time."""

    NEAR = "near"
    LATER = "later"  # of one story
    FAR = "far"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of two documents besides their texts.

    ``one_story`` is None where the story of one is not known, ``agency`` one that both credit; ``one_outlet`` says
    whether both are known to be published by one outlet, which has its own lines under all that it prints.
    ``one_wire`` says whether both credit or name one agency, so that what was said to it they have from there.
    """

    time: Time
    one_story: bool | None
    agency: str | None
    one_outlet: bool
    one_wire: bool


def related(overlap: Overlap, setting: Setting) -> bool:
    """Whether two texts come from one origin by what they share."""
    if overlap.score >= _REPUBLISHED or setting.time is Time.FAR or setting.one_outlet:
        return overlap.score >= _REPUBLISHED
    if setting.time is Time.UNKNOWN:
        return overlap.score >= _UNDATED
    if setting.one_story is not False and overlap.score >= _PASSAGES:
        return True
    if setting.one_story is not False and setting.one_wire and overlap.share >= _QUOTES:
        return True
    least, weight = _news(setting)
    return overlap.score >= least and overlap.lead >= weight


def _news(setting: Setting) -> tuple[float, float]:
    """How much two texts of one time must share of the part that tells the news: score and weight."""
    if setting.one_story is False:
        return _TWO_STORIES, _NEWS_WEIGHT
    if setting.time is Time.LATER:
        return _NEWS, _LATER_WEIGHT
    return (_AGENCY, _AGENCY_WEIGHT) if setting.one_wire and setting.one_story else (_NEWS, _NEWS_WEIGHT)


def bears(overlap: Overlap, setting: Setting) -> bool:
    """Whether two texts share enough not to speak against an origin that a third shows them to have."""
    return setting.time is not Time.FAR and overlap.score >= _BEARS


def credit_holds(overlap: Overlap, setting: Setting, titles: float) -> bool:
    """Whether two documents are one agency's reports of one event; ``titles`` is how alike their titles are."""
    # One outlet does not print two of an agency's reports of one event; it has two events that look alike.
    if not setting.agency or not setting.one_story or setting.one_outlet or setting.time is not Time.NEAR:
        return False
    return overlap.score >= _CREDIT or titles >= _TITLES


def text_link(one: str, other: str, overlap: Overlap, setting: Setting, ratio: float) -> LineageLink:
    """The link of two texts that share words; ``ratio`` is the shorter one's length over the longer one's."""
    reason = f"{round(100 * overlap.share)} % of the shorter text stands in the other"
    if overlap.share >= _WHOLE:
        kind = LinkKind.COPY if overlap.share * ratio >= _WHOLE else LinkKind.EXCERPT
    else:
        kind = LinkKind.REWRITE
        reason += f", in passages of up to {overlap.longest} words"
        reason += "; they are of one time" if setting.time is Time.NEAR else ""
    if setting.agency:
        reason += f"; both credit {setting.agency}"
    return _link(one, other, kind, max(overlap.score, overlap.share), reason)


def copy_link(one: str, other: str, resemblance: float) -> LineageLink:
    """The link of a text with its near-copy."""
    return _link(
        one, other, LinkKind.COPY, resemblance, f"{round(100 * resemblance)} % of their runs of words are the same"
    )


def credit_link(one: str, other: str, agency: str, titles: float) -> LineageLink:
    """The link of two reports of one story that credit one agency."""
    return _link(one, other, LinkKind.CREDIT, titles, f"both credit {agency}, on one story")


def _link(one: str, other: str, kind: LinkKind, score: float, reason: str) -> LineageLink:
    first, second = sorted((one, other))
    return LineageLink(first, second, kind, round(score, 4), reason)
