"""Sentences that lost their commas and apostrophes, with their trees and roles."""

from training.damage import without_marks
from training.examples import Example
from training.sentences_io import Frame

TIDY = Example(
    "own",
    ("Karva", "'s", "army", ",", "he", "said", ",", "withdrew", "."),
    upos=("PROPN", "PART", "NOUN", "PUNCT", "PRON", "VERB", "PUNCT", "VERB", "PUNCT"),
    xpos=("NNP", "POS", "NN", ",", "PRP", "VBD", ",", "VBD", "."),
    heads=(3, 1, 8, 6, 6, 8, 6, 0, 8),
    deprels=("nmod:poss", "case", "nsubj", "punct", "nsubj", "parataxis", "punct", "root", "punct"),
    frames=(Frame(7, "withdraw.01", (("ARG0", 2),)), Frame(5, "say.01", (("ARG0", 4), ("ARG1", 7)))),
    names=(2, 1, 1, 1, 1, 1, 1, 1, 1),
)


def test_words_close_ranks_and_the_tree_follows():
    bare = without_marks(TIDY)
    assert bare is not None
    assert bare.words == ("Karvas", "army", "he", "said", "withdrew", ".")
    assert bare.heads == (2, 5, 4, 5, 0, 5)
    assert bare.deprels == ("nmod:poss", "nsubj", "nsubj", "parataxis", "root", "punct")
    assert bare.names == (2, 1, 1, 1, 1, 1)


def test_roles_point_at_the_same_words():
    bare = without_marks(TIDY)
    assert bare is not None
    assert bare.frames is not None
    said = [(bare.words[f.word], [(role, bare.words[w]) for role, w in f.args]) for f in bare.frames]
    assert said == [("withdrew", [("ARG0", "army")]), ("said", [("ARG0", "he"), ("ARG1", "withdrew")])]


def test_a_clitic_loses_only_its_apostrophe():
    bare = without_marks(Example("own", ("They", "did", "n't", "fire")))
    assert bare is not None
    assert bare.words == ("They", "did", "nt", "fire")


def test_a_sentence_without_marks_has_nothing_to_lose():
    assert without_marks(Example("own", ("Rebels", "fired", "."))) is None


def test_a_comma_that_governs_a_word_stays():
    odd = Example("own", ("a", ",", "b"), heads=(2, 3, 0), upos=("X",) * 3, xpos=("X",) * 3, deprels=("dep",) * 3)
    assert without_marks(odd) is None
