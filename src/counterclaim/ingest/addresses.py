"""Which network addresses a page may be fetched from: public ones only, whatever name leads there."""

import ipaddress
import socket
from collections.abc import Callable, Iterator, Sequence

from counterclaim.errors import InputRefused

Resolver = Callable[[str, int], Sequence[str]]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Its last 32 bits are an IPv4 address that a translator sends the packet on to (RFC 6052).
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def system_addresses(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver knows for a host, in its order. Raises OSError or UnicodeError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_addresses(host: str, port: int, resolve: Resolver, where: str) -> Sequence[str]:
    """The addresses of a host, resolved once, to connect to these very addresses. Raises InputRefused where there is
    none or where any of them is not public: a name that has both kinds is set up to deceive."""
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError):
        addresses = []
    if not addresses:
        raise InputRefused(where, "unknown host", f"no address is known for {host}")
    if not all(map(is_public, addresses)):
        raise InputRefused(where, "private address", f"{host} leads into a private network or to this machine")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, and so does every IPv4 address packed into it."""
    if "%" in address:  # an interface of this machine
        return False
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return all(_is_global(each) for each in (parsed, *_packed(parsed)))


def _is_global(address: _Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and (
        address.ipv4_mapped or address.sixtofour or address in _TRANSLATED
    ):
        return True  # judged by the address inside
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _packed(address: _Address) -> Iterator[ipaddress.IPv4Address]:
    """The IPv4 addresses inside an IPv6 address: mapped, 6to4, Teredo, translated."""
    if not isinstance(address, ipaddress.IPv6Address):
        return
    for inner in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())):
        if inner is not None:
            yield inner
    if address in _TRANSLATED:
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
