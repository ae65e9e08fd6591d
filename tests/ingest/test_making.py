"""Documents of what adapters find: headline and body, days, outlets, languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputRefused
from counterclaim.ingest import identify
from counterclaim.ingest.identify import language_of, unread
from counterclaim.ingest.making import document, known_outlet, outlet_of_host
from counterclaim.records import Document, digest
from tests.ingest.makers import BODY, ENGLISH
from tests.strategies import ANY_TEXT


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("Port reopens", "It is open.", "Port reopens\n\nIt is open."),
        ("Port reopens", "Port reopens\n\nIt is open.", "Port reopens\n\nIt is open."),
        ("Port reopens", "PORT REOPENS: it is open.", "PORT REOPENS: it is open."),
        (" Port \n reopens ", "It is open.", "Port reopens\n\nIt is open."),
        ("", "It is open.", "It is open."),
        (None, "It is open.", "It is open."),
        ("…", "It is open.", "It is open."),
        # The outlet's name behind a headline is none of it.
        ("Port reopens | Sanda Wire", "It is open.", "Port reopens\n\nIt is open."),
        ("Port - the old one - reopens – Sanda Wire", "It is open.", "Port - the old one - reopens\n\nIt is open."),
        ("Port reopens | Sport", "It is open.", "Port reopens | Sport\n\nIt is open."),
        ("Port reopens today | News", "Port reopens today\n\nIt is open.", "Port reopens today\n\nIt is open."),
    ],
)
def test_a_headline_stands_before_its_text_once(title: str | None, body: str, text: str) -> None:
    found = document("a.html", body, title=title, outlet="Sanda Wire")
    assert (found.text, found.sha256) == (text, digest(text))


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("AFP", "Agence France-Presse"),
        ("al-jazeera", "Al Jazeera"),
        ("Sanda  Wire", "Sanda Wire"),
        ("", None),
        ("…", "…"),
    ],
)
def test_outlets(name: str, outlet: str | None) -> None:
    assert known_outlet(name) == outlet


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.reuters.com/world/a", "Reuters"),
        ("https://english.news.reuters.co.uk/", "Reuters"),
        ("https://reuters.sanda.example.com/", "Reuters"),
        ("https://www.ap.com/", None),
        ("https://sanda.example/reuters", None),
        ("", None),
        ("http://[", None),
    ],
)
def test_outlets_of_hosts(url: str, outlet: str | None) -> None:
    assert outlet_of_host(url) == outlet


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ENGLISH),
        ("de", "Der Hafen ist seit Freitag wieder offen, und die Schiffe, die vor der Küste lagen, dürfen einlaufen."),
        ("fr", "Le port est ouvert depuis vendredi, et les navires qui attendaient au large peuvent entrer."),
        ("es", "El puerto está abierto desde el viernes, y los barcos que esperaban en la costa pueden entrar."),
        ("tr", "Liman cuma gününden beri açık ve kıyıda bekleyen gemiler artık girebiliyor."),
        ("uk", "Порт відкритий з п'ятниці, і судна, які стояли біля берега, можуть увійти в гавань."),
        ("ru", "Порт открыт с пятницы, и суда, которые стояли у берега, могут войти в гавань."),
        ("fa", "بندر از روز جمعه باز است و کشتی‌هایی که در نزدیکی ساحل منتظر بودند می‌توانند وارد شوند."),
        ("ar", "الميناء مفتوح منذ يوم الجمعة ويمكن للسفن التي كانت تنتظر قبالة الساحل أن تدخل."),
        ("he", "הנמל פתוח מאז יום שישי, והאוניות שהמתינו מול החוף יכולות להיכנס."),
        ("zh", "港口自周五起重新开放，在海岸外等候的船只现在可以进入港口。"),
    ],
)
def test_languages(language: str, text: str) -> None:
    assert language_of(text * 5) == language


@pytest.mark.parametrize("text", ["Der Hafen ist offen", "Port reopens", "", BODY[2]])
def test_what_is_too_short_to_tell_counts_as_english(text: str) -> None:
    assert language_of(text) == "en"


def test_without_its_library_a_language_is_told_by_the_short_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identify, "_identifier", lambda: None)
    german = "Der Hafen ist seit Freitag wieder offen, und die Schiffe dürfen an die Küste kommen. " * 2
    assert [language_of(text) for text in (ENGLISH, german, "გემებს შეუძლიათ ნავსადგურში შესვლა " * 3)] == [
        "en",
        "de",
        "und",
    ]


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("und", "no known language"), ("xh", "xh")])
def test_what_is_not_read_says_so(code: str, name: str) -> None:
    refusal = unread(Document("a.txt", "x", digest("x"), language=code))
    assert refusal is not None
    assert refusal.advice == f"it looks like {name}; only English is read"


def outcome(text: str, title: str) -> str:
    """The text of the document, or the reason of its refusal."""
    try:
        return document("a.txt", text, title=title, published=text, outlet=text, url=text).text
    except InputRefused as refused:
        return refused.reason


@given(ANY_TEXT, st.text(max_size=20))
def test_any_text_is_a_document_that_holds_it_or_a_refusal(text: str, title: str) -> None:
    found = outcome(text, title)
    assert found.endswith(text) or found in {"empty text", "no words"}
