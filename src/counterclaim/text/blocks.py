"""Lines to blocks: paragraphs, headlines, captions; a line that was only wrapped is joined to the next."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.records import Span
from counterclaim.text.published import run_in
from counterclaim.text.wrapped import LIST_MARKS, OPEN_ENDS, stands_alone, wrapped_breaks

_WRAPPED_LINE = (45, 120)  # the widths of lines that an e-mail or a terminal has wrapped
_LONGEST_TITLE = 180
_LINES_JUDGED = 30


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
    carried_on = wrapped_breaks(text, lines)
    start = None
    for i, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[i + 1] if i + 1 < len(lines) else None
        joined = following is not None and (i in carried_on or _wrapped(text, line, following))
        if not joined or (i == 0 and _is_headline(text, lines)):
            yield Span(start, line.end)
            start = None


def _wrapped(text: str, line: Span, following: Span) -> bool:
    """Whether the break between two lines falls inside a sentence."""
    if text.count("\n", line.end, following.start) > 1:
        return False
    before, after = line.of(text).rstrip(), following.of(text).lstrip()
    if before[-1] in '.!?:…”"»' or after[0] in LIST_MARKS:
        return False
    if after[0].islower():
        return not (stands_alone(before) or stands_alone(after))
    return _WRAPPED_LINE[0] <= len(before) <= _WRAPPED_LINE[1] and before[-1] in ",;-–—"


def _is_headline(text: str, lines: Sequence[Span]) -> bool:
    """Whether the first line is a headline over a body that begins in lower case: it breaks off although the next
    word would have fitted into it, which a wrapped line never does."""
    first, second = lines[0].of(text).strip(), lines[1].of(text).strip()
    words = first.split()
    if len(first) > _LONGEST_TITLE or len(words) < 2 or first[-1] in ",;-–—" or first[0].islower():
        return False
    if words[-1].lower() in OPEN_ENDS or second.rstrip("\"'”’»)")[-1:] not in {".", "!", "?"}:
        return False
    widest = max(line.end - line.start for line in lines[:_LINES_JUDGED])
    return len(first) + 1 + len(second.split(maxsplit=1)[0]) <= widest
