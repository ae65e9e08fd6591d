"""Every file of the lexicon can be read by an analyst: no key twice, sources at its head; faults are named."""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
import yaml

from counterclaim.errors import LexiconError
from counterclaim.lexicon.reading import Row, add_names, lines, listing, load_yaml, mapping, texts

FOLDER = files("counterclaim.lexicon")
TABLES = [f for f in (*FOLDER.iterdir(), *(FOLDER / "frames").iterdir()) if f.name.endswith(".yaml")]
WITH_SOURCES = {"armed_groups.yaml", "codes.yaml", "designations.yaml", "offices.yaml", "outlets.yaml", "states.yaml"}


def doubled(node: yaml.Node | None, found: list[str]) -> list[str]:
    """The keys that stand twice in one mapping, anywhere below ``node``: YAML drops the first without a word."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        found += sorted({key for key in keys if keys.count(key) > 1})
        for _, value in node.value:
            doubled(value, found)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            doubled(value, found)
    return found


@pytest.mark.parametrize("file", TABLES, ids=lambda f: f.name)
def test_no_key_stands_twice(file: Any) -> None:
    node = yaml.compose(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert doubled(node, []) == []


def test_a_doubled_key_is_seen() -> None:
    assert doubled(yaml.compose("a: {b: 1, c: 2, b: 3}"), []) == ["b"]


@pytest.mark.parametrize("name", sorted(WITH_SOURCES))
def test_a_file_names_its_sources_at_its_head(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    head = lines[: next(i for i, line in enumerate(lines) if line and not line.startswith("#"))]
    assert any(word in " ".join(head) for word in ("Sources:", "codebook"))


# what reads a damaged value, and what the error says
DAMAGED: list[tuple[Callable[[], object], str]] = [
    (lambda: load_yaml("a: [1, 2", "t.yaml"), "t.yaml is no YAML"),
    (lambda: mapping([1], "t.yaml", "part"), "t.yaml, part: no mapping of names"),
    (lambda: mapping({72: "x"}, "t.yaml", "part"), "put quotes around figures"),
    (lambda: listing("one", "t.yaml", "part"), "no list: 'one'; write"),
    (lambda: texts([True], "t.yaml", "part"), "no text: True; put quotes"),
    (lambda: texts([" "], "t.yaml", "part"), "no text: ' '"),
    (lambda: list(lines(["A"], "t.yaml", "part")), "t.yaml, part: no lines of names; write"),
    (lambda: list(lines("A: B,  C", "t.yaml", "part")), "an empty name in 'A: B,  C'; drop"),
    (lambda: list(lines("A\n\nB", "t.yaml", "part")), "an empty name in ''"),
    (lambda: Row({"nme": "x"}, "t.yaml", "row 1", ("name",)), "t.yaml, row 1: no such key: nme; keys are name"),
    (lambda: Row({"name": 7}, "t.yaml", "row 1", ("name",)).text("name"), "t.yaml, 7: name is no text: 7"),
    (lambda: Row({}, "t.yaml", "row 1", ("name",)).text("name"), "row 1: name is no text: None; give a name"),
    (
        lambda: Row({"kind": "x"}, "t.yaml", "r", ("kind",)).one_of("kind", {"b", "a"}),
        "no such kind: x; write one of a, b",
    ),
]


@pytest.mark.parametrize(("read", "message"), DAMAGED)
def test_what_is_wrong_is_said(read: Callable[[], object], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read()
    assert message in str(error.value)


def test_lines_hold_a_name_and_its_other_names() -> None:
    text = "Kestrel: KST, the Kestrel\nKite"
    assert list(lines(text, "t.yaml", "birds")) == [("Kestrel", ("KST", "the Kestrel")), ("Kite", ())]


def test_a_name_belongs_to_one_thing() -> None:
    first, second = object(), object()
    found: dict[str, object] = {}
    add_names(found, ("Kestrel", "KST", "Kestrel"), first, "t.yaml", "Kestrel")
    with pytest.raises(LexiconError, match=r"t\.yaml, Kite: the name KST is another entry's already"):
        add_names(found, ("Kite", "KST"), second, "t.yaml", "Kite")
