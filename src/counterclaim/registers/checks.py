"""Sanction claims against the register of whoever imposed them: name by name, date by date, count by count.

A check tells what the list has, and on which day; it never says that a claim is true. Where the list, the day or the
name does not allow an answer, the outcome is "cannot tell", with the reason.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from counterclaim.lexicon.tables import lexicon
from counterclaim.records import (
    Claim,
    CountCheck,
    EntryKind,
    Feature,
    Ledger,
    Outcome,
    Proposition,
    Register,
    RegisterCheck,
    RegisterEntry,
    ScreeningHit,
    Span,
    TargetCheck,
    Verdict,
)
from counterclaim.registers.check_counts import Days, check_count, counted
from counterclaim.registers.check_imposing import imposing
from counterclaim.registers.check_others import DENIED, Others
from counterclaim.registers.check_targets import Named, Targets
from counterclaim.registers.check_windows import Window, window_of
from counterclaim.registers.imposers import Imposer
from counterclaim.registers.index import ScreeningIndex
from counterclaim.registers.regime_dates import Dates
from counterclaim.registers.screen import screen

_STAGES = frozenset({"impose", "extend", "ease", "lift"})
_TAKEN_OFF = frozenset({"ease", "lift"})
_VESSELS = frozenset({EntryKind.SHIP, EntryKind.AIRCRAFT})
_GOVERNMENT = frozenset({"regime", "government", "authorities", "leadership", "state"})
_WORD = re.compile(r"[^\W\d][\w’'-]*")
NEARBY = "The report names it near the claim, not as its target."
_AS_GOOD = 0.05  # of scores: entries that fit a name as well as each other


def check_sanctions(ledger: Ledger, registers: Sequence[Register], index: ScreeningIndex) -> tuple[RegisterCheck, ...]:
    """What the registers say to each sanction proposition, in the order of the propositions, one check an imposer.

    ``index`` holds the names of ``registers``. Propositions that everybody denies, that only threaten, or whose imposer
    publishes no list known here have no check.
    """
    return check_targets(ledger, registers, index)[0]


def check_targets(
    ledger: Ledger, registers: Sequence[Register], index: ScreeningIndex
) -> tuple[tuple[RegisterCheck, ...], tuple[ScreeningHit, ...]]:
    """The checks, and the hits of targets that are entities of the ledger.

    What stands beside a name in a sanction claim ("the company X", "the prison Y") tells more than the name alone, so
    that these may be hits where screening the entity gives a possible or nothing.
    """
    if not registers:
        return (), ()
    checker = _Checker(ledger, registers, index)
    checks = tuple(check for proposition in ledger.propositions for check in checker.checks(proposition))
    return checks, tuple(dict.fromkeys(hit for check in checks for hit in checker.hits(check)))


class _List:
    """One loaded register, its entries at hand by their ids and days."""

    def __init__(self, register: Register) -> None:
        self.version = register.version
        self.days = Days(register)
        self.entries = {entry.id: entry for entry in register.entries}
        self.vessels = any(entry.kind in _VESSELS for entry in register.entries)


@dataclass(slots=True)
class _Question:
    """One proposition and one imposer: what is asked of its list."""

    proposition: Proposition
    imposer: Imposer
    claims: list[Claim]
    window: Window
    notes: dict[str, None] = field(default_factory=dict)


class _Checker:
    """Checks the propositions of one ledger."""

    def __init__(self, ledger: Ledger, registers: Sequence[Register], index: ScreeningIndex) -> None:
        self._registers, self._index = registers, index
        sanctions = [p for p in ledger.propositions if p.frame == "sanction" and p.stage in _STAGES]
        every = {claim.id: claim for claim in ledger.claims}
        self._claims = {
            key: every[key]
            for proposition in sanctions
            for key in proposition.claims
            if key in every and every[key].stage in _STAGES and every[key].factuality not in DENIED
        }
        entities = {entity.id: entity for entity in ledger.entities}
        self._imposed = imposing(self._claims.values(), sanctions, entities)
        self._targets = Targets.of(ledger, self._claims.values())
        self._dates = Dates(ledger)
        self._named = {key: self._targets.named(claim) for key, claim in self._claims.items()}
        self._sentences: dict[tuple[str, Span], list[str]] = {}
        for key, claim in self._claims.items():
            self._sentences.setdefault((claim.document, self._targets.sentence(claim)), []).append(key)
        self._taken: dict[tuple[str, str], set[str]] = {}
        for key, claim in self._claims.items():
            for imposer in self._imposed[key].imposers:
                taken = self._taken.setdefault((claim.document, imposer.state), set())
                taken.update(name.entity for name in self._named[key] if name.entity is not None)
        self._others = Others.of(every.values(), self._targets, self._imposed)
        self._lists: dict[str, _List | None] = {}
        self._screened: dict[tuple[str, str], tuple[ScreeningHit, ...]] = {}

    def checks(self, proposition: Proposition) -> Iterable[RegisterCheck]:
        """The checks of a proposition, one an imposer with a list."""
        claims = [self._claims[key] for key in proposition.claims if key in self._claims]
        by_imposer: dict[Imposer, list[Claim]] = {}
        for claim in claims:
            for imposer in self._imposed[claim.id].imposers:
                by_imposer.setdefault(imposer, []).append(claim)
        for imposer, own in by_imposer.items():
            imposed = [self._imposed[claim.id] for claim in own]
            before = [self._claims[i.taken_from] for i in imposed if i.taken_from is not None]
            question = _Question(proposition, imposer, own, window_of(own, before, self._dates))
            question.notes |= dict.fromkeys(i.note for i in imposed if i.note)
            yield self._check(question)

    def hits(self, check: RegisterCheck) -> Iterable[ScreeningHit]:
        """The hits behind a check's targets, each for its entity."""
        for target in check.targets:
            if target.entity is not None and target.verdict is Verdict.HIT:
                for hit in self._screened.get((target.target, check.list_version), ()):
                    if hit.entry == target.entry:
                        note = Feature("a target", 0.0, f"named as “{target.target}” in a sanction claim")
                        yield replace(hit, entity=target.entity, features=(*hit.features, note))

    def _check(self, question: _Question) -> RegisterCheck:
        listed = self._list_of(question.imposer)
        if listed is None:
            return self._not_loaded(question)
        targets, matched = self._check_targets(question, listed)
        counts = self._check_counts(question, listed, matched)
        targets += _unnamed(question.claims, targets, counts)
        if question.proposition.stage in _TAKEN_OFF:
            question.notes[f"the claim is that the measure was taken off; the list is that of {_day(listed)}"] = None
        return RegisterCheck(
            proposition=question.proposition.id,
            register=listed.version.register,
            list_version=listed.version.label,
            claims=tuple(claim.id for claim in question.claims),
            targets=tuple(targets),
            counts=tuple(counts),
            start=question.window.start,
            end=question.window.end,
            dated=question.window.dated,
            note=_sentences(question.notes),
        )

    def _list_of(self, imposer: Imposer) -> _List | None:
        if imposer.state not in self._lists:
            register = imposer.among(self._registers)
            self._lists[imposer.state] = None if register is None else _List(register)
        return self._lists[imposer.state]

    def _not_loaded(self, question: _Question) -> RegisterCheck:
        why = f"{question.imposer.register} is not among those loaded"
        names = dict.fromkeys((n.shown, n.entity) for claim in question.claims for n in self._named[claim.id])
        return RegisterCheck(
            proposition=question.proposition.id,
            register=question.imposer.ids[0],
            list_version="",
            claims=tuple(claim.id for claim in question.claims),
            targets=tuple(
                TargetCheck(text, entity, Outcome.CANNOT_TELL, Verdict.NONE, note=f"{why}.") for text, entity in names
            ),
            start=question.window.start,
            end=question.window.end,
            dated=question.window.dated,
            note=_sentences({f"{why}: load it with `counterclaim registers load`": None, **question.notes}),
        )

    # --- names --------------------------------------------------------------------------------------------------------

    def _check_targets(self, question: _Question, listed: _List) -> tuple[list[TargetCheck], list[RegisterEntry]]:
        """The targets of a question's claims; and the entries that fit its days."""
        found: dict[str, TargetCheck] = {}
        taken_off = question.proposition.stage in _TAKEN_OFF
        for claim in question.claims:
            for name in self._named[claim.id]:
                check = self._target(name, question.window, listed, taken_off=taken_off)
                found.setdefault(name.entity or name.text, check)
            taken = self._taken.get((claim.document, question.imposer.state), set())
            others = self._others.targets(claim.document, question.imposer)
            for name in self._near(question, claim):
                if name.entity in found or name.entity in taken or name.entity in others:
                    continue
                check = self._target(name, question.window, listed, taken_off=taken_off)
                if check.outcome is Outcome.LISTED and check.verdict is Verdict.HIT:
                    found[name.entity or name.text] = replace(check, note=f"{check.note} {NEARBY}")
                    taken.add(name.entity or "")
        targets = _each_once(found.values())
        known = (
            targets
            if targets
            else [self._target(n, question.window, listed, taken_off=False) for n in self._beside(question)]
        )
        fitting = (t.entry for t in known if t.outcome is Outcome.LISTED and t.verdict is Verdict.HIT)
        return targets, [listed.entries[entry] for entry in fitting if entry in listed.entries]

    def _beside(self, question: _Question) -> Iterable[Named]:
        """The targets of the imposer's other claims in the same sentence: "40 people and nine firms, among them X"."""
        for claim in question.claims:
            for key in self._sentences.get((claim.document, self._targets.sentence(claim)), ()):
                if question.imposer in self._imposed[key].imposers:
                    yield from self._named[key]

    def _near(self, question: _Question, claim: Claim) -> tuple[Named, ...]:
        """Names that a day of listing may show to be targets: only where there are days, and a listing is claimed."""
        open_ = question.window.start is None or question.proposition.stage in _TAKEN_OFF
        return () if open_ else self._targets.near(claim)

    def _target(self, name: Named, window: Window, listed: _List, *, taken_off: bool) -> TargetCheck:
        """One name against a list; ``taken_off``: the claim is that it was taken off that."""
        spelling, hit = self._best(name, window, listed)
        if hit is None:
            entity = self._targets.entities.get(name.entity or "")
            vessel = entity is not None and entity.type == "VEHICLE"
            outcome, note = _not_found(window, listed, vessel=vessel, taken_off=taken_off)
            return TargetCheck(spelling, name.entity, outcome, Verdict.NONE, note=note)
        outcome, note = _outcome(hit, window, listed, taken_off=taken_off)
        return TargetCheck(
            target=spelling,
            entity=name.entity,
            outcome=outcome,
            verdict=hit.verdict,
            entry=hit.entry,
            name=hit.name,
            listed=hit.listed,
            score=hit.score,
            note=note,
        )

    def _best(self, name: Named, window: Window, listed: _List) -> tuple[str, ScreeningHit | None]:
        """The hit of the best spelling; words beside a name are tried for sure hits only."""
        best: tuple[str, ScreeningHit] | None = None
        for number, spelling in enumerate(name.spellings):
            if best is not None and best[1].verdict is Verdict.HIT and best[1].score >= 1:
                break
            hit = _of_the_days(self._hits(spelling, listed), window, only_hits=number >= name.own)
            if hit is not None and (best is None or _is_better(hit, best[1])):
                best = spelling, hit
        return best or (name.shown, None)

    def _hits(self, spelling: str, listed: _List) -> tuple[ScreeningHit, ...]:
        label = listed.version.label
        if (spelling, label) not in self._screened:
            hits = (hit for hit in screen(spelling, self._index) if hit.list_version == label)
            self._screened[spelling, label] = tuple(hit for hit in hits if hit.verdict is not Verdict.NONE)
        return self._screened[spelling, label]

    # --- counts -------------------------------------------------------------------------------------------------------

    def _check_counts(self, question: _Question, listed: _List, matched: Sequence[RegisterEntry]) -> list[CountCheck]:
        """The counts that a question's claims state, each once."""
        found: dict[tuple[float | None, float | None, str, str | None], CountCheck] = {}
        for claim in question.claims:
            quantity = claim.quantity
            beside = (filler.text for filler in claim.roles.get("target", ()))
            kinds = counted(quantity, beside) if quantity is not None else ()
            if quantity is not None and kinds:
                check = check_count(quantity, kinds, listed.days, matched, question.window)
                found.setdefault((check.low, check.high, check.bound, check.kind), check)
        return list(found.values())


def _of_the_days(hits: Sequence[ScreeningHit], window: Window, *, only_hits: bool) -> ScreeningHit | None:
    """The best hit; of entries that fit a name alike, one that was listed on the days of the claim."""
    if not hits or (only_hits and hits[0].verdict is not Verdict.HIT):
        return None
    first = hits[0]
    alike = (hit for hit in hits if hit.verdict is first.verdict and hit.score >= first.score - _AS_GOOD)
    return min(alike, key=lambda hit: (hit.listed is None or window.side(hit.listed) != 0, -hit.score))


def _is_better(hit: ScreeningHit, than: ScreeningHit) -> bool:
    """Whether a hit of a longer spelling is to be preferred: a surer one, or the same entry's with a better score."""
    if hit.verdict is not than.verdict:
        return hit.verdict is Verdict.HIT
    return hit.entry == than.entry and hit.score > than.score


def _each_once(targets: Iterable[TargetCheck]) -> list[TargetCheck]:
    """Targets without those that only repeat another one's entry."""
    found: dict[str, TargetCheck] = {}
    for target in targets:
        found.setdefault(target.entry or f"\0{target.target}", target)
    return list(found.values())


def _outcome(hit: ScreeningHit, window: Window, listed: _List, *, taken_off: bool) -> tuple[Outcome, str]:
    """How the day of a listing stands to a claim's days, and that in a sentence."""
    entry = listed.entries.get(hit.entry)
    on = f"{'possibly ' if hit.verdict is Verdict.POSSIBLE else ''}on the list as {hit.name}{_reference(entry)}"
    if hit.listed is None:
        return Outcome.CANNOT_TELL, f"{on}; the list gives no day of listing."
    if window.start is None or window.end is None:
        return Outcome.CANNOT_TELL, f"{on}, since {hit.listed}; {window.dated}."
    side = window.side(hit.listed)
    if taken_off and side <= 0:
        return Outcome.LISTED_EARLIER, f"{on}, since {hit.listed}; the list of {_day(listed)} has it still."
    if side < 0:
        return Outcome.LISTED_EARLIER, f"{on}, since {hit.listed}, before the days that fit the claim."
    if side > 0:
        return Outcome.LISTED_LATER, f"{on}, since {hit.listed}, after the days that fit the claim."
    return Outcome.LISTED, f"{on}, since {hit.listed}, which fits the claim."


def _reference(entry: RegisterEntry | None) -> str:
    """Where in the publisher's own order an entry stands."""
    shown = ", ".join(f"{kind} {value}" for kind, value in entry.references) if entry is not None else ""
    return f" ({shown})" if shown else ""


def _not_found(window: Window, listed: _List, *, vessel: bool, taken_off: bool) -> tuple[Outcome, str]:
    published = listed.version.published
    if vessel and not listed.vessels:
        return Outcome.CANNOT_TELL, "the list as loaded has no ships or aircraft at all."
    if published is None:
        return Outcome.CANNOT_TELL, "not on the list as loaded, which gives no day of its own and may be older."
    if window.start is not None and published < window.start:
        return Outcome.CANNOT_TELL, f"not on the list of {published}, which is older than the claim."
    return Outcome.NOT_FOUND, f"not on the list of {published}{', as the claim would have it' if taken_off else ''}."


def _unnamed(claims: Sequence[Claim], named: Sequence[TargetCheck], counts: Sequence[CountCheck]) -> list[TargetCheck]:
    """What stands in the target's role without a name that could be looked up, where nothing else was checked."""
    if named:
        return []
    found: dict[str, TargetCheck] = {}
    for claim in claims:
        counted = claim.quantity.span if claim.quantity is not None and counts else None
        for filler in claim.roles.get("target", ()):
            if counted is not None and filler.span.covers(counted):
                continue
            note = f"{_why_unnamed(filler.text)}."
            found.setdefault(
                filler.text, TargetCheck(filler.text, filler.entity, Outcome.CANNOT_TELL, Verdict.NONE, note=note)
            )
    return list(found.values())


def _why_unnamed(text: str) -> str:
    """Why a target could not be looked up."""
    if _is_state(text):
        return "a state is on no list of names"
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]
    states = {word for pair in pairwise(words) if " ".join(pair) in lexicon().states for word in pair}
    states |= {word for word in words if not lexicon().states.keys().isdisjoint({word, word.removesuffix("s")})}
    if any(word[0].isupper() and word not in states for word in words):
        return "no name was recognised as that of a target, and none was looked up"
    return "its sentence names nobody who could be looked up"


def _is_state(text: str) -> bool:
    """Whether a target is a state or its government, not a body in it."""
    words = text.removeprefix("the ").replace("’", "'").split()
    while len(words) > 1 and words[-1].lower() in _GOVERNMENT:
        words.pop()
    return " ".join(words).removesuffix("'s") in lexicon().states


def _day(listed: _List) -> str:
    return listed.version.published or "an unknown day"


def _sentences(notes: Mapping[str, None]) -> str:
    return " ".join(f"{note[0].upper()}{note[1:]}." for note in notes)
