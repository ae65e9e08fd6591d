"""`counterclaim init`: a new case."""

import click

from counterclaim.cli.case_options import DEFAULT_CASE, json_option, opened_store, print_json
from counterclaim.exports.wording import clean, counted
from counterclaim.records import EXTRACTOR


@click.command()
@click.argument("where", metavar="[FILE|URL]", default=DEFAULT_CASE, envvar="COUNTERCLAIM_CASE")
@json_option
def init(where: str, as_json: bool) -> None:  # noqa: FBT001
    """Make a case: a file, case.db unless named, or the tables of a PostgreSQL database. One that is there stays.

    \b
    counterclaim init
    counterclaim init drones.db
    counterclaim init postgresql://desk@server/drones

    Exit code 0: the case is there; 1: it could not be made; 2: wrong usage.
    """
    with opened_store(where, create=True) as store:
        counts = store.counts(EXTRACTOR)
        if as_json:
            print_json({"case": store.name, "documents": counts.documents, "runs": counts.runs, "bytes": counts.bytes})
        else:
            held = counted(counts.documents, "document") if counts.documents else "no document yet"
            click.echo(f"{clean(store.name)}: a case with {held}; fill it with counterclaim add PATH|URL…")
