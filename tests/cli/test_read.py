"""`counterclaim read` as people and scripts use it: what it prints, where, and with which exit code."""

import errno
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli.main import main
from counterclaim.language.model import Model

PLAIN = "Norway sold 40 tanks to Latvia, the minister said."
OTHER = "Sweden delivered 12 rifles to Malta on Monday."
COMMAND = shutil.which("counterclaim", path=str(Path(sys.executable).parent)) or "counterclaim"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in, with one good report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(PLAIN, encoding="utf-8")
    return tmp_path


def read(*arguments: str) -> Result:
    """Run `counterclaim read` inside this process."""
    return CliRunner().invoke(main, ["read", "--threads", "1", *arguments])


def run(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a shell command; COUNTERCLAIM stands for the installed command."""
    command = command.replace("COUNTERCLAIM", shlex.quote(COMMAND))
    return subprocess.run(["sh", "-c", command], env=os.environ | environment, capture_output=True, check=False)


def refusals(result: Result) -> list[str]:
    """The lines of the error stream that name a refusal."""
    return [line.removeprefix("not read: ") for line in result.stderr.splitlines() if line.startswith("not read: ")]


def paths(result: Result) -> list[str]:
    """The documents of a JSON ledger on the standard output."""
    return [document["path"] for document in json.loads(result.stdout)["documents"]]


def test_a_table_is_what_comes_unasked(here: Path) -> None:
    result = read("good.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("good.txt: ")
    for part in ("minister", "says", "sold", "Norway", "40 tanks", "Latvia", "nothing of it is"):
        assert part in result.stdout


def test_json(here: Path) -> None:
    result = read("good.txt", "--format", "json")
    ledger = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert ledger["format"] == "counterclaim-ledger/1"
    assert paths(result) == ["good.txt"]
    assert "transfer" in {claim["frame"] for claim in ledger["claims"]}
    assert ledger["refused"] == []


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_out_writes_what_the_terminal_would_show(here: Path, form: str) -> None:
    shown = read("good.txt", "--format", form)
    result = read("good.txt", "--format", form, "--out", "ledger")
    written = (here / "ledger").read_text(encoding="utf-8")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("wrote ledger: ")
    assert result.stderr.endswith(" of 1 document\n")
    if form != "table":
        assert written == shown.stdout
    else:
        assert "who, whom, what" in written  # a file is 120 columns wide whatever the terminal is


def test_html_goes_to_a_pipe_but_not_to_a_terminal(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = read("good.txt", "--format", "html")
    assert piped.exit_code == 0
    assert piped.stdout.startswith("<!DOCTYPE html>")
    assert "Norway" in piped.stdout
    monkeypatch.setattr("counterclaim.cli.read._on_terminal", lambda: True)
    shown = read("good.txt", "--format", "html")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "--out FILE" in shown.stderr


def test_a_report_that_claims_nothing_is_named_and_kept(here: Path) -> None:
    (here / "calm.txt").write_text("The sun shines on the harbour.", encoding="utf-8")
    result = read("calm.txt", "good.txt", "--format", "json")
    assert result.exit_code == 1
    assert result.stderr == "note: calm.txt: no claims (it was read, but nothing in it is claimed)\n"
    assert paths(result) == ["calm.txt", "good.txt"]


def test_the_standard_input(here: Path) -> None:
    result = CliRunner().invoke(main, ["read", "good.txt", "-", "--format", "json"], input=OTHER)
    assert result.exit_code == 0
    assert paths(result) == ["standard input", "good.txt"]
    empty = CliRunner().invoke(main, ["read", "-"], input="")
    assert (empty.exit_code, refusals(empty)) == (1, ["standard input: empty text"])


def claim_ids(*names: str) -> list[str]:
    return [claim["id"] for claim in json.loads(read(*names, "--format", "json").stdout)["claims"]]


def test_explain(here: Path) -> None:
    [first, *_] = claim_ids("good.txt")
    for given in (first, first.removeprefix("c:"), first[:8], first[2:8].upper()):
        result = read("good.txt", "--explain", given)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith(f"Claim {first}\n")
    for part in ("Rule", "Sentence", "Tree", "Predicates", "Names"):
        assert f"\n{part}" in result.stdout


def test_explain_into_a_file(here: Path) -> None:
    [first, *_] = claim_ids("good.txt")
    assert read("good.txt", "--explain", first, "--out", "why.txt").exit_code == 0
    assert (here / "why.txt").read_text(encoding="utf-8").startswith(f"Claim {first}\n")


def test_explaining_an_unknown_claim_names_close_ones(here: Path) -> None:
    [first, *_] = claim_ids("good.txt")
    digits = first.removeprefix("c:")
    slip = digits[:6] + ("0" if digits[6] != "0" else "1") + digits[7:]
    result = read("good.txt", "--explain", slip)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"no claim has an id like {slip}; near it:" in result.stderr
    assert f"{first}  transfer: sale “sold”" in result.stderr


def test_an_id_that_begins_several_claims(here: Path) -> None:
    text = " ".join(f"Norway sold {n} tanks to Latvia." for n in range(40, 60))
    (here / "many.txt").write_text(text, encoding="utf-8")
    ids = claim_ids("many.txt")
    digit = next(d for d in "0123456789abcdef" if sum(i[2] == d for i in ids) > 1)
    result = read("many.txt", "--explain", digit)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"claims have ids that begin with {digit}; among them:" in result.stderr
    assert "  c:" + digit in result.stderr


STOPPED = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from counterclaim.cli.main import main
from counterclaim.pipeline import Pipeline
whole, documents = Pipeline.read_document, []
def slow(self, document):
    documents.append(document)
    if len(documents) == {at}:
        print("ready", file=sys.stderr, flush=True)
        time.sleep(60)
    return whole(self, document)
Pipeline.read_document = slow
main(["read", "good.txt", "other.txt", "last.txt", *sys.argv[1:]])
"""


def stopped(here: Path, at: int, *arguments: str) -> tuple[int, str, str]:
    """Exit code and streams of a command that gets Ctrl-C while it reads one of three documents."""
    (here / "other.txt").write_text(OTHER, encoding="utf-8")
    (here / "last.txt").write_text(f"{OTHER} {PLAIN}", encoding="utf-8")
    command = [sys.executable, "-c", STOPPED.format(at=at), "--threads", "1", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stderr is not None
        while child.stderr.readline() not in {"ready\n", ""}:
            pass
        child.send_signal(signal.SIGINT)
        shown, errors = child.communicate(timeout=50)
    return child.returncode, shown, errors


def test_ctrl_c_prints_what_was_finished(here: Path) -> None:
    code, shown, errors = stopped(here, 3, "--format", "json")
    assert code == 130
    assert [d["path"] for d in json.loads(shown)["documents"]] == ["good.txt", "other.txt"]
    assert errors == "stopped: 2 of 3 documents had been read\n"


def test_ctrl_c_writes_what_was_finished(here: Path) -> None:
    code, shown, errors = stopped(here, 2, "--format", "html", "--out", "page.html")
    assert (code, shown) == (130, "")
    assert (here / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert errors == "wrote page.html: 1 claim of 1 document\nstopped: 1 of 3 documents had been read\n"


def test_ctrl_c_before_anything_was_read_writes_nothing(here: Path) -> None:
    code, shown, errors = stopped(here, 1, "--out", "table.txt")
    assert (code, shown, errors) == (130, "", "stopped: 0 of 3 documents had been read\n")
    assert not (here / "table.txt").exists()


def test_out_never_writes_over_a_file_unasked(here: Path) -> None:
    (here / "ledger.json").write_text("mine")
    result = read("good.txt", "--format", "json", "--out", "ledger.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ledger.json exists" in result.stderr
    assert "--force" in result.stderr
    assert (here / "ledger.json").read_text() == "mine"


def test_force_writes_over_a_file(here: Path) -> None:
    (here / "ledger.json").write_text("mine")
    result = read("good.txt", "--format", "json", "--out", "ledger.json", "--force")
    assert result.exit_code == 0
    assert json.loads((here / "ledger.json").read_text(encoding="utf-8"))["documents"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'PATHS...'"),
        (["good.txt", "--format", "csv"], "'csv' is not one of 'table', 'json', 'html'"),
        (["-", "good.txt", "-"], "the standard input (-) can be read once only"),
        (["good.txt", "--explain", "abc", "--format", "json"], "--format table only"),
        (["good.txt", "--explain", "the first"], "--explain wants a claim's id"),
        (["good.txt", "--explain", "c:\x1b[31m"], "--explain wants a claim's id"),
        (["good.txt", "--out", "good.txt/ledger.json"], "cannot be written"),
        (["good.txt", "--out", "x" * 300], "cannot be written"),
        (["good.txt", "--threads", "0"], "0 is not in the range"),
        (["good.txt", "--threads", "many"], "'many' is not a valid integer"),
        (["good.txt", "--colour"], "No such option"),
        (["good.txt", "--out", "nowhere/ledger.json"], "there is no folder nowhere"),
        (["good.txt", "--out", "."], "is a directory"),
    ],
)
def test_wrong_usage(here: Path, arguments: list[str], message: str) -> None:
    result = read(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize("arguments", [["nonsense"], ["--nonsense"], []])
def test_no_such_command(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("missing.txt", None, "missing.txt: missing file"),
        ("empty.txt", b"", "empty.txt: empty text"),
        ("blank.txt", b" \n\t\n", "blank.txt: empty text"),
        ("figures.txt", b"12 13 14", "figures.txt: no words"),
        ("archive.txt", b"PK\x03\x04\x00\x00", "archive.txt: binary file"),
        ("a\x1b[31mb.txt", None, "a�[31mb.txt: missing file"),
        ("a\u202eb.txt", b"", "a�b.txt: empty text"),
        ("[red]a[-].txt", b"", "[red]a[-].txt: empty text"),
    ],
)
def test_a_bad_file_is_named_and_the_rest_is_read(here: Path, name: str, content: bytes | None, refusal: str) -> None:
    if content is not None:
        (here / name).write_bytes(content)
    result = read(name, "good.txt", "--format", "json")
    assert result.exit_code == 1
    [shown] = refusals(result)
    assert shown.startswith(refusal)
    assert paths(result) == ["good.txt"]
    [refused] = json.loads(result.stdout)["refused"]
    assert refused["path"] == name
    assert refused["reason"] in refusal


def test_several_bad_files_are_named_each(here: Path) -> None:
    (here / "empty.txt").touch()
    (here / "folder").mkdir()
    result = read("missing.txt", "good.txt", "empty.txt", "folder")
    assert result.exit_code == 1
    assert sorted(refusals(result)) == [
        "empty.txt: empty text",
        "folder: folder without texts (it holds no .txt file)",
        "missing.txt: missing file",
    ]


def test_nothing_but_bad_files(here: Path) -> None:
    result = read("missing.txt", "--format", "json")
    assert result.exit_code == 1
    assert paths(result) == []


def test_a_name_that_no_file_can_have(here: Path) -> None:
    result = read("a" * 5000, "--format", "json")
    assert (result.exit_code, len(refusals(result))) == (1, 1)
    assert ": unreadable file (" in result.stderr


def test_refusals_do_not_keep_the_ledger_from_being_written(here: Path) -> None:
    result = read("good.txt", "missing.txt", "--format", "json", "--out", "ledger.json")
    assert result.exit_code == 1
    assert "wrote ledger.json" in result.stderr
    assert refusals(result) == ["missing.txt: missing file"]
    assert len(json.loads((here / "ledger.json").read_text(encoding="utf-8"))["documents"]) == 1


def test_the_same_text_twice_is_read_once(here: Path) -> None:
    (here / "copy.txt").write_text(PLAIN, encoding="utf-8")
    result = read("good.txt", "copy.txt", "--format", "json")
    assert result.exit_code == 1
    assert paths(result) == ["good.txt"]
    assert refusals(result) == ["copy.txt: same text as another document (good.txt)"]


def test_a_folder_is_read_in_order_of_names(here: Path) -> None:
    (here / "good.txt").rename(here / "b.txt")
    (here / "a").mkdir()
    (here / "a" / "z.TXT").write_text(OTHER, encoding="utf-8")
    (here / "picture.png").write_bytes(b"\x89PNG\x00")
    (here / ".hidden.txt").write_text("Nobody said this.", encoding="utf-8")
    result = read(".", "--format", "json")
    assert result.exit_code == 0
    assert paths(result) == [str(Path("a") / "z.TXT"), "b.txt"]


@pytest.mark.parametrize("named", [".", "denial.eml"])
def test_a_report_that_only_a_case_takes_is_named(here: Path, named: str) -> None:
    (here / "denial.eml").write_text(f"From: press@port.example\nSubject: No tanks\n\n{OTHER}", encoding="utf-8")
    (here / "notes.yaml").write_text("tanks: 40", encoding="utf-8")
    (here / "list.xml").write_text("<?xml version='1.0'?><CONSOLIDATED_LIST/>", encoding="utf-8")
    result = read(named, "good.txt", "--format", "json")
    assert result.exit_code == 1
    assert paths(result) == ["good.txt"]
    assert refusals(result) == ["denial.eml: no plain text (counterclaim add reads it into a case)"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(here: Path, encoding: str) -> None:
    text = "“Norway” sold 40 tanks to Latvia."
    (here / "coded.txt").write_bytes(text.encode(encoding))
    result = read("coded.txt", "--format", "json")
    assert result.exit_code == 0
    claim: dict[str, Any]
    for claim in json.loads(result.stdout)["claims"]:
        start, end = claim["trigger"]["span"]
        assert text[start:end] == claim["trigger"]["text"]


def test_hostile_text_and_names_do_not_reach_the_terminal(here: Path) -> None:
    (here / "a\x1b]0;owned\x07b.txt").write_text(
        f"{PLAIN} {OTHER}\n" * 5 + "\x1b[2J\u202e[red] Riga [/]", encoding="utf-8"
    )
    result = read("a\x1b]0;owned\x07b.txt")
    assert result.exit_code == 0
    assert not set("\x1b\x07\u202e") & set(result.stdout)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["good.txt", "--help"]])
def test_help(here: Path, arguments: list[str]) -> None:
    result = read(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    for part in (
        "Usage:",
        "--format [table|json|html]",
        "--explain CLAIM",
        "--out FILE",
        "--force",
        "--threads",
        "Exit code 0",
    ):
        assert part in result.stdout


def test_a_damaged_model_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.pipeline.Model", lambda *, threads: Model(here / "nowhere", threads=threads))
    result = read("good.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {here / 'nowhere' / 'labels.json'} is missing: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_file_that_cannot_be_written_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("counterclaim.cli.output.check", lambda *_, **__: None)
    monkeypatch.setattr("counterclaim.cli.output.os.fsync", full)
    result = read("good.txt", "--out", "ledger.json")
    assert result.exit_code == 1
    assert result.stderr == "Error: ledger.json cannot be written: No space left on device\n"
    assert [path.name for path in here.iterdir()] == ["good.txt"]


def test_the_shell_spells_out_patterns(here: Path) -> None:
    (here / "other report.txt").write_text(OTHER, encoding="utf-8")
    result = run("COUNTERCLAIM read *.txt --format json --out ledger.json")
    assert (result.returncode, result.stdout) == (0, b"")
    ledger = json.loads((here / "ledger.json").read_bytes())
    assert [d["path"] for d in ledger["documents"]] == ["good.txt", "other report.txt"]


def test_a_pattern_without_files_is_a_missing_file(here: Path) -> None:
    result = run("COUNTERCLAIM read *.text")
    assert result.returncode == 1
    assert result.stderr.startswith(b"not read: *.text: missing file")


def test_two_runs_print_the_same_bytes(here: Path) -> None:
    first, second = (run("COUNTERCLAIM read good.txt --format json", PYTHONHASHSEED=seed) for seed in "12")
    assert first.returncode == 0
    assert first.stdout == second.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_cannot_show_every_letter(here: Path, encoding: str) -> None:
    (here / "wide.txt").write_text(f"坦克 “Łódź” 🚢\n\n{PLAIN}", encoding="utf-8")
    table = run("COUNTERCLAIM read wide.txt", PYTHONIOENCODING=encoding)
    assert (table.returncode, table.stderr) == (0, b"")
    assert b"40 tanks" in table.stdout


def test_json_is_utf8_on_every_terminal(here: Path) -> None:
    (here / "wide.txt").write_text(f"坦克 “Łódź” 🚢\n\n{PLAIN}", encoding="utf-8")
    result = run("COUNTERCLAIM read wide.txt --format json", PYTHONIOENCODING="latin-1")
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout.decode("utf-8"))["documents"][0]["title"] == "坦克 “Łódź” 🚢"


def test_a_reader_that_stops_early_sees_no_traceback(here: Path) -> None:
    result = run("COUNTERCLAIM read good.txt --format json | head -c 1")
    assert (result.stdout, result.stderr) == (b"{", b"")


def test_a_name_that_is_no_unicode(here: Path) -> None:
    (here / "good.txt").rename(os.fsdecode(os.fsencode(here) + b"/g\xff.txt"))
    table = run("COUNTERCLAIM read .")
    assert (table.returncode, table.stderr) == (0, b"")
    ledger = run("COUNTERCLAIM read . --format json")
    assert json.loads(ledger.stdout)["documents"][0]["path"] == "g\udcff.txt"


def test_version() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert result.stdout.startswith("counterclaim, version ")
