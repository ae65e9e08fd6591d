"""Where a command's result goes: a whole file or none, or the standard output."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

import click

from counterclaim.exports.wording import clean
from counterclaim.store.header import CASE_HEADER, CASE_PARTS, is_case_header


def check(out: Path, *, force: bool) -> None:
    """See to it, before long work, that a file can be written. Raises click.UsageError."""
    try:
        if out.exists() and not force:
            raise click.UsageError(f"{clean(str(out))} exists; give another name or --force")
        target = _target(out)
        if _is_case(target):
            raise click.UsageError(
                f"{clean(str(out))} is a case, or a part of one, and is not written over; give another name"
            )
        if not target.parent.is_dir():
            raise click.UsageError(f"{clean(str(out))} cannot be written: there is no folder {clean(str(out.parent))}")
        if target.is_file() or not target.exists():  # (else a device or a pipe)
            _beside(target, ()).unlink()
    except OSError as error:
        raise click.UsageError(f"{clean(str(out))} cannot be written: {error.strerror or error}") from error


def write(out: Path, content: bytes | Iterable[bytes], *, force: bool) -> None:
    """Write a file whole or not at all: beside it first, then in its place. Raises click.ClickException.

    ``content`` may come in pieces, which are written as they come.
    """
    target = _target(out)
    pieces = (content,) if isinstance(content, bytes) else content
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(pieces)
            return
        _put(_beside(target, pieces), target, force=force)
    except OSError as error:
        raise click.ClickException(f"{clean(str(out))} cannot be written: {error.strerror or error}") from error


def show(content: bytes) -> None:
    """Write to the standard output. A reader that has gone away ("| head") is no error.

    Raises click.ClickException where it cannot be written, as on a full disk.
    """
    try:
        stream = sys.stdout.buffer
        stream.write(content)
        stream.flush()
    except OSError as error:
        # What is left in the buffer would raise again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise click.ClickException(f"the output cannot be written: {error.strerror or error}") from error


def _target(out: Path) -> Path:
    """The file that a name leads to: a link stays, what it points at is written."""
    return Path(os.path.realpath(out))


def _is_case(target: Path) -> bool:
    """Whether a file is a case, or stands beside one and holds what has not gone into it yet: months of work."""
    name = target.name
    stem = next((name.removesuffix(end) for end in CASE_PARTS if name.endswith(end) and name != end), name)
    whole = target.with_name(stem)
    if not whole.is_file():
        return False
    with whole.open("rb") as file:
        return is_case_header(file.read(CASE_HEADER))


def _beside(target: Path, pieces: Iterable[bytes]) -> Path:
    """A new file with some content in the folder of another, safely on the disk, with that file's permissions."""
    path = target.parent / f".counterclaim-{token_hex(4)}.part"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            path.chmod(target.stat().st_mode & 0o777)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _put(part: Path, target: Path, *, force: bool) -> None:
    """Move a finished file to its place; without ``force`` never over a file that has come to be there meanwhile."""
    if not force and target.exists():
        raise click.ClickException(
            f"{clean(str(target))} has come to exist meanwhile; the result is in {clean(str(part))}"
        )
    try:
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # the folder's entry; not every system can do this
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
