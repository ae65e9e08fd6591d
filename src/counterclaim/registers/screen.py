"""Screening: one name against all registers; what is a hit, what only possible, and why.

A name is looked up in the index, and the candidates are compared with it. What the comparison says is then held back
where a name says too little by itself (``screen_rules``).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from counterclaim.records import EntryKind, Feature, RegisterEntry, ScreeningHit, Verdict
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.index_listings import Listing
from counterclaim.registers.names import POSSIBLE, Comparison, Facts, Name, parse_name, verdict
from counterclaim.registers.screen_namesakes import told_apart
from counterclaim.registers.screen_readings import Apart, alone, apart, compared, shortened, with_facts
from counterclaim.registers.screen_rules import Agreement, limits

__all__ = ["MOST_HITS", "best_first", "screen"]

MOST_HITS = 50
"""Entries that are named for one name at most."""

_CANDIDATES = 64  # names that are compared with one
_FACTS_ADD = 0.15  # what facts may add: a name this far below possible is compared with them, too
_ORDER = (Verdict.HIT, Verdict.POSSIBLE, Verdict.NONE)


def screen(
    name: str,
    index: ScreeningIndex,
    kind: EntryKind | None = None,
    countries: Collection[str] = (),
    born: Collection[str] = (),
) -> tuple[ScreeningHit, ...]:
    """The entries that a name may mean, best first, one hit an entry, at most ``MOST_HITS``; empty where none does.

    ``kind`` leaves out entries of other kinds; ``countries`` (ISO 3166 alpha-2) and ``born`` (ISO dates, cut to what is
    known) raise or lower scores. Any text will do: one without a word in it finds nothing.
    """
    asked = _Asked(name, kind, frozenset(countries), frozenset(born), index)
    wanted = () if kind in {None, EntryKind.OTHER} else (kind, EntryKind.OTHER)
    numbers = index.candidates(asked.read_as(kind or EntryKind.OTHER)[0], _CANDIDATES, wanted)
    found = best_first(hit for number in numbers for hit in _hits(asked, number, index))
    return tuple(sorted(told_apart(found, asked.entries), key=_rank))


def best_first(hits: Iterable[ScreeningHit]) -> tuple[ScreeningHit, ...]:
    """The best hit of each entry, the best entries first, at most ``MOST_HITS`` of them."""
    best: dict[tuple[str, str], ScreeningHit] = {}
    for hit in hits:
        key = (hit.list_version, hit.entry)
        if key not in best or _rank(hit) < _rank(best[key]):
            best[key] = hit
    return tuple(sorted(best.values(), key=_rank)[:MOST_HITS])


@dataclass(slots=True)
class _Asked:
    """What is asked: a name and what is known of its bearer; ``readings`` and ``entries`` are those met so far."""

    text: str
    kind: EntryKind | None
    countries: frozenset[str]
    born: frozenset[str]
    index: ScreeningIndex
    readings: dict[EntryKind, tuple[Name, tuple[Apart, ...]]] = field(default_factory=dict)
    entries: dict[tuple[str, str], RegisterEntry] = field(default_factory=dict)

    def read_as(self, kind: EntryKind) -> tuple[Name, tuple[Apart, ...]]:
        """The name read as one of this kind, and its readings with words apart."""
        if kind not in self.readings:
            name = parse_name(self.text, kind)
            self.readings[kind] = name, apart(name, self.index)
        return self.readings[kind]

    def facts(self, entry: RegisterEntry) -> Facts:
        """What is known of the bearer and of an entry."""
        return Facts(
            (self.countries, frozenset(entry.countries)),
            (self.born, frozenset(entry.born)),
            (self.kind, entry.kind),
        )

    def agreement(self, entry: RegisterEntry) -> Agreement:
        """Which of the countries and dates of birth that are known on both sides are the same."""
        shared = self.countries.intersection(entry.countries)
        return Agreement(
            country=bool(shared),
            born=any(one.startswith(other) or other.startswith(one) for one in self.born for other in entry.born),
            abroad=bool(self.countries and entry.countries and not shared),
        )


def _hits(asked: _Asked, number: int, index: ScreeningIndex) -> Iterator[ScreeningHit]:
    """Hits and possibles among the entries that bear one name."""
    listed = index.name(number)
    name, readings = asked.read_as(asked.kind or index.kind(number))
    plain, own = compared(name, listed, readings)
    plain = alone(own, listed, shortened(own, listed, plain, index), index)
    if plain.score < POSSIBLE - (_FACTS_ADD if asked.countries or asked.born else 0.0):
        return
    for listing in index.listings(number):
        entry, quality, label = listing
        comparison = with_facts(plain, asked.facts(entry))
        held_back = limits(own, listed, quality, index, asked.agreement(entry))
        outcome = max([verdict(comparison), *(best for best, _ in held_back)], key=_ORDER.index)
        if outcome is not Verdict.NONE:
            reasons = tuple(reason for _, reason in held_back)
            asked.entries[label, entry.id] = entry
            yield _hit(asked.text, listed.text, listing, outcome, comparison, reasons)


def _hit(
    asked: str, listed: str, listing: Listing, outcome: Verdict, comparison: Comparison, reasons: tuple[Feature, ...]
) -> ScreeningHit:
    entry, _, label = listing
    features = (*comparison.features, *reasons)
    return ScreeningHit(
        entity=asked,
        register=entry.register,
        entry=entry.id,
        name=listed,
        listed=entry.listed,
        verdict=outcome,
        score=comparison.score,
        features=features,
        list_version=label,
        kind=entry.kind,
    )


def _rank(hit: ScreeningHit) -> tuple[int, float, str, str]:
    """Best first; then in a fixed order."""
    return _ORDER.index(hit.verdict), -hit.score, hit.list_version, hit.entry
