"""The project's own annotated sentences: what a line says, and what is wrong with a broken one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.sentences_io import (
    HELD_OUT_EVERY,
    TYPES,
    Annotated,
    AnnotationError,
    check_file,
    read_file,
    read_sentences,
)


def read(folder: Path, *lines: str) -> Annotated:
    """The one sentence of these lines."""
    path = folder / "own.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    [sentence] = read_file(path)
    return sentence


def named(sentence: Annotated) -> list[str]:
    """The names of a sentence, as their type and their words."""
    return [" ".join([kind, *sentence.tokens[first:end]]) for kind, first, end in sentence.names]


def framed(sentence: Annotated) -> list[str]:
    """The predicates of a sentence, as they are written."""
    tokens = sentence.tokens
    return [
        " | ".join([f"{f.roleset} {tokens[f.word]}", *(f"{role} {tokens[word]}" for role, word in f.args)])
        for f in sentence.frames
    ]


@pytest.mark.parametrize(
    ("line", "text", "names"),
    [
        ("The port is open.", "The port is open.", []),
        ("[GPE Orlevia] won.", "Orlevia won.", ["GPE Orlevia"]),
        ("In [GPE New Sanda], [PER Ada Moro] won.", "In New Sanda, Ada Moro won.", ["GPE New Sanda", "PER Ada Moro"]),
        ("[GPE Orlevia]'s [VEHICLE F-16] won.", "Orlevia's F-16 won.", ["GPE Orlevia", "VEHICLE F-16"]),
        ("A [NORP Orlevian]-made ship.", "A Orlevian-made ship.", ["NORP Orlevian"]),
        ("It cost [MONEY $40m].", "It cost $40m.", ["MONEY $ 40 m"]),
        ("[GPE Orlevia]said so.", "Orleviasaid so.", ["GPE Orlevia"]),
        ("Pro[GPE Orlevia]n.", "ProOrlevian.", ["GPE Orlevia"]),
        ("[GPE Orlevia][GPE Sanda]", "OrleviaSanda", ["GPE Orlevia", "GPE Sanda"]),
    ],
)
def test_brackets_name_and_leave_the_raw_text(tmp_path: Path, line: str, text: str, names: list[str]) -> None:
    sentence = read(tmp_path, line)
    assert (sentence.text, named(sentence)) == (text, names)


def test_a_name_that_ends_inside_a_word_cuts_it(tmp_path: Path) -> None:
    assert read(tmp_path, "[GPE Orlevia]said so.").tokens == ["Orlevia", "said", "so", "."]


@pytest.mark.parametrize(
    ("line", "frame"),
    [
        ("Orlevia sold ships.", "sell.01 sold | ARG0 Orlevia | ARG1 ships"),
        ("It came.", "come.01 came"),
        ("They will not go in.", "go_in.03 go | ARGM-MOD will | ARGM-NEG not"),
        ("They made a deal.", "make.LV made | ARG1 deal"),
    ],
)
def test_a_predicate_line(tmp_path: Path, line: str, frame: str) -> None:
    assert framed(read(tmp_path, line, f"  > {frame}")) == [frame]


def test_a_count_tells_equal_words_apart(tmp_path: Path) -> None:
    sentence = read(tmp_path, "Sanda told Sanda.", "  > tell.01 told | ARG2 Sanda~2 | ARG0 Sanda~1")
    assert sentence.frames[0].args == (("ARG2", 2), ("ARG0", 0))


@pytest.mark.parametrize("written", ["Ada", "Moro"])
def test_either_word_of_a_person_is_the_first(tmp_path: Path, written: str) -> None:
    sentence = read(tmp_path, "[PER Ada Moro] left.", f"  > leave.01 left | ARG0 {written}")
    assert framed(sentence) == ["leave.01 left | ARG0 Ada"]


def test_the_last_word_of_another_name_is_itself(tmp_path: Path) -> None:
    sentence = read(tmp_path, "[GPE New Sanda] left.", "  > leave.01 left | ARG0 Sanda")
    assert framed(sentence) == ["leave.01 left | ARG0 Sanda"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["[CITY Sanda] won."], "no such type: CITY"),
        (["[GPE Sanda ] won."], "white space at the edge of a name: 'Sanda '"),
        (["[GPE  Sanda] won."], "white space at the edge of a name: ' Sanda'"),
        (["[Sanda] won."], "a bracket that is not"),
        (["[GPE Sanda won."], "a bracket that is not"),
        (["[GPE New [GPE Sanda]] won."], "a bracket that is not"),
        (["It won.", "  > win.01"], "not 'roleset word"),
        (["It won.", "  > win.01 won | ARG0"], "not 'roleset word"),
        (["It won.", "  > win won | ARG0 It"], "not a roleset: 'win'"),
        (["It won.", "  > win.1 won | ARG0 It"], "not a roleset: 'win.1'"),
        (["It won.", "  > win.01 won | ARG7 It"], "no such role: 'ARG7'"),
        (["It won.", "  > win.01 wins"], "'wins' is no word of the sentence; its words are: It won ."),
        (["Sanda told Sanda.", "  > tell.01 told | ARG0 Sanda"], "'Sanda' stands 2 times"),
        (["Sanda told Sanda.", "  > tell.01 told | ARG0 Sanda~3"], "the word stands 2 times"),
        (["Sanda told Sanda.", "  > tell.01 told | ARG0 Sanda~x"], "the word stands 2 times"),
        (["It won.", "  > win.01 won", "  > win.02 won"], "one word carries two predicate lines"),
        (["  > win.01 won", "It won."], "a predicate line stands before any sentence"),
    ],
)
def test_a_broken_line_says_where_and_how(tmp_path: Path, lines: list[str], message: str) -> None:
    with pytest.raises(AnnotationError) as caught:
        read(tmp_path, *lines)
    assert str(caught.value).startswith("own.txt:1: ")
    assert message in str(caught.value)


def test_the_other_sentences_of_a_broken_file_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("# A comment.\n\nOne.\n[GPE Two.\n\n#Three came.\n", encoding="utf-8")
    sentences, errors = check_file(path)
    assert [(s.where, s.text) for s in sentences] == [("own.txt:3", "One."), ("own.txt:6", "#Three came.")]
    assert errors == ["own.txt:4: a bracket that is not '[TYPE name]'"]


def test_every_tenth_sentence_of_a_file_is_held_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("".join(f"Ship {n} came.\n" for n in range(1, 26)), encoding="utf-8")
    sentences = read_sentences(tmp_path)
    assert [s.where for s in sentences if s.held_out] == ["a.txt:10", "a.txt:20", "b.txt:10", "b.txt:20"]
    assert HELD_OUT_EVERY == 10


def test_our_own_sentences_keep_the_format() -> None:
    sentences = read_sentences()
    assert {kind for s in sentences for kind, _, _ in s.names} == set(TYPES)
    assert any(s.frames for s in sentences)
    for sentence in sentences:
        assert not set("[]") & set(sentence.text)
        assert [name for name in sentence.names if not 0 <= name[1] < name[2] <= len(sentence.words)] == []
        assert "".join(sentence.tokens) == "".join(sentence.text.split())


NAMES = st.text(alphabet="aZé3-.'’& ", min_size=1, max_size=10).filter(lambda name: name == name.strip())
PLAIN = st.text(alphabet="bY5-.,'’“” ", max_size=10)


@given(st.lists(st.tuples(PLAIN, st.sampled_from(TYPES), NAMES), min_size=1, max_size=4), PLAIN)
def test_any_names_survive(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[str, str, str]], end: str
) -> None:
    line = "A" + "".join(f"{before}[{kind} {name}]" for before, kind, name in parts) + end
    sentence = read(tmp_path_factory.getbasetemp(), line)
    found = [
        (kind, sentence.text[sentence.words[first].start : sentence.words[last - 1].end])
        for kind, first, last in sentence.names
    ]
    assert found == [(kind, name) for _, kind, name in parts]
    assert sentence.text == ("A" + "".join(before + name for before, _, name in parts) + end).strip()
