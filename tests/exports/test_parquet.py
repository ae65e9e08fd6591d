import io
import sys

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from counterclaim.errors import LedgerError
from counterclaim.exports.parquet import to_parquet
from counterclaim.exports.tables import TABLES, Table
from counterclaim.exports.told import NOTICE, Told, plain
from counterclaim.records import Ledger
from tests.exports.export_samples import HOSTILE, full, hostile, unpacked, whole

FULL = {name: pq.read_table(io.BytesIO(data)) for name, data in unpacked(whole(to_parquet(full()))).items()}
KINDS = {"text": "string", "whole number": "int64", "number": "double", "yes or no": "bool"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_typed_columns_and_the_rows_of_the_ledger(table: Table) -> None:
    read = FULL[f"{table.name}.parquet"]
    assert {field.name: str(field.type) for field in read.schema} == {c.name: KINDS[c.kind] for c in table.columns}
    expected = [dict(zip(read.schema.names, row, strict=True)) for row in table.rows(Told(full()))]
    assert read.to_pylist() == expected


def test_the_file_says_what_it_is_worth() -> None:
    assert FULL["claims.parquet"].schema.metadata[b"notice"].decode() == NOTICE


def test_an_empty_table_keeps_its_columns() -> None:
    files = unpacked(whole(to_parquet(Ledger((), (), ()))))
    read = pq.read_table(io.BytesIO(files["hits.parquet"]))
    assert read.num_rows == 0
    assert str(read.schema.field("score").type) == "double"


@pytest.mark.parametrize("text", ["".join(HOSTILE[:10]), HOSTILE[10]], ids=["mixed", "long"])
def test_hostile_words_come_back(text: str) -> None:
    read = pq.read_table(io.BytesIO(unpacked(whole(to_parquet(hostile(text))))["claims.parquet"]))
    assert read.column("evidence").to_pylist() == [plain(claim.evidence.text) for claim in hostile(text).claims]


def test_without_duckdb_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(LedgerError, match=r"counterclaim\[parquet\]"):
        whole(to_parquet(full()))
