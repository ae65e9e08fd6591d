"""How much of a hostile input is read: sizes in bytes, counts, and times in seconds."""

from dataclasses import dataclass
from typing import BinaryIO

from counterclaim.errors import CounterclaimError, InputRefused


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one run. What is over a bound is named in a refusal; the rest is read."""

    text_bytes: int = 5_000_000
    page_bytes: int = 10_000_000  # an HTML page, a feed, a line of JSONL
    pdf_bytes: int = 50_000_000
    mail_bytes: int = 30_000_000
    unpacked_bytes: int = 100_000_000  # that any archive may hold; a larger one up to ``unpacked_ratio`` times its size
    unpacked_ratio: int = 200  # deflate packs text 4 to 20 times, and at most 1,030 times
    depth: int = 3  # archives, feeds and mails inside one another
    members: int = 100_000  # of a ZIP archive
    entries: int = 500  # of a feed
    parts: int = 100  # of a mail
    pdf_pages: int = 2_000
    parse_seconds: float = 20.0  # for one page, PDF, feed or mail
    parse_memory: int = 2_000_000_000  # bytes of address space of the process that parses
    connect_seconds: float = 10.0
    read_seconds: float = 15.0  # without a byte from the server
    fetch_seconds: float = 60.0  # one address with all its redirects
    redirects: int = 5
    pause_seconds: float = 1.0  # between two requests to one host; its robots.txt may ask for up to ten times as much


class ArchiveBombError(CounterclaimError):
    """An archive unpacks to more than any honest one. No adapter goes on after it: it ends the whole named input."""

    def __init__(self, where: str, advice: str) -> None:
        self.where, self.advice = where, advice
        super().__init__(f"{where}: archive bomb ({advice})")


class Budget:
    """How many bytes one named input may unpack to, over all archives inside it: an end to archive bombs."""

    def __init__(self, where: str, size: int, limits: Limits) -> None:
        self._where = where
        self._left = self._allowed = max(limits.unpacked_bytes, limits.unpacked_ratio * size)

    def spend(self, unpacked: int) -> None:
        """Count unpacked bytes. Raises ArchiveBombError when they are more than any honest archive of that size
        holds."""
        self._left -= unpacked
        if self._left < 0:
            advice = f"it unpacks to over {self._allowed / 1e6:,.0f} MB; what came before that was read"
            raise ArchiveBombError(self._where, advice)


def read_whole(stream: BinaryIO, most: int, where: str) -> bytes:
    """All bytes of a stream. Raises InputRefused where there are more than ``most``, having read no more than that."""
    raw = stream.read(most + 1)
    if len(raw) > most:
        raise InputRefused(where, "too large", f"the limit is {most / 1e6:.0f} MB")
    return raw
