"""The pages under docs: made pages are up to date, and what the written ones name is there."""

import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest

from counterclaim.cli.main import main
from counterclaim.exports.formats import FORMATS
from counterclaim.exports.tables import TABLES
from counterclaim.records import InForce, Outcome, Verdict
from counterclaim.registers.check_windows import AFTER_REPORT, AFTER_STATED, BEFORE_REPORT, BEFORE_STATED
from counterclaim.registers.formats import FORMATS as REGISTER_FORMATS
from counterclaim.registers.names.values import HIT, POSSIBLE
from docs import generate
from docs.command_help import Page, commands, parts_of
from docs.command_pages import pages

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FILES = sorted(DOCS.rglob("*.md"))
PAGES = {str(path.relative_to(DOCS)): path.read_text(encoding="utf-8") for path in FILES}
MADE = pages(main)
COMMANDS = list(commands(main))
LEAVES = [page for page in COMMANDS if not isinstance(page.command, click.Group)]
REGISTERS, EXPORTS = PAGES["registers.md"], PAGES["exports.md"]


# --- the pages of the commands ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MADE)
def test_the_page_of_a_command_is_what_its_help_makes(name: str) -> None:
    assert (generate.FOLDER / name).is_file(), "python -m docs.generate"
    assert (generate.FOLDER / name).read_text(encoding="utf-8") == MADE[name], "python -m docs.generate"


def test_no_page_is_left_of_a_command_that_is_gone() -> None:
    assert {path.name for path in generate.FOLDER.iterdir()} == set(MADE), "python -m docs.generate"


@pytest.mark.parametrize("page", LEAVES, ids=lambda page: page.name)
def test_every_command_has_an_example_and_says_its_exit_codes(page: Page) -> None:
    assert page.examples, f"{page.name}: its help has no example"
    codes = dict(page.help.exits)
    assert {"0", "2"} <= set(codes), f"{page.name}: its help has no 'Exit code 0: …'"
    assert all(codes.values())


@pytest.mark.parametrize("page", COMMANDS, ids=lambda page: page.name)
def test_every_option_and_argument_is_on_the_page(page: Page) -> None:
    text = MADE[page.file]
    options = [option for option in page.command.params if isinstance(option, click.Option)]
    for option in options:
        assert all(f"`{name}" in text for name in option.opts[:1])
        assert not option.help or option.help.split("  ")[0].split("*")[0] in text.replace("\\", "")
    assert text.count("\n| `-") == len(options)


def test_a_help_text_is_taken_apart() -> None:
    found = parts_of(
        """Do a thing: well. And more.

        \b
        counterclaim do this
        counterclaim do that --now     # at once
        counterclaim do old new        the two of them

        \b
        a  the first
        b  the second

        More words
        on two lines.

        Exit code 0: done; 1: something was refused (named), the rest was done; 2: wrong usage.
        """
    )
    assert found.paragraphs == ("Do a thing: well. And more.", "More words on two lines.")
    assert found.tables == ("a  the first\nb  the second",)
    assert found.examples == (
        ("counterclaim do this", ""),
        ("counterclaim do that --now", "at once"),
        ("counterclaim do old new", "the two of them"),
    )
    assert found.exits == (
        ("0", "done"),
        ("1", "something was refused (named), the rest was done"),
        ("2", "wrong usage"),
    )


def test_a_command_without_help_is_named() -> None:
    group = click.Group("counterclaim", commands={"do": click.Command("do")})
    with pytest.raises(ValueError, match="counterclaim do has no help"):
        pages(group)


# --- what the pages say of commands -----------------------------------------------------------------------------------


def called(text: str) -> list[str]:
    """The command lines in a page: those of blocks, and those in running text."""
    inside = re.findall(r"`(counterclaim [a-z][^`\n]*)`", text.replace("\\|", "|"))
    own = re.findall(r"^(?:\$ )?(?:\.venv/bin/)?(counterclaim [a-z].*)$", text, re.MULTILINE)
    return [re.sub(r" […>].*$", "", line) for line in (*inside, *own)]


CALLED = sorted({(name, line) for name, text in PAGES.items() for line in called(text)})


@pytest.mark.parametrize(("name", "line"), CALLED)
def test_a_command_that_a_page_names_is_one(name: str, line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    command: click.Command = main
    context = click.Context(main)
    while isinstance(command, click.Group) and words and not (words[0].startswith("-") or words[0].isupper()):
        found = command.get_command(context, words[0])
        assert found is not None, f"{name}: {line}"
        command, words = found, words[1:]
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"--help"}
    assert {word for word in words if re.fullmatch(r"--[a-z-]+", word)} <= known, f"{name}: {line}"


def test_there_are_commands_to_check() -> None:
    assert len(CALLED) > 50


# --- links, files, lines ----------------------------------------------------------------------------------------------


def anchors(text: str) -> set[str]:
    """What may be linked to in a page: its headings, as GitHub names them."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in heads}


LINKS = [(name, link) for name, text in PAGES.items() for link in re.findall(r"\]\(([^)\s]+)\)", text)]


@pytest.mark.parametrize(("name", "link"), LINKS)
def test_a_link_leads_somewhere(name: str, link: str) -> None:
    path, _, anchor = link.partition("#")
    target = ((DOCS / name).parent / path).resolve() if path else DOCS / name
    assert target.is_file(), f"{name}: {link}"
    assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), f"{name}: {link}"


def test_every_page_is_linked_from_the_index() -> None:
    linked = set(re.findall(r"\]\(([\w/.-]+)\)", PAGES["README.md"]))
    assert linked == {name for name in PAGES if name != "README.md" and not name.startswith("commands/")} | {
        "commands/README.md"
    }


@pytest.mark.parametrize("name", PAGES)
def test_files_that_a_page_names_are_there(name: str) -> None:
    named = re.findall(r"`((?:src|tests|examples|benchmarks|exports)/[\w/.-]+)`", PAGES[name])
    missing = [path for path in named if not ((ROOT / path).exists() or (ROOT / "src/counterclaim" / path).exists())]
    assert [path for path in missing if not path.endswith("display.yaml")] == []


def test_the_extras_that_pages_ask_to_install_exist() -> None:
    named = {extra for text in PAGES.values() for extra in re.findall(r"(?:counterclaim|\"\.)\[(\w+)\]", text)}
    assert named
    assert named <= set(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"])


@pytest.mark.parametrize("name", PAGES)
def test_prose_fits_into_120_columns(name: str) -> None:
    prose = re.sub(r"^```.*?^```$", "", PAGES[name], flags=re.MULTILINE | re.DOTALL)
    assert [line for line in prose.splitlines() if len(line) > 120 and not line.startswith("|")] == []


# --- what the pages say of formats, registers and figures -------------------------------------------------------------


def first_cells(text: str) -> list[str]:
    """What stands in code in the first cells of a text's tables."""
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def test_every_export_has_a_row_and_a_section() -> None:
    rows = re.findall(
        r"^\| \[(\w+)\]\(#\w+\) \| `([^`]+)` \| [^|]+ \| (?:`[^`]*\[(\w+)\][^`]*`)? ?\|$", EXPORTS, re.MULTILINE
    )
    assert rows == [(e.name, e.suffix, "".join(e.needs)) for e in FORMATS.values()]
    assert re.findall(r"^## (.+)$", EXPORTS, re.MULTILINE) == list(FORMATS)


def test_every_table_of_the_csv_export_is_named() -> None:
    part = EXPORTS.partition("\n## csv\n")[2].partition("\n## ")[0]
    listed = part.partition("every column: ")[2].partition(".")[0]
    assert re.split(r",\s+", listed) == [table.name for table in TABLES]


def test_every_format_of_a_register_has_a_row() -> None:
    part = REGISTERS.partition("\n## Lists and formats\n")[2].partition("\n## ")[0]
    assert sorted(first_cells(part)) == sorted(each.name for each in REGISTER_FORMATS)


def test_the_page_on_registers_says_the_numbers_of_the_program() -> None:
    text = " ".join(REGISTERS.split())
    assert f"From {HIT:.2f} a score is a hit, from {POSSIBLE:.2f} a possible." in text
    assert f"{BEFORE_STATED.days} days before and {AFTER_STATED.days} days after a day that the claim states" in text
    assert f"{BEFORE_REPORT.days} days before and {AFTER_REPORT.days} days after the day of the report" in text


def test_the_page_on_registers_explains_every_answer() -> None:
    assert set(first_cells(REGISTERS)) >= {*map(str, Outcome), *map(str, InForce)}
    assert set(re.findall(r"^- \*\*(\w+)\*\*:", REGISTERS, re.MULTILINE)) == set(map(str, Verdict))


STORE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/counterclaim/store").glob("*.py"))
TOLD = first_cells(PAGES["case.md"])


@pytest.mark.parametrize("message", TOLD)
def test_a_message_of_a_case_is_one_that_the_program_gives(message: str) -> None:
    assert message in STORE


def test_the_page_on_cases_explains_messages() -> None:
    assert len(TOLD) > 5


def test_the_figures_of_the_limits_are_the_readmes() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert generate.with_figures(PAGES["limits.md"], readme) == PAGES["limits.md"], "python -m docs.generate"


def test_a_figure_that_the_readme_does_not_have_is_named() -> None:
    page = "| what | figure |\n|---|---|\n| colours | 7 |\n"
    assert generate.with_figures(page, "| colours | 9 | `python -m x` |\n").endswith("| colours | 9 |\n")
    with pytest.raises(ValueError, match="no row 'colours'"):
        generate.with_figures(page, "| sounds | 9 | `python -m x` |\n")


def test_the_limits_hold_no_figure_of_their_own() -> None:
    prose = re.sub(r"^\|.*$", "", PAGES["limits.md"], flags=re.MULTILINE)
    assert re.findall(r"\d+(?:\.\d+)?(?: %| of 100|\b)", prose.replace("F1", "")) == []
