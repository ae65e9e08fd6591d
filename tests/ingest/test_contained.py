"""The parsing process: what it may not do, and what becomes of a document that breaks it."""

import json
import subprocess
import sys

import pytest

from counterclaim.errors import InputRefused
from counterclaim.ingest import contained
from counterclaim.ingest.adapters import INSTALL
from counterclaim.ingest.contained import ContainedParser
from counterclaim.ingest.limits import Limits
from tests.ingest.makers import pdf

FORBIDDEN = {"refused": ["cannot be parsed", "damaged? (PermissionError)"]}
GOOD = pdf([["The port is open."]])


def served(order: dict[str, object], raw: bytes, memory: int, before: str = "") -> list[dict[str, object]]:
    """What the process answers to one order, when it is started as the package starts it; ``before`` runs first."""
    command = [sys.executable, "-c", before + contained._START, str(contained._PACKAGES), str(memory)]
    done = subprocess.run(command, input=json.dumps(order).encode() + b"\n" + raw, capture_output=True, timeout=30)
    return [json.loads(line) for line in done.stdout.splitlines()]


def fake(job: str, source: str) -> str:
    """Code that puts a job of our own among the parsers."""
    return (
        "import sys, types; sys.path.append(sys.argv[1]); import counterclaim.ingest.parsers\n"
        f"module = types.ModuleType('counterclaim.ingest.parsers.{job}')\n"
        f"exec({source!r}, module.__dict__)\n"
        f"sys.modules[module.__name__] = module\n"
    )


def test_a_process_that_dies_costs_one_document(parser: ContainedParser) -> None:
    assert parser._process is None or parser._process.poll() is None
    parser._started().kill()
    parser._started().wait()
    assert parser.parse("pdf", GOOD, "a.pdf", {"pages": 9})["text"] == "The port is open."


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("def parse(raw): import os; os._exit(1)", None),
        ("def parse(raw): return {'size': len(raw)}", {"size": 4}),
        ("def parse(raw): print('a banner'); return {'size': len(raw)}", {"size": 4}),
        ("def parse(raw): raise KeyError('x')", {"refused": ["cannot be parsed", "damaged? (KeyError)"]}),
        (
            "def parse(raw): return parse(raw)",
            {"refused": ["cannot be parsed", "it is nested too deeply or too large (RecursionError)"]},
        ),
        (
            "def parse(raw): return {'size': len(b'a' * 10**10)}",
            {"refused": ["cannot be parsed", "it is nested too deeply or too large (MemoryError)"]},
        ),
        ("import socket\ndef parse(raw): socket.create_connection(('127.0.0.1', 9))", FORBIDDEN),
        ("import subprocess\ndef parse(raw): subprocess.run(['true'])", FORBIDDEN),
    ],
)
def test_what_a_job_may_do(source: str, answer: dict[str, object] | None) -> None:
    order = {"job": "fake", "size": 4, "options": {}}
    answers = served(order, b"port", 500_000_000, fake("fake", source))
    assert answers == [{"ready": True}, *([answer] if answer else [])]


def test_a_missing_library_is_named_with_the_command_that_installs_it(
    parser: ContainedParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ContainedParser(Limits()) as fresh:
        monkeypatch.setattr(contained, "_START", "import sys; sys.modules['pypdfium2'] = None; " + contained._START)
        with pytest.raises(InputRefused) as caught:
            fresh.parse("pdf", GOOD, "a.pdf", {"pages": 9})
        assert (caught.value.where, caught.value.reason) == ("a.pdf", "library missing")
        assert INSTALL in caught.value.advice
        assert fresh.parse("mail", b"Subject: Port\n\nIt is open.", "a.eml", {"parts": 9})["subject"] == "Port"


def test_the_process_ends_with_its_owner() -> None:
    with ContainedParser(Limits()) as fresh:
        process = fresh._started()
        assert process.poll() is None
    assert process.poll() is not None
