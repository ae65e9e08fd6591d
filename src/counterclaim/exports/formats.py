"""The formats that a ledger can be exported to. A new one is a file beside this one and a line in FORMATS."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from types import MappingProxyType

from counterclaim.errors import LedgerError
from counterclaim.exports.brief_docx import to_docx
from counterclaim.exports.claim_review import to_claim_review
from counterclaim.exports.csv_tables import to_csv
from counterclaim.exports.event_rows import to_cameo, to_plover
from counterclaim.exports.followthemoney import to_ftm
from counterclaim.exports.gexf import to_gexf
from counterclaim.exports.graphml import to_graphml
from counterclaim.exports.html import to_html
from counterclaim.exports.ledger_json import to_json
from counterclaim.exports.parquet import to_parquet
from counterclaim.exports.stix import to_stix
from counterclaim.exports.told import encoded
from counterclaim.records import Ledger

_MODULES = {"parquet": "duckdb", "brief": "docx"}  # what each extra of the package brings


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its name, what it is for, the ending of its files, how it is written, and the extras that it needs.

    ``write`` gives the file in pieces, of which the first may come late; written one after the other they are the
    file. It raises LedgerError where an extra is not installed.
    """

    name: str
    about: str
    suffix: str
    write: Callable[[Ledger], Iterator[bytes]]
    needs: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise LedgerError, with what to install, where an extra is missing: before anything else is done."""
        for extra in self.needs:
            if find_spec(_MODULES[extra]) is None:
                raise LedgerError(f"the format {self.name} needs an extra: pip install counterclaim[{extra}]")


def _json(ledger: Ledger) -> Iterator[bytes]:
    return encoded([to_json(ledger)])


def _html(ledger: Ledger) -> Iterator[bytes]:
    """The page; without the sentences' sections, which a ledger does not hold, each report is shown as one body."""
    return encoded([to_html(ledger)])


FORMATS: Mapping[str, Export] = MappingProxyType(
    {
        export.name: export
        for export in (
            Export("json", "the whole ledger, which can be read back", ".json", _json),
            Export("html", "one page to look at, which loads nothing", ".html", _html),
            Export("brief", "a Word document for print", ".docx", to_docx, ("brief",)),
            Export("csv", "a zip of tables for spreadsheets", ".zip", to_csv),
            Export("parquet", "a zip of typed tables for databases", ".zip", to_parquet, ("parquet",)),
            Export("ftm", "FollowTheMoney entities, for Aleph and OpenSanctions' tools", ".ftm.json", to_ftm),
            Export("stix", "a STIX 2.1 bundle, for threat intelligence platforms", ".stix.json", to_stix),
            Export("graphml", "the network of actors, for yEd, Cytoscape, NetworkX", ".graphml", to_graphml),
            Export("gexf", "the network of actors, for Gephi", ".gexf", to_gexf),
            Export("claimreview", "schema.org ClaimReview without a rating", ".jsonld", to_claim_review),
            Export("plover", "event rows with PLOVER's codes", ".tsv", to_plover),
            Export("cameo", "event rows with CAMEO's codes", ".tsv", to_cameo),
        )
    }
)
