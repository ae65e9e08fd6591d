"""Tells a happening in one sentence: in the report's own voice, as somebody's words, as a denial, with a hedge."""

from collections.abc import Callable

from benchmarks.generator_lines import DraftSource, Line, Mode, Stand, Told
from benchmarks.generator_tables import tables
from benchmarks.generator_things import Ends, Writer
from benchmarks.generator_voice import IT, WE, Telling, Voice, happening_of, paper_phrase
from counterclaim.records import Factuality, Stance

_ACKNOWLEDGED = ("confirmed", "acknowledged", "admitted")
_ANNOUNCED = (("confirmed", Stance.ACKNOWLEDGE), ("announced", Stance.ASSERT), ("acknowledged", Stance.ACKNOWLEDGE))
_REJECTED = ("rejected", "denied", "dismissed")
_CHARGES = ("accusations", "allegations", "claims", "accusation", "charges")
_HEDGED = {
    Mode.REPORTED: Factuality.PROBABLE,
    Mode.BELIEVED: Factuality.PROBABLE,
    Mode.MAY: Factuality.POSSIBLE,
}

AFFIRMING = ("says", "said_behind", "according", "told", "quote", "confirmed", "announced", "accused")
DENYING = ("denied_that", "denied_doing", "never_quote", "did_not", "rejected")


class Teller(Voice):
    """Words tellings, each by the method that its manner names."""

    def line(self, telling: Telling) -> Line:
        """The sentence for a telling."""
        self.writer, self.claims, self.named, self.set = Writer(), [], True, False
        manner: Callable[[Telling], None] = getattr(self, telling.manner)
        manner(telling)
        return Line(self.writer.text(), tuple(self.writer.named), tuple(self.claims))

    # --- the happening is affirmed

    def own(self, telling: Telling) -> None:
        """In the report's own voice."""
        self.begin()
        self.claim(telling, self.any_clause(telling, Mode.PAST, timed=0.5))
        self.end()

    def says(self, telling: Telling) -> None:
        """As indirect speech, the speaker in front."""
        self.begin()
        source = self.source(telling)
        cue = self.cue(self.rng.choice(tables().lists["cues"]))
        time = self.speech_time()
        self.writer.put(" that " if time or self.rng.random() < 0.6 else " ")
        mode = self.rng.choice((Mode.PAST, Mode.HAD))
        written = self.any_clause(telling, mode, timed=0.0 if time else 0.3)
        self.claim(telling, written, DraftSource(source, cue, Stance.ASSERT, None, time))
        self.end()

    def said_behind(self, telling: Telling) -> None:
        """As indirect speech, the speaker behind."""
        written = self.any_clause(telling, Mode.PAST, timed=0.3)
        self.writer.put(", ")
        if self.rng.random() < 0.3:
            cue = self.writer.put("according to")
            self.writer.put(" ")
            said = DraftSource(self.source(telling, closing=True), cue, Stance.ASSERT)
        else:
            source = self.source(telling)
            said = DraftSource(
                source, self.cue(self.rng.choice(tables().lists["cues"])), Stance.ASSERT, None, self.speech_time()
            )
        self.claim(telling, written, said)
        self.end()

    def according(self, telling: Telling) -> None:
        """With the source in front."""
        cue = self.writer.put("according to")
        self.writer.put(" ")
        source = self.source(telling)
        self.writer.put(" " if self.writer.parts[-1] == "," else ", ")
        written = self.any_clause(telling, Mode.PAST, timed=0.3)
        self.claim(telling, written, DraftSource(source, cue, Stance.ASSERT))
        self.end()

    def told(self, telling: Telling) -> None:
        """As indirect speech to a paper or to the press."""
        self.begin()
        assert telling.speaker is not None
        source, cue, medium = self.source(telling), self.cue("told"), None
        self.writer.put(" ")
        if telling.speaker.medium:
            medium = self.writer.phrase(paper_phrase(telling.speaker.medium))
        else:
            self.writer.put("reporters")
        time = self.speech_time()
        self.writer.put(" that ")
        written = self.any_clause(telling, self.rng.choice((Mode.PAST, Mode.HAD)))
        self.claim(telling, written, DraftSource(source, cue, Stance.ASSERT, medium, time))
        self.end()

    def quote(self, telling: Telling) -> None:
        """As direct speech; in the first person where the speaker speaks for the one who acts."""
        self._open()
        if self.rng.random() < 0.35:
            self.writer.put(self.rng.choice(tables().lists["openings"]) + " ")
        clause = self.own_clause(telling)
        if clause is None:
            self.quoted(telling, self.any_clause(telling, Mode.PAST))
            return
        mode = self.rng.choice((Mode.PAST, Mode.HAVE))
        self.quoted(telling, clause.verb(mode, active=True, subject=WE))

    def confirmed(self, telling: Telling) -> None:
        """As somebody's acknowledgement."""
        self.begin()
        source = self.source(telling)
        cue = self.cue(self.rng.choice(_ACKNOWLEDGED))
        time = self.speech_time()
        self.writer.put(" that ")
        written = self.any_clause(telling, Mode.HAD)
        self.claim(telling, written, DraftSource(source, cue, Stance.ACKNOWLEDGE, None, time))
        self.end()

    def announced(self, telling: Telling) -> None:
        """With the happening as a noun; as an acknowledgement where its clauses have none."""
        with_nouns = [c for c in happening_of(telling).clauses if c.nouns]
        if not with_nouns:
            self.confirmed(telling)
            return
        self.begin()
        source = self.source(telling)
        word, stance = self.rng.choice(_ANNOUNCED)
        cue = self.cue(word)
        self.writer.put(" the ")
        written = self.clauses(telling, self.rng.choice(with_nouns)).noun()
        self.claim(telling, written, DraftSource(source, cue, stance))
        self.end()

    def accused(self, telling: Telling) -> None:
        """As an accusation."""
        self.begin()
        source = self.source(telling)
        cue = self.cue("accused")
        self.writer.put(" ")
        clause = self.clauses(telling, self.rng.choice(happening_of(telling).clauses))
        subject = clause.clause.subject
        blamed = self.writer.phrase(clause.phrases[subject])
        self.writer.put(" of ")
        written = clause.verb(Mode.GERUND, active=True)
        written.roles.insert(0, (subject, blamed))
        self.claim(telling, written, DraftSource(source, cue, Stance.ACCUSE))
        self.end()

    # --- the happening is hedged

    def hedged(self, telling: Telling) -> None:
        """In the report's own voice, with a hedge."""
        self.begin()
        mode = self.rng.choice(tuple(_HEDGED))
        written = self.any_clause(telling, mode, timed=0.3)
        self.claim(telling, written, None, Stand.HEDGE, _HEDGED[mode])
        self.end()

    def may_say(self, telling: Telling) -> None:
        """As what somebody holds possible."""
        self.begin()
        source = self.source(telling)
        cue = self.cue(self.rng.choice(tables().lists["cues"]))
        time = self.speech_time()
        self.writer.put(" that ")
        written = self.any_clause(telling, Mode.MAY)
        said = DraftSource(source, cue, Stance.ASSERT, None, time)
        self.claim(telling, written, said, Stand.HEDGE, Factuality.POSSIBLE)
        self.end()

    # --- the happening is denied

    def denied_that(self, telling: Telling) -> None:
        """As a denial that names the happening."""
        source = self.denier(telling)
        cue = self.cue("denied")
        time = self.speech_time()
        self.writer.put(" that ")
        clause = self.own_clause(telling)
        assert clause is not None
        written = clause.verb(Mode.HAD, active=True, subject=IT if self.rng.random() < 0.5 else None)
        self.deny(telling, written, DraftSource(source, cue, Stance.DENY, None, time))

    def denied_doing(self, telling: Telling) -> None:
        """As a denial of having done it."""
        source = self.denier(telling)
        cue = self.cue("denied")
        self.writer.put(" ")
        clause = self.own_clause(telling)
        assert clause is not None
        self.deny(telling, clause.verb(Mode.GERUND, active=True), DraftSource(source, cue, Stance.DENY))

    def never_quote(self, telling: Telling) -> None:
        """As direct speech: "we have never"."""
        self._open()
        clause = self.own_clause(telling)
        assert clause is not None
        written = clause.verb(self.rng.choice((Mode.NEVER, Mode.NOT)), active=True, subject=WE)
        self.quoted(telling, written, Stand.DENY)

    def did_not(self, telling: Telling) -> None:
        """As indirect speech with a negation."""
        clause = self.own_clause(telling)
        assert clause is not None
        written = clause.verb(Mode.NOT, active=True)
        self.writer.put(", ")
        source = self.source(telling)
        cue = self.cue("said")
        self.deny(telling, written, DraftSource(source, cue, Stance.ASSERT, None, self.speech_time()))

    def rejected(self, telling: Telling) -> None:
        """As a denial that does not name the happening; it follows a sentence that does."""
        key = happening_of(telling).key
        source = self.denier(telling)
        verb = self.rng.choice(_REJECTED)
        cue = self.cue(verb)
        self.writer.put(" the ")
        content = self.writer.put(self.rng.choice(_CHARGES))
        time = self.speech_time()
        said = DraftSource(source, cue, Stance.DENY, None, time)
        self.statement(verb, telling, content, said, Told(key + "/denied", Stand.DENY, key))
        self.end()

    # --- nothing happens

    def remark(self, telling: Telling) -> None:
        """A remark as direct speech, by some in part."""
        assert telling.speaker is not None
        assert telling.words is not None
        self._open()
        words, cut = telling.words, telling.words.text.find(", ")
        if cut > 0 and self.rng.random() < 0.5:
            words = words._replace(text=words.text[:cut])
        content = self.writer.phrase(words)
        self.writer.put(",” ")
        source = self.source(telling)
        verb = self.rng.choice(tables().lists["cues"])
        cue = self.cue(verb)
        said = DraftSource(source, cue, Stance.ASSERT, None, self.speech_time())
        told = Told(telling.speaker.key + "/remark", Stand.AFFIRM)
        self.statement(verb, telling, content, said, told)
        self.end()

    def background(self, telling: Telling) -> None:
        """A sentence that claims nothing."""
        assert telling.words is not None
        self.writer.phrase(telling.words)

    # --- headlines

    def headline(self, telling: Telling) -> None:
        """In the present, in nobody's words or in those of whom the speaker speaks for."""
        way = self.rng.random()
        if way < 0.25:
            self.writer.put(self.rng.choice(tables().lists["labels"]) + ": ")
            self.writer.capital = True
        written = self.any_clause(telling, Mode.HEADLINE)
        if way > 0.7:
            self.writer.put(" ")
            self.writer.phrase(self.scene.adverbial(self.rng))
        speaker, said = telling.speaker, None
        if speaker is not None and speaker.party is not None:
            self.named = False
            self.writer.put(", ")
            source = self.writer.phrase(speaker.party.plain()._replace(lead=""))
            said = DraftSource(source, self.cue("says"), Stance.ASSERT)
        self.claim(telling, written, said)

    def denial_headline(self, telling: Telling) -> None:
        """Who acts denies it."""
        clause = self.own_clause(telling)
        assert clause is not None
        self.named, subject = False, clause.clause.subject
        source: Ends = self.writer.phrase(clause.phrases[subject]._replace(lead=""), subject=True)
        cue = self.cue("denies")
        self.writer.put(" ")
        written = clause.verb(Mode.GERUND, active=True)
        written.roles.insert(0, (subject, source))
        said = DraftSource(source, cue, Stance.DENY)
        self.claim(telling, written, said, Stand.DENY, Factuality.NOT_CERTAIN)

    def _open(self) -> None:
        """Open a quotation."""
        self.writer.capital = False
        self.writer.put("“")
        self.writer.capital = True
