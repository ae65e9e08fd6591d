"""Addresses of pages, taken apart once: what was checked is what is asked for."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from counterclaim.errors import InputRefused

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000  # characters
_KEEP = "/?&=%:@!$,;+~*()'[]-._"


@dataclass(frozen=True, slots=True)
class Target:
    """An address that may be asked for: everything in ASCII, ``path`` with the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme and host: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The host as addresses and the Host header write it."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.path


def is_url(argument: str) -> bool:
    """Whether what a user names is an address of the web rather than a file."""
    return argument.lower().startswith(("http://", "https://"))


def read_target(url: str, where: str) -> Target:
    """An address taken apart. Raises InputRefused for anything but http and https at their own ports, and for
    credentials.

    ``where`` is the address that led here, which the refusal names.
    """
    if len(url) > _LONGEST or not url.isprintable() or not is_url(url):
        raise InputRefused(where, "no address of a page", f"only http and https are fetched, not {url[:100]!r}")
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii").lower(), parts.port
    except ValueError:
        raise InputRefused(where, "no address of a page", f"it cannot be taken apart: {url[:100]!r}") from None
    if not host:
        raise InputRefused(where, "no address of a page", f"it names no host: {url[:100]!r}")
    if parts.username is not None or parts.password is not None:
        raise InputRefused(where, "address with credentials", "none are sent to anybody")
    if port not in {None, _PORTS[parts.scheme]}:
        raise InputRefused(where, "unusual port", f"{port}; pages are fetched from 80 and 443 only")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, _PORTS[parts.scheme], quote(path, safe=_KEEP))
