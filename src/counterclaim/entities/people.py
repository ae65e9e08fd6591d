"""The persons of one document: which full names are one person's, and whom a family name alone stands for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.entities.keys import PERSON
from counterclaim.entities.persons import Person, is_short_for, person, same_full_name
from counterclaim.entities.spelling import alike, word_key
from counterclaim.entities.surroundings import NOTHING, Evidence

_MOST = 60  # full names of one family in one document; beyond that only equal names are one


class People:
    """The full names of a document by their keys, each with the keys that it may stand for.

    ``stands_for`` gives one key for a name that is a short or another form of one full name, and several where it could
    be a short form of several; ``evidence`` is what the document says beside the names, by key.
    """

    def __init__(self, names: Iterable[str], evidence: Mapping[str, Evidence]) -> None:
        counts = Counter(names)
        self._persons: dict[str, Person] = {}
        for name in counts:
            found = person(name)
            if found is not None and found.given:
                self._persons.setdefault(PERSON + found.key, found)
        self._evidence = evidence
        self._families: dict[str, list[str]] = {}
        self.stands_for: dict[str, tuple[str, ...]] = {}
        blocks: dict[str, list[str]] = {}
        for key, found in self._persons.items():
            blocks.setdefault(word_key(found.family), []).append(key)
        for keys in blocks.values():
            self._settle(sorted(keys, key=lambda k: (-len(self._persons[k].given), -len(k), k)))

    def _settle(self, keys: Sequence[str]) -> None:
        """Give each name of one family, the fullest first, what it stands for."""
        fullest: list[str] = []
        for key in keys:
            found = self._persons[key]
            near = [k for k in fullest if _one_person(found, self._persons[k])] if len(fullest) < _MOST else []
            self.stands_for[key] = tuple(near) if near else (key,)
            if not near:
                fullest.append(key)
        for key in fullest:
            for last in self._last_words(self._persons[key]):
                self._families.setdefault(word_key(last), []).append(key)

    @staticmethod
    def _last_words(found: Person) -> tuple[str, ...]:
        # "Lee Smith" may have his family name behind after all.
        return (found.family, found.given[-1]) if found.first else (found.family,)

    def bearers(self, text: str, beside: Evidence, *, exact: bool) -> tuple[str, ...]:
        """The keys of those whom a bare family name may stand for, as far as its title does not tell them apart.

        ``exact``: only who spells it so, for names that a tagger took for something else.
        """
        bare_name = person(text)
        if bare_name is None or bare_name.given:
            return ()
        family = bare_name.family
        near = [
            key
            for key in self._families.get(word_key(family), ())[:_MOST]
            if any(
                family == last or (not exact and alike(family, last)) for last in self._last_words(self._persons[key])
            )
        ]
        if len(near) > 1:
            near = self._told_apart(near, beside)
        return tuple(near)

    def _told_apart(self, keys: list[str], beside: Evidence) -> list[str]:
        """Those to whom the title beside a bare name is given elsewhere in the document; all, if that tells nothing."""
        for tell in (_ranks, _sexes):
            told = [k for k in keys if tell(beside) & tell(self._evidence.get(k, NOTHING))]
            if len(told) == 1:
                return told
        return keys


def _ranks(evidence: Evidence) -> frozenset[str]:
    return frozenset(t for t in evidence.titles if t not in {"mr", "mrs", "ms", "miss", "dr"})


def _sexes(evidence: Evidence) -> frozenset[str]:
    return evidence.sexes


def _one_person(one: Person, fuller: Person) -> bool:
    return same_full_name(one, fuller) or is_short_for(one, fuller)
