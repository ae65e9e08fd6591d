"""One writer a case file: a lock beside it that the system takes back when the writer ends, however it ends."""

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from counterclaim.errors import StoreError

_PAUSE = 0.05  # seconds between two tries


class FileLock:
    """The right to write to a case file. Locks of the system, not the file's being there, say who holds it."""

    def __init__(self, case: Path, patience: float) -> None:
        """Take the lock, for which another writer is waited for ``patience`` seconds. Raises StoreError."""
        self._path = case.with_name(case.name + "-writer")
        self._handle: int | None = None
        deadline = monotonic() + patience
        while self._handle is None:
            self._handle = self._try(case)
            if self._handle is None:
                if monotonic() > deadline:
                    raise StoreError(f"{case}: {self._holder()} is writing to it; wait for it, or stop it")
                sleep(_PAUSE)
        _sign(self._handle)

    def release(self) -> None:
        """Give the lock back."""
        if self._handle is None:
            return
        with suppress(OSError):  # a system that does not let go of open files leaves an empty one behind
            self._path.unlink()
        os.close(self._handle)
        self._handle = None

    def _try(self, case: Path) -> int | None:
        """A locked handle, or None where another holds the lock."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except OSError as error:
            raise StoreError(f"{case}: it cannot be written ({error.strerror}); see to it and its folder") from error
        # Between opening and locking, the one before may have removed the file: then the lock is on nothing.
        if _locked(handle) and self._is_still(handle):
            return handle
        os.close(handle)
        return None

    def _is_still(self, handle: int) -> bool:
        try:
            return self._path.stat().st_ino == os.fstat(handle).st_ino
        except OSError:
            return False

    def _holder(self) -> str:
        """Who holds the lock, as it signed itself."""
        try:
            signed = self._path.read_bytes()[1:200].decode("ascii")
        except (OSError, UnicodeDecodeError):
            signed = ""
        return f"another program ({signed})" if signed else "another program"


def _sign(handle: int) -> None:
    """Say in the file who writes. The first byte is what Windows locks, and nobody can read there."""
    signed = f" process {os.getpid()}, since {datetime.now(UTC):%Y-%m-%d %H:%M} UTC".encode("ascii")
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, signed)


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        """Lock a handle, unless another process holds it."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        """Lock a handle, unless another process holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
