"""Two names of one person, body, ship, or of two: rows that read (verdict, one, other)."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import EntryKind, Verdict
from counterclaim.registers.names import HIT, POSSIBLE, Comparison, Facts, compare, parse_name, verdict

PERSON, BODY, SHIP, AIRCRAFT, OTHER = (
    EntryKind.PERSON,
    EntryKind.ORGANISATION,
    EntryKind.SHIP,
    EntryKind.AIRCRAFT,
    EntryKind.OTHER,
)


def compared(one: str, other: str, kind: EntryKind = OTHER, known: Facts | None = None) -> Comparison:
    return compare(parse_name(one, kind), parse_name(other, kind), known)


def told(one: str, other: str, kind: EntryKind = OTHER) -> str:
    return verdict(compared(one, other, kind)).value


PEOPLE = [
    # order, titles, particles
    ("hit", "Marta Lindqvist", "LINDQVIST, Marta"),
    ("hit", "General Marta Lindqvist", "Marta Lindqvist"),
    ("hit", "Hajj Farid Tabesh", "Farid Tabesh"),
    ("hit", "Szabó Gergely", "Gergely Szabó"),
    ("hit", "Joost van der Meulen", "Joost Vandermeulen"),
    ("hit", "Tariq al-Ghazawi", "Tareq Ghazawi"),
    ("possible", "Hassan Ali", "Ali Hassan"),
    # parts missing
    ("hit", "Pavel Andreevich Gorin", "Gorin, Pavel"),
    ("hit", "Marta Eva Lindqvist", "Marta Lindqvist"),
    ("possible", "M. Lindqvist", "Marta Lindqvist"),
    ("possible", "Горин П.А.", "Pavel Andreevich Gorin"),
    ("possible", "Lindqvist", "Marta Lindqvist"),
    ("none", "Marta", "Marta Lindqvist"),
    ("none", "Karim", "Karim Abdul Ghafar Nuristani"),
    ("none", "Muhammad Tabesh", "Muhammad Karim Said Omar Nadir Tabesh"),
    # somebody else
    ("none", "Marta Lindqvist", "Marta Sandberg"),
    ("none", "Marta Lindqvist", "Erik Lindqvist"),
    ("none", "K. Lindqvist", "Marta Lindqvist"),
    ("none", "Marta A. Lindqvist", "Marta B. Lindqvist"),
    ("none", "Pavel Andreevich Gorin", "Pavel Sergeevich Gorin"),
    ("none", "Hasan Tabesh", "Husain Tabesh"),
    ("none", "Mahmud Tabesh", "Muhammad Tabesh"),
    ("none", "Hamid Kazem", "Hamid Kazemi"),
    ("none", "Olga Gorina", "Oleg Gorin"),
    ("none", "Farid Tabesh Sr.", "Farid Tabesh Jr."),
    # a child is not its father
    ("none", "Salman bin Muhammad", "Muhammad bin Salman"),
    ("none", "Tariq bin Yusuf al-Ghazawi", "Yusuf ibn Tariq al-Ghazawi"),
    ("hit", "Tariq bin Yusuf al-Ghazawi", "Tareq ibn Youssef Ghazawi"),
    ("hit", "bin Yusuf, Tariq", "Tariq bin Yusuf"),
    ("possible", "Farid Ghazawi", "Rana Farid Ghazawi"),
    # endings that mark the sex
    ("possible", "Aleks Gorin", "Aleks Gorina"),
    ("possible", "Zhenya Belinsky", "Zhenya Belinskaya"),
    # slips of the pen
    ("possible", "Marta Lindkvist", "Marta Lindqvost"),
    ("possible", "Farid Tabseh", "Farid Tabesh"),
    ("none", "Li Na", "Li Wa"),
    ("hit", "Mart4 L1ndqvist", "Marta Lindqvist"),
    ("hit", "MartaLindqvist", "Marta Lindqvist"),
    ("hit", "Marta Lind qvist", "Marta Lindqvist"),
    # given names in other languages and short forms
    ("possible", "Bill Hargrove", "William Hargrove"),
    ("possible", "Sasha Belov", "Aleksandr Belov"),
    ("possible", "Juan Hargrove", "John Hargrove"),
]

SPELLINGS = [
    ("Mohammed Tabesh", "Muhamad Tabesh"),
    ("Hamze Qalandar", "Hamzeh Ghalandar"),
    ("Oleksandr Belov", "Alexander Below"),
    ("Aliaksandr Belou", "Aleksandr Belov"),
    ("Sergei Belov", "Serguei Beloff"),
    ("Mykola Petrovych Dzyuba", "Nikolai Petrovich Dziuba"),
    ("Abd al-Rahman Nasser", "Abdulrahman Naser"),
    ("Abdel Karim Nasser", "Abdulkarim Nassir"),
    ("Nur al-Din Farouk", "Noureddine Faruq"),
    ("Habib Allah Farouk", "Habibullah Faruq"),
    ("Abu Bakr Farouk", "Abou Bakar Faruq"),
    ("Chou Ming-che", "Zhou Mingzhe"),
    ("Pak Chong Su", "Park Jong-soo"),
    ("Yevgeny Shcherbin", "Jewgeni Schtscherbin"),
]


@pytest.mark.parametrize(("expected", "one", "other"), PEOPLE, ids=lambda v: str(v))
def test_people(expected: str, one: str, other: str) -> None:
    assert told(one, other, PERSON) == expected


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_name_are_a_hit(one: str, other: str) -> None:
    assert told(one, other, PERSON) == "hit"


@pytest.mark.parametrize(
    ("one", "native"),
    [
        ("Sergei Belov", "Сергей Белов"),
        ("Oksana Dziuba", "Оксана Дзюба"),
        ("Farid Ghazawi", "فريد الغزاوي"),
        ("Reza Tangestani", "رضا تنگستانی"),
        ("Muhammad bin Yusuf", "محمد بن يوسف"),
        ("Abd al-Rahman Nasser", "عبد الرحمن ناصر"),
        ("Mohammad Reza Tabesh", "محمدرضا تابش"),
        ("Shimon Ravitz", "שמעון רביץ"),
        ("Kim Min Su", "김민수"),
        ("Zhou Mingzhe", "周明哲"),
        ("Nikos Vranas", "Νίκος Βράνας"),
        ("Gor Petrosyan", "Գոռ Պետրոսյան"),
        ("Giorgi Lomidze", "გიორგი ლომიძე"),
    ],
)
def test_names_in_other_scripts(one: str, native: str) -> None:
    assert told(one, native, PERSON) != "none"
    assert told("Marta Lindqvist", native, PERSON) == "none"


def test_ideographs_are_compared_by_themselves_and_not_by_their_sound() -> None:
    assert told("周明哲", "周明折", PERSON) == "none"
    assert told("陈伟国", "陳偉國", PERSON) == "hit"
    assert told("김민수", "김민주", PERSON) == "none"


BODIES = [
    # legal forms
    ("hit", "Orava Tools Ltd", "Orava Tools Limited"),
    ("hit", "OOO Orava", "Orava LLC"),
    ("hit", "ООО «Орава»", "Orava, Limited Liability Company"),
    ("hit", "Orava Joynt Stock Company", "JSC Orava"),
    ("hit", "Orava Werke GmbH", "Orava Werke Gesellschaft mit beschränkter Haftung"),
    ("possible", "Orava GmbH", "Orava AG"),
    ("none", "Orava Foundation e.V. Stiftung", "Orava Trading LLC"),
    ("none", "OOO Orava", "OOO Morava"),
    # kinds of body and words of many
    ("hit", "Tamir Bank", "Bank Tamir"),
    ("possible", "Orava Group", "Orava Company"),
    ("none", "Orava Bank", "Orava Airlines"),
    ("none", "Northern Trading Company", "Southern Trading Company"),
    ("none", "State Bank of Ruritania Trading", "Trading Company"),
    ("hit", "Orava Int'l Trading", "Orava International Trading"),
    ("hit", "Zendan Qasr", "Qasr Prison"),
    # places and branches
    ("possible", "Orava Bank", "Orava Bank (Switzerland)"),
    ("none", "Orava Bank (Switzerland)", "Orava Bank (Austria)"),
    ("none", "Ministry of Mines of Estonia", "Ministry of Mines of Eritrea"),
    # acronyms
    ("possible", "IRGC", "Islamic Revolutionary Guard Corps"),
    ("hit", "Northern Sea Lifting Organization (NSLO)", "Northern Sea Lifting Organisation"),
    ("hit", "NSLO", "Northern Sea Lifting Organization (NSLO)"),
    ("possible", "NSLO Marine Wing", "Northern Sea Lifting Organization Marine Wing"),
    # numbers
    ("none", "Brigade 55", "Brigade 65"),
    ("hit", "55th Brigade", "Brigade 55"),
    ("hit", "II Corps", "2nd Corps"),
    ("none", "Orava Fund III", "Orava Fund IV"),
    ("none", "Plant No. 17", "Plant No. 71"),
    # glued, split, misspelled
    ("hit", "OravaTools", "Orava Tools"),
    ("hit", "Vander Bergh Corp", "Vanderbergh Corp"),
    ("possible", "Ghalandor Logistics", "Ghalandar Logistics"),
    ("none", "KBT", "KBD"),
    ("none", "Zarin Trading", "Karin Trading"),
]


@pytest.mark.parametrize(("expected", "one", "other"), BODIES, ids=lambda v: str(v))
def test_bodies(expected: str, one: str, other: str) -> None:
    assert told(one, other, BODY) == expected


@pytest.mark.parametrize(
    ("expected", "one", "other", "kind"),
    [
        ("hit", "MV Ocean Lark", "Ocean Lark", SHIP),
        ("hit", "M/V Ocean Lark I", "Ocean Lark 1", SHIP),
        ("none", "Ocean Lark 1", "Ocean Lark 2", SHIP),
        ("none", "Lady Irena", "Lady Petra", SHIP),
        ("hit", "XX-ABC", "XX ABC", AIRCRAFT),
        ("none", "XX-ABC", "XX-ABK", AIRCRAFT),
        ("possible", "Mojaher-6", "Mohajer-6", OTHER),
        ("none", "Mohajer-6", "Mohajer-4", OTHER),
    ],
)
def test_ships_aircraft_and_designations(expected: str, one: str, other: str, kind: EntryKind) -> None:
    assert told(one, other, kind) == expected


def test_the_score_is_the_sum_of_its_features() -> None:
    found = compared("Mohammed bin Yusuf Tabesh", "TABESH, Mohamad", PERSON)
    assert found.score == pytest.approx(sum(f.value for f in found.features))
    assert [(f.name, f.note) for f in found.features] == [
        ("given name spelled otherwise", "Mohammed / Mohamad"),
        ("family name the same", "Tabesh / TABESH"),
        ("father's name missing on one side", "Yusuf"),
    ]


def test_features_name_the_words() -> None:
    features = {f.name: f for f in compared("Brigade 55", "Brigade 65", BODY).features}
    assert features["number differs"].note == "55 / 65"
    assert features["number differs"].value < 0


def test_notes_have_the_callers_words_first() -> None:
    one, other = parse_name("Mohammed Tabesh", PERSON), parse_name("Mohamad Tabesh", PERSON)
    assert compare(one, other).features[0].note == "Mohammed / Mohamad"
    assert compare(other, one).features[0].note == "Mohamad / Mohammed"


def test_what_else_is_known_raises_or_lowers_the_score() -> None:
    plain = compared("Farid Tabesh", "Faried Tabesh", PERSON).score
    born = Facts(born=(frozenset({"1961"}), frozenset({"1961-04-02"})))
    other = Facts(born=(frozenset({"1961"}), frozenset({"1983"})))
    assert compared("Farid Tabesh", "Faried Tabesh", PERSON, born).score > plain
    assert verdict(compared("Farid Tabesh", "Farid Tabesh", PERSON, other)) is Verdict.NONE


def test_the_kind_of_one_says_how_the_other_is_read() -> None:
    unknown = parse_name("Salman bin Muhammad", OTHER)
    person = parse_name("Muhammad bin Salman", PERSON)
    assert verdict(compare(unknown, person)) is Verdict.NONE
    body = parse_name("Orava", BODY)
    assert verdict(compare(parse_name("Orava"), body)) is Verdict.HIT


def test_the_thresholds_part_the_verdicts() -> None:
    exact = compared("Marta Lindqvist", "Marta Lindqvist", PERSON)
    assert exact.score == pytest.approx(1)
    for score, expected in ((HIT, Verdict.HIT), (POSSIBLE, Verdict.POSSIBLE), (POSSIBLE - 0.01, Verdict.NONE)):
        assert verdict(replace(exact, score=score)) is expected


NAMES = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from("Ali bin Hasan Husain Abu al Umar abd Belov Ivanovich II 55 LLC Bank M. 김 علي".split())
    ).map(" ".join),
)


@given(NAMES, NAMES, st.sampled_from(EntryKind), st.sampled_from(EntryKind))
@settings(max_examples=200, deadline=None)
def test_comparing_is_symmetric_and_never_fails(one: str, other: str, kind: EntryKind, its: EntryKind) -> None:
    a, b = parse_name(one, kind), parse_name(other, its)
    there, back = compare(a, b), compare(b, a)
    assert there.score == back.score
    assert sorted(f.name for f in there.features) == sorted(f.name for f in back.features)
    assert 0 <= there.score <= 1
    assert there.score == pytest.approx(min(1, max(0, sum(f.value for f in there.features))))


@given(NAMES, st.sampled_from(EntryKind))
@settings(max_examples=150, deadline=None)
def test_a_name_is_itself(text: str, kind: EntryKind) -> None:
    name = parse_name(text, kind)
    assert verdict(compare(name, name)) is (Verdict.HIT if name.units else Verdict.NONE)


def test_long_names_take_no_time() -> None:
    long = parse_name("Ali Hasan Qasim " * 1000, PERSON)
    started = time.perf_counter()
    compare(long, parse_name("Qasim Hasan Ali Umar " * 1000, PERSON))
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("nothing", ["", "x", "...", "🙂", "\x00"])
def test_what_is_no_name_matches_nothing(nothing: str) -> None:
    found = compared(nothing, nothing, PERSON)
    assert (found.score, [f.name for f in found.features]) == (0, ["no name"])
