"""What the commands over a case share: how the case is named, how it is opened, and how results are printed."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from counterclaim.cli import output
from counterclaim.errors import CounterclaimError, LedgerError
from counterclaim.exports.json_text import escaped
from counterclaim.exports.wording import clean

if TYPE_CHECKING:
    from counterclaim.case import Case
    from counterclaim.store.store import Store

INTERRUPTED = 130  # what shells give for Ctrl-C
DEFAULT_CASE = "case.db"
Command = TypeVar("Command", bound=Callable[..., Any])
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def case_option(command: Command) -> Command:
    """The option that names the case."""
    return click.option(
        "--case",
        "where",
        metavar="FILE|URL",
        envvar="COUNTERCLAIM_CASE",
        default=DEFAULT_CASE,
        show_default=True,
        show_envvar=True,
        help="The case: a file, or postgresql://USER@HOST/DATABASE.",
    )(command)


def json_option(command: Command) -> Command:
    """The option for one JSON object in place of text."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")(command)


def registers_option(command: Command) -> Command:
    """The option that names the lists to hold a case against."""
    return click.option(
        "--registers",
        type=click.Path(path_type=Path, exists=True),
        help="Hold names and sanction claims against these lists.  [default: those that were loaded]",
    )(command)


@contextmanager
def opened_store(where: str, *, create: bool = False) -> Iterator["Store"]:
    """The case, to look things up in; what goes wrong with it ends the command with a message."""
    with told():
        from counterclaim.store.opening import open_store  # SQLAlchemy: not needed for --help

        store = open_store(where, create=create)
        try:
            yield store
        finally:
            store.close()


@contextmanager
def opened_case(where: str) -> Iterator["Case"]:
    """The case, to read documents and to collect."""
    with opened_store(where) as store:
        from counterclaim.case import Case  # numpy and the model

        yield Case(store)


@contextmanager
def told() -> Iterator[None]:
    """Say what goes wrong in one line. What was asked for and is not there is wrong usage (exit code 2)."""
    try:
        yield
    except LedgerError as error:
        raise click.UsageError(clean(str(error))) from error
    except CounterclaimError as error:
        raise click.ClickException(clean(str(error))) from error


def print_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object, as UTF-8 whatever the terminal shows; lone surrogates, and what would change how a
    terminal shows the rest, as JSON's escapes."""
    text = escaped(json.dumps(value, ensure_ascii=False, indent=1)) + "\n"
    output.show(text.encode("utf-8", "backslashreplace"))


def print_text(text: str) -> None:
    """Print lines of text; colours only where there is a terminal to show them."""
    shown = text if sys.stdout.isatty() else click.unstyle(text)
    output.show(shown.encode(sys.stdout.encoding or "utf-8", "replace"))


def day(text: str | None, name: str, *, last: bool) -> str | None:
    """An ISO day of an option that takes 2023, 2023-05 or 2023-05-09: the first or the last day that it means.

    Raises click.UsageError.
    """
    if text is None:
        return None
    match = _DAY.fullmatch(text.strip())
    year, month, number = (None, None, None) if match is None else match.groups()
    try:
        if year is None:
            raise ValueError
        found = date(int(year), int(month or (12 if last else 1)), int(number or 1))
    except ValueError:
        raise click.UsageError(f"{name} wants a day such as 2023-05-09, or 2023-05, or 2023") from None
    if last and number is None:
        return found.isoformat()[:8] + "31"  # days are compared as text: later than any day of the month
    return found.isoformat()
