"""Records to compressed JSON and back, by the types of their fields. No format of its own, no pickle."""

import json
import zlib
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from counterclaim.errors import StoreError

Record = TypeVar("Record")
# A figure may be infinite (a number of four hundred digits), which plain JSON has no word for.
_CONFIG = ConfigDict(ser_json_inf_nan="constants")
_LARGEST = 1 << 29  # bytes that a packed value may take when unpacked; a case that comes from elsewhere may lie
_LEVEL = 6  # of zlib: 9 takes 2 % less room for half as much time again


class Codec(Generic[Record]):
    """Turns values of one type into JSON and back; what comes back is equal.

    A field that a value does not have is left to its default, so that records may gain fields; one that is not known
    any more is passed over.
    """

    def __init__(self, of: Any) -> None:
        self._many: TypeAdapter[tuple[Record, ...]] = TypeAdapter(tuple[of, ...], config=_CONFIG)

    def json(self, value: Record) -> bytes:
        """The value as JSON."""
        return self._many_json((value,))[1:-1]

    def value(self, written: bytes) -> Record:
        """The value of some JSON. Raises StoreError where it is none of this type."""
        found = self.values(b"[" + written + b"]")
        if len(found) != 1:
            raise damaged(f"{len(found)} records where there is one")
        return found[0]

    def values(self, written: bytes) -> tuple[Record, ...]:
        """The values of a JSON list. Raises StoreError."""
        try:
            return self._many.validate_json(written)
        except ValidationError:
            return self._odd(written)

    def _many_json(self, values: tuple[Record, ...]) -> bytes:
        try:
            return self._many.dump_json(values)
        except PydanticSerializationError:
            # A lone surrogate has no UTF-8 of its own; and of two escaped ones, JSON makes the one that they spell.
            plain = self._many.dump_python(values, mode="json")
            return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def _odd(self, written: bytes) -> tuple[Record, ...]:
        """The values where pydantic's own reader refuses the JSON: it does not take lone surrogates."""
        try:
            return self._many.validate_python(json.loads(written))
        except (ValidationError, ValueError, RecursionError) as error:
            raise damaged(error) from error


@cache
def codec(of: Any) -> Codec[Any]:
    """The codec of a type, made once."""
    return Codec(of)


def pack(content: bytes) -> bytes:
    """Bytes compressed."""
    return zlib.compress(content, _LEVEL)


def unpack(packed: bytes) -> bytes:
    """What was compressed. Raises StoreError where it is damaged, or larger than anything that is stored."""
    if not isinstance(packed, bytes):  # a damaged file may say of any value that it is empty, or a number
        raise damaged(f"{type(packed).__name__} where there are bytes")
    try:
        opened = zlib.decompressobj()
        content = opened.decompress(packed, _LARGEST)
    except zlib.error as error:
        raise damaged(error) from error
    if not opened.eof:
        raise damaged("a value is cut off or too large")
    return content


def packed_text(text: str) -> bytes:
    """A text compressed; lone surrogates as themselves."""
    return pack(text.encode("utf-8", "surrogatepass"))


def unpacked_text(packed: bytes) -> str:
    """The text that was compressed. Raises StoreError."""
    try:
        return unpack(packed).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise damaged(error) from error


def damaged(found: object) -> StoreError:
    """The error for a value of a case that is not what was written."""
    detail = " ".join(str(found).split())[:200]
    return StoreError(f"the case is damaged: a value in it cannot be read ({detail}); restore it from a copy")
