"""The line on the error stream: how far, how fast, and one line whatever a file is called."""

import pytest
from rich.cells import cell_len

from counterclaim.cli.progress import Progress


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    monkeypatch.setenv("LINES", "24")


def lines(shown: str) -> list[str]:
    """What stood on the line one after the other."""
    return [line for line in shown.split("\r\x1b[2K") if line]


def test_done_of_how_many_and_how_fast(narrow: None, capsys: pytest.CaptureFixture[str]) -> None:
    bar = Progress(enabled=True)
    bar.step("reports/a.txt", 1, 2)
    bar.step("reports/b.txt", 2, 2)
    first, second = lines(capsys.readouterr().err)
    assert first.startswith("1 of 2 documents, ")
    assert " a second, " in first
    assert second.startswith("2 of 2 documents, ")
    assert " 0 s left: reports/b.txt" in second


def test_the_line_is_cleared_once(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Progress(enabled=True)
    bar.step("a.txt", 1, 2)
    capsys.readouterr()
    bar.close()
    bar.close()
    assert capsys.readouterr().err == "\r\x1b[2K"


@pytest.mark.parametrize(("enabled", "total"), [(False, 9), (True, 1)])
def test_silence(enabled: bool, total: int, capsys: pytest.CaptureFixture[str]) -> None:
    bar = Progress(enabled=enabled)
    bar.step("a.txt", 1, total)
    bar.close()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("path", ["x" * 300, "坦克" * 90, "a\x1b]0;owned\x07b\n\u202ec.txt"])
def test_one_harmless_line(narrow: None, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    Progress(enabled=True).step(path, 1, 1_000_000)
    [line] = lines(capsys.readouterr().err)
    assert cell_len(line) < 70
    assert line.isprintable()


@pytest.mark.parametrize(("seconds", "left"), [(5, "45 s left"), (60, "9 min left"), (3600, "9.0 h left")])
def test_time_left(
    narrow: None, seconds: int, left: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, float(seconds)])
    monkeypatch.setattr("counterclaim.cli.progress.monotonic", lambda: next(clock))
    Progress(enabled=True).step("a.txt", 1, 10)
    assert left in capsys.readouterr().err
