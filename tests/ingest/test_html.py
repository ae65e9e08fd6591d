"""HTML pages: the article, what the page says of itself, and pages that are made to hurt."""

import time
from collections.abc import Callable

import pytest

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Item
from counterclaim.ingest.contained import ContainedParser
from counterclaim.ingest.limits import Limits
from counterclaim.records import Document
from tests.ingest.makers import BODY, ENGLISH, GERMAN, TITLE, documents, page, refusals

Ingest = Callable[..., list[Item]]


def only(items: list[Item]) -> Document:
    """The one document that was found."""
    [found] = items
    assert isinstance(found, Document)
    return found


def test_a_page_gives_its_headline_and_its_article_without_what_stands_around(ingest: Ingest) -> None:
    found = only(ingest(page().encode(), "port.html"))
    assert found.text == f"{TITLE}\n\n{ENGLISH}"
    assert (found.title, found.language, found.path) == (TITLE, "en", "port.html")


@pytest.mark.parametrize(
    ("head", "linked", "published", "outlet"),
    [
        ("", None, None, None),
        ('<meta property="article:published_time" content="2024-05-09T23:30:00-05:00">', None, "2024-05-09", None),
        ('<meta property="og:site_name" content="Sanda Wire">', None, None, "Sanda Wire"),
        (
            "",
            {"@type": "NewsArticle", "datePublished": "2024-05-08", "publisher": {"name": "Sanda Wire"}},
            "2024-05-08",
            "Sanda Wire",
        ),
        # JSON-LD is asked before the meta elements.
        (
            '<meta property="article:published_time" content="2024-05-09">',
            {"@type": "NewsArticle", "datePublished": "20240508"},
            "2024-05-08",
            None,
        ),
        # An article inside a graph, and a publisher that is only a name.
        (
            "",
            {
                "@graph": [
                    {"@type": "WebSite"},
                    {"@type": "Article", "datePublished": "2024-05-07T01:00Z", "publisher": "Sanda Wire"},
                ]
            },
            "2024-05-07",
            "Sanda Wire",
        ),
        # The article's date counts, not the page's.
        (
            "",
            [
                {"@type": "WebPage", "datePublished": "2020-01-01"},
                {"@type": "NewsArticle", "datePublished": "2024-05-06"},
            ],
            "2024-05-06",
            None,
        ),
        # Escaped twice.
        ("", {"@type": "NewsArticle", "publisher": {"name": "Sanda &amp; Wire"}}, None, "Sanda & Wire"),
        # Values of the wrong type, and a number that is a date.
        ("", {"@type": "NewsArticle", "publisher": {"name": ["x"]}}, None, None),
        ("", {"@type": "NewsArticle", "datePublished": None, "publisher": 7, "headline": {"a": 1}}, None, None),
        ("", {"@type": "NewsArticle", "datePublished": 20240508}, "2024-05-08", None),
        # One statement of the day is enough.
        (
            '<meta property="article:published_time" content="2024-05-09">',
            {"@type": "NewsArticle", "datePublished": "2024-13-40"},
            "2024-05-09",
            None,
        ),
    ],
)
def test_date_and_outlet(ingest: Ingest, head: str, linked: object, published: str | None, outlet: str | None) -> None:
    found = only(ingest(page(head=head, linked=linked).encode(), "port.html"))  # type: ignore[arg-type]
    assert (found.published, found.outlet) == (published, outlet)


def test_a_date_that_only_the_page_shows_is_found(ingest: Ingest) -> None:
    source = page().replace("<h1>", '<time datetime="2024-05-09T10:00:00Z">9 May 2024</time><h1>')
    assert only(ingest(source.encode(), "port.html")).published == "2024-05-09"


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("9 May 2024", "2024-05-09"),
        ("May 9, 2024 10:30 AM", "2024-05-09"),
        ("25/04/2024", "2024-04-25"),
        # Of these htmldate would make the first of February, the fifth of May, the fifth of September, today's day.
        ("2023-02-31", None),
        ("31/02/2023", None),
        ("45 May 2024", None),
        ("05/09/2024", None),
        ("2024-05", None),
        ("yesterday-ish", None),
    ],
)
def test_a_stated_date_is_read_as_it_is_or_noted(ingest: Ingest, stated: str, published: str | None) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    items = ingest(page(head=head).encode(), "port.html")
    assert [found.published for found in documents(items)] == [published]
    assert refusals(items) == ([] if published else [("port.html", "date not understood")])


@pytest.mark.parametrize(
    "beside", ['<meta name="pubdate" content="2023-02-31">', '<time datetime="2023-02-31T10:00:00Z">x</time>']
)
def test_days_that_no_calendar_has_are_not_mended(ingest: Ingest, beside: str) -> None:
    source = page().replace("</head>", f"{beside}</head>").encode()
    assert only(ingest(source, "port.html")).published is None


def test_a_date_that_the_page_shows_stands_for_one_that_cannot_be_read(ingest: Ingest) -> None:
    source = page(linked={"@type": "NewsArticle", "datePublished": "2023-02-31"})
    source = source.replace("<h1>", '<time datetime="2024-05-09T10:00:00Z">9 May 2024</time><h1>')
    assert only(ingest(source.encode(), "port.html")).published == "2024-05-09"


def test_broken_json_ld_is_passed_over(ingest: Ingest) -> None:
    head = (
        '<script type="application/ld+json">{"datePublished": </script><script type="application/ld+json">'
        + "[" * 100_000
        + "</script>"
    )
    assert only(ingest(page(head=head).encode(), "port.html")).published is None


def test_tables_lists_and_inline_marks(ingest: Ingest) -> None:
    source = page().replace(
        "<footer>",
        "<p>It is <b>open</b> <a href='/x'>now</a>.</p><ul><li>Four tugs</li></ul>"
        "<table><tr><th>Ship</th><th>Flag</th></tr><tr><td>Alba</td><td>Malta</td></tr></table><footer>",
    )
    text = only(ingest(source.replace("</article>", "").encode(), "port.html")).text
    assert "\n\nIt is open now.\n\n- Four tugs\n\nShip\tFlag\n\nAlba\tMalta" in text


def test_a_known_outlet_has_the_name_that_the_tables_know(ingest: Ingest) -> None:
    head = '<meta property="og:site_name" content="AL JAZEERA english">'
    assert only(ingest(page(head=head).encode(), "port.html")).outlet == "Al Jazeera"


def test_the_host_tells_the_outlet_where_the_page_does_not(ingest: Ingest) -> None:
    assert only(ingest(page().encode(), "port.html", url="https://www.aljazeera.com/a")).outlet == "Al Jazeera"
    assert only(ingest(page().encode(), "port.html", url="https://www.sanda.example/a")).outlet is None


@pytest.mark.parametrize(
    ("head", "encoding", "said"),
    [
        ('<meta charset="windows-1252">', "cp1252", ""),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252", ""),
        ("", "cp1252", "windows-1252"),
        ('<meta charset="utf-8">', "cp1252", "ISO-8859-1"),
        ('<meta charset="windows-1251">', "utf-8", "utf-8"),
        ("", "utf-8-sig", "windows-1251"),
        ("", "utf-16", ""),
        ("", "utf-8", "no-such-charset"),
        ('<meta charset="punycode">', "utf-8", "unicode_escape"),
        ('<meta charset="utf-16">', "utf-8", ""),
    ],
)
def test_encodings_of_pages(ingest: Ingest, head: str, encoding: str, said: str) -> None:
    source = page([*BODY, "“Köln is open”, the office said."], head=head).encode(encoding)
    assert only(ingest(source, "port.html", charset=said)).text.endswith("“Köln is open”, the office said.")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "empty text"),
        (b" \n ", "empty text"),
        (b"<html><body></body></html>", "no main text"),
        (b"<html><body><script>document.write('The port is open')</script></body></html>", "no main text"),
        (b"<html></html", "no main text"),
        (("<html><body>" + "<div>" * 100_000 + f"<p>{BODY[0]}</p>").encode(), "no main text"),
    ],
)
def test_pages_without_an_article_are_refused(ingest: Ingest, source: bytes, reason: str) -> None:
    assert refusals(ingest(source, "port.html")) == [("port.html", reason)]


def test_an_article_before_a_hundred_thousand_nested_elements_is_read_or_refused_soon(ingest: Ingest) -> None:
    source = page().replace("<footer>", "<div>" * 100_000)
    started = time.monotonic()
    [found] = ingest(source.encode(), "port.html")
    assert BODY[0] in found.text if isinstance(found, Document) else found.reason == "no main text"
    assert time.monotonic() - started < 5


def test_scripts_are_not_run_and_entities_and_frames_not_loaded(ingest: Ingest) -> None:
    hostile = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        f"<html><body><article><p>{BODY[0]}</p><p>{BODY[1]} &x;</p><script>alert(1)</script>"
        '<iframe src="http://127.0.0.1/"></iframe><img src="http://127.0.0.1/a.png"></article></body></html>'
    )
    text = only(ingest(hostile.encode(), "port.html")).text
    assert BODY[0] in text
    assert "alert" not in text
    assert "&x;" in text or text.rstrip().endswith("mines.")


def test_a_page_that_is_called_a_page_but_has_no_tag_is_a_text(ingest: Ingest) -> None:
    assert only(ingest(ENGLISH.encode(), "port.html")).text == ENGLISH


def test_a_page_that_is_called_a_text_is_a_page(ingest: Ingest) -> None:
    assert only(ingest(page().encode(), "port.txt", media_type="text/plain")).title == TITLE


def test_a_page_that_is_too_large_is_refused(ingest: Ingest) -> None:
    assert refusals(ingest(page().encode(), "port.html", Limits(page_bytes=300))) == [("port.html", "too large")]


def test_a_page_that_holds_its_parser_for_minutes_is_given_up_and_the_next_is_read() -> None:
    slow = "<html><body><article>" + "<p><b><i>a</i></b></p>" * 100_000
    with ContainedParser(Limits(parse_seconds=0.5)) as parser:
        with pytest.raises(InputRefused) as caught:
            parser.parse("html", slow.encode(), "slow.html", {"url": "", "whole": False})
        assert (caught.value.where, caught.value.reason) == ("slow.html", "takes too long")
        assert parser.parse("html", page().encode(), "port.html", {"url": "", "whole": False})["title"] == TITLE


def test_documents_in_other_languages_are_documents(ingest: Ingest) -> None:
    assert [d.language for d in documents(ingest(page([GERMAN], title="Hafen").encode(), "hafen.html"))] == ["de"]
