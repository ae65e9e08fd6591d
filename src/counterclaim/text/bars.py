"""Date lines and tool bars of a scraped page, where they are glued to its headline and text without a mark."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from counterclaim.lexicon.outlets import outlets
from counterclaim.records import Section
from counterclaim.text.agencies import is_agency, is_known
from counterclaim.text.front import Dateline
from counterclaim.text.published import Stated, run_in

WINDOW = 1200  # characters of a block that are looked at
SHORTEST = 160  # characters; a shorter block is a paragraph, not a page
LONGEST_DATES = 120
_MOST_RUNS = 4  # date lines and tool bars in a row
_AGENCY_WORDS = 3
_NAME = re.compile(r"([A-Z]\S*)(?:\s(\S+)(?:\s(\S+))?)?")
_BLANK = re.compile(r"\s*")

_COUNT = r"\s*:?\s*\(?\d[\d.,]{0,7}[kKmM]?\)?(?=\s|$)"
_SURE = (
    rf"get\s+short\s+url(?:\s+(?:\d{{1,6}}\s+){{1,2}}(?:0\s+)?(?=\S))?|views{_COUNT}|"
    r"(?:share|print|e-?mail)\s+this\s+(?:page|article|story|post)(?=\s+[A-Z\d])"
)
_TOOL = (
    rf"(?:{_SURE}|share|tweet|print|e-?mail|comments?(?:{_COUNT})?|facebook|twitter|whatsapp|telegram|shares{_COUNT})"
)
_BAR = re.compile(
    rf"""(?:(?!facebook|twitter){_TOOL}(?:[\s|•·/]+(?:{_TOOL}))+|{_SURE})(?=[\s|]|$|(?<=\s))
    (?:\s*topic\s[^()]{{2,60}}\(\d{{1,5}}\)(?:\s+\d{{1,6}}){{0,2}}(?=\s))?[\s|•·]*""",
    re.VERBOSE | re.IGNORECASE,
)
_STARTS = frozenset(
    (
        "Get Views Print Tweet Share Email E-mail Comments Comment Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun "
        "Jul Aug Sep Oct Nov Dec"
    ).split()
)
_YEARS = re.compile(r"(?:19|20)\d\d(?!\d)")
_BEGINS = re.compile(
    r"(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?(?<![\w./-])(?:\d{1,2}(?:st|nd|rd|th)?[\s.-]|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
# After these an agency is quoted, and ends no headline.
QUOTING = frozenset("told to by from with the of quoted that via and or".split())


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block that is no text: where it ends there, its section, and what it says as a date line."""

    end: int
    section: Section
    dateline: Dateline | None = field(default=None)


def runs_at(head: str, at: int, *, titled: bool = False) -> Iterator[Part]:
    """The date lines and tool bars, one after another, that begin at a place; under a headline that was cut off before
    it an agency's name may stand alone."""
    for number in range(_MOST_RUNS):
        part = dated_at(head, at, alone=titled and not number) or bar_at(head, at)
        if part is None:
            return
        yield part
        at = part.end


def may_begin(word: str) -> bool:
    """Whether a date line, an agency's name or a tool bar may begin with a word: what is asked of every word first."""
    if word[0].islower():
        return False
    return word[0].isdigit() or word in _STARTS or word[:3] in _STARTS or word.casefold() in _first_words()


def bar_at(head: str, at: int) -> Part | None:
    """The tool bar that begins at a place, or None."""
    match = _BAR.match(head, at)
    return Part(match.end(), Section.FRONT) if match else None


def dated_at(head: str, at: int, *, alone: bool) -> Part | None:
    """A date line, with the agency before it or after it, if it has one; an agency ``alone`` where it may be."""
    agency, begin = agency_at(head, at)
    dates, size = dates_at(head, begin)
    if not size:
        if not agency or not (alone or bar_at(head, begin)):
            return None
        return Part(begin, Section.FRONT, Dateline(begin, None, (agency,), ()))
    end = begin + size
    if not agency:
        after, behind = agency_at(head, end)
        if after and _BAR.match(head, behind):
            agency, end = after, behind
    return Part(end, Section.FRONT, Dateline(end, None, (agency,) if agency else (), dates))


def dates_at(head: str, at: int) -> tuple[tuple[Stated, ...], int]:
    """The dates of a date line that begins at a place, and its length; a length of 0 where there is none."""
    if at >= len(head) or head[at].isspace() or not _BEGINS.match(head, at):
        return (), 0
    stretch = head[at : at + LONGEST_DATES]
    return run_in(stretch) if _YEARS.search(stretch) else ((), 0)


def agency_at(head: str, at: int) -> tuple[str, int]:
    """The agency whose name begins at a place, and where the next word begins; "" and the place where there is none."""
    match = _NAME.match(head, at)
    if match is None or match[1].casefold() not in _first_words():
        return "", at
    for size in range(_AGENCY_WORDS, 0, -1):
        name = match[size] and head[at : match.end(size)]
        if name and is_known(name) and (size > 1 or name.isupper() or is_agency(name)):
            blank = _BLANK.match(head, match.end(size))
            return name, blank.end() if blank else match.end(size)
    return "", at


@cache
def _first_words() -> frozenset[str]:
    """The first words of the names of outlets, small."""
    return frozenset(name.split()[0].casefold() for name in outlets())
