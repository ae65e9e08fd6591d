"""JSON out and in: nothing is lost; a text that is no ledger is refused at a named place; the schema says the same."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from counterclaim.errors import LedgerError
from counterclaim.exports.html import to_html
from counterclaim.exports.ledger_json import schema, to_json, to_object
from counterclaim.exports.ledger_read import from_json
from counterclaim.exports.terminal import to_table
from counterclaim.pipeline import Pipeline, collect
from counterclaim.records import (
    Bound,
    Document,
    EntryKind,
    Factuality,
    Feature,
    InForce,
    Ledger,
    LinkKind,
    OriginKind,
    Outcome,
    Section,
    Stance,
    Status,
    Verdict,
    digest,
)
from tests.exports.ledgers import ledgers
from tests.exports.register_samples import HIT, registered
from tests.exports.samples import collection
from tests.exports.test_ledger_json import FULL_LEDGER, REPORT

SCHEMA = Draft202012Validator(schema())
Path = tuple[str | int, ...]


def without_texts(ledger: Ledger) -> Ledger:
    return replace(ledger, documents=tuple(replace(document, text="") for document in ledger.documents))


def _full() -> dict[str, Any]:
    made, first = to_object(registered()), to_object(FULL_LEDGER)
    [document], [claim], [proposition] = first["documents"], first["claims"], first["propositions"]
    time = {"start": "2024-01-01", "end": None, "text": "x", "span": [0, 1], "anchor": None}
    document["credits"] = ["Fjordposten"]
    claim["attribution"][0]["time"], claim["time"], claim["value"] = time, time, claim["quantity"]
    proposition["regimes"] = made["propositions"][2]["regimes"]
    proposition["register_checks"] = made["propositions"][0]["register_checks"]
    return first | {"registers": made["registers"][:1], "hits": made["hits"][:1]}


_FULL = json.dumps(_full())


def full() -> Any:
    """A ledger in which every list has an entry and every object is there."""
    return json.loads(_FULL)


def read(whole: Any) -> Ledger:
    return from_json(json.dumps(whole))


@pytest.mark.parametrize("ledger", [Ledger((), (), ()), collection(), registered(), FULL_LEDGER])
def test_what_was_written_is_read(ledger: Ledger) -> None:
    assert from_json(to_json(ledger)) == without_texts(ledger)


@given(ledgers())
@settings(max_examples=30, deadline=None)
def test_any_ledger_comes_back_as_it_was(ledger: Ledger) -> None:
    written = to_json(ledger)
    assert from_json(written) == ledger
    assert to_json(from_json(written)) == written
    assert SCHEMA.is_valid(json.loads(written))


def test_the_extractor_of_an_older_ledger_is_kept() -> None:
    older = to_json(replace(FULL_LEDGER, extractor="1999.1"))
    assert json.loads(older)["extractor"] == from_json(older).extractor == "1999.1"


@pytest.mark.parametrize("odd", ["\ud800", "\ud83d\udea2", "\udea2\ud83d\udea2", "\x00", "\u2028", '"\\'])
def test_odd_characters_come_back(odd: str) -> None:
    written = to_json(Ledger((Document(f"{odd}.txt", "", digest(odd)),), (), ()))
    again = from_json(written.encode("utf-8").decode("utf-8"))
    assert to_json(again) == written
    paired = odd.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert again.documents[0].path == f"{paired}.txt"


def test_a_report_as_the_pipeline_reads_it() -> None:
    ledger = collect([Pipeline().read_document(Document("report.txt", REPORT, digest(REPORT)))])
    written = to_json(ledger)
    assert SCHEMA.is_valid(json.loads(written))
    assert from_json(written) == without_texts(ledger)


def test_keys_that_are_not_known_are_passed_over() -> None:
    whole = full()
    more = deepcopy(whole)
    for path, value in places(whole):
        if isinstance(value, dict) and path[-1:] not in {("roles",), ("features",), ("notes",), ("repeats",)}:
            at(more, path)["colour"] = [{"of": "no use"}]
    assert read(more) == read(whole)
    assert SCHEMA.is_valid(more)


def test_a_feature_that_stands_twice_is_counted_twice() -> None:
    twice = replace(HIT, features=(Feature("word the same", 0.5, "Karsk"), Feature("word the same", 0.4, "Prison")))
    ledger = Ledger((), (), (), hits=(twice,))
    [shown] = to_object(ledger)["hits"]
    assert shown["features"] == {"word the same": 0.5, "word the same (2)": 0.4}
    assert shown["notes"] == {"word the same": "Karsk", "word the same (2)": "Prison"}
    assert from_json(to_json(ledger)).hits == (twice,)


def places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value below, the first of each list, with the way to it."""
    yield path, value
    held = value.items() if isinstance(value, dict) else enumerate(value[:1] if isinstance(value, list) else ())
    for key, below in held:
        yield from places(below, (*path, key))


def at(whole: Any, path: Path) -> Any:
    for key in path:
        whole = whole[key]
    return whole


def changed(path: Path, value: Any) -> Any:
    """The full ledger with another value at a place."""
    whole = full()
    at(whole, path[:-1])[path[-1]] = value
    return whole


def named(path: Path) -> str:
    """A place as messages name it."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


PLACES = [path for path, _ in places(full()) if path]
# The page finds story and lineage in their own lists: the copies beside the document are for other readers.
COPIES = {("documents", 0, "story"), ("documents", 0, "lineage")}


def test_the_full_ledger_is_full() -> None:
    empty = [named(path) for path, value in places(full()) if value == [] and path[-1] != "denied_by"]
    assert empty == []
    assert SCHEMA.is_valid(full())


def test_a_wrong_type_anywhere_is_refused_and_named() -> None:
    assert len(PLACES) > 200
    for path in PLACES:
        wrong: Any = [] if isinstance(at(full(), path), dict) else {"wrong": 1}
        whole = changed(path, wrong)
        assert not SCHEMA.is_valid(whole), named(path)
        if path in COPIES:
            continue
        with pytest.raises(LedgerError) as refused:
            read(whole)
        assert named(path) in str(refused.value)


ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    10**20,
    "",
    "\x00",
    "\ud800",
    "e:odo",
    [],
    {},
    [0, 10**9],
    ["a"],
    {"a": ["b"]},
)


@given(st.sampled_from(PLACES), st.sampled_from(ODD) | st.sampled_from(PLACES).map(lambda path: at(full(), path)))
@settings(max_examples=40, deadline=None)
def test_whatever_stands_at_a_place_is_refused_or_can_be_shown(path: Path, value: Any) -> None:
    try:
        ledger = read(changed(path, value))
    except LedgerError:
        return
    for show in (to_json, to_html, to_table):
        assert show(ledger)


def test_a_missing_key_is_refused_where_the_schema_says_so() -> None:
    for path in PLACES:
        if not isinstance(path[-1], str) or path in COPIES:
            continue
        whole = full()
        del at(whole, path[:-1])[path[-1]]
        if SCHEMA.is_valid(whole):
            read(whole)
            continue
        with pytest.raises(LedgerError, match=f"the key “{path[-1]}” is missing"):
            read(whole)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("claims", 0, "trigger", "span"), [9, 4], "claims[0].trigger.span: expected two whole numbers in order"),
        (("claims", 0, "trigger", "span"), [1, 2, 3], "claims[0].trigger.span: expected two whole numbers"),
        (("claims", 0, "trigger", "span"), [-1, 2], "claims[0].trigger.span[0]: expected a whole number from 0"),
        (("claims", 0, "trigger", "span"), [0, True], "claims[0].trigger.span[1]: expected a whole number from 0"),
        (("claims", 0, "trigger", "span"), [0, 3], "claims[0].id: expected c:"),
        (("claims", 0, "factuality"), "true", "claims[0].factuality: expected one of CT+, PR+"),
        (("claims", 0, "quantity", "low"), 10**400, "claims[0].quantity.low: expected a number that is not beyond"),
        (("documents", 0, "sha256"), "0" * 64, "documents[0].id: expected d:0000000000000000"),
        (("registers", 0, "entries"), 7.5, "registers[0].entries: expected a whole number from 0"),
        (("registers", 0, "sha256"), "0" * 64, "registers[0].label: expected canada"),
        (("lineages", 0, "links", 0, "documents"), ["d:1"], "lineages[0].links[0].documents: expected the ids of two"),
        (("hits", 0, "verdict"), "certain", "hits[0].verdict: expected one of hit, possible, none"),
        (("format",), "counterclaim-ledger/2", "format: 'counterclaim-ledger/2' cannot be read"),
        (("extractor",), '"><b>', "extractor: expected a version such as 2026.1"),
    ],
)
def test_values_that_cannot_be(path: Path, value: Any, said: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(changed(path, value))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ("{", "no JSON"),
        ("[]", "at its top: expected an object, found a list"),
        ("null", "expected an object, found null"),
        ("12", "found the number 12"),
        ('{"format": NaN}', "NaN is no number of JSON"),
        ('{"format": -Infinity}', "-Infinity is no number of JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("9" * 10_000, "no JSON"),
        (to_json(registered())[:-300], "is the file whole"),
    ],
    ids=["empty", "cut", "list", "null", "number", "NaN", "infinity", "deep list", "deep object", "digits", "half"],
)
def test_texts_that_are_no_ledger(text: str, said: str) -> None:
    with pytest.raises(LedgerError, match="JSON ledger") as refused:
        from_json(text)
    assert said in str(refused.value)


def test_more_than_is_read_at_once_is_refused_unread() -> None:
    with pytest.raises(LedgerError, match="11 characters, more than the 10"):
        from_json("x" * 11, longest=10)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("bound", Bound),
        ("stance", Stance),
        ("factuality", Factuality),
        ("section", Section),
        ("origin_kind", OriginKind),
        ("status", Status),
        ("link_kind", LinkKind),
        ("verdict", Verdict),
        ("entry_kind", EntryKind),
        ("outcome", Outcome),
        ("in_force", InForce),
    ],
)
def test_the_schema_knows_the_values_of_the_records(name: str, known: Any) -> None:
    assert schema()["$defs"][name]["enum"] == [value.value for value in known]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())
