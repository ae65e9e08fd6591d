"""Where a headline that is glued to its text ends: "… in Sanda market A bomb killed six people in a market …".

Only a word that opens sentences can open the text, and only on evidence: what follows says again what the headline
says, or the headline's capitals end there. A cut inside a name costs more than a headline that is not cut.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterclaim.text.wrapped import OPEN_ENDS

_WORD = re.compile(r"\S+")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?")
_STRIPPED = "\"'“”‘’«»()[],;:.!?"
# Words written with a capital where a sentence begins, and hardly anywhere else.
_ARTICLES = frozenset({"A", "An", "The"})
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen"
).split()
_OPENERS = _ARTICLES | frozenset(
    (
        "Some Several Many Most Dozens Scores Tens Hundreds Thousands Nearly Almost Around There This These Those They "
        "He She It According"
    ).split()
    + [number.capitalize() for number in _NUMBERS]
)
_PAIRS = frozenset(
    {
        ("At", "least"),
        ("More", "than"),
        ("Up", "to"),
        ("As", "many"),
        ("No", "fewer"),
        ("Fewer", "than"),
        ("At", "dawn"),
    }
)
_FIRSTS = _OPENERS | {first for first, _ in _PAIRS}
# After these a name or the object of a verb follows, never a new sentence.
_HOLDS_ON = OPEN_ENDS | frozenset(
    "told tells about near among around inside outside across amid via per says that until since called named".split()
)
_SMALL = frozenset(
    (
        "about above across after against along amid among around because been before behind being below between both "
        "could does during each from have here into just least less like more most much near nearly only other over "
        "said same says since some such than that their them then there these they this those through under until "
        "upon very were what when where which while whom whose will with within without would"
    ).split()
)
_PROSE = frozenset("a an the was were has have had said will would".split())
_STEM = 5  # letters; "attack" and "attacked" agree
_ENDING = re.compile(r"(?<=\w{3})(?:es|s|ed|ing)$")  # so do "kills" and "killing"
_AHEAD = 16  # words after the cut that are compared with the headline
# The first six words of a sentence, which only a sentence told again shares with one before it.
_BEGUN = re.compile(r"(?:^|[.!?][\"”]?\s)(?=([A-Z]\S*(?:\s\S+){5}\s))")
_LONG_WORD = 40
_LEAST_HEAD = 4  # words of a headline
_MOST_HEAD = 30
_LONGEST_HEAD = 220  # characters
_LEAST_AHEAD = 6
_TITLE_WORDS = 4  # long words of a headline written in capitals, before its style is trusted
_TITLE_PART = 0.8
REPEATED = 2  # words of the headline that its text says again
_REPEATED_IN_PROSE = 4  # where the headline has an article, as prose has


class Word(NamedTuple):
    """A word of a head, between blanks: where it begins there, and its letters without marks around them."""

    start: int
    form: str
    core: str


def words_of(head: str) -> list[Word]:
    """The words of a short text, with their places in it."""
    return [Word(m.start(), form := m.group(), form.strip(_STRIPPED)) for m in _WORD.finditer(head)]


def stems(words: Iterable[Word]) -> frozenset[str]:
    """What words say, without their endings: long words, figures and numbers."""
    found = set()
    for word in words:
        core = word.core.lower()
        if core.isdigit() or core in _NUMBERS or (len(core) >= 4 and core not in _SMALL):
            found.add(_ENDING.sub("", core)[:_STEM])
    return frozenset(found)


def ends_sentence(word: Word) -> bool:
    """Whether a sentence may end with a word; "U.S." and "Gen." are none."""
    if word.form[-1].isalnum():
        return False
    bare = word.form.rstrip("\"'”’»)]")
    if bare[-1:] in {"!", "?"}:
        return True
    return bare[-1:] == "." and "." not in bare[:-1] and (len(bare) > 5 or bare[:1].islower())


def opens(words: Sequence[Word], i: int) -> bool:
    """Whether word ``i`` is one that opens sentences, and the word before it can end a headline."""
    if i >= len(words):
        return False
    core, following = words[i].core, words[i + 1].core if i + 1 < len(words) else ""
    if core not in _OPENERS and (core, following) not in _PAIRS:
        return False
    if core not in _ARTICLES and not following[:1].islower():
        return False
    before = words[i - 1] if i else None
    return before is None or (before.core.lower() not in _HOLDS_ON and before.form[-1] not in ',;:-–—("“‘')


def body_start(words: Sequence[Word], first: int = 0) -> int | None:
    """The number of the word at which the text begins under a headline that begins with word ``first``, or None."""
    ended = next((i for i in range(first, len(words)) if ends_sentence(words[i])), len(words))
    last = min(len(words) - _LEAST_AHEAD, first + _MOST_HEAD, ended)
    for i in range(first + _LEAST_HEAD, last + 1):
        if words[i].core in _FIRSTS and opens(words, i) and _shown(words, first, i):
            return i
    return None


def body_behind(words: Sequence[Word], said: frozenset[str]) -> int | None:
    """The number of the word at which the text begins behind headlines of other articles, or None. It says what was
    ``said`` in its own headline, and is the last place in its sentence where it may begin."""
    found = None
    for i in range(len(words) - _LEAST_AHEAD):
        if found is not None and ends_sentence(words[i - 1]):
            break
        if opens(words, i) and is_prose(words, i) and repeats(words, i, said) >= REPEATED:
            found = i
    return found


def own_end(words: Sequence[Word]) -> int | None:
    """The number of the word behind a headline in capitals that a full stop ends, with prose after it, or None."""
    for i, word in enumerate(words[:_MOST_HEAD]):
        if ends_sentence(word):
            begins = words[0].core[:1].isupper() or words[0].core[:1].isdigit()
            return i + 1 if begins and is_loud(words[: i + 1]) and is_prose(words, i + 1) else None
    return None


def told_again(head: str) -> list[int]:
    """The places at which, without a mark before it, a sentence begins again as one before it began."""
    found = []
    for match in _BEGUN.finditer(head):
        place = head.find(match[1], match.end() + 1)
        if place > 0 and any(w.islower() and len(w) >= 4 and w not in _SMALL for w in match[1].split()):
            before = head[max(0, place - _LONG_WORD) : place]
            if before[-1].isspace() and before.split()[-1][-1].isalnum() and before.split()[-1] not in _HOLDS_ON:
                found.append(place)
    return sorted(found)


def repeats(words: Sequence[Word], i: int, said: frozenset[str]) -> int:
    """How many of the things said are said again in the sentence that begins with word ``i``."""
    return len(stems(_ahead(words, i)) & said)


def exact(words: Sequence[Word], i: int, said: Sequence[Word]) -> bool:
    """Whether what begins with word ``i`` begins with the same three words as what was said before."""
    cores = [w.core for w in words[i : i + 3]]
    return len(cores) == 3 and cores == [w.core for w in said[:3]]


def is_prose(words: Sequence[Word], i: int) -> bool:
    """Whether most long words of the sentence that begins with word ``i`` are written small, as no headline in
    capitals has them."""
    ahead = _ahead(words, i)[1:]
    long = [w for w in ahead if len(w.core) >= 4 and w.core.lower() not in _SMALL and w.core[0].isalpha()]
    small = sum(w.core[0].islower() for w in long)
    return len(ahead) >= _LEAST_AHEAD - 1 and small >= 2 and 2 * small >= len(long)


def has_prose(words: Iterable[Word]) -> bool:
    """Whether there are words that prose needs and headlines leave out."""
    return any(word.form in _PROSE for word in words)


def is_loud(words: Sequence[Word]) -> bool:
    """Whether a headline writes its words with capitals."""
    long = [w for w in words if len(w.core) >= 4 and w.core.lower() not in _SMALL and w.core[0].isalpha()]
    if has_prose(words):
        return False
    return len(long) >= _TITLE_WORDS and sum(w.core[0].isupper() for w in long) >= _TITLE_PART * len(long)


def _shown(words: Sequence[Word], first: int, i: int) -> bool:
    """Whether word ``i`` is seen to begin the text."""
    if not is_prose(words, i) or words[i].start - words[first].start > _LONGEST_HEAD:
        return False
    head = words[first:i]
    if is_loud(head) and not (words[i].core.istitle() and words[i].core not in _ARTICLES and is_loud(words[i : i + 5])):
        return True
    return repeats(words, i, stems(head)) >= (_REPEATED_IN_PROSE if has_prose(head) else REPEATED)


def _ahead(words: Sequence[Word], i: int) -> Sequence[Word]:
    """The words from word ``i`` to the end of its sentence, so far as they are compared."""
    last = min(len(words), i + _AHEAD)
    end = next((j + 1 for j in range(i, last) if ends_sentence(words[j])), last)
    return words[i:end]
