"""`counterclaim registers` as people and scripts use it: what it prints, where, and with which exit code."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli.registers import registers

EXAMPLES = Path(__file__).parents[2] / "examples" / "registers"
CANADA = EXAMPLES / "canada_sema.xml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in, with a library of its own and a wide terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "160")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    """Run `counterclaim registers` inside this process."""
    return CliRunner().invoke(registers, [str(argument) for argument in arguments])


def newer(folder: Path) -> Path:
    """Canada's list of a later day: one entry is gone, one has come, one says otherwise."""
    text = CANADA.read_text(encoding="utf-8").replace("2025-02-21", "2025-06-01").replace(">Asadi<", ">Assadi<")
    text = text.replace("<Item>67</Item>", "<Item>670</Item>").replace(">Nazeri<", ">Nasiri<")
    path = folder / "newer.xml"
    path.write_text(text, encoding="utf-8")
    return path


def test_load_shows_what_it_kept(here: Path) -> None:
    result = run("load", EXAMPLES)
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[0] == "register day digest format entries names persons organisations ships aircraft".split()
    assert rows[2][:2] + rows[2][3:] == "un 2026-02-27 un-xml 8 24 2 6 0 0".split()
    assert (here / "home" / "registers" / "uk").is_dir()


@pytest.mark.parametrize("columns", [60, 100, 120, 160])
def test_every_line_fits_the_terminal(here: Path, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    run("load", EXAMPLES)
    for command in (("list",), ("diff", CANADA, newer(here))):
        result = run(*command)
        assert result.exit_code == 0
        assert "…" not in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= columns
        assert not any(line.endswith(" ") for line in result.stdout.splitlines())


def test_list_as_json(here: Path) -> None:
    run("load", CANADA, "--library", "mine")
    run("load", newer(here), "--library", "mine")
    result = run("list", "--library", "mine", "--json")
    found = json.loads(result.stdout)
    assert found["library"] == "mine"
    assert [(row["published"], row["current"]) for row in found["registers"]] == [
        ("2025-06-01", True),
        ("2025-02-21", False),
    ]
    assert found["registers"][1] | {"added": "", "folder": ""} == {
        "register": "canada",
        "publisher": "Global Affairs Canada",
        "format": "canada-xml",
        "sha256": found["registers"][1]["sha256"],
        "entries": 15,
        "published": "2025-02-21",
        "date_from": "latest listing",
        "names": 34,
        "kinds": {"organisation": 3, "person": 11, "ship": 1},
        "problems": 0,
        "added": "",
        "folder": "",
        "current": False,
    }


def test_an_empty_library(here: Path) -> None:
    result = run("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "`counterclaim registers load PATH` reads them" in result.stderr
    assert json.loads(run("list", "--json").stdout)["registers"] == []


def test_what_is_not_read_is_named_and_the_rest_kept(here: Path) -> None:
    shutil.copytree(EXAMPLES, here / "lists")
    (here / "lists" / "broken.xml").write_text(CANADA.read_text(encoding="utf-8")[:3_000], encoding="utf-8")
    (here / "lists" / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with (here / "lists" / "ofac" / "alt.csv").open("a", encoding="utf-8") as file:
        file.write("1,2\n" * 12)
    result = run("load", "lists", "nowhere")
    assert result.exit_code == 1
    told = result.stderr.splitlines()
    assert len([line for line in result.stdout.splitlines() if line]) == 5
    assert told[0].startswith("not read: lists/broken.xml: not loaded (lists/broken.xml: truncated")
    assert told[1] == "not read: lists/ofac/sdn.csv: alt.csv, line 41: 2 columns where 5 belong; it is left out"
    assert told[11] == "not read: lists/ofac/sdn.csv: and 2 more problems"
    assert told[12].startswith("not read: lists/other.csv: unknown register format (known are lists of ofac, un, uk")
    assert told[13].startswith("not read: nowhere: not loaded (nowhere: missing file")


def test_load_without_a_path_is_wrong_usage(here: Path) -> None:
    assert run("load").exit_code == 2


def test_diff_of_the_two_newest_versions(here: Path) -> None:
    run("load", CANADA)
    run("load", newer(here))
    result = run("diff", "canada")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("canada 2025-02-21 ")
    assert lines[0].endswith(": 1 added, 1 removed, 2 changed")
    assert "+ iran-1-part-2-670  Abualfazl Nasiri (person, listed 2023-04-28)" in lines
    assert "- iran-1-part-2-67  Abualfazl Nazeri (person, listed 2023-04-28)" in lines
    at = lines.index("~ iran-1-part-2-68  Mohsen Assadi (person, listed 2023-04-28)")
    assert lines[at + 1] == "    names: added primary name “Mohsen Assadi”; removed primary name “Mohsen Asadi”"


def test_diff_of_files_and_kept_versions(here: Path) -> None:
    file = newer(here)
    without = run("diff", file)
    assert (without.exit_code, without.stdout) == (1, "")
    assert "no other version of canada is kept" in without.stderr
    run("load", CANADA)
    expected = json.loads(run("diff", CANADA, file, "--json").stdout)
    assert [len(expected[key]) for key in ("added", "removed", "changed")] == [1, 1, 2]
    assert expected["changed"][0].keys() == {"id", "name", "changes"}
    assert json.loads(run("diff", file, "--json").stdout) == expected
    assert json.loads(run("diff", "canada@2025-02-21", file, "--json").stdout) == expected


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("canada",), "no version before canada 2025-02-21"),
        (("eu",), "eu: no such version in"),
        (("canada", "uk"), "are different registers"),
        (("canada", "nowhere.xml"), "nowhere.xml: no file and no register has this name"),
    ],
)
def test_diff_says_what_it_cannot_compare(here: Path, arguments: tuple[str, ...], says: str) -> None:
    run("load", EXAMPLES)
    result = run("diff", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert says in result.stderr


def test_control_characters_do_not_reach_the_terminal(here: Path) -> None:
    text = CANADA.read_text(encoding="utf-8").replace(">Asadi<", ">As&#x9b;31madi&#x202e;<")
    (here / "a\x1b[31m.xml").write_text(text, encoding="utf-8")
    (here / "bad\x1b[31m.xml").write_text("<data-set>", encoding="utf-8")
    for result in (run("load", here), run("diff", CANADA, here / "a\x1b[31m.xml"), run("diff", "\x1b[31m")):
        shown = result.stdout + result.stderr
        assert not set(shown) & set("\x1b\x9b\u202e")
