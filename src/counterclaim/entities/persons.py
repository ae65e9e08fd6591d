"""Names of persons: given names and family name, and whether two full names can be one person's.

Titles, articles and particles are passed over; "Abd al-Rahman" in any spelling is one word; "bin Salman" is another
word than "Salman"; Chinese and Korean family names stand first. Two names are one when the family names are spellings
of one and the given names are, in the same order; a given name too many is for the document to judge.
"""

from dataclasses import dataclass
from functools import lru_cache

from counterclaim.entities.spelling import LONGEST, alike, folded, word_key
from counterclaim.lexicon.name_forms import NameForms, name_forms

_SERVANT = "abd"  # "Abd al-Rahman": servant of the Merciful
_SERVANT_OF = ("abdul", "abdel", "abdal", "abdur", "abder", "abdol", "abdar", "abdoul")
_LEAST_REST = 4  # letters behind "abdul" in one word; "Abdullah" is a name of its own
_MOST_WORDS = 8  # words of a person's name; what is longer is several names run together


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name: given names in order, the family name, and "jr" or the like. A bare name has no given names.

    ``first`` tells that the family name was read as standing in front.
    """

    given: tuple[str, ...]
    family: str
    generation: str | None = None
    first: bool = False

    @property
    def key(self) -> str:
        """The name as one spelling, given names first."""
        return " ".join(w for w in (*self.given, self.family, self.generation or "") if w)

    @property
    def block(self) -> tuple[str, str]:
        """Where names that may be one with this are found: family name and first given name, by their sounds."""
        return word_key(self.family), word_key(self.given[0]) if self.given else ""


@lru_cache(maxsize=1 << 16)
def person(text: str) -> Person | None:
    """The parts of a person's name; None where nothing but titles is left, or where it is too long to be one name."""
    forms = name_forms()
    words = [w for w in folded(text) if w] if len(text) < LONGEST else []
    written = text.casefold()
    # What only reads as a title when romanised is none.
    while words and (words[0] in forms.titles or words[0] == "the") and words[0] in written:
        words = words[1:]
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    generation = words.pop() if len(words) > 1 and words[-1] in forms.generations else None
    parts = _joined(words, forms, lower=text[:1].islower(), hyphen=_hyphen_after_first(text))
    if not parts:
        return None
    if len(parts) > 1 and parts[0] in forms.family_first and len(parts) <= 3:
        return Person(("".join(parts[1:]),), parts[0], generation, first=True)
    return Person(tuple(parts[:-1]), parts[-1], generation)


def _hyphen_after_first(text: str) -> bool:
    first = text.split(" ", 1)[0]
    return "-" in first or "’" in first or "'" in first


def _joined(words: list[str], forms: NameForms, *, lower: bool, hyphen: bool) -> list[str]:
    """The words with small words passed over or joined to the word behind them."""
    parts: list[str] = []
    at = 0
    while at < len(words):
        word, rest = words[at], words[at + 1 :]
        if not rest:
            parts.append(_servant(word))
        elif word == _SERVANT or word in _SERVANT_OF:
            at += 1
            if words[at] in forms.articles and at + 1 < len(words):
                at += 1
            parts.append(_SERVANT + words[at])
        elif word in forms.kunyas:
            at += 1
            if words[at] in forms.articles and at + 1 < len(words):
                at += 1
            parts.append(f"abu_{words[at]}" if word.startswith("a") else f"umm_{words[at]}")
        elif word in forms.lineage and (at or lower):
            at += 1
            if words[at] in forms.articles and at + 1 < len(words):
                at += 1
            parts.append(f"bin_{_servant(words[at])}")
        elif not _is_passed_over(word, at, len(words), forms, small=lower or hyphen):
            parts.append(_servant(word))
        at += 1
    return parts


def _is_passed_over(word: str, at: int, length: int, forms: NameForms, *, small: bool) -> bool:
    """An article or particle; the first of three words is rather a name ("Al Gore Jr", "Le Duc Tho")."""
    if word in forms.articles:
        return at > 0 or small
    return word in forms.particles and (at > 0 or small or length == 2)


def _servant(word: str) -> str:
    for prefix in _SERVANT_OF:
        if word.startswith(prefix) and len(word) - len(prefix) >= _LEAST_REST:
            return _SERVANT + word.removeprefix(prefix)
    return word


def same_family(one: Person, other: Person) -> bool:
    """Whether the family names are spellings of one and no generation tells two people apart."""
    return alike(one.family, other.family) and (one.generation or "") == (other.generation or "")


def same_full_name(one: Person, other: Person) -> bool:
    """Whether two full names are spellings of one: as many given names, each alike, in one order."""
    return (
        len(one.given) == len(other.given) > 0
        and same_family(one, other)
        and all(alike(a, b) for a, b in zip(one.given, other.given, strict=True))
    )


def is_short_for(short: Person, full: Person) -> bool:
    """Whether ``short`` leaves names of ``full`` out and keeps the order: the first given name stays, or only the end
    is said ("Ali Lund" of "Reza Ali Lund"). A lone initial stands for a name that begins so.
    """
    if not 0 < len(short.given) <= len(full.given) or not same_family(short, full) or short == full:
        return False
    if len(short.given) < len(full.given) and all(
        alike(a, b) for a, b in zip(reversed(short.given), reversed(full.given), strict=False)
    ):
        return True
    if not _stands_for(short.given[0], full.given[0]):
        return False
    left = list(full.given[1:])
    for name in short.given[1:]:
        while left and not _stands_for(name, left[0]):
            left.pop(0)
        if not left:
            return False
        left.pop(0)
    return True


def _stands_for(short: str, full: str) -> bool:
    return alike(short, full) or (len(short) == 1 and full.startswith(short))
