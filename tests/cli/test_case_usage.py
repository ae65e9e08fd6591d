"""What the commands over a case say when they are used wrongly, or cannot do what is asked of them."""

from pathlib import Path

import pytest
from click.testing import Result

from counterclaim.store.opening import open_store
from tests.cli import case_commands
from tests.cli.case_commands import filled
from tests.store.places import KINDS, new_place, place
from tests.store.samples import AGREED, JUNE, MALTA, NORWAY, SOLD

__all__ = ["place"]

PLAIN = "Norway sold 40 tanks to Latvia, the minister said."


@pytest.fixture(scope="module", params=KINDS)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where there is a case with two runs, which tests look at and do not change."""
    where = new_place(request.param, tmp_path_factory.mktemp("case"))
    filled(where, runs=2).close()
    return where


def run(where: str, *arguments: str) -> Result:
    """Run a command on a case."""
    return case_commands.run(*arguments, COUNTERCLAIM_CASE=where)


WRONG: list[tuple[str, str]] = [
    ("ledger --from yesterday", "--from wants a day such as 2023-05-09"),
    ("ledger --to 2023-02-30", "--to wants a day"),
    ("ledger --status doubtful", "is not one of"),
    ("ledger --of runs --entity Iran", "--entity does not go with --of runs"),
    ("ledger --of entities --from 2023", "--from does not go with --of entities"),
    ("ledger --of runs --after x", "--after wants a number"),
    ("ledger --entity Atlantis", "no entity of this case is called 'Atlantis'"),
    ("ledger --frame transfers", "no frame is called 'transfers'; there are attack, "),
    ("ledger --stage delivered", "no stage is called 'delivered'"),
    ("ledger --search !!", "there is no word to search for"),
    ("ledger --after c:ffff", "nothing with the id c:ffff"),
    ("ledger --limit 0", "is not in the range"),
    ("show c:ffffffffffffffff", "holds nothing with the id"),
    ("show p:0", "several ids begin with p:0"),
    ("show hello", "is no id"),
    ("diff r:1 r:9", "there is no run 9"),
    ("diff one", "is no run"),
    ("diff 1 2 3", "diff compares two runs"),
    ("export tables --out x", "'tables' is none of json"),
    ("export json", "Missing option '--out'"),
    ("export json --out no/such/folder", "cannot be written"),
    ("export json --out x.json --story s:ffff", "no story s:ffff"),
    ("export json --out x.json --run r:9", "there is no run 9"),
    (f"correct {SOLD.id} --by A --why B", "say one thing to do: --reject, --merge, --split or --undo"),
    (f"correct {SOLD.id} --undo --by A --why B", "takes the id of one of the corrections"),
    (f"correct {AGREED.id} --reject --by A --why B", "takes the id of one of the claims"),
    (f"correct {SOLD.id} --reject --by A", "Missing option '--why'"),
    (f"correct {NORWAY} --reject --by A --why B", "takes the id of one of the claims"),
    (f"correct {SOLD.id} --reject --undo --by A --why B", "say one thing to do"),
    (f"correct {NORWAY} --split Norway --in {SOLD.id} --by A --why B", "--in takes the id of a document"),
    (f"correct {NORWAY} --split Oslo --by A --why B", "no report calls"),
    (f"correct {NORWAY} --reject --merge {MALTA} --by A --why B", "say one thing to do"),
    (f"correct {NORWAY} --merge {NORWAY} --by A --why B", "takes the id of another one"),
    (f"correct {NORWAY} --merge {SOLD.id} --by A --why B", "takes the id of one of the entities"),
    (f"correct {NORWAY} --split Malta --by A --why B", "its names are: Norway; Norwegian; Oslo"),
    (f"correct {NORWAY} --split Oslo --in {JUNE.id} --by A --why B", f"{JUNE.id} does not mention {NORWAY}"),
    (f"correct {MALTA} --split malta --by A --why B", "has only this name"),
    (f"correct {MALTA} --merge {NORWAY} --in {JUNE.id} --by A --why B", "--in goes with --split only"),
    ("add", "Missing argument"),
    ("completion powershell", "is not one of"),
]


@pytest.mark.parametrize(("line", "message"), WRONG, ids=[line for line, _ in WRONG])
def test_wrong_usage(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, message: str) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(case, *line.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("line", ["ledger", "show c:1", "diff", "add x.txt", "export json --out x"])
def test_a_case_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("missing.db", *line.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: missing.db: there is no case; make one with counterclaim init missing.db\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("line", ["ledger", "show c:1", "diff"])
def test_a_case_without_a_run(place: str, line: str) -> None:
    open_store(place, create=True).close()
    result = run(place, *line.split())
    assert result.exit_code in {0, 2}
    assert "0 of 0 propositions" in result.stdout or "nothing" in result.stderr


def test_while_another_program_writes(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.store.store._PATIENCE", 0.2)
    (tmp_path / "good.txt").write_text(PLAIN, encoding="utf-8")
    store = filled(place)
    with store.writer():
        assert run(place, "ledger").exit_code == 0
        result = run(place, "add", str(tmp_path / "good.txt"))
        assert result.exit_code == 1
        assert "is writing to it; wait for it, or stop it" in result.stderr
    store.close()


def test_the_case_in_the_folder_is_what_is_meant_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COUNTERCLAIM_CASE", raising=False)
    assert case_commands.run("init").stdout.startswith("case.db: ")
    assert case_commands.run("ledger").exit_code == 0
    assert case_commands.run("ledger", "--case", "other.db").exit_code == 1
