"""The table of how names vary: spellings of given names, small words, titles, legal forms, describing nouns."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from counterclaim.lexicon.reading import Row, lines, listing, load_table, mapping, refuse, texts

_FILE = "name_forms.yaml"
_LISTS = (
    "articles particles lineage kunyas generations family_first heads_of_state groups_own bodies_own places_own "
    "states_own too_plain"
).split()
_LINES = ("spellings", "legal_forms", "described", "short_titles")
_CALLINGS = frozenset("address forces office private added".split())


@dataclass(frozen=True, slots=True)
class NameForms:
    """How names vary. All words are case folded.

    ``spellings``, ``legal_forms`` and ``short_titles`` give each spelling its main one, ``described`` each
    describing noun its main one; ``apart`` are pairs that only look alike; ``titles`` give each title its
    calling. The rest are closed lists, each explained in the file.
    """

    spellings: Mapping[str, str]
    apart: frozenset[frozenset[str]]
    titles: Mapping[str, str]
    legal_forms: Mapping[str, str]
    described: Mapping[str, str]
    short_titles: Mapping[str, str]
    articles: frozenset[str]
    particles: frozenset[str]
    lineage: frozenset[str]
    kunyas: frozenset[str]
    generations: frozenset[str]
    family_first: frozenset[str]
    heads_of_state: frozenset[str]
    groups_own: frozenset[str]
    bodies_own: frozenset[str]
    places_own: frozenset[str]
    states_own: frozenset[str]
    too_plain: frozenset[str]


@cache
def name_forms() -> NameForms:
    """The shipped table, read once. Raises LexiconError."""
    return read_name_forms(load_table(_FILE))


def read_name_forms(content: Any) -> NameForms:
    """The table in the content of ``name_forms.yaml``. Raises LexiconError."""
    row = Row(content, _FILE, "the file", (*_LINES, *_LISTS, "apart", "titles"))
    tables: dict[str, Any] = {key: MappingProxyType(_main_forms(row.table.get(key), key)) for key in _LINES}
    for key in _LISTS:
        tables[key] = frozenset(word.casefold() for word in texts(row.table.get(key), _FILE, key))
    return NameForms(apart=_apart(row.table.get("apart")), titles=_titles(row.table.get("titles")), **tables)


def _main_forms(content: Any, entry: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, others in lines(content, _FILE, entry):
        for form in (name, *others):
            if found.setdefault(form.casefold(), name.casefold()) != name.casefold():
                refuse(_FILE, f"{entry}, {name}", f"{form} is a form of {found[form]} already", "drop one of the two")
    return found


def _apart(content: Any) -> frozenset[frozenset[str]]:
    pairs = [frozenset(w.casefold() for w in texts(p, _FILE, "apart")) for p in listing(content, _FILE, "apart")]
    for pair in pairs:
        if len(pair) != 2:
            refuse(_FILE, "apart", f"no pair: {sorted(pair)}", "write [one, other]")
    return frozenset(pairs)


def _titles(content: Any) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for calling, words in mapping(content, _FILE, "titles").items():
        if calling not in _CALLINGS:
            refuse(_FILE, f"titles, {calling}", "no such calling", f"write one of {', '.join(sorted(_CALLINGS))}")
        for word in texts(words, _FILE, f"titles, {calling}"):
            found.setdefault(word.casefold(), calling)
    return MappingProxyType(found)
