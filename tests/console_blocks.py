"""Console blocks of the documentation: commands after "$ ", each with what it shows, to be run and compared.

In what is shown, a line of "…" stands for any lines. Ids may differ from those that the page shows, as long as the same
id stands in the same places; a later command that uses a shown id is given the real one. Times of day may differ.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import unified_diff

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ID = re.compile(r"\b[cdehklpsu]:[0-9a-f]{4,16}\b|(?<=:  )[0-9a-f]{4}$|^[0-9a-f]{4}(?= +\d+  )")
_ASKED = re.compile(r"(?:[cdehklpsu]:)?[0-9a-f]{4,16}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d")
_ANY_LINES = "…"


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a block without its program, the lines that the page shows for it, and where it stands."""

    arguments: tuple[str, ...]
    shown: tuple[str, ...]
    line: int


def steps(page: str) -> Iterator[Step]:
    """The commands of a page in order. Raises ValueError for a block that begins with something else."""
    for block in _BLOCK.finditer(page):
        first = page.count("\n", 0, block.start(1)) + 1
        lines = block[1].splitlines()
        starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
        if not starts or starts[0] != 0:
            raise ValueError(f"line {first}: a console block begins with a command")
        for start, end in zip(starts, [*starts[1:], len(lines)]):
            program, *arguments = shlex.split(lines[start][2:], comments=True)
            if program != "counterclaim":
                raise ValueError(f"line {first + start}: {program} is not run")
            yield Step(tuple(arguments), tuple(line for line in lines[start + 1 : end] if line), first + start)


@dataclass(slots=True)
class Session:
    """Runs steps with ``run``, which gives the exit code and the output, and knows which real id a page's id is."""

    run: Callable[[tuple[str, ...]], tuple[int, str]]
    ids: dict[str, str] = field(default_factory=dict)

    def check(self, step: Step) -> None:
        """Run a step. Raises AssertionError where it fails, or shows something else than the page."""
        arguments = tuple(self._real(argument) for argument in step.arguments)
        code, output = self.run(arguments)
        where = f"line {step.line}: counterclaim {shlex.join(arguments)}"
        assert code == 0, f"{where} ended with {code}:\n{output}"
        real = [line for line in output.splitlines() if line.strip()]
        if not step.shown:
            return
        match = re.fullmatch(self._pattern(step.shown), "".join(f"{line.rstrip()}\n" for line in real))
        if match is None:
            difference = "\n".join(unified_diff(step.shown, real, "the page", "the program", lineterm="", n=1))
            raise AssertionError(f"{where} shows something else:\n{difference}")
        self.ids |= {_name_of(key): value for key, value in match.groupdict().items()}

    def _real(self, shown: str) -> str:
        """The real id for one that the page shows, or for the start of one; any other argument as it is."""
        if not _ASKED.fullmatch(shown):
            return shown
        return next((real[: len(shown)] for known, real in self.ids.items() if known.startswith(shown)), shown)

    def _pattern(self, shown: tuple[str, ...]) -> str:
        """What the output has to match: each new id is a group, which must be the same wherever it stands."""
        groups: set[str] = set()
        lines = (r"(?:.*\n)*?" if line.strip() == _ANY_LINES else f"{_line(line, groups)}\n" for line in shown)
        return "".join(lines)


def _line(line: str, groups: set[str]) -> str:
    parts, end = [], 0
    for found in sorted([*_ID.finditer(line), *_TIME.finditer(line)], key=lambda match: match.start()):
        parts.append(re.escape(line[end : found.start()]))
        end = found.end()
        if _TIME.fullmatch(found[0]):
            parts.append(_TIME.pattern)
            continue
        key = f"id_{found[0].replace(':', '_')}"
        parts.append(f"(?P={key})" if key in groups else f"(?P<{key}>(?:[a-z]:)?[0-9a-f]{{4,16}})")
        groups.add(key)
    return "".join([*parts, re.escape(line[end:].rstrip())])


def _name_of(group: str) -> str:
    return group.removeprefix("id_").replace("_", ":")
