import json
import shutil
from pathlib import Path

import pytest

from counterclaim.errors import RegisterError
from counterclaim.registers import library as module
from counterclaim.registers.library import Library, default_folder
from counterclaim.registers.load import load_register
from tests.registers.formats.lists import EXAMPLES, written

CANADA = EXAMPLES / "canada_sema.xml"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """An empty library, whose folder does not exist yet."""
    return Library(tmp_path / "library")


def other_version(folder: Path, day: str, name: str = "Rajai") -> Path:
    """Canada's list of another day, with a name spelled otherwise."""
    text = CANADA.read_text(encoding="utf-8").replace("2025-02-21", day).replace("Rajaei", name)
    return written(folder, f"canada {day}.xml", text)


def labels(library: Library, register: str | None = None) -> list[str]:
    """The registers and days of what is kept."""
    return [" ".join(version.label.split()[:2]) for version in library.versions(register)]


def test_what_is_added_can_be_loaded_after_the_original_is_gone(library: Library, tmp_path: Path) -> None:
    original = Path(shutil.copytree(EXAMPLES / "ofac", tmp_path / "ofac"))
    register = load_register(original)
    version = library.add(original / "alt.csv")
    shutil.rmtree(original)
    assert version == register.version
    assert library.load(version) == register
    assert library.load("ofac") == register


def test_every_version_is_kept_the_newest_first(library: Library, tmp_path: Path) -> None:
    library.add(EXAMPLES / "uk")
    for day in ("2025-03-20", "2025-06-01", "2025-02-25"):
        library.add(other_version(tmp_path, day))
    assert labels(library) == ["canada 2025-06-01", "canada 2025-03-20", "canada 2025-02-25", "uk 2026-04-14"]
    assert labels(library, "uk") == ["uk 2026-04-14"]
    assert library.load("canada@2025-02-25").version.published == "2025-02-25"
    registers, refused = library.current()
    assert [register.version.published for register in registers] == ["2025-06-01", "2026-04-14"]
    assert refused == ()


def test_of_undated_versions_the_last_one_added_is_the_newest(library: Library, tmp_path: Path) -> None:
    first = library.add(EXAMPLES / "ofac")
    changed = Path(shutil.copytree(EXAMPLES / "ofac", tmp_path / "ofac"))
    (changed / "sdn.csv").write_text((changed / "sdn.csv").read_text().replace("MAHAN", "MAHHAN"))
    second = library.add(changed)
    assert library.versions("ofac") == (second, first)
    assert library.find(f"ofac@{first.sha256[:8]}").version == first


def test_adding_again_changes_nothing(library: Library) -> None:
    version = library.add(CANADA)
    before = library.stored()
    assert library.add(CANADA) == version
    assert library.stored() == before


def test_the_counts_are_kept_with_it(library: Library) -> None:
    library.add(CANADA)
    stored = library.stored()[0][0]
    assert (stored.names, stored.kinds, stored.problems) == (34, {"organisation": 3, "person": 11, "ship": 1}, 0)
    assert stored.folder.name == f"2025-02-21-{stored.version.sha256[:12]}"
    assert not [path for path in library.folder.rglob("*") if path.name.startswith(".")]


def test_a_list_that_is_damaged_is_not_added(library: Library, tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="truncated"):
        library.add(written(tmp_path, "x.xml", CANADA.read_text(encoding="utf-8")[:3_000]))
    assert not library.folder.exists()


@pytest.mark.parametrize("wanted", ["canada", "uk@2020-01-01", "uk@abcdef", "uk@6", "", "../uk", "*", "uk/..", "@"])
def test_a_version_that_is_not_there(library: Library, wanted: str) -> None:
    library.add(EXAMPLES / "uk")
    with pytest.raises(RegisterError, match=r"there are uk@6fe5fc6c \(2026-04-14\)"):
        library.load(wanted)


def test_an_empty_library_says_how_to_fill_it(library: Library) -> None:
    with pytest.raises(RegisterError, match="it is empty: `counterclaim registers load PATH` fills it"):
        library.load("uk")
    assert library.current() == ((), ())


def test_files_that_were_changed_are_not_used_and_loading_again_mends_it(library: Library) -> None:
    version = library.add(CANADA)
    copy = library.stored()[0][0].main
    copy.write_text(copy.read_text(encoding="utf-8").replace("Rajaei", "Rajai"), encoding="utf-8")
    with pytest.raises(RegisterError, match="its files were changed after they were loaded; load the list again"):
        library.load("canada")
    assert [refusal.reason for refusal in library.current()[1]] == ["register not loaded"]
    library.add(CANADA)
    assert library.load("canada").version == version


@pytest.mark.parametrize(
    "content",
    [
        '{"manifest": "counterclaim-register/1", "register": "canada", "publisher": "", "format": "", "sha256": 5}',
        "",
        "{",
        "[]",
        "{}",
        '{"manifest": "x"}',
        "[" * 100_000,
        "9" * 1_000_001,
        '{"manifest": "counterclaim-register/1"}',
    ],
)
def test_a_damaged_description_is_named_and_the_rest_goes_on(library: Library, content: str) -> None:
    library.add(CANADA)
    library.add(EXAMPLES / "uk")
    manifest = library.stored("canada")[0][0].folder / "version.json"
    manifest.write_text(content, encoding="utf-8")
    registers, refused = library.current()
    assert [register.version.register for register in registers] == ["uk"]
    assert [refusal.reason for refusal in refused] == ["damaged version"]
    library.add(CANADA)
    assert len(library.current()[0]) == 2


def test_a_description_cannot_lead_out_of_its_folder(library: Library) -> None:
    library.add(CANADA)
    manifest = library.stored()[0][0].folder / "version.json"
    table = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(table | {"files": ["../../../../secret.xml"]}), encoding="utf-8")
    stored = library.stored()[0][0]
    assert stored.main == stored.folder / "files" / "secret.xml"


def test_a_version_is_there_whole_or_not_at_all(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_to_disk", full)
    with pytest.raises(RegisterError, match="cannot be written: No space left on device"):
        library.add(CANADA)
    assert library.stored() == ((), ())
    assert [path for path in library.folder.rglob("*") if path.is_file()] == []


def test_what_a_killed_program_left_is_no_version(library: Library) -> None:
    library.add(CANADA)
    part = library.folder / "canada" / ".2026-01-01-abc.part"
    shutil.copytree(library.stored()[0][0].folder, part)
    assert len(library.versions()) == 1


def test_where_the_library_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COUNTERCLAIM_HOME", str(tmp_path / "home"))
    assert default_folder() == tmp_path / "home" / "registers"
    monkeypatch.delenv("COUNTERCLAIM_HOME")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "counterclaim" / "registers"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert default_folder() == tmp_path / "local" / "counterclaim" / "registers"
