"""Ledgers of any content, for property tests of what goes out and comes back in."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from counterclaim.records import (
    Attribution,
    Bound,
    Claim,
    CountCheck,
    Document,
    Entity,
    EntryKind,
    Factuality,
    Feature,
    Figure,
    Filler,
    InForce,
    Ledger,
    Lineage,
    LineageLink,
    LinkKind,
    Origin,
    OriginKind,
    Outcome,
    Proposition,
    Quantity,
    Refusal,
    RegimeFinding,
    RegisterCheck,
    RegisterVersion,
    ScreeningHit,
    Section,
    Span,
    Stance,
    Status,
    Story,
    TargetCheck,
    Time,
    Unresolved,
    Utterance,
    Verdict,
)

# Of two lone surrogates JSON makes the character that they spell: all other text must come back as it was.
TEXT = st.text(st.characters(exclude_categories=()), max_size=6).map(
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
)
MAYBE = st.none() | TEXT
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
SIDE = st.none() | NUMBER | st.integers(0, 10**6).map(float)
SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(min(ends), max(ends)))
DIGEST = st.text("0123456789abcdef", min_size=64, max_size=64)


def some(of: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=most).map(tuple)


def named(of: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(TEXT, of, max_size=2)


TEXTS = some(TEXT)
FILLER = st.builds(Filler, TEXT, SPAN, MAYBE)
QUANTITY = st.builds(Quantity, SIDE, SIDE, st.sampled_from(Bound), MAYBE, TEXT, SPAN)
TIME = st.builds(Time, MAYBE, MAYBE, TEXT, SPAN, MAYBE)
LINK = st.builds(Attribution, st.none() | FILLER, FILLER, st.sampled_from(Stance), st.none() | FILLER, st.none() | TIME)
DOCUMENT = st.builds(Document, TEXT, st.just(""), DIGEST, MAYBE, MAYBE, MAYBE, TEXT, TEXTS, MAYBE, MAYBE)
ENTITY = st.builds(Entity, TEXT, TEXT, TEXT, TEXTS, some(st.tuples(TEXT, SPAN)))
CLAIM = st.builds(
    Claim,
    *(DIGEST.map(lambda digest: f"d:{digest[:16]}"), TEXT, MAYBE, named(some(FILLER)), some(LINK)),
    *(st.sampled_from(Factuality), st.none() | QUANTITY, st.none() | FILLER, FILLER, FILLER, TEXT),
    *(st.sampled_from(Section), st.none() | QUANTITY, st.none() | TIME),
)
ORIGIN = st.builds(Origin, st.sampled_from(OriginKind), TEXT, TEXTS)
FIGURE = st.builds(Figure, SIDE, SIDE, st.sampled_from(Bound), MAYBE, MAYBE, TEXTS)
PROPOSITION = st.builds(
    Proposition,
    *(TEXT, TEXT, MAYBE, TEXT, named(TEXTS).map(lambda roles: tuple(roles.items())), TEXTS),
    *(st.sampled_from(Status), some(ORIGIN), some(FIGURE), st.booleans(), TEXTS, TEXTS),
)
LINEAGE = st.builds(
    Lineage,
    *(TEXT, st.sampled_from(OriginKind), TEXT, TEXTS),
    some(st.builds(LineageLink, TEXT, TEXT, st.sampled_from(LinkKind), NUMBER, TEXT)),
)
VERSION = st.builds(RegisterVersion, TEXT, TEXT, TEXT, DIGEST, st.integers(0, 10**6), MAYBE, TEXT)
FEATURE_NAME = st.sampled_from(["word the same", "word the same (2)", "word the same (3)"]) | TEXT
FEATURES = some(st.builds(Feature, FEATURE_NAME, NUMBER, TEXT), 4)
HIT = st.builds(
    ScreeningHit,
    *(TEXT, TEXT, TEXT, TEXT, MAYBE, st.sampled_from(Verdict), NUMBER, FEATURES, TEXT, st.sampled_from(EntryKind)),
)
TARGET = st.builds(
    TargetCheck, TEXT, MAYBE, st.sampled_from(Outcome), st.sampled_from(Verdict), MAYBE, MAYBE, MAYBE, NUMBER, TEXT
)
COUNT = st.builds(
    CountCheck,
    *(SIDE, SIDE, st.sampled_from([bound.value for bound in Bound]), MAYBE, st.integers(0, 99), MAYBE),
    *(st.sampled_from(EntryKind), st.none() | st.booleans(), TEXT),
)
CHECK = st.builds(RegisterCheck, TEXT, TEXT, TEXT, TEXTS, some(TARGET), some(COUNT), MAYBE, MAYBE, TEXT, TEXT)
REGIME = st.builds(
    RegimeFinding, TEXT, TEXT, TEXT, TEXT, TEXT, st.sampled_from(InForce), TEXTS, TEXT, MAYBE, TEXTS, TEXT, TEXTS
)


def _placed(made: Sequence[Any], propositions: Sequence[Proposition]) -> tuple[Any, ...]:
    """Checks or regimes with the propositions that they speak to, in the order of these."""
    spread = [(i % len(propositions), one) for i, one in enumerate(made)] if propositions else []
    return tuple(replace(one, proposition=propositions[at].id) for at, one in sorted(spread, key=lambda pair: pair[0]))


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger with a few of everything."""
    propositions = draw(st.lists(PROPOSITION, max_size=2, unique_by=lambda p: p.id).map(tuple))
    return Ledger(
        draw(some(DOCUMENT)),
        draw(some(ENTITY)),
        draw(some(CLAIM)),
        draw(some(st.builds(Refusal, TEXT, TEXT, TEXT))),
        draw(some(st.builds(Story, TEXT, TEXT, TEXTS))),
        draw(some(LINEAGE)),
        draw(some(st.builds(Utterance, TEXT, TEXT, TEXT, TEXTS, TEXTS, TEXT))),
        propositions,
        draw(some(st.builds(Unresolved, TEXT, SPAN, TEXT, TEXTS, TEXT))),
        draw(some(VERSION)),
        draw(some(HIT)),
        _placed(draw(some(CHECK)), propositions),
        _placed(draw(some(REGIME)), propositions),
    )
