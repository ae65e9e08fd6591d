"""Reports: which sentences a report has, copies of other reports, and the page with all spans in it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from benchmarks import generator_names as names
from benchmarks.generator_background import Scene
from benchmarks.generator_lines import Line
from benchmarks.generator_tables import tables
from benchmarks.generator_tell import AFFIRMING, DENYING, Teller
from benchmarks.generator_voice import Telling
from benchmarks.generator_world import Happening, Speaker, World

_PAPERS = 240
_BACKGROUND = (0, 1, 2, 2, 3, 4)  # sentences without a claim behind those of a happening
_COPIES = 0.45  # of the reports of a story behind the first


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report before its page is set: its lines, and what each was to tell.

    ``origin`` is the number of the report in its story that the text comes from, ``how`` in which way ("" if its own).
    """

    number: int
    published: date
    outlet: str
    agency: str
    credits: tuple[str, ...]
    dateline: str
    byline: str
    title: Line
    lines: tuple[Line, ...]
    tellings: tuple[Telling, ...]
    origin: int
    how: str = ""


def sheets(world: World, seed: int) -> list[Sheet]:
    """The reports of a story in the order in which they were published."""
    rng = Random(f"{seed}/{world.key}/reports")
    desk = _Desk(rng, world)
    made: list[Sheet] = []
    for number, day in enumerate(_days(rng, world)):
        source = rng.choice(made) if made and rng.random() < _COPIES else None
        if source is not None and (day - source.published).days > 1:
            source = None  # its weekdays would no longer be right
        made.append(desk.copied(number, day, source) if source is not None else desk.own(number, day))
    return made


def _days(rng: Random, world: World) -> list[date]:
    """The days of publication: most on the first day or the next, a few a week later."""
    delays = sorted(min(12, int(rng.expovariate(0.8))) for _ in range(world.size))
    return [world.day + timedelta(days=d + 1) for d in delays]


class _Desk:
    """Writes the reports of one story."""

    def __init__(self, rng: Random, world: World) -> None:
        self.rng, self.world = rng, world
        self.papers = rng.sample(range(_PAPERS), min(_PAPERS, world.size))
        self.agencies = list(tables().lists["agencies"])
        rng.shuffle(self.agencies)
        speakers = {s.key: s for h in world.happenings for s in (*h.affirming, h.denier) if s is not None}
        self.scene = Scene(rng, world.cast)
        self.remarks = {key: self.scene.remark(rng) for key in sorted(speakers)}

    def own(self, number: int, day: date) -> Sheet:
        """A report of its own; by an agency three times in ten, and each agency writes once."""
        rng = self.rng
        agency = self.agencies.pop() if self.agencies and rng.random() < 0.3 else ""
        tellings = self._tellings()
        teller = self._teller(number, day)
        lead = tellings[0].happening
        assert lead is not None
        capital = rng.choice(self.world.cast.states[:3]).capital
        return Sheet(
            number,
            day,
            agency or self._paper(number),
            agency,
            (agency,) if agency else (),
            capital.upper() if agency or rng.random() < 0.5 else "",
            "" if agency or rng.random() < 0.5 else names.person(900_000 + self.papers[number]),
            teller.line(self._headline(lead)),
            tuple(teller.line(t) for t in tellings),
            tuple(tellings),
            number,
        )

    def copied(self, number: int, day: date, source: Sheet) -> Sheet:
        """A copy of another report: as it is, trimmed, with some sentences worded anew, or all and with a credit."""
        rng = self.rng
        how = rng.choice(("verbatim", "trimmed", "trimmed", "rewritten", "rewritten"))
        if source.credits and rng.random() < 0.25:
            how = "retold"
        lines, tellings = source.lines, source.tellings
        teller = self._teller(number, day)
        if how == "trimmed":
            kept = max(3, round(len(lines) * rng.uniform(0.4, 0.8)))
            lines, tellings = lines[:kept], tellings[:kept]
        elif how != "verbatim":
            share = 1.0 if how == "retold" else rng.uniform(0.15, 0.45)
            lines = tuple(
                teller.line(t) if t.manner != "background" and rng.random() < share else line
                for line, t in zip(lines, tellings)
            )
        lead = tellings[0].happening
        assert lead is not None
        return replace(
            source,
            number=number,
            published=day,
            outlet=self._paper(number),
            agency="",
            credits=source.credits if how == "retold" or rng.random() < 0.7 else (),
            byline="",
            title=source.title if how == "verbatim" else teller.line(self._headline(lead)),
            lines=lines,
            tellings=tellings,
            how=how,
        )

    def _paper(self, number: int) -> str:
        return names.paper(self.papers[number])

    def _teller(self, number: int, day: date) -> Teller:
        return Teller(self.rng, day, self.scene, otherwise=self.papers[number] % 5 == 0)

    def _headline(self, lead: Happening) -> Telling:
        if lead.denier is not None and self.rng.random() < 0.2:
            return Telling("denial_headline", lead, lead.denier)
        return Telling("headline", lead, lead.affirming[0] if self.rng.random() < 0.5 else None)

    def _tellings(self) -> list[Telling]:
        """What a report tells, in its order. What the story is about comes first in most of its reports."""
        rng, happenings = self.rng, list(self.world.happenings)
        first = happenings[0] if rng.random() < 0.85 else rng.choice(happenings)
        others = [h for h in happenings if h is not first]
        chosen = [first, *rng.sample(others, min(len(others), rng.randrange(1, 5)))]
        known: set[str] = set()
        tellings: list[Telling] = []
        for happening in chosen:
            tellings.extend(self._of(happening, known, lead=happening is first))
            for _ in range(rng.choice(_BACKGROUND)):
                tellings.append(Telling("background", words=self.scene.background(rng)))
        return tellings

    def _of(self, happening: Happening, known: set[str], *, lead: bool) -> list[Telling]:
        """The sentences of one happening: told, told again by its speakers, denied, and what they remarked."""
        rng = self.rng
        told = [Telling("own" if rng.random() < 0.7 else "hedged", happening)] if rng.random() < 0.6 else []
        speakers = list(happening.affirming)
        chosen = rng.sample(speakers, rng.randrange(1, len(speakers) + 1)) if lead or rng.random() < 0.6 else []
        if not told and not chosen:
            chosen = speakers[:1]
        told.extend(self._affirmed(happening, s, known) for s in chosen)
        if happening.denier is not None and rng.random() < 0.75:
            told.append(self._denied(happening, known))
            chosen.append(happening.denier)
        for speaker in chosen:
            if rng.random() < 0.3:
                words = self.remarks[speaker.key]
                told.append(Telling("remark", None, speaker, words, first=_new(speaker, known)))
        return told

    def _affirmed(self, happening: Happening, speaker: Speaker, known: set[str]) -> Telling:
        rng = self.rng
        manner = "may_say" if rng.random() < 0.1 else rng.choice(AFFIRMING)
        for clause in happening.clauses:
            if manner == "accused" and happening.subject_of(clause) is speaker.party:
                manner = "quote"  # nobody accuses his own side
        last = speaker is happening.affirming[-1] and len(happening.affirming) > 1
        return Telling(manner, happening, speaker, None, _new(speaker, known), last and happening.other > 0)

    def _denied(self, happening: Happening, known: set[str]) -> Telling:
        assert happening.denier is not None
        return Telling(self.rng.choice(DENYING), happening, happening.denier, None, _new(happening.denier, known))


def _new(speaker: Speaker, known: set[str]) -> bool:
    """Whether a report names a speaker for the first time; from now on it does not."""
    if speaker.key in known:
        return False
    known.add(speaker.key)
    return True
