"""What people judge of entities: merged, split, in order; what fits nothing any more is left out and told."""

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
