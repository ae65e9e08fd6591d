"""What a role filler names: the entity of the name that is its head, or the state whose organ it is. No guesses.

A filler is linked where it is a name with articles, titles and describing nouns around it, an organ of a state
("Norwegian troops", "government of Norway", "Lund's troops" where Lund leads a state), or a description with the name
behind a comma. In roles of those who act an organ is its state; who is quoted, hit or listed is the organ itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from counterclaim.entities.keys import BODY, PERSON
from counterclaim.entities.known import ARMS, PLACES, Known, known
from counterclaim.entities.phrases import STOPS, Phrase, cut_phrase, is_actor_noun, is_mark, read_phrase
from counterclaim.entities.values import Use
from counterclaim.lexicon.designations import designations
from counterclaim.lexicon.name_forms import NameForms, name_forms
from counterclaim.lexicon.tables import lexicon
from counterclaim.lexicon.times import time_words
from counterclaim.records import Span

ACTING = frozenset("supplier recipient producer attacker imposer violator provider party agent".split())
_GOODS = frozenset({"item", "weapon", "goods"})
_WHERE = frozenset({"place", "from_place", "to_place", "via"})
_WHOLE = frozenset({"content", "topic", "reason", "program"})  # linked only where they are a name and nothing else
_ORGANS = frozenset({"leader", "government", "ministry", "armed force", "intelligence service", "parliament"})
_ARMED = frozenset({"government", "armed force"})  # what is done to them is done to the state
_ARTICLES = frozenset("the a an this that these those some any its their his her our".split())
_AMOUNTS = frozenset(
    (
        "number batch shipment supply delivery volley salvo dozen dozens hundreds thousands scores pair couple set "
        "order consignment squadron fleet first second third some several many most all half part more"
    ).split()
)
_PIECES = frozenset(
    "parts part components component engine engines spares ammunition rounds fuel technology software".split()
)
_CRAFT = frozenset("fighter fighters jet jets bomber bombers trainer trainers plane planes class".split())
_LAND = frozenset("territory soil airspace waters mainland".split())


class Linker:
    """Links the fillers of one document. ``leads`` gives, by a person's key, the state that the person leads."""

    def __init__(self, text: str, leads: Mapping[str, str]) -> None:
        self._text = text
        self._leads = leads
        self._forms: NameForms = name_forms()

    def key(self, role: str, span: Span, inside: Sequence[Use]) -> str | None:
        """The key of what the filler at ``span`` names in ``role`` ("source" for who is quoted), or None."""
        phrase = read_phrase(self._text, span, inside) if inside else None
        if phrase is None:
            return None
        if role in _WHOLE:
            return self._whole(phrase)
        if role in _GOODS:
            return self._goods(phrase)
        key = self._of_head(phrase, role) if phrase.names else self._behind(phrase, role)
        return key if key is not None else self._apposition(phrase, role)

    def _whole(self, phrase: Phrase) -> str | None:
        bare = [i for i in phrase.head if not (isinstance(i, str) and i.casefold() in _ARTICLES)]
        return bare[0].key if len(bare) == 1 and isinstance(bare[0], Use) and not phrase.end else None

    def _goods(self, phrase: Phrase) -> str | None:
        """Goods are named by designations only: "Norwegian drones" are not Norway."""
        if phrase.end == "of" and not phrase.names and self._is_amount(phrase.head):
            phrase = cut_phrase(phrase.rest)
        if not phrase.names or phrase.joined:
            return None
        last = phrase.names[-1]
        return last.key if self._is_arms(last, phrase.tail) else None

    @staticmethod
    def _is_arms(use: Use, tail: Sequence[str]) -> bool:
        """Whether a designation with nouns behind it is the thing itself: "Orel suicide drones", not "Orel parts"."""
        if use.type not in ARMS or _is_body(use.key) or any(is_mark(w) for w in tail):
            return False
        return not tail or (all(w.islower() for w in tail) and tail[-1] in _things() and tail[-1] not in _PIECES)

    @staticmethod
    def _is_amount(words: Sequence[str | Use]) -> bool:
        """Whether "two", "a shipment" or "the first batch" stands before "of"."""
        last = str(words[-1]).casefold() if words else ""
        return last.isdecimal() or last in _AMOUNTS or last in time_words().numbers

    def _of_head(self, phrase: Phrase, role: str) -> str | None:
        listed = phrase.end == "," and role not in _WHERE and isinstance(next(iter(phrase.rest), None), Use)
        if phrase.joined or (listed and not phrase.tail):
            return None
        last, tail = phrase.names[-1], phrase.tail
        if not tail:
            return None if _is_crowded(phrase) else self._named(last, role)
        marked, words = self._possessive(last, tail)
        if not words or (phrase.end == "of" and self._is_introduced(phrase)):
            return last.key if words and len(phrase.names) == 1 else None
        if role in _WHERE and phrase.end == "of":
            return self._behind(phrase, role)
        if self._is_arms(last, tail):
            return last.key
        whole = None if marked else known(" ".join((last.shown, *words)), "ORG")
        if whole is not None and not last.key.startswith("state:"):
            return self._named(replace(last, key=whole.key), role)
        if last.key.startswith("state:"):
            return self._of_state(last, words, role)
        if last.key in self._leads and marked and self._is_organ(words):
            return "state:" + self._leads[last.key]
        return last.key if self._leaves(last, words, marked=marked) else None

    def _possessive(self, use: Use, tail: Sequence[str]) -> tuple[bool, Sequence[str]]:
        """Whether a name is in the possessive, its apostrophe lost or not, and the nouns behind it."""
        if is_mark(tail[0]):
            return True, tail[1:]
        return use.span.of(self._text) == use.shown + "s", tail

    def _is_introduced(self, phrase: Phrase) -> bool:
        """ "Ola Lund director of the board", the comma lost: the person's name and then the title."""
        first, tail = phrase.head[0], phrase.tail
        titled = len(tail) == 1 and tail[0].islower() and self._forms.titles.get(tail[0], "address") == "office"
        return isinstance(first, Use) and first.key.startswith(PERSON) and " " in first.shown and titled

    def _named(self, use: Use, role: str) -> str | None:
        """What a name alone stands for in a role."""
        if role in _WHERE and not (use.type in PLACES or use.key.startswith(("state:", "PLACE:")) or role == "via"):
            return None
        organ = _organ(use.key)
        if organ is not None and organ.state is not None and role in ACTING and organ.kind in _ORGANS:
            return "state:" + organ.state
        return use.key

    def _of_state(self, use: Use, words: Sequence[str], role: str) -> str | None:
        """What "Norwegian troops" and "Norway's defence ministry" are."""
        state = use.key.removeprefix("state:")
        if role in _WHERE:
            return use.key if len(words) == 1 and words[0].casefold() in _LAND | {"itself", "proper"} else None
        for at in range(len(words)):
            rest = " ".join(words[at:])
            if rest.casefold() in self._forms.states_own:
                return use.key
            if at == len(words) - 1 and rest.casefold() in self._forms.heads_of_state and role in ACTING:
                return use.key
            organ = known(f"{state}'s {rest}", "ORG")
            if organ is not None and organ.state == state:
                as_state = organ.kind == "state" or (role in ACTING and organ.kind in _ORGANS) or organ.kind in _ARMED
                return use.key if as_state and (role != "source" or organ.kind == "state") else organ.key
            if not words[at].islower():
                return None  # a part of another name
        return None

    def _is_organ(self, words: Sequence[str]) -> bool:
        return any(" ".join(words[at:]).casefold() in self._forms.states_own for at in range(len(words)))

    def _leaves(self, use: Use, words: Sequence[str], *, marked: bool) -> bool:
        """Whether the nouns behind a name leave it what it is."""
        lower = [w.casefold() for w in words]
        if use.key.startswith("group:"):
            return all(w in self._forms.groups_own or w in self._forms.bodies_own for w in lower)
        if marked:
            return False
        if use.type in PLACES:
            return all(w in self._forms.places_own for w in lower)
        if use.key.startswith(PERSON):
            return lower in (["himself"], ["herself"]) or all(w.isdecimal() for w in lower)  # an age, its comma lost
        return all(w in self._forms.bodies_own or w in self._forms.groups_own for w in lower)

    def _behind(self, phrase: Phrase, role: str) -> str | None:
        """ "government of Norway", "fighters of Orava", "city of Bergen": the name is behind "of" and ends there."""
        rest = [i for i in phrase.rest if not (isinstance(i, str) and i.casefold() in _ARTICLES)]
        if phrase.end != "of" or not rest or not isinstance(rest[0], Use) or not phrase.tail:
            return None
        use, tail = rest[0], rest[1:]
        if any(isinstance(i, Use) or i.casefold() not in self._forms.groups_own for i in tail):
            return None
        noun = phrase.tail[-1].casefold()
        if use.key.startswith("state:") and role in _WHERE:
            return use.key if noun in _LAND else None
        if use.key.startswith("state:") and role not in _WHERE:
            if noun in self._forms.heads_of_state:
                return use.key if role in ACTING else None
            return self._of_state(use, [w for w in self._words(phrase) if w not in _ARTICLES], role)
        if use.key.startswith(("group:", BODY)) and noun in self._forms.groups_own:
            return use.key
        return use.key if use.type in PLACES and noun in self._forms.places_own and role not in ACTING else None

    @staticmethod
    def _words(phrase: Phrase) -> list[str]:
        return [i.casefold() for i in phrase.head if isinstance(i, str)]

    def _apposition(self, phrase: Phrase, role: str) -> str | None:
        """ "Orava's main ally, Norway", "director of the board, General Lund": a description, a comma, the name."""
        items = phrase.rest
        if not items or not isinstance(items[-1], Use) or not phrase.head or phrase.joined:
            return None
        noun, last = phrase.head[-1], items[-1]
        if not isinstance(noun, str):
            return None
        commas = [n for n, item in enumerate(items) if item == ","]
        if phrase.end != "," and not commas:
            return last.key if self._is_title_of(noun, phrase, last) else None
        between = items[:-1] if phrase.end == "," else items[commas[-1] + 1 : -1]
        if not all(isinstance(i, str) and self._is_before_name(i) for i in between):
            return None
        titled = any(isinstance(i, str) and i.casefold() not in _ARTICLES for i in between)
        described = is_actor_noun(noun) or noun.casefold() in self._forms.titles
        if last.key.startswith(PERSON):
            return last.key if titled or described else None
        # Behind "of" and the like only a person can be what the first noun is.
        return self._named(last, role) if described and phrase.end == "," else None

    def _is_title_of(self, noun: str, phrase: Phrase, last: Use) -> bool:
        """ "minister of trade Ola Lund", "spokesman of the board Ola Lund": a title, its office, and the name."""
        between = phrase.rest[:-1]
        told = [i for i in between if isinstance(i, Use) or i.casefold() not in _ARTICLES]
        calling = self._forms.titles.get(noun.casefold())
        if not told or phrase.end != "of" or calling not in {"office", "forces"} or not last.key.startswith(PERSON):
            return False
        words = [i.casefold() for i in told if isinstance(i, str)]
        people = any(isinstance(i, Use) and i.key.startswith(PERSON) for i in told)
        return not people and not any(w in self._forms.titles or w in STOPS for w in words)

    def _is_before_name(self, word: str) -> bool:
        parts = word.strip(".").casefold().replace(".", "").split("-")
        return all(p in self._forms.titles or p in _ARTICLES for p in parts if p)


@cache
def _things() -> frozenset[str]:
    """Nouns of what bears a designation."""
    classes = frozenset(family.class_name.split()[-1] for family in designations().families.values())
    return lexicon().kinds["materiel"] | classes | frozenset(f"{noun}s" for noun in classes) | _CRAFT


def _is_body(key: str) -> bool:
    return key.startswith(("group:", "office:", "outlet:", "state:"))


def _is_crowded(phrase: Phrase) -> bool:
    """Whether the last name stands right behind another of the same kind, as where a comma was lost."""
    if len(phrase.head) < 2 or not isinstance(phrase.head[-2], Use) or not isinstance(phrase.head[-1], Use):
        return False
    before, last = phrase.head[-2], phrase.head[-1]
    if before.key.startswith("state:"):
        return last.key.startswith("state:")
    return before.type == last.type


def _organ(key: str) -> Known | None:
    if not key.startswith("office:"):
        return None
    return known(key.split(":", 2)[2], "ORG")
