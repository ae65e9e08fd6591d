"""Connections for fetching: to addresses that were checked, with one end to all their waiting."""

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2

from counterclaim.ingest.addresses import Resolver, checked_addresses

# Opens a connection to an address and port within so many seconds. Raises httpcore2's errors.
Dial = Callable[[str, int, float], httpcore2.NetworkStream]
Clock = Callable[[], float]


def dial_tcp(address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
    """A TCP connection."""
    return httpcore2.SyncBackend().connect_tcp(address, port, timeout=seconds)


class Deadline:
    """A moment after which nothing waits any longer."""

    def __init__(self, seconds: float, clock: Clock = time.monotonic) -> None:
        self._clock, self._end = clock, clock() + seconds

    def within(self, timeout: float | None) -> float:
        """The seconds to wait at most. Raises httpcore2.ReadTimeout where none are left."""
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("the whole fetch took too long")
        return left if timeout is None else min(left, timeout)


class CheckedBackend(httpcore2.NetworkBackend):
    """What httpcore connects with: a host is resolved here, once, all its addresses are checked, and the connection
    goes to one of these, so that no second look-up can lead elsewhere. Every read and write ends at the deadline."""

    def __init__(self, resolve: Resolver, dial: Dial, deadline: Deadline, where: str) -> None:
        self._resolve, self._dial, self._deadline, self._where = resolve, dial, deadline, where

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """A connection to the first address that answers. Raises InputRefused for a host that is not public."""
        failure: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in checked_addresses(host, port, self._resolve, self._where):
            try:
                stream = self._dial(address, port, self._deadline.within(timeout))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._deadline)
        raise failure or httpcore2.ConnectError("no address")


class _Stream(httpcore2.NetworkStream):
    """A connection whose every wait ends at the deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        seconds = self._deadline.within(timeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
