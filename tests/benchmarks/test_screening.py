"""The screening benchmark: what it asks, and what it counts as found."""

from random import Random

import pytest

from benchmarks.perturb import CHANGES, change
from benchmarks.screening import found_again, measure, million, questions
from counterclaim.records import EntryKind, ScreeningHit, Verdict
from tests.registers.screen_samples import BODY, PERSON, SHIP, register

SAMPLE = register()


@pytest.mark.parametrize(
    ("kind_of_change", "name", "kind", "outcomes"),
    [
        ("order", "Anna Wolkers", PERSON, {"Wolkers, Anna", "Wolkers Anna"}),
        ("dropped", "Anna Maria Wolkers", PERSON, {"Anna Wolkers"}),
        ("glued", "Ocean Marigold", SHIP, {"Oceanmarigold"}),
        ("initial", "Anna Wolkers", PERSON, {"A. Wolkers"}),
        ("initial", "WOLKERS, Anna", PERSON, {"A. WOLKERS"}),
        ("cyrillic", "Ivan Petrov", PERSON, {"Иван Петров"}),
        ("cyrillic", "Yuri Shchukin", PERSON, {"Юри Щукин"}),
        ("romanised", "Yuri Zhukov", PERSON, {"Juri Zhukov", "Juri Schukow", "Iouri Joukov"}),
        ("spelling", "Mohammed Qasim", PERSON, None),
        ("typo", "Marigold", SHIP, None),
    ],
)
def test_changes(kind_of_change: str, name: str, kind: EntryKind, outcomes: set[str] | None) -> None:
    found = {CHANGES[kind_of_change](Random(seed), name, kind) for seed in range(40)}
    assert None not in found
    if outcomes is not None:
        assert found <= outcomes
    else:
        assert len(found) > 3


@pytest.mark.parametrize(
    ("kind_of_change", "name", "kind"),
    [
        ("order", "Salman bin Anna", PERSON),  # who is whose child is no matter of order
        ("order", "Northern Delta Bank", BODY),
        ("dropped", "Anna Wolkers", PERSON),
        ("glued", "Marigold", SHIP),
        ("initial", "Northern Delta Bank", BODY),
        ("cyrillic", "John Smith", PERSON),
        ("typo", "Ali Omar", PERSON),
    ],
)
def test_names_that_give_no_room_for_a_change(kind_of_change: str, name: str, kind: EntryKind) -> None:
    assert CHANGES[kind_of_change](Random(1), name, kind) is None


def test_a_typo_is_one_slip_in_one_word() -> None:
    for seed in range(50):
        changed = CHANGES["typo"](Random(seed), "Anna Wolkersdorf", PERSON)
        assert changed is not None
        assert changed.split()[0] == "Anna"
        assert abs(len(changed) - len("Anna Wolkersdorf")) <= 1


def test_the_same_questions_each_time() -> None:
    one, other = questions([SAMPLE], 30), questions([SAMPLE], 30)
    assert one == other
    assert all(question.text != question.listed for question in one)
    assert "The Engineer" not in {question.listed for question in one}  # no weak alias
    assert len({question.change for question in one}) > 3


def test_some_change_or_none() -> None:
    assert change(Random(1), "X", BODY) is None
    assert change(Random(1), "", PERSON) is None


def test_an_entry_of_the_same_name_counts_as_found() -> None:
    question = questions([SAMPLE], 1)[0]
    same = {question.listed.casefold(): {("sample", "A"), ("other", "B")}}
    hit = ScreeningHit("x", "other", "B", question.listed, None, Verdict.POSSIBLE, 0.8, (), "other")
    assert found_again(question, [hit], same)
    assert not found_again(question, [], same)


def test_figures() -> None:
    values = measure([SAMPLE], 40)
    assert {"queries_per_second", "recall", "nomenklatura_ratio", "index_seconds", "peak_mb"} <= set(values)
    recall = values["recall"]
    assert isinstance(recall, float)
    assert recall > 0.6


def test_a_made_up_list() -> None:
    values = million([SAMPLE], 500)
    names = values["names"]
    assert isinstance(names, int)
    assert 200 < names <= 500
