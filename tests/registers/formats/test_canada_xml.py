from pathlib import Path

from counterclaim.registers.formats.canada_xml import FORMAT
from tests.registers.formats.lists import EXAMPLES, facts, names, read, written

LIST = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{}</data-set>
"""


def test_the_excerpt_has_nine_people_and_a_prison_of_one_day() -> None:
    entries = read(FORMAT, EXAMPLES / "canada_sema.xml")
    that_day = [entry for entry in entries.values() if entry.listed == "2023-04-28"]
    assert sorted(str(entry.kind) for entry in that_day) == ["organisation", *["person"] * 9]
    company = next(entry for entry in entries.values() if "Paravar" in entry.names[0].text)
    assert (company.listed, names(company)[1]) == ("2022-11-29", "= Paravar Pars Company")


def test_a_person(tmp_path: Path) -> None:
    record = """<record><Country>Syria / Syrie</Country><LastName>Weil </LastName><GivenName>Sandor</GivenName>
<TitleOrShip>Major General/major-général</TitleOrShip><Aliases>Шандор Вайль; Sandro Weil</Aliases>
<DateOfBirthOrShipBuildDate>1965-04-29</DateOfBirthOrShipBuildDate><Schedule>1, Part 2.1</Schedule><Item>82</Item>
<DateOfListing>2023-04-28</DateOfListing></record>"""
    entry = read(FORMAT, written(tmp_path, "list", LIST.format(record)))["syria-1-part-2.1-82"]
    assert names(entry) == ["Sandor Weil", "= Шандор Вайль", "= Sandro Weil"]
    assert entry.names[0].parts == (("given", "Sandor"), ("family", "Weil"), ("title", "Major General"))
    assert facts(entry) == (
        "syria-1-part-2.1-82: person, 2023-04-28, Syria, SY, 1965-04-29, schedule 1, Part 2.1, item 82"
    )


def test_a_ship(tmp_path: Path) -> None:
    record = """<record><Country>Russia / Russie</Country><EntityOrShip>Polar Swan</EntityOrShip>
<TitleOrShip>Oil Tanker</TitleOrShip><ShipIMONumber>9074729</ShipIMONumber>
<DateOfBirthOrShipBuildDate>2005</DateOfBirthOrShipBuildDate><Schedule>1.1</Schedule><Item>5</Item>
<DateOfListing>2025-02-21</DateOfListing></record>"""
    entry = read(FORMAT, written(tmp_path, "list", LIST.format(record)))["russia-1.1-5"]
    assert (names(entry), entry.remarks) == (["Polar Swan"], "Oil Tanker")
    assert facts(entry) == "russia-1.1-5: ship, 2025-02-21, Russia, RU, 2005, imo 9074729, schedule 1.1, item 5"


def test_regulations_that_are_no_country_and_those_that_protect_one_say_nothing_of_origin(tmp_path: Path) -> None:
    record = "<record><Country>{}</Country><EntityOrShip>Ice Bears Club</EntityOrShip><Item>1</Item>{}</record>"
    listed = "<DateOfListing>2024-06-27</DateOfListing>"
    path = written(
        tmp_path,
        "list",
        LIST.format(
            record.format("Extremist Settler Violence / Violence extrémiste des colons", listed)
            + record.format("Ukraine", listed)
            + record.format("Haiti / Haïti", listed)
        ),
    )
    countries = {entry.programs: entry.countries for entry in read(FORMAT, path).values()}
    assert countries == {("Extremist Settler Violence",): (), ("Ukraine",): (), ("Haiti",): ("HT",)}


def test_the_latest_listing_stands_for_the_day_of_the_list() -> None:
    content = FORMAT.load(EXAMPLES / "canada_sema.xml")
    assert (content.published, content.date_from) == ("2025-02-21", "latest listing")
