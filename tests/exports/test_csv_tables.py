import csv
import io

import pytest
from hypothesis import given, settings

from counterclaim.exports.csv_tables import guarded, to_csv
from counterclaim.exports.tables import TABLES
from counterclaim.exports.told import plain
from counterclaim.records import Ledger
from tests.exports.export_samples import HOSTILE, full, hostile, unpacked, whole
from tests.exports.ledgers import ledgers
from tests.strategies import ANY_TEXT


def read(content: bytes) -> dict[str, list[dict[str, str]]]:
    """The tables as Python's own reader sees them."""
    files = {name: data for name, data in unpacked(content).items() if name.endswith(".csv")}
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        for name, data in files.items()
    }


def taken_off(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from running it."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


TABLE = read(whole(to_csv(full())))


def test_every_table_is_there_with_its_columns() -> None:
    files = unpacked(whole(to_csv(full())))
    assert list(files) == ["README.txt", *(f"{table.name}.csv" for table in TABLES)]
    for table in TABLES:
        assert files[f"{table.name}.csv"].startswith(b"\xef\xbb\xbf")
        assert all(list(row) == [column.name for column in table.columns] for row in TABLE[table.name])
        assert TABLE[table.name], table.name
        assert f"{table.name}.csv: {table.about}" in files["README.txt"].decode()


def test_a_claim_has_its_source_its_certainty_its_words_and_its_standing() -> None:
    denied = next(row for row in TABLE["claims"] if row["evidence"] == "Norland denied that it sold tanks to Ostria")
    assert denied["source"] == "Norland"
    assert (denied["factuality"], denied["commitment"]) == ("CT-", "denies")
    assert denied["status"] == "contested"
    assert denied["roles"] == "supplier: Norland; recipient: Ostria; item: tanks"
    sold = next(row for row in TABLE["claims"] if row["source"] == "Ada Berg")
    assert (sold["quantity_low"], sold["quantity_bound"], sold["quantity_unit"]) == ("40", "exact", "tanks")
    assert (sold["time_start"], sold["time_end"]) == ("2030-03-01", "2030-03-31")


def test_spans_and_ids_lead_back_to_the_report() -> None:
    texts = {document.id: document.text for document in full().documents}
    for row in TABLE["claims"]:
        assert texts[row["document"]][int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence"]
    known = {row["id"] for row in TABLE["claims"]}
    assert {i for row in TABLE["propositions"] for i in row["claim_ids"].split()} <= known


def test_registers_hits_and_checks_name_the_version_of_the_list() -> None:
    labels = {row["label"] for row in TABLE["registers"]}
    assert {row["list_version"] for name in ("hits", "checks", "counts") for row in TABLE[name]} <= labels
    possible = next(row for row in TABLE["hits"] if row["entity_name"] == "Bo Lund")
    assert possible["verdict"] == "possible"
    assert "family name spelled otherwise +0.35 (Lund/Lunde)" in possible["features"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1 tank", "'-1 tank"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("1 = 1", "1 = 1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert guarded(text) == cell


@given(ANY_TEXT)
def test_the_apostrophe_can_be_taken_off_again(text: str) -> None:
    assert taken_off(guarded(text)) == text


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_from_the_table(text: str) -> None:
    csv.field_size_limit(1 << 24)
    tables = read(whole(to_csv(hostile(text))))
    for claim, row in zip(hostile(text).claims, tables["claims"], strict=True):
        assert taken_off(row["evidence"]) == plain(claim.evidence.text)
    for cell in (cell for rows in tables.values() for row in rows for cell in row.values()):
        assert not cell.startswith(("=", "@", "\t", "\r"))
        assert not cell.startswith(("+", "-")) or _number(cell)


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@given(ledgers())
@settings(max_examples=12)
def test_any_ledger_is_read_back_row_by_row(ledger: Ledger) -> None:
    tables = read(whole(to_csv(ledger)))
    assert [len(tables[name]) for name in ("documents", "claims", "hits")] == [
        len(ledger.documents), len(ledger.claims), len(ledger.hits)
    ]  # fmt: skip
