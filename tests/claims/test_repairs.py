"""Trees that cannot be right. Each row of words was written for these tests."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims.repairs import repaired

Row = tuple[str, int, str]  # tag, head, relation


def tree(*rows: Row) -> tuple[list[int], list[str]]:
    return repaired([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows])


def test_an_attributive_participle_takes_no_object() -> None:
    # "the EU imposed embargo expired": not "the EU expired", but the embargo
    heads, relations = tree(
        ("DET", 1, "det"),
        ("PROPN", 4, "nsubj"),
        ("VERB", 1, "amod"),
        ("NOUN", 2, "obj"),
        ("VERB", -1, "root"),
    )
    assert heads == [3, 2, 3, 4, -1]
    assert relations == ["det", "obl:unmarked", "amod", "nsubj", "root"]


def test_what_stands_after_the_noun_goes_with_it() -> None:
    # "a UN imposed embargo on Liberia": "on Liberia", hung on the participle, is the embargo's
    heads, _ = tree(
        ("DET", 1, "det"),
        ("PROPN", -1, "root"),
        ("VERB", 1, "amod"),
        ("NOUN", 2, "obj"),
        ("ADP", 5, "case"),
        ("PROPN", 2, "obl"),
    )
    assert heads == [3, 2, 3, -1, 5, 3]


def test_a_participle_without_an_object_stays() -> None:
    rows: tuple[Row, ...] = (("DET", 2, "det"), ("VERB", 2, "amod"), ("NOUN", 3, "nsubj"), ("VERB", -1, "root"))
    assert tree(*rows) == ([2, 2, 3, -1], ["det", "amod", "nsubj", "root"])


def test_a_name_before_a_figure_is_no_compound() -> None:
    # "promised Kyiv 40 vehicles"
    heads, relations = tree(("VERB", -1, "root"), ("PROPN", 3, "compound"), ("NUM", 3, "nummod"), ("NOUN", 0, "obj"))
    assert heads == [-1, 0, 3, 0]
    assert relations == ["root", "iobj", "nummod", "obj"]


def test_a_name_after_its_figure_is_a_compound() -> None:
    # "promised 40 Leopard tanks"
    rows: tuple[Row, ...] = (("VERB", -1, "root"), ("NUM", 3, "nummod"), ("PROPN", 3, "compound"), ("NOUN", 0, "obj"))
    assert tree(*rows) == ([-1, 3, 3, 0], ["root", "nummod", "compound", "obj"])


def test_a_noun_between_a_conjunction_and_its_verb_is_the_subject() -> None:
    # "came after an embargo expired"
    rows: tuple[Row, ...] = (
        ("VERB", -1, "root"),
        ("SCONJ", 4, "mark"),
        ("DET", 3, "det"),
        ("NOUN", 4, "obl"),
        ("VERB", 0, "advcl"),
    )
    assert tree(*rows)[1] == ["root", "mark", "det", "nsubj", "advcl"]


def test_a_noun_with_a_preposition_stays_oblique() -> None:
    # "came after in May an embargo expired"
    rows: tuple[Row, ...] = (
        ("VERB", -1, "root"),
        ("SCONJ", 4, "mark"),
        ("ADP", 3, "case"),
        ("NOUN", 4, "obl"),
        ("VERB", 0, "advcl"),
    )
    assert tree(*rows)[1] == ["root", "mark", "case", "obl", "advcl"]


def test_of_two_subjects_side_by_side_the_first_is_a_compound() -> None:
    # "a defence ministry chief spoke"
    heads, relations = tree(
        ("DET", 2, "det"), ("NOUN", 2, "compound"), ("NOUN", 4, "nsubj"), ("NOUN", 4, "nsubj"), ("VERB", -1, "root")
    )
    assert heads == [2, 2, 3, 4, -1]
    assert relations == ["det", "compound", "compound", "nsubj", "root"]


_TAGS = st.sampled_from(["VERB", "NOUN", "PROPN", "NUM", "DET"])
_RELATIONS = st.sampled_from(["root", "amod", "obj", "compound", "nummod", "nsubj", "obl", "conj"])


def _is_tree(heads: list[int]) -> bool:
    for at in range(len(heads)):
        steps = 0
        while heads[at] >= 0:
            at, steps = heads[at], steps + 1
            if steps > len(heads):
                return False
    return True


@st.composite
def _trees(draw: st.DrawFn) -> tuple[list[str], list[int], list[str]]:
    """Any tree: words are added in any order, each below one that is there already."""
    size = draw(st.integers(0, 9))
    order = draw(st.permutations(range(size)))
    heads = [-1] * size
    for i, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, i - 1))]
    return [draw(_TAGS) for _ in heads], heads, [draw(_RELATIONS) for _ in heads]


@given(_trees())
def test_a_tree_stays_a_tree(given_tree: tuple[list[str], list[int], list[str]]) -> None:
    upos, before, relations = given_tree
    kept = list(before), list(relations)
    heads, deprels = repaired(upos, before, relations)
    assert (before, relations) == kept
    assert len(heads) == len(deprels) == len(upos)
    assert all(-1 <= head < len(heads) for head in heads)
    assert sum(head < 0 for head in heads) == min(1, len(heads))
    assert _is_tree(heads)
