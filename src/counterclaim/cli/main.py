"""`counterclaim`: the group of commands."""

from importlib import import_module

import click

from counterclaim import __version__

# In the order of a desk's work. Each is the object of that name in the module of that name.
COMMANDS = (
    "read",
    "init",
    "add",
    "collect",
    "ledger",
    "show",
    "diff",
    "correct",
    "screen",
    "registers",
    "export",
    "completion",
)


class _Commands(click.Group):
    """Commands that are imported when they are asked for, so that one does not pay for all."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"counterclaim.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101  (a module that breaks the rule above)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="counterclaim")
def main() -> None:
    """Read news reports about arms transfers, sanctions and conflict into a ledger of attributed claims."""
