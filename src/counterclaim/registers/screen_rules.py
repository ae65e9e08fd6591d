"""What holds a verdict back: names that say too little by themselves, however well they fit.

Each rule that applies is a feature of value 0, so that a reader sees why a good score is only a possible. A country or
a date of birth that agrees lifts the rules that are about chance; for people's common names only a date of birth does:
a state has many people of one name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import OSA

from counterclaim.lexicon.actors import offices
from counterclaim.records import EntryKind, Feature, NameQuality, ScreeningHit, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.names import Name, Role, parse_name
from counterclaim.registers.names.alike import alike_word
from counterclaim.registers.names.tables import tables
from counterclaim.registers.screen_fit import Fit, fit

__all__ = ["Agreement", "Limit", "held_back", "limits"]

Limit = tuple[Verdict, Feature]  # the best verdict that is left, and the reason

_RARE = 12  # names that hold one word, up to which that word alone is worth a look
_FIRMS = frozenset(
    {"company", "corporation", "enterprise", "group", "holding"}
)  # one firm is called now this, now that
_WORDS = re.compile(r"\w+")
_MINISTRY = "ministry"
_VESSELS = frozenset({EntryKind.SHIP, EntryKind.AIRCRAFT})
_SHORT = 4  # letters: up to here words are acronyms and codes, and one letter makes another one
_CHANCE_ACRONYM = 3  # letters of an acronym that any name may have by chance
_LONG = 7  # letters of a single name that may be misspelled
_SAME_WORD = 0.95  # likeness of two spellings of one word
_ALIKE = 0.6  # likeness of two words that stand for whole names
_RUN_TOGETHER = 0.85  # likeness of a name and of another one run together
_NAMESAKES = 15.0  # bits: a full name up to here has many bearers
_PARTIAL = 19.0  # … and of a name with a word too few
_LITTLE = 11.0  # bits: not worth a look where a word is missing
_ENOUGH = 3  # words that fit, from which on a missing one matters little


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether countries and dates of birth that are known on both sides agree; ``abroad``: the countries do not."""

    country: bool = False
    born: bool = False
    abroad: bool = False

    @property
    def known(self) -> bool:
        """Whether something beside the name agrees."""
        return self.country or self.born


def limits(
    asked: Name, listed: Name, quality: NameQuality, index: ScreeningIndex, facts: Agreement = Agreement()
) -> tuple[Limit, ...]:
    """The limits on what these two names can make, where ``facts`` agree or not."""
    found = list(_by_quality(quality))
    if _run_together(asked, listed):
        return tuple(found)
    shared = fit(asked, listed, index)
    if asked.person and listed.person:
        found += _people(asked, listed, shared, index, facts)
    else:
        found += _bodies(asked, listed, shared, index, known=facts.known)
    return tuple(found)


def held_back(hit: ScreeningHit, name: str, note: str) -> ScreeningHit:
    """A hit as a possible, with the reason why it is no more."""
    verdict, feature = _possible(name, note)
    return replace(hit, verdict=verdict, features=(*hit.features, feature))


def _by_quality(quality: NameQuality) -> Iterator[Limit]:
    if quality is NameQuality.WEAK:
        yield _possible("weak alias", "the register itself calls this alias weak")


def _run_together(one: Name, other: Name) -> bool:
    """Whether one name is the other with words run together: "Oceanmarigold"."""
    return len(one.units) != len(other.units) and (
        OSA.normalized_similarity(one.joined, other.joined, score_cutoff=_RUN_TOGETHER) > 0
    )


def _people(asked: Name, listed: Name, shared: Fit, index: ScreeningIndex, facts: Agreement) -> Iterator[Limit]:
    if not shared.pairs:
        yield _none("no word in common", "only sounds and letters are alike")
    elif len(listed.units) == 1 < len(asked.units):
        yield _none("one word", f"{shared.shared} is all that is listed")
    elif len(asked.units) == 1:
        yield _one_word_of_a_person(listed, shared, index)
    elif shared.missing and shared.rarity < _LITTLE and not facts.known:
        yield _none("common words", f"{shared.shared} is all that fits, and common")
    elif len(shared.pairs) == 1:
        yield _one_full_word(shared)
    else:
        yield from _part_of_a_name(listed, shared)
        if not facts.born and len(shared.pairs) < _ENOUGH:
            yield from _chance(shared, abroad=facts.abroad)


def _one_word_of_a_person(listed: Name, shared: Fit, index: ScreeningIndex) -> Limit:
    """One word is worth a look where it is a rare family name, or a name by itself."""
    word, theirs = shared.pairs[0]
    if len(listed.units) == 1:
        if word.main != theirs.main and len(word.form) < _LONG:
            return _none("one word, spelled otherwise", f"“{word.original}” is not “{theirs.original}”")
    elif theirs.role is Role.GIVEN or word.main in tables().given or word.main in tables().surnames:
        return _none("one common word", f"“{word.original}” is a name of many people")
    holding = max(index.holding(word), index.holding(theirs))
    if holding > _RARE:
        return _none("one common word", f"“{word.original}” stands in {holding:,} listed names")
    return _possible("one word", f"“{word.original}” is all that fits")


def _one_full_word(shared: Fit) -> Limit:
    if shared.differing:
        return _none("one word", f"{shared.shared} is all that fits: {shared.lacking} differ")
    return _possible("one word", f"{shared.shared} is all that fits in full")


def _part_of_a_name(listed: Name, shared: Fit) -> Iterator[Limit]:
    """Words that fit, and those of another role do not: a family without the man, or the reverse."""
    fitting = {theirs.role for _, theirs in shared.pairs}
    lacking = {token.role for token in shared.missing}
    families = [token for token in listed.units if token.role is Role.FAMILY]
    if fitting == {Role.FAMILY} and Role.GIVEN in lacking:
        yield _possible("no given name", f"{shared.shared} are family names")
    elif fitting == {Role.GIVEN} and Role.FAMILY in lacking:
        yield _possible("no family name", f"{shared.shared} are given names")
    elif listed.ordered and families and families[0] in shared.missing:
        yield _possible("another family name", f"“{families[0].original}” is missing")


def _chance(shared: Fit, *, abroad: bool) -> Iterator[Limit]:
    """Two words that fit, and how many people have both."""
    if len(shared.missing) > 1:
        yield _possible("part of a name", f"{shared.lacking} on one side only")
    elif shared.rarity < (_PARTIAL if shared.missing else _NAMESAKES) or _of_many(shared):
        yield _possible("common name", f"{shared.shared}: many people are called so")
    if abroad:
        yield _possible("another country", "the bearer and the entry belong to different countries")


def _of_many(shared: Fit) -> bool:
    """Whether a given name that many have goes with a family name of many; lists hold few of all its bearers."""
    words = {one.main for one, _ in shared.pairs}
    if {one.form for one, _ in shared.pairs} <= tables().everyday:
        return True
    families = {word for word in words if not tables().common.isdisjoint({word, word.removesuffix("a")})}
    return bool(families) and words - families <= tables().given


def _bodies(asked: Name, listed: Name, shared: Fit, index: ScreeningIndex, *, known: bool) -> Iterator[Limit]:
    shorter, longer = sorted((asked, listed), key=lambda name: len(name.units))
    if not shorter.units:
        return
    word = shorter.units[0]
    if len(shorter.units) == 1 and len(longer.units) > 1:
        if word.form in longer.initials and word.form not in _WORDS.findall(longer.text.casefold()):
            if len(word.form) <= _CHANCE_ACRONYM and not known:
                yield _none("short acronym", f"many names have the initials {word.original}")
            yield _possible("acronym", f"{word.original} may stand for other names")
        else:
            yield from _one_word_of_a_body(shorter, shared, index)
    elif len(shorter.units) == 1:
        yield from _one_word_names(asked, listed)
    elif not shared.pairs:
        yield from _acronym_beside(asked, listed, known=known)
    elif not known and _general(shorter):
        yield _possible("general words", "every country may have a body of this name")
    elif any(token.main not in _FIRMS for token in shared.missing):
        yield _possible("part of a name", f"{shared.lacking} on one side only")


def _acronym_beside(asked: Name, listed: Name, *, known: bool) -> Iterator[Limit]:
    """No word of two names is in both, but one may hold the other's acronym."""
    letters = {*asked.initials, *listed.initials} & {token.form for token in (*asked.units, *listed.units)}
    if letters and max(map(len, letters)) <= _CHANCE_ACRONYM and not known:
        yield _none("short acronym", f"many names have the initials {', '.join(sorted(letters))}")
    yield _possible("no word in common", "only an acronym or sounds are alike")


def _general(name: Name) -> bool:
    """Whether a body's name holds nothing of its own: "National Party", "Ministry of Fisheries"."""
    if any(token.role is Role.PLACE for token in name.units):
        return False
    roles = [token.role for token in name.units if token.main != _MINISTRY]
    return all(role is Role.TYPE for role in roles) or len(roles) == 1 < len(name.units) or name.joined in _offices()


@cache
def _offices() -> frozenset[str]:
    """The bodies that every state has, as the lexicon lists them."""
    return frozenset(parse_name(pattern, EntryKind.ORGANISATION).joined for pattern in offices().patterns)


def _one_word_of_a_body(shorter: Name, shared: Fit, index: ScreeningIndex) -> Iterator[Limit]:
    word = shorter.units[0]
    holding = index.holding(word)
    if not shared.pairs:
        yield _none("no word in common", "only sounds and letters are alike")
    elif holding > _RARE:
        yield _none("one common word", f"“{word.original}” stands in {holding:,} listed names")
    elif any(token.weight >= 1 for token in shared.missing):
        yield _possible("one word", f"“{word.original}” is all that fits")


def _one_word_names(asked: Name, listed: Name) -> Iterator[Limit]:
    """Two names of one word each."""
    one, other = asked.units[0], listed.units[0]
    vessel = _VESSELS.intersection((asked.kind, listed.kind))
    if vessel:
        yield _possible("one word", "many ships share such names")
    if one.role is Role.TYPE and not vessel:
        yield _none("general word", f"“{one.original}” says only what kind of body it is")
    if alike_word(one, other)[0] >= _SAME_WORD:
        if len(one.form) <= _CHANCE_ACRONYM or one.weight < 1:
            yield _possible("one word", f"“{one.original}” is short or a common word")
    elif min(len(one.form), len(other.form)) <= (_CHANCE_ACRONYM if vessel else _SHORT) and not one.block:
        yield _none("short word, spelled otherwise", f"“{one.original}” is not “{other.original}”")
    elif OSA.normalized_similarity(one.form, other.form) < _ALIKE and not (one.bare or other.bare):
        yield _none("no word in common", "only sounds and letters are alike")
    else:
        yield _possible("one word, spelled otherwise", f"“{one.original}” may not be “{other.original}”")


def _possible(name: str, note: str) -> Limit:
    return Verdict.POSSIBLE, Feature(name, 0.0, f"{note}: at most possible")


def _none(name: str, note: str) -> Limit:
    return Verdict.NONE, Feature(name, 0.0, note)
