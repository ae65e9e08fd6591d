"""The values of name matching: a parsed name and its tokens, what else is known, and the outcome of a comparison."""

from dataclasses import dataclass, field
from enum import StrEnum

from counterclaim.records import EntryKind, Feature

HIT = 0.88
"""The least score of a hit: the same words, spelled alike or by another romanisation, at most something left out."""

POSSIBLE = 0.70
"""The least score of a possible: a slip of the pen, an initial, a short form, a branch; somebody has to look."""


class Role(StrEnum):
    """What a word does in a name. NAME is a word of a person's name whose role cannot be told."""

    GIVEN = "given"
    FAMILY = "family"
    PATRONYMIC = "patronymic"
    FATHER = "father"  # behind bin, ibn, ould, …: the bearer is that person's child
    NAME = "name"
    INITIAL = "initial"
    PARTICLE = "particle"
    TITLE = "title"
    GENERATION = "generation"
    WORD = "word"
    TYPE = "type"  # what kind of body it is: bank, company, ministry
    PLACE = "place"
    NUMBER = "number"
    LEGAL = "legal"
    PREFIX = "prefix"  # MV, MT before a ship's name


PASSED_OVER = frozenset({Role.PARTICLE, Role.TITLE, Role.GENERATION, Role.LEGAL, Role.PREFIX})
"""Roles of words that are not themselves compared; some have a feature of their own."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name.

    ``form`` is the word in lower-case Latin letters and digits, ``main`` the main spelling of its family where it has
    one, ``key`` its consonants by sound, ``loose`` the same without the letters that scripts without vowels write
    for vowels too. ``weight`` is how much the word says, 0 to 1; ``bare``: it was written without vowels.
    ``plain``: neither bare nor in such a script, no initial and no patronymic, so that the letters are all there is.
    ``block`` is what the original's own letters are compared by, in scripts of syllables and ideographs; else "".
    """

    form: str
    role: Role
    original: str
    main: str
    key: str
    loose: str
    weight: float = 1.0
    bare: bool = False
    block: str = ""
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A parsed name.

    ``text`` and ``kind`` are as given, but that a text that is too long is cut, which ``cut`` says. ``person``: it was
    read as a person's name. ``units`` are the tokens that are compared, in order, ``joined`` their forms in one word;
    ``ordered``: which of them is the family name is known; ``east``: a Chinese or Korean name, of family and given
    name. ``initials`` are those of a body's name, ``legal`` the classes of its legal forms, ``generation`` is "jr" or
    the like, ``alternatives`` are names that the text gives side by side.
    """

    text: str
    kind: EntryKind
    tokens: tuple[Token, ...]
    units: tuple[Token, ...]
    person: bool
    joined: str = ""
    ordered: bool = False
    east: bool = False
    initials: tuple[str, ...] = ()
    legal: frozenset[str] = frozenset()
    generation: str = ""
    alternatives: tuple["Name", ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known beside the names, for (one, other). Empty sets and None are unknown.

    ``countries`` are ISO 3166 alpha-2 codes, ``born`` ISO dates, cut to what is known; ``kinds`` what each names.
    """

    countries: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    born: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    kinds: tuple[EntryKind | None, EntryKind | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are: ``score`` is the sum of the features' values, held between 0 and 1."""

    score: float
    features: tuple[Feature, ...] = field(default=())
