"""Front matter: datelines, bylines, credits, kickers, times, speakers, and what only looks like them."""

import time

import pytest
from hypothesis import given

from counterclaim.text.front import (
    byline_of,
    credit_start,
    credits_of,
    dateline_of,
    kicker_end,
    outlet_of,
    posted_of,
    speaker_label,
    stamp_end,
)
from tests.strategies import ANY_TEXT, REPORT_LIKE


@pytest.mark.parametrize(
    ("head", "place", "agencies"),
    [
        ("TEHRAN — ", "TEHRAN", ""),
        ("WASHINGTON (AP) — ", "WASHINGTON", "AP"),
        ("WASHINGTON (AP) ", "WASHINGTON", "AP"),
        ("WASHINGTON D.C. — ", "WASHINGTON D.C.", ""),
        ("ADEN, Yemen (Reuters) - ", "ADEN, Yemen", "Reuters"),
        ("PRETORIA, South Africa (AP) _ ", "PRETORIA, South Africa", "AP"),
        ("FLINT, Mich., May 4 (UPI) — ", "FLINT, Mich.", "UPI"),
        ("KYIV, 9 May (Interfax-Ukraine) - ", "KYIV", "Interfax-Ukraine"),
        ("DAMASCUS, SANA – ", "DAMASCUS", "SANA"),
        ("Tehran, May 9, IRNA – ", "Tehran", "IRNA"),
        ("Moscow. 5 May. INTERFAX.RU - ", "Moscow", "Interfax"),
        ("MOSCOW, May 9. /TASS/. ", "MOSCOW", "TASS"),
        ("BEIRUT, May 9 (Xinhua) -- ", "BEIRUT", "Xinhua"),
        ("TEL AVIV/GAZA, May 9 (Reuters) - ", "TEL AVIV/GAZA", "Reuters"),
        ("NEW YORK, May 9, 2024 — ", "NEW YORK", ""),
        ("LAHORE (Sanda Gazette) – ", "LAHORE", "Sanda Gazette"),
        ("ISLAMABAD: ", "ISLAMABAD", ""),
        ("Cairo (Reuters) - ", "Cairo", "Reuters"),
        ("Moscow – ", "Moscow", ""),
        ("(CNN) — ", None, "CNN"),
        ("(Reuters) - ", None, "Reuters"),
        ("REUTERS - ", None, "Reuters"),
    ],
)
def test_datelines(head: str, place: str | None, agencies: str) -> None:
    found = dateline_of(head + "The port is open.")
    assert found is not None
    assert (found.end, found.place, " ".join(found.agencies)) == (len(head), place, agencies)


@pytest.mark.parametrize(
    "block",
    [
        "The port — the largest — is open.",
        "NATO — The alliance met.",
        "TEHRAN — which has no port — agreed.",
        "US – Oravia talks go on",
        "Orava – The port is open.",
        "BREAKING — The port is open.",
        "FILE - The port of Sanda",
        "FIVE SHIPS SINK OFF SANDA – Officials said",
        "Ada Moro (Labour) – The member said so.",
        "MORO: We stay.",
        "The well-known port",
        "",
    ],
)
def test_what_is_no_dateline(block: str) -> None:
    assert dateline_of(block) is None


@pytest.mark.parametrize(("line", "days"), [("SANDA, May 9, 2024 — The", 1), ("SANDA, May 9 — The", 0)])
def test_a_dateline_gives_a_date_only_with_its_year(line: str, days: int) -> None:
    found = dateline_of(line)
    assert found is not None
    assert len(found.dates) == days


@pytest.mark.parametrize(
    ("block", "byline", "agencies"),
    [
        ("By Ada Moro", "Ada Moro", ()),
        ("by Ada Moro", "Ada Moro", ()),
        ("By ADA MORO and BO TARN, Associated Press", "ADA MORO and BO TARN", ("Associated Press",)),
        ("By Ada Moro, Bo Tarn and Cy van der Kelm", "Ada Moro, Bo Tarn and Cy van der Kelm", ()),
        ("By Ada Moro, Sanda News", "Ada Moro", ()),
        ("By Ada Moro in Nairobi", "Ada Moro", ()),
        ("By Ada Moro | May 9, 2024", "Ada Moro", ()),
        ("Ada Moro | May 9, 2024", "Ada Moro", ()),
        ("Ada Moro, Reuters", "Ada Moro", ("Reuters",)),
        ("By Reuters", None, ("Reuters",)),
        ("By AFP and Reuters", None, ("AFP", "Reuters")),
    ],
)
def test_bylines(block: str, byline: str | None, agencies: tuple[str, ...]) -> None:
    found = byline_of(block)
    assert found is not None
    assert (found.byline, found.credits) == (byline, agencies)


@pytest.mark.parametrize(
    "block",
    [
        "By Monday",
        "By Ada Moro said so.",
        "By the sea",
        "Ada Moro spoke",
        "Port Sanda, Oravia",
        "By land",
        "By Land and Sea",
        "",
    ],
)
def test_what_is_no_byline(block: str) -> None:
    assert byline_of(block) is None


def test_a_byline_with_a_place() -> None:
    found = posted_of("Ada Moro in Nairobi")
    assert found is not None
    assert found.byline == "Ada Moro"
    assert posted_of("Ada Moro spoke in Nairobi") is None


@pytest.mark.parametrize(
    ("block", "agencies"),
    [
        ("(With information from EFE and Europa Press)", "EFE Europa Press"),
        ("With inputs from ANI", "ANI"),
        ("Source: AFP", "AFP"),
        ("Source Sanda Gazette and agencies", "Sanda Gazette agencies"),
        ("With reporting by Reuters", "Reuters"),
        ("Additional reporting by AP", "AP"),
        ("(AFP)", "AFP"),
        ("(AP/Reuters)", "AP Reuters"),
        ("- REUTERS", "Reuters"),
        ("— Agencies", "agencies"),
        ("AFP", "AFP"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("Ada Moro contributed to this report.", ""),
        ("This article was first published by Sanda Wire.", "Sanda Wire"),
        ("Reporting by Ada Moro; Editing by Bo Tarn", ""),
    ],
)
def test_credits(block: str, agencies: str) -> None:
    found = credits_of(block)
    assert found is not None
    assert " ".join(found.credits) == agencies


def test_who_reported_is_the_byline() -> None:
    found = credits_of("(Reporting by Ada Moro in Nairobi; Editing by Bo Tarn)")
    assert found is not None
    assert found.byline == "Ada Moro"


@pytest.mark.parametrize(
    "block",
    [
        "The minister spoke",
        "Sanda – Kelm",
        "(it was late)",
        "Reporting by the Sanda Gazette found that ships left",
        "The source: a spokesman for the port",
        "",
    ],
)
def test_what_is_no_credit(block: str) -> None:
    assert credits_of(block) is None


@pytest.mark.parametrize(
    ("body", "credit"),
    [
        ("The port is open. ", "(AFP)"),
        ("The port is open. ", "- REUTERS"),
        ("“The port is open.” ", "Source: AFP"),
        ("The port is open. ", "(Reporting by Ada Moro; Editing by Bo Tarn)"),
    ],
)
def test_a_credit_after_the_last_sentence(body: str, credit: str) -> None:
    assert credit_start(body + credit) == len(body)


def test_a_sentence_is_no_credit() -> None:
    assert credit_start("The port is open. The source of it is AFP, they said.") is None


@pytest.mark.parametrize(
    ("block", "end"),
    [
        ("EXCLUSIVE: Port reopens", 11),
        ("UPDATE 2-Port reopens", 9),
        ("Opinion | The port", 10),
        ("BREAKING — The port", 11),
        ("Exclusive talks reopen", 0),
        ("Update of the port", 0),
        ("Live-fire drills begin", 0),
    ],
)
def test_kickers(block: str, end: int) -> None:
    assert kicker_end(block) == end


@pytest.mark.parametrize(
    ("block", "end"),
    [
        ("14:05 GMT — The port", 12),
        ("09:12 The port", 6),
        ("9.15am: The port", 8),
        ("9.30 percent of it", 0),
        ("12.50 Dollars", 0),
        ("14:05 is when they met", 0),
        ("3.5 The port", 0),
    ],
)
def test_times_of_a_live_report(block: str, end: int) -> None:
    assert stamp_end(block) == end


@pytest.mark.parametrize(
    ("block", "label"),
    [
        ("Q: Who paid?", "Q"),
        ("A. We did.", "A"),
        ("Question: Who paid?", "Question"),
        ("Gen. Moro: We did.", "Gen. Moro"),
        ("ADA MORO (harbour master): “We did.”", "ADA MORO (harbour master)"),
        ("Note: the port is shut.", None),
        ("Read more: the port", None),
        ("He said: “We did.”", None),
        ("A port: open.", None),
    ],
)
def test_speakers_of_an_interview(block: str, label: str | None) -> None:
    span = speaker_label(block)
    assert (span and span.of(block)) == label


@pytest.mark.parametrize(
    ("block", "outlet"),
    [
        ("© 2024 Sanda Gazette. All rights reserved", "Sanda Gazette"),
        ("Copyright © 2024 Sanda Gazette Ltd", "Sanda Gazette"),
        ("Copyright law changes", None),
        ("The Sanda Gazette", None),
    ],
)
def test_outlets(block: str, outlet: str | None) -> None:
    assert outlet_of(block) == outlet


def ask_all(block: str) -> None:
    """Every rule reads the block."""
    for rule in (byline_of, credits_of, credit_start, posted_of, outlet_of, speaker_label):
        rule(block)
    found = dateline_of(block)
    assert found is None or 0 < found.end <= len(block)
    assert 0 <= kicker_end(block) <= len(block)
    assert 0 <= stamp_end(block) <= len(block)


@given(ANY_TEXT)
def test_any_text_may_be_asked(text: str) -> None:
    ask_all(text)


@given(REPORT_LIKE)
def test_any_report_may_be_asked(text: str) -> None:
    ask_all(text)


ENDLESS = [
    "A",
    "A ",
    "Ada ",
    "By Ada ",
    "Ada, ",
    "Ada and ",
    "(AP) ",
    "SANDA, ",
    ". ",
    "( ",
    "12:00 ",
    "Source: ",
    "- ",
    "/A",
]


@pytest.mark.parametrize("scrap", ENDLESS)
@pytest.mark.parametrize("length", [80, 299, 100_000])
def test_blocks_of_any_length_are_asked_fast(scrap: str, length: int) -> None:
    block = (scrap * length)[:length]
    began = time.process_time()
    ask_all(block)
    assert time.process_time() - began < 1
