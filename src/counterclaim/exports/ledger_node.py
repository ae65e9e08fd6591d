"""A value of a JSON text together with its place in it, asked for as what it must be."""

import json
import math
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from counterclaim.errors import LedgerError
from counterclaim.records import Span

_Choice = TypeVar("_Choice", bound=StrEnum)
_TYPES = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}


def parse(text: str, longest: int) -> "Node":
    """The one value of a JSON text of up to ``longest`` characters.

    Raises LedgerError where the text is longer, is no JSON, or is nested more deeply than Python's parser goes.
    """
    if len(text) > longest:
        raise LedgerError(f"JSON ledger: {len(text):,} characters, more than the {longest:,} that are read at once")
    try:
        return Node(json.loads(text, parse_constant=_no_number))
    except RecursionError:
        raise LedgerError("JSON ledger: nested too deeply to be one; nothing of it was read") from None
    except ValueError as error:
        raise LedgerError(f"JSON ledger: this is no JSON: {error}; is the file whole?") from None


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


class Node:
    """A value and the way to it. What is asked of a value that it is not raises LedgerError, which names the place."""

    __slots__ = ("_key", "_parent", "_value")

    def __init__(self, value: Any, parent: "Node | None" = None, key: str | int = "") -> None:
        self._value, self._parent, self._key = value, parent, key

    @property
    def where(self) -> str:
        """The way from the whole to this value: "claims[3].trigger.span"."""
        if self._parent is None:
            return ""
        above = self._parent.where
        if isinstance(self._key, int):
            return f"{above}[{self._key}]"
        return f"{above}.{self._key}" if above else self._key

    def refuse(self, wanted: str) -> NoReturn:
        """Say that this is not what it must be."""
        found = _TYPES.get(type(self._value)) or f"the number {str(self._value)[:30]}"
        shown = f" “{self._value[:40]!r}”" if isinstance(self._value, str) else ""
        raise LedgerError(f"JSON ledger, {self.where or 'at its top'}: expected {wanted}, found {found}{shown}")

    def __getitem__(self, key: str) -> "Node":
        """What an object has under a key that it must have."""
        held = self._object()
        if key not in held:
            raise LedgerError(f"JSON ledger, {self.where or 'at its top'}: the key “{key}” is missing")
        return Node(held[key], self, key)

    def get(self, key: str, default: Any = None) -> "Node":
        """What an object has under a key that it may lack."""
        return Node(self._object().get(key, default), self, key)

    def pairs(self) -> "Iterator[tuple[str, Node]]":
        """The keys of an object with their values."""
        for key, value in self._object().items():
            yield key, Node(value, self, key)

    def items(self) -> "Iterator[Node]":
        """The values of a list."""
        if not isinstance(self._value, list):
            self.refuse("a list")
        for number, value in enumerate(self._value):
            yield Node(value, self, number)

    def given(self) -> "Node | None":
        """Itself, or None where it is null."""
        return None if self._value is None else self

    def text(self) -> str:
        """A text."""
        if not isinstance(self._value, str):
            self.refuse("a text")
        return self._value

    def text_or_none(self) -> str | None:
        """A text or null."""
        return None if self._value is None else self.text()

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(value.text() for value in self.items())

    def yes_no(self) -> bool:
        """True or false."""
        if not isinstance(self._value, bool):
            self.refuse("true or false")
        return self._value

    def yes_no_or_none(self) -> bool | None:
        """True, false or null."""
        return None if self._value is None else self.yes_no()

    def whole(self) -> int:
        """A whole number from 0."""
        if not isinstance(self._value, int) or isinstance(self._value, bool) or self._value < 0:
            self.refuse("a whole number from 0")
        return self._value

    def number(self) -> float:
        """A finite number."""
        if not isinstance(self._value, (int, float)) or isinstance(self._value, bool):
            self.refuse("a number")
        try:
            value = float(self._value)
        except OverflowError:
            value = math.inf
        if not math.isfinite(value):
            self.refuse("a number that is not beyond all measure")
        return value

    def number_or_none(self) -> float | None:
        """A finite number or null."""
        return None if self._value is None else self.number()

    def span(self) -> Span:
        """Two whole numbers, the first not above the second."""
        ends = [value.whole() for value in self.items()]
        if len(ends) != 2 or ends[0] > ends[1]:
            self.refuse("two whole numbers in order")
        return Span(*ends)

    def one_of(self, choices: type[_Choice]) -> _Choice:
        """A text that an enum knows."""
        found = next((choice for choice in choices if choice.value == self._value), None)
        if found is None:
            self.refuse(f"one of {', '.join(choice.value for choice in choices)}")
        return found

    def _object(self) -> dict[str, Any]:
        if not isinstance(self._value, dict):
            self.refuse("an object")
        return self._value
