"""`counterclaim add`: documents into a case."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.case_options import case_option, json_option, opened_case, print_json, registers_option
from counterclaim.cli.case_work import Work, leave, name_refused, read_and_collect, read_unread
from counterclaim.exports.wording import counted

if TYPE_CHECKING:
    from counterclaim.case import Added, Case


@click.command()
@click.argument("sources", metavar="PATH|URL...", nargs=-1, required=True)
@case_option
@click.option("--no-read", is_flag=True, help="Add only; counterclaim collect reads later.")
@click.option("--no-collect", is_flag=True, help="Add and read, without comparing the reports yet.")
@registers_option
@click.option("--threads", type=click.IntRange(1, 64), help="Cores for the language model.  [default: all]")
@json_option
def add(
    sources: tuple[str, ...],
    where: str,
    no_read: bool,  # noqa: FBT001
    no_collect: bool,  # noqa: FBT001
    registers: Path | None,
    threads: int | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Add documents to a case, read them, and compare all reports of the case.

    \b
    counterclaim add reports/ mail.mbox pages/*.html
    counterclaim add https://news.example/report.html --case drones.db
    counterclaim add archive.warc.gz --no-collect --json

    A source is a file or folder (text, HTML, PDF, e-mail, JSON lines, WARC), a pattern, a feed or a URL. A text that
    the case holds already is not added again. Languages other than English are stored and named, not read. What is
    done when the command ends, however it ends, stays; running it again goes on from there.

    Exit code 0: all was added; 1: something was refused (named on the error stream), the rest was added; 2: wrong
    usage; 130: stopped by Ctrl-C.
    """
    with opened_case(where) as case:
        added = _add(case, sources)
        work = None
        if not (no_read or added.stopped):
            work = Work(read_unread(case, threads)) if no_collect else read_and_collect(case, threads, registers)
    _tell(added, work, as_json=as_json)
    name_refused([*added.refused, *(work.unloaded if work else ())])
    name_refused(added.noted, "taken in part")
    name_refused(added.stored_unread, "stored, not read")
    leave(
        stopped=added.stopped or (work is not None and work.stopped),
        refused=bool(added.refused or added.noted or (work and work.unloaded)),
    )


def _add(case: "Case", sources: tuple[str, ...]) -> "Added":
    from counterclaim.ingest.sources import open_sources, web_fetcher
    from counterclaim.ingest.targets import is_url

    terminal = sys.stderr.isatty()

    def told(done: int) -> None:
        if terminal:
            click.echo(f"\r\x1b[2Kadded {counted(done, 'document')}", nl=False, err=True, color=True)

    # Pages are asked for only where somebody names an address: a feed in a file asks for none.
    fetch = web_fetcher() if any(map(is_url, sources)) else None
    try:
        return case.add(open_sources(sources, fetch=fetch), told)
    finally:
        if terminal:
            click.echo("\r\x1b[2K", nl=False, err=True, color=True)


def _tell(added: "Added", work: Work | None, *, as_json: bool) -> None:
    if as_json:
        from counterclaim.cli.case_json import objects

        result: dict[str, Any] = {
            "added": added.new,
            "known": added.known,
            "refused": objects("refused", added.refused),
            "noted": objects("refused", added.noted),
            "stored_unread": objects("refused", added.stored_unread),
            "stopped": added.stopped,
        }
        print_json(result | (work.object() | {"stopped": added.stopped or work.stopped} if work else {}))
        return
    known = f"; {counted(added.known, 'document')} there already" if added.known else ""
    noted = f"; {counted(len(added.noted), 'note')}" if added.noted else ""
    click.echo(f"added {counted(added.new, 'document')}{known}{noted}")
    for line in work.said() if work else ():
        click.echo(line)
    if added.stopped:
        click.echo("stopped: what was added is kept", err=True)
