"""One line on a terminal's error stream that says how far a command is."""

import shutil
from time import monotonic

import click

from counterclaim.exports.wording import clean


class Progress:
    """Documents done, of how many, at which rate; silent unless ``enabled``."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._shown = False
        self._start = monotonic()

    def step(self, path: str, done: int, total: int) -> None:
        """Show that a document is done. A single document needs no line."""
        if not self._enabled or total < 2:
            return
        from rich.cells import set_cell_size  # counts wide letters as two columns

        seconds = max(monotonic() - self._start, 0.001)
        left = seconds / done * (total - done)
        line = f"{done:,} of {total:,} documents, {done / seconds:.1f} a second, {_about(left)} left: {clean(path)}"
        width = shutil.get_terminal_size().columns - 1
        click.echo(f"\r\x1b[2K{set_cell_size(line, width).rstrip()}", nl=False, err=True, color=True)
        self._shown = True

    def close(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True, color=True)
            self._shown = False


def _about(seconds: float) -> str:
    minutes = seconds / 60
    if minutes < 1.5:
        return f"{seconds:.0f} s"
    return f"{minutes:.0f} min" if minutes < 90 else f"{minutes / 60:.1f} h"
