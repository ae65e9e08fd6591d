"""Fetching: redirects, robots, private addresses, sizes, times, packings. Every server here is on this machine."""

import gzip
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from counterclaim.errors import InputRefused
from counterclaim.ingest import asking
from counterclaim.ingest.limits import Limits
from counterclaim.ingest.urls import WebFetcher
from tests.ingest.makers import bomb, http, page
from tests.ingest.webserver import PUBLIC, Web

FAST = Limits(connect_seconds=1, read_seconds=0.2, fetch_seconds=0.5, page_bytes=100_000)
URL = "http://sanda.example/a"


@pytest.fixture
def web() -> Iterator[Web]:
    """A web with one page."""
    with Web() as running:
        running.pages["sanda.example/a"] = http(page().encode())
        yield running


def fetcher(web: Web, limits: Limits = FAST, waits: list[float] | None = None) -> WebFetcher:
    """A fetcher in this web, whose waits are only noted."""
    noted = waits if waits is not None else []
    return WebFetcher(limits, resolve=web.resolve, dial=web.dial, sleep=noted.append)


def refused(web: Web, url: str, limits: Limits = FAST) -> InputRefused:
    """Why an address is not fetched."""
    with pytest.raises(InputRefused) as caught:
        fetcher(web, limits).get(url)
    assert caught.value.where == url
    return caught.value


def redirect(to: str, status: str = "302 Found") -> bytes:
    """An answer that sends on."""
    return http(b"", status=status, Location=to)


def test_a_page_is_fetched_from_the_address_that_was_checked(web: Web) -> None:
    found = fetcher(web).get(URL)
    assert (found.url, found.raw, found.media_type, found.charset, found.cut) == (
        URL,
        page().encode(),
        "text/html",
        "utf-8",
        None,
    )
    assert web.dialled == [(PUBLIC, 80)] * 2
    assert web.asked == ["sanda.example/robots.txt", "sanda.example/a"]


def test_what_the_reader_says_of_itself(web: Web) -> None:
    web.pages["sanda.example/a"] = http(page().encode(), Set_Cookie="a=b")
    fetcher(web).get(URL)
    fetcher(web).get(URL)
    for request in web.requests:
        assert "User-Agent: counterclaim/" in request
        assert "Cookie" not in request
        assert "Authorization" not in request


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://sanda.example/a", "no address of a page"),
        ("file:///etc/passwd", "no address of a page"),
        ("http://", "no address of a page"),
        ("http:///a", "no address of a page"),
        ("http://[::1/a", "no address of a page"),
        ("http://sanda.example:99999/a", "no address of a page"),
        ("http://a..b/", "no address of a page"),
        ("http://sanda.example/a\r\nHost: other.example", "no address of a page"),
        ("http://sanda.example/" + "a" * 3000, "no address of a page"),
        ("http://sanda.example:22/a", "unusual port"),
        ("https://sanda.example:80/a", "unusual port"),
        ("http://user:word@sanda.example/a", "address with credentials"),
        ("http://93.184.216.34\\@127.0.0.1/", "address with credentials"),
        ("http://nowhere.example/a", "unknown host"),
        ("http://inside.example/a", "private address"),
        ("http://both.example/a", "private address"),
        ("http://mapped.example/a", "private address"),
        ("http://localhost/a", "private address"),
        ("http://2130706433/a", "private address"),
        ("http://[::1]/a", "private address"),
    ],
)
def test_addresses_that_are_not_fetched(web: Web, url: str, reason: str) -> None:
    web.hosts = {
        "inside.example": ["192.168.0.1"],
        "both.example": [PUBLIC, "127.0.0.1"],
        "mapped.example": ["::ffff:127.0.0.1"],
        "localhost": ["127.0.0.1"],
        "2130706433": ["127.0.0.1"],  # as system resolvers read it
        "::1": ["::1"],
    }
    assert refused(web, url).reason == reason
    assert web.dialled == []


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://127.0.0.1/", "private address"),
        ("http://169.254.169.254/latest/meta-data/", "private address"),
        ("//inside.example/", "private address"),
        ("http://[::ffff:169.254.169.254]/", "private address"),
        ("http://sanda.example:8080/", "unusual port"),
        ("file:///etc/passwd", "no address of a page"),
        ("http://[", "no address of a page"),
        ("http://user@sanda.example/", "address with credentials"),
        ("/a", "too many redirects"),
    ],
)
def test_redirects_are_checked_like_addresses(web: Web, to: str, reason: str) -> None:
    web.hosts = {
        "inside.example": ["10.0.0.1"],
        "127.0.0.1": ["127.0.0.1"],
        "169.254.169.254": ["169.254.169.254"],
        "::ffff:169.254.169.254": ["::ffff:169.254.169.254"],
    }
    web.pages["sanda.example/a"] = redirect(to)
    assert refused(web, URL).reason == reason
    assert {address for address, _ in web.dialled} == {PUBLIC}


def test_redirects_lead_to_the_page(web: Web) -> None:
    web.pages["sanda.example/old"] = redirect("a", "301 Moved")
    web.pages["other.example/x"] = redirect("http://sanda.example/old", "308 Moved")
    assert fetcher(web).get("http://other.example/x").url == URL


def test_a_name_that_changes_its_address_between_two_requests_is_checked_each_time(web: Web) -> None:
    answers = [[PUBLIC], ["127.0.0.1"]]
    rebinding = WebFetcher(FAST, resolve=lambda host, port: answers.pop(0), dial=web.dial, sleep=lambda _: None)
    with pytest.raises(InputRefused) as caught:
        rebinding.get(URL)
    assert caught.value.reason == "private address"
    assert web.dialled == [(PUBLIC, 80)]


def test_robots_are_asked_once_a_site_and_obeyed(web: Web) -> None:
    web.pages["sanda.example/robots.txt"] = http(b"User-agent: counterclaim\nDisallow: /b", "text/plain")
    getting = fetcher(web)
    assert getting.get(URL)
    with pytest.raises(InputRefused) as caught:
        getting.get("http://sanda.example/b")
    assert caught.value.reason == "robots.txt says no"
    assert web.asked == ["sanda.example/robots.txt", "sanda.example/a"]


@pytest.mark.parametrize(
    ("answer", "fetched"),
    [
        (http(b"", status="404 Not Found"), True),
        (http(b"", status="403 Forbidden"), True),
        (http(b"", status="500 Oops"), False),
        (http(b"", status="429 Slowly"), False),
        (redirect("http://other.example/rules"), False),
        (redirect("/robots.txt"), True),
        (http(b"\xff\xfe\x00<html>"), True),
    ],
)
def test_sites_without_a_robots_txt(web: Web, answer: bytes, fetched: bool) -> None:
    web.pages["sanda.example/robots.txt"] = answer
    web.pages["other.example/rules"] = http(b"User-agent: *\nDisallow: /", "text/plain")
    if fetched:
        assert fetcher(web).get(URL).raw
    else:
        assert refused(web, URL).reason == "robots.txt says no"


def test_redirects_obey_the_robots_of_where_they_lead(web: Web) -> None:
    web.pages["other.example/x"] = redirect(URL)
    web.pages["sanda.example/robots.txt"] = http(b"User-agent: *\nDisallow: /", "text/plain")
    assert refused(web, "http://other.example/x").reason == "robots.txt says no"


def test_a_host_is_given_time(web: Web) -> None:
    web.pages["sanda.example/robots.txt"] = http(b"User-agent: *\nCrawl-delay: 3", "text/plain")
    waits: list[float] = []
    getting = fetcher(web, waits=waits)
    getting.get(URL)
    assert waits == []
    getting.get(URL)
    getting.get(URL)
    assert [round(wait) for wait in waits] == [3, 6]  # the waits are only noted here, so the second one is longer


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (http(b"", status="404 Not Found"), "no page"),
        (http(b"", status="500 Oops"), "no page"),
        (http(b"", status="204 Nothing"), "no page"),
        (http(b"", status="304 Not Modified"), "no page"),
        (redirect(""), "no page"),
        (b"", "connection failed"),
        (b"SSH-2.0-OpenSSH\r\n", "connection failed"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000, "connection failed"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nport is", "connection failed"),
        (http(b"\x00\x01", Content_Encoding="br"), "packing that is not read"),
        (http(b"no gzip at all", Content_Encoding="gzip"), "damaged page"),
    ],
)
def test_answers_that_are_no_page(web: Web, answer: bytes, reason: str) -> None:
    web.pages["sanda.example/a"] = answer
    assert refused(web, URL).reason == reason


def test_packed_pages_are_unpacked(web: Web) -> None:
    web.pages["sanda.example/a"] = http(gzip.compress(page().encode()), Content_Encoding="gzip")
    assert fetcher(web).get(URL).raw == page().encode()


def endless(connection: socket.socket) -> None:
    """A body without end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n")
    while True:
        connection.sendall(b"<item><title>Port</title></item>" * 1000)


def dripping(connection: socket.socket) -> None:
    """A body of a byte now and then."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b".")
        time.sleep(0.05)


def dripping_headers(connection: socket.socket) -> None:
    """Headers of a byte now and then."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        connection.sendall(b"y")
        time.sleep(0.05)


def silent(connection: socket.socket) -> None:
    """Nothing at all."""
    connection.recv(1)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (endless, "too large"),
        (dripping, "server too slow"),
        (http(b"a" * 200_000), "too large"),
        (http(bomb(20), Content_Encoding="gzip"), "too large"),
        (http(gzip.compress(page().encode())[:-9], Content_Encoding="gzip"), "cut short"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nThe port", "connection failed"),
    ],
)
def test_bodies_that_do_not_end_are_given_as_far_as_they_came(web: Web, answer: bytes, reason: str) -> None:
    web.pages["sanda.example/a"] = answer
    started = time.monotonic()
    found = fetcher(web).get(URL)
    assert found.cut is not None
    assert found.cut.reason == reason
    assert 0 < len(found.raw) <= FAST.page_bytes
    assert time.monotonic() - started < 1.5


@pytest.mark.parametrize("answer", [silent, dripping_headers])
def test_servers_that_never_answer_are_given_up(web: Web, answer: bytes) -> None:
    web.pages["sanda.example/a"] = answer
    started = time.monotonic()
    assert refused(web, URL).reason == "server too slow"
    assert time.monotonic() - started < 1.5


def test_an_endless_robots_txt_does_no_harm(web: Web) -> None:
    web.pages["sanda.example/robots.txt"] = http(b"User-agent: *\nDisallow: /b\n" + b"# \n" * 300_000, "text/plain")
    assert fetcher(web).get(URL).raw


def encrypted(authority: trustme.CA, host: str) -> Callable[[Web], None]:
    """Makes a web answer with a certificate of this authority for a host."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host).configure_cert(context)
    return lambda web: setattr(web, "tls", context)


@pytest.mark.parametrize(
    ("host", "trusted", "reason"),
    [
        ("sanda.example", True, None),
        ("sanda.example", False, "certificate not valid"),
        ("other.example", True, "certificate not valid"),
    ],
)
def test_certificates_are_verified(
    web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, host: str, trusted: bool, reason: str | None
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    asking.tls.cache_clear()
    encrypted(authority, host)(web)
    try:
        if reason is None:
            assert fetcher(web).get(URL.replace("http", "https")).raw == page().encode()
        else:
            assert refused(web, URL.replace("http", "https")).reason == reason
    finally:
        asking.tls.cache_clear()
