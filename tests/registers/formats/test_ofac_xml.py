from pathlib import Path

from counterclaim.registers.formats.ofac_xml import FORMAT
from tests.registers.formats.lists import facts, names, read, written

LIST = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="{}">
<publshInformation><Publish_Date>06/25/2021</Publish_Date><Record_Count>{}</Record_Count></publshInformation>
<sdnEntry><uid>7</uid><firstName>Anton</firstName><lastName>BERG</lastName><title>General</title>
<sdnType>Individual</sdnType><remarks>(Linked To: HIZBALLAH)</remarks>
<programList><program>SDGT</program><program>IFSR</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Iran</idCountry></id>
<id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id></idList>
<akaList><aka><uid>3</uid><type>a.k.a.</type><category>strong</category><lastName>BERGH</lastName>
<firstName>Anton</firstName></aka>
<aka><uid>4</uid><type>a.k.a.</type><category>weak</category><lastName>TONI</lastName></aka></akaList>
<addressList><address><uid>5</uid><country>Lebanon</country></address></addressList>
<nationalityList><nationality><uid>6</uid><country>Iran</country><mainEntry>true</mainEntry></nationality></nationalityList>
<dateOfBirthList><dateOfBirthItem><uid>8</uid><dateOfBirth>07 Oct 1963</dateOfBirth></dateOfBirthItem></dateOfBirthList>
</sdnEntry>
<sdnEntry><uid>8</uid><lastName>ARTAVIL</lastName><sdnType>Vessel</sdnType><programList><program>IRAN</program></programList>
<idList><id><uid>9</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9187629</idNumber></id>
<id><uid>10</uid><idType>MMSI</idType><idNumber>572469210</idNumber></id></idList>
<vesselInfo><callSign>T2EU4</callSign><vesselFlag>Iran</vesselFlag></vesselInfo></sdnEntry>
</sdnList>"""
OLD, NEW = (
    "http://tempuri.org/sdnList.xsd",
    "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
)


def test_the_list_in_its_old_and_its_new_namespace(tmp_path: Path) -> None:
    for namespace in (OLD, NEW):
        path = written(tmp_path, "sdn.xml", LIST.format(namespace, 2))
        entries = read(FORMAT, path)
        assert names(entries["7"]) == ["Anton BERG", "= Anton BERGH", "~ TONI"]
        assert entries["7"].names[0].parts == (("given", "Anton"), ("family", "BERG"))
        assert facts(entries["7"]) == "7: person, -, SDGT, IFSR, IR, 1963-10-07, passport A1"
        assert entries["7"].remarks == "General; (Linked To: HIZBALLAH)"
        assert facts(entries["8"]) == "8: ship, -, IRAN, IR, imo 9187629, mmsi 572469210, call sign T2EU4"
        content = FORMAT.load(path)
        assert (content.published, content.date_from, content.register) == ("2021-06-25", "publisher", "ofac")


def test_a_list_that_lacks_entries_says_so(tmp_path: Path) -> None:
    content = FORMAT.load(written(tmp_path, "sdn.xml", LIST.format(OLD, "9,411".replace(",", ""))))
    assert content.problems == ("the file says that it has 9,411 entries, and has 2",)


def test_the_list_of_those_who_are_not_blocked_is_another_register(tmp_path: Path) -> None:
    text = LIST.format(OLD, 2)
    for program in ("SDGT", "IFSR", "IRAN"):
        text = text.replace(f"<program>{program}</program>", "<program>UKRAINE-EO13662 DIRECTIVE 1</program>")
    assert FORMAT.load(written(tmp_path, "consolidated.xml", text)).register == "ofac-consolidated"
