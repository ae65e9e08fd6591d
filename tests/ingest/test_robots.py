"""robots.txt: who may fetch what (RFC 9309)."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ingest.robots import EVERYTHING, NOTHING, read_robots

AGENT = "counterclaim"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private", "/private/a", False),
        ("User-agent: *\nDisallow: /private", "/public", True),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        # The group of our own name counts, and only that.
        ("User-agent: *\nDisallow: /\n\nUser-agent: Counterclaim\nDisallow: /x", "/a", True),
        ("User-agent: counterclaim\nUser-agent: other\nDisallow: /x\n", "/x", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        # Two groups of one name are one.
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", False),
        # The longest rule wins, and of two as long the one that allows.
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        # Wildcards and ends.
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b*c", "/a-b-c-d", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a-c-b", True),
        ("User-agent: *\nDisallow: /a*b$", "/ab-b", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: *print", "/a?print", False),
        ("User-agent: *\nDisallow: /ab*ba$", "/aba", True),
        # Escapes, comments, spaces, odd lines.
        ("User-agent: *\nDisallow: /%7Ejoe", "/~joe", False),
        ("User-agent: *\nDisallow: /köln", "/k%C3%B6ln", False),
        ("  user-AGENT : *   # all\n  DISALLOW :  /a  # this", "/a", False),
        ("Disallow: /\nnonsense\n: :\nUser-agent: *\nDisallow: /b", "/a", True),
        ("User-agent: *\nSitemap: https://x/\nDisallow: /a", "/a", False),
    ],
)
def test_rules(rules: str, path: str, allowed: bool) -> None:
    assert read_robots(rules.encode(), AGENT).allows(path) is allowed
    assert read_robots(b"\xef\xbb\xbf" + rules.replace("\n", "\r\n").encode(), AGENT).allows(path) is allowed


@pytest.mark.parametrize(("value", "seconds"), [("5", 5.0), ("0.5", 0.5), ("-1", 0.0), ("soon", 0.0), ("1e9", 0.0)])
def test_delays(value: str, seconds: float) -> None:
    assert read_robots(f"User-agent: *\nCrawl-delay: {value}\nDisallow: /x".encode(), AGENT).delay == seconds


def test_everything_and_nothing() -> None:
    assert EVERYTHING.allows("/a")
    assert not NOTHING.allows("/a")


def test_a_pattern_made_to_take_for_ever_does_not() -> None:
    rules = b"User-agent: *\n" + b"Disallow: /" + b"*a" * 800 + b"*b$\n"
    robots = read_robots(rules * 50, AGENT)
    started = time.monotonic()
    assert robots.allows("/" + "a" * 1900)
    assert time.monotonic() - started < 2


@given(st.binary(max_size=300))
def test_any_bytes_are_rules(raw: bytes) -> None:
    assert read_robots(b"User-agent: *\n" + raw, AGENT).allows("/robots.txt")
