"""XML from strangers: what is read, and what is refused quickly, by name, and without much memory."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import RegisterError
from counterclaim.registers.xml import DEEPEST, LARGEST_RECORD, elements, root_of, text_of, texts_of

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE data-set [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{"&" + a + ";" * 1}{("&" + a + ";") * 9}">' for a, b in zip("abcdefgh", "bcdefghi"))
    + "]><data-set><record>&i;</record></data-set>"
)
OUTSIDE = '<!DOCTYPE data-set SYSTEM "file:///etc/passwd"><data-set><record/></data-set>'
PARAMETER = '<!DOCTYPE data-set [<!ENTITY % x SYSTEM "http://192.0.2.1/x.dtd">%x;]><data-set/>'


def read(folder: Path, content: str | bytes, wanted: str = "record") -> list[str]:
    """The texts of the records of a document."""
    path = folder / "list.xml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return ["".join(element.itertext()) for element in elements(path, {wanted})][1:]


def test_records_come_one_by_one_without_namespaces(tmp_path: Path) -> None:
    document = (
        '<n:list xmlns:n="urn:x"><n:part><n:record><n:name> a\n b </n:name></n:record></n:part><n:record/></n:list>'
    )
    path = tmp_path / "list.xml"
    path.write_text(document, encoding="utf-8")
    root, first, second = elements(path, {"record"})
    assert (root.tag, first.tag, second.tag) == ("list", "record", "record")
    assert (text_of(first, "name"), text_of(first, "none"), texts_of(first, "name")) == ("a b", "", ["a b"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1251"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    name = "Шандор" if encoding == "windows-1251" else "Sándor"
    document = f'<?xml version="1.0" encoding="{encoding}"?><list><record>{name}</record></list>'
    assert read(tmp_path, document.encode(encoding)) == [name]


@pytest.mark.parametrize("document", [LAUGHS, OUTSIDE, PARAMETER, LAUGHS.encode("utf-16").decode("utf-16")])
def test_document_types_are_refused(tmp_path: Path, document: str) -> None:
    with pytest.raises(RegisterError, match=r"list\.xml: the XML declares a document type .* fetch the list"):
        read(tmp_path, document)
    with pytest.raises(RegisterError, match="document type"):
        root_of(document.encode())


def test_a_document_type_in_another_encoding_and_behind_much_space_is_refused(tmp_path: Path) -> None:
    for document in (OUTSIDE.encode("utf-16"), b" " * 200_000 + OUTSIDE.encode()):
        with pytest.raises(RegisterError, match="document type"):
            read(tmp_path, document)


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (
            "<list><record>a</record><rec",
            r"truncated: the XML ends inside <list> .*; 1 records had been read, and none",
        ),
        ("<list><record>a</record><record><x>b", "truncated: the XML ends inside <x>"),
        ("<list><record>a</record>", "truncated: the XML ends inside <list>"),
        ("", "truncated: the XML ends"),
        ("<list><record>a</x></list>", r"no well-formed XML: mismatched tag: line 1, column 1\d; 0 records"),
        ("<list>&nbsp;</list>", "no well-formed XML: undefined entity"),
        ("<list/><list/>", "no well-formed XML: junk after document element"),
        ("<list>\x00</list>", "no well-formed XML"),
        ("no XML at all", "no well-formed XML"),
        ('<?xml version="1.0" encoding="klingon"?><list/>', "no well-formed XML: unknown encoding"),
        ("<a>" * (DEEPEST + 1), f"elements within elements over {DEEPEST} deep"),
        ("<a>" * 100_000, f"elements within elements over {DEEPEST} deep"),
    ],
)
def test_damage_is_named(tmp_path: Path, document: str, says: str) -> None:
    with pytest.raises(RegisterError, match=says):
        read(tmp_path, document)


@pytest.mark.parametrize(
    "document",
    [
        "<list><record>" + "x" * (LARGEST_RECORD + 100_000) + "</record></list>",
        "<list>" + "x" * (LARGEST_RECORD + 100_000) + "</list>",
        "<list><record>" + "<x/>" * 200_000 + "</record></list>",
        "<list>" + f"<other>{'x' * 200}</other>" * (LARGEST_RECORD // 200) + "</list>",
    ],
    ids=["text", "between", "elements", "others"],
)
def test_a_record_has_a_bound(tmp_path: Path, document: str) -> None:
    with pytest.raises(RegisterError, match="a record of over 8,000,000 bytes or 100,000 elements"):
        read(tmp_path, document)


def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text("<list>" + f"<record><x>{'y' * 2_000}</x></record><other/>" * 5_000 + "</list>", encoding="utf-8")
    tracemalloc.start()
    assert sum(1 for _ in elements(path, {"record"})) == 5_001
    assert tracemalloc.get_traced_memory()[1] < 2_000_000  # of ten
    tracemalloc.stop()


@given(st.binary(max_size=300))
def test_the_root_of_anything(head: bytes) -> None:
    assert root_of(head) is None or b"<" in head


def test_the_root_is_known_from_a_beginning() -> None:
    assert root_of(b'\xef\xbb\xbf<?xml version="1.0"?><!-- x --><sdnList xmlns="urn:x"><publ') == "sdnList"
    assert root_of(b"uid,name\n") is None
