"""JSON as text that can be written as UTF-8, and that a terminal may be shown."""

import re

# Lone surrogates, which UTF-8 cannot hold; and characters that JSON lets stand as they are but that a terminal obeys:
# delete and the controls of ISO 6429 from U+0080 on, line separators, and marks that turn the direction of writing.
_ODD = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def escaped(text: str) -> str:
    """JSON with those characters, which stand in strings only, as its own escapes: it means the same."""
    return _ODD.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    """Of two surrogates, JSON makes the character that they spell."""
    odd = found[0]
    return odd.encode("utf-16", "surrogatepass").decode("utf-16") if len(odd) == 2 else f"\\u{ord(odd):04x}"
