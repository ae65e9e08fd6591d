"""docs/tutorial.md and docs/registers.md run: every command, with what it prints."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli.main import main
from tests.console_blocks import Session, Step, steps

ROOT = Path(__file__).parent.parent
PAGES = {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("tutorial.md", "registers.md")}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, in which commands run; lists are kept in it, too."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("COUNTERCLAIM_CASE", raising=False)
    return tmp_path


def run(arguments: tuple[str, ...]) -> tuple[int, str]:
    """Run the program inside this process."""
    result = CliRunner().invoke(main, arguments, prog_name="counterclaim")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def saved(page: str) -> dict[str, str]:
    """The files that a page asks to save, by name."""
    return dict(re.findall(r"Save this as `([\w.]+)`:\n\n```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_the_page_runs_and_shows_what_the_page_shows(name: str, desk: Path) -> None:
    for file, text in saved(PAGES[name]).items():
        (desk / file).write_text(text, encoding="utf-8")
    session = Session(run)
    for step in steps(PAGES[name]):
        session.check(step)
        if "--out" in step.arguments:
            assert Path(step.arguments[step.arguments.index("--out") + 1]).stat().st_size > 1_000


def tutorial() -> list[Step]:
    """The commands of the tutorial."""
    return list(steps(PAGES["tutorial.md"]))


def test_the_tutorial_installs_as_the_readme_does() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [line] = [line for line in PAGES["tutorial.md"].splitlines() if line.startswith("python3 -m venv")]
    assert line in readme


def test_the_tutorial_uses_the_commands_of_a_desk() -> None:
    used = {step.arguments[0] for step in tutorial()}
    assert {"read", "init", "add", "ledger", "show", "diff", "correct", "screen", "registers", "export"} <= used
