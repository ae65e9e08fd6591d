"""Whatever a user names, as documents: files, folders, patterns, archives, addresses of pages and feeds.

``open_sources`` is all that callers need. A document in a language that is not read comes as a document too, so that
it can be stored; ``identify.unread`` says why it is not read. Adding a format is described in ``adapters``.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import INSTALL, Context, Fetcher, Input, Item, refusal
from counterclaim.ingest.contained import ContainedParser
from counterclaim.ingest.dating import noted
from counterclaim.ingest.files import find_files, opened
from counterclaim.ingest.formats import offers, read_input
from counterclaim.ingest.limits import ArchiveBombError, Budget, Limits
from counterclaim.ingest.targets import is_url
from counterclaim.records import Document, Refusal

_REMEMBERED = 200_000  # documents by which later ones are known as copies, some 300 bytes each
_NOT_FETCHED = "addresses are fetched only where a fetcher is given"


def open_sources(
    arguments: Iterable[str | Path], limits: Limits | None = None, fetch: Fetcher | None = None
) -> Iterator[Document | Refusal]:
    """The documents of files, folders, patterns and addresses, one after the other, and what was refused of them.

    An address is a string that begins with http:// or https://. A document's ``path`` is the file or the address that
    answered, and inside an archive "archive#member". A text that came before is refused as the same text. A refusal
    behind a document of the same path is a note about it: a date that could not be read, pages left out. Nothing is
    fetched without a fetcher (see :func:`web_fetcher`); with one, the pages of a feed's entries are fetched too.
    Memory does not grow with the documents, but for the short list that copies are known by. Close the iterator, or
    run it to its end, to end the parsing process.
    """
    limits = limits or Limits()
    seen: OrderedDict[str, str] = OrderedDict()
    with ContainedParser(limits) as parser:
        for argument in arguments:
            for item in guarded(str(argument), _items(argument, limits, parser, fetch)):
                yield from _unless_seen(item, seen)


def web_fetcher(limits: Limits | None = None) -> Fetcher:
    """What fetches pages from the web. Raises InputRefused where its library is not installed."""
    try:
        from counterclaim.ingest.urls import WebFetcher
    except ModuleNotFoundError as error:
        raise InputRefused("addresses", "library missing", f"{error.name} fetches pages: {INSTALL}") from None
    return WebFetcher(limits)


def _items(argument: str | Path, limits: Limits, parser: ContainedParser, fetch: Fetcher | None) -> Iterator[Item]:
    if isinstance(argument, str) and is_url(argument):
        yield from _fetched(argument, limits, parser, fetch)
        return
    if isinstance(argument, str) and "://" in argument:
        raise InputRefused(argument, "no address of a page", "only http and https are fetched")
    files, refused = find_files([Path(argument)], offers)
    yield from map(refusal, refused)
    for path in files:
        yield from guarded(str(path), _file(path, limits, parser, fetch))


def _file(path: Path, limits: Limits, parser: ContainedParser, fetch: Fetcher | None) -> Iterator[Item]:
    with opened(path) as stream:
        budget = Budget(str(path), path.stat().st_size, limits)
        context = Context(limits, parser, budget, read_input, offers, fetch)
        yield from read_input(Input(str(path), stream, name=path.name), context)


def _fetched(url: str, limits: Limits, parser: ContainedParser, fetch: Fetcher | None) -> Iterator[Item]:
    if fetch is None:
        raise InputRefused(url, "not fetched", _NOT_FETCHED)
    page = fetch.get(url)
    context = Context(limits, parser, Budget(url, len(page.raw), limits), read_input, offers, fetch)
    yield from read_input(Input.of_page(page, page.url), context)


def guarded(where: str, items: Iterator[Item]) -> Iterator[Item]:
    """The items, and as the last one the reason why they end before their time."""
    try:
        yield from items
    except InputRefused as refused:
        yield refusal(refused)
    except ArchiveBombError as bomb:
        yield Refusal(bomb.where, "archive bomb", bomb.advice)
    except OSError as error:  # a disk or a network folder that fails while it is read
        yield Refusal(where, "unreadable file", error.strerror or str(error))


def _unless_seen(item: Item, seen: "OrderedDict[str, str]") -> Iterator[Item]:
    if isinstance(item, Refusal):
        yield item
        return
    if item.id in seen:  # what was noted of it was noted of the first one, or is of no use without the document
        yield Refusal(item.path, "same text as another document", seen[item.id])
        return
    seen[item.id] = item.path
    if len(seen) > _REMEMBERED:
        seen.popitem(last=False)
    yield from noted(item)
