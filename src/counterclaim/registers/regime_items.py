"""What is transferred, as far as a regime asks: kinds of items, read off designations and nouns."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon.designations import designations
from counterclaim.lexicon.inflection import verb_forms
from counterclaim.lexicon.regimes import Scope, regime_table
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import Claim, Entity

_LONGEST = 300  # characters of a phrase that are looked at
_KEPT = 1 << 14  # phrases whose reading is remembered
_NOUN = 4  # words of the longest noun
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_CURRENCY = re.compile(r"[$€£¥₽₪]\s?\d")
_NEXT = re.compile(r",|;|\band\b|\bor\b|\bas well as\b")
# What follows one of these is no longer the thing: "shells for howitzers", "missiles from Iran".
_TAIL = re.compile(r"\s(?:for|from|to|with|against|in|at|by|that|which|worth|made|used)\s.*", re.DOTALL)
_SAYS_NOTHING = frozenset(
    "it them they this that these those which what some any one ones nothing none more others".split()
)

_TO_ARM = verb_forms("arm") | verb_forms("rearm")  # who arms somebody supplies arms


@dataclass(frozen=True, slots=True)
class Items:
    """The kinds of items in a transfer, and the words for them; no kinds where they say none."""

    kinds: frozenset[str]
    text: str

    def within(self, scope: Scope) -> bool | None:
        """Whether a scope covers any of them; None where that depends on what exactly they are."""
        if not self.kinds:
            return None
        answers = {scope.has(kind) for kind in self.kinds}
        return True if True in answers else None if None in answers else False


def items_of(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Items | None:
    """The items of some claims of one transfer; None where only money changes hands."""
    kinds: set[str] = set()
    shown: dict[str, None] = {}
    money = False
    for claim in claims:
        fillers = claim.roles.get("item", ())
        for filler in fillers:
            entity = entities.get(filler.entity or "")
            kinds |= read_items(filler.text[:_LONGEST]) or (read_items(entity.name) if entity else frozenset())
            if filler.text.lower() not in _SAYS_NOTHING:
                shown.setdefault(filler.text, None)
        if not fillers and claim.quantity is not None and claim.quantity.unit:
            kinds |= read_items(claim.quantity.unit)
            shown.setdefault(claim.quantity.unit, None)
        if not fillers and claim.trigger.text.lower() in _TO_ARM:
            kinds.add("arms")
        money |= bool(fillers) and all(_is_money(filler.text) for filler in fillers)
    return None if money and not kinds else Items(frozenset(kinds), "; ".join(shown))


@lru_cache(maxsize=_KEPT)
def read_items(text: str) -> frozenset[str]:
    """The kinds of items that a phrase names; a designation says more than the noun beside it."""
    words = _WORD.findall(text)
    found = {designations().find(" ".join(words[first:end])) for _, first, end in designations().settle(words, ())}
    named = frozenset(d.class_name for d in found if d is not None)
    if named:
        return named
    kinds = (_kind(_TAIL.sub("", part).lower().split()) for part in _NEXT.split(text))
    return frozenset(kind for kind in kinds if kind is not None)


def _kind(words: list[str]) -> str | None:
    """The kind of the last noun among words, the longest that ends there: "tank shells" are shells."""
    nouns = regime_table().kinds
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - _NOUN), end):
            found = nouns.get(" ".join(words[start:end]).strip("“”\"'’‘.()"))
            if found is not None:
                return found
    return None


def _is_money(text: str) -> bool:
    return bool(_CURRENCY.search(text)) or not lexicon().kinds["money"].isdisjoint(_WORD.findall(text.lower()))
