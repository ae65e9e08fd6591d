"""`counterclaim screen` as people and scripts use it: what it prints, where, and with which exit code."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import screen as module
from counterclaim.cli.screen import screen
from counterclaim.cli.screen_questions import Question, read_questions
from counterclaim.cli.screen_view import to_table
from counterclaim.errors import InputRefused
from counterclaim.records import Refusal
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.screen import screen as screened
from tests.registers.screen_samples import register

SAMPLE = register()


@pytest.fixture(autouse=True)
def lists(monkeypatch: pytest.MonkeyPatch) -> list[Refusal]:
    """The command reads the sample register, and refuses what a test puts into the list."""
    refused: list[Refusal] = []
    monkeypatch.setattr(module, "_lists", lambda _: ((SAMPLE,), refused))
    return refused


def run(*arguments: str) -> Result:
    return CliRunner().invoke(screen, arguments)


def found(*arguments: str) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def test_a_name_and_how_its_score_comes_about() -> None:
    result = run("Gholamreza Tabarestani")
    assert (result.exit_code, result.stderr) == (0, "")
    for part in ("1 hit", "sample P1", "listed 2024-02-03", "sample 2025-01-31 abababababab", "family name", "= 1.00"):
        assert part in result.stdout
    assert "A possible is no hit" in result.stdout


def test_nothing_fits() -> None:
    result = run("Elizabeth Umbermann")
    assert result.exit_code == 0
    assert "Elizabeth Umbermann: no entry fits" in result.stdout


def test_json_has_every_name_with_its_hits() -> None:
    answer = found("Gholamreza Tabarestani", "Nobody Atall", "--kind", "person", "--born", "1961", "--country", "ir")
    assert [name["name"] for name in answer["names"]] == ["Gholamreza Tabarestani", "Nobody Atall"]
    first = answer["names"][0]
    assert (first["kind"], first["countries"], first["born"]) == ("person", ["IR"], ["1961"])
    hit = first["hits"][0]
    assert (hit["register"], hit["entry"], hit["verdict"], hit["listed"]) == ("sample", "P1", "hit", "2024-02-03")
    assert min(1.0, sum(hit["features"].values())) == pytest.approx(hit["score"], abs=1e-3)
    assert answer["names"][1]["hits"] == []
    assert answer["registers"][0]["label"] == hit["list_version"]


def test_a_kind_leaves_out_others() -> None:
    assert found("Ocean Marigold", "--kind", "person")["names"][0]["hits"] == []
    assert found("Ocean Marigold", "--kind", "ship")["names"][0]["hits"] != []


@pytest.mark.parametrize("width", [60, 160])
def test_it_fits_the_terminal(width: int) -> None:
    questions = [Question("Gholamreza Tabarestani"), Question("V. Petrushenkov"), Question("Nobody")]
    index = ScreeningIndex.of([SAMPLE])
    text = to_table([(q, screened(q.name, index)) for q in questions], index.versions, width=width)
    lines = text.splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    assert "1 name of 3 without an entry that fits" in text


def test_a_reader_can_recount_the_score() -> None:
    text = run("V. Petrushenkov").stdout
    terms = [float(term) for term in re.findall(r"^ +([+-]\d\.\d\d) ", text, re.MULTILINE)]
    sums = [float(total) for total in re.findall(r"= (\d\.\d\d)", text)]
    assert sums
    assert sum(terms) == pytest.approx(sum(sums), abs=0.02 * len(terms))


def test_control_characters_are_shown_as_such() -> None:
    result = run("Gholamreza \x1b[31mTabarestani\u202e")
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


def test_markup_in_a_name_is_a_name() -> None:
    assert "[bold]Nobody[/bold]: no entry fits" in run("[bold]Nobody[/bold]").stdout


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "give a name"),
        (("X", "--country", "Iran"), "ISO codes of two letters"),
        (("X", "--born", "9 April 1967"), "a year or an ISO date"),
        (("X", "--kind", "planet"), "planet"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], problem: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert problem in result.stderr


def test_an_empty_name_is_refused_and_the_rest_goes_on() -> None:
    result = run("", "Gholamreza Tabarestani", " ")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["not used: a name on the command line: no name"] * 2
    assert "1 hit" in result.stdout


def test_a_list_that_cannot_be_read_is_named(lists: list[Refusal]) -> None:
    lists.append(Refusal("lists/bad.xml", "register not loaded", "fetch it again"))
    result = run("Gholamreza Tabarestani")
    assert result.exit_code == 1
    assert result.stderr == "not used: lists/bad.xml: register not loaded (fetch it again)\n"
    assert "1 hit" in result.stdout


def test_a_table_of_names(tmp_path: Path) -> None:
    table = tmp_path / "names.csv"
    table.write_text(
        "name,kind,country,born\n"
        '"Tabarestani, Gholamreza",person,IR,1961\n'
        "Ocean Marigold,ship,,\n"
        "\n"
        ",person,,\n"
        "Someone,planet,,\n"
        "Someone,,Iran,\n"
        "Someone,,,yesterday\n"
        "Someone,person,IR,1961,more\n"
        "Ocean Marigold,PERSON\n",
        encoding="utf-8",
    )
    result = run("--file", str(table), "--json")
    assert result.exit_code == 1
    assert [len(name["hits"]) > 0 for name in json.loads(result.stdout)["names"]] == [True, True, False]
    told = [line.removeprefix(f"not used: {table}, ") for line in result.stderr.splitlines()]
    assert [line.split(":")[0] for line in told] == ["line 5", "line 6", "line 7", "line 8", "line 9"]
    for line, problem in zip(
        told, ("no name", "unknown kind 'planet'", "no ISO code", "no year or ISO date", "more cells")
    ):
        assert problem in line


def test_a_list_of_names_and_options_for_all_of_them(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("\ufeffTabarestani, Gholamreza\r\n\r\nOcean Marigold\r\n", encoding="utf-8")
    answer = found("--file", str(names), "--kind", "person")
    assert [name["name"] for name in answer["names"]] == ["Tabarestani, Gholamreza", "Ocean Marigold"]
    assert [len(name["hits"]) for name in answer["names"]] == [1, 0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"name\n\xff\xfeX\n", "not UTF-8"),
        (None, "cannot be opened"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes | None, reason: str) -> None:
    table = tmp_path / "names.csv"
    if content is not None:
        table.write_bytes(content)
    with pytest.raises(InputRefused, match=reason):
        read_questions(table)
    result = run("--file", str(table))
    assert result.exit_code == 1
    assert reason in result.stderr


def test_hostile_rows(tmp_path: Path) -> None:
    table = tmp_path / "names.csv"
    table.write_text(f"name\n{'x' * 10_000}\n{'y' * 10_001}\n{'z' * 200_000}\nA\x00B\n", encoding="utf-8")
    questions, refused = read_questions(table)
    assert [len(question.name) for question in questions] == [10_000, 3]
    assert len(refused) == 2


def test_an_empty_file_is_no_question(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    assert read_questions(tmp_path / "empty.csv") == ((), ())


def test_lists_come_from_where_they_are_said_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path / "home"))
    result = run("Anybody")
    assert result.exit_code == 2
    assert "counterclaim registers load" in result.stderr
    result = run("Anybody", "--registers", str(tmp_path / "nowhere"))
    assert result.exit_code == 2
    assert "there is no" in result.stderr
