"""`counterclaim`: the group of commands."""

import click

from counterclaim import __version__
from counterclaim.cli.read import read


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="counterclaim")
def main() -> None:
    """Read news reports about arms transfers, sanctions and conflict into a ledger of attributed claims."""


main.add_command(read)
