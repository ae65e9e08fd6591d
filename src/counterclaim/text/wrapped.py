"""Hard-wrapped texts: the line breaks that an e-mail, a wire or a scan put into sentences, before a capital too.

A text counts as wrapped on its own evidence only. Whoever wraps lines fills each until the next word does not fit, so
the breaks that surely fall inside a sentence (before a lower-case word, after "of") agree on one width. A break before
a capital is then a wrapped one where its line is as full as those, no sentence ends at it, and the lines that it would
join end as a paragraph does, or have many sure breaks. Headlines, captions, lists, tables and verse fail one of these.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.records import Span
from counterclaim.text.agencies import is_known
from counterclaim.text.front import byline_of, dateline_of, kicker_end, speaker_label, stamp_end
from counterclaim.text.furniture import is_furniture, opens_related
from counterclaim.text.published import dates_in_line
from counterclaim.text.words import words

LIST_MARKS = "-*•–—·>"
# No headline ends in one of these, and the line goes on.
OPEN_ENDS = frozenset(
    (
        "a an the of to in on at by for from with and or but as is are was were be been has have had will would can "
        "could may might must that which who whose its his her their this these than not into over under between "
        "against during after before said says"
    ).split()
)
# Words that are seldom written with a capital inside a sentence.
_STARTERS = frozenset(
    (
        "A An The This That These Those He She It They We There His Her Its Their Our In On At By For From With After "
        "Before As When While But And If Although However Meanwhile"
    ).split()
)
_WIDTHS = (45, 140)  # characters; the narrowest and the widest line that is taken for a wrapped one
_LEAST_BREAKS = 3  # sure breaks inside sentences, before a text is taken for wrapped
_LEAST_AGREEING = 0.75  # the part of them that must agree on the width
# What a line may fall short of the width, or go beyond it, in parts of the width: hands and scanners are not exact.
_SHORT, _OVER = 0.9, 1.15
_MORE_CAPITALS = 2  # other breaks that a paragraph may have beyond its sure ones
_TAIL = 16  # characters; longer than any abbreviation
_CLOSERS = "\"'”’»)]"
_ITEM = re.compile(r"(?:\d{1,2}|[A-Za-z])[.)]\s")
_TABLE = re.compile(r"\t|\||\S {4,}\S")


@dataclass(frozen=True, slots=True)
class _Break:
    """A line break that may be a wrapped one: the width of its line, and the width with the next word on it."""

    width: int
    needed: int
    lower: bool  # the next line begins in lower case
    sure: bool  # so it does, or the line ends in a word that no headline ends in
    ended: bool  # a sentence, a label or a caption ends at the break


def wrapped_breaks(text: str, lines: Sequence[Span]) -> frozenset[int]:
    """The numbers of the lines of a hard-wrapped text whose sentence goes on in the next line; none for any other text.

    ``lines`` are the text's lines in order, none blank. Linear in the length of the text.
    """
    breaks = [_break_of(text, line, following) for line, following in pairwise(lines)]
    width = _width([b for b in breaks if b and not b.ended])
    if width is None:
        return frozenset()
    found: set[int] = set()
    chain: list[int] = []
    for i, line in enumerate(lines):
        at = breaks[i] if i < len(breaks) else None
        if at and not at.ended and (at.lower or (_full(at, width) and not _opens_anew(text, lines, i))):
            chain.append(i)
            continue
        joined = [(j, b) for j in chain if (b := breaks[j])]
        if _is_prose(sum(b.sure for _, b in joined), len(chain), ended=_ends_paragraph(line.of(text))):
            found.update(j for j, b in joined if _full(b, width))
        chain = []
    return frozenset(found)


def stands_alone(line: str) -> bool:
    """Whether a line is front matter or furniture, which no sentence runs through."""
    return bool(dates_in_line(line)) or byline_of(line) is not None or is_furniture(line) or opens_related(line)


def _break_of(text: str, line: Span, following: Span) -> _Break | None:
    """The break between two lines, or None if one is no line of a wrapped paragraph or the second opens one."""
    if following.end - following.start > _WIDTHS[1] * _OVER or line.end - line.start > _WIDTHS[1] * _OVER:
        return None
    before, after = line.of(text).rstrip(), following.of(text).strip()
    if not _WIDTHS[0] <= len(before) <= _WIDTHS[1] or text.count("\n", line.end, following.start) > 1:
        return None
    if after[0] in LIST_MARKS or _ITEM.match(after) or _TABLE.search(before.strip()) or _TABLE.search(after):
        return None
    hangs = before.lstrip()[0] in LIST_MARKS or _ITEM.match(before.lstrip())
    if _indent(following.of(text)) > _indent(before) and not hangs:
        return None
    lower = after[0].islower()
    ended = _ended(text, line, following) or (lower and (stands_alone(before) or stands_alone(after)))
    needed = len(before) + 1 + len(after.split(maxsplit=1)[0])
    return _Break(len(before), needed, lower, lower or _is_open(before), ended)


def _is_open(line: str) -> bool:
    return line.split()[-1].lower() in OPEN_ENDS


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _ended(text: str, line: Span, following: Span) -> bool:
    """Whether a sentence, a label or a caption ends with a line, as far as the marks at its end say."""
    before, after = line.of(text).rstrip(), following.of(text).lstrip()
    core = before.rstrip(_CLOSERS)
    if before[-1] in ")]":
        head, _, bracketed = core.rpartition("(")
        return core[-1:] in {".", "!", "?"} or head.rstrip()[-1:] in {".", "!", "?"} or is_known(bracketed)
    if core[-1:] not in {".", "!", "?", "…", ":"}:
        return False
    if core != before:
        return not after[0].islower()  # "“We stay!”" and "said Moro"
    if core[-1] == ":":
        return after[0] not in '"“«'
    return core[-1] != "." or core.endswith("..") or not _abbreviated(text, line, following)


def _abbreviated(text: str, line: Span, following: Span) -> bool:
    """Whether the full stop that ends a line belongs to an abbreviation."""
    begin = text.rfind(" ", max(line.start, line.end - _TAIL), line.end) + 1 or line.end - 1
    tail = [w for w in words(text, start=begin, end=following.start + 1) if w.end <= line.end]
    return bool(tail) and tail[-1].end - tail[-1].start > 1


def _width(breaks: Sequence[_Break]) -> int | None:
    """The width that a text is wrapped at, or None if its sure breaks do not show one, or if more lines of that width
    break before a capital for no such reason: those are headlines."""
    sure = [b for b in breaks if b.sure]
    if len(sure) < _LEAST_BREAKS:
        return None
    width = sorted(b.width for b in sure)[len(sure) * 4 // 5]
    agreeing = sum(_full(b, width) for b in sure)
    capitals = sum(_full(b, width) for b in breaks if not b.sure)
    return width if agreeing >= len(sure) * _LEAST_AGREEING and capitals <= agreeing else None


def _full(at: _Break, width: int) -> bool:
    """Whether the next word would not have fitted into a line, nearly."""
    return at.needed > width * _SHORT and at.width <= width * _OVER


def _opens_anew(text: str, lines: Sequence[Span], i: int) -> bool:
    """Whether a line is a headline, or the next one, which begins with a capital, opens something of its own."""
    before, after = lines[i].of(text).strip(), lines[i + 1].of(text).strip()
    if _is_open(before) or before[-1] == ",":
        return False
    if i == 0 or (before.isupper() and not after.isupper()) or after.split(maxsplit=1)[0] in _STARTERS:
        return True
    first = text.count("\n", lines[i - 1].end, lines[i].start) > 1
    if (first and _is_title_case(before)) or stands_alone(before) or stands_alone(after):
        return True
    return bool(stamp_end(after) or kicker_end(after) or speaker_label(after)) or dateline_of(after) is not None


def _is_title_case(line: str) -> bool:
    long = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) >= 4]
    return len(long) >= 4 and all(word[0].isupper() for word in long)


def _is_prose(sure: int, breaks: int, *, ended: bool) -> bool:
    """Whether lines are a paragraph by their breaks, of which so many are sure, and by an end like a sentence's; one
    that is cut off or signed ("-- AFP") has to have more sure breaks."""
    if ended:
        return breaks - sure <= sure + _MORE_CAPITALS
    return sure >= _LEAST_BREAKS and 2 * (breaks - sure) <= sure


def _ends_paragraph(line: str) -> bool:
    stripped = line.rstrip()
    return stripped[-1] in ")]" or stripped.rstrip(_CLOSERS)[-1:] in {".", "!", "?", "…", ":"}
