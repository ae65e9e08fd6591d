"""A case from documents to runs: what was finished stays, and the next time goes on from there."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from counterclaim import case as case_module
from counterclaim.case import Case, open_case
from counterclaim.errors import LedgerError, StoreError
from counterclaim.pipeline import Pipeline, collect
from counterclaim.records import (
    EXTRACTOR,
    Document,
    EntityMerge,
    EntityReference,
    EntitySplit,
    EntryKind,
    Ledger,
    Reading,
    Refusal,
    Register,
    RegisterEntry,
    RegisterName,
    RegisterVersion,
    Section,
)
from counterclaim.store.store import Store
from counterclaim.store.values import Action, Correction
from tests.store.places import place, store
from tests.store.samples import JUNE, MAY, READINGS, SOLD, UNDATED, WANTS, document

__all__ = ["place", "store"]

CALM = document("The sun shines on the harbour.", "calm.txt")
DANISH = document("Norge solgte 40 kampvogne til Letland.", "dansk.txt", language="da")


class FakePipeline(Pipeline):
    """Reads the sample documents as the samples say; a stop at one of them is Ctrl-C."""

    def __init__(self, stop_at: str = "") -> None:
        self.stop_at = stop_at
        self.read: list[str] = []

    def read_document(self, document: Document) -> Reading:
        if document.path == self.stop_at:
            raise KeyboardInterrupt
        self.read.append(document.path)
        known = {r.document.id: r for r in READINGS}
        found = known.get(document.id)
        return Reading(document, found.sentences if found else (), found.claims if found else ())


@pytest.fixture
def case(store: Store) -> Case:
    return Case(store)


def read(case: Case, stop_at: str = "") -> list[str]:
    """Read what is unread; the paths of what was."""
    pipeline = FakePipeline(stop_at)
    case.read(lambda: pipeline)
    return pipeline.read


def test_from_documents_to_a_run(case: Case) -> None:
    added = case.add([MAY, Refusal("x.pdf", "no text in it"), JUNE, DANISH, CALM])
    assert (added.new, added.known, added.stopped) == (4, 0, False)
    assert added.refused == [Refusal("x.pdf", "no text in it")]
    assert [(r.path, r.reason) for r in added.stored_unread] == [("dansk.txt", "language not read")]
    done = case.read(FakePipeline)
    assert (done.total, done.done, done.silent, done.stopped) == (3, 3, ["calm.txt"], False)
    run = case.collect()
    assert run is not None
    assert (run.id, run.documents, run.claims) == ("r:1", 3, 3)
    ledger = case.store.ledger()
    assert [d.path for d in ledger.documents] == ["may.txt", "june.txt", "calm.txt"]
    assert [(r.path, r.reason) for r in ledger.refused] == [
        ("x.pdf", "no text in it"),
        ("dansk.txt", "language not read"),
        ("calm.txt", "no claims"),
    ]


def test_the_run_is_what_the_pipeline_makes_of_the_readings(case: Case) -> None:
    case.add([r.document for r in READINGS])
    read(case)
    case.collect()
    assert case.store.ledger() == collect(READINGS)


def test_a_text_that_is_there_is_not_added_again(case: Case) -> None:
    copy = replace(MAY, path="copy.txt")
    case.add([MAY])
    added = case.add([MAY, copy, JUNE])
    assert (added.new, added.known) == (1, 1)
    assert added.refused == [Refusal("copy.txt", "same text as another document", "may.txt")]
    assert case.store.refusals() == added.refused


def test_only_what_is_unread_is_read(case: Case) -> None:
    case.add([MAY])
    assert read(case) == ["may.txt"]
    case.add([JUNE])
    assert read(case) == ["june.txt"]
    assert read(case) == []


def test_a_newer_extractor_reads_everything_again(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.add([MAY, JUNE])
    read(case)
    monkeypatch.setattr(case_module, "EXTRACTOR", EXTRACTOR + "+")
    assert read(case) == ["may.txt", "june.txt"]


def test_nothing_is_opened_where_nothing_is_unread(case: Case) -> None:
    def never() -> Pipeline:
        raise AssertionError("the model was loaded")

    assert case.read(never).total == 0


def test_ctrl_c_while_reading_keeps_what_was_read(case: Case) -> None:
    case.add([MAY, JUNE, UNDATED])
    done = case.read(lambda: FakePipeline("june.txt"))
    assert (done.done, done.total, done.stopped) == (1, 3, True)
    assert read(case) == ["june.txt", "undated.txt"]


def test_ctrl_c_while_adding_keeps_what_came(case: Case) -> None:
    def source() -> Iterator[Document | Refusal]:
        yield MAY
        yield Refusal("x", "y")
        raise KeyboardInterrupt

    added = case.add(source())
    assert (added.new, len(added.refused), added.stopped) == (1, 1, True)
    assert case.store.document(MAY.id) == MAY


def test_what_was_told_to_be_added_is_there(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_module, "_MOST_DOCUMENTS", 2)
    told: list[tuple[int, int]] = []
    case.add([MAY, JUNE, UNDATED], lambda done: told.append((done, case.store.documents().total)))
    assert told == [(2, 2), (3, 3)]


def test_a_large_text_goes_in_at_once(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_module, "_MOST_CHARACTERS", 60)
    told: list[int] = []
    case.add([MAY, JUNE, CALM], told.append)
    assert told == [2, 3]


def test_nothing_new_makes_no_run(case: Case) -> None:
    assert case.collect() is None, "nothing has been read"
    case.add([MAY])
    read(case)
    assert case.collect() is not None
    assert case.collect() is None
    again = case.collect(again=True)
    assert again is not None
    assert again.ordinal == 2


def test_a_run_that_is_stopped_leaves_the_one_before(case: Case) -> None:
    def stopped(*_: object) -> Ledger:
        raise KeyboardInterrupt

    case.add([MAY])
    read(case)
    case.collect()
    with pytest.raises(KeyboardInterrupt):
        case.collect(collecting=stopped, again=True)
    assert [run.ordinal for run in case.store.runs()] == [1]


def test_registers_are_held_against_the_case(case: Case) -> None:
    version = RegisterVersion("canada", "Canada", "xml", "0" * 64, 1, "2024-01-01")
    entry = RegisterEntry("canada", "1", EntryKind.PERSON, (RegisterName("Olga Nowhere"),), "2024-01-01")
    case.add([MAY])
    read(case)
    damaged = Refusal("lists/un.xml", "register not loaded", "damaged")
    case.collect([Register(version, (entry,))], [damaged])
    ledger = case.store.ledger()
    assert ledger.registers == (version,)
    assert ledger.refused == (damaged,)


def correct(case: Case, correction: Correction) -> Correction:
    with case.store.writer() as writer:
        return writer.correct(correction)


def claims(case: Case) -> set[str]:
    """The ids of the newest run's claims after collecting once more."""
    assert case.collect() is not None
    return {claim.id for claim in case.store.ledger().claims}


def test_corrections_count_from_the_next_run_on(case: Case) -> None:
    case.add([MAY, UNDATED])
    read(case)
    everything = claims(case)
    rejection = correct(case, Correction(SOLD.id, Action.REJECT, "A. Analyst", "a caption"))
    assert claims(case) == everything - {SOLD.id}
    correct(case, Correction(rejection.id, Action.UNDO, "B. Editor", "no, it is the text"))
    assert claims(case) == everything
    new = replace(WANTS, section=Section.CAPTION, rule="by hand")
    correct(case, Correction(WANTS.id, Action.REPLACE, "B. Editor", "it is a caption", new))
    assert claims(case) == everything - {WANTS.id} | {new.id}
    assert [r.claims for r in case.store.readings()] == [r.claims for r in (READINGS[0], READINGS[2])]


def test_a_rejected_claim_may_be_replaced_later(case: Case) -> None:
    case.add([MAY])
    read(case)
    case.collect()
    correct(case, Correction(SOLD.id, Action.REJECT, "A", "why"))
    assert claims(case) == set()
    correct(case, Correction(SOLD.id, Action.REPLACE, "B", "it is one", replace(SOLD, rule="by hand")))
    assert len(claims(case)) == 1


def test_undoing_what_undoes_brings_a_correction_back(case: Case) -> None:
    case.add([MAY])
    read(case)
    case.collect()
    rejection = correct(case, Correction(SOLD.id, Action.REJECT, "A", "why"))
    undone = correct(case, Correction(rejection.id, Action.UNDO, "B", "why"))
    correct(case, Correction(undone.id, Action.UNDO, "A", "why"))
    assert claims(case) == set()


def test_what_is_said_already_is_not_said_again(case: Case) -> None:
    case.add([MAY])
    read(case)
    case.collect()
    rejection = correct(case, Correction(SOLD.id, Action.REJECT, "A", "why"))
    with pytest.raises(LedgerError, match=f"{rejection.id} rejects {SOLD.id} already"):
        correct(case, Correction(SOLD.id, Action.REJECT, "B", "why"))
    undo = correct(case, Correction(rejection.id, Action.UNDO, "A", "why"))
    with pytest.raises(LedgerError, match=f"{undo.id} undoes {rejection.id} already"):
        correct(case, Correction(rejection.id, Action.UNDO, "B", "why"))
    again = correct(case, Correction(SOLD.id, Action.REJECT, "B", "why"))
    assert claims(case) == set()
    assert again.id != rejection.id


def test_of_two_corrections_the_newer_one_holds(case: Case) -> None:
    case.add([MAY])
    read(case)
    case.collect()
    correct(case, Correction(SOLD.id, Action.REJECT, "A", "why"))
    correct(case, Correction(SOLD.id, Action.REPLACE, "B", "why", replace(SOLD, rule="by hand")))
    assert [r.claims[0].rule for r in case.readings()] == ["by hand"]


def reference(case: Case, name: str) -> EntityReference:
    """An entity of the newest run."""
    [entity] = [e for e in case.store.ledger().entities if e.name == name]
    return EntityReference(entity.id, name, *entity.mentions[0])


def names(case: Case) -> set[str]:
    """The entities after collecting once more."""
    assert case.collect() is not None
    return {entity.name for entity in case.store.ledger().entities}


def test_merges_and_splits_count_from_the_next_run_on(case: Case) -> None:
    case.add([MAY, JUNE])
    read(case)
    assert {"Norway", "Malta"} <= names(case)
    norway, malta = reference(case, "Norway"), reference(case, "Malta")
    of = EntityMerge(norway, malta)
    merged = correct(case, Correction(norway.id, Action.MERGE, "A. Analyst", "one union", entities=of))
    assert "Malta" not in names(case)
    with pytest.raises(LedgerError, match=f"{merged.id} merges it into {norway.id} .Norway."):
        case.store.find(malta.id[:8])
    apart = EntitySplit(reference(case, "Norway"), "Malta")
    again = correct(case, Correction(norway.id, Action.SPLIT, "B. Editor", "two states", entities=apart))
    assert {"Norway", "Malta"} <= names(case)
    assert [c.entities for c in case.store.corrections(norway.id)] == [of, apart]
    assert case.not_followed() == []
    correct(case, Correction(merged.id, Action.UNDO, "A. Analyst", "no"))
    assert {"Norway", "Malta"} <= names(case)
    [left] = case.not_followed()
    assert (left.path, left.reason) == (again.id, "judgement not followed")
    assert "no mention of Norway" in left.advice


@pytest.mark.parametrize("action", [Action.MERGE, Action.SPLIT, Action.REJECT])
def test_a_correction_of_entities_says_which(case: Case, action: Action) -> None:
    case.add([MAY])
    read(case)
    case.collect()
    norway = reference(case, "Norway")
    wrong = EntitySplit(norway, "Norway") if action is Action.MERGE else EntityMerge(norway, norway)
    with pytest.raises(LedgerError, match="a merge names two entities, a split an entity and one of its names"):
        correct(case, Correction(SOLD.id, action, "A", "why", entities=wrong))
    unknown = replace(norway, id="e:0")
    wrongs: list[tuple[str, EntityMerge | EntitySplit, str]] = [
        ("e:0", EntitySplit(unknown, "Norway"), "no entity of the newest run"),
        ("e:0", EntitySplit(norway, "Norway"), "is said to be of e:0"),
        (norway.id, EntityMerge(norway, norway), "no other entity of the newest run"),
        (norway.id, EntityMerge(norway, unknown), "no other entity of the newest run"),
    ]
    for replaces, of, message in wrongs:
        done = Action.MERGE if isinstance(of, EntityMerge) else Action.SPLIT
        with pytest.raises(LedgerError, match=message):
            correct(case, Correction(replaces, done, "A", "why", entities=of))


def test_the_sections_of_the_documents(case: Case) -> None:
    case.add([MAY])
    read(case)
    assert [r.sections for r in case.readings()] == [[(READINGS[0].sentences[0].span, Section.BODY)]]


def test_opening_a_case(place: str) -> None:
    with pytest.raises(StoreError, match="make one with counterclaim init"):
        open_case(place)
    made = open_case(place, create=True)
    made.add([MAY])
    made.close()
    again = open_case(place)
    assert again.store.document(MAY.id) == MAY
    again.close()
