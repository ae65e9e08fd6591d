"""Gzip: one file packed, or the members of a WARC one after the other. Unpacked as it is read, never as a whole."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import CUT, Context, Format, Input, Item, buffered
from counterclaim.ingest.limits import Budget

_CHUNK = 1 << 16
_GZIP = 31  # zlib's window bits for a gzip header
MAGIC = b"\x1f\x8b"


class Unpacked(io.RawIOBase):
    """What a gzip stream unpacks to. Reading it raises InputRefused at the place where it is cut, damaged or a bomb."""

    def __init__(self, packed: BinaryIO, where: str, budget: Budget) -> None:
        self._packed, self._where, self._budget = packed, where, budget
        self._member: Any = None
        self._rest = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, target: Any) -> int:
        """Fill a buffer, or as much of it as there is; 0 at the end."""
        data = self._next(len(target))
        target[: len(data)] = data
        return len(data)

    def _next(self, most: int) -> bytes:
        while True:
            if not self._rest:
                self._rest = self._packed.read(_CHUNK)
            if not self._begun():
                return b""
            try:
                data: bytes = self._member.decompress(self._rest, most)
            except zlib.error as error:
                raise InputRefused(self._where, "damaged archive", f"{error}; what came before that was read") from None
            self._rest = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if self._member.eof:
                self._member = None
            if data:
                self._budget.spend(len(data))
                return data

    def _begun(self) -> bool:
        """Whether a member is being read; False at the end of the last one."""
        if self._member is None:
            while self._rest and not self._rest.strip(b"\x00"):  # tapes and some servers fill up with zeros
                self._rest = self._packed.read(_CHUNK)
            if not self._rest:
                return False
            self._member = zlib.decompressobj(_GZIP)
        elif not self._rest:
            raise InputRefused(self._where, CUT, "it ends in the middle; what came before that was read")
        return True


def read(source: Input, context: Context) -> Iterator[Item]:
    """What is packed, by its own format; it goes by the archive's name without ".gz"."""
    unpacked = buffered(Unpacked(source.stream, source.where, context.budget))
    name = PurePosixPath(source.name)
    inner = replace(
        source,
        stream=unpacked,
        name=name.stem if name.suffix.lower() == ".gz" else name.name,
        media_type="",
        charset="",
    )
    yield from context.dispatch(inner, replace(context.inside(source.where), fetch=context.fetch))


FORMAT = Format(
    name="gzip archive",
    read=read,
    suffixes=frozenset({".gz"}),
    media_types=frozenset({"application/gzip", "application/x-gzip"}),
    is_signed=lambda head: head.startswith(MAGIC),
)
