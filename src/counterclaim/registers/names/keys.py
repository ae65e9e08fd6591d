"""Keys by which spellings of one word are found together: by its consonants, and by its sound.

Method: the choices of the romanisation tables (ALA-LC, BGN/PCGN, Wade-Giles, McCune-Reischauer) and of German and
French spelling are undone, in the way of Soundex (Russell 1918) and the Daitch-Mokotoff code, with letters for classes.
"""

import re
from functools import lru_cache

_CONSONANTS = re.compile(
    r"(?P<S>schtsch|shch|tsch|tch|sch|sh|ch)|(?P<J>dzh|dsch|dj|dz|zh|j|g(?=[ei]o))|(?P<Z>tz|ts|z)|(?P<f>ph)|(?P<t>th)|(?P<d>dh)"
    r"|(?P<k>ck|gh|kh|q|g|k|c(?![eiy]))|(?P<s>c)|(?P<ks>x)|(?P<ov>(?<=[^aeiouy])(?:[oe]ff|of|[aeo][uw])\Z)|(?P<v>w)"
)
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")
_LOOSE = str.maketrans({"v": "", "b": "p"})
_CLASSES = str.maketrans("eyo", "iiu")
_GLIDES = {"aiai": "ai", "iai": "ia", "aia": "ai", "iu": "u", "ui": "u"}
_LEAST_FINAL = 4  # letters; in shorter words a final h or s is heard


@lru_cache(maxsize=1 << 17)
def consonants(form: str) -> str:
    """The blocking key of a word: its consonants by sound, an initial vowel as "a"; numbers are their own key."""
    if not form.isalpha():
        return form
    heard = _heard(form)
    return _initial_vowel(heard) + _VOWELS.sub("", heard)


@lru_cache(maxsize=1 << 17)
def loose(form: str) -> str:
    """The consonants that every script writes: without v and w, b and p one; an initial vowel as "a"."""
    if not form.isalpha():
        return form
    heard = _heard(form)
    key = _initial_vowel(heard) + _VOWELS.sub("", heard).translate(_LOOSE)
    return key.removesuffix("h") or key or form[:1]


@lru_cache(maxsize=1 << 17)
def sound(form: str) -> str:
    """A key that romanisations of one word share, vowels in three classes."""
    if not form.isalpha():
        return form
    return _DOUBLE.sub(r"\1", _VOWELS.sub(_vowel, _heard(form)))


@lru_cache(maxsize=1 << 16)
def east_asian(form: str) -> str:
    """The sound of Chinese or Korean syllables, whichever system they are romanised by."""
    form = form.replace("iy", "i'")  # two syllables, as in "Ki-yun"
    key = re.sub(r"tsz?|tz|zh|ch|[jqzc]", "c", form.replace("sh", "s").replace("hs", "s").replace("x", "s"))
    key = key.replace("ng", "n").translate(str.maketrans("kgtdpbrl", "kkttppll"))
    key = re.sub(r"eo|eu|ou|uo|oo|wo|yo|yu|iu|io|[ouw]", "o", key)
    key = re.sub(r"ae|ei|ai|e", "e", key)
    return _DOUBLE.sub(r"\1", re.sub(r"[yi]+(?=[aeo])", "", key.replace("y", "i")))


def _heard(form: str) -> str:
    form = _DOUBLE.sub(r"\1", _CONSONANTS.sub(_class, form))
    return form[:-1] if len(form) >= _LEAST_FINAL and form[-1] == "h" else form


def _initial_vowel(heard: str) -> str:
    return "a" if _VOWELS.match(heard) else ""


def _class(found: re.Match[str]) -> str:
    return found.lastgroup or ""


def _vowel(run: re.Match[str]) -> str:
    heard = _DOUBLE.sub(r"\1", run[0].translate(_CLASSES))
    return _GLIDES.get(heard, heard)
