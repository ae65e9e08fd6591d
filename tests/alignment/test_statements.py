"""Remarks that mean the same."""

import pytest

from counterclaim.alignment.align import align
from counterclaim.records import Claim, Factuality
from tests.alignment.told import ledger, remark, said

SHORE = "The coast guard will not give up a single mile of the northern shore to smugglers, whatever that costs"
AGAIN = "whatever it costs, not one mile of the northern shore will be given up by the coast guard to any smuggler"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (remark("a", "Ada Brun", SHORE), remark("b", "Ada Brun", AGAIN), True),
        (remark("a", "Ada Brun", SHORE), remark("b", "Ole Rask", "The harbour needs a new pier before winter"), False),
        (remark("a", "Ada Brun", "Forty ships left Lumen harbour on the morning tide"),
         remark("b", "Ada Brun", "Twelve ships left Lumen harbour on the morning tide"), False),
        (remark("a", "Ada Brun", "the attack"), remark("b", "Ada Brun", "the attack"), False),
        (remark("a", "Ada Brun", "an outrage indeed"), remark("b", "Ole Rask", "an outrage indeed"), False),
    ],
)  # fmt: skip
def test_paraphrase(one: Claim, other: Claim, expected: bool) -> None:
    assert (len(align(ledger(one, other))) == 1) is expected


def test_a_clause_of_a_remark_says_less_and_is_not_the_remark() -> None:
    whole = remark("a", "Ada Brun", SHORE)
    clause = said("a", "statement/assert", at=3, by="Ole Rask", content=SHORE[3:40])
    assert clause.evidence.span.overlaps(whole.evidence.span)
    assert len(align(ledger(whole, clause))) == 2


def test_what_all_say_with_a_not_is_affirmed_as_it_is_worded() -> None:
    (found,) = align(ledger(*(remark(d, "Ada Brun", SHORE, factuality=Factuality.NOT_CERTAIN) for d in "ab")))
    assert (found.status, found.denied_by) == ("single-source", ())


def test_who_denies_a_remark_by_its_words_contests_it() -> None:
    content = "the northern convoy had carried stolen grain past the border post at Lumen"
    one = remark("a", "Ada Brun", content)
    other = remark("b", "Ole Rask", content, stage="deny", factuality=Factuality.NOT_CERTAIN)
    (found,) = align(ledger(one, other))
    assert (found.status, found.denied_by) == ("contested", (other.id,))


def test_a_summary_is_the_remark_without_that_and_quotation_marks() -> None:
    (found,) = align(ledger(remark("a", "Ada Brun", "that “the northern shore is safe again after years of raids")))
    assert found.summary == "the northern shore is safe again after years of raids"
