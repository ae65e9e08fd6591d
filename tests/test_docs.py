"""The documents say what is so: their commands, code and file names are the ones that work."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from counterclaim.cli.main import main
from counterclaim.cli.read import read as _read
from counterclaim.errors import LexiconError
from counterclaim.lexicon import tables

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a document in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(group: click.Group, name: str = "counterclaim") -> Iterator[tuple[str, click.Command]]:
    """Every command under a group, groups in groups included."""
    context = click.Context(group)
    for part in group.list_commands(context):
        command = group.get_command(context, part)
        assert command is not None
        yield f"{name} {part}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {part}")


def test_the_readme_has_the_two_set_up_commands_that_ci_runs() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert lines == [line for block in blocks(README, "") for line in block.splitlines() if line in lines]
    assert "counterclaim read examples" in lines[0]
    assert "check.sh" in lines[1]


@pytest.mark.parametrize("path", [".ci/run", "check.sh", "examples/agency_report.txt", "LICENSE", "NOTICE"])
def test_files_that_the_documents_and_ci_rely_on(path: str) -> None:
    assert (ROOT / path).is_file()


PATHS = sorted(set(re.findall(r"`([\w/]+/[\w./]*|\w+\.(?:md|toml))`", README + CONTRIBUTING)))
TO_COME = {"src/counterclaim/lexicon/frames/NAME.yaml"}


@pytest.mark.parametrize("path", [path for path in PATHS if path not in TO_COME])
def test_files_that_the_documents_name(path: str) -> None:
    assert (ROOT / path).exists() or (ROOT / "src/counterclaim" / path).exists()


def test_ci_can_be_started() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_check_runs_every_check_that_contributing_names() -> None:
    check = (ROOT / "check.sh").read_text(encoding="utf-8")
    for tool in ("ruff check", "ruff format --check", "mypy", "lint-imports", "python -m pytest"):
        assert tool in check
        assert tool in CONTRIBUTING


def test_the_readmes_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    [block] = blocks(README, "python")
    monkeypatch.chdir(ROOT)
    exec(compile(block, "README.md", "exec"), {})  # noqa: S102  (the project's own text)
    assert capsys.readouterr().out


@pytest.mark.parametrize(("name", "command"), list(commands(main)))
def test_every_command_has_help(name: str, command: click.Command) -> None:
    result = CliRunner().invoke(main, [*name.split()[1:], "--help"])
    assert result.exit_code == 0
    assert command.help
    assert name in f"{README} {command.help}"


@pytest.mark.parametrize(("name", "command"), list(commands(main)))
def test_every_option_has_help(name: str, command: click.Command) -> None:
    shown = CliRunner().invoke(main, [*name.split()[1:], "--help"]).stdout
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.opts[0] in shown
            assert option.help or isinstance(option.type, click.Choice), f"{name} {option.opts[0]}"


@pytest.mark.parametrize("line", re.findall(r"counterclaim (read [^`\n]*--[^`\n]*)`", README + CONTRIBUTING))
def test_options_in_the_documents_exist(line: str) -> None:
    known = {opt for option in _read.params for opt in option.opts}
    assert set(re.findall(r"--\w+", line)) <= known


def frame_block() -> str:
    [block] = blocks(CONTRIBUTING, "yaml")
    return block


def test_contributings_frame_is_one() -> None:
    table = yaml.safe_load(frame_block())
    frame = tables._frame(table)
    triggers = dict(tables._triggers(table, "CONTRIBUTING.md"))
    assert frame.name == "transfer"
    assert {kind for kinds in frame.wants.values() for kind in kinds} <= tables.KINDS
    assert {"supplied", "supply", "supplier"} <= {form for form, _ in triggers}
    assert set(frame.governors.values()) <= set(frame.stages)


def test_contributings_frame_has_the_keys_of_the_shipped_ones() -> None:
    shipped = yaml.safe_load((ROOT / "src/counterclaim/lexicon/frames/transfer.yaml").read_text(encoding="utf-8"))
    example = yaml.safe_load(frame_block())
    assert set(example) <= set(shipped)
    assert set(example["triggers"][0]) <= {key for trigger in shipped["triggers"] for key in trigger}


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("ARG0: supplier", "ARG0: seller", "no such role: seller"),
        ("from: supplier", "from: seller", "no such role: seller"),
        ("requires: [item]", "requires: [goods]", "no such role: goods"),
        ("stage: delivery", "stage: arrival", "no such stage: arrival"),
    ],
)
def test_what_contributing_says_is_checked_is_checked(right: str, wrong: str, message: str) -> None:
    broken = frame_block().replace(right, wrong)
    assert broken != frame_block()
    with pytest.raises(LexiconError, match=message) as caught:
        list(tables._triggers(yaml.safe_load(broken), "transfer.yaml"))
    assert str(caught.value).startswith("transfer.yaml, supply.01: ")


def test_contributing_lists_every_kind() -> None:
    [listed] = re.findall(r"^The kinds \((.*?)\)", CONTRIBUTING, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", listed)) == tables.KINDS


def test_the_readme_names_every_frame() -> None:
    [row] = [line for line in README.splitlines() if "frames:" in line]
    named = set(re.findall(r"\w+", row.partition("frames:")[2].partition("|")[0]))
    assert named == {*tables.lexicon().frames, "statement"}  # what is said without an event needs no file
