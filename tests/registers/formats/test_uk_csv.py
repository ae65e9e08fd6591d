from pathlib import Path

from counterclaim.registers.formats.uk_csv import OFSI, UK_LIST
from tests.registers.formats.lists import facts, names, read, written

UK_HEADER = (
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,"
    "Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,"
    "Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,"
    "Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,"
    "Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,"
    "National Identifier additional information,Passport number,Passport additional information,Position,Gender,"
    "Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),"
    "IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,"
    "Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)"
)
OFSI_HEADER = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,"
    "National Identification Number,National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,"
    "Address 5,Address 6,Post/Zip Code,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    "UK Sanctions List Date Designated,Last Updated,Group ID"
)


def row(header: str, **cells: str) -> str:
    """A row of a table; "_" in a column's name stands for a space, and what is not named is empty."""
    given = {name.replace("_", " "): value for name, value in cells.items()}
    names_ = header.split(",")
    assert given.keys() <= set(names_), given.keys() - set(names_)
    return ",".join(given.get(name, "") for name in names_)


def uk(**cells: str) -> str:
    fixed = {"Unique_ID": "IRN0221", "Designation_Type": "Individual", "Date_Designated": "10/09/2024"}
    return row(UK_HEADER, **{"Name_type": "Primary Name", **fixed, **cells})


def test_the_uk_list(tmp_path: Path) -> None:
    lines = [
        "Report Date: 24-Jun-2026",
        UK_HEADER,
        uk(Name_6="GHALANDARI", Name_1="Seyed", Name_2="Hamzeh", Regime_Name="Iran", OFSI_Group_ID="16561"),
        uk(Name_6="Ghalandari", Name_1="Hamze", Name_type="Primary Name Variation", Address_Country="Iran"),
        uk(Name_6="The General", Name_type="Alias", Alias_strength="Low quality a.k.a", Passport_number="A1"),
        uk(
            Unique_ID="DPR0075",
            Name_6="Petrel 8",
            Designation_Type="Ship",
            Date_Designated="03/10/2017",
            IMO_number="IMO9562233",
            Year_Built="2011",
            Current_believed_flag_of_ship="Comoros",
        ),
    ]
    path = written(tmp_path, "uk.csv", "\n".join(lines) + "\n")
    entries = read(UK_LIST, path)
    assert names(entries["IRN0221"]) == ["Seyed Hamzeh GHALANDARI", "= Hamze Ghalandari", "~ The General"]
    assert facts(entries["IRN0221"]) == "IRN0221: person, 2024-09-10, Iran, IR, passport A1, ofsi 16561"
    assert facts(entries["DPR0075"]) == "DPR0075: ship, 2017-10-03, KM, 2011, imo 9562233"
    content = UK_LIST.load(path)
    assert (content.published, content.date_from) == ("2026-06-24", "publisher")


def test_without_the_line_above_the_header_the_latest_listing_stands_for_the_day(tmp_path: Path) -> None:
    path = written(tmp_path, "uk.csv", "\n".join([UK_HEADER, uk(Name_6="GHALANDARI")]))
    assert names(read(UK_LIST, path)["IRN0221"]) == ["GHALANDARI"]
    content = UK_LIST.load(path)
    assert (content.published, content.date_from) == ("2024-09-10", "latest listing")


def test_births_and_other_scripts(tmp_path: Path) -> None:
    cells = {"Name non-latin script": "حمزه قلندری", "D.O.B": "dd/mm/1965", "Nationality(/ies)": "(1) Iran (2) Iraq"}
    lines = ["Report Date: 24-Jun-2026", UK_HEADER, uk(Name_6="GHALANDARI", Name_1="Hamzeh", **cells)]
    entry = read(UK_LIST, written(tmp_path, "uk.csv", "\ufeff" + "\r\n".join(lines)))["IRN0221"]
    assert names(entry) == ["Hamzeh GHALANDARI", "= حمزه قلندری"]
    assert (entry.born, entry.countries) == (("1965",), ("IR", "IQ"))


def test_the_consolidated_list(tmp_path: Path) -> None:
    common = {"Group_ID": "14233", "Group_Type": "Individual", "Regime": "Syria", "Listed_On": "12/08/2011"}
    lines = [
        "Last Updated,21/04/2022",
        OFSI_HEADER,
        row(OFSI_HEADER, Name_6="BERG", Name_1="Anton", Alias_Type="Primary name", DOB="00/00/1963", **common),
        row(OFSI_HEADER, Name_6="BERGH", Name_1="Anton", Alias_Type="AKA", Alias_Quality="Good", **common),
        row(OFSI_HEADER, Name_6="TONI", Alias_Type="AKA", Alias_Quality="Low", Nationality="Syria", **common),
    ]
    path = written(tmp_path, "ConList.csv", "\n".join(lines) + "\n", encoding="cp1252")
    entry = read(OFSI, path)["14233"]
    assert names(entry) == ["Anton BERG", "= Anton BERGH", "~ TONI"]
    assert facts(entry) == "14233: person, 2011-08-12, Syria, SY, 1963"
    assert OFSI.load(path).published == "2022-04-21"
