"""Feeds: entries, the pages that they point to, and feeds that are made to hurt."""

import time
from collections.abc import Callable

import pytest

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Item, Page
from counterclaim.ingest.limits import Limits
from tests.ingest.makers import BODY, ENGLISH, TITLE, documents, page, refusals, rss

Ingest = Callable[..., list[Item]]
LINK = "https://sanda.example/"
ENTRY = {
    "title": "Port reopens",
    "link": LINK + "a",
    "description": BODY[0],
    "pubDate": "Thu, 09 May 2024 10:00:00 GMT",
}
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Sanda Wire</title>
<entry><title>Port reopens</title><link href="{LINK}a"/><published>2024-05-09T23:30:00-05:00</published>
<summary>{BODY[0]}</summary></entry></feed>""".encode()


class Shelf:
    """A fetcher that has some pages at hand."""

    def __init__(self, pages: dict[str, bytes], cut: InputRefused | None = None) -> None:
        self.pages, self.cut, self.asked = pages, cut, list[str]()

    def get(self, url: str) -> Page:
        """The page, or a refusal."""
        self.asked.append(url)
        if url not in self.pages:
            raise InputRefused(url, "no page", "the server answers 404")
        return Page(url, self.pages[url], "text/html", "utf-8", self.cut)


@pytest.mark.parametrize("raw", [rss([ENTRY]), ATOM, ATOM.replace(b'<?xml version="1.0"?>', b"\n<!-- a feed -->")])
def test_what_a_feed_says_is_read_where_nothing_is_fetched(ingest: Ingest, raw: bytes) -> None:
    [found] = documents(ingest(raw, "wire.xml"))
    assert (found.text, found.title) == (f"Port reopens\n\n{BODY[0]}", "Port reopens")
    assert (found.published, found.outlet) == ("2024-05-09", "Sanda Wire")
    assert found.path == f"wire.xml#{LINK}a"


def test_the_pages_of_entries_are_fetched_where_a_fetcher_is_allowed(ingest: Ingest) -> None:
    shelf = Shelf({LINK + "a": page().encode()})
    items = ingest(rss([ENTRY, {**ENTRY, "link": LINK + "gone", "title": "Gone"}]), "wire.rss", fetch=shelf)
    assert shelf.asked == [LINK + "a", LINK + "gone"]
    assert [(found.path, found.title) for found in documents(items)] == [
        (LINK + "a", TITLE),
        (f"wire.rss#{LINK}gone", "Gone"),
    ]
    assert refusals(items) == [(LINK + "gone", "no page")]
    assert documents(items)[0].published == "2024-05-09"  # the feed's: the page shows none


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("Thu, 09 May 2024 10:00:00 GMT", "2024-05-09"),
        ("09 May 2024", "2024-05-09"),
        ("2024-05-09", "2024-05-09"),
        ("2024/05/09 10:00", "2024-05-09"),
        # Of these feedparser would make 3 March, January of the next year, and the first of this month in other years.
        ("2023-02-31", None),
        ("2023-02-31T10:00:00Z", None),
        ("2024-13-01", None),
        ("12", None),
        ("1715212800", None),
        ("2024-05", None),
        ("24-05-09", None),
        ("Thu, 31 Feb 2024 10:00:00 GMT", None),
        ("Thu, 09 May 3024 10:00:00 GMT", None),
        ("yesterday-ish", None),
    ],
)
def test_a_stated_date_is_read_as_it_is_or_noted(ingest: Ingest, stated: str, published: str | None) -> None:
    items = ingest(rss([{**ENTRY, "pubDate": stated}]), "wire.rss")
    assert [found.published for found in documents(items)] == [published]
    assert refusals(items) == ([] if published else [(f"wire.rss#{LINK}a", "date not understood")])


@pytest.mark.parametrize(
    ("page_says", "feed_says", "published"),
    [
        ("2024-05-08", "soon", "2024-05-08"),
        ("2023-02-31", "Thu, 09 May 2024 10:00:00 GMT", "2024-05-09"),
        ("2023-02-31", "soon", None),
        ("", "soon", None),
    ],
)
def test_of_a_page_and_its_feed_one_may_say_the_day(
    ingest: Ingest, page_says: str, feed_says: str, published: str | None
) -> None:
    head = f'<meta property="article:published_time" content="{page_says}">'
    shelf = Shelf({LINK + "a": page(head=head).encode()})
    items = ingest(rss([{**ENTRY, "pubDate": feed_says}]), "wire.rss", fetch=shelf)
    assert [found.published for found in documents(items)] == [published]
    assert refusals(items) == ([] if published else [(LINK + "a", "date not understood")])


def test_a_feed_of_feeds_ends(ingest: Ingest) -> None:
    shelf = Shelf({LINK + "a": rss([{**ENTRY, "link": LINK + "b"}])})
    items = ingest(rss([ENTRY]), "wire.rss", fetch=shelf)
    assert shelf.asked == [LINK + "a"]
    assert [found.path for found in documents(items)] == [f"{LINK}a#{LINK}b"]


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("The port &amp;amp; the channel are open.", "The port & the channel are open."),
        ("&lt;b&gt;The port&lt;/b&gt; is &lt;script&gt;alert(1)&lt;/script&gt;open.", "The port is open."),
        ("<![CDATA[<p>The port is open.</p>]]>", "The port is open."),
        ("&lt;p&gt;" + "&lt;/p&gt;&lt;p&gt;".join(BODY) + "&lt;/p&gt;", ENGLISH),
    ],
)
def test_descriptions(ingest: Ingest, description: str, text: str) -> None:
    [found] = documents(ingest(rss([{"description": description}]), "wire.rss"))
    assert found.text == text


def test_entries_without_a_word_are_named(ingest: Ingest) -> None:
    items = ingest(rss([{"link": LINK + "a"}, ENTRY]), "wire.rss")
    assert refusals(items) == [(f"wire.rss#{LINK}a", "empty text")]
    assert len(documents(items)) == 1


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"<rss version='2.0'><channel></channel></rss>", "empty feed"),
        (b"<rss>", "damaged feed"),
        (b"<?xml version='1.0'?><urlset><url><loc>https://sanda.example/</loc></url></urlset>", "no feed"),
        (b"<list><item><title>Port</title><description>Open.</description></item></list>", "no feed"),
        (b" ", "empty text"),
    ],
)
def test_feeds_without_entries_are_refused(ingest: Ingest, raw: bytes, reason: str) -> None:
    assert refusals(ingest(raw, "wire.xml")) == [("wire.xml", reason)]


def test_what_can_be_read_of_a_damaged_feed_is_read(ingest: Ingest) -> None:
    items = ingest(rss([ENTRY, {**ENTRY, "title": "Second"}])[:-60] + b"&<<", "wire.rss")
    assert [found.title for found in documents(items)] == ["Port reopens", "Second"]
    assert refusals(items) == [("wire.rss", "damaged feed")]


def entities(levels: int) -> bytes:
    """A billion laughs."""
    declared = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(levels))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{declared}]>'
    return f"{head}<rss version='2.0'><channel><item><title>&l{levels};</title></item></channel></rss>".encode()


@pytest.mark.parametrize(
    "raw",
    [
        entities(9),
        entities(9).decode().encode("utf-16"),
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item>&x;</item></rss>',
    ],
)
def test_entities_are_refused(ingest: Ingest, raw: bytes) -> None:
    assert refusals(ingest(raw, "wire.xml")) == [("wire.xml", "XML entities")]


def test_a_feed_of_twenty_thousand_entries_is_read_to_the_limit_soon(ingest: Ingest) -> None:
    raw = rss({**ENTRY, "title": f"Port report {n}"} for n in range(20_000))
    started = time.monotonic()
    items = ingest(raw, "wire.rss", Limits(entries=5))
    assert time.monotonic() - started < 2
    assert [found.title for found in documents(items)] == [f"Port report {n}" for n in range(5)]
    assert refusals(items) == [("wire.rss", "too many entries")]


def test_a_feed_that_is_too_large_is_read_as_far_as_the_limit(ingest: Ingest) -> None:
    items = ingest(rss({**ENTRY, "title": f"Port report {n}"} for n in range(9)), "wire.rss", Limits(page_bytes=1000))
    assert [found.title for found in documents(items)][:2] == ["Port report 0", "Port report 1"]
    assert refusals(items) == [("wire.rss", "too large")]


def test_a_feed_that_never_ended_is_read_as_far_as_it_came(ingest: Ingest) -> None:
    raw = rss({**ENTRY, "title": f"Port report {n}"} for n in range(3))[:-200]
    cut = InputRefused("https://sanda.example/wire", "too large", "the limit is 10 MB")
    items = ingest(raw, "wire.rss", cut=cut)
    assert [found.title for found in documents(items)][:2] == ["Port report 0", "Port report 1"]
    assert refusals(items) == [("https://sanda.example/wire", "too large")]


def test_links_that_lead_nowhere_good_are_the_fetchers_to_refuse(ingest: Ingest) -> None:
    shelf = Shelf({})
    items = ingest(rss([{**ENTRY, "link": "javascript:alert(1)"}]), "wire.rss", fetch=shelf)
    assert len(documents(items)) == 1
    assert shelf.asked in ([], ["javascript:alert(1)"])
