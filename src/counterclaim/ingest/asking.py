"""One request for one page: no cookies, no redirects followed, certificates verified, the body unpacked as it comes."""

import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version

import httpcore2

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import CUT, Page
from counterclaim.ingest.addresses import Resolver
from counterclaim.ingest.dialing import CheckedBackend, Deadline, Dial
from counterclaim.ingest.http_message import media_type_of
from counterclaim.ingest.limits import Limits
from counterclaim.ingest.targets import Target

PRODUCT = "counterclaim"
_TAKEN = ", ".join(
    (
        "text/html",
        "application/xhtml+xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/pdf",
        "text/plain;q=0.8",
        "*/*;q=0.1",
    )
)
_ZLIB_OR_GZIP = zlib.MAX_WBITS | 32
_ERRORS = (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers: a status, where it sends on to ("" if nowhere), and the page."""

    status: int
    location: str
    page: Page


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks servers; ``resolve`` and ``dial`` look hosts up and open connections, to checked addresses only."""

    limits: Limits
    resolve: Resolver
    dial: Dial

    def ask(self, target: Target, where: str, deadline: Deadline, most: int) -> Answer:
        """The answer of a server, its body up to ``most`` bytes packed and unpacked; ``page.cut`` says why it is not
        whole.

        Raises InputRefused where no answer came, or its body is damaged.
        """
        backend = CheckedBackend(self.resolve, self.dial, deadline, where)
        waits = {
            "connect": self.limits.connect_seconds,
            "read": self.limits.read_seconds,
            "write": self.limits.read_seconds,
        }
        url = httpcore2.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
        try:
            with (
                httpcore2.ConnectionPool(network_backend=backend, ssl_context=tls()) as pool,
                pool.stream("GET", url, headers=_headers(target), extensions={"timeout": waits}) as response,
            ):
                return _answer(response, target, where, most)
        except _ERRORS as error:
            raise _failed(error, where) from None


@dataclass(slots=True)
class _Body:
    """A body as it comes in, unpacked."""

    most: int
    packed: bool
    raw: bytearray = field(default_factory=bytearray)
    received: int = 0

    def take(self, response: httpcore2.Response, where: str) -> InputRefused | None:
        """Read a body; why it is not whole, or None."""
        unpacker = zlib.decompressobj(_ZLIB_OR_GZIP) if self.packed else None
        try:
            for chunk in response.iter_stream():
                self.received += len(chunk)
                rest = chunk
                while rest and len(self.raw) <= self.most:
                    room = self.most + 1 - len(self.raw)
                    self.raw += unpacker.decompress(rest, room) if unpacker else rest[:room]
                    rest = unpacker.unconsumed_tail if unpacker else b""
                if max(len(self.raw), self.received) > self.most:
                    return InputRefused(where, "too large", f"the limit is {self.most / 1e6:.0f} MB")
        except zlib.error as error:
            raise InputRefused(where, "damaged page", str(error)) from None
        except _ERRORS as error:
            return _failed(error, where)
        if unpacker and not unpacker.eof and self.received:
            return InputRefused(where, CUT, "its packed body is not whole")
        return None


def _answer(response: httpcore2.Response, target: Target, where: str, most: int) -> Answer:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
    body, cut = b"", None
    if response.status == 200:
        taken = _Body(most, packed=_is_packed(headers, where))
        cut = taken.take(response, where)
        body = bytes(taken.raw[:most])
    media_type, charset = media_type_of(headers.get("content-type", ""))
    page = Page(target.url, body, media_type, charset, cut)
    return Answer(response.status, headers.get("location", ""), page)


def _is_packed(headers: Mapping[str, str], where: str) -> bool:
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise InputRefused(
            where, "packing that is not read", f"Content-Encoding {encoding[:40]}, which was not asked for"
        )
    return encoding not in {"", "identity"}


def _headers(target: Target) -> list[tuple[str, str]]:
    return [
        ("Host", target.authority),
        ("User-Agent", f"{PRODUCT}/{version(PRODUCT)}"),
        ("Accept", _TAKEN),
        ("Accept-Encoding", "gzip"),
        ("Connection", "close"),
    ]


def _failed(error: Exception, where: str) -> InputRefused:
    if isinstance(error, httpcore2.TimeoutException):
        return InputRefused(where, "server too slow", "try again later")
    if "CERTIFICATE" in str(error).upper():
        return InputRefused(where, "certificate not valid", str(error)[:200])
    return InputRefused(where, "connection failed", str(error)[:200] or type(error).__name__)


@cache
def tls() -> ssl.SSLContext:
    """The system's certificates, host names checked."""
    return httpcore2.default_ssl_context()
