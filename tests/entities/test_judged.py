"""What people judge of entities: merged, split, in order; what fits nothing any more is left out and told."""

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.entities.group import group
from counterclaim.entities.judged import judge
from counterclaim.entities.values import Grouping
from counterclaim.records import (
    Claim,
    Entity,
    EntityMerge,
    EntityReference,
    EntitySplit,
    Filler,
    Judgement,
    Span,
    Unresolved,
)
from tests.entities.samples import Read, at, claim, read

YARD = read(
    "[ORG Meridian Shipyards] sold boats.", "[ORG Nordvik Marine] sold engines.", "[GPE Norway] paid, and it was glad."
)
SHIP = read("[ORG Nordvik Marine] left.", "[ORG Marine Board] came.")
SOLD = claim(YARD[0], "Meridian Shipyards")
ENGINES = claim(YARD[0], "Nordvik Marine", sources=("Norway",), place="Norway")


def grouped(*documents: Read, claims: tuple[Claim, ...] = ()) -> Grouping:
    return group(documents, claims)


def named(found: Grouping, name: str) -> Entity:
    [entity] = [e for e in found.entities if e.name == name]
    return entity


def reference(found: Grouping, name: str) -> EntityReference:
    entity = named(found, name)
    return EntityReference(entity.id, entity.name, *entity.mentions[0])


def merge(found: Grouping, one: str, other: str, key: str = "k:1") -> Judgement:
    return Judgement(key, "A. Analyst", "renamed", EntityMerge(reference(found, one), reference(found, other)))


def split(found: Grouping, entity: str, name: str, document: str | None = None, key: str = "k:2") -> Judgement:
    return Judgement(key, "A. Analyst", "two things", EntitySplit(reference(found, entity), name, document))


def test_merged_entities_are_one() -> None:
    documents = [YARD[0], SHIP[0]]
    before = grouped(YARD, SHIP, claims=(SOLD, ENGINES))
    after, left = judge(before, documents, [merge(before, "Meridian Shipyards", "Nordvik Marine")])
    assert left == ()
    one = named(after, "Meridian Shipyards")
    assert one.id == named(before, "Meridian Shipyards").id
    assert one.aliases == ("Nordvik Marine",)
    assert [d for d, _ in one.mentions] == [YARD[0].id, YARD[0].id, SHIP[0].id], "in the order of the texts"
    assert "“Nordvik Marine” and “Meridian Shipyards” merged by A. Analyst (k:1): renamed" in one.reasons
    assert {c.roles["supplier"][0].entity for c in after.claims} == {one.id}
    assert len(after.entities) == len(before.entities) - 1


def test_a_split_name_is_an_entity_of_its_own() -> None:
    documents = [YARD[0], SHIP[0]]
    first = grouped(YARD, SHIP, claims=(SOLD, ENGINES))
    merged, _ = judge(first, documents, [merge(first, "Meridian Shipyards", "Nordvik Marine")])
    after, left = judge(merged, documents, [split(merged, "Meridian Shipyards", "nordvik marine")])
    assert left == ()
    assert len(named(after, "Nordvik Marine").mentions) == 2
    assert named(after, "Meridian Shipyards").aliases == ()
    names = {e.id: e.name for e in after.entities}
    assert [names[c.roles["supplier"][0].entity or ""] for c in after.claims] == [
        "Meridian Shipyards",
        "Nordvik Marine",
    ]
    assert names[after.claims[1].place.entity or ""] == "Norway" if after.claims[1].place else False


def test_a_split_in_one_document_leaves_the_others() -> None:
    documents = [YARD[0], SHIP[0]]
    before = grouped(YARD, SHIP)
    after, left = judge(before, documents, [split(before, "Nordvik Marine", "Nordvik Marine", SHIP[0].id)])
    assert left == ()
    pair = [e for e in after.entities if e.name == "Nordvik Marine"]
    assert sorted(d for e in pair for d, _ in e.mentions) == sorted([YARD[0].id, SHIP[0].id])
    assert len({e.id for e in pair}) == 2


def test_what_names_neither_side_of_a_split_is_left_open() -> None:
    """ "It" in a text that names both: nobody can tell which is meant."""
    before = grouped(YARD, claims=(SOLD, ENGINES))
    merged, _ = judge(before, [YARD[0]], [merge(before, "Meridian Shipyards", "Nordvik Marine")])
    it = replace(at(YARD[0], "it was"), entity=named(merged, "Meridian Shipyards").id)
    pronoun = replace(merged.claims[0], roles={"supplier": (it,)})
    with_it = merged._replace(claims=(*merged.claims, pronoun))
    after, _ = judge(with_it, [YARD[0]], [split(with_it, "Meridian Shipyards", "Nordvik Marine")])
    assert [c.roles["supplier"][0].entity is None for c in after.claims] == [False, False, True]


def test_judgements_build_on_each_other() -> None:
    before = grouped(YARD, SHIP)
    judgements = [
        merge(before, "Nordvik Marine", "Marine Board", "k:1"),
        merge(before, "Meridian Shipyards", "Nordvik Marine", "k:2"),
        merge(before, "Meridian Shipyards", "Marine Board", "k:3"),  # true already
    ]
    after, left = judge(before, [YARD[0], SHIP[0]], judgements)
    assert left == ()
    assert set(named(after, "Meridian Shipyards").aliases) == {"Nordvik Marine", "Marine Board"}


def test_an_entity_is_found_by_its_mention_under_whatever_id() -> None:
    before = grouped(YARD, SHIP)
    old = merge(before, "Meridian Shipyards", "Nordvik Marine")
    assert isinstance(old.of, EntityMerge)
    renamed = replace(old, of=replace(old.of, entity=replace(old.of.entity, id="e:other")))
    assert judge(before, [YARD[0]], [renamed])[0] == judge(before, [YARD[0]], [old])[0]


def test_what_is_gone_is_told_and_nothing_changes() -> None:
    before = grouped(YARD, SHIP)
    alone = grouped(SHIP)
    documents = [SHIP[0]]
    gone = merge(before, "Meridian Shipyards", "Marine Board")
    after, [left] = judge(alone, documents, [gone])
    assert (after, left.judgement) == (alone, gone)
    assert "nothing in the reports is held to be Meridian Shipyards" in left.reason
    _, [unwritten] = judge(before, [YARD[0], SHIP[0]], [split(before, "Marine Board", "the Board")])
    assert "no mention of Marine Board" in unwritten.reason
    _, [whole] = judge(before, [YARD[0], SHIP[0]], [split(before, "Marine Board", "Marine Board")])
    assert "nothing would be left" in whole.reason


def test_an_open_name_is_settled_when_those_it_may_mean_are_one() -> None:
    page = read("[PER Ola Lund] met [PER Kari Lund].", "[PER Lund] left.")
    told = claim(page[0], "Lund", role="person")
    filler = Filler("Lund", Span(start := page[0].text.rindex("Lund"), start + 4))
    before = grouped(page, claims=(replace(told, roles={"person": (filler,)}),))
    assert [u.text for u in before.unresolved] == ["Lund"]
    after, _ = judge(before, [page[0]], [merge(before, "Ola Lund", "Kari Lund")])
    one = named(after, "Ola Lund")
    assert (after.unresolved, len(one.mentions)) == ((), 3)
    assert after.claims[0].roles["person"][0].entity == one.id


def test_an_open_name_with_others_left_stays_open() -> None:
    before = grouped(YARD, SHIP)
    candidates = tuple(named(before, n).id for n in ("Nordvik Marine", "Marine Board", "Norway"))
    name = Unresolved(YARD[0].id, Span(0, 3), "it", candidates, "several fit")
    after, _ = judge(before._replace(unresolved=(name,)), [YARD[0]], [merge(before, "Norway", "Marine Board")])
    assert [u.candidates for u in after.unresolved] == [(candidates[0], candidates[2])]


def follow(before: Grouping, *judgements: Judgement, documents: tuple[Read, ...] = (YARD, SHIP)) -> Grouping:
    after, left = judge(before, [document for document, _ in documents], judgements)
    assert left == ()
    return after


def test_a_judgement_means_the_entity_that_was_named_when_one_before_it_is_undone() -> None:
    """Nordvik took in the yard, whose mention comes first; the board was merged into Nordvik, not into the yard."""
    first = grouped(YARD, SHIP)
    merged = follow(first, merge(first, "Nordvik Marine", "Meridian Shipyards"))
    second = merge(merged, "Nordvik Marine", "Marine Board", "k:2")
    after = follow(first, second)
    assert named(after, "Nordvik Marine").aliases == ("Marine Board",)
    assert named(after, "Meridian Shipyards").aliases == ()


def test_two_judgements_of_one_run_mean_the_same_entity() -> None:
    page = read("[GPE OSLO] — [GPE Norway] paid.", "[NORP Norwegian] boats came.", "[GPE Malta] and [GPE Latvia] paid.")
    before = grouped(page)
    apart, joined = split(before, "Norway", "Oslo", key="k:1"), merge(before, "Norway", "Malta", "k:2")
    after = follow(before, apart, joined, documents=(page,))
    assert "Malta" in named(after, "Norway").aliases
    assert named(after, "OSLO").aliases == ()
    again = follow(before, apart, split(before, "Norway", "Norwegian", key="k:2"), documents=(page,))
    assert {"OSLO", "Norwegian", "Norway"} <= {e.name for e in again.entities}


def test_what_a_split_made_is_nothing_else_when_the_split_is_undone() -> None:
    before = grouped(YARD, SHIP)
    joined = follow(before, merge(before, "Meridian Shipyards", "Nordvik Marine"))
    apart = follow(joined, split(joined, "Meridian Shipyards", "Nordvik Marine"))
    made = replace(reference(apart, "Nordvik Marine"), apart=True)
    built_on = Judgement("k:3", "A", "why", EntityMerge(reference(apart, "Norway"), made))
    after, [left] = judge(joined, [YARD[0], SHIP[0]], [built_on])
    assert (after, left.judgement.id) == (joined, "k:3")


def test_of_two_entities_at_one_place_the_one_that_was_named_is_meant() -> None:
    before = grouped(YARD, SHIP)
    norway = named(before, "Norway")
    shared = replace(norway, mentions=(*norway.mentions, *named(before, "Nordvik Marine").mentions))
    doubled = before._replace(entities=tuple(shared if e.id == norway.id else e for e in before.entities))
    after = follow(doubled, merge(before, "Nordvik Marine", "Marine Board"))
    assert "Marine Board" in named(after, "Nordvik Marine").aliases
    old = merge(before, "Nordvik Marine", "Marine Board")
    assert isinstance(old.of, EntityMerge)
    renamed = replace(old, of=replace(old.of, entity=replace(old.of.entity, id="e:other")))
    assert "Marine Board" in named(follow(doubled, renamed), "Nordvik Marine").aliases


def test_a_split_takes_all_spellings_of_the_name_and_their_reasons() -> None:
    page = read("[GPE OSLO] — [GPE Norway] paid.", "[GPE Oslo] and [NORP Norwegian] boats came.")
    before = grouped(page)
    after = follow(before, split(before, "Norway", "Oslo"), documents=(page,))
    assert named(after, "Oslo").aliases == ("OSLO",)
    assert named(after, "Norway").aliases == ("Norwegian",)
    assert [r for r in named(after, "Norway").reasons if "Oslo” and" in r or "OSLO” and" in r] == []


def test_what_is_left_is_called_by_a_name_that_it_has() -> None:
    page = read("[PER Ola Lund] met [PER Kari Lund].", "[PER Lund] left.", "[PER Lund] slept.")
    before = grouped(page)
    joined = follow(before, merge(before, "Ola Lund", "Kari Lund"), documents=(page,))
    assert "Lund" in named(joined, "Ola Lund").aliases, "what was open is a name now"
    after = follow(joined, split(joined, "Ola Lund", "Ola Lund"), documents=(page,))
    assert {e.name for e in after.entities} == {"Ola Lund", "Kari Lund"}


def test_what_was_never_called_so_is_renamed() -> None:
    page = read("[GPE Oslo] paid.")
    before = grouped(page)
    after = follow(before, split(before, "Norway", "Oslo"), documents=(page,))
    assert [e.name for e in after.entities] == ["Oslo"]


def test_a_list_of_candidates_that_was_cut_closes_no_name() -> None:
    before = grouped(YARD, SHIP)
    one, other = (named(before, n).id for n in ("Nordvik Marine", "Marine Board"))
    cut = Unresolved(YARD[0].id, Span(0, 3), "it", (one, *(f"e:{i}" for i in range(6)), other), "several fit")
    full = before._replace(unresolved=(cut,))
    rest = tuple(Entity(f"e:{i}", "ORG", f"Firm{i} Works", (), ((SHIP[0].id, Span(i, i + 1)),)) for i in range(6))
    full = full._replace(entities=(*full.entities, *rest))
    judgements = [merge(full, "Nordvik Marine", f"Firm{i} Works", f"k:{i}") for i in range(6)]
    after = follow(full, *judgements, merge(full, "Nordvik Marine", "Marine Board", "k:9"))
    assert [len(name.candidates) for name in after.unresolved] == [1]


def test_many_judgements_take_no_longer_each() -> None:
    lines = [f"[ORG Fjord{i} Works] sold boats." for i in range(400)]
    page = read(*lines)
    before = grouped(page)
    judgements = [merge(before, "Fjord0 Works", f"Fjord{i} Works", f"k:{i}") for i in range(1, 100)]
    apart = [split(before, "Fjord0 Works", f"Fjord{i} Works", key=f"k:x{i}") for i in range(1, 100)]
    began = time.process_time()
    follow(before, *judgements, *apart, documents=(page,))
    assert time.process_time() - began < 2


NAMES = ("Meridian Shipyards", "Nordvik Marine", "Marine Board", "Norway")


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_merges_and_splits_lose_no_mention(pairs: list[tuple[str, str]]) -> None:
    before = grouped(YARD, SHIP, claims=(SOLD, ENGINES))
    judgements = [
        merge(before, one, other, f"k:{i}") if one != other else split(before, one, one, YARD[0].id, f"k:{i}")
        for i, (one, other) in enumerate(pairs)
    ]
    after, left = judge(before, [YARD[0], SHIP[0]], judgements)
    places = sorted(place for e in after.entities for place in e.mentions)
    assert places == sorted(place for e in before.entities for place in e.mentions)
    assert len({e.id for e in after.entities}) == len(after.entities)
    known = {e.id for e in after.entities} | {None}
    assert {f.entity for c in after.claims for fillers in c.roles.values() for f in fillers} <= known
    assert all(one == other for item in left for one, other in [pairs[int(item.judgement.id[2:])]])
