"""Addresses: which are public, and hosts that have both kinds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputRefused
from counterclaim.ingest.addresses import checked_addresses, is_public


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("::ffff:93.184.216.34", True),  # IPv4 mapped into IPv6
        ("2002:5db8:d822::1", True),  # 6to4
        ("64:ff9b::93.184.216.34", True),  # translated
        ("127.0.0.1", False),
        ("127.9.9.9", False),
        ("0.0.0.0", False),  # noqa: S104
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # where clouds keep their keys
        ("100.64.0.1", False),  # carrier's own network
        ("198.18.0.1", False),
        ("192.0.2.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("::127.0.0.1", False),
        ("2002:7f00:1::1", False),  # 6to4 of 127.0.0.1
        ("2001:0:7f00:1::", False),  # Teredo
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b:1::10.0.0.1", False),
        ("localhost", False),
        ("2130706433", False),
        ("", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_as_public_as_its_mapping_into_ipv6(address: object) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))


@pytest.mark.parametrize(
    ("addresses", "reason"),
    [
        (["93.184.216.34", "127.0.0.1"], "private address"),
        (["10.0.0.1"], "private address"),
        ([], "unknown host"),
    ],
)
def test_one_private_address_is_enough_to_refuse_a_host(addresses: list[str], reason: str) -> None:
    with pytest.raises(InputRefused) as caught:
        checked_addresses("sanda.example", 443, lambda host, port: addresses, "https://sanda.example/a")
    assert (caught.value.where, caught.value.reason) == ("https://sanda.example/a", reason)
