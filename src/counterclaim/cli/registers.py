"""`counterclaim registers`: official lists, kept version by version."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli import output
from counterclaim.errors import RegisterError
from counterclaim.exports.wording import clean, counted
from counterclaim.records import Refusal

if TYPE_CHECKING:
    from counterclaim.records import Register
    from counterclaim.registers.library import Library, Stored

_MOST_PROBLEMS = 10  # of one list that are named; all are counted

_library = click.option(
    "--library",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where loaded lists are kept.  [default: your own data folder, or $COUNTERCLAIM_HOME]",
)
_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group()
def registers() -> None:
    """Load official sanctions lists (OFAC, UN, UK, Canada, EU, OpenSanctions), list and compare their versions.

    \b
    counterclaim registers load downloads/
    counterclaim registers list
    counterclaim registers diff canada

    Lists are read in their publishers' own formats, which are known by their content. Nothing is downloaded.
    """


@registers.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_library
@_json
def load(paths: tuple[Path, ...], folder: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Read lists from files or folders and keep them; earlier versions stay.

    \b
    counterclaim registers load sdn.csv un_consolidated.xml
    counterclaim registers load downloads/

    A list that comes as several files (sdn.csv with alt.csv and add.csv) is named by any of them.

    Exit code 0: all was read; 1: a list or a row was refused (named on the error stream), the rest was kept; 2: wrong
    usage.
    """
    from counterclaim.cli.registers_view import versions_json, versions_table
    from counterclaim.registers.load import find_registers

    library = _open(folder)
    refused: list[Refusal] = []
    loaded: dict[str, Stored] = {}
    for path in paths:
        files, unknown = find_registers(path)
        for file in files or [path]:
            try:
                register = library.keep(file)
                version = register.version
                loaded[version.label] = library.find(f"{version.register}@{version.sha256}")
                refused += _problems(file, register)
            except RegisterError as error:
                refused.append(Refusal(str(file), "not loaded", str(error)))
        refused += unknown if files else []
    found = tuple(loaded.values())
    _show(versions_json(library.folder, found) if as_json else versions_table(found), as_json=as_json)
    _leave(refused)


@registers.command("list")
@_library
@_json
def list_(folder: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Show the lists that are kept, the newest version of each first.

    \b
    counterclaim registers list
    counterclaim registers list --json

    Exit code 0: done; 1: a version is damaged (named on the error stream); 2: wrong usage.
    """
    from counterclaim.cli.registers_view import versions_json, versions_table

    library = _open(folder)
    found, damaged = library.stored()
    if not found and not as_json:
        click.echo(f"no lists in {clean(str(library.folder))}: `counterclaim registers load PATH` reads them", err=True)
    _show(versions_json(library.folder, found) if as_json else versions_table(found), as_json=as_json)
    _leave(list(damaged))


@registers.command()
@click.argument("old")
@click.argument("new", required=False)
@_library
@_json
def diff(old: str, new: str | None, folder: Path | None, as_json: bool) -> None:  # noqa: FBT001
    """Compare two versions of a list: entries added, removed and changed.

    \b
    counterclaim registers diff canada                     the two newest that are kept
    counterclaim registers diff new.xml                    the newest kept one and a file
    counterclaim registers diff old.xml new.xml            two files or folders
    counterclaim registers diff uk@2026-01-05 uk@3f7a09c1  two kept ones, by day or digest

    Exit code 0: done, whatever was found; 1: something could not be read; 2: wrong usage.
    """
    from counterclaim.cli.registers_view import diff_json, diff_text
    from counterclaim.registers.diff import diff as compared

    library = _open(folder)
    try:
        before, after = _pair(library, old, new)
        found = compared(before, after)
    except RegisterError as error:
        raise click.ClickException(clean(str(error))) from error
    _show(diff_json(found) if as_json else diff_text(found), as_json=as_json)


def _open(folder: Path | None) -> "Library":
    from counterclaim.registers.library import Library

    return Library(folder)


def _pair(library: "Library", old: str, new: str | None) -> tuple["Register", "Register"]:
    """The two registers to compare. Raises RegisterError."""
    if new is not None:
        return _named(library, old), _named(library, new)
    if _exists(old):
        given = _named(library, old)
        kept = [v for v in library.versions(given.version.register) if v.sha256 != given.version.sha256]
        if not kept:
            raise RegisterError(f"{old}: no other version of {given.version.register} is kept; name two files")
        return library.load(kept[0]), given
    newest = library.find(old).version
    kept = list(library.versions(newest.register))
    older = kept[kept.index(newest) + 1 :]
    if not older:
        raise RegisterError(f"{old}: no version before {newest.label} is kept; load one, or name two files")
    return library.load(older[0]), library.load(newest)


def _named(library: "Library", name: str) -> "Register":
    from counterclaim.registers.load import load_register

    return load_register(Path(name)) if _exists(name) else library.load(name)


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except OSError:  # a name too long, or in a folder that may not be read: then it is no list's either
        return False


def _problems(file: Path, register: "Register") -> list[Refusal]:
    """What of a list was not read: the first few, and how many more."""
    found = [Refusal(str(file), problem) for problem in register.problems[:_MOST_PROBLEMS]]
    more = len(register.problems) - len(found)
    return [*found, *([Refusal(str(file), f"and {counted(more, 'more problem')}")] if more else [])]


def _show(text: str, *, as_json: bool) -> None:
    encoding = "utf-8" if as_json else sys.stdout.encoding or "utf-8"
    output.show(text.encode(encoding, "backslashreplace" if as_json else "replace"))


def _leave(refused: list[Refusal]) -> None:
    """Name what was refused, and end with the exit code that says how it went."""
    for refusal in refused:
        advice = f" ({clean(refusal.advice)})" if refusal.advice else ""
        click.echo(f"not read: {clean(refusal.path)}: {clean(refusal.reason)}{advice}", err=True)
    if refused:
        sys.exit(1)
