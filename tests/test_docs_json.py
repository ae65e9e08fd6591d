"""docs/json-ledger.md has a line for every key of the schema and no other, and examples that the schema allows."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from counterclaim.cli.main import main
from counterclaim.exports.ledger_json import schema

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "json-ledger.md").read_text(encoding="utf-8")
SCHEMA = schema()
DEFS: dict[str, dict[str, Any]] = SCHEMA["$defs"]
OBJECTS = {"ledger": SCHEMA} | {name: d for name, d in DEFS.items() if "properties" in d}
LISTS = {name: d["enum"] for name, d in DEFS.items() if "enum" in d}
WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "null"}


def sections() -> dict[str, str]:
    """The page's parts by their headings of the second level."""
    parts = re.split(r"^## (.+)$", PAGE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def rows(part: str) -> dict[str, list[str]]:
    """The lines of a part's table by what stands in their first cell."""
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in part.splitlines() if line[:2] == "| "]
    return {row[0].strip("`"): row[1:] for row in cells[1:]}


def kind(found: dict[str, Any]) -> str:
    """What a value is, in the page's words."""
    if "$ref" in found:
        name = found["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "anyOf" in found:
        return " or ".join(kind(each) for each in found["anyOf"])
    if "const" in found:
        return f"`{found['const']}`"
    if found["type"] == "array":
        return f"list of {kind(found['items'])}"
    if found["type"] == "object":
        return f"object of {kind(found['additionalProperties'])}"
    types = found["type"] if isinstance(found["type"], list) else [found["type"]]
    return " or ".join(WORDS[each] for each in types)


@pytest.mark.parametrize("name", OBJECTS)
def test_every_key_has_a_line_and_every_line_a_key(name: str) -> None:
    assert list(rows(sections()[name])) == list(OBJECTS[name]["properties"])


@pytest.mark.parametrize("name", OBJECTS)
def test_a_line_says_what_the_value_is_and_whether_it_is_always_there(name: str) -> None:
    told = {key: tuple(cells[:2]) for key, cells in rows(sections()[name]).items()}
    required = OBJECTS[name]["required"]
    assert told == {
        key: (kind(value), "yes" if key in required else "no") for key, value in OBJECTS[name]["properties"].items()
    }


@pytest.mark.parametrize("name", LISTS)
def test_every_value_of_a_closed_list_has_a_line(name: str) -> None:
    assert list(rows(sections()[name])) == LISTS[name]


@pytest.mark.parametrize("name", [*OBJECTS, *LISTS])
def test_every_line_says_what_it_means(name: str) -> None:
    assert all(len(cells[-1]) > 3 for cells in rows(sections()[name]).values())


def test_every_definition_of_the_schema_has_a_part() -> None:
    assert {*OBJECTS, *DEFS} <= set(sections())


def examples(name: str) -> list[Any]:
    """The JSON of a part."""
    return [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```$", sections()[name], re.DOTALL | re.M)]


@pytest.mark.parametrize("name", [*OBJECTS, "span"])
def test_every_part_has_an_example_that_the_schema_allows(name: str) -> None:
    found = examples(name)
    assert found
    for example in found:
        part = {"$ref": f"#/$defs/{name}"} if name in DEFS else {}
        jsonschema.Draft202012Validator({**SCHEMA, **part} if not part else {"$defs": DEFS, **part}).validate(example)


@pytest.mark.parametrize("name", [name for name in OBJECTS if name != "ledger"])
def test_an_example_shows_every_key_that_is_always_there_and_most_of_the_others(name: str) -> None:
    shown = {key for example in examples(name) for key in example}
    assert shown == set(OBJECTS[name]["properties"])


def spans(value: Any) -> list[tuple[str, list[int]]]:
    """The texts in an example with their spans."""
    if isinstance(value, list):
        return [found for each in value for found in spans(each)]
    if not isinstance(value, dict):
        return []
    own = [(value["text"], value["span"])] if {"text", "span"} <= set(value) else []
    return own + [found for each in value.values() for found in spans(each)]


def test_the_spans_of_the_examples_are_those_of_the_example_reports() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    held = [found for name in OBJECTS for found in spans(examples(name))]
    assert len(held) > 10
    for text, (start, end) in held:
        assert any(report[start:end] == text for report in texts), text


def test_the_ids_of_the_examples_point_at_each_other() -> None:
    [claim], [proposition], [document] = (examples(name) for name in ("claim", "proposition", "document"))
    assert claim["document"] == document["id"]
    assert claim["id"] in proposition["claims"]


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    """What the program writes of the example reports, held against the example lists."""
    reports, lists = ROOT / "examples", ROOT / "examples" / "registers"
    arguments = ["read", str(reports), "--registers", str(lists), "--format", "json"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout.replace(f"{ROOT}/", ""))
    return found


@pytest.mark.parametrize("name", ["document", "entity", "claim", "story", "lineage", "register", "hit"])
def test_an_example_is_what_the_program_writes(name: str, written: dict[str, Any]) -> None:
    [section] = [key for key, value in SCHEMA["properties"].items() if kind(value) == f"list of [{name}](#{name})"]
    for example in examples(name):
        assert example in written[section]


def test_the_examples_of_propositions_are_what_the_program_writes(written: dict[str, Any]) -> None:
    propositions = [proposition | {"regimes": []} for proposition in written["propositions"]]
    assert all(example in propositions for example in examples("proposition"))
    for name, section in (("register_check", "register_checks"), ("regime", "regimes")):
        held = [found for proposition in written["propositions"] for found in proposition[section]]
        assert all(example in held for example in examples(name))


def test_the_pages_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [block] = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    exec(compile(block, "json-ledger.md", "exec"), {})  # noqa: S102  (the project's own text)
    assert "proposition" in capsys.readouterr().out
