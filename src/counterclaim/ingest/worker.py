"""The process in which hostile formats are parsed: orders on its standard input, one line of JSON for each on its
standard output. Started by ``contained``; it opens no connection and starts no other process."""

import importlib
import json
import os
import signal
import sys
from typing import Any, BinaryIO

from counterclaim.errors import InputRefused

_FORBIDDEN = frozenset(
    ("socket.connect socket.getaddrinfo subprocess.Popen os.system os.exec os.posix_spawn os.spawn os.fork").split()
)


def main() -> None:
    """Serve orders until the input ends. The second argument is the most memory in bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that gives the orders
    _bound_memory(int(sys.argv[2]))
    sys.addaudithook(_forbid)
    orders, replies = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no reply
    while line := orders.readline():
        order = json.loads(line)
        job = _loaded(order["job"])
        _reply(replies, job if isinstance(job, dict) else {"ready": True})
        if not isinstance(job, dict):
            _reply(replies, _done(job, orders.read(order["size"]), order["options"]))


def _reply(replies: BinaryIO, answer: dict[str, Any]) -> None:
    replies.write(json.dumps(answer).encode() + b"\n")
    replies.flush()


def _loaded(job: str) -> Any:
    """The module of a job, or what is missing for it."""
    try:
        return importlib.import_module(f"counterclaim.ingest.parsers.{job}")
    except ModuleNotFoundError as error:
        return {"missing": error.name}


def _done(job: Any, raw: bytes, options: dict[str, Any]) -> dict[str, Any]:
    try:
        result: dict[str, Any] = job.parse(raw, **options)
    except InputRefused as refused:
        return {"refused": [refused.reason, refused.advice]}
    except (MemoryError, RecursionError) as error:
        return {"refused": ["cannot be parsed", f"it is nested too deeply or too large ({type(error).__name__})"]}
    except Exception as error:  # noqa: BLE001  (whatever a library makes of hostile bytes is named, and is its end)
        return {"refused": ["cannot be parsed", f"damaged? ({type(error).__name__})"]}
    return result


def _bound_memory(most: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ImportError, ValueError, OSError):
        return  # the bounds on sizes and time remain


def _forbid(event: str, _: object) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} while a document is parsed")
