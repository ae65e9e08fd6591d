"""The ledger as flat tables with typed columns: what the CSV and Parquet exports write.

Ids of several things stand in one cell with spaces between, texts of several with "; ".
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.exports.table_rows import (
    attributions,
    checks,
    claims,
    counts,
    documents,
    entities,
    figures,
    fillers,
    hits,
    lineages,
    mentions,
    origins,
    propositions,
    refused,
    regimes,
    registers,
    stories,
    utterances,
)
from counterclaim.exports.told import Told, plain

Cell = str | int | float | bool | None
TEXT, WHOLE, NUMBER, TRUTH = "text", "whole number", "number", "yes or no"
_KINDS = {"#": WHOLE, "~": NUMBER, "?": TRUTH}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and the kind of its cells, one of TEXT, WHOLE, NUMBER and TRUTH."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row is, its columns, and the rows of a ledger."""

    name: str
    about: str
    columns: tuple[Column, ...]
    make: Callable[[Told], Iterable[Sequence[Cell]]]

    def rows(self, told: Told) -> Iterator[list[Cell]]:
        """The rows, each with one cell a column. Texts are made such that every format can hold them."""
        for row in self.make(told):
            yield [_fit(cell) for cell in row]


def _fit(cell: Cell) -> Cell:
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    return plain(cell) if isinstance(cell, str) else cell


def _table(name: str, about: str, columns: str, make: Callable[[Told], Iterable[Sequence[Cell]]]) -> Table:
    """A table of columns named in one string; # marks whole numbers, ~ numbers, ? yes or no."""
    named = (Column(word.lstrip("#~?"), _KINDS.get(word[0], TEXT)) for word in columns.split())
    return Table(name, about, tuple(named), make)


TABLES = (
    _table(
        "documents",
        "A report that was read.",
        "id path title outlet published language credits byline dateline sha256 story lineage #claims",
        documents,
    ),
    _table(
        "claims",
        "What one source claims at one place of one report: who, what, with which certainty, in which words.",
        "id document section frame stage source source_entities stance commitment factuality roles trigger "
        "#trigger_start #trigger_end evidence #evidence_start #evidence_end ~quantity_low ~quantity_high "
        "quantity_bound quantity_unit quantity_text ~value_low ~value_high value_bound value_currency value_text "
        "time_start time_end time_text time_anchor place place_entity rule propositions status",
        claims,
    ),
    _table(
        "fillers",
        "What stands in one role of a claim.",
        "claim document role text #start #end entity name",
        fillers,
    ),
    _table(
        "attributions",
        "One link of the chain from a report to what is claimed; link 1 is the outermost source.",
        "claim document #link source #source_start #source_end source_entity source_name cue #cue_start #cue_end "
        "stance medium time_start time_end time_text time_anchor",
        attributions,
    ),
    _table(
        "propositions",
        "What several claims claim, without a speaker; the status says how independent origins stand to it.",
        "id frame stage summary status standing #origins #claims claim_ids denied_by documents sources roles "
        "?figure_conflict reasons",
        propositions,
    ),
    _table(
        "origins",
        "An independent origin of a proposition.",
        "proposition kind label #claims claim_ids",
        origins,
    ),
    _table(
        "figures",
        "A figure that claims of a proposition give.",
        "proposition stage ~low ~high bound unit claim_ids",
        figures,
    ),
    _table(
        "entities",
        "A thing that reports name.",
        "id type name aliases #mentions documents",
        entities,
    ),
    _table("mentions", "Where a report names an entity.", "entity document #start #end", mentions),
    _table("stories", "Reports about one happening.", "id title documents", stories),
    _table("lineages", "Reports that come from one origin.", "id kind label documents reasons", lineages),
    _table(
        "utterances",
        "One speaker on one occasion, quoted by several reports.",
        "id speaker name label documents claim_ids reason",
        utterances,
    ),
    _table(
        "hits",
        "An entity and the register entry that it was held against; a possible one is no hit.",
        "entity entity_name register entry name kind verdict ~score listed list_version features",
        hits,
    ),
    _table(
        "checks",
        "One target of a sanction claim against the imposer's register.",
        "proposition register list_version target entity outcome verdict entry name listed ~score note window_start "
        "window_end dated claim_ids check_note",
        checks,
    ),
    _table(
        "counts",
        "A stated number of targets against the entries of that imposer and day.",
        "proposition register list_version ~low ~high bound unit #listed date kind ?fits note",
        counts,
    ),
    _table(
        "regimes",
        "An embargo or sanctions regime that bears on a transfer.",
        "proposition regime name authority side answer basis start end missing note sources",
        regimes,
    ),
    _table(
        "registers",
        "A version of a register that was screened against.",
        "label register publisher format sha256 #entries published date_from",
        registers,
    ),
    _table("refused", "An input that was not read, and why.", "path reason advice", refused),
)
