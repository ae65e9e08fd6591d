"""Raw text to text that reads well, with a map back: what files and web pages leave between the letters.

Repaired: soft hyphens, zero-width and direction marks, control characters; ligatures, full-width and mathematical
letters (Unicode's compatibility forms, but only where the meaning stays: "½" and "km²" are left alone); UTF-8 that was
read as Windows-1252 or Mac Roman; HTML entities and tags; odd hyphens and apostrophes; words hyphenated over a line
end; thousands set apart by a narrow space. Quotation marks stay as they are.
"""

import html
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Span


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as it is to be read. ``starts`` and ``ends`` give each of its characters the raw characters that it stands
    for, as offsets into the raw text; both are empty where nothing was ``changed``."""

    text: str
    changed: bool = False
    starts: Sequence[int] = field(default=())
    ends: Sequence[int] = field(default=())

    def raw(self, span: Span) -> Span:
        """The raw characters that a stretch of this text, at least one character long, stands for."""
        return Span(self.starts[span.start], self.ends[span.end - 1]) if self.changed else span


@dataclass(frozen=True, slots=True)
class _Edit:
    """The raw characters ``[start, end)`` read as ``text``, all of them for each of its characters."""

    start: int
    end: int
    text: str


_INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_CONTROL = "\x00-\x08\x0e-\x1b\x7f"
_FORMS = "\u0132\u0133\u01c4-\u01cc\u2160-\u217f\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
_HYPHENS = "\u2010-\u2012\u2212\ufe63"
_NARROW = "\xa0\u2009\u202f"
_APOSTROPHES = "\xb4`\u02b9\u02bc\u2032\u201b\ufffd"

# Bytes 0x80 to 0xBF as Windows-1252, or as Latin-1, shows them: what goes on a character of several bytes.
_BYTES = {chr(b): b for b in range(0x80, 0x100)} | {
    bytes([b]).decode("cp1252"): b for b in range(0x80, 0x100) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_GOES_ON = "[" + "".join(re.escape(c) for c, b in _BYTES.items() if b < 0xC0) + "]"
_TWICE = rf"(?:[ÂÃÄÅÐÑ]{_GOES_ON}|[âï]{_GOES_ON}{{2}}|ð{_GOES_ON}{{3}})+|â€(?!{_GOES_ON})"
# What no text holds on purpose, against "Ø”", which a Danish one may.
_SURELY_TWICE = re.compile("â€|[ÂÃâ][\x80-\x9f]|[ÂÃÄÅÐÑ][\xa0-\xaa\xac-\xaf\xb1-\xb6\xb8-\xba\xbc-\xbf]")
_MAC = {"ô": "‘", "ö": "’", "ú": "“", "ù": "”", "ì": "–", "î": "—", "¶": "…"}  # after "‚Ä"
_INLINE_TAGS = "a|abbr|b|em|i|s|small|span|strong|sub|sup|u"
_BLOCK_TAGS = "article|blockquote|br|div|figcaption|figure|h[1-6]|hr|img|li|ol|p|section|table|td|tr|ul"

# Where a repair may begin. Most texts hold none of these, and cost no more than this search.
_SUSPECT = re.compile(f"[{_INVISIBLE}{_CONTROL}{_FORMS}{_HYPHENS}{_NARROW}{_APOSTROPHES}\x80-\x9f&<ÂÃÄÅÐÑâïð‚–№]")
_REPAIR = re.compile(
    rf"""(?P<twice>{_TWICE})
      | ‚Ä(?P<mac>[ôöúùìî¶])
      | (?P<legacy>[\x80-\x9f])
      | (?P<entity>&(?:amp;){{0,3}}(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
      | (?P<inline></?(?i:{_INLINE_TAGS})(?:\s[^<>]{{0,300}})?/?>)
      | (?P<block></?(?i:{_BLOCK_TAGS})(?:\s[^<>]{{0,300}})?/?>)
      | (?P<broken>\xad[ \t]*\r?\n[ \t]*(?=[a-z]))
      | (?P<invisible>[{_INVISIBLE}{_CONTROL}]+)
      | (?P<form>[{_FORMS}])
      | (?P<number>№(?=\s?\d))
      | (?P<hyphen>[{_HYPHENS}])
      | (?P<dash>(?<=[A-Za-z])–(?=\d))
      | (?P<thousands>(?<=\d)(?<!\d\d\d\d)[{_NARROW}](?=\d\d\d(?!\d)))
      | (?P<quote>``)
      | (?P<apostrophe>(?<=[^\W\d_])[{_APOSTROPHES}](?=(?:s|t|re|ve|ll|d|m)\b))""",
    re.VERBOSE,
)
_LINE_END = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[a-z])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}$")
_LONGEST_WORD = 40
_TYPESET = 3  # so many words broken over lines are a page that was set in lines


def clean(text: str) -> Cleaned:
    """A raw text as it is to be read. Pure and linear; a text without anything to repair is given back as it is."""
    edits = [*_repairs(text), *_unbroken(text), *_closing_quotes(text)]
    if not edits:
        return Cleaned(text)
    edits.sort(key=lambda e: e.start)
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    at = 0
    for edit in edits:
        if edit.start < at:
            continue
        _keep(text, at, edit.start, parts, starts, ends)
        parts.append(edit.text)
        starts.extend([edit.start] * len(edit.text))
        ends.extend([edit.end] * len(edit.text))
        at = edit.end
    _keep(text, at, len(text), parts, starts, ends)
    return Cleaned("".join(parts), changed=True, starts=starts, ends=ends)


def _keep(text: str, start: int, end: int, parts: list[str], starts: "array[int]", ends: "array[int]") -> None:
    parts.append(text[start:end])
    starts.extend(range(start, end))
    ends.extend(range(start + 1, end + 1))


def _repairs(text: str) -> Iterator[_Edit]:
    """Each suspect place that a rule confirms."""
    at, certain = 0, None
    for suspect in _SUSPECT.finditer(text):
        if suspect.start() < at:
            continue
        match = _REPAIR.match(text, suspect.start())
        if match is None:
            continue
        if match.lastgroup == "twice":
            if certain is None:
                certain = bool(_SURELY_TWICE.search(text))
            edits = _decoded(match.group(), match.start()) if certain else []
        else:
            edits = _edits(text, match)
        yield from edits
        if edits:
            at = match.end()


def _edits(text: str, match: "re.Match[str]") -> list[_Edit]:
    kind, found = match.lastgroup, match.group()
    if kind == "entity":
        read = html.unescape(re.sub(r"^&(?:amp;)+(?!$)", "&", found))
        read = html.unescape(read) if read.startswith("&") and read != "&" else read
        if read == found:
            return []
        read = re.sub(f"[{_INVISIBLE}{_CONTROL}]", "", read)
        if len(read) > 1 and not read.isalpha():
            return []
    elif kind == "dash":
        if _MONTH.search(text[max(0, match.start() - 10) : match.start()]):
            return []
        read = "-"
    elif kind == "mac":
        read = _MAC[match["mac"]]
    elif kind == "legacy":
        byte = bytes([ord(found)])
        read = byte.decode("cp1252", "ignore")
    elif kind == "form":
        read = unicodedata.normalize("NFKC", found)
    else:
        fixed = {"block": "\n", "number": "No.", "hyphen": "-", "thousands": ",", "quote": "“", "apostrophe": "’"}
        read = fixed.get(kind or "", "")
    return [_Edit(match.start(), match.end(), read)]


def _decoded(run: str, start: int) -> list[_Edit]:
    """UTF-8 that was read as Windows-1252, perhaps more than once; nothing where it decodes to no likely character."""
    if run == "â€":  # the closing quotation mark's last byte has no character in Windows-1252 and gets lost
        return [_Edit(start, start + 2, "”")]
    pieces = [_Edit(start + i, start + i + 1, c) for i, c in enumerate(run)]
    for _ in range(3):
        again = _decoded_once(pieces)
        if again is None:
            break
        pieces = again
    return pieces if len(pieces) < len(run) else []


def _decoded_once(pieces: list[_Edit]) -> list[_Edit] | None:
    found: list[_Edit] = []
    at = 0
    while at < len(pieces):
        size = {"ð": 4, "â": 3, "ï": 3}.get(pieces[at].text, 2)
        part = pieces[at : at + size]
        try:
            read = bytes(_BYTES[p.text] for p in part).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return None
        if len(read) != 1 or not _likely(read):
            return None
        found.append(_Edit(part[0].start, part[-1].end, "" if read == "\ufeff" else read))
        at += size
    return found


def _likely(c: str) -> bool:
    """Whether a report may hold the character: letters of Europe and the Near East, marks, currencies, pictographs."""
    return (
        "\x80" <= c <= "\u06ff"
        or "\u2000" <= c <= "\u27bf"
        or c in "ﬁﬂ\ufeff\ufffd"
        or "\U0001f300" <= c <= "\U0001faff"
    )


def _closing_quotes(text: str) -> Iterator[_Edit]:
    """The other half of quotations that are typed with two grave accents and two apostrophes."""
    if "``" in text:
        for match in re.finditer("''", text):
            yield _Edit(match.start(), match.end(), "”")


def _unbroken(text: str) -> list[_Edit]:
    """Words hyphenated over a line end ("weap-" and "ons"), where there is evidence that they are one word: it stands
    elsewhere, or the lexicon has it, or the page is typeset and neither half is a word of its own in it."""
    breaks = list(_LINE_END.finditer(text))
    if not breaks:
        return []
    seen = Counter(word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))
    edits = []
    for match in breaks:
        before = _LAST_WORD.search(text[max(0, match.start() - _LONGEST_WORD) : match.start()])
        after = _FIRST_WORD.match(text, match.end(), match.end() + _LONGEST_WORD)
        if before is None or after is None:
            continue
        first, last = before.group().lower(), after.group().lower()
        # Each half was counted once where it stands broken.
        halves = seen[first] > 1 or seen[last] > 1 or len(first) < 2 or len(last) < 2
        whole = first + last
        if seen[f"{first}-{last}"]:
            continue
        if seen[whole] or whole in _vocabulary() or (len(breaks) >= _TYPESET and not halves):
            edits.append(_Edit(match.start(), match.end(), ""))
    return edits


@cache
def _vocabulary() -> frozenset[str]:
    """The words that the lexicon lists, with their forms."""
    table = lexicon()
    return frozenset(word for word, _ in table.triggers).union(*table.kinds.values())
