from pathlib import Path

import pytest

from counterclaim.registers.formats import eu_csv, eu_xml
from tests.registers.formats.lists import facts, names, read, written

XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-03-12T15:11:36.123+01:00" globalFileId="1">
<sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.27.28" logicalId="13"{designated}>
<remark>UNSC RESOLUTION 1483</remark>
<regulation regulationType="amendment" organisationType="commission" publicationDate="2013-07-08"
 entryIntoForceDate="2013-07-07" numberTitle="1210/2003 (OJ L169)" programme="IRQ" logicalId="348"/>
<subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Saddam" middleName="" lastName="Hussein Al-Tikriti" wholeName="Saddam Hussein Al-Tikriti"
 function="" gender="M" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="17">
<regulationSummary publicationDate="2003-07-08" numberTitle="1210/2003 (OJ L169)"/></nameAlias>
<nameAlias firstName="" middleName="" lastName="" wholeName="Abu Ali" strong="true" logicalId="19"/>
<nameAlias firstName="" middleName="" lastName="" wholeName="The Anointed" strong="false" logicalId="20"/>
<citizenship region="" countryIso2Code="IQ" countryDescription="IRAQ" logicalId="1"/>
<birthdate circa="false" calendarType="GREGORIAN" birthdate="1937-04-28" dayOfMonth="28" year="1937" logicalId="14"/>
<birthdate circa="false" calendarType="ISLAMIC" birthdate="1356-02-17" logicalId="15"/>
<identification number="A1" identificationTypeCode="passport" countryIso2Code="IQ" logicalId="21"/>
</sanctionEntity>
<sanctionEntity euReferenceNumber="" unitedNationId="QDe.004" logicalId="42">
<regulation publicationDate="2002-05-29" programme="TAQA" logicalId="2"/>
<subjectType code="enterprise" classificationCode="E"/>
<nameAlias wholeName="Berg Arms Works" strong="true" logicalId="1"/><address countryIso2Code="AF" logicalId="3"/>
</sanctionEntity>
</export>"""
CSV_HEADER = (
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_DesignationDate;"
    "Entity_DesignationDetails;Entity_Remark;Entity_SubjectType;Entity_SubjectType_ClassificationCode;"
    "Entity_Regulation_PublicationDate;Entity_Regulation_Programme;NameAlias_LastName;NameAlias_FirstName;"
    "NameAlias_MiddleName;NameAlias_WholeName;NameAlias_Title;NameAlias_Function;NameAlias_Regulation_PublicationDate;"
    "Address_CountryIso2Code;BirthDate_BirthDate;BirthDate_Year;BirthDate_CalendarType;Identification_Number;"
    "Identification_TypeCode;Citizenship_CountryIso2Code"
)
CSV_ROWS = [
    "12/03/2024;13;EU.27.28;;;;;P;P;2013-07-08;IRQ;Hussein Al-Tikriti;Saddam;;Saddam Hussein Al-Tikriti;;;;;;;;;;",
    "12/03/2024;13;EU.27.28;;;;;P;P;2013-07-08;IRQ;;;;Abu Ali;;;2003-07-08;;;;;;;",
    "12/03/2024;13;EU.27.28;;;;;P;P;2013-07-08;IRQ;;;;;;;;;1937-04-28;1937;GREGORIAN;;;",
    "12/03/2024;13;EU.27.28;;;;;P;P;2013-07-08;IRQ;;;;;;;;;;;;A1;passport;",
    "12/03/2024;13;EU.27.28;;;;;P;P;2013-07-08;IRQ;;;;;;;;;;;;;;IQ",
    "12/03/2024;42;;QDe.004;2002-06-01;;;enterprise;E;2002-05-29;TAQA;;;;Berg Arms Works;;;;;;;;;;",
    "12/03/2024;42;;QDe.004;2002-06-01;;;enterprise;E;2002-05-29;TAQA;;;;;;;;AF;;;;;;",
]


def test_the_xml(tmp_path: Path) -> None:
    path = written(tmp_path, "eu.xml", XML.format(designated=""))
    entries = read(eu_xml.FORMAT, path)
    assert names(entries["EU.27.28"]) == ["Saddam Hussein Al-Tikriti", "= Abu Ali", "~ The Anointed"]
    assert entries["EU.27.28"].names[0].parts == (("given", "Saddam"), ("family", "Hussein Al-Tikriti"))
    assert facts(entries["EU.27.28"]) == "EU.27.28: person, 2003-07-08, IRQ, IQ, 1937-04-28, passport A1, eu 13"
    assert facts(entries["42"]) == "42: organisation, 2002-05-29, TAQA, AF, un QDe.004, eu 42"
    content = eu_xml.FORMAT.load(path)
    assert (content.published, content.date_from) == ("2024-03-12", "publisher")


def test_a_day_of_designation_goes_before_those_of_the_acts(tmp_path: Path) -> None:
    path = written(tmp_path, "eu.xml", XML.format(designated=' designationDate="2003-05-22"'))
    assert read(eu_xml.FORMAT, path)["EU.27.28"].listed == "2003-05-22"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_csv(tmp_path: Path, mark: str) -> None:
    path = written(tmp_path, "eu.csv", mark + "\n".join([CSV_HEADER, *CSV_ROWS]) + "\n")
    entries = read(eu_csv.FORMAT, path)
    assert names(entries["EU.27.28"]) == ["Saddam Hussein Al-Tikriti", "= Abu Ali"]
    assert facts(entries["EU.27.28"]) == "EU.27.28: person, 2003-07-08, IRQ, IQ, 1937-04-28, passport A1, eu 13"
    assert facts(entries["42"]) == "42: organisation, 2002-06-01, TAQA, AF, un QDe.004, eu 42"
    assert eu_csv.FORMAT.load(path).published == "2024-03-12"
