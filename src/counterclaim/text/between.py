"""What a scraped page leaves between the first sentences of a text: tags, the credit of a picture, datelines, and a
paragraph printed again."""

import re
from collections.abc import Iterator

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Section
from counterclaim.text.agencies import agencies_in, is_agency, is_known
from counterclaim.text.bars import LONGEST_DATES, QUOTING, SHORTEST, WINDOW, Part, dated_at
from counterclaim.text.front import Dateline, dateline_of, is_seat, kicker_end
from counterclaim.text.openings import ends_sentence, exact, is_prose, opens, told_again, words_of
from counterclaim.text.wrapped import OPEN_ENDS

# Capital first, so that the search is fast: what must stand before it is looked back for.
_TAGS = re.compile(r"[TK](?<=[a-z.!?\"”]\s[TK])(?:(?<=T)ags|(?<=K)eywords|(?<=T)opics)\s+(?=[A-Z\d])")
_LONGEST_TAGS = 240
_WIRED = re.compile(r"[MTWFS](?:on|ue|ed|hu|ri|at|un)[a-z]*\.?,?\s+\d{1,2}\s")
_BRACKET = re.compile(r"\((?:(?<=[.!?)]\s\()|(?<=(?:19|20)\d\d\s\())([^()]{2,60})\)\s+(?=[\"“‘(]?[A-Z0-9])")
_PICTURED = re.compile(r"(?i)\s*(?:^|\b)(?:file\s+)?(?:photos?|pictures?|archives?|images?)\s*$")

_SOURCE = re.compile(r"\([^()]{2,60}\)[\s–—-]+(?=[\"“‘]?[A-Z0-9])")
_PLACE = re.compile(r"\b[A-Z]{3,}(?:\s(?P<last>[A-Z][A-Za-z]+))?(?:\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?\s$")
_LONGEST_PLACE = 40
_LOUD_PLACE = re.compile(
    r"(?P<place>[A-Z]{4,}(?:[ -][A-Z]{3,}){0,2})(?P<region>\s[A-Z][a-z]+)?\s+(?=(?:[A-Z][a-z]+|An?)\s)"
)


def parts_inside(block: str) -> list[Part]:
    """The parts that stand between the first sentences of a block, and the sentences before each as a part of the
    section BODY, in order: lists of tags, the credit of a picture, datelines. Only the head of the block is read."""
    if len(block) < SHORTEST:
        return []
    return [part for part in _inside(block[:WINDOW], 0) if part.end < len(block)]


def _inside(head: str, at: int) -> Iterator[Part]:
    """Tags, a picture's credit and a second date line between the first sentences."""
    marks = sorted(
        [(m.start(), m.end(), Section.CAPTION, None) for m in _BRACKET.finditer(head, at) if _is_credit(m[1])]
        + [(m.start(), _tags_end(head, at, m), Section.FRONT, None) for m in _TAGS.finditer(head, at)]
        + [(start, end, Section.FRONT, line) for start, end, line in _datelines(head, at)]
        + [(start, p.end, p.section, p.dateline) for start, p in _wired(head, at)]
        + [(place, place, Section.BODY, None) for place in told_again(head)],
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


def _wired(head: str, at: int) -> Iterator[tuple[int, Part]]:
    """The date lines of agencies between two sentences: where each begins, and the part."""
    for day in _WIRED.finditer(head, at):
        before = head[max(at, day.start() - _LONGEST_PLACE) : day.start()].split()
        if len(before) < 2 or not is_agency(before[-1]) or before[-2].lower() in QUOTING:
            continue
        start = head.rindex(before[-1], 0, day.start())
        part = dated_at(head, start, alone=False)
        if part is not None:
            yield start, part


def _is_credit(bracketed: str) -> bool:
    rest = _PICTURED.sub("", bracketed)
    named = agencies_in(rest)
    return not rest or any(is_known(name) for name in named)


def _tags_end(head: str, at: int, tags: "re.Match[str]") -> int:
    """Where the text goes on after a list of tags, or where the list begins if nothing shows it."""
    said, words = words_of(head[at : tags.start()]), words_of(head[tags.end() :])
    for i, word in enumerate(words[1:], start=1):
        if word.start > _LONGEST_TAGS:
            break
        if ends_sentence(words[i - 1]):
            return tags.start() if any(w.core in OPEN_ENDS for w in words[:i]) else tags.end() + word.start
        if (opens(words, i) and is_prose(words, i)) or exact(words, i, said):
            return tags.end() + word.start
    return tags.start()


def _datelines(head: str, at: int) -> Iterator[tuple[int, int, Dateline]]:
    """Datelines of a known agency within the text ("… seized. SANDA (AFP) Four ships …")."""
    for source in _SOURCE.finditer(head, at + 1):
        place = _PLACE.search(head, max(at, source.start() - _LONGEST_PLACE), source.start())
        if place is None:
            continue
        start = place.start("last") if place["last"] and is_seat(place["last"].title()) else place.start()
        line = dateline_of(head[start : source.end() + 1])
        if line is not None and line.agencies and all(is_known(name) for name in line.agencies):
            yield start, source.end(), line


def place_at(block: str) -> Dateline | None:
    """The place that a block begins with whose date line stands before it ("SANDA At least four ships …"), or None."""
    match = _LOUD_PLACE.match(block)
    if match is None or kicker_end(match["place"] + ": x"):
        return None
    words = words_of(block[match.end() : match.end() + LONGEST_DATES])
    region = (match["region"] or "").strip()
    if region and region not in lexicon().states:
        return None
    if not (is_seat(match["place"].title()) or (opens(words, 0) and is_prose(words, 0))):
        return None
    return Dateline(match.end(), match["place"] + (f", {region}" if region else ""), (), ())
