"""ZIP archives of reports. Nothing is unpacked to disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Context, Format, Input, Item, buffered, refusal
from counterclaim.ingest.limits import Budget, read_whole
from counterclaim.records import Refusal

_END = b"PK\x05\x06"  # the end record: APPNOTE.TXT 4.3.16
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_LARGEST_DIRECTORY = 20_000_000  # bytes; room for 200,000 members
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the others cannot be unpacked piece by piece
_ENCRYPTED = 0x1
# What zipfile makes of damage.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    NotImplementedError,
    RuntimeError,
)
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_CHUNK = 1 << 16


class _Counted(io.RawIOBase):
    """A member's bytes, counted against a budget; damage is a refusal."""

    def __init__(self, member: Any, where: str, budget: Budget) -> None:
        self._member, self._where, self._budget = member, where, budget

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        try:
            data = self._member.read(min(len(target), _CHUNK))
        except _DAMAGE as error:
            raise InputRefused(self._where, "damaged archive", str(error)) from None
        self._budget.spend(len(data))
        target[: len(data)] = data
        return len(data)


def read(source: Input, context: Context) -> Iterator[Item]:
    """The reports in an archive, in order of name, each by its own format. What is no report by its name is left out,
    as in a folder; a member that cannot be read is named, and the next is read."""
    inner = context.inside(source.where)
    with _opened(source, context) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if _OFFICE & {member.filename for member in members}:
            raise InputRefused(source.where, "office document", "save it as PDF or text")
        if len(members) > context.limits.members:
            raise InputRefused(
                source.where, "too many members", f"{len(members):,}; the limit is {context.limits.members:,}"
            )
        offered = [member for member in members if context.offers(PurePosixPath(member.filename))]
        if not offered:
            yield Refusal(source.where, "archive without texts", "it holds no file of a kind that is read")
        for member in sorted(offered, key=lambda member: member.filename):
            yield from _member(archive, member, source, inner)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Input, context: Context) -> Iterator[Item]:
    where = f"{source.where}#{member.filename}"
    if member.flag_bits & _ENCRYPTED:
        yield Refusal(where, "locked with a password")
        return
    if member.compress_type not in _METHODS:
        yield Refusal(where, "packing that is not read", "pack it anew with the usual method, deflate")
        return
    try:
        packed = archive.open(member)
    except _DAMAGE as error:
        yield Refusal(where, "damaged archive", str(error))
        return
    try:
        with packed:
            stream = buffered(_Counted(packed, where, context.budget))
            yield from context.dispatch(Input(where, stream, name=PurePosixPath(member.filename).name), context)
    except InputRefused as refused:
        yield refusal(refused)


def _opened(source: Input, context: Context) -> zipfile.ZipFile:
    stream: io.BufferedIOBase = source.stream
    if not stream.seekable():
        stream = io.BytesIO(read_whole(source.stream, context.limits.pdf_bytes, source.where))
    _check_directory(stream, source.where)
    try:
        return zipfile.ZipFile(stream)
    except _DAMAGE as error:
        raise InputRefused(source.where, "damaged archive", str(error)) from None


def _check_directory(stream: io.BufferedIOBase, where: str) -> None:
    """Refuse an archive whose table of contents, which zipfile holds in memory whole, is absurdly long."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
    tail = stream.read()
    stream.seek(0)
    for at in {tail.find(_END, len(tail) - _END_SIZE), tail.rfind(_END)} - {-1}:
        if int.from_bytes(tail[at + 12 : at + 16], "little") > _LARGEST_DIRECTORY:
            raise InputRefused(where, "too many members", f"the limit is {_LARGEST_DIRECTORY / 1e6:.0f} MB of names")


FORMAT = Format(
    name="ZIP archive",
    read=read,
    suffixes=frozenset({".zip"}),
    media_types=frozenset({"application/zip", "application/x-zip-compressed"}),
    is_signed=lambda head: head.startswith((b"PK\x03\x04", _END)),
)
