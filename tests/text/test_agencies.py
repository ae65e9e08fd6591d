"""Agencies: what names them, and how a list of sources is read."""

import pytest

from counterclaim.text.agencies import agencies_in, is_agency, is_known, shown


@pytest.mark.parametrize(
    ("form", "known", "agency"),
    [
        ("AP", True, True),
        ("The Associated Press", True, True),
        ("REUTERS", True, True),
        ("reuters", True, True),
        ("Agence France-Presse", True, True),
        ("CNN", True, False),
        ("agencies", True, False),
        ("aa", False, False),
        ("Sanda Wire", False, False),
        ("", False, False),
    ],
)
def test_names(form: str, known: bool, agency: bool) -> None:
    assert (is_known(form), is_agency(form)) == (known, agency)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("REUTERS", "Reuters"),
        ("AFP", "AFP"),
        ("the Associated Press", "Associated Press"),
        ("Sanda  Wire", "Sanda Wire"),
    ],
)
def test_names_are_shown_as_the_text_has_them(form: str, expected: str) -> None:
    assert shown(form) == expected


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("EFE and Europa Press", ("EFE", "Europa Press")),
        ("AP, AFP, Reuters", ("AP", "AFP", "Reuters")),
        ("AFP/Reuters", ("AFP", "Reuters")),
        ("the Associated Press and AP", ("Associated Press",)),
        ("IRNA news agency", ("IRNA",)),
        ("Sanda Wire and agencies", ("Sanda Wire", "agencies")),
        ("AFP and own reports", ("AFP",)),
        ("agencies", ("agencies",)),
        ("staff", ()),
        ("the harbour office", ()),
        ("Moro says that it ended", ()),
        ("", ()),
    ],
)
def test_lists_of_sources(listed: str, names: tuple[str, ...]) -> None:
    assert agencies_in(listed) == names
