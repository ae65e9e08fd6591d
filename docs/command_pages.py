"""A page for each command, made from the command itself: nothing about it has to be written twice."""

import re
import textwrap
from collections.abc import Sequence
from typing import Any

import click

from docs.command_help import Page, commands

INDEX = "README.md"
_NOTE = "<!-- Made from the command's own help by `python -m docs.generate`. Do not edit. -->"
_WIDTH = 120
_DEFAULT = re.compile(r"\s*\[default: (.+)\]$")


def pages(group: click.Group) -> dict[str, str]:
    """Every page of docs/commands by the name of its file, the index among them. Raises ValueError."""
    found = list(commands(group))
    return {page.file: _text(page) for page in found} | {INDEX: _index(found)}


def _text(page: Page) -> str:
    first, *rest = map(_prose, page.help.paragraphs)
    blocks = [_NOTE, f"# {page.name}", first, _fenced("text", _usage(page)), *rest]
    blocks += [_fenced("text", table) for table in page.help.tables]
    if isinstance(page.command, click.Group):
        below = [p for p in commands(page.command, page.name) if p.group is page.command]
        blocks += ["## Commands", _links(below)]
    for title, rows in (("Arguments", _arguments(page.command)), ("Options", _options(page.command))):
        if rows:
            blocks += [f"## {title}", _table(rows)]
    if page.examples:
        blocks += ["## Examples", _fenced("sh", _lines(page.examples))]
    if page.help.exits:
        blocks += ["## Exit codes", _table([("code", "meaning"), *((c, _cell(m)) for c, m in page.help.exits)])]
    return "\n\n".join(blocks) + "\n"


def _index(found: Sequence[Page]) -> str:
    intro = (
        "One page a command, made from the command's own help, which `counterclaim COMMAND --help` shows. New to "
        "Counterclaim? Begin with the [tutorial](../tutorial.md)."
    )
    return "\n\n".join([_NOTE, "# The commands", _wrapped(intro), _links(found)]) + "\n"


def _links(found: Sequence[Page]) -> str:
    rows = [(f"[{page.name.partition(' ')[2]}]({page.file})", _cell(page.about)) for page in found]
    return _table([("command", "what it does"), *rows])


def _usage(page: Page) -> str:
    takes_options = [p for p in page.command.params if isinstance(p, click.Option)]
    pieces = [page.name, *(["[OPTIONS]"] if takes_options else [])]
    pieces += [_metavar(p) for p in page.command.params if isinstance(p, click.Argument)]
    return " ".join([*pieces, *(["COMMAND …"] if isinstance(page.command, click.Group) else [])])


def _metavar(argument: click.Argument) -> str:
    """An argument as the usage line has it. A name that the command chose itself is taken as it is."""
    if argument.metavar:
        return argument.metavar
    name = f"{(argument.name or '').upper()}{'...' if argument.nargs == -1 else ''}"
    return name if argument.required else f"[{name}]"


def _arguments(command: click.Command) -> list[tuple[str, ...]]:
    rows = []
    for argument in command.params:
        if isinstance(argument, click.Argument):
            number = "one or more" if argument.nargs == -1 else "one"
            number = number if argument.required else "any number" if argument.nargs == -1 else "one or none"
            rows.append((_code(_metavar(argument)), number, _values(argument)))
    return [("argument", "how many", "values"), *rows] if rows else []


def _values(argument: click.Argument) -> str:
    """The values that an argument may have, or what stands for it where it is not given."""
    found = []
    if isinstance(argument.type, click.Choice):
        found.append(", ".join(_code(str(choice)) for choice in argument.type.choices))
    default = argument.to_info_dict()["default"]
    if isinstance(default, str):
        found.append(f"default: {_code(default)}")
    return "; ".join([*found, *_environment(argument)]) or "—"


def _options(command: click.Command) -> list[tuple[str, ...]]:
    options = [option for option in command.params if isinstance(option, click.Option) and not option.hidden]
    rows = [(_option(option), *_meaning(option)) for option in options]
    return [("option", "default", "meaning"), *rows] if rows else []


def _option(option: click.Option) -> str:
    """The option as one types it, with what follows it."""
    names = ", ".join((*option.opts, *option.secondary_opts))
    info = option.to_info_dict()
    if option.is_flag or option.count:
        return _code(names)
    if isinstance(option.type, click.Choice):
        return _code(f"{names} {'|'.join(map(str, option.type.choices))}")
    return _code(f"{names} {option.metavar or _placeholder(info)}")


def _placeholder(info: dict[str, Any]) -> str:
    kind = info["type"]
    if kind["param_type"] == "Path":
        return "DIR" if not kind["file_okay"] else "FILE" if not kind["dir_okay"] else "PATH"
    return "NUMBER" if kind["param_type"] == "IntRange" else "TEXT"


def _meaning(option: click.Option) -> tuple[str, str]:
    """The default and what the help says."""
    text = option.help or "One of these."
    stated = _DEFAULT.search(text)
    default = option.to_info_dict()["default"]
    if stated:
        shown, text = stated[1], text[: stated.start()]
    elif option.required:
        shown = "must be given"
    elif option.is_flag or default is None or default == () or not isinstance(default, str | int | float):
        shown = "—"
    else:
        shown = _code(str(default))
    text = f"{text} May be given several times." if option.multiple else text
    range_ = option.type if isinstance(option.type, click.IntRange) else None
    text = f"{text} From {range_.min:,} to {range_.max:,}." if range_ and range_.min is not None else text
    return "; ".join([_cell(shown) if stated else shown, *_environment(option)]), _cell(text)


def _environment(parameter: click.Parameter) -> list[str]:
    return [f"or the environment's {_code(str(parameter.envvar))}"] if parameter.envvar else []


def _prose(text: str) -> str:
    return _wrapped(_escaped(text))


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _lines(examples: Sequence[tuple[str, str]]) -> str:
    """Command lines one below the other, remarks in a column."""
    wide = max((len(line) for line, remark in examples if remark), default=0)
    return "\n".join(f"{line:<{wide}}  # {remark}" if remark else line for line, remark in examples)


def _fenced(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"|{'---|' * len(rows[0])}", *body])


def _code(text: str) -> str:
    return f"`{text.replace('|', chr(92) + '|')}`"


def _cell(text: str) -> str:
    return _escaped(text).replace("|", "\\|")


def _escaped(text: str) -> str:
    """Text without what Markdown would take for markup."""
    return re.sub(r"([*<\[])", r"\\\1", text)
