"""Raw text to sentences of words, with sections: headlines, captions and missing full stops included.

Blocks come first (lines and paragraphs, wrapped lines joined), then sentences inside a block. A boundary is
decided on words, not on characters, so that "U.S.", "No. 5" and "3.5" never look like one.
"""

import re
from collections.abc import Iterator

from counterclaim.records import Sentence, Span
from counterclaim.text.sections import section_of_blocks
from counterclaim.text.words import standalone, words

_ENDS = frozenset({".", "!", "?", "…", "..", "...", "....", "!!", "??", "。", "؟", "！", "？"})
_CLOSERS = frozenset("\"'”’»)]}")
_OPENERS = frozenset("\"'“‘«([{")
# Abbreviations that may end a sentence; all others with a full stop of their own never do.
_MAY_END = re.compile(r"(?i)(?:[a-z]\.){2,}|(?:inc|ltd|co|corp|jr|sr|etc|a\.m|p\.m|esq)\.")
# After an abbreviation only a word that usually opens a sentence is taken for one.
_STARTERS = frozenset(
    (
        "The A An In On At It He She They We I But And However Meanwhile According This That These Those His Her "
        "Their Its There As After Before Since When While Although If For From By With Last Earlier Later Both "
        "Some Many Several"
    ).split()
)
LONGEST = 200  # words; the longest sentence of edited English prose is rarely over 100
_CLAUSE_MARKS = frozenset({",", ";", ":", ")", "—", "–", "|", "•", "-"})
# A date line that some archives print before the text: no part of its first sentence.
_DATE_LINE = re.compile(r"\s*(?:date|published|updated|posted)\b[\s:]*(?:on\s+)?\d{4}-\d\d-\d\d\s+", re.IGNORECASE)
_WRAPPED_LINE = (45, 120)  # the widths of lines that an e-mail or a terminal has wrapped


def sentences(text: str) -> list[Sentence]:
    """The sentences of a raw text, in order; every visible character belongs to one. Linear in the text's length."""
    known = standalone(text)
    blocks = list(_blocks(text))
    sections = section_of_blocks([b.of(text) for b in blocks])
    found = []
    for block, section in zip(blocks, sections, strict=True):
        spans = words(text, start=block.start, end=block.end, known=known)
        for run in (part for whole in _runs(text, spans) for part in _bounded(text, whole)):
            found.append(Sentence(Span(run[0].start, run[-1].end), tuple(run), section))
    return found


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs: runs of lines, a line being joined to the next where it was only wrapped."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n\r\u2028\u2029\x0b\x0c]+", text)]
    lines = [line for line in lines if not line.of(text).isspace()]
    dated = _DATE_LINE.match(text)
    if dated and lines and dated.end() < lines[0].end:
        yield Span(0, dated.end())
        lines[0] = Span(dated.end(), lines[0].end)
    start = None
    for i, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or not _wrapped(text, line, following):
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
        return True
    return _WRAPPED_LINE[0] <= len(before) <= _WRAPPED_LINE[1] and before[-1] in ",;-–—"


def _runs(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """The words of a block, sentence by sentence."""
    run: list[Span] = []
    i = 0
    while i < len(spans):
        run.append(spans[i])
        if _ends(text, spans, i, len(run)):
            while i + 1 < len(spans) and _closes(text, spans, i + 1):
                i += 1
                run.append(spans[i])
            if _opens(text, spans, i):
                yield run
                run = []
        i += 1
    if run:
        yield run


def _bounded(text: str, run: list[Span]) -> Iterator[list[Span]]:
    """A run of words in parts of at most ``LONGEST``, cut after the last clause mark of a part's second half if there
    is one: a page without full stops is still read, and nothing after this stage grows with the square of it."""
    first = 0
    while len(run) - first > LONGEST:
        second_half = range(first + LONGEST - 1, first + LONGEST // 2, -1)
        cut = next((i + 1 for i in second_half if run[i].of(text) in _CLAUSE_MARKS), first + LONGEST)
        yield run[first:cut]
        first = cut
    yield run[first:]


def _ends(text: str, spans: list[Span], i: int, length: int) -> bool:
    word = spans[i].of(text)
    if word in _ENDS or (len(word) > 1 and set(word) <= set(".!?…")):
        previous = spans[i - 1].of(text) if length > 1 else ""
        return not (
            word == "." and length <= 2 and (previous.isdigit() or len(previous) == 1)
        )  # "1." opens a list item
    if word.endswith(".") and _MAY_END.fullmatch(word) and i + 1 < len(spans):
        return spans[i + 1].of(text) in _STARTERS
    return False


def _closes(text: str, spans: list[Span], i: int) -> bool:
    """Whether a mark after the sentence's end still belongs to it: a closing quote or bracket, glued on."""
    word = spans[i].of(text)
    if word in {"”", "’", "»", ")", "]", "}"} or word in _ENDS:
        return True
    return word in _CLOSERS and spans[i].start == spans[i - 1].end


def _opens(text: str, spans: list[Span], i: int) -> bool:
    """Whether what follows word ``i`` can begin a sentence."""
    if i + 1 >= len(spans):
        return True
    following = spans[i + 1].of(text)
    glued = spans[i + 1].start == spans[i].end
    if following[0] in _OPENERS and i + 2 < len(spans):
        following = spans[i + 2].of(text)
    if following[0].islower() or following[0] in ",;:":
        return False
    if glued:  # "…sanctions.The minister": a lost space, unless it is a web address or a figure
        return following[0].isupper() and len(following) > 1
    return True
