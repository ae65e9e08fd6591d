"""A page that was scraped into one block: its headline, date line and tool bar, glued to the text without a mark.

Rules look at the head of the first block of text only, within fixed bounds, and cut on evidence: a tool bar's own words, a
date with its year, an agency's name beside it, or a headline that its text says again (see ``openings``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Section
from counterclaim.text.agencies import agencies_in, is_agency, is_known
from counterclaim.text.front import Dateline, dateline_of, is_seat, kicker_end
from counterclaim.text.openings import (
    REPEATED,
    Word,
    body_start,
    ends_sentence,
    exact,
    is_prose,
    opens,
    own_end,
    repeats,
    stems,
    told_again,
    words_of,
)
from counterclaim.text.published import Stated, run_in
from counterclaim.text.wrapped import OPEN_ENDS

WINDOW = 1200  # characters of a block that are looked at
_HEAD = 420  # characters in which a headline's date line or tool bar stands
_LONGEST_TITLE = 180
_SHORTEST = 160  # characters; a shorter block is a paragraph, not a page
_LEAST_TITLE = 3  # words of a headline before a date line
_LONGEST_DATES = 120
_CREDIT_WORDS = 9  # an agency, a photographer, the name of the page's section, a clock time
_MOST_RUNS = 4  # date lines and tool bars in a row
_AGENCY_WORDS = 3
_REPEATED_AFTER_AGENCY = 3  # words said again, where no word that opens sentences shows the text's beginning

# --- Tool bars -------------------------------------------------------------------------------------------------------

_COUNT = r"\s*:?\s*\(?\d[\d.,]{0,7}[kKmM]?\)?(?=\s|$)"
_SURE = (
    rf"get\s+short\s+url(?:\s+(?:\d{{1,6}}\s+){{1,2}}(?:0\s+)?(?=\S))?|views{_COUNT}|(?:share\s+this|print\s+this)\b"
)
_TOOL = (
    rf"(?:{_SURE}|share|tweet|print|e-?mail|comments?(?:{_COUNT})?|facebook|twitter|whatsapp|telegram|shares{_COUNT})"
)
_BAR = re.compile(
    rf"""(?:{_TOOL}(?:[\s|•·/]+(?:{_TOOL}))+|{_SURE})(?=[\s|]|$|(?<=\s))
    (?:\s*topic\s[^()]{{2,60}}\(\d{{1,5}}\)(?:\s+\d{{1,6}}){{0,2}}(?=\s))?[\s|•·]*""",
    re.VERBOSE | re.IGNORECASE,
)
_BAR_STARTS = re.compile(r"\b(?:[Gg]et [Ss]hort|Views|Print|Tweet|Share|E-?mail|Comments?|Facebook|Twitter)\b")
_RELATED = re.compile(
    r"(?:Related(?:\s+(?:Articles|Stories|News|Topics))?|Read\s+(?:also|more)|See\s+also)\s+(?=[A-Z\d\"“])"
)
_TAGS = re.compile(r"(?<=[a-z.!?\"”]\s)(?:Tags|Keywords|Topics)\s+(?=[A-Z\d])")
_LONGEST_TAGS = 240
_BYLINE = re.compile(r"[Bb]y\s+(?:[A-Z][\w'’-]+\s+){2,3}?(?=(?:A|An|The|At|[A-Z][a-z]+)\s)")
_FIELD = re.compile(r"(?:title|headline|body|text)\s*:\s+(?=\S)")

# --- Date lines ------------------------------------------------------------------------------------------------------

_YEARS = re.compile(r"(?:19|20)\d\d(?!\d)")
_BEGINS = re.compile(
    r"(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?(?<![\w./-])(?:\d{1,2}(?:st|nd|rd|th)?[\s.-]|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
# Words after which a date belongs to the sentence.
_DATED = frozenset(
    (
        "on in of from since until till by before after between and to the dated late early at for during last next this "
        "as or through a an that until around about published updated"
    ).split()
)
_QUOTED = frozenset("told to by from with the of quoted that via and or".split())
_PROSE = frozenset("the was were has have had an said".split())
_BRACKET = re.compile(r"(?:(?<=[.!?)]\s)|(?<=(?:19|20)\d\d\s))\(([^()]{2,60})\)\s+(?=[\"“‘(]?[A-Z0-9])")
_PICTURED = re.compile(r"(?i)\s*(?:^|\b)(?:file\s+)?(?:photos?|pictures?|archives?|images?)\s*$")

_PLACED = re.compile(
    r"\b[A-Z]{3,}(?:\s(?P<last>[A-Z][A-Za-z]+))?(?:\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s\([^()]{2,60}\)[\s–—-]+(?=[\"“‘]?[A-Z0-9])"
)
_LOUD_PLACE = re.compile(
    r"(?P<place>[A-Z]{4,}(?:[ -][A-Z]{3,}){0,2})(?P<region>\s[A-Z][a-z]+)?\s+(?=(?:[A-Z][a-z]+|An?)\s)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block that is no text: where it ends there, its section, and what it says as a date line."""

    end: int
    section: Section
    dateline: Dateline | None = field(default=None)


def parts_before(block: str, *, titled: bool) -> list[Part]:
    """The parts that a page's first block begins with, in order: date lines, tool bars, a headline glued to the text.

    ``titled`` says that the page has a headline of its own; then none is looked for. The parts touch each other, and
    leave some of the block. Bounded: only the head of the block is read.
    """
    if len(block) < _SHORTEST:
        return []
    return [part for part in _before_text(block[:WINDOW], titled=titled) if part.end < len(block)]


def parts_inside(block: str) -> list[Part]:
    """The parts that stand between the first sentences of a block, and the sentences before each as a part of the
    section BODY, in order: lists of tags, the credit of a picture, datelines. Bounded as :func:`parts_before` is."""
    if len(block) < _SHORTEST:
        return []
    return [part for part in _inside(block[:WINDOW], 0) if part.end < len(block)]


def _before_text(head: str, *, titled: bool) -> Iterator[Part]:
    """Date lines, tool bars, the headline and what follows it, up to the text's first sentence."""
    at, title = 0, ""
    for part in _runs(head, at):
        yield part
        at = part.end
    if byline := _byline_at(head, at):
        yield Part(byline, Section.FRONT)
        at = byline
    if form := _FIELD.match(head, at):
        at = form.end()
        yield Part(at, Section.FRONT)
    if not titled:
        cut = _headline(head, at)
        if cut is not None:
            title = head[at:cut]
            yield from _title(title, at)
            at = cut
            for part in _runs(head, at, titled=True):
                yield part
                at = part.end
    if related := _RELATED.match(head, at):
        yield Part(related.end(), Section.FRONT)
        words = words_of(head[related.end() :])
        start = body_start(words, known=stems(words_of(title))) if title else None
        if start:
            yield Part(related.end() + words[start].span.start, Section.RELATED)


def _byline_at(head: str, at: int) -> int:
    """Where the text begins after a byline that begins at a place ("by Jane Doe At least four ships …"), or 0."""
    match = _BYLINE.match(head, at)
    words = words_of(head[match.end() : match.end() + _LONGEST_DATES]) if match else []
    return match.end() if match and opens(words, 0) and is_prose(words, 0) else 0


def _title(title: str, at: int) -> Iterator[Part]:
    """What stands before a date line or the text: a headline, and the credit of a picture behind it; where a sentence
    ends in it, a headline and the text's first words; or what begins with a byline that nothing parts from it."""
    words = words_of(title)
    end = at + len(title)
    silent = Dateline(end, None, (), ())
    if words[0].core.lower() == "by":
        yield Part(end, Section.FRONT, silent)
        return
    ended = any(ends_sentence(word) for word in words[:-1])
    credit = _credit_behind(title, words)
    if credit:
        yield Part(at + credit, Section.BODY if ended else Section.TITLE)
        yield Part(end, Section.FRONT, silent)
    else:
        yield Part(end, Section.BODY if ended or len(title) > _LONGEST_TITLE else Section.TITLE)


def _credit_behind(title: str, words: Sequence[Word]) -> int:
    """Where the credit of a picture begins that ends a headline: an agency's name and nothing but names behind it."""
    for i in range(len(words) - 1, max(_LEAST_TITLE, len(words) - _CREDIT_WORDS) - 1, -1):
        if not (words[i].form[0].isupper() or words[i].form.isdigit()):
            return 0
        if is_agency(words[i].form) and words[i - 1].core.lower() not in _QUOTED:
            return words[i].span.start if len(words) - i > 1 else 0
    return 0


# --- Runs of dates and tools -----------------------------------------------------------------------------------------


def _runs(head: str, at: int, *, titled: bool = False) -> Iterator[Part]:
    """The date lines and tool bars, one after another, that begin at a place; under a headline that was cut off before
    it an agency's name may stand alone."""
    for number in range(_MOST_RUNS):
        part = _dated_at(head, at, alone=titled and not number) or _bar_at(head, at)
        if part is None:
            return
        yield part
        at = part.end


def _bar_at(head: str, at: int) -> Part | None:
    match = _BAR.match(head, at)
    return Part(match.end(), Section.FRONT) if match else None


def _dated_at(head: str, at: int, *, alone: bool) -> Part | None:
    """A date line, with the agency before it or after it, if it has one; an agency ``alone`` where it may be."""
    agency, begin = _agency_at(head, at)
    dates, size = _dates(head, begin)
    if not size:
        if not agency or not (alone or _bar_at(head, begin)):
            return None
        return Part(begin, Section.FRONT, Dateline(begin, None, (agency,), ()))
    end = begin + size
    if not agency:
        after, behind = _agency_at(head, end)
        if after and _BAR.match(head, behind):
            agency, end = after, behind
    return Part(end, Section.FRONT, Dateline(end, None, (agency,) if agency else (), dates))


def _dates(head: str, at: int) -> tuple[tuple[Stated, ...], int]:
    """The dates of a date line that begins at a place, and its length; a length of 0 where there is none."""
    if at >= len(head) or head[at].isspace() or not _BEGINS.match(head, at):
        return (), 0
    stretch = head[at : at + _LONGEST_DATES]
    return run_in(stretch) if _YEARS.search(stretch) else ((), 0)


def _agency_at(head: str, at: int) -> tuple[str, int]:
    """The agency whose name begins at a place, and where the next word begins; "" and the place where there is none."""
    words = words_of(head[at : at + _LONGEST_DATES])[:_AGENCY_WORDS]
    for size in range(len(words), 0, -1):
        name = " ".join(word.form for word in words[:size])
        if name[:1].isupper() and is_known(name) and (size > 1 or name.isupper() or is_agency(name)):
            following = at + words[size - 1].span.end
            return name, following + len(head[following:]) - len(head[following:].lstrip())
    return "", at


# --- Headlines -------------------------------------------------------------------------------------------------------


def _headline(head: str, at: int) -> int | None:
    """Where a headline that begins at a place ends and a date line, a tool bar or the text goes on, or None."""
    words = words_of(head[at : at + _HEAD + _LONGEST_DATES])
    texts = body_start(words)
    end = at + words[texts].span.start if texts is not None else at + _HEAD
    marked = _marked(head, at, words, end)
    if marked is not None or texts is not None:
        return end if marked is None else marked
    ended = own_end(words)
    return None if ended is None else at + words[ended].span.start


def _marked(head: str, at: int, words: Sequence[Word], end: int) -> int | None:
    """Where the first date line, agency or tool bar after a headline begins, before ``end``."""
    for i in range(_LEAST_TITLE, len(words)):
        place = at + words[i].span.start
        if place >= end:
            return None
        form = words[i].form
        if not (form[0].isupper() or form[0].isdigit()):
            continue
        if _BAR_STARTS.match(head, place) and _BAR.match(head, place):
            return place
        if _ends_with(head, place, words, i):
            return place
    return None


def _ends_with(head: str, place: int, words: Sequence[Word], i: int) -> bool:
    """Whether a date line or an agency's name that ends a headline begins with word ``i``."""
    agency, begin = _agency_at(head, place)
    before = words[i - 1].core.lower()
    _, size = _dates(head, begin)
    if agency:
        if before in _QUOTED:
            return False
        return bool(size) or bool(_BAR.match(head, begin)) or _begins_text(words, i, len(agency.split()))
    if not size or before in _DATED or ends_sentence(words[i - 1]):
        return False
    if _BAR.match(head, begin + size):
        return True
    if any(word.form in _PROSE for word in words[:i]):
        return False
    following = begin + size
    first = next(
        (j for j in range(i, len(words)) if words[j].span.start + place - words[i].span.start >= following), None
    )
    if dateline_of(head[following:]) is not None:
        return True
    return first is not None and (opens(words, first) or repeats(words, first, stems(words[:i])) >= REPEATED)


def _begins_text(words: Sequence[Word], i: int, size: int) -> bool:
    """Whether the text begins after an agency's name of so many words: it says again what the headline says."""
    first = i + size
    if first >= len(words) or not words[first].core[:1].isupper() or not is_prose(words, first):
        return False
    if any(ends_sentence(word) for word in words[:i]):
        return False
    again = repeats(words, first, stems(words[:i]))
    return again >= (REPEATED if opens(words, first) else _REPEATED_AFTER_AGENCY)


# --- Inside the first sentences --------------------------------------------------------------------------------------


def _inside(head: str, at: int) -> Iterator[Part]:
    """Tags, a picture's credit and a second date line between the first sentences."""
    marks = sorted(
        [(m.start(), m.end(), Section.CAPTION, None) for m in _BRACKET.finditer(head, at) if _is_credit(m[1])]
        + [(m.start(), _tags_end(head, at, m), Section.FRONT, None) for m in _TAGS.finditer(head, at)]
        + [(start, end, Section.FRONT, line) for start, end, line in _datelines(head, at)]
        + [(place, place, Section.BODY, None) for place in _again(head)],
        key=lambda mark: mark[:2],
    )
    for start, end, section, line in marks:
        if start < at or (end == start and section is not Section.BODY):
            continue
        if start > at:
            yield Part(start, Section.BODY)
        if end > start:
            yield Part(end, section, line)
        at = end


def _again(head: str) -> list[int]:
    words = words_of(head)
    return [words[i].span.start for i in told_again(words)]


def _is_credit(bracketed: str) -> bool:
    rest = _PICTURED.sub("", bracketed)
    named = agencies_in(rest)
    return not rest or any(is_known(name) for name in named)


def _tags_end(head: str, at: int, tags: "re.Match[str]") -> int:
    """Where the text goes on after a list of tags, or where the list begins if nothing shows it."""
    said, words = words_of(head[at : tags.start()]), words_of(head[tags.end() :])
    known = stems(said)
    for i, word in enumerate(words[1:], start=1):
        if word.span.start > _LONGEST_TAGS:
            break
        if ends_sentence(words[i - 1]):
            return tags.start() if any(w.core in OPEN_ENDS for w in words[:i]) else tags.end() + word.span.start
        anew = opens(words, i) and is_prose(words, i) and repeats(words, i, known) >= REPEATED
        if anew or exact(words, i, said):
            return tags.end() + word.span.start
    return tags.start()


def _datelines(head: str, at: int) -> Iterator[tuple[int, int, Dateline]]:
    """Datelines of a known agency within the text ("… seized. SANDA (AFP) Four ships …")."""
    for match in _PLACED.finditer(head, at + 1):
        start = match.start("last") if match["last"] and is_seat(match["last"].title()) else match.start()
        line = dateline_of(head[start : match.end() + 1])
        if line is not None and line.agencies and all(is_known(name) for name in line.agencies):
            yield start, match.end(), line


def place_at(block: str) -> Dateline | None:
    """The place that a block begins with whose date line stands before it ("SANDA At least four ships …"), or None."""
    match = _LOUD_PLACE.match(block)
    if match is None or kicker_end(match["place"] + ": x"):
        return None
    words = words_of(block[match.end() : match.end() + _LONGEST_DATES])
    region = (match["region"] or "").strip()
    if region and region not in lexicon().states:
        return None
    if not (is_seat(match["place"].title()) or (opens(words, 0) and is_prose(words, 0))):
        return None
    return Dateline(match.end(), match["place"] + (f", {region}" if region else ""), (), ())
