"""The commands over a case as the tests call them: one group, one case, SQLite or PostgreSQL."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner, Result

from counterclaim.cli.add import add
from counterclaim.cli.collect import collect
from counterclaim.cli.completion import completion
from counterclaim.cli.correct import correct
from counterclaim.cli.diff import diff
from counterclaim.cli.export import export
from counterclaim.cli.init import init
from counterclaim.cli.ledger import ledger
from counterclaim.cli.show import show
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store
from tests.store.samples import LEDGER, READINGS

COMMANDS = (init, add, collect, ledger, show, diff, correct, export, completion)
GROUP = click.Group("counterclaim", commands={command.name or "": command for command in COMMANDS})
Run = Callable[..., Result]


def run(*arguments: str, **environment: str) -> Result:
    """Run a command inside this process; without the lists that whoever runs the tests has loaded."""
    environment.setdefault("COUNTERCLAIM_HOME", str(Path(__file__).parent / "no lists"))
    return CliRunner().invoke(GROUP, arguments, env=environment, prog_name="counterclaim")


def shown(result: Result) -> Any:
    """The JSON object that a command printed, when all went well."""
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def filled(place: str, runs: int = 1) -> Store:
    """A case with the sample documents, readings and runs."""
    store = open_store(place, create=True)
    with store.writer() as writer:
        writer.add([r.document for r in READINGS])
        writer.put_readings(READINGS, "1")
        for _ in range(runs):
            writer.put_run(LEDGER)
    return store
