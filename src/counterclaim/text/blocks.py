"""Lines to blocks: paragraphs, headlines, captions; a line that was only wrapped is joined to the next."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.records import Span
from counterclaim.text.front import byline_of
from counterclaim.text.furniture import is_furniture, opens_related
from counterclaim.text.published import dates_in_line, run_in

_WRAPPED_LINE = (45, 120)  # the widths of lines that an e-mail or a terminal has wrapped
_LONGEST_TITLE = 180
_LINES_JUDGED = 30
# No headline ends in one of these, and the line goes on.
_OPEN_ENDS = frozenset(
    (
        "a an the of to in on at by for from with and or but as is are was were be been has have had will would can "
        "could may might must that which who whose its his her their this these than not into over under between "
        "against during after before said says"
    ).split()
)


def blocks_of(text: str) -> list[Span]:
    """The blocks of a text, in order, without blank lines. A date that is run into the text is a block of its own."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c]+", text)]
    lines = [line for line in lines if not line.of(text).isspace()]
    return list(_blocks(text, lines))


def _blocks(text: str, lines: list[Span]) -> Iterator[Span]:
    cut = run_in(text)[1]
    if cut and lines:
        yield Span(0, cut)
        lines = [Span(max(line.start, cut), line.end) for line in lines if line.end > cut]
    start = None
    for i, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or not _wrapped(text, line, following) or (i == 0 and _is_headline(text, lines)):
            yield Span(start, line.end)
            start = None


def _wrapped(text: str, line: Span, following: Span) -> bool:
    """Whether the break between two lines falls inside a sentence."""
    if text.count("\n", line.end, following.start) > 1:
        return False
    before, after = line.of(text).rstrip(), following.of(text).lstrip()
    if before[-1] in '.!?:…”"»' or after[0] in "-*•–—·>":
        return False
    if after[0].islower():
        return not (_stands_alone(before) or _stands_alone(after))
    return _WRAPPED_LINE[0] <= len(before) <= _WRAPPED_LINE[1] and before[-1] in ",;-–—"


def _stands_alone(line: str) -> bool:
    """Whether a line is front matter or furniture, which no sentence runs through."""
    return bool(dates_in_line(line)) or byline_of(line) is not None or is_furniture(line) or opens_related(line)


def _is_headline(text: str, lines: Sequence[Span]) -> bool:
    """Whether the first line is a headline over a body that begins in lower case: it breaks off although the next
    word would have fitted into it, which a wrapped line never does."""
    first, second = lines[0].of(text).strip(), lines[1].of(text).strip()
    words = first.split()
    if len(first) > _LONGEST_TITLE or len(words) < 2 or first[-1] in ",;-–—" or first[0].islower():
        return False
    if words[-1].lower() in _OPEN_ENDS or second.rstrip("\"'”’»)")[-1:] not in {".", "!", "?"}:
        return False
    widest = max(line.end - line.start for line in lines[:_LINES_JUDGED])
    return len(first) + 1 + len(second.split(maxsplit=1)[0]) <= widest
