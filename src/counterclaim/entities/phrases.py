"""Role fillers as sequences of words and names, cut where their head ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.entities.tidying import COMPOUND
from counterclaim.entities.values import Use
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Span

_LONGEST = 400  # characters of a phrase that is looked at; a longer one is a clause
_TOKEN = re.compile(r"['’ʼ]s?(?=\s|\Z)|[\w][\w'’.&-]*|[^\w\s]")
_MARKS = frozenset("'s ’s ʼs ' ’ ʼ".split())
_QUOTES = frozenset('"“”‘«»')
# Where a noun phrase's head is behind one: prepositions, relative words, conjunctions, and verbs with their particles.
STOPS = frozenset(
    (
        "of by to from in on at for with against near between among under over into onto through via during "
        "before after since about around toward towards across inside outside along within without like than as "
        "that which who whom whose where when while if because and or nor but plus including is are was were be "
        "been has have had said says told will would - – — : ; , ( ) [ ] / ?"
    ).split()
)
# Words behind which the head is still to come, or which make a clause of the phrase: what stands before them is no
# head.
_OPENS = frozenset(
    "loyal close based backed supplied made built held led used linked run controlled affiliated".split()
)
_JOINS = frozenset("and or nor & plus".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """A filler: the words and names up to the end of its head, the word that ends it, and what follows.

    A possessive mark is a word of its own. ``joined`` tells that several things are named side by side.
    """

    head: tuple[str | Use, ...]
    end: str
    rest: tuple[str | Use, ...]
    joined: bool

    @property
    def tail(self) -> tuple[str, ...]:
        """The words of the head behind its last name; all words where it has none."""
        words: list[str] = []
        for item in reversed(self.head):
            if isinstance(item, Use):
                break
            words.append(item)
        return tuple(reversed(words))

    @property
    def names(self) -> tuple[Use, ...]:
        """The names in the head."""
        return tuple(item for item in self.head if isinstance(item, Use))


def is_mark(word: str) -> bool:
    """Whether a word is the mark of a possessive."""
    return word in _MARKS


def read_phrase(text: str, span: Span, inside: Sequence[Use]) -> Phrase | None:
    """The phrase at ``span`` of the raw ``text`` with the names ``inside`` it; None where it is too long to be one."""
    if span.end - span.start > _LONGEST:
        return None
    items = [i for i in _items(text, span, inside) if not (isinstance(i, str) and i in _QUOTES)]
    items = _without_brackets(items)
    return cut_phrase(items)


def cut_phrase(items: Sequence[str | Use]) -> Phrase:
    """Words and names as a phrase, cut behind its head."""
    cut = next((n for n, i in enumerate(items) if isinstance(i, str) and i.casefold() in STOPS), len(items))
    head = items[:cut]
    opened = [n for n, i in enumerate(head) if isinstance(i, str) and i.casefold() in _OPENS]
    if opened:
        # "troops loyal to Lund" have no name; in "Oslo based Orava Watch" it comes behind.
        head = head[opened[-1] + 1 :]
    stop = items[cut] if cut < len(items) else ""
    end = stop.casefold() if isinstance(stop, str) else ""
    if opened and not head:
        return Phrase((), "", (), joined=False)
    return Phrase(tuple(head), end, tuple(items[cut + 1 :]), end in _JOINS)


def _without_brackets(items: Sequence[str | Use]) -> list[str | Use]:
    """The items without what stands in brackets; a bracket that is never closed ends the phrase."""
    kept: list[str | Use] = []
    depth = 0
    for at, item in enumerate(items):
        if item in ("(", "[") and any(later in (")", "]") for later in items[at + 1 :]):
            depth += 1
        elif item in (")", "]") and depth:
            depth -= 1
        elif not depth:
            kept.append(item)
    return kept


def _items(text: str, span: Span, inside: Sequence[Use]) -> list[str | Use]:
    items: list[str | Use] = []
    at = span.start
    for use in inside:
        if use.span.start < at:
            continue
        before = text[at : use.span.start]
        behind = text[use.span.end : use.span.end + 1]
        # "Norwegian-built", "anti-Orava": a part of an adjective names nobody.
        part = (behind == "-" and use.span.end < span.end) or before.endswith("-")
        part = part or COMPOUND.search(text, use.span.start, use.span.end) is not None
        if part:
            continue
        items += _TOKEN.findall(before)
        items.append(use)
        at = use.span.end
    return [*items, *_TOKEN.findall(text[at : span.end])]


def is_actor_noun(word: str) -> bool:
    """Whether a noun, in any number, is of somebody who acts."""
    kinds = lexicon().kinds
    return word.casefold() in kinds["actor"] or word.casefold() in kinds["person"]
