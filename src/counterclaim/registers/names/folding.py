"""From a name in any script to words in lower-case Latin letters and digits.

Method: anyascii, but for Arabic and Hebrew letters, where a table of this module keeps those that stand for long vowels
(anyascii drops alef and reads pe as f and bet as v). Words are parted where a small letter meets a capital
("SergeiBelov"); runs of Hangul, kana and ideographs stay whole.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from counterclaim.registers.names.tables import tables

LONGEST = 300  # characters; a longer name is cut
MOST_WORDS = 30  # what stands behind these is passed over
_ARABIC = str.maketrans(
    {
        **dict(
            zip(
                "اأإآٱبتثجحخدذرزسشصضطظعغفقكلمنهوي",
                "a a a a a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y".split(),
            )
        ),
        **dict(
            zip(
                "ىةؤئپچژگکیٹڈڑںےھہښځډټړڼڅۍېګڵەێۆ",
                "a a w y p ch zh g k y t d r n e h h sh z d t r n ts y e g l e e o".split(),
            )
        ),
        **dict.fromkeys("ءـًٌٍَُِّْٰٓٔ‌‍", ""),
    }
)
# Two letters that would read as one of English ("z" and "h" are not "zh") are parted by the vowel that is likeliest.
_PARTED = (re.compile("(?<=[زضظصسكکگدتپ])(?=[هح])|(?<=[دض])(?=[زج])|(?<=[تط])(?=[سزصث])"), "ا")
_PARTED_HEBREW = (re.compile("(?<=[זסצכדטתפג])(?=[הח])"), "א")
_HEBREW = str.maketrans(
    dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h w z h t y k k l m m n n s a p f ts ts k r sh t".split()))
)
_OTHER_READING = str.maketrans("ضذثةשב", "ززستסו")
_ABJAD = re.compile(r"[\u0590-\u06FF\u0750-\u077F\uFB1D-\uFDFF\uFE70-\uFEFC]")
# Scripts of India and South-East Asia, whose letters have a vowel of their own that anyascii does not write.
_INHERENT = re.compile(r"[\u0900-\u0DFF\u0E00-\u0FFF\u1000-\u109F\u1780-\u17FF]")
_BLOCK = re.compile(r"[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]+")
_CAMEL = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")
_CYRILLIC = re.compile(r"[\u0400-\u04FF]")
_LATIN = re.compile(r"[A-Za-z]")
_LOOK_LATIN, _LOOK_CYRILLIC = "ABCEHKMOPTXaceopxyiI", "АВСЕНКМОРТХасеорхуіІ"
_TO_CYRILLIC = str.maketrans(_LOOK_LATIN, _LOOK_CYRILLIC)
_TO_LATIN = str.maketrans(_LOOK_CYRILLIC, _LOOK_LATIN)
_MARKS = re.compile(r"['’‘ʼʻ`´ʹʺ\"“”″]")
_DOTTED = re.compile(r"\b(?:(?:[^\W\d_][.]){2,}(?:[^\W\d_]\b)?|(?:[^\W\d_][.]\s){2,})")
# Letters with the vowel signs and other marks that \w leaves out: whole blocks for India and South-East Asia.
_PIECES = re.compile(
    r"(?:[^\W_]|[\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0900-\u0DFF"
    r"\u0E00-\u0FFF\u1000-\u109F\u135D-\u135F\u1780-\u17D3\u1DC0-\u1DFF\u200C\u200D])+"
)
_PLAIN = re.compile(r"[a-z0-9]+")
_ARTICLE = "ال"
_GOD = "الله"
_GOD_FORM = "allah"
_FINAL_VOWEL = "هة"  # -a or -eh at the end of a word
_LEAST_FINAL = 2


@dataclass(frozen=True, slots=True)
class Word:
    """One word: folded, as written, whether its script writes no vowels, and its letters in an unspaced script.

    ``bracketed``: it stands in brackets; ``hyphened``: a hyphen joins it to the word before.
    """

    form: str
    original: str
    bare: bool = False
    block: str = ""
    bracketed: bool = False
    hyphened: bool = False


@lru_cache(maxsize=1 << 15)
def words(text: str, *, person: bool = False) -> tuple[Word, ...]:
    """The words of ``text``, which the caller has cut to a sane length. Never raises.

    Letters with full stops between them are one word ("A.B.C. Tools"), but initials where it is a person's name.
    """
    found: list[Word] = []
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    plain = plain if person else _dots_dropped(_native(plain))
    depth = 0
    end = 0
    for piece in _PIECES.finditer(_MARKS.sub("", plain)):
        source = piece.string
        between = source[end : piece.start()]
        if between != " ":
            depth = max(0, depth + between.count("(") + between.count("[") - between.count(")") - between.count("]"))
        hyphened = bool(end) and between in {"-", "‐", "‑", "–"}
        found += _words(piece[0], bracketed=depth > 0, hyphened=hyphened)
        end = piece.end()
        if len(found) >= MOST_WORDS:
            break
    return tuple(found[:MOST_WORDS])


def _native(text: str) -> str:
    """``text`` with words for bodies in Arabic, Chinese, … replaced by the Latin ones."""
    if text.isascii():
        return text
    for form, main in tables().native.items():
        if form in text:
            text = text.replace(form, f" {main} ")
    return text


def _dots_dropped(text: str) -> str:
    """Letters with full stops between them become one word."""
    return _DOTTED.sub(lambda m: re.sub(r"[.\s]", "", m[0]) + " ", text) if "." in text else text


def _one_script(piece: str) -> str:
    """``piece`` with letters of Cyrillic that look Latin, or the other way round, in the script of most of it."""
    cyrillic = len(_CYRILLIC.findall(piece))
    if not cyrillic or cyrillic == len(piece):
        return piece
    latin = len(_LATIN.findall(piece))
    if not latin:
        return piece
    return piece.translate(_TO_CYRILLIC if cyrillic > latin else _TO_LATIN)


def _words(piece: str, *, bracketed: bool, hyphened: bool) -> list[Word]:
    if _BLOCK.search(piece):
        return _unspaced(piece, bracketed=bracketed, hyphened=hyphened)
    if _ABJAD.search(piece):
        return _abjad(piece, bracketed=bracketed, hyphened=hyphened)
    bare = _INHERENT.search(piece) is not None
    parts = _CAMEL.split(piece if piece.isascii() else _one_script(piece))
    found = []
    for number, part in enumerate(parts):
        form = _plain(part)
        if form:
            found.append(Word(form, part, bare, bracketed=bracketed, hyphened=hyphened and not number))
    return found


def _plain(part: str) -> str:
    latin = part if part.isascii() else anyascii(part)
    return "".join(_PLAIN.findall(latin.casefold()))


def _abjad(piece: str, *, bracketed: bool, hyphened: bool) -> list[Word]:
    bare = piece
    article = bare.startswith(_ARTICLE) and bare != _GOD and len(bare) > len(_ARTICLE) + 1
    if article:
        bare = bare.removeprefix(_ARTICLE)
    if len(bare) > _LEAST_FINAL and bare[-1] in _FINAL_VOWEL:
        bare = bare[:-1] + "ا"
    form = _GOD_FORM if piece == _GOD else _letters(bare)
    if not form:
        return []
    word = Word(form, piece, bare=True, bracketed=bracketed, hyphened=hyphened)
    return [Word("al", _ARTICLE, bracketed=bracketed), word] if article else [word]


def _letters(bare: str) -> str:
    for pattern, vowel in (_PARTED, _PARTED_HEBREW):
        bare = pattern.sub(vowel, bare)
    return _plain(bare.translate(_ARABIC).translate(_HEBREW))


def other_reading(original: str) -> str:
    """A word in Arabic or Hebrew letters as Persian reads it, with -at for -a, or with Hebrew's s and v."""
    bare = original.removeprefix(_ARTICLE) if len(original) > len(_ARTICLE) + 1 else original
    return _letters(bare.translate(_OTHER_READING))


def _unspaced(piece: str, *, bracketed: bool, hyphened: bool) -> list[Word]:
    """Words of an unspaced script: runs of it and what stands between them."""
    found: list[Word] = []
    end = 0
    for run in _BLOCK.finditer(piece):
        for part in (piece[end : run.start()], run[0]):
            form = _plain(part)
            if form:
                found.append(
                    Word(form, part, block=part if part == run[0] else "", bracketed=bracketed, hyphened=hyphened)
                )
        end = run.end()
    form = _plain(piece[end:])
    return [*found, Word(form, piece[end:], bracketed=bracketed)] if form else found


def syllables(block: str) -> tuple[str, ...]:
    """The Latin syllables of a run of Hangul or ideographs, one a character: 김정은 gives gim, jeong, eun."""
    return tuple(_plain(letter) for letter in block)
