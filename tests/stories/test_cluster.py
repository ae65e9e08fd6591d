"""Stories: what joins, what stays apart, in any order, one at a time or together, and why."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import Document, Story, digest
from counterclaim.stories.cluster import Stories, cluster, clustered
from tests.stories.samples import ALL, OTHER, PLANT, SHIP, Named, ids, report
from tests.strategies import REPORT_LIKE


def _sets(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.documents) for story in stories}


def _one_at_a_time(named: list[Named]) -> tuple[Story, ...]:
    stories = Stories()
    for document, sentences in named:
        stories.add(document, sentences)
    return stories.stories()


_EXPECTED = {frozenset(ids(*SHIP)), frozenset(ids(*PLANT)), frozenset(ids(OTHER))}


def test_reports_of_one_happening_are_one_story_and_others_are_not() -> None:
    assert _sets(cluster(ALL)) == _EXPECTED


@given(st.permutations(ALL))
def test_one_at_a_time_in_any_order_gives_what_all_together_give(order: list[Named]) -> None:
    assert _sets(_one_at_a_time(order)) == _EXPECTED


@given(st.permutations(ALL))
def test_a_collection_gives_the_same_records_in_any_order(order: list[Named]) -> None:
    assert cluster(order) == cluster(ALL)


@given(st.permutations(ALL), st.integers(0, len(ALL)))
def test_documents_may_come_later(order: list[Named], first: int) -> None:
    stories = clustered(order[:first])
    stories.add_all(order[first:])
    assert _sets(stories.stories()) == _EXPECTED


def test_documents_stand_by_date_and_the_id_is_that_of_the_first() -> None:
    found = cluster(reversed(ALL))
    ship = next(story for story in found if set(ids(*SHIP)) == set(story.documents))
    assert ship.documents == ids(*SHIP)
    assert ship.id == cluster(SHIP[:1])[0].id


def test_the_title_is_that_of_the_most_central_document() -> None:
    line = "Customs officers in [GPE Sandvig] found howitzers aboard the [VEHICLE Halvard Star]."
    aside = report("Howitzers are old guns", "Howitzers lob shells, a gunner in [GPE Sandvig] explains.")
    whole = report("Howitzers found aboard Halvard Star", line, "Howitzers lob shells, a gunner explains.")
    found = cluster([aside, whole, report("Halvard Star held", line)])
    assert [story.title for story in found] == ["Howitzers found aboard Halvard Star"]


@pytest.mark.parametrize(
    ("named", "title"),
    [
        (report("", "Guns were  found.", "Two men fled."), "Guns were found."),
        (report("", "word " * 100), ("word " * 24).strip() + " …"),
        (report(""), "report.txt"),
    ],
    ids=["first sentence", "cut", "path"],
)
def test_a_story_without_a_headline_has_its_opening_for_a_title(named: Named, title: str) -> None:
    assert cluster([named])[0].title == title


# --- dates ---


def _dated(named: Named, published: str | None) -> Named:
    return replace(named[0], published=published), named[1]


def test_documents_without_dates_are_joined_all_the_same() -> None:
    assert _sets(cluster([_dated(named, None) for named in ALL])) == _EXPECTED


def test_one_date_that_is_unknown_does_not_part_a_story() -> None:
    assert _sets(cluster([_dated(SHIP[0], None), *SHIP[1:]])) == {frozenset(ids(*SHIP))}


def test_the_same_kind_of_happening_years_apart_is_another_story() -> None:
    spring = report(
        "Shelling kills 8 in Ulverton",
        "Shelling killed eight people in [GPE Ulverton] on Monday, hospital staff said.",
        "It was the worst attack of the spring.",
        published="2021-05-03",
    )

    def other(day: str) -> Named:
        return report(
            "Dozens dead after shells hit Ulverton market",
            "Shells that hit a market in [GPE Ulverton] left dozens dead, doctors told reporters.",
            "Rescuers searched the ruins until dark.",
            published=day,
        )

    alike = clustered([spring, other("2021-05-04")], alike=0.001).joins()[0].likeness / 3
    near = cluster([spring, other("2021-05-04")], alike=alike)
    far = cluster([spring, other("2023-11-06")], alike=alike)
    assert (len(near), len(far)) == (1, 2)


def test_a_report_that_bridges_two_stories_joins_them() -> None:
    first = report("Depot at Varnholm burns", "A depot at [GPE Varnholm] burnt all night.", published="2024-01-02")
    last = report(
        "General Oskar Trell dismissed",
        "President [PER Ulla Renn] dismissed General [PER Oskar Trell].",
        published="2024-01-04",
    )
    bridge = report(
        "General Oskar Trell dismissed after Varnholm depot burns",
        "President [PER Ulla Renn] dismissed General [PER Oskar Trell] after the depot at [GPE Varnholm] burnt.",
        published="2024-01-03",
    )
    stories = Stories()
    assert stories.add(*first) != stories.add(*last)
    stories.add(*bridge)
    assert _sets(stories.stories()) == {frozenset(ids(first, last, bridge))}
    assert len(stories.joins()) == 2
    assert len({stories.story_of(document) for document in ids(first, last, bridge)}) == 1


def test_the_same_document_twice_is_one() -> None:
    stories = Stories()
    assert stories.add(*SHIP[0]) == stories.add(*SHIP[0])
    assert [story.documents for story in stories.stories()] == [ids(SHIP[0])]
    assert cluster([*ALL, *ALL]) == cluster(ALL)


def test_of_two_documents_with_one_id_the_first_counts() -> None:
    other = Document("b.txt", "Something else.", SHIP[0][0].sha256), ()
    assert cluster([_dated(SHIP[0], None), other]) == cluster([_dated(SHIP[0], None)])


def test_texts_without_a_word_stay_alone() -> None:
    empty = [(Document(f"{i}", text, digest(text)), ()) for i, text in enumerate(("", " ", "… ?", "\ud800"))]
    assert len(cluster([*empty, *SHIP])) == 5
    assert cluster([]) == ()


def test_a_document_that_was_never_added_is_in_no_story() -> None:
    with pytest.raises(KeyError):
        Stories().story_of("d:0")


@given(st.lists(st.tuples(REPORT_LIKE, REPORT_LIKE, st.sampled_from([None, "2024-01-01", "x"])), max_size=8))
def test_every_document_is_in_one_story(texts: list[tuple[str, str, str | None]]) -> None:
    named = [(Document("a", t, digest(t), title=title, published=day), ()) for t, title, day in texts]
    found = cluster(named)
    assert sorted(d for story in found for d in story.documents) == sorted({d.id for d, _ in named})
    assert len({story.id for story in found}) == len(found)
    assert all(story.title for story in found)


# --- reasons ---


def test_a_join_says_what_is_shared() -> None:
    stories = clustered(ALL)
    join = stories.why(SHIP[1][0].id) or stories.why(SHIP[0][0].id)
    assert join is not None
    assert {("name", "halvard star"), ("word", "howitzer")} <= {(s.kind, s.term) for s in join.shared}
    assert "howitzer (word 0." in join.reason()
    assert join.reason().startswith(f"alike {join.likeness:.2f} x near in time 1.00 = {join.score:.2f}; shared: ")
    assert sum(s.weight for s in join.shared) <= join.likeness + 1e-3


def test_each_join_takes_one_story_away_and_reaches_the_threshold() -> None:
    stories = clustered(ALL, alike=0.15)
    assert len(stories.joins()) == len(ALL) - len(stories.stories())
    assert all(join.score > 0.15 for join in stories.joins())
    assert {join.gone for join in stories.joins()}.isdisjoint(story.id for story in stories.stories())


def test_a_document_that_stands_alone_has_no_reason() -> None:
    assert clustered(ALL).why(OTHER[0].id) is None


# --- a war is not one story; cost ---


def _war(number: int) -> list[Named]:
    """Pairs of reports on raids of one war: the same words, another town and five days later for each pair."""
    found = []
    for i in range(number):
        town, hurt = f"Kel{chr(97 + i % 26)}{chr(97 + i // 26)}ort", f"Dorn{chr(97 + i % 26)}{chr(97 + i // 26)}"
        day = f"{2020 + i // 72}-{1 + i // 6 % 12:02}-{1 + i % 6 * 5:02}"
        for verb in ("hit", "struck"):
            found.append(
                report(
                    f"Air raid on {town} market",
                    f"Rebel and army forces clashed as an air raid {verb} the market of [GPE {town}], a monitor said.",
                    f"The baker [PER Omar {hurt}] lost his shop to the bombs of the regime.",
                    published=day,
                )
            )
    return found


def test_reports_of_one_war_are_many_stories() -> None:
    war = _war(100)
    pairs = [frozenset(ids(*war[i : i + 2])) for i in range(0, len(war), 2)]
    found = _sets(cluster(war))
    assert max(map(len, found)) <= 4
    assert sum(pair in found for pair in pairs) >= 90


@settings(deadline=None, max_examples=20)
@given(st.permutations(_war(12)))
def test_a_war_is_told_apart_in_any_order(order: list[Named]) -> None:
    assert cluster(order) == cluster(_war(12))


def test_twice_the_documents_cost_about_twice_the_time() -> None:
    def seconds(number: int) -> float:
        war = _war(number)
        started = time.process_time()
        cluster(war)
        return time.process_time() - started

    seconds(20)
    assert seconds(400) < 5 * seconds(200)
