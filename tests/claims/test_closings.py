"""Final attributions without their commas. The texts were written for these tests."""

import pytest
from hypothesis import given

from counterclaim.claims.closings import untangled
from tests.claims.parsed import attributed, clauses_of, sources_at
from tests.strategies import REPORT_LIKE

WOUNDED = (
    "Pirates raided the ferries in the bay with speedboats and left nine sailors dead and wounded "
    "the Norwegian Institute for Safe Seas told Interfax news agency"
)

# sentence, a word of what is said, the sources over it from the outermost
GLUED = [
    ("Two of the sailors were arrested Harbour Union director Anna Berg told AFP", "arrested",
     ["Harbour Union director Anna Berg"]),
    ("The crews slept in a school in the town of Holm Oxfam International said", "Holm",
     ["Oxfam International"]),
    (WOUNDED, "wounded", ["Norwegian Institute for Safe Seas"]),
    ("Stories about the sale of tanks are simply invented state news agency SANA said", "invented",
     ["state news agency SANA"]),
    ("Norway said it would ban the tankers from its ports and called on Latvia to search them Reuters reported",
     "ban", ["Reuters", "Norway"]),
    ("The pirates took a ferry and freed nine sailors he told AFP", "ferry", ["he"]),
    ("I ask the court to free the crew Harbour Union leader Ole Dahl told Radio Nord condemning the seizure",
     "seizure", ["Harbour Union leader Ole Dahl"]),
    ("Nine sailors were arrested when the navy searched the ferry said the Institute", "arrested", ["Institute"]),
    # what only looks so
    ("Sailors who left the ferry told AFP that the port was closed", "closed", ["Sailors"]),
    ("The sale was a mistake as the minister said on Monday", "mistake", ["minister"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "sources"), GLUED)
def test_who_is_said_to_speak_at_the_end(text: str, word: str, sources: list[str]) -> None:
    assert sources_at(text, word) == sources


def test_who_is_told_is_the_medium_and_no_source() -> None:
    [(_, found)] = attributed("Nine fishermen were also killed harbour director Anna Berg told Reuters")
    assert [s.attribution.medium.text for s in found if s.attribution.medium] == ["Reuters"]


def test_the_speaker_is_no_object_of_what_is_said() -> None:
    [clause] = map(untangled, clauses_of(WOUNDED))
    hit = clause.predicates.get(clause.words.index("wounded"))
    assert hit is None or clause.words.index("Institute") not in {a.word for a in hit.args}


def test_a_sentence_with_its_marks_stays_as_it_is() -> None:
    for text in ("Norway sold the tanks, the minister said.", "The tanks, he added, were sold, mostly to Latvia."):
        [clause] = clauses_of(text)
        assert untangled(clause) is clause


@given(REPORT_LIKE)
def test_any_tree_stays_a_tree(text: str) -> None:
    for clause in map(untangled, clauses_of(text)):
        for word in range(len(clause.words)):
            above = clause.ancestors(word)
            assert word not in above
            assert not above or clause.heads[above[-1]] == -1
