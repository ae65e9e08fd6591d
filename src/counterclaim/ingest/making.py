"""A document of what an adapter found: headline and body in one text, language told, outlet under its known name."""

import re
from functools import cache
from urllib.parse import urlsplit

from counterclaim.errors import InputRefused
from counterclaim.ingest.dating import dated
from counterclaim.ingest.identify import language_of
from counterclaim.lexicon.outlets import outlets
from counterclaim.records import Document, digest

_EMPTY = "\ufeff\u200b"
_LETTER = re.compile(r"[^\W\d_]")
_NO_LETTERS = re.compile(r"[\W_]+")
_SEPARATOR = re.compile(r" (?=[|–—•-] )")  # before the mark that sets an outlet's name off; as long as what replaces it
_LEAST_HEADLINE = 12  # letters; a shorter first line may be a section's name
_LEAST_LABEL = 4  # letters; shorter domain names are abbreviations of too many things


def document(
    where: str,
    body: str,
    *,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str = "",
) -> Document:
    """A document of a body and what is known of it. The title is put before a body that does not begin with it, so that
    what a headline claims is read.

    ``published`` is a date as the source states it, which makes an ``Undated`` where it cannot be read. ``outlet`` is a
    name as the source gives it; without one the host of ``url`` may be known. Raises InputRefused for a body without
    words.
    """
    if not body.strip().strip(_EMPTY):
        raise InputRefused(where, "empty text")
    if not _LETTER.search(body):
        raise InputRefused(where, "no words")
    title = _headline(title or "", body, outlet or "")
    text = body if not title or _begins_with(body, title) else f"{title}\n\n{body}"
    found = Document(
        path=where,
        text=text,
        sha256=digest(text),
        title=title or None,
        outlet=known_outlet(outlet) or outlet_of_host(url),
        language=language_of(text),
    )
    return dated(found, published)


def _headline(title: str, body: str, outlet: str) -> str:
    """A title in one line, without the outlet's name behind it ("Port reopens | Sanda Wire"): as the body's first line
    has it, where that is its beginning."""
    title = " ".join(title.split())
    first = " ".join(body.strip().partition("\n")[0].split())
    if len(_key(first)) >= _LEAST_HEADLINE and _key(title).startswith(_key(first)):
        return first
    head, _, tail = _SEPARATOR.sub("\n", title).rpartition("\n")
    return title[: len(head)] if head and _key(tail) and _key(tail) == _key(outlet) else title


def _begins_with(body: str, title: str) -> bool:
    return _key(body[: 3 * len(title) + 40]).startswith(_key(title))


def known_outlet(name: str | None, *, only_known: bool = False) -> str | None:
    """An outlet's name as the lexicon has it; one that it does not have stays, unless ``only_known``."""
    name = " ".join(name.split()) if name else ""
    if not name:
        return None
    return _outlets_by_key().get(_key(name)) or (None if only_known else name)


def outlet_of_host(url: str) -> str | None:
    """The outlet whose name an address's host is ("www.aljazeera.com"), or None."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")[:-1]
    except ValueError:
        return None
    names = (_outlets_by_key().get(_key(label)) for label in labels if len(label) >= _LEAST_LABEL)
    return next((name for name in names if name), None)


@cache
def _outlets_by_key() -> dict[str, str]:
    return {_key(name): outlet.name for name, outlet in outlets().items()}


def _key(text: str) -> str:
    """A text's letters and digits in lower case."""
    return _NO_LETTERS.sub("", text.casefold())
