"""Examples: which tags a corpus allows each word."""

from pathlib import Path

import pytest

from training.examples import ANY_TAG, OUTSIDE, TAGS, begin, from_annotated, inside, mask_names, unmarked
from training.sentences_io import TYPES, Frame, read_file


def tags(mask: int) -> str:
    """The tags that a mask allows."""
    return " ".join(tag for bit, tag in enumerate(TAGS) if mask >> bit & 1)


@pytest.mark.parametrize(
    ("mask", "expected"),
    [
        (OUTSIDE, "O"),
        (begin(["PER"]), "B-PER"),
        (inside(["PER"]), "I-PER"),
        (begin(["GPE", "LOC"]), "B-GPE B-LOC"),
        (inside(["LOC", "GPE"]), "I-GPE I-LOC"),
        (unmarked(["MONEY"]), "O B-MONEY I-MONEY"),
        (unmarked(kind for kind in ("PER", "ORG")), "O B-PER I-PER B-ORG I-ORG"),
        (unmarked([]), "O"),
        (ANY_TAG, " ".join(TAGS)),
        (unmarked(TYPES), " ".join(TAGS)),
    ],
)
def test_masks(mask: int, expected: str) -> None:
    assert tags(mask) == expected


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ["O", "O", "O"]),
        ([(("PER",), 0, 1)], ["B-PER", "O", "O"]),
        ([(("PER",), 1, 3)], ["O", "B-PER", "I-PER"]),
        ([(("GPE", "LOC"), 0, 2), (("ORG",), 2, 3)], ["B-GPE B-LOC", "I-GPE I-LOC", "B-ORG"]),
    ],
)
def test_names_of_a_sentence(spans: list[tuple[tuple[str, ...], int, int]], expected: list[str]) -> None:
    assert [tags(mask) for mask in mask_names(3, spans, OUTSIDE)] == expected


def test_elsewhere_a_corpus_may_leave_types_unmarked() -> None:
    masks = mask_names(2, [(("PER",), 0, 1)], unmarked(["WEAPON"]))
    assert [tags(mask) for mask in masks] == ["B-PER", "O B-WEAPON I-WEAPON"]


def test_our_own_sentences_know_all_names_and_not_all_predicates(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text(
        "[PER Ada Moro] left [GPE Sanda].\n  > leave.01 left | ARG0 Ada | ARG1 Sanda\nIt rained.\n", "utf-8"
    )
    first, second = [from_annotated(s) for s in read_file(path)]
    assert first.words == ("Ada", "Moro", "left", "Sanda", ".")
    assert [tags(mask) for mask in first.names or ()] == ["B-PER", "I-PER", "O", "B-GPE", "O"]
    assert first.frames == (Frame(2, "leave.01", (("ARG0", 0), ("ARG1", 3))),)
    assert (second.frames, first.frames_complete, second.frames_complete) == (None, False, False)
    assert (first.corpus, first.upos, first.xpos, first.heads, first.deprels) == ("own", None, None, None, None)
