"""A sentence as the claims stage looks at it; trees made by hand. The texts were written for these tests."""

import pytest
from hypothesis import given

from counterclaim.claims.clause import Clause
from tests.claims.parsed import clauses_of, tree
from tests.strategies import REPORT_LIKE


def at(clause: Clause, word: str) -> int:
    return clause.words.index(word)


BATCH = tree(
    "Norway/PROPN/sold/nsubj sold/VERB/-/root the/DET/batch/det first/ADJ/batch/amod batch/NOUN/sold/obj "
    "of/ADP/tanks/case heavy/ADJ/tanks/amod tanks/NOUN/batch/nmod to/ADP/Latvia/case Latvia/PROPN/sold/obl",
    names={"Norway": "GPE", "Latvia": "GPE"},
)


def test_children_ancestors_subtree() -> None:
    assert BATCH.children[at(BATCH, "batch")] == [2, 3, 7]
    assert BATCH.ancestors(at(BATCH, "heavy")) == [7, 4, 1]
    assert BATCH.subtree(at(BATCH, "tanks")) == {5, 6, 7}
    assert BATCH.top({5, 6, 7}) == 7
    assert BATCH.child(at(BATCH, "sold"), "iobj", "obl") == 9
    assert BATCH.all_children(at(BATCH, "sold"), "nsubj", "obj") == [0, 4]


def test_the_thing_meant_stands_past_measure_words() -> None:
    assert BATCH.words[BATCH.thing(at(BATCH, "batch"))] == "tanks"
    assert BATCH.kinds(at(BATCH, "batch")) == BATCH.kinds(at(BATCH, "tanks")) == {"materiel"}
    assert BATCH.kinds(at(BATCH, "Latvia")) == {"actor", "place"}


def test_a_phrase_leaves_its_article_and_what_starts_something_new() -> None:
    assert BATCH.filler(at(BATCH, "batch")).text == "first batch of heavy tanks"
    assert BATCH.filler(at(BATCH, "Latvia")).text == "Latvia"
    clause = tree(
        "the/DET/bank/det bank/NOUN/closed/nsubj ,/PUNCT/lost/punct which/PRON/lost/nsubj lost/VERB/bank/acl:relcl "
        "money/NOUN/lost/obj closed/VERB/-/root"
    )
    assert clause.filler(at(clause, "bank")).text == "bank"


def test_a_name_in_apposition_says_who_is_meant() -> None:
    clause = tree(
        "their/PRON/ally/nmod:poss main/ADJ/ally/amod ally/NOUN/left/nsubj ,/PUNCT/Chad/punct Chad/PROPN/ally/appos "
        "left/VERB/-/root",
        names={"Chad": "GPE"},
    )
    assert clause.filler(at(clause, "ally")).text == "their main ally , Chad"


def test_a_preposition_of_several_words() -> None:
    clause = tree(
        "It/PRON/fell/nsubj fell/VERB/-/root according/VERB/Chad/case to/ADP/according/fixed Chad/PROPN/fell/obl"
    )
    assert clause.case(at(clause, "Chad")) == "according to"
    assert clause.case(at(clause, "It")) == ""


# a tree, a verb of it, its subject
SUBJECTS = [
    ("Norway/PROPN/sold/nsubj sold/VERB/-/root", "sold", "Norway"),
    ("Norway/PROPN/agreed/nsubj agreed/VERB/-/root to/PART/sell/mark sell/VERB/agreed/xcomp", "sell", "Norway"),
    ("Norway/PROPN/urged/nsubj urged/VERB/-/root Chad/PROPN/urged/obj to/PART/sell/mark sell/VERB/urged/xcomp",
     "sell", "Chad"),
    ("Norway/PROPN/bought/nsubj bought/VERB/-/root and/CCONJ/sold/cc sold/VERB/bought/conj", "sold", "Norway"),
    ("Norway/PROPN/knows/nsubj knows/VERB/-/root it/PRON/sold/nsubj sold/VERB/knows/ccomp", "sold", "it"),
    ("Norway/PROPN/sold/nsubj sold/VERB/-/root tanks/NOUN/sold/obj made/VERB/tanks/acl", "made", None),
    ("Sell/VERB/-/root tanks/NOUN/Sell/obj", "Sell", None),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "verb", "subject"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_the_subject_of_a_verb(rows: str, verb: str, subject: str | None) -> None:
    clause = tree(rows)
    found = clause.subject(at(clause, verb))
    assert (None if found is None else clause.words[found]) == subject


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    clause = tree(
        "jets/NOUN/flew/nsubj that/PRON/ordered/obj they/PRON/ordered/nsubj ordered/VERB/jets/acl:relcl "
        "flew/VERB/-/root"
    )
    assert clause.antecedent(at(clause, "that")) == at(clause, "jets")
    assert clause.antecedent(at(clause, "they")) == at(clause, "they")


def test_a_possessive_pronoun_stands_for_the_subject() -> None:
    clause = tree(
        "Norway/PROPN/announced/nsubj announced/VERB/-/root its/PRON/attack/nmod:poss attack/NOUN/announced/obj"
    )
    assert clause.possessor(at(clause, "its")) == at(clause, "Norway")
    inside = tree("Its/PRON/attack/nmod:poss attack/NOUN/failed/nsubj failed/VERB/-/root")
    assert inside.possessor(0) is None


def test_passives() -> None:
    sold = tree("tanks/NOUN/sold/nsubj:pass were/AUX/sold/aux:pass sold/VERB/-/root")
    bare = tree("tanks/NOUN/burned/nsubj sold/VERB/tanks/acl by/ADP/Chad/case Chad/PROPN/sold/obl burned/VERB/-/root")
    assert sold.is_passive(at(sold, "sold"))
    assert bare.is_passive(at(bare, "sold"))
    assert not bare.is_passive(at(bare, "burned"))


def test_a_noun_with_a_subject_is_a_verb() -> None:
    clause = tree("Norway/PROPN/arms/nsubj arms/NOUN/-/root rebels/NOUN/arms/obj")
    assert clause.is_verbal(at(clause, "arms"))
    named = tree("It/PRON/sale/nsubj is/AUX/sale/cop a/DET/sale/det sale/NOUN/-/root")
    assert not named.is_verbal(at(named, "sale"))


def test_what_only_stands_for_something() -> None:
    clause = tree(
        "two/NUM/delivered/nsubj:pass were/AUX/delivered/aux:pass delivered/VERB/-/root most/ADJ/burned/nsubj "
        "burned/VERB/delivered/conj tanks/NOUN/burned/obj"
    )
    assert [w for w in clause.words if clause.stands_for(at(clause, w))] == ["two", "most"]


def test_a_verb_with_its_particle() -> None:
    clause = tree("They/PRON/carried/nsubj carried/VERB/-/root out/ADP/carried/compound:prt strikes/NOUN/carried/obj")
    assert clause.phrasal(1) == "carried out"
    assert clause.word_filler(1).text == "carried out"
    assert clause.phrasal(3) is None


def test_times_are_told_from_things() -> None:
    clause = tree("It/PRON/fell/nsubj fell/VERB/-/root on/ADP/Monday/case Monday/PROPN/fell/obl")
    assert clause.is_time(3)
    assert not clause.is_time(1)


def test_an_extent_leaves_marks_at_its_edges() -> None:
    clause = tree("“/PUNCT/fell/punct It/PRON/fell/nsubj fell/VERB/-/root ./PUNCT/fell/punct")
    assert clause.extent({0, 1, 2, 3}).text == "It fell"


@given(REPORT_LIKE)
def test_any_text_gives_phrases_of_its_own(text: str) -> None:
    for clause in clauses_of(text):
        inside = clause.parse.sentence.span
        for word, span in enumerate(clause.spans):
            filler = clause.filler(word)
            assert filler.text == filler.span.of(text)
            assert inside.start <= filler.span.start < filler.span.end <= inside.end
            assert word in clause.subtree(word)
            assert clause.thing(word) in clause.subtree(word)
            assert clause.extent({word}).span == span
