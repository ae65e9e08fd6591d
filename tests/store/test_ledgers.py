"""How a ledger is cut into parts: the cuts hang on the records, so that one more changes little."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import Refusal, ScreeningHit, Story
from counterclaim.store.codec import codec
from counterclaim.store.ledgers import SECTIONS, cut, record_id
from counterclaim.store.values import hit_id
from tests.store.samples import LEDGER, MAY, ODD, SOLD

STORIES = [Story(f"s:{n:016x}", f"Story {n}", (f"d:{n}",)) for n in range(3_000)]


@settings(max_examples=20)
@given(st.integers(0, 700), st.integers(0, 3_000))
def test_the_parts_together_are_the_section(size: int, start: int) -> None:
    stories = STORIES[start : start + size]
    parts = list(cut("stories", stories))
    assert [record for part in parts for record in part.records] == stories
    read = codec(SECTIONS["stories"])
    for part in parts:
        assert read.values(part.content) == part.records
        assert [read.value(part.content[at : at + size]) for at, size in part.places] == list(part.records)


def test_a_record_more_changes_one_part() -> None:
    before = {part.digest for part in cut("stories", STORIES)}
    for at in (0, 1, 1_500, 2_999):
        more = [*STORIES[:at], Story("s:new", "New", ()), *STORIES[at:]]
        after = {part.digest for part in cut("stories", more)}
        assert len(before) > 20
        assert len(after - before) <= 2


def test_a_changed_record_changes_one_part() -> None:
    before = {part.digest for part in cut("stories", STORIES)}
    changed = [*STORIES[:700], replace(STORIES[700], title="Other"), *STORIES[701:]]
    assert len({part.digest for part in cut("stories", changed)} - before) == 1


def test_parts_stay_small() -> None:
    same = [Story("s:1", "the same id, which ends no part", ())] * 5_000
    assert max(len(part.records) for part in cut("stories", same)) <= 256
    large = [Refusal("x" * 300_000, "large")] * 9
    assert max(len(part.content) for part in cut("refused", large)) < 1_600_000
    assert list(cut("stories", [])) == []


def test_documents_are_kept_without_their_texts() -> None:
    [part] = cut("documents", [MAY])
    assert b"Latvia confirmed" not in part.content
    assert len(list(cut("documents", [ODD]))) == 1


def test_what_records_are_called() -> None:
    [hit], [check] = LEDGER.hits, LEDGER.register_checks
    assert isinstance(hit, ScreeningHit)
    assert record_id(hit) == hit_id(hit)
    assert record_id(check) == check.proposition
    assert record_id(SOLD) == SOLD.id
    assert record_id(LEDGER.refused[0]) == ""
