import pytest

from counterclaim.registers.formats.canada_names import (
    family_names,
    organisation_aliases,
    organisation_names,
    person_aliases,
)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Sandor Weil; Шандор Вайль", ["Sandor Weil", "Шандор Вайль"]),
        ("Sandor Weil, Sándor Weyl, Alexander Weil", ["Sandor Weil", "Sándor Weyl", "Alexander Weil"]),
        ("Belarusian: Шандар Вайль, Russian: Шандор Вайль", ["Шандар Вайль", "Шандор Вайль"]),
        ("Шандор Вайль / Олександр Вайль", ["Шандор Вайль", "Олександр Вайль"]),
        ("Шандор Вайль and Олександр Вайль", ["Шандор Вайль", "Олександр Вайль"]),
        ("also Sandro Weil; ", ["Sandro Weil"]),
        ("Weill, Sandor Karl", ["Sandor Karl Weill"]),  # the family's name first
        ("Sandro, or Sándor Karl Weil", ["Sandro Karl Weil", "Sándor Karl Weil"]),
        ("Sandor Weil or Wayl", ["Sandor Weil", "Sandor Wayl"]),
        ("Sándor, Sandro", ["Sándor Karl Weil", "Sandro Karl Weil"]),
        ("Шандор", ["Шандор"]),
        ("WEILL, WEYL", ["Sandor Karl WEILL", "Sandor Karl WEYL"]),
        ("Batko, Lev", ["Batko", "Lev"]),  # bynames
        ("Sandor (Sandro) Weil", ["Sandor Weil", "Sandro Weil"]),
        ("(Шандор Вайль / Олександр Вайль", ["Шандор Вайль", "Олександр Вайль"]),
        ("Sandor Weil Arabic: شاندور وايل", ["Sandor Weil", "شاندور وايل"]),
        ("Sandor Weil\n شاندور وايل", ["Sandor Weil", "شاندور وايل"]),
        ("Sandor\nWeil", ["Sandor Weil"]),
        ("", []),
        (" ;, ", []),
    ],
)
def test_other_names_of_a_person(written: str, found: list[str]) -> None:
    assert person_aliases(written, "Sandor Karl", "Weil") == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Turbina, OOO; Завод Турбина, ООО", ["Turbina, OOO", "Завод Турбина, ООО"]),
        ("Turbina Works, TW", ["Turbina Works", "TW"]),
        ("Turbina Co. Ltd.,\nTurbina Ltd.", ["Turbina Co. Ltd.", "Turbina Ltd."]),
        ("Завод «Турбина» or ЗТ", ["Завод «Турбина»", "ЗТ"]),
        ("Завод «Турбина» and АО «ЗТ»", ["Завод «Турбина»", "АО «ЗТ»"]),
        ("ООО «Турбина»/ ЗТ", ["ООО «Турбина»", "ЗТ"]),
        ("Russian: Завод Турбина", ["Завод Турбина"]),
        # What joins two names elsewhere can stand in one, too.
        ("Ministry of Energy and Industry", ["Ministry of Energy and Industry"]),
        ("АО «Турбина, котлы и насосы»", ["АО «Турбина, котлы и насосы»"]),
        ('Общество "Завод "Турбина, Котлы"', ['Общество "Завод "Турбина, Котлы"']),
        ("Агентство по делам рек, каналов и озёр", ["Агентство по делам рек, каналов и озёр"]),
        ("TKB/TW", ["TKB/TW"]),
    ],
)
def test_other_names_of_an_organisation(written: str, found: list[str]) -> None:
    assert organisation_aliases(written) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Turbina Works JSC", ["Turbina Works JSC"]),
        ("Turbina Works JSC (also\nknown as Zavod Turbina)", ["Turbina Works JSC", "Zavod Turbina"]),
        ("Turbina Works (also known as TW and JSC Turbina", ["Turbina Works", "TW", "JSC Turbina"]),
        ("Bank of the North/Banque du Nord", ["Bank of the North", "Banque du Nord"]),
        ("Turbina-\nMash Works;", ["Turbina-Mash Works"]),
        ("Turbina (TW)", ["Turbina (TW)"]),
        ("A/S Turbina", ["A/S Turbina"]),
    ],
)
def test_an_organisation_and_the_names_beside_it(written: str, found: list[str]) -> None:
    assert organisation_names(written) == found


def test_two_spellings_of_a_family_name() -> None:
    assert family_names("Weil (Weyl)") == ["Weil", "Weyl"]
    assert family_names(" Weil ") == ["Weil"]
