"""`counterclaim read`: documents in, ledger out."""

import os
import re
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.cli import output
from counterclaim.cli.case_options import INTERRUPTED, opened_case
from counterclaim.cli.case_work import leave, name_one, name_refused, read_and_collect, tell
from counterclaim.cli.progress import Progress
from counterclaim.errors import CounterclaimError
from counterclaim.exports.wording import clean, counted, label

if TYPE_CHECKING:
    from counterclaim.pipeline import Gathered
    from counterclaim.records import Claim, Ledger, Refusal, Register

_FILE_WIDTH = 120  # columns of a table that goes to a file
_NAMED = 5  # claims that a message lists


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", type=click.Choice(["table", "json", "html"]), default="table", show_default=True)
@click.option(
    "--registers",
    type=click.Path(path_type=Path, exists=True),
    help="Hold names and sanction claims against the official lists in this folder.",
)
@click.option(
    "--case", "where", metavar="FILE|URL", help="Read what is unread in this case instead, and compare its reports."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to the terminal.")
@click.option("--force", is_flag=True, help="Let --out write over a file that exists.")
@click.option(
    "--explain", metavar="CLAIM", help="Print why this claim is in the ledger: its id or enough of its start."
)
@click.option(
    "--threads", type=click.IntRange(1, 64), default=None, help="Cores for the language model.  [default: all]"
)
def read(
    paths: tuple[Path, ...],
    form: str,
    registers: Path | None,
    where: str | None,
    out: Path | None,
    force: bool,  # noqa: FBT001
    explain: str | None,
    threads: int | None,
) -> None:
    """Read text files or folders and print who claims what. A PATH of - is the standard input.

    \b
    counterclaim read report.txt
    counterclaim read reports/ --format html --out claims.html
    counterclaim read reports/ --format json --out ledger.json
    counterclaim read reports/ --registers lists/
    counterclaim read report.txt --explain 3fa9
    counterclaim read --case drones.db

    Exit code 0: all was read; 1: something was refused (named on the error stream), the rest was read; 2: wrong usage;
    130: stopped by Ctrl-C, what was read until then is printed or written.
    """
    if where is not None:
        _check_case(where, paths, form, out, explain)
        _read_case(where, registers, threads)
        return
    _check(paths, form, out, explain, force=force)
    bar = Progress(enabled=sys.stderr.isatty())
    from counterclaim.cli.gather import gather  # numpy and the model: not needed for --help

    try:
        lists, damaged = _lists(registers)
        found = gather(paths, threads=threads or os.cpu_count() or 1, progress=bar.step)
        bar.close()
        if found.readings or not found.stopped:
            found.refused[:0] = damaged
            ledger = found.ledger(lists)
            text = _view(ledger, found, form, out) if explain is None else _explained(ledger, found, explain)
            _deliver(text, ledger, form, out, force=force)
    except CounterclaimError as error:
        raise click.ClickException(str(error)) from error
    except KeyboardInterrupt:
        click.echo("stopped: nothing was written", err=True)
        sys.exit(INTERRUPTED)
    finally:
        bar.close()
    _leave(found)


def _check_case(where: str, paths: tuple[Path, ...], form: str, out: Path | None, explain: str | None) -> None:
    """Refuse what does not go with a case, as nothing would come of it. Raises click.UsageError."""
    if paths:
        raise click.UsageError(f"documents go into a case with counterclaim add PATH… --case {clean(where)}")
    if form != "table" or out is not None:
        raise click.UsageError("--format and --out do not go with --case; counterclaim export writes what a case holds")
    if explain is not None:
        raise click.UsageError("--explain does not go with --case; counterclaim show shows a claim of a case")


def _read_case(where: str, registers: Path | None, threads: int | None) -> None:
    """Read what a case holds unread."""
    with opened_case(where) as case:
        work = read_and_collect(case, threads, registers)
    tell(work, "nothing in this case is unread")
    name_refused(work.unloaded)
    leave(stopped=work.stopped, refused=bool(work.unloaded))


def _lists(registers: Path | None) -> "tuple[tuple[Register, ...], tuple[Refusal, ...]]":
    """The registers to check against, before anything is read; a damaged list is named, and the others go on."""
    if registers is None:
        return (), ()
    from counterclaim.registers.load import load_all

    return load_all(registers)


def _check(paths: tuple[Path, ...], form: str, out: Path | None, explain: str | None, *, force: bool) -> None:
    """What can be known to be wrong before anything is read. Raises click.UsageError."""
    if not paths:
        raise click.UsageError("Missing argument 'PATHS...'.")
    if paths.count(Path("-")) > 1:
        raise click.UsageError("the standard input (-) can be read once only")
    if explain is not None and form != "table":
        raise click.UsageError("--explain prints text: it goes with --format table only")
    if explain is not None and not re.fullmatch(r"(c:)?[0-9a-f]{1,16}", explain.strip().lower()):
        raise click.UsageError(f"--explain wants a claim's id, such as c:3fa94c, not {clean(explain)!r}")
    if form == "html" and out is None and _on_terminal():
        raise click.UsageError("--format html is a page for a browser: say with --out FILE where it shall go")
    if out is not None:
        output.check(out, force=force)


def _view(ledger: "Ledger", found: "Gathered", form: str, out: Path | None) -> str:
    if form == "json":
        from counterclaim.exports.ledger_json import to_json

        return to_json(ledger)
    if form == "html":
        from counterclaim.exports.html import to_html

        return to_html(ledger, {identity: reading.sections for identity, reading in found.readings.items()})
    from counterclaim.exports.terminal import to_table

    width = None if out is None else _FILE_WIDTH
    return to_table(ledger, width=width, color=out is None and _on_terminal())


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _explained(ledger: "Ledger", found: "Gathered", wanted: str) -> str:
    from counterclaim.exports.explain import explain
    from counterclaim.pipeline import Pipeline

    claim = _claim(ledger, wanted.strip().lower().removeprefix("c:"))
    document, parses = Pipeline().parse(found.readings[claim.document].document)
    return explain(claim, document, parses, ledger.entities)


def _claim(ledger: "Ledger", start: str) -> "Claim":
    """The one claim whose id begins so. Raises click.UsageError, which names the ids that come near."""
    claims = {claim.id.removeprefix("c:"): claim for claim in ledger.claims}
    hits = [key for key in claims if key.startswith(start)]
    if len(hits) == 1:
        return claims[hits[0]]
    problem = f"{len(hits)} claims have ids that begin with {start}" if hits else f"no claim has an id like {start}"
    near = hits or _near(start, list(claims))
    listed = "".join(
        f"\n  c:{key}  {label(claims[key])} “{clean(claims[key].trigger.text)[:60]}”" for key in near[:_NAMED]
    )
    raise click.UsageError(problem + (f"; {'among them' if hits else 'near it'}:{listed}" if near else ""))


def _near(start: str, keys: list[str]) -> list[str]:
    """The ids most like one: a slip of the keys, or the same beginning."""
    cut = {key[: len(start)]: key for key in keys}
    alike = [cut[short] for short in get_close_matches(start, cut, n=_NAMED, cutoff=0.5)]
    same = [key for key in keys if key.startswith(start[:2])]
    return list(dict.fromkeys([*alike, *same]))


def _deliver(text: str, ledger: "Ledger", form: str, out: Path | None, *, force: bool) -> None:
    if out is not None:
        output.write(out, text.encode("utf-8", "backslashreplace"), force=force)
        claims, documents = counted(len(ledger.claims), "claim"), counted(len(ledger.documents), "document")
        click.echo(f"wrote {clean(str(out))}: {claims} of {documents}", err=True)
    else:
        # JSON and HTML are UTF-8 by their own account, whatever else the terminal shows.
        encoding = "utf-8" if form != "table" else sys.stdout.encoding or "utf-8"
        output.show(text.encode(encoding, "replace"))


def _leave(found: "Gathered") -> None:
    """Name what was refused, and end with the exit code that says how it went."""
    silent = {reading.document.path for reading in found.readings.values() if not reading.claims}
    for refusal in found.refused:
        name_one(refusal, "note" if refusal.path in silent else "not read")
    if found.stopped:
        done = f"{len(found.readings):,} of {counted(found.total, 'document')}" if found.total else "no document"
        click.echo(f"stopped: {done} had been read", err=True)
        sys.exit(INTERRUPTED)
    if found.refused:
        sys.exit(1)
