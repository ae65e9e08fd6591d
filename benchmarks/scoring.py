"""Scores a ledger's claims against hand-made gold claims.

A claim matches a gold claim of the same document and frame when its trigger lies in the gold span; a `statement` also
when its evidence shares half of the shorter of the two spans. Matching is one to one: required gold claims first, then
the pair that agrees in the larger part. Optional gold claims are never missed; a claim that could match any gold claim
is not spurious (a repeat), nor is any `statement`, of which a text holds more than a reader lists.

`strict_f1` counts a match only if all that gold states is right. Each aspect (roles, source, factuality, …) is the
share that is right over the required claims that were matched.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from benchmarks.common import Counts
from benchmarks.golden import Figure, GoldClaim, Report
from counterclaim.records import Claim, Entity, Filler, Ledger, Quantity, Span

_LEAD_WORDS = frozenset("the a an its some their his her".split())
_NOISE = re.compile(r"'s\b|[\"“”‘'().,;:!?]")
_SHORTEST_PART = 3  # characters; a name this short must be the whole of an expected one, not a part


@dataclass(frozen=True, slots=True)
class Judgement:
    """One thing that gold states of a claim, and whether the claim has it right."""

    aspect: str
    right: bool
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class Match:
    """A gold claim with the claim that was found for it."""

    gold: GoldClaim
    claim: Claim
    judgements: tuple[Judgement, ...]

    @property
    def agreement(self) -> float:
        """Share of gold's statements that are right; 1 where gold states nothing."""
        return sum(j.right for j in self.judgements) / len(self.judgements) if self.judgements else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """How a ledger's claims compare with gold: claims of documents without gold are left out."""

    gold: tuple[GoldClaim, ...]
    predicted: tuple[Claim, ...]
    matches: tuple[Match, ...]
    spurious: tuple[Claim, ...]
    documents: Mapping[str, str]  # document id -> name

    @property
    def hits(self) -> list[Match]:
        """Matches of required gold claims."""
        return [m for m in self.matches if not m.gold.optional]

    @property
    def missed(self) -> list[GoldClaim]:
        """Required gold claims for which nothing was found."""
        taken = {id(m.gold) for m in self.matches}
        return [g for g in self.gold if not g.optional and id(g) not in taken]

    def figures(self) -> dict[str, float]:
        """Counts, precision, recall, F1, strict F1 and the share right by aspect."""
        hits, required = self.hits, sum(not g.optional for g in self.gold)
        found = len(hits) + len(self.spurious)
        whole = sum(m.agreement == 1.0 for m in hits)
        counts = _counts(len(hits), found, required)
        aspects: dict[str, list[bool]] = defaultdict(list)
        for judgement in (j for m in hits for j in m.judgements):
            aspects[judgement.aspect].append(judgement.right)
        return {
            "gold": required,
            "predicted": len(self.predicted),
            "matched": len(hits),
            "spurious": len(self.spurious),
            "precision": counts.precision,
            "recall": counts.recall,
            "f1": counts.f1,
            "strict_f1": _counts(whole, found, required).f1,
            **{aspect: sum(right) / len(right) for aspect, right in sorted(aspects.items())},
        }

    def listing(self) -> list[str]:
        """What is missed, spurious or partly wrong, by document and place, one line each."""
        rows: list[tuple[str, int, str]] = []
        for g in self.missed:
            head = f"MISSED    {g.id} {g.frame}/{_or(g.stage)} [{g.trigger}] {g.factuality} by {_or(g.source)}"
            rows.append((g.document, g.span.start, f"{head} | {_expected_roles(g)}"))
        for c in self.spurious:
            name = self.documents[c.document]
            head = f"SPURIOUS  {name} {c.frame}/{c.stage} [{c.trigger.text}] {c.factuality.value} ({c.rule})"
            rows.append((name, c.trigger.span.start, f"{head} | {' '.join(c.evidence.text.split())[:160]}"))
        for match in self.matches:
            wrong = [f"{j.aspect}: expected {j.expected}, got {j.got}" for j in match.judgements if not j.right]
            if wrong and not match.gold.optional:
                g = match.gold
                rows.append((g.document, g.span.start, f"PARTLY    {g.id} {g.frame} [{g.trigger}] {'; '.join(wrong)}"))
        return [line for *_, line in sorted(rows)]


def _counts(right: int, found: int, wanted: int) -> Counts:
    counts = Counts()
    counts.right, counts.found, counts.wanted = right, found, wanted
    return counts


def _or(names: Sequence[str] | None) -> str:
    return "|".join(names) if names else "-"


def _expected_roles(gold: GoldClaim) -> str:
    return "; ".join(f"{role}={_or(names)}" for role, names in gold.roles.items())


def name_of(path: str) -> str:
    """A document's name: its file's, without the ending."""
    return PurePath(path.replace("\\", "/")).stem


def score(gold: Sequence[GoldClaim], ledger: Ledger) -> Score:
    """Match a ledger's claims with gold claims."""
    documents = {d.id: name_of(d.path) for d in ledger.documents}
    with_gold = {g.document for g in gold}
    entities = {e.id: e for e in ledger.entities}
    claims = [c for c in ledger.claims if documents.get(c.document) in with_gold]
    by_place: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        by_place[documents[claim.document], claim.frame].append(number)
    pairs = [
        (i, j, Match(g, claims[j], tuple(judge(g, claims[j], entities))))
        for i, g in enumerate(gold)
        for j in by_place[g.document, g.frame]
        if _in_place(g, claims[j])
    ]
    absorbed = {j for _, j, _ in pairs}
    spurious = [c for j, c in enumerate(claims) if j not in absorbed and c.frame != "statement"]
    return Score(tuple(gold), tuple(claims), tuple(_one_to_one(pairs)), tuple(spurious), documents)


def _in_place(gold: GoldClaim, claim: Claim) -> bool:
    if gold.span.covers(claim.trigger.span):
        return True
    one, other = gold.span, claim.evidence.span
    shorter = min(one.end - one.start, other.end - other.start)
    return claim.frame == "statement" and shorter > 0 and _shared(one, other) >= shorter / 2


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _one_to_one(pairs: Iterable[tuple[int, int, Match]]) -> Iterable[Match]:
    """Required first, then best agreement, then the order of gold and of the ledger."""
    gold_taken, claims_taken = set(), set()
    for i, j, match in sorted(pairs, key=lambda p: (p[2].gold.optional, -p[2].agreement, p[0], p[1])):
        if i not in gold_taken and j not in claims_taken:
            gold_taken.add(i)
            claims_taken.add(j)
            yield match


def judge(gold: GoldClaim, claim: Claim, entities: Mapping[str, Entity]) -> Iterable[Judgement]:
    """What gold states of a claim, one by one. A source is judged where gold names one."""
    for role, names in gold.roles.items():
        fillers = list(claim.roles.get(role, ()))
        if role == "place" and claim.place is not None:
            fillers.append(claim.place)
        yield Judgement("role", _any_named(fillers, names, entities), f"{role}={_or(names)}", _texts(fillers))
    if gold.source:
        sources = [a.source for a in claim.attribution if a.source is not None]
        yield Judgement("source", _any_named(sources, gold.source, entities), _or(gold.source), _texts(sources))
    if gold.factuality:
        got = claim.factuality.value
        yield Judgement("factuality", got == gold.factuality, gold.factuality, got)
    if gold.stage:
        yield Judgement("stage", claim.stage in gold.stage, _or(gold.stage), str(claim.stage))
    if gold.quantity:
        yield _figure_right("quantity", gold.quantity, claim.quantity)
    if gold.value:
        yield _figure_right("value", gold.value, claim.value)
    if gold.time:
        days = None if claim.time is None else (claim.time.start, claim.time.end)
        yield Judgement("time", days == gold.time, _days(gold.time), _days(days))


def _days(days: tuple[str | None, str | None] | None) -> str:
    return "-" if days is None else "/".join(day or "…" for day in days)


def _texts(fillers: Sequence[Filler]) -> str:
    return _or([" ".join(f.text.split()) for f in fillers])


def _figure_right(aspect: str, gold: Figure, got: Quantity | None) -> Judgement:
    """Bound and low side agree; the high side where the bound speaks of it; the currency of a sum of money."""
    expected = f"{gold.bound}:{gold.low}:{gold.high} {gold.unit or ''}".rstrip()
    if got is None:
        return Judgement(aspect, right=False, expected=expected, got="-")
    right = (got.bound.value, got.low) == (gold.bound, gold.low)
    if gold.bound in {"max", "range"}:
        right = right and got.high == gold.high
    if aspect == "value":
        right = right and got.unit == gold.unit
    return Judgement(aspect, right, expected, f"{got.bound.value}:{got.low}:{got.high} {got.unit or ''}".rstrip())


def _any_named(fillers: Iterable[Filler], expected: Sequence[str], entities: Mapping[str, Entity]) -> bool:
    """Whether a filler, by its own words or by a name of its entity, is one of the names that will do."""
    for filler in fillers:
        entity = entities.get(filler.entity or "")
        known_as = [filler.text, *((entity.name, *entity.aliases) if entity else ())]
        if any(same_name(name, expected) for name in known_as):
            return True
    return False


def same_name(name: str, expected: Iterable[str]) -> bool:
    """Whether a name is an expected one: the same words, these and more, or, if not too short, a part of them.

    Case, punctuation, articles and possessive endings do not count.
    """
    found = _plain(name)
    if not found:
        return False
    for one in map(_plain, expected):
        if found == one or f" {one} " in f" {found} " or (len(found) > _SHORTEST_PART and f" {found} " in f" {one} "):
            return True
    return False


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).replace("’", "'").casefold()
    return " ".join(word for word in _NOISE.sub(" ", text).split() if word not in _LEAD_WORDS)


def page_figures(reports: Sequence[Report], ledger: Ledger) -> dict[str, float]:
    """Shares of reports whose publication date, title and credits are right; where none is shown, none is right.

    ``own_voice``: of the required claims without a source, the share that the ledger leaves without one.
    """
    found = {name_of(d.path): d for d in ledger.documents}
    read = [(r, found[r.name]) for r in reports if r.name in found]
    alone = [m for m in score([c for r in reports for c in r.claims], ledger).hits if m.gold.source is None]
    right = {
        "published": [r.published == d.published for r, d in read],
        "title": [_spaced(r.title) == _spaced(d.title) for r, d in read],
        "credits": [{c.casefold() for c in r.credits} == {c.casefold() for c in d.credits} for r, d in read],
        "own_voice": [all(a.source is None for a in m.claim.attribution) for m in alone],
    }
    return {key: sum(each) / len(each) for key, each in right.items() if each}


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())
