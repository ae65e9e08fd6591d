"""Groups by links: what shares nothing is not joined by a third."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lineage.grouping import grouped

EDGES = st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] < e[1]))


def groups(edges: list[tuple[str, str]], nodes: str) -> list[str]:
    held = {frozenset(edge) for edge in edges}
    found, _ = grouped(list(nodes), edges, lambda a, b: frozenset((a, b)) in held)
    return sorted("".join(group) for group in found)


def test_two_that_hold_are_one_group() -> None:
    assert groups([("A", "B")], "ABC") == ["AB", "C"]


def test_a_chain_is_cut_at_its_weaker_link() -> None:
    assert groups([("A", "B"), ("B", "C")], "ABC") == ["AB", "C"]


def test_most_pairs_between_two_groups_are_enough() -> None:
    assert groups([("A", "B"), ("B", "C"), ("A", "C"), ("C", "D"), ("B", "D")], "ABCD") == ["ABCD"]


@given(EDGES)
def test_groups_part_the_nodes_and_their_links_are_a_tree(edges: set[tuple[int, int]]) -> None:
    found, used = grouped(range(10), sorted(edges), lambda a, b: (min(a, b), max(a, b)) in edges)
    assert sorted(n for group in found for n in group) == list(range(10))
    assert {*used} <= edges
    assert len(used) == 10 - len(found)


@given(st.permutations(range(6)))
def test_a_clique_is_one_group_in_any_order(nodes: list[int]) -> None:
    found, _ = grouped(nodes, combinations(nodes, 2), lambda a, b: a != b)
    assert found == [nodes]
