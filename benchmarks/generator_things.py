"""What sentences are put together from: phrases with their names marked, and a writer that keeps the spans."""

from random import Random
from typing import NamedTuple

from counterclaim.records import Bound


class Named(NamedTuple):
    """A name inside a phrase: its type, where it stands, and the key of the thing that it names ("" if unsure)."""

    type: str
    start: int
    end: int
    key: str


class Count(NamedTuple):
    """A figure inside a phrase, with where its words stand. ``unit`` is what it counts, or a currency."""

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    unit: str


class Phrase(NamedTuple):
    """Words for a thing. ``lead`` is an article that does not belong to the filler."""

    text: str
    lead: str = ""
    named: tuple[Named, ...] = ()
    plural: bool = False
    figure: Count | None = None


class Marked(NamedTuple):
    """A name in a line: type, span, whether it is a subject, key."""

    type: str
    start: int
    end: int
    subject: bool
    key: str


Ends = tuple[int, int]


class Writer:
    """Puts a line together and keeps where its names and figures stand. ``capital``: the next word begins with one."""

    __slots__ = ("at", "capital", "counts", "named", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.capital = True
        self.at = 0
        self.named: list[Marked] = []
        self.counts: dict[Ends, Count] = {}

    def put(self, text: str) -> Ends:
        """Write plain words; where they stand."""
        start = self.at
        if self.capital and text:
            text = text[0].upper() + text[1:]
            self.capital = False
        self.parts.append(text)
        self.at += len(text)
        return start, self.at

    def phrase(self, phrase: Phrase, *, subject: bool = False) -> Ends:
        """Write a phrase; where its filler stands."""
        if phrase.lead:
            self.put(phrase.lead)
        at = self.at
        ends = self.put(phrase.text)
        for name in phrase.named:
            self.named.append(Marked(name.type, at + name.start, at + name.end, subject, name.key))
        if phrase.figure is not None:
            count = phrase.figure
            self.counts[ends] = count._replace(start=at + count.start, end=at + count.end)
        return ends

    def text(self) -> str:
        """The line."""
        return "".join(self.parts)


class Actor(NamedTuple):
    """A state, company, armed group or person: ``adjective`` and ``capital`` are a state's."""

    key: str
    type: str
    name: str
    adjective: str = ""
    capital: str = ""
    article: str = ""

    def plain(self) -> Phrase:
        """Its name."""
        return Phrase(self.name, self.article, (Named(self.type, 0, len(self.name), self.key),))

    def phrase(self, rng: Random) -> Phrase:
        """One of the ways to name it."""
        way = rng.random() if self.adjective else 1.0
        if way < 0.12:
            return Phrase(self.capital, "", (Named("GPE", 0, len(self.capital), self.key),))
        if way < 0.24:
            named = (Named("NORP", 0, len(self.adjective), self.key),)
            return Phrase(self.adjective + " government", "the ", named)
        return self.plain()


class Counted(NamedTuple):
    """Things that are counted: nouns for them with an invented designation or "", and whose they are.

    ``before`` is the state whose adjective stands before the noun, ``owner`` who is
    named behind it; ``condition`` is what state goods are in.
    """

    nouns: tuple[str, ...]
    model: str = ""
    owner: Actor | None = None
    before: Actor | None = None
    money: bool = False
    condition: str = ""

    def phrase(self, rng: Random, words: str, figure: Count | None) -> Phrase:
        """The noun with a figure in front, if any, and most times with the designation."""
        text = words + " " if words else ""
        named: list[Named] = []
        if self.before is not None:
            named.append(Named("NORP", len(text), len(text) + len(self.before.adjective), self.before.key))
            text += self.before.adjective + " "
        if self.condition and rng.random() < 0.5:
            text += self.condition + " "
        if self.model and rng.random() < 0.6:
            named.append(Named("WEAPON", len(text), len(text) + len(self.model), self.model))
            text += self.model + " "
        noun = rng.choice(self.nouns) if rng.random() < 0.4 else self.nouns[0]
        text += noun
        if figure is not None and not self.money:
            figure = figure._replace(unit=noun.rsplit(" ", 1)[-1])
        if self.money:
            named.append(Named("MONEY", 0, len(text), ""))
        if self.owner is not None:
            named.append(Named(self.owner.type, len(text) + 4, len(text) + 4 + len(self.owner.name), self.owner.key))
            text += " of " + self.owner.name
        return Phrase(text, "", tuple(named), plural=True, figure=figure)


Filling = Actor | Counted | Phrase
