from pathlib import Path

import pytest

from counterclaim.registers.formats.un_xml import FORMAT
from tests.registers.formats.lists import EXAMPLES, facts, names, read, written

LIST = '<?xml version="1.0"?>\n<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">{}</CONSOLIDATED_LIST>'
PERSON = """<INDIVIDUALS><INDIVIDUAL><DATAID>77</DATAID><FIRST_NAME>ANTON</FIRST_NAME><SECOND_NAME>BERG</SECOND_NAME>
<UN_LIST_TYPE>Libya</UN_LIST_TYPE><REFERENCE_NUMBER>LYi.900 </REFERENCE_NUMBER><LISTED_ON>2014-07-24-04:00</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>انطون بيرغ</NAME_ORIGINAL_SCRIPT><COMMENTS1>Arms broker.</COMMENTS1>
<NATIONALITY><VALUE>Iran (Islamic Republic of)</VALUE></NATIONALITY>
<DESIGNATION><VALUE>General</VALUE></DESIGNATION>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>{alias}</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Toni</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ADDRESS><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_DATE_OF_BIRTH>{born}</INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Número de pasaporte</TYPE_OF_DOCUMENT><NUMBER>OB 1</NUMBER></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT/></INDIVIDUAL></INDIVIDUALS>"""


def test_the_excerpt() -> None:
    entries = read(FORMAT, EXAMPLES / "un_consolidated.xml")
    assert facts(entries["KPi.033"]) == (
        "KPi.033: person, 2016-11-30, DPRK, KP, 1964-07-17, passport 381310014, un 6908555"
    )
    assert names(entries["KPe.001"])[0] == "KOREA MINING DEVELOPMENT TRADING CORPORATION"
    assert "= KOMID" in names(entries["KPe.001"])
    assert "= NALU" in names(entries["CDe.001"])


def test_a_person(tmp_path: Path) -> None:
    path = written(tmp_path, "list", LIST.format(PERSON.format(alias="Antoine Berg", born="<YEAR>1971</YEAR>")))
    entry = read(FORMAT, path)["LYi.900"]
    assert names(entry) == ["ANTON BERG", "= انطون بيرغ", "= Antoine Berg", "~ Toni"]
    assert facts(entry) == "LYi.900: person, 2014-07-24, Libya, IR, 1971, passport OB 1, un 77"
    assert entry.remarks == "General; Arms broker."
    assert FORMAT.load(path).published == "2026-02-27"


@pytest.mark.parametrize(
    ("alias", "found"),
    [
        ('"Berg, Sheikh"', ["= Berg, Sheikh"]),
        ("Antoine Berg; Anton Bergh", ["= Antoine Berg", "= Anton Bergh"]),
        ("Abu Berg (ابو بيرغ)", ["= Abu Berg", "= ابو بيرغ"]),
        ("ابو بيرغ (Abu Berg; Abou Berg)", ["= ابو بيرغ", "= Abu Berg", "= Abou Berg"]),
        ("Abu Berg (original script: Абу Берг)", ["= Abu Berg", "= Абу Берг"]),
        ("Anton Berg, III (third)", ["= Anton Berg, III (third)"]),
        ("Anton Berg born in 1963", ["= Anton Berg"]),
        ("Care of First Oil JV Co Ltd", ["= First Oil JV Co Ltd"]),
    ],
)
def test_what_stands_in_an_alias(tmp_path: Path, alias: str, found: list[str]) -> None:
    path = written(tmp_path, "list", LIST.format(PERSON.format(alias=alias, born="")))
    assert [name for name in names(read(FORMAT, path)["LYi.900"])[2:] if name != "~ Toni"] == found


@pytest.mark.parametrize(
    ("born", "dates"),
    [
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1978-04-28</DATE>", ("1978-04-28",)),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE>", ("1973-11",)),
        ("<FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR>", ("1973", "1974")),
        ("<NOTE>24/06/1402 (Hijri Calendar)</NOTE>", ()),
        ("<NOTE>30-35 years old</NOTE>", ()),
    ],
)
def test_dates_of_birth(tmp_path: Path, born: str, dates: tuple[str, ...]) -> None:
    path = written(tmp_path, "list", LIST.format(PERSON.format(alias="", born=born)))
    assert read(FORMAT, path)["LYi.900"].born == dates
