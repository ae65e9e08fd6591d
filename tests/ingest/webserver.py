"""A web of our own: hosts with addresses as a resolver would give them, all answered by one server on this machine.

The addresses are checked as they are in use; only the connection goes elsewhere.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from typing import Self

import httpcore2

Respond = bytes | Callable[[socket.socket], None]
PUBLIC = "93.184.216.34"


class Web:
    """``pages`` are answers by host and path; ``hosts`` the addresses of hosts that are not simply public."""

    def __init__(self) -> None:
        self.pages: dict[str, Respond] = {}
        self.hosts: dict[str, Sequence[str]] = {}
        self.asked: list[str] = []
        self.requests: list[str] = []
        self.dialled: list[tuple[str, int]] = []
        self.tls: ssl.SSLContext | None = None
        self._server = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._serve, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.close()

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a host."""
        if host == "nowhere.example":
            raise socket.gaierror("no such host")
        return self.hosts.get(host, [PUBLIC])

    def dial(self, address: str, port: int, seconds: float) -> httpcore2.NetworkStream:
        """A connection to the server, whatever the address."""
        self.dialled.append((address, port))
        return httpcore2.SyncBackend().connect_tcp("127.0.0.1", self._server.getsockname()[1], timeout=seconds)

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=[connection], daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        try:
            with self.tls.wrap_socket(connection, server_side=True) if self.tls else connection as secured:
                self._converse(secured)
        except OSError:  # the other side has had enough, or does not trust us
            connection.close()

    def _converse(self, connection: socket.socket) -> None:
        request = b""
        while b"\r\n\r\n" not in request:
            received = connection.recv(65536)
            if not received:
                return
            request += received
        text = request.decode("latin-1")
        host = next(line[6:] for line in text.split("\r\n") if line.lower().startswith("host: "))
        self.requests.append(text)
        self.asked.append(host + text.split()[1])
        answer = self.pages.get(self.asked[-1], b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        if callable(answer):
            answer(connection)
        else:
            connection.sendall(answer)
