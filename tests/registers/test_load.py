"""Lists are known by what is in them, whatever they are called; what is damaged is named, and the rest goes on."""

import os
import shutil
import time
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from counterclaim.errors import RegisterError
from counterclaim.records import Refusal
from counterclaim.registers import load as loading
from counterclaim.registers.load import digest_of, files_of, find_registers, load_all, load_register
from tests.registers.formats.lists import EXAMPLES, written

CANADA = EXAMPLES / "canada_sema.xml"
EMPTY = {
    "canada.xml": "<data-set><!-- <DateOfListing> --></data-set>",
    "un.xml": '<CONSOLIDATED_LIST dateGenerated="2026-01-01"></CONSOLIDATED_LIST>',
    "sdn.xml": '<sdnList xmlns="http://tempuri.org/sdnList.xsd"></sdnList>',
    "eu.xml": '<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-01-01"></export>',
    "subjects.csv": "unique_id,subject_type,un_reference_number,ofsi_group_id,date_designated,last_updated\n",
}
HEADERS = [
    "unique_id,subject_type,un_reference,ofsi_group_id,date_designated,last_updated\n1,ship,,,,\n",
    "unique_id,kind_of_subject,un_reference_number,ofsi_group_id,date_designated,last_updated\n1,ship,,,,\n",
    "Report Date: 24-Jun-2026\nUnique ID,Name 6,Family Name\n1,2,3\n",
    "Last Updated,21/04/2022\nName 6,Name 1,Alias,Group ID\nBERG,Anton,x,1\n",
    "fileGenerationDate;Entity_LogicalId;Name\n1;2;3\n",
    "id,schema,name,aliases,country\n1,Person,Ann,,ir\n",
]


@pytest.mark.parametrize(
    ("name", "label", "count"),
    [
        ("canada_sema.xml", "canada 2025-02-21", 15),
        ("un_consolidated.xml", "un 2026-02-27", 8),
        ("uk", "uk 2026-04-14", 8),
        ("uk/subject_names.csv", "uk 2026-04-14", 8),
        ("ofac", "ofac undated", 11),
        ("ofac/alt.csv", "ofac undated", 11),
    ],
)
def test_a_file_a_part_of_a_set_or_a_folder(name: str, label: str, count: int) -> None:
    register = load_register(EXAMPLES / name)
    assert register.version.label.startswith(f"{label} ")
    assert (len(register.entries), register.version.entries, register.problems) == (count, count, ())
    assert {entry.register for entry in register.entries} == {register.version.register}
    assert len({entry.id for entry in register.entries}) == count


def test_names_of_files_do_not_matter(tmp_path: Path) -> None:
    shutil.copy(CANADA, tmp_path / "download (3).txt")
    assert load_register(tmp_path).version.format == "canada-xml"


def test_the_digest_is_that_which_sha256sum_prints() -> None:
    assert load_register(CANADA).version.sha256 == sha256(CANADA.read_bytes()).hexdigest()
    files = files_of(EXAMPLES / "ofac")
    lines = "".join(f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    assert [file.name for file in files] == ["sdn.csv", "alt.csv", "add.csv"]
    assert digest_of(files) == sha256(lines.encode()).hexdigest() == load_register(files[0]).version.sha256


@pytest.mark.parametrize("name", EMPTY)
def test_a_list_of_no_entries_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "subject_names.csv").write_text(
        "unique_id,name_type,alias_strength,full_name,name_1,name_2,name_3,name_4,name_5,name_6\n", encoding="utf-8"
    )
    with pytest.raises(
        RegisterError, match=rf"{name}: no entries, so it is no list that was read whole; fetch it again"
    ):
        load_register(written(tmp_path, name, EMPTY[name]))


def test_a_list_whose_rows_are_all_broken_says_the_first_problem(tmp_path: Path) -> None:
    path = written(tmp_path, "sdn.csv", '1,"BERG",-0- ,"X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"' + "\n1,2\n")
    with pytest.raises(RegisterError, match=r"no entries.*the first problem: sdn\.csv, line 1: a quotation mark"):
        load_register(path)


@pytest.mark.parametrize("content", HEADERS)
def test_a_changed_header_names_what_is_missing(tmp_path: Path, content: str) -> None:
    with pytest.raises(RegisterError, match=r"list\.csv: the header has changed: .*“.+” (is|are) missing; fetch"):
        load_register(written(tmp_path, "list.csv", content))


@pytest.mark.parametrize("share", [0.3, 0.7, 0.999])
@pytest.mark.parametrize("name", ["canada_sema.xml", "un_consolidated.xml"])
def test_a_truncated_list_is_an_error_and_nothing_of_it_is_used(tmp_path: Path, name: str, share: float) -> None:
    content = (EXAMPLES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(RegisterError, match=rf"{name}: truncated: .* records had been read, and none is used"):
        load_register(path)


def test_an_entity_expansion_bomb_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY x{i} "{f"&x{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE data-set [<!ENTITY x0 "ha">{entities}]><data-set><record>&x11;</record></data-set>'
    path = written(tmp_path, "bomb.xml", bomb)
    with pytest.raises(RegisterError, match=r"bomb\.xml: the XML declares a document type"):
        load_register(path)
    assert [refusal.reason for refusal in find_registers(tmp_path)[1]] == ["register not loaded"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("page.xml", "<html><body>404</body></html>"), ("names.csv", "a,b\n1,2\n"), ("x.json", "{}")],
)
def test_an_unknown_format_is_named(tmp_path: Path, name: str, content: str) -> None:
    path = written(tmp_path, name, content)
    with pytest.raises(RegisterError, match=rf"{name}: unknown register format: known are lists of ofac, un, uk"):
        load_register(path)
    assert find_registers(tmp_path) == ((), find_registers(path)[1])


@pytest.mark.parametrize(
    ("name", "says"), [("nowhere", "missing file"), ("x" * 300, "unreadable file"), ("a\0b", "missing file|unreadable")]
)
def test_a_file_that_is_not_there(name: str, says: str) -> None:
    with pytest.raises(RegisterError, match=says):
        load_register(Path(name))


def test_a_pipe_is_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.xml")
    with pytest.raises(RegisterError, match=r"list\.xml: no regular file"):
        load_register(tmp_path / "list.xml")
    assert find_registers(tmp_path) == ((), ())


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(EXAMPLES / "ofac", tmp_path / "ofac")
    opened = Path.open

    def locked(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "alt.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(RegisterError, match=r"alt\.csv: unreadable: Permission denied"):
        load_register(tmp_path / "ofac" / "sdn.csv")


@pytest.mark.parametrize(
    "text",
    [", " * 400_000, "(also known as " * 200_000, "or " * 500_000, '"' * 1_000_000, "a b/" * 300_000, "x" * 1_000_000],
    ids=["commas", "aliases", "joins", "quotes", "slashes", "one word"],
)
@pytest.mark.parametrize("field", ["EntityOrShip", "LastName", "Aliases"])
def test_hostile_names_take_no_time(tmp_path: Path, text: str, field: str) -> None:
    record = (
        f"<record><Item>1</Item><{field}>{escape(text)}</{field}><DateOfListing>2024-01-01</DateOfListing></record>"
    )
    good = (
        "<record><Item>2</Item><EntityOrShip>Ice Works</EntityOrShip><DateOfListing>2024-01-01</DateOfListing></record>"
    )
    path = written(tmp_path, "list.xml", f"<data-set><!-- <DateOfListing> -->{good}{record}</data-set>")
    start = time.process_time()
    register = load_register(path)
    assert time.process_time() - start < 2
    assert [entry.names[0].text for entry in register.entries] == ["Ice Works"]
    assert len(register.problems) == 1


@pytest.mark.parametrize(
    "remarks",
    ["DOB " + "1951 " * 100_000, "Passport " + "x" * 500_000, "a.k.a. '" * 60_000, "; " * 250_000, "DOB 1" * 100_000],
    ids=["years", "one word", "quotes", "clauses", "births"],
)
def test_hostile_remarks_take_no_time(tmp_path: Path, remarks: str) -> None:
    entry = f"<sdnEntry><uid>1</uid><lastName>BERG</lastName><remarks>{remarks}</remarks></sdnEntry>"
    path = written(tmp_path, "sdn.xml", f'<sdnList xmlns="http://tempuri.org/sdnList.xsd">{entry}</sdnList>')
    start = time.process_time()
    assert len(load_register(path).entries) == 1
    assert time.process_time() - start < 2


def test_a_file_over_the_bound_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LARGEST_FILE", 1_000)
    with pytest.raises(RegisterError, match=r"canada_sema\.xml: 0 MB; a list has 0 MB at most"):
        load_register(CANADA)


def test_a_folder_of_several_or_no_registers_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"4 registers are in this folder \(.*canada_sema\.xml, .*; name one"):
        load_register(EXAMPLES)
    with pytest.raises(RegisterError, match="no register is in it"):
        load_register(tmp_path)


def test_what_a_folder_holds(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "a" / "b")
    for name in ("README.md", "old.zip", ".hidden.xml", "notes.txt"):
        written(tmp_path, name, "x")
    written(tmp_path, "equipment.csv", "name,kind\nT-72,tank\n")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    files, refused = find_registers(tmp_path)
    assert [file.name for file in files] == ["canada_sema.xml", "un_consolidated.xml", "sdn.csv", "subjects.csv"]
    assert [(Path(one.path).name, one.reason) for one in refused] == [("equipment.csv", "unknown register format")]


def test_a_folder_has_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path.joinpath(*"abcdefghijkl")
    deep.mkdir(parents=True)
    shutil.copy(CANADA, deep)
    assert find_registers(tmp_path) == ((), ())
    monkeypatch.setattr(loading, "_MOST_FILES", 2)
    for name in ("1.txt", "2.txt", "3.xml"):
        shutil.copy(CANADA, tmp_path / name)
    files, refused = find_registers(tmp_path)
    assert (len(files), [one.reason for one in refused]) == (2, ["too many files"])


def reasons(folder: Path) -> tuple[list[str], dict[str, str]]:
    """The labels' first two words of what a folder gives, and why which file is not among it."""
    registers, refused = load_all(folder)
    labels = [" ".join(register.version.label.split()[:2]) for register in registers]
    return labels, {Path(one.path).name: one.reason for one in refused}


def test_a_damaged_list_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "un_consolidated.xml", tmp_path)
    (tmp_path / "canada.xml").write_bytes(CANADA.read_bytes()[:3_000])
    assert reasons(tmp_path) == (["un 2026-02-27"], {"canada.xml": "register not loaded"})


def test_of_two_versions_the_newer_one_is_used(tmp_path: Path) -> None:
    text = CANADA.read_text(encoding="utf-8")
    written(tmp_path, "a_new.xml", text.replace("2025-02-21", "2025-03-20"))
    written(tmp_path, "b_old.xml", text)
    written(tmp_path, "c_newest.xml", text.replace("2025-02-21", "2025-06-01"))
    assert reasons(tmp_path) == (
        ["canada 2025-06-01"],
        {"a_new.xml": "older version of a register", "b_old.xml": "older version of a register"},
    )


def test_two_lists_with_one_id_are_named(tmp_path: Path) -> None:
    text = CANADA.read_text(encoding="utf-8")
    written(tmp_path, "a.xml", text)
    written(tmp_path, "b.xml", text.replace("Safiran", "Safir").replace("Karsyuk", "Karsiuk"))
    assert reasons(tmp_path) == (["canada 2025-02-21"], {"b.xml": "two lists with one id"})
    assert load_all(tmp_path)[1] == (
        Refusal(
            str(tmp_path / "b.xml"),
            "two lists with one id",
            f"{tmp_path / 'a.xml'} calls itself canada of 2025-02-21 too and is used; remove one",
        ),
    )


def test_one_list_twice_is_named(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml"):
        shutil.copy(CANADA, tmp_path / name)
    assert reasons(tmp_path) == (["canada 2025-02-21"], {"b.xml": "the same list twice"})


def test_two_entries_of_one_id_are_kept_and_named(tmp_path: Path) -> None:
    text = CANADA.read_text(encoding="utf-8").replace("<Item>68</Item>", "<Item>67</Item>")
    register = load_register(written(tmp_path, "list.xml", text))
    assert len(register.entries) == 15
    assert register.problems == (
        "entry iran-1-part-2-67: a second entry has this id; it is kept as iran-1-part-2-67#2",
    )


def test_an_empty_file_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_bytes(b"")
    with pytest.raises(RegisterError, match=r"sdn\.csv: empty file"):
        load_register(tmp_path / "sdn.csv")


def test_a_reason_names_its_file_once(tmp_path: Path) -> None:
    (tmp_path / "un.xml").write_text('<!DOCTYPE x [<!ENTITY a "a">]>\n<CONSOLIDATED_LIST/>')
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path / "un.xml")
    assert str(caught.value).count("un.xml") == 1


def test_the_folder_of_a_library_is_a_folder_of_lists(tmp_path: Path) -> None:
    version = tmp_path / "canada" / "2025-02-21-0123456789ab"
    (version / "files").mkdir(parents=True)
    (version / "version.json").write_text("{}")
    shutil.copy(CANADA, version / "files")
    registers, refused = load_all(tmp_path)
    assert ([register.version.register for register in registers], refused) == (["canada"], ())
