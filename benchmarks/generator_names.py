"""Invented names by number: people, towns, firms, armed groups, papers. The same number is always the same name."""

from functools import cache

from benchmarks.generator_tables import tables

_STEP = 1_000_003  # prime, so that going round in such steps meets every name once


def _word(list_name: str, number: int) -> str:
    table = tables().lists[list_name]
    word = ""
    for part in ("last", "middle", "first"):
        if part in table:
            number, i = divmod(number, len(table[part]))
            word = table[part][i] + word
    return word


def _count(list_name: str) -> int:
    product = 1
    for part in tables().lists[list_name].values():
        product *= len(part)
    return product


@cache
def _counts() -> tuple[int, int, int]:
    return _count("given"), _count("family"), _count("towns")


def person(number: int) -> str:
    """Given name and family name of a person."""
    given, family, _ = _counts()
    i = number * _STEP % (given * family)
    return f"{_word('given', i // family)} {_word('family', i % family)}"


def spelled_otherwise(name: str) -> str:
    """The name in another spelling, as outlets that write from another script have it; the same where there is none."""
    for old, new in (("sk", "sc"), ("v", "w"), ("z", "s"), ("ee", "i"), ("ou", "u"), ("k", "q")):
        at = name.find(old, name.find(" ") + 2)
        if at > 0:
            return name[:at] + new + name[at + len(old) :]
    return name


def town(number: int) -> str:
    """Name of a town."""
    return _word("towns", number * _STEP % _counts()[2])


def firm(number: int) -> str:
    """Name of a company."""
    endings = tables().lists["firms"]
    i = number * _STEP % (_counts()[1] * len(endings))
    return f"{_word('family', i % _counts()[1])} {endings[i // _counts()[1]]}"


def armed_group(number: int) -> str:
    """Name of an armed group."""
    endings = tables().lists["groups"]
    i = number * _STEP % (_counts()[2] * len(endings))
    return f"{_word('towns', i % _counts()[2])} {endings[i // _counts()[2]]}"


def paper(number: int) -> str:
    """Name of a newspaper."""
    endings = tables().lists["papers"]
    return f"{town(7 * number + 3)} {endings[number % len(endings)]}"
