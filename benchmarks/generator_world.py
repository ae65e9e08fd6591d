"""What happens in the generated world: stories with a cast, happenings, and those who speak of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from benchmarks import generator_names as names
from benchmarks.generator_tables import Clause, tables
from benchmarks.generator_things import Actor, Counted, Filling, Phrase

FIRST_DAY = date(2031, 1, 1)
DAYS = 730
_SHAPE = 2.0  # of the sizes of stories: a story has k documents with a chance of k to this power, inverted
LARGEST = 80

# How often a story is first of all about this, and what else it may tell.
_LEADS = {
    "transfer/delivery": 5,
    "transfer/sale": 4,
    "transfer/order": 3,
    "transfer/halt": 1,
    "production/manufacture": 2,
    "attack/attack": 4,
    "attack/use": 3,
    "coercion/death": 2,
    "coercion/arrest": 2,
    "sanction/impose": 4,
    "sanction/lift": 1,
    "embargo/impose": 1,
    "embargo/extend": 1,
    "embargo/breach": 2,
    "support/finance": 2,
    "support/training": 2,
    "cooperation/agree": 2,
    "cooperation/meet": 1,
}

_DENIED = frozenset(k for k in _LEADS if k.split("/")[0] in {"transfer", "production", "attack", "coercion", "support"})
_DENIED |= {"embargo/breach"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks once in a story: a person, or a ministry: ``name`` is "" then, and ``behind`` names it.

    ``title`` stands before the name, one of ``behind`` after it; ``party`` is whom the speaker speaks for, None for an
    expert; ``medium`` is the paper that the speaker spoke to, "" if it was before the press.
    """

    key: str
    name: str
    title: str
    behind: tuple[str, ...]
    party: Actor | None
    medium: str = ""

    @property
    def person(self) -> str:
        """The key of the person, or of the state whose ministry it is."""
        return f"person:{self.name}" if self.name or self.party is None else self.party.key


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that is said to have happened. ``key`` names the proposition.

    ``other`` is a figure that cannot hold with ``number``, told by the last of the ``affirming``; ``named`` is the role
    that is counted.
    """

    key: str
    clauses: tuple[Clause, ...]
    fillers: dict[str, Filling]
    day: date
    affirming: tuple[Speaker, ...]
    denier: Speaker | None
    counted: str = ""
    number: int = 0
    other: int = 0

    def subject_of(self, clause: Clause) -> Filling:
        """Who acts in a clause."""
        return self.fillers[clause.subject]


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a story is about."""

    states: tuple[Actor, ...]
    firm: Actor
    group: Actor
    towns: tuple[Actor, ...]
    items: tuple[tuple[tuple[str, ...], str, int, int], ...]


@dataclass(frozen=True, slots=True)
class World:
    """A story: its cast, its happenings with the one that it is about first, and what its speakers remark."""

    key: str
    size: int
    day: date
    cast: Cast
    happenings: tuple[Happening, ...]


def sizes(seed: int, documents: int) -> Iterator[tuple[int, int, int]]:
    """(number, size, first day counted from FIRST_DAY) of stories that have so many documents together.

    A smaller collection of the same seed begins with the same stories; only its last may be cut short.
    """
    rng = Random(f"sizes/{seed}")
    weights = [k**-_SHAPE for k in range(1, LARGEST + 1)]
    number = 0
    while documents > 0:
        size = min(documents, rng.choices(range(1, LARGEST + 1), weights)[0])
        yield number, size, rng.randrange(DAYS)
        documents -= size
        number += 1


@cache
def states() -> tuple[Actor, ...]:
    """The states of the table."""
    return tuple(Actor(f"state:{n}", "GPE", n, a, c) for n, a, c in tables().lists["states"])


EU = Actor("state:European Union", "ORG", "European Union", article="the ")
UN = Actor("state:United Nations", "ORG", "United Nations", article="the ")


def make_world(seed: int, number: int, size: int, day: int) -> World:
    """The story of that number."""
    rng = Random(f"{seed}/{number}")
    cast = _cast(rng, number)
    maker = _Maker(rng, f"story{number}", number, cast, FIRST_DAY + timedelta(days=day))
    lead = rng.choices(list(_LEADS), list(_LEADS.values()))[0]
    others = rng.sample([k for k in _LEADS if k != lead], min(8, 1 + rng.randrange(2, 4) + size // 8))
    kinds = [lead, *others]
    return World(maker.story, size, maker.day, cast, tuple(maker.happening(i, kind) for i, kind in enumerate(kinds)))


def _cast(rng: Random, number: int) -> Cast:
    # Half of the companies and groups come back in other stories; the rest are this story's own.
    own = 1000 + number
    firm = names.firm(rng.randrange(200) if rng.random() < 0.5 else own)
    group = names.armed_group(rng.randrange(60) if rng.random() < 0.7 else own)
    towns = [names.town(rng.randrange(2560)) for _ in range(3)]
    return Cast(
        tuple(rng.sample(states(), 4)),
        Actor(f"firm:{firm}", "ORG", firm),
        Actor(f"group:{group}", "ORG", group, article="the "),
        tuple(Actor(f"town:{t}", "GPE", t) for t in towns),
        tuple(
            (tuple(nouns), stem and f"{stem}-{rng.randrange(2, 9)}", low, high)
            for nouns, stem, low, high in _items(rng)
        ),
    )


def _items(rng: Random) -> list[Any]:
    return rng.sample(tables().lists["items"], 2)


class _Maker:
    """Makes the happenings of one story."""

    def __init__(self, rng: Random, story: str, number: int, cast: Cast, day: date) -> None:
        self.rng, self.story, self.number, self.cast, self.day = rng, story, number, cast, day
        self._people = 0

    def happening(self, i: int, kind: str) -> Happening:
        """One happening of that frame and stage, with who affirms and who denies it."""
        rng = self.rng
        clauses = tables().clauses[kind]
        fillers, counted, number = self._fillers(kind)
        day = self.day - timedelta(days=rng.choice((0, 0, 1, 1, 2, 9, 40)) if i else rng.randrange(2))
        subject = fillers[clauses[0].subject]
        assert isinstance(subject, Actor)
        other = round(number * rng.choice((0.4, 1.8, 2.5))) if counted and rng.random() < 0.3 else 0
        return Happening(
            f"{self.story}/h{i}",
            clauses,
            fillers,
            day,
            tuple(
                self._speaker(rng.choice((None, subject, *self.cast.states[2:]))) for _ in range(rng.randrange(1, 4))
            ),
            self._speaker(subject) if kind in _DENIED and rng.random() < 0.5 else None,
            counted,
            number,
            max(2, other) if other and abs(other - number) > 1 else 0,
        )

    def _fillers(self, kind: str) -> tuple[dict[str, Filling], str, int]:
        """The fillers by role, the role that is counted ("" for none), and how many."""
        rng, cast = self.rng, self.cast
        frame, stage = kind.split("/")
        one, two, three, _ = cast.states
        if frame == "transfer" or kind in {"production/manufacture", "attack/use"}:
            nouns, model, low, high = cast.items[frame == "production"]
            number = rng.randrange(low, high + 1)
            item = Counted(nouns, model, condition=rng.choice(tables().lists["conditions"]))
            if frame == "attack":
                return {"attacker": cast.group, "weapon": item, "target": cast.towns[0]}, "weapon", number
            if frame == "production":
                return {"producer": cast.firm, "item": item, "place": cast.towns[1]}, "item", number
            return {"supplier": one, "recipient": two, "item": item}, "" if stage == "halt" else "item", number
        if frame == "attack":
            return {"attacker": two, "target": cast.towns[2], "weapon": Counted(cast.items[0][0])}, "", 0
        if frame == "embargo":
            return {"imposer": rng.choice((EU, UN, three)), "target": two, "violator": one}, "", 0
        if frame == "coercion":
            return self._coercion(stage)
        if frame == "support":
            return self._support(stage)
        return self._sanction() if frame == "sanction" else self._cooperation()

    def _coercion(self, stage: str) -> tuple[dict[str, Filling], str, int]:
        town = self.cast.towns[1]
        if stage == "death":
            number = self.rng.randrange(2, 70)
            people = Counted((self.rng.choice(("people", "soldiers", "civilians", "villagers")),))
            return {"agent": self.cast.group, "person": people, "place": town}, "person", number
        name = self._new_person()
        return {"agent": self.cast.states[1], "person": Actor(f"person:{name}", "PER", name), "place": town}, "", 0

    def _sanction(self) -> tuple[dict[str, Filling], str, int]:
        imposer = self.rng.choice((EU, *self.cast.states[2:]))
        if self.rng.random() < 0.5:
            return {"imposer": imposer, "target": self.cast.firm}, "", 0
        people = Counted((self.rng.choice(("officials", "directors", "members")),), owner=self.cast.firm)
        return {"imposer": imposer, "target": people}, "target", self.rng.randrange(2, 30)

    def _support(self, stage: str) -> tuple[dict[str, Filling], str, int]:
        provider, recipient = self.cast.states[2], self.cast.states[1]
        if stage == "finance":
            sum_ = Counted(("million euros",), money=True)
            return {"provider": provider, "recipient": recipient, "sum": sum_}, "sum", self.rng.randrange(4, 900)
        place = self.cast.towns[0]
        soldiers = Counted((self.rng.choice(("soldiers", "officers", "pilots")),), before=recipient)
        return {"provider": provider, "recipient": soldiers, "place": place}, "recipient", self.rng.randrange(20, 4000)

    def _cooperation(self) -> tuple[dict[str, Filling], str, int]:
        topic = self.rng.choice(("defence", "military", "border", "intelligence", "naval")) + " agreement"
        one, two = self.cast.states[1], self.cast.states[2]
        agreement = Phrase(topic, with_article(topic)[: -len(topic)])
        return {"party": one, "party2": two, "topic": agreement, "at": self.cast.towns[0]}, "", 0

    def _speaker(self, party: Actor | None) -> Speaker:
        """Somebody who speaks for a state, company or group; an expert where that is nobody."""
        rng, lists = self.rng, tables().lists
        if party is None:
            return self._person(self._new_person(), "", self._described(rng.choice(lists["experts"])), None)
        if not party.adjective:
            offices = lists["group_offices" if party.key.startswith("group") else "firm_offices"]
            return self._person(self._new_person(), "", offices[rng.randrange(2) :: 2], party)
        if rng.random() < 0.3:
            behind = rng.choice(lists["ministries"])
            return Speaker(f"{self.story}/{party.name} {behind}", "", "", (behind,), party)
        i = rng.randrange(len(lists["offices"]))
        title, behind = lists["offices"][i]
        return self._person(names.person(10 * states().index(party) + i), title, behind, party)

    def _described(self, wordings: Sequence[str]) -> list[str]:
        few = self.rng.choice(tables().lists["background_words"]["few"])
        return [w.format(few=few, year=self.rng.randrange(1990, 2024)) for w in wordings]

    def _new_person(self) -> str:
        self._people += 1
        return names.person(1000 + 60 * self.number + self._people)

    def _person(self, name: str, title: str, behind: Sequence[str], party: Actor | None) -> Speaker:
        medium = "" if self.rng.random() < 0.6 else names.paper(len(name) + self.number % 90)
        return Speaker(f"{self.story}/{name}", name, title, tuple(behind), party, medium)


def with_article(noun: str) -> str:
    """``a`` or ``an`` and the noun."""
    return ("an " if noun[0] in "aeio" else "a ") + noun
