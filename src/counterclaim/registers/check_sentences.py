"""The sentence around some characters of a report, as far as a ledger keeps it: its raw text."""

import re
from collections.abc import Iterator

from counterclaim.records import Span

LONGEST = 1500  # characters on either side that a sentence may have
_SEEN = 4  # characters behind a sentence's end that tell that it is one
_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]*[^\W\d_a-zß-öø-ÿ])|\n\s*\n|(?<=[.!?…])[”\"](?=\S)")
_ABBREVIATED = frozenset(
    (
        "mr mrs ms dr prof hon rev st gen brig-gen brig maj maj-gen lt lt-gen col capt sgt cmdr adm rear-adm vice-adm "
        "sen rep gov pres co corp ltd inc llc jsc bros messrs no nos vs etc art sec para fig vol al ca "
        "jan feb mar apr jun jul aug sept sep oct nov dec"
    ).split()
)
_WORD_BEFORE = re.compile(r"([\w-]+(?:\.[\w-]+)*)\.\Z")


def sentence_around(text: str, span: Span) -> Span:
    """The sentence that ``span`` stands in, or the hull of those it runs over. An abbreviation's stop ends none."""
    low, high = max(0, span.start - LONGEST), min(len(text), span.end + LONGEST)
    start = low
    for end in _ends(text, low, min(len(text), span.start + _SEEN)):
        start = end if end <= span.start else start
    after = next(_ends(text, span.end, high), high)
    return Span(start, max(after, span.end))


def following(text: str, span: Span, sentences: int) -> Span:
    """The text behind a sentence, of so many sentences at most."""
    high = min(len(text), span.end + LONGEST)
    end = span.end
    for number, stop in enumerate(_ends(text, span.end, high), start=1):
        end = stop
        if number == sentences:
            return Span(span.end, end)
    return Span(span.end, high)


def _ends(text: str, low: int, high: int) -> Iterator[int]:
    """Where sentences end between two characters."""
    for match in _END.finditer(text, low, high):
        before = _WORD_BEFORE.search(text, max(low, match.start() - 20), match.start() + 1)
        word = before[1].lower() if before else ""
        if word not in _ABBREVIATED and len(word) != 1 and "." not in word:
            yield match.end()
