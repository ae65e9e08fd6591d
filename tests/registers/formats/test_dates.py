import pytest

from counterclaim.registers.formats.dates import births, cut_date, day


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2023-04-28", "2023-04-28"),
        ("2026-02-27T00:00:09.554Z", "2026-02-27"),
        ("2014-07-24-04:00", "2014-07-24"),
        ("29/06/2012", "2012-06-29"),
        (" 24-Jun-2026", "2026-06-24"),
        ("12 March 2024", "2024-03-12"),
        ("2024", None),
        ("2024-05", None),
        ("31/02/2024", None),
        ("2024-02-31", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day(written: str, iso: str | None) -> None:
    assert day(written) == iso


def test_american_days_have_the_month_first() -> None:
    assert day("06/25/2021", american=True) == "2021-06-25"
    assert day("06/05/2021") == "2021-05-06"


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("1967", ["1967"]),
        ("1967-04", ["1967-04"]),
        ("1967-04-09", ["1967-04-09"]),
        ("09 Apr 1967", ["1967-04-09"]),
        ("Apr 1967", ["1967-04"]),
        ("circa 1951", ["1951"]),
        ("1951 to 1953", ["1951", "1952", "1953"]),
        ("01 Jan 1961 to 31 Dec 1962", ["1961", "1962"]),
        ("1940 to 1979", []),
        ("1967 or 1969", ["1967", "1969"]),
        ("1980-01-02 OR 1981-03-04", ["1980-01-02", "1981-03-04"]),
        ("00/00/1963", ["1963"]),
        ("00/04/1963", ["1963-04"]),
        ("dd/mm/1945", ["1945"]),
        ("01/03/1958", ["1958-03-01"]),
        ("born in the early 1970s", []),
        ("Sep-56", []),
        ("30-35 years old", []),
        ("", []),
    ],
)
def test_births(written: str, dates: list[str]) -> None:
    assert list(births(written)) == dates


@pytest.mark.parametrize(
    ("parts", "iso"),
    [
        (("1967", "4", "9"), "1967-04-09"),
        (("1967", "4", ""), "1967-04"),
        (("1967", "", ""), "1967"),
        (("1967", "13", "1"), "1967"),
        (("1967", "2", "30"), "1967-02"),
        (("12", "1", "1"), None),
        (("", "4", "9"), None),
    ],
)
def test_a_date_of_parts(parts: tuple[str, str, str], iso: str | None) -> None:
    assert cut_date(*parts) == iso
