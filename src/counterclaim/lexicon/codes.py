"""Event codes of PLOVER and CAMEO: the closed lists of both codebooks, and the check of what a frame names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.lexicon.reading import Row, load_table, mapping, refuse, texts

_FILE = "codes.yaml"


@dataclass(frozen=True, slots=True)
class CodeBooks:
    """What may be named: PLOVER's types, names of its drafts with what they have become, and CAMEO's codes."""

    plover: frozenset[str]
    earlier: Mapping[str, tuple[str, ...]]
    cameo: frozenset[str]


@dataclass(frozen=True, slots=True)
class Codes:
    """A frame's event types in PLOVER and its codes in CAMEO; empty where a codebook has no such event."""

    plover: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()


@cache
def code_books() -> CodeBooks:
    """The shipped lists, read once. Raises LexiconError."""
    return read_code_books(load_table(_FILE))


def read_code_books(content: Any) -> CodeBooks:
    """The code lists in the content of ``codes.yaml``. Raises LexiconError."""
    table = Row(content, _FILE, "the file", ("plover", "earlier", "cameo")).table
    plover = frozenset(mapping(table.get("plover"), _FILE, "plover"))
    earlier = {k: texts(v, _FILE, k) for k, v in mapping(table.get("earlier"), _FILE, "earlier").items()}
    for name, became in earlier.items():
        if name in plover or not plover.issuperset(became):
            refuse(_FILE, f"earlier, {name}", f"no earlier name of {', '.join(became)}", "name current types behind it")
    cameo: set[str] = set()
    for root, value in mapping(table.get("cameo"), _FILE, "cameo").items():
        codes = texts(Row(value, _FILE, root, ("name", "codes")).table.get("codes"), _FILE, f"cameo {root}")
        for code in (root, *codes):
            if not re.fullmatch(r"\d{2,4}", code) or not code.startswith(root):
                refuse(_FILE, f"cameo {root}", f"no code of this category: {code}", "codes have 2 to 4 figures")
            cameo.add(code)
    return CodeBooks(plover, earlier, frozenset(cameo))


def frame_codes(value: Any, file: str) -> Codes:
    """The checked ``codes:`` of a frame file; a type of a PLOVER draft becomes what has replaced it.

    Raises LexiconError where the key is missing or a code is in neither codebook.
    """
    books = code_books()
    if value is None:
        refuse(file, "codes", "missing", "write codes: {plover: [], cameo: []} with what the codebooks have for it")
    row = Row(value, file, "codes", ("plover", "cameo"))
    plover: dict[str, None] = {}
    for name in row.texts("plover"):
        if name not in books.plover and name not in books.earlier:
            refuse(file, "codes", f"PLOVER has no type {name}", f"write one of {', '.join(sorted(books.plover))}")
        plover.update(dict.fromkeys(books.earlier.get(name, (name,))))
    cameo = row.texts("cameo")
    for code in cameo:
        if code not in books.cameo:
            refuse(file, "codes", f"CAMEO has no code {code}", 'write 2 to 4 figures in quotes, such as "072"')
    return Codes(tuple(plover), cameo)
