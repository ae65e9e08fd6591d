"""Whatever records there are, what was written is what is read; damage is named."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import StoreError
from counterclaim.records import Bound, Filler, Quantity, Reading, Refusal, Span
from counterclaim.store.codec import codec, pack, packed_text, unpack, unpacked_text
from counterclaim.store.ledgers import SECTIONS
from counterclaim.store.values import Correction
from tests.strategies import ANY_TEXT

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: ANY_TEXT,
    int: st.integers(-(10**12), 10**12),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    NoneType: st.none(),
}


def anything(of: Any) -> st.SearchStrategy[Any]:
    """Values of a type: of records, enums, spans, tuples and tables of them, any text in every field."""
    if of in _PLAIN:
        return _PLAIN[of]
    inner = get_args(of)
    if get_origin(of) in (Union, UnionType):
        return st.one_of(*map(anything, inner))
    if get_origin(of) is tuple and inner[-1:] == (...,):
        return st.lists(anything(inner[0]), max_size=2).map(tuple)
    if get_origin(of) is tuple:
        return st.tuples(*map(anything, inner))
    if get_origin(of) is Mapping:
        return st.dictionaries(anything(inner[0]), anything(inner[1]), max_size=2)
    if isinstance(of, type) and is_dataclass(of):
        hints = get_type_hints(of)
        return st.builds(of, **{field.name: anything(hints[field.name]) for field in fields(of)})
    if issubclass(of, Enum):
        return st.sampled_from(of)
    return st.builds(of, *(anything(hint) for hint in get_type_hints(of).values()))  # a named tuple


@pytest.mark.parametrize("of", [*SECTIONS.values(), Reading, Correction], ids=lambda of: of.__name__)
def test_what_was_written_is_what_is_read(of: Any) -> None:
    @settings(max_examples=25)
    @given(anything(of))
    def holds(value: Any) -> None:
        written = codec(of).json(value)
        assert codec(of).value(written) == value
        assert codec(of).values(b"[" + written + b"," + written + b"]") == (value, value)

    holds()


@given(ANY_TEXT)
def test_texts_come_back(text: str) -> None:
    assert unpacked_text(packed_text(text)) == text


def test_two_surrogates_stay_two() -> None:
    odd = Refusal("\ud83d\ude00", "\U0001f600", "")
    assert codec(Refusal).value(codec(Refusal).json(odd)) == odd
    assert unpacked_text(packed_text(odd.path)) == odd.path


def test_spans_and_enums_come_back_as_such() -> None:
    quantity = codec(Quantity).value(codec(Quantity).json(Quantity(1.0, None, Bound.MIN, None, "1", Span(0, 1))))
    assert isinstance(quantity.span, Span)
    assert quantity.bound is Bound.MIN


def test_a_record_that_has_gained_and_lost_a_field_is_read() -> None:
    assert codec(Filler).value(b'{"text": "a", "span": [0, 1], "dropped": 5}') == Filler("a", Span(0, 1), None)


@pytest.mark.parametrize(
    "written",
    [b"", b"{", b'{"path": 5}', b'{"path": "a"}', b"[1]", b"\xff", b"[" * 100_000],
    ids=["empty", "cut", "wrong type", "field missing", "no object", "no text", "too deep"],
)
def test_what_is_no_record_is_damage(written: bytes) -> None:
    with pytest.raises(StoreError, match="the case is damaged"):
        codec(Refusal).value(written)


@pytest.mark.parametrize("packed", [b"", b"no zlib", pack(b"x" * 1000)[:-5]], ids=["empty", "other", "cut"])
def test_what_cannot_be_unpacked_is_damage(packed: bytes) -> None:
    with pytest.raises(StoreError, match="the case is damaged"):
        unpack(packed)


def test_a_value_that_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.store.codec._LARGEST", 1_000_000)
    assert len(unpack(zlib.compress(b"0" * 1_000_000))) == 1_000_000
    with pytest.raises(StoreError, match="too large"):
        unpack(zlib.compress(b"0" * 50_000_000))


def test_the_json_is_json() -> None:
    assert json.loads(codec(Refusal).json(Refusal("\ud800", "ä", ""))) == {
        "path": "\ud800",
        "reason": "ä",
        "advice": "",
    }
