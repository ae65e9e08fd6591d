"""The table of formats: complete, without doubles, each one tested, and none that takes another's lists for its own."""

from importlib import import_module
from pathlib import Path

import pytest

from counterclaim.registers import formats
from counterclaim.registers.formats import FORMATS, HEAD, Format, Head
from tests.registers.formats.lists import EXAMPLES

MODULES = sorted(path.stem for path in Path(formats.__file__).parent.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("module", MODULES)
def test_every_format_of_a_module_is_in_the_table(module: str) -> None:
    found = vars(import_module(f"counterclaim.registers.formats.{module}")).values()
    assert all(one in FORMATS for one in found if isinstance(one, Format))


def test_names_are_given_once() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.name)
def test_every_format_has_tests(format_: Format) -> None:
    module = format_.load.__module__.rpartition(".")[2]
    tests = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    assert any(module in text for text in tests)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_one_format_at_most_knows_a_file(path: Path) -> None:
    head = Head(path, path.read_bytes()[:HEAD])
    assert sum(one.recognises(head) for one in FORMATS) == (path.name in MAIN)


MAIN = {"canada_sema.xml", "un_consolidated.xml", "sdn.csv", "subjects.csv"}
