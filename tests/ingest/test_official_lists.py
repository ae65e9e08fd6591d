"""Official lists among reports: they are known by what is in them, and what only tells of them is a report."""

import gzip
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.ingest.adapters import Item
from counterclaim.ingest.official_lists import is_official_list
from counterclaim.ingest.sources import open_sources
from counterclaim.records import Refusal
from counterclaim.registers.formats import FORMATS, HEAD, Head
from tests.ingest.makers import BODY, documents, page, refusals, rss, zipped

Ingest = Callable[..., list[Item]]
EXAMPLES = Path(__file__).parents[2] / "examples"
LISTS = sorted(path for path in (EXAMPLES / "registers").rglob("*") if path.suffix in {".xml", ".csv"})
REASON = "official list, no report"
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
UN = f'{XML}<CONSOLIDATED_LIST dateGenerated="2026-02-27"><INDIVIDUALS/></CONSOLIDATED_LIST>'
ENTITY = {"id": "NK-1", "caption": "Anton Berg", "schema": "Person", "properties": {"name": ["Anton Berg"]}}
# The beginnings of lists that the examples do not have.
BEGINNINGS = {
    "ofac.xml": f'{XML}<sdnList xmlns="https://sanctions.example/XML"><publshInformation/></sdnList>',
    "un.xml": UN,
    "uk.xml": f"{XML}<!-- a list --><Designations><DateGenerated>01/02/2026</DateGenerated></Designations>",
    "eu.xml": f'{XML}<export xmlns="http://eu.europa.ec/fpi/fsd/export"><sanctionEntity/></export>',
    "uk.csv": (
        "Report Date: 24-Jun-2026\nLast Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Regime Name,Designation Type\n"
    ),
    "ofsi.csv": (
        "Last Updated,21/04/2022\n"
        "Name 6,Name 1,DOB,Group Type,Alias Type,Alias Quality,Regime,Listed On,Last Updated,Group ID\n"
    ),
    "eu.csv": "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType\n",
    "quoted.csv": '"id","schema","name","aliases","birth_date","countries","sanctions","dataset"\n',
    "entities.jsonl": f"{json.dumps(ENTITY)}\n" * 3,
}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_the_lists_of_the_examples_are_known(path: Path) -> None:
    assert refusals(open_sources([path])) == [(str(path), REASON)]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_what_the_registers_know_is_known_here_too(path: Path) -> None:
    raw = path.read_bytes()
    known = any(one.recognises(Head(path, raw[:HEAD])) for one in FORMATS)
    assert is_official_list(raw[:4096]) >= known


@pytest.mark.parametrize("name", BEGINNINGS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lists_are_known_by_how_they_begin(ingest: Ingest, name: str, encoding: str) -> None:
    raw = BEGINNINGS[name].replace("UTF-8", encoding.removesuffix("-sig")).encode(encoding)
    assert refusals(ingest(raw, name)) == [(name, REASON)]


def test_the_refusal_says_where_a_list_belongs(ingest: Ingest) -> None:
    [refusal] = ingest(UN.encode(), "list.xml")
    assert isinstance(refusal, Refusal)
    assert refusal.advice == "load it with counterclaim registers load"


@pytest.mark.parametrize(
    ("name", "raw", "where"),
    [
        ("list.txt", UN.encode(), "list.txt"),
        ("list", UN.encode(), "list"),
        ("list.xml.gz", gzip.compress(UN.encode()), "list.xml.gz"),
        ("lists.zip", zipped({"un.xml": UN.encode()}), "lists.zip#un.xml"),
    ],
)
def test_a_list_is_known_whatever_it_is_called_or_packed_in(ingest: Ingest, name: str, raw: bytes, where: str) -> None:
    assert refusals(ingest(raw, name)) == [(where, REASON)]


def test_reports_beside_lists_are_read() -> None:
    items = list(open_sources([EXAMPLES]))
    assert [Path(found.path).name for found in documents(items)] == ["agency_report.txt", "translated_report.txt"]
    assert [(Path(where).name, reason) for where, reason in refusals(items)] == [
        ("canada_sema.xml", REASON),
        ("un_consolidated.xml", REASON),
    ]


MENTION = (
    "The sdnList of OFAC, the CONSOLIDATED_LIST and the Designations were updated, the harbour office of Sanda said."
)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", MENTION),
        ("a.txt", f"Sanctions list grows\n\n{MENTION}\n\n<sdnList> is the name of its first element."),
        ("a.txt", f"Unique ID, regime name: what the columns mean\n\n{MENTION}"),
        (
            "a.txt",
            "12, 13 and 14 May, dates on which -0- was printed, were left out, the harbour office of Sanda said.",
        ),
        ("a.html", page([MENTION, *BODY])),
        ("a.xml", rss([{"title": "Designations", "description": MENTION}]).decode()),
        ("a.jsonl", json.dumps({"text": MENTION, "schema": "Person", "properties": {}})),
        ("a.jsonl", json.dumps({"id": "1", "schema": "Article", "properties": {}, "text": MENTION})),
    ],
)
def test_reports_about_lists_are_read(ingest: Ingest, name: str, raw: str) -> None:
    items = ingest(raw.encode(), name)
    assert refusals(items) == []
    assert "CONSOLIDATED_LIST" in documents(items)[0].text or "-0-" in documents(items)[0].text


@pytest.mark.parametrize(
    "raw",
    [
        "<export><row/></export>",
        "<data-set><record><Country>Sanda</Country></record></data-set>",
        "<urlset><url/></urlset>",
        "id,schema,text\n1,a,b\n",
        "1,2,3,4,5,6\n",
        '1,"' + "a" * 200_000,
    ],
)
def test_other_data_is_no_list(raw: str) -> None:
    assert not is_official_list(raw.encode())


@pytest.mark.parametrize("unit", [b"<!---->", b"<!-- -->\n", b"<?x?>", b"-->", b"\\\\", b'"', b"1,", b"\x00<"])
def test_what_begins_oddly_takes_no_time(unit: bytes) -> None:
    began = time.process_time()
    for start in (b"", b"<!--", b'{"id":"a","caption":"'):
        assert not is_official_list((start + unit * 4096)[:4096])
    assert time.process_time() - began < 0.5
