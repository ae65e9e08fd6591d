"""Candidates: near-copies and texts that share passages, found without comparing all with all."""

from random import Random

from counterclaim.lineage.candidates import near_copies, pairs, resemblance
from counterclaim.lineage.overlap import Corpus
from counterclaim.lineage.shingles import shingles
from tests.lineage.reports import BACKGROUND, BRIDGE, HARBOUR, HARBOUR_ALONE


def test_a_near_copy_is_led_by_the_longest() -> None:
    texts = [shingles(t) for t in (HARBOUR, BRIDGE, HARBOUR + " More follows soon.", "")]
    assert near_copies(texts) == [2, 1, 2, 3]
    assert resemblance(texts[0], texts[2]) > 0.9


def test_texts_that_share_a_passage_are_paired_and_others_not() -> None:
    texts = [shingles(t) for t in (HARBOUR, BRIDGE + " " + HARBOUR[:150], HARBOUR_ALONE)]
    assert pairs(texts, [0, 0, 0]) == [(0, 1)]


def test_nothing_and_short_texts_are_no_candidates() -> None:
    assert pairs([], []) == []
    assert near_copies([]) == []
    assert pairs([shingles(""), shingles("two words")], [0, 0]) == []


def test_one_line_under_many_texts_makes_few_pairs() -> None:
    chance = Random(3)
    words = [f"word{n}" for n in range(5_000)]
    texts = [shingles(" ".join([*chance.choices(words, k=60), BACKGROUND])) for _ in range(200)]
    assert len(pairs(texts, [0] * len(texts))) < 5 * len(texts)


def test_what_a_copy_shares_is_measured_on_the_shorter() -> None:
    texts = [shingles(HARBOUR), shingles(BRIDGE + " " + HARBOUR), shingles(BRIDGE)]
    corpus = Corpus(texts)
    whole, part, none = corpus.overlap(0, 1), corpus.overlap(1, 2), corpus.overlap(0, 2)
    assert whole.share == part.share == 1.0
    assert whole == corpus.overlap(1, 0)
    assert whole.longest == len(HARBOUR.split())
    assert (none.share, none.score) == (0.0, 0.0)
