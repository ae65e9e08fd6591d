"""Sentences: where they end, and what holds for any text at all."""

import time
import unicodedata

import pytest
from hypothesis import given

from counterclaim.records import Section, Span, hull
from counterclaim.text.sentences import sentences
from tests.strategies import ANY_TEXT, REPORT_LIKE


def split(text: str) -> list[str]:
    """The sentences of a text, as strings."""
    return [s.span.of(text) for s in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["The convoy left.", "Nobody knew."],
        ["Who paid?", "Nobody!", "Why?!", "We asked…", "They left."],
        ["The U.S. fleet sailed.", "It came back."],
        ["The ship came from the U.S.", "The crew slept."],
        ["It was sold to Harbour Inc.", "The price is secret."],
        ["Gen. Adeyu spoke.", "Lt. Col. Moro did not."],
        ["A letter by J. K. Moro came.", "B. Tarn read it."],
        ["It weighs 3.5 tonnes.", "No. 5 was late."],
        ["They said no.", "The vote failed."],
        ["It fell by 5%.", "12 ships left."],
        ["“We will pay,” she said.", "Then she left."],
        ["“We will pay.”", "She left."],
        ["(The talks failed.)", "The war went on."],
        ["The talks (they began in May.) failed."],
        ["He paused... then spoke.", "He paused...", "Then he spoke."],
        ["She asked: “Who paid?”", "“Nobody.”"],
        ["Read www.port.example.", "Then write to us."],
        ["The truce (of 2020) held.", "“Barely,” he said."],
    ],
)
def test_sentences_of_a_paragraph(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It broke the embargo.The minister agreed.", ["It broke the embargo.", "The minister agreed."]),
        ("They met at 5 p.m. on Friday.", ["They met at 5 p.m. on Friday."]),
        ("They met at 5 p.m. Talks failed.", ["They met at 5 p.m.", "Talks failed."]),
        ("They met at 5 p.m. Friday in Sanda.", ["They met at 5 p.m. Friday in Sanda."]),
        ("They met at 5 p.m. GMT in Sanda.", ["They met at 5 p.m. GMT in Sanda."]),
        ("They met at 5 p.m. Moscow time.", ["They met at 5 p.m. Moscow time."]),
        ("He said “stop!” and left.", ["He said “stop!” and left."]),
        ("He paused... “for long” they say.", ["He paused... “for long” they say."]),
        ('He said: "We stay." Then he left.', ['He said: "We stay."', "Then he left."]),
        ("1. First point\n2. Second point", ["1. First point", "2. Second point"]),
        ("a. First point", ["a. First point"]),
        ("A. First point\nB. Second point", ["A. First point", "B. Second point"]),
        ("!!!", ["!!!"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_odd_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Port reopens\nThe port is open", ["Port reopens", "The port is open"]),
        ("Port reopens\n\nthe port is open", ["Port reopens", "the port is open"]),
        ("The port is\nopen again.", ["The port is\nopen again."]),
        ("The port is\r\nopen again.", ["The port is\r\nopen again."]),
        ("The port is open.\nships wait.", ["The port is open.", "ships wait."]),
        ("Open again\n- bread\n- fish", ["Open again", "- bread", "- fish"]),
        (
            "The port opens on Friday, said the harbour office,\nBut the",
            ["The port opens on Friday, said the harbour office,\nBut the"],
        ),
        ("The port,\nBut not the quay", ["The port,", "But not the quay"]),
        ("One\u2028Two\x0cThree", ["One", "Two", "Three"]),
        (
            "Port of Sanda reopens\nthe port is open again after three long weeks.",
            ["Port of Sanda reopens", "the port is open again after three long weeks."],
        ),
        (
            "The port of Sanda is\nopen again after three long weeks of it.",
            ["The port of Sanda is\nopen again after three long weeks of it."],
        ),
        ("Port reopens\nby Ada Moro\nShips wait.", ["Port reopens", "by Ada Moro", "Ships wait."]),
        ("9 May 2024\nthe port is open.", ["9 May 2024", "the port is open."]),
    ],
)
def test_lines_are_joined_only_where_they_were_wrapped(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date: 2024-05-01 The port is open.", ["Date: 2024-05-01", "The port is open."]),
        ("\n\nUpdated on 2024-05-01 The port is open.", ["Updated on 2024-05-01", "The port is open."]),
        ("Date: 2024-05-01\nThe port is open.", ["Date: 2024-05-01", "The port is open."]),
        ("The date: 2024-05-01 suits us.", ["The date: 2024-05-01 suits us."]),
    ],
)
def test_a_date_line_is_no_part_of_the_first_sentence(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("on " * 200, [200]),
        ("on " * 201, [200, 1]),
        ("on " * 450, [200, 200, 50]),
        ("on " * 150 + ", " + "on " * 100, [151, 100]),
        ("on " * 150 + ", " + "on " * 20 + "; " + "on " * 100, [172, 100]),
        ("on " * 50 + ", " + "on " * 200, [200, 51]),
        ("on " * 320 + ", " + "on " * 130, [200, 121, 130]),
    ],
)
def test_a_page_without_full_stops_is_cut_after_a_clause_mark_if_there_is_one(text: str, lengths: list[int]) -> None:
    assert [len(s.words) for s in sentences(text)] == lengths


def test_sentences_know_their_section() -> None:
    text = "Port reopens\n\nShips sail. Crews cheer.\n\nShips off Sanda. (AFP)\n\nRead more:\n\nFish prices fall"
    expected = [
        ("Port reopens", Section.TITLE),
        ("Ships sail.", Section.BODY),
        ("Crews cheer.", Section.BODY),
        ("Ships off Sanda.", Section.CAPTION),
        ("(AFP)", Section.CAPTION),
        ("Read more:", Section.RELATED),
        ("Fish prices fall", Section.RELATED),
    ]
    assert [(s.span.of(text), s.section) for s in sentences(text)] == expected


def test_run_together_names_are_cut_on_the_evidence_of_the_whole_document() -> None:
    text = "Oravastressed it.\n\nOrava left."
    assert [w.of(text) for w in sentences(text)[0].words] == ["Orava", "stressed", "it", "."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Port reopens\n\nSANDA (AP) — The port is open.",
            "title:Port reopens front:SANDA (AP) — body:The port is open.",
        ),
        ("EXCLUSIVE: Port reopens\n\nIt is open.", "front:EXCLUSIVE: title:Port reopens body:It is open."),
        ("Date: 2024-05-01 SANDA — The port is open.", "front:Date: 2024-05-01 front:SANDA — body:The port is open."),
        ("Port reopens\n\n14:05 GMT — Ships come in.", "title:Port reopens front:14:05 GMT — body:Ships come in."),
        ("Port reopens\n\nPort reopens. Ships come.", "title:Port reopens front:Port reopens. body:Ships come."),
        ("It is open. Ships come. - REUTERS", "body:It is open. body:Ships come. front:- REUTERS"),
        ("Q: Who paid?", "body:Q: Who paid?"),
    ],
)
def test_front_matter_is_cut_off(text: str, expected: str) -> None:
    assert " ".join(f"{s.section}:{s.span.of(text)}" for s in sentences(text)) == expected


def test_words_know_how_they_are_to_be_read() -> None:
    text = "Plain words. The weap\u00adons aren&#39;t here."
    plain, cleaned = sentences(text)
    assert plain.forms == ()
    assert cleaned.forms == ("The", "weapons", "are", "n't", "here", ".")
    assert [w.of(text) for w in cleaned.words] == ["The", "weap\u00adons", "are", "n&#39;t", "here", "."]
    assert cleaned.read(text) == list(cleaned.forms)


def test_quotation_marks_without_spaces_are_words() -> None:
    text = "They have been a point”Moro said of pars“a key maker”."
    [sentence] = sentences(text)
    assert (
        " ".join(w.of(text) for w in sentence.words) == "They have been a point ” Moro said of pars “ a key maker ” ."
    )


def visible(text: str) -> bool:
    """Whether anything in a stretch of text can be seen."""
    return any(not c.isspace() and unicodedata.category(c) not in {"Cc", "Cf"} for c in text)


def check(text: str) -> None:
    """Sentences stand in order, never overlap, are as long as their words, and hold every visible character."""
    at = 0
    for sentence in sentences(text):
        assert sentence.span == hull(list(sentence.words))
        assert len(sentence.forms) in {0, len(sentence.words)}
        for word in sentence.words:
            assert at <= word.start < word.end <= len(text)
            assert not visible(text[at : word.start])
            at = word.end
    assert not visible(text[at:])


@given(ANY_TEXT)
def test_any_text_is_covered(text: str) -> None:
    check(text)


@given(REPORT_LIKE)
def test_any_report_is_covered(text: str) -> None:
    check(text)


# Each of these once took time that grows with the square of the length: minutes for 100 kB.
ENDLESS = [
    "a-",
    "(photo ",
    "(photo)",
    "photo: ",
    "/AP ",
    "A (photo)\nBc\nD\n",
    "a\n",
    "\n",
    ". ",
    '"',
    "Read more\n",
    "U.S. The ",
    "News\n",
    "SANDA (AP) — The\n",
    "By Ada Moro\n",
    "9 May 2024\n",
    "14:05 The\n",
    "(AFP)\n",
    "Sanda Gazette\n",
    "Ships wait off the port of Sanda\n",
]


@pytest.mark.parametrize("scrap", ENDLESS)
def test_a_text_of_100_kb_is_split_fast(scrap: str) -> None:
    text = (scrap * 100_000)[:100_000] + "x."
    began = time.process_time()
    check(text)
    assert time.process_time() - began < 10


def test_a_million_spaces_are_passed_fast() -> None:
    text = "Stop." + " " * 1_000_000 + "Go."
    began = time.process_time()
    assert [s.span for s in sentences(text)] == [Span(0, 5), Span(1_000_005, 1_000_008)]
    assert time.process_time() - began < 4
