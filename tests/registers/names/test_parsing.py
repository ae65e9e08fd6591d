"""Names as read: which words they have, what these do, and the keys that find them again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import EntryKind
from counterclaim.registers.names import Role, keys, parse_name
from counterclaim.registers.names.folding import LONGEST, MOST_WORDS
from counterclaim.registers.names.parsing import reread

PERSON, BODY, SHIP = EntryKind.PERSON, EntryKind.ORGANISATION, EntryKind.SHIP


def roles(text: str, kind: EntryKind, parts: tuple[tuple[str, str], ...] = ()) -> str:
    """The words of a name with their roles: "marta:name lindqvist:name"."""
    return " ".join(f"{t.form}:{t.role.value}" for t in parse_name(text, kind, parts).tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marta Lindqvist", "marta:name lindqvist:name"),
        ("LINDQVIST, Marta", "marta:given lindqvist:family"),
        ("Dr. Marta Lindqvist", "dr:title marta:name lindqvist:name"),
        ("Farid Tabesh Jr.", "farid:name tabesh:name jr:generation"),
        ("Tabesh, Jr., Farid", "tabesh:name jr:generation farid:name"),
        ("Pavel Andreevich Gorin", "pavel:name andreevich:patronymic gorin:name"),
        ("Gorin Pavel Andreevich", "gorin:name pavel:name andreevich:patronymic"),
        ("Gorin P. A.", "gorin:name p:initial a:initial"),
        ("Tariq bin Yusuf al-Ghazawi", "tariq:name bin:particle yusuf:father al:particle ghazawi:name"),
        ("Vugar Rasim oglu Alakbarov", "vugar:name rasim:father oglu:particle alakbarov:name"),
        ("Joost van der Meulen", "joost:name van:particle der:particle meulen:name"),
        ("Abd al-Rahman Nasser", "abdrahman:name nasser:name"),
        ("Abdurrahman Nasser", "abdrahman:name nasser:name"),
        ("Abd Allah Nasser", "abdullah:name nasser:name"),
        ("Abu Bakr Nasser", "abubakr:name nasser:name"),
        ("Nur al-Din Farouk", "nurdin:name farouk:name"),
        ("Nureddine Farouk", "nurdin:name farouk:name"),
        ("Al Larsson", "al:name larsson:name"),
        ("Kim Min-su", "kim:family minsu:given"),
        ("Min-su Kim", "kim:family minsu:given"),
        ("김민수", "gim:family minsu:given"),
        ("Mart1n Lindqvist", "martin:name lindqvist:name"),
        ("General", "general:name"),
    ],
)
def test_persons(text: str, expected: str) -> None:
    assert roles(text, PERSON) == expected


def test_parts_that_a_publisher_gives_apart_say_the_roles() -> None:
    parts = (("family", "Gorin"), ("given", "Pavel"), ("patronymic", "Andreevich"), ("title", "General"))
    assert roles("GORIN Pavel Andreevich", PERSON, parts) == (
        "general:title pavel:given andreevich:patronymic gorin:family"
    )
    assert roles("Gorin Pavel", PERSON, (("rank", "Colonel"),)) == "gorin:name pavel:name"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orava Trading Co., Ltd.", "orava:word trading:type co:legal ltd:legal"),
        ("OOO Orava", "ooo:legal orava:word"),
        ("Открытое акционерное общество «Орава»", "otkrytoe:legal aktsionernoe:legal obshchestvo:legal orava:word"),
        ("Bank of Ruritania (Switzerland)", "bank:type of:particle ruritania:word switzerland:place"),
        ("55th Brigade", "55:number brigade:type"),
        ("Orava Fund III L.P.", "orava:word fund:type 3:number lp:legal"),
        ("Three Rivers", "3:number rivers:word"),
        ("A.B.C. Tools", "abc:word tools:type"),
        ("LLC", "llc:word"),
        ("华新技术有限公司", "huaxin:word technology:type youxian:legal gongsi:legal"),
    ],
)
def test_bodies(text: str, expected: str) -> None:
    assert roles(text, BODY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orava Ltd", {"limited"}),
        ("Orava Public Limited Company", {"joint stock"}),
        ("OAO Orava", {"joint stock"}),
        ("Orava Werke Aktiengeselschaft", {"joint stock"}),
        ("Orava Co., Ltd. (JSC)", {"limited", "joint stock"}),
        ("Orava", set()),
    ],
)
def test_legal_forms_have_classes(text: str, expected: set[str]) -> None:
    assert parse_name(text, BODY).legal == expected


def test_ships() -> None:
    assert roles("M/V Ocean Lark", SHIP) == "mv:prefix ocean:word lark:word"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Marta Lindqvist", True),
        ("Orava Bank", False),
        ("Orava GmbH", False),
        ("Mohajer-6", False),
        ("Smith & Sons", False),
    ],
)
def test_what_kind_of_name_it_is_where_nobody_says(text: str, person: bool) -> None:
    assert parse_name(text).person is person


def test_a_name_can_be_read_again_as_another_kind() -> None:
    name = parse_name("Tariq bin Yusuf")
    assert name.person
    assert [t.role for t in reread(name, person=False).units] == [Role.WORD] * 3
    assert reread(name, person=True) is name


@pytest.mark.parametrize("text", ["", " ", "x", "J.", "!!", "...", "\x00\x1f", "🙂", "\ud800", "'" * 400])
def test_what_is_no_name_has_no_units(text: str) -> None:
    for kind in EntryKind:
        assert parse_name(text, kind).units == ()


@pytest.mark.parametrize("text", ["a" * 10_000, "ab " * 5_000, "김" * 10_000, "ب" * 10_000, "a.b." * 5_000])
def test_long_names_are_cut_and_say_so(text: str) -> None:
    for kind in EntryKind:
        name = parse_name(text, kind)
        assert name.cut
        assert len(name.tokens) <= MOST_WORDS
        assert sum(len(t.original) for t in name.tokens) <= LONGEST


@given(st.text(max_size=80), st.sampled_from(EntryKind))
def test_parsing_never_fails_and_finds_plain_words_only(text: str, kind: EntryKind) -> None:
    name = parse_name(text, kind)
    assert name.text == text
    for token in name.tokens:
        assert token.form == token.form.casefold()
        assert token.form.isascii()
        assert token.form.isalnum()
    assert all(keys(name))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Mohammed Tabesh", "Muhamad Karimi", PERSON),
        ("Qalandar", "Ghalandar", PERSON),
        ("Belov", "Белоў", PERSON),
        ("Hamzeh", "حمزه", PERSON),
        ("MartaLindqvist", "marta lind qvist", PERSON),
        ("NSLO", "Northern Sea Lifting Organization", BODY),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str, kind: EntryKind) -> None:
    assert set(keys(parse_name(one, kind))) & set(keys(parse_name(other, kind)))


def test_letters_of_two_scripts_in_one_word_are_read_as_the_most_of_them() -> None:
    mixed = parse_name("Bеlоv", PERSON)  # with Cyrillic е and о
    assert [t.form for t in mixed.tokens] == ["belov"]


def test_a_body_remembers_its_acronym_and_its_other_names() -> None:
    name = parse_name("Northern Sea Lifting Organization (NSLO)", BODY)
    assert [a.text for a in name.alternatives] == ["NSLO"]
    assert "nslo" in name.initials
    both = parse_name("Ansar Orava/Orava Front", BODY)
    assert [a.text for a in both.alternatives] == ["Ansar Orava", "Orava Front"]
