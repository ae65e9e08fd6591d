"""`counterclaim ledger`: what a case holds, in lists."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli.case_options import case_option, day, json_option, opened_store, print_json, print_text
from counterclaim.exports.wording import DISCLAIMER, counted
from counterclaim.records import Stance, Status

if TYPE_CHECKING:
    from counterclaim.store.lists import Filter
    from counterclaim.store.store import Store
    from counterclaim.store.values import Page

_LISTS = ("propositions", "claims", "entities", "documents", "refused", "corrections", "runs")
_SINGULAR = {"entities": "entity", "refused": "refused input"}
_FILTERS = {
    "propositions": {"entity", "frame", "stage", "status", "since", "until", "outlet", "search"},
    "claims": {"entity", "frame", "stage", "status", "since", "until", "outlet", "search"},
    "documents": {"entity", "frame", "stage", "status", "since", "until", "outlet", "search"},
    "entities": {"entity", "search"},
    "refused": set(),
    "corrections": set(),
    "runs": set(),
}


@click.command()
@case_option
@click.option("--of", type=click.Choice(_LISTS), default="propositions", show_default=True, help="What to list.")
@click.option("--entity", metavar="NAME|ID", help="Only what names this entity.")
@click.option("--frame", help="Only this frame: transfer, sanction, attack, …")
@click.option("--stage", help="Only this stage: order, delivery, impose, …")
@click.option("--status", type=click.Choice([str(s) for s in Status]), help="Only propositions that stand so.")
@click.option("--from", "since", metavar="DAY", help="Only what was published on this day or later.")
@click.option("--to", "until", metavar="DAY", help="Only what was published on this day or earlier.")
@click.option("--outlet", metavar="NAME", help="Only what this outlet published.")
@click.option("--search", metavar="TEXT", help='Only where these words, "phrases" and beginnings* stand.')
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Items a page.")
@click.option("--after", metavar="ID", help="Go on after this item.")
@json_option
def ledger(where: str, of: str, limit: int, after: str | None, as_json: bool, **asked: str | None) -> None:  # noqa: FBT001
    """List what a case holds, as of its newest run: propositions first that most independent origins speak to.

    \b
    counterclaim ledger --status contested
    counterclaim ledger --entity Iran --frame transfer --from 2022-08 --to 2022-12
    counterclaim ledger --of claims --search '"suicide drones" deliver*'
    counterclaim ledger --of documents --outlet Reuters --json

    Filters must hold of one and the same claim. A DAY may be a month or a year. --search looks into the words that a
    claim rests on; with --of documents into the whole text, with --of entities into the names. counterclaim show
    shows what is behind an id.

    Exit code 0: listed, even if nothing was found; 1: the case cannot be read; 2: wrong usage.
    """
    wanted = _filter(of, asked)
    with opened_store(where) as store:
        if of in {"refused", "corrections", "runs"}:
            _whole(store, of, limit, after, as_json=as_json)
            return
        page = _PAGES[of](store, wanted, limit, after)
        if not page.total:
            _check_known(asked)
        if as_json:
            print_json({of: _objects(store, of, page), "total": page.total, "after": page.after})
        else:
            print_text(_text(store, of, page))


def _filter(of: str, asked: dict[str, str | None]) -> "Filter":
    """The filter that the options ask for. Raises click.UsageError for one that the list does not know."""
    from counterclaim.store.lists import Filter

    asked["since"] = day(asked["since"], "--from", last=False)
    asked["until"] = day(asked["until"], "--to", last=True)
    known = _FILTERS[of]
    for name, value in asked.items():
        if value is not None and name not in known:
            option = {"since": "from", "until": "to"}.get(name, name)
            raise click.UsageError(f"--{option} does not go with --of {of}")
        if value is not None and not value.strip():
            raise click.UsageError(f"--{name} is empty")
    return Filter(**asked)


def _check_known(asked: dict[str, str | None]) -> None:
    """Say so where nothing was found because no frame or stage is called what was asked for: a slip of the pen is no
    finding. Raises click.UsageError."""
    from counterclaim.lexicon.tables import lexicon

    tables = lexicon().frames
    frames = {*tables, "statement"}
    stages = {*(stage for table in tables.values() for stage in table.stages), *map(str, Stance), *frames}
    for name, known in (("frame", frames), ("stage", stages)):
        value = asked[name]
        if value is not None and value not in known:
            raise click.UsageError(f"no {name} is called {value!r}; there are {', '.join(sorted(known))}")


_PAGES: dict[str, Callable[["Store", "Filter", int, str | None], "Page[Any]"]] = {
    "propositions": lambda store, wanted, limit, after: store.propositions(wanted, limit=limit, after=after),
    "claims": lambda store, wanted, limit, after: store.claims(wanted, limit=limit, after=after),
    "entities": lambda store, wanted, limit, after: store.entities(wanted, limit=limit, after=after),
    "documents": lambda store, wanted, limit, after: store.documents(wanted, limit=limit, after=after),
}


def _objects(store: "Store", of: str, page: "Page[Any]") -> list[dict[str, Any]]:
    from counterclaim.cli.case_json import objects, standing_object

    if of == "documents":
        return [standing_object(item) for item in page.items]
    about: dict[str, tuple[Any, ...]] = {}
    if of == "propositions":
        for section in ("register_checks", "regimes"):
            about[section] = tuple(found for item in page.items for found in store.about(section, item.id))
    return objects(of, page.items, **about)


def _text(store: "Store", of: str, page: "Page[Any]") -> str:
    from counterclaim.cli import case_views

    if of == "claims":
        blocks: Iterable[str] = case_views.claims_text(page.items, case_views.documents_of(store, page.items))
    else:
        show: dict[str, Callable[[Any], str]] = {
            "propositions": case_views.proposition_block,
            "entities": case_views.entity_block,
            "documents": case_views.document_block,
        }
        blocks = map(show[of], page.items)
    return case_views.listed(blocks, _note(of, page))


def _note(of: str, page: "Page[Any]") -> str:
    """How much of the list was shown, and how to see more."""
    shown = f"{len(page.items):,} of {_counted(page.total, of)}"
    more = f"; go on with --after {page.after}" if page.after else ""
    return f"{shown}{more}. {DISCLAIMER}"


def _counted(number: int, of: str) -> str:
    singular = _SINGULAR.get(of, of[:-1])
    return counted(number, singular) if number == 1 or not singular.endswith("y") else f"{number:,} {of}"


def _whole(store: "Store", of: str, limit: int, after: str | None, *, as_json: bool) -> None:
    """Lists without filters: what was refused, corrections and runs. They go on after a number."""
    from counterclaim.case import Case
    from counterclaim.cli.case_json import correction_object, objects, run_object
    from counterclaim.cli.case_views import correction_block, refusal_block, run_block

    known: dict[str, tuple[Callable[[], list[Any]], Callable[[Any], str], Callable[[Any], Any]]] = {
        "runs": (store.runs, run_block, run_object),
        "corrections": (store.corrections, correction_block, correction_object),
        "refused": (Case(store).refused, refusal_block, lambda refusal: objects("refused", [refusal])[0]),
    }
    found, show, written = known[of]
    items = found()
    start = _number(after, len(items))
    page, end = items[start : start + limit], min(start + limit, len(items))
    if as_json:
        print_json({of: [*map(written, page)], "total": len(items), "after": str(end) if end < len(items) else None})
        return
    more = f"; go on with --after {end}" if end < len(items) else ""
    blocks = "\n".join(map(show, page))
    print_text((blocks + "\n\n" if blocks else "") + f"{len(page):,} of {_counted(len(items), of)}{more}\n")


def _number(after: str | None, total: int) -> int:
    if after is None:
        return 0
    if not after.isascii() or not after.isdigit() or int(after) > total:
        raise click.UsageError(f"--after wants a number up to {total:,} here")
    return int(after)
