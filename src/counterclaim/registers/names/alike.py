"""How alike two words of names are, from 0 to 1, and why in words."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from counterclaim.registers.names.folding import other_reading
from counterclaim.registers.names.keys import consonants, east_asian, loose, sound
from counterclaim.registers.names.letters import near
from counterclaim.registers.names.tables import tables
from counterclaim.registers.names.values import Role, Token


class Likeness(StrEnum):
    """Why two words are alike; the values are the names of features."""

    SAME = "the same"
    FAMILY = "spelled otherwise"
    SOUND = "sounds the same"
    NEAR = "a slip of the pen or another name"
    SCRIPT = "the same consonants in another script"
    SEX = "with the ending of the other sex"
    RELATIVE = "a short or a foreign form"
    INITIAL = "an initial"
    OTHERWISE = "called otherwise"
    GLUED = "the same when written together"
    ACRONYM = "the initials"
    NONE = "differs"


Alike = tuple[float, Likeness]
DIFFERENT: Alike = (0.0, Likeness.NONE)
_SAME: Alike = (1.0, Likeness.SAME)
_FAMILY = 0.97
_SOUND = 0.93
_EAST_SOUND = 0.85
_CONSONANTS = 0.68  # the same consonants with other vowels
_SURE_LETTERS = 5  # letters; by their sound alone shorter words of bodies' names, which may be codes, are not one
_LEAST_SOUND = 0.5  # similarity of letters below which words that sound alike are two
_RELATIVE = 0.5
_SERVANT = 0.45  # "Abd al-Rahman" shortened to "Rahman"
_SEX = 0.7
_INITIAL = 0.7
_SCRIPT = (0.5, 0.7, 0.8, 0.92)  # by how many consonants agree across scripts: none, one, two, more
_SHORT_SCRIPT = 0.8
_STEMS = re.compile(r"(?P<abd>abd|abu|umm)?(?P<stem>.{3,}?)(?P<end>din|ullah|zadeh|zai|pour)?\Z")
_PREFIXES = (
    *((p, _SOUND, Likeness.SOUND) for p in ("al", "el", "bin", "ben", "ibn", "de", "dela", "van", "von", "vander")),
    ("abd", _SERVANT, Likeness.RELATIVE),
)
BUSINESS = frozenset({"company", "group", "holding", "enterprise"})  # one firm is called now this, now that
_OTHERWISE = 0.1
_LEAST_REST = 4  # letters behind a prefix that is written in one word with the name
# A woman's ending and a man's, of Slavic family names that are adjectives.
_SEX_ENDINGS = (("skaya", "sky"), ("skaia", "sky"), ("skaya", "ski"), ("skaya", "skiy"), ("aya", "y"), ("aya", "iy"))
_ADJECTIVE = re.compile(r"(?<=[^aeiouy])[iy][iyj]{0,2}\Z")  # of Slavic adjectives: -y, -yy, -iy, -ij, -yj, -i
_SLAVIC = re.compile(r"(?:[oei]v|[iy]n)\Z")


def alike(one: Token, other: Token) -> Alike:
    """How alike two words of persons' names are. Symmetric."""
    if not (one.plain and other.plain):
        special = _special(one, other)
        if special is not None:
            return special
    return alike_names(one.form, other.form) if one.form <= other.form else alike_names(other.form, one.form)


def _special(one: Token, other: Token) -> Alike | None:
    """Words that are not compared by their letters: in other scripts, initials, patronymics; None for any other."""
    if one.block and other.block:
        return _blocks(one, other)
    if one.bare != other.bare or bool(one.block) != bool(other.block):
        return _across(one, other)
    if one.role is Role.INITIAL or other.role is Role.INITIAL:
        return _initial(one, other)
    if one.role is other.role is Role.PATRONYMIC and one.main == other.main:
        return _SAME if one.form == other.form else (_FAMILY, Likeness.FAMILY)
    return None


def alike_word(one: Token, other: Token) -> Alike:
    """How alike two words of bodies' names are. Symmetric."""
    if one.main == other.main:
        return _SAME if one.form == other.form else (_FAMILY, Likeness.FAMILY)
    if one.block and other.block:
        return _blocks(one, other)
    if one.role is other.role is Role.TYPE and one.main in BUSINESS and other.main in BUSINESS:
        return _OTHERWISE, Likeness.OTHERWISE
    if one.bare != other.bare or bool(one.block) != bool(other.block):
        return _across(one, other)
    if Role.WORD not in (one.role, other.role) or Role.NUMBER in (one.role, other.role):
        return DIFFERENT  # two words of which the tables know that they are two
    return alike_words(one.form, other.form) if one.form <= other.form else alike_words(other.form, one.form)


@lru_cache(maxsize=1 << 17)
def alike_names(one: str, other: str) -> Alike:
    """How alike two folded words of persons' names are. ``one`` is not behind ``other`` in the alphabet."""
    if one == other:
        return _SAME
    table = tables()
    mains = table.spellings.get(one, one), table.spellings.get(other, other)
    if mains[0] == mains[1]:
        return _FAMILY, Likeness.FAMILY
    if mains[1] in table.relatives.get(mains[0], ()):
        return _RELATIVE, Likeness.RELATIVE
    if one in table.given and other in table.given:
        return DIFFERENT
    if not table.apart.isdisjoint((frozenset(mains), frozenset((one, other)))) or _is_nisba(one, other, table.given):
        return DIFFERENT
    if _sexes(one, other):
        return _SEX, Likeness.SEX
    return _compounds(one, other) or _by_letters(one, other)


@lru_cache(maxsize=1 << 17)
def alike_words(one: str, other: str) -> Alike:
    """How alike two folded words of bodies' names are. ``one`` is not behind ``other`` in the alphabet."""
    if one == other:
        return _SAME
    table = tables()
    mains = table.spellings.get(one, one), table.spellings.get(other, other)
    if mains[0] == mains[1]:
        return _FAMILY, Likeness.FAMILY
    if frozenset(mains) in table.apart:
        return DIFFERENT
    if min(len(one), len(other)) < _SURE_LETTERS:
        score = near(one, other)
        return (score, Likeness.NEAR) if score else DIFFERENT
    return _by_letters(one, other)


def _compounds(one: str, other: str) -> Alike | None:
    """Names made of two parts: what both share says nothing, and a prefix that one leaves out says little."""
    stems = _stems(one, other)
    if stems is not None:
        return alike_names(*stems)
    shorter, longer = sorted((one, other), key=lambda word: (len(word), word))
    for prefix, score, why in _PREFIXES:
        rest = longer.removeprefix(prefix)
        if rest != longer and len(rest) >= _LEAST_REST and not shorter.startswith(prefix):
            mains = tables().spellings.get(rest, rest), tables().spellings.get(shorter, shorter)
            if mains[0] == mains[1] or sound(rest) == sound(shorter):
                return score, why
    return None


def _by_letters(one: str, other: str) -> Alike:
    one, other = _ADJECTIVE.sub("y", one), _ADJECTIVE.sub("y", other)
    if one == other:
        return _SOUND, Likeness.SOUND
    key = consonants(one)
    score = near(one, other)
    if key == consonants(other) and min(len(one), len(other)) > 2:
        letters = OSA.normalized_similarity(one, other)
        if letters >= _LEAST_SOUND and sound(one) == sound(other):
            return _SOUND, Likeness.SOUND
        if letters >= _LEAST_SOUND and len(key) > 2:
            score = max(score, _CONSONANTS)
    return (score, Likeness.NEAR) if score else DIFFERENT


def _is_nisba(one: str, other: str, given: frozenset[str]) -> bool:
    """Whether one word is the other, a given name, with the -i of descent: Kazem is not Kazemi."""
    return (one + "i" == other or one + "y" == other) and one in given


def _sexes(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if longer == shorter + "a":
        return bool(_SLAVIC.search(shorter)) and len(shorter) > 3
    return any(
        longer.endswith(woman) and shorter.endswith(man) and longer.removesuffix(woman) == shorter.removesuffix(man)
        for woman, man in _SEX_ENDINGS
    )


def _stems(one: str, other: str) -> tuple[str, str] | None:
    """The two words without what compounds of their kind share ("Abd al-Rahman", "Shams al-Din"); None without such."""
    a, b = _STEMS.match(one), _STEMS.match(other)
    if a is None or b is None:
        return None
    first, last = a["abd"] if a["abd"] == b["abd"] else None, a["end"] if a["end"] == b["end"] else None
    if not first and not last:
        return None
    cut = [w.removeprefix(first or "").removesuffix(last or "") for w in (one, other)]
    return (min(cut), max(cut)) if all(len(w) > 1 for w in cut) else None


def _initial(one: Token, other: Token) -> Alike:
    if one.form[0] != other.form[0] and one.main[0] != other.main[0]:
        return DIFFERENT
    return (1.0 if one.form == other.form else _INITIAL), Likeness.INITIAL


def _blocks(one: Token, other: Token) -> Alike:
    """Ideographs, kana and Hangul: the same letters; traditional and simplified ones are the same."""
    if one.block == other.block:
        return _SAME
    variants = tables().variants
    return (_FAMILY, Likeness.FAMILY) if one.block.translate(variants) == other.block.translate(variants) else DIFFERENT


def _across(one: Token, other: Token) -> Alike:
    """Words in two kinds of script, of which one writes no vowels or other syllables."""
    if one.form == other.form or one.main == other.main:
        return _FAMILY, Likeness.FAMILY
    if one.block or other.block:
        return _syllables(one.form, other.form)
    if min(len(one.form), len(other.form)) < 2:
        return DIFFERENT
    latin, bare = (other, one) if one.bare else (one, other)
    return _consonants_agree(latin.form, bare.form, bare.original)


@lru_cache(maxsize=1 << 16)
def _consonants_agree(latin: str, bare: str, original: str) -> Alike:
    """A word in letters against one in a script without vowels, whose readings are tried."""
    readings = {loose(bare), loose(other_reading(original))}
    if not readings.isdisjoint(_loose_readings(latin)):
        return _SCRIPT[min(len(loose(bare).lstrip("a")), 3)], Likeness.SCRIPT
    score = near(loose(latin), loose(bare))
    return (score * _SHORT_SCRIPT, Likeness.NEAR) if score else DIFFERENT


def _loose_readings(latin: str) -> Iterator[str]:
    """The loose key of a word in letters, and those without an article, with an Egyptian g, with a Hebrew f."""
    yield loose(latin)
    if latin[:2] in ("al", "el") and len(latin) > _LEAST_REST + 1:
        yield loose(latin[2:])
    if "g" in latin:
        yield loose(latin.replace("g", "j"))
    if "f" in latin:
        yield loose(latin.replace("f", "p"))


@lru_cache(maxsize=1 << 16)
def _syllables(one: str, other: str) -> Alike:
    """A word in Hangul, kana or ideographs against one in letters, which may write a foreign word by syllables."""
    if east_asian(one) == east_asian(other):
        return _SOUND, Likeness.SOUND
    skeletons = [loose(word).replace("r", "l") for word in (one, other)]
    if skeletons[0] == skeletons[1] and len(skeletons[0]) > 1:
        return _SHORT_SCRIPT, Likeness.SCRIPT
    return DIFFERENT


def alike_east(one: Token, other: Token) -> Alike:
    """How alike two parts of Chinese or Korean names are, by whichever system they are romanised. Symmetric."""
    if one.block and other.block:
        return _blocks(one, other)
    if one.role is not other.role:
        return DIFFERENT
    if one.form == other.form:
        return _SAME
    if one.main == other.main:
        return _FAMILY, Likeness.FAMILY
    if east_asian(one.main) == east_asian(other.main):
        return _EAST_SOUND, Likeness.SOUND
    if one.role is Role.FAMILY:
        return DIFFERENT
    score = near(min(one.form, other.form), max(one.form, other.form))
    return (score, Likeness.NEAR) if score else DIFFERENT
