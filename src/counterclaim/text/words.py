"""Words of raw English text, as Universal Dependencies splits them, with exact offsets.

The rules follow the English Web Treebank's guidelines (clitics and hyphenated compounds apart, prefixes and numbers
whole) with one deliberate difference: a designation such as "Shahed-136/131" or "9M133" is one word, because here it is
a name and not a compound.
"""

import re
from collections.abc import Collection, Iterator

from counterclaim.records import Span

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
    (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])
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
# Fused words of one graphic word, cut after so many letters.
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wont": 2}

# Words that, glued to the end of a name by a lost space, betray the join: function words and the commonest verbs of
# saying. Three letters at least, and none that words are made with ("Some-where"): a report may hold both "Iraq"
# and "Iraqis", "Direct" and "Director".
_JOINED_TAILS = (
    "accused added also and announced asserted but claimed confirmed declared denied explained for from had has have "
    "insisted pointed reported said says stated stressed that the told was were when which who"
).split()


def words(text: str, *, start: int = 0, end: int | None = None, known: Collection[str] = ()) -> list[Span]:
    """Split ``text[start:end]`` into words.

    ``known`` holds words that stand alone elsewhere in the same document; they are the evidence on which a
    run-together word ("Petrovstressed") is cut in two. Offsets are code points into ``text``; words never overlap,
    stand in order, and leave only white space uncovered. Linear in the length of the text.
    """
    end = len(text) if end is None else end
    return [span for match in _TOKEN.finditer(text, start, end) for span in _parts(text, match, known)]


def _parts(text: str, match: "re.Match[str]", known: Collection[str]) -> Iterator[Span]:
    kind, (start, end) = match.lastgroup, match.span()
    if kind not in {"word", "prefixed"}:
        yield Span(start, end)
        return
    word = match.group()
    cut = _FUSED.get(word.lower())
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        yield from _joined(text, start, start + clitic.start(), known)
        yield Span(start + clitic.start(), end)
    elif cut:
        yield Span(start, start + cut)
        yield Span(start + cut, end)
    else:
        yield from _joined(text, start, end, known)


def _joined(text: str, start: int, end: int, known: Collection[str]) -> Iterator[Span]:
    """One word, or two where the first is known to stand alone elsewhere and the second is a betraying tail."""
    word = text[start:end]
    if known and word[0].isupper():
        for tail in _JOINED_TAILS:
            name = word.removesuffix(tail)
            if len(name) >= 4 and name != word and name in known:
                yield Span(start, end - len(tail))
                yield Span(end - len(tail), end)
                return
    yield Span(start, end)


def standalone(text: str) -> frozenset[str]:
    """The capitalised words that stand alone in a text: the evidence for cutting run-together words."""
    return frozenset(m.group() for m in re.finditer(rf"(?<!\w)[A-Z]{_LETTER}{{3,}}(?!\w)", text))
