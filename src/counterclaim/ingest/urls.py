"""Pages from the web: public addresses only, each redirect checked again, robots.txt honoured, sizes and times
bounded."""

import time
from collections.abc import Callable
from urllib.parse import urljoin

from counterclaim.errors import InputRefused
from counterclaim.ingest.adapters import Page
from counterclaim.ingest.addresses import Resolver, system_addresses
from counterclaim.ingest.asking import PRODUCT, Answer, Asker
from counterclaim.ingest.dialing import Deadline, Dial, dial_tcp
from counterclaim.ingest.limits import Limits
from counterclaim.ingest.robots import EVERYTHING, NOTHING, Robots, read_robots
from counterclaim.ingest.targets import Target, read_target

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LARGEST_ROBOTS = 600_000  # bytes
_MOST_DELAY = 10  # times the usual pause, whatever a robots.txt asks for
_TOO_MANY_REQUESTS = 429


class WebFetcher:
    """Fetches pages, one at a time, with a pause between two pages of one host.

    ``resolve`` and ``dial`` look hosts up and open connections; whatever they are, the addresses are checked.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        resolve: Resolver = system_addresses,
        dial: Dial = dial_tcp,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._limits = limits or Limits()
        self._asker = Asker(self._limits, resolve, dial)
        self._sleep = sleep
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}

    def get(self, url: str) -> Page:
        """The page at an address, from where its redirects lead. A body that is too large or comes too slowly is given
        as far as it came, with the reason in ``cut``.

        Raises InputRefused for everything else that keeps it from being fetched.
        """
        deadline = Deadline(self._limits.fetch_seconds)

        def page_at(target: Target) -> Answer:
            rules = self._rules(target, url, deadline)
            if not rules.allows(target.path):
                raise InputRefused(url, "robots.txt says no", f"{target.site} does not want this fetched")
            self._pause(target.host, rules.delay)
            return self._asker.ask(target, url, deadline, self._limits.page_bytes)

        answer = self._followed(url, url, page_at)
        if answer is None:
            raise InputRefused(url, "too many redirects", f"over {self._limits.redirects}")
        if answer.status != 200:
            raise InputRefused(url, "no page", f"the server answers {answer.status}")
        return answer.page

    def _followed(self, url: str, where: str, ask: Callable[[Target], Answer]) -> Answer | None:
        """The answer at the end of an address's redirects; None where they do not end."""
        for _ in range(self._limits.redirects + 1):
            answer = ask(read_target(url, where))
            if answer.status not in _REDIRECTS or not answer.location:
                return answer
            url = _joined(url, answer.location, where)
        return None

    def _rules(self, target: Target, where: str, deadline: Deadline) -> Robots:
        """The robots.txt of a site, asked for once: where there is none all is allowed, where the site fails nothing
        is."""
        if target.site not in self._robots:
            answer = self._followed(
                f"{target.site}/robots.txt", where, lambda at: self._asker.ask(at, where, deadline, _LARGEST_ROBOTS)
            )
            self._robots[target.site] = _robots(answer)
        return self._robots[target.site]

    def _pause(self, host: str, delay: float) -> None:
        """Wait until a host may be asked again."""
        usual = self._limits.pause_seconds
        now, last = time.monotonic(), self._asked.get(host)
        due = now if last is None else last + max(usual, min(delay, _MOST_DELAY * usual))
        if due > now:
            self._sleep(due - now)
        self._asked[host] = max(due, now)


def _joined(url: str, location: str, where: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        raise InputRefused(where, "no address of a page", f"it redirects to {location[:100]!r}") from None


def _robots(answer: Answer | None) -> Robots:
    """RFC 9309, 2.3.1: redirects without end and 4xx allow everything, a failing server nothing."""
    if answer is None:
        return EVERYTHING
    if answer.status == 200:
        return read_robots(answer.page.raw, PRODUCT)
    return NOTHING if answer.status >= 500 or answer.status == _TOO_MANY_REQUESTS else EVERYTHING
