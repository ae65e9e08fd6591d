"""Words: how English is cut, and what holds for any text at all."""

import time
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Span
from counterclaim.text.words import standalone, words
from tests.strategies import ANY_TEXT, REPORT_LIKE


def cut(text: str, known: Iterable[str] = ()) -> str:
    """The words of a text, one space between them."""
    return " ".join(w.of(text) for w in words(text, known=Counter(known)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy left.", "The convoy left ."),
        ("Talks, they say: “maybe”!", "Talks , they say : “ maybe ” !"),
        ("(the port) [sic]", "( the port ) [ sic ]"),
        ("ready—or not", "ready — or not"),
        ("and/or", "and / or"),
        ("well-known", "well - known"),
        ("25-year-old", "25 - year - old"),
        ("wait... what?!", "wait ... what ? !"),
        ("no!!! why??", "no !!! why ??"),
        ("naïve café", "naïve café"),
        ("cafe\u0301 open", "cafe\u0301 open"),
    ],
)
def test_plain_words_and_marks(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it's", "it 's"),
        ("Orlevia’s", "Orlevia ’s"),
        ("they'll've", "they'll 've"),
        ("didn't", "did n't"),
        ("DIDN’T", "DID N’T"),
        ("can't", "ca n't"),
        ("cannot", "can not"),
        ("Gonna", "Gon na"),
        ("isnt", "is nt"),
        ("O'Dara's", "O'Dara 's"),
        ("d'Ambre", "d'Ambre"),
        ("the guards' camp", "the guards ' camp"),
        ("'quiet'", "' quiet '"),
        ("anti-Orlevia's", "anti-Orlevia 's"),
        ("the F-16's wings", "the F-16 's wings"),
        ("the U.S.'s ports", "the U.S. 's ports"),
        ("2024’s budget", "2024 ’s budget"),
        ("the letter 's'", "the letter ' s '"),
        ("a 'so called' truce", "a ' so called ' truce"),
    ],
)
def test_clitics_are_words(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("non-state", "non-state"),
        ("anti-tank", "anti-tank"),
        ("re-export", "re-export"),
        ("mid-May", "mid-May"),
        ("mid-2023", "mid - 2023"),
        ("demon-free", "demon - free"),
        ("US-led", "US - led"),
    ],
)
def test_prefixes_stay_on_their_word(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "designation",
    [
        "F-16",
        "Shahed-136",
        "Shahed-136/131",
        "9M133",
        "T-72B3",
        "S-400s",
        "Su-35S",
        "AK-47/74",
        "2S19",
        "M777",
        "Kh-59MK2",
    ],
)
def test_designations_are_one_word(designation: str) -> None:
    assert cut(f"The {designation}, they said") == f"The {designation} , they said"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000 km", "5,000 km"),
        ("1,000,000.", "1,000,000 ."),
        ("3.5%", "3.5 %"),
        ("$40m", "$ 40 m"),
        ("€30", "€ 30"),
        ("155mm", "155 mm"),
        ("105-mm", "105 - mm"),
        ("12:30", "12:30"),
        ("3/4", "3/4"),
        ("50-60", "50 - 60"),
        ("21st", "21st"),
        ("1990s", "1990s"),
        ("+44-555-1234", "+44-555-1234"),
    ],
)
def test_figures(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Doe", "Mr. Doe"),
        ("Lt. Col. Moro", "Lt. Col. Moro"),
        ("J. K. Moro", "J. K. Moro"),
        ("the U.S. fleet", "the U.S. fleet"),
        ("U.S.-made", "U.S. - made"),
        ("e.g. tanks", "e.g. tanks"),
        ("10 a.m. today", "10 a.m. today"),
        ("Harbour Co. sold", "Harbour Co. sold"),
        ("No. 5", "No. 5"),
        ("vol.3", "vol. 3"),
        ("They said no.", "They said no ."),
        ("the state of the art.", "the state of the art ."),
        ("plan X.", "plan X ."),
    ],
)
def test_full_stops_of_abbreviations(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See www.port.example/a?b=c.", "See www.port.example/a?b=c ."),
        ("(https://port.example/x)", "( https://port.example/x )"),
        ("desk@port.example, please", "desk@port.example , please"),
        ("a.b+c@port.example.org", "a.b+c@port.example.org"),
        ("@harbour #Ports2024!", "@harbour #Ports2024 !"),
    ],
)
def test_addresses_and_tags(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("🚢🚢", "🚢 🚢"),
        ("✈\ufe0f left", "✈\ufe0f left"),
        ("שלום, עולם", "שלום , עולם"),
        ("وصلت السفينة", "وصلت السفينة"),
        ("a\x00b", "a \x00 b"),
        ("a\ud800b", "a \ud800 b"),
        ("\ufeffThe port", "\ufeff The port"),
    ],
)
def test_odd_characters(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Oravastressed it", ["Orava"], "Orava stressed it"),
        ("Oravasaid's", ["Orava"], "Orava said 's"),
        ("Oravastressed it", [], "Oravastressed it"),
        ("Oravastressed it", ["Orava", "Oravastressed"], "Orava stressed it"),
        ("Karstis say so", ["Karst", "Karstis"], "Karstis say so"),
        ("Tarnson left", ["Tarns", "Tarnson"], "Tarnson left"),
        ("Somewhere near", ["Some"], "Somewhere near"),
        ("oravasaid so", ["orava"], "oravasaid so"),
        ("Orsaid so", ["Or"], "Orsaid so"),
        ("Marketing", ["Market"], "Marketing"),
    ],
)
def test_run_together_words_need_evidence(text: str, known: list[str], expected: str) -> None:
    assert cut(text, known) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orava met Orava's envoy", {"Orava": 2, "envoy": 1}),
        ("Ada met Bo", {}),
        ("xOrava Orava2 ORAVA", {"xOrava": 1, "ORAVA": 1}),
    ],
)
def test_words_that_stand_alone_are_counted(text: str, expected: dict[str, int]) -> None:
    assert standalone(text) == expected


def check(text: str, spans: Sequence[Span], start: int, end: int) -> None:
    """Words stand in order and inside the range, never overlap, and leave only white space uncovered."""
    at = start
    for span in spans:
        assert at <= span.start < span.end <= end
        assert not text[at : span.start].strip()
        assert not any(c.isspace() for c in span.of(text))
        at = span.end
    assert not text[at:end].strip()


@given(ANY_TEXT)
def test_any_text_is_covered(text: str) -> None:
    check(text, words(text), 0, len(text))


@given(REPORT_LIKE)
def test_any_report_is_covered(text: str) -> None:
    check(text, words(text, known={**standalone(text), "Orava": 1}), 0, len(text))


@given(REPORT_LIKE, st.data())
def test_any_part_of_a_text_is_covered(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check(text, words(text, start=start, end=end), start, end)


# Each of these once took time that grows with the square of the length: minutes for 100 kB.
ENDLESS = [
    "a-",
    "-.",
    "+",
    "ab.",
    "a.",
    "a@",
    "www.)",
    "http://",
    "the word ",
    "“a” ",
    "Oravasaid",
    "1/",
    "A-1/1",
    "\u0301",
    "(",
]


@pytest.mark.parametrize("scrap", ENDLESS)
def test_a_line_of_100_kb_is_cut_fast(scrap: str) -> None:
    text = (scrap * 100_000)[:100_000] + "zz"
    began = time.process_time()
    check(text, words(text, known={"Orava": 1}), 0, len(text))
    assert time.process_time() - began < 10


def test_a_million_spaces_are_passed_fast() -> None:
    text = "a" + " " * 1_000_000 + "b"
    began = time.process_time()
    assert words(text) == [Span(0, 1), Span(1_000_001, 1_000_002)]
    assert time.process_time() - began < 2
