"""`counterclaim export`: a case in the formats of other tools."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.cli import output
from counterclaim.cli.case_options import case_option, json_option, opened_store, print_json
from counterclaim.errors import LedgerError
from counterclaim.exports.wording import clean, counted

if TYPE_CHECKING:
    from counterclaim.exports.formats import Export
    from counterclaim.records import Ledger
    from counterclaim.store.store import Store

    _ParamType = click.ParamType["Export"]
else:
    _ParamType = click.ParamType  # which older versions of click do not let be subscripted


class _Format(_ParamType):
    """The name of a format. The formats are looked up when a name is there to be checked: --help needs none of them."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Export":
        from counterclaim.exports.formats import FORMATS

        if value not in FORMATS:
            self.fail(f"{clean(str(value))!r} is none of {', '.join(FORMATS)}", param, ctx)
        return FORMATS[value]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:  # noqa: ARG002
        from click.shell_completion import CompletionItem

        from counterclaim.exports.formats import FORMATS

        return [CompletionItem(e.name, help=e.about) for e in FORMATS.values() if e.name.startswith(incomplete)]


@click.command()
@click.argument("form", metavar="FORMAT", type=_Format())
@case_option
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="The file to write.")
@click.option("--force", is_flag=True, help="Let --out write over a file that exists.")
@click.option("--story", metavar="ID", help="Only this story, and what other reports say to the same claims.")
@click.option("--run", metavar="RUN", help="An older run, such as r:3.  [default: the newest]")
@json_option
def export(
    form: "Export",
    where: str,
    out: Path,
    force: bool,  # noqa: FBT001
    story: str | None,
    run: str | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Write a case in the format of another tool.

    \b
    json         the whole ledger            csv, parquet   tables, in a zip
    html         one page to look at         brief          a Word document for print
    ftm          FollowTheMoney entities     stix           a STIX 2.1 bundle
    graphml      network, for Cytoscape      gexf           network, for Gephi
    claimreview  schema.org, no rating       plover, cameo  event rows

    \b
    counterclaim export brief --story s:1f60 --out brief.docx
    counterclaim export ftm --out drones.ftm.json
    counterclaim export csv --out tables.zip --force

    Exit code 0: written; 1: the case cannot be read, or the file not be written; 2: wrong usage.
    """
    output.check(out, force=force)
    with opened_store(where) as store:
        form.check()
        ledger = store.ledger(_ordinal(run))
        if story is not None:
            ledger = _of_story(ledger, story)
        output.write(out, _pieces(store, form, ledger), force=force)
        told = {"claims": len(ledger.claims), "documents": len(ledger.documents)}
    if as_json:
        print_json({"format": form.name, "out": str(out), "bytes": out.stat().st_size} | told)
    else:
        claims, documents = counted(told["claims"], "claim"), counted(told["documents"], "document")
        click.echo(f"wrote {clean(str(out))}: {claims} of {documents}", err=True)


def _ordinal(run: str | None) -> int | None:
    from counterclaim.cli.diff import ordinal

    return None if run is None else ordinal(run)


def _of_story(ledger: "Ledger", story: str) -> "Ledger":
    from counterclaim.exports.brief import of_story

    wanted = story.strip().lower()
    known = [s.id for s in ledger.stories if s.id.startswith((wanted, f"s:{wanted}"))]
    if len(known) > 1 and wanted not in known:
        raise LedgerError(f"several stories have ids that begin so: {', '.join(known[:6])}")
    return of_story(ledger, known[0] if known else wanted)


def _pieces(store: "Store", form: "Export", ledger: "Ledger") -> Iterable[bytes]:
    """The file; a page is shown with the sections of its reports, which the case knows and a ledger does not."""
    if form.name != "html":
        return form.write(ledger)
    from counterclaim.exports.html import to_html

    shown = {document.id for document in ledger.documents}
    sections = {r.document.id: r.sections for r in store.readings() if r.document.id in shown}
    return [to_html(ledger, sections).encode("utf-8", "backslashreplace")]
