"""What a sentence is made of: words from the text stage, a parse from the language layer."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.records.spans import Span


class Section(StrEnum):
    """Where in a document a sentence stands. Front matter (byline, dateline, date) makes no claims."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    RELATED = "related"
    FRONT = "front"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span and the spans of its words, in order, all into the document's raw text.

    ``forms`` are the words as they are to be read, one a word, where cleaning changed any (a soft hyphen inside); empty
    where every word reads as the raw text has it.
    """

    span: Span
    words: tuple[Span, ...]
    section: Section = Section.BODY
    forms: tuple[str, ...] = ()

    def read(self, text: str) -> list[str]:
        """The words as they are to be read; ``text`` is the document's raw text."""
        return list(self.forms) or [word.of(text) for word in self.words]


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a predicate: PropBank's label and the index of its head word."""

    role: str
    word: int


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that names a happening or a state, with its arguments in the order of their words."""

    word: int
    args: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention: its words ``[first, end)`` and its type.

    Types are PER, ORG, GPE, LOC, FAC, NORP, WEAPON, VEHICLE and MONEY.
    """

    type: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Parse:
    """What the language layer reads off one sentence.

    ``heads`` holds for each word the index of its head, -1 for the root. All tuples have one entry a word.
    """

    sentence: Sentence
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    predicates: tuple[Predicate, ...]
    names: tuple[Name, ...]

    def named(self, text: str) -> "NamedSentence":
        """What later stages need of the sentence; ``text`` is the document's raw text."""
        mentions = tuple(self._mention(name, text) for name in self.names)
        return NamedSentence(self.sentence.span, self.sentence.section, mentions)

    def _mention(self, name: Name, text: str) -> "Mention":
        words, forms = self.sentence.words, self.sentence.forms
        span = Span(words[name.first].start, words[name.end - 1].end)
        # A name is known by what it reads as, not by the damage in it.
        shown = " ".join(forms[name.first : name.end]) if forms else span.of(text)
        subject = any(relation in {"nsubj", "nsubj:pass"} for relation in self.deprels[name.first : name.end])
        return Mention(name.type, span, " ".join(shown.split()), subject)


@dataclass(frozen=True, slots=True)
class Mention:
    """A named mention: its type, where it stands, the name as it reads, and whether it is a subject."""

    type: str
    span: Span
    text: str
    subject: bool


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """What the collection stages keep of a sentence: a parse is some fifty times larger."""

    span: Span
    section: Section
    mentions: tuple[Mention, ...]
