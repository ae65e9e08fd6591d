"""Words of events: the lemma of a form, the stem that a verb shares with its nouns, and the kinds a word may name.

The language layer gives no lemmas. The lemma here follows the rules of English inflection read backwards (Huddleston
and Pullum 2002, chapter 18), with the irregular forms of a closed list; the stem cuts the endings that make nouns of
verbs (Bauer, Lieber and Plag 2013, chapters 9 to 11), so that "acquire" and "acquisition" or "injure" and "injury"
meet. Neither needs to be a word: both are keys.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from counterclaim.lexicon.inflection import verb_forms
from counterclaim.lexicon.reading import lines, load_yaml, mapping, texts
from counterclaim.lexicon.tables import lexicon

__all__ = ["EventWords", "event_words", "lemma", "stem"]

_FILE = "mention_words.yaml"
_LONGEST = 40  # letters of a word that is looked at
_IRREGULAR = (
    "be bear beat become begin bid bind blow break bring broadcast build burn buy cast catch choose come cut deal do "
    "draw drive fall feel fight find flee fly forbid freeze get give go grow hang have hear hide hit hold hurt "
    "keep know lay lead learn leave lend let light lose make mean meet outbid overhear overrun pay plead prove put "
    "quit read rebuild retake ride rise run say see seek sell send set shed shoot show shut sink sit slay "
    "speak spend split spread stand steal stick strike strive swear take teach tell think throw undergo "
    "understand undertake uphold win wind withdraw withhold withstand write"
).split()
_NOUNS = {
    "children": "child", "feet": "foot", "halves": "half", "knives": "knife", "lives": "life", "men": "man",
    "people": "person", "thieves": "thief", "wives": "wife", "women": "woman", "crises": "crisis",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_DOUBLED = re.compile(r"([bdgkmnprt])\1$")
# One syllable, one vowel letter, one consonant: without an "e" its consonant would have been doubled ("hoping").
_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]$")
_ENDINGS = (
    "ization", "isation", "ification", "ations", "ation", "itions", "ition", "ments", "ment", "ances", "ance", "ences",
    "ence", "ions", "ion", "ings", "ing", "ures", "ure", "als", "al", "ers", "ors", "er", "or", "ant", "ies", "y",
    "ive",
    "age", "ate", "ates", "ed", "es", "s", "e",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventWords:
    """The tables, by stem: ``synonyms`` of one row may tell of one happening whatever else they mean, words of one of
    ``kinds`` tell of like happenings; ``saying`` and ``general`` need a participant to say which one is meant."""

    synonyms: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    saying: frozenset[str]
    general: frozenset[str]

    def synonyms_of(self, word: str) -> frozenset[str]:
        """The rows of synonyms that hold a lemma, or a verb with its particle."""
        return self.synonyms.get(_key(word), frozenset())

    def kinds_of(self, word: str) -> frozenset[str]:
        """The kinds that a lemma may name; frames with their stages are kinds too."""
        return self.kinds.get(_key(word), frozenset()) | _frames(word)


@cache
def event_words() -> EventWords:
    """The shipped tables, read once. Raises LexiconError."""
    table = _table()
    return EventWords(
        _rows(table["synonyms"], "synonyms"),
        _rows(table["kinds"], "kinds"),
        frozenset(stem(w) for w in texts(table["saying"], _FILE, "saying")),
        frozenset(stem(w) for w in texts(table["general"], _FILE, "general")),
    )


@cache
def _table() -> Mapping[str, Any]:
    text = (files("counterclaim.alignment") / _FILE).read_text(encoding="utf-8")
    return mapping(load_yaml(text, _FILE), _FILE, "the file")


def _rows(value: object, entry: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row, words in lines(value, _FILE, entry):
        for word in words:
            found.setdefault(_key(word), set()).add(row)
    return {word: frozenset(rows) for word, rows in found.items()}


def _key(word: str) -> str:
    head, _, particle = word.partition(" ")
    return f"{stem(head)} {particle}" if particle else stem(head)


@lru_cache(maxsize=20_000)
def _frames(word: str) -> frozenset[str]:
    triggers = lexicon().triggers
    return frozenset(
        f"{trigger.frame}/{trigger.stage}"
        for pos in ("verb", "noun")
        for trigger in triggers.get((word, pos), ())
        if not trigger.agent
    )


def lemma(form: str, upos: str, known: Container[str]) -> str:
    """The lemma of a form, in lower case. ``upos`` is its universal part of speech.

    ``known`` holds words of the language, the more common the better: they tell "filed" (file) from "failed" (fail).
    """
    word = form.lower()[:_LONGEST]
    if upos in {"VERB", "AUX"}:
        return _irregular().get(word) or _verb(word, known)
    if upos in {"NOUN", "PROPN"}:
        return _NOUNS.get(word) or _singular(word)
    return word


@cache
def _irregular() -> Mapping[str, str]:
    # The past of one verb may be another's lemma ("wound", "found"): the one in the list goes first.
    found: dict[str, str] = {}
    for verb in _IRREGULAR:
        for form in sorted(verb_forms(verb)):
            found.setdefault(form, verb)
    return found


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _verb(word: str, known: Container[str]) -> str:
    if word.endswith("ied"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("ying") and len(word) == 5:
        return word[0] + "ie"
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 1 and (_VOWELS | {"y"}) & set(base):
            return _without_ending(base, known)
    return _singular(word)


def _without_ending(base: str, known: Container[str]) -> str:
    """The verb of which ``base`` is what stands before "ed" or "ing"."""
    if _SHORT.fullmatch(base) or base.endswith("u"):
        return base + "e"
    if _DOUBLED.search(base) and len(base) > 3 and base[:-1] in known:
        return base[:-1]
    whole = [verb for verb in (base, base + "e") if verb in known]
    return whole[0] if len(whole) == 1 else base


@cache
def _derived() -> Mapping[str, str]:
    return {noun: verb for verb, nouns in lines(_table()["derived"], _FILE, "derived") for noun in nouns}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What a verb and the nouns made of it have in common: the lemma without its endings, four letters at least."""
    word = word.lower()[:_LONGEST]
    word = _derived().get(word, _derived().get(_singular(word), word))
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if word.endswith(("e", "i", "y")) and len(word) > 4 else word
