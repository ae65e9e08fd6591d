"""`counterclaim collect`: the reports of a case, compared again."""

from pathlib import Path

import click

from counterclaim.cli.case_options import case_option, json_option, opened_case, print_json, registers_option
from counterclaim.cli.case_work import leave, name_refused, read_and_collect, tell


@click.command()
@case_option
@registers_option
@click.option("--threads", type=click.IntRange(1, 64), help="Cores for the language model.  [default: all]")
@json_option
def collect(where: str, registers: Path | None, threads: int | None, as_json: bool) -> None:  # noqa: FBT001
    """Read what is unread in a case, and compare all its reports again, with all corrections and the lists of today.

    \b
    counterclaim collect
    counterclaim collect --registers lists/ --case drones.db

    The result is a new run: counterclaim diff shows what it changes. counterclaim add does the same whenever something
    was added; this is for new lists, for corrections, and for what was stopped.

    Exit code 0: done; 1: a list could not be loaded (named on the error stream), or the case not be written; 2: wrong
    usage; 130: stopped by Ctrl-C.
    """
    with opened_case(where) as case:
        work = read_and_collect(case, threads, registers, again=True)
    if as_json:
        print_json(work.object())
    else:
        tell(work, "nothing has been read in this case yet: fill it with counterclaim add PATH|URL…")
    name_refused(work.unloaded)
    leave(stopped=work.stopped, refused=bool(work.unloaded))
