import shutil
from pathlib import Path

import pytest

from counterclaim.errors import RegisterError
from counterclaim.registers.formats.uk_tables import FORMAT
from tests.registers.formats.lists import EXAMPLES, facts, names, read

MAIN = EXAMPLES / "uk" / "subjects.csv"


@pytest.fixture
def main(tmp_path: Path) -> Path:
    """The subjects' table of a copy of the excerpt."""
    shutil.copytree(MAIN.parent, tmp_path / "uk")
    return tmp_path / "uk" / "subjects.csv"


def test_the_excerpt() -> None:
    entries = read(FORMAT, MAIN)
    assert facts(entries["IRN0221"]) == "IRN0221: person, 2024-09-10, IRN, ofsi 16561"
    assert names(entries["IRN0221"]) == ["Seyed Hamzeh Ghalandari"]
    assert entries["IRN0221"].names[0].parts == (("given", "Seyed Hamzeh"), ("family", "Ghalandari"))
    assert facts(entries["DPR0075"]) == "DPR0075: ship, 2017-10-03, DPR, imo 9562233"
    assert names(entries["DPR0075"])[:2] == ["Petrel 8", "= Jal Vahini"]
    assert entries["AFG0006"].born[:3] == ("1967-01-01", "1969-06-04", "1968")
    assert ("un", "TAi.002") in entries["AFG0006"].references


def test_the_latest_update_stands_for_the_day_of_the_list() -> None:
    content = FORMAT.load(MAIN)
    assert (content.published, content.date_from) == ("2026-04-14", "latest update")


def test_all_files_of_the_set_belong_to_it(main: Path) -> None:
    tables = ["subjects.csv", "subject_names.csv", "subject_dobs.csv", "subject_identifiers.csv"]
    assert [file.name for file in FORMAT.files(main)] == tables


def test_without_the_table_of_names_nothing_can_be_read(main: Path) -> None:
    main.with_name("subject_names.csv").unlink()
    with pytest.raises(RegisterError, match=r"subject_names\.csv: missing; it has the names of subjects\.csv"):
        FORMAT.load(main)


def test_a_lesser_table_that_is_missing_is_named(main: Path) -> None:
    main.with_name("subject_dobs.csv").unlink()
    content = FORMAT.load(main)
    assert len(content.entries) == 8
    assert content.problems == ("subject_dobs.csv: not beside subjects.csv; what it says is missing",)


def test_a_row_of_no_subject_is_named(main: Path) -> None:
    with main.with_name("subject_names.csv").open("a", encoding="utf-8") as file:
        file.write("99999,XXX0001,alias,,Anton Berg,Berg,Anton,,,,\n")
    assert FORMAT.load(main).problems == ("subject_names.csv: XXX0001 is not in subjects.csv",)


def test_a_weak_alias(main: Path) -> None:
    with main.with_name("subject_names.csv").open("a", encoding="utf-8") as file:
        file.write("99999,IRN0221,alias,low_quality_aka,The General,The General,,,,,\n")
    assert names(FORMAT.load(main).entries[5]) == ["Seyed Hamzeh Ghalandari", "~ The General"]
