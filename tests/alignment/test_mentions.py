"""Mentions of many documents into events."""

import time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.alignment.mentions import EventMention, Participant, align_mentions

QUAKE = "An earthquake shook the island of Sorra before dawn and the old lighthouse fell".split()
LATER = "The quake on Sorra was felt at sea and the lighthouse is gone".split()
STRIKE = "Dockers in Velm walked out on Monday over pay and the port closed".split()
AGAIN = "The walkout of dockers at Velm went on and the port stayed closed".split()
DOCUMENTS = {"a": QUAKE, "b": LATER, "c": STRIKE, "d": AGAIN}
SORRA = Participant(None, "Sorra", "Sorra")


def mention(document: str, lemma: str, story: str = "s", **more: Any) -> EventMention:
    words = tuple(w.lower() for w in DOCUMENTS.get(document, ()))
    return EventMention(
        document, story, lemma, more.pop("text", lemma), more.pop("pos", "NOUN"), sentence=words, **more
    )


def grouped(mentions: list[EventMention]) -> list[tuple[int, ...]]:
    return [event.mentions for event in align_mentions(mentions, DOCUMENTS)]


def test_one_happening_in_other_words_is_one_event() -> None:
    found = grouped([mention("a", "earthquake", participants=(SORRA,)), mention("b", "quake", participants=(SORRA,))])
    assert found == [(0, 1)]


def test_a_verb_and_its_noun_are_one_event() -> None:
    found = grouped([mention("c", "walk", text="walked out", pos="VERB"), mention("d", "walkout")])
    assert found == [(0, 1)]


def test_two_happenings_of_one_story_stay_apart() -> None:
    assert grouped([mention("a", "earthquake"), mention("b", "collapse")]) == [(0,), (1,)]


def test_the_same_word_in_two_stories_is_two_events() -> None:
    assert grouped([mention("a", "earthquake", "s"), mention("c", "earthquake", "t")]) == [(0,), (1,)]


def test_the_same_word_of_two_people_is_two_events() -> None:
    one = mention("a", "say", pos="VERB", participants=(Participant("ARG0", "Brandt", "Ida Brandt"),))
    other = mention("d", "say", pos="VERB", participants=(Participant("ARG0", "Lomax", "Per Lomax"),))
    assert grouped([one, other]) == [(0,), (1,)]


def test_a_join_names_its_features_and_they_sum_to_its_score() -> None:
    (event,) = align_mentions([mention("a", "quake"), mention("b", "quake")], DOCUMENTS)
    (join,) = event.joins
    assert (join.one, join.other) == (0, 1)
    assert dict(join.parts)["same stem"] > 0
    assert abs(sum(value for _, value in join.parts) - join.score) < 1e-9


def test_joins_are_one_fewer_than_mentions() -> None:
    mentions = [mention(d, "quake") for d in "aabb"]
    assert [len(e.mentions) - len(e.joins) for e in align_mentions(mentions, DOCUMENTS)] == [1]


def test_a_higher_threshold_joins_less() -> None:
    mentions = [mention("a", "quake"), mention("b", "quake")]
    assert len(align_mentions(mentions, DOCUMENTS, threshold=50.0)) == 2


def test_no_mentions_are_no_events() -> None:
    assert align_mentions([], {}) == ()


def test_thousands_of_mentions_of_one_word_in_one_story_are_bounded_work() -> None:
    mentions = [mention(f"x{i}", "say", participants=(Participant("ARG0", f"p{i % 40}"),)) for i in range(3000)]
    start = time.perf_counter()
    found = align_mentions(mentions, {})
    assert sorted(i for event in found for i in event.mentions) == list(range(3000))
    assert time.perf_counter() - start < 60


WORDS = st.sampled_from(["quake", "tremor", "say", "walkout", "strike", "", "Ω", "it"])


@given(st.lists(st.builds(EventMention, st.sampled_from("abz"), st.sampled_from("st"), WORDS, st.text(max_size=9),
                          st.sampled_from(["VERB", "NOUN", "X"])), max_size=12))  # fmt: skip
def test_every_mention_stands_in_exactly_one_event(mentions: list[EventMention]) -> None:
    found = align_mentions(mentions, DOCUMENTS)
    assert sorted(i for event in found for i in event.mentions) == list(range(len(mentions)))
    assert list(found) == sorted(found, key=lambda e: e.mentions)
    assert all(len({mentions[i].story for i in event.mentions}) == 1 for event in found)
