"""`counterclaim screen`: names against the registers."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli import output
from counterclaim.cli.screen_questions import Question, read_questions, well_formed_born, well_formed_country
from counterclaim.errors import CounterclaimError
from counterclaim.exports.wording import clean
from counterclaim.records import EntryKind, Refusal

if TYPE_CHECKING:
    from counterclaim.records import Register

_ADVICE = "load lists with `counterclaim registers load PATH`, or name a folder with --registers"


@click.command()
@click.argument("names", nargs=-1)
@click.option(
    "--file", "table", type=click.Path(path_type=Path, dir_okay=False), help="A CSV table or a list of names."
)
@click.option("--registers", type=click.Path(path_type=Path), help="Lists to use.  [default: those that were loaded]")
@click.option("--kind", type=click.Choice([str(kind) for kind in EntryKind if kind is not EntryKind.OTHER]))
@click.option("--country", multiple=True, metavar="XX", help="ISO code of a country that the bearer belongs to.")
@click.option("--born", metavar="YEAR", help="Year or ISO date of birth (or of building, of a ship).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def screen(
    names: tuple[str, ...],
    table: Path | None,
    registers: Path | None,
    kind: str | None,
    country: tuple[str, ...],
    born: str | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Hold names against official lists: hits, possibles, and how each score comes about.

    \b
    counterclaim screen "Ivan Petrov" --kind person --country RU --born 1967
    counterclaim screen --file names.csv --registers lists/
    counterclaim screen "Ocean Star" --kind ship --json

    A CSV table has a header with name and, if known, kind, country and born; any other file has one name a line.

    Exit code 0: done, whatever was found; 1: a name or a list was refused (named on the error stream), the rest was
    screened; 2: wrong usage.
    """
    questions, refused = _questions(names, table, kind, country, born)
    from counterclaim.cli.screen_view import to_json, to_table  # the index with numpy: not needed for --help
    from counterclaim.registers.index import ScreeningIndex
    from counterclaim.registers.screen import screen as screened

    try:
        _tell("reading the lists …")
        lists, unread = _lists(registers)
        _tell("indexing their names …")
        index = ScreeningIndex.of(lists)
        _tell("")
        answers = [(q, screened(q.name, index, q.kind, q.countries, q.born)) for q in questions]
    except CounterclaimError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        output.show(to_json(answers, index.versions).encode("utf-8", "backslashreplace"))
    else:
        text = to_table(answers, index.versions, color=sys.stdout.isatty())
        output.show(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    _leave([*refused, *unread])


def _questions(
    names: tuple[str, ...], table: Path | None, kind: str | None, country: tuple[str, ...], born: str | None
) -> tuple[list[Question], list[Refusal]]:
    """What is asked, and what of it cannot be. Raises click.UsageError."""
    countries = tuple(code.strip().upper() for code in country)
    if not names and table is None:
        raise click.UsageError("give a name, or --file with names")
    if not all(map(well_formed_country, countries)):
        raise click.UsageError("--country wants ISO codes of two letters, such as IR")
    if born is not None and not well_formed_born(born):
        raise click.UsageError("--born wants a year or an ISO date, such as 1967 or 1967-04-09")
    kinds, days = EntryKind(kind) if kind else None, (born,) if born else ()
    found = [Question(name, kinds, countries, days) for name in names if name.strip()]
    refused = [Refusal("a name on the command line", "no name")] * (len(names) - len(found))
    if table is not None:
        try:
            rows, unread = read_questions(table)
        except CounterclaimError as error:
            raise click.ClickException(str(error)) from error
        # What the options say holds for every row that does not say it itself.
        found += [Question(q.name, q.kind or kinds, q.countries or countries, q.born or days) for q in rows]
        refused += unread
    return found, refused


def _lists(folder: Path | None) -> tuple[tuple["Register", ...], list[Refusal]]:
    """The registers to use, and the lists that could not be read. Raises click.UsageError where there is none."""
    from counterclaim.registers.library import Library
    from counterclaim.registers.load import load_all

    if folder is None:
        registers, unread = Library().current()
    elif folder.exists():
        registers, unread = load_all(folder)
    else:
        raise click.UsageError(f"--registers: there is no {folder}")
    if not registers:
        problems = "".join(f"\n  {_told(refusal)}" for refusal in unread)
        raise click.UsageError(f"no register to screen against; {_ADVICE}{problems}")
    return registers, list(unread)


def _tell(doing: str) -> None:
    """Say on a terminal what takes its time; the next line takes its place."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{doing}", nl=False, err=True)


def _told(refusal: Refusal) -> str:
    advice = f" ({clean(refusal.advice)})" if refusal.advice else ""
    return f"{clean(refusal.path)}: {clean(refusal.reason)}{advice}"


def _leave(refused: list[Refusal]) -> None:
    """Name what was refused, and end with the exit code that says how it went."""
    for refusal in refused:
        click.echo(f"not used: {_told(refusal)}", err=True)
    if refused:
        sys.exit(1)
