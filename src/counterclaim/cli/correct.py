"""`counterclaim correct`: what a person says to a claim or an entity. An entry of its own, undone by another one."""

from typing import TYPE_CHECKING

import click

from counterclaim.cli.case_options import case_option, json_option, opened_store, print_json
from counterclaim.errors import LedgerError
from counterclaim.exports.wording import clean

if TYPE_CHECKING:
    from counterclaim.records import Entity, EntityMerge, EntityReference, EntitySplit
    from counterclaim.store.finding import Found
    from counterclaim.store.store import Store

_TAKES = {"reject": "claims", "undo": "corrections", "merge": "entities", "split": "entities"}  # sections of ids
_NAMED = 8  # names that a message lists


@click.command()
@click.argument("identity", metavar="ID")
@case_option
@click.option("--reject", "action", flag_value="reject", help="The text does not make this claim.")
@click.option("--merge", "other", metavar="ID", help="The entity is the same as this one, which goes into it.")
@click.option("--split", "name", metavar="NAME", help="Where the entity is called so, something else is meant.")
@click.option("--in", "document", metavar="ID", help="With --split: only in this document.")
@click.option("--undo", "action", flag_value="undo", help="Undo a correction, whose id begins with k:.")
@click.option("--by", required=True, metavar="NAME", help="Who says so.")
@click.option("--why", required=True, metavar="TEXT", help="Why, in words for those who read the case later.")
@json_option
def correct(
    identity: str,
    where: str,
    action: str | None,
    other: str | None,
    name: str | None,
    document: str | None,
    by: str,
    why: str,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Reject a claim, merge or split entities, or undo a correction: an entry with a name and a reason.

    \b
    counterclaim correct c:3fa94c --reject --by "A. Analyst" --why "the caption is of another picture"
    counterclaim correct e:77d0 --merge e:1c09 --by "A. Analyst" --why "the firm was renamed in 2019"
    counterclaim correct e:77d0 --split "Orion" --by "A. Analyst" --why "here that is the ship"
    counterclaim correct k:77d0 --undo --by "A. Analyst" --why "it was the right picture"

    Nothing is written over. It counts from the next time that the reports are compared (counterclaim collect).

    Exit code 0: entered; 1: the case cannot be written; 2: wrong usage.
    """
    wanted = _wanted(action, other, name, document)
    with opened_store(where) as store:
        from counterclaim.cli.case_json import correction_object
        from counterclaim.cli.case_views import correction_said
        from counterclaim.store.values import Action, Correction

        found = _found(store, identity, wanted)
        of: EntityMerge | EntitySplit | None = None
        if other is not None:
            of = _merge(found.record, _found(store, other, wanted).record)
        elif name is not None:
            of = _split(found.record, name, None if document is None else store.find(document).id)
        with store.writer() as writer:
            entered = writer.correct(Correction(found.id, Action(wanted), by, why, entities=of))
        if as_json:
            print_json(correction_object(entered))
        else:
            click.echo(f"{entered.id}: {correction_said(entered)}, by {clean(entered.by)}")


def _wanted(action: str | None, other: str | None, name: str | None, document: str | None) -> str:
    """The one thing that is to be done. Raises click.UsageError."""
    operands = {action: action, "merge": other, "split": name}
    given = [word for word, operand in operands.items() if word and operand is not None]
    if len(given) != 1:
        raise click.UsageError("say one thing to do: --reject, --merge, --split or --undo")
    if document is not None and name is None:
        raise click.UsageError("--in goes with --split only")
    return given[0]


def _found(store: "Store", identity: str, action: str) -> "Found":
    """What an id leads to. Raises LedgerError where the action does not go with it."""
    found, section = store.find(identity), _TAKES[action]
    if found.section != section:
        raise LedgerError(f"--{action} takes the id of one of the {section}; {found.id} is one of the {found.section}")
    return found


def _merge(one: "Entity", other: "Entity") -> "EntityMerge":
    from counterclaim.records import EntityMerge

    if one.id == other.id:
        raise LedgerError(f"{one.id} is one entity: --merge takes the id of another one")
    return EntityMerge(_reference(one), _reference(other))


def _split(entity: "Entity", name: str, document: str | None) -> "EntitySplit":
    from counterclaim.records import EntitySplit

    names = [entity.name, *entity.aliases]
    known = {written.casefold(): written for written in names}
    if name.casefold() not in known:
        shown = "; ".join(clean(n) for n in names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        raise LedgerError(f"{entity.id} is not called {clean(name)!r}; its names are: {shown}")
    if document is None and len(known) == 1:
        raise LedgerError(f"{entity.id} has only this name: nothing would be left of it; --in names one document")
    if document is not None and all(of != document for of, _ in entity.mentions):
        raise LedgerError(f"{document} does not mention {entity.id}")
    return EntitySplit(_reference(entity), known[name.casefold()], document)


def _reference(entity: "Entity") -> "EntityReference":
    from counterclaim.records import EntityReference

    return EntityReference(entity.id, entity.name, *entity.mentions[0])
