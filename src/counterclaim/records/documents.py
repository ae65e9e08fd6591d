"""Documents: published items whose raw text never changes."""

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """A published item. ``text`` is the raw text; every span of the ledger counts its code points.

    ``published`` is an ISO date where the text itself shows one; ``byline`` names the writers and ``dateline`` the
    place that it was filed from; ``credits`` are the agencies that it names as its sources.
    """

    path: str
    text: str
    sha256: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str = "en"
    credits: tuple[str, ...] = field(default=())
    byline: str | None = None
    dateline: str | None = None

    @property
    def id(self) -> str:
        """Content address: the same text is the same document, wherever it was found."""
        return "d:" + self.sha256[:16]


def content_id(kind: str, key: str) -> str:
    """The id of what ``key`` is the content of: a letter for its kind and the start of the key's digest."""
    return f"{kind}:{digest(key)[:16]}"


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal. Lone surrogates count as themselves."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
