"""Reading the lexicon's files: YAML to checked rows, and errors that name the file, the entry and the remedy."""

from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from typing import Any, NoReturn, TypeVar

import yaml

from counterclaim.errors import LexiconError

_T = TypeVar("_T")


def load_yaml(text: str, name: str) -> Any:
    """The content of one lexicon file. Raises LexiconError."""
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  (a safe loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{name} is no YAML: {error}") from error


def load_table(name: str) -> Any:
    """The content of the shipped lexicon file ``name``. Raises LexiconError."""
    return load_yaml((files("counterclaim.lexicon") / name).read_text(encoding="utf-8"), name)


def refuse(file: str, entry: str, wrong: str, advice: str) -> NoReturn:
    """Raise the LexiconError that says where the fault is, what it is and what to do."""
    raise LexiconError(f"{file}, {entry}: {wrong}; {advice}")


def mapping(value: Any, file: str, entry: str) -> Mapping[str, Any]:
    """``value`` as a mapping with text for keys. Raises LexiconError."""
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        refuse(file, entry, "no mapping of names", 'write "name: value" and put quotes around figures and yes, no, on')
    return value


def listing(value: Any, file: str, entry: str) -> list[Any]:
    """``value`` as a list; nothing at all is an empty one. Raises LexiconError."""
    if value is None:
        return []
    if not isinstance(value, list):
        refuse(file, entry, f"no list: {value!r}", "write [one, two]")
    return value


def texts(value: Any, file: str, entry: str) -> tuple[str, ...]:
    """``value`` as a list of texts, none of them empty. Raises LexiconError."""
    found = listing(value, file, entry)
    for text in found:
        if not isinstance(text, str) or not text.strip():
            refuse(file, entry, f"no text: {text!r}", "put quotes around figures and around yes, no and on")
    return tuple(found)


def lines(value: Any, file: str, entry: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The entries of a text that has one a line, "name: other name, other name". Raises LexiconError.

    Such texts hold the long tables: they are as easy to read as YAML's lists, and read ten times as fast.
    """
    if not isinstance(value, str):
        refuse(file, entry, "no lines of names", 'write "|" and one entry a line below it')
    for line in value.splitlines():
        name, _, others = line.partition(": ")
        names = (name, *others.split(", ")) if others else (name,)
        if not all(n.strip() == n != "" for n in names):
            refuse(file, entry, f"an empty name in {line!r}", "drop the comma, the colon or the empty line")
        yield name, names[1:]


class Row:
    """One entry of a file, read key by key; every reader raises LexiconError where the entry is wrong."""

    def __init__(self, value: Any, file: str, place: str, keys: Collection[str]) -> None:
        table = mapping(value, file, place)
        self.table, self.file = table, file
        self.entry = str(table.get("name") or place)
        for key in table:
            if key not in keys:
                refuse(file, self.entry, f"no such key: {key}", f"keys are {', '.join(keys)}")

    def text(self, key: str) -> str:
        """The text under ``key``, which must be there."""
        value = self.table.get(key)
        if not isinstance(value, str) or not value.strip():
            refuse(self.file, self.entry, f"{key} is no text: {value!r}", f"give a {key}, in quotes if it is a figure")
        return value

    def maybe(self, key: str) -> str | None:
        """The text under ``key``, or None where the entry has none."""
        return None if self.table.get(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under ``key``; empty where the entry has none."""
        return texts(self.table.get(key), self.file, f"{self.entry}, {key}")

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        """The text under ``key``, which must be one of ``allowed``."""
        value = self.text(key)
        if value not in allowed:
            refuse(self.file, self.entry, f"no such {key}: {value}", f"write one of {', '.join(sorted(allowed))}")
        return value


def add_names(found: dict[str, _T], names: Collection[str], thing: _T, file: str, entry: str) -> None:
    """Put ``thing`` under each of its ``names``; a name that another thing has is a LexiconError."""
    for name in names:
        if found.setdefault(name, thing) is not thing:
            refuse(file, entry, f"the name {name} is another entry's already", "drop it from one of the two")
