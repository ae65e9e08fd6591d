"""What a scraped page leaves between the first sentences of a text."""

import pytest

from counterclaim.text.between import parts_inside, place_at
from counterclaim.text.sentences import read_page

FIRST = "A bomb killed four people in the fish market of Sanda on Monday."
LAST = "Ten people were hurt when a bomb went off in the fish market of Sanda the mayor of the town said on Monday."


def sections(text: str) -> list[tuple[str, str]]:
    """The sentences of a text with their sections."""
    return [(s.section.value, s.span.of(text)) for s in read_page(text).sentences]


@pytest.mark.parametrize(
    ("between", "section"),
    [
        ("Tags Sanda Oravia fish market bombs", "front"),
        ("(Reuters)", "caption"),
        ("(AFP Photo)", "caption"),
        ("(File photo)", "caption"),
        ("SANDA (AFP)", "front"),
        ("AFP Monday 6 May 2024", "front"),
    ],
)
def test_what_stands_between_two_sentences_is_a_sentence_of_its_own(between: str, section: str) -> None:
    found = sections(f"{FIRST} {between} {LAST} It was quiet later.")
    assert found[:3] == [("body", FIRST), (section, between), ("body", LAST)]


def test_tags_may_be_followed_by_the_first_sentence_again() -> None:
    text = (
        "Air raids hit a market in Sanda on Monday. Tags Sanda Oravia Air raids hit a market in Sanda and a port there."
    )
    text += " Nobody has said whose aircraft they were, and the army of the country is silent."
    assert sections(text)[1] == ("front", "Tags Sanda Oravia")


def test_tags_whose_end_is_not_seen_stay_with_the_text() -> None:
    text = f"{FIRST} Tags Sanda Oravia Guards of the port have said that the bomb was thrown by two men from a boat."
    assert [section for section, _ in sections(text)] == ["body", "body"]


def test_a_paragraph_that_is_printed_again_is_a_new_sentence() -> None:
    told = "Guards of the port of Sanda have seen four ships"
    text = (
        f"{told} from Tamria {told} from Tamria and have let them go. They will be looked for at sea, said the guards."
    )
    assert [span for _, span in sections(text)][:2] == [
        f"{told} from Tamria",
        f"{told} from Tamria and have let them go.",
    ]


def test_a_dateline_between_sentences_gives_its_place_and_agency() -> None:
    front = read_page(f"{FIRST} SANDA (AFP) {LAST} It was quiet later.").front
    assert (front.dateline, front.credits) == ("SANDA", ("AFP",))


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("BEIRUT Syrian soldiers were seen on Monday", "BEIRUT"),
        ("SANDA At least four ships were seen in the port of the town on Monday", "SANDA"),
        ("NORTH SANDA Kenya A bomb was found in the port of the town on Monday", "NORTH SANDA, Kenya"),
        ("NATO Ministers will meet on Monday", None),
        ("EXCLUSIVE The ministers of the four states have met in the port of the town", None),
    ],
)
def test_a_loud_place_under_a_date_is_a_dateline(head: str, place: str | None) -> None:
    found = place_at(head)
    assert (found.place if found else None) == place


def test_short_blocks_are_left_alone() -> None:
    assert parts_inside("Ships sank. (AFP) They were old.") == []
