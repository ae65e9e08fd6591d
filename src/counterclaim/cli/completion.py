"""`counterclaim completion`: what makes a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class

from counterclaim.cli import output

_NAME = "counterclaim"
_VARIABLE = "_COUNTERCLAIM_COMPLETE"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that makes a shell complete commands and options.

    \b
    counterclaim completion bash >> ~/.bashrc
    counterclaim completion zsh >> ~/.zshrc
    counterclaim completion fish > ~/.config/fish/completions/counterclaim.fish

    Exit code 0: printed; 2: wrong usage.
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.ClickException(f"there is no completion for {shell}")
    script = found(context.find_root().command, {}, _NAME, _VARIABLE).source()
    output.show(script.encode("utf-8"))
