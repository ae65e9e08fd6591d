"""`counterclaim read`: documents in, ledger out."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.errors import CounterclaimError
from counterclaim.exports.terminal import clean, counted

if TYPE_CHECKING:
    from counterclaim.records import Ledger


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to the terminal.")
@click.option("--force", is_flag=True, help="Let --out write over a file that exists.")
@click.option(
    "--threads", type=click.IntRange(1, 64), default=None, help="Cores for the language model.  [default: all]"
)
def read(paths: tuple[Path, ...], form: str, out: Path | None, force: bool, threads: int | None) -> None:  # noqa: FBT001
    """Read text files or folders and print who claims what.

    \b
    counterclaim read report.txt
    counterclaim read reports/ --format json --out ledger.json

    Exit code 0: all was read; 1: something was refused (named on the error stream), the rest was read; 2: wrong usage.
    """
    if out is not None and out.exists() and not force:
        raise click.UsageError(f"{out} exists; give another name or --force")
    if out is not None and not out.parent.is_dir():
        raise click.UsageError(f"{out} cannot be written: there is no folder {out.parent}")
    from counterclaim import pipeline  # numpy and the model: not needed for --help

    bar = _Progress(enabled=sys.stderr.isatty())
    try:
        ledger = pipeline.read(paths, threads=threads or os.cpu_count() or 1, progress=bar.step)
    except CounterclaimError as error:
        raise click.ClickException(str(error)) from error
    finally:
        bar.close()
    _write(ledger, form, out)
    for refusal in ledger.refused:
        advice = f" ({clean(refusal.advice)})" if refusal.advice else ""
        click.echo(f"not read: {clean(refusal.path)}: {refusal.reason}{advice}", err=True)
    if ledger.refused:
        sys.exit(1)


def _write(ledger: "Ledger", form: str, out: Path | None) -> None:
    if form == "json":
        from counterclaim.exports.ledger_json import to_json

        text = to_json(ledger)
    else:
        from counterclaim.exports.terminal import to_table

        width = None if out is None else 120
        text = to_table(ledger, width=width, color=out is None and sys.stdout.isatty())
    if out is not None:
        try:
            out.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError as error:
            raise click.ClickException(f"{out} cannot be written: {error.strerror or error}") from error
        claims, documents = counted(len(ledger.claims), "claim"), counted(len(ledger.documents), "document")
        click.echo(f"wrote {out}: {claims} of {documents}", err=True)
    elif form == "json":
        click.echo(text.encode(), nl=False)  # JSON is UTF-8, whatever else the terminal shows
    else:
        encoding = sys.stdout.encoding or "utf-8"
        click.echo(text.encode(encoding, "replace").decode(encoding), nl=False)


class _Progress:
    """One line on the error stream of a terminal: documents read so far."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._shown = False

    def step(self, path: str, done: int, total: int) -> None:
        """Show that a document is done."""
        if self._enabled and total > 1:
            name = "".join(c if c.isprintable() else "?" for c in Path(path).name)[:40]
            click.echo(f"\r\x1b[2K{done}/{total} {name}", nl=False, err=True)
            self._shown = True

    def close(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True)
