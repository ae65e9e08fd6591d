"""Where sentences end inside a block, decided on words and not on characters, so that "U.S.", "No. 5" and "3.5" never
look like an end.
"""

import re
from collections.abc import Iterator

from counterclaim.records import Span

_ENDS = frozenset({".", "!", "?", "…", "..", "...", "....", "!!", "??", "。", "؟", "！", "？"})
_CLOSERS = frozenset("\"'”’»)]}")
_OPENERS = frozenset("\"'“‘«([{")
# Abbreviations that may end a sentence; all others with a full stop of their own never do.
_MAY_END = re.compile(r"(?i)(?:[a-z]\.){2,}|(?:inc|ltd|co|corp|jr|sr|etc|a\.m|p\.m|esq)\.")
_CLOCK = re.compile(r"(?i)[ap]\.m\.")
_DAY = re.compile(
    r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|"
    r"eastern|central|pacific|mountain|greenwich|universal"
)
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


def split(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """The words of a block, sentence by sentence, none longer than ``LONGEST`` words."""
    for run in _runs(text, spans):
        yield from _bounded(text, run)


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
    if text[spans[i].end - 1].isalnum():  # most words
        return False
    word = spans[i].of(text)
    if word in _ENDS or (len(word) > 1 and set(word) <= set(".!?…")):
        previous = spans[i - 1].of(text) if length > 1 else ""
        return not (
            word == "." and length <= 2 and (previous.isdigit() or len(previous) == 1)
        )  # "1." opens a list item
    if word.endswith(".") and _MAY_END.fullmatch(word) and i + 1 < len(spans):
        following = spans[i + 1].of(text)
        return following in _STARTERS or (_CLOCK.fullmatch(word) is not None and _leaves_the_clock(text, spans, i + 1))
    return False


def _leaves_the_clock(text: str, spans: list[Span], i: int) -> bool:
    """Whether the word after "5 p.m." begins a sentence: it is capitalised and says no day, month or time zone."""
    word = spans[i].of(text)
    if not (word[0].isupper() and word[1:].islower()) or _DAY.fullmatch(word):
        return False
    return i + 1 >= len(spans) or spans[i + 1].of(text).lower() not in {"time", "standard", "daylight"}


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
