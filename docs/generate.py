"""Makes the pages of docs/commands, and puts the README's figures into docs/limits.md: `python -m docs.generate`.

A test compares what is there with what would be made.
"""

import re
from pathlib import Path

import click

from counterclaim.cli.main import main as counterclaim
from docs.command_pages import pages

DOCS = Path(__file__).parent
FOLDER = DOCS / "commands"
_LIMITS, _README = DOCS / "limits.md", DOCS.parent / "README.md"


def with_figures(page: str, readme: str) -> str:
    """A page with the second cell of each row of its tables of figures as the README has it.

    Raises ValueError for a row that the README does not have.
    """
    figures = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \| `", readme, re.MULTILINE))
    lines = []
    measured = False
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("| ") else []
        if measured and cells:
            if cells[0] not in figures:
                raise ValueError(f"the README's table of figures has no row {cells[0]!r}; mend the page's row")
            lines.append(f"| {cells[0]} | {figures[cells[0]]} |")
            continue
        measured = cells == ["what", "figure"] or (measured and line.startswith("|-"))
        lines.append(line)
    return "\n".join(lines) + "\n"


@click.command()
def main() -> None:
    """Write the pages of docs/commands, remove those of commands that are gone, and bring figures up to date."""
    made = pages(counterclaim)
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    FOLDER.mkdir(exist_ok=True)
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    limits = with_figures(_LIMITS.read_text(encoding="utf-8"), _README.read_text(encoding="utf-8"))
    _LIMITS.write_text(limits, encoding="utf-8")
    click.echo(f"wrote {len(made)} pages to {FOLDER}")


if __name__ == "__main__":
    main()
