"""docs/write-a-frame.md: its frame is read by a package that has it, and its errors are the ones that one gets."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import counterclaim
from counterclaim.errors import LexiconError
from counterclaim.lexicon import tables
from tests.console_blocks import Session, steps

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "write-a-frame.md").read_text(encoding="utf-8")
PACKAGE = Path(counterclaim.__file__).parent
[FRAME] = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
[REPORT] = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SHIPPED = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (PACKAGE / "lexicon" / "frames").glob("*.yaml")]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the package and the frame in it, and the report."""
    copy = tmp_path / "counterclaim"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__", "model"))
    (copy / "language" / "model").symlink_to(PACKAGE / "language" / "model")
    (copy / "lexicon" / "frames" / "display.yaml").write_text(FRAME, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_the_frame_reads_the_report_as_the_page_shows(desk: Path) -> None:
    def run(arguments: tuple[str, ...]) -> tuple[int, str]:
        program = "from counterclaim.cli.main import main; main(prog_name='counterclaim')"
        found = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=desk,
            env={**os.environ, "PYTHONPATH": ".", "PYTHONUTF8": "1", "COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return found.returncode, found.stdout

    session = Session(run)
    for step in steps(PAGE):
        session.check(step)


def test_the_frame_has_no_key_that_the_shipped_ones_do_not_have() -> None:
    table = yaml.safe_load(FRAME)
    assert set(table) <= {key for shipped in SHIPPED for key in shipped}


def told(heading: str) -> set[str]:
    """The keys in the first column of the table under a heading."""
    part = PAGE.partition(heading)[2].partition("\n| key |")[2].partition("\n\n")[0]
    return {key for line in part.splitlines() for key in re.findall(r"`(\w+)`", line.split(" | ")[0])}


def test_every_key_of_a_frame_is_explained() -> None:
    assert told("## What the keys mean") == {key for table in SHIPPED for key in table}


def test_every_key_of_a_trigger_is_explained() -> None:
    assert told("\nA trigger:") == {key for table in SHIPPED for trigger in table["triggers"] for key in trigger}


def test_every_kind_is_explained() -> None:
    part = PAGE.partition("\nThe kinds are ")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", part)) == tables.KINDS


def read(table: dict[str, Any]) -> None:
    """What the lexicon does with a frame's file."""
    tables._frame(table)
    list(tables._triggers(table, "display.yaml"))


MISTAKES = re.findall(r"^\| `([^|]*)` \| `([^|]*)` \| `(display\.yaml[^|]*)` \|$", PAGE, re.MULTILINE)


def test_the_page_shows_mistakes() -> None:
    assert len(MISTAKES) > 3


@pytest.mark.parametrize(("wrong", "right", "message"), MISTAKES)
def test_a_mistake_is_named_as_the_page_says(wrong: str, right: str, message: str) -> None:
    broken = FRAME.replace(right, wrong, 1)
    assert broken != FRAME
    with pytest.raises(LexiconError, match=re.escape(message)):
        read(yaml.safe_load(broken))
