"""Final attributions without their commas. The texts were written for these tests."""

import pytest
from hypothesis import given

from counterclaim.claims.closings import untangled
from tests.claims.parsed import attributed, clauses_of, sources_at
from tests.strategies import REPORT_LIKE

WOUNDED = (
    "Army forces stepped up raids in the region with aircraft and rockets causing several dozen dead and wounded "
    "the Norwegian Observatory for Human Rights told AFP news agency"
)

# sentence, a word of what is said, the sources over it from the outermost
GLUED = [
    ("An unknown number of rebels were also killed Harbour Observatory director Anna Berg told AFP", "killed",
     ["Harbour Observatory director Anna Berg"]),
    ("They sheltered in a barn in the nearby village of Holm Oxfam International said", "Holm",
     ["Oxfam International"]),
    (WOUNDED, "wounded", ["Norwegian Observatory for Human Rights"]),
    ("Reports on the use of gas in the town are totally false state news agency SANA said", "false",
     ["state news agency SANA"]),
    ("Norway said it would raise the raid at the council and called on Latvia to open the port Reuters reported",
     "raise", ["Reuters", "Norway"]),
    ("The planes hit a school and killed nine people he told AFP", "school", ["he"]),
    ("I call on the Council to meet urgently Harbour Union leader Ole Dahl told Radio Nord condemning the raid",
     "raid", ["Harbour Union leader Ole Dahl"]),
    ("Forty soldiers were killed when rebels shelled the barracks said the Observatory", "killed", ["Observatory"]),
    # what only looks so
    ("Residents who fled the area told AFP that the port was closed", "closed", ["Residents"]),
    ("The raid was a mistake as the minister said on Monday", "mistake", ["minister"]),
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
    assert hit is None or clause.words.index("Observatory") not in {a.word for a in hit.args}


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
