"""Files: what is read, in which encoding, and what is refused with which reason."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given

from counterclaim.errors import InputRefused
from counterclaim.ingest import files, formats, text
from counterclaim.ingest.files import find_files, from_text, read_file
from counterclaim.records import digest
from tests.strategies import ANY_TEXT

PORT = "The port of Köln is “open”, the harbour office said.\n"


def written(path: Path, raw: bytes) -> Path:
    """A file with these bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def refusal(path: Path) -> InputRefused:
    """Why a file is refused."""
    with pytest.raises(InputRefused) as caught:
        read_file(path)
    return caught.value


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("UTF-8", PORT.encode("utf-8")),
        ("UTF-8 with a mark", PORT.encode("utf-8-sig")),
        ("UTF-16 with a mark", PORT.encode("utf-16")),
        ("UTF-16, little end first", b"\xff\xfe" + PORT.encode("utf-16-le")),
        ("UTF-16, big end first", b"\xfe\xff" + PORT.encode("utf-16-be")),
        ("UTF-32, little end first", b"\xff\xfe\x00\x00" + PORT.encode("utf-32-le")),
        ("UTF-32, big end first", b"\x00\x00\xfe\xff" + PORT.encode("utf-32-be")),
        ("UTF-16 without a mark, little end first", PORT.encode("utf-16-le")),
        ("UTF-16 without a mark, big end first", PORT.encode("utf-16-be")),
        ("UTF-32 without a mark, little end first", PORT.encode("utf-32-le")),
        ("UTF-32 without a mark, big end first", PORT.encode("utf-32-be")),
        ("Windows-1252", PORT.encode("cp1252")),
    ],
)
def test_encodings(tmp_path: Path, name: str, raw: bytes) -> None:
    document = read_file(written(tmp_path / "port.txt", raw))
    assert (document.text, document.sha256) == (PORT, digest(PORT))


@pytest.mark.parametrize("text", ["One port.\r\nTwo ports.\r\n", "\n\n  One port.", "One port.\x0cTwo\tports.\u2028"])
def test_white_space_stays_as_it_is_written(tmp_path: Path, text: str) -> None:
    assert read_file(written(tmp_path / "port.txt", text.encode())).text == text


def test_a_document_knows_where_it_was_found(tmp_path: Path) -> None:
    path = written(tmp_path / "port.txt", PORT.encode())
    assert read_file(path).path == str(path)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty text"),
        (b" \r\n\t ", "empty text"),
        (b"\xef\xbb\xbf", "empty text"),
        (b"12 + 30 = 42", "no words"),
        (b"PK\x03\x04\x00\x00port", "binary file"),
        (b"port\x00\x00\x00port\x00and\x00", "binary file"),
        (b"\xff\xfeT\x00h", "damaged encoding"),
        (b"\xef\xbb\xbfport \xff\xff", "damaged encoding"),
        (b"port \x81\x8d\x8f\x90\x9d\xff", "unknown encoding"),
        (b"port \x01\x02\x03\xff", "unknown encoding"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes, reason: str) -> None:
    assert refusal(written(tmp_path / "port.txt", raw)).reason == reason


def test_a_refusal_says_where_and_why(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.txt"
    assert str(refusal(path)) == f"{path}: missing file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path).reason == "unreadable file"


@pytest.mark.parametrize("name", ["a\x00b.txt", "a" * 5000])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    assert find_files([Path(name)]) == ([Path(name)], [])
    assert refusal(Path(name)).reason == "unreadable file"


@pytest.mark.parametrize(("size", "refused"), [(50, False), (51, True)])
def test_a_file_may_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, refused: bool) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 50)
    path = written(tmp_path / "port.txt", (b"The port is open. " * 9)[:size])
    if refused:
        assert refusal(path).reason == "too large"
    else:
        assert len(read_file(path).text) == size


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("German", "Der Hafen ist seit Freitag wieder offen, und die Schiffe dürfen an die Küste kommen."),
        ("French", "Le port est ouvert depuis vendredi, et les navires qui attendaient au large peuvent entrer."),
        ("Spanish", "El puerto está abierto desde el viernes, y los barcos que esperaban en la costa pueden entrar."),
        ("Dutch", "De haven is sinds vrijdag weer open, en de schepen die voor de kust lagen mogen naar binnen."),
        ("Danish", "Havnen har været åben siden fredag, og skibene, der ventede ud for kysten, kan nu sejle ind."),
        ("Russian", "Порт открыт с пятницы, и суда, которые стояли у берега, могут войти в гавань."),
    ],
)
def test_other_languages_are_refused(language: str, text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        from_text(text * 3)
    assert caught.value.reason == "language not read"


@pytest.mark.parametrize(
    "text",
    [
        "The port has been open since Friday, and the ships that waited off the coast may come in. " * 3,
        "Port reopens after three weeks",
        "Der Hafen ist offen",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert from_text(text).text == text


def test_a_text_in_hand_may_hold_lone_surrogates() -> None:
    text = "The port \ud800 is open."
    assert from_text(text).id == "d:" + digest(text)[:16]


def outcome(text: str) -> str:
    """The text of the document that a text makes, or the reason of its refusal."""
    try:
        return from_text(text).text
    except InputRefused as refused:
        return refused.reason


@given(ANY_TEXT)
def test_any_text_is_a_document_or_a_refusal(text: str) -> None:
    assert outcome(text) in {text, "empty text", "no words", "language not read", "HTML source"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with texts, a report of another kind, other files, and hidden ones."""
    for name in (
        "b.txt",
        "a.TXT",
        "c.text",
        "plain",
        "d.eml",
        "d.png",
        "d.yaml",
        "d.xml",
        "sub/e.txt",
        ".hidden.txt",
        ".git/f.txt",
        "sub/.g/h.txt",
    ):
        written(tmp_path / name, PORT.encode())
    return tmp_path


def test_a_folder_gives_its_reports_in_order_of_name(archive: Path) -> None:
    found = [str(path.relative_to(archive)) for path in find_files([archive])[0]]
    assert found == ["a.TXT", "b.txt", "c.text", "d.eml", "plain", "sub/e.txt"]


def test_a_file_that_is_named_is_taken_whatever_its_name(archive: Path) -> None:
    named = [archive / "d.eml", archive / "d.png", archive / "nowhere.txt", archive / ".hidden.txt"]
    assert find_files(named) == (named, [])


def test_a_folder_inside_a_hidden_one_may_be_named(archive: Path) -> None:
    assert find_files([archive / "sub/.g"]) == ([archive / "sub/.g/h.txt"], [])


@pytest.mark.parametrize("held", [[], ["d.png", "lists.csv", "lists.xml"], [".hidden.txt"], [".hidden.eml"]])
def test_a_folder_without_texts_is_refused(tmp_path: Path, held: list[str]) -> None:
    for name in held:
        written(tmp_path / name, PORT.encode())
    found, [refused] = find_files([tmp_path])
    assert found == []
    assert (refused.where, refused.reason) == (str(tmp_path), "folder without texts")


def test_a_file_that_is_named_twice_is_found_once(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)
    named = [Path("b.txt"), Path("./b.txt"), archive / "b.txt", archive / "sub/../b.txt"]
    assert find_files(named) == ([Path("b.txt")], [])
    assert [p.name for p in find_files([archive / "plain", archive])[0]] == [
        "plain",
        "a.TXT",
        "b.txt",
        "c.text",
        "d.eml",
        "e.txt",
    ]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["b.txt"]),
        ("?.t*t", ["b.txt", "c.text"]),
        ("[bd].[ept]*", ["b.txt", "d.eml", "d.png"]),
        ("**/*.txt", ["b.txt", "sub/e.txt"]),
        ("su*", ["sub/e.txt"]),
        (".h*", [".hidden.txt"]),
    ],
)
def test_patterns_that_the_shell_left_alone(archive: Path, pattern: str, names: list[str]) -> None:
    found, refused = find_files([archive / pattern])
    assert ([str(p.relative_to(archive)) for p in found], refused) == (names, [])


def test_a_pattern_without_a_match_is_a_missing_file(tmp_path: Path) -> None:
    found, [refused] = find_files([tmp_path / "*.txt"])
    assert (found, refused.reason, refused.where) == ([], "missing file", str(tmp_path / "*.txt"))


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = written(tmp_path / "port[1].txt", PORT.encode())
    written(tmp_path / "port1.txt", PORT.encode())
    assert find_files([path]) == ([path], [])


def test_a_folder_that_cannot_be_listed_is_named_and_the_rest_is_read(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def denied(path: str) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    found, [refused] = find_files([archive])
    assert [p.name for p in found] == ["a.TXT", "b.txt", "c.text", "d.eml", "plain"]
    assert (refused.where, refused.reason) == (str(archive / "sub"), "unreadable folder")
    assert refused.advice == "Permission denied"


def test_a_link_that_leads_out_of_a_folder_is_named_and_not_followed(archive: Path) -> None:
    folder = archive / "sub"
    (folder / "within.txt").symlink_to("e.txt")
    (folder / "out.txt").symlink_to(archive / "b.txt")
    found, [refused] = find_files([folder])
    assert found == [folder / "e.txt"]
    assert (refused.where, refused.reason) == (str(folder / "out.txt"), "link out of the folder")
    assert find_files([folder / "out.txt"]) == ([folder / "out.txt"], [])


def test_links_that_lead_in_a_circle_end(archive: Path) -> None:
    (archive / "sub/up").symlink_to(archive)
    (archive / "loop.txt").symlink_to(archive / "loop.txt")
    found, refused = find_files([archive, archive / "loop.txt"])
    assert [p.name for p in found] == ["a.TXT", "b.txt", "c.text", "d.eml", "plain", "e.txt", "loop.txt"]
    assert refused == []
    assert refusal(archive / "loop.txt").reason == "unreadable file"


def test_the_formats_of_a_case_are_those_that_are_no_plain_text() -> None:
    assert formats.SUFFIXES - text.FORMAT.suffixes - {""} == files.FOR_A_CASE


@pytest.mark.parametrize("suffix", [*sorted(files.FOR_A_CASE - {".xml"}), ".EML"])
def test_what_only_a_case_takes_is_found_and_refused(tmp_path: Path, suffix: str) -> None:
    path = written(tmp_path / f"port{suffix}", b"Subject: The port\n\n" + PORT.encode())
    assert find_files([tmp_path]) == find_files([path]) == ([path], [])
    assert str(refusal(path)) == f"{path}: no plain text (counterclaim add reads it into a case)"


@pytest.mark.parametrize("name", ["port.md", "port.MD", "port", "port.log", "port.2024"])
def test_other_files_are_read_where_they_are_named(tmp_path: Path, name: str) -> None:
    assert read_file(written(tmp_path / name, PORT.encode())).text == PORT


@pytest.mark.parametrize(
    "head",
    [
        "<rss version='2.0'><channel>",
        "\ufeff<?xml version='1.0'?>\n<!-- ours -->\n<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<?xml version='1.0'?>\n<rdf:RDF\nxmlns='http://purl.org/rss/1.0/'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_file_of_a_folder_is_a_report_where_it_is_a_feed(tmp_path: Path, head: str, encoding: str) -> None:
    path = written(tmp_path / "port.xml", head.encode(encoding))
    assert find_files([tmp_path]) == ([path], [])
    assert str(refusal(path)) == f"{path}: no plain text (counterclaim add reads it into a case)"


def test_an_official_list_is_refused_only_where_it_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "list.xml", b"<?xml version='1.0'?>\n<CONSOLIDATED_LIST><feeding/></CONSOLIDATED_LIST>")
    os.mkfifo(tmp_path / "pipe.xml")
    assert find_files([tmp_path])[0] == []
    assert refusal(path).reason == "no plain text"
    assert "registers load" in refusal(path).advice


def test_what_is_missing_is_missing_whatever_its_name(tmp_path: Path) -> None:
    assert refusal(tmp_path / "port.eml").reason == "missing file"
    assert refusal(tmp_path / "port.xml").reason == "missing file"


def test_pipes_sockets_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s.txt"))
        reasons = [refusal(path).reason for path in (tmp_path / "pipe.txt", tmp_path / "s.txt", Path("/dev/zero"))]
    assert reasons == ["no regular file"] * 3


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "port.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert str(refusal(path)) == f"{path}: too large (50.0 MB; the limit is 5 MB)"


@pytest.mark.parametrize(
    "source",
    [
        "<!DOCTYPE html>\n<html><body><p>The port is open.</p></body></html>",
        "\n<html lang='en'>The port is open.",
        '<?xml version="1.0"?><rss>The port is open.</rss>',
        "<div><p>The port</p><p>is</p><p>open</p><p>again</p><span>now</span></div>",
    ],
)
def test_the_source_of_a_page_is_no_text(tmp_path: Path, source: str) -> None:
    refused = refusal(written(tmp_path / "port.txt", source.encode()))
    assert (refused.reason, refused.advice) == ("HTML source", "save the page as text")


def test_a_text_with_a_tag_in_it_is_read() -> None:
    text = "The port is open.<br>Ships < 50 m may come in, the harbour office of <Sanda> said. " * 3
    assert from_text(text).text == text


def test_a_refused_language_is_named() -> None:
    with pytest.raises(InputRefused) as caught:
        from_text("Der Hafen ist seit Freitag wieder offen, und die Schiffe dürfen an die Küste kommen. " * 3)
    assert caught.value.advice == "it looks like German; only English is read"
