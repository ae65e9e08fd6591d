"""The commands over a case as people and scripts use them, on SQLite and on PostgreSQL."""

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from counterclaim.case import WasRead
from counterclaim.cli.case_work import Work
from counterclaim.cli.export import export as export_command
from counterclaim.cli.main import main
from counterclaim.exports.formats import FORMATS
from counterclaim.records import Outcome, Refusal, Status, Verdict
from counterclaim.store.opening import open_store
from counterclaim.store.values import Run, hit_id
from tests.cli import case_commands
from tests.cli.case_commands import COMMANDS, filled, shown
from tests.store.places import KINDS, new_place, place
from tests.store.samples import (
    AGREED,
    DELIVERED,
    DENIED,
    DISPUTED,
    JUNE,
    LATVIA,
    LEDGER,
    MALTA,
    MAY,
    NORWAY,
    SINGLE,
    SOLD,
    UNDATED,
    WANTS,
)

__all__ = ["place"]

PLAIN = "Norway sold 40 tanks to Latvia, the minister said."
OTHER = "Sweden delivered 12 rifles to Malta on Monday."


@pytest.fixture(scope="module", params=KINDS)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where there is a case with two runs, which tests look at and do not change."""
    where = new_place(request.param, tmp_path_factory.mktemp("case"))
    filled(where, runs=2).close()
    return where


def run(where: str, *arguments: str) -> Result:
    """Run a command on a case."""
    return case_commands.run(*arguments, COUNTERCLAIM_CASE=where)


def ids(result: Result, of: str) -> list[str]:
    return [item["id"] for item in shown(result)[of]]


def test_a_case_from_nothing_to_an_answer(place: str, tmp_path: Path) -> None:
    """init, add, add again, ledger, show, export: with the real reader."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "good.txt").write_text(PLAIN, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    made = run(place, "init", place)
    assert (made.exit_code, made.stderr) == (0, "")
    assert "a case with no document yet" in made.stdout
    added = run(place, "add", str(folder), "--threads", "1")
    assert added.exit_code == 1, "something was refused"
    assert added.stdout.splitlines()[:2] == ["added 1 document", "read 1 of 1 unread document"]
    assert "collected as r:1: " in added.stdout
    assert "empty.txt: empty text" in added.stderr
    again = run(place, "add", str(folder / "good.txt"), "--json")
    assert {k: shown(again)[k] for k in ("added", "known", "refused", "read", "run")} == {
        "added": 0,
        "known": 1,
        "refused": [],
        "read": 0,
        "run": None,
    }
    [proposition] = shown(run(place, "ledger", "--json"))["propositions"]
    claim = shown(run(place, "show", proposition["claims"][0], "--json"))
    assert claim["claim"]["trigger"]["text"] == "sold"
    assert claim["document"]["path"].endswith("good.txt")
    out = tmp_path / "ledger.json"
    assert run(place, "export", "json", "--out", str(out)).exit_code == 0
    assert [c["id"] for c in json.loads(out.read_text(encoding="utf-8"))["claims"]] == proposition["claims"]


def test_adding_without_reading(place: str, tmp_path: Path) -> None:
    """What is added is read, compared and held against a list when somebody asks for it."""
    (tmp_path / "good.txt").write_text(PLAIN, encoding="utf-8")
    run(place, "init", place)
    result = run(place, "add", str(tmp_path / "good.txt"), "--no-read")
    assert (result.exit_code, result.stdout) == (0, "added 1 document\n")
    [document] = shown(run(place, "ledger", "--of", "documents", "--json"))["documents"]
    assert (document["read"], document["claims"]) == (False, 0)
    lists = Path(__file__).parents[2] / "examples" / "registers"
    done = shown(run(place, "collect", "--registers", str(lists), "--json"))
    assert (done["read"], done["unread"], done["run"]["documents"], done["stopped"]) == (1, 0, 1, False)
    store = open_store(place)
    assert store.ledger().registers
    store.close()
    assert "collected as r:2: " in run(place, "collect").stdout


def test_a_report_that_is_taken_in_part_is_noted(place: str, tmp_path: Path) -> None:
    line = {"text": PLAIN, "date": "2023-02-31"}
    (tmp_path / "lines.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run(place, "init", place)
    first = run(place, "add", str(tmp_path / "lines.jsonl"), "--no-read")
    assert (first.exit_code, first.stdout) == (1, "added 1 document; 1 note\n")
    assert "taken in part: " in first.stderr
    assert 'date not understood (it says "2023-02-31"' in first.stderr
    assert "not read" not in first.stderr
    again = json.loads(run(place, "add", str(tmp_path / "lines.jsonl"), "--no-read", "--json").stdout)
    assert (again["added"], again["known"], again["refused"], len(again["noted"])) == (0, 1, [], 1)
    assert shown(run(place, "ledger", "--of", "refused", "--json"))["total"] == 1


def test_collecting_what_is_empty(place: str) -> None:
    open_store(place, create=True).close()
    result = run(place, "collect")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "nothing has been read in this case yet" in result.stdout


def test_making_a_case_twice_leaves_it(case: str) -> None:
    result = run(case, "init", case)
    assert result.exit_code == 0
    assert "a case with 3 documents" in result.stdout
    assert shown(run(case, "init", case, "--json"))["documents"] == 3


# What ledger is asked for, and whose ids it shows.
ASKED: list[tuple[str, list[Any]]] = [
    ("", [DISPUTED, AGREED, SINGLE]),
    ("--status contested", [DISPUTED]),
    ("--entity Oslo", [DISPUTED, AGREED, SINGLE]),
    ("--stage request", [SINGLE]),
    ("--limit 1", [DISPUTED]),
    (f"--after {AGREED.id}", [SINGLE]),
    ("--of claims --search rifles", [DELIVERED]),
    ("--of claims --outlet cafe.débats", [DELIVERED, DENIED]),
    ("--of claims --from 2024-06", [DELIVERED, DENIED]),
    ("--of claims --to 2024-05", [SOLD]),
    ("--of claims --from 2024 --to 2024-05-02", [SOLD]),
    ("--of claims --from 2025", []),
    ("--of claims --status single-source", [WANTS]),
    ("--of documents --search confirmed", [MAY]),
    ("--of documents --outlet cafe.débats", [JUNE]),
    ("--of entities --search riga", [LEDGER.entities[1]]),
]


@pytest.mark.parametrize(("options", "found"), ASKED, ids=[options or "everything" for options, _ in ASKED])
def test_ledger(case: str, options: str, found: list[Any]) -> None:
    arguments = ["ledger", *(option.replace(".", " ") for option in options.split())]
    of = arguments[arguments.index("--of") + 1] if "--of" in arguments else "propositions"
    result = run(case, *arguments, "--json")
    assert ids(result, of) == [item.id for item in found]
    text = run(case, *arguments)
    assert text.exit_code == 0
    assert [text.stdout.count(f"{item.id}  ") for item in found] == [1] * len(found)
    assert "nothing of it is checked" in text.stdout


def test_pages_follow_one_another(case: str) -> None:
    seen: list[str] = []
    after: list[str] = []
    while True:
        page = shown(run(case, "ledger", "--of", "claims", "--limit", "2", *after, "--json"))
        assert page["total"] == 5
        seen += [claim["id"] for claim in page["claims"]]
        if page["after"] is None:
            break
        after = ["--after", page["after"]]
    assert seen == [claim.id for claim in LEDGER.claims]
    assert "2 of 5 claims; go on with --after c:" in run(case, "ledger", "--of", "claims", "--limit", "2").stdout


def test_ledger_in_words(case: str) -> None:
    text = run(case, "ledger", "--of", "claims", "--entity", "Malta", "--limit", "1").stdout
    for part in (
        "transfer: delivery",
        "“delivered”",
        "supplier: Malta",
        "recipient: Latvia",
        "Café Débats",
        "june.txt",
    ):
        assert part in text
    text = run(case, "ledger", "--limit", "2").stdout
    for part in ("contested", "3 origins: origin 1; origin 2; origin 3", "40 or more tanks", "denied in 1 claim"):
        assert part in text


def test_the_lists_of_runs_and_of_what_was_refused(case: str) -> None:
    runs = shown(run(case, "ledger", "--of", "runs", "--json"))
    assert [r["id"] for r in runs["runs"]] == ["r:1", "r:2"]
    assert "3 documents, 5 claims, 3 propositions, 1 register hit" in run(case, "ledger", "--of", "runs").stdout
    page = shown(run(case, "ledger", "--of", "runs", "--json", "--after", "1"))
    assert [r["id"] for r in page["runs"]] == ["r:2"]
    assert run(case, "ledger", "--of", "refused").stdout == "0 of 0 refused inputs\n"


def test_what_was_refused_is_listed_with_its_advice(place: str) -> None:
    store = filled(place)
    with store.writer() as writer:
        writer.refuse([Refusal("a\x1b[31m.txt", "empty text", "write\nsomething")])
    store.close()
    assert run(place, "ledger", "--of", "refused").stdout.startswith("a�[31m.txt: empty text (write something)\n")
    assert shown(run(place, "ledger", "--of", "refused", "--json"))["refused"][0]["advice"] == "write\nsomething"


@pytest.mark.parametrize(
    ("identity", "key", "parts"),
    [
        (SOLD.id, "claim", ["»Norway [sold] 40 tanks to Latvia.«", "may.txt", AGREED.id, "CT+", "transfer/sold.01"]),
        (WANTS.id[:8], "claim", ["source", "Latvia (assert: “wants”)", "suicide drones"]),
        (
            AGREED.id,
            "proposition",
            ["independent origins say so", "listed then", "nine of nine", "A regime", "UNSCR 1"],
        ),
        (DISPUTED.id, "proposition", ["contested", "origin 3", "Denied by", DENIED.id, "the same roles"]),
        (NORWAY, "entity", ["Norway", "Norwegian; Oslo", "»Norway«", "+0.97 the same words", "hit 0.97", "3 claims"]),
        (LATVIA, "entity", ["2 mentions in 2 documents"]),
        (MAY.id, "document", ["The Fjord Times", "2024-05-02", "s:000000000000000a", SOLD.id, MAY.sha256]),
        ("s:000000000000000a", "story", ["Tanks", "may.txt", "june.txt"]),
        ("l:000000000000000a", "lineage", ["nine of ten words", "may.txt"]),
        ("u:000000000000000a", "utterance", ["Latvia", "one interview"]),
        (hit_id(LEDGER.hits[0]), "hit", ["hit 0.97", "uk X1, listed 2023-01-01", "Norway"]),
    ],
)
def test_show(case: str, identity: str, key: str, parts: list[str]) -> None:
    result = run(case, "show", identity)
    assert result.exit_code == 0, result.stderr
    assert [part for part in parts if part not in result.stdout] == []
    assert result.stdout.endswith("nothing of it is checked.\n")
    assert key in shown(run(case, "show", identity, "--json"))


def test_show_a_document_with_its_text(case: str) -> None:
    assert "Latvia confirmed it." in run(case, "show", MAY.id, "--text").stdout
    found = shown(run(case, "show", MAY.id, "--text", "--json"))
    assert found["document"]["text"] == MAY.text
    assert [claim["id"] for claim in found["claims"]] == [SOLD.id]
    assert "text" not in shown(run(case, "show", UNDATED.id, "--json"))["document"]


def test_diff(place: str) -> None:
    store = filled(place)
    denied = replace(AGREED, status=Status.DENIED)
    with store.writer() as writer:
        writer.put_run(replace(LEDGER, claims=LEDGER.claims[:-1], propositions=(denied, SINGLE), hits=()))
    store.close()
    text = run(place, "diff").stdout
    for part in (
        "From r:1 (",
        "status changes: 1",
        "corroborated → denied",
        "propositions lost: 1",
        "matches in registers lost: 1",
        "claims lost: 1",
    ):
        assert part in text
    assert "gained" not in text
    found = shown(run(place, "diff", "r:2", "1", "--json"))
    assert (found["from"]["id"], found["to"]["id"], found["status_changes"]) == ("r:2", "r:1", 1)
    assert [c["id"] for c in found["claims"]["gained"]["items"]] == [LEDGER.claims[-1].id]
    assert found["claims"]["lost"] == {"total": 0, "items": []}
    [changed] = found["propositions"]["changed"]["items"]
    assert (changed["before"]["status"], changed["after"]["status"]) == ("denied", "corroborated")


def test_diff_shows_what_newer_lists_change(place: str) -> None:
    store = filled(place)
    [check] = LEDGER.register_checks
    later = replace(check.targets[0], outcome=Outcome.LISTED_LATER)
    misfit = replace(check.counts[0], fits=False)
    possible = replace(LEDGER.hits[0], verdict=Verdict.POSSIBLE)
    after = replace(LEDGER, register_checks=(replace(check, targets=(later,), counts=(misfit,)),), hits=(possible,))
    with store.writer() as writer:
        writer.put_run(after)
    store.close()
    text = run(place, "diff").stdout
    for part in (
        "register outcomes changed: 2",
        f"{AGREED.id}  listed → listed-later\n    the UK list: Norway\n",
        f"{AGREED.id}  fits → does-not-fit\n    the UK list: 9 or more people stated\n",
        "matches in registers changed: 1",
        "hit → possible: NORWAY (uk X1)",
    ):
        assert part in text
    found = shown(run(place, "diff", "--limit", "1", "--json"))["register_outcomes"]
    about = {"proposition": AGREED.id, "register": "uk", "target": "Norway", "count": None}
    assert found == {"total": 2, "items": [about | {"before": "listed", "after": "listed-later"}]}


def test_diff_shows_what_a_merge_changes(place: str) -> None:
    store = filled(place)
    norway, latvia, malta = LEDGER.entities
    merged = replace(norway, mentions=(*norway.mentions, *malta.mentions))
    said = replace(AGREED, summary="Norway and Malta sold something")
    after = replace(LEDGER, entities=(merged, latvia), propositions=(SINGLE, said, DISPUTED))
    with store.writer() as writer:
        writer.put_run(after)
    store.close()
    text = run(place, "diff").stdout
    assert f"entities lost: 1\n{MALTA}  Malta  GPE\n" in text
    assert f"summaries changed: 1\n{AGREED.id}  corroborated\n    {said.summary}\n    was: {AGREED.summary}\n" in text
    found = shown(run(place, "diff", "r:2", "r:1", "--json"))
    assert [entity["id"] for entity in found["entities"]["gained"]["items"]] == [MALTA]
    [reworded] = found["propositions"]["reworded"]["items"]
    assert (reworded["before"]["summary"], reworded["after"]["summary"]) == (said.summary, AGREED.summary)


def test_diff_of_equal_runs(case: str) -> None:
    assert "Nothing changed." in run(case, "diff").stdout


def test_correct_and_undo(place: str) -> None:
    filled(place).close()
    said = ["--by", "A. Analyst", "--why", "another picture"]
    result = run(place, "correct", SOLD.id[:10], "--reject", *said)
    assert result.exit_code == 0, result.stderr
    correction = result.stdout.partition(":  ")[0].partition(": ")[0]
    assert "reject" in run(place, "show", SOLD.id).stdout
    undone = shown(run(place, "correct", correction, "--undo", *said, "--json"))
    assert (undone["replaces"], undone["action"], undone["why"]) == (correction, "undo", "another picture")
    assert "another picture" in run(place, "show", correction).stdout
    listed = shown(run(place, "ledger", "--of", "corrections", "--json"))["corrections"]
    assert [(c["action"], c["by"]) for c in listed] == [("reject", "A. Analyst"), ("undo", "A. Analyst")]
    assert "A. Analyst, 20" in run(place, "ledger", "--of", "corrections").stdout


def test_merge_and_split(place: str) -> None:
    filled(place).close()
    said = ["--by", "A. Analyst", "--why", "one union"]
    merged = run(place, "correct", NORWAY, "--merge", MALTA, *said).stdout
    assert f"merge {MALTA} (Malta) into {NORWAY} (Norway), by A. Analyst" in merged
    found = shown(run(place, "correct", LATVIA, "--split", "the latvia", "--in", MAY.id, *said, "--json"))
    assert (found["entity"]["name"], found["split_name"], found["document"]) == ("Latvia", "Latvia", MAY.id)
    listed = run(place, "ledger", "--of", "corrections").stdout
    assert f"split “Latvia” in {MAY.id} from {LATVIA} (Latvia)" in listed
    about = shown(run(place, "show", NORWAY, "--json"))["corrections"]
    assert [(c["action"], c["merged"] and c["merged"]["name"]) for c in about] == [("merge", "Malta")]


@pytest.mark.parametrize("name", list(FORMATS))
def test_export(case: str, tmp_path: Path, name: str) -> None:
    out = tmp_path / f"out{FORMATS[name].suffix}"
    result = run(case, "export", name, "--out", str(out), "--json")
    if FORMATS[name].needs and result.exit_code == 2:
        assert "pip install counterclaim[" in result.stderr
        pytest.skip(f"{name} needs an extra that is not installed")
    told = shown(result)
    assert (told["format"], told["bytes"], told["claims"]) == (name, out.stat().st_size, 5)
    assert out.stat().st_size > 100


def test_export_help_names_every_format() -> None:
    text = export_command.help or ""
    assert [name for name in FORMATS if name not in text] == []


def test_export_of_one_story_and_of_an_older_run(case: str, tmp_path: Path) -> None:
    out = tmp_path / "story.json"
    story = shown(run(case, "export", "json", "--story", "s:000000000000000b", "--out", str(out), "--json"))
    assert story["documents"] < 3
    told = shown(run(case, "export", "json", "--run", "r:1", "--out", str(out), "--force", "--json"))
    assert told["documents"] == 3


def test_export_never_writes_over_a_file_unasked(case: str, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    out.write_text("mine")
    assert run(case, "export", "json", "--out", str(out)).exit_code == 2
    assert out.read_text() == "mine"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    result = case_commands.run("completion", shell)
    assert result.exit_code == 0
    assert "_COUNTERCLAIM_COMPLETE" in result.stdout


def test_formats_are_completed() -> None:
    result = case_commands.run(
        _COUNTERCLAIM_COMPLETE="bash_complete", COMP_WORDS="counterclaim export cla", COMP_CWORD="2"
    )
    assert "claimreview" in result.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help_with_examples_and_exit_codes(command: Any) -> None:
    text = case_commands.run(command.name, "--help").stdout
    assert f"counterclaim {command.name}" in (command.help or "")
    assert "Exit code 0" in text
    assert all(option.help for option in command.params if isinstance(option, click.Option))


HEAVY = ("numpy", "onnxruntime", "yaml", "rich", "sqlalchemy", "pydantic", "psycopg")


def test_help_waits_for_nothing_heavy() -> None:
    modules = " ".join(f"import counterclaim.cli.{command.name};" for command in COMMANDS)
    code = f"{modules} import sys; print(*(m for m in sys.argv[1:] if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, *HEAVY], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


STOPPED = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from counterclaim.pipeline import Pipeline
from tests.cli.case_commands import GROUP
whole, documents = Pipeline.read_document, []
def slow(self, document):
    documents.append(document)
    if len(documents) == 2:
        print("ready", file=sys.stderr, flush=True)
        time.sleep(60)
    return whole(self, document)
Pipeline.read_document = slow
GROUP(["add", *sys.argv[1:], "--threads", "1"])
"""


def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    """The second run reads only what the first has not."""
    for name, text in (("a.txt", PLAIN), ("b.txt", OTHER), ("c.txt", f"{OTHER} {PLAIN}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    case = str(tmp_path / "case.db")
    assert case_commands.run("init", case).exit_code == 0
    command = [sys.executable, "-c", STOPPED, *(str(tmp_path / f"{n}.txt") for n in "abc"), "--case", case]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as child:
        assert child.stderr is not None
        while child.stderr.readline() not in {"ready\n", ""}:
            pass
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=50)
    assert child.returncode == 130
    assert "read 1 of 3 unread documents" in out
    assert "what was finished is kept" in out
    again = case_commands.run("add", *(str(tmp_path / f"{n}.txt") for n in "abc"), "--case", case, "--threads", "1")
    assert "read 2 of 2 unread documents" in again.stdout
    assert "of 3 documents" in again.stdout


def test_reading_a_case_takes_no_paths(tmp_path: Path) -> None:
    case = str(tmp_path / "case.db")
    assert CliRunner().invoke(main, ["init", case]).exit_code == 0
    unread = CliRunner().invoke(main, ["read", "--case", case])
    assert (unread.exit_code, unread.stdout) == (0, "nothing in this case is unread\n")
    refused = CliRunner().invoke(main, ["read", "report.txt", "--case", case])
    assert refused.exit_code == 2
    assert "counterclaim add" in refused.output


@pytest.mark.parametrize(
    ("options", "instead"),
    [
        (["--format", "json"], "counterclaim export"),
        (["--out", "ledger.json"], "counterclaim export"),
        (["--explain", "c:1"], "counterclaim show"),
    ],
)
def test_reading_a_case_passes_over_no_option(tmp_path: Path, options: list[str], instead: str) -> None:
    case = str(tmp_path / "case.db")
    assert CliRunner().invoke(main, ["init", case]).exit_code == 0
    refused = CliRunner().invoke(main, ["read", "--case", case, *options])
    assert refused.exit_code == 2
    assert instead in refused.output


def test_hits_that_no_list_was_there_for_are_told() -> None:
    work = Work(WasRead(0))
    work.run = Run(2, "2026-01-01", "1", 1, 1, 1, 0)
    assert len(work.said()) == 1
    work.hits_left_out = 3
    assert "3 register hits of the run before not repeated; name lists with --registers" in work.said()[1]
