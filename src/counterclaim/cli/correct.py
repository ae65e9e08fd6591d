"""`counterclaim correct`: what a person says to a claim or an entity. An entry of its own, undone by another one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from counterclaim.cli.case_options import case_option, json_option, opened_store, print_json
from counterclaim.errors import LedgerError
from counterclaim.exports.wording import clean

if TYPE_CHECKING:
    from counterclaim.entities.names_written import NamesWritten
    from counterclaim.records import Entity, EntityMerge, EntityReference, EntitySplit
    from counterclaim.store.finding import Found
    from counterclaim.store.store import Store

_TAKES = {"reject": "claims", "undo": "corrections", "merge": "entities", "split": "entities"}  # sections of ids
_NAMED = 8  # names that a message lists
_LONGEST = 60  # characters of each


@click.command()
@click.argument("identity", metavar="ID")
@case_option
@click.option("--reject", is_flag=True, help="The text does not make this claim.")
@click.option("--merge", "other", metavar="ID", help="The entity is the same as this one, which goes into it.")
@click.option("--split", "name", metavar="NAME", help="Where the entity is called so, something else is meant.")
@click.option("--in", "document", metavar="ID", help="With --split: only in this document.")
@click.option("--undo", is_flag=True, help="Undo a correction, whose id begins with k:.")
@click.option("--by", required=True, metavar="NAME", help="Who says so.")
@click.option("--why", required=True, metavar="TEXT", help="Why, in words for those who read the case later.")
@json_option
def correct(
    identity: str,
    where: str,
    reject: bool,  # noqa: FBT001
    other: str | None,
    name: str | None,
    document: str | None,
    undo: bool,  # noqa: FBT001
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
    wanted = _wanted({"reject": reject, "merge": other is not None, "split": name is not None, "undo": undo}, document)
    with opened_store(where) as store:
        from counterclaim.cli.case_json import correction_object
        from counterclaim.cli.case_views import correction_said
        from counterclaim.store.values import Action, Correction

        found = _found(store, identity, wanted)
        of: EntityMerge | EntitySplit | None = None
        note = ""
        if other is not None:
            merged = _found(store, other, wanted).record
            of, note = _merge(store, found.record, merged), _types(found.record, merged)
        elif name is not None:
            of = _split(store, found.record, name, document)
        with store.writer() as writer:
            entered = writer.correct(Correction(found.id, Action(wanted), by, why, entities=of))
        if as_json:
            print_json(correction_object(entered))
        else:
            click.echo(f"{entered.id}: {correction_said(entered)}, by {clean(entered.by)}{note}")
            click.echo("it counts from the next run on: counterclaim collect")


def _wanted(asked: Mapping[str, bool], document: str | None) -> str:
    """The one thing that is to be done. Raises click.UsageError."""
    wanted = [word for word, given in asked.items() if given]
    if len(wanted) != 1:
        raise click.UsageError("say one thing to do: --reject, --merge, --split or --undo")
    if document is not None and wanted != ["split"]:
        raise click.UsageError("--in goes with --split only")
    return wanted[0]


def _found(store: "Store", identity: str, action: str) -> "Found":
    """What an id leads to. Raises LedgerError where the action does not go with it."""
    found, section = store.find(identity), _TAKES[action]
    if found.section != section:
        raise LedgerError(f"--{action} takes the id of one of the {section}; {found.id} is one of the {found.section}")
    return found


def _merge(store: "Store", one: "Entity", other: "Entity") -> "EntityMerge":
    from counterclaim.records import EntityMerge

    if one.id == other.id:
        raise LedgerError(f"{one.id} is one entity: --merge takes the id of another one")
    return EntityMerge(*(_reference(store, entity, _names(store, entity)) for entity in (one, other)))


def _split(store: "Store", entity: "Entity", name: str, document: str | None) -> "EntitySplit":
    from counterclaim.entities.names_written import name_key
    from counterclaim.records import EntitySplit

    within = None if document is None else store.find(document)
    if within is not None and within.section != "documents":
        raise LedgerError(f"--in takes the id of a document; {within.id} is one of the {within.section}")
    names = _names(store, entity)
    if not names.spellings(name):
        every = [entity.name, *entity.aliases]
        shown = "; ".join(clean(n)[:_LONGEST] for n in every[:_NAMED]) + (" …" if len(every) > _NAMED else "")
        raise LedgerError(f"{entity.id} is not called {clean(name)[:_LONGEST]!r}; its names are: {shown}")
    places = [p for p in entity.mentions if within is None or p[0] == within.id]
    if not places:
        raise LedgerError(f"{within.id if within else 'nothing'} does not mention {entity.id}")
    if not any(names.at(place) == name_key(name) for place in places):
        raise LedgerError(
            f"no report{' that was named' if within else ''} calls {entity.id} {names.spellings(name)[0]!r}"
        )
    if name_key(name) == name_key(entity.name) and all(
        names.at(place) == name_key(name) and place in places for place in entity.mentions
    ):
        raise LedgerError(f"{entity.id} has only this name: nothing would be left of it")
    return EntitySplit(_reference(store, entity, names), names.spellings(name)[0], within.id if within else None)


def _names(store: "Store", entity: "Entity") -> "NamesWritten":
    """The names of an entity in the documents that mention it."""
    from counterclaim.entities.names_written import NamesWritten

    return NamesWritten(entity, {d: store.document(d).text for d in {document for document, _ in entity.mentions}})


def _reference(store: "Store", entity: "Entity", names: "NamesWritten") -> "EntityReference":
    """An entity with a mention that gives its name, if one does; the others may be another's tomorrow."""
    from counterclaim.entities.names_written import name_key
    from counterclaim.records import EntityReference, split_id

    own = (place for place in entity.mentions if names.at(place) == name_key(entity.name))
    apart = entity.id in {split_id(correction.id) for correction in store.corrections()}
    return EntityReference(entity.id, entity.name, *next(own, entity.mentions[0]), apart=apart)


def _types(one: "Entity", other: "Entity") -> str:
    """A word on what a merge makes of two types: the first one's decides in which registers it is looked for."""
    if one.type == other.type:
        return ""
    return f"; it stays a {one.type}, as the first is; merged the other way round it would be a {other.type}"
