"""The ECB+ reader, on an invented document."""

import zipfile
from pathlib import Path

import pytest

from benchmarks.ecb import EcbError, read_document, read_folder, read_zip

SENTENCES = ("A ferry sank off Brell .", "Its owner said the sinking was no surprise .", "He smiled .")
# Sentence 0 is checked wholly, 1 in two of three mentions, 2 not at all.
MARKS = [
    (1, "HUMAN_PART_VEH", [2]),
    (2, "ACTION_OCCURRENCE", [3]),
    (3, "HUMAN_PART_PER", [8]),
    (4, "ACTION_REPORTING", [9]),
    (5, "NEG_ACTION_OCCURRENCE", [11]),
    (6, "ACTION_OCCURRENCE", [17]),
]


def xml(head: str = "", instances: str = "", relations: str | None = None) -> bytes:
    tokens, number = "", 0
    for sentence, text in enumerate(SENTENCES):
        for place, word in enumerate(text.split()):
            number += 1
            tokens += f'<token t_id="{number}" sentence="{sentence}" number="{place}">{word}</token>'
    marks = "".join(
        f'<{kind} m_id="{m}">' + "".join(f'<token_anchor t_id="{t}"/>' for t in at) + f"</{kind}>"
        for m, kind, at in MARKS
    )
    marks += f'<ACTION_OCCURRENCE m_id="90" TAG_DESCRIPTOR="t9_sinking" instance_id="ACT77" />{instances}'
    if relations is None:
        relations = (
            '<CROSS_DOC_COREF r_id="1" note="ACT77"><source m_id="2"/><source m_id="5"/><target m_id="90"/>'
            '</CROSS_DOC_COREF><INTRA_DOC_COREF r_id="2"><source m_id="1"/><source m_id="3"/><target m_id="91"/>'
            "</INTRA_DOC_COREF>"
        )
    body = f'<Document doc_name="9_1ecb.xml">{tokens}<Markables>{marks}</Markables>'
    return f"{head}{body}<Relations>{relations}</Relations></Document>".encode()


def test_sentences_topic_and_part_are_read() -> None:
    document = read_document("9_1ecbplus.xml", xml())
    assert (document.topic, document.part) == (9, "ecbplus")
    assert [" ".join(s) for s in document.sentences] == list(SENTENCES)


def test_actions_are_mentions_and_their_instance_is_their_chain() -> None:
    found = [(m.sentence, m.words, m.chain) for m in read_document("9_1ecb.xml", xml()).mentions if m.chain == "ACT77"]
    assert found == [(0, (2,), "ACT77"), (1, (4,), "ACT77")]


def test_an_action_without_instance_is_a_chain_of_its_own_where_the_sentence_is_checked() -> None:
    mentions = read_document("9_1ecb.xml", xml()).mentions
    assert [(m.kind, m.chain) for m in mentions if m.chain != "ACT77"] == [("ACTION_REPORTING", "9_1ecb.xml#4")]


def test_a_sentence_that_nobody_checked_has_no_mentions() -> None:
    assert all(m.sentence != 2 for m in read_document("9_1ecb.xml", xml()).mentions)


def test_the_corpus_own_list_of_sentences_decides() -> None:
    mentions = read_document("9_1ecb.xml", xml(), checked={2}).mentions
    assert [(m.sentence, m.words) for m in mentions] == [(2, (1,))]


def test_a_chain_within_one_document_does_not_meet_another_documents() -> None:
    relations = '<INTRA_DOC_COREF r_id="5"><source m_id="2"/><source m_id="1"/></INTRA_DOC_COREF>'
    one = read_document("9_1ecb.xml", xml(relations=relations), checked={0}).mentions[0]
    other = read_document("9_2ecb.xml", xml(relations=relations), checked={0}).mentions[0]
    assert one.chain != other.chain


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (xml('<!DOCTYPE d [<!ENTITY x "boom">]>'), "document type"),
        (xml().decode().encode("utf-16"), "document type, or not UTF-8"),
        (b"<Document><token>", "9_1ecb.xml"),
        (b'<Document><token t_id="1" sentence="99999999">far</token></Document>', "sentence numbers"),
        (b'<Document><token t_id="1" sentence="one">odd</token></Document>', "sentence numbers"),
    ],
)
def test_a_file_that_could_do_harm_or_is_damaged_is_refused_by_name(content: bytes, wrong: str) -> None:
    with pytest.raises(EcbError, match=wrong):
        read_document("9_1ecb.xml", content)


def test_a_file_of_another_name_is_refused() -> None:
    with pytest.raises(EcbError, match="not the name"):
        read_document("notes.xml", xml())


def test_a_zip_is_read_with_the_list_beside_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ecbplus_some.zip", "w") as archive:
        archive.writestr("ECB+/9/9_1ecb.xml", xml())
        archive.writestr("ECB+/readme.txt", "no document")
    assert [(d.name, len(d.mentions)) for d in read_folder(tmp_path)] == [("9_1ecb.xml", 3)]
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text("Topic,File,Sentence Number\n9,1ecb,0\n", "utf-8")
    assert [(d.name, len(d.mentions)) for d in read_folder(tmp_path)] == [("9_1ecb.xml", 1)]


def test_a_damaged_zip_is_named(tmp_path: Path) -> None:
    (tmp_path / "ecbplus.zip").write_bytes(b"PK nothing")
    with pytest.raises(EcbError, match=r"ecbplus\.zip"):
        list(read_zip(tmp_path / "ecbplus.zip"))


def test_a_file_that_unpacks_beyond_bounds_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ecbplus.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("9_1ecb.xml", b" " * 5_000_000)
    with pytest.raises(EcbError, match="more than"):
        list(read_zip(tmp_path / "ecbplus.zip"))
