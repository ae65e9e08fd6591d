"""Hard-wrapped texts: a sentence goes on over a line break before a capital, and nothing else is joined to it."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Span
from counterclaim.text.blocks import blocks_of
from counterclaim.text.sentences import sentences
from tests.strategies import ANY_TEXT, REPORT_LIKE

# Lines of at most 70 characters; no line ends where a sentence does.
WRAPPED = """\
The harbour office of Sanda said on Monday that it had received nine
patrol boats from the yards of Orava, and that the crews would train
with them until the end of the year under officers of the coast guard
and two engineers."""

PARAGRAPHS = (
    (
        "The harbour office of Sanda said on Monday that it had received nine patrol boats from the yards of Orava, "
        "and that the crews would train with officers of the Tarn Coast Guard until the end of the year."
    ),
    (
        "Kalu denied it. A spokesman for President Ada Moro told the Sanda Gazette that no boat of the Orava class had "
        "left the port since Gen. Ilo Adeyu took over, and that the U.S. Navy had been told so by the office of the "
        "Department of Harbours and Works."
    ),
    (
        "“We have 12 boats of our own,” Moro said. “Not one is for sale!” The price of an OR-7 boat is $4.5 million, "
        "according to a list that the yards showed in May."
    ),
    (
        "The two neighbours have been at odds over the fish in the strait between them for more than thirty years, and "
        "boats of either side have been fired at more than once, as fishermen in the villages on the coast recall."
    ),
)


def lines_of(text: str) -> list[str]:
    """The blocks of a text, each on one line."""
    return [" ".join(block.of(text).split()) for block in blocks_of(text)]


def read(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(s.span.of(text).split()) for s in sentences(text)]


def after_wrapped(text: str) -> list[str]:
    """The blocks of a text that stands under hard-wrapped paragraphs, without theirs."""
    return lines_of(f"{WRAPPED}\n\n{text}")[1:]


@pytest.mark.parametrize("width", range(56, 121))
def test_a_text_reads_the_same_however_it_is_wrapped(width: int) -> None:
    filled = (textwrap.fill(p, width, break_on_hyphens=False) for p in PARAGRAPHS)
    whole, wrapped = ("\n\n".join(("Nine boats reach Sanda", *parts)) for parts in (PARAGRAPHS, filled))
    assert read(wrapped) == read(whole)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The office showed papers on the boats to six of the members of\nHarbour Watch who had come to the quay.",
        "The ministry in the capital of Kalu said on Friday that a Tarnish\nOR-7 boat had sunk in the bay.",
        "Two crews drowned in the bay of Sanda on Friday, which cost about\n19 people their lives.",
        "The boats were bought in May with a loan from the Treasury of the U.S.\nNavy officers signed for them.",
        "The boats were handed over in Sanda on Friday, in the presence of Gen.\nIlo Adeyu.",
        "Nobody at the ministry would talk of what Adeyu had called “a theft”\nKalu would not forget.",
        'Nobody at the ministry would talk of what Adeyu had called "a theft!"\nas he left the quay.',
        "Before he left the quay for Orava on Friday night Gen. Adeyu had said:\n“We have boats.”",
        "The boats were handed over in Sanda on Friday night by the people from\nThe Hague.",
        "* ORAVA: The yards were asked by the Ministry of Works to sell no more\n  OR-7 boats.",
    ],
)
def test_a_line_that_was_full_goes_on_before_a_capital(paragraph: str) -> None:
    assert after_wrapped(paragraph) == [" ".join(paragraph.split())]


@pytest.mark.parametrize(
    "lines",
    [
        # One-sentence paragraphs, and a paragraph whose last line leaves room for the next word.
        ["The harbour office would not say who had paid for the boats in May.", "Orava would not say so either."],
        ["The harbour office would not say who had paid.", "Orava would not say so either."],
        ["The boats were seen off Sanda", "Kalu sent two of its own."],
        # Headlines of other articles, some as wide as the column.
        ["Kalu sells nine patrol boats to Sanda in a deal worth $40 million", "Orava yards dismiss sixty workers"],
        ["Kalu sells nine patrol boats to Sanda in a deal worth $40 million", "Who paid the yards", "Sanda rejoices."],
        # A headline over its paragraph.
        ["Kalu Sells Nine Patrol Boats to Sanda in Deal Worth $40 Million", "Kalu sold nine boats to Sanda."],
        ["KALU SELLS NINE PATROL BOATS TO SANDA IN A DEAL WORTH $40 MILLION", "Kalu sold nine boats to Sanda."],
        ["Kalu sells nine patrol boats to Sanda in a deal worth $40 million", "The boats are old."],
        ["Kalu sells nine patrol boats to Sanda in a deal worth $40 million", "SANDA (AP) — Kalu sold boats."],
        # A caption with its credit, a byline, an entry of a live report, a speaker.
        ["Nine patrol boats of the Orava class in the port of Sanda (Reuters)", "Kalu sold nine boats to Sanda."],
        ["By Ada Moro", "Kalu sold nine boats to Sanda."],
        ["Ships of the coast guard leave the port of Sanda for the north of it", "14:05 GMT — Kalu sold boats."],
        ["Ships of the coast guard leave the port of Sanda for the north of it", "Moro: Kalu sold boats."],
        ["Ships of the coast guard leave the port of Sanda for the north of it", "EXCLUSIVE: Kalu sold boats."],
        # Lists and tables.
        ["* Kalu sells nine patrol boats to Sanda in a deal worth $40 million", "* Orava dismisses workers."],
        ["1. Kalu sells nine patrol boats to Sanda in a deal of $40 million", "2. Orava dismisses workers."],
        ["Patrol boats of Orava's yards, class OR-7, Sanda      9      $40 m.", "Tugs      3      $4 m."],
        ["Patrol boats of Orava's yards, class OR-7, Sanda\t9 for some $40 m", "Tugs\t3\t$4 m."],
        ["The boats on the list that the ministry in Kalu showed are these here:", "OR-7 of 2019.", "OR-9 of 2021."],
        # An indented line begins a paragraph.
        ["Nine boats of the Orava class are in the port of Sanda, says the list", "    Kalu sold nine boats."],
    ],
)
def test_lines_of_their_own_stay_apart_in_a_wrapped_text(lines: list[str]) -> None:
    assert after_wrapped("\n".join(lines)) == [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize("end", ["and then - SANDA NEWS", "when the"])
def test_a_paragraph_that_is_signed_or_cut_off_is_joined_on_its_sure_breaks(end: str) -> None:
    paragraph = (
        "The yards were asked by the office in May to sell no more boats to the\nneighbours in the north and the east, "
        "as far as is known to friends in\nOrava who have seen the letter but were not allowed to show it to their"
        f"\nown people {end}"
    )
    assert after_wrapped(paragraph) == [" ".join(paragraph.split())]


def test_a_few_full_lines_before_capitals_without_a_sure_break_are_headlines() -> None:
    lines = [
        "Kalu sells nine patrol boats to Sanda in a deal worth $40 million, Moro",
        "Orava yards dismiss sixty of their workers after a strike in the port",
        "Ada Moro is to meet Ilo Adeyu in Sanda on Friday for talks on harbours",
        "North Kalu shuts its ports to boats from the yards of Orava in a rage",
        "Did Moro pay?",
    ]
    assert after_wrapped("\n".join(lines)) == lines


def test_a_wrapped_text_without_a_break_inside_a_sentence_is_no_evidence() -> None:
    lines = [
        "The office showed papers on the boats to six of the members of",
        "Harbour Watch who had come to the quay.",
    ]
    assert lines_of("\n".join(lines)) == lines


def test_ragged_lines_are_no_evidence() -> None:
    ragged = "\n".join(
        (
            "The harbour office of Sanda said on Monday that it had received nine old",
            "patrol boats from the yards of Orava, and that crews",
            "would train with them until the end of the year under",
            "officers of the coast guard and the two engineers that the Orava yards",
            "had sent.",
        )
    )
    lines = ["The office showed papers on the boats to six of the members of", "Harbour Watch who had come."]
    assert lines_of(f"{ragged}\n\n" + "\n".join(lines))[-2:] == lines


def test_verse_is_left_alone() -> None:
    verse = [
        "O harbour of Sanda, your lanterns are burning all night",
        "Orava is sleeping, the boats are away",
        "And so",
    ]
    assert after_wrapped("\n".join(verse)) == verse


def test_a_list_of_headlines_with_a_few_that_run_on_stays_a_list() -> None:
    headlines = [
        "Kalu sells nine patrol boats to Sanda in a deal worth $40 million and\nputs off three",
        "Orava yards dismiss sixty of their workers after a strike in the port",
        "Tarn fair opens without Kalu, whose boats are late once more, to the\nanger of guests",
        "Ada Moro is to meet Ilo Adeyu in Sanda on Friday for talks on harbours",
        "Sanda court frees two engineers held for the sale of boats to one of\nits neighbours",
        "Kalu bank lends $40 million to Orava yards after a strike in the port",
        "North Kalu shuts its ports to boats from the yards of Orava in a rage",
        "Did Moro pay?",
    ]
    assert lines_of("\n".join(headlines)) == [" ".join(h.split()) for h in headlines]


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5))
def test_paragraphs_of_one_long_line_are_blocks_as_they_are(paragraphs: list[str]) -> None:
    assert lines_of("\n".join(paragraphs)) == paragraphs


@given(st.one_of(ANY_TEXT, REPORT_LIKE))
def test_any_text_has_blocks_in_order(text: str) -> None:
    at = 0
    for block in blocks_of(f"{WRAPPED}\n{text}"):
        assert at <= block.start < block.end <= len(WRAPPED) + 1 + len(text)
        at = block.end


@pytest.mark.parametrize("scrap", [f"{WRAPPED}\n", f"{WRAPPED}\n\n", "x" * 60 + "\n", "Sanda " * 12 + "\n"])
def test_a_million_characters_of_lines_are_read_fast(scrap: str) -> None:
    text = (scrap * 1_000_000)[:1_000_000]
    began = time.process_time()
    assert blocks_of(text)[-1] == Span(blocks_of(text)[-1].start, len(text.rstrip("\n")))
    assert time.process_time() - began < 20
