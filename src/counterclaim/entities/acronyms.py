"""Acronyms where a document introduces them: "Baltic Arms Board (BAB)", "the BAB, or Baltic Arms Board".

Method: the long and the short form beside one another, as Schwartz and Hearst (2003) find them, with the short form's
letters as initials of the long one. In brackets right behind a body's name of several words a short form in capitals is
taken without that, for bodies whose acronym is of another language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.entities.known import BODIES, known
from counterclaim.entities.spelling import folded
from counterclaim.records import Mention, NamedSentence

_SHORTEST, _LONGEST = 2, 10  # characters of an acronym
_BRACKETS = re.compile(
    r"\s?\(\s?(?:the |or |known as |also known as )?[\"“‘']?([A-Z][A-Za-z0-9&/-]{1,9})[\"”’']?\s?[,;)]"
)
_OR = re.compile(r"\s?,? (?:or|known as|also known as|abbreviated as) (?:the )?[\"“‘']?([A-Z][A-Za-z0-9&-]{1,9})\b")
_REVERSE = re.compile(
    r"\s?(?P<bracket>\()\s?(?:the )?[\"“‘']?\Z|\s?,? (?:or|short for|which stands for) (?:the )?[\"“‘']?\Z"
)
_SMALL = frozenset("of the and for in on de la du des et a al el und der".split())


@dataclass(frozen=True, slots=True)
class Introduction:
    """An acronym as a document introduces it, with the mention of the long form."""

    short: str
    long: Mention
    reason: str


def is_acronym(text: str) -> bool:
    """Whether a name has the form of an acronym: short, one word, with two capitals or more."""
    return _SHORTEST <= len(text) <= _LONGEST and " " not in text and sum(map(str.isupper, text)) >= _SHORTEST


def introductions(text: str, sentences: Sequence[NamedSentence]) -> Iterator[Introduction]:
    """The acronyms that a document introduces, in the order of the text; ``text`` is the raw text."""
    used = {m.text for sentence in sentences for m in sentence.mentions}
    for sentence in sentences:
        for at, mention in enumerate(sentence.mentions):
            yield from _forward(text, mention, used)
            if at + 1 < len(sentence.mentions):
                yield from _backward(text, mention, sentence.mentions[at + 1])


def _forward(text: str, mention: Mention, used: set[str]) -> Iterator[Introduction]:
    if mention.type in {"MONEY", "PER"} or " " not in mention.text:
        return
    found = _BRACKETS.match(text, mention.span.end, mention.span.end + 40)
    if found and is_acronym(found[1]):
        if is_initials(found[1], mention.text):
            yield Introduction(found[1], mention, "introduced in brackets")
        elif found[1] in used and _may_be_foreign(found[1], mention):
            yield Introduction(found[1], mention, "introduced in brackets, with letters of another language")
        return
    found = _OR.match(text, mention.span.end, mention.span.end + 40)
    if found and is_acronym(found[1]) and is_initials(found[1], mention.text):
        yield Introduction(found[1], mention, "introduced with “or”")


def _backward(text: str, short: Mention, long: Mention) -> Iterator[Introduction]:
    between = text[short.span.end : long.span.start] if long.span.start - short.span.end < 40 else ""
    if _REVERSE.match(between) and is_acronym(short.text) and is_initials(short.text, long.text):
        yield Introduction(short.text, long, "introduced beside it")


def is_initials(short: str, long: str) -> bool:
    """Whether the letters of ``short`` are the initials of ``long``, with or without its small words."""
    return "".join(c for c in short.casefold() if c.isalnum()) in initials(long)


def initials(name: str) -> frozenset[str]:
    """The initials of a name of several words, with and without those of its small words, case folded."""
    words = [w for w in folded(name) if w != "the"]
    if len(words) < _SHORTEST:
        return frozenset()
    return frozenset({"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)})


def _may_be_foreign(short: str, mention: Mention) -> bool:
    """Whether the lexicon has nothing against it: a state, an outlet or another group in brackets is no acronym."""
    if mention.type not in BODIES or not short.isupper():
        return False
    meant, own = known(short, "ORG"), known(mention.text, mention.type)
    if meant is not None:
        return own is not None and own.key == meant.key
    return True
