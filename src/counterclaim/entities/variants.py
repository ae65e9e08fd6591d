"""Names of a whole collection that are spellings of one: persons, places, bodies, designations. By blocks."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from counterclaim.entities.bodies import name_block, same_body, same_place, without_small
from counterclaim.entities.keys import ARM, BODY, PERSON, PLACE
from counterclaim.entities.known import same_designation, stem_and_number
from counterclaim.entities.persons import Person, person, same_full_name
from counterclaim.entities.spelling import is_typo
from counterclaim.entities.union import Union, blocked

_TYPO = 7  # letters of a word that may be misspelled
_SLIP = 3  # mentions; a spelling that is used more often is no slip of the pen
_LEAST_BODY = 5  # letters of a body's name that may be romanised in several ways


class Names:
    """The names of a collection: how each key is written and how often."""

    def __init__(self) -> None:
        self._shown: dict[str, dict[str, int]] = {}
        self._types: dict[str, dict[str, int]] = {}

    def add(self, key: str, shown: str, type_: str) -> None:
        """Count one mention."""
        counts = self._shown.setdefault(key, {})
        counts[shown] = counts.get(shown, 0) + 1
        types = self._types.setdefault(key, {})
        types[type_] = types.get(type_, 0) + 1

    def __iter__(self) -> Iterator[str]:
        """Every key, in an order that does not hang on the order of the documents."""
        return iter(sorted(self._shown))

    def count(self, key: str) -> int:
        """How many mentions a key has."""
        return sum(self._shown.get(key, {}).values())

    def written(self, key: str) -> Mapping[str, int]:
        """How often a key is written how."""
        return self._shown.get(key, {})

    def types(self, key: str) -> Mapping[str, int]:
        """How often a key has which type."""
        return self._types.get(key, {})

    def shown(self, key: str) -> str:
        """The spelling used most; a person's in full."""
        counts = self._shown.get(key, {})
        person_ = key.startswith(PERSON)
        return max(counts, key=lambda n: (person_ and _is_full(n, key), counts[n], len(n), n), default=key)

    def person(self, key: str) -> Person | None:
        """The full name of a person's key; None for a bare name, and for what is no person."""
        found = person(self.shown(key)) if key.startswith(PERSON) else None
        return found if found is not None and found.given else None


def _is_full(name: str, key: str) -> bool:
    found = person(name)
    return found is not None and PERSON + found.key == key


def join_variants(names: Names, union: Union) -> None:
    """Join the keys of names that are spellings of one name."""
    keys = sorted(names, key=lambda k: (-names.count(k), k))
    of = {kind: [k for k in keys if k.startswith(kind) and "@" not in k] for kind in (PERSON, PLACE, BODY, ARM)}
    _join_persons(of[PERSON], names, union)
    _join_places(of[PLACE], names, union)
    _join_bodies(of[BODY], names, union)
    _join_arms(of[ARM], names, union)


def _join_persons(keys: Iterable[str], names: Names, union: Union) -> None:
    persons = {k: p for k in keys if (p := names.person(k)) is not None}
    union.join_blocks(
        blocked((p.block, k) for k, p in persons.items()),
        same=lambda a, b: same_full_name(persons[a], persons[b]),
        shown=names.shown,
        reason="spellings of one full name",
    )


def _join_places(keys: Iterable[str], names: Names, union: Union) -> None:
    words = {k: tuple(k.removeprefix(PLACE).split()) for k in keys}
    union.join_blocks(
        blocked((name_block(w), k) for k, w in words.items()),
        same=lambda a, b: same_place(words[a], words[b]),
        shown=names.shown,
        reason="spellings of one place name",
    )


def _join_bodies(keys: Iterable[str], names: Names, union: Union) -> None:
    # A legal form behind the name is settled elsewhere; acronyms are never misspelled, they are others.
    words = {k: tuple(k.removeprefix(BODY).split()) for k in keys if "|" not in k}
    words = {k: w for k, w in words.items() if not (len(w) == 1 and names.shown(k).isupper() and len(w[0]) < _TYPO)}
    long_ones = {k: w for k, w in words.items() if max(map(len, w), default=0) >= _LEAST_BODY}
    for block, reason in ((name_block, "spellings of one name"), ("".join, "one name with and without spaces")):
        union.join_blocks(
            blocked((block(without_small(w)), k) for k, w in long_ones.items()),
            same=lambda a, b: same_body(words[a], words[b]),
            shown=names.shown,
            reason=reason,
        )
    _join_typos(words, names, union)


def _join_typos(words: Mapping[str, tuple[str, ...]], names: Names, union: Union) -> None:
    """Join a rare name to one that differs in a letter of a long word: both leave the same when a letter is dropped."""
    usual: dict[int, str] = {}
    for key, own in words.items():  # the names used most come first
        marks = [mark for at, word in enumerate(own) for mark in _marks(own, at, word)]
        other = next((usual[m] for m in marks if m in usual), None)
        rare = other is not None and names.count(key) <= min(_SLIP, names.count(other) - 1)
        if other is not None and rare and _is_slip(own, words[other]):
            union.join(other, key, (names.shown(other), names.shown(key)), "a letter's difference in a long name")
            continue
        for mark in marks:
            usual.setdefault(mark, key)


def _marks(words: tuple[str, ...], at: int, word: str) -> Iterator[int]:
    if len(word) < _TYPO or not word.isalpha():
        return
    rest = (at, words[:at], words[at + 1 :])
    yield hash((rest, word))
    for cut in range(1, len(word)):
        yield hash((rest, word[:cut] + word[cut + 1 :]))


def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(pairs) == 1 and is_typo(*pairs[0])


def _join_arms(keys: Iterable[str], names: Names, union: Union) -> None:
    parts = {k: p for k in keys if (p := stem_and_number(names.shown(k))) is not None}
    blocks: dict[Hashable, list[str]] = blocked(((p[1], p[0][:1]), k) for k, p in parts.items())
    union.join_blocks(
        blocks,
        same=lambda a, b: same_designation(parts[a][0], parts[b][0]),
        shown=names.shown,
        reason="spellings of one designation",
    )
