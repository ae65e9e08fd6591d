"""Names of states, as publishers of registers write them, to ISO 3166-1 alpha-2 codes."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from counterclaim.lexicon.reading import Row, add_names, lines, load_yaml
from counterclaim.lexicon.tables import lexicon

_FILE = "countries.yaml"
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NOT_A_WORD = re.compile(r"[\W_]+")
_LONGEST = 200  # characters; a longer text is an address or a mistake, not a state's name


@lru_cache(maxsize=4096)
def country_codes(text: str) -> tuple[str, ...]:
    """The codes of the states that ``text`` names, without doubles; none for what is not a state.

    "Korea, North", "Iran (Islamic Republic of)", "Syria / Syrie", "Iranian", "IR", "(1) Iraq (2) Yemen" are all read; a
    code must be in capitals, as "na" stands for "not available".
    """
    if len(text) > _LONGEST:
        return ()
    whole = _code(text)
    if whole:
        return (whole,)
    parts = re.split(r"\s*(?:/|;|\(\d\)|\s(?:and|or)\s)\s*", text)
    return tuple(dict.fromkeys(code for part in parts for code in [_code(part)] if code))


def _code(text: str) -> str | None:
    """The code of one state: its name as it stands, with brackets dropped or put in front, or turned round a comma."""
    bare = text.strip().rstrip(".")
    if bare in _codes():
        return bare
    inside = _BRACKETS.search(bare)
    outside = _BRACKETS.sub(" ", bare)
    before, _, behind = bare.partition(",")
    tries = [bare, f"{behind} {before}", f"{inside[1]} {outside}" if inside else "", outside]
    return next((code for code in map(_names().get, map(_folded, tries)) if code), None)


@cache
def _codes() -> frozenset[str]:
    return frozenset(_names().values())


@cache
def _names() -> Mapping[str, str]:
    """Folded name -> code: what the file says first, then the lexicon's other names and demonyms of the same state."""
    content = load_yaml((files(__package__) / _FILE).read_text(encoding="utf-8"), _FILE)
    found: dict[str, str] = {}
    states: dict[str, str] = {}
    for code, forms in lines(Row(content, _FILE, "the file", ("codes",)).text("codes"), _FILE, "codes"):
        add_names(found, [_folded(form) for form in forms], code, _FILE, code)
        states[forms[0]] = code
    for state in dict.fromkeys(lexicon().states.values()):
        for form in (*state.names, *state.demonyms) if state.name in states else ():
            found.setdefault(_folded(form), states[state.name])
    return MappingProxyType(found)


def _folded(text: str) -> str:
    """Letters and figures without accents or case, one space between words, no leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return _NOT_A_WORD.sub(" ", plain.replace("'", "").replace("’", "")).strip().removeprefix("the ")
