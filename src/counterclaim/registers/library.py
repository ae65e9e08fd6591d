"""The registers that a user has loaded: every version, as the publisher's own files, under its register and digest.

A folder ``REGISTER/DAY-DIGEST/`` has the files and a ``version.json`` that describes them. It is made beside its place
and moved there in one step, so that it is there whole or not at all, and two programs that add at once do not meet.
"""

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from counterclaim.errors import RegisterError
from counterclaim.records import Refusal, Register, RegisterVersion
from counterclaim.registers.load import FILES, MANIFEST, digest_of, files_of, load_register

_FORMAT = "counterclaim-register/1"
_LARGEST_MANIFEST = 1_000_000  # bytes
_SHORTEST_DIGEST = 4  # characters that name a version


@dataclass(frozen=True, slots=True)
class Stored:
    """A version in the library: how many names and entries of each kind it has, what was not read, when it came."""

    version: RegisterVersion
    folder: Path
    files: tuple[str, ...]
    names: int
    kinds: Mapping[str, int]
    problems: int
    added: str

    @property
    def main(self) -> Path:
        """The list's main file."""
        return self.folder / FILES / self.files[0]


def default_folder() -> Path:
    """Where the library is unless said otherwise: in $COUNTERCLAIM_HOME, or the platform's place for data."""
    home = os.environ.get("COUNTERCLAIM_HOME")
    if home:
        return Path(home) / "registers"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "counterclaim" / "registers"


class Library:
    """Every version of every register that was loaded, in a folder that is made when the first one is added."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = default_folder() if folder is None else folder

    def add(self, path: Path) -> RegisterVersion:
        """Read a register and keep its files; a version that is there already stays as it is. Raises RegisterError."""
        return self.keep(path).version

    def keep(self, path: Path) -> Register:
        """``add``, for those who want the register itself too. Raises RegisterError."""
        files = files_of(path)
        register = load_register(files[0])
        target = self._place(register.version)
        try:
            if not _intact(target, register.version):
                self._keep(register, files, target)
        except OSError as error:
            raise RegisterError(f"{self.folder} cannot be written: {error.strerror or error}") from error
        return register

    def stored(self, register: str | None = None) -> tuple[tuple[Stored, ...], tuple[Refusal, ...]]:
        """All versions, or those of one register: by register, the newest first; and folders that are damaged.

        A version with a day is newer than one without; of versions of one day, the one that was added last is.
        """
        found: list[Stored] = []
        damaged: list[Refusal] = []
        for manifest in sorted(self.folder.glob(f"{register or '[!.]*'}/[!.]*/{MANIFEST}")):
            try:
                found.append(_described(manifest))
            except RegisterError as error:
                damaged.append(Refusal(str(manifest.parent), "damaged version", str(error)))
        found.sort(key=lambda one: (one.version.published or "", one.added), reverse=True)
        found.sort(key=lambda one: one.version.register)
        return tuple(found), tuple(damaged)

    def versions(self, register: str | None = None) -> tuple[RegisterVersion, ...]:
        """The versions of ``stored``, without what else is known of them."""
        return tuple(one.version for one in self.stored(register)[0])

    def find(self, wanted: str) -> Stored:
        """The version that a text names: "canada", the newest, or "canada@" and a day or the start of a digest.

        Raises RegisterError, which says what there is.
        """
        register, _, which = wanted.partition("@")
        if not register.replace("-", "").replace("_", "").isalnum():
            raise RegisterError(f"{wanted}: no file and no register has this name; {self._there()}")
        for one in self.stored(register)[0]:
            by_digest = len(which) >= _SHORTEST_DIGEST and one.version.sha256.startswith(which.lower())
            if not which or which == one.version.published or by_digest:
                return one
        raise RegisterError(f"{wanted}: no such version in {self.folder}; {self._there()}")

    def load(self, version: RegisterVersion | str) -> Register:
        """A version, read again from its files. Raises RegisterError where it is not there or was changed."""
        wanted = version if isinstance(version, str) else f"{version.register}@{version.sha256}"
        stored = self.find(wanted)
        register = load_register(stored.main)
        if register.version.sha256 != stored.version.sha256:
            raise RegisterError(f"{stored.folder}: its files were changed after they were loaded; load the list again")
        return register

    def current(self) -> tuple[tuple[Register, ...], tuple[Refusal, ...]]:
        """The newest version of every register, and what could not be read."""
        found, damaged = self.stored()
        newest = {one.version.register: one for one in reversed(found)}
        registers: list[Register] = []
        refused = list(damaged)
        for name in sorted(newest):
            try:
                registers.append(self.load(newest[name].version))
            except RegisterError as error:
                refused.append(Refusal(str(newest[name].folder), "register not loaded", str(error)))
        return tuple(registers), tuple(refused)

    def _place(self, version: RegisterVersion) -> Path:
        return self.folder / version.register / f"{version.published or 'undated'}-{version.sha256[:12]}"

    def _keep(self, register: Register, files: tuple[Path, ...], target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.parent / f".{target.name}-{token_hex(4)}.part"
        try:
            (part / FILES).mkdir(parents=True)
            copies = [Path(shutil.copyfile(file, part / FILES / file.name)) for file in files]
            if digest_of(copies) != register.version.sha256:
                raise RegisterError(f"{files[0]}: it was changed while it was read; load it again")
            manifest = json.dumps(_manifest(register, copies), indent=1, ensure_ascii=False)
            (part / MANIFEST).write_text(manifest + "\n", encoding="utf-8")
            for file in (*copies, part / MANIFEST):
                _to_disk(file)
            if not _intact(target, register.version):  # (else another program was faster)
                shutil.rmtree(target, ignore_errors=True)
                _move(part, target, register.version)
        finally:
            shutil.rmtree(part, ignore_errors=True)

    def _there(self) -> str:
        there = [f"{v.register}@{v.sha256[:8]} ({v.published or 'undated'})" for v in self.versions()]
        return f"there are {', '.join(there)}" if there else "it is empty: `counterclaim registers load PATH` fills it"


def _move(part: Path, target: Path, version: RegisterVersion) -> None:
    """Put a version in its place, unless another program has done so meanwhile. Raises OSError."""
    try:
        part.replace(target)
    except OSError:
        if not _intact(target, version):
            raise


def _intact(folder: Path, version: RegisterVersion) -> bool:
    """Whether a folder holds this version, whole and unchanged."""
    try:
        stored = _described(folder / MANIFEST)
        return digest_of([folder / FILES / name for name in stored.files]) == version.sha256
    except (RegisterError, OSError):
        return False


def _to_disk(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def _manifest(register: Register, copies: list[Path]) -> dict[str, Any]:
    kinds = Counter(str(entry.kind) for entry in register.entries)
    return {
        "manifest": _FORMAT,
        **asdict(register.version),
        "names": sum(len(entry.names) for entry in register.entries),
        "kinds": dict(sorted(kinds.items())),
        "problems": len(register.problems),
        "files": [copy.name for copy in copies],
        "added": datetime.now(UTC).isoformat(timespec="microseconds"),
    }


def _described(manifest: Path) -> Stored:
    """What a manifest says. Raises RegisterError where it is none."""
    try:
        if manifest.stat().st_size > _LARGEST_MANIFEST:
            raise RegisterError(f"{manifest}: too large to be a description of a version")
        table = json.loads(manifest.read_text(encoding="utf-8"))
        if table["manifest"] != _FORMAT:
            raise RegisterError(f"{manifest}: made by another version of Counterclaim; load the list again")
        fields = {name: table[name] for name in RegisterVersion.__slots__}
        texts = [value for name, value in fields.items() if name != "entries" and (name, value) != ("published", None)]
        files = tuple(Path(name).name for name in table["files"])
        if not files or not all(isinstance(text, str) for text in texts):
            raise ValueError("a field is missing or of another type")
        return Stored(
            version=RegisterVersion(**fields),
            folder=manifest.parent,
            files=files,
            names=int(table["names"]),
            kinds={str(kind): int(number) for kind, number in table["kinds"].items()},
            problems=int(table["problems"]),
            added=str(table["added"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RegisterError(f"{manifest}: unreadable ({error}); load the list again") from None
