"""Words of raw English text, as Universal Dependencies splits them, with exact offsets.

The rules follow the English Web Treebank's guidelines (clitics and hyphenated compounds apart, prefixes and numbers
whole) with one deliberate difference: a designation such as "Shahed-136/131" or "9M133" is one word, because here it is
a name and not a compound.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from counterclaim.records import Span
from counterclaim.text.joined import NOTHING, SHORTEST_JOINED, joined_at

# Prefixes that stay on their word in the English Web Treebank ("non-state", "anti-tank").
_PREFIXES = (
    "anti|bi|co|counter|cross|de|e|ex|extra|hyper|infra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|para|"
    "post|pre|pro|proto|pseudo|quasi|re|semi|sub|super|trans|tri|ultra|un|under|uni"
)
# Abbreviations whose full stop belongs to the word; closed classes, not names.
_ABBREVIATIONS = (
    "adm|amb|apr|assn|aug|ave|blvd|brig|bros|ca|capt|cf|cmdr|co|col|corp|dec|dept|det|dr|ed|eds|esq|est|etc|feb|fr|"
    "ft|gen|gov|hon|inc|insp|jan|jr|jul|jun|lt|ltd|maj|mar|messrs|mr|mrs|ms|mt|nov|oct|pvt|prof|rep|reps|ret|rev|"
    "sen|sens|sept|sep|sgt|spec|sr|st|supt|vs"
)
_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
    (?=\S)(?:
    (?P<plain>{_LETTER}++(?=[\s,]))  # no rule below would read it in another way; most words are plain
  | (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])
  | (?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<tag>[@\#]\w+)
  | (?P<dotted>(?:(?<![^\W_]){_LETTER}\.){{2,12}}(?!\w))
  | (?P<latin>(?i:(?<!\w)(?:i\.e|e\.g|a\.m|p\.m|ph\.d)\.))
  | (?P<abbreviation>(?i:(?<!\w)(?:{_ABBREVIATIONS})\.)(?!\w))
  | (?P<counted>(?i:(?<!\w)(?:no|nos|art|fig|vol)\.)(?=\s?\d))
  | (?P<initial>(?<![\w'’-])[A-Z]\.(?=\s?[A-Z]))
  | (?P<phone>(?<!\w)\+?\d{{1,4}}-\d{{3,4}}-\d{{3,4}}(?:-\d{{2,4}})?(?!\w))
  | (?P<designation>(?<![^\W_])(?:
        [A-Z]{_LETTER}{{0,14}}-\d+{_LETTER}{{0,5}}\d{{0,3}}(?:-[A-Z]?\d{{1,3}}|-[A-Z]{{1,2}}(?!\w))?(?:/\d+{_LETTER}{{0,3}})*
      | {_LETTER}{{3,14}}-\d{{2,3}}[A-Z]?(?:/\d+{_LETTER}{{0,3}})*
      | \d{{1,3}}[A-Z]{{1,4}}-?\d{{1,4}}(?:[A-Z]\w{{0,3}})?(?:-\d{{1,2}}|-[A-Z]{{1,2}}\d?)?
      )(?![^\W_]))
  | (?P<ordinal>\d+(?:st|nd|rd|th|s)(?!\w))
  | (?P<number>\d+(?:[.,:/]\d+)*)
  | (?P<prefixed>(?i:(?<![^\W_])(?:{_PREFIXES}))-{_LETTER}\w*(?:['’ʼ`]{_LETTER}\w*)*)
  | (?P<word>{_LETTER}[\w\u0300-\u036f]*(?:['’ʼ`]{_LETTER}[\w\u0300-\u036f]*)*)
  | (?P<clitic>(?<=[\w.])['’](?i:s|re|ve|ll|d|m)(?!\w))
  | (?P<dots>\.{{2,}}|-{{2,}}|!{{2,}}|\?{{2,}}|_+|={{2,}}|\*{{2,}})
  | (?P<other>[^\s][\u0300-\u036f\ufe0e\ufe0f\u200d]*)
    )
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}\b")
# Fused words of one graphic word, cut after so many letters.
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wont": 2}
_LONGEST_FUSED = max(map(len, _FUSED))


def words(text: str, *, start: int = 0, end: int | None = None, known: Mapping[str, int] = NOTHING) -> list[Span]:
    """Split ``text[start:end]`` into words.

    ``known`` counts the words of the same document (see ``standalone``); they are the evidence on which a run-together
    word ("Petrovstressed") is cut in two. Offsets are code points into ``text``; words never overlap,
    stand in order, and leave only white space uncovered. Linear in the length of the text.
    """
    end = len(text) if end is None else end
    return [span for match in _TOKEN.finditer(text, start, end) for span in _parts(text, match, known)]


def _parts(text: str, match: "re.Match[str]", known: Mapping[str, int]) -> Iterable[Span]:
    kind = match.lastgroup
    start, end = match.span()
    if kind == "plain":
        cut = _FUSED.get(text[start:end].lower()) if end - start <= _LONGEST_FUSED else None
        return (Span(start, start + cut), Span(start + cut, end)) if cut else _whole_or_two(text, start, end, known)
    if kind not in {"word", "prefixed"}:
        return (Span(start, end),)
    word = match.group()
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        stem = start + clitic.start()
        return (*_whole_or_two(text, start, stem, known), Span(stem, end))
    cut = _FUSED.get(word.lower())
    return (Span(start, start + cut), Span(start + cut, end)) if cut else _whole_or_two(text, start, end, known)


def _whole_or_two(text: str, start: int, end: int, known: Mapping[str, int]) -> tuple[Span, ...]:
    cut = joined_at(text, start, end, known) if known and end - start >= SHORTEST_JOINED else None
    return (Span(start, end),) if cut is None else (Span(start, cut), Span(cut, end))


def standalone(text: str) -> Mapping[str, int]:
    """How often each word of four letters and more stands alone in a text: the evidence for cutting joined words."""
    return Counter(_LONG_WORD.findall(text))
