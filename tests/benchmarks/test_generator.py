"""Generated reports: the same for the same seed, spans right, and the truth about them complete."""

import itertools
import tracemalloc
from collections import Counter, defaultdict
from random import Random

import pytest

from benchmarks.generator import Made, generate
from benchmarks.generator_background import Scene
from benchmarks.generator_figures import figure, money, when
from benchmarks.generator_lines import Stand
from benchmarks.generator_names import person, spelled_otherwise
from benchmarks.generator_quality import Gold, bcubed, denials, pairs, quality
from benchmarks.generator_tables import tables, template
from benchmarks.generator_tell import AFFIRMING, DENYING, Teller
from benchmarks.generator_voice import Telling
from benchmarks.generator_world import FIRST_DAY, World, make_world, sizes
from counterclaim.lexicon.tables import lexicon
from counterclaim.records import (
    Bound,
    Claim,
    Factuality,
    Filler,
    Ledger,
    Lineage,
    OriginKind,
    Proposition,
    Quantity,
    Section,
    Stance,
    Status,
    Story,
    Time,
)

NAMED = {"statement", "transfer", "production", "attack", "sanction", "embargo", "support", "cooperation", "coercion"}


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return list(generate(400, seed=5))


def parts(claim: Claim) -> list[Filler | Quantity | Time]:
    fillers: list[Filler | Quantity | Time | None] = [f for held in claim.roles.values() for f in held]
    for said in claim.attribution:
        fillers += [said.source, said.cue, said.medium, said.time]
    fillers += [claim.trigger, claim.evidence, claim.quantity, claim.value, claim.time, claim.place]
    return [f for f in fillers if f is not None]


def test_the_same_seed_gives_the_same_reports_and_another_gives_others(made: list[Made]) -> None:
    assert list(generate(400, seed=5)) == made
    assert next(generate(400, seed=6)) != made[0]


def test_as_many_reports_as_asked_for_each_with_a_text_of_its_own(made: list[Made]) -> None:
    assert len(made) == 400
    assert len({m.reading.document.id for m in made}) == 400
    assert [m.reading.document.published for m in made] == sorted(m.reading.document.published or "" for m in made)


def test_all_spans_are_right(made: list[Made]) -> None:
    for one in made:
        text = one.reading.document.text
        for part in itertools.chain.from_iterable(map(parts, one.reading.claims)):
            assert part.text
            assert part.span.of(text) == part.text
        for sentence in one.reading.sentences:
            assert sentence.span.of(text).strip() == sentence.span.of(text)
            for mention in sentence.mentions:
                assert mention.span.of(text) == mention.text
                assert sentence.span.covers(mention.span)
        for claim in one.reading.claims:
            assert any(s.span.covers(claim.trigger.span) and s.section is claim.section for s in one.reading.sentences)


def test_names_stand_in_order_and_apart(made: list[Made]) -> None:
    for one in made:
        spans = [m.span for s in one.reading.sentences for m in s.mentions]
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_all_frames_stages_and_roles_are_those_of_the_lexicon(made: list[Made]) -> None:
    claims = [c for m in made for c in m.reading.claims]
    assert {c.frame for c in claims} == NAMED
    known = lexicon().frames
    for claim in claims:
        if claim.frame != "statement":
            assert claim.stage in known[claim.frame].stages
            assert claim.roles.keys() <= known[claim.frame].wants.keys()
            assert claim.rule.startswith(claim.frame + "/")
            assert not claim.rule.endswith("/none")


def test_the_truth_says_of_each_claim_what_it_claims(made: list[Made]) -> None:
    for one in made:
        assert one.truth.told.keys() == {c.id for c in one.reading.claims}
        assert len(one.truth.told) == len(one.reading.claims)
        assert len(one.truth.named) == sum(len(s.mentions) for s in one.reading.sentences)
        for claim in one.reading.claims:
            told = one.truth.told[claim.id]
            assert told.proposition.startswith(one.truth.story + "/")
            denied = claim.factuality is Factuality.NOT_CERTAIN
            hedged = claim.factuality in {Factuality.PROBABLE, Factuality.POSSIBLE}
            assert told.stand is (Stand.DENY if denied else Stand.HEDGE if hedged else Stand.AFFIRM)


def test_what_is_denied_is_told_in_the_same_report(made: list[Made]) -> None:
    for one in made:
        told = list(one.truth.told.values())
        for denial in (t for t in told if t.denies is not None):
            assert any(t.proposition == denial.denies for t in told)


def test_stories_are_of_all_sizes() -> None:
    drawn = Counter(size for _, size, _ in sizes(0, 20_000))
    assert sum(size * n for size, n in drawn.items()) == 20_000
    assert drawn[1] > sum(drawn.values()) / 2
    assert sum(n for size, n in drawn.items() if size >= 30) > 50


def test_a_copy_says_what_its_origin_says(made: list[Made]) -> None:
    by_id = {m.truth.document: m for m in made}
    copies = [m for m in made if m.truth.how]
    assert {m.truth.how for m in copies} == {"verbatim", "trimmed", "rewritten", "retold"}
    for copy in copies:
        origin = by_id[copy.truth.origin]
        assert origin.truth.origin == origin.truth.document
        assert origin.truth.story == copy.truth.story
        body = {p for p, s in told_in_body(copy)}
        assert body <= {p for p, s in told_in_body(origin)}


def told_in_body(made: Made) -> set[tuple[str, Section]]:
    return {(made.truth.told[c.id].proposition, c.section) for c in made.reading.claims if c.section is Section.BODY}


def test_a_thing_is_told_in_many_wordings(made: list[Made]) -> None:
    wordings: dict[str, set[str]] = defaultdict(set)
    for one in made:
        for claim in one.reading.claims:
            if claim.frame != "statement":
                wordings[one.truth.told[claim.id].proposition].add(claim.evidence.text)
    told_often = [w for w in wordings.values() if len(w) > 20]
    assert len(told_often) > 5


def test_conflicting_figures_cannot_both_hold(made: list[Made]) -> None:
    exact: dict[tuple[str, bool], set[float | None]] = defaultdict(set)
    for one in made:
        for claim in one.reading.claims:
            told = one.truth.told[claim.id]
            if claim.quantity is not None and claim.quantity.bound is Bound.EXACT:
                exact[told.proposition, told.conflicting].add(claim.quantity.low)
    conflicts = [key for key, conflicting in exact if conflicting]
    assert conflicts
    assert all(len(figures) == 1 for figures in exact.values())
    assert all(exact[key, True].isdisjoint(exact.get((key, False), set())) for key in conflicts)


def test_memory_does_not_grow_with_the_reports() -> None:
    def peak(documents: int) -> int:
        tracemalloc.start()
        for _ in generate(documents):
            pass
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held

    peak(20)  # the tables
    assert peak(900) < 3 * peak(300)


# --- how a happening is worded


def story_with(role: str, *, denied: bool) -> World:
    for number in range(500):
        world = make_world(1, number, 3, 10)
        first = world.happenings[0]
        if role in first.fillers and (first.denier is not None) == denied:
            return world
    raise AssertionError(role)


@pytest.mark.parametrize("manner", [*AFFIRMING, "own", "hedged", "may_say", "headline"])
def test_who_affirms_or_hedges_is_the_source(manner: str) -> None:
    world = story_with("supplier", denied=True)
    happening = world.happenings[0]
    rng = Random(3)
    speaker = None if manner in {"own", "hedged", "headline"} else happening.affirming[0]
    teller = Teller(rng, FIRST_DAY, Scene(rng, world.cast), otherwise=False)
    (claim,) = teller.line(Telling(manner, happening, speaker)).claims
    assert claim.frame == "transfer"
    assert len(claim.sources) == (0 if speaker is None else 1)
    assert claim.told.occasion == (None if speaker is None else speaker.key)


@pytest.mark.parametrize("manner", [*DENYING, "denial_headline"])
def test_who_denies_is_the_source_of_a_denial(manner: str) -> None:
    world = story_with("supplier", denied=True)
    happening = world.happenings[0]
    rng = Random(4)
    teller = Teller(rng, FIRST_DAY, Scene(rng, world.cast), otherwise=False)
    (claim,) = teller.line(Telling(manner, happening, happening.denier)).claims
    assert claim.factuality is Factuality.NOT_CERTAIN
    assert claim.told.stand is Stand.DENY
    assert happening.key in {claim.told.denies, claim.told.proposition}
    assert claim.sources[0].stance in {Stance.DENY, Stance.ASSERT}


def test_a_figure_in_other_words_still_holds() -> None:
    rng = Random(7)
    for number in (2, 9, 60, 640, 31_000):
        for _ in range(60):
            worded = figure(rng, number)
            if worded.figure is not None and worded.figure.bound is not Bound.APPROX:
                assert worded.figure.low is not None
                assert worded.figure.low <= number
                assert worded.figure.high is None or worded.figure.high >= number
        assert figure(rng, number, exact=True).figure is not None
        assert money(rng, number).words


def test_a_weekday_is_a_day_of_the_last_week() -> None:
    rng = Random(1)
    told = when(rng, FIRST_DAY, FIRST_DAY)
    assert (told.words, told.start) == ("Wednesday", "2031-01-01")
    assert "2031" in when(rng, FIRST_DAY, FIRST_DAY.replace(month=6)).start


def test_names_differ_and_some_have_a_second_spelling() -> None:
    names = {person(n) for n in range(20_000)}
    assert len(names) == 20_000
    assert any(spelled_otherwise(name) != name for name in names)


def test_a_template_is_read_into_its_pieces() -> None:
    pieces = template("{supplier} {V} {item}[ to {recipient}]")
    assert [(p.kind, p.text, p.group) for p in pieces if p.kind != "text"] == [
        ("role", "supplier", 0),
        ("verb", "", 0),
        ("role", "item", 0),
        ("role", "recipient", 1),
    ]
    assert all(c.active[0][0].kind == "role" for held in tables().clauses.values() for c in held)


# --- how well it is found again


def test_bcubed_of_a_group_too_large_and_one_cut_in_two() -> None:
    gold = {"a": "1", "b": "1", "c": "2"}
    assert bcubed([["a", "b"], ["c"]], gold)["f1"] == 1.0
    joined = bcubed([["a", "b", "c"]], gold)
    assert (round(joined["precision"], 3), joined["recall"]) == (round(5 / 9, 3), 1.0)
    assert bcubed([["a"], ["b"], ["c"]], gold)["recall"] == pytest.approx(2 / 3)
    assert bcubed([], gold)["precision"] == 1.0


def test_pairs_that_stand_together() -> None:
    gold = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert pairs([["a", "b"], ["c", "d"]], gold)["f1"] == 1.0
    assert pairs([["a", "b", "c"]], gold) == {
        "precision": pytest.approx(1 / 3),
        "recall": 0.5,
        "f1": pytest.approx(0.4),
    }


def perfect(made: list[Made], gold: Gold) -> Ledger:
    """The ledger that a perfect run over generated reports would give."""
    stories: dict[str, list[str]] = defaultdict(list)
    origins: dict[str, list[str]] = defaultdict(list)
    claims: dict[str, list[str]] = defaultdict(list)
    for one in made:
        stories[one.truth.story].append(one.truth.document)
        origins[one.truth.origin].append(one.truth.document)
        for claim, told in one.truth.told.items():
            claims[told.denies or told.proposition].append(claim)
    return Ledger(
        tuple(m.reading.document for m in made),
        (),
        tuple(c for m in made for c in m.reading.claims),
        stories=tuple(Story(key, key, tuple(held)) for key, held in stories.items()),
        lineages=tuple(Lineage(key, OriginKind.COPY, key, tuple(held)) for key, held in origins.items()),
        propositions=tuple(
            Proposition(
                key,
                "",
                None,
                "",
                (),
                tuple(held),
                Status.CONTESTED,
                (),
                denied_by=tuple(c for c in held if c in gold.denies),
            )
            for key, held in claims.items()
        ),
    )


def test_what_is_true_scores_one_and_what_is_not_less(made: list[Made]) -> None:
    gold = Gold()
    assert [gold.take(one) for one in made] == [one.reading for one in made]
    ledger = perfect(made, gold)
    found = quality(ledger, gold)
    assert {name for name, value in found.items() if name.endswith("_f1") and value == 1.0} == {
        "stories_f1",
        "copies_f1",
        "propositions_f1",
        "denials_f1",
    }
    assert denials(ledger.propositions[::2], gold)["recall"] < 1.0
