"""Languages: English is told from others, and these are named."""

import pytest

from counterclaim.ingest.languages import other_language, words_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("German", "Der Hafen ist seit Freitag wieder offen, und die Schiffe dürfen an die Küste kommen."),
        ("French", "Le port est ouvert depuis vendredi, et les navires qui attendaient au large peuvent entrer."),
        ("Spanish", "El puerto está abierto desde el viernes, y los barcos que esperaban en la costa pueden entrar."),
        ("Portuguese", "O porto está aberto desde sexta-feira, e os navios que não podiam entrar vão para o cais."),
        ("Italian", "Il porto è aperto da venerdì e le navi che aspettavano al largo della costa possono entrare."),
        ("Dutch", "De haven is sinds vrijdag weer open, en de schepen die voor de kust lagen mogen naar het dok."),
        ("Turkish", "Liman cuma gününden beri açık ve bekleyen gemiler için bir yol var, ama daha çok da iş var."),
        ("Polish", "Port jest otwarty od piątku i statki nie czekają już na redzie, a załogi są w domu po rejsie."),
        ("Indonesian or Malay", "Pelabuhan itu dibuka dan kapal yang menunggu di laut dengan awak tidak akan pergi."),
        ("Cyrillic script", "Порт открыт с пятницы, и суда, которые стояли у берега, могут войти в гавань."),
        ("Arabic script", "الميناء مفتوح منذ يوم الجمعة والسفن التي كانت تنتظر يمكنها الدخول"),
        ("Chinese or Japanese", "港口自星期五起重新开放，在海岸外等候的船只可以进港，港务局说没有人受伤。"),
        ("Korean", "항구는 금요일부터 다시 열렸고 해안에서 기다리던 배들이 들어올 수 있다고 항만청이 말했다"),
    ],
)
def test_other_languages_are_named(language: str, text: str) -> None:
    assert other_language(words_of(text * 3)) == language


def test_a_language_that_is_not_known_is_another_one() -> None:
    assert (
        other_language("kapu nyitva zarva hajo part tenger orszag nep kormany fegyver".split() * 5)
        == "another language"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The port has been open since Friday, and the ships that waited off the coast may come in. " * 3,
        "Port reopens after three weeks",
        "Der Hafen ist offen",
        "The minister said “Порт открыт” in the harbour and left for the coast with the crews of it. " * 2,
    ],
)
def test_english_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert other_language(words_of(text)) is None
