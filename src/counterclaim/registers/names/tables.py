"""The tables of name matching, read from the YAML beside this file and checked when read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from counterclaim.lexicon.name_forms import name_forms
from counterclaim.lexicon.reading import lines, listing, load_table, load_yaml, mapping, refuse, texts

_SPELLINGS = "spellings.yaml"
_WORDS = "words.yaml"


@dataclass(frozen=True, slots=True)
class NameTables:
    """Everything that is known about words of names. All words are folded: lower-case Latin letters.

    ``spellings`` gives each spelling its family's main one, ``stems`` the same for given names as they stand in
    patronymics; ``relatives`` each main spelling the names in other languages or the full names that it stands for;
    ``apart`` pairs of main spellings that only look alike. ``given`` are given names, ``common`` family names of many,
    ``surnames`` the East Asian family names that stand first, ``everyday`` words that names without a family name have.
    ``legal`` gives each legal form (as words) its class; ``legal_words`` all words of the long ones.
    ``variants`` gives traditional ideographs their simplified ones (by code point, for ``str.translate``).
    ``types`` and ``plain`` give words of bodies' names their main form; ``places`` words for places theirs.
    """

    spellings: Mapping[str, str]
    stems: Mapping[str, str]
    relatives: Mapping[str, frozenset[str]]
    apart: frozenset[frozenset[str]]
    given: frozenset[str]
    common: frozenset[str]
    surnames: frozenset[str]
    everyday: frozenset[str]
    titles: frozenset[str]
    articles: frozenset[str]
    particles: frozenset[str]
    lineage: frozenset[str]
    kunyas: Mapping[str, str]
    servants: frozenset[str]
    generations: Mapping[str, str]
    legal: Mapping[tuple[str, ...], str]
    legal_words: frozenset[str]
    native: Mapping[str, str]
    types: Mapping[str, str]
    plain: Mapping[str, str]
    small: frozenset[str]
    places: Mapping[str, str]
    prefixes: frozenset[str]
    numerals: Mapping[str, str]
    variants: Mapping[int, str]


@cache
def tables() -> NameTables:
    """The shipped tables, read once. Raises LexiconError."""
    folder = files(__package__)
    spellings = load_yaml((folder / _SPELLINGS).read_text(encoding="utf-8"), _SPELLINGS)
    words = load_yaml((folder / _WORDS).read_text(encoding="utf-8"), _WORDS)
    return read_tables(spellings, words)


def read_tables(spellings: Any, words: Any) -> NameTables:
    """The tables in the contents of ``spellings.yaml`` and ``words.yaml``. Raises LexiconError."""
    names = mapping(spellings, _SPELLINGS, "the file")
    bodies = mapping(words, _WORDS, "the file")
    forms = name_forms()
    families = _families(names.get("families"))
    legal = _legal(bodies.get("legal"))
    surnames = forms.family_first | set(texts(names.get("surnames_first"), _SPELLINGS, "surnames_first"))
    return NameTables(
        spellings=families,
        stems=_stems(families),
        relatives=_relatives(names.get("relatives"), families),
        apart=_apart(names.get("apart"), families) | _mapped(forms.apart, families),
        given=frozenset(set(families) - surnames | set(texts(names.get("given"), _SPELLINGS, "given"))),
        common=frozenset(texts(names.get("common"), _SPELLINGS, "common")) | surnames,
        surnames=surnames | {form for form, main in families.items() if main in surnames},
        everyday=frozenset(texts(names.get("everyday"), _SPELLINGS, "everyday")),
        titles=frozenset(title for title, calling in forms.titles.items() if calling != "private")
        | set(texts(names.get("titles"), _SPELLINGS, "titles")),
        articles=forms.articles | set(texts(names.get("articles"), _SPELLINGS, "articles")),
        particles=forms.particles | set(texts(names.get("particles"), _SPELLINGS, "particles")),
        lineage=forms.lineage | set(texts(names.get("lineage"), _SPELLINGS, "lineage")),
        kunyas=_mains(names.get("kunyas"), _SPELLINGS, "kunyas"),
        servants=frozenset(texts(names.get("servants"), _SPELLINGS, "servants")),
        generations=_mains(names.get("generations"), _SPELLINGS, "generations"),
        legal=MappingProxyType(legal),
        legal_words=frozenset(w for phrase in legal for w in phrase if len(w) > 4),
        native=_mains_reversed(bodies.get("native"), "native"),
        types=_mains(bodies.get("types"), _WORDS, "types"),
        plain=_mains(bodies.get("plain"), _WORDS, "plain"),
        small=frozenset(texts(bodies.get("small"), _WORDS, "small")),
        places=_places(_mains(bodies.get("places"), _WORDS, "places")),
        prefixes=frozenset(texts(bodies.get("prefixes"), _WORDS, "prefixes")),
        numerals=_mains(bodies.get("numerals"), _WORDS, "numerals"),
        variants=_variants(names.get("variants")),
    )


def _families(content: Any) -> Mapping[str, str]:
    """The lexicon's families of spellings and this package's own, each group of which names its source."""
    found = dict(name_forms().spellings)
    for group in listing(content, _SPELLINGS, "families"):
        row = mapping(group, _SPELLINGS, "families")
        if not str(row.get("source") or "").strip():
            refuse(_SPELLINGS, "families", "a group without a source", "say where its spellings are published")
        for main, others in lines(row.get("names"), _SPELLINGS, str(row["source"])):
            family = found.get(main, main)
            for form in (main, *others):
                if found.setdefault(form, family) != family:
                    refuse(_SPELLINGS, main, f"{form} is a form of {found[form]} already", "drop one of the two")
    return MappingProxyType(found)


def _stems(families: Mapping[str, str]) -> Mapping[str, str]:
    """Given names as they stand in patronymics, without their last vowels: "nikol" of Nikolaevich is Nikolai."""
    found: dict[str, str] = {}
    for form, main in families.items():
        stem = form.rstrip("aeiouyj")
        if len(stem) > 1:
            found.setdefault(stem, main)
    found.update({form: main for form, main in families.items() if form[-1] not in "aeiouyj"})
    return MappingProxyType(found)


def _relatives(content: Any, families: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in listing(content, _SPELLINGS, "relatives"):
        row = mapping(group, _SPELLINGS, "relatives")
        for main, others in lines(row.get("names"), _SPELLINGS, str(row.get("source"))):
            one = families.get(main, main)
            for form in others:
                other = families.get(form, form)
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return MappingProxyType({name: frozenset(others) for name, others in found.items()})


def _apart(content: Any, families: Mapping[str, str]) -> frozenset[frozenset[str]]:
    pairs = frozenset(frozenset(texts(p, _SPELLINGS, "apart")) for p in listing(content, _SPELLINGS, "apart"))
    for pair in pairs:
        if len(pair) != 2 or len({families.get(word, word) for word in pair}) != 2:
            refuse(_SPELLINGS, "apart", f"no pair of two names: {sorted(pair)}", "write [one, other]")
    return _mapped(pairs, families)


def _mapped(pairs: frozenset[frozenset[str]], families: Mapping[str, str]) -> frozenset[frozenset[str]]:
    return pairs | frozenset(frozenset(families.get(word, word) for word in pair) for pair in pairs)


def _mains(content: Any, file: str, entry: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for main, others in lines(content, file, entry):
        for form in (main, *others):
            if found.setdefault(form, main) != main:
                refuse(file, f"{entry}, {main}", f"{form} is a form of {found[form]} already", "drop one of the two")
    return MappingProxyType(found)


def _mains_reversed(content: Any, entry: str) -> Mapping[str, str]:
    """Forms in other scripts, the longest first, so that none is read as a part of another."""
    found = {form: main for main, others in lines(content, _WORDS, entry) for form in others}
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: -len(item[0]))))


def _legal(content: Any) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for kind, forms in lines(content, _WORDS, "legal"):
        for form in forms:
            phrase = tuple(form.split())
            if found.setdefault(phrase, kind) != kind:
                refuse(_WORDS, f"legal, {kind}", f"{form} is of class {found[phrase]} already", "drop one of the two")
    return found


def _variants(content: Any) -> Mapping[int, str]:
    """Traditional ideographs to simplified ones, from pairs such as "邓鄧"."""
    pairs = str(content or "").split()
    for pair in pairs:
        if len(pair) != 2:
            refuse(_SPELLINGS, f"variants, {pair}", "no pair of ideographs", "write simplified, traditional")
    return MappingProxyType({ord(pair[1]): pair[0] for pair in pairs})


def _places(more: Mapping[str, str]) -> Mapping[str, str]:
    """Words for places: the states, their people and seats where they are one word, and the table's own."""
    found: dict[str, str] = {}
    states = load_table("states.yaml")["states"]
    for row in states:
        seats = [row.get("capital") or "", *row.get("metonyms", ())]
        for seat in seats:
            found.setdefault(seat.casefold(), seat.casefold())
    for row in states:
        for called in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())):
            found[called.casefold()] = row["name"].casefold()
    found = {word: place for word, place in found.items() if word.isascii() and word.isalpha() and len(word) > 3}
    return MappingProxyType({**found, **more})
