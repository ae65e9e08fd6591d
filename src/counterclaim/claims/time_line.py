"""The words of a sentence as one line of text for the grammar of times, and what a stretch of it may say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from counterclaim.claims.calendar import Period, day, period_of
from counterclaim.claims.tense import Tense
from counterclaim.lexicon.times import TimeWords, time_words

_FUSED = re.compile(r"(?i)(mid|early|late|pre|post)-(\w.*)", re.DOTALL)
_DASHES = {"–": "-", "‑": "-", "‐": "-", "−": "-"}
_UNSEEN = "\0"  # stands for what the grammar must not read: white space inside a word, an empty word
# Penn's tag for a universal one, where a parse has only those.
_PENN = {"NOUN": "NN", "PROPN": "NNP", "ADJ": "JJ", "DET": "DT", "NUM": "CD", "VERB": "VB", "CCONJ": "CC"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stretch of the line says. Days are included on both sides; None is open or unknown.

    ``unit`` is the unit it is one of ("day", "month"); ``yearless`` holds month and day where the text gives no year;
    ``dated`` says whether the text gives the year; ``nothing`` marks words that look like a time and are none.
    """

    type: str
    value: str
    start: date | None = None
    end: date | None = None
    anchor: str | None = None
    unit: str = ""
    yearless: tuple[int, int | None] | None = None
    dated: bool = False
    nothing: bool = False

    @classmethod
    def of(cls, period: Period | None, anchor: str, *, dated: bool = False) -> "Reading | None":
        """A date that covers a period; None where the calendar has no such period."""
        if period is None:
            return None
        return cls("DATE", period.value, period.start, period.end, anchor, period.unit, dated=dated)

    @classmethod
    def on(cls, when: date | None, anchor: str, *, dated: bool = False) -> "Reading | None":
        """A date that is one day; None where the calendar has no such day."""
        return None if when is None else cls.of(day(when), anchor, dated=dated)


NOTHING = Reading("", "", nothing=True)


def unresolved(value: str, kind: str = "DATE", *, yearless: tuple[int, int | None] | None = None) -> Reading:
    """A time of which the text does not say which days it covers."""
    return Reading(kind, value, yearless=yearless)


@dataclass
class Line:
    """Words joined by single spaces, lower case; "mid-May" stands as three words. Indices are of these words.

    ``published`` is the publication date, ``context`` the first and last day of what earlier text told of; it
    moves on as the line is read.
    """

    words: Sequence[str]
    published: date | None
    context: tuple[date, date] | None
    month_first: bool
    xpos: Sequence[str] = ()
    upos: Sequence[str] = ()
    heads: Sequence[int] = ()
    table: TimeWords = field(default_factory=time_words)

    @cached_property
    def parts(self) -> list[tuple[str, int]]:
        """Each word of the line, as written, with the index of the word of the sentence that it belongs to."""
        found: list[tuple[str, int]] = []
        for i, word in enumerate(self.words):
            plain = re.sub(r"\s", _UNSEEN, word).replace("’", "'") or _UNSEEN
            fused = _FUSED.fullmatch(plain)
            pieces = (fused[1], "-", fused[2]) if fused else (_DASHES.get(plain, plain),)
            found += [(piece, i) for piece in pieces]
        return found

    @cached_property
    def lower(self) -> list[str]:
        """The words of the line in lower case."""
        return [word.lower() for word, _ in self.parts]

    @cached_property
    def text(self) -> str:
        """The line."""
        return " ".join(self.lower)

    @cached_property
    def starts(self) -> list[int]:
        """Where in ``text`` each word begins, and one more for the end."""
        offsets = [0]
        for word in self.lower:
            offsets.append(offsets[-1] + len(word) + 1)
        return offsets

    @cached_property
    def ends(self) -> dict[int, int]:
        """Where in ``text`` a word ends -> how many words end there or before."""
        return {start - 1: i for i, start in enumerate(self.starts) if i}

    @cached_property
    def tense(self) -> Tense:
        """The verbs of the sentence."""
        return Tense([w.lower() for w in self.words], self.xpos, self.heads, self.table)

    @cached_property
    def _tags(self) -> Sequence[str]:
        return self.xpos or [_PENN.get(tag, "") for tag in self.upos]

    def ahead(self, first: int, end: int) -> bool:
        """Whether words ``[first, end)`` of the line speak of what lies ahead."""
        return self.tense.ahead(self.parts[first][1], self.parts[end - 1][1] + 1)

    def told(self, unit: str) -> date | None:
        """A day of the unit that earlier text told of; None where it told of nothing, or of more than one such unit."""
        if self.context is None:
            return None
        start, end = self.context
        whole = period_of(unit, start)
        return start if whole is not None and end <= whole.end else None

    def word(self, at: int) -> str:
        """The lower-case word at an index; an empty one outside the line."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def tag(self, at: int) -> str:
        """The Penn tag at an index; an empty one outside the line or where tags are unknown."""
        return self._tags[self.parts[at][1]] if self._tags and 0 <= at < len(self.parts) else ""

    def is_capital(self, at: int) -> bool:
        """Whether the word at an index is written with a capital."""
        return self.parts[at][0][:1].isupper()


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match of words ``[first, end)`` of a line. ``hit["year"]`` is the text of a group, empty where the rule
    has no such group or it took no part."""

    line: Line
    match: re.Match[str]
    first: int
    end: int

    def __getitem__(self, group: str) -> str:
        return self.match.groupdict().get(group) or ""

    @property
    def text(self) -> str:
        """All that matched."""
        return self.match[0]

    @property
    def published(self) -> date | None:
        """The publication date."""
        return self.line.published

    @property
    def before(self) -> str:
        """The word before."""
        return self.line.word(self.first - 1)

    @property
    def after(self) -> str:
        """The word behind."""
        return self.line.word(self.end)

    @property
    def tag_before(self) -> str:
        """The tag of the word before."""
        return self.line.tag(self.first - 1)

    @property
    def tag_after(self) -> str:
        """The tag of the word behind."""
        return self.line.tag(self.end)

    @property
    def ahead(self) -> bool:
        """Whether the sentence speaks of the match as of something to come."""
        return self.line.ahead(self.first, self.end)
