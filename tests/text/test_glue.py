"""Pages scraped into one block: headline, date line and tool bar glued to the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Section
from counterclaim.text.glue import parts_before
from counterclaim.text.sentences import read_page

BODY = (
    "A bomb killed four people in the fish market of Sanda on Monday the mayor of the town said."
    " Ten of those who were in the market at the time were hurt and two of them may die."
)


def parts(text: str) -> list[tuple[str, str]]:
    """The sections of a text's sentences before its second sentence, and the sentences."""
    return [(s.section.value, s.span.of(text)) for s in read_page(text).sentences][:-1]


def body(text: str) -> str:
    """The first sentence of a text that is not front matter or headline."""
    return next(s.span.of(text) for s in read_page(text).sentences if s.section is Section.BODY)


FIRST = BODY.split(". ", 1)[0] + "."


@pytest.mark.parametrize(
    "front",
    [
        "Last updated at Jul 172015",
        "Last updated at Jul 12015",
        "21.05.2017(updated 2139 21.05.2017) Get short URL 0 87",
        "21.05.2017Get short URL 2440",
        "21.05.2017Get short URL Topic Clashes in Oravia (180) 0 54",
        "Thu 05 May 2016 at 0914",
        "August 22 2013 1849 UTC+3",
        "Thu Jul 28 2016 190703",
        "Print this page Tuesday 19 July 2016 16:45",
        "AFP Friday 22 Jul 2016 Print Tweet Views 1430",
        "Posted on August 3 2013 by Jane Doe",
    ],
)
def test_dates_and_tool_bars_before_the_text_are_front_matter(front: str) -> None:
    found = parts(f"{front} {BODY}")
    assert {section for section, _ in found[:-1]} == {"front"}
    assert found[-1] == ("body", FIRST)


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("Last updated at Jul 172015", "2015-07-17"),
        ("21.05.2017(updated 2139 22.05.2017) Get short URL", "2017-05-21"),
        ("Bomb kills four in Sanda market Mayor AFP Thursday 1 Aug 2013", "2013-08-01"),
        ("Four killed by bomb in Sanda market 6 October 2016", "2016-10-06"),
    ],
)
def test_a_date_that_is_cut_off_is_the_day_of_publication(front: str, day: str) -> None:
    assert read_page(f"{front} {BODY}").front.published == day


def test_a_dateline_with_its_dash_glued_on_follows_the_headline() -> None:
    text = f"Four killed by bomb in Sanda market 6 October 2016 Sanda SANA-{BODY}"
    front = read_page(text).front
    assert (front.dateline, front.credits, body(text)) == ("Sanda", ("SANA",), FIRST)


def test_a_year_with_the_text_glued_to_it() -> None:
    text = f"23 May 2017Four ships burnt in the harbour of Sanda. {BODY}"
    assert parts(text)[0] == ("front", "23 May 2017")
    assert body(text) == "Four ships burnt in the harbour of Sanda."


@pytest.mark.parametrize(
    "behind",
    [
        "AFP Thursday 1 Aug 2013",
        "Reuters",
        "Thursday 1 Aug 2013",
        "Print Tweet Views 458",
        "AP Thursday 1 Aug 2013 Print Tweet Views 458 Related",
        "",
    ],
)
def test_a_headline_ends_where_a_date_line_a_tool_bar_or_its_text_begins(behind: str) -> None:
    text = f"Bomb kills four in Sanda fish market Mayor {behind} {BODY}"
    assert parts(text)[0] == ("title", "Bomb kills four in Sanda fish market Mayor")
    assert body(text) == FIRST
    assert read_page(text).front.title == "Bomb kills four in Sanda fish market Mayor"


def test_the_agency_behind_a_headline_is_credited() -> None:
    text = f"Bomb kills four in Sanda fish market Mayor AFP Thursday 1 Aug 2013 {BODY}"
    assert read_page(text).front.credits == ("AFP",)


def test_headlines_of_other_articles_behind_a_tool_bar_are_related() -> None:
    related = "Oravia buys ships from Tamria Nine boats lost in storm off Velk"
    text = f"Bomb kills four in Sanda fish market Mayor Print Tweet Views 12 Related {related} {BODY}"
    assert ("related", related) in parts(text)
    assert body(text) == FIRST


def test_a_headline_in_capitals_ends_with_its_style() -> None:
    text = (
        "Oravian Drone Strike Kills Guards Near Sanda Three soldiers from a border post died as they slept on Monday."
    )
    text += " The army of the country gave no reason and did not say whose aircraft had been seen over the town."
    assert parts(text)[0] == ("title", "Oravian Drone Strike Kills Guards Near Sanda")


def test_a_headline_in_capitals_with_a_full_stop_is_a_title() -> None:
    text = f"6 October 2016 Four Killed by Bomb in Sanda Fish Market. {BODY} The police are looking for two men."
    assert parts(text)[1] == ("title", "Four Killed by Bomb in Sanda Fish Market.")


def test_the_credit_of_a_picture_behind_a_headline_is_no_headline() -> None:
    text = f"Four Killed by Bomb in Fish Market of Sanda REUTERS Jane Doe Asia 1730 28.04.2017Get short URL {BODY}"
    assert read_page(text).front.title == "Four Killed by Bomb in Fish Market of Sanda"
    assert body(text) == FIRST


@pytest.mark.parametrize(
    "sentence",
    [
        "The fleet of Oravia sailed from The Hague on Monday and the ships will be in the port of Sanda on Friday.",
        "Two ministers told AFP Thursday 1 August 2013 The Port Act would be changed so that ships may enter the port.",
        "The agreement of Tuesday 4 April 2017 Oravia said would let forty ships leave the port of Sanda each month.",
        "Guards killed four people in Sanda said a doctor of The Sanda Clinic where people killed there were taken.",
        "Facebook Twitter and other sites were shut in Oravia on Monday after four people were killed in the capital.",
        "Share prices of ships fell on Monday in Oravia after the port of Sanda was shut and four ships had to leave.",
        "Ministers of Oravia will meet Group A The First Fleet and the Second Fleet in Sanda on Monday and on Tuesday.",
    ],
)
def test_names_and_dates_within_a_sentence_are_not_cut(sentence: str) -> None:
    text = f"{sentence} Nothing more was known about it in the evening, and the port was quiet."
    assert parts(text) == [("body", sentence)]


def test_a_page_with_a_headline_of_its_own_has_none_glued() -> None:
    text = f"Bomb kills four\n\nBomb kills four in Sanda fish market Mayor {BODY}"
    assert [section for section, _ in parts(text)] == ["title", "body"]


@given(st.text(alphabet=st.sampled_from("AFP Thursday 1 Aug 2013. The a b (Reuters) Tags Views 45"), max_size=1500))
def test_parts_stand_in_order_within_the_block(block: str) -> None:
    ends = [part.end for part in parts_before(block, titled=False)]
    assert ends == sorted(ends)
    assert all(0 < end < len(block) for end in ends)


@given(
    st.lists(
        st.sampled_from(
            "AFP Print Tweet Views 458 Related Tags Sanda. (AFP) SANDA (Reuters) 1 Aug 2013 Get short URL The A bomb "
            "killed four people title: by Jane Doe 21.05.2017(updated 2139".split()
        ),
        max_size=120,
    )
)
def test_any_glue_is_read_without_loss(pieces: list[str]) -> None:
    text = " ".join(pieces)
    spans = [s.span for s in read_page(text).sentences]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join(s.of(text) for s in spans).replace(" ", "") == text.replace(" ", "")
