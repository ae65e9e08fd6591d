"""`counterclaim show`: all that a case knows of one thing."""

from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.case_options import case_option, json_option, opened_store, print_json, print_text
from counterclaim.exports.wording import DISCLAIMER

if TYPE_CHECKING:
    from counterclaim.store.store import Store


@click.command()
@click.argument("identity", metavar="ID")
@case_option
@click.option("--text", is_flag=True, help="Print a document's whole text, too.")
@json_option
def show(identity: str, where: str, text: bool, as_json: bool) -> None:  # noqa: FBT001
    """Show all that the case knows of one thing, with the words that it rests on. The start of an id is enough.

    \b
    counterclaim show c:3fa94c        # a claim: whose it is, its words in their place, its proposition
    counterclaim show p:1e            # a proposition: who affirms, who denies, figures, registers
    counterclaim show e:77d0 --json   # an entity: names, mentions, registers

    Documents begin with d:, claims c:, propositions p:, entities e:, stories s:, lineages l:, utterances u:, matches
    in registers h:, corrections k:.

    Exit code 0: shown; 1: the case cannot be read; 2: wrong usage, such as an id that nothing has.
    """
    with opened_store(where) as store:
        found = store.find(identity)
        if as_json:
            print_json(_object(store, found.section, found.record, text=text))
        else:
            print_text(_text(store, found.section, found.record, text=text) + f"\n\n{DISCLAIMER}\n")


def _object(store: "Store", section: str, record: Any, *, text: bool) -> dict[str, Any]:
    from counterclaim.cli import show_json

    if section == "documents":
        return show_json.document(store, record, text=text)
    return show_json.VIEWS[section](store, record)


def _text(store: "Store", section: str, record: Any, *, text: bool) -> str:
    from counterclaim.cli import show_text

    if section == "documents":
        return show_text.document(store, record, text=text)
    return show_text.VIEWS[section](store, record)
