"""Cleaning: what is repaired, what is left alone, and the way back to the raw text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given

from counterclaim.records import Span
from counterclaim.text.cleaning import clean
from tests.strategies import ANY_TEXT, REPORT_LIKE


def test_a_text_without_anything_to_repair_is_itself() -> None:
    text = "“The port of Köln – it’s open,” she said… ½ of it, 12 km², at 5 °C.\n\nÉmile left."
    cleaned = clean(text)
    assert cleaned.text is text
    assert not cleaned.changed
    assert cleaned.raw(Span(4, 8)) == Span(4, 8)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("weap\u00adons", "weapons"),
        ("weap\u00ad\nons", "weapons"),
        ("\ufeffThe \u200bport\u200e is\u2060 open", "The port is open"),
        ("\u202bThe port\u202c", "The port"),
        ("The po\x00rt", "The port"),
        ("The ﬁrst oﬃcer", "The first officer"),
        ("Ｆ－１６ 𝐨𝐟 𝘚𝘢𝘯𝘥𝘢", "F-16 of Sanda"),
        ("brigade Ⅷ", "brigade VIII"),
        ("an F\u201116 and a non\u2010state", "an F-16 and a non-state"),
        ("the Tarn–40 drone", "the Tarn-40 drone"),
        ("№ 5", "No. 5"),
        ("Sanda´s and Moro`s", "Sanda’s and Moro’s"),
        ("Sanda\ufffds port", "Sanda’s port"),
        ("``We stay,'' he said", "“We stay,” he said"),
        ("5\u00a0000 tonnes, 1\u202f000\u2009000 more", "5,000 tonnes, 1,000,000 more"),
    ],
)
def test_characters(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Sandaâ€™s â€œportâ€\x9d", "Sanda’s “port”"),
        ("the â€œportâ€ opens", "the “port” opens"),
        ("Ã‰mile and RenÃ©e", "Émile and Renée"),
        ("KarÅ¡iÄ‡ left", "Karšić left"),
        ("Â£40m for 3Â°", "£40m for 3°"),
        ("Sandaâ\x80\x99s", "Sanda’s"),
        ("Sandaâ€™s and SandaÃ¢â‚¬â„¢s", "Sanda’s and Sanda’s"),
        ("‚ÄúWe stay‚Äù", "“We stay”"),
        ("Sanda\x92s \x93port\x94", "Sanda’s “port”"),
        ("ï»¿The Ã©lite", "The élite"),
    ],
)
def test_text_that_was_decoded_wrongly(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Moro &amp; Sons &quot;closed&quot; it&#39;s &#x27;so&#x27;", "Moro & Sons \"closed\" it's 'so'"),
        ("Moro &amp;amp; Sons, &amp;quot;closed&amp;quot;", 'Moro & Sons, "closed"'),
        ("the&nbsp;port", "the\u00a0port"),
        ("caf&eacute; &mdash; open", "café — open"),
        ("<p>The <b>port</b> is open.</p><br/>It is", "\nThe port is open.\n\nIt is"),
    ],
)
def test_what_a_web_page_leaves(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "“SANDØ” and “ÅRÅ” and Ð.",
        "Moro & Sons; AT&T; R&D;",
        "2 < 3 and 3 > 2, <Moro>",
        "from 12 May–14 June",
        "50–60 ships",
        "in 2022\u00a0100 ships",
        "½ of 10³ m² in ①",
        "a `so-called` truce",
        "the ships'' crews",
    ],
)
def test_what_only_looks_broken_is_left_alone(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("They sold weap-\nons. Weapons cost.", "They sold weapons. Weapons cost."),
        ("They sold weap-\r\n  ons.", "They sold weapons."),  # the lexicon knows the word
        ("a har-\nbour, the mari-\ntime law, a quay-\nmaster", "a harbour, the maritime law, a quaymaster"),
        ("a quay-\nmaster", "a quay-\nmaster"),
        ("Sanda-\nbacked troops", "Sanda-\nbacked troops"),
        ("The non-\nstate group; a non-state group; nonstate", "The non-\nstate group; a non-state group; nonstate"),
        ("weap-\n\nons", "weap-\n\nons"),
    ],
)
def test_words_broken_over_a_line_end_need_evidence(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


def test_every_clean_word_points_to_its_raw_characters() -> None:
    raw = "\ufeffThe oﬃcer&#39;s weap\u00adons"
    cleaned = clean(raw)
    assert cleaned.text == "The officer's weapons"
    assert cleaned.raw(Span(0, 3)).of(raw) == "The"
    assert cleaned.raw(Span(4, 11)).of(raw) == "oﬃcer"
    assert cleaned.raw(Span(11, 13)).of(raw) == "&#39;s"
    assert cleaned.raw(Span(14, 21)).of(raw) == "weap\u00adons"


def check(raw: str) -> None:
    """Clean characters stand in the raw text's order and inside it."""
    cleaned = clean(raw)
    spans = [cleaned.raw(Span(i, i + 1)) for i in range(len(cleaned.text))]
    assert all(0 <= s.start < s.end <= len(raw) for s in spans)
    assert all(a.end <= b.start or a == b for a, b in pairwise(spans))
    if not cleaned.changed:
        assert cleaned.text == raw


@given(ANY_TEXT)
def test_any_text_keeps_its_order(text: str) -> None:
    check(text)


@given(REPORT_LIKE)
def test_any_report_keeps_its_order(text: str) -> None:
    check(text)


@given(ANY_TEXT)
def test_a_text_read_wrongly_is_read_right_or_left(text: str) -> None:
    check(text.encode("utf-8", "ignore").decode("latin-1"))


ENDLESS = ["&amp;", "&amp", "<p ", "<p>", "â€", "Ã©", "\u00ad", "a-\n", "``", "1\u00a0000", "ﬁ", "&#x", "ð", "â"]


@pytest.mark.parametrize("scrap", ENDLESS)
def test_a_text_of_100_kb_is_cleaned_fast(scrap: str) -> None:
    began = time.process_time()
    check((scrap * 100_000)[:100_000] + "x.")
    assert time.process_time() - began < 10
