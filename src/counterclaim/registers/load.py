"""Registers from files: what a file or folder holds is known by its content, whatever it is called."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from counterclaim.errors import RegisterError
from counterclaim.records import Refusal, Register, RegisterVersion
from counterclaim.registers.formats import FORMATS, HEAD, LARGEST_FILE, Content, Format, Head

_SUFFIXES = frozenset({".xml", ".csv", ".tsv", ".json", ".jsonl", ".ndjson"})  # what looks like a list to people
MANIFEST, FILES = "version.json", "files"  # what a library keeps of one version of a list
_DEEPEST, _MOST_FILES = 8, 10_000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Found:
    """A list in a folder: its main file and the format that knows it."""

    path: Path
    format: Format


def load_register(path: Path) -> Register:
    """The register in a file, in the set of files that a file belongs to, or in a folder that holds one register.

    Raises RegisterError where no format knows it, it is damaged, too large, or holds no entry; and where a folder holds
    several.
    """
    found = _the_one(path)
    try:
        _check_size(found)
        content = found.format.load(found.path)
        version = _version(found, content)
    except OSError as error:
        raise RegisterError(f"{error.filename or path}: unreadable: {error.strerror or error}") from None
    if not content.entries:
        first = f"; the first problem: {content.problems[0]}" if content.problems else ""
        raise RegisterError(f"{found.path}: no entries, so it is no list that was read whole; fetch it again{first}")
    return Register(version, content.entries, content.problems)


def find_registers(path: Path) -> tuple[tuple[Path, ...], tuple[Refusal, ...]]:
    """The registers of a file or folder and of the folders below, by their main files; and what only looks like one.

    Files of other kinds (texts, pictures, archives) are passed over; so are hidden files and links to folders.
    """
    found, refused = _find(path)
    return tuple(one.path for one in found), refused


def load_all(path: Path) -> tuple[tuple[Register, ...], tuple[Refusal, ...]]:
    """The newest version of every register of a file or folder; and what is not among them, with the reason.

    A damaged list, an older version of one that is there, and a second list that calls itself the same are named.
    """
    files, refused = find_registers(path)
    registers: dict[str, tuple[Path, Register]] = {}
    refusals = list(refused)
    for file in files:
        try:
            register = load_register(file)
        except RegisterError as error:
            refusals.append(Refusal(str(file), "register not loaded", str(error)))
            continue
        name = register.version.register
        if name in registers:
            better, worse = _newer(registers[name], (file, register))
            refusals.append(_second(better, worse))
            registers[name] = better
        else:
            registers[name] = (file, register)
    return tuple(register for _, register in registers.values()), tuple(refusals)


def _newer(
    one: tuple[Path, Register], other: tuple[Path, Register]
) -> tuple[tuple[Path, Register], tuple[Path, Register]]:
    """Two lists of one register, the newer one first; of two without a difference in days, the one that came first."""
    older = (other[1].version.published or "") <= (one[1].version.published or "")
    return (one, other) if older else (other, one)


def _second(better: tuple[Path, Register], worse: tuple[Path, Register]) -> Refusal:
    """Why one of two lists of a register is not used."""
    used, unused = better[1].version, worse[1].version
    where, name = str(worse[0]), used.register
    if used.sha256 == unused.sha256:
        return Refusal(where, "the same list twice", f"{better[0]} has the same content")
    if (used.published or "") == (unused.published or ""):
        day = used.published or "no day"
        return Refusal(
            where, "two lists with one id", f"{better[0]} calls itself {name} of {day} too and is used; remove one"
        )
    return Refusal(where, "older version of a register", f"{better[0]} is {name} of {used.published} and is used")


def files_of(path: Path) -> tuple[Path, ...]:
    """All the files of the register at a path, the main one first. Raises RegisterError where there is none."""
    found = _the_one(path)
    return found.format.files(found.path)


def _the_one(path: Path) -> Found:
    found, refused = _find(path)
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(str(one.path) for one in found[:5])
        raise RegisterError(f"{path}: {len(found)} registers are in this folder ({names}); name one of them")
    whole = _set_of(path)
    if whole is not None:
        return whole
    for refusal in refused:
        said = refusal.advice.startswith(f"{refusal.path}:")
        raise RegisterError(refusal.advice if said else f"{refusal.path}: {refusal.reason}: {refusal.advice}")
    raise RegisterError(f"{path}: no register is in it; known are {_known()}")


def _known() -> str:
    return "lists of " + ", ".join(dict.fromkeys(one.register for one in FORMATS))


def _set_of(path: Path) -> Found | None:
    """The register whose set of files has ``path`` as a lesser one."""
    if _files(path, []) != [path]:
        return None
    alike = (p for p in path.parent.iterdir() if p.is_file() and p.suffix.lower() == path.suffix.lower())
    beside = _recognised(sorted(alike)[:_MOST_FILES])
    return next((one for one in beside if path in one.format.files(one.path)), None)


def _recognised(paths: Iterable[Path]) -> Iterator[Found]:
    for path in paths:
        try:
            known = _format_of(path)
        except RegisterError:
            continue
        if known is not None:
            yield Found(path, known)


def _find(path: Path) -> tuple[list[Found], tuple[Refusal, ...]]:
    refused: list[Refusal] = []
    files = _files(path, refused)
    found: list[Found] = []
    unknown: list[Refusal] = []
    for file in files:
        try:
            known = _format_of(file)
        except RegisterError as error:
            unknown.append(Refusal(str(file), "register not loaded", str(error)))
            continue
        if known is not None:
            found.append(Found(file, known))
        elif file.suffix.lower() in _SUFFIXES or file == path:
            unknown.append(_unknown(file))
    lesser = {str(file) for one in found for file in one.format.files(one.path)[1:]}
    return found, (*refused, *(one for one in unknown if one.path not in lesser))


def _unknown(file: Path) -> Refusal:
    if not file.stat().st_size:
        return Refusal(str(file), "empty file", "there is not one byte in it; fetch the list again")
    return Refusal(str(file), "unknown register format", f"known are {_known()}")


def _files(path: Path, refused: list[Refusal]) -> list[Path]:
    """The files that a path names; what is no file and no folder, such as a pipe, is refused unopened."""
    try:
        if path.is_dir():
            return _inside(path, refused)
        if path.is_file():
            return [path]
        what = ("no regular file", "a pipe or a device") if path.exists() else ("missing file", "nothing has this name")
        refused.append(Refusal(str(path), *what))
    except (OSError, ValueError) as error:
        refused.append(Refusal(str(path), "unreadable file", getattr(error, "strerror", None) or str(error)))
    return []


def _inside(folder: Path, refused: list[Refusal]) -> list[Path]:
    """The files of a folder and of those below it, in order of name, up to a depth and a number."""
    found: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=lambda error: refused.append(_unread(error, folder))):
        deep = len(Path(where).relative_to(folder).parts) >= _DEEPEST
        if FILES in folders:  # a version that is kept in a library
            names = [name for name in names if name != MANIFEST]
        folders[:] = [] if deep else sorted(name for name in folders if not name.startswith("."))
        found.extend(
            path for name in sorted(names) if not name.startswith(".") and (path := Path(where, name)).is_file()
        )
        if len(found) > _MOST_FILES:
            refused.append(Refusal(str(folder), "too many files", f"only the first {_MOST_FILES:,} were looked at"))
            return found[:_MOST_FILES]
    return found


def _unread(error: OSError, folder: Path) -> Refusal:
    return Refusal(str(error.filename or folder), "unreadable folder", error.strerror or str(error))


def _format_of(path: Path) -> Format | None:
    """The format that knows a file by its beginning. Raises RegisterError for a file that cannot be read."""
    try:
        with path.open("rb") as file:
            head = Head(path, file.read(HEAD))
    except OSError as error:
        raise RegisterError(f"{path}: unreadable: {error.strerror or error}") from None
    return next((one for one in FORMATS if one.recognises(head)), None)


def _check_size(found: Found) -> None:
    for file in found.format.files(found.path):
        if (size := file.stat().st_size) > LARGEST_FILE:
            raise RegisterError(f"{file}: {size / 1e6:,.0f} MB; a list has {LARGEST_FILE / 1e6:,.0f} MB at most")


def _version(found: Found, content: Content) -> RegisterVersion:
    return RegisterVersion(
        register=content.register or found.format.register,
        publisher=content.publisher or found.format.publisher,
        format=found.format.name,
        sha256=digest_of(found.format.files(found.path)),
        entries=len(content.entries),
        published=content.published,
        date_from=content.date_from,
    )


def digest_of(files: Sequence[Path]) -> str:
    """The SHA-256 of a file's bytes; of a set of files, that of the lines "digest  name", as sha256sum prints them."""
    sums = [(_sum(file), file.name) for file in files]
    if len(sums) == 1:
        return sums[0][0]
    return sha256("".join(f"{digest}  {name}\n" for digest, name in sums).encode()).hexdigest()


def _sum(file: Path) -> str:
    total = sha256()
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            total.update(chunk)
    return total.hexdigest()
