"""The parsers of hostile formats in a process of their own, with an end to its time and memory.

A page that would hold lxml for minutes, or a PDF that crashes its library, costs one refusal.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import INSTALL
from counterclaim.ingest.limits import Limits

_PACKAGES = Path(__file__).parents[2]
_START = "import sys; sys.path.append(sys.argv[1]); from counterclaim.ingest.worker import main; main()"
_LONGEST_REPLY = 200_000_000  # bytes; a mail of 30 MB in base64 is 40


class ContainedParser:
    """A process that runs the jobs of ``parsers``, started when first needed, and again after it had to be ended.

    A context manager: it ends the process.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def parse(self, job: str, raw: bytes, where: str, options: Mapping[str, Any]) -> dict[str, Any]:
        """What a job makes of bytes, as its module says.

        Raises InputRefused where it takes too long, breaks down, lacks its library, or refuses.
        """
        ready = self._answer({"job": job, "size": len(raw), "options": dict(options)}, where)
        if "missing" in ready:
            raise InputRefused(where, "library missing", f"{ready['missing']} reads this: {INSTALL}")
        answer = self._in_time(raw, where)
        if "refused" in answer:
            raise InputRefused(where, *answer["refused"])
        return answer

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, order: Mapping[str, Any], where: str) -> dict[str, Any]:
        """The answer to an order: that the job and its library are there."""
        return self._exchange(json.dumps(order).encode() + b"\n", where)

    def _in_time(self, raw: bytes, where: str) -> dict[str, Any]:
        """What the job makes of the bytes, or its end. Loading the library before does not count."""
        late = threading.Event()

        def end(process: "subprocess.Popen[bytes]") -> None:
            late.set()
            process.kill()

        clock = threading.Timer(self._limits.parse_seconds, end, [self._started()])
        clock.start()
        try:
            return self._exchange(raw, where)
        except InputRefused:
            if not late.is_set():
                raise
            advice = f"its parser was ended after {self._limits.parse_seconds:g} seconds"
            raise InputRefused(where, "takes too long", advice) from None
        finally:
            clock.cancel()
            if late.is_set():  # it may have answered in the same moment; it is dead all the same
                self.close()

    def _exchange(self, message: bytes, where: str) -> dict[str, Any]:
        """The answer to a message. Raises InputRefused where the process died of it."""
        process = self._started()
        try:
            process.stdin.write(message)  # type: ignore[union-attr]  # it was started with pipes
            process.stdin.flush()  # type: ignore[union-attr]
            answer = json.loads(process.stdout.readline(_LONGEST_REPLY))  # type: ignore[union-attr]
        except (BrokenPipeError, ValueError):
            self.close()
            raise InputRefused(where, "cannot be parsed", "its parser broke down") from None
        except KeyboardInterrupt:
            self.close()
            raise
        return dict(answer)

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.close()
            # -I: neither the current folder nor PYTHON variables say what is imported; this package's own folder does.
            command = [sys.executable, "-I", "-c", _START, str(_PACKAGES), str(self._limits.parse_memory)]
            self._process = subprocess.Popen(  # noqa: S603  (the running Python and words of this module)
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._process
