"""`counterclaim correct`: what a person says to a claim. An entry of its own, and undone by another one."""

import click

from counterclaim.cli.case_options import case_option, json_option, opened_store, print_json
from counterclaim.errors import LedgerError
from counterclaim.exports.wording import clean


@click.command()
@click.argument("identity", metavar="ID")
@case_option
@click.option("--reject", "action", flag_value="reject", help="The text does not make this claim.")
@click.option("--undo", "action", flag_value="undo", help="Undo a correction, whose id begins with k:.")
@click.option("--by", required=True, metavar="NAME", help="Who says so.")
@click.option("--why", required=True, metavar="TEXT", help="Why, in words for those who read the case later.")
@json_option
def correct(identity: str, where: str, action: str | None, by: str, why: str, as_json: bool) -> None:  # noqa: FBT001
    """Reject a claim, or undo a correction: an entry with a name and a reason. Nothing is written over.

    \b
    counterclaim correct c:3fa94c --reject --by "A. Analyst" --why "the caption is of another picture"
    counterclaim correct k:77d0 --undo --by "A. Analyst" --why "it was the right picture"

    It counts from the next time that the reports are compared (counterclaim collect).

    Exit code 0: entered; 1: the case cannot be written; 2: wrong usage.
    """
    if action is None:
        raise click.UsageError("say what to do: --reject or --undo")
    with opened_store(where) as store:
        from counterclaim.cli.case_json import correction_object
        from counterclaim.store.values import Action, Correction

        found = store.find(identity)
        wanted = "corrections" if action == Action.UNDO else "claims"
        if found.section != wanted:
            raise LedgerError(
                f"--{action} takes the id of one of the {wanted}; {found.id} is one of the {found.section}"
            )
        with store.writer() as writer:
            entered = writer.correct(Correction(found.id, Action(action), by, why))
        if as_json:
            print_json(correction_object(entered))
        else:
            click.echo(f"{entered.id}: {entered.action.value} {entered.replaces}, by {clean(entered.by)}")
