"""docs/sources.md: formats, keys, bounds and reasons are those of the program."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from counterclaim.ingest import adapters, jsonl
from counterclaim.ingest.formats import FORMATS
from counterclaim.ingest.limits import Limits

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/counterclaim/ingest").rglob("*.py"))


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in part.splitlines() if line[:2] == "| "][
        1:
    ]


def test_every_format_has_a_row_with_its_endings() -> None:
    told = {row[0]: set(re.findall(r"`(\.\w+)`", row[1])) for row in rows("Formats")}
    assert told == {each.name: set(each.suffixes) for each in FORMATS}


def test_the_keys_of_jsonl_are_those_that_are_read() -> None:
    told = [set(re.findall(r"`(\w+)`", row[1])) for row in rows("What is known of a document")]
    known = (jsonl._BODY, jsonl._TITLE, jsonl._PUBLISHED, jsonl._OUTLET, jsonl._URL)
    assert told == [set(keys) | ({"html"} if keys is jsonl._BODY else set()) for keys in known]


def shown(name: str, value: float) -> str:
    """A bound as the page writes it."""
    if name.endswith("_bytes") or name == "parse_memory":
        return f"{value / 1e6:,.0f} MB"
    return f"{value:g} s" if name.endswith("_seconds") else f"{value:,}"


def test_the_bounds_are_the_programs() -> None:
    limits = Limits()
    told = {row[0].strip("`"): row[1] for row in rows("Bounds")}
    assert told == {field.name: shown(field.name, getattr(limits, field.name)) for field in fields(limits)}


REASONS = [row[0].strip("`") for row in rows("When something is refused")]


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_one_that_the_program_gives(reason: str) -> None:
    assert f'"{reason}"' in SOURCE


def test_the_page_names_the_extra_that_refusals_name() -> None:
    [extra] = re.findall(r"\[(\w+)\]", adapters.INSTALL)
    assert f"`{extra}`" in PAGE
    assert f'".[{extra}]"' in PAGE
