"""One parsing process for all tests of ingest: starting it takes half a second."""

from collections.abc import Callable, Iterator

import pytest

from counterclaim.ingest.adapters import Context, Input, Item
from counterclaim.ingest.contained import ContainedParser
from counterclaim.ingest.dating import noted
from counterclaim.ingest.formats import offers, read_input
from counterclaim.ingest.limits import Budget, Limits
from counterclaim.ingest.sources import guarded


@pytest.fixture(scope="session")
def parser() -> Iterator[ContainedParser]:
    """The parsing process."""
    with ContainedParser(Limits()) as running:
        yield running


@pytest.fixture
def ingest(parser: ContainedParser) -> Callable[..., list[Item]]:
    """What bytes of a name give: documents and refusals, as ``open_sources`` would give them."""

    def read(raw: bytes, name: str, limits: Limits | None = None, fetch: object = None, **known: object) -> list[Item]:
        limits = limits or Limits()
        context = Context(limits, parser, Budget(name, len(raw), limits), read_input, offers, fetch)  # type: ignore[arg-type]
        source = Input.of_bytes(raw, name, name=name, **known)
        return [told for item in guarded(name, read_input(source, context)) for told in noted(item)]

    return read
