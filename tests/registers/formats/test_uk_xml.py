from pathlib import Path

from counterclaim.registers.formats.uk_xml import FORMAT
from tests.registers.formats.lists import facts, names, read, written

LIST = """<?xml version="1.0" encoding="utf-8"?>
<Designations><DateGenerated>20/08/2026</DateGenerated>
<Designation><LastUpdated>09/04/2025</LastUpdated><DateDesignated>10/09/2024</DateDesignated>
<UniqueID>IRN0221</UniqueID><OFSIGroupID>16561</OFSIGroupID>
<Names><Name><Name1>Seyed</Name1><Name2>Hamzeh</Name2><Name6>Ghalandari</Name6>
<NameType>Primary Name</NameType></Name>
<Name><Name6>The General</Name6><NameType>ALias</NameType>
<AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>سید حمزه قلندری</NameNonLatinScript></NonLatinName></NonLatinNames>
<RegimeName>Iran</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip>
<Addresses><Address><AddressCountry>Iran</AddressCountry></Address></Addresses>
<IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>01/03/1958</DOB></DOBs>
<PassportDetails><Passport><PassportNumber>A1</PassportNumber></Passport></PassportDetails>
<Nationalities><Nationality>Iran</Nationality></Nationalities></Individual></IndividualDetails></Designation>
<Designation><DateDesignated>03/10/2017</DateDesignated><UniqueID>DPR0075</UniqueID>
<Names><Name><Name6>Petrel 8</Name6><NameType>Primary name</NameType></Name></Names>
<IndividualEntityShip>Ship</IndividualEntityShip><ShipDetails><Ship>
<IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers><YearsBuilt><YearBuilt>2011</YearBuilt></YearsBuilt>
<CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
</Ship></ShipDetails></Designation></Designations>"""


def test_the_uk_list(tmp_path: Path) -> None:
    path = written(tmp_path, "uk.xml", LIST)
    entries = read(FORMAT, path)
    assert names(entries["IRN0221"]) == ["Seyed Hamzeh Ghalandari", "= سید حمزه قلندری", "~ The General"]
    assert (
        facts(entries["IRN0221"]) == "IRN0221: person, 2024-09-10, Iran, IR, 1945, 1958-03-01, passport A1, ofsi 16561"
    )
    assert facts(entries["DPR0075"]) == "DPR0075: ship, 2017-10-03, KM, 2011, imo 9562233"
    assert FORMAT.load(path).published == "2026-08-20"
