"""What all ways of telling share: how sources and clauses are worded, and the claims that come of them."""

from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.generator_background import Scene
from benchmarks.generator_figures import NONE, Worded, figure, money, when
from benchmarks.generator_lines import (
    ClauseWriter,
    Draft,
    DraftSource,
    DraftTime,
    Mode,
    Stand,
    Told,
    Written,
    put_time,
)
from benchmarks.generator_names import spelled_otherwise
from benchmarks.generator_tables import Clause
from benchmarks.generator_things import Actor, Counted, Ends, Named, Phrase, Writer
from benchmarks.generator_world import Happening, Speaker
from counterclaim.records import Factuality, Stance

_SET_BEFORE, _SET_BEHIND = 0.2, 0.55  # of the sentences that tell of a happening
_SPOKEN_LATER = 0.4  # of the remarks that say on which day they were made


@dataclass(frozen=True, slots=True)
class Telling:
    """What one sentence is to tell: ``manner`` names a method of ``Teller``; ``first`` introduces the speaker in full.

    ``words`` are those of a remark or of a sentence that claims nothing; ``conflicting``: a figure that cannot hold.
    """

    manner: str
    happening: Happening | None = None
    speaker: Speaker | None = None
    words: Phrase | None = None
    first: bool = True
    conflicting: bool = False


class Voice:
    """The words of one report of one day. ``otherwise``: the outlet spells some names in another way."""

    def __init__(self, rng: Random, published: date, scene: Scene, *, otherwise: bool) -> None:
        self.rng, self.published, self.scene, self.otherwise = rng, published, scene, otherwise
        self.writer = Writer()
        self.claims: list[Draft] = []
        self.named = True  # whether the speaker is named, or only whom the speaker speaks for
        self.set = False  # whether the sentence says already when or where

    # --- who says it

    def source(self, telling: Telling, *, closing: bool = False) -> Ends:
        """Write the speaker; ``closing``: nothing follows that a comma would have to part."""
        speaker = telling.speaker
        assert speaker is not None
        if not speaker.name:
            assert speaker.party is not None
            state = speaker.party
            named = (Named("NORP", 0, len(state.adjective), state.key),)
            return self.writer.phrase(
                Phrase(f"{state.adjective} {speaker.behind[0]}", "the ", named), subject=not closing
            )
        name = spelled_otherwise(speaker.name) if self.otherwise else speaker.name
        if not telling.first:
            name = name.split(" ")[1]
        lead = speaker.title + " " if telling.first and speaker.title and self.rng.random() < 0.6 else ""
        named = (Named("PER", len(lead), len(lead) + len(name), speaker.person),)
        ends = self.writer.phrase(Phrase(lead + name, "", named), subject=not closing)
        if telling.first and not lead:
            self.writer.put(", ")
            self.writer.phrase(self._behind(speaker))
            if not closing:
                self.writer.put(",")
        return ends

    def _behind(self, speaker: Speaker) -> Phrase:
        """What stands behind a speaker's name, with the state or company in it."""
        text, party = self.rng.choice(speaker.behind), speaker.party
        if party is None:
            return Phrase(text)
        slots = {
            "{adj}": (party.adjective, "NORP"),
            "{state}": (party.name, "GPE"),
            "{party}": (party.name, party.type),
        }
        slot = next(s for s in slots if s in text)
        word, kind = slots[slot]
        text = text.replace(slot, party.article + "\0" if slot == "{party}" else "\0")
        at = text.index("\0")
        return Phrase(text.replace("\0", word), "", (Named(kind, at, at + len(word), party.key),))

    def denier(self, telling: Telling) -> Ends:
        """Write who denies: the speaker, or whom the speaker speaks for."""
        speaker = telling.speaker
        assert speaker is not None
        if speaker.party is not None and not telling.first:
            self.named = False
            return self.writer.phrase(speaker.party.plain(), subject=True)
        return self.source(telling)

    def speech_time(self) -> DraftTime | None:
        """Write on which day it was said, sometimes."""
        if self.rng.random() > _SPOKEN_LATER:
            return None
        return put_time(self.writer, when(self.rng, self.published, self.published))

    def cue(self, word: str) -> Ends:
        """Write a word of saying behind the speaker."""
        self.writer.put(" ")
        return self.writer.put(word)

    # --- what it is set in

    def begin(self) -> None:
        """Write, sometimes, when or where before anything else."""
        self.set = self.rng.random() < _SET_BEFORE
        if self.set:
            self.writer.phrase(self.scene.adverbial(self.rng))
            self.writer.put(", ")

    def end(self) -> None:
        """End the sentence, most times with when or where."""
        if not self.set and self.rng.random() < _SET_BEHIND:
            self.writer.put("" if self.writer.parts[-1] == "," else ", ")
            self.writer.phrase(self.scene.adverbial(self.rng))
        self.writer.put(".")

    # --- what is said

    def any_clause(self, telling: Telling, mode: Mode, *, timed: float = 0.0) -> Written:
        """Write one of the happening's clauses, active or passive; with its day in so many of all cases."""
        happening = happening_of(telling)
        clause = self.rng.choice(happening.clauses)
        time = when(self.rng, happening.day, self.published) if self.rng.random() < timed else None
        active = not clause.passive or self.rng.random() < 0.65
        return self.clauses(telling, clause).verb(mode, active=active, time=time)

    def own_clause(self, telling: Telling) -> ClauseWriter | None:
        """For a clause in which the speaker's own side acts, without figures where it is denied; None if none is."""
        happening = happening_of(telling)
        party = telling.speaker.party if telling.speaker is not None else None
        own = [c for c in happening.clauses if happening.subject_of(c) is party]
        return self.clauses(telling, self.rng.choice(own)) if own else None

    def clauses(self, telling: Telling, clause: Clause) -> ClauseWriter:
        """A writer of one clause with fillers and figures worded for this telling."""
        happening = happening_of(telling)
        phrases: dict[str, Phrase] = {}
        for role, filling in happening.fillers.items():
            if isinstance(filling, Actor):
                phrases[role] = filling.phrase(self.rng)
            elif isinstance(filling, Counted):
                worded = self._figure(telling, filling) if role == happening.counted else NONE
                phrases[role] = filling.phrase(self.rng, worded.words, worded.figure)
            else:
                phrases[role] = filling
        return ClauseWriter(self.rng, self.writer, clause, phrases, lambda: self.scene.adverbial(self.rng))

    def _figure(self, telling: Telling, counted: Counted) -> Worded:
        happening = happening_of(telling)
        number = happening.other if telling.conflicting else happening.number
        if counted.money:
            return money(self.rng, number)
        if telling.manner in DENYING:
            return NONE
        return figure(self.rng, number, exact=telling.conflicting)

    # --- what is claimed

    def claim(
        self,
        telling: Telling,
        written: Written,
        source: DraftSource | None = None,
        stand: Stand = Stand.AFFIRM,
        factuality: Factuality = Factuality.CERTAIN,
    ) -> None:
        """Enter the claim of a clause."""
        happening = happening_of(telling)
        clause = happening.clauses[0]
        conflicting = telling.conflicting and written.count is not None
        self.claims.append(
            Draft(
                clause.frame,
                clause.stage,
                written.rule,
                written.roles,
                written.trigger,
                written.ends,
                Told(happening.key, stand, None, self._occasion(telling), conflicting),
                [] if source is None else [source],
                factuality,
                written.count,
                written.time,
            )
        )

    def deny(self, telling: Telling, written: Written, source: DraftSource) -> None:
        """Enter a denial that names the happening, and end the sentence."""
        self.claim(telling, written, source, Stand.DENY, Factuality.NOT_CERTAIN)
        self.end()

    def quoted(self, telling: Telling, written: Written, stand: Stand = Stand.AFFIRM) -> None:
        """Close a quotation, write who said it, and enter its claim."""
        self.writer.put(",” ")
        factuality = Factuality.NOT_CERTAIN if stand is Stand.DENY else Factuality.CERTAIN
        source, medium, time = self.source(telling), None, None
        cue = self.cue("said")
        if telling.speaker is not None and telling.speaker.medium and self.rng.random() < 0.6:
            self.writer.put(" in an interview with ")
            medium = self.writer.phrase(paper_phrase(telling.speaker.medium))
        else:
            time = self.speech_time()
        self.claim(telling, written, DraftSource(source, cue, Stance.ASSERT, medium, time), stand, factuality)
        self.end()

    def statement(self, verb: str, telling: Telling, content: Ends, source: DraftSource, told: Told) -> Draft:
        """Enter a remark that names no happening."""
        assert source.source is not None
        denies = source.stance is Stance.DENY
        draft = Draft(
            "statement",
            source.stance.value,
            "statement/" + verb,
            [("content", content), ("source", source.source)],
            source.cue,
            content,
            told._replace(occasion=self._occasion(telling)),
            [source],
            Factuality.NOT_CERTAIN if denies else Factuality.CERTAIN,
        )
        self.claims.append(draft)
        return draft

    def _occasion(self, telling: Telling) -> str | None:
        """The occasion on which the speaker of a sentence spoke, where the speaker is named."""
        return telling.speaker.key if telling.speaker is not None and self.named else None


DENYING = frozenset({"denied_that", "denied_doing", "never_quote", "did_not", "denial_headline"})
WE = Phrase("we", plural=True)
IT = Phrase("it")


def happening_of(telling: Telling) -> Happening:
    """The happening that a sentence is to tell of."""
    assert telling.happening is not None
    return telling.happening


def paper_phrase(name: str) -> Phrase:
    """A paper as it is named in a sentence."""
    return Phrase(name, "the ", (Named("ORG", 0, len(name), f"paper:{name}"),))
