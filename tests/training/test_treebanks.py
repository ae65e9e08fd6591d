"""Treebanks: EWT with PropBank's roles, GUM with its mentions. The sentences are ours, the formats theirs."""

import json
from pathlib import Path
from typing import Any

import pytest

from training.examples import TAGS, Example
from training.sentences_io import Frame
from training.treebanks import raw_text, read_ewt, read_gum, span_head

SOLD: dict[str, list[Any]] = {
    "words": ["Orlevia", "sold", "the", "ships", "that", "it", "built"],
    "upos": ["PROPN", "VERB", "DET", "NOUN", "PRON", "PRON", "VERB"],
    "xpos": ["NNP", "VBD", "DT", "NNS", "WDT", "PRP", "VBD"],
    "heads": [2, 0, 4, 2, 7, 7, 4],
    "deprels": ["nsubj", "root", "det", "obj", "obj", "nsubj", "acl:relcl"],
}


def ewt(folder: Path, *predicates: tuple[int, str, list[list[object]]]) -> Example:
    """The sentence above with these predicates."""
    path = folder / "ewt.jsonl"
    named = [{"word": word, "roleset": roleset, "args": args} for word, roleset, args in predicates]
    path.write_text(json.dumps(SOLD | {"predicates": named}) + "\n", encoding="utf-8")
    [example] = read_ewt(path)
    return example


def test_a_sentence_of_ewt(tmp_path: Path) -> None:
    example = ewt(tmp_path)
    assert example.words == tuple(SOLD["words"])
    assert (example.upos, example.xpos) == (tuple(SOLD["upos"]), tuple(SOLD["xpos"]))
    assert (example.heads, example.deprels) == ((2, 0, 4, 2, 7, 7, 4), tuple(SOLD["deprels"]))
    assert (example.corpus, example.frames, example.frames_complete, example.names) == ("ewt", (), True, None)


@pytest.mark.parametrize(
    ("name", "word", "args", "expected"),
    [
        ("an argument is its head", 1, [["ARG0", 0, 1], ["ARG1", 2, 7]], (("ARG0", 0), ("ARG1", 3))),
        ("in the order of the words", 1, [["ARG1", 2, 7], ["ARG0", 0, 1]], (("ARG0", 0), ("ARG1", 3))),
        ("what refers to another argument is none", 6, [["R-ARG1", 4, 5], ["ARG1", 2, 4]], (("ARG1", 3),)),
        ("nor is what continues one", 1, [["ARG1", 2, 4], ["C-ARG1", 4, 7]], (("ARG1", 3),)),
        ("nor the predicate itself", 6, [["ARG0", 5, 6], ["ARGM-PRR", 6, 7]], (("ARG0", 5),)),
        ("one word has one role, the first", 1, [["ARG1", 2, 4], ["ARG2", 3, 4]], (("ARG1", 3),)),
    ],
)
def test_arguments_of_a_predicate(
    tmp_path: Path, name: str, word: int, args: list[list[object]], expected: tuple[tuple[str, int], ...]
) -> None:
    assert ewt(tmp_path, (word, "sell.01", args)).frames == (Frame(word, "sell.01", expected),)


@pytest.mark.parametrize(
    ("start", "end", "head"),
    [(0, 1, 0), (0, 7, 1), (2, 4, 3), (2, 7, 3), (4, 7, 6), (4, 6, 4)],
)
def test_the_head_of_a_span_hangs_outside_of_it(start: int, end: int, head: int) -> None:
    assert span_head((2, 0, 4, 2, 7, 7, 4), start, end) == head


def test_a_span_that_hangs_nowhere_has_its_first_word_as_head() -> None:
    assert span_head((2, 1), 0, 2) == 0


@pytest.mark.parametrize(
    ("words", "spaces", "text"),
    [
        ("It left .", [True, False, False], "It left."),
        ("do n't", [True, True], "don't"),
        ("Orlevia ’s port", [True, True, True], "Orlevia’s port"),
        ("gon na go", [True, True, True], "gonna go"),
        ("na go", [True, True], "na go"),
        ("' s", [True, True], "' s"),
    ],
)
def test_raw_text_glues_clitics_back_on(words: str, spaces: list[bool], text: str) -> None:
    raw, spans = raw_text(words.split(), spaces)
    assert raw == text
    assert [raw[start:end] for start, end in spans] == words.split()


def gum(folder: Path, *rows: str) -> Example:
    """A sentence whose rows are "word UPOS entity"; each hangs on the first word."""
    lines = ["# text = ours"]
    for number, row in enumerate(rows, start=1):
        word, upos, *entity = row.split()
        misc = "|".join(["SpaceAfter=No", *(f"Entity={e}" for e in entity)])
        head = "0\troot" if number == 1 else "1\tdep"
        lines.append(f"{number}\t{word}\t{word}\t{upos}\tX\t_\t{head}\t_\t{misc}")
    (folder / "ours.conllu").write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    [example] = read_gum(folder)
    return example


def tags(example: Example) -> list[str]:
    """The tags that each word allows; "any" where all are allowed."""
    masks = example.names or ()
    allowed = [[tag for bit, tag in enumerate(TAGS) if mask >> bit & 1] for mask in masks]
    return ["any" if len(a) == len(TAGS) else " ".join(a) for a in allowed]


PLACE, PLACE_INSIDE = "B-GPE B-LOC B-FAC", "I-GPE I-LOC I-FAC"


@pytest.mark.parametrize(
    ("name", "rows", "expected"),
    [
        ("a person", ["Ada PROPN (1-person-new-cf1", "Moro PROPN 1)"], ["B-PER", "I-PER"]),
        ("one word", ["Sanda PROPN (1-place-new)"], [PLACE]),
        ("no article", ["the DET (1-place-new", "Karst PROPN 1)"], ["O", PLACE]),
        ("no clitic", ["Ada PROPN (1-person-new", "'s PART 1)"], ["B-PER", "O"]),
        (
            "a name inside a name",
            ["Port PROPN (1-organization-new", "of ADP", "Sanda PROPN (2-place-new)1)"],
            ["B-ORG", "I-ORG", "I-ORG"],
        ),
        ("a mention of common nouns", ["the DET (1-place-new", "port NOUN 1)"], ["O", "O"]),
        ("a name in a common mention", ["Sanda PROPN (1-place-new(2-place-new)", "port NOUN 1)"], [PLACE, "O"]),
        ("a type that is not ours", ["May PROPN (1-time-new)"], ["any"]),
        ("a name that is not marked", ["Sanda PROPN"], ["any"]),
        (
            "a capital that is no name",
            ["Orlevian ADJ"],
            ["O B-ORG I-ORG B-NORP I-NORP B-WEAPON I-WEAPON B-VEHICLE I-VEHICLE"],
        ),
        ("a figure may be money", ["40 NUM"], ["O I-WEAPON I-VEHICLE B-MONEY I-MONEY"]),
        ("so may a currency", ["euros NOUN"], ["O I-WEAPON I-VEHICLE B-MONEY I-MONEY"]),
        ("two names", ["Ada PROPN (1-person-new)", "Sanda PROPN (2-place-new)"], ["B-PER", PLACE]),
    ],
)
def test_names_of_gum(tmp_path: Path, name: str, rows: list[str], expected: list[str]) -> None:
    assert tags(gum(tmp_path, *rows)) == expected


def test_a_sentence_of_gum(tmp_path: Path) -> None:
    example = gum(tmp_path, "Ships NOUN", "left VERB")
    assert (example.words, example.upos, example.xpos) == (("Ships", "left"), ("NOUN", "VERB"), ("X", "X"))
    assert (example.corpus, example.heads, example.deprels, example.frames) == ("gum", (0, 1), ("root", "dep"), None)


def test_contracted_and_empty_words_of_gum_are_passed_over(tmp_path: Path) -> None:
    row = "{}\t{}\t_\tAUX\tX\t_\t0\troot\t_\t_"
    words = [("1-2", "don't"), ("1", "do"), ("2", "n't"), ("2.1", "left")]
    (tmp_path / "ours.conllu").write_text("\n".join(row.format(*word) for word in words), encoding="utf-8")
    assert [example.words for example in read_gum(tmp_path)] == [("do", "n't")]


def test_a_mention_does_not_cross_sentences(tmp_path: Path) -> None:
    row = "1\t{}\t_\tPROPN\tX\t_\t0\troot\t_\tEntity={}"
    text = "\n\n".join([row.format("Ada", "(1-person-new"), row.format("Moro", "1)")])
    (tmp_path / "ours.conllu").write_text(text, encoding="utf-8")
    assert [tags(example) for example in read_gum(tmp_path)] == [["any"], ["any"]]
