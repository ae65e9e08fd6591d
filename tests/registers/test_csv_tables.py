from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import RegisterError
from counterclaim.registers.csv_tables import LONGEST_LINE, encoding_of, read_rows, read_table


def table(
    folder: Path, content: str, needed: tuple[str, ...] = ("id", "name")
) -> tuple[list[dict[str, str]], list[str]]:
    """The rows of a table and its problems."""
    path = folder / "list.csv"
    path.write_text(content, encoding="utf-8", newline="")
    problems: list[str] = []
    return [dict(row) for row in read_table(path, needed, problems)], problems


def test_rows_by_the_names_of_their_columns(tmp_path: Path) -> None:
    rows, problems = table(tmp_path, '\ufeffid, name ,more\r\n1,"Berg, Anton",x\r\n\r\n2,"two\nlines",\r\n')
    assert rows == [{"id": "1", "name": "Berg, Anton", "more": "x"}, {"id": "2", "name": "two\nlines", "more": ""}]
    assert problems == []


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ("id,full_name\n", "“name” is missing"),
        ("number,title\n", "“id” and “name” are missing"),
        ("", "“id” and “name” are missing"),
        ("ID,NAME\n", "“id” and “name” are missing"),
    ],
)
def test_a_changed_header_names_the_columns_that_are_missing(tmp_path: Path, header: str, says: str) -> None:
    with pytest.raises(RegisterError, match=rf"list\.csv: the header has changed: {says}; fetch the list again"):
        table(tmp_path, header + "1,Anton\n")


@pytest.mark.parametrize(
    ("content", "ids", "problems"),
    [
        ("1,Ann\n2,Ben,x\n3,Cid\n", "1 3", ["line 3: 3 columns where 2 belong; it is left out"]),
        ("1,Ann\n2\n3,Cid\n", "1 3", ["line 3: 1 columns where 2 belong; it is left out"]),
        ('1,Ann\n2,"Ben\n3,Cid\n', "1 3", ["line 3: a quotation mark is left open; the row is left out"]),
        (
            '1,Ann\n2,"Ben\n3,Cid\n4,"Dan"\n5,Eve\n',
            "1 3 4 5",
            ["line 3: a quotation mark is left open; the row is left out"],
        ),
        ('1,Ann\n2,"Ben" Berg\n3,Cid\n', "1 2 3", []),
        ('1,Ann\n2,Ben "B" Berg\n3,Cid\n', "1 2 3", []),
        ("1,Ann\n\x1a", "1", []),
    ],
)
def test_a_broken_row_is_named_and_the_rest_goes_on(
    tmp_path: Path, content: str, ids: str, problems: list[str]
) -> None:
    rows, found = table(tmp_path, "id,name\n" + content)
    assert " ".join(row["id"] for row in rows) == ids
    assert found == [f"list.csv, {problem}" for problem in problems]


def test_a_quotation_mark_that_never_closes_costs_one_row(tmp_path: Path) -> None:
    lines = [f"{number},Name {number}" for number in range(5_000)]
    lines[5] = '5,"Name 5'
    rows, problems = table(tmp_path, "\n".join(["id,name", *lines]))
    assert [row["id"] for row in rows] == [str(number) for number in range(5_000) if number != 5]
    assert problems == ["list.csv, line 7: a quotation mark is left open; the row is left out"]


def test_a_line_has_a_bound(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="line 2: over 2,000,000 characters"):
        table(tmp_path, "id,name\n" + "x" * (LONGEST_LINE + 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,name\n1,Sándor\n", encoding=encoding)
    assert encoding_of(path) == ("utf-8-sig" if encoding == "utf-8" else encoding, 0)
    assert [dict(row) for row in read_table(path, ("id",), [])] == [{"id": "1", "name": "Sándor"}]


def test_a_few_damaged_bytes_cost_their_characters_only_and_are_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(("id,name\n" + "1,Şandör\n" * 100).encode() + b"2,S\xe1ndor\n")
    problems: list[str] = []
    rows = [row["name"] for row in read_table(path, ("id",), problems)]
    assert (rows[0], rows[-1]) == ("Şandör", "S\ufffdndor")
    assert problems == ["list.csv: 1 bytes that are not UTF-8; the characters that they were are lost"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(alphabet='a1",;\x1a\x00 é', max_size=12), max_size=12))
def test_every_line_is_in_a_row_or_named(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = tmp_path_factory.mktemp("rows") / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    problems: list[str] = []
    covered: set[int] = set()
    for row in read_rows(path, 3, problems):
        assert len(row.cells) == 3
        covered.update(range(row.line, row.line + 1 + sum(cell.count("\n") for cell in row.cells)))
    covered.update(int(problem.split("line ")[1].split(":")[0]) for problem in problems)
    assert {number for number, line in enumerate(lines, 1) if any(map(str.isalnum, line))} <= covered
