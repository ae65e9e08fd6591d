"""One contract for both databases: what goes into a case comes out of it, whole, once, and in order."""

import time
from dataclasses import fields, replace

import pytest
from sqlalchemy import func, select

from counterclaim.errors import LedgerError, StoreError
from counterclaim.records import EXTRACTOR, Document, Ledger, Refusal, Section, Verdict
from counterclaim.store import schema
from counterclaim.store.lists import Filter
from counterclaim.store.opening import open_store
from counterclaim.store.store import Store
from counterclaim.store.values import Action, Correction, Taken
from tests.store.samples import (
    AGREED,
    JUNE,
    LEDGER,
    MAY,
    ODD,
    ODD_CLAIM,
    READINGS,
    SOLD,
    UNDATED,
    WANTS,
    document,
    reading,
)


def fill(store: Store, ledger: Ledger = LEDGER) -> None:
    """Enter the sample documents, readings and run."""
    with store.writer() as writer:
        writer.add([r.document for r in READINGS])
        writer.put_readings(READINGS, "1")
        writer.put_run(ledger)


def rows(store: Store, table: str) -> int:
    with store._reading() as connection:
        return len(connection.execute(select(schema.metadata.tables[table])).all())


def test_a_new_case_is_empty(store: Store) -> None:
    counts = store.counts("1")
    assert (counts.documents, counts.unread, counts.refused, counts.runs, counts.corrections) == (0, 0, 0, 0, 0)
    assert list(store.readings()) == []
    assert store.documents().items == ()
    assert not store.has_changed()
    with pytest.raises(LedgerError, match="nothing has been collected in this case yet"):
        store.ledger()


def test_documents_are_kept_by_their_content(store: Store) -> None:
    elsewhere = replace(MAY, path="copy.txt", title="A title")
    forged = Document("forged.txt", "another text", MAY.sha256[:16] + "0" * 48)
    with store.writer() as writer:
        first = writer.add([MAY, JUNE])
        again = writer.add([MAY, elsewhere, forged])
    assert [a.taken for a in first] == [Taken.ADDED, Taken.ADDED]
    assert [(a.taken, a.path) for a in again] == [
        (Taken.KNOWN, "may.txt"),
        (Taken.SAME_TEXT, "may.txt"),
        (Taken.ID_TAKEN, "may.txt"),
    ]
    assert store.document(MAY.id) == MAY
    assert store.counts("1").documents == 2


def test_what_is_in_a_case_outlasts_closing_it(store: Store, place: str) -> None:
    fill(store)
    store.close()
    again = open_store(place)
    assert again.ledger() == LEDGER
    assert tuple(again.readings()) == READINGS
    again.close()


def test_any_character_comes_back(store: Store) -> None:
    odd = reading(ODD, ODD_CLAIM)
    with store.writer() as writer:
        writer.add([ODD])
        writer.put_reading(odd, "1")
        writer.refuse([Refusal("odd\udcff\x00", "a\ud800", "\x00")])
        writer.put_run(Ledger((ODD,), (), (ODD_CLAIM,), (Refusal("\udcff", "a", "b"),)))
    assert store.document(ODD.id) == ODD
    assert list(store.readings()) == [odd]
    assert store.refusals() == [Refusal("odd\udcff\x00", "a\ud800", "\x00")]
    assert store.ledger() == Ledger((ODD,), (), (ODD_CLAIM,), (Refusal("\udcff", "a", "b"),))
    assert store.claims().items == (ODD_CLAIM,)


def test_nothing_is_too_long_for_a_column(store: Store) -> None:
    """Indexes have limits; what is entered has none."""
    long = "ä\ud800\x00" * 5_000
    huge = replace(MAY, path=long, published=long, outlet=long, language="en")
    claim = replace(SOLD, frame=long, stage=long)
    ledger = replace(
        LEDGER,
        documents=(huge,),
        claims=(claim,),
        entities=(replace(LEDGER.entities[0], name=long, type=long, aliases=(long,)),),
        hits=(replace(LEDGER.hits[0], entity=long),),
        propositions=(replace(AGREED, frame=long, stage=long),),
        stories=(),
        lineages=(),
    )
    with store.writer() as writer:
        [first] = writer.add([huge])
        [again] = writer.add([huge])
        writer.refuse([Refusal(long, long, long)])
        writer.put_reading(reading(huge, claim), "1")
        writer.put_run(ledger)
    assert (first.taken, again.taken) == (Taken.ADDED, Taken.KNOWN)
    assert store.document(huge.id) == huge
    assert store.ledger() == ledger
    assert store.claims().items == (claim,)
    assert store.refusals() == [Refusal(long, long, long)]


def test_a_text_of_many_words_can_be_searched(store: Store) -> None:
    many = document(" ".join(f"{n:x}" for n in range(500_000)), "many.txt")
    with store.writer() as writer:
        writer.add([many])
    assert [s.document.path for s in store.documents(Filter(search="fff")).items] == ["many.txt"]


def test_a_run_of_documents_that_are_not_there_is_refused(store: Store) -> None:
    with store.writer() as writer:
        writer.add([MAY])
        with pytest.raises(LedgerError, match="which the case does not: add it first"):
            writer.put_run(LEDGER)
    assert store.runs() == []


def test_a_ledger_comes_back_whole(store: Store) -> None:
    assert all(getattr(LEDGER, field.name) for field in fields(Ledger)), "the sample has something of everything"
    fill(store)
    assert store.ledger() == LEDGER
    assert [list(store.section(name)) for name in ("claims", "propositions")] == [
        list(LEDGER.claims),
        list(LEDGER.propositions),
    ]


def test_what_two_runs_share_takes_no_room_again(store: Store) -> None:
    fill(store)
    held = rows(store, "parts")
    with store.writer() as writer:
        run = writer.put_run(LEDGER)
    assert (run.id, run.documents, run.claims, run.propositions, run.hits) == ("r:2", 3, 5, 3, 1)
    assert rows(store, "parts") == held
    assert [store.ledger(1), store.ledger(2)] == [LEDGER, LEDGER]
    assert store.apart("claims", 1, 2) == ([], [])


def test_a_possible_is_not_counted_as_a_hit(store: Store) -> None:
    possible = replace(LEDGER.hits[0], entry="X2", verdict=Verdict.POSSIBLE)
    fill(store, replace(LEDGER, hits=(*LEDGER.hits, possible)))
    assert store.run().hits == 1
    assert len(store.ledger().hits) == 2


def test_older_runs_stay_and_the_lists_are_of_the_newest(store: Store) -> None:
    fill(store)
    smaller = replace(LEDGER, claims=(SOLD,), propositions=(AGREED,), documents=(MAY, JUNE), extractor="1999.1")
    with store.writer() as writer:
        writer.put_run(smaller)
    assert [run.extractor for run in store.runs()] == [EXTRACTOR, "1999.1"]
    assert store.ledger(1) == LEDGER
    assert store.ledger() == smaller
    assert store.claims().items == (SOLD,)
    with pytest.raises(LedgerError, match="there is no run 3"):
        store.ledger(3)


def test_of_several_readings_of_a_document_the_newest_counts(store: Store) -> None:
    fill(store)
    newer = reading(MAY)
    with store.writer() as writer:
        assert not writer.put_reading(newer, "1"), "there is one of this version"
        assert writer.put_reading(newer, "2")
    assert store.reading(MAY.id) == newer
    assert tuple(store.readings()) == (newer, *READINGS[1:])


def test_unread_is_what_this_version_has_not_read(store: Store) -> None:
    danish = document("Norge solgte 40 kampvogne.", "dansk.txt", language="da")
    with store.writer() as writer:
        writer.add([MAY, danish, JUNE])
        writer.put_reading(READINGS[0], "1")
    assert store.unread("1") == [JUNE.id]
    assert store.unread("2") == [MAY.id, JUNE.id]
    assert store.other_languages() == [replace(danish, text="")]
    counts = store.counts("1")
    assert (counts.documents, counts.unread, counts.other_languages) == (3, 1, 1)


def test_nothing_is_read_in_a_document_that_is_not_there(store: Store) -> None:
    with store.writer() as writer, pytest.raises(LedgerError, match="has to be added to the case before"):
        writer.put_reading(READINGS[0], "1")
    with pytest.raises(LedgerError, match="the case holds no document"):
        store.document(MAY.id)


def test_of_several_readings_all_or_none_are_entered(store: Store) -> None:
    with store.writer() as writer:
        writer.add([MAY])
        with pytest.raises(LedgerError):
            writer.put_readings(READINGS, "1")
    assert list(store.readings()) == []


def test_a_refusal_is_entered_once_and_drops_out_when_it_is_mended(store: Store) -> None:
    missing, empty = Refusal("may.txt", "missing file"), Refusal("b.txt", "empty text")
    with store.writer() as writer:
        assert writer.refuse([missing, empty]) == 2
        assert writer.refuse([missing, empty]) == 0
        assert store.refusals() == [missing, empty]
        writer.add([MAY])
    assert store.refusals() == [empty]
    assert store.counts("1").refused == 2, "what was entered stays"


def test_entries_are_numbered_and_dated_in_their_order(store: Store) -> None:
    fill(store)
    with store._reading() as connection:
        entries = connection.execute(select(schema.entries).order_by(schema.entries.c.number)).all()
    assert [row.kind for row in entries] == ["document"] * 3 + ["reading"] * 3 + ["run"]
    assert [row.at for row in entries] == sorted(row.at for row in entries)
    assert all(row.at.endswith("+00:00") for row in entries)


def test_a_case_knows_whether_it_has_changed(store: Store) -> None:
    fill(store)
    assert not store.has_changed()
    with store.writer() as writer:
        writer.add([document("More. News.", "more.txt")])
    assert store.has_changed()


@pytest.mark.parametrize("entered", ["reading", "correction"])
def test_what_a_newer_run_would_be_made_of_is_a_change(store: Store, entered: str) -> None:
    fill(store)
    with store.writer() as writer:
        if entered == "reading":
            writer.put_reading(reading(MAY), "2")
        else:
            writer.correct(Correction(SOLD.id, Action.REJECT, "A. Analyst", "a caption"))
    assert store.has_changed()


def test_a_refusal_alone_is_no_change(store: Store) -> None:
    """A file that is added again and refused again would else make run after run, all equal."""
    fill(store)
    with store.writer() as writer:
        writer.refuse([Refusal("b.txt", "empty text")])
    assert not store.has_changed()


def test_readers_see_one_state_while_somebody_writes(store: Store) -> None:
    fill(store)
    seen = store.readings()
    first = next(seen)
    with store.writer() as writer:
        writer.add([document("More. News.", "more.txt")])
        writer.put_reading(reading(MAY), "2")
    assert (first, *seen) == READINGS
    assert store.reading(MAY.id) == reading(MAY)


def test_one_look_sees_one_state(store: Store) -> None:
    """Whatever is entered between two questions of one look."""
    counted = select(func.count()).select_from(schema.documents)
    with store._reading() as connection:
        before = connection.execute(counted).scalar_one()
        with store.writer() as writer:
            writer.add([MAY, JUNE])
        assert connection.execute(counted).scalar_one() == before == 0
    assert store.documents().total == 2


def test_one_writes_at_a_time(store: Store, place: str) -> None:
    other = open_store(place)
    with store.writer():
        start = time.monotonic()
        with pytest.raises(StoreError, match="is writing to it; wait for it, or stop it"), other.writer(patience=0.1):
            pass
        assert time.monotonic() - start < 3
        assert other.documents().total == 0, "readers go on"
    with other.writer(patience=0.1) as writer:
        writer.add([MAY])
    other.close()
    assert store.document(MAY.id) == MAY


def test_the_right_to_write_comes_back_after_an_error(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writer():
        _ = 1 / 0
    with store.writer(patience=0.1) as writer:
        writer.add([MAY])


def rejected(store: Store, by: str = "A. Analyst", why: str = "not so") -> Correction:
    with store.writer() as writer:
        return writer.correct(Correction(SOLD.id, Action.REJECT, by, why))


def test_corrections_are_entries(store: Store) -> None:
    fill(store)
    first = rejected(store)
    with store.writer() as writer:
        undone = writer.correct(Correction(first.id, Action.UNDO, "B. Editor", "it is so"))
        new = replace(SOLD, section=Section.CAPTION)
        replaced = writer.correct(Correction(SOLD.id, Action.REPLACE, "B. Editor", "a caption", new))
    assert store.corrections() == [first, undone, replaced]
    assert store.corrections(SOLD.id) == [first, replaced]
    assert store.corrections(WANTS.id) == []
    assert first.at < undone.at < replaced.at
    assert store.claims().items[0] == SOLD, "what was read stays as it was read"


@pytest.mark.parametrize(
    ("correction", "message"),
    [
        (Correction("c:ffff", Action.REJECT, "A", "why"), "no claim of the newest run with the id c:ffff"),
        (Correction("k:ffff", Action.UNDO, "A", "why"), "no correction with the id k:ffff"),
        (Correction(SOLD.id, Action.UNDO, "A", "why"), "no correction with the id c:"),
        (Correction(SOLD.id, Action.REJECT, " ", "why"), "says who makes it and why"),
        (Correction(SOLD.id, Action.REJECT, "A", ""), "says who makes it and why"),
        (Correction(SOLD.id, Action.REPLACE, "A", "why"), "holds the claim that stands in its place"),
        (Correction(SOLD.id, Action.REJECT, "A", "why", SOLD), "holds the claim that stands in its place"),
    ],
)
def test_corrections_that_make_no_sense(store: Store, correction: Correction, message: str) -> None:
    fill(store)
    with store.writer() as writer, pytest.raises(LedgerError, match=message):
        writer.correct(correction)
    assert store.corrections() == []


def test_how_a_document_stands(store: Store) -> None:
    fill(store)
    with store.writer() as writer:
        writer.add([document("Not read yet.", "later.txt")])
    standing = store.standing(MAY.id)
    assert (standing.document, standing.read, standing.claims) == (MAY, True, 1)
    assert (standing.story, standing.lineage) == ("s:000000000000000a", "l:000000000000000a")
    assert [(s.document.path, s.read, s.claims) for s in store.documents().items] == [
        ("may.txt", True, 1),
        ("june.txt", True, 2),
        ("undated.txt", True, 2),
        ("later.txt", False, 0),
    ]
    assert store.standing(UNDATED.id).lineage is None


def test_a_text_that_is_not_the_one_that_was_entered_is_noticed(store: Store) -> None:
    fill(store)
    with store._backend.engine.connect().execution_options(writes=True) as connection, connection.begin():
        other = connection.execute(select(schema.documents.c.text).where(schema.documents.c.id == JUNE.id)).scalar_one()
        connection.execute(schema.documents.update().where(schema.documents.c.id == MAY.id).values(text=other))
    with pytest.raises(StoreError, match="the case is damaged"):
        store.document(MAY.id)
    with pytest.raises(StoreError, match="the case is damaged"):
        list(store.readings())
