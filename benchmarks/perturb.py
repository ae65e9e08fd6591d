"""Names written otherwise, by chance and by a seed: what a screening must still recognise.

Each change takes a name and gives it as it may stand in a report: with a slip of the keys, in another order, without a
part, in another romanisation, in Cyrillic and back, with words run together, with an initial. The tables of spellings
are those by which standards differ: BGN/PCGN, ISO 9, ICAO Doc 9303 and the French and German customs for Cyrillic;
ALA-LC, BGN/PCGN and French, Turkish and Persian customs for Arabic script.
"""

import re
from collections.abc import Callable, Mapping
from random import Random

from counterclaim.records import EntryKind
from counterclaim.registers.names import parse_name

__all__ = ["CHANGES", "change"]

Change = Callable[[Random, str, EntryKind], str | None]  # None where a name gives no room for it

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONG_WORD = 5  # letters of a word that may take a slip
_SPELLINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Cyrillic
    (r"shch", ("sch", "shh", "stsch")),
    (r"(?<=[a-z])iy\b", ("y", "i", "ii", "ij")),
    (r"(?<=[a-z])[oe]v\b", ("ow", "off")),
    (r"\bye", ("e", "je")),
    (r"y([aou])", (r"i\1", r"j\1")),
    (r"zh", ("j", "z")),
    (r"kh", ("h", "x", "ch")),
    (r"ts(?=[aeiouy])", ("tz", "c")),
    (r"(?<=[aeiou])y\b", ("i", "j")),
    (r"\balexander\b", ("aleksandr", "oleksandr")),
    (r"\baleksandr\b", ("alexander", "oleksandr")),
    # Arabic script
    (r"\bm[ou]ham+[ae]d\b", ("muhammad", "mohamed", "mohammad", "mohamad", "muhammed")),
    (r"\bah?med\b|\bahmad\b", ("ahmed", "ahmad")),
    (r"\bh[ou]s+[ae]in\b|\bhossein\b", ("hussein", "hossein", "husain", "hussain")),
    (r"q", ("k", "gh")),
    (r"gh", ("g", "q")),
    (r"ee", ("i",)),
    (r"oo|ou", ("u",)),
    (r"(?<=[a-z]{3})ah\b", ("a", "eh")),
    (r"(?<=[a-z]{3})eh\b", ("e", "a", "ah")),
    (r"\bal([ -])", (r"el\1", "al")),
    (r"dh", ("d", "z")),
    (r"w(?=[aeiou])", ("v", "ou")),
)
_CYRILLIC: tuple[tuple[str, str], ...] = tuple(
    pair
    for line in (
        "shch щ,zh ж,kh х,ts ц,ch ч,sh ш,yu ю,ya я,yo ё,ye е,iy ий,ay ай,ey ей,oy ой,uy уй,a а,b б,c к,d д,e е,f ф,g г,"
        "h х,i и,j дж,k к,l л,m м,n н,o о,p п,q к,r р,s с,t т,u у,v в,w в,x кс,y ы,z з,' ь"
    ).split(",")
    for pair in [(line.split(" ")[0], line.split(" ")[1])]
)
_ISO9 = dict(
    zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e jo zh z i j k l m n o p r s t u f h c ch sh shh".split())
)
_GERMAN = _ISO9 | dict(zip("жйхцчшщ", "sch j ch z tsch sch schtsch".split())) | {"в": "w", "ё": "jo"}
_FRENCH = _ISO9 | dict(zip("жйхцчшщу", "j i kh ts tch ch chtch ou".split())) | {"ё": "io"}
_LAST = {"ъ": "", "ы": "y", "ь": "", "э": "e"}
_BACK: tuple[dict[str, str], ...] = (
    _ISO9 | _LAST | {"ю": "ju", "я": "ja"},
    _GERMAN | _LAST | {"ю": "ju", "я": "ja"},
    _FRENCH | _LAST | {"ю": "iou", "я": "ia"},
)
_EASTERN = re.compile(r"(ov|ev|in|sky|skiy|ko|chuk|vich|ova|eva|ina|vna|enko|yan|shvili|adze)\b", re.IGNORECASE)
_SMALL = frozenset("al el bin ben ibn abu abd de of the and for ltd llc co inc jsc ooo".split())


def typo(rng: Random, name: str, kind: EntryKind) -> str | None:  # noqa: ARG001
    """One slip in a word of five letters or more: a letter left out, put in, exchanged, or two swapped."""
    words = name.split(" ")
    places = [i for i, word in enumerate(words) if word.isalpha() and len(word) >= _LONG_WORD and word.isascii()]
    if not places:
        return None
    place = rng.choice(places)
    words[place] = _slip(rng, words[place])
    return " ".join(words)


def _slip(rng: Random, word: str) -> str:
    at = rng.randrange(1, len(word) - 1)
    letter = rng.choice(_LETTERS)
    return rng.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def order(rng: Random, name: str, kind: EntryKind) -> str | None:
    """A person's family name, which stands last or before a comma, at the other end; or both without the comma."""
    family, comma, given = name.partition(", ")
    words = name.replace(",", "").split()
    if kind is not EntryKind.PERSON or not 2 <= len(words) <= 5 or _SMALL & {word.lower() for word in words}:
        return None
    if comma:
        return rng.choice([f"{given} {family}", f"{family} {given}"])
    if parse_name(name, kind).east:
        return None  # the family name stands first
    return rng.choice([f"{words[-1]}, {' '.join(words[:-1])}", f"{words[-1]} {' '.join(words[:-1])}"])


def dropped(rng: Random, name: str, kind: EntryKind) -> str | None:
    """One word left out: of a person neither the first nor the last, of others any but the first.

    What goes with the next word (bin, Abd) stays, and so do the syllables of an East Asian name: without them it is
    another name.
    """
    words = name.split()
    person = kind is EntryKind.PERSON
    if person and parse_name(name, kind).east:
        return None
    small = [word.lower() in _SMALL for word in words]
    places = [i for i in range(1, len(words) - person) if not (person and (small[i] or small[i - 1]))]
    if len(words) < 3 or not places:
        return None
    place = rng.choice(places)
    return " ".join(words[:place] + words[place + 1 :])


def spelling(rng: Random, name: str, kind: EntryKind) -> str | None:  # noqa: ARG001
    """Up to two spellings by which romanisations differ."""
    low = name.lower()
    fitting = [(pattern, other) for pattern, others in _SPELLINGS for other in others if re.search(pattern, low)]
    rng.shuffle(fitting)
    for pattern, other in fitting[:2]:
        low = re.sub(pattern, other, low, count=1)
    return low.title() if low != name.lower() else None


def cyrillic(rng: Random, name: str, kind: EntryKind) -> str | None:  # noqa: ARG001
    """A name of the Russian-speaking world in Cyrillic letters."""
    return _to_cyrillic(name) if _eastern(name, kind) else None


def romanised(rng: Random, name: str, kind: EntryKind) -> str | None:
    """The same, and back by another table."""
    if not _eastern(name, kind):
        return None
    table = rng.choice(_BACK)
    back = "".join(table.get(letter, letter) for letter in _to_cyrillic(name).lower()).title()
    return back if back.lower() != name.lower() else None


def _eastern(name: str, kind: EntryKind) -> bool:
    return kind is EntryKind.PERSON and name.isascii() and bool(_EASTERN.search(name))


def _to_cyrillic(name: str) -> str:
    low = name.lower()
    for latin, letters in _CYRILLIC:
        low = low.replace(latin, letters)
    return low.title()


def glued(rng: Random, name: str, kind: EntryKind) -> str | None:  # noqa: ARG001
    """Two neighbouring words run together."""
    words = name.split()
    places = [i for i in range(len(words) - 1) if words[i].isalpha() and words[i + 1].isalpha()]
    if not places:
        return None
    place = rng.choice(places)
    return " ".join([*words[:place], words[place] + words[place + 1].lower(), *words[place + 2 :]])


def initial(rng: Random, name: str, kind: EntryKind) -> str | None:  # noqa: ARG001
    """A person's first name cut to its initial: of "Given Family" or of "FAMILY, Given"."""
    if kind is not EntryKind.PERSON or not name.isascii():
        return None
    family, comma, given = name.partition(", ")
    words = (given if comma else name).split()
    if len(words) < (1 if comma else 2) or min(map(len, words)) <= 2 or not words[0].isalpha():
        return None
    short = f"{words[0][0]}."
    return f"{short} {family}" if comma else " ".join([short, *words[1:]])


CHANGES: Mapping[str, Change] = {
    "typo": typo,
    "order": order,
    "dropped": dropped,
    "spelling": spelling,
    "cyrillic": cyrillic,
    "romanised": romanised,
    "glued": glued,
    "initial": initial,
}


def change(rng: Random, name: str, kind: EntryKind) -> tuple[str, str] | None:
    """A change that the name gives room for, by its name, and the changed name; None where there is none."""
    names = list(CHANGES)
    rng.shuffle(names)
    for key in names:
        changed = CHANGES[key](rng, name, kind)
        if changed is not None and changed != name:
            return key, changed
    return None
