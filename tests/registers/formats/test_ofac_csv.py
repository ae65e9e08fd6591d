import shutil
from pathlib import Path

import pytest

from counterclaim.registers.formats.format import Head
from counterclaim.registers.formats.ofac_csv import FORMAT
from tests.registers.formats.lists import EXAMPLES, facts, names, read, written

MAIN = EXAMPLES / "ofac" / "sdn.csv"
ROW = '{},"{}",{},"{}",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{}"\n'


def of_set(folder: Path, remarks: str, kind: str = '"individual"', name: str = "BERG, Anton") -> Path:
    """A set with one entry and no other names or addresses."""
    written(folder, "alt.csv", "\x1a")
    written(folder, "add.csv", "\x1a")
    return written(folder, "sdn.csv", ROW.format(7, name, kind, "SDGT] [IFSR", remarks) + "\x1a")


def test_the_excerpt() -> None:
    entries = read(FORMAT, MAIN)
    assert names(entries["9348"])[:2] == ["AEROSPACE INDUSTRIES ORGANIZATION", "= SAZMANE SANAYE HAVA FAZA"]
    assert "~ AIO" in names(entries["9348"])
    assert facts(entries["9348"]) == "9348: organisation, -, NPWMD, IFSR, IRAN-CON-ARMS-EO, IR"
    soleimani = entries["10481"]
    assert soleimani.names[0].parts == (("given", "Qasem"), ("family", "SOLEIMANI"))
    assert (soleimani.born, soleimani.countries) == (("1957-03-11",), ("IR",))
    assert ("passport", "1999") not in soleimani.identifiers
    assert (str(entries["15431"].kind), entries["15431"].born) == ("aircraft", ("1992",))
    ship = entries["15036"]
    assert ("call sign", "T2EU4") in ship.identifiers
    assert any(kind == "imo" and len(number) == 7 for kind, number in ship.identifiers)
    assert any(kind == "mmsi" and len(number) == 9 for kind, number in ship.identifiers)


def test_the_list_gives_no_day() -> None:
    assert FORMAT.load(MAIN).published is None


@pytest.mark.parametrize(
    ("remarks", "said"),
    [
        ("DOB 07 Oct 1963; POB Durango, Spain; nationality Spain.", "ES, 1963-10-07"),
        ("DOB circa 1951; alt. DOB 1953; citizen Syria", "SY, 1951, 1953"),
        ("DOB 1951 to 1953", "1951, 1952, 1953"),
        ("Passport AO 2879097 (Italy) expires 30 Oct 2012", "passport AO 2879097"),
        ("alt. Passport 10545599 (Venezuela)", "passport 10545599"),
        ("Cedula No. 16247821 (Colombia)", "national 16247821"),
        ("D.N.I. 78.865.693 (Spain)", "national 78.865.693"),
        ("NIT # 800146749-7 (Colombia).", "tax 800146749-7"),
        ("V.A.T. Number BG 121024920 (Bulgaria)", "tax BG 121024920"),
        ("Registration Number 02696754 (United Kingdom)", "registration 02696754"),
        ("Company Number IMO 5055293.", "registration 5055293"),
        (
            "Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h",
            "wallet 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h",
        ),
        ("Telephone (98)(9121115315); Linked To: HIZBALLAH; arrested 07 Apr 1998", ""),
        ("Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210", ""),
        ("", ""),
    ],
)
def test_what_remarks_say(tmp_path: Path, remarks: str, said: str) -> None:
    entry = read(FORMAT, of_set(tmp_path, remarks))["7"]
    assert facts(entry) == ", ".join(filter(None, ["7: person, -, SDGT, IFSR", said]))
    assert entry.remarks == remarks


def test_names_in_quotes_are_weak(tmp_path: Path) -> None:
    entry = read(FORMAT, of_set(tmp_path, "a.k.a. 'TONI'; f.k.a. 'THE \"\"FOX\"\"'; a.k.a. TONI."))["7"]
    assert names(entry) == ["BERG, Anton", "~ TONI", '~ THE "FOX"']


def test_a_ships_numbers(tmp_path: Path) -> None:
    remarks = "Vessel Registration Identification IMO 9187629; MMSI 572469210; Former Vessel Flag Malta"
    entry = read(FORMAT, of_set(tmp_path, remarks, '"vessel"', "ARTAVIL"))["7"]
    assert facts(entry) == "7: ship, -, SDGT, IFSR, MT, imo 9187629, mmsi 572469210"


def test_comments_go_on_where_remarks_were_cut(tmp_path: Path) -> None:
    main = of_set(tmp_path, "a.k.a. 'TO")
    written(tmp_path, "sdn_comments.csv", '7,"NI\'; DOB 1963."\n\x1a')
    entry = read(FORMAT, main)["7"]
    assert (names(entry), entry.born) == (["BERG, Anton", "~ TONI"], ("1963",))


def test_any_file_names_in_capitals_and_the_consolidated_list(tmp_path: Path) -> None:
    for name in ("sdn", "alt", "add"):
        shutil.copy(EXAMPLES / "ofac" / f"{name}.csv", tmp_path / f"{name.upper()}.CSV")
    assert len(FORMAT.files(tmp_path / "SDN.CSV")) == 3
    other = tmp_path / "other"
    other.mkdir()
    for name in ("prim", "alt", "add"):
        shutil.copy(EXAMPLES / "ofac" / f"{name.replace('prim', 'sdn')}.csv", other / f"cons_{name}.csv")
    content = FORMAT.load(other / "cons_prim.csv")
    assert (content.register, content.problems) == ("ofac-consolidated", ())
    assert "= SAZMANE SANAYE HAVA FAZA" in names(content.entries[0])


def test_a_main_file_alone_is_read_and_what_is_missing_named(tmp_path: Path) -> None:
    content = FORMAT.load(Path(shutil.copy(MAIN, tmp_path)))
    assert len(content.entries) == 11
    assert content.problems == (
        "sdn.csv: no file of other names beside it",
        "sdn.csv: no file of addresses beside it",
    )


@pytest.mark.parametrize("name", ["alt.csv", "add.csv"])
def test_lesser_files_are_no_list(name: str) -> None:
    path = EXAMPLES / "ofac" / name
    assert not FORMAT.recognises(Head(path, path.read_bytes()))
