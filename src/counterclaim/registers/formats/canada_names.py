"""The names in Canada's list: several often stand in one field, joined in a dozen ways that no rule of the list fixes.

A wrong split makes a name that nobody has, so a text is cut only where what joins two names can be nothing else.
"""

import re
from collections.abc import Iterator

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from counterclaim.registers.formats.draft import squeezed

_LABEL = re.compile(
    r"\b(?:arabic|armenian|belarus+ian|burmese|chinese|farsi|hebrew|persian|russian|spanish|ukrainian)\s*:",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:also(?: known as)?|a\.?k\.?a\.?|f\.?k\.?a\.?|formerly(?: known as)?)\s+", re.IGNORECASE)
_TAIL = re.compile(r"\s(?:a\.?k\.?a\.?)$", re.IGNORECASE)
_KNOWN_AS = re.compile(r"\s*\(also known as\s+([^()]*(?:\([^()]*\)[^()]*)*)\)?", re.IGNORECASE)
_WORD_IN_BRACKETS = re.compile(r"(\S{1,60})\s\((\w[^\s()]{0,60})\)")
_RIGHT_TO_LEFT = r"[\u0590-\u06ff]"
_SCRIPTS_MEET = re.compile(rf"(?<=[A-Za-z])\s+(?={_RIGHT_TO_LEFT})|(?<={_RIGHT_TO_LEFT})\s+(?=[A-Za-z])")
_PERSON_JOINS = re.compile(r"\s*(,\s*or\s|,\s*and\s|\sor\s|\sand\s|,|/)\s*")
_COMPANY_JOINS = re.compile(r"\s*(,\s*and\s|,\s*or\s|,|\sor\s|\sand\s|/)\s*")
_LEGAL = frozenset(
    "ао оао ооо зао пао сао мк нп фгуп тов некоммерческое партнерство партнёрство "
    "ao oao ooo zao pao tov jsc ojsc cjsc pjsc llc llp lp ltd limited inc co company corp corporation fsue sc plc "
    "gmbh sa sarl srl fze fzco pte pvt joint stock liability public private open closed the and".split()
)
LONGEST_FIELD = 5_000  # characters; the longest of the list has some 700
_ALIKE = 0.5  # how much of a word is the same where it spells another one


def family_names(text: str) -> list[str]:
    """The spellings of a family name: "Adanov (Adnuf)" is two."""
    return _spellings(squeezed(text))


def organisation_names(text: str) -> list[str]:
    """An organisation's name and, after it, the names that stand in brackets or in French beside it."""
    whole = _one_line(text)
    also = [name for known in _KNOWN_AS.findall(whole) for name in _organisations(known)]
    name = _without_end(_KNOWN_AS.sub("", whole))
    english, slash, french = name.partition("/")
    names = [english.strip(), french.strip()] if slash and _both_phrases(english, french) else [name]
    return [*names, *also]


def person_aliases(text: str, given: str, family: str) -> list[str]:
    """The other names of a person whose given and family names are known."""
    found: list[str] = []
    for group in _groups(text):
        turned = _turned_round(group, family)
        found.extend([turned] if turned else _persons(group, given, family))
    return [spelling for name in found for spelling in _spellings(name)]


def organisation_aliases(text: str) -> list[str]:
    """The other names of an organisation or a ship."""
    return [name for group in _groups(text) for name in _organisations(group)]


def _without_end(text: str) -> str:
    """A text without the marks, and the "AKA", that end it."""
    return _TAIL.sub("", text.rstrip(" ,;")).rstrip(" ,;")


def _one_line(text: str) -> str:
    return squeezed(re.sub(r"-\s*\n\s*", "-", text))


def _groups(text: str) -> Iterator[str]:
    """What stands between semicolons, labels of languages, and the places where a script that runs leftwards begins."""
    for group in _SCRIPTS_MEET.sub(";", _LABEL.sub(";", _one_line(text))).split(";"):
        name = _without_end(_LEAD.sub("", group.strip(" ,")))
        for opening, closing in ("()", ")("):
            name = name if closing in name else name.replace(opening, " ")
        if squeezed(name):
            yield squeezed(name)


def _turned_round(group: str, family: str) -> str | None:
    """A name that begins with the family's and a comma, as it is spoken."""
    last, comma, first = (part.strip() for part in group.partition(","))
    plain = comma and " " not in last and " " in first and not _PERSON_JOINS.search(first)
    return f"{first} {last}" if plain and _spells(last, family) else None


def _persons(group: str, given: str, family: str) -> Iterator[str]:
    """The names of a group. A single word spells a part of the name beside it, or of the person's own, otherwise."""
    pieces = _PERSON_JOINS.split(group)
    names, joins = pieces[::2], [join.strip(" ,") or join.strip() for join in pieces[1::2]]
    for at, name in enumerate(names):
        if " " in name or not name:
            if name:
                yield name
            continue
        behind = next((other for other in names[at + 1 :] if " " in other), "")
        if behind and at < len(joins) and joins[at] != ",":
            yield f"{name} {behind.partition(' ')[2]}"
        elif at and joins[at - 1] != "," and " " in (before := _before(names, at)):
            yield f"{before.rpartition(' ')[0]} {name}"
        else:
            yield _respelled(name, given, family)


def _before(names: list[str], at: int) -> str:
    return next((name for name in reversed(names[:at]) if " " in name), "")


def _respelled(word: str, given: str, family: str) -> str:
    """The person's name with ``word`` in the place of the part that it spells; else the word alone, a byname."""
    if _is_latin(word) and given and family:
        first, _, rest = given.partition(" ")
        if _spells(word, first):
            return squeezed(f"{word} {rest} {family}")
        if _spells(word, family):
            return f"{given} {word}"
    return word


def _is_latin(text: str) -> bool:
    return all(c < "\u0250" for c in text)


def _spells(word: str, other: str) -> bool:
    return Levenshtein.normalized_similarity(anyascii(word).lower(), anyascii(other).lower()) >= _ALIKE


def _spellings(name: str) -> list[str]:
    """A name, and where a word in brackets follows another one, the name with it in its place."""
    found = _WORD_IN_BRACKETS.search(name)
    if not found:
        return [name]
    return [squeezed(f"{name[: found.start()]} {word} {name[found.end() :]}") for word in found.groups()]


def _organisations(group: str) -> list[str]:
    """The names of a group: cut at its joins, except where these belong to a name."""
    names, start, quoted = [], 0, _quoted(group)
    for match in _COMPANY_JOINS.finditer(group):
        left, right = group[start : match.start()].strip(), group[match.end() :].strip()
        if left and right and not quoted[match.start()] and _separates(match[1].strip(), match[0], left, right):
            names.append(left)
            start = match.end()
    names.append(group[start:].strip())
    return [name for name in names if name]


def _separates(join: str, as_written: str, left: str, right: str) -> bool:
    """Whether what joins two texts stands between two names."""
    if join == "/":
        return as_written != "/" or left[-1] in "\"»”'’" or _both_phrases(left, right)
    if join == ",":
        behind = _COMPANY_JOINS.search(right)
        rest = right[: behind.start()] if behind else right
        return not (_only_legal(rest) or _only_legal(left) or right[0].islower())
    foreign = not (left[-1].isascii() and right[0].isascii())
    if join.endswith("or"):
        return foreign or not right[0].islower()
    first = right.split(maxsplit=1)[0]
    return foreign or join != "and" or left[-1] in '"”' or first == left.split(maxsplit=1)[0] or _only_legal(first)


def _both_phrases(left: str, right: str) -> bool:
    return " " in left.strip() and " " in right.strip()


def _only_legal(text: str) -> bool:
    return all(word.strip(".,()").lower() in _LEGAL for word in text.split())


def _quoted(text: str) -> list[bool]:
    """For each character of a text, whether it is in a quotation. In Russian one closing mark often closes several."""
    inside, found = False, []
    for at, mark in enumerate(text):
        if mark in "«“„":
            inside = True
        elif mark in "»”":
            inside = False
        elif mark == '"':
            inside = text[at + 1 : at + 2].isalnum()
        found.append(inside)
    return found
