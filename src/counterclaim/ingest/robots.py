"""What a site's robots.txt lets a reader fetch (RFC 9309).

Our own matcher, linear in pattern and path: the standard library's knows no wildcards, and patterns turned into regular
expressions can be written so that they take forever.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

_LONGEST = 512_000  # bytes; RFC 9309 asks for 500 KiB at least
_MOST_RULES = 5_000
_KEEP = "/?&=*$%:@!,;+~()'"
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one reader: path patterns with whether they allow, and the seconds it is asked to wait."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched: the longest pattern that matches says so, allowing ones
        first."""
        path = _normal(path)
        if path == "/robots.txt":
            return True
        matching = [(len(pattern), allow) for pattern, allow in self.rules if _matches(pattern, path)]
        return max(matching)[1] if matching else True


EVERYTHING = Robots()
NOTHING = Robots((("/", False),))


def read_robots(raw: bytes, agent: str) -> Robots:
    """The rules of a robots.txt for an agent's product name ("counterclaim"), else those for "*". What cannot be read
    in it counts for nothing."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    naming = False
    for line in raw[:_LONGEST].decode("utf-8-sig", "replace").splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            agents = [*agents, value.lower()] if naming else [value.lower()]
            naming = True
            groups.setdefault(value.lower(), [])
        elif key in {"allow", "disallow", "crawl-delay"}:
            naming = False
            for each in agents:
                groups[each].append((key, value))
    lines = groups.get(agent.lower(), groups.get("*", []))[:_MOST_RULES]
    rules = tuple((_normal(value), key == "allow") for key, value in lines if key != "crawl-delay" and value)
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Robots(rules, max(delays, default=0.0))


def _seconds(value: str) -> float:
    return float(value) if re.fullmatch(r"\d{1,5}(?:\.\d{1,3})?", value) else 0.0


def _normal(path: str) -> str:
    """A path with its escapes in one form, so that "/%7Ejoe" and "/~joe" are the same."""
    return quote(_ESCAPE.sub(_unescaped, path), safe=_KEEP)


def _unescaped(escape: re.Match[str]) -> str:
    """The letter, digit or mark that an escape stands for; any other escape in capitals."""
    char = chr(int(escape.group()[1:], 16))
    return char if char.isascii() and (char.isalnum() or char in "-._~") else escape.group().upper()


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern with "*" and a closing "$" matches a path from its start: each piece at the first place it
    can."""
    anchored = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in pieces[:-1]:
        at = path.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    if not pieces:
        return not anchored or at == len(path)
    last = pieces[-1]
    return path.endswith(last) and len(path) - len(last) >= at if anchored else path.find(last, at) >= 0
