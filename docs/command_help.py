"""The commands and their help texts, taken apart for their pages.

A help text has prose; examples, in a paragraph of lines that begin with "counterclaim"; other blocks of lines; and a
paragraph "Exit code 0: …; 1: …".
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

import click

NAME = "counterclaim"


@dataclass(frozen=True, slots=True)
class Help:
    """A command's help in its parts.

    ``paragraphs`` are prose, the first one says what the command does; ``tables`` are blocks of lines as they stand;
    ``examples`` are command lines, each with a remark or ""; ``exits`` are exit codes with their meanings.
    """

    paragraphs: tuple[str, ...]
    tables: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    exits: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A command under its full name ("counterclaim registers load"), the group that holds it, and its help."""

    name: str
    command: click.Command
    group: click.Group
    help: Help

    @property
    def file(self) -> str:
        """The name of the page's file."""
        return "-".join(self.name.split()[1:]) + ".md"

    @property
    def about(self) -> str:
        """The first sentence of the help."""
        return re.split(r"(?<=[.:])\s", self.help.paragraphs[0], maxsplit=1)[0].rstrip(".:")

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """The examples of the command's own help; without any, those of its group's that call it."""
        own = self.help.examples or parts_of(self.group.help or "").examples
        return tuple((line, remark) for line, remark in own if f"{line} ".startswith(f"{self.name} "))


def commands(group: click.Group, name: str = NAME) -> Iterator[Page]:
    """Every command under a group in its order, a group before its commands. Raises ValueError for one without help."""
    for part, command in _members(group):
        if not command.help:
            raise ValueError(f"{name} {part} has no help: write what it does, examples and exit codes in its docstring")
        yield Page(f"{name} {part}", command, group, parts_of(command.help))
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {part}")


def _members(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group, which may find them only when it is asked for them, in its own order."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is not None:
            yield name, command


def parts_of(text: str) -> Help:
    """A help text in its parts."""
    prose: list[str] = []
    tables: list[str] = []
    examples: list[tuple[str, str]] = []
    exits: list[tuple[str, str]] = []
    for paragraph in re.split(r"\n{2,}", inspect.cleandoc(text)):
        verbatim = paragraph.startswith("\b\n")
        lines = [line for line in paragraph.removeprefix("\b\n").splitlines() if line.strip()]
        if verbatim and all(line.startswith(f"{NAME} ") for line in lines):
            examples += map(_example, lines)
        elif verbatim:
            tables.append("\n".join(lines))
        elif paragraph.startswith("Exit code"):
            exits += _exits(" ".join(lines))
        else:
            prose.append(" ".join(lines))
    return Help(tuple(prose), tuple(tables), tuple(examples), tuple(exits))


def _example(line: str) -> tuple[str, str]:
    """A command line and the remark behind it, which stands apart with or without a #."""
    command, _, remark = re.sub(r"\s{2,}(?:# *)?", "\t", line.strip(), count=1).partition("\t")
    return command, remark


def _exits(text: str) -> list[tuple[str, str]]:
    parts = re.split(r"(?:^Exit codes? |; )(\d+): ", text.rstrip("."))
    return list(zip(parts[1::2], parts[2::2]))
