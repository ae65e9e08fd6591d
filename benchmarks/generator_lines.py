"""Lines: one sentence with all that a perfect reader finds in it, its spans counted from the line's first character."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from typing import NamedTuple

from benchmarks.generator_figures import When
from benchmarks.generator_tables import Clause, Part, Template, Verb, tables
from benchmarks.generator_things import Count, Ends, Marked, Phrase, Writer
from counterclaim.records import Factuality, Stance

_LEFT_OUT = 0.15  # of the pieces of a clause that may be missing
_ADVERB, _ASIDE = 0.4, 0.15  # of the verbs that have one before them


class Stand(Enum):
    """How a told claim stands to its proposition."""

    AFFIRM = "affirm"
    DENY = "deny"
    HEDGE = "hedge"


class Told(NamedTuple):
    """What a claim claims in truth.

    ``proposition`` is what it tells; ``stand`` how it stands to that. A denial that does not name the happening is told
    of a proposition of its own, and ``denies`` is the one that it denies. ``occasion`` is the named speaker on one
    occasion, where there is one. ``conflicting``: its figure cannot hold with the true one.
    """

    proposition: str
    stand: Stand
    denies: str | None = None
    occasion: str | None = None
    conflicting: bool = False


class DraftTime(NamedTuple):
    """A time: where its words stand and which days they mean."""

    ends: Ends
    start: str
    end: str


class DraftSource(NamedTuple):
    """Who says it, with which cue, where and when."""

    source: Ends | None
    cue: Ends
    stance: Stance
    medium: Ends | None = None
    time: DraftTime | None = None


@dataclass(slots=True)
class Draft:
    """A claim of a line, with spans counted from the line's first character."""

    frame: str
    stage: str
    rule: str
    roles: list[tuple[str, Ends]]
    trigger: Ends
    evidence: Ends
    told: Told
    sources: list[DraftSource] = field(default_factory=list)
    factuality: Factuality = Factuality.CERTAIN
    count: Count | None = None
    time: DraftTime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, its names and its claims."""

    text: str
    named: tuple[Marked, ...]
    claims: tuple[Draft, ...]


class Mode(Enum):
    """The form that a clause's verb takes: what stands before it if active, if passive, and which form of the verb."""

    PAST = "past"
    HEADLINE = "headline"
    HAVE = "have"
    HAD = "had"
    NOT = "not"
    NEVER = "never"
    GERUND = "gerund"
    REPORTED = "reported"
    BELIEVED = "believed"
    MAY = "may"


# mode: words before an active verb and its form; words before a passive one. "/" parts one subject from several.
_FORMS: Mapping[Mode, tuple[str, str, str]] = {
    Mode.PAST: ("", "past", "was /were "),
    Mode.HEADLINE: ("", "third", ""),
    Mode.HAVE: ("has /have ", "participle", "has been /have been "),
    Mode.HAD: ("had ", "participle", "had been "),
    Mode.NOT: ("did not ", "base", "was not /were not "),
    Mode.NEVER: ("has never /have never ", "participle", "was never /were never "),
    Mode.GERUND: ("", "gerund", ""),
    Mode.REPORTED: ("reportedly ", "past", "was reportedly /were reportedly "),
    Mode.BELIEVED: (
        "is believed to have /are believed to have ",
        "participle",
        "is believed to have been /are believed to have been ",
    ),
    Mode.MAY: ("may have ", "participle", "may have been "),
}

# An adverb is written in what affirms; it would be read with a negation or a hedge.
_PLAIN = frozenset({Mode.PAST, Mode.HAVE, Mode.HAD})


def _before(mode: Mode, *, active: bool, plural: bool) -> str:
    one, _, several = _FORMS[mode][0 if active else 2].partition("/")
    return several if plural and several else one


def _verb_form(verb: Verb, mode: Mode, *, active: bool, plural: bool) -> str:
    name = _FORMS[mode][1] if active else "participle"
    form: str = getattr(verb, "base" if name == "third" and plural else name)
    return form


@dataclass(slots=True)
class Written:
    """A clause that has been written: where it and its parts stand."""

    rule: str
    roles: list[tuple[str, Ends]]
    trigger: Ends
    ends: Ends
    count: Count | None
    time: DraftTime | None


class ClauseWriter:
    """Writes clauses of one happening into a line.

    ``phrases`` are its fillers by role, as this line words them; ``aside`` gives what may stand between commas.
    """

    def __init__(
        self, rng: Random, writer: Writer, clause: Clause, phrases: Mapping[str, Phrase], aside: Callable[[], Phrase]
    ) -> None:
        self.aside = aside
        self.rng, self.writer, self.clause, self.phrases = rng, writer, clause, phrases
        self.adverbs: list[str] = tables().lists["adverbs"]

    def verb(self, mode: Mode, *, active: bool, subject: Phrase | None = None, time: When | None = None) -> Written:
        """A clause with a verb. ``subject`` replaces who acts ("we", "it"); a gerund has none."""
        templates = self.clause.active if active else self.clause.passive
        template = self.rng.choice(templates)
        verb = self.rng.choice(self.clause.verbs)
        if mode is Mode.GERUND:
            template = (template[1]._replace(text=""), *template[2:])
        first = template[0].text
        filler = subject or self.phrases.get(first)
        plural = filler is not None and filler.plural
        words = _before(mode, active=active, plural=plural), _verb_form(verb, mode, active=active, plural=plural)
        return self._write(template, (*words, verb.rule), subject, time, plain=mode in _PLAIN)

    def noun(self, time: When | None = None) -> Written:
        """A noun phrase ("delivery of 40 tanks to Chad by Oman"), without its article."""
        rule, template = self.rng.choice(self.clause.nouns)
        return self._write(template, ("", "", rule), None, time, plain=False)

    def _write(
        self, template: Template, verb: tuple[str, str, str], subject: Phrase | None, time: When | None, *, plain: bool
    ) -> Written:
        writer, start = self.writer, self.writer.at
        roles: list[tuple[str, Ends]] = []
        trigger, rule = (start, start), verb[2]
        for i, part in enumerate(self._kept(template)):
            if part.kind == "text":
                writer.put(part.text)
            elif part.kind == "role":
                phrase = subject if i == 0 and subject is not None else self.phrases[part.text]
                roles.append((part.text.rstrip("2"), writer.phrase(phrase, subject=i == 0)))
                if plain and i == 0 and self.rng.random() < _ASIDE:
                    writer.put(", ")
                    writer.phrase(self.aside())
                    writer.put(",")
            elif part.kind == "trigger":
                trigger = writer.put(part.text)
                rule = f"{self.clause.frame}/{part.rule}" if part.rule else rule
            else:
                adverb = plain and self.rng.random() < _ADVERB
                writer.put(verb[0] + self.rng.choice(self.adverbs) + " " if adverb else verb[0])
                word = writer.put(verb[1])
                trigger = word if trigger[0] == trigger[1] else trigger
        return Written(rule, roles, trigger, (start, writer.at), self._count(roles), self._time(time))

    def _kept(self, template: Template) -> list[Part]:
        out = {g for g in {p.group for p in template} if g and self.rng.random() < _LEFT_OUT}
        return [p for p in template if p.group not in out]

    def _count(self, roles: list[tuple[str, Ends]]) -> Count | None:
        return next((self.writer.counts[ends] for _, ends in roles if ends in self.writer.counts), None)

    def _time(self, time: When | None) -> DraftTime | None:
        return None if time is None else put_time(self.writer, time)


def put_time(writer: Writer, time: When) -> DraftTime:
    """Write a time behind what it belongs to."""
    writer.put(" " + time.lead)
    return DraftTime(writer.put(time.words), time.start, time.end)
