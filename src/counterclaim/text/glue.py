"""A page that was scraped into one block: its headline, date line and tool bar, glued to the text without a mark.

Rules look at the head of the first block of text only, within fixed bounds, and cut on evidence: a tool bar's own
words, a date with its year, an agency's name beside it, or a headline that its text says again (see ``openings``).
"""

import re
from collections.abc import Iterator, Sequence

from counterclaim.records import Section
from counterclaim.text.agencies import is_agency
from counterclaim.text.bars import (
    LONGEST_DATES,
    QUOTING,
    SHORTEST,
    WINDOW,
    Part,
    agency_at,
    bar_at,
    dates_at,
    may_begin,
    runs_at,
)
from counterclaim.text.front import Dateline, dateline_of
from counterclaim.text.openings import (
    REPEATED,
    Word,
    body_behind,
    body_start,
    ends_sentence,
    has_prose,
    is_prose,
    opens,
    own_end,
    repeats,
    stems,
    words_of,
)

_HEAD = 420  # characters in which a headline's date line or tool bar stands
_ENDED = re.compile(r"[.!?](?<=[a-z]{4}.)[\"”]?\s")
_BEHIND = 140  # characters behind a headline, or behind its sentence, that show what stands there
_LONGEST_TITLE = 180
_LEAST_TITLE = 3  # words of a headline before a date line
_CREDIT_WORDS = 9  # an agency, a photographer, the name of the page's section, a clock time
_REPEATED_AFTER_AGENCY = 3  # words said again, where no word that opens sentences shows the text's beginning
_RELATED = re.compile(
    r"(?:Related(?:\s+(?:Articles|Stories|News|Topics))?|Read\s+(?:also|more)|See\s+also)\s+(?=[A-Z\d\"“])"
)
_BYLINE = re.compile(r"[Bb]y\s+(?:[A-Z][\w'’-]+\s+){2,3}?(?=(?:A|An|The|At|[A-Z][a-z]+)\s)")
_FIELD = re.compile(r"(?:title|headline|body|text)\s*:\s+(?=\S)")

# Words after which a date belongs to the sentence.
_DATED = frozenset(
    (
        "on in of from since until till by before after between and to the dated late early at for during last next "
        "this as or through a an that until around about published updated "
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    ).split()
)


def parts_before(block: str, *, titled: bool) -> list[Part]:
    """The parts that a page's first block begins with, in order: date lines, tool bars, a headline glued to the text.

    ``titled`` says that the page has a headline of its own; then none is looked for. The parts touch each other, and
    leave some of the block. Bounded: only the head of the block is read.
    """
    if len(block) < SHORTEST:
        return []
    return [part for part in _before_text(block[:WINDOW], titled=titled) if part.end < len(block)]


def _before_text(head: str, *, titled: bool) -> Iterator[Part]:
    """Date lines, tool bars, the headline and what follows it, up to the text's first sentence."""
    at, title = 0, ""
    for part in runs_at(head, at):
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
            yield from _title(head[at:cut], at)
            at = cut
            for part in runs_at(head, at, titled=True):
                yield part
                at = part.end
    if related := _RELATED.match(head, at):
        yield Part(related.end(), Section.FRONT)
        words = words_of(head[related.end() :])
        start = body_behind(words, stems(words_of(title))) if title else None
        if start:
            yield Part(related.end() + words[start].start, Section.RELATED)


def _byline_at(head: str, at: int) -> int:
    """Where the text begins after a byline that begins at a place ("by Jane Doe At least four ships …"), or 0."""
    match = _BYLINE.match(head, at)
    words = words_of(head[match.end() : match.end() + LONGEST_DATES]) if match else []
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
    ended = any(ends_sentence(word) for word in words[:-1]) or (ends_sentence(words[-1]) and has_prose(words))
    credit = _credit_behind(words)
    if credit:
        yield Part(at + credit, Section.BODY if ended else Section.TITLE)
        yield Part(end, Section.FRONT, silent)
    else:
        yield Part(end, Section.BODY if ended or len(title) > _LONGEST_TITLE else Section.TITLE)


def _credit_behind(words: Sequence[Word]) -> int:
    """Where the credit of a picture begins that ends a headline: an agency's name and nothing but names behind it."""
    for i in range(len(words) - 1, max(_LEAST_TITLE, len(words) - _CREDIT_WORDS) - 1, -1):
        if not (words[i].form[0].isupper() or words[i].form.isdigit()):
            return 0
        if is_agency(words[i].form) and words[i - 1].core.lower() not in QUOTING:
            return words[i].start if len(words) - i > 1 else 0
    return 0


def _headline(head: str, at: int) -> int | None:
    """Where a headline that begins at a place ends and a date line, a tool bar or the text goes on, or None."""
    ended = _ENDED.search(head, at, at + _HEAD)
    words = words_of(head[at : (ended.end() if ended else at + _HEAD) + _BEHIND])
    texts = body_start(words)
    end = at + words[texts].start if texts is not None else at + _HEAD
    marked = _marked(head, at, words, end)
    if marked is not None or texts is not None:
        return end if marked is None else marked
    over = own_end(words)
    return None if over is None else at + words[over].start


def _marked(head: str, at: int, words: Sequence[Word], end: int) -> int | None:
    """Where the first date line, agency or tool bar after a headline begins, before ``end``."""
    for i in range(_LEAST_TITLE, len(words)):
        place = at + words[i].start
        if place >= end:
            return None
        if not may_begin(words[i].form):
            continue
        if bar_at(head, place):
            return place
        if _ends_with(head, place, words, i):
            return place
    return None


def _ends_with(head: str, place: int, words: Sequence[Word], i: int) -> bool:
    """Whether a date line or an agency's name that ends a headline begins with word ``i``."""
    agency, begin = agency_at(head, place)
    before = words[i - 1].core.lower()
    _, size = dates_at(head, begin)
    if agency:
        if before in QUOTING:
            return False
        return bool(size) or bar_at(head, begin) is not None or _begins_text(words, i, len(agency.split()))
    if not size or before in _DATED or ends_sentence(words[i - 1]):
        return False
    if bar_at(head, begin + size):
        return True
    if has_prose(words[:i]) or is_agency(words[i - 1].core):
        return False
    following = begin + size
    first = next((j for j in range(i, len(words)) if words[j].start + place - words[i].start >= following), None)
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
    if opens(words, first):
        return again >= REPEATED
    return again >= _REPEATED_AFTER_AGENCY and any(word.form.islower() for word in words[first + 1 : first + 3])
